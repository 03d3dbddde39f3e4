package figure

import (
	"math/big"
	"strings"
	"testing"
	"unicode"

	"tonghop/lang"
)

// Every row: what is typed, the value in plain notation ("" is missing), the severity and the suggestion.
type readCase struct {
	text, want string
	severity   Severity
	suggestion string
}

func checkReads(t *testing.T, f Field, measure string, cases []readCase) {
	t.Helper()
	for _, c := range cases {
		got := Read(f, measure, Input{Text: c.text})
		if Plain(got.Value) != c.want || got.Severity != c.severity || got.Suggestion != c.suggestion {
			t.Errorf("Read(%q in %q) = %q, %v, suggests %q (%s)\n\twant %q, %v, %q",
				c.text, measure, Plain(got.Value), got.Severity, got.Suggestion, got.Message.In(lang.En), c.want, c.severity, c.suggestion)
		}
		for _, l := range []lang.Lang{lang.Vi, lang.En} {
			if text := got.Message.In(l); strings.Contains(text, "%!") {
				t.Errorf("Read(%q) says %q", c.text, text)
			}
		}
		if (got.Severity == Fine) != got.Message.IsZero() || got.Severity > Fine && got.Message.In(lang.Vi) == "" {
			t.Errorf("Read(%q): severity %v with message %q", c.text, got.Severity, got.Message.In(lang.Vi))
		}
	}
}

func TestReadCount(t *testing.T) {
	checkReads(t, CountField, "người", []readCase{
		{"1805", "1805", Fine, ""},
		{" 1805\u00a0", "1805", Fine, ""},
		{"'1805", "1805", Fine, ""},
		{"’05", "5", Fine, ""},
		{"\u200b12", "12", Fine, ""},
		{"1\u2009805", "1805", Note, ""},
		{"1 805 người", "1805", Note, ""},
		{"00", "0", Fine, ""},
		{"12 người", "12", Note, ""},
		{"12người", "12", Note, ""},
		{"12 NGƯỜI.", "12", Note, ""},
		{"12 nguoi", "12", Note, ""},
		{"12 (người)", "12", Note, ""},
		{"12 ngu\u031bo\u031b\u0300i", "12", Note, ""},
		{"12 đoàn viên, thanh niên", "12", Note, ""},
		{"1.805 ĐVTN", "1805", Note, ""},
		{"12 đ/c", "12", Note, ""},
		{"0 người", "0", Note, ""},
		{"12 lượt", "", Error, ""},
		{"12 cuộc", "", Error, ""},
		{"12 triệu", "", Error, ""},
		{"12%", "", Error, ""},
		{"12 abc", "", Error, "12"},
		{"12 người (nữ: 5)", "", Error, "12"},
		{"12.", "", Error, ""},
		{"1.805.", "", Error, ""},
		{".5", "", Error, ""},
		{"1,2,3", "", Error, ""},
		{"1.234,567", "", Error, ""},
		{"01.805", "", Error, ""},
		{"0.805", "", Error, ""},
		{"13,0", "", Error, "13"},
		{"1 2", "", Error, ""},
		{"12 34 người", "", Error, ""},
		{"- 5", "", Error, "5"},
		{"−5", "", Error, "5"},
		{"âm 5", "", Error, "5"},
		{"(1.200)", "", Error, "1200"},
		{"hơn 1.200 người", "", Error, "1200"},
		{"Hon 100", "", Error, "100"},
		{"khoảng hơn 20", "", Error, "20"},
		{"~20", "", Error, "20"},
		{"độ 20", "", Error, "20"},
		{"cỡ 20 người", "", Error, "20"},
		{"có 20 người", "", Error, ""},
		{"tám mươi người", "", Error, "80"},
		{">= 20", "", Error, "20"},
		{"20 trở lên", "", Error, "20"},
		{"khoảng hai mươi", "", Error, "20"},
		{"khoảng vài chục", "", Error, ""},
		{"một số đoàn viên", "", Error, ""},
		{"nhiều", "", Error, ""},
		{"12 + 5 = 17", "", Error, "17"},
		{"1.200+300", "", Error, "1500"},
		{"12 người + 5 người", "", Error, "17"},
		{"+5", "", Error, "5"},
		{"5 x 12", "", Error, "60"},
		{"12+", "", Error, "12"},
		{"ba người", "", Error, "3"},
		{"Một trăm linh năm", "", Error, "105"},
		{"ba cuộc", "", Error, ""},
		{"hai trăm năm", "", Error, ""},
		{"l2", "", Error, "12"},
		{"2OO", "", Error, "200"},
		{"O", "", Error, "0"},
		{"oOo", "", Error, ""},
		{"9/11", "", Error, ""},
		{"10-12", "", Error, ""},
		{"10 đến 12", "", Error, ""},
		{"=12+5", "", Error, "17"},
		{"#N/A", "", Error, ""},
		{"#DIV/0!", "", Error, ""},
		{"#1", "", Error, ""},
		{"abc", "", Error, ""},
		{strings.Repeat("1", 201), "", Error, ""},
		{"１２", "", Error, ""},
		{"12\ufffd", "", Error, "12"},
	})
	checkReads(t, CountField, "lượt", []readCase{{"12 lượt người", "12", Note, ""}, {"12 người", "", Error, ""}})
	checkReads(t, CountField, "chi đoàn", []readCase{{"3 chi đoàn", "3", Note, ""}, {"3 Chi  Đoàn", "3", Note, ""}, {"3 chi hội", "", Error, ""}})
	checkReads(t, CountField, "cây xanh bóng mát", []readCase{{"3 cây xanh bóng mát", "3", Note, ""}, {"3 người", "", Error, ""}})
	checkReads(t, CountField, "", []readCase{{"3 người", "3", Note, ""}, {"3 triệu", "", Error, ""}})
}

