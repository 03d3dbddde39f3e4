package formula_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tonghop/formula"
	"tonghop/lang"
)

// The canonical spelling of an expression shows how it was understood.
func TestParse(t *testing.T) {
	tests := []struct{ src, want string }{
		{"a", "a"}, {"ky.ten", "ky.ten"}, {"_x1.2b", "_x1.2b"}, {"đoàn_viên", "đoàn_viên"}, {"XD_DVUT", "XD_DVUT"},
		{"12", "12"}, {"0,5", "0,5"}, {"0.5", "0,5"}, {"80%", "80%"}, {"80 %", "80%"}, {"2,50%", "2,5%"}, {"007", "7"}, {"1805", "1805"},
		{"0,125", "0,125"}, {"1234,567", "1234,567"}, {"1,8050", "1,8050"}, {"1,0", "1"}, {"0,0010", "0,001"},
		{`"XS"`, `"XS"`}, {`“XS”`, `"XS"`}, {`”XS”`, `"XS"`}, {`"nói ""có"""`, `"nói ""có"""`}, {"\"a\n b\"", `"a  b"`}, {`""`, `""`},
		{"yes", "có"}, {"ĐÚNG", "có"}, {"true", "có"}, {"co", "có"}, {"no", "không"}, {"Sai", "không"}, {"false", "không"}, {"khong", "không"},

		{"a+b*c", "a + b * c"}, {"(a+b)*c", "(a + b) * c"}, {"((a))", "a"}, {"a-(b-c)", "a - (b - c)"}, {"(a-b)-c", "a - b - c"},
		{"a/(b*c)", "a / (b * c)"}, {"-a*b", "-a * b"}, {"-(a*b)", "-(a * b)"}, {"a--b", "a - -b"}, {"a*-b", "a * -b"}, {"--a", "--a"},
		{"a–b", "a - b"}, {"a−b", "a - b"}, {"a — b", "a - b"}, {"a×b÷c", "a * b / c"},
		{"a≤b", "a <= b"}, {"a≥b", "a >= b"}, {"a≠b", "a <> b"}, {"(a<b)=c", "(a < b) = c"}, {"a=(b<c)", "a = (b < c)"},
		{"a and b or c", "a và b hoặc c"}, {"a VÀ (b HOẶC c)", "a và (b hoặc c)"}, {"a va b hoac c", "a và b hoặc c"},
		{"not a = b and c", "không phải a = b và c"}, {"(không phải a) = b", "(không phải a) = b"}, {"Không  Phải a", "không phải a"},
		{"khong phai (a và b)", "không phải (a và b)"}, {"-(không phải a) + b", "-(không phải a) + b"}, {"a + không phải b = c", "a + (không phải b = c)"},
		{"a = không", "a = không"},

		// Excel and Word put in what nobody sees: no-break spaces, zero-width characters, line breaks, decomposed letters.
		{"a\u00a0+\u200b b", "a + b"}, {"a\r\n+\tb", "a + b"}, {"\ufeff= a", "a"}, {"ho\u0103\u0323c = 1 hoặc a", ""}, {"a ho\u0103\u0323c b", "a hoặc b"},
		{"d\u00adv\u2060_1", "dv_1"},

		{"if(a;b;c)", "neu(a; b; c)"}, {"NẾU (a; b; c)", "neu(a; b; c)"}, {"đếm_đơn_vị(a>1)", "dem_don_vi(a > 1)"}, {"so_thang( )", "so_thang()"},
		{"units(xã; trực thuộc; \"chi đoàn\")", `so_don_vi(xã; "trực thuộc"; "chi đoàn")`},
		{"nguong(E.CT-A.a)", `nguong("E.CT-A.a")`}, {"nguong(CT – 1.805)", `nguong("CT - 1.805")`}, {"nguong(“x ;  y”)", `nguong("x ; y")`},
		{"dem_noi_dung(Chưa đạt; insufficient_data; Không đủ số liệu)", "dem_noi_dung(chua_dat; khong_du_so_lieu; khong_du_so_lieu)"},
		{"dem_khuyet_diem(1a; 3)", `dem_khuyet_diem("1a"; "3")`}, {"dem_dong(ds_bch; xep_loai; có)", `dem_dong(ds_bch; xep_loai; "có")`},
		{"dem_chi_tieu", "dem_chi_tieu"},
	}
	for _, tt := range tests {
		e, faults := formula.Parse(tt.src)
		switch {
		case tt.want == "" && len(faults) == 0:
			t.Errorf("%q was accepted as %s", tt.src, e)
		case tt.want == "":
		case len(faults) > 0:
			t.Errorf("%q: column %d: %v", tt.src, faults[0].Column, faults[0].Message)
		case e.String() != tt.want:
			t.Errorf("%q\n got %s\nwant %s", tt.src, e, tt.want)
		}
	}
}

