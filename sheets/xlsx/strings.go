package xlsx

import (
	"cmp"
	"slices"
	"sync"
)

// sharedStrings are the texts of a workbook, to which cells refer by number.
type sharedStrings struct {
	list  []string
	fonts []fontOf // of the texts whose runs name one, in their order
	names []string // of the fonts
}

// fontOf says which font the runs of a text name first.
type fontOf struct{ text, name uint32 }

// text gives the text with a number.
func (ss *sharedStrings) text(i int) (text, font string) {
	if len(ss.fonts) == 0 {
		return ss.list[i], ""
	}
	at, ok := slices.BinarySearchFunc(ss.fonts, uint32(i), func(f fontOf, i uint32) int { return cmp.Compare(f.text, i) })
	if !ok {
		return ss.list[i], ""
	}
	return ss.list[i], ss.names[ss.fonts[at].name]
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
			if err := r.add(text, nil); err != nil {
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
	text, font, err := r.scan.richText(r.scratch[:0])
	if err != nil {
		return err
	}
	r.scratch = text
	return r.add(text, font)
}

// add appends a text to the list. The bytes may be changed.
func (r *stringReader) add(text, font []byte) error {
	n, limit := len(r.into.list)+len(r.ends), r.scan.limits.strings
	if n >= limit {
		return refuse(TooLarge, tooManyStrings.With(limit))
	}
	if font != nil {
		if err := r.addFont(n, font); err != nil {
			return err
		}
	}
	r.pending = append(r.pending, unescape(text)...)
	r.ends = append(r.ends, len(r.pending))
	if len(r.pending) >= batch {
		r.flush()
	}
	return nil
}

// addFont remembers the font of a text.
func (r *stringReader) addFont(text int, font []byte) error {
	number, ok := r.numbers[string(font)]
	if !ok {
		if r.numbers == nil {
			r.numbers = make(map[string]uint32)
		}
		number = uint32(len(r.into.names))
		name := string(font)
		r.numbers[name] = number
		r.into.names = append(r.into.names, name)
		if err := r.scan.checkItems(len(r.into.names)); err != nil {
			return err
		}
	}
	r.into.fonts = append(r.into.fonts, fontOf{uint32(text), number})
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

// richText appends the text of the current element: a <t>, or runs with a <t> each. How Japanese is pronounced is no part of the text.
// font is the first font that a run names, nil where none does.
func (s *scanner) richText(out []byte) (text, font []byte, err error) {
	err = s.each(func() error {
		switch {
		case s.is(main, "t"):
			out, err = s.content(out)
			return err
		case s.is(main, "r"):
			return s.each(func() error {
				switch {
				case s.is(main, "t"):
					out, err = s.content(out)
					return err
				case s.is(main, "rPr"):
					return s.runFont(&font)
				}
				return s.extension()
			})
		case s.is(main, "rPh"), s.is(main, "phoneticPr"):
			return s.skip()
		}
		return s.extension()
	})
	return out, font, err
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
