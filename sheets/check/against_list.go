package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var againstList = Check{
	Code:     "bang-ke-lech-so-lieu",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Bảng kê không khớp số liệu", En: "A list does not add up to its figure"},
	Explanation: lang.Format{
		Vi: "Tổng của cột bảng kê (hoặc số dòng) khác số liệu mà cột “Vào số liệu” của trang Bảng kê nêu. Chỉ so khi đơn vị có ghi bảng kê và mọi ô đọc được. Một trong các bảng kê cộng vào số liệu còn trống thì phần đã ghi không được lớn hơn số liệu.",
		En: "The sum of a column of a list, or its number of rows, is not the figure named in “Vào số liệu” of the sheet Bảng kê. They are compared where the unit filled in the list and every cell can be read. Where one of several lists of a figure is blank the others must not exceed it.",
	},
	Example: lang.Format{
		Vi: "Bảng kê công trình có 3 dòng loại công trình, ô E70 “Công trình thanh niên” ghi 5.",
		En: "The list of works has 3 rows of works, and cell E70 says 5.",
	},
	run: findListDifferences,
}

var (
	listDiffers = lang.Format{Vi: "“%s” (ô %s) là %s, nhưng theo bảng kê là %s: %s", En: "“%s” (cell %s) is %s, and by the lists %s: %s"}
	listSum     = lang.Format{Vi: "tổng cột “%s” của “%s” là %s%s", En: "the column “%s” of “%s” adds up to %s%s"}
	listRows    = lang.Format{Vi: "“%s” có %s dòng%s", En: "“%s” has %s rows%s"}
	listOption  = lang.Format{Vi: "“%s” có %s dòng ghi “%s”%s", En: "“%s” has %s rows of “%s”%s"}
	inCells     = lang.Format{Vi: " (ô %s)", En: " (cells %s)"}
	inRow       = lang.Format{Vi: " (dòng %d)", En: " (row %d)"}
	mendEither  = lang.Format{
		Vi: "Sửa ô %s hoặc ghi cho đủ, cho đúng bảng kê rồi lưu và gửi lại.",
		En: "Correct cell %s, or complete and correct the list, save and send the file again.",
	}
)

// FeedTally says what became of the comparison of a figure with its lists over all reports. Those without any row in the lists are not counted.
type FeedTally struct {
	Feed         *sheets.Feed
	Held, Broken int
	NotCheckable int // the figure is missing, or something in the lists cannot be read
}

// findListDifferences compares the figures of the form with its lists.
func findListDifferences(v *visit) []sheets.Finding {
	v.fed = make([]result, len(v.catalogue.Feeds))
	if v.sub == nil || v.moveSaid {
		return nil
	}
	var findings []sheets.Finding
	for i, feed := range v.catalogue.Feeds {
		var f sheets.Finding
		if v.fed[i], f = v.feed(feed); v.fed[i] == broken {
			findings = append(findings, f)
		}
	}
	return findings
}

// feed compares one figure with its lists.
func (v *visit) feed(feed *sheets.Feed) (result, sheets.Finding) {
	value := v.value(feed.Figure)
	sum, texts, all, certain := v.listed(feed)
	switch {
	case certain && len(texts) == 0: // the lists are blank
		return notAsked, sheets.Finding{}
	case value.State <= sheets.Blank && !v.expected[feed.Figure.Slot]:
		return notAsked, sheets.Finding{}
	case !certain, value.State != sheets.Given:
		return notCheckable, sheets.Finding{}
	case sum.Cmp(value.Rat) == 0, !all && sum.Cmp(value.Rat) < 0:
		return held, sheets.Finding{}
	}
	said := texts[0]
	for _, text := range texts[1:] {
		said = twoOfThem.With(said, text)
	}
	f := v.at(feed.Figure)
	f.Message = listDiffers.With(feed.Figure.Name, f.Pos.Cell(), printed(feed.Figure, value.Figure(feed.Figure)), printed(feed.Figure, figure.NumberOf(sum)), said)
	f.Hint = mendEither.With(f.Pos.Cell())
	return broken, f
}

// listed adds up what the lists of a figure come to, and says each. all tells that every list has rows, certain that every cell could be read.
func (v *visit) listed(feed *sheets.Feed) (sum *big.Rat, texts []lang.Message, all, certain bool) {
	sum, all, certain = new(big.Rat), true, true
	for i := range feed.Parts {
		part := &feed.Parts[i]
		list := v.sub.List(part.List)
		if len(list.Rows) == 0 && !list.Partial {
			all = false
			continue
		}
		total, sure := part.Total(list.Rows)
		if !sure || list.Partial || total.Rat == nil {
			certain = false
			continue
		}
		sum.Add(sum, total.Rat)
		texts = append(texts, v.partText(feed, part, total))
	}
	return sum, texts, all, certain
}

// partText says what a column of a list comes to, and in which cells.
func (v *visit) partText(feed *sheets.Feed, part *sheets.FeedPart, total figure.Value) lang.Message {
	list, column := v.sub.List(part.List), part.Of()
	text, cells := printed(feed.Figure, total), v.cellsOf(list, part)
	switch {
	case column.IsAmount():
		return listSum.With(column.Title, part.List.Name, text, cells)
	case part.Option != "":
		label := column.Figure(sheets.Value{State: sheets.Given, Text: part.Option})
		return listOption.With(part.List.Name, text, figure.Default(label), cells)
	}
	return listRows.With(part.List.Name, text, cells)
}

// cellsOf are the cells of the rows that take part, as a range: B6, B6:B9. Rows between them may be of other kinds. "" where there is none.
func (v *visit) cellsOf(list sheets.ListRows, part *sheets.FeedPart) any {
	rows := part.Taken(list.Rows)
	if len(rows) == 0 {
		return ""
	}
	first, last := rows[0], rows[len(rows)-1]
	for _, row := range list.Rows {
		cell := row.Cells[part.Column]
		if cell.Row == 0 {
			continue
		}
		pos := v.sub.Pos(cell)
		pos.Row = first
		name := pos.Cell()
		if pos.Row = last; last > first {
			name += ":" + pos.Cell()
		}
		return inCells.With(name)
	}
	return inRow.With(first)
}
