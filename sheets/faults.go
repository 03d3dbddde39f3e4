package sheets

import (
	"slices"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// FaultKind explains one kind of fault of the catalogue. Its code is the Code of the findings and never changes.
type FaultKind struct {
	Code           string
	Title, Explain lang.Format
}

// The codes of the faults of the catalogue.
const (
	faultSheet     = "danh-muc-trang"
	faultColumn    = "danh-muc-cot"
	faultBlank     = "danh-muc-thieu"
	faultTwice     = "danh-muc-trung-ma"
	faultUnclear   = "danh-muc-khong-ro"
	faultReference = "danh-muc-tham-chieu"
	faultFormula   = "danh-muc-cong-thuc"
	faultCircle    = "danh-muc-vong"
	faultTree      = "danh-muc-cay-don-vi"
	faultOrder     = "danh-muc-nguoc"
	faultReason    = "danh-muc-ly-do"
	faultLevel     = "danh-muc-cap"
	faultThreshold = "danh-muc-chua-giao"
	faultReused    = "danh-muc-dung-lai-ma"
)

// FaultyTag is the code of a tag in a text of the catalogue that documents could not fill. Texts are in Catalogue.Prose; who knows the names that
// documents may use looks at their tags.
const FaultyTag = "danh-muc-the"

// faultKinds is the one table of the faults of the catalogue.
var faultKinds = []FaultKind{
	{
		faultSheet, lang.Format{Vi: "Trang tính của danh mục", En: "Sheets of the catalogue"},
		lang.Format{
			Vi: "Một trang tính bị lặp lại, hoặc tên gần giống tên trang của danh mục nên có thể đã gõ sai.",
			En: "A sheet stands there twice, or its name is nearly one of the catalogue's.",
		},
	},
	{
		faultColumn, lang.Format{Vi: "Cột của danh mục", En: "Columns of the catalogue"},
		lang.Format{
			Vi: "Thiếu một cột bắt buộc, hai cột cùng tên, hoặc tên cột gần giống một cột của danh mục. Thứ tự cột không quan trọng; cột lạ được giữ nguyên.",
			En: "A column is lacking, stands there twice, or its name is nearly one of the catalogue's. The order is free; other columns are kept.",
		},
	},
	{
		faultBlank, lang.Format{Vi: "Thiếu nội dung", En: "Something is lacking"},
		lang.Format{
			Vi: "Một ô phải ghi đang trống, hoặc danh mục chưa có đơn vị, số liệu hay kỳ nào.",
			En: "A cell that must be filled is blank, or the catalogue has no units, figures or periods.",
		},
	},
	{
		faultTwice, lang.Format{Vi: "Trùng mã", En: "Codes used twice"},
		lang.Format{
			Vi: "Một mã dùng cho hai dòng. Dòng sau không được dùng. Chữ hoa và chữ thường được coi là như nhau. Ở trang Đơn vị, một mã có thể có nhiều dòng nếu thời gian hiệu lực không trùng nhau.",
			En: "A code stands for two rows. The later one is not used. Capitals and small letters are the same. In the sheet Đơn vị a code may have several rows whose dates do not overlap.",
		},
	},
	{
		faultUnclear, lang.Format{Vi: "Giá trị không hiểu được", En: "A value that cannot be read"},
		lang.Format{
			Vi: "Ô không ghi đúng một trong các giá trị cho phép, hoặc không phải là số hay ngày rõ ràng.",
			En: "The cell holds none of the values allowed, or no certain number or date.",
		},
	},
	{
		faultReference, lang.Format{Vi: "Nhắc đến mã không có", En: "A code that does not exist"},
		lang.Format{
			Vi: "Ô nhắc đến một đơn vị, kỳ, số liệu, chỉ tiêu, lựa chọn hay cách in không có trong danh mục.",
			En: "The cell names a unit, period, figure, target, option or style that the catalogue does not have.",
		},
	},
	{
		faultFormula, lang.Format{Vi: "Công thức sai", En: "A faulty formula"},
		lang.Format{
			Vi: "Biểu thức viết sai, dùng tên không có, hoặc dùng chữ ở chỗ phải là số.",
			En: "The expression is written wrongly, uses an unknown name, or a text where a number belongs.",
		},
	},
	{
		FaultyTag, lang.Format{Vi: "Thẻ sai trong lời văn", En: "A faulty tag in a text"},
		lang.Format{
			Vi: "Một thẻ {{…}} trong lời văn của danh mục viết sai hoặc dùng mã không có.",
			En: "A tag {{…}} in a text of the catalogue is written wrongly or uses an unknown code.",
		},
	},
	{
		faultCircle, lang.Format{Vi: "Tính vòng tròn", En: "A circle"},
		lang.Format{
			Vi: "Số liệu, chỉ tiêu hay khuyết điểm được tính từ chính nó qua các công thức khác.",
			En: "A figure, target or shortcoming is computed from itself through other formulas.",
		},
	},
	{
		faultTree, lang.Format{Vi: "Cây đơn vị", En: "The tree of units"},
		lang.Format{
			Vi: "Các đơn vị không nối thành một cây: không có đơn vị gốc, có nhiều đơn vị gốc, hoặc đơn vị trực thuộc vòng tròn.",
			En: "The units make no tree: no root, several roots, or a circle.",
		},
	},
	{
		faultOrder, lang.Format{Vi: "Đầu và cuối bị ngược hoặc chồng nhau", En: "Ends reversed or overlapping"},
		lang.Format{
			Vi: "Ngày cuối trước ngày đầu, giá trị nhỏ nhất lớn hơn giá trị lớn nhất, hoặc hai kỳ chồng lên nhau một phần.",
			En: "The last day is before the first, the least value above the greatest, or two periods overlap in part.",
		},
	},
	{
		faultReason, lang.Format{Vi: "Kết luận tay không có lý do", En: "A hand verdict without a reason"},
		lang.Format{
			Vi: "Chỉ tiêu được kết luận bằng tay mà cột Lý do để trống.",
			En: "A target was judged by hand and the column Lý do is blank.",
		},
	},
	{
		faultLevel, lang.Format{Vi: "Cấp không có đơn vị nào", En: "A level without units"},
		lang.Format{
			Vi: "Danh mục nhắc đến một cấp mà không đơn vị nào mang; có thể đã gõ sai, hoặc chưa nhập đơn vị của cấp đó.",
			En: "The catalogue names a level that no unit has: misspelt, or its units were not entered yet.",
		},
	},
	{
		faultThreshold, lang.Format{Vi: "Chưa giao mức", En: "Thresholds not assigned"},
		lang.Format{
			Vi: "Nội dung chỉ tiêu chưa có ngưỡng nên chưa kết luận được.",
			En: "A part of a target has no threshold, so that there is no verdict.",
		},
	},
	{
		faultReused, lang.Format{Vi: "Mã đơn vị dùng lại", En: "A unit's code used again"},
		lang.Format{
			Vi: "Mã của một đơn vị đã chuyển hết sang đơn vị khác (trang Chuyển đổi) lại đứng ở một dòng sau của trang Đơn vị. Hai đơn vị được phân biệt theo ngày; đơn vị cũ mang thêm ngày cuối trong mã.",
			En: "The code of a unit that went over into others as a whole (sheet Chuyển đổi) stands in a later row of the sheet Đơn vị. The two are told apart by their dates; the older one bears its last day in its code.",
		},
	},
}

// FaultKinds gives the kinds of faults of the catalogue in the order in which they are explained.
func FaultKinds() []FaultKind { return append([]FaultKind(nil), faultKinds...) }

// fault records a fault of the catalogue.
func (l *loader) fault(f Finding) {
	f.Catalogue = true
	f.Count = max(f.Count, 1)
	f.Message = brief(f.Message)
	l.c.Faults = append(l.c.Faults, f)
}

// longestQuote is how many characters of a cell a message quotes. The whole of it is in Finding.Raw.
const longestQuote = 300

// brief gives a message whose texts are short enough to be read.
func brief(m lang.Message) lang.Message {
	args := slices.Clone(m.Args)
	for i, arg := range args {
		switch arg := arg.(type) {
		case string:
			if runes := []rune(arg); len(runes) > longestQuote {
				args[i] = string(runes[:longestQuote]) + "…"
			}
		case lang.Message:
			args[i] = brief(arg)
		}
	}
	return lang.Message{Format: m.Format, Args: args}
}

// atCell makes a fault of a cell that quotes what stands there.
func atCell(code string, severity figure.Severity, at cell, message, hint lang.Message) Finding {
	return Finding{Code: code, Severity: severity, Pos: at.pos, Raw: at.text, Message: message, Hint: hint}
}

// near adds what was probably meant: to the hint all that comes near, as the suggestion the one where there is just one. Where nothing
// comes near the hint stays as it is.
func (f Finding) near(word string, candidates []string) Finding {
	switch names := vntext.Nearest(word, candidates, 2); len(names) {
	case 1:
		f.Suggest = names[0]
		f.Hint = hintNear.With(names[0])
	case 2:
		f.Hint = hintTwoNear.With(names[0], names[1])
	}
	return f
}

var (
	hintNear    = lang.Format{Vi: "Có phải ý là “%s”? Nếu đúng, gõ lại như vậy.", En: "Did you mean “%s”? If so, type it like that."}
	hintTwoNear = lang.Format{Vi: "Có phải ý là “%s” hoặc “%s”? Nếu đúng, gõ lại như vậy.", En: "Did you mean “%s” or “%s”? If so, type it like that."}
)
