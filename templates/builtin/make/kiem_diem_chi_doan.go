package main

import "slices"

// chapterReview is the self-review of a chapter's committee before its congress. What is counted comes from the figures, the list of the
// committee and the targets; what is judged is the committee's own prose.
func chapterReview() *document {
	return &document{
		file:  "kiem-diem-chi-doan.docx",
		title: "Báo cáo kiểm điểm của Ban Chấp hành Chi đoàn",
		roman: "I II III",
		body: slices.Concat(
			reviewHead(), committee(), workingStyle(), circumstances(), committeeWork(), conduct(), reviewEnd(),
		),
	}
}

// reviewHead is everything above section I.
func reviewHead() []block {
	return append(letterhead{
		chapter: true, kind: "BÁO CÁO",
		about: []string{"Kiểm điểm của Ban Chấp hành Chi đoàn", "nhiệm kỳ " + term},
	}.blocks(),
		body(`Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh và Nghị quyết Đại hội Chi đoàn nhiệm kỳ `+term+`, Ban Chấp hành Chi đoàn đã cùng đoàn viên tổ chức thực hiện các nhiệm vụ của nhiệm kỳ. `+
			`Để trình Đại hội Chi đoàn nhiệm kỳ `+termNext+`, Ban Chấp hành Chi đoàn tự kiểm điểm như sau:`),
	)
}

// committee is section I. Every number of it is counted from the list of the committee, so that the parts add up to the whole.
func committee() []block {
	return []block{
		para{style: "Heading1", text: "I. ĐẶC ĐIỂM TÌNH HÌNH BAN CHẤP HÀNH"},
		body(`Ban Chấp hành Chi đoàn nhiệm kỳ ` + term + ` được Đại hội bầu gồm **{{tc_bch}}** đồng chí: **{{dem_dong("ds_bch"; "chuc_vu"; "bi_thu") | so0}}** Bí thư` +
			`{{#dem_dong("ds_bch"; "chuc_vu"; "pho_bi_thu") > 0}}, **{{dem_dong("ds_bch"; "chuc_vu"; "pho_bi_thu") | so0}}** Phó Bí thư{{/}}` +
			`{{#dem_dong("ds_bch"; "chuc_vu"; "uy_vien") > 0}}, **{{dem_dong("ds_bch"; "chuc_vu"; "uy_vien") | so0}}** uỷ viên{{/}}` +
			`{{#thong_tin.kd_noi_cong_tac}}; {{doan}}{{/}}. Các đồng chí có tuổi đời {{#nho_nhat_dong("ds_bch"; "tuoi") = lon_nhat_dong("ds_bch"; "tuoi")}}đều **{{nho_nhat_dong("ds_bch"; "tuoi")}}**` +
			`{{^}}từ **{{nho_nhat_dong("ds_bch"; "tuoi")}}** đến **{{lon_nhat_dong("ds_bch"; "tuoi")}}**{{/}} tuổi; ` +
			`có **{{dem_dong("ds_bch"; "dang_vien"; "có") | so0}}** đồng chí là đảng viên` +
			degree("tien_si", "tiến sĩ") + degree("thac_si", "thạc sĩ") + degree("dai_hoc", "đại học") + `.`),
		body(`{{#dem_dong("ds_bch"; "tinh_trang"; "thoi") > 0}}`),
		body(`Trong nhiệm kỳ có **{{dem_dong("ds_bch"; "tinh_trang"; "thoi") | so0}}** đồng chí thôi tham gia Ban Chấp hành.`),
		body(`{{/}}`),
	}
}

// degree says how many members of the committee have a degree, nothing where nobody has it.
func degree(code, name string) string {
	count := `dem_dong("ds_bch"; "trinh_do"; "` + code + `")`
	return `{{#` + count + ` > 0}}, **{{` + count + ` | so0}}** đồng chí có trình độ ` + name + `{{/}}`
}

// workingStyle is section II.
func workingStyle() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "II. LỀ LỐI LÀM VIỆC, PHƯƠNG PHÁP CHỈ ĐẠO"},
			para{style: "Heading2", text: "1. Lề lối làm việc"},
		},
		own("kd_le_loi", ""),
		[]block{para{style: "Heading2", text: "2. Phương pháp chỉ đạo"}},
		own("kd_phuong_phap", "- "),
	)
}