// The three ways to say nothing and the two ways to say zero stay apart.
func TestKindsOfNothing(t *testing.T) {
	tests := []struct {
		text     string
		kind     Kind
		null     bool
		severity Severity
	}{
		{"", Missing, false, Fine},
		{"   ", Missing, false, Fine},
		{"-", Missing, false, Fine},
		{"–", Missing, false, Fine},
		{"- - -", Missing, false, Fine},
		{"'", Missing, false, Fine},
		{"...", Missing, false, Note},
		{"……", Missing, false, Note},
		{"X", Missing, false, Note},
		{"chưa có", Missing, false, Note},
		{"Chua co so lieu.", Missing, false, Note},
		{"0", Number, false, Fine},
		{"không phát sinh", Number, true, Fine},
		{"  KHÔNG  phát sinh ", Number, true, Fine},
		{"khong phat sinh", Number, true, Fine},
		{"Không Phat Sinh", Number, true, Fine},
		{"không phát sinh gì", Missing, false, Error},
		{"không có phát sinh", Number, true, Note},
		{"không", Number, true, Note},
		{"KHÔNG", Number, true, Note},
		{"khong co", Number, true, Note},
		{"kho\u0302ng", Number, true, Note},
		{"KPS", Number, true, Note},
		{"không áp dụng", NotApplicable, false, Fine},
		{"Không áp dụng ", NotApplicable, false, Fine},
		{"KHONG AP DUNG", NotApplicable, false, Fine},
		{"không thuộc diện", NotApplicable, false, Note},
		{"kad", NotApplicable, false, Note},
		{"không đọc được", Missing, false, Error},
	}
	for _, tt := range tests {
		for _, f := range []Field{CountField, DecimalField, MoneyField, PercentField} {
			got := Read(f, map[Field]string{MoneyField: "đồng"}[f], Input{Text: tt.text})
			if got.Value.Kind != tt.kind || got.Nil != tt.null || got.Severity != tt.severity {
				t.Errorf("Read(%d, %q) = kind %d, nil %v, %v", f, tt.text, got.Value.Kind, got.Nil, got.Severity)
			}
			if tt.kind == Number && got.Value.Rat.Sign() != 0 {
				t.Errorf("Read(%d, %q) is not zero", f, tt.text)
			}
		}
	}
	for _, f := range []Field{RatioField, RangeField, DateField} {
		if got := Read(f, "", Input{Text: "không có"}); !got.Value.IsMissing() || got.Severity != Note {
			t.Errorf("“không có” in field %d: %+v", f, got)
		}
	}
}

