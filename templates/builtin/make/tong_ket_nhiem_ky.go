package main

import "slices"

// termArticle is the article with which a chapter sums up its term on a web page: no letterhead, no number and no signature, headings without
// numbers, money in full.
func termArticle() *document {
	return &document{
		file:  "tong-ket-nhiem-ky.docx",
		title: "Bài tổng kết nhiệm kỳ của Chi đoàn",
		body: slices.Concat(
			articleHead(), articleEducation(), articleMovements(), articleCompanionship(), articleChildren(), articleAbroad(), articleUnion(), articleEnd(),
		),
	}
}

// articleHead is the title and the introduction, S0.
func articleHead() []block {
	return slices.Concat(
		[]block{
			para{style: "Title", text: "{{don_vi.ten | hoa}}"},
			para{style: "Subtitle", text: "Tổng kết công tác Đoàn và phong trào thanh niên nhiệm kỳ " + term},
			para{style: "Gachduoi", text: "-------"},
		},
		own("tk_mo_dau", ""),
	)
}

// articleEducation is S1.
func articleEducation() []block {
	return slices.Concat(
		[]block{para{style: "Tieumuc", text: "Công tác tuyên truyền, giáo dục"}},
		own("tk_giao_duc", ""),
		[]block{
			body(`Việc học tập và làm theo Bác được triển khai tới từng đoàn viên: **{{f_hoc_bac}}** đoàn viên đăng ký nội dung học tập và làm theo ({{f_hoc_bac | nm}} đồng chí). ` +
				`Trong nhiệm kỳ, Chi đoàn đăng **{{td_tin_bai}}** tin, bài tuyên truyền.`),
		},
		own("tk_ve_nguon", ""),
	)
}

// articleMovements is S2. What a campaign cost is printed beside what its gifts add up to, with the remainder, so that the total can be followed.
func articleMovements() []block {
	return slices.Concat(
		[]block{
			para{style: "Tieumuc", text: "Các phong trào hành động cách mạng của tuổi trẻ"},
			body(`Có **{{tn_mau_luot}}** lượt đoàn viên hiến máu tình nguyện trong nhiệm kỳ ({{#cac_ky}}{{ten}}: {{tn_mau_luot}}{{#không phải la_cuoi}}; {{/}}{{/cac_ky}}); mức vượt chỉ tiêu: **{{f_mau_vuot}}**. Đoàn viên ủng hộ các quỹ **{{tn_quy_tien | tien_du}}**.`),
			body(`{{#chi_tieu}}`),
			body(`- Chỉ tiêu “{{noi_dung}}”: {{#phan}}{{#nhieu_phan}}{{noi_dung}}: {{/}}kế hoạch {{ke_hoach}}{{#thieu(gia_tri)}}{{^}}, thực hiện **{{gia_tri}}**{{/}}{{#không phải la_cuoi}}; {{/}}{{/phan}}: {{ket_luan}}.`),
			body(`{{/chi_tieu}}`),
		},
		campaigns(),
		[]block{
			body(`{{#tong_dong("ds_kq_khac"; "so_luong"; "ghi_chu"; "đền ơn đáp nghĩa") > 0}}`),
			body(`Chi đoàn thăm, tặng quà {{#ds_kq_khac | loc ghi_chu = "đền ơn đáp nghĩa"}}**{{so_luong | so0}}** {{dvt}}{{#không phải la_cuoi}}, {{/}}{{/ds_kq_khac}}. ` +
				`Tổng số suất quà cho gia đình chính sách, hộ khó khăn trong nhiệm kỳ là **{{tn_qua_cs}}** suất.`),
			body(`{{/}}`),
		},
		own("tk_phong_trao", ""),
		[]block{body(`**{{st_dv_sang_kien}}** đoàn viên có sáng kiến được công nhận.`)},
	)
}

// winterSpring is the campaign whose presents are itemised, as the list forms name it.
const winterSpring = "Chương trình tình nguyện Đông - Xuân"

