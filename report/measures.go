package report

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
)

// Measured is a measure of a shortcoming this year and last year as documents print it, so that two that differ do not look the same. A missing one is "".
func Measured(m *aggregate.MeasureResult) (now, before string) {
	return measureText(m.Value, m.LastYear), measureText(m.LastYear, m.Value)
}

func measureText(v, other figure.Value) string {
	if v.IsMissing() || v.Kind == figure.NotApplicable {
		return ""
	}
	style := "so"
	if v.Num != nil || other.Num != nil {
		style = "pt"
	}
	return beside(style, v, other)
}

// LevelWords is a level of remedy in the words of a report, "" of one that is not known.
func LevelWords(level sheets.Level) string { return levelWord(level) }