// fault is what a test states about a formula.Fault.
type fault struct {
	Column      int
	Near        string
	Message     string
	Suggestions []string
}

func vietnamese(faults []formula.Fault) []fault {
	var said []fault
	for _, f := range faults {
		said = append(said, fault{f.Column, f.Near, f.Message.In(lang.Vi), f.Suggestions})
	}
	return said
}

func TestParseFaults(t *testing.T) {
	const semicolons = "Các phần trong ngoặc của hàm ngăn nhau bằng dấu chấm phẩy (;), không dùng dấu phẩy."
	after := func(s string) string {
		return "Sau “" + s + "” còn thiếu một mã, một số hoặc một phép tính."
	}
	before := func(s string) string {
		return "Trước “" + s + "” còn thiếu một mã, một số hoặc một phép tính."
	}
	operator := func(s string) string {
		return "Trước “" + s + "” còn thiếu một phép tính (+ - * / = <> < > và, hoặc)."
	}
	tests := []struct {
		src  string
		want []fault
	}{
		{"", []fault{{1, "", "Biểu thức để trống: hãy viết một mã số liệu hoặc một phép tính.", nil}}},
		{" = ", []fault{{1, "", "Biểu thức để trống: hãy viết một mã số liệu hoặc một phép tính.", nil}}},
		{"a +", []fault{{3, "+", after("+"), nil}}},
		{"* a", []fault{{1, "*", before("*"), nil}}},
		{"a + * b", []fault{{3, "+", after("+"), nil}}},
		{"a và và b", []fault{{3, "và", after("và"), nil}}},
		{"()", []fault{{1, "(", after("("), nil}}},
		{"a b c + d", []fault{{3, "b", operator("b"), nil}}},
		{"a + 1 805", []fault{{7, "805", "Số trong biểu thức viết liền: hãy viết 1805.", []string{"1805"}}}},
		{"1.805", []fault{{1, "1.805", "“1.805” đọc được hai cách: viết 1805 nếu dấu ngăn hàng nghìn, viết 1,8050 nếu là dấu thập phân.", []string{"1805", "1,8050"}}}},
		{"a > 1,805", []fault{{5, "1,805", "“1,805” đọc được hai cách: viết 1805 nếu dấu ngăn hàng nghìn, viết 1,8050 nếu là dấu thập phân.", []string{"1805", "1,8050"}}}},
		{"1.000.000", []fault{{1, "1.000.000", "“1.000.000”: số trong biểu thức không ngăn hàng nghìn: hãy viết 1000000.", []string{"1000000"}}}},
		{"1.234,5", []fault{{1, "1.234,5", "“1.234,5”: số trong biểu thức không ngăn hàng nghìn: hãy viết 1234,5.", []string{"1234,5"}}}},
		{"1.2.3", []fault{{1, "1.2.3", "“1.2.3” không phải là một số: hãy viết số như 12 hoặc 0,5, không kèm chữ.", nil}}},
		{"5tr + 2", []fault{{1, "5tr", "“5tr” không phải là một số: hãy viết số như 12 hoặc 0,5, không kèm chữ.", nil}}},
		{",5", []fault{{1, ",5", "“,5”: hãy viết cả số 0 ở đầu: 0,5.", []string{"0,5"}}}},
		{"a%", []fault{{2, "%", "Dấu phần trăm chỉ đứng ngay sau một số, ví dụ 80%: để chia cho 100 hãy viết / 100.", nil}}},
		{strings.Repeat("1", 61), []fault{{1, strings.Repeat("1", 61), "Số “" + strings.Repeat("1", 60) + "…” có quá nhiều chữ số: nhiều nhất là 60.", nil}}},
		{`a = "XS`, []fault{{5, `"XS`, `Văn bản bắt đầu ở đây chưa có dấu ngoặc kép đóng: hãy thêm dấu " sau văn bản.`, nil}}},
		{"a = ‘XS’", []fault{{5, "‘XS’", `Văn bản đặt trong dấu ngoặc kép: hãy viết "XS".`, []string{`"XS"`}}}},
		{"a == b", []fault{{3, "==", "Không dùng dấu “==”: hãy viết “=”.", []string{"="}}}},
		{"a : b", []fault{{3, ":", "Không dùng dấu “:”: hãy viết “/”.", []string{"/"}}}},
		{"a @ b", []fault{{3, "@", `Ký tự "@" không dùng được ở đây: chỉ dùng mã, số, văn bản trong ngoặc kép và các dấu + - * / ( ) ; = <> < <= > >=.`, nil}}},
		{"a < b < c", []fault{{7, "<", "Không viết liền hai phép so sánh: hãy tách ra, ví dụ 1 <= a và a <= 2.", nil}}},
		{"không a", []fault{{1, "không", "Để phủ định hãy viết “không phải” trước điều kiện; “không” đứng một mình là câu trả lời không.", []string{"không phải"}}}},
		{"and(a; b)", []fault{{1, "and", "“and” viết giữa hai điều kiện, ví dụ a > 0 and b > 0.", nil}}},
		{"(a + b", []fault{{1, "(", "Dấu ngoặc mở ở đây chưa có dấu ngoặc đóng.", nil}}},
		{"a + b)", []fault{{6, ")", "Thừa dấu ngoặc đóng: không có dấu ngoặc mở nào cho nó.", nil}}},
		{"neu(a; b; c", []fault{{4, "(", "Dấu ngoặc mở ở đây chưa có dấu ngoặc đóng.", nil}}},
		{"a 12 b", []fault{{3, "12", operator("12"), nil}}},
		{"12 ab 5", []fault{{4, "ab", operator("ab"), nil}}},
		{"12 5", []fault{{4, "5", operator("5"), nil}}},
		{",5,5", []fault{{1, ",5,5", "“,5,5” không phải là một số: hãy viết số như 12 hoặc 0,5, không kèm chữ.", nil}}},
		{"a \x07", []fault{{3, "\a", `Ký tự "\a" không dùng được ở đây: chỉ dùng mã, số, văn bản trong ngoặc kép và các dấu + - * / ( ) ; = <> < <= > >=.`, nil}}},
		{"a '\x07'", []fault{{3, "'\a'", "Văn bản đặt trong dấu ngoặc kép: hãy viết \" \".", []string{`""`}}}},
		{"a; b", []fault{{2, ";", "Dấu chấm phẩy (;) chỉ dùng để ngăn các phần trong ngoặc của hàm.", nil}}},
		{"(a, b)", []fault{{3, ",", "Dấu phẩy chỉ dùng trong số thập phân như 0,5.", nil}}},
		{"max(a, b)", []fault{{6, ",", semicolons, []string{";"}}}},
		{"neu(a,b,c)", []fault{{6, ",", semicolons, []string{";"}}, {8, ",", semicolons, []string{";"}}}},
		{"so_don_vi(xa, huyen)", []fault{{13, ",", semicolons, []string{";"}}}},
		{"max(1,2)", []fault{{1, "max", "Hàm “max” cần ít nhất 2 phần trong ngoặc, ngăn nhau bằng dấu chấm phẩy (;), ở đây có 1.", nil}}},
		{"lam_tron(a)", []fault{{1, "lam_tron", "Hàm “lam_tron” cần đúng 2 phần trong ngoặc, ngăn nhau bằng dấu chấm phẩy (;), ở đây có 1.", nil}}},
		{"dem_dong(x; y)", []fault{{1, "dem_dong", "Hàm “dem_dong” cần 1, 3, 5… phần trong ngoặc, ngăn nhau bằng dấu chấm phẩy (;), ở đây có 2.", nil}}},
		{"months(1)", []fault{{1, "months", "Hàm “months” không có gì trong ngoặc: hãy viết months().", nil}}},
		{"1 + neeu(a; b; c)", []fault{{5, "neeu", "Không có hàm “neeu”. Có phải là “neu” không?", []string{"neu"}}}},
		{"vlookup(a)", []fault{{1, "vlookup", "Không có hàm “vlookup”: xem các hàm bằng lệnh “tonghop lietke”.", nil}}},
		{"so_don_vi(huyen + truc_thuoc)", []fault{{17, "+", "Các từ trong ngoặc của hàm “so_don_vi” ngăn nhau bằng dấu chấm phẩy (;), không dùng “+”.", []string{";"}}}},
		{"so_don_vi(xa (b; c); d)", []fault{{14, "(", "Các từ trong ngoặc của hàm “so_don_vi” ngăn nhau bằng dấu chấm phẩy (;), không dùng “(”.", []string{";"}}}},
		{"so_don_vi(", []fault{{10, "(", "Dấu ngoặc mở ở đây chưa có dấu ngoặc đóng.", nil}}},
		{"so_don_vi(xa; )", []fault{{15, ")", "Hàm “so_don_vi” còn thiếu một từ ở đây: cấp.", nil}}},
		{`nguong("")`, []fault{{8, `""`, "Hàm “nguong” còn thiếu một từ ở đây: mã nội dung của chỉ tiêu.", nil}}},

		// All mistakes at once, and columns counted as a reader counts them, whatever the letters are made of.
		{"a + + 1.805 và neeu(5tr; )", []fault{
			{3, "+", after("+"), nil},
			{7, "1.805", "“1.805” đọc được hai cách: viết 1805 nếu dấu ngăn hàng nghìn, viết 1,8050 nếu là dấu thập phân.", []string{"1805", "1,8050"}},
			{16, "neeu", "Không có hàm “neeu”. Có phải là “neu” không?", []string{"neu"}},
			{21, "5tr", "“5tr” không phải là một số: hãy viết số như 12 hoặc 0,5, không kèm chữ.", nil},
			{24, ";", after(";"), nil},
		}},
		{"\u200bđo\u00e0n_vie\u0302n_\u0111o\u0323\u0302i @", []fault{{15, "@", `Ký tự "@" không dùng được ở đây: chỉ dùng mã, số, văn bản trong ngoặc kép và các dấu + - * / ( ) ; = <> < <= > >=.`, nil}}},
	}
	for _, tt := range tests {
		e, faults := formula.Parse(tt.src)
		if e != nil && len(faults) > 0 {
			t.Errorf("%q: an expression beside faults", tt.src)
		}
		if diff := cmp.Diff(tt.want, vietnamese(faults)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", tt.src, diff)
		}
	}
}

