package out

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// grid is the sheet of units by figures. Units stand in the order of the tree, every unit above those below it; the total of a
// unit is a live formula over the cells of the units directly below it.
type grid struct {
	run        *Run
	indicators []*sheets.Indicator
	units      []*sheets.Unit
	rows       map[*sheets.Unit]int
	giving     []map[*sheets.Indicator]bool // by unit.Index: what the unit is expected to give
	heirs      map[*sheets.Unit]bool        // units that have a part of one that was divided
	title      lang.Format                  // of the sheet
}

const (
	gridHead   = 5 // rows above the first unit: title, two remarks, an empty row, the header
	gridLabels = 4 // columns before the figures
)

func newGrid(r *Run) *grid {
	g := &grid{run: r, indicators: r.Catalogue.Submitted(), rows: make(map[*sheets.Unit]int), heirs: make(map[*sheets.Unit]bool), title: lang.Format{Vi: "Theo đơn vị", En: "By unit"}}
	if root := r.Catalogue.Units.Root; root != nil {
		g.walk(root)
	}
	g.giving = make([]map[*sheets.Indicator]bool, len(r.Catalogue.Units.Units))
	for i, figures := range r.Batch.Expect.Figures {
		g.giving[i] = make(map[*sheets.Indicator]bool, len(figures))
		for _, ind := range figures {
			g.giving[i][ind] = true
		}
	}
	return g
}

func (g *grid) walk(u *sheets.Unit) {
	g.rows[u] = gridHead + len(g.units) + 1
	g.units = append(g.units, u)
	for _, heir := range u.Portions() {
		g.heirs[heir.Unit] = true
	}
	for _, below := range g.below(u) {
		g.walk(below)
	}
}

// below are the units directly below a unit that have to do with the period.
func (g *grid) below(u *sheets.Unit) []*sheets.Unit {
	var units []*sheets.Unit
	for _, below := range u.Below() {
		if g.run.Concerns(below) {
			units = append(units, below)
		}
	}
	return units
}

// inner reports whether others stand behind the unit's totals.
func (g *grid) inner(u *sheets.Unit) bool { return g.heirs[u] || len(g.below(u)) > 0 }

func (g *grid) name() string { return g.title.In(g.run.Lang) }

// rootRef is the reference to the cell of the whole's total, "" where the figure has none.
func (g *grid) rootRef(ind *sheets.Indicator) string {
	for i, other := range g.indicators {
		if other == ind {
			return "'" + g.name() + "'!" + cellAt(g.column(i), gridHead+1)
		}
	}
	return ""
}

func (g *grid) column(i int) string {
	name, err := excelize.ColumnNumberToName(gridLabels + i + 1)
	if err != nil {
		return "" // beyond Excel's 16,384 columns, which the catalogue refuses
	}
	return name
}

