package out

import (
	"io"
	"strconv"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// writeTotalsBook writes tong-hop.xlsx: the totals, what stands behind them, and where they come from.
func writeTotalsBook(w io.Writer, r *Run) error {
	b, err := newBook(r.Lang)
	if err != nil {
		return err
	}
	units := newGrid(r)
	for _, sheet := range []func(*book, *Run) error{
		func(b *book, r *Run) error { return totalsSheet(b, r, units) }, targetsSheet, targetUnitsSheet, shortcomingsSheet, units.sheet, otherTreeSheet,
		func(b *book, r *Run) error { return listTotalsSheet(b, r, units.units) }, statusSheet, sourceSheets, adjustmentSheet,
	} {
		if err := sheet(b, r); err != nil {
			return err
		}
	}
	return b.write(w)
}

// otherTreeSheet shows the figures by unit along the other tree, where the tree changed within the period.
func otherTreeSheet(b *book, r *Run) error {
	if r.Other == nil {
		return nil
	}
	other := r.alongOther()
	units := newGrid(other)
	units.title = otherTreeTitles[other.Catalogue.Units.Tree]
	return units.sheet(b, other)
}

var otherTreeTitles = map[sheets.Tree]lang.Format{
	sheets.NewTree: {Vi: "Theo cây mới", En: "By unit, new tree"},
	sheets.OldTree: {Vi: "Theo cây cũ", En: "By unit, old tree"},
}

// treeLine says along which tree a reorganised period was added up; it is empty where nothing changed.
func treeLine(r *Run) string {
	if !r.Reorganised() {
		return ""
	}
	return r.Catalogue.Units.Tree.Title().In(r.Lang) + "."
}

// policyLine says which figures count.
func policyLine(r *Run) string {
	return strings.TrimSpace(countsLine(r) + " " + treeLine(r))
}

func countsLine(r *Run) string {
	if r.Totals.Strict {
		return lang.Format{Vi: "Cách tính: bỏ qua đơn vị còn lỗi (--strict).", En: "Policy: units with errors are left out (--strict)."}.In(r.Lang)
	}
	return lang.Format{Vi: "Cách tính: số đọc được thì cộng, kể cả khi còn vi phạm quy tắc; số phát hiện ghi ở cột bên cạnh.", En: "Policy: every figure that was read counts, also where a rule is broken; the number of findings stands beside it."}.In(r.Lang)
}

func totalsSheet(b *book, r *Run, units *grid) error {
	l := layout{
		name:    lang.Format{Vi: "Tổng hợp", En: "Totals"}.In(r.Lang),
		title:   lang.Format{Vi: "SỐ LIỆU TỔNG HỢP", En: "TOTALS"}.In(r.Lang),
		remarks: []string{periodLine(r), policyLine(r)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Mã", En: "Code"}, 19}, {lang.Format{Vi: "Số liệu", En: "Figure"}, 50},
			{lang.Format{Vi: "ĐVT", En: "Unit"}, 12}, {lang.Format{Vi: "Tổng số", En: "Total"}, 18}, {lang.Format{Vi: "Độ phủ", En: "Coverage"}, 11},
			{lang.Format{Vi: "Còn phát hiện", En: "Findings"}, 10}, {lang.Format{Vi: "Chỉ tiêu", En: "Target"}, 22}, {lang.Format{Vi: "Kết luận", En: "Verdict"}, 17},
		},
		frozen: 3,
	}
	root := r.Catalogue.Units.Root
	return b.sheet(l, func(p *page) error {
		group, n := "", 0
		for _, ind := range r.Totals.Indicators(root) {
			if ind.Group != group {
				group = ind.Group
				if err := p.add(band(group, len(l.columns))...); err != nil {
					return err
				}
			}
			n++
			if err := p.add(totalRow(r, units, ind, n)...); err != nil {
				return err
			}
		}
		return nil
	})
}

// band is a row that names a group, across the table.
func band(name string, columns int) []cell {
	row := make([]cell, columns)
	for i := range row {
		row[i].look = strong
	}
	row[0].value = name
	row[0].look = strongLine
	return row
}

func totalRow(r *Run, units *grid, ind *sheets.Indicator, n int) []cell {
	total := r.Totals.Total(r.Catalogue.Units.Root, ind)
	planned, verdict := targetCells(r, ind)
	value := shownTotal(ind, total)
	if ref := units.rootRef(ind); ref != "" && value.look == number {
		value.formula = ref
	}
	return []cell{
		{value: n, look: centred}, {value: string(ind.Code), look: codeText}, {value: ind.Name}, {value: ind.Measure}, value,
		coverageCell(total.Value), findingsCell(total.Findings), planned, verdict,
	}
}

// shownTotal is a total as it is shown; one that is not added up says so.
func shownTotal(ind *sheets.Indicator, t aggregate.Total) cell {
	if t.NotAdded {
		return cell{value: totalText(ind, t), look: centred}
	}
	return valueCell(ind, t.Value)
}

// totalText is the same as text, in the words of documents.
func totalText(ind *sheets.Indicator, t aggregate.Total) string {
	if t.NotAdded {
		return "không cộng"
	}
	return ind.Shown(t.Value)
}

// valueCell is a total as a number where it is printed as a plain number, else as it is printed.
func valueCell(ind *sheets.Indicator, v figure.Value) cell {
	switch {
	case v.IsMissing():
		return cell{value: figure.Mark, look: doubtful}
	case v.Kind == figure.Number && v.Den == nil && plainStyle(ind.PrintStyle()):
		return numeric(v.Rat, false)
	}
	return cell{value: ind.Shown(v), look: centred}
}

// plainStyle reports whether a style prints the number itself, which a workbook then holds as a number.
func plainStyle(name string) bool {
	switch name {
	case "so0", "so", "thap_phan", "tien", "tien_du", "tien_tron", "trieu":
		return true
	}
	return false
}

func coverageCell(v figure.Value) cell {
	if v.Expected == 0 {
		return cell{value: "", look: centred}
	}
	c := cell{value: coverage(v), look: centred}
	if v.Partial() {
		c.look = doubtful
	}
	return c
}

// coverage is how many of the expected units stand behind a value: 93/94.
func coverage(v figure.Value) string {
	return strconv.Itoa(v.Have) + "/" + strconv.Itoa(v.Expected)
}

func findingsCell(n int) cell {
	if n == 0 {
		return cell{value: "", look: centred}
	}
	return cell{value: n, look: doubtful}
}

// targetCells are the thresholds and verdicts of the parts that judge exactly this figure of the period.
func targetCells(r *Run, ind *sheets.Indicator) (planned, verdict cell) {
	planned, verdict = cell{value: ""}, cell{value: "", look: centred}
	for _, target := range r.Totals.Targets {
		for _, part := range target.Parts {
			if part.Part.Expr == nil || r.Totals.JudgedIn(part.Part) != r.Totals || part.Part.Expr.String() != string(ind.Code) {
				continue
			}
			planned.value = joinLine(planned.value.(string), partName(part)+": "+report.Plan(r.Catalogue, &part))
			verdict.value = joinLine(verdict.value.(string), aggregate.NameOf(part.Verdict).Title.In(r.Lang))
			if look := verdictLook(part.Verdict); verdict.look == centred || verdict.look == look {
				verdict.look = look
			} else {
				verdict.look = plainText // verdicts that differ have no colour in common
			}
		}
	}
	return planned, verdict
}

func joinLine(lines, line string) string {
	if lines == "" {
		return line
	}
	return lines + "\n" + line
}

func partName(p aggregate.PartResult) string {
	if p.Part.Key == "" {
		return string(p.Part.Target)
	}
	return string(p.Part.Target) + "." + p.Part.Key
}
