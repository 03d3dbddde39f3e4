package formula

import (
	"strings"
	"unicode"

	"tonghop/lang"
)

// Fault is something wrong with an expression: where, what, and what to type instead.
type Fault struct {
	// Column counts the characters that a reader sees, from 1: a letter with its accents is one, what has no width is none.
	Column int

	// Message is complete; it quotes the text and ends with what to type.
	Message lang.Message

	// Near is the piece of text that the fault is about, as typed, "" at the end of the text. Suggestions are what could stand in its
	// place, the likeliest first.
	Near        string
	Suggestions []string
}

var (
	faultEmpty      = lang.Format{Vi: "Biểu thức để trống: hãy viết một mã số liệu hoặc một phép tính.", En: "The expression is empty: write a code or a calculation."}
	faultTooLong    = lang.Format{Vi: "Biểu thức dài %d ký tự, nhiều nhất là %d: hãy tách thành nhiều số liệu.", En: "The expression has %d characters, %d at most: split it into several figures."}
	faultTooDeep    = lang.Format{Vi: "Biểu thức lồng nhau quá %d tầng: hãy tách bớt thành số liệu riêng.", En: "The expression is nested more than %d deep: split parts of it off as figures of their own."}
	faultUnitsDeep  = lang.Format{Vi: "“%s”: các hàm tính trên đơn vị lồng nhau quá %d tầng: hãy tách bớt thành số liệu riêng.", En: "“%s”: functions over units are nested more than %d deep: split parts off as figures of their own."}
	faultCharacter  = lang.Format{Vi: "Ký tự %q không dùng được ở đây: chỉ dùng mã, số, văn bản trong ngoặc kép và các dấu + - * / ( ) ; = <> < <= > >=.", En: "The character %q cannot be used here: only codes, numbers, text in double quotes and the signs + - * / ( ) ; = <> < <= > >=."}
	faultSign       = lang.Format{Vi: "Không dùng dấu “%s”: hãy viết “%s”.", En: "The sign “%s” is not used: write “%s”."}
	faultQuoteKind  = lang.Format{Vi: "Văn bản đặt trong dấu ngoặc kép: hãy viết \"%s\".", En: "Text stands in double quotes: write \"%s\"."}
	faultQuote      = lang.Format{Vi: "Văn bản bắt đầu ở đây chưa có dấu ngoặc kép đóng: hãy thêm dấu \" sau văn bản.", En: "The text that starts here has no closing quote: add \" after the text."}
	faultAmbiguous  = lang.Format{Vi: "“%s” đọc được hai cách: viết %s nếu dấu ngăn hàng nghìn, viết %s nếu là dấu thập phân.", En: "“%s” can be read two ways: write %s if the sign separates thousands, %s if it is the decimal sign."}
	faultGrouped    = lang.Format{Vi: "“%s”: số trong biểu thức không ngăn hàng nghìn: hãy viết %s.", En: "“%s”: numbers in an expression are written without separators of thousands: write %s."}
	faultZero       = lang.Format{Vi: "“%s”: hãy viết cả số 0 ở đầu: %s.", En: "“%s”: write the zero in front: %s."}
	faultNumber     = lang.Format{Vi: "“%s” không phải là một số: hãy viết số như 12 hoặc 0,5, không kèm chữ.", En: "“%s” is not a number: write numbers like 12 or 0,5, without letters."}
	faultNumberLong = lang.Format{Vi: "Số “%s” có quá nhiều chữ số: nhiều nhất là %d.", En: "The number “%s” has too many digits: %d at most."}
	faultPercent    = lang.Format{Vi: "Dấu phần trăm chỉ đứng ngay sau một số, ví dụ 80%: để chia cho 100 hãy viết / 100.", En: "The percent sign only follows a number, as in 80%: to divide by 100 write / 100."}

	faultNoOperandAfter  = lang.Format{Vi: "Sau “%s” còn thiếu một mã, một số hoặc một phép tính.", En: "A code, a number or a calculation is missing after “%s”."}
	faultNoOperandBefore = lang.Format{Vi: "Trước “%s” còn thiếu một mã, một số hoặc một phép tính.", En: "A code, a number or a calculation is missing before “%s”."}
	faultNoOperator      = lang.Format{Vi: "Trước “%s” còn thiếu một phép tính (+ - * / = <> < > và, hoặc).", En: "An operator (+ - * / = <> < > and, or) is missing before “%s”."}
	faultSplitNumber     = lang.Format{Vi: "Số trong biểu thức viết liền: hãy viết %s.", En: "Numbers in an expression are written without spaces: write %s."}
	faultDenial          = lang.Format{Vi: "Để phủ định hãy viết “không phải” trước điều kiện; “không” đứng một mình là câu trả lời không.", En: "To negate, write “not” before the condition; “không” alone is the answer no."}
	faultInfix           = lang.Format{Vi: "“%s” viết giữa hai điều kiện, ví dụ a > 0 %[1]s b > 0.", En: "“%s” is written between two conditions, as in a > 0 %[1]s b > 0."}
	faultChain           = lang.Format{Vi: "Không viết liền hai phép so sánh: hãy tách ra, ví dụ 1 <= a và a <= 2.", En: "Two comparisons cannot be chained: write them apart, as in 1 <= a and a <= 2."}
	faultUnclosed        = lang.Format{Vi: "Dấu ngoặc mở ở đây chưa có dấu ngoặc đóng.", En: "The parenthesis that opens here is not closed."}
	faultUnopened        = lang.Format{Vi: "Thừa dấu ngoặc đóng: không có dấu ngoặc mở nào cho nó.", En: "This closing parenthesis has no opening one."}
	faultComma           = lang.Format{Vi: "Các phần trong ngoặc của hàm ngăn nhau bằng dấu chấm phẩy (;), không dùng dấu phẩy.", En: "The arguments of a function are separated by semicolons (;), not by commas."}
	faultLooseComma      = lang.Format{Vi: "Dấu phẩy chỉ dùng trong số thập phân như 0,5.", En: "A comma is only used inside a decimal number like 0,5."}
	faultSemicolon       = lang.Format{Vi: "Dấu chấm phẩy (;) chỉ dùng để ngăn các phần trong ngoặc của hàm.", En: "A semicolon (;) only separates the arguments of a function."}
	faultWordSeparator   = lang.Format{Vi: "Các từ trong ngoặc của hàm “%s” ngăn nhau bằng dấu chấm phẩy (;), không dùng “%s”.", En: "The words given to the function “%s” are separated by semicolons (;), not by “%s”."}
	faultNoWord          = lang.Format{Vi: "Hàm “%s” còn thiếu một từ ở đây: %s.", En: "The function “%s” lacks a word here: %s."}

	faultFunction        = lang.Format{Vi: "Không có hàm “%s”: xem các hàm bằng lệnh “tonghop lietke”.", En: "There is no function “%s”: see the functions with “tonghop list”."}
	faultFunctionNearest = lang.Format{Vi: "Không có hàm “%s”. Có phải là “%s” không?", En: "There is no function “%s”. Is “%s” meant?"}
	faultCount           = lang.Format{Vi: "Hàm “%s” cần %s trong ngoặc, ngăn nhau bằng dấu chấm phẩy (;), ở đây có %d.", En: "The function “%s” takes %s, separated by semicolons (;), here it has %d."}
	countExactly         = lang.Format{Vi: "đúng %d phần", En: "exactly %d argument(s)"}
	countAtLeast         = lang.Format{Vi: "ít nhất %d phần", En: "at least %d argument(s)"}
	countSteps           = lang.Format{Vi: "%d, %d, %d… phần", En: "%d, %d, %d… arguments"}
	countEither          = lang.Format{Vi: "%d hoặc %d phần", En: "%d or %d arguments"}
	countNone            = lang.Format{Vi: "Hàm “%s” không có gì trong ngoặc: hãy viết %[1]s().", En: "The function “%s” takes no arguments: write %[1]s()."}

	faultName         = lang.Format{Vi: "Không có mã “%s”.", En: "There is no code “%s”."}
	faultNameNearest  = lang.Format{Vi: "Không có mã “%s”. Có phải là “%s” không?", En: "There is no code “%s”. Is “%s” meant?"}
	faultNameFunction = lang.Format{Vi: "“%s” là một hàm: hãy viết dấu ngoặc sau nó, ví dụ %s.", En: "“%s” is a function: write parentheses after it, as in %s."}
	faultWord         = lang.Format{Vi: "Hàm “%s” không hiểu “%s”.", En: "The function “%s” does not know “%s”."}
	faultWordNearest  = lang.Format{Vi: "Hàm “%s” không hiểu “%s”. Có phải là “%s” không?", En: "The function “%s” does not know “%s”. Is “%s” meant?"}
	faultNumeric      = lang.Format{Vi: "“%s” cần số, nhưng “%s” là %s.", En: "“%s” needs numbers, but “%s” is %s."}
	faultCondition    = lang.Format{Vi: "“%s” cần một điều kiện như a > 0, nhưng “%s” là %s.", En: "“%s” needs a condition like a > 0, but “%s” is %s."}
	faultUnlike       = lang.Format{Vi: "Không so sánh được %s (“%s”) với %s (“%s”).", En: "%s (“%s”) cannot be compared with %s (“%s”)."}
	faultUnordered    = lang.Format{Vi: "Không so sánh lớn nhỏ được với %s (“%s”): chỉ dùng = hoặc <>.", En: "There is no less or greater for %s (“%s”): use = or <> only."}
	nounNumber        = lang.Format{Vi: "một số", En: "a number"}
	nounText          = lang.Format{Vi: "văn bản", En: "a text"}
	nounCondition     = lang.Format{Vi: "một điều kiện", En: "a condition"}
)

// longestQuote is how many characters of the typed text a message quotes.
const longestQuote = 60

// shown gives a piece of the typed text as a message may quote it: printable and not too long.
func shown(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return ' '
	}, s)
	if runes := []rune(s); len(runes) > longestQuote {
		return string(runes[:longestQuote]) + "…"
	}
	return s
}
