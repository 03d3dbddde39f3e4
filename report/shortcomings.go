package report

import (
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

// shortcomingLoop runs over the shortcomings, with their clauses, measures, and paragraphs inside.
var shortcomingLoop = loop{
	name: "khuyet_diem", fields: shortcomingFields,
	key: func(at row) string { return string(at.shortcoming.Shortcoming.Code) },
	doc: lang.Format{Vi: "các khuyết điểm, hạn chế", En: "the shortcomings"},
	rows: func(s *source, _ row) []row {
		rows := make([]row, len(s.Shortcomings))
		for i := range s.Shortcomings {
			rows[i].shortcoming = &s.Shortcomings[i]
		}
		return rows
	},
	loops: []loop{
		{
			name: "ve", fields: clauseFields,
			key: func(at row) string { return at.clause.Key },
			doc: lang.Format{Vi: "các vế của khuyết điểm", En: "the clauses of the shortcoming"},
			rows: func(_ *source, at row) []row {
				var rows []row
				for _, c := range at.shortcoming.Shortcoming.Clauses {
					rows = append(rows, row{shortcoming: at.shortcoming, clause: c})
				}
				return rows
			},
		},
		pastLevels,
		measureLoop("so_do", func(s *aggregate.ShortcomingResult) []aggregate.MeasureResult { return s.Measures },
			lang.Format{Vi: "các số đo gắn với khuyết điểm; gắn với mọi chỉ tiêu thì mỗi chỉ tiêu một dòng", En: "the figures linked to the shortcoming; all targets are a row for each"}),
		measureLoop("so_do_gop", (*aggregate.ShortcomingResult).Together,
			lang.Format{Vi: "như so_do, nhưng mọi chỉ tiêu của kỳ là một dòng: số chỉ tiêu đạt và vượt", En: "as so_do, with all targets as one row: how many are met or exceeded"}),
	},
}

// pastLevels runs over the former periods whose level of the shortcoming the catalogue knows.
var pastLevels = loop{
	name: "lich_su",
	key:  func(at row) string { return at.past.Period.Code },
	doc:  lang.Format{Vi: "các kỳ trước đã có mức, theo cột Mức các kỳ trước", En: "the former periods with a level, of the column Mức các kỳ trước"},
	rows: func(s *source, at row) []row {
		var rows []row
		for i := range at.shortcoming.Shortcoming.History {
			if past := &at.shortcoming.Shortcoming.History[i]; past.Period.To.Before(s.Batch.Period.From) {
				rows = append(rows, row{shortcoming: at.shortcoming, past: past})
			}
		}
		return rows
	},
	fields: []field{
		{name: "ky", value: func(_ *source, at row) figure.Value { return word(at.past.Period.Name) }, doc: lang.Format{Vi: "tên kỳ", En: "name of the period"}},
		{name: "muc", value: func(_ *source, at row) figure.Value { return levelCode(at.past.Level) }, doc: lang.Format{Vi: "mức của kỳ đó", En: "its level then"}},
		{name: "danh_gia", value: func(_ *source, at row) figure.Value { return word(levelWord(at.past.Level)) },
			doc: lang.Format{Vi: "mức viết thành lời", En: "the level in words"}},
	},
}

func measureLoop(name string, of func(*aggregate.ShortcomingResult) []aggregate.MeasureResult, doc lang.Format) loop {
	return loop{
		name: name, like: unless(name, "so_do"), fields: measureFields, doc: doc,
		key: func(at row) string { return at.measure.Measure.Text },
		rows: func(_ *source, at row) []row {
			var rows []row
			measures := of(at.shortcoming)
			for i := range measures {
				rows = append(rows, row{shortcoming: at.shortcoming, measure: &measures[i]})
			}
			return rows
		},
	}
}

var shortcomingFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(string(at.shortcoming.Shortcoming.Code)) },
		doc: lang.Format{Vi: "mã khuyết điểm", En: "code of the shortcoming"}},
	{name: "noi_dung", value: func(_ *source, at row) figure.Value { return prose(clauseTexts(at.shortcoming.Shortcoming)) },
		doc: lang.Format{Vi: "nội dung các vế, ngăn bằng dấu chấm phẩy", En: "the texts of its clauses"}},
	{name: "linh_vuc", value: func(s *source, at row) figure.Value {
		return word(midSentence(label(s.Catalogue, fieldList, at.shortcoming.Shortcoming.Field)))
	}, doc: lang.Format{Vi: "lĩnh vực", En: "field of work"}},
	{name: "giai_phap", lines: true, value: clauseProse(func(c *sheets.Clause) string { return c.Taken }),
		doc: lang.Format{Vi: "giải pháp đã triển khai của mọi vế, mỗi dòng một đoạn", En: "the measures taken for all clauses, a paragraph a line"}},
	{name: "ket_qua", lines: true, value: clauseProse(func(c *sheets.Clause) string { return c.Results }),
		doc: lang.Format{Vi: "kết quả của mọi vế, mỗi dòng một đoạn", En: "the results of all clauses, a paragraph a line"}},
	{name: "muc", derived: true, value: func(_ *source, at row) figure.Value { return levelCode(at.shortcoming.Verdict) },
		doc: lang.Format{Vi: "mức khắc phục: 0, 1a, 1b, 2, 3", En: "the level of remedy"}},
	{name: "danh_gia", derived: true, value: func(_ *source, at row) figure.Value {
		v := word(levelWord(at.shortcoming.Verdict))
		if v.IsMissing() {
			v.Gaps = openQuestions(at.shortcoming)
		}
		return v
	}, doc: lang.Format{Vi: "đánh giá viết thành lời, như “chưa được khắc phục triệt để”", En: "the level in words"}},
	{name: "ly_do", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.shortcoming.Shortcoming.Reason) },
		doc: lang.Format{Vi: "lý do của đánh giá", En: "the reason for the level"}},
	{name: "phuong_huong", lines: true, value: direction,
		doc: lang.Format{Vi: "phương hướng; để trống trong danh mục thì theo mức khắc phục", En: "the next step; by the level where the catalogue gives none"}},
	{name: "phu_trach", value: func(_ *source, at row) figure.Value { return prose(at.shortcoming.Shortcoming.Owner) },
		doc: lang.Format{Vi: "đơn vị, bộ phận phụ trách", En: "who is in charge"}},
	{name: "thoi_han", value: func(_ *source, at row) figure.Value { return prose(at.shortcoming.Shortcoming.Due) },
		doc: lang.Format{Vi: "thời hạn", En: "the deadline"}},
	{name: "hoan_toan", value: func(_ *source, at row) figure.Value {
		return figure.BoolOf(at.shortcoming.Verdict == sheets.LevelDone)
	}, doc: lang.Format{Vi: "đúng khi đã khắc phục hoàn toàn", En: "true when remedied"}},
	{name: "theo_chi_tieu", value: func(_ *source, at row) figure.Value {
		return figure.BoolOf(byAllTargets(at.shortcoming.Shortcoming))
	}, doc: lang.Format{Vi: "đúng khi khuyết điểm gắn với toàn bộ chỉ tiêu của kỳ", En: "true when it is measured by all targets of the period"}},
	{name: "danh_gia_tay", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.shortcoming.Hand) },
		doc: lang.Format{Vi: "đúng khi mức do người phụ trách ghi", En: "true when a person decided the level"}},
}

var clauseFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(at.clause.Key) },
		doc: lang.Format{Vi: "số của vế", En: "number of the clause"}},
	{name: "noi_dung", value: func(_ *source, at row) figure.Value { return prose(at.clause.Text) },
		doc: lang.Format{Vi: "nội dung của vế", En: "text of the clause"}},
	{name: "giai_phap", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.clause.Taken) },
		doc: lang.Format{Vi: "giải pháp của vế", En: "the measures taken for the clause"}},
	{name: "ket_qua", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.clause.Results) },
		doc: lang.Format{Vi: "kết quả của vế", En: "the results of the clause"}},
}

var measureFields = append([]field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(at.measure.Measure.Text) },
		doc: lang.Format{Vi: "số đo, đúng như đã gõ trong danh mục", En: "the measure as typed"}},
	{name: "ten", value: func(s *source, at row) figure.Value { return prose(MeasureName(s.Catalogue, at.measure)) },
		doc: lang.Format{Vi: "số đo viết bằng tên của chỉ tiêu hoặc số liệu", En: "the measure by the names of its target or figures"}},
	{name: "gia_tri", derived: true, styled: measureStyle, value: func(s *source, at row) figure.Value {
		return measureValue(s.Catalogue, at.measure, at.measure.Value, at.measure.LastYear)
	}, doc: lang.Format{Vi: "kết quả của kỳ này", En: "its value this period"}},
	{name: "nam_truoc", derived: true, styled: lastYearStyle, value: func(s *source, at row) figure.Value {
		return measureValue(s.Catalogue, at.measure, at.measure.LastYear, at.measure.Value)
	}, doc: lang.Format{Vi: "kết quả của năm trước, từ biểu mẫu năm trước hoặc ghi tay", En: "its value a year ago, of last year's forms or as typed"}},
	{name: "tot_hon", value: func(_ *source, at row) figure.Value {
		return figure.BoolOf(at.measure.Better != nil && *at.measure.Better)
	},
		doc: lang.Format{Vi: "đúng khi tốt hơn năm trước", En: "true when better than last year"}},
	{name: "khong_tot_hon", value: func(_ *source, at row) figure.Value {
		return figure.BoolOf(at.measure.Better != nil && !*at.measure.Better)
	},
		doc: lang.Format{Vi: "đúng khi biết là không tốt hơn năm trước", En: "true when known not to be better than last year"}},
}, verdictFields(func(at row) sheets.Verdict { return at.measure.Verdict })...)

