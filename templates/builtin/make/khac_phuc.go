package main

// remediation is the yearly report of a provincial standing committee on how its shortcomings were remedied.
func remediation() *document {
	d := &document{
		file:  "khac-phuc.docx",
		title: "Báo cáo kết quả khắc phục khuyết điểm, hạn chế của tập thể Ban Thường vụ",
		roman: "I II III IV",
		notes: []note{targetEvidence},
	}
	for _, blocks := range [][]block{
		remediationHead(), situation(), direction(), results(), assessment(), closing(), annex(),
	} {
		d.body = append(d.body, blocks...)
	}
	return d
}

// remediationHead is everything above the first sentence, and that sentence.
func remediationHead() []block {
	return append(letterhead{
		kind: "BÁO CÁO",
		about: []string{
			"Kết quả khắc phục khuyết điểm, hạn chế năm {{ky.nam}}",
			"của tập thể Ban Thường vụ Tỉnh đoàn",
			"{{#thong_tin.nghi_quyet}}",
			"theo {{doan}}",
			"{{/thong_tin.nghi_quyet}}",
		},
	}.blocks(),
		body(`Thực hiện {{thong_tin.ke_hoach}}, Ban Thường vụ Tỉnh đoàn báo cáo kết quả khắc phục khuyết điểm, hạn chế của tập thể Ban Thường vụ trong năm {{ky.nam}} như sau:`),
	)
}

// situation is section I.
func situation() []block {
	return []block{
		para{style: "Heading1", text: "I. TÌNH HÌNH CHUNG"},
		body(`{{#dem_khuyet_diem() > 0}}`),
		body(`Qua kiểm điểm, đánh giá cuối năm {{ky.nam_truoc}}, tập thể Ban Thường vụ Tỉnh đoàn nhận **{{dem_khuyet_diem() | so0}}** khuyết điểm, hạn chế cần khắc phục, gồm: {{#linh_vuc}}{{so}} khuyết điểm __({{ten}})__{{#la_cuoi}}.{{^}}; {{/}}{{/linh_vuc}}`),
		body(`{{^}}`),
		body(`Qua kiểm điểm, đánh giá cuối năm {{ky.nam_truoc}}, tập thể Ban Thường vụ Tỉnh đoàn không có khuyết điểm, hạn chế phải theo dõi khắc phục trong năm {{ky.nam}}.`),
		body(`{{/}}`),
		body(`{{#thong_tin.tinh_hinh}}`),
		body(`{{doan}}`),
		body(`{{/thong_tin.tinh_hinh}}`),
		body(`{{#nop.thieu > 0}}`),
		body(`Số liệu trong báo cáo này được tổng hợp từ **{{nop.ty_le}}** đơn vị đã nộp báo cáo; các đơn vị chưa nộp được nêu tại Phụ lục kèm theo.`),
		body(`{{/}}`),
	}
}

// direction is section II.
func direction() []block {
	return []block{
		para{style: "Heading1", text: "II. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI"},
		body(`{{#dem_khuyet_diem() > 0}}`),
		body(`Theo kế hoạch nêu trên, Ban Thường vụ Tỉnh đoàn chỉ đạo triển khai {{dem_khuyet_diem() | so0}} nhóm giải pháp, tương ứng với {{dem_khuyet_diem() | so0}} khuyết điểm, hạn chế đã nhận.`),
		body(`{{/}}`),
		body(`{{#thong_tin.chi_dao}}`),
		body(`{{doan}}`),
		body(`{{/thong_tin.chi_dao}}`),
	}
}

// results is section III: a block for every shortcoming.
func results() []block {
	blocks := []block{
		para{style: "Heading1", text: "III. KẾT QUẢ THỰC HIỆN"},
		body(`{{#khuyet_diem}}`),
		para{style: "Heading2", text: "{{stt}}. Khuyết điểm {{stt}}: {{noi_dung}}"},
		para{style: "Heading3", text: "{{stt}}.1. Giải pháp đã triển khai"},
		body(`{{#giai_phap}}`),
		body(`{{doan}}`),
		body(`{{^}}`),
		body(`Chưa ghi nhận giải pháp.`),
		body(`{{/giai_phap}}`),
		para{style: "Heading3", text: "{{stt}}.2. Kết quả"},
		body(`{{#theo_chi_tieu}}`),
	}
	blocks = append(blocks, targetResults()...)
	return append(blocks,
		body(`{{/theo_chi_tieu}}`),
		body(`{{#ket_qua}}`),
		body(`{{doan | dam_so}}`),
		body(`{{/ket_qua}}`),
		para{style: "Heading3", text: "{{stt}}.3. Đánh giá: ||Khuyết điểm {{danh_gia}}{{#ly_do}}, do {{doan}}{{/}}.||"},
		para{style: "Heading3", text: "{{stt}}.4. Phương hướng: ||{{phuong_huong}}||"},
		body(`{{/khuyet_diem}}`),
	)
}

