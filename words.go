package main

import "tonghop/lang"

// What the command line says.
var (
	msgProgram     = lang.Format{Vi: "tổng hợp số liệu các đơn vị nộp lên và lập báo cáo", En: "adds up what units report and writes the reports"}
	msgHelpFlag    = lang.Format{Vi: "in phần trợ giúp này", En: "show this help"}
	msgVersionFlag = lang.Format{Vi: "in phiên bản", En: "print the version"}
	msgFlags       = lang.Format{Vi: "Tham số:", En: "Flags:"}
	msgBadLang     = lang.Format{Vi: "--lang nhận vi hoặc en", En: "--lang takes vi or en"}
	msgBadFlag     = lang.Format{Vi: "lệnh này không nhận tham số đã gõ. Gõ tên lệnh kèm --help để xem các tham số.", En: "the command does not take that flag. Type the command with --help to see its flags."}
	msgBadValue    = lang.Format{Vi: "tham số -%s không nhận giá trị %q; cần một số nguyên", En: "the flag -%s does not take the value %q; it needs a whole number"}
	msgNoFlag      = lang.Format{Vi: "không có tham số %s. Gõ tên lệnh kèm --help để xem các tham số.", En: "there is no flag %s. Type the command with --help to see its flags."}
	msgNearFlag    = lang.Format{Vi: "không có tham số %s; có phải ý bạn là %s?", En: "there is no flag %s; did you mean %s?"}
	msgNoValue     = lang.Format{Vi: "tham số %s cần một giá trị đứng sau", En: "the flag %s needs a value behind it"}
	msgNoCommand   = lang.Format{Vi: "không có lệnh %q. Gõ tonghop --help để xem các lệnh.", En: "there is no command %q. Type tonghop --help to see the commands."}
	msgNearCommand = lang.Format{Vi: "không có lệnh %q; có phải ý bạn là %q? Gõ tonghop --help để xem các lệnh.", En: "there is no command %q; did you mean %q? Type tonghop --help to see the commands."}
	msgTooMany     = lang.Format{Vi: "thừa tham số %q cho lệnh %s", En: "one argument too many, %q, for the command %s"}
	msgTooFew      = lang.Format{Vi: "lệnh %s cần thêm tham số: %s", En: "the command %s needs more arguments: %s"}
	msgNegative    = lang.Format{Vi: "--%s không nhận số âm", En: "--%s takes no negative number"}

	msgNoCatalogue  = lang.Format{Vi: "không mở được danh mục %s: %v. Hãy ghi đúng thư mục làm việc, đứng trong thư mục làm việc, hoặc tạo thư mục mới bằng lệnh: tonghop init THUMUC", En: "cannot open the catalogue %s: %v. Name the workspace, stand in it, or make a new one with: tonghop init DIR"}
	msgBadCatalogue = lang.Format{Vi: "danh mục %s có %d lỗi phải sửa trước; xem danh sách ở trên", En: "the catalogue %s has %d errors to mend first; see the list above"}
	msgNoPeriod     = lang.Format{Vi: "không có kỳ báo cáo %q trong trang Kỳ. Các kỳ hiện có: %s", En: "there is no period %q on the sheet Kỳ. Periods: %s"}
	msgBadTree      = lang.Format{Vi: "--tree %q không hiểu được; ghi moi (cây mới) hoặc cu (cây cũ)", En: "--tree %q is not understood; use new or old"}
	msgNoUnit       = lang.Format{Vi: "không có đơn vị mã %q trong danh mục%s", En: "there is no unit with the code %q in the catalogue%s"}
	msgMaybe        = lang.Format{Vi: "; có phải là %s?", En: "; is it %s?"}
	msgBadDate      = lang.Format{Vi: "--%s nhận ngày/tháng/năm, ví dụ 15/12/2021; đã gõ %q", En: "--%s takes day/month/year, for example 15/12/2021; got %q"}
	msgReadFolder   = lang.Format{Vi: "không đọc được thư mục %s: %v", En: "cannot read the folder %s: %v"}
	msgStopped      = lang.Format{Vi: "đã dừng theo yêu cầu (Ctrl+C); các kết quả cũ vẫn còn nguyên. Muốn làm lại thì chạy lại lệnh này.", En: "stopped as you asked (Ctrl+C); the former results are untouched. To do it, run the command again."}
	msgReading      = lang.Format{Vi: "Đọc biểu mẫu", En: "Reading forms"}
	msgWriting      = lang.Format{Vi: "Ghi biểu mẫu", En: "Writing forms"}
	msgExists       = lang.Format{Vi: "%s đã có sẵn nên không ghi đè. Hãy chọn thư mục khác.", En: "%s exists already and is not overwritten. Choose another folder."}
	msgCannotWrite  = lang.Format{Vi: "không ghi được %s: %v", En: "cannot write %s: %v"}
	msgFault        = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	msgTag          = lang.Format{Vi: "thẻ %s: %s", En: "tag %s: %s"}
	msgSkipped      = lang.Format{Vi: "Bỏ qua mẫu có sẵn %s vì danh mục không còn các mã mà mẫu dùng; xem: tonghop report --template %s", En: "The built-in template %s is skipped because the catalogue lacks codes that it uses; see: tonghop report --template %s"}
	msgNoTemplate   = lang.Format{Vi: "không có mẫu %q. Các mẫu hiện có: %s", En: "there is no template %q. Templates: %s"}
	msgNoBuiltin    = lang.Format{Vi: "trang Thông tin, khóa %s: không có mẫu có sẵn %q. Hãy ghi một hay nhiều tên sau, cách nhau bằng dấu chấm phẩy: %s", En: "sheet Thông tin, key %s: there is no built-in template %q. Type one or more of these names, with semicolons between: %s"}
	msgBadTemplates = lang.Format{Vi: "%d lỗi trong mẫu Word; xem danh sách ở trên", En: "%d faults in the Word templates; see the list above"}
	msgGap          = lang.Format{Vi: "%s: %s: thẻ %s thiếu %s", En: "%s: %s: tag %s lacks %s"}
	msgWhole        = lang.Format{Vi: "Mẫu có sẵn %s viết cho toàn tỉnh nên không lập riêng cho %s; hãy đặt mẫu riêng vào thư mục mau.", En: "The built-in template %s speaks of the whole province and is not filled for %s; put a template of your own into the folder mau."}
	msgGaps         = lang.Format{Vi: "%s: %d chỗ thiếu số liệu nên in %q trên nền vàng:", En: "%s: %d places lack figures and print %q on yellow:"}
)