func TestReadDecimal(t *testing.T) {
	checkReads(t, DecimalField, "tấn", []readCase{
		{"0,125", "0.125", Fine, ""},
		{"0.125", "0.125", Warning, ""},
		{"12,5 tấn", "12.5", Note, ""},
		{"12.5 tấn", "12.5", Warning, ""},
		{"12,5 kg", "", Error, ""},
		{"1 234,5", "1234.5", Note, ""},
		{"1.234,567", "1234.567", Fine, ""},
		{"1234,567", "1234.567", Fine, ""},
		{"1,234,567", "1234567", Note, ""},
		{"1.234.56", "", Error, ""},
		{"1,2.3", "", Error, ""},
		{"01,234", "", Error, ""},
		{"-0,5", "", Error, "0,5"},
		{"hơn 0,5", "", Error, "0,5"},
		{"0,5+0,25", "", Error, "0,75"},
		{",5", "", Error, ""},
		{"2 tấn", "2", Note, ""},
	})
	checkReads(t, DecimalField, "lít", []readCase{{"5l", "5", Note, ""}})
	checkReads(t, DecimalField, "m²", []readCase{{"5m2", "5", Note, ""}, {"5 mét vuông", "5", Note, ""}, {"5 m", "", Error, ""}})
}

func TestReadMoney(t *testing.T) {
	checkReads(t, MoneyField, "đồng", []readCase{
		{"700000", "700000", Fine, ""},
		{"700,000", "700000", Note, ""},
		{"700 000 đồng", "700000", Note, ""},
		{"700.000 VNĐ", "700000", Note, ""},
		{"700 nghìn", "700000", Warning, ""},
		{"700 ngàn đồng", "700000", Warning, ""},
		{"1,4 tỉ", "1400000000", Warning, ""},
		{"1,4 ty dong", "1400000000", Warning, ""},
		{"1 tỷ 400 triệu đồng", "1400000000", Warning, ""},
		{"1 tỷ 400 triệu 500 nghìn", "1400500000", Warning, ""},
		{"1 tỷ 400", "", Error, ""},
		{"1tr5", "", Error, ""},
		{"400 triệu 1 tỷ", "", Error, ""},
		{"1 triệu 2 triệu", "", Error, ""},
		{"1.500 triệu", "", Error, ""},
		{"13,6", "", Error, "13600000"},
		{"1,5 đồng", "", Error, "1500000"},
		{"500k/người", "", Error, ""},
		{"500.000 đồng mỗi suất", "", Error, ""},
		{"500k+200k", "", Error, "700000"},
		{"10 x 500.000", "", Error, "5000000"},
		{"10 suất x 500.000đ", "", Error, "5000000"},
		{"hơn 13 triệu", "", Error, "13000000"},
		{"mười triệu đồng", "", Error, "10000000"},
		{"năm trăm nghìn", "", Error, "500000"},
		{"-700.000", "", Error, "700000"},
		{"50 USD", "", Error, ""},
		{"13,6%", "", Error, ""},
		{"0,0000001 triệu", "", Error, ""},
		{"700.000 đồng tiền mặt", "", Error, ""},
		{"700.00", "", Error, ""},
	})
	checkReads(t, MoneyField, "Triệu đồng", []readCase{
		{"13,6 triệu", "13600000", Note, ""},
		{"13,6 trđ", "13600000", Note, ""},
		{"13.600.000đ", "13600000", Warning, ""},
		{"13.600.000", "", Error, "13,6"},
		{"1000000", "1000000000000", Fine, ""},
		{"1000001", "", Error, "1,000001"},
		{"1.500,5", "1500500000", Fine, ""},
		{"1,5 đồng", "", Error, "1,5"},
		{"hơn 13 triệu", "", Error, "13"},
		{"mười", "", Error, "10"},
		{"0", "0", Fine, ""},
		{"không", "0", Note, ""},
	})
	checkReads(t, MoneyField, "", []readCase{
		{"13,6", "", Error, ""},
		{"13,6 triệu", "13600000", Warning, ""},
		{"hơn 13 triệu", "", Error, "13000000 đồng"},
		{"0", "", Error, ""},
	})
	checkReads(t, MoneyField, "nghìn đồng", []readCase{{"500", "500000", Fine, ""}, {"0,5", "500", Fine, ""}, {"0,0005", "", Error, ""}})
}

