package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// everyRollup is a province of two districts whose figures are put together in every way, over a year of quarters.
const everyRollup = `
# Thông tin
Khóa | Giá trị
ky | 2021
# Kỳ
Mã | Tên | Từ ngày | Đến ngày | Thuộc kỳ
2020 | Năm 2020 | 01/01/2020 | 31/12/2020 |
Q1 | Quý I | 01/01/2021 | 31/03/2021 | 2021
Q2 | Quý II | 01/04/2021 | 30/06/2021 | 2021
Q3 | Quý III | 01/07/2021 | 30/09/2021 | 2021
Q4 | Quý IV | 01/10/2021 | 31/12/2021 | 2021
2021 | Năm 2021 | 01/01/2021 | 31/12/2021 |
# Đơn vị
Mã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày
tinh | Tỉnh đoàn | tỉnh | | có | |
h1 | Huyện đoàn Một | huyện | tinh | | |
x1 | Xã đoàn Một | xã | h1 | có | |
x2 | Xã đoàn Hai | xã | h1 | có | |
h2 | Huyện đoàn Hai | huyện | tinh | | |
x3 | Xã đoàn Ba | xã | h2 | có | |
x4 | Xã đoàn Bốn | xã | h2 | có | | 30/06/2021
# Lựa chọn
Danh sách | Mã | Nhãn
loai | T | Tốt
loai | K | Khá
# Số liệu
Mã | Tên | ĐVT | Kiểu | Cấp nhập | Gộp đơn vị | Gộp kỳ | Cách báo | Công thức
f_chung | Cộng | cuộc | công thức | | | | | tong + 2 * luy - cuatinh
f_tyle | Tỷ lệ | % | công thức | | | | | 1 - f_chung / (ton + cao)
f_nua | Một nửa | cuộc | công thức | | | | | f_tyle / 2
f_khac | Khác | cuộc | công thức | | | | | lon_nhat(tong; ton)
tong | Số cuộc | cuộc | số đếm | xã | | |
ton | Đoàn viên | người | tồn | xã | | |
tien | Số tiền | triệu đồng | tiền | xã | | |
luy | Lượt cộng dồn | lượt | số đếm | xã | | | lũy kế
cao | Đông nhất | người | số đếm | xã | lớn nhất | lớn nhất |
thap | Ít nhất | người | số đếm | xã | nhỏ nhất | tổng |
bq | Bình quân | người | số đếm | xã | bình quân | bình quân |
bqdv | Bình quân đơn vị | người | số đếm | xã | bình quân | tổng |
rieng | Số riêng từng kỳ | cái | số đếm | xã | | không |
tudv | Số của riêng đơn vị | cái | số đếm | xã | không | |
cuatinh | Số của tỉnh | cái | số đếm | tỉnh | | |
ptram | Tỷ lệ | % | tỷ lệ | xã | lớn nhất | cuối kỳ |
tyso | Tỷ số | | tỷ số | xã | | |
colam | Có làm | | có/không | xã | | |
dem | Số đơn vị có báo | | số đếm | xã | đếm đơn vị | |
loai | Xếp loại | | phân loại | xã | | |
viet | Ý kiến | | văn bản | xã | | |
ngay | Ngày sớm nhất | | ngày | xã | nhỏ nhất | |
`

// answered are the forms that came in: period, unit, answers. kad is “không áp dụng”, ? is no number.
const answered = `
Q1 x1 tong=1 ton=10 tien=1,5 luy=5 cao=7 thap=4 bq=4 bqdv=2 rieng=1 tudv=3 ptram=25,5% tyso=1/2 colam=có dem=4 loai=T viet=Hay ngay=05/02/2021
Q2 x1 tong=2 ton=11 tien=0 luy=9 cao=9 thap=3 bq=5 bqdv=1 rieng=1 tudv=3 ptram=30% tyso=1/3 colam=có dem=1 loai=T viet=Hay ngay=06/05/2021
Q3 x1 tong=2 ton=12 tien=2 cao=3 thap=3 bq=5 bqdv=1 rieng=1 tudv=3 ptram=30% tyso=1/3 colam=không dem=1 loai=K viet=Hay ngay=06/08/2021
Q4 x1 tong=4 ton=13 tien=3,25 luy=20 cao=1 thap=1 bq=9 bqdv=6 rieng=2 tudv=1 ptram=12,5% tyso=2/4 colam=có dem=9 loai=T viet=Hay ngay=05/11/2021
2021 x2 tong=100 ton=20 tien=7 luy=50 cao=70 thap=9 bq=11 bqdv=6 rieng=8 tudv=5 ptram=99% tyso=9/11 colam=không dem=2 loai=K viet=Hay ngay=01/03/2021
Q1 x3 tong=kad ton=5 luy=3 cao=? thap=2 bq=1 bqdv=1 tyso=0/0 colam=có
Q4 x3 tong=kad ton=kad luy=7 cao=? thap=5 bq=2 bqdv=1 tyso=3/7 colam=kad loai=T viet=Vui ngay=09/12/2021
Q1 x4 tong=8 ton=4 luy=2 cao=3 thap=1 bq=7 tudv=1 colam=có
Q2 x4 tong=16 ton=5 luy=4 cao=4 thap=1 bq=8 tudv=1 colam=có
Q2 tinh cuatinh=77
Q4 tinh cuatinh=33
2020 x1 tong=7 ton=8 tien=1 colam=có
2020 x2 tong=9 ton=9 tien=2 colam=có
`

