package demo

import (
	"fmt"
	"strings"

	"tonghop/lang"
)

// faults is the one table of planted mistakes. Figures of attached unions are used where a commune with chapters would not give the
// figure, so that every mistake can be planted with any number of chapters. Where all communes have chapters, lists and whole forms of figures are theirs, and
// what is planted there is found in other words.
var faults = []Fault{
	{
		Title: lang.Format{Vi: "không nộp báo cáo", En: "no report at all"},
		Unit:  "tn1-25459", Finds: []string{"don-vi-chua-nop"},
		plant: unsent,
	},
	{
		Title: lang.Format{Vi: "một ô bắt buộc để trống", En: "a required cell left blank"},
		Unit:  "tn1-25462", Finds: []string{"so-lieu-thieu"}, Figure: "mt_giup_do",
		plant: typed("mt_giup_do", ""),
	},
	{
		Title: lang.Format{Vi: "gõ dấu gạch ngang, không phải số 0", En: "a dash, which is not zero"},
		Unit:  "tn1-25465", Finds: []string{"so-lieu-thieu"}, Figure: "mt_cuoc",
		plant: typed("mt_cuoc", "-"),
	},
	{
		Title: lang.Format{Vi: "nộp biểu mẫu chưa điền gì", En: "a form in which nothing was typed"},
		Unit:  "tn1-25468", Finds: []string{"bieu-mau-trong"},
		plant: file(nothingTyped),
	},
	{
		Title: lang.Format{Vi: "mọi ô điền sẵn số 0", En: "zeros in every cell"},
		Unit:  "tn1-25471", Finds: []string{"toan-so-khong"},
		plant: file(onlyZeros),
	},
	{
		Title: lang.Format{Vi: "số có kèm đơn vị tính: “12 người”", En: "a number with its unit of measure"},
		Unit:  "tn1-25474", Finds: []string{"so-lieu-quy-doi"}, Figure: "mt_doi_tv",
		plant: spelt("mt_doi_tv", func(n int64) string { return fmt.Sprintf("%d người", n) }),
	},
	{
		Title: lang.Format{Vi: "số gõ dạng chữ, dấu chấm ngăn hàng nghìn: “3.141”", En: "a number typed as text with a dot between thousands"},
		Unit:  "tn1-25477", Figure: "tc_thanh_nien",
		plant: spelt("tc_thanh_nien", dotted),
	},
	{
		Title: lang.Format{Vi: "dấu cách ngăn hàng nghìn", En: "a space between thousands"},
		Unit:  "tn1-25480", Finds: []string{"so-lieu-quy-doi"}, Figure: "tc_thanh_nien",
		plant: spelt("tc_thanh_nien", spaced),
	},
	{
		Title: lang.Format{Vi: "số 0 đứng đầu: “04”", En: "a leading zero"},
		Unit:  "tn1-25483", Figure: "mt_cuoc",
		plant: spelt("mt_cuoc", func(n int64) string { return fmt.Sprintf("%02d", n) }),
	},
	{
		Title: lang.Format{Vi: "gõ “không phát sinh” thay cho 0", En: "“không phát sinh” for zero"},
		Unit:  "tn1-25489", Figure: "tc_dn_dcs",
		plant: typed("tc_dn_dcs", "không phát sinh"),
	},
	{
		Title: lang.Format{Vi: "đánh dấu “x” ở ô có/không", En: "an “x” for yes"},
		Unit:  "tn1-25492", Finds: []string{"so-lieu-quy-doi"}, Figure: "mt_duy_tri",
		plant: typed("mt_duy_tri", "x"),
	},
	{
		Title: lang.Format{Vi: "từ mơ hồ: “hàng chục”", En: "a vague word"},
		Unit:  "tn1-v01", Finds: []string{"so-lieu-sai-kieu"}, Figure: "td_dia_chi_do",
		plant: typed("td_dia_chi_do", "hàng chục"),
	},
	{
		Title: lang.Format{Vi: "số ước chừng: “hơn 100”", En: "an approximation"},
		Unit:  "tn1-v02", Finds: []string{"so-lieu-sai-kieu"}, Figure: "td_luot",
		plant: typed("td_luot", "hơn 100"),
	},
	{
		Title: lang.Format{Vi: "ô thành ngày tháng: 1-2 thành 1-Feb", En: "a cell that became a date"},
		Unit:  "tn1-25495", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_dien_dan",
		plant: asDate("mt_dien_dan"),
	},
	{
		Title: lang.Format{Vi: "ô báo lỗi #REF!", En: "an error value"},
		Unit:  "tn1-25498", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_luot",
		plant: brokenReference("mt_luot"),
	},
	{
		Title: lang.Format{Vi: "số âm", En: "a negative number"},
		Unit:  "tn1-25501", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_ngay_hoi",
		plant: entered("mt_ngay_hoi", -5),
	},
	{
		Title: lang.Format{Vi: "gõ phép cộng: “12+5”", En: "a sum typed as text"},
		Unit:  "tn1-25504", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_luot",
		plant: typed("mt_luot", "12+5"),
	},
	{
		Title: lang.Format{Vi: "gõ số bằng chữ: “ba”", En: "a number in words"},
		Unit:  "tn1-25507", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_cuoc",
		plant: typed("mt_cuoc", "ba"),
	},
	{
		Title: lang.Format{Vi: "chữ O thay số 0: “1O5”", En: "a letter O for a zero"},
		Unit:  "tn1-25510", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_luot",
		plant: typed("mt_luot", "1O5"),
	},
	{
		Title: lang.Format{Vi: "số đếm có phần lẻ: “12,5”", En: "a fraction in a count"},
		Unit:  "tn1-25513", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_to_buom",
		plant: typed("mt_to_buom", "12,5"),
	},
	{
		Title: lang.Format{Vi: "ô có/không trả lời không rõ", En: "an unclear answer to yes or no"},
		Unit:  "tn1-25519", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_duy_tri",
		plant: typed("mt_duy_tri", "thỉnh thoảng"),
	},
	{
		Title: lang.Format{Vi: "gõ bằng phông chữ cũ .VnTime (TCVN3)", En: "an answer in the old font .VnTime (TCVN3)"},
		Unit:  "tn1-25522", Finds: []string{"tep-phong-chu-cu"}, Figure: "mt_duy_tri",
		plant: oldFont("mt_duy_tri", colValue, ".VnTime", "cã"),
	},
	{
		Title: lang.Format{Vi: "tên dòng gõ bằng phông VNI-Times", En: "a label in the old font VNI-Times"},
		Unit:  "tn1-25684", Finds: []string{"don-vi-chua-nop", "tep-bang-ma-cu"},
		plant: oldFont("mt_duy_tri", colName, "VNI-Times", "Duy trì moâ hình phoøng, choáng ma tuùy"),
	},
	{
		Title: lang.Format{Vi: "công thức chưa được tính", En: "a formula that was never calculated"},
		Unit:  "tn1-25525", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_dien_dan_luot",
		plant: uncalculated("mt_dien_dan_luot"),
	},
	{
		Title: lang.Format{Vi: "công thức lấy số từ tệp Excel khác", En: "a formula that takes from another workbook"},
		Unit:  "tn1-25681", Finds: []string{"so-lieu-tep-khac"}, Figure: "mt_dien_dan_luot",
		plant: linked("mt_dien_dan_luot", "[1]Sheet1!B7"),
	},
	{
		Title: lang.Format{Vi: "phần lớn hơn tổng", En: "a part above its whole"},
		Unit:  "tn1-25528", Finds: []string{"qt-mt-tien-bo-1"}, Figure: "mt_tien_bo",
		plant: entered("mt_tien_bo", 40),
	},
	{
		Title: lang.Format{Vi: "có cuộc nhưng không có lượt dự", En: "meetings without attendance"},
		Unit:  "tn1-25531", Finds: []string{"qt-mt-cuoc-1"}, Figure: "mt_cuoc",
		plant: entered("mt_luot", 0),
	},
	{
		Title: lang.Format{Vi: "đoàn viên nhiều hơn cả thanh niên của đơn vị", En: "more members than young people"},
		Unit:  "tn1-v03", Finds: []string{"qt-tc-thanh-nien-1"}, Figure: "tc_thanh_nien",
		plant: entered("tc_doan_vien", 99_000),
	},
	{
		Title: lang.Format{Vi: "tiền gõ theo triệu trong ô tính bằng đồng", En: "money in millions in a cell of đồng"},
		Unit:  "tn1-c01", Finds: []string{"qt-tn-qua-cs-tien-1"}, Figure: "tn_qua_cs_tien",
		plant: entered("tn_qua_cs_tien", 25),
	},
	{
		Title: lang.Format{Vi: "tiền gõ theo nghìn, biểu không có quy tắc về đơn giá", En: "money in thousands where no rule knows the price"},
		Unit:  "tn1-c04", Finds: []string{"tien-sai-don-vi"}, Figure: "tn_hoc_bong_tien",
		plant: spelt("tn_hoc_bong_tien", func(n int64) string { return fmt.Sprint(n / 1_000) }),
	},
	{
		Title: lang.Format{Vi: "tiền có phần lẻ của đồng: “16,95”", En: "a fraction of a đồng"},
		Unit:  "tn1-c02", Finds: []string{"so-lieu-sai-kieu"}, Figure: "tn_qua_ts_tien",
		plant: typed("tn_qua_ts_tien", "16,95"),
	},
	{
		Title: lang.Format{Vi: "tiền ghi kèm “triệu” trong ô tính bằng đồng", En: "money that says “triệu” in a cell of đồng"},
		Unit:  "tn1-c03", Finds: []string{"so-lieu-quy-doi"}, Figure: "dh_tn_tien",
		plant: spelt("dh_tn_tien", millions),
	},
	{
		Title: lang.Format{Vi: "ghi đơn giá thay cho tổng tiền", En: "a price for one instead of the total"},
		Unit:  "tn1-25696", Finds: []string{"so-lieu-sai-kieu"}, Figure: "mt_qua_tien",
		plant: typed("mt_qua_tien", "1,2 triệu/suất"),
	},
	{
		Title: lang.Format{Vi: "thừa chữ số 0 ở số tiền", En: "a zero too many in an amount of money"},
		Unit:  "tn1-t01", Finds: []string{"qt-tn-qua-ts-tien-2"}, Figure: "tn_qua_ts_tien",
		plant: entered("tn_qua_ts_tien", 9_000_000_000),
	},
	{
		Title: lang.Format{Vi: "xóa một dòng của biểu mẫu", En: "a row deleted"},
		Unit:  "tn1-25534", Finds: []string{"dong-thieu"}, Figure: "mt_doi",
		plant: deletedRow("mt_doi"),
	},
	{
		Title: lang.Format{Vi: "chèn dòng và chuyển dòng xuống cuối", En: "rows inserted and one moved to the end"},
		Unit:  "tn1-25537", Figure: "mt_doi",
		plant: movedRow("mt_doi", "mt_qua_tien"),
	},
	{
		Title: lang.Format{Vi: "đổi tên trang tính", En: "the sheet renamed"},
		Unit:  "tn1-25540",
		plant: edited(renamedSheet),
	},
	{
		Title: lang.Format{Vi: "thêm dòng có mã lạ", En: "a row with an unknown code"},
		Unit:  "tn1-25543", Finds: []string{"dong-la"},
		plant: added("mt_doi", "mt_doi_moi", "Đội mới ra mắt trong năm", 3),
	},
	{
		Title: lang.Format{Vi: "thêm dòng không mã mà có số", En: "a row without a code but with a number"},
		Unit:  "tn1-25546", Finds: []string{"dong-ngoai-bieu"},
		plant: added("mt_doi", "", "Kết quả nổi bật của đơn vị", 7),
	},
	{
		Title: lang.Format{Vi: "ghi số dưới bảng", En: "a number below the table"},
		Unit:  "tn1-25660", Finds: []string{"dong-ngoai-bieu"},
		plant: belowTable(15),
	},
	{
		Title: lang.Format{Vi: "ghi thêm số ở cột bên phải biểu", En: "a number in a column beside the table"},
		Unit:  "tn1-25663", Finds: []string{"o-ngoai-bieu"}, Figure: "mt_doi",
		plant: besideTable("mt_doi", 4321),
	},
	{
		Title: lang.Format{Vi: "ghi số nhầm sang cột Ghi chú", En: "a figure in the column Ghi chú"},
		Unit:  "tn1-25666", Finds: []string{"so-lieu-thieu", "so-o-ghi-chu"}, Figure: "mt_doi_tv",
		plant: movedToNote("mt_doi_tv"),
	},
	{
		Title: lang.Format{Vi: "thêm trang riêng có số", En: "a sheet of one's own with numbers"},
		Unit:  "tn1-25669", Finds: []string{"trang-ngoai-bieu"},
		plant: ownSheet("Số liệu thêm", 55),
	},
	{
		Title: lang.Format{Vi: "thêm dòng tổng trong bảng", En: "a row of sums inside the table"},
		Unit:  "tn1-25549",
		plant: added("mt_doi", "", "Tổng cộng nhóm MT", 240),
	},
	{
		Title: lang.Format{Vi: "dòng tổng trong bảng cộng sai", En: "a row of sums inside the table that is wrong"},
		Unit:  "tn1-25645", Finds: []string{"tong-khong-khop"},
		plant: added("mt_luot", "", "Cộng", 240),
	},
	{
		Title: lang.Format{Vi: "tự ghi một tỷ lệ tính sai", En: "a percentage of one's own that is wrong"},
		Unit:  "tn1-25672", Finds: []string{"dong-ngoai-bieu", "so-tinh-sai"}, Figure: "f_mt_tien_bo",
		plant: added("mt_tien_bo", "f_mt_tien_bo", "Tỷ lệ tiến bộ trong số được giúp đỡ", 3),
	},
	{
		Title: lang.Format{Vi: "một mã hai dòng, số khác nhau", En: "two rows for a code that differ"},
		Unit:  "tn1-25555", Finds: []string{"dong-trung"}, Figure: "mt_doi_tv",
		plant: doubled("mt_doi_tv", 77),
	},
	{
		Title: lang.Format{Vi: "mất mã, còn nội dung", En: "a row that lost its code"},
		Unit:  "tn1-25558", Finds: []string{"dong-khong-ma"}, Figure: "mt_qua",
		plant: overwritten("mt_qua", colCode, ""),
	},
	{
		Title: lang.Format{Vi: "chép lệch dòng: mã một nơi, nội dung một nẻo", En: "code and label of different figures"},
		Unit:  "tn1-25561", Finds: []string{"dong-lech-ma"}, Figure: "mt_ngay_hoi",
		plant: overwritten("mt_ngay_hoi", colName, "Phần quà tặng thanh niên chậm tiến, sau cai có tiến bộ"),
	},
	{
		Title: lang.Format{Vi: "đổi đơn vị tính của dòng", En: "another unit of measure in the row"},
		Unit:  "tn1-25564", Finds: []string{"so-lieu-don-vi-tinh"}, Figure: "mt_doi_tv",
		plant: overwritten("mt_doi_tv", colMeasure, "nhóm"),
	},
	{
		Title: lang.Format{Vi: "gộp ô số liệu của hai dòng", En: "the value cells of two rows merged"},
		Unit:  "tn1-25567", Finds: []string{"o-gop"}, Figure: "mt_ngay_hoi",
		plant: merged("mt_ngay_hoi"),
	},
	{
		Title: lang.Format{Vi: "ẩn một dòng có số liệu", En: "a hidden row with a figure"},
		Unit:  "tn1-25570", Finds: []string{"dong-an"}, Figure: "mt_giup_do",
		plant: hiddenRow("mt_giup_do"),
	},
	{
		Title: lang.Format{Vi: "ghi chú bắt đầu bằng dấu =", En: "a remark that looks like a formula"},
		Unit:  "tn1-25573", Figure: "mt_doi",
		plant: noted("mt_doi", "=HYPERLINK(\"http://example.com\")"),
	},
	{
		Title: lang.Format{Vi: "hai trang số liệu khác nhau", En: "two sheets that differ"},
		Unit:  "tn1-25576", Finds: []string{"don-vi-chua-nop", "tep-hai-bang-so-lieu"}, Figure: "mt_doi_tv",
		plant: secondSheet("mt_doi_tv", 88, true),
	},
	{
		Title: lang.Format{Vi: "trang ẩn còn số liệu cũ", En: "old figures on a hidden sheet"},
		Unit:  "tn1-25579", Finds: []string{"tep-trang-an"},
		plant: secondSheet("mt_doi_tv", 88, false),
	},
	{
		Title: lang.Format{Vi: "biểu mẫu của kỳ trước", En: "the form of the period before"},
		Unit:  "tn1-25582", Finds: []string{"don-vi-chua-nop", "tep-sai-ky"},
		plant: file(otherPeriod),
	},
	{
		Title: lang.Format{Vi: "điền vào biểu mẫu của đơn vị khác", En: "the form of another unit"},
		Unit:  "tn1-25588", Finds: []string{"don-vi-chua-nop", "tep-hai-don-vi"},
		plant: file(otherUnit),
	},
	{
		Title: lang.Format{Vi: "sửa tên đơn vị trên biểu mẫu", En: "another name of the unit on the form"},
		Unit:  "tn1-25591", Finds: []string{"tep-ten-don-vi-khac"},
		plant: restated(labelUnit, "Đoàn xã Tân Lạc"),
	},
	{
		Title: lang.Format{Vi: "đổi tên tệp theo ý riêng", En: "a file named at will"},
		Unit:  "tn1-25594",
		plant: misplaced("bao cao nam 2021 CHINH THUC.xlsx"),
	},
	{
		Title: lang.Format{Vi: "tên tệp và tên đơn vị kiểu máy Mac (dấu rời)", En: "names as macOS writes them, with separate accents"},
		Unit:  "tn1-25597",
		plant: decomposed("Đoa\u0300n xa\u0303 Tha\u0301i Bi\u0300nh"),
	},
	{
		Title: lang.Format{Vi: "ngày báo cáo không đọc được", En: "an unreadable date"},
		Unit:  "tn1-25600", Finds: []string{"tep-ngay-bao-cao"},
		plant: restated(labelDate, "cuối năm"),
	},
	{
		Title: lang.Format{Vi: "nộp sau hạn", En: "sent after the deadline"},
		Unit:  "tn1-25603", Finds: []string{"nop-muon"},
		plant: file(late),
	},
	{
		Title: lang.Format{Vi: "gõ lại biểu mẫu, đủ mã, đơn vị và kỳ", En: "a form typed again with codes, unit and period"},
		Unit:  "tn1-25606",
		plant: retyped(retyping{period: "Năm 2021"}),
	},
	{
		Title: lang.Format{Vi: "gõ lại biểu mẫu, không ghi kỳ", En: "a form typed again without the period"},
		Unit:  "tn1-25609", Finds: []string{"tep-khong-ro-ky"},
		plant: retyped(retyping{}),
	},
	{
		Title: lang.Format{Vi: "gõ lại biểu mẫu, sai tên đơn vị", En: "a form typed again with the unit misspelt"},
		Unit:  "tn1-25612", Finds: []string{"don-vi-chua-nop", "tep-khong-ro-don-vi"},
		plant: retyped(retyping{unit: "Đoàn xã Xuối Dây", period: "Năm 2021"}),
	},
	{
		Title: lang.Format{Vi: "đơn vị không phải nộp mà gửi biểu", En: "a form of a unit that need not report"},
		Unit:  "tn1-703", Finds: []string{"tep-khong-phai-nop"},
		plant: unasked,
	},
	{
		Title: lang.Format{Vi: "gõ lại biểu mẫu, không có bảng số liệu", En: "a workbook without the table"},
		Unit:  "tn1-25615", Finds: []string{"don-vi-chua-nop", "tep-khong-co-bieu-mau"},
		plant: retyped(retyping{period: "Năm 2021", skip: true}),
	},
	{
		Title: lang.Format{Vi: "nộp hai lần, giống hệt", En: "sent twice, the same"},
		Unit:  "tn1-25618",
		plant: twice(file(clean)),
	},
	{
		Title: lang.Format{Vi: "nộp hai lần, số khác nhau", En: "sent twice, with different figures"},
		Unit:  "tn1-25621", Finds: []string{"don-vi-cho-quyet-dinh"}, Figure: "mt_luot",
		plant: twice(entered("mt_luot", 999)),
	},
	{
		Title: lang.Format{Vi: "gửi lại, ghi “Lần gửi: 2”, sửa một số", En: "sent again as the second sending, with a figure corrected"},
		Unit:  "tn1-25456", Finds: []string{"ban-thay-the"},
		plant: resent("mt_luot", 998),
	},
	{
		Title: lang.Format{Vi: "gửi lại lần 2 nhưng để trống một ô đã có số", En: "a second sending that leaves a figure blank"},
		Unit:  "tn1-25486", Finds: []string{"ban-thay-the", "ban-thay-the-thieu", "so-lieu-thieu"}, Figure: "mt_luot",
		plant: resent("mt_luot", nil),
	},
	{
		Title: lang.Format{Vi: "ô “Lần gửi” ghi “bổ sung”", En: "“bổ sung” (supplement) for the number of the sending"},
		Unit:  "tn1-25636", Finds: []string{"tep-lan-gui"},
		plant: edited(func(b *book) error { return b.sending("bổ sung") }),
	},
	{
		Title: lang.Format{Vi: "gửi lại số liệu kỳ trước với tên kỳ mới", En: "the figures of the period before, sent under the new one"},
		Unit:  "tn1-25705", Finds: []string{"so-nhu-ky-truoc"},
		plant: sentBefore,
	},
	{
		Title: lang.Format{Vi: "chép toàn bộ số liệu của đơn vị bạn", En: "all figures copied from another unit"},
		Unit:  "tn1-25702", Finds: []string{"so-nhu-don-vi-khac"},
		plant: copied("tn1-25699"),
	},
	{
		Title: lang.Format{Vi: "số liệu gấp hàng chục lần kỳ trước", En: "a figure tens of times that of the period before"},
		Unit:  "tn1-25717", Finds: []string{"lech-ky-truoc"}, Figure: "tc_thanh_nien",
		plant: lessBefore("tc_thanh_nien", 20),
	},
	{
		Title: lang.Format{Vi: "thừa hai chữ số 0 so với kỳ trước và so với các xã khác", En: "two zeros too many, beside the period before and other communes"},
		Unit:  "tn1-25711", Finds: []string{"so-dem-sai-hang"}, Figure: "tc_thanh_nien",
		plant: zerosAdded("tc_thanh_nien", 100),
	},
	{
		Title: lang.Format{Vi: "gõ 9/11 vào ô số, Excel giữ thành ngày", En: "9/11 typed into a cell for numbers, which keeps it as a day"},
		Unit:  "tn1-25657", Finds: []string{"so-giong-ngay"}, Figure: "mt_to_buom",
		plant: entered("mt_to_buom", 44_509),
	},
	{
		Title: lang.Format{Vi: "số liệu gấp hàng chục lần các xã khác", En: "a figure tens of times that of other communes"},
		Unit:  "tn1-25714", Finds: []string{"lech-cung-cap"}, Figure: "tc_thanh_nien",
		plant: entered("tc_thanh_nien", 98_765),
	},
	{
		Title: lang.Format{Vi: "dán lệch cả cột xuống một dòng", En: "the whole column pasted a row too far down"},
		Unit:  "tn1-25693", Finds: []string{"lech-dong", "so-lieu-sai-kieu", "so-lieu-sai-kieu"},
		plant: file(rowDown),
	},
	{
		Title: lang.Format{Vi: "số đếm làm tròn trăm cả biểu mẫu", En: "counts rounded to hundreds all through"},
		Unit:  "tn1-25708", Finds: []string{"so-tron"},
		plant: file(rounded),
	},
	{
		Title: lang.Format{Vi: "tệp khóa ~$ của Excel đang mở", En: "the lock file of an open workbook"},
		Unit:  "tn1-25624",
		plant: lockBeside,
	},
	{
		Title: lang.Format{Vi: "tệp PDF đổi đuôi thành .xlsx", En: "a PDF named .xlsx"},
		Unit:  "tn1-25720", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead("", pdf),
	},
	{
		Title: lang.Format{Vi: "ảnh chụp biểu mẫu", En: "a photograph of the form"},
		Unit:  "tn1-25552", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead(".jpg", jpg),
	},
	{
		Title: lang.Format{Vi: "tệp Word .doc", En: "a Word file"},
		Unit:  "tn1-25585", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead(".doc", compound("WordDocument")),
	},
	{
		Title: lang.Format{Vi: "tệp Excel đời cũ .xls", En: "a workbook of Excel 97"},
		Unit:  "tn1-25639", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead(".xls", compound("Workbook")),
	},
	{
		Title: lang.Format{Vi: "tệp văn bản đổi đuôi thành .xlsx", En: "a text file named .xlsx"},
		Unit:  "tn1-25633", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead("", txt),
	},
	{
		Title: lang.Format{Vi: "tệp đặt mật khẩu", En: "a workbook with a password"},
		Unit:  "tn1-25630", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead("", compound("EncryptionInfo", "EncryptedPackage")),
	},
	{
		Title: lang.Format{Vi: "tệp gửi dở dang, bị cắt cụt", En: "a workbook cut off on its way"},
		Unit:  "tn1-25648", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: damaged(cutOff),
	},
	{
		Title: lang.Format{Vi: "tệp hỏng một bit", En: "a workbook with one bit flipped"},
		Unit:  "tn1-25651", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: damaged(bitFlipped),
	},
	{
		Title: lang.Format{Vi: "tệp rỗng", En: "an empty file"},
		Unit:  "tn1-25654", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: instead("", nil),
	},
	{
		Title: lang.Format{Vi: "bảng kê điền đúng", En: "a list filled in as it should be"},
		Unit:  "tn1-25516",
		plant: listedInFull(bridge),
	},
	{
		Title: lang.Format{Vi: "bảng kê không khớp số liệu trên biểu", En: "a list that does not add up to the form"},
		Unit:  "tn1-25642", Finds: []string{"bang-ke-lech-so-lieu"}, Figure: "tn_phan_viec",
		plant: listedAs(1, 5, []string{"Đường quê thắp sáng", "Công trình", "ấp 1"}, []string{"Dọn rác ven kênh", "phan_viec"}),
	},
	{
		Title: lang.Format{Vi: "cùng một công trình mà đơn vị bạn đã kê", En: "a bridge that another unit has listed too"},
		Unit:  "tn1-t02", Finds: []string{"bang-ke-trung-don-vi"},
		plant: listedInFull(bridge),
	},
	{
		Title: lang.Format{Vi: "bảng kê có lựa chọn lạ và số ước lượng", En: "a list with an unknown option and a vague amount"},
		Unit:  "tn1-25675", Finds: []string{"so-lieu-sai-kieu", "so-lieu-sai-kieu"},
		plant: listed([]string{"Đường quê thắp sáng", "Công trường", "ấp 1", "hơn 12 triệu"}),
	},
	{
		Title: lang.Format{Vi: "dòng bảng kê bỏ trống cột bắt buộc", En: "a row of a list without an obligatory column"},
		Unit:  "tn1-25678", Finds: []string{"bang-ke-dong-thieu"},
		plant: listed([]string{"Đường quê thắp sáng", "", "ấp 1"}),
	},
	{
		Title: lang.Format{Vi: "dòng bảng kê ghi hai lần", En: "a row of a list twice"},
		Unit:  "tn1-t03", Finds: []string{"bang-ke-dong-trung"},
		plant: listedAs(2, 1, []string{"Đường quê thắp sáng", "Công trình"}, []string{"Dọn rác", "Phần việc"}, []string{"Đường quê thắp sáng", "Công trình"}),
	},
	{
		Title: lang.Format{Vi: "ghi lời dưới chỗ ký của bảng kê", En: "rows below the signature of a list"},
		Unit:  "tn1-t04", Finds: []string{"bang-ke-ngoai-dong"},
		plant: listed([]string{"Đường quê thắp sáng", "Công trình"}, []string{"Người lập biểu"}, []string{"Dọn rác", "Phần việc"}),
	},
	{
		Title: lang.Format{Vi: "bảng kê mất dòng tiêu đề", En: "a list without its titles"},
		Unit:  "tn1-25687", Finds: []string{"bang-ke-khong-doc-duoc"},
		plant: withoutTitles([]string{"Đường quê thắp sáng", "Công trình"}),
	},
	{
		Title: lang.Format{Vi: "bảng kê bị xóa một cột", En: "a list that lost a column"},
		Unit:  "tn1-25690", Finds: []string{"bang-ke-thieu-cot"},
		plant: withoutColumn("D", 1, 0, []string{"Đường quê thắp sáng", "Công trình"}),
	},
	{
		Title: lang.Format{Vi: "biểu mẫu gửi trong tệp nén .zip", En: "a form in an archive (.zip)"},
		Unit:  "tn1-25738",
		plant: renamed(".zip", zipped),
	},
	{
		Title: lang.Format{Vi: "tệp nén nằm trong tệp nén", En: "an archive in an archive"},
		Unit:  "tn1-25735",
		plant: renamed(".zip", zippedTwice),
	},
	{
		Title: lang.Format{Vi: "tệp nén có mật khẩu", En: "an archive with a password"},
		Unit:  "tn1-25732", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: renamed(".zip", zippedWithPassword),
	},
	{
		Title: lang.Format{Vi: "lưu thành CSV, ngăn cách bằng dấu chấm phẩy", En: "saved as CSV, separated by semicolons"},
		Unit:  "tn1-25729",
		plant: renamed(".csv", asText(';')),
	},
	{
		Title: lang.Format{Vi: "lưu thành CSV, số 13,6 không có ngoặc kép giữa các dấu phẩy", En: "saved as CSV, with 13,6 among commas and without quotes"},
		Unit:  "tn1-25723", Finds: []string{"don-vi-chua-nop", "tep-khong-doc-duoc"},
		plant: renamed(".csv", torn("mt_doi_tv")),
	},
}

// dotted writes a number with dots between thousands, 3.141.
func dotted(n int64) string { return grouped(n, ".") }

// spaced writes a number with spaces between thousands, as word processors do.
func spaced(n int64) string { return grouped(n, "\u00a0") }

func grouped(n int64, separator string) string {
	text := fmt.Sprint(n)
	for at := len(text) - 3; at > 0; at -= 3 {
		text = text[:at] + separator + text[at:]
	}
	return text
}

// millions writes an amount of money in triệu, 9,4 triệu.
func millions(n int64) string {
	text := fmt.Sprintf("%d,%06d", n/1_000_000, n%1_000_000)
	return strings.TrimRight(strings.TrimRight(text, "0"), ",") + " triệu"
}
