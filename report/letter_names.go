package report

import (
	"path"
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

// letter is the table of names of reminder letters: those of every document, and what the unit has to do.
var letter = loop{
	root:   true,
	fields: slices.Concat(documentFields, letterFields),
	loops:  slices.Concat(document.loops, letterLoops),
}

// LetterNames lists what letters can name beside what every document can.
func LetterNames() []Name {
	own := loop{fields: letterFields, loops: letterLoops}
	return append(own.names(""), innerNames(&own, "")...)
}

var letterFields = []field{
	{name: "so_cong_van", value: letterNumber,
		doc: lang.Format{Vi: "số và ký hiệu công văn, chừa chỗ cho số", En: "number and symbol of the letter, with room for the number"}},
	{name: "don_vi.chua_nop", value: inState(NotSubmitted),
		doc: lang.Format{Vi: "đúng khi đơn vị chưa có bản nộp dùng được", En: "true when the unit has no submission that can be used"}},
	{name: "don_vi.cho_chon", value: inState(ToChoose),
		doc: lang.Format{Vi: "đúng khi đơn vị nộp nhiều bản khác nhau, chờ xác nhận", En: "true when the unit sent several files that differ"}},
	{name: "don_vi.can_sua", value: inState(ToMend),
		doc: lang.Format{Vi: "đúng khi bản nộp được dùng nhưng còn thiếu hoặc sai", En: "true when the submission is used and has faults"}},
	{name: "don_vi.da_gui", value: func(s *source, _ row) figure.Value { return figure.BoolOf(len(s.letter.Files) > 0) },
		doc: lang.Format{Vi: "đúng khi đơn vị đã gửi ít nhất một tệp", En: "true when the unit has sent at least one file"}},
	{name: "noi_nhan.ma", value: func(s *source, _ row) figure.Value { return ofUnit(s.letter.To, unitCode) },
		doc: lang.Format{Vi: "mã đơn vị nhận công văn: đơn vị của văn bản, hoặc đơn vị kế thừa trả lời thay", En: "code of the unit that gets the letter: the document's unit, or the successor that answers for it"}},
	{name: "noi_nhan.ten", value: func(s *source, _ row) figure.Value { return ofUnit(s.letter.To, unitName) },
		doc: lang.Format{Vi: "tên đơn vị nhận công văn", En: "name of the unit that gets the letter"}},
	{name: "don_vi.ke_thua", value: func(s *source, _ row) figure.Value { return figure.BoolOf(s.letter.To != s.letter.Unit) },
		doc: lang.Format{Vi: "đúng khi đơn vị không còn và đơn vị kế thừa trả lời thay", En: "true when the unit is no more and its successor answers for it"}},
	{name: "don_vi.hoat_dong_den", value: func(s *source, _ row) figure.Value { return lastDayOf(s.letter.Unit) },
		doc: lang.Format{Vi: "ngày cuối cùng đơn vị còn hoạt động, hoặc “nay”", En: "the last day of the unit, or “nay” (now)"}},
	{name: "thieu_ky", value: func(s *source, _ row) figure.Value { return figure.BoolOf(len(s.letter.Lacking) > 0) },
		doc: lang.Format{Vi: "đúng khi còn kỳ con chưa có báo cáo, ví dụ một năm của nhiệm kỳ", En: "true when a sub-period has no report yet"}},
	{name: "co_han_nop", value: func(s *source, _ row) figure.Value { return figure.BoolOf(!s.letter.Due.IsZero()) },
		doc: lang.Format{Vi: "đúng khi đơn vị có hạn nộp", En: "true when the unit has a deadline"}},
	{name: "han_nop", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.letter.Due) },
		doc: lang.Format{Vi: "hạn nộp của đơn vị, kể cả gia hạn", En: "the deadline of the unit with its extension"}},
	{name: "qua_han", value: func(s *source, _ row) figure.Value {
		return figure.BoolOf(!s.letter.Due.IsZero() && s.Date.After(s.letter.Due))
	}, doc: lang.Format{Vi: "đúng khi ngày ghi trên công văn đã sau hạn nộp", En: "true when the letter is dated after the deadline"}},
	{name: "co_han_bo_sung", value: func(s *source, _ row) figure.Value { return figure.BoolOf(!s.letter.Until.IsZero()) },
		doc: lang.Format{Vi: "đúng khi có ngày phải trả lời", En: "true when there is a day to answer by"}},
	{name: "han_bo_sung", style: "ngay_ngan", value: func(s *source, _ row) figure.Value { return day(s.letter.Until) },
		doc: lang.Format{Vi: "ngày phải nộp hoặc bổ sung xong", En: "the day up to which the unit is asked to answer"}},
	countField("so_tep", func(l *Letter) int { return len(l.Files) }, lang.Format{Vi: "số tệp đơn vị đã gửi", En: "how many files the unit sent"}),
	countField("so_thieu", func(l *Letter) int { return len(l.Missing) },
		lang.Format{Vi: "số điểm thiếu số liệu bắt buộc", En: "how many findings of required figures that are missing"}),
	countField("so_loi", func(l *Letter) int { return len(l.Faulty) }, lang.Format{Vi: "số điểm ghi sai", En: "how many errors"}),
	countField("so_can_sua", func(l *Letter) int { return len(l.Missing) + len(l.Faulty) },
		lang.Format{Vi: "số điểm thiếu và sai", En: "how many figures are missing or wrong"}),
	countField("so_xem_lai", func(l *Letter) int { return len(l.Doubtful) },
		lang.Format{Vi: "số điểm nên xem lại", En: "how many warnings"}),
}