func (g *grid) sheet(b *book, r *Run) error {
	l := layout{
		name:  g.name(),
		title: lang.Format{Vi: "SỐ LIỆU THEO ĐƠN VỊ", En: "FIGURES BY UNIT"}.In(r.Lang),
		remarks: []string{periodLine(r), lang.Format{
			Vi: "Dòng in đậm là công thức cộng từ các đơn vị trực thuộc. Ô vàng: chưa có số. Ô trắng để trống: đơn vị không phải báo cáo số này.",
			En: "Rows in bold are formulas over the units below. Yellow: no figure yet. Empty and white: not asked of the unit.",
		}.In(r.Lang) + treeRemark(r)},
		columns: []column{
			{lang.Format{Vi: "Mã", En: "Code"}, 13}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 34}, {lang.Format{Vi: "Cấp", En: "Level"}, 11}, {lang.Format{Vi: "Trực thuộc", En: "Under"}, 12},
		},
		frozen: 2, wide: true,
	}
	for _, ind := range g.indicators {
		name := ind.Name + "\n(" + string(ind.Code) + ")"
		l.columns = append(l.columns, column{lang.Format{Vi: name, En: name}, 17})
	}
	return b.sheet(l, func(p *page) error {
		for _, u := range g.units {
			if err := p.add(g.row(u)...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (g *grid) row(u *sheets.Unit) []cell {
	text := plainText
	if g.inner(u) {
		text = strong
	}
	under := ""
	if above := u.Above(); above != nil {
		under = string(above.Code)
	}
	row := []cell{{value: string(u.Code), look: text}, {value: indent(u) + u.Name + fate(g.run, u), look: text}, {value: u.Level, look: text}, {value: under, look: text}}
	for i, ind := range g.indicators {
		row = append(row, g.cell(u, ind, g.column(i)))
	}
	return row
}

func indent(u *sheets.Unit) string {
	depth := 0
	for above := u.Above(); above != nil; above = above.Above() {
		depth++
	}
	return strings.Repeat("   ", depth)
}

// cell is the unit's own answer where it is expected to give one, else the total of the units below as a live formula.
func (g *grid) cell(u *sheets.Unit, ind *sheets.Indicator, column string) cell {
	if g.giving[u.Index][ind] {
		if g.run.composite() && g.inner(u) || !g.run.Totals.Own(u, ind) { // others gave a part of it: later, or before they went over into it
			return shownTotal(ind, g.run.Totals.Total(u, ind))
		}
		return g.answer(u, ind)
	}
	if !g.inner(u) {
		return cell{value: "", look: plainText}
	}
	total := g.run.Totals.Total(u, ind)
	formula := ""
	if !g.heirs[u] { // its part of a divided unit stands in no cell
		formula = g.formula(u, ind, column)
	}
	switch {
	case total.Value.Expected == 0 && total.Value.IsMissing():
		return cell{value: "", look: strong}
	case formula == "" && !total.Value.IsMissing():
		return cell{value: ind.Shown(total.Value), look: strong}
	case total.Value.IsMissing():
		return cell{value: "", look: strong, formula: formula}
	}
	c := numeric(total.Value.Rat, true)
	c.formula = formula
	return c
}

// answer is what the unit itself gave.
func (g *grid) answer(u *sheets.Unit, ind *sheets.Indicator) cell {
	v := g.run.Batch.Answer(u, ind)
	f := v.Figure(ind)
	switch {
	case v.State == sheets.Unreadable:
		return cell{value: "?", look: bad}
	case f.IsMissing():
		return cell{value: "", look: doubtful}
	case f.Kind == figure.Number && f.Den == nil:
		c := numeric(f.Rat, false)
		if v.Have < v.Expected { // some sub-periods are missing
			c.look = doubtful
		}
		return c
	case f.Kind == figure.Bool:
		return cell{value: yesNo(f.Bool).In(g.run.Lang), look: centred}
	}
	return cell{value: ind.Shown(f), look: centred}
}

func yesNo(b bool) lang.Format {
	if b {
		return lang.Format{Vi: "có", En: "yes"}
	}
	return lang.Format{Vi: "không", En: "no"}
}

// formula adds up the cells of the units below as the figure's roll-up says; "" where a workbook formula cannot say it.
func (g *grid) formula(u *sheets.Unit, ind *sheets.Indicator, column string) string {
	if ind.Kind == sheets.Ratio || ind.Kind == sheets.Interval || ind.Kind == sheets.Day {
		return ""
	}
	var given, totals []int // rows of units that answer, and of those that hold a total of their own
	for _, below := range g.below(u) {
		switch {
		case below.Portions() != nil && ind.Rollup == sheets.Sum: // its parts stand at the units that have them
		case g.giving[below.Index][ind]:
			given = append(given, g.rows[below])
		case g.inner(below):
			totals = append(totals, g.rows[below])
		}
	}
	all := rangesOf(column, merge(given, totals))
	switch ind.Rollup {
	case sheets.Sum:
		return unlessEmpty("SUM", all)
	case sheets.Largest:
		return unlessEmpty("MAX", all)
	case sheets.Smallest:
		return unlessEmpty("MIN", all)
	case sheets.CountUnits:
		return g.countFormula(ind, rangesOf(column, given), rangesOf(column, totals))
	}
	return ""
}

// countFormula counts the answers among the given cells and adds the counts of the units that hold a total. It stays empty while nobody has
// answered: nothing is not zero.
func (g *grid) countFormula(ind *sheets.Indicator, given, totals []string) string {
	if ind.Kind != sheets.YesNo {
		return ""
	}
	yes, no := yesNo(true).In(g.run.Lang), yesNo(false).In(g.run.Lang)
	var count, answers []string
	for _, cells := range given {
		count = append(count, `COUNTIF(`+cells+`,"`+yes+`")`)
		answers = append(answers, `COUNTIF(`+cells+`,"`+yes+`")`, `COUNTIF(`+cells+`,"`+no+`")`)
	}
	if len(totals) > 0 {
		list := strings.Join(totals, ",")
		count, answers = append(count, "SUM("+list+")"), append(answers, "COUNT("+list+")")
	}
	if len(count) == 0 {
		return ""
	}
	return short(`IF(` + strings.Join(answers, "+") + `=0,"",` + strings.Join(count, "+") + `)`)
}

// unlessEmpty is a function over cells that stays empty while none of them holds a number: nothing is not zero.
func unlessEmpty(function string, args []string) string {
	if len(args) == 0 {
		return ""
	}
	list := strings.Join(args, ",")
	return short(`IF(COUNT(` + list + `)=0,"",` + function + `(` + list + `))`)
}

// short drops a formula that Excel would refuse: more than 255 arguments or 8,192 characters. The value then stands alone.
func short(formula string) string {
	if len(formula) > 8000 || strings.Count(formula, ",") > 500 {
		return ""
	}
	return formula
}

// merge joins two rising lists of rows.
func merge(a, b []int) []int {
	var all []int
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}
