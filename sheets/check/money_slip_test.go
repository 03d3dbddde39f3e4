package check

import (
	"fmt"
	"math/big"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
)

// eightCommunes is a province of x1 to x8 in which presents have a price.
func eightCommunes(t *testing.T) (*sheets.Catalogue, map[sheets.UnitCode]filled) {
	t.Helper()
	units := [][]string{{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, {"tinh", "Tỉnh đoàn", "tỉnh", "", ""}}
	sent := make(map[sheets.UnitCode]filled)
	for i := range 8 {
		code := fmt.Sprintf("x%d", i+1)
		units = append(units, []string{code, "Đoàn xã số " + code, "xã", "tinh", "có"})
		sent[sheets.UnitCode(code)] = filled{"qua": 20 + i, "tien": (20 + i) * (200_000 + i*50_000), "quy": 1_000_000 * (i + 1)}
	}
	c := office(t, map[string][][]string{
		"Đơn vị": units,
		"Số liệu": {
			{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"},
			{"qua", "Suất quà", "suất", "số đếm", "xã"}, {"tien", "Trị giá quà", "đồng", "tiền", "xã"}, {"quy", "Tiền quỹ", "đồng", "tiền", "xã"},
		},
		"Quy tắc": {
			{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải"}, {"qt-qua", "Có quà thì có tiền", "tien", "cùng có", "qua"},
			{"qt-nhieu", "Không quá một tỷ", "tien", "<=", "1000000000"},
		},
	})
	return c, sent
}

func TestMoneySlipByPrice(t *testing.T) {
	c, sent := eightCommunes(t)
	const clean = 20 * 200_000 // of x1
	for _, tt := range []struct {
		name    string
		tien    any
		want    []string
		suggest string
	}{
		{"as it should be", clean, nil, ""},
		{"typed in thousands", clean / 1_000, []string{"tien-sai-don-vi warning x1 tien E12"}, "4000000"},
		{"typed in millions", clean / 1_000_000, []string{"tien-sai-don-vi warning x1 tien E12"}, "4000000"},
		{"a thousand times too much, which a rule found", clean * 1_000, []string{"qt-nhieu error x1 tien E12"}, "4000000"},
		{"a thousand times too much", 400_000_000, []string{"tien-sai-don-vi warning x1 tien E12"}, "400000"},
		{"a zero too many is no unit", clean * 10, nil, ""},
		{"nine times the usual price", clean * 9, nil, ""},
		{"none", 0, []string{"qt-qua error x1 tien E12"}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sent["x1"] = filled{"qua": 20, "tien": tt.tien, "quy": 1_000_000}
			if tt.tien == 400_000_000 {
				sent["x1"] = sent["x1"].with("qua", 2)
			}
			r := Run(c, received(t, c, sent, onTime))
			sameFindings(t, listed(r.Findings), tt.want)
			if len(r.Findings) == 1 && r.Findings[0].Suggest != tt.suggest {
				t.Errorf("suggests %q, want %q", r.Findings[0].Suggest, tt.suggest)
			}
		})
	}
	// What few others paid for has no usual price.
	few := map[sheets.UnitCode]filled{"x1": {"qua": 20, "tien": 4, "quy": 1_000_000}, "x2": sent["x2"], "x3": sent["x3"], "x4": sent["x4"], "x5": sent["x5"]}
	sameFindings(t, found(Run(c, received(t, c, few, onTime)), moneySlip.Code), nil)
	// Several slips at once do not make each other usual.
	sent["x1"], sent["x2"] = filled{"qua": 20, "tien": 4_000, "quy": 1_000_000}, filled{"qua": 20, "tien": 5, "quy": 1_000_000}
	sameFindings(t, found(Run(c, received(t, c, sent, onTime)), moneySlip.Code), []string{"x1 :", "x2 :"})
}

func TestMoneySlipByFormerPeriod(t *testing.T) {
	c := quarterlyOf(t, [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}, {"quy", "Tiền quỹ", "triệu đồng", "tiền", "xã"}, {"dv", "Đoàn viên", "người", "số đếm", "xã"}})
	for _, tt := range []struct {
		was, now int // triệu đồng
		want     []string
	}{
		{13, 15, nil}, {13, 13_000, []string{"x1 Q2: “Tiền quỹ” là 13 tỷ đồng, kỳ “Quý I” đơn vị báo 13 triệu đồng"}}, {1, 900_000, []string{"x1 Q2:"}},
		{13, 1300, nil}, {13, 130, nil}, {13_000, 15, []string{"x1 Q2:"}}, {0, 15_000, nil}, {13_000, 0, nil},
	} {
		t.Run(fmt.Sprintf("%d after %d", tt.now, tt.was), func(t *testing.T) {
			r := Run(c, sentFor(t, c, map[string]filled{"Q1 x1": {"quy": tt.was, "dv": 5}, "Q2 x1": {"quy": tt.now, "dv": 5}}))
			sameFindings(t, found(r, moneySlip.Code), tt.want)
		})
	}
}

// Prices that differ a thousandfold among themselves leave two amounts possible, and nothing is suggested.
func TestMoneySlipUnclear(t *testing.T) {
	v := &visit{sub: &sheets.Submission{Values: []sheets.Value{{State: sheets.Given, Rat: big.NewRat(9, 1)}}}}
	ind := &sheets.Indicator{Kind: sheets.Money}
	wide := window{big.NewRat(5_000, 1), big.NewRat(5_000_000, 1)}
	if meant := v.meant(ind, big.NewRat(9, 1), wide); len(meant) != 2 {
		t.Errorf("meant %v", meant)
	}
	if meant := v.meant(ind, big.NewRat(501, 1), wide); meant != nil {
		t.Errorf("501 is near enough, and %v was meant", meant)
	}
}

// A form that was filled in in another unit of money is one finding; the rules about prices, which follow from it, say nothing of their own.
func TestWholeFormInAnotherUnit(t *testing.T) {
	units := [][]string{{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, {"tinh", "Tỉnh đoàn", "tỉnh", "", ""}}
	figures := [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}}
	rules := [][]string{{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải"}}
	for i := range 4 {
		figures = append(figures, []string{fmt.Sprintf("q%d", i), fmt.Sprintf("Suất quà %d", i), "suất", "số đếm", "xã"}, []string{fmt.Sprintf("t%d", i), fmt.Sprintf("Trị giá %d", i), "đồng", "tiền", "xã"})
		rules = append(rules, []string{fmt.Sprintf("qt-%d", i), "Có quà thì có tiền", fmt.Sprintf("t%d", i), "cùng có", fmt.Sprintf("q%d", i)})
	}
	rules = append(rules, []string{"qt-gia", "Mỗi suất ít nhất 50.000 đồng", "t0 / q0", ">=", "50000"}, []string{"qt-hai", "Quà loại hai không nhiều hơn", "q1", "<=", "q2"})
	sent := make(map[sheets.UnitCode]filled)
	form := func(i int, unit int) filled {
		f := make(filled)
		for j := range 4 {
			f[sheets.Code(fmt.Sprintf("q%d", j))], f[sheets.Code(fmt.Sprintf("t%d", j))] = 20+i, (20+i)*200_000/unit
		}
		return f
	}
	for i := range 8 {
		code := fmt.Sprintf("x%d", i+1)
		units = append(units, []string{code, "Đoàn xã số " + code, "xã", "tinh", "có"})
		sent[sheets.UnitCode(code)] = form(i, 1)
	}
	c := office(t, map[string][][]string{"Đơn vị": units, "Số liệu": figures, "Quy tắc": rules})
	for _, tt := range []struct {
		name string
		x1   filled
		want []string
		says string
	}{
		{"in thousands", form(0, 1_000), []string{"tien-sai-don-vi warning x1 t0 E12"}, "Cả 4 số tiền so sánh được của biểu mẫu đều kém mức thường thấy khoảng 1.000 lần, ở các ô E12, E14, E16, E18"},
		{"one of them right", form(0, 1_000).with("t3", 4_000_000), []string{"qt-gia error x1 t0 E12", "tien-sai-don-vi warning x1 t1 E14", "tien-sai-don-vi warning x1 t2 E16"}, "50.000"},
		{"another rule is broken too", form(0, 1_000).with("q1", 21).with("t1", 4_200), []string{"tien-sai-don-vi warning x1 t0 E12", "qt-hai error x1 q1 E13"}, "Cả 4 số tiền"},
		{"two factors", form(0, 1_000).with("t3", 4), []string{"qt-gia error x1 t0 E12", "tien-sai-don-vi warning x1 t1 E14", "tien-sai-don-vi warning x1 t2 E16", "tien-sai-don-vi warning x1 t3 E18"}, "50.000"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sent["x1"] = tt.x1
			r := Run(c, received(t, c, sent, onTime))
			sameFindings(t, listed(r.Findings), tt.want)
			holds(t, r.Findings[0].Message.In(lang.Vi), tt.says)
			if f := r.Findings[0]; f.Code == moneySlip.Code && (f.Count != 4 || f.Cases[3].Code != f.Code || f.Cases[3].Suggest != "4000000" || f.Cases[3].Unit != "x1") {
				t.Errorf("%+v", f)
			}
		})
	}
}
