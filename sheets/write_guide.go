package sheets

import (
	"errors"

	"github.com/xuri/excelize/v2"

	"tonghop/sheets/xlsx"
)

// guideSteps are the first steps, as somebody who opens the catalogue for the first time needs them.
var guideSteps = []string{
	"1. Trang “Thông tin”: ghi tên tỉnh, kỳ đang làm và các thông tin in trên báo cáo.",
	"2. Trang “Kỳ”: mỗi kỳ báo cáo một dòng, có ngày đầu, ngày cuối và hạn nộp.",
	"3. Trang “Đơn vị”: thêm mỗi đơn vị một dòng; ghi Cấp, mã đơn vị cấp trên (Trực thuộc) và “có” ở Phải nộp.",
	"4. Trang “Chỉ tiêu”: ghi mức được giao vào cột Ngưỡng. Chỉ tiêu chưa có ngưỡng thì chưa được kết luận.",
	"5. Chạy “tonghop check” để kiểm tra chính danh mục này trước, rồi “tonghop forms” để tạo biểu cho các đơn vị.",
}

// guideNotes say what holds for every sheet.
var guideNotes = []string{
	"Tiêu đề cột màu đỏ: phải ghi. Tiêu đề màu xanh: có thể để trống. Rê chuột lên tiêu đề để đọc giải thích.",
	"Được đổi thứ tự cột, thêm cột riêng, để dòng trống, lọc và ẩn dòng: dòng bị lọc hoặc bị ẩn vẫn được tính.",
	"Mã viết hoa hay viết thường đều được; cấp và các giá trị chọn sẵn viết có dấu hay không dấu đều được.",
	"Trong công thức, các đối số cách nhau bằng dấu chấm phẩy; không viết dấu chấm ngăn hàng nghìn: 2000, không phải 2.000.",
}

// guide writes the first sheet: the steps, and what each sheet is for.
func (b *book) guide() {
	b.width(sheetGuide, 1, 20)
	b.width(sheetGuide, 2, 100)
	b.span(1, "DANH MỤC TỔNG HỢP BÁO CÁO", &excelize.Font{Family: catalogueFont, Size: 18, Bold: true, Color: blue}, 30)
	b.span(2, "Mọi đơn vị, số liệu, quy tắc và chỉ tiêu là một dòng trong các trang dưới đây.", &excelize.Font{Family: catalogueFont, Size: 12, Italic: true, Color: grey}, 20)
	row := b.passage(4, "Các bước đầu tiên", guideSteps)
	row = b.passage(row+1, "Các trang", nil)
	row = b.contents(row)
	row = b.passage(row+1, "Cần biết", guideNotes)
	b.page(sheetGuide, 1)
	hidden := false
	b.keep(b.f.SetSheetView(sheetGuide, 0, &excelize.ViewOptions{ShowGridLines: &hidden}))
	b.keep(b.f.SetSheetDimension(sheetGuide, "A1:"+xlsx.Ref(row-1, 2)))
}

// span writes a line over both columns.
func (b *book) span(row int, text string, font *excelize.Font, height float64) {
	at, end := xlsx.Ref(row, 1), xlsx.Ref(row, 2)
	style, err := b.f.NewStyle(&excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}})
	b.keep(errors.Join(err, b.f.MergeCell(sheetGuide, at, end), b.f.SetCellStr(sheetGuide, at, text), b.f.SetCellStyle(sheetGuide, at, end, style)))
	b.keep(b.f.SetRowHeight(sheetGuide, row, height))
}

// passage writes a heading with lines below it and gives the row after them.
func (b *book) passage(row int, heading string, lines []string) int {
	b.span(row, heading, &excelize.Font{Family: catalogueFont, Size: 13, Bold: true, Color: blue}, 22)
	for _, text := range lines {
		row++
		b.span(row, text, &excelize.Font{Family: catalogueFont, Size: 12, Color: ink}, 20)
	}
	return row + 1
}

// contents writes a linked line for each sheet and gives the row after them.
func (b *book) contents(row int) int {
	link, err := b.f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: catalogueFont, Size: 12, Bold: true, Underline: "single", Color: blue},
		Alignment: &excelize.Alignment{Vertical: "center"}, Border: borders(line),
	})
	b.keep(err)
	plain, err := b.f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Family: catalogueFont, Size: 12, Color: ink},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true}, Border: borders(line),
	})
	b.keep(err)
	for _, spec := range sheetSpecs {
		name, purpose := xlsx.Ref(row, 1), xlsx.Ref(row, 2)
		b.keep(errors.Join(
			b.f.SetCellStr(sheetGuide, name, spec.name), b.f.SetCellStyle(sheetGuide, name, name, link),
			b.f.SetCellHyperLink(sheetGuide, name, "'"+spec.name+"'!A1", "Location"),
			b.f.SetCellStr(sheetGuide, purpose, spec.purpose.Vi), b.f.SetCellStyle(sheetGuide, purpose, purpose, plain),
			b.f.SetRowHeight(sheetGuide, row, 20),
		))
		row++
	}
	return row
}
