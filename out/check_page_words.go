package out

import "tonghop/lang"

// pageWords are the fixed texts of kiem-tra.html, by the names that its template uses.
var pageWords = []struct {
	name string
	text lang.Format
}{
	{"title", lang.Format{Vi: "Kết quả kiểm tra biểu mẫu", En: "Check of the forms"}},
	{"skipPicture", lang.Format{Vi: "Bỏ qua sơ đồ, đến những điểm cần xử lý", En: "Skip the picture, go to what to deal with"}},
	{"who", lang.Format{Vi: "Ai đã nộp", En: "Who has reported"}},
	{"legend", lang.Format{Vi: "Chú giải, kèm số đơn vị", En: "Legend, with the number of units"}},
	{"noUnits", lang.Format{
		Vi: "Kỳ này không có đơn vị nào phải nộp. Trong trang Đơn vị của danh mục, cột Phải nộp phải ghi “có”.",
		En: "No unit must submit in this period. On the sheet Đơn vị of the catalogue the column Phải nộp must say “có”.",
	}},
	{"completeness", lang.Format{Vi: "Mức độ đầy đủ", En: "Completeness"}},
	{"group", lang.Format{Vi: "Nhóm đơn vị", En: "Group of units"}},
	{"chart", lang.Format{Vi: "Biểu đồ", En: "Chart"}},
	{"submitted", lang.Format{Vi: "Đã nộp", En: "Submitted"}},
	{"full", lang.Format{Vi: "Nộp đủ", En: "Complete"}},
	{"figures", lang.Format{Vi: "Số liệu đã có", En: "Figures given"}},
	{"errors", lang.Format{Vi: "Lỗi", En: "Errors"}},
	{"warnings", lang.Format{Vi: "Cảnh báo", En: "Warnings"}},
	{"kinds", lang.Format{Vi: "Những điểm cần xử lý, theo loại", En: "What to deal with, by kind"}},
	{"kind", lang.Format{Vi: "Loại phát hiện", En: "Kind of finding"}},
	{"severity", lang.Format{Vi: "Mức", En: "Severity"}},
	{"count", lang.Format{Vi: "Số lượng", En: "Number"}},
	{"noFindings", lang.Format{Vi: "Không có phát hiện nào.", En: "No findings."}},
	{"filters", lang.Format{Vi: "Tìm và lọc", En: "Search and filter"}},
	{"search", lang.Format{Vi: "Tìm", En: "Search"}},
	{"searchHint", lang.Format{Vi: "tên đơn vị, số liệu, tệp…", En: "unit, figure, file…"}},
	{"all", lang.Format{Vi: "tất cả", En: "all"}},
	{"reset", lang.Format{Vi: "Bỏ lọc", En: "Clear"}},
	{"shown", lang.Format{Vi: "Đang hiện {findings} phát hiện, {units} đơn vị.", En: "Showing {findings} findings, {units} units."}},
	{"only", lang.Format{Vi: "Chỉ xem: {unit}.", En: "Only: {unit}."}},
	{"findings", lang.Format{Vi: "Phát hiện", En: "Findings"}},
	{"unit", lang.Format{Vi: "Đơn vị", En: "Unit"}},
	{"finding", lang.Format{Vi: "Điều phát hiện và việc cần làm", En: "Finding and what to do"}},
	{"where", lang.Format{Vi: "Ở đâu", En: "Where"}},
	{"typed", lang.Format{Vi: "Đang ghi", En: "As typed"}},
	{"suggestion", lang.Format{Vi: "Gợi ý:", En: "Suggestion:"}},
	{"units", lang.Format{Vi: "Tình hình từng đơn vị", En: "Unit by unit"}},
	{"level", lang.Format{Vi: "Cấp", En: "Level"}},
	{"above", lang.Format{Vi: "Trực thuộc", En: "Under"}},
	{"status", lang.Format{Vi: "Tình trạng", En: "State"}},
	{"inTime", lang.Format{Vi: "Đúng hạn", En: "In time"}},
	{"unused", lang.Format{Vi: "Những tệp không được tính", En: "Files that do not count"}},
	{"file", lang.Format{Vi: "Tệp", En: "File"}},
	{"outcome", lang.Format{Vi: "Kết quả", En: "Outcome"}},
	{"reason", lang.Format{Vi: "Lý do", En: "Reason"}},
	{"footer", lang.Format{
		Vi: "Bảng đầy đủ để lọc và gửi đi nằm trong kiem-tra.xlsx, cùng thư mục với trang này. Tệp của các đơn vị không bị thay đổi.",
		En: "The full tables, to filter and to send on, are in kiem-tra.xlsx beside this page. The units' files were not changed.",
	}},
}

// pageWordsIn are the fixed texts in one language.
func pageWordsIn(l lang.Lang) map[string]string {
	words := make(map[string]string, len(pageWords))
	for _, word := range pageWords {
		words[word.name] = word.text.In(l)
	}
	return words
}
