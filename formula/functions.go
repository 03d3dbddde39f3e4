package formula

import (
	"tonghop/figure"
	"tonghop/lang"
)

// verdicts are the words for what became of a target or of a part of it.
var verdicts = []Keyword{
	{"vuot", "exceeded"},
	{"dat", "met"},
	{"chua_dat", "unmet"},
	{"khong_du_so_lieu", "insufficient_data"},
	{"khong_ap_dung", "not_applicable"},
}

var (
	titleCondition = lang.Format{Vi: "điều kiện", En: "condition"}
	titleNumber    = lang.Format{Vi: "số", En: "number"}
	titleLevel     = lang.Format{Vi: "cấp", En: "level"}
	titleVerdict   = lang.Format{Vi: "kết luận", En: "verdict"}

	titleList   = lang.Format{Vi: "bảng kê", En: "list"}
	titleColumn = lang.Format{Vi: "cột", En: "column"}
	titleAmount = lang.Format{Vi: "cột số", En: "column of numbers"}
	titleCell   = lang.Format{Vi: "giá trị của cột", En: "value of the column"}

	titleOther  = Argument{lang.Format{Vi: "biểu thức", En: "expression"}, Any, false}
	levels      = Argument{titleLevel, Word, true}
	anyVerdicts = Argument{titleVerdict, Word, true}
)

// columnArguments are those of the functions over the numbers of a column of a list.
var columnArguments = []Argument{{titleList, Word, false}, {titleAmount, Word, false}, {titleColumn, Word, false}, {titleCell, Word, true}}