func TestReadPercent(t *testing.T) {
	checkReads(t, PercentField, "%", []readCase{
		{"100%", "1", Fine, ""},
		{"0%", "0", Fine, ""},
		{"0", "0", Fine, ""},
		{"82,48", "0.8248", Fine, ""},
		{"82,480%", "0.8248", Fine, ""},
		{"0,5%", "0.005", Fine, ""},
		{"82 phần trăm", "0.82", Fine, ""},
		{"0,8248", "", Error, ""},
		{"1", "", Error, ""},
		{"1%", "0.01", Fine, ""},
		{"100,01%", "", Error, ""},
		{"1.234%", "0.01234", Warning, ""},
		{"-5%", "", Error, "5%"},
		{"hơn 82%", "", Error, "82%"},
		{"82 người", "", Error, ""},
		{"9/11", "", Error, ""},
		{"tám mươi phần trăm", "", Error, "80%"},
	})
}

func TestReadPairs(t *testing.T) {
	checkReads(t, RatioField, "chi đoàn", []readCase{
		{"9 / 11", "9/11", Fine, ""},
		{"5/10", "0.5", Fine, ""},
		{"0/11", "0", Fine, ""},
		{"9/11 chi đoàn", "9/11", Note, ""},
		{"1,805/2,000", "0.9025", Note, ""},
		{"9/0", "", Error, ""},
		{"0/0", "", Error, ""},
		{"9", "", Error, ""},
		{"9/11/2021", "", Error, ""},
		{"9,5/11", "", Error, ""},
		{"82%", "", Error, ""},
	})
	checkReads(t, RangeField, "tháng", []readCase{
		{"01 - 02", "1..2", Fine, ""},
		{"01—02 tháng", "1..2", Fine, ""},
		{"3 tháng đến 5 tháng", "3..5", Fine, ""},
		{"Từ 3 đến 5", "3..5", Fine, ""},
		{"tu 3 den 5", "3..5", Fine, ""},
		{"5-5", "5..5", Fine, ""},
		{"0,5-1,5", "0.5..1.5", Fine, ""},
		{"0.5-1.5", "0.5..1.5", Warning, ""},
		{"1.500-2.000", "1500..2000", Fine, ""},
		{"1,500-2,000", "", Error, ""},
		{"3-5 người", "", Error, ""},
		{"3", "", Error, ""},
		{"3-", "", Error, ""},
		{"1-2-3", "", Error, ""},
	})
}

func TestReadDate(t *testing.T) {
	checkReads(t, DateField, "", []readCase{
		{"3/3/2021", "2021-03-03", Fine, ""},
		{"03-03-2021", "2021-03-03", Fine, ""},
		{"2021-03-03", "2021-03-03", Fine, ""},
		{"2021-03-03 00:00:00", "2021-03-03", Note, ""},
		{"3/3/2021 14:30", "2021-03-03", Note, ""},
		{"ngày 3 tháng 3, năm 2021", "2021-03-03", Fine, ""},
		{"Ngày 03/3/2021", "2021-03-03", Fine, ""},
		{"29/02/2020", "2020-02-29", Fine, ""},
		{"29/02/2021", "", Error, ""},
		{"31/4/2021", "", Error, ""},
		{"0/3/2021", "", Error, ""},
		{"3/0/2021", "", Error, ""},
		{"32/1/2021", "", Error, ""},
		{"2021-13-01", "", Error, "13/01/2021"},
		{"02/13/2021", "", Error, "13/02/2021"},
		{"13/13/2021", "", Error, ""},
		{"3/3/98", "1998-03-03", Warning, ""},
		{"3/2021", "", Error, ""},
		{"tháng 3 năm 2021", "", Error, ""},
		{"2021", "", Error, ""},
		{"1/1/0021", "", Error, ""},
		{"hôm qua", "", Error, ""},
		{"", "", Fine, ""},
	})
}