func measureStyle(s *source, at row) string {
	return styleOfMeasure(s.Catalogue, at.measure, at.measure.Value, at.measure.LastYear)
}

func lastYearStyle(s *source, at row) string {
	return styleOfMeasure(s.Catalogue, at.measure, at.measure.LastYear, at.measure.Value)
}

// clauseTexts joins the texts of the clauses.
func clauseTexts(s *sheets.Shortcoming) string {
	var texts []string
	for _, c := range s.Clauses {
		if text := strings.TrimRight(strings.TrimSpace(c.Text), ".;"); text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) == 0 {
		return s.Text
	}
	return strings.Join(texts, "; ")
}

// clauseProse joins a text of all clauses, line by line.
func clauseProse(of func(*sheets.Clause) string) func(*source, row) figure.Value {
	return func(_ *source, at row) figure.Value {
		var texts []string
		for _, c := range at.shortcoming.Shortcoming.Clauses {
			if text := of(c); strings.TrimSpace(text) != "" {
				texts = append(texts, text)
			}
		}
		return prose(strings.Join(texts, "\n"))
	}
}

// openQuestions names what keeps a shortcoming from being judged.
func openQuestions(s *aggregate.ShortcomingResult) []string {
	code := string(s.Shortcoming.Code)
	var gaps []string
	for _, c := range s.Unlinked {
		gaps = append(gaps, code+"."+c.Key)
	}
	for _, m := range s.Measures {
		if m.Verdict == sheets.Insufficient {
			gaps = append(gaps, m.Measure.Text)
		}
	}
	if len(gaps) == 0 {
		gaps = append(gaps, code)
	}
	return gaps
}

// byAllTargets reports whether a clause is linked to all targets of the period.
func byAllTargets(s *sheets.Shortcoming) bool {
	for _, c := range s.Clauses {
		for _, m := range c.Measures {
			if m.AllTargets {
				return true
			}
		}
	}
	return false
}

// fieldLoop runs over the fields of work that have shortcomings, in the order in which they come first.
var fieldLoop = loop{
	name: "linh_vuc",
	key:  func(at row) string { return at.count.field },
	doc:  lang.Format{Vi: "các lĩnh vực có khuyết điểm", En: "the fields of work with shortcomings"},
	env:  func(r *aggregate.Result, at row) formula.Env { return r.FieldEnv(at.count.field) },
	rows: func(s *source, _ row) []row {
		var rows []row
		at := make(map[string]int) // row by field
		for _, res := range s.Shortcomings {
			name := res.Shortcoming.Field
			i, known := at[vntext.Fold(name)]
			if !known {
				i = len(rows)
				at[vntext.Fold(name)] = i
				rows = append(rows, row{count: tally{field: name}})
			}
			rows[i].count.number++
		}
		return rows
	},
	fields: []field{
		{name: "ma", value: func(_ *source, at row) figure.Value { return word(at.count.field) },
			doc: lang.Format{Vi: "mã lĩnh vực, như đã gõ trong danh mục", En: "the field as typed in the catalogue"}},
		{name: "ten", value: func(s *source, at row) figure.Value {
			return word(midSentence(label(s.Catalogue, fieldList, at.count.field)))
		},
			doc: lang.Format{Vi: "tên lĩnh vực", En: "name of the field"}},
		{name: "so", style: "so0", value: func(_ *source, at row) figure.Value { return figure.Int(at.count.number) },
			doc: lang.Format{Vi: "số khuyết điểm của lĩnh vực", En: "how many shortcomings it has"}},
	},
}

// fieldList is the list of options that names the fields of work.
const fieldList = "linh_vuc"
