package out

import (
	"strconv"

	"tonghop/lang"
	"tonghop/sheets"
)

// sheetRows is how many sources one sheet takes; a sheet of Excel ends at row 1,048,576.
const sheetRows = 1_000_000

// The name of the sheets of sources and the header of their first column. A later comparison finds them by these (difference_cells.go).
var (
	sourcesTitle = lang.Format{Vi: "Nguồn", En: "Sources"}
	sourceHead   = lang.Format{Vi: "Mã số liệu", En: "Figure"}
)

// sourceSheets list, for every figure that counts, the cell it came from.
func sourceSheets(b *book, r *Run) error {
	all := sources(r)
	for n := 0; n == 0 || n*sheetRows < len(all); n++ {
		part := all[n*sheetRows : min((n+1)*sheetRows, len(all))]
		if err := sourceSheet(b, r, n, part); err != nil {
			return err
		}
	}
	return nil
}

type source struct {
	submission *sheets.Submission
	indicator  *sheets.Indicator
	period     *sheets.Period
}

// sources are the figures that count, in the order of the catalogue: by figure, then by unit.
func sources(r *Run) []source {
	byFigure := make(map[*sheets.Indicator][]source)
	for _, u := range r.Batch.Expect.Reporting {
		for _, ind := range r.Batch.Expect.Figures[u.Index] {
			for _, report := range r.Batch.Sources(u, ind) {
				s := report.Submissions[u.Index]
				if s == nil {
					continue
				}
				if state := s.Values[ind.Slot].State; state == sheets.Given || state == sheets.Exempt {
					byFigure[ind] = append(byFigure[ind], source{s, ind, report.Period})
				}
			}
		}
	}
	var all []source
	for _, ind := range r.Catalogue.Indicators {
		all = append(all, byFigure[ind]...)
	}
	return all
}

func sourceSheet(b *book, r *Run, n int, part []source) error {
	name := sourcesTitle.In(r.Lang)
	if n > 0 {
		name += " " + strconv.Itoa(n+1)
	}
	l := layout{
		name:    name,
		title:   lang.Format{Vi: "NGUỒN CỦA TỪNG SỐ LIỆU", En: "WHERE EVERY FIGURE COMES FROM"}.In(r.Lang),
		remarks: []string{periodLine(r)},
		columns: []column{
			{sourceHead, 19}, {lang.Format{Vi: "Mã đơn vị", En: "Unit code"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 34},
			{lang.Format{Vi: "Giá trị", En: "Value"}, 16}, {lang.Format{Vi: "Đang ghi trong ô", En: "As typed"}, 18}, {lang.Format{Vi: "Tệp", En: "File"}, 36},
			{lang.Format{Vi: "Trang tính", En: "Sheet"}, 14}, {lang.Format{Vi: "Ô", En: "Cell"}, 8},
		},
		frozen: 1, filter: true,
	}
	if r.composite() {
		l.columns = append(l.columns, periodColumn)
	}
	return b.sheet(l, func(p *page) error {
		for _, s := range part {
			v := s.submission.Values[s.indicator.Slot]
			pos := s.submission.Pos(v)
			row := []cell{{value: string(s.indicator.Code), look: codeText}, {value: string(s.submission.Unit.Code), look: codeText},
				{value: s.submission.Unit.Name, look: codeText}, valueCell(s.indicator, v.Figure(s.indicator)), {value: v.Raw, look: codeText},
				{value: pos.File, look: codeText}, {value: pos.Sheet, look: codeText}, {value: pos.Cell(), look: codeText}}
			if r.composite() {
				row = append(row, cell{value: s.period.Name})
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}
