package sheets

import (
	"tonghop/figure"
	"tonghop/lang"
)

// listNotices are about the list forms of a submission.
var listNotices = []Notice{
	{
		listUnreadable, figure.Error,
		lang.Format{Vi: "Bảng kê không đọc được", En: "A list that cannot be read"},
		lang.Format{
			Vi: "Trang bảng kê mất dòng tiêu đề cột, có hai trang cùng là một bảng kê, hoặc quá dài; bảng kê coi như chưa nộp. Đề nghị ghi vào bảng kê của biểu mẫu đã gửi.",
			En: "The sheet of a list has no row of titles, two sheets are the same list, or it is too long; it counts as missing. Ask for the list of the form that was sent.",
		},
	},
	{
		listColumnMissing, figure.Warning,
		lang.Format{Vi: "Bảng kê thiếu cột", En: "A column of a list is missing"},
		lang.Format{
			Vi: "Bảng kê có dòng nhưng không thấy một cột của danh mục, hoặc có hai cột cùng tên; các dòng vẫn được tính, cột đó coi như để trống.",
			En: "A list with rows lacks a column of the catalogue, or has two of that name; the rows count and the column is blank.",
		},
	},
	{
		listRowIncomplete, figure.Warning,
		lang.Format{Vi: "Dòng bảng kê chưa đủ", En: "A row of a list is not complete"},
		lang.Format{
			Vi: "Dòng của bảng kê để trống một cột bắt buộc. Dòng vẫn được đếm; điền nốt rồi gửi lại.",
			En: "A row of a list leaves an obligatory column blank. It counts; fill it in and send the file again.",
		},
	},
	{
		listRowTwice, figure.Note,
		lang.Format{Vi: "Dòng bảng kê trùng nhau", En: "Equal rows in a list"},
		lang.Format{
			Vi: "Hai dòng của bảng kê giống hệt nhau, có thể ghi hai lần một việc; cả hai được tính. Xóa dòng thừa nếu có. Bảng kê không có cột chữ thì không so.",
			En: "Two rows of a list say the same, perhaps the same thing twice; both count. Lists without a column of text are not compared.",
		},
	},
	{
		listOutsideRows, figure.Warning,
		lang.Format{Vi: "Nội dung ngoài các dòng của bảng kê", En: "Something outside the rows of a list"},
		lang.Format{
			Vi: "Dòng không ghi cột bắt buộc nào, hoặc nằm dưới chỗ ghi chú, chỗ ký, không được tính là một dòng của bảng kê.",
			En: "A row that fills no obligatory column, or stands below the remarks and the signature, is no row of the list.",
		},
	},
	{
		listNotAsked, figure.Warning,
		lang.Format{Vi: "Bảng kê do đơn vị khác lập", En: "A list that others keep"},
		lang.Format{
			Vi: "Đơn vị có các đơn vị bên dưới cũng nộp biểu thì bảng kê của các đơn vị bên dưới được tính, để không cộng hai lần; bảng kê chỉ cấp tỉnh lập thì của cấp tỉnh được tính.",
			En: "Where units below submit too theirs count, so that nothing is counted twice; of a list that only the province keeps the province's counts.",
		},
	},
}