func TestParseBounds(t *testing.T) {
	nested := func(n int) string { return strings.Repeat("(", n) + "a" + strings.Repeat(")", n) }
	counting := func(n int) string { return strings.Repeat("dem_don_vi(", n) + "a > 0" + strings.Repeat(")", n) }
	tests := []struct {
		name, src string
		message   string // in English; none when accepted
	}{
		{"long", strings.Repeat("a", formula.MaxLength), ""},
		{"too long", strings.Repeat("a", formula.MaxLength+1), "The expression has 4001 characters, 4000 at most: split it into several figures."},
		{"chain", strings.Repeat("a+", 1999) + "a", ""},
		{"deep", nested(99), ""},
		{"too deep", nested(100), "The expression is nested more than 100 deep: split parts of it off as figures of their own."},
		{"unfinished", strings.Repeat("(", 3000), "The expression is nested more than 100 deep: split parts of it off as figures of their own."},
		{"signs", strings.Repeat("-", 3000) + "a", "The expression is nested more than 100 deep: split parts of it off as figures of their own."},
		{"negations", strings.Repeat("not ", 900) + "a", "The expression is nested more than 100 deep: split parts of it off as figures of their own."},
		{"units", counting(4), ""},
		{"too many units", counting(5), "“dem_don_vi”: functions over units are nested more than 4 deep: split parts off as figures of their own."},
	}
	for _, tt := range tests {
		_, faults := formula.Parse(tt.src)
		var message string
		if len(faults) > 0 {
			message = faults[0].Message.In(lang.En)
		}
		if message != tt.message {
			t.Errorf("%s: got %q, want %q", tt.name, message, tt.message)
		}
	}
	if _, faults := formula.Parse(strings.Repeat("@+", 500)); len(faults) != 20 {
		t.Errorf("%d faults reported at once", len(faults))
	}
}

