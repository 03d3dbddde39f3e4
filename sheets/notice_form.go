package sheets

import (
	"tonghop/figure"
	"tonghop/lang"
)

var formNotices = []Notice{
	{
		fileUnreadable, figure.Error,
		lang.Format{Vi: "Tệp không đọc được", En: "Unreadable file"},
		lang.Format{
			Vi: "Tệp hỏng, có mật khẩu hoặc không phải là bảng tính Excel. Đề nghị đơn vị gửi lại tệp .xlsx.",
			En: "The file is damaged, encrypted or no Excel workbook. Ask the unit for an .xlsx file.",
		},
	},
	{
		fileNoForm, figure.Error,
		lang.Format{Vi: "Tệp không có biểu mẫu", En: "No form in the file"},
		lang.Format{
			Vi: "Không trang nào của tệp có bảng với cột “Mã” và cột “Số liệu”. Đề nghị đơn vị điền đúng biểu mẫu đã gửi.",
			En: "No sheet holds a table with the columns “Mã” and “Số liệu”. Ask the unit to fill in the form that was sent.",
		},
	},
	{
		fileNoUnit, figure.Error,
		lang.Format{Vi: "Không rõ tệp của đơn vị nào", En: "The unit of the file cannot be told"},
		lang.Format{
			Vi: "Mã hoặc tên đơn vị ghi trong tệp không có trong danh bạ, hoặc trùng với nhiều đơn vị. Ghi đúng mã ở dòng “Mã đơn vị”. Cảnh báo: đơn vị chỉ được biết qua tên tệp; số liệu vẫn được dùng.",
			En: "The code or name in the file is not in the registry, or fits several units. Write the code into the row “Mã đơn vị”. A warning: only the name of the file tells the unit; its figures are used.",
		},
	},
	{
		fileTwoUnits, figure.Error,
		lang.Format{Vi: "Tệp ghi hai đơn vị khác nhau", En: "The file names two units"},
		lang.Format{
			Vi: "Thường do đơn vị điền vào biểu mẫu của đơn vị khác. Đề nghị dùng đúng biểu mẫu của mình.",
			En: "Usually somebody filled in another unit's form. Ask for the unit's own form.",
		},
	},
	{
		fileNotAsked, figure.Error,
		lang.Format{Vi: "Đơn vị không phải nộp", En: "The unit is not asked to report"},
		lang.Format{
			Vi: "Danh bạ ghi đơn vị không phải nộp, hoặc đơn vị không còn hiệu lực trong kỳ. Xem cột “Phải nộp”, “Từ ngày”, “Đến ngày” của trang Đơn vị.",
			En: "The registry says that the unit need not report or is not valid in the period. See the columns “Phải nộp”, “Từ ngày”, “Đến ngày”.",
		},
	},
	{
		fileOtherPeriod, figure.Error,
		lang.Format{Vi: "Tệp của kỳ khác", En: "The file is of another period"},
		lang.Format{
			Vi: "Biểu mẫu ghi một kỳ báo cáo khác với kỳ đang tổng hợp. Đề nghị gửi biểu mẫu của kỳ này.",
			En: "The form states another period than the one that is added up.",
		},
	},
	{
		fileNoPeriod, figure.Warning,
		lang.Format{Vi: "Tệp không ghi rõ kỳ báo cáo", En: "The period is not stated"},
		lang.Format{
			Vi: "Biểu mẫu gõ lại không có dòng “Kỳ báo cáo” hoặc ghi kỳ không có trong danh mục. Tệp vẫn được dùng cho kỳ đang tổng hợp.",
			En: "A retyped form without the row “Kỳ báo cáo”, or with a period that the catalogue does not have. The file is used for this period.",
		},
	},
	{
		fileOtherFolder, figure.Warning,
		lang.Format{Vi: "Thư mục mang mã kỳ khác với biểu mẫu", En: "The folder bears the code of another period than the form"},
		lang.Format{
			Vi: "Thường do đơn vị điền vào tệp của kỳ trước. Số liệu được tính cho kỳ ghi trong biểu mẫu. Nếu là số của kỳ kia, đề nghị điền vào biểu mẫu của kỳ đó.",
			En: "Usually somebody filled in the file of the period before. The figures count for the period that the form states. Where they are of the other one, ask for its form.",
		},
	},
	{
		fileTwoTables, figure.Error,
		lang.Format{Vi: "Tệp có hai bảng số liệu khác nhau", En: "Two tables that differ"},
		lang.Format{
			Vi: "Hai trang hoặc hai cột cùng có số liệu và không khớp nhau. Xóa bảng cũ, chỉ giữ một bảng rồi gửi lại.",
			En: "Two sheets or two columns hold figures and disagree. Keep one and send the file again.",
		},
	},
	{
		fileOtherName, figure.Warning,
		lang.Format{Vi: "Tên đơn vị hoặc tên tệp không khớp với mã đơn vị", En: "The name of the unit or of the file does not fit its code"},
		lang.Format{
			Vi: "Số liệu vẫn được dùng theo mã đơn vị. Kiểm tra xem có đúng là tệp của đơn vị đó không.",
			En: "The figures are used for the unit of the code. Check whether the file is really that unit's.",
		},
	},
	{
		fileBadDate, figure.Warning,
		lang.Format{Vi: "Ngày báo cáo không đọc được", En: "The date of the report cannot be read"},
		lang.Format{
			Vi: "Không xác định được đơn vị nộp đúng hạn hay muộn. Ghi ngày nhận vào trang Tiếp nhận nếu biết.",
			En: "Whether the unit was on time is not known. Enter the date of receipt into the sheet Tiếp nhận where it is known.",
		},
	},
	{
		fileTurn, figure.Warning,
		lang.Format{Vi: "Lần gửi không đọc được", En: "The number of the sending cannot be read"},
		lang.Format{
			Vi: "Ô “Lần gửi” của biểu mẫu chỉ ghi một số: 1, 2, 3…; để trống là lần đầu. Khi đơn vị gửi nhiều tệp khác nhau thì không biết tệp nào mới hơn; ghi lại hoặc chọn tệp ở trang Tiếp nhận.",
			En: "The cell “Lần gửi” of the form takes a number alone: 1, 2, 3…; blank is the first. Where several files differ nobody knows which is newer: correct it, or choose in the sheet Tiếp nhận.",
		},
	},
	{
		formReplaces, figure.Note,
		lang.Format{Vi: "Bản mới thay bản đã gửi", En: "A newer form replaces an earlier one"},
		lang.Format{
			Vi: "Đơn vị gửi lại biểu mẫu, bản mới hơn theo “Lần gửi” hoặc theo ngày được dùng. Các chỗ khác nhau ở trang “Bản thay thế” của kiem-tra.xlsx. Muốn dùng bản khác thì chọn ở trang Tiếp nhận.",
			En: "The unit sent its form again; the newer one by “Lần gửi” or by its date is used. What differs is in the sheet “Bản thay thế” of kiem-tra.xlsx. To use another one choose it in the sheet Tiếp nhận.",
		},
	},
	{
		formLeavesBlank, figure.Warning,
		lang.Format{Vi: "Bản mới để trống số đã gửi trước đó", En: "The newer form leaves blank what was sent before"},
		lang.Format{
			Vi: "Bản được dùng để trống những ô mà bản trước có số; hai bản không được gộp. Đề nghị gửi lại biểu mẫu điền đủ, hoặc chọn tệp được dùng ở trang Tiếp nhận.",
			En: "The form that is used leaves blank cells in which the earlier one has a figure; they are not merged. Ask for a form that is filled in whole, or choose the file to use in the sheet Tiếp nhận.",
		},
	},
	{
		formEdited, figure.Warning,
		lang.Format{Vi: "Số bị sửa sau khi tổng hợp", En: "Changed after it was added up"},
		lang.Format{
			Vi: "Đơn vị dùng tonghop submit để tổng hợp cấp dưới vào biểu mẫu, rồi có số bị sửa tay. Số trong biểu mẫu được dùng. Hỏi đơn vị vì sao sửa.",
			En: "The unit filled in the form with tonghop submit from the units below, and figures were changed by hand since. The form is used. Ask the unit why.",
		},
	},
	{
		formPartial, figure.Note,
		lang.Format{Vi: "Số tổng hợp từ cấp dưới chưa đủ", En: "Added up while reports were missing"},
		lang.Format{
			Vi: "Lúc đơn vị tổng hợp, còn đơn vị cấp dưới chưa báo. Xem từng số: tonghop trace MÃ --unit ĐƠN-VỊ.",
			En: "Units below had not reported when the unit added up. For each figure: tonghop trace CODE --unit UNIT.",
		},
	},
	{
		formOriginLost, figure.Warning,
		lang.Format{Vi: "Nguồn tổng hợp không rõ", En: "The origin is not certain"},
		lang.Format{
			Vi: "Trang ẩn ghi nguồn tổng hợp của biểu mẫu bị sửa, hoặc được chép từ biểu mẫu khác. Số liệu vẫn được dùng nhưng không biết từ đâu. Đề nghị đơn vị lập lại biểu mẫu bằng tonghop submit.",
			En: "The hidden sheet that says what the figures were added up from was changed, or comes from another form. The figures are used. Ask the unit to make the form again with tonghop submit.",
		},
	},
	{
		fileConverted, figure.Note,
		lang.Format{Vi: "Tệp kiểu khác, đọc qua LibreOffice", En: "A file of another kind, read through LibreOffice"},
		lang.Format{
			Vi: "Tệp .xls hoặc .ods được LibreOffice chuyển sang .xlsx rồi đọc; tệp gốc giữ nguyên. Tệp kiểu này không tự phát hiện được chỗ hỏng, nên đề nghị đơn vị gửi .xlsx.",
			En: "LibreOffice made an .xlsx of the .xls or .ods, which was read; the file itself is unchanged. Such files cannot tell when they are damaged: ask for an .xlsx.",
		},
	},
	{
		fileHiddenSheet, figure.Warning,
		lang.Format{Vi: "Trang ẩn có số liệu", En: "A hidden sheet holds figures"},
		lang.Format{
			Vi: "Một trang bị ẩn có bảng số liệu. Chỉ trang nhìn thấy được dùng; nếu chỉ có trang ẩn thì trang ẩn được dùng.",
			En: "A hidden sheet holds a table of figures. The visible one is used; the hidden one only where there is no other.",
		},
	},
	{
		fileOldFont, figure.Note,
		lang.Format{Vi: "Chữ gõ bằng phông cũ, không phải Unicode", En: "Text in a font of before Unicode"},
		lang.Format{
			Vi: "Chữ gõ bằng phông .VnTime và các phông TCVN3 (ABC) khác được đọc sang Unicode; tệp gốc giữ nguyên. Chữ theo bảng mã khác ở ô ghi chú hoặc ngoài biểu mẫu không ảnh hưởng đến số liệu.",
			En: "Text in .VnTime and the other fonts of TCVN3 (ABC) is read into Unicode; the file is unchanged. In notes and outside the form text in another encoding does not touch the figures.",
		},
	},
	{
		fileOldLetters, figure.Error,
		lang.Format{Vi: "Chữ theo bảng mã cũ hoặc bị lỗi phông", En: "Letters in an old encoding, or garbled"},
		lang.Format{
			Vi: "Tên dòng, đơn vị tính hoặc tên đơn vị gõ bằng phông VNI, hoặc chữ bị lỗi phông nên không đọc chắc được; tệp không được dùng. Đề nghị đơn vị chuyển chữ sang Unicode bằng UniKey rồi gửi lại.",
			En: "Labels, units of measure or the unit's name are in a VNI font, or are garbled; the file is not used. Ask the unit to convert the text to Unicode with UniKey.",
		},
	},
	{
		periodUncovered, figure.Warning,
		lang.Format{Vi: "Kỳ con không phủ hết kỳ", En: "Sub-periods do not cover their period"},
		lang.Format{
			Vi: "Kỳ được cộng từ các kỳ con (cột Thuộc kỳ) mà còn những ngày không thuộc kỳ con nào; số của cả kỳ được coi là chưa đủ. Thêm kỳ con còn thiếu, hoặc để trống Thuộc kỳ.",
			En: "A period is put together of its sub-periods, and some of its days belong to none of them; its figures count as partial. Add what is lacking, or leave Thuộc kỳ blank.",
		},
	},
	{
		periodWaiting, figure.Warning,
		lang.Format{Vi: "Chưa đơn vị nào nộp kỳ con", En: "Nobody has submitted for a sub-period"},
		lang.Format{
			Vi: "Từ kỳ con này trở đi chưa có biểu mẫu nào, có thể chưa đến hạn; số của cả kỳ được coi là chưa đủ. Khi có biểu mẫu đầu tiên, từng đơn vị còn thiếu được nêu tên.",
			En: "From this sub-period on no form is there; it may not be due yet. The figures of the whole period count as partial. As soon as one form is there the units that lack theirs are named.",
		},
	},
	{
		unitInQuestion, figure.Error,
		lang.Format{Vi: "Đơn vị nộp nhiều lần với số liệu khác nhau", En: "A unit sent several files that differ"},
		lang.Format{
			Vi: "Không biết bản nào mới hơn (theo “Lần gửi” hoặc ngày) nên không tệp nào được dùng cho tới khi chọn: ghi đơn vị, kỳ, tên tệp và “có” ở cột Chọn của trang Tiếp nhận.",
			En: "Nothing says which is newer (“Lần gửi” or the date), so that none is used until one is chosen: enter unit, period, file and “có” in the column Chọn of the sheet Tiếp nhận.",
		},
	},
	{
		intakeChoice, figure.Warning,
		lang.Format{Vi: "Tệp được chọn ở trang Tiếp nhận không dùng được", En: "The file chosen in the sheet Tiếp nhận cannot be used"},
		lang.Format{
			Vi: "Tên tệp không có trong thư mục nộp, trùng nhiều tệp, hoặc chọn nhiều tệp cho một đơn vị. Sửa lại trang Tiếp nhận.",
			En: "The file is not there, the name fits several files, or several files are chosen for one unit. Correct the sheet Tiếp nhận.",
		},
	},
	{
		figureUnreadable, figure.Error,
		lang.Format{Vi: "Số liệu không đọc được chắc chắn", En: "A figure that cannot be read for certain"},
		lang.Format{
			Vi: "Ô có nội dung nhưng không phải là số liệu rõ ràng; coi như chưa có số liệu cho tới khi sửa.",
			En: "The cell holds something that is no certain figure; it counts as missing until it is corrected.",
		},
	},
	{
		figureConverted, figure.Note,
		lang.Format{Vi: "Số liệu được quy đổi từ chữ", En: "A figure that was converted from text"},
		lang.Format{
			Vi: "Ô ghi bằng chữ hoặc không đúng cách viết, được đọc thành số như thông báo. Cảnh báo thì nên xem lại.",
			En: "The cell was typed in an unusual way and is read as the message says. Look again where it is a warning.",
		},
	},
	{
		figureMeasure, figure.Warning,
		lang.Format{Vi: "Đơn vị tính trong biểu khác danh mục", En: "The unit of measure differs from the catalogue"},
		lang.Format{
			Vi: "Cột ĐVT của dòng đã bị sửa. Kiểm tra xem số liệu tính theo đơn vị nào.",
			En: "The column ĐVT of the row was changed. Check in which unit the figure is given.",
		},
	},
	{
		figureLinked, figure.Warning,
		lang.Format{Vi: "Số liệu lấy từ tệp Excel khác", En: "Figures taken from another workbook"},
		lang.Format{
			Vi: "Công thức trong ô số liệu liên kết tới một tệp Excel khác. Số đã lưu được dùng, nhưng có thể đã cũ; đề nghị đơn vị xem lại và dán thành giá trị.",
			En: "The formula in the cell refers to another workbook. What was saved is used and may be out of date; ask the unit to check it and to paste values.",
		},
	},
	{
		cellMerged, figure.Error,
		lang.Format{Vi: "Ô số liệu bị gộp qua nhiều dòng", En: "A value cell merged over several rows"},
		lang.Format{
			Vi: "Một số nằm trong ô gộp của nhiều dòng nên không rõ là của dòng nào. Bỏ gộp ô (Unmerge) và ghi số cho từng dòng.",
			En: "One number stands in a cell merged over several rows, so that it is not clear whose it is. Unmerge and fill in each row.",
		},
	},
	{
		rowHidden, figure.Note,
		lang.Format{Vi: "Dòng ẩn có số liệu", En: "A hidden row holds a figure"},
		lang.Format{
			Vi: "Dòng hoặc cột bị ẩn nhưng có số liệu; số liệu vẫn được dùng.",
			En: "A row or column is hidden but holds figures; they are used.",
		},
	},
	{
		rowTwice, figure.Error,
		lang.Format{Vi: "Một mã ghi ở hai dòng", En: "A code that stands in two rows"},
		lang.Format{
			Vi: "Hai dòng cùng mã với số khác nhau thì không dùng số nào; giống nhau thì dùng một và lưu ý. Xóa dòng thừa.",
			En: "Where the rows differ neither is used; where they agree one is. Delete the row that is too many.",
		},
	},
	{
		rowMissing, figure.Error,
		lang.Format{Vi: "Dòng của biểu mẫu bị xóa", En: "A row of the form is missing"},
		lang.Format{
			Vi: "Biểu mẫu không còn dòng của số liệu phải báo cáo. Đề nghị điền lại biểu mẫu đầy đủ.",
			En: "The form has no row for a figure that is expected. Ask for the complete form.",
		},
	},
	{
		rowUnknown, figure.Warning,
		lang.Format{Vi: "Mã không có trong danh mục", En: "A code that the catalogue does not have"},
		lang.Format{
			Vi: "Dòng có mã lạ, thường do gõ sai; số liệu của dòng không được dùng. Sửa mã theo danh mục.",
			En: "A row has an unknown code, usually mistyped; its figure is not used. Correct the code.",
		},
	},
	{
		rowByLabel, figure.Warning,
		lang.Format{Vi: "Dòng không có mã, nhận theo nội dung", En: "A row without a code, recognised by its label"},
		lang.Format{
			Vi: "Dòng mất mã hoặc sai mã nhưng nội dung trùng khớp với một số liệu của danh mục. Nên ghi lại mã.",
			En: "The row lost its code, but its label is that of a figure of the catalogue. Write the code again.",
		},
	},
	{
		rowOutside, figure.Warning,
		lang.Format{Vi: "Số ghi ngoài các dòng của biểu mẫu", En: "A number outside the rows of the form"},
		lang.Format{
			Vi: "Dòng không có mã, dòng nhóm hoặc chỗ dưới bảng có số; số này không được dùng. Nếu là số liệu báo cáo thì ghi vào đúng dòng có mã. Dòng cộng trong bảng thì bỏ qua, dưới bảng thì chỉ lưu ý.",
			En: "A row without a code, a group or the space below the table holds a number, which is not used. Move it to the row with its code. Sums are passed over inside the table and a note below it.",
		},
	},
	{
		sumDiffers, figure.Warning,
		lang.Format{Vi: "Dòng tổng không khớp", En: "A sum that is not right"},
		lang.Format{
			Vi: "Dòng cộng trong bảng không bằng tổng các dòng phía trên. Số của dòng tổng không bao giờ được dùng; chương trình tự cộng. Các dòng khác đơn vị tính thì chỉ là lưu ý. Xem lại các số của những dòng đó.",
			En: "A row that adds up does not hold the sum of the rows above it. Its number is never used; the program adds up by itself. Over rows of different units it is a note. Look again at those rows.",
		},
	},
	{
		cellOutside, figure.Warning,
		lang.Format{Vi: "Số ghi ở cột ngoài biểu mẫu", En: "A number in a column that the form does not have"},
		lang.Format{
			Vi: "Bên phải cột Số liệu có số ở cột thêm vào; chỉ số ở cột Số liệu được dùng. Nếu là số liệu báo cáo thì chuyển sang cột Số liệu.",
			En: "A column was added beside the table and holds numbers; only those of the column Số liệu are used. Move it there if it is reported.",
		},
	},
	{
		numberInNotes, figure.Warning,
		lang.Format{Vi: "Số ghi ở cột Ghi chú, ô Số liệu để trống", En: "A number in Ghi chú beside a blank"},
		lang.Format{
			Vi: "Ô Số liệu trống mà ô Ghi chú cùng dòng chỉ có một số, có thể ghi nhầm cột; số này không được dùng. Chuyển sang cột Số liệu.",
			En: "The value is blank and Ghi chú of the row holds nothing but a number, which may be in the wrong column and is not used. Move it.",
		},
	},
	{
		sheetOutside, figure.Warning,
		lang.Format{Vi: "Trang ngoài biểu mẫu có số", En: "A sheet that is no part of the form holds numbers"},
		lang.Format{
			Vi: "Một trang được thêm vào tệp, kể cả trang ẩn, có số; các số này không được dùng. Nếu là số liệu báo cáo thì ghi vào biểu mẫu.",
			En: "A sheet was added to the file, perhaps a hidden one, and holds numbers, which are not used. Enter them into the form if they are reported.",
		},
	},
	{
		rowMismatch, figure.Error,
		lang.Format{Vi: "Mã và nội dung của dòng không khớp", En: "Code and label of a row disagree"},
		lang.Format{
			Vi: "Mã là của một số liệu, nội dung là của số liệu khác, thường do chép lệch dòng; không dùng số của dòng này.",
			En: "The code is of one figure and the label of another, usually copied a row off; the number is not used.",
		},
	},
}
