package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// unusedException is found after all units were looked at.
var unusedException = Check{
	Code:     "giai-trinh-khong-khop",
	Severity: figure.Note,
	Title:    lang.Format{Vi: "Dòng giải trình không khớp phát hiện nào", En: "An explanation without a finding"},
	Explanation: lang.Format{
		Vi: "Dòng ở trang Giải trình không nói về phát hiện nào của đơn vị: đơn vị đã sửa số, hoặc ghi nhầm mã, nhầm kỳ. Xóa dòng nếu không còn cần. Đơn vị chưa có bản nộp được dùng thì chưa xét.",
		En: "A row of the sheet Giải trình is about no finding of its unit: the figure was corrected, or the code or the period is another one. Delete it if it is not needed. Units without a form that counts are left aside.",
	},
	Example: lang.Format{
		Vi: "Giải trình “ngoai-khoang:tc_doan_vien” của x1, nhưng x1 đã gửi lại số nằm trong khoảng.",
		En: "An explanation of “ngoai-khoang:tc_doan_vien” by x1, which has since sent a figure within the bounds.",
	},
}

var (
	explainsNothing = lang.Format{
		Vi: "Dòng giải trình của đơn vị “%s” về “%s” không khớp phát hiện nào của kỳ “%s”",
		En: "The explanation by unit “%s” of “%s” fits no finding of period “%s”",
	}
	deleteRow = lang.Format{
		Vi: "Nếu đơn vị đã sửa số thì xóa dòng; nếu chưa, ghi đúng mã ở cột “Mã kiểm tra” của trang Phát hiện trong kiem-tra.xlsx.",
		En: "Delete the row if the unit has corrected the figure; if not, type the code of the column “Mã kiểm tra” of the sheet Phát hiện of kiem-tra.xlsx.",
	}
	acceptedValue = lang.Format{Vi: "%s; đã giải trình: %s", En: "%s; explained: %s"}
	acceptedAny   = lang.Format{Vi: "%s; đã giải trình, bất kể giá trị: %s", En: "%s; explained, whatever the value: %s"}
	acceptedHint  = lang.Format{
		Vi: "Không cần làm gì. Muốn xét lại thì xóa dòng ở ô %s của trang “Giải trình”.",
		En: "Nothing to do. To look at it again, delete the row at cell %s of the sheet “Giải trình”.",
	}
	noLongerAccepted = lang.Format{
		Vi: "%s; giải trình ở ô %s của trang “Giải trình” nói về giá trị “%s” nên không còn hiệu lực",
		En: "%s; the explanation at cell %s of the sheet “Giải trình” is about the value “%s” and no longer holds",
	}
)

// accept turns the findings that the office has accepted, in the sheet Giải trình, into notes. They stay notes until the value changes; then they are
// what they were, and say that they had been explained. It gives the rows that speak of a finding.
func (e *examiner) accept(findings []sheets.Finding) map[*sheets.Exception]bool {
	spoken := make(map[*sheets.Exception]bool)
	rows := make(map[sheets.UnitCode][]*sheets.Exception)
	for _, x := range e.catalogue.Exceptions {
		rows[x.Unit] = append(rows[x.Unit], x)
	}
	for i := range findings {
		f := &findings[i]
		var outdated *sheets.Exception
		for _, x := range rows[f.Unit] {
			if !e.isAbout(x, f) {
				continue
			}
			spoken[x] = true
			ind, value := e.answered(f)
			if x.Accepts(ind, value, f.Raw) {
				explain(f, x)
				outdated = nil
				break
			}
			if outdated == nil {
				outdated = x
			}
		}
		if outdated != nil {
			f.Message = noLongerAccepted.With(f.Message, outdated.Pos.Cell(), outdated.Typed)
		}
	}
	return spoken
}

// unused finds the rows of Giải trình that speak of nothing that was found. A unit without a form that counts, and a period that is not added up,
// were not looked at.
func (e *examiner) unused(spoken map[*sheets.Exception]bool) []sheets.Finding {
	if severity, set := e.severity[unusedException.Code]; set && severity == figure.Fine {
		return nil
	}
	var findings []sheets.Finding
	for _, x := range e.catalogue.Exceptions {
		u := e.catalogue.Units.Unit(x.Unit)
		report := e.reportOf(u, x.Period)
		if spoken[x] || report == nil || report.Submissions[u.Index] == nil {
			continue
		}
		findings = append(findings, sheets.Finding{
			Code: unusedException.Code, Severity: unusedException.Severity, Unit: u.Code, Pos: x.Pos, Raw: x.Names(), Catalogue: true, Count: 1,
			Message: explainsNothing.With(u.Name, x.Names(), report.Period.Name), Hint: deleteRow.With(),
		})
	}
	return findings
}

// reportOf is the report that a unit owes for a period, nil where it owes none in this run.
func (e *examiner) reportOf(u *sheets.Unit, period string) *sheets.Batch {
	if u == nil {
		return nil
	}
	for _, report := range e.batch.Reports(u) {
		if report.Period.Code == period {
			return report
		}
	}
	return nil
}

// explain makes an accepted finding a note.
func explain(f *sheets.Finding, x *sheets.Exception) {
	message := acceptedValue
	if x.Typed == "" {
		message = acceptedAny
	}
	f.Accepted = &sheets.Acceptance{Exception: x, Message: f.Message}
	f.Severity, f.Message, f.Hint = figure.Note, message.With(f.Message, x.Reason), acceptedHint.With(x.Pos.Cell())
}

// isAbout reports whether a row of Giải trình speaks of a finding. What is wrong with the catalogue is the office's own, and not explained by a unit.
func (e *examiner) isAbout(x *sheets.Exception, f *sheets.Finding) bool {
	period := f.Period
	if period == "" {
		period = e.batch.Period.Code
	}
	ofRule := x.Code == brokenRule.Code && e.isRule(f.Code)
	return !f.Catalogue && x.Period == period && (x.Code == "" || x.Code == f.Code || ofRule) && (x.Figure == "" || x.Figure == f.Indicator)
}

func (e *examiner) isRule(code string) bool {
	for _, r := range e.rules {
		if r.Code == code {
			return true
		}
	}
	return false
}

// answered gives the figure that a finding is about and what the unit answered for it; nil where it is about none of the form.
func (e *examiner) answered(f *sheets.Finding) (*sheets.Indicator, sheets.Value) {
	ind, u, b := e.catalogue.Indicator(f.Indicator), e.catalogue.Units.Unit(f.Unit), e.batch
	if f.Period != "" {
		b = e.batch.Of(e.catalogue.Period(f.Period))
	}
	if ind == nil || u == nil || b == nil {
		return nil, sheets.Value{}
	}
	return ind, b.Value(u, ind)
}
