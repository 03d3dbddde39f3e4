package xlsx

import "tonghop/lang"

// sheetReader reads one sheet.
type sheetReader struct {
	book  *Book
	scan  *scanner
	name  string
	yield func(Cell) error

	merged     []Range
	hiddenCols []bool // by column, nil where none is hidden
	ranges     int    // of columns, read so far

	row, col int // of the last row and cell
	rowHides bool
	cells    int
	scratch  []byte
	runs     []run           // of the text of the cell
	linked   map[string]bool // shared formulas that take from another workbook, by their number
}

func (r *sheetReader) read() error {
	s := r.scan
	if err := s.root(main, "worksheet"); err != nil {
		return err
	}
	grids := 0
	err := s.each(func() error {
		switch {
		case s.is(main, "cols"):
			return s.each(r.readCol)
		case s.is(main, "sheetData"):
			if grids++; grids > 1 {
				return s.unexpected()
			}
			if s.versions > 0 {
				return refuse(Alternates, s.part)
			}
			s.sealed = true
			err := r.readRows()
			s.sealed = false
			return err
		case s.is(main, "mergeCells"):
			return s.each(r.readMerge)
		}
		return s.skip()
	})
	if err != nil {
		return err
	}
	return s.finish()
}

// readCol reads which columns are hidden. Excel refuses columns that do not exist; nothing depends on them here.
func (r *sheetReader) readCol() error {
	s := r.scan
	first, last := s.number("min"), s.number("max")
	if r.ranges++; r.ranges > MaxCol {
		return refuse(TooLarge, tooManyItems.With(MaxCol))
	}
	if s.is(main, "col") && s.flag("hidden") && first >= 1 {
		if r.hiddenCols == nil {
			r.hiddenCols = make([]bool, MaxCol+1)
		}
		for col := first; col <= min(last, MaxCol); col++ {
			r.hiddenCols[col] = true
		}
	}
	return s.skip()
}

func (r *sheetReader) readMerge() error {
	s := r.scan
	if !s.is(main, "mergeCell") {
		return s.skip()
	}
	ref, _ := s.attr("ref")
	area, ok := parseRange(ref)
	if !ok {
		return refuse(BadReference, quote([]byte(r.name)), quote(ref))
	}
	if len(r.merged) >= s.limits.merges {
		return refuse(TooLarge, tooManyMerges.With(s.limits.merges))
	}
	r.merged = append(r.merged, area)
	return s.skip()
}

// readRows reads the grid. Between rows and cells there may be no text and no element that could be one of them.
func (r *sheetReader) readRows() error {
	s := r.scan
	for {
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == endTag:
			return nil
		case t == startTag && s.is(main, "row"):
			err = r.readRow()
		default:
			err = s.between(t)
		}
		if err != nil {
			return err
		}
	}
}

// between passes over what may stand between the elements of a grid.
func (s *scanner) between(t token) error {
	if t == startTag {
		return s.extension()
	}
	if !isSpace(s.text) {
		return refuse(Unexpected, s.part, quote(s.text))
	}
	return nil
}

// readRow reads a row. One that does not say where it stands is right below the one before it; so it is with cells.
func (r *sheetReader) readRow() error {
	s := r.scan
	ref, has := s.attr("r")
	row, ok := r.row+1, true
	if has {
		row, ok = parseRow(ref)
	}
	switch {
	case !ok || row > MaxRow:
		return refuse(BadReference, quote([]byte(r.name)), quote(ref))
	case row <= r.row:
		return refuse(OutOfOrder, quote([]byte(r.name)), rowName.With(row))
	}
	r.row, r.col = row, 0
	r.rowHides = s.flag("hidden")
	var c quickCell
	for {
		if s.quickly(&c) {
			if err := r.readQuick(&c); err != nil {
				return err
			}
			continue
		}
		t, err := s.next()
		switch {
		case err != nil:
			return err
		case t == endTag:
			return nil
		case t == startTag && s.is(main, "c"):
			err = r.readCell()
		default:
			err = s.between(t)
		}
		if err != nil {
			return err
		}
	}
}

// rowName names a row in a message.
var rowName = lang.Format{Vi: "hàng %d", En: "row %d"}

// place finds the column of the current cell, which must be right of the last one and in the row that it stands in.
func (r *sheetReader) place(ref []byte, has bool) error {
	row, col, ok := r.row, r.col+1, true
	if has {
		row, col, ok = parseRef(ref)
	}
	switch {
	case !ok || col > MaxCol:
		return refuse(BadReference, quote([]byte(r.name)), quote(ref))
	case row != r.row || col <= r.col:
		return refuse(OutOfOrder, quote([]byte(r.name)), Ref(row, col))
	}
	r.col = col
	if r.cells++; r.cells > r.scan.limits.cells {
		return refuse(TooLarge, tooManyCells.With(r.scan.limits.cells))
	}
	return nil
}
