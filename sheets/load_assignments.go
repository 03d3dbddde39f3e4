package sheets

import (
	"fmt"
	"slices"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	assignNoPart    = lang.Format{Vi: "Không có chỉ tiêu hay nội dung “%s” ở trang “Chỉ tiêu”.", En: "The sheet “Chỉ tiêu” has no target or part “%s”."}
	assignNoPartFix = lang.Format{Vi: "Ghi đúng Mã và Phần của trang “Chỉ tiêu”; chỉ tiêu có một nội dung thì để trống cột Phần.", En: "Type the Mã and Phần of the sheet “Chỉ tiêu”; leave Phần blank where the target has one part."}
	assignScope     = lang.Format{Vi: "Nội dung “%s” không giao được cho từng đơn vị vì là %s.", En: "The part “%s” cannot be assigned to units, being %s."}
	assignScopeFix  = lang.Format{Vi: "Ở trang “Chỉ tiêu” chọn Phạm vi là “tổng” hoặc “từng đơn vị” và So sánh khác “định tính”, hoặc xóa dòng này.", En: "On the sheet “Chỉ tiêu” choose tổng or từng đơn vị as Phạm vi and something else than định tính as So sánh, or delete the row."}
	assignTwice     = lang.Format{Vi: "“%s” đã được giao cho “%s” ở ô %s.", En: "“%s” was assigned to “%s” in cell %s already."}
	assignTwiceFix  = lang.Format{Vi: "Chỉ để một dòng cho mỗi nội dung và đơn vị.", En: "Keep one row for each part and unit."}
)

// Assignment is a row of the sheet Giao chỉ tiêu: what was planned for one unit.
type Assignment struct {
	Unit            UnitCode
	Threshold, High figure.Value // High of a range
	Basis           string       // the document that assigned it
	Pos             Pos
}

// assignments reads the sheet Giao chỉ tiêu into the parts that it is about, then tells which parts nobody assigned.
func (l *loader) assignments() {
	seen := make(map[string]cell)
	for _, r := range l.rows(sheetAssignments) {
		part, ok := l.assignedPart(r)
		u, known := l.unit(r, "Đơn vị")
		if !ok || !known {
			continue
		}
		at := r.at("Đơn vị")
		key := fmt.Sprintf("%s\x00%d", foldWord(part.Name()), u.Index)
		if first, twice := seen[key]; twice {
			l.fault(atCell(faultTwice, figure.Error, at, assignTwice.With(part.Name(), string(u.Code), first.pos.Cell()), assignTwiceFix.With()))
			continue
		}
		seen[key] = at
		if own, ok := l.assignedPlan(r, part); ok {
			own.Unit, own.Basis, own.Pos = u.Code, r.at("Căn cứ").text, at.pos
			part.Assigned = append(part.Assigned, own)
		}
	}
	l.blanks = slices.DeleteFunc(l.blanks, func(c cell) bool {
		part := l.c.Part(c.text)
		return part != nil && part.Scope == PerUnit && len(part.Assigned) > 0
	})
	l.reportUnassigned()
}

// assignedPart finds the part that a row is about.
func (l *loader) assignedPart(r row) (*Part, bool) {
	code, ok := l.need(r, "Mã chỉ tiêu")
	if !ok {
		return nil, false
	}
	name := code.line()
	if key := r.at("Phần"); !key.blank() {
		name += "." + key.line()
	}
	part := l.c.Part(name)
	if part == nil {
		f := atCell(faultReference, figure.Error, code, assignNoPart.With(name), assignNoPartFix.With())
		l.fault(f.near(name, l.c.measureNames()[1:]))
		return nil, false
	}
	why := ""
	switch {
	case part.Comparison == Qualitative:
		why = "định tính"
	case part.Scope != OnTotal && part.Scope != PerUnit:
		why = wordOf(scopeWords, part.Scope)
	}
	if why != "" {
		l.fault(atCell(faultUnclear, figure.Error, code, assignScope.With(part.Name(), why), assignScopeFix.With()))
	}
	return part, why == ""
}

// assignedPlan reads the thresholds of a row. They must be there: a unit to which nothing was assigned has no row.
func (l *loader) assignedPlan(r row, part *Part) (Assignment, bool) {
	own := *part
	own.Hand = NoVerdict
	_, ok := l.need(r, "Ngưỡng")
	if ok && part.Comparison == Within {
		_, ok = l.need(r, "Ngưỡng trên")
	}
	if !ok {
		return Assignment{}, false
	}
	l.thresholds(r, &own)
	return Assignment{Threshold: own.Threshold, High: own.High}, !own.Threshold.IsMissing()
}