func TestNamesAndFunctions(t *testing.T) {
	e, faults := formula.Parse(`neu(b > a; dem_don_vi(C > ky.ten và B = 1; xa; trực thuộc); nguong("CT-A")) + a`)
	if len(faults) > 0 {
		t.Fatal(faults[0].Message)
	}
	if diff := cmp.Diff([]string{"b", "a", "C", "ky.ten"}, e.Names()); diff != "" {
		t.Errorf("names (-want +got):\n%s", diff)
	}
	uses := []formula.Use{{Name: "neu"}, {"dem_don_vi", []string{"xa", "trực thuộc"}}, {"nguong", []string{"CT-A"}}}
	if diff := cmp.Diff(uses, e.Functions()); diff != "" {
		t.Errorf("functions (-want +got):\n%s", diff)
	}
	e.Functions()[1].Words[0] = "changed"
	if got := e.Functions()[1].Words[0]; got != "xa" {
		t.Errorf("a caller changed the expression: %s", got)
	}
}

func TestValidNames(t *testing.T) {
	for _, word := range []string{"và", "VA", "hoặc", "có", "Không", "sai", "not", "yes"} {
		if formula.ValidName(word) {
			t.Errorf("%s is a word of the language", word)
		}
	}
	for _, code := range []string{"xd_dvut", "ky.ten", "đoàn", "neu", "_1"} {
		if !formula.ValidName(code) {
			t.Errorf("%s is a good code", code)
		}
	}
	for _, code := range []string{"", "CT-A", "1a", "a b", " a", "a.", "a+b", `"a"`, "không phải"} {
		if formula.ValidName(code) {
			t.Errorf("%q cannot be used as it stands", code)
		}
	}
}
