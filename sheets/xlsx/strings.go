package xlsx

import (
	"cmp"
	"slices"
	"sync"
)

// sharedStrings are the texts of a workbook, to which cells refer by number.
type sharedStrings struct {
	list  []string
	runs  []runOf  // of the rich texts, in their order
	names []string // of the fonts of runs; the first is "", of those that name none
}

// runOf is a run of a text with a number.
type runOf struct {
	text uint32
	name uint32 // number of the font
	end  int
}

// text gives the text with a number, and its runs where it is a rich text. The runs are appended to a slice.
func (ss *sharedStrings) text(i int, runs []run) (string, []run) {
	if len(ss.runs) == 0 {
		return ss.list[i], runs
	}
	at, _ := slices.BinarySearchFunc(ss.runs, uint32(i), func(r runOf, i uint32) int { return cmp.Compare(r.text, i) })
	for ; at < len(ss.runs) && ss.runs[at].text == uint32(i); at++ {
		runs = append(runs, run{ss.runs[at].end, ss.names[ss.runs[at].name]})
	}
	return ss.list[i], runs
}

// stringReader reads the part of the shared strings. Texts are collected and become strings many at a time, which costs a hundredth of the memory
// blocks; a text that somebody keeps then keeps some kilobytes of its neighbours.
type stringReader struct {
	scan    *scanner
	into    *sharedStrings
	scratch []byte
	pending []byte            // texts
	ends    []int             // of the texts in pending
	numbers map[string]uint32 // of the names of fonts
}

// batch is how many bytes of text become strings together.
const batch = 8 << 10

var stringReaders = sync.Pool{New: func() any { return new(stringReader) }}

// release makes the memory that was used for collecting free for the next workbook.
func (r *stringReader) release() {
	*r = stringReader{scratch: r.scratch[:0], pending: r.pending[:0], ends: r.ends[:0]}
	if cap(r.pending)+cap(r.scratch) <= largest {
		stringReaders.Put(r)
	}
}

// read reads the part of the shared strings. The counts that it states are hints at most.
func (ss *sharedStrings) read(s *scanner) error {
	if err := s.root(main, "sst"); err != nil {
		return err
	}
	s.sealed = true
	hint := max(0, s.number("uniqueCount"))
	ss.list = make([]string, 0, min(hint, len(s.data)/len("<si/>"), s.limits.strings))
	r := stringReaders.Get().(*stringReader)
	defer r.release()
	r.scan, r.into = s, ss
	for {
		if text, ok := s.quickString(); ok {
			if err := r.add(unescape(text)); err != nil {
				return err
			}
			continue
		}
		t, err := s.next()
		if err == nil && t == startTag {
			err = r.item()
		}
		if err != nil {
			return err
		}
		if t == endTag || t == endOfPart {
			r.flush()
			return nil
		}
	}
}

// item reads the current element as a string.
func (r *stringReader) item() error {
	if !r.scan.is(main, "si") {
		return r.scan.extension()
	}
	text, runs, err := r.scan.richText(r.scratch[:0])
	if err != nil {
		return err
	}
	r.scratch = text
	if err := r.addRuns(len(r.into.list)+len(r.ends), runs); err != nil {
		return err
	}
	return r.add(text)
}

// add appends a text to the list.
func (r *stringReader) add(text []byte) error {
	n, limit := len(r.into.list)+len(r.ends), r.scan.limits.strings
	if n >= limit {
		return refuse(TooLarge, tooManyStrings.With(limit))
	}
	r.pending = append(r.pending, text...)
	r.ends = append(r.ends, len(r.pending))
	if len(r.pending) >= batch {
		r.flush()
	}
	return nil
}

// addRuns remembers the runs of the text that comes next.
func (r *stringReader) addRuns(text int, runs []storedRun) error {
	if len(runs) > 0 && r.numbers == nil {
		r.numbers = map[string]uint32{"": 0}
		r.into.names = append(r.into.names, "")
	}
	for _, piece := range runs {
		number, ok := r.numbers[string(piece.font)]
		if !ok {
			number = uint32(len(r.into.names))
			name := string(piece.font)
			r.numbers[name] = number
			r.into.names = append(r.into.names, name)
			if err := r.scan.checkItems(len(r.into.names)); err != nil {
				return err
			}
		}
		r.into.runs = append(r.into.runs, runOf{uint32(text), number, piece.end})
	}
	return nil
}

// flush makes strings of the texts that were collected.
func (r *stringReader) flush() {
	all := string(r.pending)
	from := 0
	for _, end := range r.ends {
		r.into.list = append(r.into.list, all[from:end])
		from = end
	}
	r.pending, r.ends = r.pending[:0], r.ends[:0]
}

// extension passes over an element that another namespace or an extension list adds, and refuses any other.
func (s *scanner) extension() error {
	if s.space == main && string(s.local) != "extLst" {
		return s.unexpected()
	}
	return s.skip()
}

// storedRun is a run of a text while it is read.
type storedRun struct {
	end  int    // of its text
	font []byte // nil where it names none
}

// richText appends the text of the current element: a <t>, or runs with a <t> each. How Japanese is pronounced is no part of the text. The runs are good until the next text
// is read.
func (s *scanner) richText(out []byte) (text []byte, runs []storedRun, err error) {
	s.runs = s.runs[:0]
	start := len(out)
	err = s.each(func() error {
		switch {
		case s.is(main, "t"):
			out, err = s.unescaped(out)
			return err
		case s.is(main, "r"):
			var font []byte
			err := s.each(func() error {
				switch {
				case s.is(main, "t"):
					out, err = s.unescaped(out)
					return err
				case s.is(main, "rPr"):
					return s.runFont(&font)
				}
				return s.extension()
			})
			s.runs = append(s.runs, storedRun{len(out) - start, font})
			return err
		case s.is(main, "rPh"), s.is(main, "phoneticPr"):
			return s.skip()
		}
		return s.extension()
	})
	if n := len(s.runs); n > 0 { // a text beside the runs has the font of the cell
		s.runs = append(s.runs, storedRun{len(out) - start, nil})
	}
	return out, s.runs, err
}

// unescaped appends the content of a <t>.
func (s *scanner) unescaped(out []byte) ([]byte, error) {
	from := len(out)
	out, err := s.content(out)
	if err != nil {
		return out, err
	}
	return out[:from+len(unescape(out[from:]))], nil
}

// runFont reads the properties of a run and keeps the name of its font where there was none before.
func (s *scanner) runFont(font *[]byte) error {
	return s.each(func() error {
		if name, ok := s.attr("val"); ok && *font == nil && s.is(main, "rFont") {
			*font = name
		}
		return s.skip()
	})
}
