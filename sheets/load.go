package sheets

import (
	"cmp"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// loader reads a catalogue workbook. Everything that does not fit becomes a fault; nothing stops the reading but a workbook that cannot be
// opened.
type loader struct {
	c     *Catalogue
	grids []grid // by the places of sheetSpecs; without rows where the sheet is absent

	formulas []pending              // compiled when every name is known
	at       map[*formula.Expr]cell // where the compiled formulas stand
	levels   []levelUse             // checked when every unit is known
	blanks   []cell                 // thresholds that nobody assigned
	fed      []feedCell             // what columns of list forms feed, read when every figure is known
	left     []cell                 // codes of periods that were left out for a fault of their own
	moves    []move                 // rows of the sheet Chuyển đổi

	old, oldFault int // cells in fonts of before Unicode, and the fault that counts them

	questions int // how often units were searched for a suggestion
}

var (
	cannotOpen = lang.Format{Vi: "Không đọc được danh mục “%s”: %s", En: "The catalogue “%s” cannot be read: %s"}

	sheetTwice     = lang.Format{Vi: "Danh mục có hai trang “%s” và “%s” cùng nghĩa; chỉ trang thứ nhất được dùng.", En: "The sheets “%s” and “%s” mean the same; only the first is used."}
	sheetTwiceHint = lang.Format{Vi: "Gộp hai trang làm một, hoặc đổi tên trang không dùng.", En: "Make them one, or rename the one that is not meant."}
	sheetNear      = lang.Format{Vi: "Trang “%s” không có trong danh mục; có phải là trang “%s” không?", En: "The catalogue has no sheet “%s”; is it “%s”?"}
	sheetNearHint  = lang.Format{Vi: "Nếu đúng, đổi tên trang thành “%s”; nếu không, trang này được giữ nguyên và không dùng.", En: "If so, call it “%s”; if not, it is kept and not used."}

	noRows     = lang.Format{Vi: "Danh mục chưa có %s nào ở trang “%s”.", En: "The catalogue has no %s in the sheet “%s”."}
	noRowsHint = lang.Format{Vi: "Thêm ít nhất một dòng vào trang “%s”.", En: "Add at least one row to the sheet “%s”."}
)

// Load reads a catalogue workbook. file is its path relative to the workspace, for messages. The error says in words why the workbook cannot be
// opened; everything else that is wrong is in Catalogue.Faults, and the rest of the catalogue is as good as if the faulty rows were
// not there.
func Load(file string, data []byte) (*Catalogue, error) {
	l := &loader{c: &Catalogue{File: file}, grids: make([]grid, len(sheetSpecs))}
	book, err := xlsx.Open(data)
	if err != nil {
		return nil, cannotOpen.With(file, err)
	}
	if err := l.open(book); err != nil {
		return nil, cannotOpen.With(file, err)
	}
	l.read()
	return l.c, nil
}

// read makes the catalogue from the cells of its sheets. What is named comes before what names it.
func (l *loader) read() {
	l.settings()
	l.options()
	l.lists()
	l.periods()
	l.units()
	l.indicators()
	l.feeds()
	l.rules()
	l.targets()
	l.assignments()
	l.shortcomings()
	l.intakes()
	l.successions()
	l.exceptions()
	l.compile()
	l.checkKinds()
	l.checkSettings()
	l.checkLevels()
	l.breakCircles()
	l.finish()
}

// open reads the cells of all sheets that belong to the catalogue.
func (l *loader) open(book *xlsx.Book) error {
	for i, sheet := range book.Sheets {
		at := Pos{File: l.c.File, Sheet: vntext.Clean(sheet.Name)}
		place, ok := l.place(at)
		if !ok {
			continue
		}
		g, err := l.grid(book, i, at)
		if err != nil {
			return err
		}
		l.grids[place] = g
	}
	return nil
}

// place tells which sheet of the catalogue a sheet of the workbook is, and reports one that is there again.
func (l *loader) place(at Pos) (int, bool) {
	place := sheetPlace(at.Sheet)
	if place == len(sheetSpecs) {
		l.strangeSheet(at)
		return 0, false
	}
	if known := l.grids[place].at.Sheet; known != "" {
		l.fault(Finding{
			Code: faultSheet, Severity: figure.Error, Pos: at,
			Message: sheetTwice.With(known, at.Sheet), Hint: sheetTwiceHint.With(),
		})
		return 0, false
	}
	return place, true
}

// strangeSheet reports a sheet whose name is nearly one of the catalogue's. Other sheets are the staff's own business.
func (l *loader) strangeSheet(at Pos) {
	if sameWord(at.Sheet, sheetGuide) {
		return
	}
	names := make([]string, len(sheetSpecs))
	for i, spec := range sheetSpecs {
		names[i] = spec.name
	}
	near := vntext.Nearest(at.Sheet, names, 1)
	if len(near) == 0 {
		return
	}
	l.fault(Finding{
		Code: faultSheet, Severity: figure.Warning, Pos: at, Raw: at.Sheet,
		Message: sheetNear.With(at.Sheet, near[0]), Hint: sheetNearHint.With(near[0]), Suggest: near[0],
	})
}

// rows gives the rows of a sheet, none where the sheet is absent.
func (l *loader) rows(name string) []row {
	for i := range sheetSpecs {
		if spec := &sheetSpecs[i]; spec.name == name {
			return l.table(spec, l.grids[i])
		}
	}
	panic("internal error: no sheet " + name)
}

// finish numbers the figures, builds the index and puts the faults into the order of the workbook.
func (l *loader) finish() {
	c := l.c
	c.byCode = make(map[Code]*Indicator, len(c.Indicators))
	slots := 0
	for _, ind := range c.Indicators {
		c.byCode[foldCode(ind.Code)] = ind
		ind.Slot = -1
		if ind.Kind != Derived {
			ind.Slot = slots
			slots++
		}
	}
	l.nothing(len(c.Units.Units), sheetUnits, lang.Format{Vi: "đơn vị", En: "units"})
	l.nothing(len(c.Indicators), sheetIndicators, lang.Format{Vi: "số liệu", En: "figures"})
	l.nothing(len(c.Periods), sheetPeriods, lang.Format{Vi: "kỳ", En: "periods"})
	slices.SortStableFunc(c.Faults, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(sheetPlace(a.Pos.Sheet), sheetPlace(b.Pos.Sheet)), strings.Compare(a.Pos.Sheet, b.Pos.Sheet),
			cmp.Compare(a.Pos.Row, b.Pos.Row), cmp.Compare(a.Pos.Col, b.Pos.Col),
		)
	})
}

// nothing reports a sheet that gave nothing and has no other fault that would explain it.
func (l *loader) nothing(count int, sheet string, what lang.Format) {
	blamed := slices.ContainsFunc(l.c.Faults, func(f Finding) bool {
		return f.Severity == figure.Error && sameWord(f.Pos.Sheet, sheet)
	})
	if count > 0 || blamed {
		return
	}
	l.fault(Finding{
		Code: faultBlank, Severity: figure.Error, Pos: Pos{File: l.c.File, Sheet: sheet},
		Message: noRows.With(what, sheet), Hint: noRowsHint.With(sheet),
	})
}

// sheetPlace is the place of a sheet in the order of the tabs.
func sheetPlace(name string) int {
	if place := slices.IndexFunc(sheetSpecs, func(s sheetSpec) bool { return s.is(name) }); place >= 0 {
		return place
	}
	return len(sheetSpecs)
}
