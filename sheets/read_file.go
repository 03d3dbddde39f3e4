package sheets

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"io/fs"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// largestFile is how many bytes a submission may have. A form has some ten thousand.
const largestFile = 50 << 20

var (
	cannotRead = lang.Format{Vi: "Không đọc được tệp: %s", En: "The file cannot be read: %s"}
	tooLarge   = lang.Format{Vi: "Tệp lớn hơn %d MB, không phải biểu mẫu; hãy gửi lại đúng tệp biểu mẫu", En: "The file is larger than %d MB and no form; send the form itself"}
	noTable    = lang.Format{
		Vi: "Không thấy bảng có cột “Mã” và cột “Số liệu” trong tệp; hãy điền vào biểu mẫu đã gửi",
		En: "The file has no table with the columns “Mã” and “Số liệu”; fill in the form that was sent",
	}
	noKnownRow = lang.Format{
		Vi: "Trang “%s” có bảng số liệu nhưng không dòng nào mang mã của danh mục; có thể là biểu mẫu của nơi khác",
		En: "Sheet “%s” has a table but no row bears a code of the catalogue; it may be the form of somebody else",
	}
	hiddenUnused = lang.Format{
		Vi: "Trang ẩn “%s” cũng có bảng số liệu; chỉ dùng trang “%s” đang hiện",
		En: "The hidden sheet “%s” holds a table of figures too; only the visible sheet “%s” is used",
	}
	hiddenUsed = lang.Format{Vi: "Bảng số liệu nằm ở trang ẩn “%s”; số liệu vẫn được dùng", En: "The table of figures is on the hidden sheet “%s”; it is used"}
)

// outcome is what a worker made of a file.
type outcome struct {
	file       *File
	submission *Submission // nil where the file was rejected or ignored
	findings   []Finding
	reader     *reader // of the period for which the form is; nil where that could not be told
	stray      Finding // of a form of a former period: that it is one
}

// reject ends the reading of a file.
func (o *outcome) reject(f Finding) {
	o.file.Outcome, o.file.Reason = Rejected, f.Message
	f.Unit = o.file.Unit
	o.submission = nil
	o.findings = []Finding{f}
}

// rejectFile ends the reading of a file with a reason that is about the file as a whole.
func (o *outcome) rejectFile(code string, reason lang.Message) {
	o.reject(noticed(code, Pos{File: o.file.Path}, reason))
}

// readFile reads one file. Whatever it holds, the result is an outcome and never a failure of the run.
func (r *reader) readFile(l listed, keep keeper) outcome {
	o := outcome{file: &File{Path: l.shown}}
	if !l.reason.IsZero() {
		o.file.Outcome, o.file.Reason = l.outcome, l.reason
		if l.outcome == Rejected {
			o.file.Unit = r.unitOfName(l.shown)
			o.rejectFile(fileUnreadable, l.reason)
		}
		return o
	}
	o.file.Unit = r.unitOfName(l.shown)
	data, reason := l.data(r.fsys)
	if !reason.IsZero() {
		o.rejectFile(fileUnreadable, reason)
		return o
	}
	sum := sha256.Sum256(data)
	o.file.SHA256 = hex.EncodeToString(sum[:])
	tabs, err := r.open(&o, data, keep)
	if err != nil {
		if o.file.Outcome, o.file.Reason = leftOver(o.file.Path, err); o.file.Outcome == Rejected {
			o.rejectFile(fileUnreadable, o.file.Reason)
		}
		return o
	}
	for _, t := range tabs {
		o.file.Sheets = append(o.file.Sheets, keep.text(t.name))
	}
	tabs = withoutMendSheet(tabs)
	settleLetters(tabs, keep)
	r.readForm(&o, tabs, keep)
	if o.file.Outcome == Rejected && slices.Contains([]string{fileNoForm, fileNoUnit, fileNoPeriod}, o.findings[0].Code) {
		if f := unreadableLetters(o.file, tabs); f != nil {
			o.reject(*f)
		}
	}
	return o
}

// readAll reads a file whole, up to a limit.
func readAll(fsys fs.FS, path string) ([]byte, lang.Message) {
	file, err := fsys.Open(path)
	if err != nil {
		return nil, cannotRead.With(lang.Cause(err))
	}
	defer file.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(file, largestFile+1))
	switch {
	case err != nil:
		return nil, cannotRead.With(lang.Cause(err))
	case len(data) > largestFile:
		return nil, tooLarge.With(largestFile >> 20)
	}
	return data, lang.Message{}
}

// readForm finds the form in a workbook and reads it.
func (r *reader) readForm(o *outcome, tabs []tab, keep keeper) {
	hidden := marksOf(tabs)
	r = r.likely(o.file, hidden, tabs, keep)
	if u := r.c.Units.Unit(UnitCode(hidden[keyUnit])); u != nil {
		o.file.Unit = u.Code
	}
	r.markLists(tabs, keep)
	tables, other := r.tables(o, tabs, hidden, keep)
	if len(tables) == 0 {
		reason := noTable.With()
		if other != "" {
			reason = noKnownRow.With(other)
		}
		o.rejectFile(fileNoForm, reason)
		return
	}
	main := tables[0]
	w := r.identify(o.file, hidden, main.tab, main.header, keep)
	if w.reject != nil {
		if w.reject.Code == fileTwoUnits { // neither of the two is blamed for what may be the other's mistake
			o.file.Unit = ""
		}
		o.reject(*w.reject)
		return
	}
	o.file.Unit = w.unit.Code
	o.findings = append(o.findings, w.findings...)
	if r = r.ofPeriod(o, w.unit, hidden, main, keep); r != nil {
		r.submit(o, w.unit, tabs, tables, hidden[keyFingerprint], keep)
	}
}

