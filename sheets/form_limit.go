package sheets

import (
	"fmt"
	"strings"

	"tonghop/lang"
)

// nilAdvice ends the advice on numbers.
var nilAdvice = lang.Format{
	Vi: " Không có thì gõ 0, chưa có số liệu thì để trống.",
	En: " Type 0 for none, leave blank what is not known yet.",
}

// The limits of the kinds of figure. A text cell (ratio, range, words) has advice only.
var (
	wholeLimit = limitTo("whole", "greaterThanOrEqual", "0", "",
		lang.Format{Vi: "Gõ số nguyên, ví dụ 1805." + nilAdvice.Vi, En: "Type a whole number, such as 1805." + nilAdvice.En},
		lang.Format{
			Vi: "Ô này cần một số nguyên từ 0 trở lên. Nếu không phát sinh thì gõ 0. Vẫn giữ nội dung vừa gõ?",
			En: "This cell takes a whole number from 0 on. Type 0 for none. Keep what was typed?",
		})
	decimalLimit = limitTo("decimal", "greaterThanOrEqual", "0", "",
		lang.Format{Vi: "Gõ một số từ 0 trở lên." + nilAdvice.Vi, En: "Type a number from 0 on." + nilAdvice.En},
		lang.Format{
			Vi: "Ô này cần một số từ 0 trở lên. Nếu không phát sinh thì gõ 0. Vẫn giữ nội dung vừa gõ?",
			En: "This cell takes a number from 0 on. Type 0 for none. Keep what was typed?",
		})
	percentLimit = limitTo("decimal", "between", "0", "100",
		lang.Format{Vi: "Gõ tỷ lệ kèm dấu %, ví dụ 82,48%." + nilAdvice.Vi, En: "Type a percentage with its sign, such as 82,48%." + nilAdvice.En},
		lang.Format{
			Vi: "Ô này cần một tỷ lệ từ 0% đến 100%, ví dụ 82,48%. Vẫn giữ nội dung vừa gõ?",
			En: "This cell takes a percentage (0-100%), such as 82,48%. Keep what was typed?",
		})
	dayLimit = limitTo("date", "greaterThanOrEqual", "36526", "", // 2000-01-01
		lang.Format{Vi: "Gõ ngày/tháng/năm, ví dụ 03/3/2021.", En: "Type day/month/year, such as 03/3/2021."},
		lang.Format{
			Vi: "Ô này cần một ngày viết theo thứ tự ngày/tháng/năm. Vẫn giữ nội dung vừa gõ?",
			En: "This cell takes a date, day first. Keep what was typed?",
		})
	turnLimit = limitTo("whole", "between", "1", "99",
		lang.Format{Vi: "Gửi lần đầu thì để trống. Gửi lại thì gõ 2, 3…", En: "Leave it blank the first time. Type 2, 3… when you send the form again."},
		lang.Format{
			Vi: "Ô này cần một số nguyên: gửi lại lần thứ mấy thì gõ số đó. Vẫn giữ nội dung vừa gõ?",
			En: "This cell takes a whole number: which sending of the form it is. Keep what was typed?",
		})
	yesNoLimit = limitTo("list", "", `"có,không"`, "",
		lang.Format{Vi: "Chọn “có” hoặc “không”.", En: "Choose “có” (yes) or “không” (no)."}, chooseOne)
	ratioLimit = limit{advice: lang.Format{Vi: "Gõ tử số/mẫu số, ví dụ 9/11.", En: "Type part/whole, such as 9/11."}}
	rangeLimit = limit{advice: lang.Format{Vi: "Gõ hai đầu cách nhau bằng dấu gạch, ví dụ 30-40.", En: "Type both ends with a hyphen, such as 30-40."}}
	wordsLimit = limit{advice: lang.Format{Vi: "Ghi ngắn gọn bằng lời.", En: "A few words."}}
	chooseOne  = lang.Format{
		Vi: "Nội dung vừa gõ không có trong danh sách. Vẫn giữ?",
		En: "What was typed is not in the list. Keep it?",
	}
	chooseAdvice = lang.Format{Vi: "Chọn một mục trong danh sách.", En: "Choose one from the list."}
)

func limitTo(kind, operator, from, to string, advice, fault lang.Format) limit {
	return limit{kind: kind, operator: operator, from: from, to: to, advice: advice, fault: fault}
}

// limitOf is the limit of a kind of figure. Categories have one each.
func limitOf(kind Kind) limit {
	switch kind {
	case Decimal:
		return decimalLimit
	case Money:
		return moneyLimit()
	case Percent:
		return percentLimit
	case Ratio:
		return ratioLimit
	case Interval:
		return rangeLimit
	case Day:
		return dayLimit
	case YesNo:
		return yesNoLimit
	case Words:
		return wordsLimit
	}
	return wholeLimit
}

// moneyLimit asks for the unit of the row, which is what money is most often mistaken in.
func moneyLimit() limit {
	l := decimalLimit
	l.advice = lang.Format{
		Vi: "Gõ số tiền theo đơn vị tính ghi ở cột ĐVT, không ghi chữ." + nilAdvice.Vi,
		En: "Type the amount in the unit of the column ĐVT, without words." + nilAdvice.En,
	}
	return l
}

// dropDown is a list of options kept in a column of the very hidden sheet.
type dropDown struct {
	ind     *Indicator
	col     int
	options []string
}

// dropDowns gives each category of a form its column of options: the labels, which are what people choose by.
func (f *Forms) dropDowns(rows []formRow) []dropDown {
	var lists []dropDown
	for _, row := range rows {
		if row.ind.Kind != Category {
			continue
		}
		d := dropDown{ind: row.ind, col: firstListCol + len(lists)}
		for _, option := range f.catalogue.OptionsOf(string(row.ind.Code)) {
			label := option.Label
			if label == "" {
				label = option.Code
			}
			d.options = append(d.options, label)
		}
		if len(d.options) > 0 {
			lists = append(lists, d)
		}
	}
	return lists
}

// limits sets the limits of all value cells, one rule for each kind.
func (f *Forms) limits(p *pen, rows []formRow) {
	for kind := Count; kind <= Words; kind++ {
		var refs []string
		for i := 0; i < len(rows); i++ {
			if limitedAs(rows[i].ind.Kind) != kind || kind == Category {
				continue
			}
			first := rows[i].row
			for i+1 < len(rows) && limitedAs(rows[i+1].ind.Kind) == kind && rows[i+1].row == rows[i].row+1 {
				i++
			}
			refs = append(refs, block(first, rows[i].row))
		}
		if len(refs) > 0 {
			p.limit(strings.Join(refs, " "), limitOf(kind))
		}
	}
	for _, d := range f.dropDowns(rows) {
		for _, row := range rows {
			if row.ind == d.ind {
				source := fmt.Sprintf("'%s'!%s:%s", marksSheet, absolute(1, d.col), absolute(len(d.options), d.col))
				p.limit(cellRef(row.row, colValue), limit{kind: "list", from: source, advice: chooseAdvice, fault: chooseOne})
			}
		}
	}
}

// limitedAs tells which kinds share a limit: a stock is a whole number like a count.
func limitedAs(kind Kind) Kind {
	if kind == Stock {
		return Count
	}
	return kind
}

// block is a stretch of value cells.
func block(first, last int) string {
	if first == last {
		return cellRef(first, colValue)
	}
	return cellRef(first, colValue) + ":" + cellRef(last, colValue)
}
