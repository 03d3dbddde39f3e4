package report

import (
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// acceptedLoop runs over the findings about the document's unit and those below it that the office has accepted in the sheet Giải trình. What a report rests
// on is said in its annex.
var acceptedLoop = loop{
	name: "giai_trinh", fields: acceptedFields, key: findingKey,
	doc:  lang.Format{Vi: "các điểm đơn vị đã giải trình và được chấp nhận", En: "what units have explained and the office has accepted"},
	rows: acceptedRows,
}

func acceptedRows(s *source, _ row) []row {
	var rows []row
	for i := range s.Accepted {
		if f := &s.Accepted[i]; isAtOrBelow(s.Catalogue.Units.Unit(f.Unit), s.Unit) {
			rows = append(rows, row{finding: f})
		}
	}
	return rows
}

func isAtOrBelow(u, top *sheets.Unit) bool {
	for ; u != nil; u = u.Above() {
		if u == top {
			return true
		}
	}
	return false
}

var acceptedFields = []field{
	{name: "don_vi.ma", value: func(_ *source, at row) figure.Value { return word(string(at.finding.Unit)) },
		doc: lang.Format{Vi: "mã đơn vị giải trình", En: "code of the unit that explained it"}},
	{name: "don_vi.ten", value: func(s *source, at row) figure.Value { return ofUnit(s.Catalogue.Units.Unit(at.finding.Unit), unitName) },
		doc: lang.Format{Vi: "tên đơn vị giải trình", En: "name of the unit that explained it"}},
	{name: "so_lieu", value: func(s *source, at row) figure.Value { return figure.TextOf(subject(s.Catalogue, at.finding)) },
		doc: lang.Format{Vi: "tên số liệu, hoặc “Toàn biểu mẫu”", En: "name of the figure, or the form as a whole"}},
	{name: "ma_so_lieu", value: func(_ *source, at row) figure.Value { return figure.TextOf(string(at.finding.Indicator)) },
		doc: lang.Format{Vi: "mã số liệu", En: "code of the figure"}},
	{name: "ma", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.finding.Code) },
		doc: lang.Format{Vi: "mã của phép kiểm tra hoặc quy tắc", En: "code of the check or the rule"}},
	{name: "gia_tri", value: acceptedValue, styled: acceptedStyle,
		doc: lang.Format{Vi: "giá trị đơn vị đã báo cáo", En: "the value that the unit reported"}},
	{name: "noi_dung", value: func(s *source, at row) figure.Value {
		return figure.TextOf(complaint(s.Catalogue, unexplained(at.finding)))
	},
		doc: lang.Format{Vi: "điều đã được giải trình", En: "what was explained"}},
	{name: "ly_do", value: func(_ *source, at row) figure.Value { return word(at.finding.Accepted.Reason) },
		doc: lang.Format{Vi: "lời giải trình", En: "the explanation"}},
	{name: "ngay", value: func(_ *source, at row) figure.Value { return dayText(at.finding.Accepted.Day) },
		doc: lang.Format{Vi: "ngày chấp nhận, trống khi không ghi", En: "day on which it was accepted, empty where none is stated"}},
	{name: "ky", value: func(s *source, at row) figure.Value { return figure.TextOf(subPeriod(s, at.finding)) },
		doc: lang.Format{Vi: "tên kỳ con, trống khi là chính kỳ báo cáo", En: "name of the sub-period, empty where it is the period itself"}},
}

// dayText is a day as a text, empty where none is known.
func dayText(t time.Time) figure.Value {
	style, _ := figure.StyleNamed("ngay_ngan")
	text, ok := style.Print(day(t))
	if t.IsZero() || !ok {
		return figure.TextOf("")
	}
	return figure.TextOf(text)
}

// unexplained is the finding as it was before it was accepted.
func unexplained(f *sheets.Finding) *sheets.Finding {
	plain := *f
	plain.Message = f.Accepted.Message
	return &plain
}

// acceptedValue is what the unit gave for the figure, else what stands in the cell.
func acceptedValue(s *source, at row) figure.Value {
	if ind, v := accepted(s, at.finding); ind != nil {
		return v
	}
	return figure.TextOf(typedText(at.finding))
}

func acceptedStyle(s *source, at row) string {
	if ind, _ := accepted(s, at.finding); ind != nil {
		return ind.PrintStyle()
	}
	return ""
}

// accepted is the figure of the form that a finding is about, where the unit gave a number for it; nil for all others.
func accepted(s *source, f *sheets.Finding) (*sheets.Indicator, figure.Value) {
	ind, u, b := s.Catalogue.Indicator(f.Indicator), s.Catalogue.Units.Unit(f.Unit), s.Batch
	if f.Period != "" {
		b = s.Batch.Of(s.Catalogue.Period(f.Period))
	}
	if ind == nil || u == nil || b == nil {
		return nil, figure.Value{}
	}
	if v := b.Value(u, ind); v.State == sheets.Given && kindOf(ind) == figure.Number {
		return ind, v.Figure(ind)
	}
	return nil, figure.Value{}
}

// acceptedCount is how many rows the loop has.
func acceptedCount(s *source, _ row) figure.Value { return figure.Int(len(acceptedRows(s, row{}))) }
