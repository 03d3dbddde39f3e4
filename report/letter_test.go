package report

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
	"tonghop/templates"
	"tonghop/templates/builtin"
)

var (
	sayAnything = lang.Format{Vi: "%s", En: "%s"}
	dayOfLetter = time.Date(2021, 12, 20, 0, 0, 0, 0, time.UTC)
)

func finding(unit sheets.UnitCode, code string, severity figure.Severity, indicator sheets.Code, row int, raw, message string) sheets.Finding {
	f := sheets.Finding{Code: code, Severity: severity, Unit: unit, Indicator: indicator, Raw: raw, Message: sayAnything.With(message), Count: 1}
	f.Pos = sheets.Pos{File: "nop/" + string(unit) + ".xlsx", Sheet: "Biểu mẫu", Row: row, Col: 5}
	return f
}

// lettered is a province in which something is wrong with four units.
func lettered(t *testing.T) (*province, []sheets.Finding) {
	p := newProvince(t)
	p.drop("x1")
	p.drop("x2")
	p.batch.InQuestion[p.catalogue.Units.Unit("x2").Index] = true
	p.batch.Files = append(p.batch.Files, &sheets.File{Path: "nop/x2 (2).xlsx", Unit: "x2", Outcome: sheets.Rejected})
	return p, []sheets.Finding{
		finding("x3", "qt-1", figure.Error, "mt_doi", 40, "7", "Đội: “{{ten}}” <b> & ba"),
		finding("x3", "so-lieu-thieu", figure.Error, "mt_cuoc", 30, "", "Thiếu số liệu bắt buộc “…”"),
		finding("x3", "so-lieu-quy-doi", figure.Warning, "mt_luot", 31, "1 nghìn", "đã đọc là 1.000"),
		finding("x3", "so-lieu-quy-doi", figure.Note, "mt_luot", 31, "05", "đã đọc là 5"),
		finding("x4", "so-lieu-quy-doi", figure.Warning, "mt_luot", 31, "1 nghìn", "đã đọc là 1.000"),
		finding("x1", "don-vi-chua-nop", figure.Error, "", 0, "", "chưa nộp"),
		finding("h1", "tep-khong-phai-nop", figure.Error, "", 0, "", "không phải nộp"),
	}
}

// A letter goes to whom something has to be asked, and to nobody else.
func TestWhoGetsALetter(t *testing.T) {
	p, findings := lettered(t)
	letters := Letters(p.catalogue, p.batch, findings, dayOfLetter, time.Time{})
	if len(letters) != 3 {
		t.Fatalf("%d letters", len(letters))
	}
	for i, want := range []struct {
		unit                        sheets.UnitCode
		state                       LetterState
		missing, faulty, look, sent int
	}{
		{"x1", NotSubmitted, 0, 0, 0, 1}, {"x2", ToChoose, 0, 0, 0, 2}, {"x3", ToMend, 1, 1, 1, 1},
	} {
		l := letters[i]
		if l.Unit.Code != want.unit || l.State != want.state || len(l.Missing) != want.missing || len(l.Faulty) != want.faulty ||
			len(l.Doubtful) != want.look || len(l.Files) != want.sent {
			t.Errorf("letter %d is %+v", i, l)
		}
	}
}

// What the office has accepted is a note, and nobody is asked about it again.
func TestNoLetterAboutWhatWasAccepted(t *testing.T) {
	p, findings := lettered(t)
	for i := range findings {
		if findings[i].Unit != "x4" {
			findings[i].Severity = figure.Note
		}
	}
	letters := Letters(p.catalogue, p.batch, findings, dayOfLetter, time.Time{})
	if len(letters) != 1 || letters[0].Unit.Code != "x2" {
		t.Errorf("%d letters, want one to the unit whose files wait for a choice", len(letters))
	}
}

// A deadline that is over is no day to answer by; an extension of the office counts.
func TestDayToAnswerBy(t *testing.T) {
	p, findings := lettered(t)
	day := func(d int) time.Time { return time.Date(2021, 12, d, 0, 0, 0, 0, time.UTC) }
	p.catalogue.Intakes = append(p.catalogue.Intakes, &sheets.Intake{Unit: "x2", Period: "2021", Extended: day(24)})
	for _, c := range []struct {
		date, until   time.Time
		first, second time.Time
	}{
		{day(10), time.Time{}, day(15), day(24)}, {day(20), time.Time{}, time.Time{}, day(24)}, {day(20), day(30), day(30), day(30)},
	} {
		letters := Letters(p.catalogue, p.batch, findings, c.date, c.until)
		if !letters[0].Until.Equal(c.first) || !letters[1].Until.Equal(c.second) {
			t.Errorf("on %s: %s and %s", c.date, letters[0].Until, letters[1].Until)
		}
	}
}

