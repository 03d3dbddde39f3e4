package xlsx

import (
	"strconv"

	"tonghop/vncode"
)

// The size of a sheet in Excel 2007 and later.
const (
	MaxRow = 1_048_576
	MaxCol = 16_384 // XFD
)

// Kind says what a cell holds.
type Kind uint8

// The kinds of cell. Blank is a formula that nobody has calculated: a cell with neither value nor formula is not given at all.
const (
	Blank Kind = iota
	Number
	Text
	Bool
	ErrorValue
	ISODate
)

// Cell is a cell of a sheet as it is stored, before anybody reads a meaning into it.
type Cell struct {
	Row, Col int // from 1

	// Text is the value: of a Number the decimal text as stored, for Decimal to convert ("0.30000000000000004"); of a Text the text without its
	// formatting; of a Bool "1" or "0"; of an ErrorValue "#REF!" and the like; of an ISODate the text as stored, for ParseISODate.
	Text string

	// Style is how the cell is shown. A rich text whose runs name fonts has the first of them as its Font, and before any other the first one of the time before Unicode in which letters
	// with marks stand.
	Style

	// Old is about a text whose letters a font of the time before Unicode draws, nil for all others.
	Old *Old

	Kind     Kind
	Formula  bool // the value was calculated when somebody last saved the file
	External bool // the formula takes from another workbook or program
	Hidden   bool // the row or the column is hidden
}

// Style is how a cell shows its value.
type Style struct {
	Font    string // "" where the file names none
	Date    bool   // the number format shows a number as a date or a time
	Percent bool   // the number format shows a number times 100 with a percent sign

	// Lost says that the cell refers to a style that the file does not have. Programs then show it as General, as we do; whether its number was
	// meant as a date or a percentage is not known.
	Lost bool

	code     vncode.Code // that the font draws
	capitals bool        // the font draws capitals only
}

// Old is what is known of a text of which at least a part has a font of the time before Unicode, and not only plain letters and digits in it.
type Old struct {
	// Code is the encoding that the font draws. A text in TCVN3 was converted and is Unicode; one in VNI is as it is stored. Unicode says that the letters cannot be in the encoding of
	// their font: somebody typed Unicode where the font of before was left, and the text is as it is stored.
	Code vncode.Code

	Font   string // the first such font
	Stored string // the text as it is stored

	// Certain says that the text as it is stored makes no words, and so can be in no other encoding. “cã” is a word in Unicode too.
	Certain bool

	unicode bool // a piece of it has letters that only Unicode has
}

// Same reports whether two cells stand at the same place and say the same in the same way.
func (c Cell) Same(other Cell) bool {
	a, b := c.Old, other.Old
	c.Old, other.Old = nil, nil
	return c == other && (a == nil) == (b == nil) && (a == nil || *a == *b)
}

// Ref is the position as Excel writes it: "B7".
func (c Cell) Ref() string { return Ref(c.Row, c.Col) }

// Ref writes a position (from 1) as Excel does: Ref(7, 2) is "B7".
func Ref(row, col int) string {
	var buf [12]byte
	at := len(buf)
	for n := row; n > 0 && at > 4; n /= 10 {
		at--
		buf[at] = byte('0' + n%10)
	}
	for n := col; n > 0 && at > 0; n = (n - 1) / 26 {
		at--
		buf[at] = byte('A' + (n-1)%26)
	}
	return string(buf[at:])
}

// Range is a rectangle of cells, both corners included, counted from 1.
type Range struct{ FirstRow, FirstCol, LastRow, LastCol int }

// Contains reports whether a cell lies in the range.
func (r Range) Contains(row, col int) bool {
	return r.FirstRow <= row && row <= r.LastRow && r.FirstCol <= col && col <= r.LastCol
}

// String writes the range as Excel does: "A1:C3".
func (r Range) String() string { return Ref(r.FirstRow, r.FirstCol) + ":" + Ref(r.LastRow, r.LastCol) }

// parseRef reads "B7" and nothing else: capitals, no dollar signs, no leading zeros, inside the sheet.
func parseRef(b []byte) (row, col int, ok bool) {
	i := 0
	for ; i < len(b) && 'A' <= b[i] && b[i] <= 'Z'; i++ {
		if col = col*26 + int(b[i]-'A') + 1; col > MaxCol {
			return 0, 0, false
		}
	}
	row, ok = parseRow(b[i:])
	return row, col, ok && i > 0
}

// parseRow reads the number of a row of a sheet.
func parseRow(b []byte) (int, bool) {
	if len(b) == 0 || b[0] == '0' {
		return 0, false
	}
	n, ok := parseUint(b, MaxRow)
	return n, ok
}

// parseUint reads digits up to a limit.
func parseUint(b []byte, limit int) (int, bool) {
	n := 0
	for _, c := range b {
		if c < '0' || '9' < c {
			return 0, false
		}
		if n = n*10 + int(c-'0'); n > limit {
			return 0, false
		}
	}
	return n, len(b) > 0
}

// parseRange reads "A1:C3", or "A1" for a range of one cell. The corners may be given in any order.
func parseRange(b []byte) (Range, bool) {
	first, last := b, b
	for i, c := range b {
		if c == ':' {
			first, last = b[:i], b[i+1:]
			break
		}
	}
	row1, col1, ok1 := parseRef(first)
	row2, col2, ok2 := parseRef(last)
	return Range{min(row1, row2), min(col1, col2), max(row1, row2), max(col1, col2)}, ok1 && ok2
}

// String names the kind in English, for developers.
func (k Kind) String() string {
	names := [...]string{"blank", "number", "text", "bool", "error", "date"}
	if int(k) < len(names) {
		return names[k]
	}
	return "kind " + strconv.Itoa(int(k))
}