// ofPeriod gives the reader of the period that the form of a unit is for; nil where the form does not count, which is said.
func (r *reader) ofPeriod(o *outcome, u *Unit, hidden marks, main *table, keep keeper) *reader {
	says := r.all.periodOf(o.file, hidden, main.tab, main.header, keep)
	switch {
	case says.reject != nil:
		o.reject(*says.reject)
		return nil
	case !says.ignored.IsZero():
		o.file.Outcome, o.file.Reason, o.findings = Ignored, says.ignored, nil
		return nil
	}
	r, o.reader, o.file.Period, o.stray = says.reader, says.reader, says.reader.period, says.stray
	if !r.expect.Reports(u) {
		o.rejectFile(fileNotAsked, unitNotAsked.With(u.Name, string(u.Code), r.period.title()))
		return nil
	}
	if says.warn != nil {
		o.findings = append(o.findings, *says.warn)
	}
	return r
}

// submit makes the submission of a unit out of the tables of its form, the first of which is the form's own.
func (r *reader) submit(o *outcome, u *Unit, tabs []tab, tables []*table, fingerprint string, keep keeper) {
	main := tables[0]
	day, badDay := r.declared(o.file, main.tab, main.header, keep)
	turn, badTurn := turnOf(o.file, main.tab, main.header, keep)
	for _, f := range []*Finding{badDay, badTurn} {
		if f != nil {
			o.findings = append(o.findings, *f)
		}
	}
	o.submission = &Submission{File: o.file, Unit: u, Declared: day, Turn: turn, Values: make([]Value, len(r.bySlot))}
	if conflict := r.merge(o, tables); conflict != nil {
		o.reject(*conflict)
		return
	}
	refused, note := foreignLetters(o.file, tabs, tables)
	if refused != nil {
		o.reject(*refused)
		return
	}
	o.findings = slices.Concat(o.findings, convertedLetters(o.file, tabs), note)
	o.submission.Lists = r.readLists(o, tabs, keep)
	r.readOrigin(o, tabs)
	r.missingRows(o, main, fingerprint)
	slices.SortStableFunc(o.findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(o.sheetIndex(a), o.sheetIndex(b)), cmp.Compare(a.Pos.Row, b.Pos.Row), cmp.Compare(a.Pos.Col, b.Pos.Col))
	})
	for i := range o.findings {
		o.findings[i].Unit = u.Code
	}
}

func (o *outcome) sheetIndex(f Finding) int { return slices.Index(o.file.Sheets, f.Pos.Sheet) }

// tables reads the tables of the sheets that can be seen; where none of them is a form, those of the hidden ones. It also names a
// sheet that looks like a form and has no known code.
func (r *reader) tables(o *outcome, tabs []tab, hidden marks, keep keeper) (used []*table, other string) {
	var unseen []*table
	var others []*tab
	for i := range tabs {
		t := &tabs[i]
		if t.name == marksSheet || t.name == originSheet || t.list != nil {
			continue
		}
		if others = append(others, t); t.listed {
			continue
		}
		found := r.readTable(o.file, t, keep)
		switch {
		case found == nil:
		case len(found.entries) == 0 && (hidden == nil || t.hidden || len(r.catalogueRows(hidden)) > 0):
			other = t.name
		case t.hidden:
			unseen = append(unseen, found)
		default:
			used = append(used, found)
		}
	}
	used, unseen = byCodeFirst(used), byCodeFirst(unseen)
	r.otherSheets(o, slices.DeleteFunc(others, func(t *tab) bool { return hasTable(used, t) || hasTable(unseen, t) }))
	if len(used) == 0 {
		for _, t := range unseen {
			o.findings = append(o.findings, noticed(fileHiddenSheet, Pos{File: o.file.Path, Sheet: t.tab.name}, hiddenUsed.With(t.tab.name)))
		}
		return unseen, other
	}
	for _, t := range unseen {
		if t.filled() > 0 || len(r.outside(t)) > 0 {
			o.findings = append(o.findings, noticed(fileHiddenSheet, Pos{File: o.file.Path, Sheet: t.tab.name}, hiddenUnused.With(t.tab.name, used[0].tab.name)))
		}
	}
	return used, other
}

func hasTable(tables []*table, t *tab) bool {
	return slices.ContainsFunc(tables, func(found *table) bool { return found.tab == t })
}

// byCodeFirst leaves out the tables whose rows were recognised by label alone where there are others: a list of works may hold the
// name of a figure.
func byCodeFirst(tables []*table) []*table {
	var strong []*table
	for _, t := range tables {
		if t.byCode > 0 {
			strong = append(strong, t)
		}
	}
	if strong == nil {
		return tables
	}
	return strong
}

// catalogueRows are the figures that the unit of a form is expected to give.
func (r *reader) catalogueRows(hidden marks) []*Indicator {
	u := r.c.Units.Unit(UnitCode(hidden[keyUnit]))
	if u == nil {
		return r.c.Indicators
	}
	return r.expect.Figures[u.Index]
}

// unitOfName is the unit whose code the name of a file is, "" where it is none.
func (r *reader) unitOfName(path string) UnitCode {
	stem := path[strings.LastIndex(path, "/")+1:]
	if dot := strings.LastIndex(stem, "."); dot > 0 {
		stem = stem[:dot]
	}
	if u := r.byStem[vntext.Key(stem)]; u != nil {
		return u.Code
	}
	return ""
}