// campaigns tell what each campaign cost, and of which presents that of winter and spring consists: what is left is printed too, so that
// the total can be followed.
func campaigns() []block {
	const gifts = `tong_dong("ds_hien_vat"; "tri_gia"; "noi_nhan"; "` + winterSpring + `")`
	return []block{
		body(`{{#ds_kq_khac | loc noi_dung = "` + winterSpring + `"}}`),
		body(`{{noi_dung}} có tổng kinh phí **{{tri_gia | tien_du}}**` +
			`{{#` + gifts + ` > 0}}, gồm: {{#ds_hien_vat | loc noi_nhan = "` + winterSpring + `"}}**{{so_luong | so0}}** {{dvt}} {{ten}}, mỗi suất **{{tri_gia / so_luong | tien_du}}**; {{/ds_hien_vat}}` +
			`cộng các suất quà là **{{` + gifts + ` | tien_du}}**, các khoản khác là **{{tri_gia - ` + gifts + ` | tien_du}}**{{/}}.`),
		body(`{{/ds_kq_khac}}`),
		body(`{{#ds_kq_khac | loc ghi_chu = "chiến dịch" và noi_dung <> "` + winterSpring + `"}}`),
		body(`{{noi_dung}} có tổng kinh phí **{{tri_gia | tien_du}}**.`),
		body(`{{/ds_kq_khac}}`),
		body(`Kinh phí các chương trình, chiến dịch tình nguyện trong nhiệm kỳ là **{{tn_chien_dich_tien | tien_du}}**.`),
	}
}

// articleCompanionship is S3.
func articleCompanionship() []block {
	return slices.Concat(
		[]block{
			para{style: "Tieumuc", text: "Đồng hành với thanh niên"},
			body(`Trong nhiệm kỳ, **{{dh_llct}}** đoàn viên hoàn thành lớp lý luận chính trị, **{{dh_boi_duong}}** lượt đoàn viên qua các lớp bồi dưỡng quản lý nhà nước, nghiệp vụ, ngoại ngữ` +
				`{{#ds_kq_khac | loc ghi_chu = "học tập"}}, **{{so_luong | so0}}** {{dvt}} {{noi_dung}}{{/ds_kq_khac}}. Đến nay **{{f_dai_hoc}}** đoàn viên có trình độ đại học trở lên.`),
		},
		own("tk_dong_hanh", ""),
		[]block{
			body(`{{#ds_kq_khac | loc ghi_chu = "thể thao"}}`),
			body(`Về thể thao, Chi đoàn đạt {{noi_dung}}.`),
			body(`{{/ds_kq_khac}}`),
		},
	)
}

// articleChildren is S4.
func articleChildren() []block {
	return slices.Concat(
		[]block{
			para{style: "Tieumuc", text: "Chăm lo thiếu niên, nhi đồng"},
			body(`Nhân ngày Quốc tế Thiếu nhi 01/6 và Tết Trung thu, Chi đoàn chăm lo cho thiếu nhi với kinh phí **{{dh_tn_tien | tien_du}}**.`),
		},
		own("tk_thieu_nhi", ""),
	)
}

// articleAbroad is S5.
func articleAbroad() []block {
	return slices.Concat([]block{para{style: "Tieumuc", text: "Công tác quốc tế thanh niên"}}, own("tk_quoc_te", ""))
}

// articleUnion is S6.
func articleUnion() []block {
	return slices.Concat(
		[]block{para{style: "Tieumuc", text: "Xây dựng tổ chức Đoàn"}},
		own("tk_xay_dung_doan", ""),
		[]block{
			body(`{{#ds_kq_khac | loc ghi_chu = "xây dựng Đoàn"}}`),
			body(`**{{so_luong | so0}}** {{dvt}} {{noi_dung}}.`),
			body(`{{/ds_kq_khac}}`),
		},
	)
}

// articleEnd is S7 to S9: limits and lessons without a heading, and the targets of the next term as sentences.
func articleEnd() []block {
	return slices.Concat(
		own("tk_han_che", ""),
		own("tk_bai_hoc", ""),
		[]block{
			para{style: "Tieumuc", text: "Chỉ tiêu nhiệm kỳ " + termNext},
			body(`{{#thong_tin.tk_chi_tieu_toi}}`),
			body(`{{doan}}`),
			body(`{{^}}`),
			body(`{{thong_tin.tk_chi_tieu_toi}}`),
			body(`{{/}}`),
		},
	)
}
