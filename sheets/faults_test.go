package sheets

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/lang"
)

// faultCases are the faults of a catalogue, each made by one change to the small catalogue. cell is where it is said to be and says a part
// of what is said.
var faultCases = []struct {
	name     string
	change   func(*[]Table)
	code     string
	severity figure.Severity
	cell     string
	says     string
	suggest  string
}{
	{"header misspelt", header("Số liệu", "Tên", "Tênn"), faultColumn, figure.Error, "Số liệu › B1", "thiếu cột “Tên”", "Tên"},
	{"optional header misspelt", header("Số liệu", "Định dạng", "Định dangg"), faultColumn, figure.Warning, "Số liệu › N1", "có phải là cột “Định dạng”", "Định dạng"},
	{"header lacking", header("Kỳ", "Từ ngày", "Cột của tôi"), faultColumn, figure.Error, "danhmuc.xlsx › Kỳ", "thiếu cột “Từ ngày”", ""},
	{"header twice", header("Đơn vị", "Ghi chú", "Tên"), faultColumn, figure.Error, "Đơn vị › I1", "hai lần, lần đầu ở ô B1", ""},
	{"no header", func(t *[]Table) { tableOf(t, "Quy tắc").Header = []string{"a", "b"} }, faultColumn, figure.Error, "Quy tắc", "Không tìm thấy dòng tiêu đề", ""},
	{"sheet misspelt", func(t *[]Table) { tableOf(t, "Quy tắc").Sheet = "Quy tắcc" }, faultSheet, figure.Warning, "Quy tắcc", "có phải là trang “Quy tắc”", "Quy tắc"},
	{"sheet twice", add("Danh bạ đơn vị", []string{"Mã", "Tên"}, "y", "Y"), faultSheet, figure.Error, "Danh bạ đơn vị", "chỉ trang thứ nhất được dùng", ""},

	{"no units", remove("Đơn vị"), faultBlank, figure.Error, "Đơn vị", "chưa có đơn vị nào", ""},
	{"no periods", remove("Kỳ"), faultBlank, figure.Error, "Kỳ", "chưa có kỳ nào", ""},
	{"blank name", set("Đơn vị", 1, "Tên", ""), faultBlank, figure.Error, "Đơn vị › B3", "Ô “Tên” đang trống", ""},
	{"derived without formula", set("Số liệu", 4, "Công thức", ""), faultBlank, figure.Error, "Số liệu › K6", "cột Công thức để trống", ""},
	{"nobody gives it", set("Số liệu", 1, "Cấp nhập", ""), faultBlank, figure.Warning, "Số liệu › F3", "không đơn vị nào phải báo", ""},
	{"no comparison", set("Quy tắc", 0, "Phép", ""), faultBlank, figure.Warning, "Quy tắc › D2", "được hiểu là “<=”", ""},
	{"no row *", func(t *[]Table) { tb := tableOf(t, "Chỉ tiêu"); tb.Rows = tb.Rows[1:] }, faultBlank, figure.Warning, "Chỉ tiêu › A2", "không có dòng *", ""},
	{"part without expression", set("Chỉ tiêu", 1, "Biểu thức", ""), faultBlank, figure.Error, "Chỉ tiêu › D3", "chưa có biểu thức", ""},
	{"chosen without file", set("Tiếp nhận", 0, "Tệp", ""), faultBlank, figure.Error, "Tiếp nhận › F2", "không ghi tệp nào", ""},

	{"unit twice", set("Đơn vị", 3, "Mã", "X1"), faultTwice, figure.Error, "Đơn vị › A5", "đã dùng ở ô A4", ""},
	{"figure twice", set("Số liệu", 1, "Mã", "DV"), faultTwice, figure.Error, "Số liệu › A3", "Mã “DV” đã dùng ở ô A2", ""},
	{"setting twice", set("Thông tin", 0, "Khóa", "Kỳ"), faultTwice, figure.Error, "Thông tin › A3", "đã dùng ở ô A2", ""},
	{"part twice", set("Chỉ tiêu", 2, "Phần", "A"), faultTwice, figure.Error, "Chỉ tiêu › B4", "đã có phần “A” ở ô B3", ""},
	{"clause twice", set("Khuyết điểm", 1, "Vế", "1"), faultTwice, figure.Error, "Khuyết điểm › B3", "đã có vế “1”", ""},
	{"option twice", set("Lựa chọn", 1, "Mã", "xs"), faultTwice, figure.Error, "Lựa chọn › B3", "đã có lựa chọn “xs” ở ô B2", ""},
	{"two verdicts", set("Khuyết điểm", 1, "Đánh giá", "2"), faultTwice, figure.Error, "Khuyết điểm › I3", "ghi khác ở ô I2", ""},
	{"list column twice", add("Bảng kê", []string{"Bảng", "Cột", "Tên"}, "ds", "ten", "Tên", "ds", "TÊN", "Lại"), faultTwice, figure.Error, "Bảng kê › B3", "đã có cột “TÊN” ở ô B2", ""},

	{"unknown kind", set("Số liệu", 1, "Kiểu", "số đêmm"), faultUnclear, figure.Error, "Số liệu › E3", "không có giá trị “số đêmm”", "số đếm"},
	{"code is no name", set("Số liệu", 1, "Mã", "đoàn viên"), faultUnclear, figure.Error, "Số liệu › A3", "không dùng được trong công thức", ""},
	{"code is a word of the language", set("Số liệu", 1, "Mã", "có"), faultUnclear, figure.Error, "Số liệu › A3", "không dùng được", ""},
	{"share added", set("Số liệu", 1, "Kiểu", "tỷ lệ", "Gộp đơn vị", "tổng"), faultUnclear, figure.Error, "Số liệu › G3", "“tỷ lệ” không gộp các đơn vị bằng “tổng”", ""},
	{"stock added over periods", set("Số liệu", 0, "Gộp kỳ", "tổng"), faultUnclear, figure.Error, "Số liệu › H2", "“tồn” không gộp các kỳ bằng “tổng”", ""},
	{"formula of a typed figure", set("Số liệu", 1, "Công thức", "dv"), faultUnclear, figure.Error, "Số liệu › K3", "Kiểu không phải “công thức”", ""},
	{"money without measure", set("Số liệu", 2, "ĐVT", "suất"), faultUnclear, figure.Error, "Số liệu › D4", "không phải đơn vị tiền", ""},
	{"limit with fraction", set("Số liệu", 0, "Nhỏ nhất", "1,5"), faultUnclear, figure.Error, "Số liệu › L2", "không hợp với kiểu “tồn”", ""},
	{"limit of a category", set("Số liệu", 3, "Nhỏ nhất", "1"), faultUnclear, figure.Error, "Số liệu › L5", "không có giá trị nhỏ nhất", ""},
	{"day that does not exist", set("Kỳ", 1, "Hạn nộp", "31/02/2021"), faultUnclear, figure.Error, "Kỳ › E3", "phải là ngày", ""},
	{"range in one cell", set("Chỉ tiêu", 1, "Ngưỡng", "30-40"), faultUnclear, figure.Error, "Chỉ tiêu › F3", "“30-40” là một khoảng", ""},
	{"threshold is a code", set("Chỉ tiêu", 1, "Ngưỡng", "dv"), faultUnclear, figure.Error, "Chỉ tiêu › F3", "không phải công thức", ""},
	{"text in order", set("Chỉ tiêu", 1, "Ngưỡng", `"XS"`), faultUnclear, figure.Error, "Chỉ tiêu › F3", "không so lớn nhỏ được", ""},
	{"measured row *", set("Chỉ tiêu", 0, "Biểu thức", "dv"), faultUnclear, figure.Error, "Chỉ tiêu › D2", "không có Biểu thức", ""},
	{"levels of a total", set("Chỉ tiêu", 1, "Phạm vi", "tổng: xã"), faultUnclear, figure.Error, "Chỉ tiêu › H3", "Chỉ phạm vi “từng đơn vị”", ""},
	{"upper threshold alone", set("Chỉ tiêu", 1, "Ngưỡng trên", "9"), faultUnclear, figure.Warning, "Chỉ tiêu › G3", "chỉ dùng khi So sánh là “khoảng”", ""},
	{"range of texts", set("Chỉ tiêu", 1, "So sánh", "khoảng", "Ngưỡng trên", "có"), faultUnclear, figure.Error, "Chỉ tiêu › G3", "Hai đầu của khoảng phải là số", ""},
	{"period of the row *", set("Chỉ tiêu", 0, "Kỳ", "2021"), faultUnclear, figure.Error, "Chỉ tiêu › O2", "không có Kỳ", ""},
	{"plan of an unknown period", set("Chỉ tiêu", 1, "Kỳ", "2012"), faultReference, figure.Error, "Chỉ tiêu › O3", "Không có kỳ “2012”", ""},
	{"too many last years", set("Khuyết điểm", 0, "Năm trước", "1;2;3;4"), faultUnclear, figure.Error, "Khuyết điểm › H2", "4 giá trị năm trước cho 3 số đo", ""},
	{"negative tolerance", set("Quy tắc", 0, "Sai số", "-1"), faultUnclear, figure.Error, "Quy tắc › F2", "không được âm", ""},
	{"a factor that is none", func(t *[]Table) {
		set("Thông tin", 2, "Khóa", "he_so_lech", "Giá trị", "1")(t)
	}, faultUnclear, figure.Error, "Thông tin › B4", "he_so_lech", ""},
	{"severity of an unknown check", severityCase("muc.so-trom", "lỗi"), faultReference, figure.Error, "Thông tin › B4", "không có phép kiểm tra nào mang mã “so-trom”", "so-tron"},
	{"severity of a rule", severityCase("muc.Q1", "lỗi"), faultReference, figure.Error, "Thông tin › B4", "mức của quy tắc không đặt ở đây", ""},
	{"severity that is none", severityCase("muc.so-tron", "lưuý"), faultUnclear, figure.Error, "Thông tin › B4", "ghi mức “lưuý”", "lưu ý"},
	{"a check that is always told", severityCase("muc.so-lieu-quy-doi", "tắt"), faultUnclear, figure.Error, "Thông tin › B4", "không tắt được phép kiểm tra này", ""},
	{"share above all", set("Thông tin", 2, "Giá trị", "150%"), faultUnclear, figure.Error, "Thông tin › B4", "do_phu_toi_thieu", ""},

	{"unknown parent", set("Đơn vị", 2, "Trực thuộc", "h9"), faultReference, figure.Error, "Đơn vị › E4", "trực thuộc “h9”", ""},
	{"parent by name", set("Đơn vị", 2, "Trực thuộc", "huyen doan bac"), faultReference, figure.Error, "Đơn vị › E4", "là tên của một đơn vị", "h1"},
	{"unknown period", set("Thông tin", 1, "Giá trị", "2012"), faultReference, figure.Error, "Thông tin › B3", "Không có kỳ “2012”", ""},
	{"unknown longer period", set("Kỳ", 0, "Thuộc kỳ", "20211"), faultReference, figure.Error, "Kỳ › F2", "Không có kỳ “20211”", ""},
	{"unknown unit of an intake", set("Tiếp nhận", 0, "Đơn vị", "x9"), faultReference, figure.Error, "Tiếp nhận › A2", "Không có đơn vị mã “x9”", "x1"},
	{"category without options", func(t *[]Table) {
		setCell(*t, "Lựa chọn", 0, "Danh sách", "a")
		setCell(*t, "Lựa chọn", 1, "Danh sách", "b")
	}, faultReference, figure.Error, "Số liệu › E5", "chưa có lựa chọn nào", ""},
	{"unknown style", set("Số liệu", 4, "Định dạng", "dep_mat"), faultReference, figure.Error, "Số liệu › N6", "Không có cách in “dep_mat”", ""},
	{"unknown field", set("Khuyết điểm", 0, "Lĩnh vực", "Tổ chức cán bộ"), faultReference, figure.Warning, "Khuyết điểm › D2", "không có trong danh sách linh_vuc", "Tổ chức, cán bộ"},
	{"unknown measure", set("Khuyết điểm", 0, "Số đo", "CT-Z"), faultReference, figure.Error, "Khuyết điểm › G2", "“CT-Z” không phải chỉ tiêu nào", ""},
	{"list feeds an unknown figure", feedCase("văn bản", "utt"), faultReference, figure.Warning, "Bảng kê › E2", "Không có số liệu mã “utt”", "ut"},
	{"list feeds what nobody types", feedCase("văn bản", "ty_le"), faultUnclear, figure.Error, "Bảng kê › E2", "tính bằng công thức", ""},
	{"list feeds a category", feedCase("số đếm", "loai"), faultUnclear, figure.Error, "Bảng kê › E2", "không phải là số đếm được", ""},
	{"list feeds people into money", feedCase("số đếm", "qua_tien"), faultUnclear, figure.Error, "Bảng kê › E2", "một bên là tiền", ""},
	{"list feeds an option of a text", feedCase("văn bản", "nam: dv"), faultUnclear, figure.Error, "Bảng kê › E2", "không phải kiểu phân loại", ""},
	{"list without options", add("Bảng kê", []string{"Bảng", "Cột", "Tên", "Kiểu"}, "ds", "loai", "Loại", "phân loại"), faultReference, figure.Error, "Bảng kê › D2", "ds.loai", ""},

	{"syntax", set("Số liệu", 4, "Công thức", "ut / (dv"), faultFormula, figure.Error, "Số liệu › K6", "Ký tự thứ", ""},
	{"unknown name", set("Số liệu", 4, "Công thức", "ut / dvv"), faultFormula, figure.Error, "Số liệu › K6", "Ký tự thứ 6 của biểu thức", "dv"},
	{"unknown name in a rule", set("Quy tắc", 0, "Vế phải", "dvx"), faultFormula, figure.Error, "Quy tắc › E2", "dvx", "dv"},
	{"unknown threshold", set("Số liệu", 4, "Công thức", `ut / nguong("CT-A.z")`), faultFormula, figure.Error, "Số liệu › K6", "CT-A.z", ""},
	{"condition is a number", set("Chỉ tiêu", 2, "Điều kiện", "dv + 1"), faultFormula, figure.Error, "Chỉ tiêu › I4", "cần một điều kiện", ""},
	{"condition is a figure", set("Chỉ tiêu", 2, "Điều kiện", "dv"), faultFormula, figure.Error, "Chỉ tiêu › I4", "cần một điều kiện đúng hoặc sai, nhưng biểu thức cho một số", ""},
	{"condition is a derived figure", set("Chỉ tiêu", 2, "Điều kiện", "TY_LE"), faultFormula, figure.Error, "Chỉ tiêu › I4", "nhưng biểu thức cho một số", ""},
	{"condition is a text", set("Chỉ tiêu", 2, "Điều kiện", `"có vẻ"`), faultFormula, figure.Error, "Chỉ tiêu › I4", "nhưng biểu thức cho chữ", ""},
	{"left side is a truth", set("Quy tắc", 0, "Vế trái", "ut > 3"), faultFormula, figure.Error, "Quy tắc › C2", "cho đúng hoặc sai nên không so lớn nhỏ được bằng “<=”", ""},
	{"right side is a truth", set("Quy tắc", 0, "Vế phải", "ut > 3"), faultFormula, figure.Error, "Quy tắc › E2", "cho đúng hoặc sai nên không so lớn nhỏ được bằng “<=”", ""},
	{"truth equal to a number", set("Quy tắc", 0, "Vế trái", "ut > 3", "Phép", "="), faultFormula, figure.Error, "Quy tắc › C2", "cho đúng hoặc sai còn vế kia cho một số", ""},
	{"number equal to a truth", set("Quy tắc", 0, "Vế phải", "ut > 4", "Phép", "<>"), faultFormula, figure.Error, "Quy tắc › E2", "cho đúng hoặc sai còn vế kia cho một số", ""},
	{"category in order", set("Quy tắc", 0, "Vế trái", "loai"), faultFormula, figure.Error, "Quy tắc › C2", "cho chữ nên không so lớn nhỏ được", ""},
	{"category together with a number", set("Quy tắc", 0, "Vế phải", "loai", "Phép", "cùng có"), faultFormula, figure.Error, "Quy tắc › E2", "Phép “cùng có” cần số", ""},
	{"target is a truth", set("Chỉ tiêu", 1, "Biểu thức", "ut > 3"), faultFormula, figure.Error, "Chỉ tiêu › D3", "cho đúng hoặc sai nên không so lớn nhỏ được với ngưỡng", ""},
	{"target is a truth equal to a number", set("Chỉ tiêu", 1, "Biểu thức", "ut > 3", "So sánh", "="), faultFormula, figure.Error, "Chỉ tiêu › D3", "cho đúng hoặc sai nhưng Ngưỡng là một số", ""},
	{"target is a truth in a range", set("Chỉ tiêu", 1, "Biểu thức", "ut > 3", "So sánh", "khoảng", "Ngưỡng trên", "3000"), faultFormula, figure.Error, "Chỉ tiêu › D3", "không so lớn nhỏ được", ""},
	{"target is a number equal to a text", set("Chỉ tiêu", 1, "So sánh", "=", "Ngưỡng", `"XS"`), faultFormula, figure.Error, "Chỉ tiêu › D3", "cho một số nhưng Ngưỡng là chữ", ""},
	{"grouped threshold", set("Chỉ tiêu", 1, "Ngưỡng", "2.000"), faultFormula, figure.Error, "Chỉ tiêu › F3", "2.000", ""},

	{"figure in a circle", set("Số liệu", 4, "Công thức", "ty_le + 1"), faultCircle, figure.Error, "Số liệu › K6", "ty_le → ty_le", ""},
	{"figure and target in a circle", set("Số liệu", 4, "Công thức", "dem_chi_tieu(vuot) / dv"), faultCircle, figure.Error, "Số liệu › K6", "ty_le → CT-A → ty_le", ""},
	{"target in a circle", set("Chỉ tiêu", 2, "Biểu thức", "dem_chi_tieu(vuot)"), faultCircle, figure.Error, "Chỉ tiêu › D4", "CT-A → CT-A", ""},
	{"target in a circle by its condition", set("Chỉ tiêu", 2, "Điều kiện", "dem_chi_tieu(vuot) > 0"), faultCircle, figure.Error, "Chỉ tiêu › I4", "CT-A → CT-A", ""},
	{"period in a circle", set("Kỳ", 1, "Thuộc kỳ", "2021"), faultCircle, figure.Error, "Kỳ › F3", "thuộc chính nó", ""},
	{"units in a circle", set("Đơn vị", 1, "Trực thuộc", "x1"), faultTree, figure.Error, "Đơn vị › E3", "h1 → x1 → h1", ""},
	{"no root", set("Đơn vị", 0, "Trực thuộc", "h1"), faultTree, figure.Error, "Đơn vị", "Không đơn vị nào là gốc", ""},
	{"two roots", set("Đơn vị", 3, "Trực thuộc", ""), faultTree, figure.Error, "Đơn vị › E5", "gốc đã là “t” ở ô A2", ""},
	{"nobody files", func(t *[]Table) {
		for n := range 4 {
			setCell(*t, "Đơn vị", n, "Phải nộp", "")
		}
	}, faultTree, figure.Warning, "Đơn vị", "Không đơn vị nào phải nộp", ""},

	{"period reversed", set("Kỳ", 0, "Đến ngày", "31/3/2020"), faultOrder, figure.Error, "Kỳ › D2", "trước Từ ngày", ""},
	{"unit reversed", set("Đơn vị", 2, "Đến ngày", "31/3/2019"), faultOrder, figure.Error, "Đơn vị › H4", "trước Từ ngày", ""},
	{"periods overlap", set("Kỳ", 0, "Từ ngày", "01/12/2020"), faultOrder, figure.Warning, "Kỳ › A3", "chồng lên một phần", ""},
	{"sub-periods that share days", func(t *[]Table) {
		(*t)[1].Rows = append((*t)[1].Rows, []string{"2021-TN", "Quý thanh niên", "01/01/2021", "31/3/2021", "", "2021"})
	}, faultOrder, figure.Error, "Kỳ › A4", "bị cộng hai lần", ""},
	{"deadline before the period", set("Kỳ", 1, "Hạn nộp", "15/12/2020"), faultOrder, figure.Warning, "Kỳ › E3", "trước ngày đầu của kỳ", ""},
	{"limits reversed", set("Số liệu", 0, "Lớn nhất", "2"), faultOrder, figure.Error, "Số liệu › L2", "lớn hơn Lớn nhất 2", ""},
	{"range reversed", set("Chỉ tiêu", 1, "So sánh", "khoảng", "Ngưỡng trên", "30"), faultOrder, figure.Error, "Chỉ tiêu › F3", "lớn hơn Ngưỡng trên 30", ""},

	{"hand verdict without reason", set("Chỉ tiêu", 1, "Kết luận tay", "đạt"), faultReason, figure.Error, "Chỉ tiêu › L3", "không ghi lý do", ""},
	{"level nobody has", set("Số liệu", 1, "Cấp nhập", "xã;liên chi"), faultLevel, figure.Note, "Số liệu › F3", "cấp “liên chi”", ""},
	{"level misspelt", set("Số liệu", 1, "Cấp nhập", "xã;huyệnn"), faultLevel, figure.Warning, "Số liệu › F3", "cấp “huyệnn”", "huyện"},
	{"level misspelt in a formula", set("Số liệu", 4, "Công thức", `so_don_vi("huyenn") / dv`), faultLevel, figure.Warning, "Số liệu › K6", "cấp “huyenn”", "huyện"},
	{"levels with a comma", set("Quy tắc", 0, "Áp dụng cho", "xã, huyện, tỉnh"), faultLevel, figure.Warning, "Quy tắc › I2", "xã, huyện", ""},
	{"no threshold", set("Chỉ tiêu", 1, "Ngưỡng", ""), faultThreshold, figure.Note, "Chỉ tiêu › F3", "1 nội dung chỉ tiêu chưa có ngưỡng nên chưa kết luận được: CT-A.a", ""},
	{"successions", add("Chuyển đổi", []string{"Mã cũ", "Mã mới", "Ngày"}, "h1", "h2", "01/7/2025"), faultOrder, figure.Error, "Chuyển đổi › C2", "ngày đó không có đơn vị “h2”", ""},
	{"unit's code used again", func(t *[]Table) {
		add("Chuyển đổi", []string{"Mã cũ", "Mã mới", "Ngày"}, "h2", "h1", "01/7/2025")(t)
		units := tableOf(t, "Đơn vị")
		units.Rows = append(units.Rows, []string{"h2", "Huyện đoàn khác", "", "huyện", "t", "", "02/7/2025", "", ""})
	}, faultReused, figure.Warning, "Đơn vị › A5", "được gọi là h2@2025-06-30", ""},
	{"shortcoming followed in no period", history("2021; 2031", ""), faultReference, figure.Error, "Khuyết điểm › N2", "Không có kỳ “2031”", "2021"},
	{"past level without a period", history("", "1a"), faultUnclear, figure.Error, "Khuyết điểm › O2", "“1a” không phải là mức của một kỳ", ""},
	{"past level that is none", history("", "2021: 7"), faultUnclear, figure.Error, "Khuyết điểm › O2", "“2021: 7” không phải", ""},
	{"past level of no period", history("", "1999: 1a"), faultReference, figure.Error, "Khuyết điểm › O2", "Không có kỳ “1999”", ""},
	{"plan of a target that is not there", assigned("CT-Z", "", "h1", "5", "", ""), faultReference, figure.Error, "Giao chỉ tiêu › A2", "“CT-Z”", ""},
	{"plan of a unit that is not there", assigned("CT-A", "a", "x9", "5", "", ""), faultReference, figure.Error, "Giao chỉ tiêu › C2", "“x9”", "x1"},
	{"plan of a unit twice", assigned("CT-A", "a", "h1", "5", "", "", "ct-a", "A", "H1", "6", "", ""), faultTwice, figure.Error, "Giao chỉ tiêu › C3", "ở ô C2", ""},
	{"plan without a threshold", assigned("CT-A", "a", "h1", "", "", ""), faultBlank, figure.Error, "Giao chỉ tiêu › D2", "Ngưỡng", ""},
	{"plan of one end of a range alone", func(t *[]Table) {
		set("Chỉ tiêu", 1, "So sánh", "khoảng", "Ngưỡng trên", "3000")(t)
		assigned("CT-A", "a", "h1", "5", "", "")(t)
	}, faultBlank, figure.Error, "Giao chỉ tiêu › E2", "Ngưỡng trên", ""},
	{"plan of a unit reversed", func(t *[]Table) {
		set("Chỉ tiêu", 1, "So sánh", "khoảng", "Ngưỡng trên", "3000")(t)
		assigned("CT-A", "a", "h1", "5", "4", "")(t)
	}, faultOrder, figure.Error, "Giao chỉ tiêu › D2", "lớn hơn Ngưỡng trên 4", ""},
	{"plan of a unit for each month", func(t *[]Table) {
		set("Chỉ tiêu", 1, "Phạm vi", "từng tháng")(t)
		assigned("CT-A", "a", "h1", "5", "", "")(t)
	}, faultUnclear, figure.Error, "Giao chỉ tiêu › A2", "từng tháng", ""},
	{"exception to a figure that is not there", add("Giải trình", []string{"Đơn vị", "Kỳ", "Mã", "Lý do"}, "h1", "2021", "q1:zz9", "đã hỏi"), faultReference, figure.Warning, "Giải trình › C2", "“q1:zz9” không phải mã", ""},
	{"exception to nothing", add("Giải trình", []string{"Đơn vị", "Kỳ", "Mã", "Lý do"}, "h1", "2021", "zz9", "đã hỏi"), faultReference, figure.Warning, "Giải trình › C2", "“zz9” không phải mã của quy tắc", ""},
	{"exception to a check that does not exist", add("Giải trình", []string{"Đơn vị", "Kỳ", "Mã", "Lý do"}, "h1", "2021", "ngoai-khoan", "đã hỏi"), faultReference, figure.Warning, "Giải trình › C2", "“ngoai-khoan”", "ngoai-khoang"},
}

