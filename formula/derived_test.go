package formula_test

import (
	"testing"

	"tonghop/figure"
	"tonghop/formula"
)

// derived are the derived figures of the domain guide, written in this language in its canonical spelling. A figure that is counted by
// categories (f_kd_lv) is one formula for each category.
var derived = []struct{ code, formula string }{
	{"f_tap_hop", "tc_tn_tap_hop / tc_thanh_nien"},
	{"f_dvut_muc", `xd_dvut / nguong("E.CT-A.a")`},
	{"f_dvut_cn", "xd_dvut_cn / xd_dvut"},
	{"f_kn_cn", "xd_kn_cn / xd_dvut_cn"},
	{"f_dc_to_chuc", "tc_dc_chi_hoi + tc_dc_chi_doan"},
	{"f_dc_don_vi", "dem_don_vi(f_dc_to_chuc >= 2; huyen) / so_don_vi(huyen)"},
	{"f_dn_doan", "tc_dn_dcs + tc_dn_chi_doan"},
	{"f_dn_to_chuc", "f_dn_doan + tc_dn_chi_hoi"},
	{"f_hdnt", "tinh_hdnt_to_chuc / tinh_hdnt_dn"},
	{"f_xa_mt", "dem_don_vi(mt_duy_tri = có; xa) / so_don_vi(xa)"},
	{"f_huyen_mt", "dem_don_vi(mt_cuoc >= 1; huyen; truc_thuoc) / so_don_vi(huyen; truc_thuoc)"},
	{"f_mt_tien_bo", "mt_tien_bo / mt_giup_do"},
	{"f_bpv", "tinh_bpv_lan / so_thang()"},
	{"f_ct_tong", "dem_chi_tieu()"},
	{"f_ct_dat", "dem_chi_tieu(vuot; dat) / f_ct_tong"},
	{"f_ct_chua_dat", "dem_chi_tieu(chua_dat)"},
	{"f_ct_nd", "dem_noi_dung(vuot; dat) / (dem_noi_dung() - dem_noi_dung(khong_ap_dung))"},
	{"f_nd_chua_dat", "dem_noi_dung(chua_dat)"},
	{"f_kd", "dem_khuyet_diem()"},
	{"f_kd_lv", "dem_dong(ds_khuyet_diem; linh_vuc; lanh_dao)"},
	{"f_quan_triet", "td_dv_quan_triet / tc_doan_vien"},
	{"f_cam_ket", "td_dv_cam_ket / tc_doan_vien"},
	{"f_hoc_bac", "td_dv_hoc_bac / tc_doan_vien"},
	{"f_khong_vp", "1 - td_dv_vi_pham / tc_doan_vien"},
	{"f_dv_app", "dh_dv_app / tc_doan_vien"},
	{"f_xs", "tc_dv_xuat_sac / tc_dv_xep_loai"},
	{"f_kha_tro_len", "1 - tc_dv_tb_yeu / tc_dv_xep_loai"},
	{"f_htt", "st_dv_htt / tc_doan_vien"},
	{"f_htxs", "st_dv_htxs / tc_doan_vien"},
	{"f_ldtt", "st_dv_ldtt / tc_doan_vien"},
	{"f_cstd", "st_dv_cstd / tc_doan_vien"},
	{"f_giay_khen", "st_dv_giay_khen / tc_doan_vien"},
	{"f_bang_khen", "st_dv_bang_khen / tc_doan_vien"},
	{"f_dai_hoc", "dh_dv_dai_hoc / tc_doan_vien"},
	{"f_boi_duong", "dh_llct + dh_ths + dh_boi_duong"},
	{"f_qua", "tn_qua_cs + tn_qua_ts"},
	{"f_mau_vuot", "tn_mau_luot / nguong(D.H0.a) - 1"},
	{"f_bq_qua_cs", "tn_qua_cs_tien / tn_qua_cs"},
	{"f_bq_qua_ts", "tn_qua_ts_tien / tn_qua_ts"},
	{"f_bq_mt_qua", "mt_qua_tien / mt_qua"},
	{"f_bch_htxs", "dem_dong(ds_bch; xep_loai; XS) / dem_dong(ds_bch)"},
}

func TestDerivedFigures(t *testing.T) {
	for _, d := range derived {
		e, faults := formula.Parse(d.formula)
		if len(faults) > 0 {
			t.Errorf("%s: column %d: %v", d.code, faults[0].Column, faults[0].Message)
			continue
		}
		if e.String() != d.formula {
			t.Errorf("%s: %s is written %s", d.code, d.formula, e)
		}
		if e.Result() != figure.Number {
			t.Errorf("%s gives %v", d.code, e.Result())
		}
		if len(e.Names()) == 0 && len(e.Functions()) == 0 {
			t.Errorf("%s depends on nothing", d.code)
		}
	}
	if len(derived) != 41 {
		t.Errorf("%d of 41 derived figures", len(derived))
	}
}

// The figures that the guide works out by hand.
func TestDerivedExamples(t *testing.T) {
	w := &world{
		figures: map[string]figure.Value{
			"xd_dvut": figure.Int(1805), "xd_dvut_cn": figure.Int(56), "xd_kn_cn": figure.Int(20),
			"tc_dc_chi_hoi": figure.Int(17), "tc_dc_chi_doan": figure.Int(1), "f_ct_tong": figure.Int(11),
			"tinh_bpv_lan": figure.Int(5), "tn_mau_luot": figure.Int(15), "mt_qua_tien": figure.Int(13600000), "mt_qua": figure.Int(32),
			"td_dv_vi_pham": figure.Int(0), "tc_doan_vien": figure.Int(18), "dh_dv_dai_hoc": figure.MissingOf("dh_dv_dai_hoc"),
			"tinh_hdnt_to_chuc": figure.Int(0), "tinh_hdnt_dn": figure.Int(0),
		},
		answers: map[string]figure.Value{
			"nguong(E.CT-A.a)": figure.Int(2000), "nguong(D.H0.a)": figure.Int(12), "so_thang()": figure.Int(12),
			"dem_chi_tieu(vuot,dat)": figure.Int(9), "dem_noi_dung(vuot,dat)": figure.Int(1), "dem_noi_dung()": figure.Int(4),
			"dem_noi_dung(khong_ap_dung)": figure.Int(1),
		},
	}
	for _, n := range []int{4, 0, 2, 2, 2, 2, 2, 2, 2} {
		w.below = append(w.below, &world{level: "huyen", figures: map[string]figure.Value{"f_dc_to_chuc": figure.Int(n)}})
	}
	want := map[string]string{
		"f_dvut_muc": "361/400 (1805:2000)", "f_dvut_cn": "56/1805 (56:1805)", "f_kn_cn": "5/14 (20:56)", "f_dc_to_chuc": "18",
		"f_dc_don_vi": "8/9 (8:9) [9/9]", "f_bpv": "5/12 (5:12)", "f_ct_dat": "9/11 (9:11)", "f_ct_nd": "1/3 (1:3)",
		"f_khong_vp": "1", "f_mau_vuot": "1/4", "f_bq_mt_qua": "425000 (13600000:32)", "f_dai_hoc": "missing: dh_dv_dai_hoc",
		"f_hdnt": "missing: tinh_hdnt_dn (bằng 0 nên không chia được)",
	}
	checked := 0
	for _, d := range derived {
		if want[d.code] == "" {
			continue
		}
		checked++
		if got := show(eval(t, d.formula, w)); got != want[d.code] {
			t.Errorf("%s = %s, want %s", d.code, got, want[d.code])
		}
	}
	if checked != len(want) {
		t.Errorf("%d of %d examples found", checked, len(want))
	}
}
