package figure

import (
	"slices"

	"tonghop/lang"
	"tonghop/vntext"
)

// Mark is printed where a figure is missing. It is never printed as nothing or as 0.
const Mark = "(không đủ số liệu)"

// notApplicable is printed where a figure does not concern the unit.
const notApplicable = "không áp dụng"

// noBreak keeps a number and its unit on one line.
const noBreak = "\u00a0"

// Style is a way of printing a value. The column Định dạng of the catalogue and what follows | in a tag name styles.
type Style struct {
	Name    string      // as staff write it
	Aliases []string    // other names, among them those of the domain guide
	Title   lang.Format // what it prints, in one line
	Kinds   []Kind      // the kinds of value that it prints; none: all
	Example Example

	print func(Value) (string, bool)
}

// Example shows a style at work. A plain space stands for a no-break space.
type Example struct{ In, Out string }

// Print prints a value. A missing value prints as Mark and one that does not apply says so. It is false where the value is of
// a kind that the style cannot print, such as a date as a percentage; a style never prints something that is not so.
func (s Style) Print(v Value) (string, bool) {
	switch v.Kind {
	case Missing:
		return Mark, true
	case NotApplicable:
		return notApplicable, true
	}
	if s.print == nil {
		return "", false
	}
	return s.print(v)
}

var (
	numbers = []Kind{Number}
	dates   = []Kind{Date}
	ranges  = []Kind{Range}
)

// Prints reports whether the style can print values of a kind. A ratio (nm) still refuses a number that is no quotient.
func (s Style) Prints(k Kind) bool {
	return len(s.Kinds) == 0 || k == Missing || k == NotApplicable || slices.Contains(s.Kinds, k)
}

