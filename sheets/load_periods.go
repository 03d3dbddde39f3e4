package sheets

import (
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

var (
	reversedDays  = lang.Format{Vi: "Đến ngày %s trước Từ ngày %s.", En: "The last day %s is before the first day %s."}
	reversedHint  = lang.Format{Vi: "Sửa một trong hai ngày.", En: "Correct one of the days."}
	deadlineEarly = lang.Format{Vi: "Hạn nộp %s trước ngày đầu của kỳ.", En: "The deadline %s is before the first day of the period."}
	overlap       = lang.Format{Vi: "Kỳ “%s” chồng lên một phần của kỳ “%s”.", En: "The period “%s” overlaps a part of “%s”."}
	overlapHint   = lang.Format{Vi: "Nếu cố ý thì để nguyên; nếu không, sửa ngày của một trong hai kỳ.", En: "If meant, leave it; if not, correct the days of one of them."}
	outside       = lang.Format{Vi: "Kỳ “%s” không nằm trọn trong kỳ “%s” mà nó thuộc.", En: "The period “%s” is not within “%s”, to which it belongs."}
	withinItself  = lang.Format{Vi: "Kỳ “%s” thuộc chính nó qua cột Thuộc kỳ.", En: "The period “%s” belongs to itself through the column Thuộc kỳ."}
	withinHint    = lang.Format{Vi: "Để trống Thuộc kỳ ở kỳ lớn nhất.", En: "Leave Thuộc kỳ blank at the longest period."}
	countedTwice  = lang.Format{
		Vi: "Kỳ “%s” và kỳ “%s” cùng thuộc kỳ “%s” và trùng ngày, nên số liệu của những ngày đó bị cộng hai lần.",
		En: "The periods “%s” and “%s” both belong to “%s” and share days, whose figures would be added twice.",
	}
	countedTwiceHint = lang.Format{
		Vi: "Sửa ngày của một trong hai kỳ, hoặc để trống Thuộc kỳ ở kỳ không cộng vào kỳ dài hơn (ví dụ đợt báo cáo chuyên đề).",
		En: "Correct the days of one of them, or leave Thuộc kỳ blank where it is no part of the longer period (such as a campaign).",
	}
)

func (l *loader) periods() {
	seen := make(codes)
	var within []cell
	for _, r := range l.rows(sheetPeriods) {
		code, ok := l.need(r, "Mã")
		if !ok || !l.take(seen, vntext.Key(code.line()), code) {
			continue
		}
		p := &Period{
			Code: code.line(), Name: r.at("Tên").line(), Within: r.at("Thuộc kỳ").line(), Pos: code.pos,
			Deadline: l.day(r, "Hạn nộp"),
		}
		if p.Name == "" {
			p.Name = p.Code
		}
		if ok := l.span(r, p); !ok {
			l.left = append(l.left, code)
			continue
		}
		if !p.Deadline.IsZero() && p.Deadline.Before(p.From) {
			c := r.at("Hạn nộp")
			l.fault(atCell(faultOrder, figure.Warning, c, deadlineEarly.With(c.line()), reversedHint.With()))
		}
		l.c.Periods = append(l.c.Periods, p)
		within = append(within, r.at("Thuộc kỳ"))
	}
	for i, p := range l.c.Periods {
		l.checkWithin(p, within[i])
		l.checkOverlap(p, l.c.Periods[:i])
	}
	for _, p := range l.c.Periods {
		l.checkParts(p)
	}
}

// checkParts reports sub-periods that share days: what is added up from them would count those days twice.
func (l *loader) checkParts(p *Period) {
	parts := l.c.nestedIn(p)
	for i := range parts[min(1, len(parts)):] {
		if before, part := parts[i], parts[i+1]; !part.From.After(before.To) {
			at := cell{pos: part.Pos, text: part.Code}
			l.fault(atCell(faultOrder, figure.Error, at, countedTwice.With(part.Code, before.Code, p.Code), countedTwiceHint.With()))
		}
	}
}

// span reads the two ends of a period, both of which it needs.
func (l *loader) span(r row, p *Period) bool {
	_, ok := l.need(r, "Từ ngày")
	_, ok2 := l.need(r, "Đến ngày")
	p.From, p.To = l.day(r, "Từ ngày"), l.day(r, "Đến ngày")
	return ok && ok2 && !p.From.IsZero() && !p.To.IsZero() && l.inOrder(r, p.From, p.To)
}

// inOrder reports a row whose last day is before its first.
func (l *loader) inOrder(r row, from, to time.Time) bool {
	if from.IsZero() || to.IsZero() || !to.Before(from) {
		return true
	}
	c := r.at("Đến ngày")
	l.fault(atCell(faultOrder, figure.Error, c, reversedDays.With(c.line(), r.at("Từ ngày").line()), reversedHint.With()))
	return false
}

// checkWithin checks that the longer period exists and holds the shorter one.
func (l *loader) checkWithin(p *Period, at cell) {
	if p.Within == "" {
		return
	}
	outer := l.c.Period(p.Within)
	if outer == nil {
		l.knownPeriod(at)
		return
	}
	if !outer.holds(p) {
		l.fault(atCell(faultOrder, figure.Warning, at, outside.With(p.Code, outer.Code), reversedHint.With()))
	}
	for steps := 0; outer != nil && steps <= len(l.c.Periods); steps++ {
		if outer == p {
			l.fault(atCell(faultCircle, figure.Error, at, withinItself.With(p.Code), withinHint.With()))
			return
		}
		if outer.Within == "" {
			return
		}
		outer = l.c.Period(outer.Within)
	}
}

// checkOverlap reports the first of the earlier periods that shares some days with the period and is neither within it nor around it.
func (l *loader) checkOverlap(p *Period, earlier []*Period) {
	for _, other := range earlier {
		apart := p.To.Before(other.From) || other.To.Before(p.From)
		if !apart && !p.holds(other) && !other.holds(p) {
			at := cell{pos: p.Pos, text: p.Code}
			l.fault(atCell(faultOrder, figure.Warning, at, overlap.With(p.Code, other.Code), overlapHint.With()))
			return
		}
	}
}

// holds reports whether every day of the other period lies within the period.
func (p *Period) holds(other *Period) bool {
	return !other.From.Before(p.From) && !other.To.After(p.To)
}
