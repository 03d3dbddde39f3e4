package sheets

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
	"tonghop/opc"
	"tonghop/sheets/xlsx"
)

var (
	askedNotMade = lang.Format{
		Vi: "không điền được biểu mẫu %s: %s. Mở tệp bằng Excel, lưu lại thành .xlsx rồi thử lại.",
		En: "the form %s cannot be filled in: %s. Open it in Excel, save it as .xlsx and try again.",
	}
	askedReadsOther = lang.Format{
		Vi: "không ghi biểu mẫu %s: đọc lại thì “%s” không đúng như đã điền. Hãy điền dòng hoặc bảng này bằng tay.",
		En: "the form %s is not written: read again, “%s” is not what was filled in. Fill it in by hand.",
	}
	askedOriginLost = lang.Format{Vi: "nguồn tổng hợp", En: "the origin"}
)

// Filled gives the form with what was put into it and its origin, and with the date of the report where day is one and the form has an empty cell for it. It
// is read again: where a figure, a list or the origin does not read as it was put, there is no form. The error is a lang.Message.
func (f *AskedForm) Filled(o Origin, day time.Time) ([]byte, error) {
	f.sign(&o)
	data, err := f.write(&o, day)
	if err != nil {
		return nil, askedNotMade.With(f.Name, lang.Cause(err))
	}
	return data, f.reread(data)
}

// sign completes the origin with the signatures of what was put. A figure that was left blank has none.
func (f *AskedForm) sign(o *Origin) {
	for i := range o.Figures {
		signed := &o.Figures[i]
		for _, a := range f.Rows {
			if a.Indicator != nil && a.Indicator.Code == signed.Code {
				signed.Kind, signed.Rollup, signed.Value, signed.Remark = a.Indicator.KindWord(), a.Indicator.RollupWord(), a.value.signature(), a.remark
			}
		}
	}
	for i := range o.Lists {
		for _, l := range f.Lists {
			if l.List.Name == o.Lists[i].Name {
				o.Lists[i].Rows = l.signed()
			}
		}
	}
	o.Fingerprint, o.Unit, o.Period = f.reader.fingerprint, UnitCode(f.UnitCode), f.reader.period.Code
}

// write fills in the workbook. The library is not ours and the workbook is another office's: where it panics, this form is lost and nothing else.
func (f *AskedForm) write(o *Origin, day time.Time) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			data, err = nil, fmt.Errorf("excelize: %v", p)
		}
	}()
	file, err := excelize.OpenReader(bytes.NewReader(f.data))
	if err != nil {
		return nil, err
	}
	w := &filler{file: file}
	for _, a := range f.Rows {
		w.row(a)
	}
	if f.date != nil && !day.IsZero() {
		w.cell(f.date.Sheet, f.date.Cell(), excelDate(day))
	}
	for _, l := range f.Lists {
		w.list(l)
	}
	w.origin(o.records())
	if w.err != nil {
		return nil, w.err
	}
	buffer, err := file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	var settled bytes.Buffer
	if err := opc.Settle(&settled, buffer.Bytes(), opc.GuardTexts); err != nil {
		return nil, err
	}
	return settled.Bytes(), file.Close()
}

// filler writes into an open workbook. The first error stays and everything after it does nothing.
type filler struct {
	file *excelize.File
	err  error
}

func (w *filler) try(err error) {
	if w.err == nil {
		w.err = err
	}
}

// cell writes a number exactly as it stands, or a text.
func (w *filler) cell(sheet, ref string, c xlsx.Cell) {
	switch {
	case c.Text == "":
	case c.Kind == xlsx.Number:
		w.try(w.file.SetCellDefault(sheet, ref, c.Text))
	default:
		w.text(sheet, ref, c.Text)
	}
}

// text writes a text that no program takes for a character written by its number; the library takes _x0041_ for one.
func (w *filler) text(sheet, ref, text string) {
	w.try(w.file.SetCellStr(sheet, ref, keepUnderscores(text)))
}

func (w *filler) row(a *AskedRow) {
	switch {
	case a.put != nil:
		w.cell(a.Pos.Sheet, a.Pos.Cell(), *a.put)
	case a.ours: // there is no figure any more
		w.clear(a.Pos.Sheet, a.Pos.Cell())
	default:
		return
	}
	note := a.noted
	switch {
	case a.put == nil || a.remark == "":
	case blankText(note):
		note = a.remark
	default:
		note += "; " + a.remark
	}
	switch {
	case a.note.Row == 0 || note == a.before:
	case note == "":
		w.clear(a.note.Sheet, a.note.Cell())
	default:
		w.text(a.note.Sheet, a.note.Cell(), note)
	}
}

