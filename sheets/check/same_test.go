package check

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tonghop/lang"
	"tonghop/sheets"
)

// nineFigures are the rows of a catalogue of nine counts, s0 to s8, of which s8 is one that stands at the end of the period.
func nineFigures() [][]string {
	rows := [][]string{{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập"}}
	for i := range 9 {
		kind := "số đếm"
		if i == 8 {
			kind = "tồn"
		}
		rows = append(rows, []string{fmt.Sprintf("s%d", i), fmt.Sprintf("Số thứ %d", i), "người", kind, "xã"})
	}
	return rows
}

// nine fills in the nine figures.
func nine(numbers ...int) filled {
	f := make(filled)
	for i, n := range numbers {
		f[sheets.Code(fmt.Sprintf("s%d", i))] = n
	}
	return f
}

// found are the findings of one code as "unit period: message".
func found(r Report, code string) []string {
	var lines []string
	for _, f := range r.Findings {
		if f.Code == code {
			lines = append(lines, strings.Join(strings.Fields(fmt.Sprintf("%s %s: %s", f.Unit, f.Period, f.Message.In(lang.Vi))), " "))
		}
	}
	return lines
}

// sameFindings compares found lines with the beginnings that are wanted.
func sameFindings(t *testing.T, got, want []string) {
	t.Helper()
	if !slices.EqualFunc(got, want, strings.Contains) {
		t.Errorf("findings %q, want %q", got, want)
	}
}

func TestSameAsNeighbour(t *testing.T) {
	c := office(t, map[string][][]string{"Số liệu": nineFigures(), "Quy tắc": nil})
	one := nine(11, 12, 13, 14, 15, 16, 0, 0, 90)
	for _, tt := range []struct {
		name       string
		x1, x2, x3 filled
		want       []string
	}{
		{"a copy", one, nine(1, 2, 3, 4, 5, 6, 7, 8, 9), one, []string{"x3 : Cả 9 số liệu của đơn vị “Đoàn xã Ba” (x3) giống hệt của đơn vị “Đoàn xã Một” (x1), tệp “nop/"}},
		{"two copies, each named once", one, one, one, []string{"x2 :", "x3 :"}},
		{"one figure differs", one, one.with("s5", 17), one.with("s0", 12), nil},
		{"zero is not blank", one, one.with("s6", nil), one.with("s7", nil), nil},
		{"too few different numbers", nine(1, 1, 2, 2, 1, 1, 3, 4, 5), nine(1, 1, 2, 2, 1, 1, 3, 4, 5), one, nil},
		{"zeros only", nine(0, 0, 0, 0, 0, 0, 0, 0, 0), nine(0, 0, 0, 0, 0, 0, 0, 0, 0), one, nil},
		{"what cannot be read is not compared", one.with("s7", "vài người"), one.with("s7", "vài chục"), nine(1, 2, 3, 4, 5, 6, 7, 8, 9), []string{"x2 : Cả 8 số liệu"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := Run(c, received(t, c, map[sheets.UnitCode]filled{"x1": tt.x1, "x2": tt.x2, "x3": tt.x3}, onTime))
			sameFindings(t, found(r, sameAsNeighbour.Code), tt.want)
		})
	}
}

func TestSameAsFormer(t *testing.T) {
	c := quarterlyOf(t, nineFigures())
	one := nine(11, 12, 13, 14, 15, 16, 0, 0, 90)
	for _, tt := range []struct {
		name   string
		q1, q2 filled
		want   []string
	}{
		{"a copy", one, one, []string{"x1 Q2: Cả 9 số liệu giống hệt biểu mẫu kỳ “Quý I” của đơn vị, tệp “nop/Q1/"}},
		{"another figure", one, one.with("s0", 10), nil},
		{"only the number of members moved", one, one.with("s8", 91), nil},
		{"a row that was not asked before", one.with("s1", nil).with("s6", nil), one.with("s6", nil), nil},
		{"a row less", one, one.with("s6", nil), []string{"x1 Q2: Cả 8 số liệu"}},
		{"too few that happened", nine(11, 12, 13, 14, 15, 0, 0, 0, 90), nine(11, 12, 13, 14, 15, 0, 0, 0, 90), nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := sentFor(t, c, map[string]filled{"Q1 x1": tt.q1, "Q2 x1": tt.q2, "Q3 x1": nine(1, 2, 3, 4, 5, 6, 7, 8, 9)})
			sameFindings(t, found(Run(c, b), sameAsFormer.Code), tt.want)
		})
	}
}
