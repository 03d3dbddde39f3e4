package check

import (
	"fmt"
	"testing"

	"tonghop/sheets"
)

func TestFarFromFormer(t *testing.T) {
	c := quarterlyOf(t, nineFigures())
	for _, tt := range []struct {
		name    string
		setting string
		was     filled
		now     filled
		want    []string
	}{
		{"ten times as much", "", nine(40, 5), nine(400, 5), []string{"x1 Q2: “Số thứ 0” là 400, kỳ “Quý I” đơn vị báo 40"}},
		{"a tenth", "", nine(400, 5), nine(40, 5), []string{"x1 Q2: “Số thứ 0” là 40, kỳ “Quý I” đơn vị báo 400"}},
		{"not quite ten times", "", nine(40, 5), nine(399, 5), nil},
		{"as the office wants", "3", nine(40, 5), nine(120, 5), []string{"x1 Q2:"}},
		{"small numbers", "", nine(1, 5), nine(29, 5), nil},
		{"none before, none now", "", nine(0, 500), nine(500, 0), nil},
		{"the whole form", "", nine(40, 41, 42, 43, 44, 45), nine(400, 410, 420, 430, 440, 450), []string{"x1 Q2: “Số thứ 0” là 400, kỳ “Quý I” đơn vị báo 40; có 6 ô như vậy: E11:E16"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c.Settings = sheets.Settings{{Key: "he_so_lech", Value: tt.setting}}
			r := Run(c, sentFor(t, c, map[string]filled{"Q1 x1": tt.was, "Q2 x1": tt.now}))
			sameFindings(t, found(r, farFromFormer.Code), tt.want)
		})
	}
}

func TestFarFromPeers(t *testing.T) {
	c, sent := eightCommunes(t)
	for _, tt := range []struct {
		name string
		quy  int
		want []string
	}{
		{"as others", 2_000_000, nil},
		{"far more", 60_000_000, []string{"x1 : “Tiền quỹ” là 60 triệu đồng, trong khi số ở giữa của 8 đơn vị cùng cấp “xã” là 6 triệu đồng"}},
		{"nine times", 50_000_000, nil},
		{"far less", 100_000, []string{"x1 : “Tiền quỹ” là 100.000 đồng"}},
		{"none", 0, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			sent["x1"] = filled{"qua": 20, "tien": 4_000_000, "quy": tt.quy}
			sameFindings(t, found(Run(c, received(t, c, sent, onTime)), farFromPeers.Code), tt.want)
		})
	}
	// Where they are far from each other nobody is unusual, and too few are no peers.
	for i := range 8 {
		code := sheets.UnitCode(fmt.Sprintf("x%d", i+1))
		sent[code] = sent[code].with("quy", []int{1, 2, 4, 10, 100, 200, 400, 700}[i]*1_000_000)
	}
	sameFindings(t, found(Run(c, received(t, c, sent, onTime)), farFromPeers.Code), nil)
	few := map[sheets.UnitCode]filled{"x1": sent["x1"], "x2": sent["x2"], "x8": sent["x8"]}
	sameFindings(t, found(Run(c, received(t, c, few, onTime)), farFromPeers.Code), nil)
}

// What a rule has found about a figure is not said again.
func TestFarIsSaidOnce(t *testing.T) {
	c, sent := eightCommunes(t)
	sent["x1"] = filled{"qua": 20_000, "tien": 4_000_000_000, "quy": 1_000_000}
	r := Run(c, received(t, c, sent, onTime))
	sameFindings(t, listed(r.Findings), []string{"lech-cung-cap note x1 qua", "qt-nhieu error x1 tien"})
}

func TestRoundFigures(t *testing.T) {
	c := office(t, map[string][][]string{"Số liệu": nineFigures(), "Quy tắc": nil})
	for _, tt := range []struct {
		name string
		form filled
		want []string
	}{
		{"all round", nine(100, 200, 300, 1200, 500, 7, 0, 99, 100), []string{"x1 : 6 trong 6 số đếm từ 100 trở lên tận cùng bằng 00"}},
		{"four of five", nine(100, 200, 300, 1200, 501), []string{"x1 : 4 trong 5"}},
		{"three of five", nine(100, 200, 300, 1201, 501), nil},
		{"four are too few", nine(100, 200, 300, 1200, 5, 7, 9), nil},
		{"small ones do not count", nine(10, 20, 30, 40, 50, 60, 70), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := Run(c, received(t, c, map[sheets.UnitCode]filled{"x1": tt.form}, onTime))
			sameFindings(t, found(r, roundFigures.Code), tt.want)
		})
	}
}
