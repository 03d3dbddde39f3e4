package report

import (
	"math/big"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
)

// partLoops are the loops inside a target.
var partLoops = []loop{
	partLoop("phan", everyPart, lang.Format{Vi: "các nội dung của chỉ tiêu", En: "the parts of the target"}),
	partLoop("phan_chua_dat", unmetPart, lang.Format{Vi: "các nội dung được tính mà chưa đạt", En: "the counted parts that are unmet"}),
	partLoop("phan_don", onlyPart, lang.Format{Vi: "nội dung duy nhất của chỉ tiêu một nội dung", En: "the only part of a target with one part"}),
	partLoop("phan_nhieu", oneOfParts, lang.Format{Vi: "các nội dung của chỉ tiêu nhiều nội dung", En: "the parts of a target with several parts"}),
}

func partLoop(name string, passes func(*aggregate.TargetResult, *aggregate.PartResult) bool, doc lang.Format) loop {
	return loop{
		name: name, like: unless(name, "phan"), doc: doc, fields: partFields, loops: []loop{failingUnits, judgedUnits},
		key: func(at row) string { return at.part.Part.Key },
		rows: func(_ *source, at row) []row {
			var rows []row
			for i := range at.target.Parts {
				if p := &at.target.Parts[i]; passes(at.target, p) {
					rows = append(rows, row{target: at.target, part: p})
				}
			}
			return rows
		},
	}
}

func everyPart(*aggregate.TargetResult, *aggregate.PartResult) bool { return true }
func unmetPart(_ *aggregate.TargetResult, p *aggregate.PartResult) bool {
	return p.Part.Counted && p.Verdict == sheets.Unmet
}
func onlyPart(t *aggregate.TargetResult, _ *aggregate.PartResult) bool   { return len(t.Parts) == 1 }
func oneOfParts(t *aggregate.TargetResult, _ *aggregate.PartResult) bool { return len(t.Parts) > 1 }

// failingUnits runs over the units that are below the plan of a part that is judged unit by unit.
var failingUnits = loop{
	name: "don_vi_chua_dat", like: unitLoopName, ofUnit: true, fields: unitFields, key: unitKey,
	doc:  lang.Format{Vi: "các đơn vị chưa đạt, của nội dung xét từng đơn vị", En: "the units that are below the plan, of a part judged unit by unit"},
	rows: func(_ *source, at row) []row { return unitRows(at.part.Failing) },
}

var partFields = append([]field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(at.part.Part.Key) },
		doc: lang.Format{Vi: "ký hiệu của nội dung: a, b, c", En: "key of the part: a, b, c"}},
	{name: "noi_dung", value: func(_ *source, at row) figure.Value { return prose(at.part.Part.Text) },
		doc: lang.Format{Vi: "nội dung", En: "text of the part"}},
	{name: "gia_tri", derived: true, styled: partStyle, value: partValue,
		doc: lang.Format{Vi: "kết quả thực hiện; xét từng đơn vị thì là số đơn vị đạt trên số đơn vị", En: "what was done; unit by unit, the units that met it of those it applies to"}},
	planField("nguong", func(p *sheets.Part) figure.Value { return p.Threshold }, lang.Format{Vi: "ngưỡng (con số kế hoạch)", En: "the planned value"}),
	planField("nguong_tren", func(p *sheets.Part) figure.Value { return p.High },
		lang.Format{Vi: "ngưỡng trên, khi kế hoạch là một khoảng", En: "the upper planned value of an interval"}),
	{name: "so_sanh", value: func(_ *source, at row) figure.Value { return word(comparison(at.part.Part)) },
		doc: lang.Format{Vi: "ít nhất, trên, không quá, dưới, từ…", En: "at least, above, at most, below, from…"}},
	{name: "ke_hoach", derived: true, value: func(s *source, at row) figure.Value { return figure.TextOf(Plan(s.Catalogue, at.part)) },
		doc: lang.Format{Vi: "kế hoạch viết thành chữ, như “ít nhất 2.000”", En: "the plan in words"}},
	{name: "muc", style: "pt2", value: func(_ *source, at row) figure.Value { return at.part.Fulfilment },
		doc: lang.Format{Vi: "mức thực hiện: kết quả trên kế hoạch", En: "what was done over what was planned"}},
	{name: "muc_vuot", style: "pt2", value: func(_ *source, at row) figure.Value { return over(at.part) },
		doc: lang.Format{Vi: "vượt kế hoạch bao nhiêu: kết quả trên kế hoạch, trừ 100%; chỉ có khi vượt", En: "by how much the plan was exceeded; only where it was"}},
	{name: "ke_hoach_den_nay", derived: true, styled: func(s *source, at row) string { return styleOf(s.Catalogue, at.part.Part.Expr) },
		value: func(_ *source, at row) figure.Value { return at.part.PlanToDate },
		doc:   lang.Format{Vi: "phần kế hoạch tính đến hết kỳ này, chia đều theo tháng", En: "the share of the plan up to the end of this period, spread over months"}},
	{name: "tien_do", derived: true, value: func(_ *source, at row) figure.Value { return word(Progress(at.part)) },
		doc: lang.Format{Vi: "kịp tiến độ, chậm tiến độ hoặc chưa hết kỳ, khi kỳ được giao chưa kết thúc", En: "how far a part has come whose period is not over, in words"}},
	{name: "chua_het_ky", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.part.NotDue) },
		doc: lang.Format{Vi: "đúng khi kỳ được giao chưa kết thúc nên chưa kết luận", En: "true when the period of the plan is not over, so that there is no verdict yet"}},
	{name: "gan_dat", value: func(_ *source, at row) figure.Value { return figure.BoolOf(nearMiss(at.part)) },
		doc: lang.Format{Vi: "đúng khi chưa đạt nhưng mức thực hiện từ 90% trở lên", En: "true when unmet with 90% or more of the plan"}},
	{name: "chua_lam", value: func(_ *source, at row) figure.Value { return figure.BoolOf(nothingDone(at.part.Value)) },
		doc: lang.Format{Vi: "đúng khi kết quả bằng 0", En: "true when nothing was done"}},
	{name: "ky_chua_dat", derived: true, value: func(_ *source, at row) figure.Value { return periodNames(at.part.FailingPeriods()) },
		doc: lang.Format{Vi: "các tháng, quý, năm chưa đạt, của nội dung giao cho từng kỳ và có số của từng kỳ", En: "the months, quarters or years below the plan, of a part planned and judged for each"}},
	{name: "ky_khong_du", derived: true, value: func(_ *source, at row) figure.Value { return periodNames(at.part.UnjudgedPeriods()) },
		doc: lang.Format{Vi: "các tháng, quý, năm không đủ số liệu, của nội dung giao cho từng kỳ", En: "the months, quarters or years without sufficient data, of a part planned for each"}},
	{name: "chi_co_tong", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.part.Unproven) },
		doc: lang.Format{Vi: "đúng khi giao theo từng tháng, quý, năm mà chỉ có số của cả kỳ nên không kết luận được", En: "true when the plan is for each month, quarter or year and the total of the period proves nothing"}},
	{name: "ly_do", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.part.Part.Reason) },
		doc: lang.Format{Vi: "lý do", En: "the reason given"}},
	{name: "can_cu", lines: true, value: func(_ *source, at row) figure.Value { return prose(at.part.Part.Basis) },
		doc: lang.Format{Vi: "căn cứ, minh chứng", En: "the basis or evidence given"}},
	{name: "khong_tinh", value: func(_ *source, at row) figure.Value { return figure.BoolOf(!at.part.Part.Counted) },
		doc: lang.Format{Vi: "đúng khi không tính vào số nội dung", En: "true when the part does not count"}},
	{name: "ket_luan_tay", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.part.Hand) },
		doc: lang.Format{Vi: "đúng khi kết luận do người phụ trách ghi", En: "true when a person decided the verdict"}},
}, verdictFields(func(at row) sheets.Verdict { return at.part.Verdict })...)

