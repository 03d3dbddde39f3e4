package xlsx

import "tonghop/lang"

// words are what a refusal says: what is wrong and where, with the arguments of refuse, and what to do.
type words struct {
	name         string
	what, advice lang.Format
}

// What the sender can do about it.
var (
	saveAs = lang.Format{
		Vi: "Hãy mở tệp bằng Excel, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx), rồi gửi lại tệp mới",
		En: "Open it in Excel, choose Save As, type Excel Workbook (*.xlsx), and send the new file",
	}
	resend = lang.Format{
		Vi: "Có thể tệp đã hỏng khi sao chép hoặc gửi đi: hãy lấy lại từ bản gốc, hoặc xin đơn vị gửi lại",
		En: "It may have been damaged when it was copied or sent: take it again from the original, or ask the unit to send it again",
	}
	repair = lang.Format{
		Vi: "Hãy mở tệp bằng Excel, để Excel sửa nếu được hỏi, xem lại số liệu, rồi chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx)",
		En: "Open it in Excel, let Excel repair it if it asks, look the figures over, then choose Save As, type Excel Workbook (*.xlsx)",
	}
	fillForm = lang.Format{
		Vi: "Hãy điền vào biểu mẫu Excel (.xlsx) và gửi tệp đó",
		En: "Fill in the Excel form (.xlsx) and send that file",
	}
	unlock = lang.Format{
		Vi: "Hãy mở bằng Excel, bỏ mật khẩu (Tệp, Thông tin, Bảo vệ sổ làm việc, Mã hóa bằng mật khẩu), chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx) rồi gửi lại",
		En: "Open it in Excel, remove the password (File, Info, Protect Workbook, Encrypt with Password), choose Save As, type Excel Workbook (*.xlsx), and send it again",
	}
	smaller = lang.Format{
		Vi: "Hãy chép riêng số liệu cần gửi sang một tệp Excel mới rồi gửi lại",
		En: "Copy what has to be sent into a new Excel file and send that",
	}
)

