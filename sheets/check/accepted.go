package check

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var (
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
// what they were, and say that they had been explained.
func (e *examiner) accept(findings []sheets.Finding) {
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
}

// explain makes an accepted finding a note.
func explain(f *sheets.Finding, x *sheets.Exception) {
	message := acceptedValue
	if x.Typed == "" {
		message = acceptedAny
	}
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
