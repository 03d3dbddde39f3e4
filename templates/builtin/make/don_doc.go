package main

// reminder is the letter of the provincial office to a unit whose report is not there or has to be mended. A letter (công văn) has no
// title: what it is about stands under its number.
func reminder() *document {
	d := &document{
		file:  "don-doc.docx",
		title: "Công văn đôn đốc nộp, bổ sung báo cáo số liệu",
	}
	for _, blocks := range [][]block{reminderHead(), reminderReason(), reminderTable(), reminderRequest(), reminderEnd()} {
		d.body = append(d.body, blocks...)
	}
	return d
}

// reminderHead is everything above the first sentence.
func reminderHead() []block {
	return []block{
		table{style: "Khongvien", widths: []int{4455, 4616}, rows: []row{
			{cells: []cell{
				{blocks: []block{para{style: "Coquan", text: `{{thong_tin.co_quan | hoa}}`}, para{style: "Sao", text: `\*\*\*`}}},
				{blocks: []block{para{style: "Tieude", text: "ĐOÀN TNCS HỒ CHÍ MINH"}, para{style: "Kedongdau"}}},
			}},
			{cells: []cell{
				{blocks: []block{
					para{style: "Sokyhieu", text: `Số: {{so_cong_van}}`},
					para{style: "Veviec", text: `“V/v {{#don_vi.chua_nop}}đôn đốc nộp báo cáo số liệu{{^}}{{#don_vi.cho_chon}}xác nhận báo cáo số liệu{{^}}{{#so_can_sua > 0}}bổ sung, chỉnh sửa{{^}}đôn đốc nộp{{/}} báo cáo số liệu{{/}}{{/}}`},
					para{style: "Veviec", text: `kỳ báo cáo: {{ky.ten}}”`},
				}},
				{blocks: []block{para{style: "Ngaythang", text: `{{thong_tin.dia_danh}}, {{ngay_bao_cao | ngay}}`}}},
			}},
		}},
		para{style: "Kinhgui", text: `__Kính gửi:__ {{noi_nhan.ten}}`},
	}
}

// reminderReason says why the letter is sent: one of three reasons.
func reminderReason() []block {
	return []block{
		body(`{{#don_vi.ke_thua}}`),
		body(`{{don_vi.ten}} hoạt động đến {{don_vi.hoat_dong_den}}; {{noi_nhan.ten}} kế thừa và trả lời thay về báo cáo của đơn vị này (“đơn vị” dưới đây là {{don_vi.ten}}).`),
		body(`{{/don_vi.ke_thua}}`),
		body(`Văn phòng Tỉnh đoàn đã phát biểu mẫu báo cáo số liệu của kỳ báo cáo “{{ky.ten}}” (từ {{ky.tu_ngay | ngay}} đến {{ky.den_ngay | ngay}}) tới các đơn vị{{#co_han_nop}}; hạn nộp của đơn vị là {{han_nop | ngay}}{{/}}.`),
		body(`{{#don_vi.chua_nop}}`),
		body(`{{#don_vi.da_gui}}`),
		body(`Đến {{ngay_bao_cao | ngay}}, Văn phòng đã nhận **{{so_tep | so0}}** tệp của đơn vị nhưng chưa có tệp nào dùng được; lý do nêu tại bảng dưới đây.`),
		body(`{{^}}`),
		body(`Đến {{ngay_bao_cao | ngay}}, Văn phòng **chưa nhận được** báo cáo của đơn vị{{#qua_han}}, đã quá hạn nộp{{/}}.`),
		body(`{{/don_vi.da_gui}}`),
		body(`{{/don_vi.chua_nop}}`),
		body(`{{#don_vi.cho_chon}}`),
		body(`Đến {{ngay_bao_cao | ngay}}, Văn phòng đã nhận **{{so_tep | so0}}** tệp của đơn vị với số liệu khác nhau ({{#tep}}“{{ten}}”{{#la_cuoi}}{{^}}, {{/}}{{/tep}}) nên chưa tệp nào được tổng hợp.`),
		body(`{{/don_vi.cho_chon}}`),
		body(`{{#don_vi.can_sua}}`),
		body(`{{#thieu_ky}}`),
		body(`Đến {{ngay_bao_cao | ngay}}, Văn phòng **chưa nhận được** báo cáo của đơn vị cho: {{#ky_thieu}}{{ten}}{{#không phải la_cuoi}}; {{/}}{{/}}.`),
		body(`{{/}}`),
		body(`{{#so_can_sua > 0}}`),
		body(`Qua kiểm tra báo cáo của đơn vị ({{#tep | loc da_dung}}tệp “{{ten}}”{{#không phải la_cuoi}}, {{/}}{{/tep}}), còn ` +
			`{{#so_thieu > 0}}**{{so_thieu | so0}}** điểm thiếu số liệu bắt buộc{{/}}{{#so_thieu > 0 và so_loi > 0}} và {{/}}{{#so_loi > 0}}**{{so_loi | so0}}** điểm ghi chưa đúng{{/}}, nêu tại bảng dưới đây.`),
		body(`{{/}}`),
		body(`{{/don_vi.can_sua}}`),
	}
}

