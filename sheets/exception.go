package sheets

import (
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// Exception is a row of the sheet Giải trình: the office has accepted why a unit's figures are as they are.
type Exception struct {
	Unit   UnitCode
	Period string // code of the period
	Reason string // as one line
	Day    time.Time
	Pos    Pos

	// Code is the code of a check or of a rule, as typed; "" where the row names a figure alone. Figure is the code of a figure, "" for all.
	Code   string
	Figure Code

	// Typed is the value that was accepted, as it stands in the column Giá trị; "" accepts any value.
	Typed string

	value figure.Input
}

// Acceptance is a finding that is no more than a note because a row of the sheet Giải trình explains it.
type Acceptance struct {
	*Exception

	// Message is what the finding says by itself, without the explanation.
	Message lang.Message
}

// exceptions reads the sheet Giải trình. Its codes are those of rules, of checks, of figures, or of a check and a figure: ngoai-khoang:tc_doan_vien.
func (l *loader) exceptions() {
	for _, r := range l.rows(sheetExceptions) {
		u, ok := l.unit(r, "Đơn vị")
		p, ok2 := l.period(r, "Kỳ")
		code, ok3 := l.need(r, "Mã")
		reason, ok4 := l.need(r, "Lý do")
		x := &Exception{Day: l.day(r, "Ngày"), Typed: r.at("Giá trị").line(), value: r.at("Giá trị").input(), Pos: code.pos, Reason: reason.line()}
		if !ok3 || !l.namesFindings(code, x) || !ok || !ok2 || !ok4 {
			continue
		}
		x.Unit, x.Period = u.Code, p.Code
		l.c.Exceptions = append(l.c.Exceptions, x)
	}
}

// namesFindings finds out which findings a row is about, and reports a code that nothing could find.
func (l *loader) namesFindings(c cell, x *Exception) bool {
	checks := CheckCodes()
	for _, rule := range l.c.Rules {
		checks = append(checks, rule.Code)
	}
	for _, notice := range notices {
		checks = append(checks, notice.Code)
	}
	figures := make([]string, len(l.c.Indicators))
	for i, ind := range l.c.Indicators {
		figures[i] = string(ind.Code)
	}
	typed := c.line()
	check, of, both := strings.Cut(typed, ":")
	if code := amongCodes(checks, typed); code != "" {
		x.Code = code
	} else if code := amongCodes(figures, typed); code != "" {
		x.Figure = Code(code)
	} else if both {
		x.Code, x.Figure = amongCodes(checks, check), Code(amongCodes(figures, of))
		both = x.Code != "" && x.Figure != ""
	}
	if x.Code == "" && x.Figure == "" || strings.Contains(typed, ":") && !both {
		f := atCell(faultReference, figure.Warning, c, unknownCheck.With(typed), unknownCheckFix.With())
		l.fault(f.near(typed, append(checks, figures...)))
		return false
	}
	return true
}

// amongCodes gives the code that is meant, "" where it is none of them.
func amongCodes(codes []string, typed string) string {
	for _, code := range codes {
		if vntext.Key(code) == vntext.Key(typed) {
			return code
		}
	}
	return ""
}

// Names is what the row is about, as the column Mã has it: a check, a figure, or both.
func (x *Exception) Names() string {
	if x.Code != "" && x.Figure != "" {
		return x.Code + ":" + string(x.Figure)
	}
	return x.Code + string(x.Figure)
}

// Accepts reports whether the value is the one that was accepted. ind is nil where a finding is about no figure of the form; then, and where nothing could
// be read for certain, raw is compared as it was typed.
func (x *Exception) Accepts(ind *Indicator, v Value, raw string) bool {
	if x.Typed == "" {
		return true
	}
	if ind != nil && v.State == Given && ind.Kind != Category && ind.Kind != Words {
		reading := figure.Read(fieldFor(ind.Kind), ind.Measure, x.value)
		return reading.Severity < figure.Error && figure.Plain(reading.Value) == figure.Plain(v.Figure(ind))
	}
	return vntext.Key(x.Typed) == vntext.Key(raw)
}
