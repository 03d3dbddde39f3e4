package xlsx

import (
	"bytes"
	"compress/flate"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

// formOf makes a form as units send it: title, unit, period, header, then rows of indicators with figures.
func formOf(t testing.TB, rows int) []byte {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	const sheet = "Sheet1"
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	number, err := f.NewStyle(&excelize.Style{NumFmt: 3, Border: []excelize.Border{{Type: "left", Style: 1, Color: "000000"}}})
	check(err)
	percent, err := f.NewStyle(&excelize.Style{NumFmt: 10, Font: &excelize.Font{Family: ".VnTime", Size: 13}})
	check(err)
	check(f.SetCellValue(sheet, "A1", "BIỂU MẪU TỔNG HỢP CÔNG TÁC ĐOÀN"))
	check(f.MergeCell(sheet, "A1", "F1"))
	check(f.SetSheetRow(sheet, "A4", &[]any{"STT", "Mã", "Nội dung", "ĐVT", "Số liệu", "Ghi chú"}))
	for i := range rows {
		row := []any{i + 1, "xd_dv_" + Ref(i+1, 1), "Số đoàn viên mới kết nạp trong kỳ, nội dung thứ " + Ref(i+1, 2), "đoàn viên", i*137 + 5, nil}
		check(f.SetSheetRow(sheet, Ref(i+5, 1), &row))
		check(f.SetCellStyle(sheet, Ref(i+5, 5), Ref(i+5, 5), number))
	}
	check(f.SetCellValue(sheet, Ref(rows+6, 5), 0.8248))
	check(f.SetCellStyle(sheet, Ref(rows+6, 5), Ref(rows+6, 5), percent))
	var out bytes.Buffer
	check(f.Write(&out))
	return out.Bytes()
}

// BenchmarkRead shows three things side by side: unpacking the parts and nothing else, reading every cell, and excelize reading every cell.
func BenchmarkRead(b *testing.B) {
	for _, size := range []struct {
		name string
		rows int
	}{{"form100", 100}, {"list20000", 20_000}} {
		data := formOf(b, size.rows)
		b.Run(size.name+"/inflate", func(b *testing.B) { benchInflate(b, data) })
		b.Run(size.name+"/strict", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				book, err := Open(data)
				if err != nil {
					b.Fatal(err)
				}
				for i := range book.Sheets {
					if _, err := book.Cells(i, func(Cell) error { return nil }); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run(size.name+"/excelize", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := readExcelize(data); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func benchInflate(b *testing.B, data []byte) {
	a, err := openArchive(data, standard)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	reader := flate.NewReader(bytes.NewReader(nil))
	for b.Loop() {
		for _, e := range a.entries {
			if err := reader.(flate.Resetter).Reset(bytes.NewReader(e.data), nil); err != nil {
				b.Fatal(err)
			}
			if _, err := io.Copy(io.Discard, reader); err != nil {
				b.Fatal(err)
			}
		}
	}
}