// reminderTable lists what is missing or wrong, each with its cell.
func reminderTable() []block {
	return []block{
		body(`{{#so_can_sua > 0}}`),
		table{style: "TableGrid", widths: []int{720, 2350, 1900, 1400, 2701}, rows: []row{
			{header: true, cells: []cell{
				one("Daubang", "STT"), one("Daubang", "Số liệu"), one("Daubang", "Vị trí"), one("Daubang", "Đang ghi"), one("Daubang", "Nội dung và việc cần làm"),
			}},
			control(5, `{{#can_sua}}`),
			{cells: []cell{
				one("Obanggiua", `{{stt}}`), one("Obang", `{{so_lieu}}{{#ky <> ""}} __({{ky}})__{{/}}`), one("Obanggiua", `{{vi_tri}}`), one("Obanggiua", `{{dang_ghi}}`),
				one("Obang", `{{noi_dung}}. __{{can_lam}}__`),
			}},
			control(5, `{{/can_sua}}`),
		}},
		body(`{{/}}`),
	}
}

// reminderRequest says what the unit is asked to do, and until when.
func reminderRequest() []block {
	return []block{
		para{style: "BodyText", text: `Văn phòng Tỉnh đoàn đề nghị đơn vị ` +
			`{{#don_vi.chua_nop}}điền đủ biểu mẫu và gửi về Văn phòng{{/}}` +
			`{{#don_vi.cho_chon}}xác nhận tệp nào là số liệu đúng, hoặc gửi lại một tệp duy nhất{{/}}` +
			`{{#don_vi.can_sua}}{{#thieu_ky}}gửi các báo cáo còn thiếu{{#so_can_sua > 0}}; {{/}}{{/}}{{#so_can_sua > 0}}bổ sung, chỉnh sửa ngay trên biểu mẫu đã gửi rồi gửi lại cả tệp{{/}}{{/}} ` +
			`**{{#co_han_bo_sung}}chậm nhất {{han_bo_sung | ngay}}{{^}}ngay sau khi nhận được công văn này{{/}}**.`},
		body(`Ô để trống không được tính là 0: số liệu không phát sinh thì gõ 0, số liệu không thuộc phạm vi của đơn vị thì gõ “không áp dụng”. Giữ nguyên cột “Mã” của biểu mẫu.`),
		body(`{{#so_xem_lai > 0}}`),
		para{style: "BodyText", keepNext: true, text: `Ngoài ra, đề nghị đơn vị xem lại các điểm sau, nếu đúng thì giữ nguyên:`},
		body(`{{#xem_lai}}`),
		body(`- {{so_lieu}} ({{vi_tri}}{{#dang_ghi <> "–"}}, đang ghi “{{dang_ghi}}”{{/}}): {{noi_dung}}. __{{can_lam}}__`),
		body(`{{/xem_lai}}`),
		body(`{{/}}`),
		body(`{{#thong_tin.cv_lien_he}}`),
		body(`{{doan}}`),
		body(`{{/thong_tin.cv_lien_he}}`),
	}
}

// reminderEnd is the last sentence, the list of recipients and the place to sign. They stay on one page.
func reminderEnd() []block {
	return []block{
		para{style: "BodyText", keepNext: true, text: `Văn phòng Tỉnh đoàn mong nhận được sự phối hợp của đơn vị./.`},
		table{style: "Khongvien", widths: []int{4100, 4971}, rows: []row{{cells: []cell{
			{blocks: []block{
				para{style: "Noinhan", text: "Nơi nhận:"},
				para{style: "Noinhandong", text: `{{#thong_tin.cv_noi_nhan}}`},
				para{style: "Noinhandong", text: `{{doan}}`},
				para{style: "Noinhandong", text: `{{^}}`},
				para{style: "Noinhandong", text: `- Như trên;`},
				para{style: "Noinhandong", text: `- Thường trực Tỉnh đoàn (để báo cáo);`},
				para{style: "Noinhandong", text: `- Lưu VT.`},
				para{style: "Noinhandong", text: `{{/thong_tin.cv_noi_nhan}}`},
			}},
			{blocks: []block{
				para{style: "Kyten", text: "TL. BAN THƯỜNG VỤ TỈNH ĐOÀN"},
				para{style: "Chucvu", text: `{{#thong_tin.cv_nguoi_ky_chuc_vu}}{{doan | hoa}}{{^}}CHÁNH VĂN PHÒNG{{/}}`},
				para{style: "Choky"},
				para{style: "Kyten", text: `{{#thong_tin.cv_nguoi_ky}}{{doan}}{{/}}`},
			}},
		}}}},
		para{style: "Cuoi"}, // Word wants a paragraph after a table that ends the document
	}
}
