package report

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
)

func expr(t *testing.T, src string) *formula.Expr {
	t.Helper()
	e, faults := formula.Parse(src)
	if len(faults) > 0 {
		t.Fatalf("%s: %v", src, faults)
	}
	return e
}

func TestPlan(t *testing.T) {
	c := newProvince(t).catalogue
	number := func(s string) figure.Value {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatal(s)
		}
		return figure.NumberOf(r)
	}
	for _, k := range []struct {
		want       string
		expr       string
		part       sheets.Part
		fact       figure.Value
		times      int
		total, top figure.Value
	}{
		{want: "ít nhất 2.000", expr: "xd_dvut", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("2000")}},
		{want: "ít nhất 02", expr: "xd_dvut", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("2")}},
		{want: "trên 90%", expr: "f_xs", part: sheets.Part{Op: formula.Greater, Threshold: number("9/10")}},
		{want: "100%", expr: "f_quan_triet", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1")}},
		{want: "ít nhất 12,5%", expr: "tc_tn_tap_hop / tc_thanh_nien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1/8")}},
		{want: "ít nhất 12,5%", expr: "dem_don_vi(mt_duy_tri = có; xã) / so_don_vi(xã)", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1/8")}},
		{want: "mỗi đơn vị ít nhất 12,5%", expr: "tc_tn_tap_hop / tc_thanh_nien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1/8"), Scope: sheets.PerUnit}},
		{want: "mỗi đơn vị ít nhất 02", expr: "tc_dc_chi_hoi + tc_dc_chi_doan", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("2"), Scope: sheets.PerUnit},
			fact: figure.Quotient(big.NewRat(9, 1), big.NewRat(9, 1))},
		{want: "ít nhất 73,5", expr: "mt_cuoc / so_thang()", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("147/2")}}, // not 7.350%
		{want: "không quá 03", expr: "td_dv_vi_pham", part: sheets.Part{Op: formula.LessEqual, Threshold: number("3")}},
		{want: "dưới 03", expr: "td_dv_vi_pham", part: sheets.Part{Op: formula.Less, Threshold: number("3")}},
		{want: "0", expr: "td_dv_vi_pham", part: sheets.Part{Op: formula.Equal, Threshold: number("0")}},
		{want: "không quá 2,5", expr: "td_dv_vi_pham", part: sheets.Part{Op: formula.LessEqual, Threshold: number("5/2")}},
		{want: "ít nhất 50,08%", expr: "f_htt", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("5008/10000")}},
		{want: "ít nhất 50,085%", expr: "f_dvut_cn", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("50085/100000")}},
		{want: "ít nhất 0,04%", expr: "f_dvut_cn", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("4/10000")}},
		{want: "ít nhất 99,996%", expr: "f_dvut_muc", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("99996/100000")}},
		{want: "ít nhất 1/3", expr: "f_dvut_cn", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1/3")}},
		{want: "100%", expr: "f_xa_mt", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1")}},
		{want: "ít nhất 87,5%", expr: "f_bpv", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("7/8")}},
		{want: "ít nhất 11/12", expr: "f_bpv", part: sheets.Part{Op: formula.GreaterEqual, Threshold: figure.Quotient(big.NewRat(11, 1), big.NewRat(12, 1))}},
		{want: "ít nhất 1,43 tỷ đồng", expr: "dh_cn_tien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1430000000")}},
		{want: "ít nhất 1.437.500.000 đồng", expr: "dh_cn_tien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("1437500000")}},
		{want: "ít nhất 700.000 đồng", expr: "dh_cn_tien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("700000")}},
		{want: "trên 0 đồng", expr: "dh_cn_tien", part: sheets.Part{Op: formula.Greater, Threshold: number("0")}},
		{want: "ít nhất 425.000,5 đồng", expr: "f_bq_qua_cs", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("850001/2")}},
		{want: "từ 0 đến 04", expr: "tn_cong_trinh", part: sheets.Part{Comparison: sheets.Within, Threshold: number("0"), High: number("4")}},
		{want: "khác 07", expr: "td_dv_vi_pham", part: sheets.Part{Op: formula.Unequal, Threshold: number("7")}},
		{want: "từ 02 đến 04", expr: "tn_cong_trinh", part: sheets.Part{Comparison: sheets.Within, Threshold: number("2"), High: number("4")}},
		{want: "ít nhất 500 triệu đồng", expr: "tn_qua_cs_tien + tn_qua_ts_tien", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("500000000")}},
		{want: "mỗi đơn vị ít nhất 02", expr: "f_dc_to_chuc", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("2"), Scope: sheets.PerUnit}},
		{want: "mỗi đơn vị: có", expr: "mt_duy_tri", part: sheets.Part{Op: formula.Equal, Threshold: figure.BoolOf(true), Scope: sheets.PerUnit}},
		{want: "Hoàn thành xuất sắc", expr: "tc_cd_xep_loai", part: sheets.Part{Op: formula.Equal, Threshold: figure.TextOf("XS")}},
		{want: "mỗi quý ít nhất 10 (cả kỳ: 40)", expr: "mt_dien_dan", part: sheets.Part{Op: formula.GreaterEqual, Threshold: number("10"), Scope: sheets.PerQuarter},
			times: 4, total: number("40")},
		{want: "mỗi năm từ 01 đến 02 (cả kỳ: 03 đến 06)", expr: "td_dia_chi_do", part: sheets.Part{Comparison: sheets.Within, Threshold: number("1"), High: number("2"), Scope: sheets.PerYear},
			times: 3, total: number("3"), top: number("6")},
		{want: "chưa giao", expr: "xd_dvut", part: sheets.Part{Op: formula.GreaterEqual}},
		{want: "định tính", part: sheets.Part{Comparison: sheets.Qualitative}},
	} {
		part := k.part
		if k.expr != "" {
			part.Expr = expr(t, k.expr)
		}
		res := &aggregate.PartResult{Part: &part, Value: k.fact, Periods: max(k.times, 1), Threshold: k.total, High: k.top}
		if text := strings.ReplaceAll(Plan(c, res), "\u00a0", " "); text != k.want {
			t.Errorf("plan of %s is %q, want %q", k.expr, text, k.want)
		}
	}
}

