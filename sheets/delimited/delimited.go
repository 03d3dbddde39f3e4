// Package delimited gives the cells of a table that was saved as text: one line for each row, and between its cells a comma, a semicolon or a tab.
//
// Nothing in such a file says which of the three it is, nor how its letters are encoded. Excel writes the separator of the machine's region: a semicolon where, as in
// Vietnam, the comma separates decimals. A cell that holds the separator, a quote or the end of a line stands in quotes, and quotes inside are doubled. “CSV
// UTF-8” begins with a mark; “Unicode Text” is UTF-16 with a mark; the plain “CSV” is in the code page of the machine, in which Vietnamese is lost already, and
// is refused. So is a text in one of the encodings of the time before Unicode: without its fonts it is a guess.
//
// The separator is the caller's to find, because only the header of a table tells it: see Separators.
package delimited

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vncode"
)

var (
	notUnicode = lang.Format{
		Vi: "Tệp chữ có dấu ngăn cột (CSV) không dùng bảng mã Unicode nên chữ tiếng Việt đã mất; hãy mở bảng gốc bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "The text table (CSV) is not in Unicode, and Vietnamese letters are lost in it; open the original in Excel, choose Save As, type Excel Workbook (*.xlsx), and send that",
	}
	otherCode = lang.Format{
		Vi: "Tệp chữ có dấu ngăn cột (CSV) dùng bảng mã %s, không phải Unicode; hãy mở bảng gốc bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "The text table (CSV) is encoded in %s, not in Unicode; open the original in Excel, choose Save As, type Excel Workbook (*.xlsx), and send that",
	}
	tooLong = lang.Format{
		Vi: "Tệp chữ có dấu ngăn cột (CSV) lớn hơn %d MB, không phải biểu mẫu; hãy gửi lại đúng tệp biểu mẫu",
		En: "The text table (CSV) is larger than %d MB and no form; send the form itself",
	}
	tooManyCells = lang.Format{
		Vi: "Tệp chữ có dấu ngăn cột (CSV) có quá nhiều ô (nhiều nhất %d ô, %d cột); hãy gửi lại đúng tệp biểu mẫu",
		En: "The text table (CSV) has too many cells (at most %d cells, %d columns); send the form itself",
	}
	openQuote = lang.Format{
		Vi: "Dấu ngoặc kép mở ở ô %s của tệp chữ (CSV) không khép đúng chỗ; hãy mở bảng gốc bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "The quote that opens in cell %s of the text table (CSV) is not closed where it should be; open the original in Excel, choose Save As, type Excel Workbook (*.xlsx), and send that",
	}
)

// largest is how many bytes such a table may have. A form has some ten thousand.
const largest = 8 << 20

// Separators are what may stand between the cells of a row, in the order in which they are tried.
func Separators() []rune { return []rune{';', ',', '\t'} }

// Text is a table before it is known what separates its cells.
type Text struct {
	body     string
	declared rune // the separator that the first line declares, 0 where none does
}

// Decode reads the letters of a table in UTF-8, or in UTF-16 with a mark. The error is a lang.Message.
func Decode(data []byte) (*Text, error) {
	if len(data) > largest {
		return nil, tooLong.With(largest >> 20)
	}
	body, ok := decoded(data)
	broken := !ok || strings.ContainsRune(body, 0)
	if broken && body != "" { // bytes, not half of a text in UTF-16
		body = vncode.Western([]byte(body))
	}
	if code := storedIn(body); code != vncode.Unicode {
		return nil, otherCode.With(code.String())
	}
	if broken {
		return nil, notUnicode.With()
	}
	t := &Text{body: body}
	first, rest, _ := strings.Cut(body, "\n") // Excel obeys such a line and does not show it
	if sep, found := strings.CutPrefix(strings.ToLower(strings.TrimRight(first, "\r")), "sep="); found && utf8.RuneCountInString(sep) == 1 {
		t.declared, _ = utf8.DecodeRuneInString(sep)
		t.body = rest
	}
	return t, nil
}

// fewestWords is how many words of a table must look like another encoding before it is taken for one.
const fewestWords = 3

// storedIn tells by its words in which encoding a table is that is no Unicode. Each cell speaks for itself, because names of other languages are in none.
func storedIn(text string) vncode.Code {
	var words [vncode.UTF8 + 1]int
	most := vncode.Unicode
	for _, cell := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("\r\n\t;,\"", r) }) {
		code, n := vncode.Recognise(cell)
		if words[code] += n; words[code] > words[most] {
			most = code
		}
	}
	if words[most] < fewestWords {
		return vncode.Unicode
	}
	return most
}

func decoded(data []byte) (string, bool) {
	switch {
	case bytes.HasPrefix(data, []byte("\xFF\xFE")):
		return wide(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xFE\xFF")):
		return wide(data[2:], binary.BigEndian)
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	return string(data), utf8.Valid(data)
}

// wide reads UTF-16.
func wide(data []byte, order binary.ByteOrder) (string, bool) {
	if len(data)%2 != 0 {
		return "", false
	}
	var out strings.Builder
	for i := 0; i < len(data); i += 2 {
		c := rune(order.Uint16(data[i:]))
		if utf16.IsSurrogate(c) {
			low := rune(0)
			if i += 2; i < len(data) {
				low = rune(order.Uint16(data[i:]))
			}
			if c = utf16.DecodeRune(c, low); c == utf8.RuneError {
				return "", false
			}
		}
		out.WriteRune(c)
	}
	return out.String(), true
}

// Table is what a text is when it is separated in one way.
type Table struct {
	Cells  []xlsx.Cell // the filled ones, row by row, each a text where Excel would show it
	Widths []int       // the number of cells of every row, blank ones counted

	// Torn are the cells that may be one number with the one behind them: “13,6” without quotes in a table that is separated by commas.
	Torn []xlsx.Cell
}

// Columns is the number of cells of the widest row.
func (t *Table) Columns() int {
	most := 0
	for _, width := range t.Widths {
		most = max(most, width)
	}
	return most
}