// partValue is what was done, such that it is printed as Achieved says.
func partValue(s *source, at row) figure.Value {
	return asText(partResult(s.Catalogue, at.part), Achieved(s.Catalogue, at.part))
}

func partStyle(s *source, at row) string {
	wanted := "nm"
	if !at.part.Counts() {
		wanted = styleOf(s.Catalogue, at.part.Part.Expr)
	}
	style, _ := styleThat(wanted, partResult(s.Catalogue, at.part), Achieved(s.Catalogue, at.part))
	return style
}

// planField is a planned value, such that it is printed as in the words of Plan.
func planField(name string, of func(*sheets.Part) figure.Value, doc lang.Format) field {
	value := func(s *source, at row) (v figure.Value, text string) {
		v = planned(s.Catalogue, at.part.Part, of(at.part.Part))
		return v, planText(s.Catalogue, at.part.Part, v)
	}
	return field{
		name: name, doc: doc, derived: true,
		value: func(s *source, at row) figure.Value { return asText(value(s, at)) },
		styled: func(s *source, at row) string {
			v, text := value(s, at)
			style, _ := styleThat(styleOf(s.Catalogue, at.part.Part.Expr), v, text)
			return style
		},
	}
}

// partResult is the value of a part. One that is judged by a person has no figure. A category is printed by its label.
func partResult(c *sheets.Catalogue, res *aggregate.PartResult) figure.Value {
	if res.Part.Comparison == sheets.Qualitative {
		return figure.TextOf("đánh giá định tính")
	}
	return planned(c, res.Part, res.Value)
}

// planned gives a value of a part, that of a category by its label.
func planned(c *sheets.Catalogue, p *sheets.Part, v figure.Value) figure.Value {
	if ind := bare(c, p.Expr); v.Kind == figure.Text && ind != nil {
		v.Text = label(c, string(ind.Code), v.Text)
	}
	return v
}

// over is the share by which a plan was exceeded; it is missing where it was not.
func over(p *aggregate.PartResult) figure.Value {
	if p.Verdict != sheets.Exceeded || p.Fulfilment.Kind != figure.Number || p.Fulfilment.Rat.Cmp(whole) <= 0 {
		return figure.MissingOf(p.Part.Name())
	}
	return figure.NumberOf(new(big.Rat).Sub(p.Fulfilment.Rat, whole)).CoveredAs(p.Fulfilment)
}

var whole = big.NewRat(1, 1)

var nearly = big.NewRat(90, 100)

// nearMiss reports whether an unmet part came to 90% of its plan.
func nearMiss(p *aggregate.PartResult) bool {
	return p.Verdict == sheets.Unmet && p.Fulfilment.Kind == figure.Number && p.Fulfilment.Rat.Cmp(nearly) >= 0
}

func nothingDone(v figure.Value) bool { return v.Kind == figure.Number && v.Rat.Sign() == 0 }

// bare is the indicator that an expression consists of, nil where it is more than one code.
func bare(c *sheets.Catalogue, e *formula.Expr) *sheets.Indicator {
	if e == nil {
		return nil
	}
	if names := e.Names(); len(names) == 1 && e.String() == names[0] {
		return c.Indicator(sheets.Code(names[0]))
	}
	return nil
}
