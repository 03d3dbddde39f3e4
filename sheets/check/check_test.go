package check

import (
	"bytes"
	"fmt"
	"io/fs"
	"math/big"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// office is a catalogue of a small province, made as an office makes it: a workbook of sheets.
func office(t testing.TB, change map[string][][]string) *sheets.Catalogue {
	t.Helper()
	rows := map[string][][]string{
		"Thông tin": {{"Khóa", "Giá trị"}, {"muc_toi_thieu", "3"}},
		"Kỳ":        {{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp"}, {"2021", "Năm 2021", "01/01/2021", "31/12/2021", "10/01/2022"}},
		"Đơn vị": {
			{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"},
			{"tinh", "Tỉnh đoàn", "tỉnh", "", ""},
			{"x1", "Đoàn xã Một", "xã", "tinh", "có"}, {"x2", "Đoàn xã Hai", "xã", "tinh", "có"}, {"x3", "Đoàn xã Ba", "xã", "tinh", "có"},
			{"t1", "Đoàn khối Một", "trực thuộc", "tinh", "có"},
		},
		"Số liệu": {
			{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập", "Bắt buộc", "Công thức", "Nhỏ nhất", "Lớn nhất"},
			{"dv", "Tổng số đoàn viên", "người", "tồn", "xã;trực thuộc", "có", "", "5", "5000"},
			{"kn", "Đoàn viên mới kết nạp", "người", "số đếm", "xã;trực thuộc", "có", "", "", ""},
			{"xs", "Đoàn viên xuất sắc", "người", "số đếm", "xã;trực thuộc", "", "", "", ""},
			{"qua", "Suất quà", "suất", "số đếm", "xã", "có", "", "", ""},
			{"tien", "Trị giá quà", "đồng", "tiền", "xã", "có", "", "", ""},
			{"mh", "Có mô hình", "", "có/không", "xã", "", "", "", ""},
			{"tuoi", "Độ tuổi", "tuổi", "khoảng", "xã", "", "", "", ""},
			{"f_bq", "Trị giá bình quân", "đồng", "công thức", "", "", "tien / qua", "", ""},
		},
		"Quy tắc": {
			{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải", "Sai số", "Nếu thiếu", "Mức", "Áp dụng cho", "Hướng dẫn"},
			{"qt-kn", "Kết nạp không nhiều hơn đoàn viên", "kn", "<=", "dv", "", "", "", "", "Xem lại cột Số liệu."},
			{"qt-qua", "Có quà thì có tiền", "qua", "cùng có", "tien", "", "", "", "", ""},
			{"qt-bq", "Giá một suất quà", "f_bq", ">=", "50000", "", "", "cảnh báo", "", ""},
			{"qt-xs", "Xuất sắc và kết nạp", "xs + kn", "<=", "dv", "5", "coi là 0", "", "", ""},
			{"qt-khoi", "Khối có ít nhất 10 đoàn viên", "dv", ">=", "10", "", "", "lưu ý", "trực thuộc", ""},
			{"qt-can", "Phải có xuất sắc", "xs", ">=", "0", "", "là lỗi", "", "xã", ""},
		},
	}
	for sheet, replaced := range change {
		rows[sheet] = replaced
	}
	x := excelize.NewFile()
	defer x.Close()
	for _, sheet := range []string{"Thông tin", "Kỳ", "Đơn vị", "Số liệu", "Bảng kê", "Quy tắc", "Chỉ tiêu", "Tiếp nhận", "Chuyển đổi", "Giải trình", "Lựa chọn"} {
		if _, err := x.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows[sheet] {
			if err := x.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := x.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := x.Write(&data); err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load("danhmuc.xlsx", data.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range c.Faults {
		if fault.Severity == figure.Error {
			t.Fatalf("%s %v: %v", fault.Code, fault.Pos, fault.Message)
		}
	}
	return c
}

// filled are the answers of a form, as somebody types them.
type filled map[sheets.Code]any

// good is a form about which there is nothing to say.
func good(unit sheets.UnitCode) filled {
	if unit == "t1" {
		return filled{"dv": 100, "kn": 10, "xs": 5}
	}
	return filled{"dv": 100, "kn": 10, "xs": 5, "qua": 20, "tien": 2_000_000, "mh": "có", "tuoi": "16-30"}
}

func (f filled) with(code sheets.Code, value any) filled {
	changed := make(filled)
	for c, v := range f {
		changed[c] = v
	}
	changed[code] = value
	if value == nil {
		delete(changed, code)
	}
	return changed
}

// received puts filled forms into a folder and reads them. A nil form was not sent.
func received(t testing.TB, c *sheets.Catalogue, sent map[sheets.UnitCode]filled, date time.Time) *sheets.Batch {
	t.Helper()
	period := c.Periods[0]
	forms := sheets.NewForms(c, c.Expect(period))
	folder := fstest.MapFS{"nop": {Mode: fs.ModeDir | 0o755}}
	for unit, answers := range sent {
		u := c.Units.Unit(unit)
		typed := make(map[sheets.Code]sheets.Answer)
		for code, value := range answers {
			if n, ok := value.(int); ok {
				typed[code] = sheets.Answer{Number: big.NewRat(int64(n), 1)}
			} else {
				typed[code] = sheets.Answer{Text: value.(string)}
			}
		}
		data, err := forms.Filled(u, typed, date)
		if err != nil {
			t.Fatal(err)
		}
		folder["nop/"+sheets.FormName(u)] = &fstest.MapFile{Data: data, Mode: 0o644}
	}
	b, err := sheets.Read(folder, "nop", c, period, sheets.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

var onTime = time.Date(2022, 1, 10, 0, 0, 0, 0, time.UTC)

func everybody() map[sheets.UnitCode]filled {
	return map[sheets.UnitCode]filled{"x1": good("x1"), "x2": good("x2"), "x3": good("x3"), "t1": good("t1")}
}

// listed are findings as "code severity unit indicator cell".
func listed(findings []sheets.Finding) []string {
	var lines []string
	for _, f := range findings {
		lines = append(lines, strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s %s", f.Code, f.Severity, f.Unit, f.Indicator, f.Pos.Cell())), " "))
	}
	return lines
}

func TestCleanBatchSaysNothing(t *testing.T) {
	c := office(t, nil)
	r := Run(c, received(t, c, everybody(), onTime))
	if len(r.Findings) > 0 {
		t.Errorf("findings %q: %v", listed(r.Findings), r.Findings[0].Message)
	}
	if want := (Rates{Fraction{4, 4}, Fraction{4, 4}, Fraction{4, 4}}); r.Rates != want {
		t.Errorf("rates %v, want %v", r.Rates, want)
	}
	for _, u := range r.Units {
		expected := 7
		if u.Unit.Code == "t1" {
			expected = 3
		}
		if u.Status != Complete || u.Late == nil || *u.Late || u.Expected != expected || u.Answered != expected {
			t.Errorf("unit %s: %+v", u.Unit.Code, u)
		}
	}
	for _, tally := range r.Rules {
		if tally.Held == 0 || tally.Broken+tally.NotCheckable > 0 {
			t.Errorf("rule %s: %+v", tally.Rule.Code, tally)
		}
	}
}

// One case for each check, and the mistakes that must not be confused with one another.
func TestChecks(t *testing.T) {
	cases := []struct {
		name   string
		form   filled // of x1; nil: not sent
		want   []string
		status Status
		says   string
	}{
		{"not submitted", nil, []string{"don-vi-chua-nop error x1"}, Missing, "Đoàn xã Một"},
		{"a blank form is one finding", filled{}, []string{"bieu-mau-trong error x1"}, Incomplete, "7"},
		{"a required cell is blank", good("x1").with("kn", nil), []string{"so-lieu-thieu error x1 kn E12"}, Incomplete, "Đoàn viên mới kết nạp"},
		{"a required cell is blank in words", good("x1").with("kn", "chưa có"), []string{"so-lieu-quy-doi note x1 kn E12", "so-lieu-thieu error x1 kn E12"}, Incomplete, "chưa có"},
		{"an optional cell is blank", good("x1").with("mh", nil), nil, Complete, ""},
		{"it does not apply", good("x1").with("kn", "không áp dụng"), nil, Complete, ""},
		{"it does not apply, in other words", good("x1").with("kn", "kad"), []string{"so-lieu-quy-doi note x1 kn E12"}, Complete, "không áp dụng"},
		{"there is none", good("x1").with("kn", "Không phát sinh"), nil, Complete, ""},
		{"unreadable", good("x1").with("kn", "hàng chục"), []string{"so-lieu-sai-kieu error x1 kn E12"}, Incomplete, "hàng chục"},
		{"an unreadable figure that is not required", good("x1").with("tuoi", "trẻ"), []string{"so-lieu-sai-kieu error x1 tuoi E17"}, Incomplete, "trẻ"},
		{"above the greatest value", good("x1").with("dv", 5001), []string{"ngoai-khoang error x1 dv E11"}, Complete, "5.001"},
		{"below the least value", good("x1").with("dv", 4).with("kn", 1).with("xs", 1), []string{"ngoai-khoang error x1 dv E11"}, Complete, "nhỏ nhất 5"},
		{"a part above the whole", good("x1").with("kn", 101), []string{"qt-kn error x1 kn E12", "qt-xs error x1 xs E13"}, Complete, "“Đoàn viên mới kết nạp” (ô E12) là 101, không được lớn hơn “Tổng số đoàn viên” (ô E11) là 100"},
		{"a pair with one zero, and a price of nothing", good("x1").with("tien", 0), []string{"qt-qua error x1 qua E14", "qt-bq warning x1 tien E15"}, Complete, "cùng có"},
		{"a derived figure outside its window", good("x1").with("tien", 900_000), []string{"qt-bq warning x1 tien E15"}, Complete, "Trị giá bình quân"},
		{"within the tolerance", good("x1").with("xs", 95), nil, Complete, ""},
		{"beyond the tolerance", good("x1").with("xs", 96), []string{"qt-xs error x1 xs E13"}, Complete, "xs + kn"},
		{"a rule that counts a missing figure as an error", good("x1").with("xs", nil), []string{"qt-can error x1 xs E13"}, Complete, "thiếu “Đoàn viên xuất sắc”"},
		{"a rule of another level", good("x1").with("dv", 9).with("kn", 1).with("xs", 1), nil, Complete, ""},
	}
	c := office(t, nil)
	tested := make(map[string]bool)
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			sent := everybody()
			if sent["x1"] = tt.form; tt.form == nil {
				delete(sent, "x1")
			}
			r := Run(c, received(t, c, sent, onTime))
			if got := listed(r.Findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
			if r.Units[0].Status != tt.status {
				t.Errorf("status %d, want %d", r.Units[0].Status, tt.status)
			}
			text := ""
			for _, f := range r.Findings {
				tested[f.Code] = true
				text += f.Message.In(lang.Vi) + f.Hint.In(lang.Vi) + "\n"
				if english := f.Message.In(lang.En) + f.Hint.In(lang.En); strings.Contains(english+text, "%!") || f.Message.In(lang.En) == "" || f.Count < 1 {
					t.Errorf("%s says %q, %q", f.Code, text, english)
				}
			}
			if !strings.Contains(text, tt.says) {
				t.Errorf("%q does not say %q", text, tt.says)
			}
		})
	}
	elsewhere := []string{ // tested by tests of their own
		"quy-tac", "lech-dong", "so-tinh-sai", "nop-muon", "toan-so-khong", "so-voi-cap-duoi", "so-voi-ky-con", "luy-ke-giam", "so-nhu-ky-truoc", "so-nhu-don-vi-khac",
		"tien-sai-don-vi", "so-dem-sai-hang", "so-giong-ngay", "lech-ky-truoc", "lech-cung-cap", "so-tron",
		"bang-ke-lech-so-lieu", "bang-ke-trung-don-vi", "giai-trinh-khong-khop",
	}
	for _, check := range own {
		if !tested[check.Code] && !slices.Contains(elsewhere, check.Code) {
			t.Errorf("no case finds %s", check.Code)
		}
	}
}

func TestLate(t *testing.T) {
	c := office(t, map[string][][]string{"Tiếp nhận": {
		{"Đơn vị", "Kỳ", "Tệp", "Ngày nhận", "Gia hạn đến", "Chọn"},
		{"x2", "2021", "", "", "15/01/2022", ""}, {"x3", "2021", "", "09/01/2022", "", ""},
	}})
	sent := everybody()
	r := Run(c, received(t, c, sent, onTime.AddDate(0, 0, 3)))
	if got, want := listed(r.Findings), []string{"nop-muon warning x1", "nop-muon warning t1"}; !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
	if text := r.Findings[0].Message.Error(); !strings.Contains(text, "3 ngày") || !strings.Contains(text, "13/01/2022") {
		t.Errorf("it says %q", text)
	}
	if r.Rates.OnTime != (Fraction{2, 4}) {
		t.Errorf("on time %v", r.Rates.OnTime)
	}
	// Without a date nobody is late and nobody is known to be on time.
	c = office(t, nil)
	r = Run(c, received(t, c, sent, time.Time{}))
	if len(r.Findings) > 0 || r.Rates.OnTime.Have != 0 || r.Units[0].Late != nil {
		t.Errorf("findings %q, on time %v", listed(r.Findings), r.Rates.OnTime)
	}
}

// A district states figures that its communes give.
func TestAgainstBelow(t *testing.T) {
	c := office(t, map[string][][]string{
		"Đơn vị": {
			{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"},
			{"tinh", "Tỉnh đoàn", "tỉnh", "", ""}, {"h1", "Huyện đoàn Một", "huyện", "tinh", "có"}, {"d1", "Cụm Một", "cụm", "h1", ""},
			{"x1", "Đoàn xã Một", "xã", "h1", "có"}, {"x2", "Đoàn xã Hai", "xã", "d1", "có"}, {"x3", "Đoàn xã Ba", "xã", "tinh", "có"},
		},
		"Số liệu": {
			{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập", "Gộp đơn vị"},
			{"a", "Số đoàn viên", "người", "số đếm", "xã;huyện", ""}, {"b", "Chi nhiều nhất", "đồng", "tiền", "xã;huyện", "lớn nhất"},
			{"tien", "Trị giá quà", "đồng", "tiền", "xã;huyện", ""}, {"h", "Số của huyện", "người", "số đếm", "huyện", ""},
		},
		"Quy tắc": nil,
	})
	cases := []struct {
		name   string
		x1, x2 any // of a; nil: blank
		h1     int
		want   string
	}{
		{"equal", 1200, 30, 1230, ""},
		{"different", 1200, 30, 1231, "“Số đoàn viên”: đơn vị ghi 1.231, nhưng tổng của 2 đơn vị bên dưới là 1.230"},
		{"one does not apply", 1200, "không áp dụng", 1231, "“Số đoàn viên”: đơn vị ghi 1.231, nhưng tổng của 1 đơn vị bên dưới là 1.200"},
		{"zero is an answer", 1200, "không phát sinh", 5, "đơn vị ghi 5, nhưng tổng của 2 đơn vị bên dưới là 1.200"},
		{"one is blank", 1200, nil, 1231, ""},
		{"one cannot be read", 1200, "khoảng 30", 1231, ""},
		{"it applies to none", "không áp dụng", "không áp dụng", 7, ""},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			all := filled{"a": 1, "b": 5, "tien": 100}
			b := received(t, c, map[sheets.UnitCode]filled{"x1": all.with("a", tt.x1), "x2": all.with("a", tt.x2), "x3": all, "h1": {"h": 4}}, onTime)
			h1 := b.Submissions[c.Units.Unit("h1").Index]
			for code, n := range map[sheets.Code]int{"a": tt.h1, "b": 9, "tien": 200} { // the form has no rows for them; a district may have typed them all the same
				h1.Values[c.Indicator(code).Slot] = sheets.Value{State: sheets.Given, Rat: big.NewRat(int64(n), 1), Row: 40, Col: 5, Raw: fmt.Sprint(n)}
			}
			var got []string
			for _, f := range Run(c, b).Findings {
				if f.Code == "so-voi-cap-duoi" {
					got = append(got, f.Message.In(lang.Vi))
					if f.Severity != figure.Warning || f.Unit != "h1" || f.Indicator != "a" || f.Pos.Cell() != "E40" || f.Raw != fmt.Sprint(tt.h1) || f.Hint.IsZero() {
						t.Errorf("%+v", f)
					}
				}
			}
			if len(got) > 1 || strings.Join(got, "") == "" != (tt.want == "") || !strings.Contains(strings.Join(got, ""), tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
		})
	}
}

// The sheet Giải trình may name every check, and nothing else is taken for one.
func TestCheckCodes(t *testing.T) {
	var codes []string
	for _, check := range own {
		codes = append(codes, check.Code)
	}
	if !slices.Equal(codes, sheets.CheckCodes()) {
		t.Errorf("the checks are %q, and package sheets knows %q", codes, sheets.CheckCodes())
	}
}

func TestOnlyZeros(t *testing.T) {
	rows := [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập", "Bắt buộc"}}
	zeros := make(filled)
	for i := range 9 {
		code := fmt.Sprintf("s%d", i)
		rows = append(rows, []string{code, "Số thứ " + fmt.Sprint(i), "người", "số đếm", "xã", "có"})
		zeros[sheets.Code(code)] = 0
	}
	rows = append(rows, []string{"duy_tri", "Có duy trì", "có/không", "có/không", "xã", "có"})
	c := office(t, map[string][][]string{"Số liệu": rows, "Quy tắc": nil})
	zeros["duy_tri"] = "có" // what is no number does not hide that all numbers are zero
	sent := map[sheets.UnitCode]filled{"x1": zeros, "x2": zeros.with("s3", 1), "x3": zeros.with("s3", "không phát sinh").with("duy_tri", "không"), "t1": nil}
	delete(sent, "t1")
	r := Run(c, received(t, c, sent, onTime))
	want := []string{"toan-so-khong warning x1", "toan-so-khong warning x3", "don-vi-chua-nop error t1"}
	if got := listed(r.Findings); !slices.Equal(got, want) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

// A file that cannot be used leaves its unit missing, and the finding says why.
func TestMissingBecauseRejected(t *testing.T) {
	c := office(t, nil)
	folder := fstest.MapFS{"nop/x1.xlsx": {Data: []byte("%PDF-1.7"), Mode: 0o644}}
	b, err := sheets.Read(folder, "nop", c, c.Periods[0], sheets.ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	r := Run(c, b)
	var texts []string
	for _, f := range r.Findings {
		if f.Unit == "x1" {
			texts = append(texts, f.Code+": "+f.Message.Error())
		}
	}
	if len(texts) != 2 || !strings.Contains(texts[0]+texts[1], "don-vi-chua-nop: ") || strings.Count(texts[0]+texts[1], "PDF") < 2 {
		t.Errorf("findings %q", texts)
	}
	if r.Rates.Submitted != (Fraction{0, 4}) || r.Units[0].Status != Missing {
		t.Errorf("rates %v, status %d", r.Rates, r.Units[0].Status)
	}
}

func TestInQuestion(t *testing.T) {
	c := office(t, nil)
	b := received(t, c, everybody(), onTime)
	u := c.Units.Unit("x2")
	b.Submissions[u.Index], b.InQuestion[u.Index] = nil, true
	r := Run(c, b)
	if len(r.Findings) > 0 {
		t.Errorf("reading has said it; checking adds %q", listed(r.Findings))
	}
	if r.Units[1].Status != InQuestion || r.Rates.Submitted != (Fraction{3, 4}) {
		t.Errorf("status %d, rates %v", r.Units[1].Status, r.Rates)
	}
}

// What is missing makes a rule neither right nor wrong, and is counted.
func TestNotCheckable(t *testing.T) {
	c := office(t, nil)
	sent := everybody()
	sent["x1"] = good("x1").with("dv", nil).with("qua", "vài suất")
	sent["x2"] = good("x2").with("dv", "không áp dụng").with("qua", 0).with("tien", 0)
	sent["x3"] = good("x3").with("xs", "vài người") // unreadable, which is not blank and never counts as zero
	r := Run(c, received(t, c, sent, onTime))
	want := map[string]RuleTally{
		"qt-kn": {Held: 2, NotCheckable: 1}, "qt-qua": {Held: 2, NotCheckable: 1}, "qt-bq": {Held: 1, NotCheckable: 2},
		"qt-xs": {Held: 1, Broken: 1, NotCheckable: 1}, "qt-khoi": {Held: 1}, "qt-can": {Held: 2, NotCheckable: 1},
	}
	for _, tally := range r.Rules {
		got := tally
		got.Rule = nil
		if got != want[tally.Rule.Code] {
			t.Errorf("rule %s: %+v, want %+v", tally.Rule.Code, got, want[tally.Rule.Code])
		}
	}
}

func TestCheckTable(t *testing.T) {
	seen := make(map[string]bool)
	for _, check := range Checks() {
		if seen[check.Code] || check.Code == "" || check.Severity == figure.Fine {
			t.Errorf("the check %q is not one of its own", check.Code)
		}
		seen[check.Code] = true
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if check.Title.In(l) == "" || check.Explanation.In(l) == "" || check.Example.In(l) == "" {
				t.Errorf("%s is not explained", check.Code)
			}
		}
		for _, letter := range check.Code {
			if letter != '-' && (letter < 'a' || 'z' < letter) {
				t.Errorf("the code %q is not plain", check.Code)
			}
		}
	}
}

// The number of processors changes nothing.
func TestProcessorsChangeNothing(t *testing.T) {
	c := office(t, nil)
	sent := everybody()
	sent["x1"] = filled{}
	sent["x2"] = good("x2").with("kn", 500)
	b := received(t, c, sent, onTime)
	want := Run(c, b)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if got := Run(c, b); !reflect.DeepEqual(got, want) {
		t.Error("one processor gives another report")
	}
}
