package report

import "testing"

func TestStyleOf(t *testing.T) {
	c := newProvince(t).catalogue
	for src, want := range map[string]string{
		// A figure has its own style, whatever it is made of.
		"f_htt": "pt0", "f_bpv": "nm0", "f_bq_qua_cs": "tien_du", "f_xa_mt": "nm", "xd_dvut": "so0", "dh_cn_tien": "tien",
		// People of people, units of units, targets of targets, money of money.
		"tc_tn_tap_hop / tc_thanh_nien": "pt", "(td_dv_cam_ket + td_dv_hoc_bac) / tc_doan_vien": "pt", "dem_chi_tieu(vuot; dat) / f_ct_tong": "pt",
		"dem_don_vi(mt_cuoc >= 2000; huyen) / so_don_vi(huyen)": "pt", "tn_qua_cs_tien / (tn_qua_cs_tien + tn_qua_ts_tien)": "pt",
		"xd_dvut / nguong(CT-A.a)": "pt", "f_dn_doan / f_dn_to_chuc": "pt", "f_xs / f_htt": "pt", "f_khong_vp / f_xs": "pt", "dem_don_vi(mt_cuoc >= 1; xa) / so_don_vi(xa)": "pt", "2 * tc_tn_tap_hop / tc_thanh_nien": "pt",
		// Per month, per unit, per person, and of a plain number.
		"mt_cuoc / so_thang()": "thap_phan", "mt_cuoc / 12": "thap_phan", "mt_cuoc / so_don_vi(huyen)": "thap_phan", "mt_luot / mt_cuoc": "thap_phan",
		"tn_qua_cs_tien / tn_qua_cs": "thap_phan", "xd_dvut / f_dn_to_chuc": "thap_phan", "so_don_vi(xa) / so_thang()": "thap_phan",
		"xd_dvut / nguong(CT-4.a)": "thap_phan", "dem_chi_tieu() / so_don_vi(xa)": "thap_phan", "1 / tc_doan_vien": "thap_phan",
		"dem_chi_tieu() / dem_khuyet_diem()": "thap_phan", "f_xs / tc_doan_vien": "thap_phan",
		// Rows of a list are like rows of the same list, amounts of a column like those of the column, and money like money.
		"dem_dong(ds_bch; xep_loai; XS) / dem_dong(ds_bch)": "pt", "f_bch_htxs": "pt0", "dem_dong(ds_bch) / dem_dong(ds_hien_vat)": "thap_phan",
		"tong_dong(ds_bch; tuoi; dang_vien; có) / tong_dong(ds_bch; tuoi)": "pt", "tong_dong(ds_bch; tuoi) / dem_dong(ds_bch)": "thap_phan",
		"tong_dong(ds_hien_vat; so_luong) / tong_dong(ds_bch; tuoi)": "thap_phan", "tong_dong(ds_cong_trinh; tri_gia) / tn_qua_cs_tien": "pt",
		// No quotient.
		"tn_qua_cs_tien + tn_qua_ts_tien": "tien", "xd_dvut + xd_dvut_cn": "so0", "so_thang()": "so", "xd_dvut + tn_qua_cs_tien": "so",
	} {
		if got := styleOf(c, expr(t, src)); got != want {
			t.Errorf("%s: %s, want %s", src, got, want)
		}
	}
}

// A derived figure that is made of itself, or a plan that is compared with itself, has a style and no endless loop.
func TestStyleInACircle(t *testing.T) {
	c := newProvince(t).catalogue
	c.Indicator("f_xs").Formula = expr(t, "f_htt / f_xs")
	c.Part("CT-A.a").Expr = expr(t, "xd_dvut / nguong(CT-A.a)")
	for _, src := range []string{"f_xs / f_kn_cn", "xd_dvut / nguong(CT-A.a)"} {
		if got := styleOf(c, expr(t, src)); got != "pt" && got != "thap_phan" {
			t.Errorf("%s: %q", src, got)
		}
	}
}