// functions is the one table of functions: scanning, checking, help and tests go by it.
var functions = []Function{
	{
		Name: "neu", English: "if",
		Args: []Argument{
			{titleCondition, Condition, false},
			{lang.Format{Vi: "nếu đúng", En: "if true"}, Any, false},
			{lang.Format{Vi: "nếu sai", En: "if false"}, Any, false},
		},
		Min: 3,
		Doc: lang.Format{
			Vi: "Cho giá trị thứ nhất khi điều kiện đúng, giá trị thứ hai khi sai; thiếu số liệu của điều kiện thì kết quả cũng thiếu.",
			En: "Gives the first value when the condition is true, the second when it is false; missing when the condition is.",
		},
		Example: lang.Format{Vi: "neu(tc_bch >= 3; tc_bch; 0)", En: "if(tc_bch >= 3; tc_bch; 0)"},
		run:     runIf,
	},
	{
		Name: "lon_nhat", English: "max",
		Args:    []Argument{{titleNumber, Amount, true}},
		Min:     2,
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Cho số lớn nhất.", En: "Gives the greatest number."},
		Example: lang.Format{Vi: "lon_nhat(tc_nam; tc_nu; 0)", En: "max(tc_nam; tc_nu; 0)"},
		run:     runMax,
	},
	{
		Name: "nho_nhat", English: "min",
		Args:    []Argument{{titleNumber, Amount, true}},
		Min:     2,
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Cho số nhỏ nhất.", En: "Gives the smallest number."},
		Example: lang.Format{Vi: "nho_nhat(tc_nam; tc_nu)", En: "min(tc_nam; tc_nu)"},
		run:     runMin,
	},
	{
		Name: "tri_tuyet_doi", English: "abs",
		Args:    []Argument{{titleNumber, Amount, false}},
		Min:     1,
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Cho số không mang dấu âm.", En: "Gives the number without its sign."},
		Example: lang.Format{Vi: "tri_tuyet_doi(tc_nam - tc_nu)", En: "abs(tc_nam - tc_nu)"},
		run:     runAbs,
	},
	{
		Name: "lam_tron", English: "round",
		Args: []Argument{
			{titleNumber, Amount, false},
			{lang.Format{Vi: "số chữ số thập phân", En: "decimals"}, Amount, false},
		},
		Min:    2,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Làm tròn đến số chữ số thập phân đã cho (từ -12 đến 12); đúng một nửa thì làm tròn ra xa số 0.",
			En: "Rounds to that many decimals (-12 to 12); a half is rounded away from zero.",
		},
		Example: lang.Format{Vi: "lam_tron(tc_nu / tc_nam; 2)", En: "round(tc_nu / tc_nam; 2)"},
		run:     runRound,
	},
	{
		Name: "thieu", English: "is_missing",
		Args:    []Argument{{lang.Format{Vi: "số liệu", En: "figure"}, Any, false}},
		Min:     1,
		Result:  figure.Bool,
		Doc:     lang.Format{Vi: "Đúng khi không có số liệu; số 0 và “không áp dụng” không phải là thiếu.", En: "True when the figure is missing; zero and “not applicable” are not missing."},
		Example: lang.Format{Vi: "thieu(tc_bch)", En: "is_missing(tc_bch)"},
		run:     runMissing,
	},
	{
		Name: "dem_don_vi", English: "count_units",
		Args:   []Argument{{titleCondition, Condition, false}, levels},
		Min:    1,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Đếm các đơn vị thỏa điều kiện; không ghi cấp thì tính mọi đơn vị phải báo cáo. Đơn vị thiếu số liệu không được đếm và làm giảm độ phủ.",
			En: "Counts the units that satisfy the condition; without levels, of all reporting units. A unit whose figures are missing is not counted and lowers the coverage.",
		},
		Example:   lang.Format{Vi: "dem_don_vi(mt_cuoc >= 1; huyen; truc_thuoc)", En: "count_units(mt_cuoc >= 1; huyen; truc_thuoc)"},
		overUnits: true,
		run:       runCountUnits,
	},
	{
		Name: "so_don_vi", English: "units",
		Args:      []Argument{levels},
		Result:    figure.Number,
		Doc:       lang.Format{Vi: "Cho số đơn vị của các cấp; không ghi cấp thì là số đơn vị phải báo cáo.", En: "Gives the number of units of the levels; without levels, of all reporting units."},
		Example:   lang.Format{Vi: "so_don_vi(xa)", En: "units(xa)"},
		overUnits: true,
		run:       runUnits,
	},
	{
		Name: LastPeriod, English: "last_period",
		Args: []Argument{titleOther},
		Min:  1,
		Doc: lang.Format{
			Vi: "Tính biểu thức với số liệu của kỳ ngay trước (cùng độ dài, kết thúc vào hôm trước ngày đầu kỳ này); biểu mẫu của kỳ đó cũng để trong thư mục nop.",
			En: "Evaluates the expression with the figures of the period right before (as long, ending the day before this one begins), whose forms lie in nop too.",
		},
		Example:     lang.Format{Vi: "xd_dvut - ky_truoc(xd_dvut)", En: "xd_dvut - last_period(xd_dvut)"},
		otherPeriod: true,
		run:         runOther,
	},
	{
		Name: LastYear, English: "same_period_last_year",
		Args: []Argument{titleOther},
		Min:  1,
		Doc: lang.Format{
			Vi: "Tính biểu thức với số liệu của cùng kỳ năm trước (đúng những ngày đó, sớm hơn một năm); biểu mẫu của kỳ đó cũng để trong thư mục nop.",
			En: "Evaluates the expression with the figures of the same period last year (the same days a year earlier), whose forms lie in nop too.",
		},
		Example:     lang.Format{Vi: "xd_dvut / cung_ky(xd_dvut)", En: "xd_dvut / same_period_last_year(xd_dvut)"},
		otherPeriod: true,
		run:         runOther,
	},
	{
		Name: Cumulative, English: "cumulative",
		Args: []Argument{titleOther},
		Min:  1,
		Doc: lang.Format{
			Vi: "Tính biểu thức với số lũy kế từ đầu năm đến hết kỳ này: số phát sinh cộng qua các kỳ của năm, số có mặt lấy của kỳ này; biểu mẫu các kỳ trước cũng để trong thư mục nop.",
			En: "Evaluates the expression from the start of the year through this period: what happened is added over its periods, what stands is that of this one; the earlier forms lie in nop too.",
		},
		Example:     lang.Format{Vi: "luy_ke(xd_dvut) - cung_ky(luy_ke(xd_dvut))", En: "cumulative(xd_dvut) - same_period_last_year(cumulative(xd_dvut))"},
		otherPeriod: true,
		run:         runOther,
	},
	{
		Name: "so_thang", English: "months",
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Cho số tháng của kỳ báo cáo.", En: "Gives the number of months of the period."},
		Example: lang.Format{Vi: "tinh_bpv_lan / so_thang()", En: "tinh_bpv_lan / months()"},
		run:     runAsk,
	},
	{
		Name: "nguong", English: "threshold",
		Args:    []Argument{{lang.Format{Vi: "mã nội dung của chỉ tiêu", En: "code of a part of a target"}, Word, false}},
		Min:     1,
		Doc:     lang.Format{Vi: "Cho ngưỡng của một nội dung chỉ tiêu.", En: "Gives the threshold of a part of a target."},
		Example: lang.Format{Vi: `xd_dvut / nguong("CT-A.a")`, En: `xd_dvut / threshold("CT-A.a")`},
		run:     runAsk,
	},
	{
		Name: "ke_hoach_den_ky", English: "plan_to_date",
		Args: []Argument{{lang.Format{Vi: "mã nội dung của chỉ tiêu", En: "code of a part of a target"}, Word, false}},
		Min:  1,
		Doc: lang.Format{
			Vi: "Cho phần kế hoạch tính đến hết kỳ này, chia đều theo tháng: kế hoạch năm 2.000 thì hết quý III là 1.500. Chỉ cho số phát sinh; cột Kỳ của chỉ tiêu ghi kế hoạch của kỳ nào.",
			En: "Gives the share of a plan up to the end of this period, spread evenly over months: 1,500 of a year's 2,000 at the end of September. Only of what happens; the column Kỳ of the target says for which period it is.",
		},
		Example: lang.Format{Vi: `luy_ke(xd_dvut) / ke_hoach_den_ky("CT-A.a")`, En: `cumulative(xd_dvut) / plan_to_date("CT-A.a")`},
		run:     runAsk,
	},
	{
		Name: "dem_chi_tieu", English: "count_targets",
		Args:    []Argument{anyVerdicts},
		Words:   verdicts,
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Đếm các chỉ tiêu có một trong các kết luận đã ghi; không ghi thì đếm tất cả.", En: "Counts the targets with one of the verdicts; all targets where none is given."},
		Example: lang.Format{Vi: "dem_chi_tieu(vuot; dat) / dem_chi_tieu()", En: "count_targets(exceeded; met) / count_targets()"},
		run:     runAsk,
	},
	{
		Name: "dem_noi_dung", English: "count_parts",
		Args:    []Argument{anyVerdicts},
		Words:   verdicts,
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Đếm các nội dung của chỉ tiêu có một trong các kết luận đã ghi; không ghi thì đếm tất cả.", En: "Counts the parts of the target with one of the verdicts; all parts where none is given."},
		Example: lang.Format{Vi: "dem_noi_dung(chua_dat)", En: "count_parts(unmet)"},
		run:     runAsk,
	},
	{
		Name: "dem_khuyet_diem", English: "count_shortcomings",
		Args:    []Argument{{lang.Format{Vi: "mức khắc phục", En: "level"}, Word, true}},
		Result:  figure.Number,
		Doc:     lang.Format{Vi: "Đếm các khuyết điểm ở một trong các mức đã ghi; không ghi thì đếm tất cả.", En: "Counts the shortcomings at one of the levels; all of them where none is given."},
		Example: lang.Format{Vi: "dem_khuyet_diem()", En: "count_shortcomings()"},
		run:     runAsk,
	},
	{
		Name: CountRows, English: "count_rows",
		Args: []Argument{{titleList, Word, false}, {titleColumn, Word, false}, {titleCell, Word, true}},
		Min:  1, Step: 2,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Đếm các dòng của một bảng kê, hoặc chỉ các dòng có cột mang giá trị đã ghi; nhiều cặp cột và giá trị thì dòng phải đúng mọi cặp.",
			En: "Counts the rows of a list, or only those where the column holds the value; of several pairs of column and value all must hold.",
		},
		Example: lang.Format{Vi: `dem_dong("ds_bch"; "xep_loai"; "XS")`, En: `count_rows("ds_bch"; "xep_loai"; "XS")`},
		run:     runAsk,
	},
	{
		Name: SumRows, English: "sum_rows",
		Args: columnArguments,
		Min:  2, Step: 2,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Cộng một cột số của một bảng kê qua các dòng, hoặc chỉ qua các dòng có cột mang giá trị đã ghi.",
			En: "Adds up a column of numbers of a list over its rows, or only over those where a column holds the value.",
		},
		Example: lang.Format{Vi: "tong_dong(ds_cong_trinh; tri_gia; loai; cong_trinh)", En: "sum_rows(ds_cong_trinh; tri_gia; loai; cong_trinh)"},
		run:     runAsk,
	},
	{
		Name: SmallestRow, English: "min_rows",
		Args: columnArguments,
		Min:  2, Step: 2,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Cho số nhỏ nhất ở một cột của bảng kê, có thể chỉ trong các dòng có cột mang giá trị đã ghi; bảng kê không có dòng nào thì thiếu.",
			En: "Gives the smallest number in a column of a list, perhaps only of the rows where a column holds the value; missing where there is no row.",
		},
		Example: lang.Format{Vi: "nho_nhat_dong(ds_bch; tuoi)", En: "min_rows(ds_bch; tuoi)"},
		run:     runAsk,
	},
	{
		Name: GreatestRow, English: "max_rows",
		Args: columnArguments,
		Min:  2, Step: 2,
		Result: figure.Number,
		Doc: lang.Format{
			Vi: "Cho số lớn nhất ở một cột của bảng kê, có thể chỉ trong các dòng có cột mang giá trị đã ghi; bảng kê không có dòng nào thì thiếu.",
			En: "Gives the greatest number in a column of a list, perhaps only of the rows where a column holds the value; missing where there is no row.",
		},
		Example: lang.Format{Vi: `lon_nhat_dong(ds_bch; tuoi; tinh_trang; dang_tham_gia)`, En: `max_rows(ds_bch; tuoi; tinh_trang; dang_tham_gia)`},
		run:     runAsk,
	},
}
