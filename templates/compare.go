package templates

import (
	"strings"
	"unicode/utf8"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// State says how a figure in a report stands to the data.
type State uint8

// The states of a figure.
const (
	// Equal: the report shows what the data say now.
	Equal State = iota
	// Changed: the report shows what was printed, and the data say something else now.
	Changed
	// ByHand: somebody changed the figure in the report; the data say what was printed.
	ByHand
	// Both: somebody changed the figure and the data changed too; or the report differs from the data and does not say what was printed.
	Both
	// Unknown: nobody can tell what the figure is now: its name or its row is gone from the data, or nothing says which figure it was.
	Unknown
	// Lost: it was printed and is no longer in the report.
	Lost
)

// states describes them.
var states = map[State]lang.Format{
	Equal:   {Vi: "khớp với dữ liệu", En: "agrees with the data"},
	Changed: {Vi: "dữ liệu đã thay đổi", En: "the data have changed"},
	ByHand:  {Vi: "đã sửa tay trong báo cáo", En: "changed by hand in the report"},
	Both:    {Vi: "đã sửa tay trong báo cáo và dữ liệu cũng thay đổi", En: "changed by hand, and the data have changed too"},
	Unknown: {Vi: "không còn xác định được số liệu", En: "the figure can no longer be told"},
	Lost:    {Vi: "không còn trong báo cáo", En: "no longer in the report"},
}

// Title says what the state means.
func (s State) Title() lang.Format { return states[s] }

// String is the name of the state in JSON.
func (s State) String() string {
	return [...]string{"equal", "changed", "by_hand", "both", "unknown", "lost"}[s]
}

// Line is a figure of a report beside the data.
type Line struct {
	Key   string
	State State
	// Figure is what is known of it: its expression and path, what was printed. Where nothing is known it is the zero Figure.
	Figure Figure
	// Place is where it stands; of a figure that is lost, the zero Place.
	Place Place
	// Printed is what was printed, Shown what stands there, Now what would be printed now. Each is "" where it is not known.
	Printed, Shown, Now string
	// Value is what the data say now.
	Value figure.Value
	// Contradiction tells that the same figure stands in the report with another text too.
	Contradiction bool
	// Why says why a figure is unknown.
	Why lang.Message

	found *Found
}

var (
	whyNoKey = lang.Format{
		Vi: "chỉ còn dấu trang, không rõ là số liệu nào; đưa kèm tệp nguồn gốc đã ghi cùng báo cáo",
		En: "only its bookmark is left and nothing says which figure it was; give the file that was written beside the report"}
	whyNoSense = lang.Format{
		Vi: "không hiểu “%s”; có thể báo cáo do phiên bản mới hơn của chương trình ghi, hãy dùng phiên bản đó",
		En: "cannot understand “%s”; a later version of the program may have written the report, use that one"}
	whyNoRow = lang.Format{
		Vi: "không còn “%s” trong %s; xóa dòng này khỏi báo cáo nếu không cần nữa",
		En: "there is no “%s” in %s any more; delete the line from the report if it is no longer needed"}
	whyNoLoop = lang.Format{
		Vi: "không còn danh sách %s; xem lại danh mục",
		En: "there is no list %s any more; see the catalogue"}
	whyNoName = lang.Format{
		Vi: "danh mục không còn mã “%s”; xem lại danh mục",
		En: "the catalogue has no code “%s” any more; see the catalogue"}
)

// Compare puts every figure of the report beside the data, in the order of the report, and then those that are lost. What the data say is put into
// words exactly as Render does it.
func (d *Document) Compare(data Data) []Line {
	var lines []Line
	for _, l := range d.compare(data) {
		if l.found == nil || !l.found.twin {
			lines = append(lines, l)
		}
	}
	return lines
}

// compare compares also the halves of text boxes that new programs do not show.
func (d *Document) compare(data Data) []Line {
	finder := newFinder(data)
	lines := make([]Line, 0, len(d.found))
	seen := map[string]bool{}
	for _, f := range d.found {
		lines = append(lines, d.compareOne(f, finder))
		seen[f.Key] = true
	}
	contradict(lines)
	for _, f := range d.said.Figures {
		if !seen[f.Key] {
			l := Line{Key: f.Key, State: Lost, Figure: f, Printed: f.Text}
			if r, ok := d.reference(f.Key); ok {
				l.Value, l.Now, _ = finder.now(r)
			}
			lines = append(lines, l)
		}
	}
	return lines
}

func (d *Document) compareOne(f *Found, finder *finder) Line {
	l := Line{Key: f.Key, Place: f.Place, Shown: f.Text, found: f}
	l.Figure, _ = d.Printed(f.Key)
	l.Printed = l.Figure.Text
	r, ok := d.reference(f.Key)
	if !ok {
		l.State, l.Why = Unknown, whyNoKey.With()
		if l.Figure.Key != "" {
			l.Why = whyNoSense.With(l.Figure.Reference())
		}
		return l
	}
	if l.Value, l.Now, l.Why = finder.now(r); !l.Why.IsZero() {
		l.State = Unknown
		return l
	}
	_, known := d.printed[f.Key]
	// What goes over several paragraphs by now cannot be written anew, so that it counts as changed by hand.
	untouched, unchanged := known && !f.broken && sameText(l.Shown, l.Printed), known && sameText(l.Now, l.Printed)
	switch {
	case sameText(l.Shown, l.Now):
		l.State = Equal
	case untouched:
		l.State = Changed
	case unchanged:
		l.State = ByHand
	default:
		l.State = Both
	}
	return l
}

// contradict marks the lines of figures that stand in the report with different texts. What new programs do not show does not count.
func contradict(lines []Line) {
	first, differs := map[string]string{}, map[string]bool{}
	for _, l := range lines {
		if l.Key == "" || l.found.twin {
			continue
		}
		text, seen := first[l.Key]
		if !seen {
			first[l.Key] = l.Shown
		} else if !sameText(text, l.Shown) {
			differs[l.Key] = true
		}
	}
	for i := range lines {
		lines[i].Contradiction = differs[lines[i].Key] && !lines[i].found.twin
	}
}

// sameText reports whether two texts read the same: programs change spaces and the forms of letters.
func sameText(a, b string) bool {
	return a == b || vntext.Clean(writable(a)) == vntext.Clean(writable(b))
}

// writable leaves out what a Word file cannot hold.
func writable(text string) string {
	return strings.Map(func(r rune) rune {
		if !inXML(r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, text)
}

// finder evaluates references over data. It remembers the rows of loops.
type finder struct {
	root *scope
	rows map[string]map[string]*scope // by the way to the loop, then by the key of the row
}

func newFinder(data Data) *finder {
	return &finder{root: &scope{data: data}, rows: map[string]map[string]*scope{}}
}

// at gives the row to which a path leads. The message says what is gone.
func (f *finder) at(path []Step) (*scope, lang.Message) {
	at := f.root
	for _, step := range path {
		way := at.to().text + step.Loop
		rows, ok := f.rows[way]
		if !ok {
			found, known := at.rows(step.Loop)
			if !known {
				return nil, whyNoLoop.With(step.Loop)
			}
			rows = map[string]*scope{}
			for i, row := range found {
				if key := row.Key(); rows[key] == nil {
					rows[key] = &scope{data: row, outer: at, ordinal: i + 1, loop: step.Loop}
				}
			}
			f.rows[way] = rows
		}
		if at = rows[step.Row]; at == nil {
			return nil, whyNoRow.With(step.Row, step.Loop)
		}
	}
	return at, lang.Message{}
}

// now evaluates a reference and puts it into words. The message says why that cannot be done.
func (f *finder) now(r reference) (figure.Value, string, lang.Message) {
	at, gone := f.at(r.path)
	if !gone.IsZero() {
		return figure.Value{}, "", gone
	}
	for _, name := range r.tag.names {
		if unknown(at.Value(name)) {
			return figure.Value{}, "", whyNoName.With(name)
		}
	}
	v := r.tag.expr.Eval(at)
	return v, r.tag.read(v, at, 0), lang.Message{}
}

// read gives a value as a reader sees it; a text of the catalogue with the figures in it.
func (t *tag) read(v figure.Value, d *scope, depth int) string {
	if v.Kind != figure.Prose || len(t.styles) > 0 || depth >= maxProse {
		text, _ := t.words(v, d)
		return text
	}
	var text strings.Builder
	at := 0
	for _, mark := range findTags(v.Text) {
		text.WriteString(v.Text[at:mark.start])
		at = mark.end
		if inner, faults := proseTag(v.Text, mark); len(faults) > 0 {
			text.WriteString(v.Text[mark.start:mark.end])
		} else if inner.kind == valueTag {
			text.WriteString(inner.read(inner.expr.Eval(d), d, depth+1))
		}
	}
	text.WriteString(v.Text[at:])
	return text.String()
}
