package figure

import (
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestWords(t *testing.T) {
	tests := map[string]string{
		"0":                      "không",
		"1":                      "một",
		"4":                      "bốn",
		"5":                      "năm",
		"10":                     "mười",
		"11":                     "mười một",
		"14":                     "mười bốn",
		"15":                     "mười lăm",
		"20":                     "hai mươi",
		"21":                     "hai mươi mốt",
		"24":                     "hai mươi tư",
		"25":                     "hai mươi lăm",
		"31":                     "ba mươi mốt",
		"55":                     "năm mươi lăm",
		"94":                     "chín mươi tư",
		"100":                    "một trăm",
		"101":                    "một trăm lẻ một",
		"104":                    "một trăm lẻ bốn",
		"105":                    "một trăm lẻ năm",
		"110":                    "một trăm mười",
		"115":                    "một trăm mười lăm",
		"121":                    "một trăm hai mươi mốt",
		"205":                    "hai trăm lẻ năm",
		"555":                    "năm trăm năm mươi lăm",
		"1000":                   "một nghìn",
		"1001":                   "một nghìn không trăm lẻ một",
		"1005":                   "một nghìn không trăm lẻ năm",
		"1020":                   "một nghìn không trăm hai mươi",
		"1100":                   "một nghìn một trăm",
		"1805":                   "một nghìn tám trăm lẻ năm",
		"10000":                  "mười nghìn",
		"19732":                  "mười chín nghìn bảy trăm ba mươi hai",
		"21021":                  "hai mươi mốt nghìn không trăm hai mươi mốt",
		"100001":                 "một trăm nghìn không trăm lẻ một",
		"1000000":                "một triệu",
		"1000001":                "một triệu không trăm lẻ một",
		"1001000":                "một triệu không trăm lẻ một nghìn",
		"1234567":                "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
		"13600000":               "mười ba triệu sáu trăm nghìn",
		"1000000000":             "một tỷ",
		"1400000000":             "một tỷ bốn trăm triệu",
		"1000000005":             "một tỷ không trăm lẻ năm",
		"1005000000000":          "một nghìn không trăm lẻ năm tỷ",
		"2000000000000000000":    "hai tỷ tỷ",
		"3000000001000000002":    "ba tỷ không trăm lẻ một tỷ không trăm lẻ hai",
		strings.Repeat("9", 37):  "",
		"-1":                     "",
		"1000000000000000000000": "một nghìn tỷ tỷ",
	}
	for in, want := range tests {
		n, _ := new(big.Int).SetString(in, 10)
		if got, ok := Words(n); got != want || ok != (want != "") {
			t.Errorf("Words(%s) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestParseWords(t *testing.T) {
	for in, want := range map[string]string{
		"Ba":                              "3",
		"mười":                            "10",
		"hai mươi bốn":                    "24",
		"hai mươi nhăm":                   "25",
		"bẩy mươi":                        "70",
		"một trăm linh năm":               "105",
		"một ngàn tám trăm lẻ năm":        "1805",
		"một nghìn lẻ năm":                "1005",
		"năm tỉ":                          "5000000000",
		"một  nghìn\u00a0không trăm":      "1000",
		"mười lăm triệu hai trăm nghìn":   "15200000",
		"không":                           "0",
		"hai trăm năm":                    "", // 205 or 250
		"một nghìn năm":                   "", // 1005 or 1500
		"một triệu hai":                   "",
		"muoi":                            "",
		"mười mốt":                        "",
		"một mươi":                        "",
		"hai mươi năm":                    "",
		"lẻ năm":                          "",
		"trăm":                            "",
		"không triệu":                     "",
		"không tỷ":                        "",
		"hai nghìn ba nghìn":              "",
		"hai nghìn ba triệu":              "",
		"":                                "",
		"tỷ":                              "",
		"ba người":                        "",
		strings.Repeat("tỷ ", 200):        "",
		"một" + strings.Repeat(" tỷ", 50): "1" + strings.Repeat("0", 450),
	} {
		got, ok := ParseWords(in)
		if ok != (want != "") || ok && got.String() != want {
			t.Errorf("ParseWords(%q) = %v, %v, want %q", in, got, ok, want)
		}
	}
}

// Every number in words reads back to itself, and no two numbers have the same words.
func TestWordsReadBack(t *testing.T) {
	for n := range int64(20_000) {
		checkWords(t, big.NewInt(n))
	}
	rapid.Check(t, func(t *rapid.T) {
		digits := rapid.StringMatching(`[1-9]([0-9]|00|000){0,17}`).Draw(t, "digits")
		n, _ := new(big.Int).SetString(digits, 10)
		if len(digits) <= longestNumber {
			checkWords(t, n)
		}
	})
}

func checkWords(t helper, n *big.Int) {
	t.Helper()
	text, ok := Words(n)
	if !ok {
		t.Fatalf("%v has no words", n)
	}
	if back, ok := ParseWords(text); !ok || back.Cmp(n) != 0 {
		t.Fatalf("%v is %q, which reads as %v", n, text, back)
	}
	if strings.Contains(text, "  ") || text != strings.TrimSpace(text) {
		t.Fatalf("%v: spaces in %q", n, text)
	}
}
