package aggregate

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/formula"
	"tonghop/sheets"
)

// title is the verdict as people read it.
func title(v sheets.Verdict) string { return NameOf(v).Title.Vi }

// codes joins the codes of units.
func codes(units []*sheets.Unit) string {
	var list []string
	for _, u := range units {
		list = append(list, string(u.Code))
	}
	return strings.Join(list, " ")
}

// planned is one row of the table of targets of real reports.
type planned struct {
	report, target, part, scope, comparison, low, high, achieved, verdict string
}

func readPlanned(t *testing.T) []planned {
	t.Helper()
	var list []planned
	for _, row := range records(t, "targets.csv") {
		list = append(list, planned{
			row["report"], row["target"], row["part"], row["mode"], row["comparator"], row["threshold"], row["threshold_high"],
			row["achieved"], row["recomputed_verdict"],
		})
	}
	return list
}

// TestTargetsOfReports judges every target of the reports whose verdict was worked out by hand. What was achieved is handed in as a figure of
// its own for each part; what the reports do not tell stays blank.
func TestTargetsOfReports(t *testing.T) {
	for _, term := range []struct{ report, from, to string }{
		{"C", "01/10/2019", "30/09/2022"}, {"D", "01/01/2017", "31/12/2019"}, {"E", "01/01/2021", "31/12/2021"},
	} {
		figures := "# Số liệu\nMã | Tên | Kiểu | Cấp nhập | Gộp kỳ\n"
		rows := "# Chỉ tiêu\nMã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên | Phạm vi\n"
		answers, count := "cd:", 0
		want := make(map[string]string)
		for _, p := range readPlanned(t) {
			if p.report != term.report || p.verdict == "" && p.part == "*" || p.verdict == "" {
				continue
			}
			want[p.target+"."+p.part] = p.verdict
			if p.part == "*" {
				rows += p.target + " | * | Cả chỉ tiêu | | | | |\n"
				continue
			}
			code := fmt.Sprintf("f%d", count)
			count++
			kind, answer := kindOf(p.achieved)
			if p.comparison == "yes_no" {
				kind, answer, p.low = "có/không", "có", "có"
			}
			figures += code + " | Số liệu | " + kind + " | chi đoàn |\n"
			if answer != "" {
				answers += " " + code + "=" + answer
			}
			rows += strings.Join([]string{p.target, p.part, "Nội dung", code, comparisonOf(p.comparison), p.low, p.high, scopeOf(p.scope)}, " | ") + "\n"
		}
		c := office(t, "# Kỳ\nMã | Tên | Từ ngày | Đến ngày\nnk | Nhiệm kỳ | "+term.from+" | "+term.to+
			"\n# Thông tin\nKhóa | Giá trị\nvuot_khi_tren | có\n# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp\ncd | Chi đoàn | chi đoàn | | có\n"+figures+rows)
		r := build(t, c, answers)
		seen := 0
		for _, target := range r.Targets {
			for _, p := range target.Parts {
				seen += expect(t, term.report, p.Part.Name(), want, p.Verdict)
			}
			seen += expect(t, term.report, string(target.Target.Code)+".*", want, target.Verdict)
		}
		if seen != len(want) {
			t.Errorf("report %s: %d of %d rows were judged", term.report, seen, len(want))
		}
	}
}

func expect(t *testing.T, report, code string, want map[string]string, got sheets.Verdict) int {
	t.Helper()
	verdict, known := want[code]
	if !known && !strings.HasSuffix(code, ".*") {
		t.Errorf("report %s: %s is no row", report, code)
	}
	if !known {
		return 0
	}
	if verdict != title(got) {
		t.Errorf("report %s, %s: got %s, want %s", report, code, title(got), verdict)
	}
	return 1
}