// What the table of letters says of a code is said of a code that there is, and never of the office's own work.
func TestLetterCodes(t *testing.T) {
	var codes []string
	for _, c := range check.Checks() {
		codes = append(codes, c.Code)
	}
	for code := range letterKinds {
		if !slices.Contains(codes, code) {
			t.Errorf("letters speak of %q, which no check has", code)
		}
	}
	for code, advice := range letterAdvice {
		if !slices.Contains(codes, code) || !strings.HasSuffix(advice.Vi, ".") || !strings.HasSuffix(advice.En, ".") {
			t.Errorf("advice for %q: %v", code, advice)
		}
	}
}

func TestLetterNamesAreDocumented(t *testing.T) {
	seen := make(map[string]bool)
	for _, n := range Names() {
		seen[n.Loop+"\x00"+n.Name] = true
	}
	for _, n := range LetterNames() {
		key := n.Loop + "\x00" + n.Name
		if n.Name != strings.ToLower(n.Name) || n.Doc.Vi == "" || n.Doc.En == "" || seen[key] || !n.Loops && !n.Value {
			t.Errorf("%q in %q is taken, not documented or good for nothing", n.Name, n.Loop)
		}
		seen[key] = true
	}
}

// Every name of a letter has a value in every letter, and the data agree with the schema.
func TestLetterAnswersSchema(t *testing.T) {
	p, findings := lettered(t)
	r := p.result()
	for _, l := range Letters(p.catalogue, p.batch, findings, dayOfLetter, dayOfLetter) {
		walk(t, string(l.Unit.Code), NewLetter(r, l, dayOfLetter).(*data), LetterSchemaOf(p.catalogue), func(path string, d *data, s templates.Schema) {
			for _, f := range d.loop.fields {
				v := d.Value(f.name)
				if !s.Known(f.name) || v.IsMissing() && len(v.Gaps) == 0 {
					t.Errorf("%s: %s is %+v", path, f.name, v)
				}
				if d.loop == &letter && strings.HasPrefix(path, string(l.Unit.Code)) && v.IsMissing() {
					for _, own := range letterFields {
						if own.name == f.name {
							t.Errorf("%s: %s is missing", path, f.name)
						}
					}
				}
			}
		})
	}
}