// targetResults tells how the targets of the period came out, under the shortcoming that is measured by all of them.
func targetResults() []block {
	return []block{
		body(`Năm {{ky.nam}}, Tỉnh đoàn triển khai thực hiện **{{dem_chi_tieu() | so0}}** chỉ tiêu; kết quả đạt và vượt **{{dem_chi_tieu(vuot; dat) / dem_chi_tieu() | nm}}** chỉ tiêu` +
			`{{#dem_chi_tieu(khong_ap_dung) > 0}}, **{{dem_chi_tieu(khong_ap_dung) | so0}}** chỉ tiêu không áp dụng{{/}}` +
			`{{#dem_chi_tieu(khong_du_so_lieu) > 0}}, **{{dem_chi_tieu(khong_du_so_lieu) | so0}}** chỉ tiêu không đủ số liệu để kết luận{{/}}` +
			`{{#dem_chi_tieu(chua_dat) > 0}}, còn **{{dem_chi_tieu(chua_dat) | so0}}** chỉ tiêu chưa đạt, cụ thể:{{^}}.{{/}}`),
		body(`{{#chi_tieu_chua_dat}}`),
		body(`- Chỉ tiêu: {{noi_dung}}: kết quả đã thực hiện ` +
			`{{#nhieu_phan}}đạt **{{nd_dat / nd | nm0}}** nội dung{{#phan_chua_dat}}; nội dung “{{noi_dung}}” ` + shortfall + `{{#ly_do}}, do {{doan}}{{/}}{{/phan_chua_dat}}` +
			`{{^}}{{#phan_don}}là **{{gia_tri}}** (kế hoạch: {{ke_hoach}}), ` + shortfall + `{{/phan_don}}{{/nhieu_phan}}` +
			`{{#ly_do}}; nguyên nhân: {{doan}}{{/ly_do}}.[^1]`),
		body(`{{/chi_tieu_chua_dat}}`),
		body(`{{#chi_tieu_khong_du}}`),
		body(`- Chỉ tiêu: {{noi_dung}}: không đủ số liệu để kết luận.`),
		body(`{{/chi_tieu_khong_du}}`),
	}
}

// shortfall says how far an unmet part of a target came.
const shortfall = `{{#chua_lam}}chưa thực hiện được{{^}}chưa đạt{{#gan_dat}}, tuy nhiên kết quả thực hiện cũng đạt ở mức **{{muc}}**{{/}}{{/}}`

// assessment is section IV. Its general sentences are counted, so that they cannot contradict the blocks above.
func assessment() []block {
	return []block{
		para{style: "Heading1", text: "IV. ĐÁNH GIÁ CHUNG"},
		para{style: "Heading2", text: "1. Mặt được"},
		body(`{{#thong_tin.mat_duoc}}`),
		body(`- {{doan}}`),
		body(`{{/thong_tin.mat_duoc}}`),
		body(`{{#dem_khuyet_diem() > 0}}`),
		body(`- Trong {{dem_khuyet_diem() | so0}} khuyết điểm, hạn chế đã nhận: {{#muc_danh_gia}}{{so}} khuyết điểm {{danh_gia}}{{#la_cuoi}}.{{^}}; {{/}}{{/muc_danh_gia}}`),
		body(`{{/}}`),
		para{style: "Heading2", text: "2. Hạn chế"},
		body(`{{#thong_tin.han_che}}`),
		body(`- {{doan}}`),
		body(`{{/thong_tin.han_che}}`),
		body(`{{#dem_chi_tieu(chua_dat) > 0}}`),
		body(`- Còn {{dem_chi_tieu(chua_dat) | so0}} chỉ tiêu của năm {{ky.nam}} chưa đạt.`),
		body(`{{/}}`),
		body(`{{#dem_khuyet_diem("0"; "1a"; "1b"; "2") > 0}}`),
		body(`- Còn {{dem_khuyet_diem("0"; "1a"; "1b"; "2") | so0}} khuyết điểm, hạn chế chưa được khắc phục hoàn toàn, cần tiếp tục khắc phục trong năm {{ky.nam_sau}}.`),
		body(`{{/}}`),
	}
}

// closing is the last sentence, the list of recipients and the place to sign. They stay on one page.
func closing() []block {
	return []block{
		para{style: "BodyText", keepNext: true, text: `Trên đây là báo cáo kết quả khắc phục khuyết điểm, hạn chế của tập thể Ban Thường vụ Tỉnh đoàn năm {{ky.nam}}./.`},
		signature{
			signs:      "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN",
			recipients: []string{"- Uỷ viên Ban Chấp hành Tỉnh đoàn;", "- Các ban, đơn vị thuộc Tỉnh đoàn;", "- Các cơ sở Đoàn trực thuộc;", "- Lưu VT."},
		}.table(),
	}
}