// appHelp and commandHelp are the frames of the help texts.
var (
	appHelp = lang.Format{
		Vi: `{{.Name}} {{.Version}}: {{.Usage}}

Cách dùng: {{.Name}} LỆNH [tham số]

Lệnh:
{{range .VisibleCommands}}  {{printf "%-22s" (join .Names ", ")}} {{.Usage}}
{{end}}
Xem từng lệnh: {{.Name}} LỆNH --help. Bắt đầu bằng ví dụ: {{.Name}} demo
Kết thúc với mã 0: không có gì sai; 1: không làm được; 2: dùng sai, hoặc danh mục hay mẫu có lỗi; 3: làm xong nhưng số liệu có lỗi.
`,
		En: `{{.Name}} {{.Version}}: {{.Usage}}

Usage: {{.Name}} COMMAND [flags]

Commands:
{{range .VisibleCommands}}  {{printf "%-22s" (join .Names ", ")}} {{.Usage}}
{{end}}
More: {{.Name}} COMMAND --help. Start with the example: {{.Name}} demo
Exit status 0: nothing wrong; 1: could not do it; 2: used wrongly, or the catalogue or a template is faulty; 3: done, and the data has errors.
`,
	}
	commandHelp = lang.Format{
		Vi: `{{.HelpName}}: {{.Usage}}

Cách dùng: {{.HelpName}} {{.ArgsUsage}} [tham số]

{{.Description}}`,
		En: `{{.HelpName}}: {{.Usage}}

Usage: {{.HelpName}} {{.ArgsUsage}} [flags]

{{.Description}}`,
	}
)
