package sheets

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"tonghop/figure"
)

// typedRows are the rows of the sample as a person would type them into a fresh workbook.
func typedRows(c *Catalogue) [][]any {
	var rows [][]any
	filled := sampleAnswers()
	for i, ind := range c.Submitted() {
		var value any = filled[ind.Code].Text
		if r := filled[ind.Code].Number; r != nil {
			value, _ = r.Float64()
		}
		if ind.Kind == Day {
			value = date("2021-03-03").Format("02/01/2006")
		}
		rows = append(rows, []any{i + 1, string(ind.Code), ind.Name, ind.Measure, value, ""})
	}
	return rows
}

// drawRetyped types the sample form into a fresh workbook in a layout of its own: columns and rows in any order, other titles, rows and columns
// put in between, on a sheet with any name among others.
func drawRetyped(rt *rapid.T, c *Catalogue) []byte {
	titles := [][]string{
		{"STT", "TT"}, {"Mã", "MÃ SỐ", "Mã CT", "mã chỉ tiêu"}, {"Nội dung", "Tên chỉ tiêu"}, {"ĐVT", "Đơn vị tính", "đơn vị tính:"},
		{"Số liệu", "Kết quả", "SỐ LIỆU NĂM 2021", "Số liệu (người)", "Số  lượng"}, {"Ghi chú"},
	}
	order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}).Draw(rt, "columns")
	gap := rapid.IntRange(0, 2).Draw(rt, "columns in between")
	at := make([]int, len(order))
	for i, column := range order {
		at[column] = 1 + i*(gap+1)
	}
	x := excelize.NewFile()
	defer x.Close()
	sheet := rapid.SampledFrom([]string{"Sheet1", "Biểu mẫu", "Trang tính 1", "x1"}).Draw(rt, "sheet")
	x.SetSheetName("Sheet1", sheet)
	put := func(row, col int, value any) {
		if err := x.SetCellValue(sheet, cellRef(row, col), value); err != nil {
			rt.Fatal(err)
		}
	}
	row := rapid.IntRange(1, 4).Draw(rt, "first row")
	put(row, 2, "Mã đơn vị:")
	put(row, 3+gap, "x1")
	put(row+1, 1, "Kỳ báo cáo: "+rapid.SampledFrom([]string{"Năm 2021", "2021", "NĂM 2021 (chính thức)"}).Draw(rt, "period"))
	row += rapid.IntRange(2, 5).Draw(rt, "rows above")
	for column, choices := range titles {
		put(row, at[column], rapid.SampledFrom(choices).Draw(rt, fmt.Sprint("title ", column)))
	}
	if rapid.Bool().Draw(rt, "numbers of columns") {
		row++
		for i, column := range order {
			put(row, at[column], fmt.Sprintf("(%d)", i+1))
		}
	}
	for _, typed := range rapid.Permutation(typedRows(c)).Draw(rt, "rows") {
		row += rapid.IntRange(1, 3).Draw(rt, "step")
		if rapid.IntRange(0, 4).Draw(rt, "group") == 0 {
			put(row, at[2], "II. Nhóm số liệu")
			row++
		}
		for column, value := range typed {
			if column == 1 && rapid.Bool().Draw(rt, "capitals") {
				value = " " + strings.ToUpper(value.(string)) + "\u00a0"
			}
			put(row, at[column], value)
		}
	}
	put(row+1, at[2], "Tổng cộng")
	put(row+1, at[4], 12345)
	data, err := x.WriteToBuffer()
	if err != nil {
		rt.Fatal(err)
	}
	return data.Bytes()
}

// However staff typed the form again, it reads to the same figures.
func TestRetypedForms(t *testing.T) {
	c := sampleCatalogue()
	want := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)}), "x1")
	rapid.Check(t, func(rt *rapid.T) {
		b := mustRead(t, c, map[string][]byte{"bao cao.xlsx": drawRetyped(rt, c)})
		if diff := want.diff(answersOf(c, b, "x1")); diff != "" {
			rt.Fatal(diff, seen(b.Findings), b.Files[0].Reason)
		}
		for _, f := range b.Findings {
			if f.Severity > figure.Note {
				rt.Fatalf("%s: %v", f.Code, f.Message)
			}
		}
	})
}