// styles is the one table of styles.
var styles = []Style{
	{
		Name: "so0", Aliases: []string{"count", "so_0"}, print: printCount,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "số đếm trong câu: thêm số 0 trước số nhỏ hơn 10, bằng 0 thì ghi “không có”", En: "a count in prose: padded below 10, zero is “không có”"},
		Example: Example{"5", "05"},
	},
	{
		Name: "so", Aliases: []string{"count_table", "number"}, print: printNumber,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "số đếm trong bảng: dấu chấm ngăn hàng nghìn, bằng 0 thì ghi 0", En: "a count in a table: dots between thousands, zero is 0"},
		Example: Example{"1805", "1.805"},
	},
	{
		Name: "thap_phan", Aliases: []string{"decimal"}, print: printNumber,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "số thập phân: dấu phẩy trước phần lẻ", En: "a decimal number: comma before the fraction"},
		Example: Example{"5/10", "0,5"},
	},
	{
		Name: "pt", Aliases: []string{"percent_1", "percent", "phan_tram", "pt1"}, print: printPercent(1),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "phần trăm, nhiều nhất một chữ số lẻ", En: "a percentage with at most one decimal"},
		Example: Example{"56/1805", "3,1%"},
	},
	{
		Name: "pt0", Aliases: []string{"percent_0"}, print: printPercent(0),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "phần trăm, làm tròn đến số nguyên", En: "a percentage without decimals"},
		Example: Example{"1805/2000", "90%"},
	},
	{
		Name: "pt2", Aliases: []string{"percent_2"}, print: printPercent(2),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "phần trăm, nhiều nhất hai chữ số lẻ", En: "a percentage with at most two decimals"},
		Example: Example{"1805/2000", "90,25%"},
	},
	{
		Name: "nm", Aliases: []string{"ratio"}, print: printRatio,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tỷ số: phần trên tổng", En: "a ratio: part over whole"},
		Example: Example{"9/11", "9/11"},
	},
	{
		Name: "nm0", Aliases: []string{"ratio_padded"}, print: printPaddedRatio,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tỷ số, thêm số 0 khi phần nhỏ hơn 10", En: "a ratio, padded when the part is below 10"},
		Example: Example{"5/12", "05/12"},
	},
	{
		Name: "tien", Aliases: []string{"money_short", "money"}, print: printMoneyShort,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền rút gọn: triệu hoặc tỷ đồng, thêm “hơn”, “gần” khi làm tròn", En: "money in triệu or tỷ đồng, with “hơn” or “gần” when rounded"},
		Example: Example{"1437500000", "hơn 1,4 tỷ đồng"},
	},
	{
		Name: "tien_du", Aliases: []string{"money_full"}, print: printMoneyFull,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền ghi đủ đến đồng", En: "the full amount in đồng"},
		Example: Example{"700000", "700.000 đồng"},
	},
	{
		Name: "tien_tron", Aliases: []string{"money_round"}, print: printMoneyRound,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền làm tròn đến triệu hoặc tỷ đồng, thêm “hơn”, “gần”", En: "money in whole triệu or tỷ đồng, with “hơn” or “gần”"},
		Example: Example{"14850000", "gần 15 triệu đồng"},
	},
	{
		Name: "trieu", Aliases: []string{"money_table_trieu"}, print: printMillions,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền trong bảng tính theo triệu đồng, không ghi đơn vị", En: "money in a table in triệu đồng, without the unit"},
		Example: Example{"13600000", "13,6"},
	},
	{
		Name: "tien_trieu", Aliases: []string{"money_trieu"}, print: printMoneyIn(1),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền tính theo triệu đồng, dù lớn hay nhỏ, thêm “hơn”, “gần” khi làm tròn", En: "money in triệu đồng whatever its size, with “hơn” or “gần” when rounded"},
		Example: Example{"1437500000", "1.437,5 triệu đồng"},
	},
	{
		Name: "tien_ty", Aliases: []string{"money_ty"}, print: printMoneyIn(2),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tiền tính theo tỷ đồng, dù lớn hay nhỏ, thêm “hơn”, “gần” khi làm tròn", En: "money in tỷ đồng whatever its size, with “hơn” or “gần” when rounded"},
		Example: Example{"187500000", "gần 0,2 tỷ đồng"},
	},
	{
		Name: "tang_giam", Aliases: []string{"change"}, print: printChange(printNumber),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "chênh lệch bằng lời: tăng, giảm bao nhiêu, hoặc không thay đổi", En: "a difference in words: tăng or giảm by how much, or không thay đổi"},
		Example: Example{"-30", "giảm 30"},
	},
	{
		Name: "tang_giam_pt", Aliases: []string{"change_percent"}, print: printChange(printPercent(1)),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "tỷ lệ tăng giảm bằng lời, từ kỳ này / kỳ trước - 1", En: "a rate of change in words, of this period / last period - 1"},
		Example: Example{"13/250", "tăng 5,2%"},
	},
	{
		Name: "tang_giam_diem", Aliases: []string{"change_points"}, print: printChange(printPoints),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "chênh lệch của hai tỷ lệ phần trăm, tính bằng điểm phần trăm", En: "the difference of two percentages, in percentage points"},
		Example: Example{"1/40", "tăng 2,5 điểm phần trăm"},
	},
	{
		Name: "tang_giam_tien", Aliases: []string{"change_money"}, print: printChange(printMoneyShort),
		Kinds:   numbers,
		Title:   lang.Format{Vi: "chênh lệch về tiền bằng lời", En: "a difference of money in words"},
		Example: Example{"-1437500000", "giảm hơn 1,4 tỷ đồng"},
	},
	{
		Name: "ngay", Aliases: []string{"date_line"}, print: printDate(dateLine),
		Kinds:   dates,
		Title:   lang.Format{Vi: "ngày viết đầy đủ", En: "a date in words"},
		Example: Example{"2021-03-03", "ngày 03 tháng 3 năm 2021"},
	},
	{
		Name: "ngay_ngan", Aliases: []string{"date_short"}, print: printDate(dateShort),
		Kinds:   dates,
		Title:   lang.Format{Vi: "ngày viết bằng số", En: "a date in digits"},
		Example: Example{"2021-03-03", "03/3/2021"},
	},
	{
		Name: "thang_nam", Aliases: []string{"month_line"}, print: printDate(monthLine),
		Kinds:   dates,
		Title:   lang.Format{Vi: "tháng và năm của một ngày", En: "the month and year of a date"},
		Example: Example{"2021-03-03", "tháng 3 năm 2021"},
	},
	{
		Name: "khoang", Aliases: []string{"range"}, print: printRange,
		Kinds:   ranges,
		Title:   lang.Format{Vi: "khoảng: hai số nối bằng dấu gạch ngang", En: "a range: two numbers with a hyphen"},
		Example: Example{"1..2", "01-02"},
	},
	{
		Name: "chu", Aliases: []string{"words", "bang_chu"}, print: printWords,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "số viết bằng chữ", En: "a number in words"},
		Example: Example{"1805", "một nghìn tám trăm lẻ năm"},
	},
	{
		Name: "la_ma", Aliases: []string{"roman"}, print: printRoman,
		Kinds:   numbers,
		Title:   lang.Format{Vi: "số La Mã, từ I đến MMMCMXCIX", En: "a Roman numeral from I to MMMCMXCIX"},
		Example: Example{"14", "XIV"},
	},
	{
		Name: "hoa", Aliases: []string{"upper", "chu_hoa"}, print: printUpper,
		Title:   lang.Format{Vi: "viết hoa toàn bộ", En: "in capitals"},
		Example: Example{"Đoàn xã", "ĐOÀN XÃ"},
	},
	{
		Name: "hoa_dau", Aliases: []string{"capitalize", "viet_hoa_dau"}, print: printCapital,
		Title:   lang.Format{Vi: "viết hoa chữ cái đầu", En: "with a capital first letter"},
		Example: Example{"đoàn xã", "Đoàn xã"},
	},
	{
		Name: "thuong", Aliases: []string{"lower", "chu_thuong"}, print: printLower,
		Title:   lang.Format{Vi: "viết thường toàn bộ", En: "in small letters"},
		Example: Example{"Đoàn XÃ", "đoàn xã"},
	},
	{
		Name: "mac_dinh", Aliases: []string{"default"}, print: printDefault,
		Title:   lang.Format{Vi: "cách in thường dùng của từng loại giá trị", En: "the usual form of each kind of value"},
		Example: Example{"1805", "1.805"},
	},
}

// Styles gives every style, in the order in which the help lists them.
func Styles() []Style { return append([]Style(nil), styles...) }

// styleByName finds a style by its name and its aliases.
var styleByName = func() map[string]*Style {
	byName := map[string]*Style{}
	for i := range styles {
		byName[styles[i].Name] = &styles[i]
		for _, alias := range styles[i].Aliases {
			byName[alias] = &styles[i]
		}
	}
	return byName
}()

// StyleNamed finds a style by its name or an alias. Case and accents do not count, and a space stands for a low line.
func StyleNamed(name string) (Style, bool) {
	s := styleByName[name]
	if s == nil {
		s = styleByName[styleKey(name)]
	}
	if s == nil {
		return Style{}, false
	}
	return *s, true
}

// StyleNames gives the names without aliases, for suggestions.
func StyleNames() []string {
	names := make([]string, len(styles))
	for i, s := range styles {
		names[i] = s.Name
	}
	return names
}

// styleKey folds a name and puts a low line for spaces and hyphens.
func styleKey(name string) string {
	key := []byte(vntext.Fold(name))
	for i, b := range key {
		if b == ' ' || b == '-' {
			key[i] = '_'
		}
	}
	return string(key)
}
