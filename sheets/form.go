package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"strings"
	"sync"
	"time"

	"tonghop/lang"
)

// Forms writes the standard forms of a period. Units that are expected to give the same figures get the same workbook,
// which is built once; for each of them only the cells that differ are written. It may be used by several goroutines at once.
type Forms struct {
	catalogue   *Catalogue
	expect      *Expectation
	fingerprint string
	reports     map[*Unit]bool

	mu     sync.Mutex
	blanks map[string]func() (*blankForm, error)
}

// Answer is what stands in a value cell of a filled form: a number, or else a text as somebody might type it. The zero
// Answer leaves the cell blank.
type Answer struct {
	Number *big.Rat // in the row's ĐVT; a day is the number of days since 1899-12-30
	Text   string
	Note   string // for the column Ghi chú
}

var (
	noForm        = lang.Format{Vi: "Đơn vị “%s” (%s) không phải nộp báo cáo trong kỳ này", En: "Unit “%s” (%s) is not asked to report in this period"}
	noRow         = lang.Format{Vi: "Biểu mẫu của đơn vị “%s” không có dòng “%s”", En: "The form of unit “%s” has no row “%s”"}
	endlessNumber = lang.Format{Vi: "Số %s không viết được thành số thập phân hữu hạn", En: "The number %s has no finite decimal form"}
	formFailed    = lang.Format{Vi: "Không tạo được biểu mẫu của đơn vị “%s”: %s", En: "The form of unit “%s” could not be made: %s"}
)

// NewForms prepares the forms for what a catalogue expects of its units in a period.
func NewForms(c *Catalogue, e *Expectation) *Forms {
	f := &Forms{
		catalogue: c, expect: e, fingerprint: c.Fingerprint(),
		reports: make(map[*Unit]bool), blanks: make(map[string]func() (*blankForm, error)),
	}
	for _, u := range e.Reporting {
		f.reports[u] = true
	}
	return f
}

// Fingerprint is a digest of the figures that units give, in hexadecimal. A form carries it, so that a form of an older catalogue is known.
func (c *Catalogue) Fingerprint() string {
	digest := sha256.New()
	for _, ind := range c.Submitted() {
		fmt.Fprintf(digest, "%s\t%d\t%s\n", foldCode(ind.Code), ind.Kind, ind.Measure)
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// Blank gives the form of a unit with every value cell empty. The error is a lang.Message.
func (f *Forms) Blank(u *Unit) ([]byte, error) { return f.Filled(u, nil, time.Time{}) }

// Filled gives the form of a unit with answers in its cells; date is the day of the report that the form states, zero
// for none. The error is a lang.Message.
func (f *Forms) Filled(u *Unit, answers map[Code]Answer, date time.Time) ([]byte, error) {
	blank, err := f.blank(u)
	if err != nil {
		return nil, err
	}
	known := 0
	edits := []edit{
		{part: blank.form, ref: unitNameRef, cell: textCell(u.Name)},
		{part: blank.form, ref: unitCodeRef, cell: textCell(string(u.Code))},
		{part: blank.marks, ref: markUnitRef, cell: textCell(string(u.Code))},
	}
	if !date.IsZero() {
		edits = append(edits, edit{part: blank.form, ref: dateRef, cell: numberCell(fmt.Sprint(excelDay(date)))})
	}
	for _, row := range blank.rows {
		answer, ok := answers[row.ind.Code]
		if !ok {
			continue
		}
		known++
		if edits, err = answer.edits(edits, blank.form, row); err != nil {
			return nil, err
		}
	}
	if known < len(answers) {
		return nil, unknownAnswer(u, blank.rows, answers)
	}
	data, err := blank.patch(edits)
	if err != nil {
		return nil, formFailed.With(u.Name, err)
	}
	return data, nil
}

// Upward gives the blank form in which a unit gives some figures and lists to the level above it, whether or not the registry asks it to report. The
// error is a lang.Message.
func (f *Forms) Upward(u *Unit, figures []*Indicator, lists []*List) ([]byte, error) {
	blank, err := f.build(figures, lists)
	if err != nil {
		return nil, formFailed.With(u.Name, err)
	}
	data, err := blank.patch([]edit{
		{part: blank.form, ref: unitNameRef, cell: textCell(u.Name)},
		{part: blank.form, ref: unitCodeRef, cell: textCell(string(u.Code))},
		{part: blank.marks, ref: markUnitRef, cell: textCell(string(u.Code))},
	})
	if err != nil {
		return nil, formFailed.With(u.Name, err)
	}
	return data, nil
}

// edits puts an answer into the cells of its row.
func (a Answer) edits(edits []edit, part int, row formRow) ([]edit, error) {
	switch {
	case a.Number != nil:
		text, ok := finiteDecimal(a.Number)
		if !ok {
			return nil, endlessNumber.With(a.Number.RatString())
		}
		edits = append(edits, edit{part: part, ref: cellRef(row.row, colValue), cell: numberCell(text)})
	case a.Text != "":
		edits = append(edits, edit{part: part, ref: cellRef(row.row, colValue), cell: textCell(a.Text)})
	}
	if a.Note != "" {
		edits = append(edits, edit{part: part, ref: cellRef(row.row, colNote), cell: textCell(a.Note)})
	}
	return edits, nil
}

// unknownAnswer names the first answer, by code, that has no row.
func unknownAnswer(u *Unit, rows []formRow, answers map[Code]Answer) error {
	first := ""
	for code := range answers {
		if !hasRow(rows, code) && (first == "" || string(code) < first) {
			first = string(code)
		}
	}
	return noRow.With(u.Name, first)
}

func hasRow(rows []formRow, code Code) bool {
	for _, row := range rows {
		if row.ind.Code == code {
			return true
		}
	}
	return false
}

// blank gives the workbook of all units that give what this one gives.
func (f *Forms) blank(u *Unit) (*blankForm, error) {
	if !f.reports[u] {
		return nil, noForm.With(u.Name, string(u.Code))
	}
	figures := f.expect.Figures[u.Index]
	lists := f.catalogue.listsOf(u)
	var key strings.Builder
	for _, ind := range figures {
		fmt.Fprintf(&key, "%d ", ind.Slot)
	}
	fmt.Fprintf(&key, "/ %d", len(lists))
	f.mu.Lock()
	build := f.blanks[key.String()]
	if build == nil {
		build = sync.OnceValues(func() (*blankForm, error) { return f.build(figures, lists) })
		f.blanks[key.String()] = build
	}
	f.mu.Unlock()
	blank, err := build()
	if err != nil {
		return nil, formFailed.With(u.Name, err)
	}
	return blank, nil
}

// excelDay is the serial number of a day in the calendar of 1900.
func excelDay(day time.Time) int {
	return int(day.Sub(excelEpoch).Hours() / 24)
}

// finiteDecimal writes a number without rounding it.
func finiteDecimal(r *big.Rat) (string, bool) {
	digits, exact := r.FloatPrec()
	if !exact || digits > 15 {
		return "", false
	}
	return r.FloatString(digits), true
}
