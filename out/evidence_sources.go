package out

import (
	"strconv"
	"strings"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// groundHead is the row of the header on the sheets of sources: below the title, two remarks and an empty row.
const groundHead = 5

// sheetOf is the number of the sheet on which a ground begins, rowOf the row of a number among all rows.
func sheetOf(g *ground) int { return g.first / sheetRows }
func rowOf(n int) int       { return groundHead + 1 + n%sheetRows }

func groundsName(r *Run, sheet int) string {
	name := sourcesTitle.In(r.Lang)
	if sheet > 0 {
		name += " " + strconv.Itoa(sheet+1)
	}
	return name
}

// groundSheets list the cells behind the figures, each with the numbers of the figures that rest on it.
func (e *Evidence) groundSheets(b *book) error {
	rows, at := e.rows(), 0
	for sheet := 0; sheet == 0 || at < len(rows); sheet++ {
		part := rows[at:min(at+sheetRows, len(rows))]
		at += len(part)
		l := layout{
			name:  groundsName(e.Run, sheet),
			title: lang.Format{Vi: "CÁC Ô ĐÃ DÙNG", En: "THE CELLS BEHIND THE FIGURES"}.In(e.Run.Lang),
			remarks: []string{
				periodLine(e.Run),
				lang.Format{Vi: "Dòng in đậm: số liệu, và STT các con số ở trang Minh chứng dùng đến nó; bên dưới là từng ô. Bấm vào cột Ô để mở biểu mẫu ngay tại ô đó.", En: "Lines in bold: a figure, and the numbers of those on the sheet Evidence that rest on it; below it the cells. A click in the column Cell opens the form there."}.In(e.Run.Lang),
			},
			columns: []column{
				{lang.Format{Vi: "STT", En: "No."}, 20}, {sourceHead, 17}, {lang.Format{Vi: "Mã đơn vị", En: "Unit code"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 34},
				{lang.Format{Vi: "Giá trị", En: "Value"}, 16}, {lang.Format{Vi: "Đang ghi trong ô", En: "As typed"}, 20}, {lang.Format{Vi: "Tệp", En: "File"}, 36},
				{lang.Format{Vi: "Trang tính", En: "Sheet"}, 14}, {lang.Format{Vi: "Ô", En: "Cell"}, 9},
			},
			frozen: 1, filter: true,
		}
		err := b.sheet(l, func(p *page) error {
			for _, row := range part {
				if err := p.add(row.cells(e)...); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// groundRow is a row of the sheets of sources.
type groundRow struct {
	of    *ground
	unit  *sheets.Unit
	name  string // of the unit, with the sub-period
	value cell
	raw   string
	pos   sheets.Pos
	head  bool // the first row of a ground, which names the figures that rest on it
}

// rows are the rows of all grounds.
func (e *Evidence) rows() []groundRow {
	var all []groundRow
	for _, g := range e.grounds {
		switch {
		case g.Indicator != nil:
			within := aggregate.Trace{Period: e.Run.Batch.Period}
			all = append(all, groundRow{of: g, name: g.Indicator.Name, value: totalCell(g.Indicator, g.In.Total(g.Unit, g.Indicator)), head: true})
			for _, p := range g.parts {
				all = append(all, groundRow{g, p.Unit, reportName(within, p.Unit, p.Period), partCell(e.Run, g.Indicator, p), p.Raw, p.Pos, false})
			}
		case g.Lists != nil:
			all = append(all, e.listRows(g)...)
		default:
			name := ""
			if g.Unit != nil {
				name = g.Unit.Name
			}
			all = append(all, groundRow{g, g.Unit, name, cell{value: "", look: strong}, g.Raw, g.Pos, true})
		}
	}
	return all
}

func (e *Evidence) listRows(g *ground) []groundRow {
	all := []groundRow{{of: g, value: cell{value: "", look: strong}, head: true}}
	within := aggregate.Trace{Period: e.Run.Batch.Period}
	for _, l := range g.Lists {
		name := reportName(within, l.Unit, l.Period)
		if len(l.Cells) == 0 {
			all = append(all, groundRow{g, l.Unit, name, cell{value: listValue(e.Run, l), look: centred}, "", l.Pos, false})
		}
		for _, c := range l.Cells {
			all = append(all, groundRow{g, l.Unit, name, cell{value: "", look: centred}, c.Raw, c.Pos, false})
		}
	}
	return all
}

func (r groundRow) cells(e *Evidence) []cell {
	code := ""
	if r.unit != nil {
		code = string(r.unit.Code)
	}
	address := ""
	if link := e.Link(r.pos.File); link != "" && !strings.ContainsAny(link, "#%") && r.pos.Cell() != "" && !strings.ContainsAny(r.pos.Sheet, "'\"") {
		at := r.pos.Cell()
		if r.pos.Col == 0 {
			at = "A" + at
		}
		address = link + "#'" + r.pos.Sheet + "'!" + at
	}
	figures, text, line := "", codeText, codeText
	if r.head {
		figures, text, line = spans(r.of.figures), strong, strongLine
	}
	place := linkCell(address, r.pos.Cell())
	if place.formula == "" {
		place.look = line
	}
	return []cell{
		{value: figures, look: text}, {value: r.of.Name, look: line}, {value: code, look: line}, {value: r.name, look: line},
		r.value, {value: r.raw, look: line}, {value: r.pos.File, look: line}, {value: r.pos.Sheet, look: line}, place,
	}
}

// totalCell is a total above the cells that it was made of.
func totalCell(ind *sheets.Indicator, t aggregate.Total) cell {
	c := valueCell(ind, t.Value)
	switch {
	case t.NotAdded || t.Value.IsMissing():
		return cell{value: totalText(ind, t), look: doubtful}
	case c.look == number:
		c.look = strongNumber
	case c.look == decimal:
		c.look = strongDecimal
	default:
		c.look = strong
	}
	return c
}

// partCell is what one unit gave, or why it gave nothing.
func partCell(r *Run, ind *sheets.Indicator, p aggregate.Source) cell {
	switch {
	case p.Value.IsMissing():
		return cell{value: sourceValue(r, ind, p), look: doubtful}
	case p.Share != nil:
		return cell{value: sourceValue(r, ind, p), look: centred}
	}
	return valueCell(ind, p.Value)
}
