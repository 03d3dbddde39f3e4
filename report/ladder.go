package report

import (
	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// The rungs of the ladder by which the level of a shortcoming is suggested, each with the counts that decided.
var (
	rungNoMeasure = lang.Format{Vi: "%d vế chưa gắn số đo nào nên không gợi ý mức", En: "%d clauses have no measure, so no level is suggested"}
	rungOpen      = lang.Format{Vi: "%d số đo không đủ số liệu nên không gợi ý mức", En: "%d measures have insufficient data, so no level is suggested"}
	rungNothing   = lang.Format{Vi: "không có số đo nào áp dụng nên không gợi ý mức", En: "no measure applies, so no level is suggested"}
	rungDone      = lang.Format{Vi: "cả %d số đo đạt hoặc vượt: mức 3", En: "all %d measures are met: level 3"}
	rungBetter    = lang.Format{Vi: "%d/%d số đo đạt; cả %d số đo chưa đạt đều tốt hơn năm trước: mức 2", En: "%d of %d measures are met; all %d unmet ones are better than last year: level 2"}
	rungMost      = lang.Format{Vi: "%d/%d số đo đạt, từ hai phần ba trở lên; %d/%d số đo chưa đạt tốt hơn năm trước: mức 1b", En: "%d of %d measures are met, two thirds or more; %d of %d unmet ones are better than last year: level 1b"}
	rungSome      = lang.Format{Vi: "%d/%d số đo đạt, %d/%d số đo chưa đạt tốt hơn năm trước: mức 1a", En: "%d of %d measures are met, %d of %d unmet ones are better than last year: level 1a"}
	rungUnknown   = lang.Format{Vi: "không số đo nào đạt, và chưa rõ năm trước của %d số đo nên không gợi ý mức", En: "no measure is met, and last year of %d is not known, so no level is suggested"}
	rungNone      = lang.Format{Vi: "không số đo nào trong %d số đo đạt hoặc tốt hơn năm trước: mức 0", En: "none of %d measures is met or better than last year: level 0"}

	levelByHand   = lang.Format{Vi: "đánh giá tay: mức %s; số đo cho thấy: %s", En: "by hand: level %s; the measures say: %s"}
	levelByReason = lang.Format{Vi: "đánh giá tay: mức %s, lý do: %s; số đo cho thấy: %s", En: "by hand: level %s, because: %s; the measures say: %s"}
)

// WhyLevel says why the level of a shortcoming is what it is: the rung of the ladder that decided, and before it what a person decided.
func WhyLevel(r *aggregate.Result, s *aggregate.ShortcomingResult) lang.Message {
	said := rung(s)
	switch {
	case !s.Hand:
		return said
	case s.Shortcoming.Reason == "":
		return levelByHand.With(string(s.Verdict), said)
	}
	return levelByReason.With(string(s.Verdict), NewTeller(r).OfShortcoming(s, s.Shortcoming.Reason), said)
}

// rung says in words what the suggested level was read from.
func rung(s *aggregate.ShortcomingResult) lang.Message {
	l := s.Ladder()
	all := l.Met + l.Unmet
	switch s.Suggested {
	case sheets.LevelDone:
		return rungDone.With(l.Met)
	case sheets.LevelBetter:
		return rungBetter.With(l.Met, all, l.Unmet)
	case sheets.LevelMost:
		return rungMost.With(l.Met, all, l.Better, l.Unmet)
	case sheets.LevelSome:
		return rungSome.With(l.Met, all, l.Better, l.Unmet)
	case sheets.LevelNone:
		return rungNone.With(all)
	}
	switch {
	case l.WithoutMeasure > 0:
		return rungNoMeasure.With(l.WithoutMeasure)
	case l.Open > 0:
		return rungOpen.With(l.Open)
	case all == 0:
		return rungNothing.With()
	}
	return rungUnknown.With(l.Unknown)
}

// LevelWord is a level in the words of reports, "" where nobody could judge.
func LevelWord(level sheets.Level) string { return levelWord(level) }