// kindOf gives the kind of figure and the answer for what a report says was achieved.
func kindOf(achieved string) (kind, answer string) {
	switch {
	case achieved == "not_reported":
		return "số đếm", ""
	case strings.HasPrefix(achieved, "5/12"): // five reviews in twelve months: the plan is per month
		return "số đếm", "5"
	case strings.Contains(achieved, "/"):
		return "tỷ số", achieved
	case strings.HasSuffix(achieved, "%"):
		return "tỷ lệ", achieved
	}
	return "số đếm", achieved
}

func comparisonOf(word string) string {
	switch word {
	case "range":
		return "khoảng"
	case "qualitative":
		return "định tính"
	case "yes_no":
		return "="
	}
	return word
}

// scopeOf leaves parts per unit to TestPerUnit: here there is one unit.
func scopeOf(mode string) string {
	switch mode {
	case "per_month":
		return "từng tháng"
	case "per_quarter":
		return "từng quý"
	case "per_year":
		return "từng năm"
	}
	return "tổng"
}

func TestVerdictOfOnePart(t *testing.T) {
	tests := []struct {
		comparison, low, high, value string
		want                         string
	}{
		{">=", "2000", "", "1805", "chưa đạt"},
		{">=", "2000", "", "2000", "đạt"},
		{">=", "2000", "", "2001", "vượt"},
		{">=", "5%", "", "56/1805", "chưa đạt"}, // 5600 < 9025
		{">=", "10%", "", "20/56", "vượt"},      // 2000 > 560
		{">=", "5%", "", "496/10000", "chưa đạt"},
		{">=", "100%", "", "94/94", "đạt"},
		{">=", "100%", "", "95/94", "đạt"}, // a share that must reach 100% cannot exceed it
		{">=", "1", "", "2", "vượt"},       // a count can
		{">", "100", "", "100", "chưa đạt"},
		{">", "100", "", "101", "đạt"},
		{"khoảng", "2", "4", "1", "chưa đạt"},
		{"khoảng", "2", "4", "2", "đạt"},
		{"khoảng", "2", "4", "4", "đạt"},
		{"khoảng", "2", "4", "6", "vượt"},
		{"khoảng", "2", "", "3", "không đủ số liệu"},
		{"=", "0", "", "0", "đạt"},
		{"=", "0", "", "1", "chưa đạt"},
		{"<>", "0", "", "1", "đạt"},
		{"<=", "3", "", "3", "đạt"},
		{"<=", "3", "", "1", "đạt"}, // a limit that is kept is met
		{"<=", "3", "", "4", "chưa đạt"},
		{"<", "3", "", "3", "chưa đạt"},
		{">=", "", "", "7", "không đủ số liệu"},
		{">=", "0", "", "-", "không đủ số liệu"},
		{">=", "0", "", "?", "không đủ số liệu"},
		{">=", "3", "", "kad", "không áp dụng"},
		{"định tính", "", "", "7", "không đủ số liệu"},
		{"=", `"XS"`, "", "xs", "đạt"},
		{"=", `"XS"`, "", "TOT", "chưa đạt"},
		{"=", "có", "", "có", "đạt"},
		{"=", "có", "", "không", "chưa đạt"},
	}
	for _, test := range tests {
		kind := "số đếm"
		switch {
		case strings.Contains(test.value, "/"):
			kind = "tỷ số"
		case strings.HasPrefix(test.low, `"`):
			kind = "phân loại"
		case test.low == "có":
			kind = "có/không"
		}
		c := office(t, year+`
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp
tinh | Tỉnh đoàn | tỉnh | | có
# Số liệu
Mã | Tên | Kiểu | Cấp nhập
a | A | `+kind+` | tỉnh
# Lựa chọn
Danh sách | Mã | Nhãn
a | XS | Xuất sắc
a | TOT | Tốt
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Ngưỡng trên
CT | | Chỉ tiêu | a | `+test.comparison+` | `+test.low+` | `+test.high+`
`)
		r := build(t, c, "tinh: a="+test.value)
		if got := title(r.Targets[0].Verdict); got != test.want {
			t.Errorf("%s %s %s %s: got %s, want %s", test.value, test.comparison, test.low, test.high, got, test.want)
		}
	}
}

