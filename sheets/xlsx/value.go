package xlsx

import (
	"slices"
	"time"
)

// content is a cell's content as it stands in the sheet.
type content struct {
	value  []byte // of <v>, references resolved
	inline []byte // of <is>
	runs   []run  // of <is>
	filled bool   // there is a <v>
	rich   bool   // there is an <is>
}

// readQuick reads a cell that was matched as it stands.
func (r *sheetReader) readQuick(c *quickCell) error {
	if err := r.place(c.ref, true); err != nil {
		return err
	}
	var cell Cell
	r.start(&cell)
	if err := r.setStyle(&cell, c.style, c.styled); err != nil {
		return err
	}
	// The text is changed in place where it has escapes; what was read is not read again.
	return r.finish(&cell, c.kind, content{value: c.value, filled: c.filled})
}

// readCell reads the current element as a cell.
func (r *sheetReader) readCell() error {
	s := r.scan
	ref, has := s.attr("r")
	if err := r.place(ref, has); err != nil {
		return err
	}
	kind, _ := s.attr("t")
	var cell Cell
	r.start(&cell)
	number, styled := s.attr("s")
	if err := r.setStyle(&cell, number, styled); err != nil {
		return err
	}
	in, err := r.readContent(&cell)
	if err != nil {
		return err
	}
	return r.finish(&cell, kind, in)
}

// start sets where the cell stands.
func (r *sheetReader) start(cell *Cell) {
	cell.Row, cell.Col = r.row, r.col
	cell.Hidden = r.rowHides || r.hiddenCols != nil && r.hiddenCols[r.col]
}

// finish sets the value of a cell and gives the cell away if it has a value or a formula.
func (r *sheetReader) finish(cell *Cell, kind []byte, in content) error {
	if err := r.setValue(cell, string(kind), in); err != nil {
		return err
	}
	if cell.Kind == Blank && !cell.Formula {
		return nil
	}
	return r.yield(*cell)
}

func (r *sheetReader) setStyle(cell *Cell, number []byte, has bool) error {
	i, ok := 0, true
	if has {
		i, ok = parseUint(number, 1<<30)
	}
	if !ok {
		return r.refuse(BadStyle, cell, number)
	}
	cell.Style = r.book.styles.style(i)
	return nil
}

// readContent reads the children of a cell.
func (r *sheetReader) readContent(cell *Cell) (content, error) {
	s := r.scan
	var in content
	r.scratch = r.scratch[:0]
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return in, err
		case t == endTag:
			return in, nil
		case t == startTag && s.is(main, "v") && !in.filled:
			in.filled = true
			from := len(r.scratch)
			r.scratch, err = s.content(r.scratch)
			in.value = r.scratch[from:]
		case t == startTag && s.is(main, "is") && !in.rich:
			in.rich = true
			from := len(r.scratch)
			var runs []storedRun
			r.scratch, runs, err = s.richText(r.scratch)
			in.inline = r.scratch[from:]
			for _, piece := range runs {
				in.runs = append(in.runs, run{piece.end, string(piece.font)})
			}
		case t == startTag && s.is(main, "f") && !cell.Formula:
			cell.Formula = true
			cell.External, err = r.readFormula()
		default:
			err = s.between(t)
		}
		if err != nil {
			return in, err
		}
	}
}

// setValue makes the value of a cell from its type and content. A <v> without text is a value only where it is a text: programs that do not
// calculate write it behind formulas. A text may stand in <v> under either name of its type, but not in two places.
func (r *sheetReader) setValue(cell *Cell, kind string, in content) error {
	if in.rich && (kind != "inlineStr" || len(in.value) > 0) {
		return r.refuse(BadValue, cell, slices.Concat(in.value, in.inline))
	}
	switch {
	case in.rich:
		cell.Kind, cell.Text = Text, string(in.inline)
		cell.setFonts(in.runs)
		return nil
	case kind == "str" || kind == "inlineStr":
		if in.filled {
			r.setText(cell, in.value)
		}
		return nil
	}
	value := trimBlank(in.value)
	if len(value) == 0 {
		return r.checkKind(cell, kind)
	}
	switch kind {
	case "s":
		return r.setShared(cell, value)
	case "", "n":
		if !isNumber(value) {
			return r.refuse(BadNumber, cell, value)
		}
		cell.Kind, cell.Text = Number, string(value)
		return nil
	}
	return r.setOther(cell, kind, value)
}

// trimBlank cuts the white space of XML off both ends.
func trimBlank(b []byte) []byte {
	for len(b) > 0 && isBlank(b[0]) {
		b = b[1:]
	}
	for len(b) > 0 && isBlank(b[len(b)-1]) {
		b = b[:len(b)-1]
	}
	return b
}

func (r *sheetReader) setText(cell *Cell, text []byte) {
	cell.Kind, cell.Text = Text, string(unescape(text))
	cell.setFonts(nil)
}

func (r *sheetReader) setShared(cell *Cell, value []byte) error {
	i, ok := parseUint(value, len(r.book.strings.list)-1)
	if !ok {
		return r.refuse(BadString, cell, value)
	}
	cell.Kind = Text
	cell.Text, r.runs = r.book.strings.text(i, r.runs[:0])
	cell.setFonts(r.runs)
	return nil
}

// setOther sets the values that are neither numbers nor texts.
func (r *sheetReader) setOther(cell *Cell, kind string, value []byte) error {
	switch kind {
	case "b":
		switch string(value) {
		case "1", "true":
			cell.Kind, cell.Text = Bool, "1"
			return nil
		case "0", "false":
			cell.Kind, cell.Text = Bool, "0"
			return nil
		}
	case "e":
		cell.Kind, cell.Text = ErrorValue, string(value)
		return nil
	case "d":
		if _, ok := ParseISODate(string(value)); ok {
			cell.Kind, cell.Text = ISODate, string(value)
			return nil
		}
	}
	return r.refuse(BadValue, cell, value)
}

// checkKind refuses a blank cell of a type that does not exist.
func (r *sheetReader) checkKind(cell *Cell, kind string) error {
	switch kind {
	case "", "n", "s", "b", "e", "d":
		return nil
	}
	return r.refuse(BadValue, cell, []byte(kind))
}

// refuse makes a refusal that names the sheet, the cell and what stands in it.
func (r *sheetReader) refuse(reason Reason, cell *Cell, raw []byte) error {
	return refuse(reason, quote([]byte(r.name)), cell.Ref(), quote(raw))
}

// isoLayouts are the shapes of dates in cells of type d.
var isoLayouts = []string{
	"2006-01-02", "2006-01-02T15:04", "2006-01-02T15:04:05", "2006-01-02T15:04:05Z07:00",
	"2006-01-02 15:04:05", "20060102T150405", "20060102", "15:04:05", "T15:04:05",
}

// ParseISODate reads the text of an ISODate cell. A time without a date falls on the first of January of year 0; a time without zone is UTC.
func ParseISODate(text string) (time.Time, bool) {
	for _, layout := range isoLayouts {
		if t, err := time.Parse(layout, text); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