// What moves a form without changing what it says changes no figure.
func TestMovedForms(t *testing.T) {
	c := sampleCatalogue()
	clean := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", nil)}), "x1")
	moves := map[string]func(*excelize.File){
		"rows inserted above":        func(x *excelize.File) { x.InsertRows(form, 1, 3) },
		"rows inserted in the table": func(x *excelize.File) { x.InsertRows(form, 14, 2) },
		"a column inserted":          func(x *excelize.File) { x.InsertCols(form, "A", 1) },
		"a column inserted between":  func(x *excelize.File) { x.InsertCols(form, "E", 2) },
		"the column Ghi chú deleted": func(x *excelize.File) { x.RemoveCol(form, "F") },
		"the sheet renamed":          func(x *excelize.File) { x.SetSheetName(form, "Tờ 1") },
		"sheets added": func(x *excelize.File) {
			x.NewSheet("Nháp")
			x.SetCellValue("Nháp", "A1", "Việc phải làm")
			x.MoveSheet("Nháp", form)
		},
		"the hidden sheet deleted": func(x *excelize.File) { x.DeleteSheet(marksSheet) },
		"the hidden sheet shown":   func(x *excelize.File) { x.SetSheetVisible(marksSheet, true) },
	}
	for name, move := range moves {
		b := mustRead(t, c, map[string][]byte{"x1.xlsx": edited(t, c, "x1", move)})
		if diff := clean.diff(answersOf(c, b, "x1")); diff != "" || len(b.Findings) > 0 {
			t.Errorf("%s: %s %q %v", name, diff, seen(b.Findings), b.Files[0].Reason)
		}
	}
}

func TestTypedForms(t *testing.T) {
	c := sampleCatalogue()
	cases := []struct {
		name   string
		rows   [][]any
		want   []string
		values readings
	}{
		{
			"the unit of money in the title of the column",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: 2021"}, {"Mã", "Số liệu (triệu đồng)"}, {"tn_qua_tien", "13,6"}},
			nil, readings{"tn_qua_tien": "13600000"},
		},
		{
			"the unit of money above the table",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: 2021", nil, "Đơn vị tính: triệu đồng"}, {"Mã", "Số liệu"}, {"tn_qua_tien", "13,6"}, {"tn_qua", 7}},
			nil, readings{"tn_qua_tien": "13600000", "tn_qua": "7"},
		},
		{
			"labels alone",
			[][]any{{"Tên đơn vị", "Xã đoàn Hòa Hội"}, {"Kỳ báo cáo", 2021}, {"Nội dung", "Kết quả"}, {"Rác thải thu gom được", 2}, {"rac thai thu gom duoc ", 2}},
			[]string{"dong-khong-ma warning tn_rac B4", "dong-trung note tn_rac B5"}, readings{"tn_rac": "2"},
		},
		{
			"the name with that of the unit above, where it repeats",
			[][]any{{"Đơn vị báo cáo: Đoàn xã Tân Bình - Huyện đoàn Hai"}, {"Kỳ báo cáo: Năm 2021"}, {"Mã", "Số liệu"}, {"tn_rac", 1}},
			nil, readings{"tn_rac": "1"},
		},
		{
			"a header of two lines",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: 2021"}, {"Mã", "Nội dung", "Năm 2021"}, {nil, nil, "Kết quả"}, {"tn_rac", "Rác", 1}},
			nil, readings{"tn_rac": "1"},
		},
		{
			"the header again on the next page, with its columns elsewhere",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: 2021"}, {"Mã", "Số liệu"}, {"tn_rac", 1}, {"STT", "Mã", "Nội dung", "Số liệu"}, {5, "tn_qua", "quà", 6}},
			nil, readings{"tn_rac": "1", "tn_qua": "6"},
		},
		{
			"no period",
			[][]any{{"Đơn vị: x1"}, {"Mã", "Số liệu"}, {"tn_rac", 1}},
			[]string{"tep-khong-ro-ky warning"}, readings{"tn_rac": "1"},
		},
		{
			"a period that nobody knows",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: Quý 9"}, {"Mã", "Số liệu"}, {"tn_rac", 1}},
			[]string{"tep-khong-ro-ky warning A2"}, readings{"tn_rac": "1"},
		},
		{
			"the date in a sentence",
			[][]any{{"Đơn vị: x1"}, {"Kỳ: 2021", "Ngày báo cáo: 07/01/2022"}, {"Mã", "Số liệu"}, {"tn_rac", 1}},
			nil, readings{"tn_rac": "1"},
		},
	}
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			b := mustRead(t, c, map[string][]byte{"bc.xlsx": workbook(t, tt.rows)})
			findings := slices.DeleteFunc(b.Findings, func(f Finding) bool { return f.Code == "dong-thieu" })
			if got := seen(findings); !slices.Equal(got, tt.want) {
				t.Errorf("findings %q, want %q", got, tt.want)
			}
			if b.Files[0].Outcome != Used {
				t.Fatal(b.Files[0].Reason)
			}
			got := answersOf(c, b, b.Files[0].Unit)
			for code, text := range got {
				if want, ok := tt.values[code]; ok && want != text || !ok && text != "absent" {
					t.Errorf("%s is %s, want %q", code, text, want)
				}
			}
		})
	}
}

