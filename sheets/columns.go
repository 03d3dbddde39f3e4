package sheets

import (
	"slices"

	"tonghop/lang"
)

// sheetSpec describes one sheet of the catalogue. The same table drives reading and writing, so that what `init` writes and what is
// accepted cannot part.
type sheetSpec struct {
	name    string
	aliases []string
	purpose lang.Format // what one row is, for the guide sheet
	columns []columnSpec
}

// columnSpec describes one column.
type columnSpec struct {
	name    string
	aliases []string
	holds   holding
	needed  bool     // the column must be there and no row may leave it blank
	width   float64  // in characters
	words   []string // the values it may hold, nil where any will do
	note    lang.Format
}

// holding is what the cells of a column hold, which decides how they are written.
type holding uint8

// The holdings. A code is text that Excel must not take for a number or a date; lines is prose of several lines.
const (
	holdsText holding = iota
	holdsCode
	holdsLines
	holdsNumber
	holdsDay
	holdsFormula
)

// The sheets of the catalogue, by the names that init writes.
const (
	sheetSettings     = "Thông tin"
	sheetPeriods      = "Kỳ"
	sheetUnits        = "Đơn vị"
	sheetIntakes      = "Tiếp nhận"
	sheetSuccessions  = "Chuyển đổi"
	sheetIndicators   = "Số liệu"
	sheetLists        = "Bảng kê"
	sheetRules        = "Quy tắc"
	sheetTargets      = "Chỉ tiêu"
	sheetAssignments  = "Giao chỉ tiêu"
	sheetShortcomings = "Khuyết điểm"
	sheetExceptions   = "Giải trình"
	sheetOptions      = "Lựa chọn"
	sheetGuide        = "Hướng dẫn"
)

// is reports whether a sheet goes by the name of the spec or one of its aliases.
func (s sheetSpec) is(name string) bool {
	return sameWord(s.name, name) || slices.ContainsFunc(s.aliases, func(alias string) bool { return sameWord(alias, name) })
}

// titles gives the places of the columns by their folded names and aliases.
func (s *sheetSpec) titles() map[string]int {
	titles := make(map[string]int, 4*len(s.columns))
	for i, col := range s.columns {
		titles[foldWord(col.name)] = i
		for _, alias := range col.aliases {
			titles[foldWord(alias)] = i
		}
	}
	return titles
}

// column gives the place of a column by its name, -1 where there is none.
func (s *sheetSpec) column(name string) int {
	return slices.IndexFunc(s.columns, func(col columnSpec) bool { return col.name == name })
}

// columnNames gives the names of the columns in order.
func (s *sheetSpec) columnNames() []string {
	names := make([]string, len(s.columns))
	for i, col := range s.columns {
		names[i] = col.name
	}
	return names
}

