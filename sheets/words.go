package sheets

import (
	"strings"
	"unicode"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/vntext"
)

// sameWord reports whether two words of a catalogue, such as levels or keys of settings, are the same to somebody who types with
// or without accents. An underscore is as good as a space: trực thuộc, truc_thuoc.
func sameWord(a, b string) bool { return a == b || foldWord(a) == foldWord(b) }

// foldWord is the form under which words of a catalogue are compared.
func foldWord(s string) string { return strings.ReplaceAll(vntext.Fold(s), "_", " ") }

// foldCode and foldUnit give the form under which a code is looked up: NFC, lower case, accents kept.
func foldCode(c Code) Code         { return Code(vntext.Key(string(c))) }
func foldUnit(c UnitCode) UnitCode { return UnitCode(vntext.Key(string(c))) }

// term is one value that a column of the catalogue may hold.
type term[T any] struct {
	word    string   // as the program writes it
	aliases []string // other words that are read the same
	means   T
}

// vocabulary is what a column with fixed values may hold, the default first.
type vocabulary[T any] []term[T]

// words gives the values as the program writes them.
func (v vocabulary[T]) words() []string {
	words := make([]string, len(v))
	for i, t := range v {
		words[i] = t.word
	}
	return words
}

// spellings gives the values and their aliases, for suggestions.
func (v vocabulary[T]) spellings() []string {
	var all []string
	for _, t := range v {
		all = append(all, t.word)
		all = append(all, t.aliases...)
	}
	return all
}

// find looks a typed word up: as it is typed, else without accents. Signs are only looked up as they are typed, because ≠ without its stroke
// is =.
func (v vocabulary[T]) find(typed string) (T, bool) {
	if means, ok := v.findBy(strings.TrimSpace, typed); ok {
		return means, ok
	}
	if means, ok := v.findBy(vntext.Key, typed); ok || !strings.ContainsFunc(typed, unicode.IsLetter) {
		return means, ok
	}
	return v.findBy(foldWord, typed)
}

// findBy looks a word up under a form of spelling.
func (v vocabulary[T]) findBy(form func(string) string, typed string) (T, bool) {
	wanted := form(typed)
	for _, t := range v {
		if form(t.word) == wanted {
			return t.means, true
		}
		for _, alias := range t.aliases {
			if form(alias) == wanted {
				return t.means, true
			}
		}
	}
	var none T
	return none, false
}

// wordOf gives the word for a meaning, "" where there is none.
func wordOf[T comparable](v vocabulary[T], means T) string {
	for _, t := range v {
		if t.means == means {
			return t.word
		}
	}
	return ""
}

// compared is what the columns Phép and So sánh say.
type compared struct {
	relation   Relation
	comparison Comparison
	op         formula.Op
}