// ctAB are the two unmet targets of the annual report of 2021, with an invented third.
const ctAB = `
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
dvut | Giới thiệu | số đếm | xã |
cn | Công nhân | số đếm | xã |
kn | Kết nạp | số đếm | xã |
dc | Tổ chức địa bàn dân cư | số đếm | xã |
dn | Tổ chức trong doanh nghiệp | số đếm | xã |
hdnt | Hội Doanh nhân trẻ | tỷ số | tỉnh |
f_cn | Tỷ lệ công nhân | công thức | | cn / dvut
f_kn | Tỷ lệ kết nạp | công thức | | kn / cn
f_nd | Nội dung | công thức | | dem_noi_dung(vuot; dat) / dem_noi_dung(vuot; dat; chua_dat; khong_du_so_lieu)
f_ct | Chỉ tiêu | công thức | | dem_chi_tieu(vuot; dat) / dem_chi_tieu()
f_muc | Mức | công thức | | dvut / nguong("CT-A.a")
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Điều kiện | Được tính | Lý do
CT-A | * | Giới thiệu đoàn viên ưu tú | | | | | | | dịch bệnh
CT-A | a | Số giới thiệu | dvut | >= | 2000 | | | |
CT-A | b | Tỷ lệ công nhân | f_cn | >= | 5% | | | |
CT-A | c | Tỷ lệ kết nạp | f_kn | >= | 10% | | | |
CT-B | * | Tổ chức | | | | | | |
CT-B | a | Mỗi huyện ít nhất 02 | dc | >= | 2 | từng đơn vị: huyện | | |
CT-B | b | Nơi có điều kiện | dn | >= | 1 | từng đơn vị: huyện | dn > 0 | không |
CT-B | c | Hội Doanh nhân trẻ | hdnt | >= | 20% | | | |
CT-C | | Có người được giới thiệu | dvut | >= | 1 | từng đơn vị: xã | | |
`

