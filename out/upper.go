package out

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// upper is a unit that has reporting units below it, and how far these are. A unit at any depth below counts, so that the numbers of a district are those of its
// communes and of their chapters; its own report does not.
type upper struct {
	unit     *sheets.Unit
	depth    int // below the root
	below    []check.UnitStatus
	findings [figure.Error + 1]int // about these units, by severity
}

// uppers are the units with reporting units below them, each before those below it; the root is the first one.
func (r *Run) uppers() []*upper {
	counts := make(map[sheets.UnitCode]*[figure.Error + 1]int)
	for _, f := range r.Check.Findings {
		if counts[f.Unit] == nil {
			counts[f.Unit] = new([figure.Error + 1]int)
		}
		counts[f.Unit][f.Severity]++
	}
	known := make(map[*sheets.Unit]*upper)
	for _, status := range r.Check.Units {
		for above := status.Unit.Above(); above != nil; above = above.Above() {
			u := known[above]
			if u == nil {
				u = &upper{unit: above}
				known[above] = u
			}
			u.below = append(u.below, status)
			if of := counts[status.Unit.Code]; of != nil {
				for severity, n := range of {
					u.findings[severity] += n
				}
			}
		}
	}
	var ordered []*upper
	var walk func(u *sheets.Unit, depth int)
	walk = func(u *sheets.Unit, depth int) {
		if found := known[u]; found != nil {
			found.depth = depth
			ordered = append(ordered, found)
		}
		for _, below := range u.Below() {
			walk(below, depth+1)
		}
	}
	if root := r.Catalogue.Units.Root; root != nil {
		walk(root, 0)
	}
	return ordered
}

// with counts the reports of a state: one of each unit, or one of each sub-period for which it owes one, as the rates do.
func (u *upper) with(status check.Status) int {
	n := 0
	for _, below := range u.below {
		reports := below.Reports
		if reports == nil {
			reports = []check.UnitStatus{below}
		}
		for _, report := range reports {
			if report.Status == status {
				n++
			}
		}
	}
	return n
}

// upperSheet is the sheet that says how far the units are below each unit that has some.
func upperSheet(b *book, r *Run) error {
	uppers := r.uppers()
	if len(uppers) < 2 {
		return nil // the summary says it of the whole
	}
	l := layout{
		name:  lang.Format{Vi: "Theo cấp trên", En: "By upper unit"}.In(r.Lang),
		title: lang.Format{Vi: "TÌNH HÌNH NỘP THEO ĐƠN VỊ CẤP TRÊN", En: "SUBMISSIONS BY UPPER UNIT"}.In(r.Lang),
		remarks: []string{periodLine(r), lang.Format{
			Vi: "Mỗi dòng tính mọi đơn vị phải nộp ở bên dưới, qua các cấp; không tính báo cáo của chính đơn vị ghi trong dòng.",
			En: "Every row counts all reporting units below, at any level; the row's own report is not counted.",
		}.In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "Mã", En: "Code"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 38}, {lang.Format{Vi: "Đã nộp", En: "Submitted"}, 9},
			{lang.Format{Vi: "Phải nộp", En: "Expected"}, 9}, {lang.Format{Vi: "Tỷ lệ", En: "Share"}, 11}, {lang.Format{Vi: "Nộp đủ", En: "Complete"}, 10},
			{lang.Format{Vi: "Chưa nộp", En: "Missing"}, 9}, {lang.Format{Vi: "Chờ quyết định", En: "In question"}, 11},
			{lang.Format{Vi: "Lỗi", En: "Errors"}, 8}, {lang.Format{Vi: "Cảnh báo", En: "Warnings"}, 10}, {lang.Format{Vi: "Lưu ý", En: "Notes"}, 8},
		},
		frozen: 2,
	}
	return b.sheet(l, func(p *page) error {
		for _, u := range uppers {
			if err := p.add(u.row()...); err != nil {
				return err
			}
		}
		return nil
	})
}

func (u *upper) row() []cell {
	text, counted := plainText, number
	if u.depth == 0 {
		text, counted = strong, strongNumber
	}
	rates := check.RatesOf(u.below)
	row := []cell{{value: string(u.unit.Code), look: text}, {value: indent(u.unit) + u.unit.Name, look: text}}
	for _, n := range []int{rates.Submitted.Have, rates.Submitted.Expected} {
		row = append(row, cell{value: n, look: counted})
	}
	row = append(row, cell{value: shareText(rates.Submitted.Have, rates.Submitted.Expected), look: counted})
	for _, n := range []int{
		rates.Complete.Have, u.with(check.Missing), u.with(check.InQuestion), u.findings[figure.Error], u.findings[figure.Warning], u.findings[figure.Note],
	} {
		row = append(row, cell{value: n, look: counted})
	}
	return row
}
