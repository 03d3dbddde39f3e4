package figure

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"tonghop/lang"
	"tonghop/vntext"
)

// Every style is documented, has names of its own, and prints its own example.
func TestStylesTable(t *testing.T) {
	seen := make(map[string]bool)
	for _, s := range Styles() {
		for _, name := range append([]string{s.Name}, s.Aliases...) {
			if seen[name] || name != styleKey(name) {
				t.Errorf("name %q is taken or not folded", name)
			}
			seen[name] = true
			if found, ok := StyleNamed(strings.ToUpper(name)); !ok || found.Name != s.Name {
				t.Errorf("StyleNamed(%q) = %q, %v", name, found.Name, ok)
			}
		}
		if s.Title.Vi == "" || s.Title.En == "" || s.print == nil {
			t.Errorf("%s is not complete", s.Name)
		}
		got, ok := s.Print(styleInput(t, s.Example.In))
		if got = strings.ReplaceAll(got, noBreak, " "); !ok || got != s.Example.Out {
			t.Errorf("%s of %s: %q, %v, want %q", s.Name, s.Example.In, got, ok, s.Example.Out)
		}
		if len(StyleNames()) != len(Styles()) {
			t.Error("StyleNames and Styles differ")
		}
	}
	if _, ok := StyleNamed("phan tram"); !ok {
		t.Error("a space for a low line is not understood")
	}
	if _, ok := StyleNamed("tiền đủ"); !ok {
		t.Error("accents are not ignored")
	}
	if _, ok := StyleNamed("khác"); ok {
		t.Error("an unknown name is found")
	}
}

// styleInput makes the value of an example: a date, a range, a quotient, a number, else a text.
func styleInput(t *testing.T, s string) Value {
	t.Helper()
	if d, err := time.Parse(time.DateOnly, s); err == nil {
		return Value{Kind: Date, Date: d}
	}
	if low, high, ok := strings.Cut(s, ".."); ok {
		return Value{Kind: Range, Rat: rat(t, low), High: rat(t, high)}
	}
	if num, den, ok := strings.Cut(s, "/"); ok {
		return Quotient(rat(t, num), rat(t, den))
	}
	if r, ok := new(big.Rat).SetString(s); ok {
		return NumberOf(r)
	}
	return TextOf(s)
}

// A style prints what it is for, the marks for nothing, and refuses the rest.
func TestStylesRefuseOtherKinds(t *testing.T) {
	date := Value{Kind: Date, Date: time.Date(2021, 3, 3, 0, 0, 0, 0, time.UTC)}
	values := []Value{
		NumberOf(rat(t, "5")), date, {Kind: Range, Rat: rat(t, "1"), High: rat(t, "2")}, BoolOf(true), TextOf("a"), {Kind: Prose, Text: "a"}, {Kind: List},
	}
	for _, s := range Styles() {
		if got, ok := s.Print(Value{}); got != Mark || !ok {
			t.Errorf("%s of missing: %q", s.Name, got)
		}
		if got, ok := s.Print(Value{Kind: NotApplicable}); got != "không áp dụng" || !ok {
			t.Errorf("%s of not applicable: %q", s.Name, got)
		}
		for _, v := range values {
			text, ok := s.Print(v)
			want := s.Prints(v.Kind) && s.Name != "nm" && s.Name != "nm0"
			if ok != want || !ok && text != "" {
				t.Errorf("%s of kind %d: %q, %v", s.Name, v.Kind, text, ok)
			}
		}
	}
	if _, ok := (Style{}).Print(NumberOf(rat(t, "5"))); ok {
		t.Error("the zero style prints")
	}
}