func TestWorkedExamples(t *testing.T) {
	c := office(t, district+ctAB)
	r := build(t, c, `
x1: dvut=1000 cn=50 kn=20 dc=1 dn=0
x2: dvut=805 cn=6 kn=0 dc=1 dn=0
x3: dvut=0 cn=0 kn=0 dc=2 dn=1
tinh: hdnt=0/120`)
	parts := []struct {
		value, verdict, fulfilment, failing string
	}{
		{"1805 (3/3)", "chưa đạt", "1805:2000 (3/3)", ""},
		{"56:1805 (3/3)", "chưa đạt", "56/1805:1/20 (3/3)", ""},
		{"20:56 (3/3)", "vượt", "5/14:1/10 (3/3)", ""},
		{"2:2 (2/2)", "đạt", "2:2 (0/0)", ""},
		{"1:1 (1/1)", "đạt", "1:1 (0/0)", ""},
		{"0:120 (1/1)", "chưa đạt", "0:1/5 (1/1)", ""},
		{"2:3 (3/3)", "chưa đạt", "2:3 (0/0)", "x3"},
	}
	targets := []struct {
		verdict      string
		met, counted int
	}{{"chưa đạt", 1, 3}, {"chưa đạt", 1, 2}, {"chưa đạt", 0, 1}}
	n := 0
	for i, target := range r.Targets {
		if want := targets[i]; title(target.Verdict) != want.verdict || target.Met != want.met || target.Counted != want.counted {
			t.Errorf("%s: got %s %d/%d, want %v", target.Target.Code, title(target.Verdict), target.Met, target.Counted, want)
		}
		for _, p := range target.Parts {
			want := parts[n]
			n++
			if got := show(p.Value); got != want.value || title(p.Verdict) != want.verdict {
				t.Errorf("%s: got %s %s, want %v", p.Part.Name(), got, title(p.Verdict), want)
			}
			if got := show(p.Fulfilment); got != want.fulfilment {
				t.Errorf("%s: fulfilment %s, want %s", p.Part.Name(), got, want.fulfilment)
			}
			if got := codes(p.Failing); got != want.failing {
				t.Errorf("%s: failing %s, want %s", p.Part.Name(), got, want.failing)
			}
		}
	}
	for code, want := range map[string]string{
		"f_ct": "0:3 (0/0)", "f_nd": "2:6 (0/0)", "f_muc": "1805:2000 (3/3)",
	} {
		if got := total(r, "tinh", code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
	if got := total(r, "h1", "f_ct"); got != "missing dem_chi_tieu(vuot; dat), dem_chi_tieu() (0/0)" {
		t.Errorf("a district was not judged: got %s", got)
	}
	if got := show(r.TargetEnv(&r.Targets[0]).Value("f_nd")); got != "1:3 (0/0)" {
		t.Errorf("beside CT-A: got %s", got)
	}
	if got := show(r.TargetEnv(&r.Targets[1]).Value("f_nd")); got != "1:2 (0/0)" {
		t.Errorf("beside CT-B: got %s", got)
	}
	if len(r.Findings) != 2 || r.Findings[0].Code != codeNoReason || !r.Findings[0].Catalogue {
		t.Errorf("CT-B and CT-C have no reason: %v", r.Findings)
	}
}

func TestPerUnit(t *testing.T) {
	const same = "f=2 k=có\n"
	tests := []struct{ name, levels, condition, answers, value, verdict, failing, unjudged string }{
		{"all of them", "xã", "", "x1: " + same + "x2: " + same + "x3: " + same, "3:3 (3/3)", "đạt", "", ""},
		{"more than asked is not exceeded", "xã", "", "x1: f=9\nx2: f=9\nx3: f=9", "3:3 (3/3)", "đạt", "", ""},
		{"one fails though the sum is the same", "xã", "", "x1: f=4\nx2: f=0\nx3: f=2", "2:3 (3/3)", "chưa đạt", "x2", ""},
		{"one fails and one is not known", "xã", "", "x1: f=4\nx2: f=0", "1:3 (2/3)", "chưa đạt", "x2", "x3"},
		{"one is not known", "xã", "", "x1: f=4\nx2: f=2", "2:3 (2/3)", "không đủ số liệu", "", "x3"},
		{"none is known", "xã", "", "", "missing CT (0/3)", "không đủ số liệu", "", "x1 x2 x3"},
		{"one does not apply", "xã", "", "x1: f=4\nx2: f=2\nx3: f=kad", "2:2 (2/2)", "đạt", "", ""},
		{"a district by the sum of its communes", "huyện", "", "x1: f=1\nx2: f=1\nx3: f=2", "2:2 (2/2)", "đạt", "", ""},
		{"a partial district is not judged", "huyện", "", "x1: f=2\nx3: f=2", "1:2 (1/2)", "không đủ số liệu", "", "h1"},
		{"two levels", "huyện; trực thuộc", "", "x1: f=1\nx2: f=1\nx3: f=2\ntt: f=1", "2:3 (3/3)", "chưa đạt", "tt", ""},
		{"reporting units", "", "", "x1: f=2\nx2: f=2\nx3: f=2\ntt: f=2", "4:4 (4/4)", "đạt", "", ""},
		{"a condition", "xã", "k = có", "x1: f=2 k=có\nx2: f=0 k=không\nx3: f=0 k=không", "1:1 (1/1)", "đạt", "", ""},
		{"a condition that nobody fulfils", "xã", "k = có", "x1: f=2 k=không\nx2: f=0 k=không\nx3: k=không", "missing CT (0/0)", "không áp dụng", "", ""},
		{"a condition that is not known", "xã", "k = có", "x1: f=2 k=có\nx2: f=0 k=không\nx3: f=2", "1:2 (1/2)", "không đủ số liệu", "", "x3"},
		{"no unit of that level", "liên chi đoàn", "", "x1: f=2", "missing CT (0/0)", "không đủ số liệu", "", ""},
	}
	for _, test := range tests {
		scope := "từng đơn vị"
		if test.levels != "" {
			scope += ": " + test.levels
		}
		c := office(t, district+`
# Số liệu
Mã | Tên | Kiểu | Cấp nhập
f | Số | số đếm | xã; trực thuộc
k | Có điều kiện | có/không | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Điều kiện | Lý do
CT | | Mỗi đơn vị ít nhất 02 | f | >= | 2 | `+scope+` | `+test.condition+` | do dịch
`)
		r := build(t, c, test.answers)
		p := r.Targets[0].Parts[0]
		if got := show(p.Value); got != test.value || title(p.Verdict) != test.verdict {
			t.Errorf("%s: got %s %s, want %s %s", test.name, got, title(p.Verdict), test.value, test.verdict)
		}
		if codes(p.Failing) != test.failing || codes(p.Unjudged) != test.unjudged {
			t.Errorf("%s: failing %s, unjudged %s", test.name, codes(p.Failing), codes(p.Unjudged))
		}
		if wanted := test.levels == "liên chi đoàn"; wanted != (len(r.Findings) == 1) {
			t.Errorf("%s: findings %v", test.name, r.Findings)
		}
	}
}

// Only units of the level that owe one of the figures are judged: themselves, or through a unit below them.
func TestPerUnitThatOwesNothing(t *testing.T) {
	tests := []struct{ name, expr, scope, condition, answers, value, verdict, unjudged string }{
		{"of two levels one owes it", "f", "từng đơn vị: huyện; trực thuộc", "", "x1: f=2\nx2: f=0\nx3: f=2", "2:2 (2/2)", "đạt", ""},
		{"what is owed and not sent", "f", "từng đơn vị: huyện; trực thuộc", "", "x1: f=2\nx2: f=0", "1:2 (1/2)", "không đủ số liệu", "h2"},
		{"one of two figures is owed", "f + g", "từng đơn vị: xã; trực thuộc", "", "x1: f=1 g=1\nx2: f=1 g=1\nx3: f=2 g=0", "3:3 (3/3)", "đạt", ""},
		{"through a formula", "f_f", "từng đơn vị: huyện; trực thuộc", "", "x1: f=2\nx2: f=0\nx3: f=2", "2:2 (2/2)", "đạt", ""},
		{"all that give it", "f", "từng đơn vị", "", "x1: f=2\nx2: f=2\nx3: f=2", "3:3 (3/3)", "đạt", ""},
		{"the province gives it", "p", "từng đơn vị", "", "tinh: p=2", "1:1 (1/1)", "đạt", ""},
		{"a unit that is no more at the end", "f", "từng đơn vị: xã", "", "x1: f=2\nx2: f=2\nx3: f=2\nx4: f=0", "3:3 (3/3)", "đạt", ""},
		{"a unit below that is no more at the end", "f", "từng đơn vị: huyện", "", "x1: f=2\nx2: f=2\nx3: f=2", "1:2 (1/2)", "không đủ số liệu", "h2"},
		{"nobody of the level owes it", "f", "từng đơn vị: trực thuộc", "", "tt: h=2", "missing CT (0/0)", "không đủ số liệu", ""},
		{"nobody at all gives it", "n", "từng đơn vị", "", "x1: f=2", "missing CT (0/0)", "không đủ số liệu", ""},
		{"nobody is flagged", "f", "từng đơn vị: xã", "k = có", "x1: f=2 k=không\nx2: k=không\nx3: k=không", "missing CT (0/0)", "không áp dụng", ""},
		{"who is not asked for the condition is not flagged", "h", "từng đơn vị: xã; trực thuộc", "k = có", "x1: h=2 k=có\nx2: h=0 k=không\nx3: h=0 k=không\ntt: h=0", "1:1 (1/1)", "đạt", ""},
		{"nothing is owed for a number of months", "so_thang()", "từng đơn vị: huyện", "", "", "2:2 (2/2)", "đạt", ""},
	}
	for _, test := range tests {
		if test.name != "a unit that is no more at the end" && test.name != "a unit below that is no more at the end" {
			test.answers += "\nx4: f=0 g=0 h=0 k=không"
		}
		c := office(t, strings.ReplaceAll(district, "Phải nộp\n", "Phải nộp | Đến ngày\n")+`x4 | Xã giải thể | xã | h2 | có | 30/06/2021
# Số liệu
Mã | Tên | Kiểu | Cấp nhập | Công thức
f | Của xã | số đếm | xã |
g | Cũng của xã | số đếm | xã |
h | Của cả hai | số đếm | xã; trực thuộc |
n | Của không ai | số đếm | liên chi đoàn |
p | Của tỉnh | số đếm | tỉnh |
k | Có điều kiện | có/không | xã |
f_f | Tính | công thức | | f + 0
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Phạm vi | Điều kiện | Lý do
CT | | Mỗi đơn vị ít nhất 02 | `+test.expr+` | >= | 2 | `+test.scope+` | `+test.condition+` | do dịch
`)
		r := build(t, c, test.answers)
		p := r.Targets[0].Parts[0]
		if got := show(p.Value); got != test.value || title(p.Verdict) != test.verdict || codes(p.Failing) != "" || codes(p.Unjudged) != test.unjudged {
			t.Errorf("%s: got %s %s, failing %s, unjudged %s, want %s %s %s", test.name, got, title(p.Verdict), codes(p.Failing), codes(p.Unjudged), test.value, test.verdict, test.unjudged)
		}
		warned := len(r.Findings) == 1 && r.Findings[0].Code == codeNoUnits
		if wanted := test.value == "missing CT (0/0)" && test.condition == ""; warned != wanted {
			t.Errorf("%s: findings %v", test.name, r.Findings)
		}
	}
}

func TestLeastCoverage(t *testing.T) {
	tests := []struct{ setting, want string }{
		{"", "không đủ số liệu"}, {"100%", "không đủ số liệu"}, {"76%", "không đủ số liệu"}, {"75%", "đạt"}, {"0%", "đạt"},
	}
	for _, test := range tests {
		c := office(t, district+`
# Thông tin
Khóa | Giá trị
do_phu_toi_thieu | `+test.setting+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã; trực thuộc
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng
CT | | Chỉ tiêu | a | >= | 3
`)
		r := build(t, c, "x1: a=1\nx2: a=1\nx3: a=1")
		if got := title(r.Targets[0].Verdict); got != test.want {
			t.Errorf("%q: got %s, want %s", test.setting, got, test.want)
		}
	}
}

func TestCombine(t *testing.T) {
	const (
		v, d, c, k, n = sheets.Exceeded, sheets.Met, sheets.Unmet, sheets.Insufficient, sheets.VerdictNotApplicable
	)
	tests := []struct {
		how   sheets.Combine
		parts []sheets.Verdict
		want  sheets.Verdict
	}{
		{sheets.All, []sheets.Verdict{v, v, d, v}, v},
		{sheets.All, []sheets.Verdict{d, d}, d},
		{sheets.All, []sheets.Verdict{v, k}, k},
		{sheets.All, []sheets.Verdict{k, c, v}, c},
		{sheets.All, []sheets.Verdict{n, d}, d},
		{sheets.All, []sheets.Verdict{n, n}, n},
		{sheets.Any, []sheets.Verdict{c, d}, d},
		{sheets.Any, []sheets.Verdict{d, v, k}, v},
		{sheets.Any, []sheets.Verdict{k, d}, d},
		{sheets.Any, []sheets.Verdict{c, k}, k},
		{sheets.Any, []sheets.Verdict{c, n}, c},
		{sheets.Any, []sheets.Verdict{n}, n},
	}
	for _, test := range tests {
		if got := combine(test.how, test.parts); got != test.want {
			t.Errorf("%v of %v: got %s, want %s", test.how, test.parts, title(got), title(test.want))
		}
	}
}

func TestVerdictsByHand(t *testing.T) {
	c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng | Kết luận tay | Lý do
CT-1 | * | Học tập Bác | | | | | 
CT-1 | a | Định tính | | định tính | | đạt | kết quả kiểm tra
CT-1 | b | Số | a | >= | 1 | | 
CT-2 | * | Cả chỉ tiêu | | | | đạt | theo kết luận của Ban Thường vụ
CT-2 | a | Số | a | >= | 100 | |
`)
	r := build(t, c, "x1: a=1\nx2: a=1\nx3: a=1")
	one, two := r.Targets[0], r.Targets[1]
	if one.Verdict != sheets.Exceeded || one.Hand || !one.Parts[0].Hand || one.Parts[0].Suggested != sheets.Insufficient || one.Met != 2 {
		t.Errorf("CT-1: %+v", one)
	}
	if two.Verdict != sheets.Met || two.Suggested != sheets.Unmet || !two.Hand || two.Met != 0 || two.Counted != 1 {
		t.Errorf("CT-2: %+v", two)
	}
	if len(r.Findings) != 0 {
		t.Errorf("findings: %v", r.Findings)
	}
}

// A target that counts targets would be judged by itself. Loading refuses it; without loading it has no data.
func TestTargetThatCountsTargets(t *testing.T) {
	c := office(t, district+ctAB)
	c.Targets[0].Parts[0].Expr, _ = formula.Parse("f_ct")
	r := build(t, c, "")
	if got := r.Targets[0].Parts[0].Verdict; got != sheets.Insufficient {
		t.Errorf("got %s", title(got))
	}
	if got := total(r, "tinh", "f_ct"); got != "0:3 (0/0)" {
		t.Errorf("afterwards: %s", got)
	}
}

func TestVerdictNames(t *testing.T) {
	words := make(map[string]bool)
	for _, name := range Verdicts() {
		if words[name.Word] || name.Title.Vi == "" || name.Title.En == "" || name.Name == "" || NameOf(name.Verdict) != name {
			t.Errorf("%+v", name)
		}
		words[name.Word] = true
		e, faults := formula.Parse("dem_chi_tieu(" + name.Word + ")")
		if len(faults) > 0 || len(e.Functions()[0].Words) != 1 {
			t.Errorf("a formula does not know %s: %v", name.Word, faults)
		}
	}
	if NameOf(sheets.NoVerdict).Verdict != sheets.Insufficient {
		t.Error("without a verdict there are no sufficient data")
	}
}

func TestConditionOnTheTotal(t *testing.T) {
	tests := []struct{ condition, answers, want string }{
		{"k > 0", "x1: a=5 k=1\nx2: a=5 k=0\nx3: a=5 k=0", "vượt"},
		{"k > 0", "x1: a=5 k=0\nx2: a=5 k=0\nx3: a=5 k=0", "không áp dụng"},
		{"k > 0", "x1: a=5 k=1\nx2: a=5 k=1\nx3: a=5", "không đủ số liệu"}, // enough gave a, not enough gave k
		{"k > 0", "x1: a=5 k=kad\nx2: a=5 k=kad\nx3: a=5 k=kad", "không áp dụng"},
		{"dem_chi_tieu(dat) > 0", "x1: a=5\nx2: a=5\nx3: a=5", "không đủ số liệu"},
	}
	for _, test := range tests {
		c := office(t, district+`
# Số liệu
Mã | Tên | Cấp nhập
a | A | xã
k | K | xã
# Chỉ tiêu
Mã | Phần | Nội dung | Biểu thức | So sánh | Ngưỡng
CT | | Chỉ tiêu | a | >= | 3
`)
		c.Targets[0].Parts[0].Condition, _ = formula.Parse(test.condition)
		if got := title(build(t, c, test.answers).Targets[0].Verdict); got != test.want {
			t.Errorf("%s with %q: got %s, want %s", test.condition, test.answers, got, test.want)
		}
	}
}