func set(sheet string, n int, changes ...string) func(*[]Table) {
	return func(t *[]Table) {
		for i := 0; i < len(changes); i += 2 {
			setCell(*t, sheet, n, changes[i], changes[i+1])
		}
	}
}

func header(sheet, from, to string) func(*[]Table) {
	return func(t *[]Table) {
		table := tableOf(t, sheet)
		table.Header[slices.Index(table.Header, from)] = to
	}
}

func remove(sheet string) func(*[]Table) {
	return func(t *[]Table) {
		*t = slices.DeleteFunc(*t, func(table Table) bool { return table.Sheet == sheet })
	}
}

func add(sheet string, header []string, cells ...string) func(*[]Table) {
	return func(t *[]Table) {
		*t = append(*t, Table{Sheet: sheet, Header: header, Rows: slices.Collect(slices.Chunk(cells, len(header)))})
	}
}

// history fills the columns about other periods of the first shortcoming.
func history(periods, levels string) func(*[]Table) {
	return func(t *[]Table) {
		table := tableOf(t, "Khuyết điểm")
		table.Header = append(slices.Clone(table.Header), "Kỳ theo dõi", "Mức các kỳ trước")
		table.Rows[0] = append(slices.Clone(table.Rows[0]), periods, levels)
	}
}

