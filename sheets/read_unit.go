package sheets

import (
	"path"
	"slices"
	"strings"
	"time"

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

// stemOf is the name of a file without its folder and its ending, with spaces where people write lines.
func stemOf(name string) string {
	return strings.ReplaceAll(strings.TrimSuffix(path.Base(name), path.Ext(name)), "_", " ")
}

// unknownUnit rejects a file of a unit that the registry does not have. The nearest units are offered later.
func (r *reader) unknownUnit(pos Pos, text string, from lang.Message) *Finding {
	f := noticed(fileNoUnit, pos, unitUnknown.With(shorten(text), from, ""))
	f.Raw, f.Hint = text, writeUnitCode.With()
	return &f
}

// mostOffers is for how many files of unknown units the nearest are looked for. Where there are more, the registry is the wrong one,
// and to compare each of thousands of names with all of the registry would take minutes.
const mostOffers = 100

// offerUnits adds the nearest units to what was said of the first files of unknown units.
func (r *reader) offerUnits(outcomes []outcome) {
	offers := 0
	for i := range outcomes {
		o := &outcomes[i]
		if len(o.findings) != 1 || offers == mostOffers {
			continue
		}
		f := &o.findings[0]
		var near []string
		switch f.Message.Format {
		case unitUnknown:
			near = vntext.Nearest(f.Raw, r.unitWords, 3)
		case unitUnstated:
			near = r.unitsIn(stemOf(o.file.Path))
		default:
			continue
		}
		offers++
		if len(near) == 0 {
			continue
		}
		args := slices.Clone(f.Message.Args)
		args[len(args)-1] = unitNearest.With("“" + strings.Join(near, "”, “") + "”")
		f.Message = f.Message.Format.With(args...)
		o.file.Reason = f.Message
		if len(near) == 1 {
			f.Suggest = near[0]
		}
	}
}

// unitsIn gives the codes of the units whose code or name is a part of the name of a file, at most three.
func (r *reader) unitsIn(stem string) []string {
	words := " " + wordsKey(stem) + " "
	var codes []string
	for _, u := range r.c.Units.Units {
		for _, name := range append([]string{string(u.Code), u.Name}, u.Aliases...) {
			if key := wordsKey(name); key != "" && strings.Contains(words, " "+key+" ") && len(codes) < 3 {
				codes = append(codes, string(u.Code))
				break
			}
		}
	}
	return codes
}

// unitsNamed gives the units that a text may mean: by code, by name or alias, or by name and parent where a name repeats. Where
// several bear the name, those that bear it in the period are preferred, then those that are valid in it: names move from unit to unit.
func (r *reader) unitsNamed(text string) []*Unit {
	if units := r.c.Units.Coded(UnitCode(text), r.period); len(units) > 0 {
		return units
	}
	var named, valid, all []*Unit
	add := func(units []*Unit, u *Unit) []*Unit {
		if slices.Contains(units, u) {
			return units
		}
		return append(units, u)
	}
	for _, n := range r.byUnitName[wordsKey(text)] {
		if overlaps(n.from, n.to, r.period) {
			named = add(named, n.unit)
		}
		if n.unit.ValidIn(r.period) {
			valid = add(valid, n.unit)
		}
		all = add(all, n.unit)
	}
	switch {
	case len(named) > 0:
		return named
	case len(valid) > 0:
		return valid
	}
	return all
}

// named is a unit and when it bore a name.
type named struct {
	unit     *Unit
	from, to time.Time
}

// indexUnits makes the tables in which units are looked up.
func (r *reader) indexUnits() {
	r.byStem = make(map[string]*Unit)
	r.byUnitName = make(map[string][]named)
	for _, u := range r.c.Units.Units {
		r.byStem[vntext.Key(SafeName(string(u.Code)))] = u
		r.unitWords = append(r.unitWords, u.Name, string(u.Code))
		for _, v := range u.versions() {
			for _, name := range append([]string{v.Name}, v.Aliases...) {
				r.indexName(named{u, v.From, v.To}, name, v.Parent)
			}
		}
	}
}

// indexName adds a name of a unit: alone, with the code, and with the name of each unit above.
func (r *reader) indexName(n named, name string, above UnitCode) {
	add := func(text string) {
		if key := wordsKey(text); key != "" {
			r.byUnitName[key] = append(r.byUnitName[key], n)
		}
	}
	add(name)
	add(name + " " + string(n.unit.Code))
	add(string(n.unit.Code) + " " + name)
	last := lastDay(n.to)
	steps := 0
	for up := r.c.Units.Unit(above); up != nil && steps < len(r.c.Units.Units); up = r.c.Units.AboveIn(up, last) {
		add(name + " " + up.In(last).Name)
		steps++
	}
}

// wordsKey compares names without regard to what stands between their words: “Xã A, Huyện B” is “Xã A - Huyện B”.
func wordsKey(text string) string {
	words := strings.FieldsFunc(vntext.Key(text), func(c rune) bool { return strings.ContainsRune(" ,;-()/", c) })
	return strings.Join(words, " ")
}

// title is the unit as messages name it.
func (u *Unit) title() string { return u.Name + " (" + string(u.Code) + ")" }

// shorten keeps a quoted text to the length of a line.
func shorten(text string) string {
	letters := []rune(vntext.Clean(text))
	if len(letters) > 80 {
		return string(letters[:79]) + "…"
	}
	return string(letters)
}
