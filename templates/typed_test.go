package templates_test

import (
	"math/big"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/templates"
)

// TestTyped says which typed numbers are compared with the data.
func TestTyped(t *testing.T) {
	number := func(n int) figure.Value { return figure.Int(n) }
	labels := []templates.Label{
		{Key: "xd_dvut", Words: "Đoàn viên ưu tú được giới thiệu cho Đảng", Value: number(1805), Texts: []string{"1.805"}},
		{Key: "dv", Words: "Đoàn viên", Value: number(20000), Texts: []string{"20.000"}},
		{Key: "ty_le", Words: "Tỷ lệ đoàn viên ưu tú", Value: figure.Quotient(big.NewRat(56, 1), big.NewRat(1805, 1)), Texts: []string{"3,1%"}},
		{Key: "kinh_phi", Words: "Kinh phí hỗ trợ sinh kế", Value: number(1_437_500_000), Texts: []string{"hơn 1,4 tỷ đồng"}},
		{Key: "nop", Words: "Đơn vị đã nộp", Value: figure.Quotient(big.NewRat(93, 1), big.NewRat(94, 1)), Texts: []string{"93/94"}},
		{Key: "thieu", Words: "Công trình thanh niên", Value: figure.MissingOf("thieu"), Texts: []string{figure.Mark}},
	}
	cases := []struct{ name, body, want string }{
		{"before the label", p("Đã có 1.806 đoàn viên ưu tú được giới thiệu cho Đảng."), "xd_dvut 1.806/1.805"},
		{"with a measure between", p("Có 1.806 lượt đoàn viên ưu tú được giới thiệu cho Đảng"), "xd_dvut 1.806/1.805"},
		{"behind a colon", p("- Đoàn viên ưu tú được giới thiệu cho Đảng: 1.806 đồng chí"), "xd_dvut 1.806/1.805"},
		{"behind a word", p("Tổng số đoàn viên ưu tú được giới thiệu cho Đảng đạt 1.806"), "xd_dvut 1.806/1.805"},
		{"without accents, in capitals", p("DOAN VIEN UU TU DUOC GIOI THIEU CHO DANG: 7"), "xd_dvut 7/1.805"},
		{"the right number", p("Có 1.805 đoàn viên ưu tú được giới thiệu cho Đảng; 1805 đoàn viên ưu tú được giới thiệu cho Đảng"), ""},
		{"in a control", p("Đoàn viên ưu tú được giới thiệu cho Đảng: {{xd_dvut}}"), ""},
		{"the nearest number", p("Có 12 lớp, 1.806 đoàn viên ưu tú được giới thiệu cho Đảng"), "xd_dvut 1.806/1.805"},
		{"a number of something else", p("Đoàn viên ưu tú được giới thiệu cho Đảng, 12 lớp; đoàn viên ưu tú được giới thiệu cho Đảng và 12 lớp"), ""},
		{"a short label needs a colon", p("Có 12 đoàn viên tiêu biểu. Đoàn viên: 19.000"), "dv 19.000/20.000"},
		{"a plan", p("Có ít nhất 2.000 đoàn viên ưu tú được giới thiệu cho Đảng; từ 5 đến 10 đoàn viên ưu tú được giới thiệu cho Đảng; không quá 3 đoàn viên ưu tú được giới thiệu cho Đảng"), ""},
		{"a share of what is a count", p("100% đoàn viên ưu tú được giới thiệu cho Đảng"), ""},
		{"a year", p("Đoàn viên ưu tú được giới thiệu cho Đảng: 2021"), ""},
		{"a date and a number of a document", p("Ngày 12/3 đoàn viên ưu tú được giới thiệu cho Đảng: 300-KH/TĐTN, 12/3/2021"), ""},
		{"a number of a section", p("1. Đoàn viên ưu tú được giới thiệu cho Đảng"), ""},
		{"a number of a list item", p("3) Đoàn viên ưu tú được giới thiệu cho Đảng (1)"), ""},
		{"a percentage", p("Tỷ lệ đoàn viên ưu tú đạt 3,1%; tỷ lệ đoàn viên ưu tú: 3,10%; tỷ lệ đoàn viên ưu tú là 3,2%"), "ty_le 3,2%/3,1%"},
		{"money", p("Kinh phí hỗ trợ sinh kế hơn 1,4 tỷ đồng; kinh phí hỗ trợ sinh kế: 1.437,5 triệu đồng; kinh phí hỗ trợ sinh kế: 1,5 tỷ đồng"), "kinh_phi 1,5 tỷ đồng/hơn 1,4 tỷ đồng"},
		{"part of a whole", p("Đơn vị đã nộp: 93/94. Đơn vị đã nộp: 94/94"), "nop 94/94/93/94"},
		{"nobody gave it", p("Công trình thanh niên: 12"), "thieu 12/(không đủ số liệu)"},
		{"cells of a row", tbl(tr(tc(p("1")), tc(p("Đoàn viên ưu tú được giới thiệu cho Đảng")), tc(p("đồng chí")), tc(p("1.806")))), "xd_dvut 1.806/1.805"},
		{"a short label in a row", tbl(tr(tc(p("Đoàn viên:")), tc(p("5")))), "dv 5/20.000"},
		{"two number cells", tbl(tr(tc(p("Đoàn viên")), tc(p("5")), tc(p("6")))), ""},
		{"a row with a control", tbl(tr(tc(p("Đoàn viên")), tc(p("5")), tc(p("{{nam}}")))), ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range open(t, living(t, docx{body: c.body}).Document).Typed(labels) {
				got = append(got, l.Key+" "+l.Typed+"/"+l.Now)
				if l.Missing != (l.Key == "thieu") || l.Place.Paragraph != 1 {
					t.Errorf("%+v", l)
				}
			}
			if all := strings.Join(got, "; "); all != c.want {
				t.Errorf("got %q, want %q", all, c.want)
			}
		})
	}
}
