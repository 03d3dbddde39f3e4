package sheets

import (
	"path"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// The labels beside which a form says whose it is, folded.
var (
	unitCodeLabels = []string{"ma don vi", "ma so don vi", "ma dv"}
	unitLabels     = []string{"don vi", "don vi bao cao", "ten don vi", "don vi nop", "don vi nop bao cao", "co quan bao cao", "co so doan"}
	periodLabels   = []string{"ky bao cao", "ky", "ky so lieu", "ma ky"}
	dateLabels     = []string{"ngay bao cao", "ngay lap", "ngay lap bieu", "ngay lap bao cao", "ngay nop", "ngay gui"}
	turnLabels     = []string{"lan gui", "lan gui thu", "lan nop", "lan nop thu", "lan gui bao cao", "lan nop bao cao", "gui lan", "gui lan thu", "nop lan", "nop lan thu"}
	moneyLabels    = []string{"don vi tinh", "dvt"}
)

var (
	unitUnknown = lang.Format{
		Vi: "“%s” (%s) không phải mã hay tên của đơn vị nào trong danh bạ%s",
		En: "“%s” (%s) is neither code nor name of a unit of the registry%s",
	}
	unitNearest  = lang.Format{Vi: "; có phải %s?", En: "; is it %s?"}
	unitUnstated = lang.Format{
		Vi: "Trong tệp không có dòng “Mã đơn vị” hay “Đơn vị báo cáo”, và tên tệp không phải là mã hay tên của một đơn vị%s",
		En: "The file has no row “Mã đơn vị” or “Đơn vị báo cáo”, and its name is neither code nor name of a unit%s",
	}
	unitByFileName = lang.Format{
		Vi: "Trong tệp không ghi đơn vị; số liệu được tính cho “%s” theo tên tệp, hãy xem lại có đúng không",
		En: "The file does not say whose it is; the figures are used for “%s” by the name of the file, check whether that is right",
	}
	unitAmbiguous = lang.Format{
		Vi: "“%s” (%s) là tên hoặc mã của nhiều đơn vị (%s); hãy ghi mã đơn vị",
		En: "“%s” (%s) is the name or the code of several units (%s); write the code of the unit",
	}
	twoUnits = lang.Format{
		Vi: "Tệp ghi hai đơn vị khác nhau nên không tính cho đơn vị nào: %s là “%s”, còn %s là “%s”",
		En: "The file names two units and counts for neither: %s says “%s”, but %s says “%s”",
	}
	askWhose = lang.Format{
		Vi: "Hỏi “%s” và “%s” xem số liệu là của đơn vị nào; đơn vị đó điền vào biểu mẫu phát cho chính mình (%s hoặc %s) rồi gửi lại, không sửa tên hay mã đơn vị.",
		En: "Ask “%s” and “%s” whose the figures are; that unit fills in the form made for it (%s or %s) and sends it again, without changing its name or code.",
	}
	hiddenMark     = lang.Format{Vi: "mã ẩn của biểu mẫu", En: "the form's hidden code"}
	fileNameSource = lang.Format{Vi: "tên tệp", En: "the name of the file"}
	cellSource     = lang.Format{Vi: "ô %s", En: "cell %s"}
	nameDiffers    = lang.Format{Vi: "Tên đơn vị ghi “%s”, không phải tên của đơn vị %s trong danh bạ; số liệu được tính cho đơn vị này", En: "The name “%s” is not that of unit %s in the registry; the figures are used for this unit"}
	fileDiffers    = lang.Format{Vi: "Tên tệp là mã của đơn vị “%s” nhưng biểu mẫu là của đơn vị “%s”; số liệu được tính theo biểu mẫu", En: "The file is named after unit “%s” but the form is of unit “%s”; the form decides"}
	unitNotAsked   = lang.Format{Vi: "Đơn vị “%s” (%s) không thuộc diện phải nộp báo cáo kỳ “%s”", En: "Unit “%s” (%s) is not asked to report for period “%s”"}
	writeUnitCode  = lang.Format{Vi: "Ghi đúng mã đơn vị vào dòng “Mã đơn vị” của biểu mẫu rồi gửi lại.", En: "Write the code of the unit into the row “Mã đơn vị” and send the file again."}
)

// stated is something that a form states beside a label.
type stated struct {
	text string
	cell xlsx.Cell
}

// statement finds what stands beside one of the labels in the rows above the table: behind the colon in the same cell, or in the
// next filled cell of the row.
func statement(t *tab, above int, labels []string, keep keeper) (stated, bool) {
	for row := range t.rows() {
		if row[0].Row >= above {
			break
		}
		for i, c := range row {
			if c.Kind != xlsx.Text {
				continue
			}
			label, rest, colon := strings.Cut(c.Text, ":")
			if len(label) > longestTitle || !slices.Contains(labels, remembered(keep.titles, label, title).folded) {
				continue
			}
			if rest = vntext.Clean(rest); rest != "" {
				return stated{rest, c}, true
			}
			if i+1 < len(row) && !isLabel(row[i+1]) && (colon || row[i+1].Kind != xlsx.Text || !strings.Contains(row[i+1].Text, ":")) {
				return stated{vntext.Clean(row[i+1].Text), row[i+1]}, row[i+1].Text != ""
			}
		}
	}
	return stated{}, false
}

// isLabel reports whether a cell only says what stands beside it: where it follows another label, that one says nothing.
func isLabel(c xlsx.Cell) bool {
	return c.Kind == xlsx.Text && strings.HasSuffix(strings.TrimSpace(c.Text), ":")
}

// marks are what the very hidden sheet of a form says, by key.
type marks map[string]string

// marksOf reads the very hidden sheet. Any visibility will do, since programs other than Excel change it.
func marksOf(tabs []tab) marks {
	for _, t := range tabs {
		if t.name != marksSheet {
			continue
		}
		found := make(marks)
		for row := range t.rows() {
			key := cellAt(row, 1)
			if key.Kind == xlsx.Text {
				found[vntext.Clean(key.Text)] = vntext.Clean(cellAt(row, 2).Text)
			}
		}
		return found
	}
	return nil
}

// whose is what a file says about the unit that sent it.
type whose struct {
	unit     *Unit
	findings []Finding
	reject   *Finding
}

// identify tells whose form a file is: by the hidden code, the code beside its label, the name beside its label, and last by
// the name of the file where that is a code. All that is stated must agree.
func (r *reader) identify(file *File, hidden marks, t *tab, above int, keep keeper) whose {
	w := whose{}
	source := lang.Message{}
	var among []*Unit // that bore the stated code one after another, while it is not known which is meant
	settle := func(u *Unit, from lang.Message, pos Pos) {
		switch {
		case w.reject != nil:
		case w.unit == nil:
			w.unit, source = u, from
		case w.unit != u:
			f := noticed(fileTwoUnits, pos, twoUnits.With(source, w.unit.title(), from, u.title()))
			f.Hint = askWhose.With(w.unit.Name, u.Name, FormName(w.unit), FormName(u))
			w.reject = &f
		}
	}
	coded := func(code string, from lang.Message, pos Pos) {
		switch units := r.c.Units.Coded(UnitCode(code), r.period); {
		case len(units) == 1:
			settle(units[0], from, pos)
		case len(units) > 1 && !slices.Contains(units, w.unit):
			among = units
		case len(units) == 0 && w.reject == nil:
			w.reject = r.unknownUnit(pos, code, from)
		}
	}
	if code := hidden[keyUnit]; code != "" {
		coded(code, hiddenMark.With(), Pos{File: file.Path})
	}
	if s, ok := statement(t, above, unitCodeLabels, keep); ok {
		pos := Pos{file.Path, t.name, s.cell.Row, s.cell.Col}
		coded(s.text, cellSource.With(pos.Cell()), pos)
	}
	if s, ok := statement(t, above, unitLabels, keep); ok && w.reject == nil {
		r.byName(&w, s, Pos{file.Path, t.name, s.cell.Row, s.cell.Col}, among, settle)
	}
	if w.reject == nil && w.unit == nil && among != nil {
		w.reject = r.ambiguous(Pos{File: file.Path}, string(among[len(among)-1].Code), hiddenMark.With(), among)
	}
	if w.reject == nil {
		r.byFileName(&w, file)
	}
	return w
}

// byName weighs the name of the unit as the form states it. It also tells apart units that bore a code one after another.
func (r *reader) byName(w *whose, s stated, pos Pos, among []*Unit, settle func(*Unit, lang.Message, Pos)) {
	from := cellSource.With(pos.Cell())
	units := r.unitsNamed(s.text)
	if among != nil {
		units = slices.DeleteFunc(slices.Clone(units), func(u *Unit) bool { return !slices.Contains(among, u) })
	}
	switch {
	case among != nil && len(units) != 1:
		return
	case len(units) == 1:
		settle(units[0], from, pos)
	case len(units) > 1 && w.unit == nil:
		w.reject = r.ambiguous(pos, s.text, from, units)
	case len(units) > 1 && !slices.Contains(units, w.unit):
		settle(units[0], from, pos)
	case len(units) == 0 && w.unit != nil:
		f := noticed(fileOtherName, pos, nameDiffers.With(s.text, w.unit.title()))
		f.Raw = s.text
		w.findings = append(w.findings, f)
	case len(units) == 0:
		w.reject = r.unknownUnit(pos, s.text, from)
	}
}

// ambiguous rejects a file that may be of several units.
func (r *reader) ambiguous(pos Pos, text string, from lang.Message, units []*Unit) *Finding {
	codes := make([]string, len(units))
	for i, u := range units {
		codes[i] = string(u.Code)
	}
	f := noticed(fileNoUnit, pos, unitAmbiguous.With(text, from, strings.Join(codes, ", ")))
	f.Raw, f.Hint = text, writeUnitCode.With()
	return &f
}

// byFileName weighs the name of the file. A code, or with a warning the name of one unit, decides where nothing else says whose the form is; a form that names another unit is taken at
// its word.
func (r *reader) byFileName(w *whose, file *File) {
	named := r.byStem[vntext.Key(strings.TrimSuffix(path.Base(file.Path), path.Ext(file.Path)))]
	if named != nil { // a code that was used again is that of the unit of the form, or of the period
		if units := r.c.Units.Coded(named.Code, r.period); slices.Contains(units, w.unit) {
			named = w.unit
		} else if named = units[0]; len(units) > 1 && w.unit == nil {
			w.reject = r.ambiguous(Pos{File: file.Path}, string(named.Code), fileNameSource.With(), units)
			return
		}
	}
	if named == nil && w.unit == nil {
		if units := r.unitsNamed(stemOf(file.Path)); len(units) == 1 {
			w.unit = units[0]
			f := noticed(fileNoUnit, Pos{File: file.Path}, unitByFileName.With(w.unit.title()))
			f.Severity, f.Hint = figure.Warning, writeUnitCode.With()
			w.findings = append(w.findings, f)
			return
		}
	}
	switch {
	case named == nil && w.unit == nil:
		f := noticed(fileNoUnit, Pos{File: file.Path}, unitUnstated.With(""))
		f.Hint = writeUnitCode.With()
		w.reject = &f
	case w.unit == nil:
		w.unit = named
	case named != nil && named != w.unit:
		w.findings = append(w.findings, noticed(fileOtherName, Pos{File: file.Path}, fileDiffers.With(named.title(), w.unit.title())))
	}
}