// clear empties a cell and leaves its look.
func (w *filler) clear(sheet, ref string) { w.try(w.file.SetCellValue(sheet, ref, nil)) }

// list writes the rows of a list below its header. Rows beyond those that the form has get the look of its first one, and are printed.
func (w *filler) list(l *AskedList) {
	if l.drop {
		w.try(w.file.DeleteSheet(l.Sheet))
		return
	}
	if l.ours {
		w.clearRows(l)
	}
	first := l.cols.header + 1
	for n, cells := range l.rows {
		if n >= listBlankRows {
			w.lookOf(l, first, first+n)
		}
		for _, c := range cells {
			w.cell(l.Sheet, xlsx.Ref(first+n, max(c.Col, 1)), c)
		}
		if l.cols.running > 0 {
			w.cell(l.Sheet, xlsx.Ref(first+n, l.cols.running), xlsx.Cell{Kind: xlsx.Number, Text: decimalOf(int64(n + 1))})
		}
	}
	if len(l.rows) > listBlankRows {
		w.printAll(l.Sheet, first+len(l.rows)-1)
	}
}

// clearRows empties the rows that the program had put into a list.
func (w *filler) clearRows(l *AskedList) {
	for _, row := range l.typed.Rows {
		for _, col := range l.cols.at {
			if col > 0 {
				w.clear(l.Sheet, xlsx.Ref(int(row.Row), col))
			}
		}
	}
}

// lookOf gives the cells of a row the look of another one.
func (w *filler) lookOf(l *AskedList, from, to int) {
	for _, col := range append([]int{l.cols.running}, l.cols.at...) {
		if col == 0 {
			continue
		}
		style, err := w.file.GetCellStyle(l.Sheet, xlsx.Ref(from, col))
		w.try(err)
		w.try(w.file.SetCellStyle(l.Sheet, xlsx.Ref(to, col), xlsx.Ref(to, col), style))
	}
}

// printAll extends the print area of a sheet, where it has one, down to a row.
func (w *filler) printAll(sheet string, last int) {
	for _, name := range w.file.GetDefinedName() {
		at := strings.LastIndex(name.RefersTo, "$")
		if name.Name != "_xlnm.Print_Area" || name.Scope != sheet || at < 0 {
			continue
		}
		w.try(w.file.DeleteDefinedName(&name))
		name.RefersTo = name.RefersTo[:at+1] + decimalOf(int64(last))
		w.try(w.file.SetDefinedName(&name))
	}
}

// origin writes the very hidden sheet, anew where the form has one.
func (w *filler) origin(records [][]string) {
	if index, err := w.file.GetSheetIndex(originSheet); err == nil && index >= 0 {
		w.try(w.file.DeleteSheet(originSheet))
	}
	_, err := w.file.NewSheet(originSheet)
	w.try(err)
	for i, record := range append(records, []string{originSeal, sealOf(records)}) {
		for j, field := range record {
			if field != "" {
				w.text(originSheet, xlsx.Ref(i+1, j+1), field)
			}
		}
	}
	w.try(w.file.SetSheetVisible(originSheet, false, true))
}

// reread reads the form that was made and compares it with what was put.
func (f *AskedForm) reread(data []byte) error {
	again, err := OpenAsked(f.Name, data, f.reader.c, f.reader.period)
	if err != nil {
		return err
	}
	for i, a := range f.Rows {
		if (a.put != nil || a.ours) && (i >= len(again.Rows) || again.Rows[i].Indicator != a.Indicator || !again.Rows[i].Typed.Same(a.value)) {
			return askedReadsOther.With(f.Name, a.Label)
		}
	}
	for _, l := range f.Lists {
		if l.put.Present && !again.holds(l) {
			return askedReadsOther.With(f.Name, l.List.Name)
		}
	}
	tabs, err := openTabs(data)
	if err != nil {
		return askedUnreadable.With(f.Name, lang.Cause(err))
	}
	if o, there := originIn(tabs); o == nil || !there {
		return askedReadsOther.With(f.Name, askedOriginLost.With())
	}
	return nil
}

// holds reports whether a list reads as it was put.
func (f *AskedForm) holds(l *AskedList) bool {
	for _, other := range f.Lists {
		if other.List == l.List {
			return other.typed.signature() == l.signed()
		}
	}
	return false
}