// What was done never reads as the plan, or as the other side of it, where it is not.
func TestAchieved(t *testing.T) {
	c := newProvince(t).catalogue
	number := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatal(s)
		}
		return r
	}
	for _, k := range []struct{ expr, value, plan, high, want string }{
		{"mt_cuoc / so_thang()", "882/12", "70", "", "73,5"},
		{"f_dvut_cn", "56/1805", "5/100", "", "3,1%"},
		{"f_dvut_cn", "1302/2600", "5008/10000", "", "50,077%"},
		{"f_dvut_cn", "49999/1000000", "5/100", "", "4,9999%"},
		{"f_dvut_cn", "5004/100000", "5/100", "", "5,004%"}, // exceeded: not 5%
		{"f_dvut_cn", "50085/100000", "50085/100000", "", "50,085%"},
		{"f_dvut_cn", "1/3", "1/3", "", "33,3%"},
		{"f_dvut_cn", "30001/100000", "1/5", "3/10", "30,001%"},
		{"f_dvut_cn", "9999/10000", "9/10", "", "99,99%"}, // not 100%
		{"f_dvut_cn", "1/10000", "9/10", "", "0,01%"},     // not 0%
		{"f_dvut_cn", "0", "0", "", "0%"},
		{"f_htt", "796/1000", "8/10", "", "79,6%"}, // in whole percents 80%
		{"f_htt", "804/1000", "8/10", "", "80,4%"},
		{"f_dvut_muc", "90004/100000", "9/10", "", "90,004%"},
		{"tc_tn_tap_hop / tc_thanh_nien", "9999/100000", "1/10", "", "9,999%"},
		{"f_xa_mt", "93/94", "1", "", "93/94"},
		{"xd_dvut", "1805", "2000", "", "1.805"},
		{"xd_dvut", "5", "2000", "", "05"},
		{"xd_dvut", "0", "2000", "", "không có"},
		{"xd_dvut", "20001/3", "6667", "", "6.667"},
		{"xd_dvut", "20000/3", "2000", "", "6.666,67"},
		{"xd_dvut", "29999999/10000", "3000", "", "2.999,9999"},
		{"xd_dvut", "2.1234", "3000", "", "2,1234"},
		{"dh_cn_tien", "1437500000", "1000000000", "", "hơn 1,4 tỷ đồng"},
		{"dh_cn_tien", "1437500000", "1437500000", "", "1.437.500.000 đồng"},
		{"dh_cn_tien", "1437500000", "1400000000", "", "1.437.500.000 đồng"},
		{"dh_cn_tien", "1466666666", "1480000000", "", "1.466.666.666 đồng"}, // not gần 1,5 tỷ
		{"dh_cn_tien", "999999999", "1000000000", "", "999.999.999 đồng"},
		{"dh_cn_tien", "13600000", "13600001", "", "13,6 triệu đồng"},
		{"f_bq_qua_cs", "4249999999/10000", "425000", "", "424.999,9999 đồng"},
		{"f_bq_qua_cs", "1234567/3", "300000", "", "hơn 411.522 đồng"},
	} {
		part := &sheets.Part{Expr: expr(t, k.expr), Op: formula.GreaterEqual, Threshold: figure.NumberOf(number(k.plan))}
		res := &aggregate.PartResult{Part: part, Value: figure.NumberOf(number(k.value)), Threshold: part.Threshold, Periods: 1}
		if num, den, isQuotient := strings.Cut(k.value, "/"); isQuotient {
			res.Value = figure.Quotient(number(num), number(den))
		}
		if k.high != "" {
			part.Comparison, res.High = sheets.Within, figure.NumberOf(number(k.high))
		}
		if got := strings.ReplaceAll(Achieved(c, res), "\u00a0", " "); got != k.want {
			t.Errorf("%s of %s is %q, want %q", k.value, k.expr, got, k.want)
		}
		at := row{part: res}
		if got := printed(t, partValue(&source{Result: &aggregate.Result{Catalogue: c}}, at), partStyle(&source{Result: &aggregate.Result{Catalogue: c}}, at)); strings.ReplaceAll(got, "\u00a0", " ") != k.want {
			t.Errorf("in a document %s of %s is %q, want %q", k.value, k.expr, got, k.want)
		}
	}
}