// lastDayOf is the last day of a unit in words.
func lastDayOf(u *sheets.Unit) figure.Value {
	if u.To.IsZero() {
		return word("nay")
	}
	return word("ngày " + figure.Default(day(u.To)))
}

func inState(state LetterState) func(*source, row) figure.Value {
	return func(s *source, _ row) figure.Value { return figure.BoolOf(s.letter.State == state) }
}

func countField(name string, of func(*Letter) int, doc lang.Format) field {
	return field{name: name, style: "so0", doc: doc, value: func(s *source, _ row) figure.Value { return figure.Int(of(s.letter)) }}
}

// usualSymbol is the symbol of letters of a provincial office, where the setting says nothing.
const usualSymbol = "-CV/TĐTN-VP"

// letterNumber is the number and symbol of the letter.
func letterNumber(s *source, _ row) figure.Value {
	typed := strings.TrimSpace(s.Catalogue.Settings.Text("cv_so_ky_hieu"))
	if typed == "" {
		typed = usualSymbol
	}
	return word(withNumberSpace(typed))
}

const mendLoopName = "can_sua"

var letterLoops = []loop{
	findingLoop(mendLoopName, func(l *Letter) []sheets.Finding { return inFormOrder(l.Missing, l.Faulty) },
		lang.Format{Vi: "mọi điểm thiếu và sai, theo thứ tự trong biểu mẫu", En: "everything that is missing or wrong, in the order of the form"}),
	findingLoop("thieu", func(l *Letter) []sheets.Finding { return l.Missing },
		lang.Format{Vi: "các số liệu bắt buộc còn thiếu", En: "the required figures that are missing"}),
	findingLoop("loi", func(l *Letter) []sheets.Finding { return l.Faulty }, lang.Format{Vi: "các điểm ghi sai", En: "the errors"}),
	findingLoop("xem_lai", func(l *Letter) []sheets.Finding { return l.Doubtful },
		lang.Format{Vi: "các điểm nên xem lại (cảnh báo)", En: "the warnings"}),
	{
		name: "ky_thieu", fields: lackingFields, key: func(at row) string { return at.lacking.Code },
		doc: lang.Format{Vi: "các kỳ con chưa có báo cáo dùng được", En: "the sub-periods without a report that can be used"},
		rows: func(s *source, _ row) []row {
			rows := make([]row, len(s.letter.Lacking))
			for i, p := range s.letter.Lacking {
				rows[i].lacking = p
			}
			return rows
		},
	},
	{
		name: "tep", fields: fileFields, key: func(at row) string { return at.file.Path },
		doc: lang.Format{Vi: "các tệp đơn vị đã gửi", En: "the files that the unit sent"},
		rows: func(s *source, _ row) []row {
			rows := make([]row, len(s.letter.Files))
			for i, file := range s.letter.Files {
				rows[i].file = file
			}
			return rows
		},
	},
}

func findingLoop(name string, of func(*Letter) []sheets.Finding, doc lang.Format) loop {
	return loop{
		name: name, like: unless(name, mendLoopName), doc: doc, fields: findingFields, key: findingKey,
		rows: func(s *source, _ row) []row {
			findings := of(s.letter)
			rows := make([]row, len(findings))
			for i := range findings {
				rows[i].finding = &findings[i]
			}
			return rows
		},
	}
}

