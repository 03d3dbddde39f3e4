package templates

import "tonghop/lang"

// filling is the writing of one part, or of one note, of one document.
type filling struct {
	out    []byte
	prefix string // of WordprocessingML in the part
	// visible counts what was written that a reader sees.
	visible int
	frames  []frame
	// ends are the bookmarks that were written, until their partners are known to be there too.
	ends []bookEnd
	// turn is the turn of the innermost loop.
	turn *turn
	// columns is where the table around stands with its loop over columns.
	columns columnTurn
	// inNote is true inside of a note, which can have no notes itself.
	inNote bool
	// appearance is the property that hides a control, in the part that is being written.
	appearance []byte
	// markup is that of the controls in the part, once there is one.
	markup *controlMarkup
	*document
}

// frame is what is known of the block, cell or table that is being written.
type frame struct {
	last role // the last block in it; bytesRole before the first
	rows bool // it has rows
}

// document is what the parts of one document have in common.
type document struct {
	template *Template
	ids      identities
	notes    map[*noteBook][]*writtenNote // in the order of their marks
	missing  reported[Missing]
	findings faultList
	charts   map[string]*chartData // by the part of the chart
	living   *livingFigures        // nil where figures are written without controls
	turns    int                   // of all loops
	failure  error                 // what makes the document unusable
	leased   [][]byte              // the bytes of its parts, which go back when it is packed
}

// maxTurns bounds the turns of all loops of one document. Loops inside loops multiply, and a template that somebody made by
// mistake must not fill the memory.
const maxTurns = 1_000_000

var errTooLong = lang.Format{
	Vi: "văn bản quá dài (hơn %d lượt lặp hoặc %d MB). Bớt các vòng lặp lồng nhau trong mẫu",
	En: "the document gets too long (more than %d turns of loops or %d MB). Nest fewer loops in the template"}

// tooLong counts a turn of a loop and reports whether the document has become too long to go on.
func (f *filling) tooLong() bool {
	if f.turns++; f.failure == nil && (f.turns > maxTurns || len(f.out) > maxPart) {
		f.failure = errTooLong.With(maxTurns, maxPart>>20)
	}
	return f.failure != nil
}

// state is where a filling was, to go back to.
type state struct {
	out, ends int
	top       frame
}

func (d *document) filling(prefix string, declared declaration) *filling {
	return &filling{document: d, prefix: prefix, appearance: declared.appearance, frames: []frame{{}}}
}

func (f *filling) fill(nodes []node, d *scope) {
	for _, n := range nodes {
		n.fill(f, d)
	}
}

func (f *filling) top() *frame { return &f.frames[len(f.frames)-1] }

// within fills what an element holds and then lets repair see what came of it.
func (f *filling) within(nodes []node, d *scope, repair func(frame)) {
	f.frames = append(f.frames, frame{})
	f.fill(nodes, d)
	repair(*f.top())
	f.frames = f.frames[:len(f.frames)-1]
}

func (f *filling) mark() state { return state{len(f.out), len(f.ends), *f.top()} }

func (f *filling) back(s state) {
	f.out, f.ends = f.out[:s.out], f.ends[:s.ends]
	*f.top() = s.top
}

// emptyParagraph writes the paragraph that Word wants to see.
func (f *filling) emptyParagraph() {
	f.out = append(append(append(f.out, '<'), f.prefix...), "p/>"...)
	f.top().last = paragraphRole
}

// keepApart writes a paragraph between two tables, which Word would join otherwise.
func (f *filling) keepApart() {
	if f.top().last == tableRole {
		f.emptyParagraph()
	}
}

// reported is a list without repetitions: a tag in a loop is reported once, however many rows there are.
type reported[T any] struct {
	list []T
	seen map[string]bool
}

func (r *reported[T]) add(item T, key string) {
	if r.seen[key] {
		return
	}
	if r.seen == nil {
		r.seen = map[string]bool{}
	}
	r.seen[key] = true
	r.list = append(r.list, item)
}
