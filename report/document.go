package report

import (
	"slices"
	"strconv"
	"time"

	"tonghop/figure"
	"tonghop/lang"
)

// document is the table of names: what stands outside of all loops, and the loops.
var document = loop{
	root:   true,
	fields: slices.Concat(documentFields, closingFields),
	loops: []loop{
		unitLoop, missingUnits, unitsBelow, periodLoop, figureLoop, groupLoop,
		targetLoop("chi_tieu", everyTarget, lang.Format{Vi: "các chỉ tiêu", En: "the targets"}),
		targetLoop("chi_tieu_dat", fulfilledTarget, lang.Format{Vi: "các chỉ tiêu đạt và vượt", En: "the targets met or exceeded"}),
		targetLoop("chi_tieu_chua_dat", unmetTarget, lang.Format{Vi: "các chỉ tiêu chưa đạt", En: "the targets unmet"}),
		targetLoop("chi_tieu_khong_du", unjudgedTarget, lang.Format{Vi: "các chỉ tiêu không đủ số liệu", En: "the targets without sufficient data"}),
		shortcomingLoop, fieldLoop, levelLoop, lateLoop, acceptedLoop,
	},
}

// documentFields are the names outside of all loops. A year is a text, because it is no amount: 2021 and not 2.021.
var documentFields = []field{
	{name: "ky.ma", value: func(s *source, _ row) figure.Value { return word(s.Batch.Period.Code) },
		doc: lang.Format{Vi: "mã kỳ báo cáo", En: "code of the period"}},
	{name: "ky.ten", value: func(s *source, _ row) figure.Value { return word(s.Batch.Period.Name) },
		doc: lang.Format{Vi: "tên kỳ báo cáo", En: "name of the period"}},
	{name: "ky.tu_ngay", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Batch.Period.From) },
		doc: lang.Format{Vi: "ngày đầu của kỳ", En: "first day of the period"}},
	{name: "ky.den_ngay", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Batch.Period.To) },
		doc: lang.Format{Vi: "ngày cuối của kỳ", En: "last day of the period"}},
	{name: "ky.han_nop", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Batch.Period.Deadline) },
		doc: lang.Format{Vi: "hạn nộp báo cáo", En: "the deadline"}},
	{name: "ky.nam", value: func(s *source, _ row) figure.Value { return year(s, 0) },
		doc: lang.Format{Vi: "năm của ngày cuối kỳ", En: "year of the last day of the period"}},
	{name: "ky.nam_dau", value: func(s *source, _ row) figure.Value { return figure.TextOf(strconv.Itoa(s.Batch.Period.From.Year())) },
		doc: lang.Format{Vi: "năm của ngày đầu kỳ", En: "year of the first day of the period"}},
	{name: "ky.nam_truoc", value: func(s *source, _ row) figure.Value { return year(s, -1) },
		doc: lang.Format{Vi: "năm trước năm của kỳ", En: "the year before"}},
	{name: "ky.nam_sau", value: func(s *source, _ row) figure.Value { return year(s, 1) },
		doc: lang.Format{Vi: "năm sau năm của kỳ", En: "the year after"}},
	{name: "ngay_bao_cao", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.Date) },
		doc: lang.Format{Vi: "ngày ghi trên văn bản", En: "the date that the document bears"}},
	{name: "so_van_ban", value: documentNumber,
		doc: lang.Format{Vi: "số và ký hiệu văn bản, chừa chỗ khi chưa có số", En: "number and symbol of the document, with room where there is no number yet"}},
	{name: "don_vi.ma", value: func(s *source, _ row) figure.Value { return ofUnit(s.Unit, unitCode) },
		doc: lang.Format{Vi: "mã đơn vị của văn bản", En: "code of the document's unit"}},
	{name: "don_vi.ten", value: func(s *source, _ row) figure.Value { return ofUnit(s.Unit, unitName) },
		doc: lang.Format{Vi: "tên đơn vị của văn bản", En: "name of the document's unit"}},
	{name: "don_vi.cap", value: func(s *source, _ row) figure.Value { return ofUnit(s.Unit, unitLevel) },
		doc: lang.Format{Vi: "cấp của đơn vị của văn bản", En: "level of the document's unit"}},
	{name: "nop.da", style: "so", value: func(s *source, _ row) figure.Value { return figure.Int(s.submitted) },
		doc: lang.Format{Vi: "số đơn vị có bản nộp được tính", En: "units with a submission that counts"}},
	{name: "nop.can", style: "so", value: func(s *source, _ row) figure.Value { return figure.Int(len(s.reporting)) },
		doc: lang.Format{Vi: "số đơn vị phải nộp", En: "units that must submit"}},
	{name: "nop.thieu", style: "so", value: func(s *source, _ row) figure.Value { return figure.Int(len(s.reporting) - s.submitted) },
		doc: lang.Format{Vi: "số đơn vị phải nộp mà chưa có bản nộp được tính", En: "units that must submit and have no submission that counts"}},
	{name: "nop.ty_le", style: "nm", value: submittedShare,
		doc: lang.Format{Vi: "số đơn vị đã nộp trên số phải nộp", En: "units that submitted of those that must"}},
	{name: "so_giai_trinh", style: "so", value: acceptedCount,
		doc: lang.Format{Vi: "số điểm đã giải trình và được chấp nhận", En: "how many findings were explained and accepted"}},
}

func day(t time.Time) figure.Value {
	if t.IsZero() {
		return figure.Value{}
	}
	return figure.Value{Kind: figure.Date, Date: t}
}

func year(s *source, shift int) figure.Value {
	return figure.TextOf(strconv.Itoa(s.Batch.Period.To.Year() + shift))
}

func submittedShare(s *source, _ row) figure.Value {
	return figure.Quotient(figure.Int(s.submitted).Rat, figure.Int(len(s.reporting)).Rat)
}