func findingKey(at row) string {
	return at.finding.Period + " " + at.finding.Code + " " + at.finding.Pos.String()
}

// inFormOrder puts two lists of findings together by file, sheet and cell.
func inFormOrder(a, b []sheets.Finding) []sheets.Finding {
	all := slices.Concat(a, b)
	slices.SortStableFunc(all, func(x, y sheets.Finding) int {
		for _, by := range []int{
			strings.Compare(x.Pos.File, y.Pos.File), strings.Compare(x.Pos.Sheet, y.Pos.Sheet), x.Pos.Row - y.Pos.Row, x.Pos.Col - y.Pos.Col,
		} {
			if by != 0 {
				return by
			}
		}
		return 0
	})
	return all
}

var findingFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.finding.Code) },
		doc: lang.Format{Vi: "mã của phép kiểm tra hoặc quy tắc", En: "code of the check or the rule"}},
	{name: "muc", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.finding.Severity.Title().Vi) },
		doc: lang.Format{Vi: "mức: lỗi, cảnh báo", En: "severity"}},
	{name: "so_lieu", value: func(s *source, at row) figure.Value { return figure.TextOf(subject(s.Catalogue, at.finding)) },
		doc: lang.Format{Vi: "tên số liệu, hoặc “Toàn biểu mẫu”", En: "name of the figure, or the form as a whole"}},
	{name: "ma_so_lieu", value: func(_ *source, at row) figure.Value { return figure.TextOf(string(at.finding.Indicator)) },
		doc: lang.Format{Vi: "mã số liệu", En: "code of the figure"}},
	{name: "ky", value: func(s *source, at row) figure.Value { return figure.TextOf(subPeriod(s, at.finding)) },
		doc: lang.Format{Vi: "tên kỳ con, trống khi là chính kỳ báo cáo", En: "name of the sub-period, empty where it is the period itself"}},
	{name: "o", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.finding.Cells()) },
		doc: lang.Format{Vi: "địa chỉ ô, ví dụ E15, hoặc các ô, ví dụ E15:E20", En: "address of the cell, or of the cells"}},
	{name: "trang", value: func(_ *source, at row) figure.Value { return figure.TextOf(excerpt(at.finding.Pos.Sheet)) },
		doc: lang.Format{Vi: "tên trang tính", En: "name of the sheet"}},
	{name: "tep", value: func(_ *source, at row) figure.Value { return figure.TextOf(excerpt(path.Base(at.finding.Pos.File))) },
		doc: lang.Format{Vi: "tên tệp", En: "name of the file"}},
	{name: "vi_tri", value: func(_ *source, at row) figure.Value { return figure.TextOf(spotOf(at.finding)) },
		doc: lang.Format{Vi: "vị trí viết thành lời, như “trang Biểu mẫu, ô E15”", En: "the position in words"}},
	{name: "dang_ghi", value: func(_ *source, at row) figure.Value { return figure.TextOf(typedText(at.finding)) },
		doc: lang.Format{Vi: "nội dung đang ghi trong ô, hoặc “(để trống)”", En: "what stands in the cell"}},
	{name: "noi_dung", value: func(s *source, at row) figure.Value { return figure.TextOf(complaint(s.Catalogue, at.finding)) },
		doc: lang.Format{Vi: "điều chưa đúng", En: "what is wrong"}},
	{name: "can_lam", value: func(_ *source, at row) figure.Value { return figure.TextOf(adviceOf(at.finding)) },
		doc: lang.Format{Vi: "việc cần làm", En: "what to do"}},
	{name: "goi_y", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.finding.Suggest) },
		doc: lang.Format{Vi: "giá trị có lẽ muốn ghi, khi chỉ có một", En: "the value that was probably meant"}},
}

var lackingFields = []field{
	{name: "ma", value: func(_ *source, at row) figure.Value { return word(at.lacking.Code) },
		doc: lang.Format{Vi: "mã kỳ", En: "code of the period"}},
	{name: "ten", value: func(_ *source, at row) figure.Value { return word(at.lacking.Name) },
		doc: lang.Format{Vi: "tên kỳ", En: "name of the period"}},
}

