package main

import (
	"tonghop/lang"
	"tonghop/vntext"
)

// command is one command of the program.
type command struct {
	name, alias string
	args        lang.Format // as the help shows them
	least, most int         // how many arguments it takes
	title, text lang.Format
	flags       []string
	run         func(*call) (status, error)
}

// places are the flags that say where a workspace keeps its things.
var places = []string{"catalog", "in", "out"}

func with(names ...[]string) []string {
	var all []string
	for _, list := range names {
		all = append(all, list...)
	}
	return all
}

// commands lists what the program can do.
func commands() []command {
	reading := with([]string{"period", "unit", "json", "jobs"}, places)
	return []command{
		{
			name: "demo", alias: "vidu", args: lang.Format{Vi: "[THƯ MỤC]", En: "[DIR]"}, most: 1,
			title: lang.Format{Vi: "tạo thư mục ví dụ rồi chạy trọn việc trên đó", En: "make the example workspace and run it"},
			text:  lang.Format{Vi: "Ghi một thư mục làm việc mẫu (mặc định: vidu-tonghop) với danh mục, 106 biểu mẫu đã điền, rồi kiểm tra, tổng hợp và lập báo cáo. Với --template là ví dụ của một mẫu có sẵn khác; xem tên mẫu: tonghop list mau.", En: "Writes an example workspace (default: vidu-tonghop) with a catalogue and 106 filled forms, then checks, adds up and reports. With --template the example of another built-in template; names: tonghop list templates."},
			flags: []string{"template", "chapters", "faults", "jobs", "json"}, run: demoCommand,
		},
		{
			name: "init", alias: "khoitao", args: lang.Format{Vi: "THƯ MỤC", En: "DIR"}, least: 1, most: 1,
			title: lang.Format{Vi: "tạo thư mục làm việc mới với danh mục khởi đầu", En: "a new workspace with a starter catalogue"},
			text:  lang.Format{Vi: "Ghi danhmuc.xlsx và các thư mục nop, mau. Không ghi đè tệp đã có.", En: "Writes danhmuc.xlsx and the folders nop and mau. Nothing that exists is overwritten."},
			run:   initCommand,
		},
		{
			name: "forms", alias: "bieumau", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "ghi biểu mẫu trống cho từng đơn vị phải nộp", En: "blank forms, one per reporting unit"},
			text:  lang.Format{Vi: "Ghi vào thư mục bieumau, mỗi đơn vị một tệp mang mã đơn vị.", En: "Writes into the folder bieumau, one file per unit named by its code."},
			flags: []string{"period", "unit", "catalog", "out", "jobs"}, run: formsCommand,
		},
		{
			name: "check", alias: "kiemtra", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "đọc và kiểm tra: ai chưa nộp, thiếu gì, sai gì", En: "read and check; who and what is missing"},
			text:  lang.Format{Vi: "Ghi ketqua/kiem-tra.xlsx, kiem-tra.html, kiem-tra.json, và vào ketqua/phan-hoi bản đánh dấu của từng biểu mẫu còn lỗi để gửi trả đơn vị; ketqua/phan-hoi/tong-hop có bản tổng hợp cho từng đơn vị cấp trên.", En: "Writes ketqua/kiem-tra.xlsx, kiem-tra.html and kiem-tra.json, into ketqua/phan-hoi a marked copy of each form with something to mend, and into ketqua/phan-hoi/tong-hop a list for each upper unit."},
			flags: reading, run: checkCommand,
		},
		{
			name: "aggregate", alias: "gop", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "cộng số liệu theo cây đơn vị và xét chỉ tiêu", En: "totals and targets"},
			text:  lang.Format{Vi: "Ghi ketqua/tong-hop.xlsx và tong-hop.json.", En: "Writes ketqua/tong-hop.xlsx and tong-hop.json."},
			flags: with(reading, []string{"strict", "tree"}), run: aggregateCommand,
		},
		{
			name: "report", alias: "baocao", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "điền số liệu vào mẫu Word", En: "fill the Word templates"},
			text:  lang.Format{Vi: "Dùng các mẫu trong thư mục mau; chưa có mẫu nào thì dùng mẫu có sẵn. Ghi vào ketqua/bao-cao.", En: "Uses the templates in the folder mau, or the built-in ones. Writes into ketqua/bao-cao."},
			flags: with(reading, []string{"strict", "tree", "templates", "template", "date", "plain"}), run: reportCommand,
		},
		{
			name: "run", alias: "chay", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "kiểm tra, tổng hợp và lập báo cáo trong một lần", En: "check, aggregate, report in one go"},
			text:  lang.Format{Vi: "Ghi tất cả kết quả vào thư mục ketqua.", En: "Writes every result into the folder ketqua."},
			flags: with(reading, []string{"strict", "tree", "templates", "date", "plain"}), run: runCommand,
		},
		{
			name: "submit", alias: "noplen", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "điền số tổng hợp vào biểu mẫu của cấp trên, để nộp lên", En: "fill in the form of the level above with what the units add up to"},
			text: lang.Format{
				Vi: "Ghi ketqua/nop-len/MÃ-KỲ.xlsx. Có --form thì điền vào biểu mẫu cấp trên đã gửi, theo mã từng dòng, giữ nguyên những gì đã gõ; không có thì lập biểu mẫu theo danh mục của mình. Số chưa đủ đơn vị có ghi n/N ở cột Ghi chú; số nào không cộng tiếp được lên cấp trên (bình quân, có/không, phân loại, lời văn) thì để trống và nêu lý do. Một trang ẩn ghi nguồn của từng số, có niêm: cấp trên chạy tonghop sẽ thấy ô nào bị sửa sau khi tổng hợp.",
				En: "Writes ketqua/nop-len/CODE-PERIOD.xlsx. With --form the form that the level above sent is filled in, row by row by its codes, and what somebody has typed stays; without it the form is made of the own catalogue. Partial figures have n/N in the column Ghi chú; what cannot be added up further (means, yes and no, categories, texts) is left blank with the reason. A hidden sheet says under a seal where each figure comes from: the level above sees with tonghop which cells were changed since.",
			},
			flags: with(reading, []string{"form", "strict", "tree", "date"}), run: submitCommand,
		},
		{
			name: "letters", alias: "dondoc", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "lập công văn đôn đốc từng đơn vị chưa nộp, nộp thiếu hoặc sai", En: "reminder letters to units that have not reported, or wrongly"},
			text: lang.Format{
				Vi: "Ghi vào ketqua/don-doc mỗi đơn vị một công văn nêu rõ từng ô còn thiếu hoặc sai, và tat-ca.docx gồm mọi công văn để in một lần. Muốn dùng lời văn riêng: đặt mẫu don-doc.docx vào thư mục mau. Công văn cũ của đơn vị nay đã nộp đủ được dọn đi, trừ công văn đã sửa.",
				En: "Writes into ketqua/don-doc a letter for each unit that names every cell which is missing or wrong, and tat-ca.docx with all letters for printing. A template don-doc.docx in the folder mau replaces ours. Letters to units that have reported since are taken away, unless somebody edited them.",
			},
			flags: with([]string{"period", "unit", "json", "jobs", "templates", "date", "due"}, places), run: lettersCommand,
		},
		{
			name: "trace", alias: "truyvet", args: lang.Format{Vi: "MÃ|BIỂU-THỨC|BÁO-CÁO.docx [THƯ MỤC LÀM VIỆC]", En: "CODE|EXPRESSION|REPORT.docx [WORKSPACE]"}, least: 1, most: 2,
			title: lang.Format{Vi: "truy một số liệu, một kết luận, hoặc các con số của một báo cáo, về tới từng ô", En: "a figure, a verdict, or the figures of a report, down to the cells"},
			text:  lang.Format{Vi: "MÃ là mã số liệu (xd_dvut; thêm --unit để truy số của một đơn vị), chỉ tiêu hoặc nội dung (CT-3, CT-3.a), khuyết điểm (KD1), kết luận (chua_dat), hoặc một biểu thức trong ngoặc kép (\"xd_dvut_cn / xd_dvut\"). In thành cây; danh sách dài được rút gọn, thêm --all để xem đủ. Với một báo cáo: liệt kê từng con số và nguồn của nó; thêm --key để truy một con số, hoặc --sentence để truy mọi con số của một câu, về tới từng ô.", En: "CODE is that of a figure (xd_dvut; --unit traces the figure of one unit), of a target or a part (CT-3, CT-3.a), of a shortcoming (KD1), a verdict (chua_dat), or an expression in quotes (\"xd_dvut_cn / xd_dvut\"). The trace is a tree; long lists are shortened unless --all is given. Of a report every figure is listed with its sources; --key traces one of them, --sentence those of one sentence, down to the cells."},
			flags: with(reading, []string{"strict", "tree", "date", "key", "sentence", "all"}), run: traceCommand,
		},
		{
			name: "verify", alias: "doichieu", args: lang.Format{Vi: "BÁO-CÁO.docx [THƯ MỤC LÀM VIỆC]", En: "REPORT.docx [WORKSPACE]"}, least: 1, most: 2,
			title: lang.Format{Vi: "so từng con số trong báo cáo với số liệu hiện nay", En: "figures in a report against the data"},
			text:  lang.Format{Vi: "Nêu các số đã khác đi, các số đã sửa tay, một số in hai nơi khác nhau, và số gõ tay cạnh tên số liệu mà không khớp. Kỳ, đơn vị và ngày lấy theo báo cáo.", En: "Names figures that have changed, that somebody changed by hand, that stand in two places with two values, and numbers typed beside the name of a figure that do not agree. Period, unit and date are those of the report."},
			flags: with(reading, []string{"strict", "tree", "date"}), run: verifyCommand,
		},
		{
			name: "refresh", alias: "capnhat", args: lang.Format{Vi: "BÁO-CÁO.docx [THƯ MỤC LÀM VIỆC]", En: "REPORT.docx [WORKSPACE]"}, least: 1, most: 2,
			title: lang.Format{Vi: "đưa số mới vào báo cáo đã sửa lời văn", En: "new figures into an edited report"},
			text:  lang.Format{Vi: "Chỉ thay các con số còn nguyên như lúc in; số đã sửa tay và lời văn giữ nguyên. Ghi bản mới TÊN.moi.docx bên cạnh, trừ khi có --in-place.", En: "Only figures that still stand as they were printed are replaced; what somebody changed, and the prose, stays. Writes NAME.moi.docx beside the report unless --in-place is given."},
			flags: with(reading, []string{"strict", "tree", "date", "in-place"}), run: refreshCommand,
		},
		{
			name: "detach", alias: "tachso", args: lang.Format{Vi: "BÁO-CÁO.docx", En: "REPORT.docx"}, least: 1, most: 1,
			title: lang.Format{Vi: "bỏ dấu nhận biết con số khỏi báo cáo, để gửi đi", En: "the same report without the marks of figures, for sending out"},
			text:  lang.Format{Vi: "Ghi bản TÊN.gui.docx bên cạnh; chữ và số giữ nguyên.", En: "Writes NAME.gui.docx beside the report; words and figures stay as they are."},
			run:   detachCommand,
		},
		{
			name: "diff", alias: "sosanh", args: lang.Format{Vi: "TRƯỚC SAU", En: "BEFORE AFTER"}, least: 2, most: 2,
			title: lang.Format{Vi: "so hai lần chạy: tệp, số tổng hợp, kết luận, ô và phát hiện nào đã khác", En: "two runs: files, totals, verdicts, cells and findings that changed"},
			text:  lang.Format{Vi: "TRƯỚC và SAU là thư mục làm việc, thư mục kết quả, hoặc một tệp kiem-tra.json, tong-hop.json. Muốn so với lần trước thì chép thư mục ketqua ra chỗ khác trước khi chạy lại. Kết thúc với mã 3 khi có khác biệt.", En: "BEFORE and AFTER are workspaces, folders of results, or a file kiem-tra.json or tong-hop.json. To compare with an earlier run copy the folder ketqua before running again. Ends with status 3 where something differs."},
			flags: []string{"json"}, run: diffCommand,
		},
		{
			name: "lint", alias: "soatmau", args: lang.Format{Vi: "MẪU [THƯ MỤC LÀM VIỆC]", En: "TEMPLATE [WORKSPACE]"}, least: 1, most: 2,
			title: lang.Format{Vi: "soát một mẫu Word: mọi lỗi của thẻ và mọi chỗ trái thể thức trong một lần", En: "all faults of a template at once, and what is unusual in its layout"},
			text:  lang.Format{Vi: "MẪU là tệp .docx, hoặc tên một mẫu như khac-phuc. Lỗi là thẻ mà chương trình không điền được; lưu ý là chỗ trái thể thức văn bản của Đoàn. Không có danh mục nào thì đối chiếu với danh mục khởi đầu.", En: "TEMPLATE is a .docx file, or the name of a template such as khac-phuc. Faults are tags that cannot be filled; notes are about the layout of the Union's papers. Without a catalogue the starter catalogue serves."},
			flags: []string{"annotate", "json", "out", "catalog"}, run: lintCommand,
		},
		{
			name: "close", alias: "chot", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "chốt kỳ báo cáo: ghi lại tệp và số tổng hợp lúc chốt, số đến sau là điều chỉnh", En: "freeze a period; later data is an adjustment"},
			text: lang.Format{
				Vi: "Cần --by và --reason. Chạy tonghop run trước; kết quả trong ketqua phải là của các tệp hiện có. Ghi sổ chốt chot/KỲ.json có mã niêm, và bản số liệu lúc chốt trong chot/KỲ. Sau đó mọi lệnh nói kỳ đã chốt ngày nào, bởi ai, và liệt kê những gì khác đi. Chốt lại thì thêm một lần chốt, lần cũ vẫn lưu. Kết thúc với mã 3, không chốt, khi số liệu còn lỗi, trừ khi có --force.",
				En: "Needs --by and --reason. Run tonghop run before: the results have to be those of the files at hand. Writes the sealed ledger chot/PERIOD.json and the figures as they are into chot/PERIOD. From then on every command says when and by whom the period was closed, and lists what differs. Closing again adds an entry and keeps the former ones. Ends with status 3, without closing, where the data has errors, unless --force is given.",
			},
			flags: with([]string{"by", "reason", "force", "date", "period", "json", "jobs"}, places), run: closeCommand,
		},
		{
			name: "doctor", alias: "khambenh", args: lang.Format{Vi: "[THƯ MỤC LÀM VIỆC]", En: "[WORKSPACE]"}, most: 1,
			title: lang.Format{Vi: "khám trước khi chạy: danh mục, thư mục, mẫu, tệp đang mở, ổ đĩa, phông chữ", En: "what on this machine or in this workspace will go wrong"},
			text:  lang.Format{Vi: "Không thay đổi gì; chỉ ghi rồi xóa một tệp thử trong thư mục kết quả. Kết thúc với mã 2 khi danh mục hay mẫu có lỗi, 1 khi thiếu thư mục hoặc không ghi được.", En: "Changes nothing, but for a probe file in the folder of results that is deleted again. Ends with status 2 where the catalogue or a template is faulty, 1 where a folder is missing or cannot be written to."},
			flags: with([]string{"period", "templates", "json"}, places), run: doctorCommand,
		},
		{
			name: "list", alias: "lietke", args: lang.Format{Vi: "[LOẠI] [MẪU] [THƯ MỤC LÀM VIỆC]", En: "[KIND] [TEMPLATE] [WORKSPACE]"}, most: 3,
			title: lang.Format{Vi: "liệt kê số liệu, đơn vị, quy tắc, chỉ tiêu, phép kiểm tra, mẫu, hàm, tên dùng trong mẫu", En: "figures, units, rules, targets, checks, templates, functions, names for templates"},
			text:  lang.Format{Vi: "Không ghi LOẠI: in danh sách các loại. MẪU chỉ ghi với loại the (các thẻ của một mẫu).", En: "Without KIND: the kinds there are. TEMPLATE is for the kind tags only."},
			flags: []string{"catalog", "period"}, run: listCommand,
		},
		{
			name: "explain", alias: "giaithich", args: lang.Format{Vi: "MÃ [THƯ MỤC LÀM VIỆC]", En: "CODE [WORKSPACE]"}, least: 1, most: 2,
			title: lang.Format{Vi: "giải thích một mã: phép kiểm tra, quy tắc, số liệu, chỉ tiêu, cách in, hàm", En: "what a code means: a check, a rule, a figure, a target, a style, a function"},
			text:  lang.Format{Vi: "MÃ là mã ghi trong thông báo hoặc kết quả, ví dụ so-lieu-thieu, chu, lon_nhat. Mã của danh mục lấy theo thư mục làm việc; không có thì theo danh mục khởi đầu.", En: "CODE is what a message or a result names, such as so-lieu-thieu, chu, lon_nhat. Codes of the catalogue are those of the workspace, or of the starter catalogue."},
			flags: []string{"catalog", "json"}, run: explainCommand,
		},
	}
}

// unknownCommand names the nearest command.
func unknownCommand(name string) error {
	var names []string
	for _, c := range commands() {
		names = append(names, c.name, c.alias)
	}
	if near := vntext.Nearest(name, names, 1); len(near) > 0 {
		return msgNearCommand.With(name, near[0])
	}
	return msgNoCommand.With(name)
}