// The vocabularies of the columns. The English names are those of tables that offices exchange.
var (
	kindWords = vocabulary[Kind]{
		{"số đếm", []string{"count", "count_flow", "flow", "đếm", "số"}, Count},
		{"tồn", []string{"count_stock", "stock", "số tồn", "tồn kho"}, Stock},
		{"tiền", []string{"money", "số tiền"}, Money},
		{"thập phân", []string{"decimal", "số thập phân"}, Decimal},
		{"tỷ lệ", []string{"percent", "tỉ lệ", "phần trăm", "%"}, Percent},
		{"tỷ số", []string{"ratio", "tỉ số", "n/m"}, Ratio},
		{"khoảng", []string{"range", "interval"}, Interval},
		{"ngày", []string{"date", "day", "ngày tháng"}, Day},
		{"có/không", []string{"yes_no", "yes/no", "có không", "bool"}, YesNo},
		{"phân loại", []string{"category", "choice", "loại", "xếp loại"}, Category},
		{"văn bản", []string{"text", "chữ"}, Words},
		{"công thức", []string{"derived", "formula", "tính"}, Derived},
	}
	rollupWords = vocabulary[Rollup]{
		{"tổng", []string{"sum", "sum_last", "cộng"}, Sum},
		{"lớn nhất", []string{"max", "largest"}, Largest},
		{"nhỏ nhất", []string{"min", "smallest"}, Smallest},
		{"bình quân", []string{"average", "avg", "trung bình"}, Average},
		{"đếm đơn vị", []string{"count_units"}, CountUnits},
		{"đếm loại", []string{"count_by"}, CountCategory},
		{"danh sách", []string{"list"}, Listing},
		{"không", []string{"none", "last", "province_only", "không gộp"}, None},
	}
	periodRollupWords = vocabulary[PeriodRollup]{
		{"tổng", []string{"sum", "cộng"}, PeriodSum},
		{"cuối kỳ", []string{"last", "sum_last", "kỳ cuối", "cuối kì"}, PeriodLast},
		{"lớn nhất", []string{"max", "largest"}, PeriodLargest},
		{"bình quân", []string{"average", "avg", "trung bình"}, PeriodAverage},
		{"không", []string{"none", "không gộp"}, PeriodNone},
	}
	reportingWords = vocabulary[Reporting]{
		{"trong kỳ", []string{"in_period", "flow", "trong kì"}, InPeriod},
		{"lũy kế", []string{"cumulative", "cộng dồn"}, Cumulative},
		{"thời điểm", []string{"at_date", "stock", "tại thời điểm"}, AtDate},
	}
	yesWords = vocabulary[bool]{
		{"có", []string{"x", "yes", "y", "true", "đúng", "1", "bắt buộc", "✓"}, true},
		{"không", []string{"no", "n", "false", "sai", "0", "-"}, false},
	}
	// listKindWords are the kinds that a column of a list form may have.
	listKindWords = vocabulary[Kind]{kindWords[10], kindWords[0], kindWords[3], kindWords[2], kindWords[7], kindWords[8], kindWords[9]}

	listPeriodWords = vocabulary[PeriodRollup]{
		{"tổng", []string{"sum", "cộng", "mọi kỳ"}, PeriodSum},
		{"cuối kỳ", []string{"last", "kỳ cuối"}, PeriodLast},
	}

	relationWords   = vocabulary[compared]{less, lessStrict, equal, different, greaterStrict, greater, both, bothZero}
	comparisonWords = vocabulary[compared]{less, lessStrict, equal, different, greaterStrict, greater, within, qualitative}

	less          = term[compared]{"<=", []string{"≤", "=<", "không quá", "tối đa", "at_most"}, compared{op: formula.LessEqual}}
	lessStrict    = term[compared]{"<", []string{"dưới", "less"}, compared{op: formula.Less}}
	equal         = term[compared]{"=", []string{"==", "bằng", "equal"}, compared{op: formula.Equal}}
	different     = term[compared]{"<>", []string{"≠", "!=", "khác"}, compared{op: formula.Unequal}}
	greaterStrict = term[compared]{">", []string{"trên", "hơn", "greater"}, compared{op: formula.Greater}}
	greater       = term[compared]{">=", []string{"≥", "=>", "ít nhất", "tối thiểu", "at_least"}, compared{op: formula.GreaterEqual}}
	both          = term[compared]{"cùng có", []string{"cùng có hoặc cùng không", "both_or_neither"}, compared{relation: BothOrNeither}}
	bothZero      = term[compared]{"cùng bằng 0", []string{"cùng bằng không", "both_zero"}, compared{relation: BothZero}}
	within        = term[compared]{"khoảng", []string{"range", "trong khoảng"}, compared{comparison: Within}}
	qualitative   = term[compared]{"định tính", []string{"qualitative"}, compared{comparison: Qualitative}}

	whenMissingWords = vocabulary[WhenMissing]{
		{"bỏ qua", []string{"skip"}, Skip},
		{"coi là 0", []string{"as_zero", "coi là không", "coi như 0"}, AsZero},
		{"là lỗi", []string{"error", "lỗi"}, IsError},
	}
	severityWords = vocabulary[figure.Severity]{
		{"lỗi", []string{"error"}, figure.Error},
		{"cảnh báo", []string{"warning"}, figure.Warning},
		{"lưu ý", []string{"note"}, figure.Note},
	}
	scopeWords = vocabulary[Scope]{
		{"tổng", []string{"total", "toàn tỉnh"}, OnTotal},
		{"từng đơn vị", []string{"per_unit", "mỗi đơn vị"}, PerUnit},
		{"từng tháng", []string{"per_month", "mỗi tháng"}, PerMonth},
		{"từng quý", []string{"per_quarter", "mỗi quý"}, PerQuarter},
		{"từng năm", []string{"per_year", "mỗi năm"}, PerYear},
	}
	combineWords = vocabulary[Combine]{
		{"tất cả", []string{"all", "all_parts"}, All},
		{"một trong", []string{"any", "một trong các nội dung"}, Any},
	}
	verdictWords = vocabulary[Verdict]{
		{"vượt", []string{"exceeded"}, Exceeded},
		{"đạt", []string{"met"}, Met},
		{"chưa đạt", []string{"unmet", "không đạt"}, Unmet},
		{"không đủ số liệu", []string{"insufficient_data", "thiếu số liệu"}, Insufficient},
		{"không áp dụng", []string{"not_applicable"}, VerdictNotApplicable},
	}
	levelWords = vocabulary[Level]{
		{"0", []string{"chưa được khắc phục"}, LevelNone},
		{"1a", []string{"đã được khắc phục một phần"}, LevelSome},
		{"1b", []string{"chưa được khắc phục triệt để"}, LevelMost},
		{"2", []string{"chưa khắc phục hoàn toàn nhưng có chuyển biến tốt"}, LevelBetter},
		{"3", []string{"đã được khắc phục"}, LevelDone},
		{"?", nil, LevelUnknown},
	}
	levelChoices = levelWords.words()[:5]
)