// sheetSpecs is the one table of sheets and columns, in the order of the tabs.
var sheetSpecs = []sheetSpec{
	{
		name: sheetSettings, aliases: []string{"thiết lập", "cài đặt", "settings"},
		purpose: lang.Format{Vi: "Mỗi dòng một thông tin chung: tên tỉnh, kỳ đang làm, lời văn của báo cáo.", En: "One row per setting: name of the province, current period, prose of the report."},
		columns: []columnSpec{
			{name: "Khóa", aliases: []string{"mã", "key", "tên khóa"}, holds: holdsCode, needed: true, width: 24, note: lang.Format{Vi: "Tên của thông tin, không đổi. Trong mẫu Word gọi là {{thong_tin.<khóa>}}. Có thể thêm khóa mới.", En: "Name of the setting. A Word template calls it {{thong_tin.<key>}}. New keys may be added."}},
			{name: "Giá trị", aliases: []string{"nội dung", "value"}, holds: holdsLines, width: 90, note: lang.Format{Vi: "Nội dung. Lời văn nhiều đoạn: mỗi đoạn một dòng trong ô (Alt+Enter); được phép đặt thẻ như {{xd_dvut}}.", En: "The value. Prose of several paragraphs: one line of the cell each (Alt+Enter); tags such as {{xd_dvut}} are allowed."}},
		},
	},
	{
		name: sheetPeriods, aliases: []string{"kỳ báo cáo", "kì", "periods"},
		purpose: lang.Format{Vi: "Mỗi dòng một kỳ báo cáo: tháng, quý, năm hay đợt riêng.", En: "One row per reporting period: month, quarter, year or any own dates."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã kỳ", "code"}, holds: holdsCode, needed: true, width: 12, note: lang.Format{Vi: "Mã của kỳ, ví dụ 2026 hoặc 2026-Q1. Không đặt trùng.", En: "Code of the period, such as 2026 or 2026-Q1. Unique."}},
			{name: "Tên", aliases: []string{"tên kỳ", "name"}, needed: true, width: 26, note: lang.Format{Vi: "Tên in trên biểu và báo cáo, ví dụ: Năm 2026.", En: "Name printed on forms and reports."}},
			{name: "Từ ngày", aliases: []string{"ngày đầu", "bắt đầu", "from"}, holds: holdsDay, needed: true, width: 13, note: lang.Format{Vi: "Ngày đầu của kỳ.", En: "First day of the period."}},
			{name: "Đến ngày", aliases: []string{"ngày cuối", "kết thúc", "to"}, holds: holdsDay, needed: true, width: 13, note: lang.Format{Vi: "Ngày cuối của kỳ.", En: "Last day of the period."}},
			{name: "Hạn nộp", aliases: []string{"thời hạn", "deadline"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Ngày cuối cùng đơn vị phải nộp. Để trống: không tính nộp muộn.", En: "Last day for units to submit. Blank: nobody is late."}},
			{name: "Thuộc kỳ", aliases: []string{"kỳ lớn", "within"}, holds: holdsCode, width: 12, note: lang.Format{Vi: "Mã của kỳ lớn hơn chứa kỳ này, ví dụ quý thuộc năm.", En: "Code of the longer period that holds this one."}},
		},
	},
	{
		name: sheetUnits, aliases: []string{"danh bạ đơn vị", "danh bạ", "danh sách đơn vị", "units"},
		purpose: lang.Format{Vi: "Mỗi dòng một đơn vị; cột Trực thuộc nối thành cây từ Tỉnh đoàn xuống. Đơn vị đổi tên, đổi cấp hay chuyển trực thuộc có thêm dòng cùng mã từ ngày thay đổi.", En: "One row per unit; the column Trực thuộc makes them a tree. A unit with a new name, level or unit above gets another row with the same code from that day on."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã đơn vị", "mã đv", "code"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã riêng của đơn vị: không đổi, không dùng lại cho đơn vị khác. Nhiều dòng cùng mã là một đơn vị ở những thời gian khác nhau.", En: "The unit's own code: permanent, never used again. Rows of one code are one unit at different times."}},
			{name: "Tên", aliases: []string{"tên đơn vị", "name"}, needed: true, width: 36, note: lang.Format{Vi: "Tên đầy đủ của tổ chức Đoàn.", En: "Full name."}},
			{name: "Tên khác", aliases: []string{"tên gọi khác", "aliases"}, width: 28, note: lang.Format{Vi: "Tên cũ, tên viết tắt; nhiều tên cách nhau bằng dấu chấm phẩy.", En: "Former and short names, separated by semicolons."}},
			{name: "Cấp", aliases: []string{"cấp đơn vị", "loại", "level"}, needed: true, width: 14, note: lang.Format{Vi: "Cấp của đơn vị, ví dụ: tỉnh, huyện, xã, trực thuộc, chi đoàn. Viết giống cột Cấp nhập của bảng Số liệu.", En: "Level, such as tỉnh, huyện, xã, trực thuộc, chi đoàn. As in the column Cấp nhập of the sheet Số liệu."}},
			{name: "Trực thuộc", aliases: []string{"thuộc", "đơn vị cấp trên", "cấp trên", "parent"}, holds: holdsCode, width: 16, note: lang.Format{Vi: "Mã của đơn vị cấp trên trực tiếp. Chỉ đơn vị gốc (Tỉnh đoàn) để trống.", En: "Code of the unit directly above. Only the root leaves it blank."}},
			{name: "Phải nộp", aliases: []string{"nộp báo cáo", "must_submit"}, width: 10, words: yesWords.words(), note: lang.Format{Vi: "“có” nếu đơn vị phải nộp biểu. Để trống: không.", En: "“có” (yes) if the unit must submit. Blank: no."}},
			{name: "Từ ngày", aliases: []string{"hiệu lực từ", "valid_from", "from"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Ngày thành lập. Để trống: không giới hạn.", En: "Valid from. Blank: unlimited."}},
			{name: "Đến ngày", aliases: []string{"hiệu lực đến", "valid_to", "to"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Ngày cuối cùng còn hoạt động. Để trống: không giới hạn.", En: "Valid to. Blank: unlimited."}},
			{name: "Ghi chú", aliases: []string{"note"}, holds: holdsLines, width: 40, note: lang.Format{Vi: "Ghi chú nội bộ.", En: "Internal note."}},
		},
	},
	{
		name: sheetIntakes, aliases: []string{"nhận báo cáo", "intakes"},
		purpose: lang.Format{Vi: "Văn phòng ghi về từng bản nộp: ngày nhận, gia hạn, chọn bản nào khi đơn vị nộp nhiều bản khác nhau.", En: "What the office decides about a submission: day received, extension, which of several counts."},
		columns: []columnSpec{
			{name: "Đơn vị", aliases: []string{"mã đơn vị", "unit"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã đơn vị.", En: "Code of the unit."}},
			{name: "Kỳ", aliases: []string{"mã kỳ", "period"}, holds: holdsCode, width: 12, note: lang.Format{Vi: "Mã kỳ. Để trống: kỳ đang làm.", En: "Code of the period. Blank: the current one."}},
			{name: "Tệp", aliases: []string{"tên tệp", "file"}, holds: holdsCode, width: 44, note: lang.Format{Vi: "Tên tệp trong thư mục nop. Để trống: mọi bản nộp của đơn vị.", En: "Name of the file in the folder nop. Blank: every submission of the unit."}},
			{name: "Ngày nhận", aliases: []string{"ngày nộp", "received"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Ngày văn phòng nhận được.", En: "Day received."}},
			{name: "Gia hạn đến", aliases: []string{"gia hạn", "extended"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Hạn nộp mới của riêng đơn vị này.", En: "Extended deadline of this unit."}},
			{name: "Chọn", aliases: []string{"dùng bản này", "chosen"}, width: 10, words: yesWords.words(), note: lang.Format{Vi: "“có” ở bản nộp được dùng khi đơn vị nộp nhiều bản khác nhau.", En: "“có” (yes) at the submission that counts when several differ."}},
		},
	},
	{
		name: sheetSuccessions, aliases: []string{"chuyển đổi đơn vị", "sáp nhập", "events"},
		purpose: lang.Format{Vi: "Mỗi dòng một lần sáp nhập, hợp nhất hay chia tách: đơn vị cũ, hoặc một phần của nó, thành đơn vị mới. Đổi tên thì ghi ở trang Đơn vị.", En: "One row per succession: an old unit, or a part of it, becomes a new one. A new name belongs into the sheet Đơn vị."},
		columns: []columnSpec{
			{name: "Mã cũ", aliases: []string{"đơn vị cũ", "old"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã của đơn vị cũ.", En: "Code of the old unit."}},
			{name: "Mã mới", aliases: []string{"đơn vị mới", "new"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã của đơn vị mới.", En: "Code of the new unit."}},
			{name: "Ngày", aliases: []string{"ngày hiệu lực", "date"}, holds: holdsDay, needed: true, width: 13, note: lang.Format{Vi: "Ngày đầu của đơn vị mới, ngay sau ngày cuối của đơn vị cũ.", En: "The first day of the new unit, right after the last one of the old unit."}},
			{name: "Tỷ lệ", aliases: []string{"tỉ lệ", "share"}, holds: holdsNumber, width: 10, note: lang.Format{Vi: "Phần của đơn vị cũ chuyển sang đơn vị mới; các phần cộng lại là 100%. Để trống: toàn bộ; chia mà để trống mọi dòng thì số cũ giữ ở đơn vị cũ.", En: "Share of the old unit that goes over; they add up to 100%. Blank: all of it; where several rows of a unit are blank its figures stay its own."}},
			{name: "Căn cứ", aliases: []string{"quyết định", "basis"}, holds: holdsLines, width: 40, note: lang.Format{Vi: "Số, ngày của quyết định.", En: "The decision."}},
		},
	},
	{
		name: sheetIndicators, aliases: []string{"chỉ tiêu số liệu", "danh mục số liệu", "indicators"},
		purpose: lang.Format{Vi: "Mỗi dòng một số liệu đơn vị phải báo, hoặc một số liệu tính từ các số liệu khác.", En: "One row per figure that units give, or that is derived from others."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã số liệu", "code"}, holds: holdsCode, needed: true, width: 19, note: lang.Format{Vi: "Mã không dấu, không đổi, ví dụ xd_dvut. Công thức và mẫu Word gọi số liệu bằng mã này.", En: "Permanent code without accents, such as xd_dvut. Formulas and Word templates use it."}},
			{name: "Tên", aliases: []string{"tên số liệu", "name"}, holds: holdsLines, needed: true, width: 42, note: lang.Format{Vi: "Tên in trên biểu.", En: "Name printed on the form."}},
			{name: "Nhóm", aliases: []string{"group"}, holds: holdsLines, width: 27, note: lang.Format{Vi: "Nhóm trên biểu; các dòng cùng nhóm đứng liền nhau.", En: "Group on the form; rows of a group stand together."}},
			{name: "ĐVT", aliases: []string{"đơn vị tính", "unit_of_measure"}, width: 12, note: lang.Format{Vi: "Đơn vị tính: người, cuộc, đồng, triệu đồng…", En: "Unit of measure: người, cuộc, đồng, triệu đồng…"}},
			{name: "Kiểu", aliases: []string{"loại", "kind"}, width: 11, words: kindWords.words(), note: lang.Format{Vi: "Để trống: số đếm. “tồn” là số có tại cuối kỳ, không cộng các kỳ. “công thức” là số tính được, không ai gõ.", En: "Blank: số đếm (count). tồn is a stock at the end of the period. công thức is derived and never typed."}},
			{name: "Cấp nhập", aliases: []string{"cấp báo cáo", "entry_levels"}, width: 23, note: lang.Format{Vi: "Các cấp phải báo số liệu này, cách nhau bằng dấu chấm phẩy. Nếu đơn vị cấp dưới cũng nộp thì số của cấp dưới được tính.", En: "Levels that give the figure, separated by semicolons. Where a unit below gives it too, the lower one counts."}},
			{name: "Gộp đơn vị", aliases: []string{"cách gộp", "aggregate"}, width: 12, words: rollupWords.words(), note: lang.Format{Vi: "Cách gộp số của các đơn vị. Để trống: cộng (số), đếm đơn vị (có/không), đếm loại (phân loại), danh sách (văn bản), không (ngày, tỷ lệ, khoảng).", En: "How units are put together. Blank: sum for numbers, đếm đơn vị for yes/no, đếm loại for categories, danh sách for texts, không for days, percentages and ranges."}},
			{name: "Gộp kỳ", aliases: []string{"period_aggregate"}, width: 11, words: periodRollupWords.words(), note: lang.Format{Vi: "Cách gộp các kỳ. Để trống: cộng; số tồn và những gì không cộng được thì lấy cuối kỳ.", En: "How periods are put together. Blank: sum; the last one for stocks and what cannot be added."}},
			{name: "Cách báo", aliases: []string{"reporting"}, width: 11, words: reportingWords.words(), note: lang.Format{Vi: "Số gõ vào là của riêng kỳ, lũy kế từ đầu năm, hay tại thời điểm.", En: "What a typed value covers: the period, cumulative, or a point in time."}},
			{name: "Bắt buộc", aliases: []string{"required"}, width: 9, words: yesWords.words(), note: lang.Format{Vi: "“có”: ô trống là lỗi, không có thì phải gõ 0. Để trống: không.", En: "“có” (yes): a blank is an error, zero must be typed. Blank: no."}},
			{name: "Công thức", aliases: []string{"formula"}, holds: holdsFormula, width: 34, note: lang.Format{Vi: "Chỉ cho kiểu “công thức”, ví dụ: xd_dvut_cn / xd_dvut. Các đối số cách nhau bằng dấu chấm phẩy.", En: "Only for công thức, such as xd_dvut_cn / xd_dvut. Arguments are separated by semicolons."}},
			{name: "Nhỏ nhất", aliases: []string{"tối thiểu", "min"}, holds: holdsNumber, width: 10, note: lang.Format{Vi: "Giá trị nhỏ nhất chấp nhận được. Để trống: không giới hạn.", En: "Least value accepted. Blank: no limit."}},
			{name: "Lớn nhất", aliases: []string{"tối đa", "max"}, holds: holdsNumber, width: 10, note: lang.Format{Vi: "Giá trị lớn nhất chấp nhận được. Để trống: không giới hạn.", En: "Greatest value accepted. Blank: no limit."}},
			{name: "Định dạng", aliases: []string{"cách in", "format"}, width: 11, note: lang.Format{Vi: "Cách in trong báo cáo, ví dụ so0 (05), pt (3,1%), nm (9/11), tien. Để trống: theo kiểu.", En: "How reports print it, such as so0 (05), pt (3,1%), nm (9/11), tien. Blank: by its kind."}},
			{name: "Ghi chú", aliases: []string{"định nghĩa", "note"}, holds: holdsLines, width: 44, note: lang.Format{Vi: "Định nghĩa để không tính hai lần; in trên biểu.", En: "The definition that avoids double counting; printed on the form."}},
		},
	},
	{
		name: sheetLists, aliases: []string{"bảng kê khai", "lists"},
		purpose: lang.Format{Vi: "Mỗi dòng một cột của một bảng kê (danh sách chi tiết) kèm theo biểu.", En: "One row per column of a list form."},
		columns: []columnSpec{
			{name: "Bảng", aliases: []string{"mã bảng", "list"}, holds: holdsCode, needed: true, width: 18, note: lang.Format{Vi: "Mã của bảng kê, ví dụ ds_cong_trinh.", En: "Code of the list."}},
			{name: "Cột", aliases: []string{"mã cột", "column"}, holds: holdsCode, needed: true, width: 18, note: lang.Format{Vi: "Mã của cột, không đặt trùng trong một bảng.", En: "Code of the column, unique in its list."}},
			{name: "Tên", aliases: []string{"tiêu đề", "title"}, needed: true, width: 30, note: lang.Format{Vi: "Tiêu đề in ở đầu cột.", En: "Title printed above the column."}},
			{name: "Kiểu", aliases: []string{"kind"}, width: 12, words: listKindWords.words(), note: lang.Format{Vi: "Để trống: văn bản. “phân loại”: các lựa chọn ở bảng Lựa chọn, danh sách <bảng>.<cột>.", En: "Blank: text. phân loại takes the options of the list <list>.<column>."}},
			{name: "Bắt buộc", aliases: []string{"required"}, width: 9, words: yesWords.words(), note: lang.Format{Vi: "“có”: dòng nào cũng phải ghi cột này.", En: "“có” (yes): every row must fill it."}},
			{name: "Gộp kỳ", aliases: []string{"period_aggregate"}, width: 11, words: listPeriodWords.words(), note: lang.Format{Vi: "Ghi ở một dòng của bảng. “cuối kỳ”: cả nhiệm kỳ hay cả năm chỉ lấy bảng kê của kỳ cuối, như danh sách Ban Chấp hành. Để trống: lấy dòng của mọi kỳ.", En: "On one row of the list. cuối kỳ: over a longer period only the list of the last one counts, as of committee members. Blank: the rows of all periods."}},
			{name: "Vào số liệu", aliases: []string{"số liệu", "đối chiếu với", "feeds"}, holds: holdsCode, width: 30, note: lang.Format{Vi: "Mã số liệu trên biểu phải bằng tổng của cột số, hoặc bằng số dòng nếu là cột khác. Cột phân loại ghi theo lựa chọn: cong_trinh: tn_cong_trinh; phan_viec: tn_phan_viec. Để trống: không đối chiếu.", En: "Code of the figure of the form that equals the sum of a column of numbers, else the number of rows. Of a category by option: cong_trinh: tn_cong_trinh; phan_viec: tn_phan_viec. Blank: not compared."}},
			{name: "Ghi chú", aliases: []string{"note"}, holds: holdsLines, width: 50, note: lang.Format{Vi: "In dưới tiêu đề của cột.", En: "Printed below the title."}},
		},
	},
	{
		name: sheetRules, aliases: []string{"quy tắc kiểm tra", "kiểm tra chéo", "rules"},
		purpose: lang.Format{Vi: "Mỗi dòng một điều phải đúng giữa các số liệu của một biểu.", En: "One row per relation that must hold over the figures of one form."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã quy tắc", "code"}, holds: holdsCode, needed: true, width: 24, note: lang.Format{Vi: "Mã của quy tắc, không đặt trùng.", En: "Code of the rule, unique."}},
			{name: "Mô tả", aliases: []string{"nội dung", "description"}, holds: holdsLines, needed: true, width: 50, note: lang.Format{Vi: "Điều phải đúng, viết cho người ở đơn vị đọc.", En: "What must hold, for people in the units."}},
			{name: "Vế trái", aliases: []string{"left"}, holds: holdsFormula, needed: true, width: 32, note: lang.Format{Vi: "Biểu thức, ví dụ: xd_dvut.", En: "An expression, such as xd_dvut."}},
			{name: "Phép", aliases: []string{"phép so sánh", "so sánh", "operator"}, holds: holdsCode, width: 12, words: relationWords.words(), note: lang.Format{Vi: "Quan hệ giữa hai vế. “cùng có”: cả hai lớn hơn 0 hoặc cả hai bằng 0. “cùng bằng 0”: một vế bằng 0 thì vế kia cũng bằng 0.", En: "Relation of the two sides. cùng có: both above zero or both zero. cùng bằng 0: if one is zero so is the other."}},
			{name: "Vế phải", aliases: []string{"right"}, holds: holdsFormula, needed: true, width: 32, note: lang.Format{Vi: "Biểu thức hoặc số, ví dụ: 5 * tc_dc_chi_hoi.", En: "An expression or a number."}},
			{name: "Sai số", aliases: []string{"tolerance"}, holds: holdsNumber, width: 9, note: lang.Format{Vi: "Hai vế được lệch nhau bao nhiêu. Để trống: không được lệch.", En: "By how much the sides may differ. Blank: not at all."}},
			{name: "Nếu thiếu", aliases: []string{"khi thiếu", "if_missing"}, width: 11, words: whenMissingWords.words(), note: lang.Format{Vi: "Khi thiếu một số liệu: bỏ qua (đếm riêng), coi là 0, hoặc là lỗi. Để trống: bỏ qua.", En: "When a figure is missing: bỏ qua (skip, counted), coi là 0 (as zero), là lỗi (an error). Blank: skip."}},
			{name: "Mức", aliases: []string{"mức độ", "severity"}, width: 10, words: severityWords.words(), note: lang.Format{Vi: "Mức của phát hiện khi quy tắc bị vi phạm. Để trống: lỗi.", En: "How bad a breach is. Blank: error."}},
			{name: "Áp dụng cho", aliases: []string{"cấp", "levels"}, width: 18, note: lang.Format{Vi: "Các cấp được kiểm tra, cách nhau bằng dấu chấm phẩy. Để trống: mọi cấp.", En: "Levels that are checked, separated by semicolons. Blank: all."}},
			{name: "Hướng dẫn", aliases: []string{"cách sửa", "advice"}, holds: holdsLines, width: 50, note: lang.Format{Vi: "Việc đơn vị cần làm khi vi phạm.", En: "What the unit should do."}},
		},
	},
	{
		name: sheetTargets, aliases: []string{"chỉ tiêu phấn đấu", "targets"},
		purpose: lang.Format{Vi: "Mỗi dòng một nội dung của một chỉ tiêu; dòng có Phần là * nói về cả chỉ tiêu.", En: "One row per part of a target; the row whose Phần is * is about the whole."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã chỉ tiêu", "code"}, holds: holdsCode, needed: true, width: 10, note: lang.Format{Vi: "Mã của chỉ tiêu; các nội dung của một chỉ tiêu mang cùng mã.", En: "Code of the target; its parts share it."}},
			{name: "Phần", aliases: []string{"nội dung số", "part"}, holds: holdsCode, width: 7, note: lang.Format{Vi: "* cho cả chỉ tiêu; a, b, c… cho từng nội dung; để trống nếu chỉ có một nội dung.", En: "* for the whole; a, b, c… for the parts; blank where there is only one."}},
			{name: "Nội dung", aliases: []string{"text"}, holds: holdsLines, needed: true, width: 50, note: lang.Format{Vi: "Lời văn của chỉ tiêu hoặc nội dung.", En: "Text of the target or the part."}},
			{name: "Biểu thức", aliases: []string{"công thức", "measure", "expression"}, holds: holdsFormula, width: 30, note: lang.Format{Vi: "Giá trị đem so với ngưỡng, ví dụ: xd_dvut.", En: "The value that is compared, such as xd_dvut."}},
			{name: "So sánh", aliases: []string{"phép", "comparator"}, holds: holdsCode, width: 10, words: comparisonWords.words(), note: lang.Format{Vi: ">= là ít nhất, <= là không quá. “khoảng”: từ Ngưỡng đến Ngưỡng trên. “định tính”: chỉ kết luận tay.", En: ">= is at least, <= at most. khoảng: from Ngưỡng to Ngưỡng trên. định tính: judged by hand."}},
			{name: "Ngưỡng", aliases: []string{"kế hoạch", "threshold"}, holds: holdsNumber, width: 11, note: lang.Format{Vi: "Mức được giao: 2000, 5%, có, \"XS\". Để trống: chưa giao, chỉ tiêu chưa được kết luận.", En: "What was assigned: 2000, 5%, có, \"XS\". Blank: not assigned, no verdict."}},
			{name: "Ngưỡng trên", aliases: []string{"threshold_high"}, holds: holdsNumber, width: 11, note: lang.Format{Vi: "Mức trên, chỉ khi So sánh là “khoảng”.", En: "Upper end, only for khoảng."}},
			{name: "Phạm vi", aliases: []string{"scope", "mode"}, width: 20, note: lang.Format{Vi: "tổng; từng đơn vị; từng đơn vị: huyện; trực thuộc; từng tháng; từng quý; từng năm. Để trống: tổng.", En: "tổng (total), từng đơn vị (per unit, perhaps with levels), từng tháng, từng quý, từng năm. Blank: total."}},
			{name: "Kỳ", aliases: []string{"kỳ kế hoạch", "period"}, holds: holdsCode, width: 10, note: lang.Format{Vi: "Mã của kỳ được giao, ví dụ 2031 khi giao cho cả năm: tổng hợp quý III thì thấy tiến độ chín tháng, chưa hết năm thì chưa kết luận chưa đạt. Để trống: giao cho chính kỳ đang tổng hợp.", En: "Code of the period that the plan is for, such as 2031 for a year: the third quarter then shows how far it has come, and nothing is unmet before the year is over. Blank: for the period that is added up."}},
			{name: "Điều kiện", aliases: []string{"condition"}, holds: holdsFormula, width: 22, note: lang.Format{Vi: "Chỉ tính những nơi thỏa điều kiện này. Để trống: luôn tính.", En: "Only where this holds. Blank: always."}},
			{name: "Cách ghép", aliases: []string{"combine"}, width: 10, words: combineWords.words(), note: lang.Format{Vi: "Ở dòng *: phải đạt tất cả nội dung, hay một trong các nội dung. Để trống: tất cả.", En: "In the row *: all parts must be met, or one of them. Blank: all."}},
			{name: "Được tính", aliases: []string{"counted"}, width: 9, words: yesWords.words(), note: lang.Format{Vi: "Có tính vào “k/n nội dung” hay không. Để trống: có.", En: "Does the part count in “k/n parts”. Blank: yes."}},
			{name: "Kết luận tay", aliases: []string{"kết luận", "hand"}, width: 14, words: verdictWords.words(), note: lang.Format{Vi: "Kết luận do người có trách nhiệm quyết định; phải ghi Lý do.", En: "A verdict given by hand; it needs a reason."}},
			{name: "Lý do", aliases: []string{"lí do", "reason"}, holds: holdsLines, width: 34, note: lang.Format{Vi: "Lý do chưa đạt, hoặc lý do của kết luận tay.", En: "Why it is unmet, or why it was judged by hand."}},
			{name: "Căn cứ", aliases: []string{"văn bản giao", "basis"}, holds: holdsLines, width: 28, note: lang.Format{Vi: "Văn bản giao chỉ tiêu.", En: "The document that assigned it."}},
		},
	},
	{
		name: sheetAssignments, aliases: []string{"giao chỉ tiêu cho đơn vị", "chỉ tiêu giao", "assignments"},
		purpose: lang.Format{Vi: "Mỗi dòng một mức giao riêng cho một đơn vị; đơn vị không có dòng riêng thì theo Ngưỡng chung của trang Chỉ tiêu khi Phạm vi là “từng đơn vị”.", En: "One row per plan of one unit; a unit without a row keeps the common threshold of the sheet Chỉ tiêu where Phạm vi is từng đơn vị."},
		columns: []columnSpec{
			{name: "Mã chỉ tiêu", aliases: []string{"mã", "chỉ tiêu", "target"}, holds: holdsCode, needed: true, width: 13, note: lang.Format{Vi: "Mã ở trang Chỉ tiêu.", En: "Code in the sheet Chỉ tiêu."}},
			{name: "Phần", aliases: []string{"nội dung số", "part"}, holds: holdsCode, width: 7, note: lang.Format{Vi: "Phần của chỉ tiêu: a, b, c…; để trống nếu chỉ tiêu chỉ có một nội dung.", En: "Part of the target: a, b, c…; blank where it has one part."}},
			{name: "Đơn vị", aliases: []string{"mã đơn vị", "unit"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã đơn vị được giao, cấp nào cũng được.", En: "Code of the unit, of any level."}},
			{name: "Ngưỡng", aliases: []string{"mức giao", "kế hoạch", "threshold"}, holds: holdsNumber, needed: true, width: 11, note: lang.Format{Vi: "Mức giao cho đơn vị: 150, 5%.", En: "What was assigned to the unit: 150, 5%."}},
			{name: "Ngưỡng trên", aliases: []string{"threshold_high"}, holds: holdsNumber, width: 11, note: lang.Format{Vi: "Mức trên, chỉ khi So sánh của nội dung là “khoảng”.", En: "Upper end, only for khoảng."}},
			{name: "Căn cứ", aliases: []string{"văn bản giao", "basis"}, holds: holdsLines, width: 34, note: lang.Format{Vi: "Văn bản giao chỉ tiêu cho đơn vị.", En: "The document that assigned it."}},
		},
	},
	{
		name: sheetShortcomings, aliases: []string{"hạn chế khuyết điểm", "shortcomings"},
		purpose: lang.Format{Vi: "Mỗi dòng một vế của một khuyết điểm và kết quả khắc phục.", En: "One row per clause of a shortcoming and how it was remedied."},
		columns: []columnSpec{
			{name: "Mã", aliases: []string{"mã khuyết điểm", "code"}, holds: holdsCode, needed: true, width: 8, note: lang.Format{Vi: "Mã của khuyết điểm, ví dụ KD1; các vế mang cùng mã.", En: "Code of the shortcoming, such as KD1; its clauses share it."}},
			{name: "Vế", aliases: []string{"clause"}, holds: holdsCode, width: 6, note: lang.Format{Vi: "Số thứ tự của vế; để trống nếu chỉ có một vế.", En: "Number of the clause; blank where there is one."}},
			{name: "Nội dung", aliases: []string{"text"}, holds: holdsLines, needed: true, width: 40, note: lang.Format{Vi: "Lời văn của khuyết điểm; ở các vế sau là lời văn của vế.", En: "Text of the shortcoming; in later clauses that of the clause."}},
			{name: "Lĩnh vực", aliases: []string{"field"}, width: 16, note: lang.Format{Vi: "Mã hoặc tên trong danh sách linh_vuc của bảng Lựa chọn.", En: "Code or label of the list linh_vuc of the sheet Lựa chọn."}},
			{name: "Giải pháp", aliases: []string{"measures"}, holds: holdsLines, width: 50, note: lang.Format{Vi: "Giải pháp đã triển khai, mỗi đoạn một dòng (Alt+Enter). Được đặt thẻ như {{mt_cuoc}}.", En: "Measures taken, one paragraph per line (Alt+Enter). Tags such as {{mt_cuoc}} are allowed."}},
			{name: "Kết quả", aliases: []string{"results"}, holds: holdsLines, width: 50, note: lang.Format{Vi: "Kết quả, mỗi đoạn một dòng. Được đặt thẻ như {{mt_cuoc}}.", En: "Results, one paragraph per line. Tags are allowed."}},
			{name: "Số đo", aliases: []string{"measure"}, holds: holdsFormula, width: 26, note: lang.Format{Vi: "Gắn với số liệu: CT-A (cả chỉ tiêu), CT-A.a (một nội dung), chỉ tiêu (mọi chỉ tiêu của kỳ), hoặc điều kiện như f_xa_mt >= 1. Nhiều số đo: mỗi dòng một, hoặc cách nhau bằng dấu chấm phẩy.", En: "Links to figures: CT-A, CT-A.a, chỉ tiêu (all targets), or a condition such as f_xa_mt >= 1. Several: one per line or separated by semicolons."}},
			{name: "Năm trước", aliases: []string{"last_year"}, holds: holdsCode, width: 14, note: lang.Format{Vi: "Giá trị năm trước của từng số đo, theo cùng thứ tự. Dấu - : không biết.", En: "Last year's value of each measure in the same order. A dash: not known."}},
			{name: "Đánh giá", aliases: []string{"mức", "verdict"}, holds: holdsCode, width: 10, words: levelChoices, note: lang.Format{Vi: "Mức khắc phục: 0, 1a, 1b, 2, 3. Để trống: theo gợi ý của chương trình. Khác gợi ý thì phải ghi Lý do.", En: "Level: 0, 1a, 1b, 2, 3. Blank: as suggested. Where it differs a reason is needed."}},
			{name: "Lý do", aliases: []string{"lí do", "reason"}, holds: holdsLines, width: 34, note: lang.Format{Vi: "Lý do của đánh giá.", En: "Reason of the verdict."}},
			{name: "Phương hướng", aliases: []string{"direction"}, holds: holdsLines, width: 34, note: lang.Format{Vi: "Hướng tiếp theo. Để trống: câu mặc định theo mức.", En: "Next steps. Blank: the usual sentence of the level."}},
			{name: "Phụ trách", aliases: []string{"owner"}, width: 18, note: lang.Format{Vi: "Bộ phận phụ trách.", En: "Who is in charge."}},
			{name: "Thời hạn", aliases: []string{"due"}, width: 14, note: lang.Format{Vi: "Khi nào xong.", En: "By when."}},
			{name: "Kỳ theo dõi", aliases: []string{"kỳ", "periods"}, holds: holdsCode, width: 16, note: lang.Format{Vi: "Mã các kỳ phải theo dõi, cách nhau bằng dấu chấm phẩy: 2021; 2022. Để trống: mọi kỳ.", En: "Codes of the periods in which it is followed, separated by semicolons. Blank: every one."}},
			{name: "Mức các kỳ trước", aliases: []string{"mức các năm trước", "history"}, holds: holdsCode, width: 20, note: lang.Format{Vi: "Mức đã kết luận ở các kỳ trước: 2020: 1a; 2021: 2. Mức dưới 3 mà không theo dõi tiếp thì chương trình nhắc.", En: "The levels of former periods: 2020: 1a; 2021: 2. One below 3 that is not followed any more is told."}},
		},
	},
	{
		name: sheetExceptions, aliases: []string{"ngoại lệ", "exceptions"},
		purpose: lang.Format{Vi: "Mỗi dòng một phát hiện đã được đơn vị giải trình và được chấp nhận: phát hiện thành lưu ý, không đôn đốc nữa.", En: "One row per finding that the unit explained and the office accepted: it becomes a note and no letter speaks of it."},
		columns: []columnSpec{
			{name: "Đơn vị", aliases: []string{"mã đơn vị", "unit"}, holds: holdsCode, needed: true, width: 16, note: lang.Format{Vi: "Mã đơn vị.", En: "Code of the unit."}},
			{name: "Kỳ", aliases: []string{"mã kỳ", "period"}, holds: holdsCode, width: 12, note: lang.Format{Vi: "Mã kỳ. Để trống: kỳ đang làm.", En: "Code of the period. Blank: the current one."}},
			{name: "Mã", aliases: []string{"mã quy tắc", "code"}, holds: holdsCode, needed: true, width: 24, note: lang.Format{Vi: "Mã của quy tắc, của phép kiểm tra hoặc của số liệu; chỉ cho một số liệu: ngoai-khoang:tc_doan_vien.", En: "Code of a rule, of a check or of a figure; for one figure alone: ngoai-khoang:tc_doan_vien."}},
			{name: "Lý do", aliases: []string{"lí do", "reason"}, holds: holdsLines, needed: true, width: 50, note: lang.Format{Vi: "Giải trình của đơn vị.", En: "The unit's explanation."}},
			{name: "Giá trị", aliases: []string{"số đã chấp nhận", "value"}, holds: holdsCode, width: 16, note: lang.Format{Vi: "Số đã được chấp nhận. Đơn vị gửi lại số khác thì giải trình hết hiệu lực. Để trống: chấp nhận mọi giá trị.", En: "The value that was accepted. Once the unit states another one the row no longer holds. Blank: any value."}},
			{name: "Ngày", aliases: []string{"date"}, holds: holdsDay, width: 13, note: lang.Format{Vi: "Ngày chấp nhận.", En: "Day accepted."}},
		},
	},
	{
		name: sheetOptions, aliases: []string{"danh sách lựa chọn", "options", "choices"},
		purpose: lang.Format{Vi: "Mỗi dòng một lựa chọn của số liệu phân loại hoặc của cột bảng kê.", En: "One row per option of a category or of a column of a list form."},
		columns: []columnSpec{
			{name: "Danh sách", aliases: []string{"list"}, holds: holdsCode, needed: true, width: 26, note: lang.Format{Vi: "Tên danh sách: mã của số liệu phân loại, hoặc <bảng>.<cột> của bảng kê.", En: "The list: the code of a category figure, or <list>.<column>."}},
			{name: "Mã", aliases: []string{"code"}, holds: holdsCode, needed: true, width: 18, note: lang.Format{Vi: "Mã của lựa chọn, ví dụ XS.", En: "Code of the option, such as XS."}},
			{name: "Nhãn", aliases: []string{"tên", "label"}, width: 44, note: lang.Format{Vi: "Lời in trên biểu. Để trống: in mã.", En: "Words printed on the form. Blank: the code."}},
		},
	},
}
