package report

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// levelLoop runs over the levels that some shortcoming has, the best first, so that the general sentence of a report is counted
// and cannot contradict its parts.
var levelLoop = loop{
	name: "muc_danh_gia",
	key:  func(at row) string { return string(at.count.level) },
	doc:  lang.Format{Vi: "các mức khắc phục có khuyết điểm, từ cao xuống thấp", En: "the levels that shortcomings have, the best first"},
	rows: func(s *source, _ row) []row {
		var rows []row
		for _, l := range levels {
			n := 0
			for _, res := range s.Shortcomings {
				if res.Verdict == l.level {
					n++
				}
			}
			if n > 0 {
				rows = append(rows, row{count: tally{level: l.level, number: n}})
			}
		}
		return rows
	},
	fields: []field{
		{name: "muc", derived: true, value: func(_ *source, at row) figure.Value { return levelCode(at.count.level) },
			doc: lang.Format{Vi: "mức khắc phục: 0, 1a, 1b, 2, 3", En: "the level of remedy"}},
		{name: "danh_gia", derived: true, value: func(_ *source, at row) figure.Value {
			if text := levelWord(at.count.level); text != "" {
				return figure.TextOf(text)
			}
			return figure.TextOf("chưa đủ số liệu để đánh giá")
		}, doc: lang.Format{Vi: "mức viết thành lời", En: "the level in words"}},
		{name: "so", style: "so0", value: func(_ *source, at row) figure.Value { return figure.Int(at.count.number) },
			doc: lang.Format{Vi: "số khuyết điểm ở mức đó", En: "how many shortcomings have it"}},
	},
}

// levels are the levels of remedy with the words of the report, the best first. One that nobody could judge has no words.
var levels = []struct {
	level sheets.Level
	word  string
}{
	{sheets.LevelDone, "đã được khắc phục"},
	{sheets.LevelBetter, "chưa khắc phục hoàn toàn nhưng có chuyển biến tốt"},
	{sheets.LevelMost, "chưa được khắc phục triệt để"},
	{sheets.LevelSome, "đã được khắc phục một phần"},
	{sheets.LevelNone, "chưa được khắc phục"},
	{sheets.LevelUnknown, ""},
}

func levelWord(level sheets.Level) string {
	for _, l := range levels {
		if l.level == level {
			return l.word
		}
	}
	return ""
}

func levelCode(level sheets.Level) figure.Value {
	if level == sheets.LevelUnknown {
		return figure.Value{}
	}
	return word(string(level))
}

// direction is what the office wrote about the next step, or the usual sentence for the level. What is remedied needs none, but is watched.
func direction(s *source, at row) figure.Value {
	if own := prose(at.shortcoming.Shortcoming.Direction); !own.IsMissing() {
		return own
	}
	next := year(s, 1).Text
	switch at.shortcoming.Verdict {
	case sheets.LevelDone:
		return prose("Duy trì kết quả đã đạt được, không để khuyết điểm tái diễn.")
	case sheets.LevelBetter:
		return prose("Tiếp tục khắc phục phần hạn chế còn lại trong năm " + next + ".")
	}
	return prose("Tiếp tục khắc phục trong năm " + next + ".")
}
