package delimited

import (
	"strings"
	"unicode/utf8"

	"tonghop/sheets/xlsx"
)

// splitter takes a text apart.
type splitter struct {
	rest      string
	separator rune
	most      int
	table     *Table
	row, col  int
	before    string // the cell before, where it stands without quotes in the same row
}

// Split takes the text apart at a separator, into at most so many filled cells. It gives nil where the text declares another one. With an error, which is a
// lang.Message, it gives what stands before the fault.
func (t *Text) Split(separator rune, most int) (*Table, error) {
	if t.declared != 0 && t.declared != separator {
		return nil, nil
	}
	s := &splitter{rest: t.body, separator: separator, most: most, table: &Table{}}
	for s.rest != "" {
		s.row++
		if err := s.line(); err != nil {
			return s.table, err
		}
	}
	return s.table, nil
}

// line reads one row. Its cells in quotes may go over several lines of the text.
func (s *splitter) line() error {
	s.col, s.before = 0, ""
	for more := true; more; {
		s.col++
		text, quoted, closed := s.cell()
		if !closed {
			return openQuote.With(xlsx.Ref(s.row, s.col))
		}
		if err := s.add(text, quoted); err != nil {
			return err
		}
		more = strings.HasPrefix(s.rest, string(s.separator))
		if more {
			s.rest = s.rest[utf8.RuneLen(s.separator):]
		}
	}
	s.table.Widths = append(s.table.Widths, s.col)
	s.rest = strings.TrimPrefix(strings.TrimPrefix(s.rest, "\r"), "\n")
	return nil
}

// cell reads one cell and leaves what ends it. closed is false where its quotes are not in order.
func (s *splitter) cell() (text string, quoted, closed bool) {
	if !strings.HasPrefix(s.rest, `"`) {
		end := strings.IndexFunc(s.rest, s.ends)
		if end < 0 {
			end = len(s.rest)
		}
		text, s.rest = s.rest[:end], s.rest[end:]
		return text, false, true
	}
	var out strings.Builder
	for rest := s.rest[1:]; ; {
		quote := strings.IndexByte(rest, '"')
		if quote < 0 {
			return "", true, false
		}
		out.WriteString(rest[:quote])
		rest = rest[quote+1:]
		if strings.HasPrefix(rest, `"`) {
			out.WriteByte('"')
			rest = rest[1:]
			continue
		}
		next, _ := utf8.DecodeRuneInString(rest)
		s.rest = rest
		return out.String(), true, rest == "" || s.ends(next)
	}
}

// ends reports whether a character ends a cell without quotes.
func (s *splitter) ends(c rune) bool { return c == s.separator || c == '\n' || c == '\r' }

// add puts a cell into the table.
func (s *splitter) add(text string, quoted bool) error {
	if s.col > xlsx.MaxCol || s.row > xlsx.MaxRow || text != "" && len(s.table.Cells) == s.most {
		return tooManyCells.With(s.most, xlsx.MaxCol)
	}
	if s.separator == ',' && !quoted && endsInDigit(s.before) && beginsWithDigit(text) {
		s.table.Torn = append(s.table.Torn, xlsx.Cell{Row: s.row, Col: s.col - 1, Kind: xlsx.Text, Text: s.before + "," + text})
	}
	if s.before = text; quoted {
		s.before = ""
	}
	if text != "" {
		s.table.Cells = append(s.table.Cells, xlsx.Cell{Row: s.row, Col: s.col, Kind: xlsx.Text, Text: text})
	}
	return nil
}

func beginsWithDigit(text string) bool { return text != "" && '0' <= text[0] && text[0] <= '9' }

func endsInDigit(text string) bool { return text != "" && beginsWithDigit(text[len(text)-1:]) }
