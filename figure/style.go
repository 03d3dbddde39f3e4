package figure

import (
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

// styles is the one table of styles.
var styles = []Style{
	{
		Name: "so0", Aliases: []string{"count", "so_0"}, print: printCount,
		Title:   lang.Format{Vi: "số đếm trong câu: thêm số 0 trước số nhỏ hơn 10, bằng 0 thì ghi “không có”", En: "a count in prose: padded below 10, zero is “không có”"},
		Example: Example{"5", "05"},
	},
	{
		Name: "so", Aliases: []string{"count_table", "number"}, print: printNumber,
		Title:   lang.Format{Vi: "số đếm trong bảng: dấu chấm ngăn hàng nghìn, bằng 0 thì ghi 0", En: "a count in a table: dots between thousands, zero is 0"},
		Example: Example{"1805", "1.805"},
	},
	{
		Name: "thap_phan", Aliases: []string{"decimal"}, print: printNumber,
		Title:   lang.Format{Vi: "số thập phân: dấu phẩy trước phần lẻ", En: "a decimal number: comma before the fraction"},
		Example: Example{"5/10", "0,5"},
	},
	{
		Name: "pt", Aliases: []string{"percent_1", "percent", "phan_tram", "pt1"}, print: printPercent(1),
		Title:   lang.Format{Vi: "phần trăm, nhiều nhất một chữ số lẻ", En: "a percentage with at most one decimal"},
		Example: Example{"56/1805", "3,1%"},
	},
	{
		Name: "pt0", Aliases: []string{"percent_0"}, print: printPercent(0),
		Title:   lang.Format{Vi: "phần trăm, làm tròn đến số nguyên", En: "a percentage without decimals"},
		Example: Example{"1805/2000", "90%"},
	},
	{
		Name: "pt2", Aliases: []string{"percent_2"}, print: printPercent(2),
		Title:   lang.Format{Vi: "phần trăm, nhiều nhất hai chữ số lẻ", En: "a percentage with at most two decimals"},
		Example: Example{"1805/2000", "90,25%"},
	},
	{
		Name: "nm", Aliases: []string{"ratio"}, print: printRatio,
		Title:   lang.Format{Vi: "tỷ số: phần trên tổng", En: "a ratio: part over whole"},
		Example: Example{"9/11", "9/11"},
	},
	{
		Name: "nm0", Aliases: []string{"ratio_padded"}, print: printPaddedRatio,
		Title:   lang.Format{Vi: "tỷ số, thêm số 0 khi phần nhỏ hơn 10", En: "a ratio, padded when the part is below 10"},
		Example: Example{"5/12", "05/12"},
	},
	{
		Name: "tien", Aliases: []string{"money_short", "money"}, print: printMoneyShort,
		Title:   lang.Format{Vi: "tiền rút gọn: triệu hoặc tỷ đồng, thêm “hơn”, “gần” khi làm tròn", En: "money in triệu or tỷ đồng, with “hơn” or “gần” when rounded"},
		Example: Example{"1437500000", "hơn 1,4 tỷ đồng"},
	},
	{
		Name: "tien_du", Aliases: []string{"money_full"}, print: printMoneyFull,
		Title:   lang.Format{Vi: "tiền ghi đủ đến đồng", En: "the full amount in đồng"},
		Example: Example{"700000", "700.000 đồng"},
	},
	{
		Name: "tien_tron", Aliases: []string{"money_round"}, print: printMoneyRound,
		Title:   lang.Format{Vi: "tiền làm tròn đến triệu hoặc tỷ đồng, thêm “hơn”, “gần”", En: "money in whole triệu or tỷ đồng, with “hơn” or “gần”"},
		Example: Example{"14850000", "gần 15 triệu đồng"},
	},
	{
		Name: "trieu", Aliases: []string{"money_table_trieu"}, print: printMillions,
		Title:   lang.Format{Vi: "tiền trong bảng tính theo triệu đồng, không ghi đơn vị", En: "money in a table in triệu đồng, without the unit"},
		Example: Example{"13600000", "13,6"},
	},
	{
		Name: "ngay", Aliases: []string{"date_line"}, print: printDate(dateLine),
		Title:   lang.Format{Vi: "ngày viết đầy đủ", En: "a date in words"},
		Example: Example{"2021-03-03", "ngày 03 tháng 3 năm 2021"},
	},
	{
		Name: "ngay_ngan", Aliases: []string{"date_short"}, print: printDate(dateShort),
		Title:   lang.Format{Vi: "ngày viết bằng số", En: "a date in digits"},
		Example: Example{"2021-03-03", "03/3/2021"},
	},
	{
		Name: "khoang", Aliases: []string{"range"}, print: printRange,
		Title:   lang.Format{Vi: "khoảng: hai số nối bằng dấu gạch ngang", En: "a range: two numbers with a hyphen"},
		Example: Example{"1..2", "01-02"},
	},
	{
		Name: "chu", Aliases: []string{"words", "bang_chu"}, print: printWords,
		Title:   lang.Format{Vi: "số viết bằng chữ", En: "a number in words"},
		Example: Example{"1805", "một nghìn tám trăm lẻ năm"},
	},
	{
		Name: "la_ma", Aliases: []string{"roman"}, print: printRoman,
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
		Name: "mac_dinh", Aliases: []string{"default"}, print: printDefault,
		Title:   lang.Format{Vi: "cách in thường dùng của từng loại giá trị", En: "the usual form of each kind of value"},
		Example: Example{"1805", "1.805"},
	},
}

// Styles gives every style, in the order in which the help lists them.
func Styles() []Style { return append([]Style(nil), styles...) }

// StyleNamed finds a style by its name or an alias. Case and accents do not count, and a space stands for a low line.
func StyleNamed(name string) (Style, bool) {
	wanted := styleKey(name)
	for _, s := range styles {
		if s.Name == wanted {
			return s, true
		}
		for _, alias := range s.Aliases {
			if alias == wanted {
				return s, true
			}
		}
	}
	return Style{}, false
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