// letterText fills the built-in letter.
func letterText(t *testing.T, p *province, l *Letter) string {
	t.Helper()
	file, err := fs.ReadFile(builtin.FS(), builtin.ReminderFile)
	if err != nil {
		t.Fatal(err)
	}
	made, faults, err := templates.Compile(builtin.ReminderFile, file)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(faults, made.Check(LetterSchemaOf(p.catalogue))...) {
		t.Errorf("%s", f)
	}
	result, err := made.Render(NewLetter(p.result(), l, dayOfLetter), templates.Options{Plain: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range result.Findings {
		t.Errorf("%s", f)
	}
	for _, m := range result.Missing {
		t.Errorf("%s lacks %v", m.Tag, m.Gaps)
	}
	body, _ := words(t, result.Document)
	return body
}

// What a unit's file holds can be long, and can hold what no document can.
func TestExcerpts(t *testing.T) {
	for in, want := range map[string]string{
		"5": "5", "a\x01\u200b b\nc": "a b c", strings.Repeat("ă", 500): strings.Repeat("ă", longestExcerpt-1) + "…",
	} {
		if got := excerpt(in); got != want {
			t.Errorf("%q becomes %q", in, got)
		}
	}
	p, findings := lettered(t)
	findings[0].Raw, findings[0].Pos.Sheet = "\x02"+strings.Repeat("9", 40000), "Biểu\x03mẫu"
	letters := Letters(p.catalogue, p.batch, findings, dayOfLetter, dayOfLetter)
	if text := letterText(t, p, letters[2]); len(text) > 10000 {
		t.Errorf("the letter has %d bytes", len(text))
	}
}

// The letters say what each unit has to do. What a unit typed is printed as it is, never as a tag or as markup.
func TestBuiltinLetter(t *testing.T) {
	p, findings := lettered(t)
	letters := Letters(p.catalogue, p.batch, findings, dayOfLetter, time.Date(2022, 1, 5, 0, 0, 0, 0, time.UTC))
	for i, want := range [][]string{
		{"“V/v đôn đốc nộp báo cáo số liệu\n", "Kính gửi: Đoàn xã 1\n", "đã nhận 01 tệp của đơn vị nhưng chưa có tệp nào dùng được", "chậm nhất ngày 05 tháng 01 năm 2022."},
		{"“V/v xác nhận báo cáo số liệu\n", "đã nhận 02 tệp của đơn vị với số liệu khác nhau (“x2.xlsx”, “x2 (2).xlsx”)", "xác nhận tệp nào là số liệu đúng"},
		{
			"“V/v bổ sung, chỉnh sửa báo cáo số liệu\n", "còn 01 điểm thiếu số liệu bắt buộc và 01 điểm ghi chưa đúng",
			"1\nCuộc tuyên truyền phòng, chống ma tuý\ntrang Biểu mẫu, ô E30\n(để trống)\nThiếu số liệu bắt buộc. ",
			"2\nĐội thanh niên tình nguyện \"Thắp sáng niềm tin\" đang duy trì\ntrang Biểu mẫu, ô E40\n7\nĐội: “{{ten}}” <b> & ba. Sửa rồi gửi lại biểu mẫu.\n",
			"(trang Biểu mẫu, ô E31, đang ghi “1 nghìn”): đã đọc là 1.000. Nếu đúng thì giữ nguyên",
			"TL. BAN THƯỜNG VỤ TỈNH ĐOÀN\nCHÁNH VĂN PHÒNG\n",
		},
	} {
		text := letterText(t, p, letters[i])
		for _, sentence := range want {
			if !strings.Contains(text, sentence) {
				t.Errorf("the letter to %s does not say %q:\n%s", letters[i].Unit.Code, sentence, text)
			}
		}
	}
	letters[0].Files, letters[0].Until = nil, time.Time{}
	text := letterText(t, p, letters[0])
	if !strings.Contains(text, "Văn phòng chưa nhận được báo cáo của đơn vị, đã quá hạn nộp.\n") || !strings.Contains(text, "ngay sau khi nhận được công văn này.") {
		t.Errorf("a unit that sent nothing is told:\n%s", text)
	}
}

// Over a period that is put together of sub-periods a letter names those without a report, and looks at the findings of the others.
func TestLetterOverSubPeriods(t *testing.T) {
	p := halved(t, "x2")
	faulty := finding("x3", "qt-1", figure.Error, "mt_doi", 40, "7", "Đội không khớp")
	faulty.Period = "2021-1"
	other := faulty
	other.Unit, other.Period = "x4", "2020"
	letters := Letters(p.catalogue, p.batch, []sheets.Finding{faulty, other}, dayOfLetter, dayOfLetter)
	if len(letters) != 2 || letters[0].Unit.Code != "x2" || letters[1].Unit.Code != "x3" {
		t.Fatalf("letters: %+v", letters)
	}
	if l := letters[0]; l.State != ToMend || len(l.Lacking) != 1 || l.Lacking[0].Code != "2021-2" {
		t.Errorf("x2: %+v", l)
	}
	for i, want := range [][]string{
		{"“V/v đôn đốc nộp báo cáo số liệu\n", "chưa nhận được báo cáo của đơn vị cho: 6 tháng cuối.\n", "đề nghị đơn vị gửi các báo cáo còn thiếu chậm nhất"},
		{"“V/v bổ sung, chỉnh sửa báo cáo số liệu\n", "đang duy trì (6 tháng đầu)\n", "Đội không khớp. "},
	} {
		text := letterText(t, p, letters[i])
		for _, sentence := range want {
			if !strings.Contains(text, sentence) {
				t.Errorf("the letter to %s does not say %q:\n%s", letters[i].Unit.Code, sentence, text)
			}
		}
	}
	p.batch.Parts[0].Submissions[p.catalogue.Units.Unit("x2").Index] = nil
	if l := Letters(p.catalogue, p.batch, nil, dayOfLetter, dayOfLetter)[0]; l.State != NotSubmitted || len(l.Lacking) != 2 {
		t.Errorf("x2 without any report: %+v", l)
	}
}