func TestReadYesNo(t *testing.T) {
	checkReads(t, YesNoField, "", []readCase{
		{"Có", "true", Fine, ""},
		{"co", "true", Note, ""},
		{"V", "true", Note, ""},
		{"✓", "true", Note, ""},
		{"1", "true", Note, ""},
		{"TRUE", "true", Note, ""},
		{"không", "false", Fine, ""},
		{"Khong", "false", Note, ""},
		{"0", "false", Note, ""},
		{"không áp dụng", "", Fine, ""},
		{"kad", "", Note, ""},
		{"chưa có", "", Note, ""},
		{"có thể", "", Error, ""},
		{"-", "", Fine, ""},
	})
}

func TestReadNumericCells(t *testing.T) {
	tests := []struct {
		name     string
		field    Field
		measure  string
		in       Input
		want     string
		severity Severity
		hint     string
	}{
		{"count", CountField, "người", Input{Number: rat(t, "1805")}, "1805", Fine, ""},
		{"count beyond int64", CountField, "người", Input{Number: rat(t, "123456789012345678901")}, "123456789012345678901", Fine, ""},
		{"lost thousand", CountField, "người", Input{Number: rat(t, "12.5")}, "", Error, "12500"},
		{"average", CountField, "người", Input{Number: rat(t, "12.3456")}, "", Error, ""},
		{"a third", CountField, "người", Input{Number: rat(t, "1/3")}, "", Error, ""},
		{"negative", CountField, "người", Input{Number: rat(t, "-5")}, "", Error, "5"},
		{"negative percent", PercentField, "%", Input{Number: rat(t, "-0.05"), Percent: true}, "", Error, "5%"},
		{"percent format", CountField, "người", Input{Number: rat(t, "1"), Percent: true, Text: "100%"}, "", Error, ""},
		{"date format", MoneyField, "đồng", Input{Number: rat(t, "44258"), Date: true, Text: "3/3/2021"}, "", Error, ""},
		{"error value", CountField, "người", Input{Err: true, Text: "#VALUE!"}, "", Error, ""},
		{"uncalculated", CountField, "người", Input{Uncalculated: true}, "", Error, ""},
		{"decimal", DecimalField, "tấn", Input{Number: rat(t, "1.234")}, "1.234", Fine, ""},
		{"money", MoneyField, "đồng", Input{Number: rat(t, "13600000")}, "13600000", Fine, ""},
		{"money in millions", MoneyField, "triệu đồng", Input{Number: rat(t, "13.6")}, "13600000", Fine, ""},
		{"millions typed in dong column", MoneyField, "đồng", Input{Number: rat(t, "13.6")}, "", Error, "13600000"},
		{"dong typed in millions column", MoneyField, "triệu đồng", Input{Number: rat(t, "13600000")}, "", Error, "13,6"},
		{"no unit of money", MoneyField, "suất", Input{Number: rat(t, "13600000")}, "", Error, ""},
		{"percent", PercentField, "%", Input{Number: rat(t, "82.48")}, "0.8248", Fine, ""},
		{"percent of one", PercentField, "%", Input{Number: rat(t, "1")}, "", Error, ""},
		{"percent formatted one", PercentField, "%", Input{Number: rat(t, "1"), Percent: true}, "1", Fine, ""},
		{"percent above whole", PercentField, "%", Input{Number: rat(t, "1.2"), Percent: true}, "", Error, ""},
		{"ratio", RatioField, "", Input{Number: rat(t, "0.5")}, "", Error, ""},
		{"range", RangeField, "", Input{Number: rat(t, "5")}, "", Error, ""},
		{"date", DateField, "", Input{Number: rat(t, "44258"), Date: true}, "2021-03-03", Fine, ""},
		{"date with time", DateField, "", Input{Number: rat(t, "44258.75"), Date: true}, "2021-03-03", Note, ""},
		{"day before the leap that was none", DateField, "", Input{Number: rat(t, "59"), Date: true}, "1900-02-28", Fine, ""},
		{"leap day that was none", DateField, "", Input{Number: rat(t, "60"), Date: true}, "", Error, ""},
		{"day after", DateField, "", Input{Number: rat(t, "61"), Date: true}, "1900-03-01", Fine, ""},
		{"year", DateField, "", Input{Number: rat(t, "2021")}, "", Error, ""},
		{"digits", DateField, "", Input{Number: rat(t, "20210303")}, "", Error, ""},
		{"yes", YesNoField, "", Input{Number: rat(t, "1")}, "true", Note, ""},
		{"neither", YesNoField, "", Input{Number: rat(t, "0.5")}, "", Error, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Read(tt.field, tt.measure, tt.in)
			if Plain(got.Value) != tt.want || got.Severity != tt.severity || got.Suggestion != tt.hint {
				t.Errorf("%q, %v, suggests %q (%s)", Plain(got.Value), got.Severity, got.Suggestion, got.Message.In(lang.En))
			}
		})
	}
}