var fileFields = []field{
	{name: "ten", value: func(_ *source, at row) figure.Value { return figure.TextOf(excerpt(path.Base(at.file.Path))) },
		doc: lang.Format{Vi: "tên tệp", En: "name of the file"}},
	{name: "da_dung", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.file.Outcome == sheets.Used) },
		doc: lang.Format{Vi: "đúng khi tệp được tổng hợp", En: "true when the file is used"}},
	{name: "ly_do", value: func(_ *source, at row) figure.Value {
		if at.file.Reason.IsZero() {
			return figure.TextOf("")
		}
		return figure.TextOf(at.file.Reason.In(lang.Vi))
	}, doc: lang.Format{Vi: "vì sao tệp không được dùng", En: "why the file is not used"}},
}

// wholeForm stands for the figure where a finding is about none.
const wholeForm = "Toàn biểu mẫu"

var severalFigures = lang.Format{Vi: "%d số liệu", En: "%d figures"}

// subject is what a finding is about: a figure, several of them, a column of a list form, or the form as a whole.
func subject(c *sheets.Catalogue, f *sheets.Finding) string {
	if len(f.Cases) > 0 {
		return severalFigures.With(len(f.Cases)).In(lang.Vi)
	}
	if ind := c.Indicator(f.Indicator); f.Indicator != "" && ind != nil {
		return ind.Name
	}
	if name, key, found := strings.Cut(string(f.Indicator), "."); found {
		if list := c.List(name); list != nil && list.Column(key) >= 0 {
			return list.Columns[list.Column(key)].Title + " (" + list.Name + ")"
		}
	}
	return wholeForm
}

// subPeriod is the name of the sub-period that a finding is about.
func subPeriod(s *source, f *sheets.Finding) string {
	if p := s.Catalogue.Period(f.Period); f.Period != "" && p != nil {
		return p.Name
	}
	return ""
}

// spotOf is where a finding is, as people say it.
func spotOf(f *sheets.Finding) string {
	if len(f.Cases) > 0 {
		return "trang " + excerpt(f.Pos.Sheet) + ", các ô " + f.Cells()
	}
	return spot(f.Pos)
}

// spot is a position as people say it. The file is named where it is all that is known.
func spot(p sheets.Pos) string {
	switch {
	case p.Cell() != "" && p.Sheet != "":
		return "trang " + excerpt(p.Sheet) + ", ô\u00a0" + p.Cell()
	case p.Cell() != "":
		return "ô\u00a0" + p.Cell()
	case p.Sheet != "":
		return "trang " + excerpt(p.Sheet)
	}
	return "tệp " + excerpt(path.Base(p.File))
}

// longestExcerpt is how much of a text from a unit's file a letter quotes, in characters.
const longestExcerpt = 120

// excerpt is a text from a unit's file as a letter quotes it: on one line, without characters that cannot be seen, and not the whole of a
// long one.
func excerpt(text string) string {
	letters := []rune(vntext.Clean(text))
	if len(letters) > longestExcerpt {
		return string(letters[:longestExcerpt-1]) + "…"
	}
	return string(letters)
}

// typedText is what stands in the cell of a finding.
func typedText(f *sheets.Finding) string {
	switch {
	case f.Raw != "":
		return excerpt(f.Raw)
	case len(f.Cases) > 0 && f.Code != missingCode:
		return "–"
	case f.Pos.Cell() != "":
		return "(để trống)"
	}
	return "–"
}

// missingCode is the code of the check that finds a required figure missing.
const missingCode = "so-lieu-thieu"

var missingWords = lang.Format{Vi: "Thiếu số liệu bắt buộc", En: "A required figure is missing"}

// complaint is what is wrong, without the name of the figure and what stands in the cell, which are told beside it.
func complaint(c *sheets.Catalogue, f *sheets.Finding) string {
	if f.Code == missingCode && len(f.Cases) == 0 {
		return missingWords.Vi
	}
	text := f.Message.In(lang.Vi)
	if rest, found := strings.CutPrefix(text, "“"+subject(c, f)+"”: "); found {
		text = upperFirst(rest)
	}
	return strings.TrimRight(vntext.Clean(text), ". ")
}

func upperFirst(text string) string {
	style, _ := figure.StyleNamed("hoa_dau")
	printed, ok := style.Print(figure.TextOf(text))
	if !ok {
		return text
	}
	return printed
}