// reasons is the table of what refusals say. Vietnamese has no articles and no plural, so the two columns differ in build.
var reasons = map[Reason]words{
	Empty: {"empty", lang.Format{
		Vi: "tệp rỗng, không có nội dung",
		En: "the file is empty",
	}, resend},
	Blanked: {"blanked", lang.Format{
		Vi: "tệp chỉ toàn byte 0, nội dung đã mất",
		En: "the file holds nothing but zero bytes, its content is lost",
	}, resend},
	PDF: {"pdf", lang.Format{
		Vi: "đây là tệp PDF, không phải bảng tính Excel",
		En: "this is a PDF document, not an Excel workbook",
	}, fillForm},
	Picture: {"picture", lang.Format{
		Vi: "đây là tệp ảnh, không phải bảng tính Excel",
		En: "this is a picture, not an Excel workbook",
	}, fillForm},
	OldExcel: {"old-excel", lang.Format{
		Vi: "đây là tệp Excel kiểu cũ (.xls, .et)",
		En: "this is an old Excel workbook (.xls, .et)",
	}, saveAs},
	OldWord: {"old-word", lang.Format{
		Vi: "đây là văn bản Word kiểu cũ (.doc, .rtf), không phải bảng tính Excel",
		En: "this is an old Word document (.doc, .rtf), not an Excel workbook",
	}, fillForm},
	OldOffice: {"old-office", lang.Format{
		Vi: "đây là tệp Office kiểu cũ không có bảng tính, hoặc tệp bị WPS hay phần mềm bảo mật khóa",
		En: "this is an old Office file without a workbook, or one that WPS or a security program has locked",
	}, lang.Format{
		Vi: "Hãy mở bằng phần mềm đã tạo ra tệp, bỏ khóa, chọn Lưu thành (Save As) kiểu Excel Workbook (*.xlsx), rồi gửi lại tệp mới",
		En: "Open it in the program that made it, unlock it, choose Save As, type Excel Workbook (*.xlsx), and send the new file",
	}},
	BinaryWorkbook: {"binary-workbook", lang.Format{
		Vi: "đây là tệp Excel kiểu nhị phân (.xlsb)",
		En: "this is a binary Excel workbook (.xlsb)",
	}, saveAs},
	Word: {"word", lang.Format{
		Vi: "đây là văn bản Word, không phải bảng tính Excel",
		En: "this is a Word document, not an Excel workbook",
	}, fillForm},
	PowerPoint: {"powerpoint", lang.Format{
		Vi: "đây là tệp trình chiếu PowerPoint, không phải bảng tính Excel",
		En: "this is a PowerPoint presentation, not an Excel workbook",
	}, fillForm},
	OpenDocument: {"opendocument", lang.Format{
		Vi: "đây là tệp kiểu OpenDocument (.ods) của LibreOffice",
		En: "this is an OpenDocument file (.ods) of LibreOffice",
	}, saveAs},
	OpenText: {"open-text", lang.Format{
		Vi: "đây là văn bản kiểu OpenDocument (như .odt) của LibreOffice, không phải bảng tính Excel",
		En: "this is an OpenDocument text (such as .odt) of LibreOffice, not an Excel workbook",
	}, fillForm},
	Mail: {"mail", lang.Format{
		Vi: "đây là thư điện tử (.eml, .msg), không phải bảng tính Excel",
		En: "this is an e-mail message (.eml, .msg), not an Excel workbook",
	}, lang.Format{
		Vi: "Hãy mở thư, lưu tệp Excel đính kèm rồi gửi tệp đó",
		En: "Open the message, save the attached Excel file and send that",
	}},
	Shortcut: {"shortcut", lang.Format{
		Vi: "đây là lối tắt (shortcut) trỏ tới tệp ở nơi khác, không phải chính tệp đó",
		En: "this is a shortcut to a file somewhere else, not the file itself",
	}, lang.Format{
		Vi: "Hãy chép chính tệp Excel mà lối tắt trỏ tới rồi gửi tệp đó",
		En: "Copy the Excel file that it points to and send that",
	}},
	CloudShortcut: {"cloud-shortcut", lang.Format{
		Vi: "đây là lối tắt tới bảng tính Google trên mạng (.gsheet), trong tệp không có số liệu",
		En: "this is a shortcut to a Google sheet on the network (.gsheet) and holds no figures",
	}, lang.Format{
		Vi: "Hãy mở bằng Google Trang tính, chọn Tệp, Tải xuống, Microsoft Excel (.xlsx), rồi gửi tệp tải về",
		En: "Open it in Google Sheets, choose File, Download, Microsoft Excel (.xlsx), and send what was downloaded",
	}},
	Program: {"program", lang.Format{
		Vi: "đây là tệp chương trình (.exe), có thể là mã độc, không phải bảng tính Excel",
		En: "this is a program (.exe), which may be harmful, not an Excel workbook",
	}, lang.Format{
		Vi: "Không mở tệp này. Hỏi lại người gửi và xin biểu mẫu Excel (.xlsx)",
		En: "Do not open it. Ask the sender and request the Excel form (.xlsx)",
	}},
	Numbers: {"numbers", lang.Format{
		Vi: "đây là tệp iWork (như Numbers) trên máy Apple",
		En: "this is an iWork file (such as Numbers) of an Apple machine",
	}, lang.Format{
		Vi: "Hãy mở bằng Numbers, xuất ra Excel (.xlsx), rồi gửi lại",
		En: "Open it in Numbers, export it to Excel (.xlsx), and send that",
	}},
	Archive: {"archive", lang.Format{
		Vi: "đây là tệp nén (.zip, .rar, .7z), không phải bảng tính Excel",
		En: "this is an archive (.zip, .rar, .7z), not an Excel workbook",
	}, lang.Format{
		Vi: "Hãy giải nén rồi gửi các tệp Excel bên trong",
		En: "Unpack it and send the Excel files inside",
	}},
	WebPage: {"web-page", lang.Format{
		Vi: "đây là trang web (HTML), dù tên tệp có thể là .xls hay .xlsx",
		En: "this is a web page (HTML), even where its name says .xls or .xlsx",
	}, saveAs},
	ExcelXML: {"excel-xml", lang.Format{
		Vi: "đây là tệp Excel kiểu XML 2003, dù tên tệp có thể là .xls hay .xlsx",
		En: "this is a workbook in Excel's XML of 2003, even where its name says .xls or .xlsx",
	}, saveAs},
	OldXML: {"xml", lang.Format{
		Vi: "đây là tệp XML, không phải bảng tính Excel .xlsx",
		En: "this is an XML file, not an Excel workbook .xlsx",
	}, saveAs},
	PlainText: {"plain-text", lang.Format{
		Vi: "đây là tệp văn bản thường hoặc CSV, không phải bảng tính Excel",
		En: "this is plain text or CSV, not an Excel workbook",
	}, saveAs},
	Unknown: {"unknown", lang.Format{
		Vi: "đây không phải là bảng tính Excel",
		En: "this is not an Excel workbook",
	}, fillForm},
	LockedExcel: {"locked-excel", lang.Format{
		Vi: "đây là tệp Excel kiểu cũ (.xls) có đặt mật khẩu nên không đọc được",
		En: "this is an old Excel workbook (.xls) that is protected with a password and cannot be read",
	}, unlock},
	Password: {"password", lang.Format{
		Vi: "tệp có đặt mật khẩu nên không đọc được",
		En: "the file is protected with a password and cannot be read",
	}, unlock},

	Truncated: {"truncated", lang.Format{
		Vi: "tệp bị cắt cụt, thiếu phần cuối",
		En: "the end of the file is missing",
	}, resend},
	Damaged: {"damaged", lang.Format{
		Vi: "tệp bị hỏng: %[1]s",
		En: "the file is damaged: %[1]s",
	}, resend},
	Checksum: {"checksum", lang.Format{
		Vi: "tệp bị hỏng: nội dung phần “%[1]s” đã bị thay đổi sau khi ghi",
		En: "the file is damaged: the content of part “%[1]s” has changed since it was written",
	}, resend},
	Compression: {"compression", lang.Format{
		Vi: "phần “%[1]s” được nén theo cách mà Excel không dùng",
		En: "part “%[1]s” is packed in a way that Excel does not use",
	}, saveAs},
	EncryptedPart: {"encrypted-part", lang.Format{
		Vi: "phần “%[1]s” bị mã hóa bằng phần mềm nén",
		En: "part “%[1]s” was encrypted by a zip program",
	}, saveAs},
	DuplicateName: {"duplicate-name", lang.Format{
		Vi: "trong tệp có hai phần cùng tên “%[1]s”, không biết phần nào đúng",
		En: "two parts of the file have the name “%[1]s”, and which one is right cannot be known",
	}, repair},
	UnsafeName: {"unsafe-name", lang.Format{
		Vi: "tên phần “%[1]s” chỉ ra ngoài tệp",
		En: "the name of part “%[1]s” points out of the file",
	}, repair},
	TooLarge: {"too-large", lang.Format{
		Vi: "tệp vượt giới hạn an toàn: %[1]s",
		En: "the file is beyond the safe limits: %[1]s",
	}, smaller},
	MissingPart: {"missing-part", lang.Format{
		Vi: "tệp thiếu phần “%[1]s”",
		En: "part “%[1]s” is missing from the file",
	}, repair},
	BadRelation: {"bad-relation", lang.Format{
		Vi: "phần “%[1]s” có mối nối “%[2]s” không dùng được: %[3]s",
		En: "part “%[1]s” has a relation “%[2]s” that cannot be used: %[3]s",
	}, repair},
	NoSheets: {"no-sheets", lang.Format{
		Vi: "tệp không có trang tính nào",
		En: "the file has no sheets",
	}, repair},
	DuplicateSheet: {"duplicate-sheet", lang.Format{
		Vi: "có hai trang tính cùng tên “%[1]s”",
		En: "two sheets have the name “%[1]s”",
	}, lang.Format{
		Vi: "Hãy mở tệp bằng Excel, đổi tên một trang, lưu rồi gửi lại",
		En: "Open it in Excel, rename one of them, save it and send it again",
	}},
	Malformed: {"malformed", lang.Format{
		Vi: "phần “%[1]s” viết sai quy cách tại byte %[2]d: %[3]s",
		En: "part “%[1]s” is malformed at byte %[2]d: %[3]s",
	}, repair},
	DocumentType: {"document-type", lang.Format{
		Vi: "phần “%[1]s” chứa khai báo DOCTYPE, thứ mà Excel không bao giờ ghi và có thể gây hại",
		En: "part “%[1]s” has a DOCTYPE declaration, which Excel never writes and which can do harm",
	}, saveAs},
	Encoding: {"encoding", lang.Format{
		Vi: "phần “%[1]s” dùng bảng mã “%[2]s”, không phải Unicode",
		En: "part “%[1]s” is encoded in “%[2]s”, not in Unicode",
	}, saveAs},
	Unexpected: {"unexpected", lang.Format{
		Vi: "phần “%[1]s” có mục “%[2]s” ở chỗ không được có",
		En: "part “%[1]s” has “%[2]s” where it may not be",
	}, repair},
	Alternates: {"alternates", lang.Format{
		Vi: "phần “%[1]s” ghi ô số liệu thành nhiều phiên bản khác nhau",
		En: "part “%[1]s” holds cells in several different versions",
	}, saveAs},
	BadReference: {"bad-reference", lang.Format{
		Vi: "trang tính “%[1]s”: “%[2]s” không phải là vị trí ô hợp lệ",
		En: "sheet “%[1]s”: “%[2]s” is not the position of a cell",
	}, repair},
	OutOfOrder: {"out-of-order", lang.Format{
		Vi: "trang tính “%[1]s”: “%[2]s” bị ghi trùng hoặc sai thứ tự, không biết giá trị nào đúng",
		En: "sheet “%[1]s”: “%[2]s” is written twice or out of order, and which value is right cannot be known",
	}, repair},
	BadNumber: {"bad-number", lang.Format{
		Vi: "trang tính “%[1]s”, ô %[2]s: “%[3]s” không phải là một số",
		En: "sheet “%[1]s”, cell %[2]s: “%[3]s” is not a number",
	}, repair},
	BadString: {"bad-string", lang.Format{
		Vi: "trang tính “%[1]s”, ô %[2]s: chữ của ô bị mất (số thứ tự “%[3]s” không có trong bảng chữ)",
		En: "sheet “%[1]s”, cell %[2]s: the text is lost (number “%[3]s” is not in the table of texts)",
	}, repair},
	BadStyle: {"bad-style", lang.Format{
		Vi: "trang tính “%[1]s”, ô %[2]s: định dạng “%[3]s” không phải là một số thứ tự",
		En: "sheet “%[1]s”, cell %[2]s: style “%[3]s” is not a number of a style",
	}, repair},
	BadValue: {"bad-value", lang.Format{
		Vi: "trang tính “%[1]s”, ô %[2]s: giá trị “%[3]s” không đúng với loại của ô",
		En: "sheet “%[1]s”, cell %[2]s: the value “%[3]s” does not fit the type of the cell",
	}, repair},
}
