package check

import (
	"fmt"
	"math/big"
	"testing"
	"testing/fstest"

	"tonghop/lang"
	"tonghop/sheets"
)

func TestTenfold(t *testing.T) {
	for _, tt := range []struct {
		n, usual int64
		want     string
	}{
		{18_050, 1_805, "1805"}, {18_100, 1_805, "1810"}, {181, 1_805, "1810"}, {1_805_000, 1_805, "1805"}, {2, 1_805, "2000"},
		{1_805, 1_805, ""}, {3_610, 1_805, ""}, {9_000, 1_805, ""}, {18_055, 1_805, ""}, {20, 2, ""}, {300, 30, "30"}, {0, 1_805, ""}, {1_805, 0, ""},
	} {
		got := ""
		if meant := tenfold(big.NewRat(tt.n, 1), big.NewRat(tt.usual, 1)); meant != nil {
			got = meant.RatString()
		}
		if got != tt.want {
			t.Errorf("%d, usually %d: meant %q, want %q", tt.n, tt.usual, got, tt.want)
		}
	}
}

// A slip is where the unit's own form of before and its peers agree; where one of them says nothing it is a note with the same suggestion.
func TestCountSlip(t *testing.T) {
	units := [][]string{{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, {"tinh", "Tỉnh đoàn", "tỉnh", "", ""}}
	for i := range 8 {
		units = append(units, []string{fmt.Sprintf("x%d", i+1), fmt.Sprintf("Đoàn xã số %d", i+1), "xã", "tinh", "có"})
	}
	c := office(t, map[string][][]string{
		"Đơn vị": units,
		"Kỳ": {
			{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp"}, {"2020", "Năm 2020", "01/01/2020", "31/12/2020", ""}, {"2021", "Năm 2021", "01/01/2021", "31/12/2021", ""},
		},
		"Số liệu": {{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}, {"dv", "Đoàn viên", "người", "tồn", "xã"}, {"kn", "Kết nạp", "người", "số đếm", "xã"}},
		"Quy tắc": {{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải"}, {"qt-kn", "Kết nạp không nhiều hơn đoàn viên", "kn", "<=", "dv"}},
	})
	for _, tt := range []struct {
		name         string
		was, now     int // of dv, x1
		peers        int
		kn, knBefore int
		want         []string
	}{
		{"as before", 1_805, 1_810, 1_500, 5, 5, nil},
		{"a zero too many", 1_805, 18_100, 1_500, 5, 5, []string{"so-dem-sai-hang warning x1 dv E11 1810"}},
		{"a zero too few", 1_805, 181, 1_500, 5, 5, []string{"so-dem-sai-hang warning x1 dv E11 1810"}},
		{"thousands", 1_805, 1_805_000, 1_500, 5, 5, []string{"so-dem-sai-hang warning x1 dv E11 1805"}},
		{"it was the period before that had the slip", 180, 1_800, 1_500, 5, 5, []string{"lech-ky-truoc note x1 dv E11"}},
		{"others are as large", 1_805, 18_050, 15_000, 5, 5, []string{"lech-ky-truoc note x1 dv E11"}},
		{"twenty times is no slip", 900, 18_000, 1_500, 5, 5, []string{"lech-ky-truoc note x1 dv E11"}},
		{"what happened varies", 1_805, 1_810, 1_500, 5, 50, []string{"lech-ky-truoc note x1 kn E12 50"}},
		{"a rule has found it", 180, 180, 180, 500, 50, []string{"qt-kn error x1 kn E12 50"}},
		{"too few peers to say", 1_805, 18_050, 0, 5, 5, []string{"lech-ky-truoc note x1 dv E11 1805"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			now, before := make(map[sheets.UnitCode]filled), make(map[sheets.UnitCode]filled)
			for i := range 8 {
				code := sheets.UnitCode(fmt.Sprintf("x%d", i+1))
				now[code], before[code] = filled{"dv": tt.peers + 17*i, "kn": 40 + i}, filled{"dv": tt.peers + 13*i, "kn": 39 + i}
			}
			if tt.peers == 0 {
				clear(now)
			}
			now["x1"], before["x1"] = filled{"dv": tt.now, "kn": tt.kn}, filled{"dv": tt.was, "kn": tt.knBefore}
			folder := make(fstest.MapFS)
			for code, sent := range map[string]map[sheets.UnitCode]filled{"2021": now, "2020": before} {
				forms := sheets.NewForms(c, c.Expect(c.Period(code)))
				for unit, answers := range sent {
					typed := make(map[sheets.Code]sheets.Answer)
					for figure, n := range answers {
						typed[figure] = sheets.Answer{Number: big.NewRat(int64(n.(int)), 1)}
					}
					data, err := forms.Filled(c.Units.Unit(unit), typed, c.Period(code).To)
					if err != nil {
						t.Fatal(err)
					}
					folder["nop/"+code+"/"+string(unit)+".xlsx"] = &fstest.MapFile{Data: data, Mode: 0o644}
				}
			}
			b, err := sheets.Read(folder, "nop", c, c.Period("2021"), sheets.ReadOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range Run(c, b).Findings {
				if f.Unit == "x1" && f.Code != farFromPeers.Code {
					got = append(got, listed([]sheets.Finding{f})[0]+" "+f.Suggest)
					if f.Code == countSlip.Code {
						holds(t, f.Hint.In(lang.Vi), "gõ "+f.Suggest+" vào ô E11")
					}
				}
			}
			sameFindings(t, got, tt.want)
			if len(got) == 1 && got[0] != tt.want[0] && got[0] != tt.want[0]+" " {
				t.Errorf("found %q, want %q", got[0], tt.want[0])
			}
		})
	}
}
