package sheets

import (
	"fmt"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	twoSheets = lang.Format{
		Vi: "Hai trang “%s” và “%s” cùng có số liệu và không khớp nhau: “%s” là %s ở ô %s và %s ở ô %s",
		En: "The sheets “%s” and “%s” both hold figures and disagree: “%s” is %s at cell %s and %s at cell %s",
	}
	hiddenRows = lang.Format{
		Vi: "%d số liệu của trang “%s” nằm ở dòng hoặc cột bị ẩn, đầu tiên là “%s” ở ô %s; số liệu vẫn được dùng, nên mở tệp xem lại",
		En: "%d figures of sheet “%s” stand in hidden rows or columns, the first is “%s” at cell %s; they are used, better have a look at the file",
	}
	linkedFigures = lang.Format{
		Vi: "%d số liệu lấy từ tệp Excel khác qua công thức, số đầu là “%s” ở ô %s%s; số đã lưu trong tệp được dùng, không biết tệp kia có thay đổi không",
		En: "%d figures are taken from another workbook by formulas, the first is “%s” at cell %s%s; what was saved in the file is used, whether the other workbook has changed is not known",
	}
	pasteValues = lang.Format{
		Vi: "Xem lại số; chép các ô đó rồi dán bằng Dán đặc biệt, Giá trị (Paste Special, Values), lưu và gửi lại.",
		En: "Look the figures over; copy the cells and paste them with Paste Special, Values, save and send the file again.",
	}
	rowsMissing = lang.Format{
		Vi: "Biểu mẫu thiếu %d dòng phải báo cáo: %s%s",
		En: "The form lacks %d rows that are expected: %s%s",
	}
	olderForm = lang.Format{
		Vi: " (biểu mẫu này phát hành theo danh mục cũ)",
		En: " (the form was made from an older catalogue)",
	}
	sendForm = lang.Format{Vi: "Gửi lại biểu mẫu trống cho đơn vị và đề nghị điền đủ các dòng.", En: "Send the blank form again and ask the unit to fill in every row."}
)

// merge puts the tables of a workbook together into the values of the submission. Tables of which one is blank, or that ask for
// different figures, complement each other; where two answer the same figure differently the file is not used.
func (r *reader) merge(o *outcome, tables []*table) *Finding {
	filled := make([]*table, 0, len(tables))
	for _, t := range tables {
		if t.filled() > 0 {
			filled = append(filled, t)
		}
		o.findings = append(o.findings, r.outside(t)...)
		o.submission.Typed = append(o.submission.Typed, t.typedResults()...)
	}
	if len(filled) == 0 {
		filled = tables[:1]
	}
	values := o.submission.Values
	from := make(map[int]*table)
	for _, t := range filled {
		if t.columns != nil {
			return t.columns
		}
		o.findings = slices.Concat(o.findings, t.findings, t.linked.finding(figureLinked, linkedFigures, pasteValues))
		for _, e := range t.entries {
			slot := e.ind.Slot
			if first := from[slot]; first != nil {
				if !sameAnswer(values[slot], e.value) {
					return r.twoSheets(o, first, t, e, values[slot])
				}
				continue
			}
			from[slot], values[slot] = t, e.value
			o.findings = append(o.findings, e.findings...)
		}
		o.hiddenRows(t)
	}
	return nil
}

// twoSheets rejects a workbook in which two sheets answer a figure differently.
func (r *reader) twoSheets(o *outcome, first, second *table, e entry, value Value) *Finding {
	pos := second.tab.pos(o.file, int(e.value.Row), int(e.value.Col))
	f := noticed(fileTwoTables, pos, twoSheets.With(first.tab.name, second.tab.name, e.ind.Name,
		rawOrNothing(value), cellRef(int(value.Row), int(value.Col)), rawOrNothing(e.value), pos.Cell()))
	f.Indicator, f.Raw = e.ind.Code, e.value.Raw
	return &f
}

// hiddenRows says that figures stand where nobody sees them.
func (o *outcome) hiddenRows(t *table) {
	count := 0
	var first *entry
	for i := range t.entries {
		e := &t.entries[i]
		if e.hidden && e.value.State != Blank {
			if count++; first == nil {
				first = e
			}
		}
	}
	if first == nil || t.tab.hidden {
		return
	}
	pos := t.tab.pos(o.file, int(first.value.Row), int(first.value.Col))
	f := noticed(rowHidden, pos, hiddenRows.With(count, t.tab.name, first.ind.Name, pos.Cell()))
	f.Indicator, f.Raw, f.Count = first.ind.Code, first.value.Raw, count
	o.findings = append(o.findings, f)
}

// missingRows says which figures the form does not ask for although they are expected. It is one finding, whose cause is one.
func (r *reader) missingRows(o *outcome, main *table, fingerprint string) {
	var names []string
	var first *Indicator
	required := false
	count := 0
	for _, ind := range r.expect.Figures[o.submission.Unit.Index] {
		if o.submission.Values[ind.Slot].State != Absent {
			continue
		}
		if count++; first == nil {
			first = ind
		}
		required = required || ind.Required
		if count <= 3 {
			names = append(names, fmt.Sprintf("%s (%s)", ind.Name, ind.Code))
		}
	}
	if count == 0 {
		return
	}
	var remark any = ""
	if fingerprint != "" && fingerprint != r.fingerprint {
		remark = olderForm
	}
	list := strings.Join(names, "; ")
	if count > len(names) {
		list += "; …"
	}
	f := noticed(rowMissing, Pos{File: o.file.Path, Sheet: main.tab.name}, rowsMissing.With(count, list, remark))
	f.Indicator, f.Count, f.Hint = first.Code, count, sendForm.With()
	if !required {
		f.Severity = figure.Warning
	}
	o.findings = append(o.findings, f)
}
