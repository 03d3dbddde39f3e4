package sheets

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	unknownUnit     = lang.Format{Vi: "Không có đơn vị mã “%s” ở trang “Đơn vị”.", En: "There is no unit “%s” in the sheet “Đơn vị”."}
	unknownUnitHint = lang.Format{Vi: "Ghi đúng mã ở cột Mã của trang “Đơn vị”.", En: "Type a code of the column Mã of the sheet “Đơn vị”."}
	chosenTwice     = lang.Format{Vi: "Đơn vị “%s” đã chọn một bản nộp khác ở ô %s.", En: "Another submission of “%s” is chosen in cell %s already."}
	chosenTwiceHint = lang.Format{Vi: "Chỉ để “có” ở một bản nộp.", En: "Leave “có” at one submission only."}
	chosenWithout   = lang.Format{Vi: "Chọn “có” nhưng không ghi tệp nào.", En: "A submission is chosen and no file is named."}
	chosenHint      = lang.Format{Vi: "Ghi tên tệp được chọn vào cột Tệp.", En: "Type the name of the chosen file into the column Tệp."}
	unknownCheck    = lang.Format{Vi: "Mã “%s” không phải mã của quy tắc, phép kiểm tra hay số liệu nào.", En: "“%s” is the code of no rule, check or figure."}
	unknownCheckFix = lang.Format{Vi: "Ghi mã của quy tắc ở trang “Quy tắc”, hoặc mã in ở cột Mã của bảng phát hiện; chỉ cho một số liệu thì ghi mã:mã số liệu.", En: "Type the code of a rule of the sheet “Quy tắc”, or the code that the table of findings prints; for one figure alone code:figure."}
)

// unit reads a cell that names a unit.
func (l *loader) unit(r row, column string) (*Unit, bool) {
	c, ok := l.need(r, column)
	if !ok {
		return nil, false
	}
	u := l.c.Units.Unit(UnitCode(c.line()))
	if u == nil {
		f := atCell(faultReference, figure.Error, c, unknownUnit.With(c.line()), unknownUnitHint.With())
		l.fault(f.near(c.line(), l.unitCodes(l.c.Units.Units)))
	}
	return u, u != nil
}

// period reads a cell that names a period; blank is the current one. That there is no current one is a fault of the sheet Kỳ or of
// the setting, and is said there.
func (l *loader) period(r row, column string) (*Period, bool) {
	c := r.at(column)
	p := l.c.CurrentPeriod()
	if !c.blank() {
		l.knownPeriod(c)
		p = l.c.Period(c.line())
	}
	return p, p != nil
}

func (l *loader) intakes() {
	chosen := make(map[[2]string]cell)
	for _, r := range l.rows(sheetIntakes) {
		u, ok := l.unit(r, "Đơn vị")
		p, ok2 := l.period(r, "Kỳ")
		if !ok || !ok2 {
			continue
		}
		intake := &Intake{
			Unit: u.Code, Period: p.Code, File: filePath(r.at("Tệp").line()), Pos: r.at("Đơn vị").pos,
			Received: l.day(r, "Ngày nhận"), Extended: l.day(r, "Gia hạn đến"), Chosen: l.yes(r, "Chọn", false),
		}
		if intake.Chosen {
			intake.Chosen = l.choosable(r, intake, chosen)
		}
		l.c.Intakes = append(l.c.Intakes, intake)
	}
}

// choosable reports a choice that names no file, or is the second one of a unit in a period.
func (l *loader) choosable(r row, intake *Intake, chosen map[[2]string]cell) bool {
	c := r.at("Chọn")
	if intake.File == "" {
		l.fault(atCell(faultBlank, figure.Error, c, chosenWithout.With(), chosenHint.With()))
		return false
	}
	key := [2]string{string(intake.Unit), intake.Period}
	if first, twice := chosen[key]; twice {
		l.fault(atCell(faultTwice, figure.Error, c, chosenTwice.With(string(intake.Unit), first.pos.Cell()), chosenTwiceHint.With()))
		return false
	}
	chosen[key] = c
	return true
}

// filePath is the name of a file as the program keeps it: forward slashes, as in nop/dot-1/xa.xlsx.
func filePath(typed string) string {
	return strings.TrimPrefix(strings.ReplaceAll(typed, `\`, "/"), "./")
}

// mostQuestions is how often suggestions are looked for among the units. Comparing thousands of wrong codes with thousands of units would take
// minutes, and after some faults of one kind their cause is known.
const mostQuestions = 20

// unitCodes gives the codes of units for suggestions, none after enough questions.
func (l *loader) unitCodes(units []*Unit) []string {
	if l.questions++; l.questions > mostQuestions {
		return nil
	}
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = string(u.Code)
	}
	return names
}