// Figures that the unit was not asked for stay in its submission, and are not missed elsewhere.
func TestFiguresBeyondTheExpected(t *testing.T) {
	c := sampleCatalogue()
	c.Indicator("tn_rac").EntryLevels = []string{"tỉnh"}
	b := mustRead(t, c, map[string][]byte{"x1.xlsx": workbook(t, [][]any{{"Mã", "Số liệu"}, {"tn_rac", 4}, {"tn_qua", 1}})})
	if got := answersOf(c, b, "x1"); got["tn_rac"] != "4" || got["tn_qua"] != "1" {
		t.Errorf("the answers are %v", got)
	}
}

// Whatever stands in a cell: a value that counts has no error, and one that cannot be read has.
func FuzzAnswer(f *testing.F) {
	c := sampleCatalogue()
	forms := sampleForms(c)
	for _, seed := range []string{"1805", "1.805", "hơn 100", "không", "x", "01-02", "9/11", "13,6 triệu", "=1+1", "#REF!", "_x000D_", "Ⅻ", "\u202e5", "1e5", strings.Repeat("9", 300)} {
		f.Add(seed, uint8(0))
		f.Add(seed, uint8(5))
	}
	f.Fuzz(func(t *testing.T, text string, at uint8) {
		ind := c.Submitted()[int(at)%len(c.Submitted())]
		data, err := forms.Filled(c.Units.Unit("x1"), map[Code]Answer{ind.Code: {Text: text}}, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		b := mustRead(t, c, map[string][]byte{"x1.xlsx": data})
		s := b.Submissions[c.Units.Unit("x1").Index]
		if s == nil {
			return // a text that XML cannot hold may make the reader refuse the file, in words
		}
		failed := slices.ContainsFunc(b.Findings, func(f Finding) bool { return f.Severity == figure.Error && f.Indicator == ind.Code })
		v := s.Values[ind.Slot]
		if failed != (v.State == Unreadable) {
			t.Fatalf("%q in %s has state %d, and findings %q", text, ind.Code, v.State, seen(b.Findings))
		}
		if v.State == Given && ind.Kind == Count && (v.Rat == nil || !v.Rat.IsInt() || v.Rat.Sign() < 0) {
			t.Fatalf("%q was read as the count %v", text, v.Rat)
		}
		for _, other := range c.Submitted() {
			if other != ind && s.Values[other.Slot].State != Blank {
				t.Fatalf("%q in %s changed %s", text, ind.Code, other.Code)
			}
		}
		if v.State == Given && v.Raw == "" {
			t.Fatalf("%q was given without its text", text)
		}
	})
}

// A thousand numbers go into forms and come out of them as they were.
func TestNumbersGoThrough(t *testing.T) {
	c := sampleCatalogue()
	forms := sampleForms(c)
	rapid.Check(t, func(rt *rapid.T) {
		count := rapid.Int64Range(0, 999_999_999_999).Draw(rt, "count")
		tenths := rapid.Int64Range(0, 9_999_999).Draw(rt, "tenths")
		data, err := forms.Filled(c.Units.Unit("x1"), map[Code]Answer{
			"tc_doan_vien": {Number: new(big.Rat).SetInt64(count)}, "tn_rac": {Number: big.NewRat(tenths, 10)},
		}, time.Time{})
		if err != nil {
			rt.Fatal(err)
		}
		got := answersOf(c, mustRead(t, c, map[string][]byte{"x1.xlsx": data}), "x1")
		if got["tc_doan_vien"] != fmt.Sprint(count) || got["tn_rac"] != big.NewRat(tenths, 10).RatString() {
			rt.Fatalf("%d and %d/10 became %v", count, tenths, got)
		}
	})
}
