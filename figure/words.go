package figure

import (
	"math/big"
	"strings"

	"tonghop/vntext"
)

var digitWords = [10]string{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"}

// longestNumber is how many digits a number in words may have.
const longestNumber = 36

var tenToNine = big.NewInt(1_000_000_000)

// Words writes a whole number from 0 in words, as official documents do: 1805 is một nghìn tám trăm lẻ năm. It is false for a
// negative number and for one of more than 36 digits.
func Words(n *big.Int) (string, bool) {
	if n.Sign() < 0 || len(n.String()) > longestNumber {
		return "", false
	}
	if n.Sign() == 0 {
		return digitWords[0], true
	}
	return strings.Join(appendWords(nil, n, false), " "), true
}

// appendWords writes a positive number. After a larger group a group is read in full: không trăm lẻ năm.
func appendWords(words []string, n *big.Int, full bool) []string {
	high, low := new(big.Int).QuoRem(n, tenToNine, new(big.Int))
	if high.Sign() > 0 {
		words = append(appendWords(words, high, full), "tỷ")
		full = true
	}
	rest := low.Int64()
	for _, group := range []struct {
		size int64
		name string
	}{{1_000_000, "triệu"}, {1_000, "nghìn"}, {1, ""}} {
		if three := rest / group.size; three > 0 {
			words = appendGroup(words, int(three), full)
			if group.name != "" {
				words = append(words, group.name)
			}
			full = true
		}
		rest %= group.size
	}
	return words
}

// appendGroup writes a number from 1 to 999. Full says that a hundred of zero is read too.
func appendGroup(words []string, n int, full bool) []string {
	hundreds, tens, ones := n/100, n/10%10, n%10
	if hundreds > 0 || full {
		words = append(words, digitWords[hundreds], "trăm")
	}
	switch {
	case tens == 0 && ones == 0:
		return words
	case tens == 0 && (hundreds > 0 || full):
		return append(words, "lẻ", digitWords[ones])
	case tens == 0:
		return append(words, digitWords[ones])
	case tens == 1:
		words = append(words, "mười")
	default:
		words = append(words, digitWords[tens], "mươi")
	}
	if ones == 0 {
		return words
	}
	return append(words, onesWord(tens, ones))
}

// onesWord is the last digit behind a ten: mươi mốt, mươi tư, mười lăm.
func onesWord(tens, ones int) string {
	switch {
	case ones == 1 && tens > 1:
		return "mốt"
	case ones == 4 && tens > 1:
		return "tư"
	case ones == 5:
		return "lăm"
	}
	return digitWords[ones]
}

// numberWords are the words of numbers, each with its other spellings.
var numberWords = []string{
	"không", "một", "mốt", "hai", "ba", "bốn", "tư", "năm", "lăm; nhăm", "sáu", "bảy; bẩy", "tám", "chín", "mười", "mươi", "trăm", "lẻ; linh", "nghìn; ngàn",
	"triệu", "tỷ; tỉ",
}

// wordKeys finds the first spelling of a word by the key of any.
var wordKeys = indexNumberWords()

func indexNumberWords() map[string]string {
	index := make(map[string]string)
	for _, row := range numberWords {
		word, _, _ := strings.Cut(row, "; ")
		for spelling := range strings.SplitSeq(row, "; ") {
			index[vntext.Key(spelling)] = word
		}
	}
	return index
}

// isNumberWord reports whether a word can be part of a number in words.
func isNumberWord(word string) bool { return wordKeys[vntext.Key(word)] != "" }

// ParseWords reads a whole number in words. What people say but can be taken in two ways (hai trăm năm, một triệu hai) is no number.
func ParseWords(s string) (*big.Int, bool) {
	var words []string
	for _, field := range strings.Fields(vntext.Key(s)) {
		word, ok := wordKeys[field]
		if !ok {
			return nil, false
		}
		words = append(words, word)
	}
	if len(words) == 0 || len(words) > 4*longestNumber {
		return nil, false
	}
	return parseBillions(words)
}

// parseBillions splits at the last tỷ; what stands before it is a number of any size.
func parseBillions(words []string) (*big.Int, bool) {
	at := lastIndex(words, "tỷ")
	low, ok := parseBelowBillion(words[at+1:], at >= 0)
	if !ok || at < 0 {
		return low, ok
	}
	high, ok := parseBillions(words[:at])
	if !ok || high.Sign() == 0 {
		return nil, false
	}
	return low.Add(low, high.Mul(high, tenToNine)), true
}

// parseBelowBillion reads millions, thousands and the rest. Nothing is zero when a larger group stands before it.
func parseBelowBillion(words []string, after bool) (*big.Int, bool) {
	var total int64
	for _, group := range []struct {
		size int64
		name string
	}{{1_000_000, "triệu"}, {1_000, "nghìn"}} {
		at := lastIndex(words, group.name)
		if at < 0 {
			continue
		}
		three, ok := parseGroup(words[:at], after)
		if !ok || three == 0 {
			return nil, false
		}
		total += int64(three) * group.size
		words, after = words[at+1:], true
	}
	if len(words) > 0 || !after {
		three, ok := parseGroup(words, after)
		if !ok {
			return nil, false
		}
		total += int64(three)
	}
	return big.NewInt(total), true
}

// parseGroup reads a number from 0 to 999. After a larger group a single digit is refused: một nghìn năm is said for 1500
// and for 1005.
func parseGroup(words []string, after bool) (int, bool) {
	hundreds, hasHundreds := 0, len(words) > 1 && words[1] == "trăm"
	if hasHundreds {
		if hundreds = digitOf(words[0]); hundreds < 0 {
			return 0, false
		}
		words = words[2:]
		if len(words) == 0 {
			return 100 * hundreds, true
		}
	}
	if len(words) == 2 && words[0] == "lẻ" && (hasHundreds || after) {
		d := digitOf(words[1])
		return 100*hundreds + d, d > 0
	}
	if len(words) == 1 && words[0] != "mười" {
		d := digitOf(words[0])
		return d, d >= 0 && !hasHundreds && !after
	}
	n, ok := parseTens(words)
	return 100*hundreds + n, ok
}

// parseTens reads a number from 10 to 99.
func parseTens(words []string) (int, bool) {
	tens := 1
	switch {
	case len(words) > 0 && words[0] == "mười":
		words = words[1:]
	case len(words) > 1 && words[1] == "mươi" && digitOf(words[0]) > 1:
		tens, words = digitOf(words[0]), words[2:]
	default:
		return 0, false
	}
	switch len(words) {
	case 0:
		return 10 * tens, true
	case 1:
		for ones := 1; ones < 10; ones++ {
			if words[0] == onesWord(tens, ones) || ones == 4 && words[0] == "bốn" {
				return 10*tens + ones, true
			}
		}
	}
	return 0, false
}

// digitOf gives the digit for a word that stands alone, or -1.
func digitOf(word string) int {
	for d, name := range digitWords {
		if name == word {
			return d
		}
	}
	return -1
}

func lastIndex(words []string, word string) int {
	for i := len(words) - 1; i >= 0; i-- {
		if words[i] == word {
			return i
		}
	}
	return -1
}
