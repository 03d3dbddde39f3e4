package aggregate

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

const assignmentSheet = "Giao chỉ tiêu"

var (
	sayWithoutPlan = lang.Format{
		Vi: "Nội dung “%s” đã giao cho %d đơn vị nhưng chưa giao cho %d đơn vị: %s.",
		En: "The part “%s” was assigned to %d units and not to %d: %s.",
	}
	hintWithoutPlan = lang.Format{
		Vi: "Thêm dòng cho các đơn vị này ở trang “%s”, hoặc ghi Ngưỡng chung ở trang “%s” với Phạm vi là “từng đơn vị”.",
		En: "Add rows for them to the sheet “%s”, or a common threshold to the sheet “%s” with từng đơn vị as Phạm vi.",
	}
	sayPlanOutside = lang.Format{
		Vi: "“%s” được giao cho “%s” (%s), nhưng đơn vị này không thuộc phạm vi xét của nội dung trong kỳ nên mức giao không được dùng.",
		En: "“%s” was assigned to “%s” (%s), but the part does not apply to the unit in the period, and the plan is not used.",
	}
	hintPlanOutside = lang.Format{
		Vi: "Kiểm tra mã đơn vị ở trang “%s”, cột Phạm vi của trang “%s” và cột Cấp nhập của số liệu.",
		En: "Check the unit in the sheet “%s”, Phạm vi in the sheet “%s” and the column Cấp nhập of the figures.",
	}
	sayPlanSum = lang.Format{
		Vi: "Tổng mức giao cho các đơn vị của “%s” về nội dung “%s” là %s, khác mức %s của chính đơn vị này.",
		En: "The plans of the units of “%s” for the part “%s” add up to %s, and its own plan is %s.",
	}
	hintPlanSum = lang.Format{
		Vi: "Nếu không phải chủ ý, sửa mức giao ở trang “%s” hoặc Ngưỡng ở trang “%s”.",
		En: "If that is not meant, correct the plans in the sheet “%s” or Ngưỡng in the sheet “%s”.",
	}
)

// findPlans tells of units without a plan while others of their level have one, and of plans for units that the part does not apply to.
func (r *Result) findPlans(p *sheets.Part, plans map[*sheets.Unit]*sheets.Assignment, concerned, without []*sheets.Unit, severity figure.Severity) {
	applies := make(map[*sheets.Unit]bool, len(concerned))
	for _, u := range concerned {
		applies[u] = true
	}
	used := 0
	for i := range p.Assigned {
		own := &p.Assigned[i]
		u := r.Catalogue.Units.Unit(own.Unit)
		if u != nil && plans[u] == own && applies[u] {
			used++
			continue
		}
		name := string(own.Unit)
		if u != nil {
			name = u.Name
		}
		r.find(sheets.Finding{
			Code: codePlanOutside, Severity: figure.Warning, Pos: own.Pos,
			Message: sayPlanOutside.With(p.Name(), name, string(own.Unit)), Hint: hintPlanOutside.With(assignmentSheet, targetsSheet),
		})
	}
	if used > 0 && len(without) > 0 {
		r.find(sheets.Finding{
			Code: codeWithoutPlan, Severity: severity, Pos: p.Pos,
			Message: sayWithoutPlan.With(p.Name(), used, len(without), firstNames(without)), Hint: hintWithoutPlan.With(assignmentSheet, targetsSheet),
		})
	}
}

func (r *Result) findPlanSum(p *sheets.Part, above *sheets.Unit, plan, sum figure.Value, pos sheets.Pos) {
	r.find(sheets.Finding{
		Code: codePlanSum, Severity: figure.Note, Pos: pos,
		Message: sayPlanSum.With(above.Name, p.Name(), figure.Default(sum), figure.Default(plan)), Hint: hintPlanSum.With(assignmentSheet, targetsSheet),
	})
}

// mostNamed is how many units a message names.
const mostNamed = 5

// firstNames names the first units of a list.
func firstNames(units []*sheets.Unit) string {
	var names []string
	for _, u := range units[:min(len(units), mostNamed)] {
		names = append(names, u.Name)
	}
	text := strings.Join(names, "; ")
	if len(units) > mostNamed {
		text += "; …"
	}
	return text
}