func TestPrint(t *testing.T) {
	tests := []struct{ style, in, want string }{
		{"so0", "9", "09"}, {"so0", "-5", "-5"}, {"so0", "5/2", "2,5"}, {"so0", "1000", "1.000"},
		{"so", "0", "0"}, {"so", "-1234", "-1.234"}, {"so", "37/7", "5,29"},
		{"thap_phan", "1234.5", "1.234,5"}, {"thap_phan", "0.125", "0,125"}, {"thap_phan", "1/8", "0,13"}, {"thap_phan", "1/3000", "0,0003"},
		{"thap_phan", "-1/3", "-0,33"}, {"thap_phan", "0.12345678", "0,12"},
		{"pt", "0", "0%"}, {"pt", "1", "100%"}, {"pt", "7/20", "35%"}, {"pt", "120/100", "120%"}, {"pt", "100001/100000", "100,001%"},
		{"pt", "0.0005", "0,1%"}, {"pt", "0.00049", "0,05%"}, {"pt", "-1/3", "-33,3%"}, {"pt0", "199/200", "99,5%"}, {"pt0", "9949/10000", "99%"},
		{"pt0", "299/300", "99,7%"}, {"pt2", "1/3", "33,33%"}, {"pt0", "1/200", "1%"}, {"pt0", "1/201", "0,5%"},
		{"nm", "0/11", "0/11"}, {"nm0", "0/5", "00/05"}, {"nm0", "12/15", "12/15"}, {"nm0", "9/1805", "09/1.805"},
		{"tien", "0", "0 đồng"}, {"tien", "999999", "999.999 đồng"}, {"tien", "1000000", "1 triệu đồng"}, {"tien", "1000001", "hơn 1 triệu đồng"},
		{"tien", "999990000", "999,99 triệu đồng"}, {"tien", "999994999", "gần 1 tỷ đồng"}, {"tien", "1437000000000", "1.437 tỷ đồng"},
		{"tien", "-1437500000", "âm hơn 1,4 tỷ đồng"}, {"tien", "2000000/3", "gần 666.667 đồng"}, {"tien", "1234567", "hơn 1,2 triệu đồng"},
		{"tien_du", "1437500000", "1.437.500.000 đồng"}, {"tien_du", "0", "0 đồng"}, {"tien_du", "4/3", "hơn 1 đồng"},
		{"tien_tron", "15000000", "15 triệu đồng"}, {"tien_tron", "15400000", "hơn 15 triệu đồng"}, {"tien_tron", "999600000", "gần 1 tỷ đồng"},
		{"tien_tron", "1400000000", "hơn 1 tỷ đồng"}, {"tien_tron", "700000", "700.000 đồng"},
		{"trieu", "1437500000", "1.437,5"}, {"trieu", "13654321", "13,654321"}, {"trieu", "0", "0"}, {"trieu", "1/3", "0,0000003"},
		{"tien_trieu", "20000", "0,02 triệu đồng"}, {"tien_trieu", "1234567", "hơn 1,2 triệu đồng"}, {"tien_trieu", "20001", "hơn 0,02 triệu đồng"},
		{"tien_ty", "1437500000", "hơn 1,4 tỷ đồng"}, {"tien_ty", "20000", "0,00002 tỷ đồng"}, {"tien_ty", "0", "0 tỷ đồng"}, {"tien_ty", "-2000000000", "âm 2 tỷ đồng"},
		{"tang_giam", "0", "không thay đổi"}, {"tang_giam", "1200", "tăng 1.200"}, {"tang_giam", "-1/3", "giảm 0,33"},
		{"tang_giam_pt", "-1/3", "giảm 33,3%"}, {"tang_giam_pt", "1/100000", "tăng 0,001%"}, {"tang_giam_pt", "0", "không thay đổi"},
		{"tang_giam_diem", "-0.005", "giảm 0,5 điểm phần trăm"}, {"tang_giam_tien", "2000000", "tăng 2 triệu đồng"}, {"tang_giam_tien", "0", "không thay đổi"},
		{"thang_nam", "2020-12-04", "tháng 12 năm 2020"}, {"thang_nam", "2020-02-04", "tháng 02 năm 2020"}, {"thuong", "TÂY Ninh", "tây ninh"},
		{"ngay", "2020-12-04", "ngày 04 tháng 12 năm 2020"}, {"ngay_ngan", "2020-02-14", "14/02/2020"},
		{"khoang", "5..12", "05-12"}, {"khoang", "0.5..1.5", "0,5-1,5"}, {"khoang", "1000..2000", "1.000-2.000"},
		{"chu", "13.6", "mười ba phẩy sáu"}, {"chu", "-0.05", "âm không phẩy không năm"}, {"chu", "0", "không"},
		{"la_ma", "3999", "MMMCMXCIX"}, {"la_ma", "1", "I"}, {"la_ma", "4", "IV"},
		{"hoa", "1437500000", "1.437.500.000"}, {"hoa", "ngày hội", "NGÀY HỘI"}, {"hoa_dau", "đợt 1", "Đợt 1"}, {"hoa_dau", "", ""}, {"hoa", "d\u0323", "Ḍ"},
	}
	for _, tt := range tests {
		s, _ := StyleNamed(tt.style)
		got, ok := s.Print(styleInput(t, tt.in))
		if got = strings.ReplaceAll(got, noBreak, " "); !ok || got != tt.want {
			t.Errorf("%s of %s: %q, %v, want %q", tt.style, tt.in, got, ok, tt.want)
		}
	}
	for style, in := range map[string]string{"la_ma": "0", "chu": "1/3"} {
		s, _ := StyleNamed(style)
		if got, ok := s.Print(styleInput(t, in)); ok {
			t.Errorf("%s of %s prints %q", style, in, got)
		}
	}
	for _, in := range []string{"4000", "-1", "2.5", "100000000000000000000"} {
		s, _ := StyleNamed("la_ma")
		if got, ok := s.Print(NumberOf(rat(t, in))); ok {
			t.Errorf("la_ma of %s prints %q", in, got)
		}
	}
}

