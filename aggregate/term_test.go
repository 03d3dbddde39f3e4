package aggregate

import (
	"strings"
	"testing"

	"tonghop/formula"
	"tonghop/sheets"
)

// A formula within a formula is expanded, factors are whole, and what is no quotient of sums is named.
func TestTermsOf(t *testing.T) {
	book, err := sheets.WriteCatalogue(sheets.Starter())
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load("danhmuc.xlsx", book)
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"tc_doan_vien": "tc_doan_vien over 1", "f_dn_to_chuc": "tc_dn_dcs + tc_dn_chi_doan + tc_dn_chi_hoi over 1", "f_dvut_cn": "xd_dvut_cn over xd_dvut",
		"f_khong_vp": "tc_doan_vien + -1·td_dv_vi_pham over tc_doan_vien", "xd_dvut / 3 + xd_dvut_cn / 2": "2·xd_dvut + 3·xd_dvut_cn over 6",
		"f_htt * 5%": "st_dv_htt over 20·tc_doan_vien", "f_dc_don_vi": "", "f_ct_tong": "", "khong_co + 1": "",
	} {
		e, faults := formula.Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		terms, ok := TermsOf(c, &sheets.Indicator{Formula: e})
		got := ""
		if ok {
			got = side(terms, false) + " over " + side(terms, true)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
}

func side(terms []Term, below bool) string {
	var parts []string
	for _, term := range terms {
		factor := term.Factor.RatString()
		switch {
		case term.Below != below:
		case term.Operand == nil:
			parts = append(parts, factor)
		case factor == "1":
			parts = append(parts, string(term.Operand.Code))
		default:
			parts = append(parts, factor+"·"+string(term.Operand.Code))
		}
	}
	return strings.Join(parts, " + ")
}