// assigned adds rows of the sheet Giao chỉ tiêu.
func assigned(cells ...string) func(*[]Table) {
	return add("Giao chỉ tiêu", []string{"Mã chỉ tiêu", "Phần", "Đơn vị", "Ngưỡng", "Ngưỡng trên", "Căn cứ"}, cells...)
}

func TestFaults(t *testing.T) {
	for _, tt := range faultCases {
		t.Run(tt.name, func(t *testing.T) {
			tables := smallTables()
			tt.change(&tables)
			c := loadTables(tables)
			var seen []string
			for _, f := range c.Faults {
				seen = append(seen, faultText(f))
				if f.Code == tt.code && f.Severity == tt.severity && strings.HasSuffix(f.Pos.String(), tt.cell) &&
					strings.Contains(f.Message.In(lang.Vi), tt.says) && f.Suggest == tt.suggest {
					if !f.Catalogue || f.Count < 1 || f.Hint.IsZero() || f.Message.In(lang.En) == f.Message.In(lang.Vi) {
						t.Errorf("incomplete: %+v", f)
					}
					return
				}
			}
			t.Errorf("not found among\n%s", strings.Join(seen, "\n"))
		})
	}
}

// What follows from a fault that is said is not said again.
func TestOneCauseOneFault(t *testing.T) {
	cases := []struct {
		name   string
		change func(*[]Table)
		want   []string
	}{
		{"the current period reversed", set("Kỳ", 1, "Đến ngày", "31/3/2020"), []string{faultOrder + " Kỳ › D3"}},
		{"the current period without its first day", set("Kỳ", 1, "Từ ngày", ""), []string{faultBlank + " Kỳ › C3"}},
		{"all periods reversed", func(t *[]Table) {
			set("Kỳ", 0, "Đến ngày", "31/3/2019")(t)
			set("Kỳ", 1, "Đến ngày", "31/3/2019")(t)
		}, []string{faultOrder + " Kỳ › D2", faultOrder + " Kỳ › D3"}},
		{"no periods", remove("Kỳ"), []string{faultBlank + " Kỳ"}},
		{"the setting names no period", set("Thông tin", 1, "Giá trị", "1999"), []string{faultReference + " Thông tin › B3"}},
		{"an exception that is accepted", add("Giải trình", []string{"Đơn vị", "Kỳ", "Mã", "Lý do"}, "h1", "2021", "Q1", "a", "h1", "", "ngoai-khoang", "b", "h1", "", "dong-thieu", "c", "h1", "", "DV", "d", "h1", "", "Q1:dv", "e"), nil},
		{"a circle", set("Số liệu", 4, "Công thức", "ty_le + 1"), []string{faultCircle + " Số liệu › K6"}},
		{"a figure that is true or false, and a count of it", set("Số liệu", 4, "Công thức", "ut > dv"), []string{faultFormula + " Chỉ tiêu › D4"}},
	}
	for _, tt := range cases {
		tables := smallTables()
		tt.change(&tables)
		var got []string
		for _, f := range loadTables(tables).Faults {
			got = append(got, f.Code+" "+strings.TrimPrefix(f.Pos.String(), "danhmuc.xlsx › "))
			if strings.Contains(f.Hint.In(lang.Vi), ": .") {
				t.Errorf("%s: an empty list: %v", tt.name, f.Hint)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: faults %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every text that may hold tags is known with its cell and with the loop that prints it.
func TestProse(t *testing.T) {
	tables := smallTables()
	setCell(tables, "Chỉ tiêu", 0, "Căn cứ", "Nghị quyết {{so}}")
	setCell(tables, "Chỉ tiêu", 2, "Lý do", "vì {{dv}}")
	setCell(tables, "Khuyết điểm", 1, "Phương hướng", "đến {{ky.nam_sau}}")
	var got []string
	for _, p := range loadTables(tables).Prose {
		got = append(got, fmt.Sprintf("%s %s %q", strings.TrimPrefix(p.Pos.String(), "danhmuc.xlsx › "), p.Loop, p.Text))
	}
	want := []string{
		`Thông tin › B2  "Mẫu"`, `Thông tin › B3  "2021"`, `Thông tin › B4  "95%"`,
		`Chỉ tiêu › C2 chi_tieu "Giới thiệu cho Đảng"`, `Chỉ tiêu › N2 chi_tieu "Nghị quyết {{so}}"`,
		`Chỉ tiêu › C3 phan "Số giới thiệu"`, `Chỉ tiêu › C4 phan "Tỷ lệ"`, `Chỉ tiêu › M4 phan "vì {{dv}}"`, `Chỉ tiêu › C5 phan "Xếp loại"`,
		`Khuyết điểm › C2 khuyet_diem "Chỉ tiêu chưa đạt"`, `Khuyết điểm › E2 khuyet_diem "Một\nHai"`, `Khuyết điểm › F2 khuyet_diem "Được {{ut}} người"`,
		`Khuyết điểm › C3 khuyet_diem "Vế hai"`, `Khuyết điểm › K3 khuyet_diem "đến {{ky.nam_sau}}"`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestLongCellsAreQuotedInPart(t *testing.T) {
	tables := smallTables()
	setCell(tables, "Số liệu", 1, "Kiểu", strings.Repeat("số ", 20000))
	for _, f := range loadTables(tables).Faults {
		if text := f.Message.In(lang.Vi); len(text) > 4*longestQuote {
			t.Errorf("a message of %d bytes", len(text))
		}
	}
}

// feedCase adds a list with a column of a kind that feeds something.
func feedCase(kind, feeds string) func(*[]Table) {
	return add("Bảng kê", []string{"Bảng", "Cột", "Tên", "Kiểu", "Vào số liệu"}, "ds", "ten", "Tên", kind, feeds)
}

// severityCase sets the severity of a check.
func severityCase(key, value string) func(*[]Table) {
	return set("Thông tin", 2, "Khóa", key, "Giá trị", value)
}

func TestSeverities(t *testing.T) {
	tables := smallTables()
	set("Thông tin", 2, "Khóa", "Mức.so_tron", "Giá trị", "Cảnh báo")(&tables)
	for _, row := range [][]string{{"muc.lech-ky-truoc", "tat"}, {"muc.so-lieu-sai-kieu", "warning"}, {"muc.so-lieu-thieu", "tắt"}, {"muc.nop-muon", ""}} {
		table := tableOf(&tables, "Thông tin")
		table.Rows = append(table.Rows, row)
	}
	want := map[string]figure.Severity{"so-tron": figure.Warning, "lech-ky-truoc": figure.Fine, "so-lieu-sai-kieu": figure.Warning}
	if got := loadTables(tables).Severities(); !maps.Equal(got, want) {
		t.Errorf("severities %v, want %v", got, want)
	}
}

// TestFaultKinds is the sweep: every kind is explained once, and some case shows it.
func TestFaultKinds(t *testing.T) {
	seen := make(map[string]bool)
	for _, kind := range FaultKinds() {
		if seen[kind.Code] || kind.Title.Vi == "" || kind.Title.En == "" || kind.Explain.Vi == "" || kind.Explain.En == "" {
			t.Errorf("%s: twice or not explained", kind.Code)
		}
		seen[kind.Code] = true
		shown := kind.Code == FaultyTag // shown where documents are known: testdata/script/template.txtar
		for _, tt := range faultCases {
			shown = shown || tt.code == kind.Code
		}
		if !shown {
			t.Errorf("%s: no case shows it", kind.Code)
		}
	}
	for _, tt := range faultCases {
		if !seen[tt.code] {
			t.Errorf("%s: not in the table", tt.code)
		}
	}
}