// circumstances is the beginning of section III.
func circumstances() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "III. KẾT QUẢ TRIỂN KHAI NGHỊ QUYẾT ĐẠI HỘI NHIỆM KỲ " + term},
			para{style: "Heading2", text: "1. Đặc điểm tình hình"},
			para{style: "Heading3", text: "a) Thuận lợi"},
		},
		own("kd_thuan_loi", "- "),
		[]block{para{style: "Heading3", text: "b) Khó khăn"}},
		own("kd_kho_khan", "- "),
	)
}

// committeeWork is the review of the committee as a whole, with what became of the targets, and of the secretaries.
func committeeWork() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading2", text: "2. Kết quả lãnh đạo, chỉ đạo và điều hành"},
			para{style: "Heading3", text: "a) Hoạt động của Ban Chấp hành"},
		},
		own("kd_quy_che", "- "),
		termTargets(),
		own("kd_can_bo", "- "),
		[]block{
			para{style: "Heading3", text: "b) Hoạt động của Bí thư, Phó Bí thư"},
			para{style: "Heading4", text: "\\* Về công tác chỉ đạo"},
		},
		own("kd_chi_dao", "- "),
		[]block{para{style: "Heading4", text: "\\* Về điều hành"}},
		own("kd_dieu_hanh", ""),
	)
}

// termTargets says how the targets of the term came out. The sentence is counted from the verdicts, so that it cannot say that all were met
// where the annex of the congress report says otherwise.
func termTargets() []block {
	return []block{
		body(`- Về thực hiện các chỉ tiêu của nghị quyết: trong **{{dem_chi_tieu() | so0}}** chỉ tiêu Đại hội đề ra, kết quả: ` + verdictCounts + `.`),
		body(`{{#chi_tieu_chua_dat}}`),
		body(`+ Chỉ tiêu chưa đạt: {{noi_dung}}: {{#phan_chua_dat}}nội dung “{{noi_dung}}” mới đạt **{{gia_tri}}** (kế hoạch: {{ke_hoach}}){{#la_cuoi}}{{^}}; {{/}}{{/phan_chua_dat}}{{#ly_do}}; nguyên nhân: {{doan}}{{/ly_do}}.`),
		body(`{{/chi_tieu_chua_dat}}`),
	}
}

// verdictCounts are the numbers of targets by verdict in one sentence; those that there are not are left out.
const verdictCounts = `**{{dem_chi_tieu(vuot) | so}}** vượt` +
	`{{#dem_chi_tieu(dat) > 0}}, **{{dem_chi_tieu(dat) | so}}** đạt{{/}}` +
	`{{#dem_chi_tieu(chua_dat) > 0}}, **{{dem_chi_tieu(chua_dat) | so}}** chưa đạt{{/}}` +
	`{{#dem_chi_tieu(khong_du_so_lieu) > 0}}, **{{dem_chi_tieu(khong_du_so_lieu) | so}}** không đủ số liệu{{/}}` +
	`{{#dem_chi_tieu(khong_ap_dung) > 0}}, **{{dem_chi_tieu(khong_ap_dung) | so}}** không áp dụng{{/}}`

// conduct is the end of section III.
func conduct() []block {
	return slices.Concat(
		[]block{para{style: "Heading2", text: "3. Phẩm chất chính trị, đạo đức, lối sống"}},
		own("kd_pham_chat", "- "),
		[]block{
			body(`- Kết quả đánh giá, xếp loại hằng năm: **{{f_bch_htxs}}** uỷ viên Ban Chấp hành hoàn thành xuất sắc nhiệm vụ ({{f_bch_htxs | nm}} đồng chí).`),
			para{style: "Heading2", text: "4. Khuyết điểm, hạn chế"},
		},
		own("kd_han_che", "- "),
		[]block{para{style: "Heading2", text: "5. Bài học kinh nghiệm"}},
		own("kd_bai_hoc", "- "),
	)
}

// reviewEnd is the last sentence and the place to sign.
func reviewEnd() []block {
	return []block{
		para{style: "BodyText", keepNext: true, text: `Trên đây là báo cáo kiểm điểm của Ban Chấp hành Chi đoàn nhiệm kỳ ` + term + `, kính trình Đại hội Chi đoàn nhiệm kỳ ` + termNext + ` xem xét, cho ý kiến./.`},
		signature{signs: "TM. BAN CHẤP HÀNH CHI ĐOÀN", recipients: chapterRecipients}.table(),
		para{style: "Noinhandong"}, // Word wants a paragraph after a table that ends the document
	}
}
