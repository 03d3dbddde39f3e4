package sheets

import (
	"errors"
	"path"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/delimited"
	"tonghop/sheets/xlsx"
)

var (
	severalSeparators = lang.Format{
		Vi: "Không rõ các cột của tệp chữ (CSV) ngăn cách bằng dấu nào: %s hay %s; hãy mở bằng Excel, xem lại số liệu, rồi chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx)",
		En: "It is not clear what separates the columns of the text table (CSV): %s or %s; open it in Excel, look the figures over, then choose Save As, type Excel Workbook (*.xlsx)",
	}
	tornNumber = lang.Format{
		Vi: "Ô %s của tệp chữ (CSV): không rõ “%s” là một số hay hai ô, vì dấu phẩy cũng ngăn cách các cột; hãy mở bảng gốc bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "Cell %s of the text table (CSV): “%s” may be one number or two cells, because commas separate the columns too; open the original in Excel, choose Save As, type Excel Workbook (*.xlsx), and send that",
	}
	widerThanHeader = lang.Format{
		Vi: "Dòng %d của tệp chữ (CSV) có nhiều ô hơn dòng tiêu đề nên có thể một dấu phẩy trong ô đã bị coi là dấu ngăn cột; hãy mở bảng gốc bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "Row %d of the text table (CSV) has more cells than the header, so that a comma inside a cell may have been taken for a separator; open the original in Excel, choose Save As, type Excel Workbook (*.xlsx), and send that",
	}
	convertedFile = lang.Format{
		Vi: "Tệp kiểu %s được đọc qua LibreOffice; nên xin đơn vị lưu thành .xlsx",
		En: "The file is of kind %s and was read through LibreOffice; better ask the unit for an .xlsx",
	}
	separatorNames = map[rune]lang.Format{
		';': {Vi: "dấu chấm phẩy", En: "semicolons"}, ',': {Vi: "dấu phẩy", En: "commas"}, '\t': {Vi: "dấu tab", En: "tabs"},
	}
)

// textEndings are the endings of the names of tables that were saved as text.
var textEndings = []string{".csv", ".txt", ".tsv"}

// open reads the sheets of a file: of a workbook, of a workbook of another kind that can be converted or, by the ending of its name, of a table that was saved
// as text. It says why it cannot.
func (r *reader) open(o *outcome, data []byte, keep keeper) ([]tab, error) {
	tabs, err := openTabs(data)
	var refusal *xlsx.Refusal
	if !errors.As(err, &refusal) {
		return tabs, err
	}
	switch refusal.Reason {
	case xlsx.OldExcel, xlsx.LockedExcel:
		return r.openConverted(o, data, ".xls", refusal)
	case xlsx.OpenDocument:
		return r.openConverted(o, data, ".ods", refusal)
	case xlsx.PlainText:
		if slices.Contains(textEndings, strings.ToLower(path.Ext(o.file.Path))) {
			return r.openText(data, o.file.Path, refusal, keep)
		}
	}
	return nil, refusal
}

// openConverted reads a workbook of another kind. One that cannot be converted is refused as what it is.
func (r *reader) openConverted(o *outcome, data []byte, ending string, refusal error) ([]tab, error) {
	if r.convert == nil {
		return nil, refusal
	}
	workbook, err := r.convert(data, ending)
	if err != nil {
		return nil, refusal
	}
	o.findings = append(o.findings, noticed(fileConverted, Pos{File: o.file.Path}, convertedFile.With(ending)))
	return openTabs(workbook)
}

// openText reads a table that was saved as text, as the one sheet that Excel would show. The separator is the one that gives it a header; a text to which none
// gives one is refused as what it is.
func (r *reader) openText(data []byte, name string, refusal error, keep keeper) ([]tab, error) {
	text, err := delimited.Decode(data)
	if err != nil {
		return nil, err
	}
	sheet := tab{name: sheetNameOf(name)}
	separator := rune(0)
	var fault error
	for _, candidate := range delimited.Separators() {
		table, err := text.Split(candidate, mostCells)
		if table == nil || table.Columns() < 2 {
			continue
		}
		t := tab{name: sheet.name, cells: table.Cells}
		headers := r.headers(&t, keep)
		switch {
		case len(headers) == 0:
			continue
		case separator != 0:
			return nil, severalSeparators.With(separatorNames[separator].With(), separatorNames[candidate].With())
		case err == nil && candidate == ',':
			err = mistaken(table, headers)
		}
		sheet, separator, fault = t, candidate, err
	}
	switch {
	case separator == 0:
		return nil, refusal
	case fault != nil:
		return nil, fault
	}
	return []tab{sheet}, nil
}

// headers finds the headers of a sheet, which may have one on each page.
func (r *reader) headers(t *tab, keep keeper) []columns {
	var found []columns
	for row := range t.rows() {
		if cols, ok := r.headerAt(t, row, keep); ok {
			found = append(found, cols)
		}
	}
	return found
}

// mistaken finds a comma below a header that may be part of a cell and not between two: in “13,6” as a value, or in a row that is wider than the header.
func mistaken(table *delimited.Table, headers []columns) error {
	for _, header := range headers {
		for _, c := range table.Torn {
			if c.Row > header.header && slices.Contains(header.values, c.Col) {
				return tornNumber.With(c.Ref(), shorten(c.Text))
			}
		}
	}
	first := headers[0].header
	for _, c := range table.Cells {
		if c.Row > first && c.Col > table.Widths[first-1] {
			return widerThanHeader.With(c.Row)
		}
	}
	return nil
}

// sheetNameOf is the name of the one sheet that Excel makes of a text.
func sheetNameOf(name string) string {
	letters := []rune(strings.TrimSuffix(path.Base(name), path.Ext(name)))
	return string(letters[:min(len(letters), longestSheetName)])
}
