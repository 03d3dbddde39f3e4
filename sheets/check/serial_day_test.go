package check

import (
	"fmt"
	"math/big"
	"testing"
	"time"

	"tonghop/lang"
	"tonghop/sheets"
)

func TestDayOf(t *testing.T) {
	day := func(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }
	year := &sheets.Period{From: day(2021, 1, 1), To: day(2021, 12, 31)}
	for _, tt := range []struct {
		n    *big.Rat
		want string
	}{
		{big.NewRat(44_509, 1), "09/11/2021"}, {big.NewRat(44_197, 1), "01/01/2021"}, {big.NewRat(44_196, 1), ""},
		{big.NewRat(44_926, 1), "31/12/2022"}, {big.NewRat(44_927, 1), ""}, {big.NewRat(89_019, 2), ""}, {big.NewRat(0, 1), ""},
	} {
		got := ""
		if d, ok := dayOf(tt.n, year); ok {
			got = d.Format("02/01/2006")
		}
		if got != tt.want {
			t.Errorf("%s is the day %q, want %q", tt.n.RatString(), got, tt.want)
		}
	}
}

// A count that is a day is a warning where its peers are far from it, and otherwise a count like any other.
func TestSerialDay(t *testing.T) {
	units := [][]string{{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, {"tinh", "Tỉnh đoàn", "tỉnh", "", ""}}
	for i := range 8 {
		units = append(units, []string{fmt.Sprintf("x%d", i+1), fmt.Sprintf("Đoàn xã số %d", i+1), "xã", "tinh", "có"})
	}
	c := office(t, map[string][][]string{
		"Đơn vị":  units,
		"Số liệu": {{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}, {"tin", "Tin, bài", "tin", "số đếm", "xã"}},
		"Quy tắc": nil,
	})
	for _, tt := range []struct {
		name       string
		now, peers int
		want       []string
	}{
		{"9/11", 44_509, 12, []string{"so-giong-ngay warning x1 tin E11"}},
		{"no day of the period", 43_000, 12, []string{"lech-cung-cap note x1 tin E11"}},
		{"others are as large", 44_509, 30_000, nil},
		{"all are such days", 44_509, 44_300, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sent := make(map[sheets.UnitCode]filled)
			for i := range 8 {
				sent[sheets.UnitCode(fmt.Sprintf("x%d", i+1))] = filled{"tin": tt.peers + i}
			}
			sent["x1"] = filled{"tin": tt.now}
			r := Run(c, received(t, c, sent, onTime))
			sameFindings(t, listed(r.Findings), tt.want)
			for _, f := range r.Findings {
				if f.Code == serialDay.Code {
					holds(t, f.Message.In(lang.Vi), "là 44.509, đúng bằng số mà Excel dùng để giữ ngày 09/11/2021")
				}
			}
		})
	}
}
