package check

import (
	"bytes"
	"math/big"
	"testing"
	"testing/fstest"

	"github.com/xuri/excelize/v2"

	"tonghop/sheets"
)

// A percentage that somebody typed into a form is compared with what follows from it.
func TestTypedResults(t *testing.T) {
	c := office(t, map[string][][]string{
		"Số liệu": {
			{"Mã", "Tên", "ĐVT", "Kiểu", "Cấp nhập", "Bắt buộc", "Công thức"},
			{"dv", "Đoàn viên", "người", "tồn", "xã", "", ""}, {"kn", "Kết nạp", "người", "số đếm", "xã", "", ""}, {"f_tl", "Tỷ lệ kết nạp", "%", "công thức", "", "", "kn / dv"},
		},
		"Quy tắc": nil,
	})
	for _, tt := range []struct {
		name   string
		typed  any
		format int // of numbers; 10 is 0.00%
		dv     any
		want   []string
	}{
		{"right", "66,67%", 0, 15, []string{"dong-ngoai-bieu note x1 f_tl E20"}},
		{"cut off", "66,6", 0, 15, []string{"dong-ngoai-bieu note x1 f_tl E20"}},
		{"as a share", 0.6666666667, 0, 15, []string{"dong-ngoai-bieu note x1 f_tl E20"}},
		{"as a number with the format of percentages", 0.6667, 10, 15, []string{"dong-ngoai-bieu note x1 f_tl E20"}},
		{"a tenth of it", "6,67%", 0, 15, []string{"dong-ngoai-bieu note x1 f_tl E20", "so-tinh-sai warning x1 f_tl E20"}},
		{"a share called a percentage", "0,67%", 0, 15, []string{"dong-ngoai-bieu note x1 f_tl E20", "so-tinh-sai warning x1 f_tl E20"}},
		{"nothing to compare with", "6,67%", 0, "", []string{"dong-ngoai-bieu note x1 f_tl E20"}},
		{"in words", "hai phần ba", 0, 15, []string{"dong-ngoai-bieu warning x1 f_tl E20"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			answers := map[sheets.Code]sheets.Answer{"kn": {Number: big.NewRat(10, 1)}}
			if n, ok := tt.dv.(int); ok {
				answers["dv"] = sheets.Answer{Number: big.NewRat(int64(n), 1)}
			}
			period := c.Periods[0]
			data, err := sheets.NewForms(c, c.Expect(period)).Filled(c.Units.Unit("x1"), answers, onTime)
			if err != nil {
				t.Fatal(err)
			}
			folder := fstest.MapFS{"nop/x1.xlsx": {Data: withRow(t, data, tt.typed, tt.format), Mode: 0o644}}
			b, err := sheets.Read(folder, "nop", c, period, sheets.ReadOptions{})
			if err != nil {
				t.Fatal(err)
			}
			var got []sheets.Finding
			for _, f := range Run(c, b).Findings {
				if f.Unit == "x1" {
					got = append(got, f)
				}
			}
			sameFindings(t, listed(got), tt.want)
			if last := got[len(got)-1]; last.Code == typedResult.Code {
				holds(t, last.Message.Error(), "tính lại từ biểu mẫu được 66,67%")
			}
		})
	}
}

// withRow types a row for the figure f_tl below the table of a form.
func withRow(t *testing.T, data []byte, value any, format int) []byte {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	sheet := x.GetSheetList()[0]
	style, err := x.NewStyle(&excelize.Style{NumFmt: format})
	if err != nil {
		t.Fatal(err)
	}
	if err := x.SetCellStyle(sheet, "E20", "E20", style); err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]any{"B20": "f_tl", "E20": value} {
		if err := x.SetCellValue(sheet, cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var edited bytes.Buffer
	if err := x.Write(&edited); err != nil {
		t.Fatal(err)
	}
	return edited.Bytes()
}