// A remark of each kind is kept when a cell deserves two.
func TestReadJoinsRemarks(t *testing.T) {
	got := Read(MoneyField, "đồng", Input{Text: "13.6 triệu"})
	text := got.Message.In(lang.Vi)
	if got.Rule != "R14" || !strings.Contains(text, "13.600.000 đồng") || !strings.Contains(text, "sau dấu phẩy") {
		t.Errorf("rule %s: %s", got.Rule, text)
	}
}

// What Read is given and what it gives are not connected by shared numbers that somebody changes.
func TestReadKeepsItsInput(t *testing.T) {
	n := big.NewRat(25, 2)
	for f := CountField; f <= YesNoField; f++ {
		Read(f, "triệu đồng", Input{Number: n})
		Read(f, "triệu đồng", Input{Number: n, Percent: true})
	}
	if n.Cmp(big.NewRat(25, 2)) != 0 || million.Cmp(big.NewRat(1_000_000, 1)) != 0 {
		t.Error("a number was changed")
	}
}

// Whatever a message repeats of a cell stands there as it was typed, with the accents where the writer put them.
func TestMessagesQuoteTheTypedText(t *testing.T) {
	typed := []string{
		"12 người", "12 Người", "15 triệu rưỡi", "2 triệu Rưỡi", "5 đồng lẻ", "1 tỷ 400 triệu chẵn", "12 hộ nghèo", "3 cuộc họp mười", "từ 3 tuổi đến mười",
		"5 phần trăm rưỡi", "12 NGƯỜI", "1 Tỷ Đồng 5 triệu thừa", "500 nghìn/suất", "hoà 5", "12 hòa", "ngày mười", "9/11 người nữa", "khoảng mười người",
	}
	for _, text := range typed {
		for f := CountField; f <= YesNoField; f++ {
			for _, measure := range []string{"", "đồng", "triệu đồng", "Người"} {
				message := Read(f, measure, Input{Text: text}).Message
				for _, arg := range message.Args {
					quoted, ok := arg.(string)
					known := strings.Contains(text, quoted) || quoted == measure || quoted == "—" || !strings.ContainsFunc(quoted, unicode.IsLetter)
					if ok && !known {
						t.Errorf("Read(%d, %q, %q) quotes %q: %s", f, measure, text, quoted, message.In(lang.Vi))
					}
				}
			}
		}
	}
	if got := Read(MoneyField, "đồng", Input{Text: "12 người"}).Message.In(lang.Vi); !strings.Contains(got, "có chữ “người”") {
		t.Errorf("it says %s", got)
	}
}