// printed prints a value as a bare tag does.
func printed(t *testing.T, v figure.Value, style string) string {
	t.Helper()
	if style == "" {
		return figure.Default(v)
	}
	s, ok := figure.StyleNamed(style)
	text, can := s.Print(v)
	if !ok || !can {
		t.Errorf("the style %q cannot print %+v", style, v)
	}
	return text
}

// However close the result comes to the plan, what is printed is on the same side of it.
func TestAchievedTellsTheVerdict(t *testing.T) {
	c := newProvince(t).catalogue
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.SampledFrom([]string{"f_htt", "f_dvut_cn", "f_dvut_muc"}).Draw(t, "code")
		plan := big.NewRat(rapid.Int64Range(0, 100000).Draw(t, "plan"), 100000)
		den := rapid.Int64Range(1, 300000).Draw(t, "den")
		near := new(big.Int).Quo(new(big.Int).Mul(plan.Num(), big.NewInt(den)), plan.Denom()).Int64()
		value := figure.Quotient(new(big.Rat).SetInt64(near+rapid.Int64Range(-2, 2).Draw(t, "off")), new(big.Rat).SetInt64(den))
		part := &sheets.Part{Op: formula.GreaterEqual, Threshold: figure.NumberOf(plan)}
		part.Expr, _ = formula.Parse(code)
		res := &aggregate.PartResult{Part: part, Value: value, Threshold: part.Threshold, Periods: 1}
		read := func(text string) *big.Rat {
			r, ok := new(big.Rat).SetString(strings.Replace(strings.TrimSuffix(strings.TrimPrefix(text, "ít nhất "), "%"), ",", ".", 1))
			if !ok {
				t.Fatalf("%q is no percentage", text)
			}
			return r.Quo(r, big.NewRat(100, 1))
		}
		if got := read(Plan(c, res)); got.Cmp(plan) != 0 {
			t.Errorf("the plan %s is printed as %s", plan.RatString(), Plan(c, res))
		}
		if got := read(Achieved(c, res)); got.Cmp(plan) != value.Rat.Cmp(plan) {
			t.Errorf("%s beside %s is printed as %s beside %s", value.Rat.RatString(), plan.RatString(), Achieved(c, res), Plan(c, res))
		}
	})
}

// The plan in a document is the exact one: as a number where a style prints it so.
func TestThresholdInDocument(t *testing.T) {
	c := newProvince(t).catalogue
	for _, k := range []struct {
		expr string
		plan figure.Value
		want string
		kind figure.Kind
	}{
		{"td_dv_vi_pham", figure.Int(0), "0", figure.Number},
		{"xd_dvut", figure.Int(2), "02", figure.Number},
		{"f_dvut_cn", figure.NumberOf(big.NewRat(5008, 10000)), "50,08%", figure.Number},
		{"f_dvut_cn", figure.NumberOf(big.NewRat(50085, 100000)), "50,085%", figure.Text},
		{"f_xa_mt", figure.Int(1), "100%", figure.Number},
		{"dh_cn_tien", figure.Int(1437500000), "1.437.500.000 đồng", figure.Number},
		{"mt_duy_tri", figure.BoolOf(true), "có", figure.Bool},
		{"tc_cd_xep_loai", figure.TextOf("XS"), "Hoàn thành xuất sắc", figure.Text},
		{"xd_dvut", figure.Value{}, figure.Mark, figure.Missing},
	} {
		part := &sheets.Part{Expr: expr(t, k.expr), Op: formula.Equal, Threshold: k.plan}
		at := row{part: &aggregate.PartResult{Part: part, Threshold: k.plan}}
		var found field
		for _, f := range partFields {
			if f.name == "nguong" {
				found = f
			}
		}
		v := found.value(&source{Result: &aggregate.Result{Catalogue: c}}, at)
		if got := printed(t, v, found.styled(&source{Result: &aggregate.Result{Catalogue: c}}, at)); strings.ReplaceAll(got, "\u00a0", " ") != k.want || v.Kind != k.kind {
			t.Errorf("the plan of %s is %q of kind %d, want %q", k.expr, got, v.Kind, k.want)
		}
	}
}
