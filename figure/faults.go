package figure

import (
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// What Read says. The first argument is the text of the cell where there is one.
var (
	msgTooLong = lang.Format{
		Vi: "“%s” dài hơn %d ký tự; ô này chỉ ghi số liệu, phần giải thích hãy ghi ở cột Ghi chú",
		En: "“%s” is longer than %d characters; this cell holds the figure only, put explanations into the column Ghi chú",
	}
	msgFormulaError = lang.Format{
		Vi: "ô báo lỗi công thức %s; hãy mở bằng Excel, gõ số vào ô rồi lưu lại",
		En: "the cell holds the formula error %s; open it in Excel, type the number and save",
	}
	msgUncalculated = lang.Format{
		Vi: "công thức trong ô chưa được tính; hãy mở tệp bằng Excel rồi lưu lại",
		En: "the formula in the cell was never calculated; open the file in Excel and save it",
	}
	msgFormulaText = lang.Format{
		Vi: "“%s” là công thức gõ dưới dạng chữ; hãy gõ kết quả bằng số",
		En: "“%s” is a formula typed as text; type its result as a number",
	}
	msgDateCell = lang.Format{
		Vi: "Excel đã đổi ô này thành ngày (%s); hãy định dạng ô là Văn bản (Text) rồi gõ lại",
		En: "Excel turned this cell into a date (%s); format the cell as Text and type it again",
	}
	msgDatePair = lang.Format{
		Vi: "Excel đã đổi ô này thành ngày (%s), có lẽ đã gõ %s; hãy định dạng ô là Văn bản (Text) rồi gõ lại",
		En: "Excel turned this cell into a date (%s), perhaps %s was typed; format the cell as Text and type it again",
	}
	msgDateNumber = lang.Format{
		Vi: "ô có định dạng ngày nên số gõ vào hiện thành ngày %s, có lẽ đã gõ %s; hãy định dạng ô là Số (Number) rồi gõ lại",
		En: "the cell has the format of dates and shows the number as %s, perhaps %s was typed; format the cell as Number and type it again",
	}
	msgPercentCell = lang.Format{
		Vi: "ô có định dạng phần trăm (%s) nhưng phải ghi %s",
		En: "the cell is formatted as a percentage (%s) but must hold %s",
	}
	msgFraction = lang.Format{
		Vi: "“%s” có phần lẻ nhưng ô này ghi số đếm; hãy gõ số nguyên",
		En: "“%s” has a fraction but this cell holds a count; type a whole number",
	}
	msgFractionCell = lang.Format{
		Vi: "ô chứa số lẻ %s nhưng phải ghi số đếm; nếu ý là %s (Excel hiểu dấu chấm là dấu thập phân) thì hãy gõ liền các chữ số: %s",
		En: "the cell holds the fraction %s but must hold a count; if %s was meant (Excel took the dot for a decimal point) type the digits only: %s",
	}
	msgGrouping = lang.Format{
		Vi: "“%s” có dấu ngăn cách không đúng chỗ; hãy gõ liền các chữ số, ví dụ 12345",
		En: "the separators of “%s” are misplaced; type the digits only, such as 12345",
	}
	msgGrouped = lang.Format{
		Vi: "“%s” được đọc là %s (dấu phẩy hoặc khoảng trắng ngăn hàng nghìn)",
		En: "“%s” is read as %s (a comma or space between thousands)",
	}
	msgDecimalDot = lang.Format{
		Vi: "“%s” được đọc là %s; phần thập phân nên viết sau dấu phẩy",
		En: "“%s” is read as %s; the decimal separator should be a comma",
	}
	msgAmbiguous = lang.Format{
		Vi: "“%s” có thể là %s hoặc %s; hãy gõ lại cho rõ, không dùng dấu ngăn hàng nghìn",
		En: "“%s” may be %s or %s; type it again without a thousands separator",
	}
	msgUnitWord = lang.Format{
		Vi: "“%s” được đọc là số, bỏ chữ “%s”",
		En: "“%s” is read as the number without “%s”",
	}
	msgOtherUnit = lang.Format{
		Vi: "“%s” ghi theo “%s” nhưng hàng này tính theo “%s”; hãy ghi đúng đơn vị tính",
		En: "“%s” is in “%s” but this row is measured in “%s”; use the unit of the row",
	}
	msgOtherKind = lang.Format{
		Vi: "“%s” ghi theo “%s” nhưng ô này phải ghi %s",
		En: "“%s” is in “%s” but this cell must hold %s",
	}
	msgUnknownWord = lang.Format{
		Vi: "“%s” có phần chữ “%s” không rõ nghĩa sau số; hãy chỉ gõ số, phần giải thích ghi ở cột Ghi chú",
		En: "“%s” has the unclear words “%s” after the number; type the number only, put explanations into the column Ghi chú",
	}
	msgZeroWord = lang.Format{
		Vi: "“%s” được hiểu là 0",
		En: "“%s” is taken as 0",
	}
	msgNothingWord = lang.Format{
		Vi: "“%s” được hiểu là chưa có số liệu, không phải là 0",
		En: "“%s” is taken as no figure given, which is not 0",
	}
	msgNotApplicable = lang.Format{
		Vi: "“%s” được hiểu là không áp dụng cho đơn vị",
		En: "“%s” is taken as not applicable to the unit",
	}
	msgApproximate = lang.Format{
		Vi: "“%s” là số ước chừng; hãy gõ số chính xác",
		En: "“%s” is an approximation; type the exact number",
	}
	msgVague = lang.Format{
		Vi: "“%s” không cộng được; hãy gõ số chính xác",
		En: "“%s” cannot be added up; type the exact number",
	}
	msgSum = lang.Format{
		Vi: "“%s” là phép tính; hãy gõ kết quả",
		En: "“%s” is a calculation; type its result",
	}
	msgNumberWords = lang.Format{
		Vi: "“%s” viết bằng chữ; hãy gõ bằng chữ số",
		En: "“%s” is written in words; type digits",
	}
	msgLetters = lang.Format{
		Vi: "“%s” có chữ cái lẫn trong số (chữ O hay số 0, chữ l hay số 1); hãy gõ lại bằng chữ số",
		En: "“%s” has letters among its digits (O for 0, l for 1); type digits",
	}
	msgNegative = lang.Format{
		Vi: "“%s” là số âm; ô này chỉ nhận số từ 0 trở lên",
		En: "“%s” is negative; this cell takes numbers from 0 up",
	}
	msgTwoNumbers = lang.Format{
		Vi: "“%s” là hai số nhưng ô này chỉ ghi một số",
		En: "“%s” is two numbers but this cell holds one",
	}
	msgUnreadable = lang.Format{
		Vi: "không đọc được “%s”; ô này phải ghi %s",
		En: "“%s” cannot be read; this cell must hold %s",
	}
)

// What Read says about money and percentages.
var (
	msgNoMoneyUnit = lang.Format{
		Vi: "không biết “%s” tính theo đồng hay triệu đồng; hãy ghi đơn vị tiền ở cột ĐVT",
		En: "it is not known whether “%s” is in đồng or triệu đồng; state the unit of money in the column ĐVT",
	}
	msgFractionOfDong = lang.Format{
		Vi: "“%s” tính ra phần lẻ của đồng; có phải ý là triệu đồng không? Hãy gõ đủ số đồng",
		En: "“%s” comes to a fraction of a đồng; was triệu đồng meant? Type the full amount",
	}
	msgSameMoneyUnit = lang.Format{
		Vi: "“%s” có ghi kèm đơn vị “%s”, đúng với đơn vị tính của hàng",
		En: "“%s” carries the unit “%s”, which is the unit of the row",
	}
	msgMoneyUnit = lang.Format{
		Vi: "“%s” ghi đơn vị khác với đơn vị tính của hàng (%s); đã đọc là %s đồng",
		En: "“%s” is in another unit than the row (%s); it is read as %s đồng",
	}
	msgUnitPrice = lang.Format{
		Vi: "“%s” là đơn giá; hãy gõ tổng số tiền",
		En: "“%s” is a price for one; type the total amount",
	}
	msgNotMoney = lang.Format{
		Vi: "“%s” có chữ “%s” không phải là đơn vị tiền",
		En: "“%s” has “%s”, which is no unit of money",
	}
	msgMoneyUnclear = lang.Format{
		Vi: "“%s” không rõ là bao nhiêu đồng; hãy gõ đủ số đồng hoặc viết như 1 tỷ 400 triệu",
		En: "it is not clear how many đồng “%s” is; type the full amount, or write 1 tỷ 400 triệu",
	}
	msgUnitSlip = lang.Format{
		Vi: "“%s” tính theo đơn vị tiền đã ghi là hơn 1.000 tỷ đồng; có phải ý là đồng không?",
		En: "“%s” in the stated unit of money is more than 1,000 tỷ đồng; was đồng meant?",
	}
	msgBareShare = lang.Format{
		Vi: "%s có thể là %s hoặc %s; hãy gõ kèm dấu %%",
		En: "%s may be %s or %s; type it with a %% sign",
	}
	msgAboveWhole = lang.Format{
		Vi: "%s lớn hơn 100%%",
		En: "%s is above 100%%",
	}
)

// What Read says about pairs, dates and yes or no.
var (
	msgNotRatio = lang.Format{
		Vi: "“%s” không phải là tỷ số; hãy gõ hai số cách nhau bởi dấu gạch chéo, ví dụ 9/11",
		En: "“%s” is not a ratio; type two numbers with a slash between them, such as 9/11",
	}
	msgPartAboveWhole = lang.Format{
		Vi: "“%s” có phần lớn hơn tổng; số trước dấu gạch chéo không được lớn hơn số sau",
		En: "in “%s” the part is above the whole",
	}
	msgZeroWhole = lang.Format{
		Vi: "“%s” có tổng bằng 0; nếu không thuộc đối tượng thì hãy ghi “không áp dụng”",
		En: "in “%s” the whole is 0; write “không áp dụng” if it does not concern the unit",
	}
	msgNotRange = lang.Format{
		Vi: "“%s” không phải là khoảng; hãy gõ hai số, ví dụ 30-40",
		En: "“%s” is not a range; type two numbers, such as 30-40",
	}
	msgLowAboveHigh = lang.Format{
		Vi: "“%s” có số đầu lớn hơn số cuối",
		En: "in “%s” the first number is above the second",
	}
	msgNotDate = lang.Format{
		Vi: "“%s” không phải là ngày; hãy gõ ngày/tháng/năm, ví dụ 03/3/2021",
		En: "“%s” is not a date; type day/month/year, such as 03/3/2021",
	}
	msgMonthAboveTwelve = lang.Format{
		Vi: "“%s” có tháng lớn hơn 12; hãy gõ ngày trước, tháng sau",
		En: "in “%s” the month is above 12; type the day first",
	}
	msgNoSuchDay = lang.Format{
		Vi: "“%s” là ngày không có trong lịch",
		En: "“%s” is a day that does not exist",
	}
	msgIncompleteDate = lang.Format{
		Vi: "“%s” chưa đủ ngày, tháng, năm; hãy gõ như 03/3/2021",
		En: "“%s” is not a full date; type day/month/year, such as 03/3/2021",
	}
	msgShortYear = lang.Format{
		Vi: "“%s” chỉ ghi hai chữ số của năm; đã đọc là %s",
		En: "“%s” has a year of two digits; it is read as %s",
	}
	msgTimeOfDay = lang.Format{
		Vi: "“%s” có cả giờ; chỉ lấy ngày %s",
		En: "“%s” has a time of day; only the date %s is used",
	}
	msgYesNoSign = lang.Format{
		Vi: "“%s” được hiểu là “%s”",
		En: "“%s” is taken as “%s”",
	}
	msgNotYesNo = lang.Format{
		Vi: "“%s” không phải là có hay không; hãy gõ “có” hoặc “không”",
		En: "“%s” is neither yes nor no; type “có” or “không”",
	}
)

// longestQuote is how many characters of a cell a message repeats.
const longestQuote = 60

// quote gives the text of a cell as it can stand in a message: on one line and not too long.
func quote(s string) string {
	s = strings.TrimSpace(vntext.Clean(s))
	if rs := []rune(s); len(rs) > longestQuote {
		return string(rs[:longestQuote]) + "…"
	}
	return s
}