// typedOffice makes a workspace from a catalogue and answers that are typed as texts.
func typedOffice(t *testing.T, catalogue, answers string) string {
	t.Helper()
	dir := t.TempDir()
	book := excelize.NewFile()
	sheet, row := "", 0
	for line := range strings.Lines(catalogue) {
		line = strings.TrimSpace(line)
		name, isSheet := strings.CutPrefix(line, "# ")
		switch {
		case line == "":
			continue
		case isSheet:
			sheet, row = name, 0
			if _, err := book.NewSheet(sheet); err != nil {
				t.Fatal(err)
			}
			continue
		}
		row++
		for i, text := range strings.Split(line, "|") {
			setText(t, book, sheet, i+1, row, strings.TrimSpace(text))
		}
	}
	if err := book.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(filepath.Join(dir, catalogueName)); err != nil {
		t.Fatal(err)
	}
	fillOffice(t, dir, answers)
	return dir
}

// fillOffice fills blank forms of the workspace and puts them into the folder of submissions.
func fillOffice(t *testing.T, dir, answers string) {
	t.Helper()
	for line := range strings.Lines(answers) {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		forms := filepath.Join(dir, "bieumau-"+words[0])
		if _, err := os.Stat(forms); err != nil {
			var stderr bytes.Buffer
			if got := run(context.Background(), []string{"tonghop", "forms", dir, "--period", words[0], "--out", forms, "--quiet"}, nil, io.Discard, &stderr); got != fine {
				t.Fatalf("forms ended with %d: %s", got, stderr.String())
			}
		}
		given := make(map[string]string)
		for _, answer := range words[2:] {
			code, value, _ := strings.Cut(answer, "=")
			given[code] = strings.ReplaceAll(value, "kad", "không áp dụng")
		}
		fillOne(t, filepath.Join(forms, words[1]+".xlsx"), filepath.Join(dir, "nop", words[0], words[1]+".xlsx"), given)
	}
}

func fillOne(t *testing.T, form, to string, given map[string]string) {
	t.Helper()
	book, err := excelize.OpenFile(form)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows("Biểu mẫu")
	if err != nil {
		t.Fatal(err)
	}
	filled := 0
	for r, row := range rows {
		for _, text := range row {
			if value, ok := given[text]; ok {
				setText(t, book, "Biểu mẫu", 5, r+1, value)
				filled++
			}
		}
	}
	if filled != len(given) {
		t.Fatalf("%s: %d of %d answers have a place", form, filled, len(given))
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := book.SaveAs(to); err != nil {
		t.Fatal(err)
	}
}

func setText(t *testing.T, book *excelize.File, sheet string, column, row int, text string) {
	t.Helper()
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err == nil {
		err = book.SetCellStr(sheet, cell, text)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// Every way to put units and periods together, exemptions, a form for the whole year beside those for quarters.
func TestDuckDBReproducesEveryRollup(t *testing.T) {
	dir := typedOffice(t, everyRollup, answered)
	for _, flags := range [][]string{{"--period", "2021"}, {"--period", "Q4"}, {"--period", "2020"}, {"--period", "2021", "--strict"}} {
		t.Run(strings.Join(flags, " "), func(t *testing.T) {
			results := filepath.Join(t.TempDir(), "ketqua")
			var stderr bytes.Buffer
			args := append([]string{"tonghop", "aggregate", dir, "--quiet", "--out", results}, flags...)
			if got := run(context.Background(), args, nil, io.Discard, &stderr); got != fine && got != dataErrors {
				t.Fatalf("aggregate ended with %d: %s", got, stderr.String())
			}
			compareTotals(t, dir, results)
		})
	}
}
