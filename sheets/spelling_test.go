package sheets

import (
	"fmt"
	"math/big"
	"strings"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

// spelling is one of the many ways in which people and programs write an answer into a cell.
type spelling struct {
	want string // the answer as said writes it
	cell typedCell

	// sure says that the spelling has one reading. Any other may be refused, and may not be read as something else.
	sure bool
}

// certain and doubtful make spellings.
func certain(want string, c typedCell) spelling { return spelling{want, c, true} }

func doubtful(want string, c typedCell) spelling { return spelling{want, c, false} }

func worded(text string) typedCell { return typedCell{kind: "s", text: text} }

func stored(number, format string) typedCell {
	return typedCell{kind: "n", text: number, format: format}
}

// numberFormats show a number in many ways that change nothing about it.
var numberFormats = []string{
	"", "0", "0.00", "#,##0", "#.##0", "0.0,,", "#,##0 \"người\"", "_-* #,##0\\ \"₫\"_-;\\-* #,##0\\ \"₫\"_-;_-* \"-\"\\ \"₫\"_-;_-@_-", "[Red]0;-0;;@", "0.00E+00", "@",
	"General\" cái\"", "[=0]\"không\";General", "# ?/?", "[$-42A]#,##0", "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_)",
}

var dayFormats = []string{"dd/mm/yyyy", "d-mmm", "mm-dd-yy", "[$-42A]dd mmmm yyyy", "yyyy\\-mm\\-dd", "d/m", "[h]:mm", "ddd"}

// grouped writes digits in groups of three.
func grouped(digits, separator string) string {
	var groups []string
	for len(digits) > 3 {
		groups = append([]string{digits[len(digits)-3:]}, groups...)
		digits = digits[:len(digits)-3]
	}
	return strings.Join(append([]string{digits}, groups...), separator)
}

var separators = []string{".", ",", " ", "\u00a0", "\u2009", "\u202f"}

// ratText is a decimal number as said writes it.
func ratText(decimal string) string {
	r, ok := new(big.Rat).SetString(decimal)
	if !ok {
		panic(decimal)
	}
	return r.RatString()
}

// drawCount spells a whole number, which a measure may follow.
func drawCount(rt *rapid.T, measure string) spelling {
	n := rapid.OneOf(rapid.IntRange(0, 30), rapid.IntRange(0, 5_000_000), rapid.SampledFrom([]int{0, 1000, 1805, 12500, 44228})).Draw(rt, "count")
	digits := fmt.Sprint(n)
	want := digits
	format := rapid.SampledFrom(numberFormats).Draw(rt, "format")
	group := grouped(digits, rapid.SampledFrom(separators).Draw(rt, "separator"))
	choices := []spelling{
		certain(want, stored(digits, format)),
		certain(want, stored(digits+".0", format)),
		certain(want, stored(fmt.Sprintf("%.8E", float64(n)), format)),
		certain(want, worded(digits)),
		certain(want, worded(group)),
		certain(want, worded("'"+digits)),
		certain(want, worded(group+" "+measure)),
		certain(want, worded(strings.ToUpper(digits+measure))),
		doubtful(want, stored(digits, rapid.SampledFrom(dayFormats).Draw(rt, "day format"))),
		doubtful(want, stored(digits, "0%")),
		doubtful(want, worded("hơn "+group)),
		doubtful(want, worded("~"+digits)),
		doubtful(want, worded(digits+",0")),
		doubtful(want, worded(digits+".0")),
		doubtful(want, worded(wide(digits))),
		doubtful(want, worded(digits+"+0")),
		doubtful(want, worded("="+digits)),
		doubtful(want, typedCell{kind: "b", text: fmt.Sprint(n % 2)}),
		doubtful(want, typedCell{kind: "d", text: "2021-03-03"}),
		doubtful(want, typedCell{kind: "e", text: "#REF!"}),
	}
	if n > 0 && n < 1000 {
		choices = append(choices, certain(want, worded("0"+digits)))
	}
	if n == 0 {
		choices = append(choices, certain(want, worded("không")), certain(want, worded("Không có")), certain(want, worded("KHÔNG PHÁT SINH")), certain(want, worded("kps")))
	}
	return rapid.SampledFrom(choices).Draw(rt, "spelling")
}

// wide writes digits in full width, as some input methods do.
func wide(digits string) string {
	return strings.Map(func(r rune) rune { return r - '0' + '０' }, digits)
}

// drawMoney spells an amount in đồng in a row whose unit is đồng.
func drawMoney(rt *rapid.T) spelling {
	tenths := rapid.IntRange(1, 99_999).Draw(rt, "tenths of a million")
	want := fmt.Sprint(tenths * 100_000)
	millions := fmt.Sprint(tenths / 10)
	if tenths%10 > 0 {
		millions += rapid.SampledFrom([]string{",", "."}).Draw(rt, "point") + fmt.Sprint(tenths%10)
	}
	group := grouped(want, rapid.SampledFrom(separators).Draw(rt, "separator"))
	unit := rapid.SampledFrom([]string{"", "đ", " đồng", " VNĐ", " VND", "₫"}).Draw(rt, "unit")
	choices := []spelling{
		certain(want, stored(want, rapid.SampledFrom(numberFormats).Draw(rt, "format"))),
		certain(want, worded(want)),
		certain(want, worded(group)),
		doubtful(want, worded(group+unit)),
		certain(want, worded(millions+" triệu")),
		certain(want, worded(millions+" triệu đồng")),
		certain(want, worded(millions+"tr")),
		doubtful(want, stored(want, "dd/mm/yyyy")),
		doubtful(want, worded("gần "+millions+" triệu")),
	}
	if tenths%10 > 0 { // a whole number of millions would be a number of đồng, which only a comparison can tell
		choices = append(choices, doubtful(want, worded(millions)), doubtful(want, stored(strings.Replace(millions, ",", ".", 1), "0")))
	}
	return rapid.SampledFrom(choices).Draw(rt, "spelling")
}

// drawDecimal spells a number with decimals.
func drawDecimal(rt *rapid.T) spelling {
	digits := rapid.IntRange(0, 4).Draw(rt, "decimals")
	power := [...]int{1, 10, 100, 1000, 10_000}[digits]
	n := rapid.IntRange(0, 2_000_000).Draw(rt, "units")
	whole, rest := fmt.Sprint(n/power), ""
	if digits > 0 {
		rest = fmt.Sprintf("%0*d", digits, n%power)
	}
	join := func(whole, point string) string {
		if rest == "" {
			return whole
		}
		return whole + point + rest
	}
	want := ratText(join(whole, "."))
	comma, dot := worded(join(whole, ",")), worded(join(whole, "."))
	choices := []spelling{
		certain(want, stored(join(whole, "."), rapid.SampledFrom(numberFormats).Draw(rt, "format"))),
		certain(want, stored(fmt.Sprintf("%.17g", float64(n)/float64(power)), "0")),
		doubtful(want, stored(join(whole, "."), rapid.SampledFrom(dayFormats).Draw(rt, "day format"))),
		doubtful(want, stored(join(whole, "."), "0%")),
		doubtful(want, worded(join(grouped(whole, "."), ","))),
		doubtful(want, worded(join(grouped(whole, ","), "."))),
		doubtful(want, worded(join(grouped(whole, " "), ","))),
		doubtful(want, worded(join(whole, ",")+" tấn")),
		{want, comma, digits != 3},
		{want, dot, digits != 3},
	}
	return rapid.SampledFrom(choices).Draw(rt, "spelling")
}

// drawPercent spells a share of a hundred.
func drawPercent(rt *rapid.T) spelling {
	n := rapid.IntRange(0, 10_000).Draw(rt, "hundredths of a percent")
	want := ratText(fmt.Sprintf("%d.%04d", n/10_000, n%10_000))
	text := fmt.Sprintf("%d,%02d", n/100, n%100)
	choices := []spelling{
		certain(want, worded(text+"%")),
		certain(want, worded(strings.Replace(text, ",", ".", 1)+" %")),
		certain(want, stored(fmt.Sprintf("%d.%04d", n/10_000, n%10_000), rapid.SampledFrom([]string{"0%", "0.00%", "0.0%;-0.0%"}).Draw(rt, "format"))),
		{want, worded(text), n > 100},
		{want, stored(strings.Replace(text, ",", ".", 1), "0.00"), n > 100},
		doubtful(want, stored(fmt.Sprintf("%d.%04d", n/10_000, n%10_000), "0.00")),
		doubtful(want, stored(strings.Replace(text, ",", ".", 1), "d-mmm")),
	}
	if n > 100 { // 82,48 where Excel would show 8248%
		choices = append(choices, doubtful(want, stored(strings.Replace(text, ",", ".", 1), "0.00%")))
	}
	return rapid.SampledFrom(choices).Draw(rt, "spelling")
}

// drawPair spells a ratio or a range of two numbers.
func drawPair(rt *rapid.T, ratio bool) spelling {
	low := rapid.IntRange(1, 60).Draw(rt, "first")
	high := rapid.IntRange(low, 70).Draw(rt, "second")
	want := fmt.Sprintf("%d %d", low, high)
	serial := stored(fmt.Sprint(44197+low), "d-mmm")
	if ratio {
		return rapid.SampledFrom([]spelling{
			certain(want, worded(fmt.Sprintf("%d/%d", low, high))), certain(want, worded(fmt.Sprintf("%02d/%02d", low, high))),
			certain(want, worded(fmt.Sprintf("%d / %d", low, high))), doubtful(want, serial), doubtful(want, worded(fmt.Sprintf("%d trên %d", low, high))),
			doubtful(want, stored(fmt.Sprintf("%.15g", float64(low)/float64(high)), "# ?/?")), doubtful(want, worded(fmt.Sprintf("%d-%d", low, high))),
		}).Draw(rt, "spelling")
	}
	return rapid.SampledFrom([]spelling{
		certain(want, worded(fmt.Sprintf("%d-%d", low, high))), certain(want, worded(fmt.Sprintf("%02d – %02d", low, high))), certain(want, worded(fmt.Sprintf("%d đến %d", low, high))),
		certain(want, worded(fmt.Sprintf("từ %d đến %d tuổi", low, high))), doubtful(want, serial), doubtful(want, worded(fmt.Sprintf("%d/%d", low, high))),
	}).Draw(rt, "spelling")
}

// drawDay spells a day.
func drawDay(rt *rapid.T, date1904 bool) spelling {
	serial := rapid.IntRange(40_000, 46_000).Draw(rt, "day")
	day := excelEpoch.AddDate(0, 0, serial)
	want, shift := fmt.Sprint(serial), 0
	if date1904 {
		shift = days1904
	}
	choices := []spelling{
		certain(want, stored(fmt.Sprint(serial-shift), rapid.SampledFrom(dayFormats).Draw(rt, "format"))),
		certain(want, stored(fmt.Sprint(serial-shift)+".75", "dd/mm/yyyy hh:mm")),
		certain(want, stored(fmt.Sprint(serial-shift), "")),
		doubtful(want, stored(fmt.Sprint(serial-shift), "0%")),
		certain(want, typedCell{kind: "d", text: day.Format("2006-01-02T15:04:05")}),
		certain(want, worded(day.Format("02/01/2006"))), certain(want, worded(day.Format("2-1-2006"))), certain(want, worded(day.Format("2.1.2006"))),
		certain(want, worded(day.Format("2006-01-02"))), certain(want, worded(day.Format("ngày 02 tháng 01 năm 2006"))),
		doubtful(want, worded(day.Format("20060102"))), doubtful(want, worded(day.Format("Jan 2, 2006"))),
	}
	return rapid.SampledFrom(choices).Draw(rt, "spelling")
}

// drawAnswer spells an answer to a figure.
func drawAnswer(rt *rapid.T, ind *Indicator, date1904 bool) spelling {
	switch ind.Kind {
	case Money:
		return drawMoney(rt)
	case Decimal:
		return drawDecimal(rt)
	case Percent:
		return drawPercent(rt)
	case Ratio, Interval:
		return drawPair(rt, ind.Kind == Ratio)
	case Day:
		return drawDay(rt, date1904)
	case YesNo:
		return rapid.SampledFrom([]spelling{
			certain("yes", worded("có")), certain("yes", worded("X")), certain("yes", typedCell{kind: "b", text: "1"}), certain("yes", stored("1", "")), certain("", worded("Không")),
			certain("", typedCell{kind: "b", text: "0"}), doubtful("yes", stored("2", "")), doubtful("yes", stored("1", "d-mmm")),
		}).Draw(rt, "answer")
	case Category:
		return rapid.SampledFrom([]spelling{
			certain("XS", worded("xs")), certain("TOT", worded("Hoàn thành tốt")), certain("HT", worded("HOÀN THÀNH ")), doubtful("XS", worded("Xuất sắc")), doubtful("HT", stored("1", "")),
		}).Draw(rt, "option")
	case Words:
		return rapid.SampledFrom([]spelling{
			certain("Thắp sáng niềm tin", worded("Thắp sáng niềm tin")), certain("=1+1", worded("=1+1")), certain("12/03", worded("12/03")),
			certain("12.5", stored("12.5", "0")), certain("0.3", stored("0.30000000000000004", "0.00")), certain("TRUE", typedCell{kind: "b", text: "1"}),
			certain("03/3/2021", typedCell{kind: "n", text: "44258", format: "d/m"}).orDate1904(date1904),
		}).Draw(rt, "text")
	}
	return drawCount(rt, ind.Measure)
}

// orDate1904 shifts a day of the usual calendar.
func (s spelling) orDate1904(date1904 bool) spelling {
	if date1904 {
		s.cell.text = fmt.Sprint(44258 - days1904)
	}
	return s
}

// soiled adds to a text what cannot be seen: other forms of the same letters, spaces of every kind and marks without width.
func soiled(rt *rapid.T, text string) string {
	switch rapid.IntRange(0, 5).Draw(rt, "soil") {
	case 0:
		return norm.NFD.String(text)
	case 1:
		return "\u00a0" + text + "\u200b"
	case 2:
		return " \t" + text + "\u3000\n"
	case 3:
		return "\ufeff" + text + "\u2060"
	}
	return text
}
