package templates

import (
	"math/big"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/figure"
	"tonghop/vntext"
)

// token is a word, a number or a sign of a text.
type token struct {
	kind tokenKind
	text string
	key  string // in which words are compared
}

type tokenKind uint8

const (
	wordToken    tokenKind = iota
	numeralToken           // 1.805, 3,1%, 94/94
	signToken              // a punctuation mark
	codeToken              // what has digits and is no number: 12/3/2021, 300-KH/TĐTN, 2.1, a figure of ours
)

// numeral is how documents write numbers: dots between thousands, a comma before decimals, a percentage, a part of a whole.
var numeral = regexp.MustCompile(`^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?%?$|^\d{1,9}/\d{1,9}$`)

// tokensOf cuts a text into tokens.
func tokensOf(text string) []token {
	var tokens []token
	for _, blob := range strings.Fields(vntext.Clean(text)) {
		tokens = cutBlob(tokens, blob)
	}
	return tokens
}

// cutBlob cuts what stands between two spaces.
func cutBlob(tokens []token, blob string) []token {
	var behind []token
	for blob != "" {
		r, size := utf8.DecodeRuneInString(blob)
		if isWordRune(r) || r == thing {
			break
		}
		tokens, blob = append(tokens, sign(r)), blob[size:]
	}
	for blob != "" {
		r, size := utf8.DecodeLastRuneInString(blob)
		if isWordRune(r) || r == '%' || r == thing {
			break
		}
		behind, blob = append(behind, sign(r)), blob[:len(blob)-size]
	}
	slices.Reverse(behind)
	switch {
	case blob == "":
	case numeral.MatchString(blob):
		tokens = append(tokens, token{numeralToken, blob, blob})
	case strings.ContainsFunc(blob, func(r rune) bool { return unicode.IsDigit(r) || r == thing }):
		tokens = append(tokens, token{codeToken, blob, vntext.Fold(blob)})
	default:
		tokens = cutWords(tokens, blob)
	}
	return append(tokens, behind...)
}

// cutWords cuts words that are joined by signs.
func cutWords(tokens []token, blob string) []token {
	for blob != "" {
		end := strings.IndexFunc(blob, func(r rune) bool { return !isWordRune(r) })
		if end < 0 {
			end = len(blob)
		}
		if end > 0 {
			tokens = append(tokens, token{wordToken, blob[:end], vntext.Fold(blob[:end])})
		}
		if blob = blob[end:]; blob != "" {
			r, size := utf8.DecodeRuneInString(blob)
			tokens, blob = append(tokens, sign(r)), blob[size:]
		}
	}
	return tokens
}

func sign(r rune) token { return token{signToken, string(r), string(r)} }

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// counting are the words behind which a number is the name of something and counts nothing.
var counting = []string{
	"nam", "thang", "ngay", "quy", "khoa", "lan", "so", "thu", "dieu", "muc", "phan", "chuong", "khoan", "diem", "bang", "hinh", "luc", "trang", "ky", "bieu", "mau",
}

// isCount reports whether a number counts something: it is no year, no part of a date, no number of a section or of a list item.
func isCount(tokens []token, at int) bool {
	text := tokens[at].text
	if len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20")) && !strings.ContainsAny(text, ".,%/") {
		return false
	}
	if at > 0 && tokens[at-1].kind == wordToken && slices.Contains(counting, tokens[at-1].key) {
		// "số 12" names something; "tổng số 12" counts.
		return tokens[at-1].key == "so" && at > 1 && tokens[at-2].key == "tong"
	}
	closes := at+1 < len(tokens) && tokens[at+1].kind == signToken && strings.Contains(".)/", tokens[at+1].text)
	if at == 0 && closes && at+2 < len(tokens) {
		return false
	}
	return !(at > 0 && tokens[at-1].text == "(" && closes && len(text) <= 2)
}

// scales are the words that multiply a number.
var scales = map[string]int64{"nghin": 1_000, "ngan": 1_000, "trieu": 1_000_000, "ty": 1_000_000_000}

// scaleOf gives the word behind a number that multiplies it, with the unit of money.
func scaleOf(tokens []token, at int) string {
	if at >= len(tokens) || scales[tokens[at].key] == 0 {
		return ""
	}
	if at+1 < len(tokens) && tokens[at+1].key == "dong" {
		return tokens[at].text + " " + tokens[at+1].text
	}
	return tokens[at].text
}

// confirms reports whether a value, rounded to the digits that were typed, is the typed number.
func confirms(v figure.Value, tokens []token, at int) bool {
	text := tokens[at].text
	if part, whole, isRatio := strings.Cut(text, "/"); isRatio {
		return v.Kind == figure.Number && v.Num != nil && v.Num.RatString() == strings.TrimLeft(part, "0") && v.Den.RatString() == strings.TrimLeft(whole, "0")
	}
	if v.Kind != figure.Number {
		return false
	}
	digits, isPercent := strings.CutSuffix(text, "%")
	digits, decimals, _ := strings.Cut(strings.ReplaceAll(digits, ".", ""), ",")
	typed, ok := new(big.Rat).SetString(digits + "." + decimals + "0")
	if !ok {
		return false
	}
	unit := big.NewRat(1, 1)
	if isPercent {
		unit.SetFrac64(1, 100)
	}
	if at+1 < len(tokens) && scales[tokens[at+1].key] > 0 {
		unit.SetInt64(scales[tokens[at+1].key])
	}
	value := new(big.Rat).Quo(v.Rat, unit)
	if typed.Cmp(value) == 0 {
		return true
	}
	rounded := isPercent || unit.Cmp(big.NewRat(1, 1)) > 0 || decimals != ""
	return rounded && nearest(value, typed, len(decimals), tokens, at)
}

// nearest reports whether a typed number is a value rounded to its decimals. "hơn" and "gần" say that it lies on one side.
func nearest(value, typed *big.Rat, decimals int, tokens []token, at int) bool {
	step := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	distance := new(big.Rat).Sub(value, typed)
	sided := at > 0 && (tokens[at-1].key == "hon" || tokens[at-1].key == "gan")
	if sided {
		return distance.Abs(distance).Cmp(step) < 0
	}
	return distance.Abs(distance).Cmp(step.Quo(step, big.NewRat(2, 1))) <= 0
}