func TestDefault(t *testing.T) {
	for _, tt := range []struct {
		v    Value
		want string
	}{
		{Value{}, Mark},
		{MissingOf("xd_kn"), Mark},
		{Value{Kind: NotApplicable}, "không áp dụng"},
		{Int(0), "0"},
		{Int(1805), "1.805"},
		{Quotient(rat(t, "94"), rat(t, "94")), "94/94"},
		{Quotient(rat(t, "7"), rat(t, "3")), "2,33"},
		{Quotient(rat(t, "1/2"), rat(t, "3")), "0,17"},
		{Value{Kind: Range, Rat: rat(t, "1"), High: rat(t, "2")}, "01-02"},
		{BoolOf(true), "có"},
		{BoolOf(false), "không"},
		{TextOf("abc"), "abc"},
		{Value{Kind: List, Items: []Item{{"hoàn thành tốt", 1200}, {"khác", 0}}}, "hoàn thành tốt (1.200); khác"},
		{Value{Kind: List}, ""},
	} {
		if got := Default(tt.v); got != tt.want {
			t.Errorf("Default(%+v) = %q, want %q", tt.v, got, tt.want)
		}
	}
}

func TestPlain(t *testing.T) {
	for _, tt := range []struct {
		v    Value
		want string
	}{
		{Int(1805), "1805"},
		{NumberOf(rat(t, "-1/2")), "-0.5"},
		{NumberOf(rat(t, "1/3")), "1/3"},
		{Quotient(rat(t, "199086"), rat(t, "241386")), "199086/241386"},
		{Quotient(rat(t, "94"), rat(t, "94")), "1"},
		{Quotient(rat(t, "0.5"), rat(t, "1.5")), "1/3"},
		{Quotient(rat(t, "0.5"), rat(t, "0.75")), "2/3"},
		{Quotient(rat(t, "1/6"), rat(t, "1/4")), "2/3"},
		{Quotient(rat(t, "4"), rat(t, "-6")), "-4/6"},
		{NumberOf(rat(t, "1e20")), "100000000000000000000"},
		{Value{Kind: Range, Rat: rat(t, "1"), High: rat(t, "2.5")}, "1..2.5"},
		{BoolOf(true), "true"},
		{TextOf("a"), "a"},
		{Value{}, ""},
	} {
		if got := Plain(tt.v); got != tt.want {
			t.Errorf("Plain(%+v) = %q, want %q", tt.v, got, tt.want)
		}
	}
}

func TestParseDecimal(t *testing.T) {
	for in, want := range map[string]string{
		"2000": "2000", "0,5": "1/2", "0.5": "1/2", "80%": "4/5", " 82,48 % ": "1031/1250", "-3": "-3", "−3": "-3", "1.000.000": "1000000", "1 000 000": "1000000",
		"1.234,5": "2469/2", "05": "5", "0": "0",
		"1.000": "", "1,000": "", "": "", "-": "", "abc": "", "5 người": "", "1e3": "", "1/3": "", "--3": "", "%": "", ".5": "", "1..5": "", strings.Repeat("1", 300): "",
	} {
		got, err := ParseDecimal(in)
		if (err == nil) != (want != "") || err == nil && got.RatString() != want {
			t.Errorf("ParseDecimal(%q) = %v, %v, want %q", in, got, err, want)
		}
		if err != nil && lang.Text(err, lang.En) == "" {
			t.Errorf("ParseDecimal(%q): empty message", in)
		}
	}
}

func TestMoneyScale(t *testing.T) {
	for in, want := range map[string]string{
		"đồng": "1", "Đồng": "1", "VNĐ": "1", "nghìn đồng": "1000", "1.000 đồng": "1000", "1000đ": "1000", "triệu đồng": "1000000", "(Triệu đồng)": "1000000", "trđ": "1000000",
		"tr.đ": "1000000", "tỷ đồng": "1000000000", "tỉ": "1000000000", "người": "", "": "", "suất": "", "đồng chí": "",
	} {
		got, ok := MoneyScale(in)
		if ok != (want != "") || ok && got.RatString() != want {
			t.Errorf("MoneyScale(%q) = %v, %v, want %q", in, got, ok, want)
		}
	}
}

// The tables of words have no word twice.
func TestWordTables(t *testing.T) {
	seen := make(map[string]bool)
	check := func(table, words string) {
		for word := range strings.SplitSeq(words, "; ") {
			if key := table + vntext.Key(word); seen[key] || word == "" {
				t.Errorf("%s: %q twice", table, word)
			} else {
				seen[key] = true
			}
		}
	}
	for _, row := range unitWords {
		check("unit ", row.words)
	}
	for _, row := range nothingWords {
		check("nothing ", row.words)
	}
	for _, row := range moneyWords {
		check("money ", row.words)
	}
	for _, row := range yesNoWords {
		check("yes ", row.words)
	}
}

func TestSeverity(t *testing.T) {
	for s, want := range map[Severity][2]string{Fine: {"ổn", "fine"}, Note: {"lưu ý", "note"}, Warning: {"cảnh báo", "warning"}, Error: {"lỗi", "error"}} {
		if s.Title().Vi != want[0] || s.String() != want[1] {
			t.Errorf("%d is %q, %q", s, s.Title().Vi, s)
		}
	}
}
