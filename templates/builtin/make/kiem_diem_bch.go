package main

import "slices"

// committeeReview is the self-review of the work of a chapter's committee, shorter than chapterReview: who is on it, what was done and not
// done, and each post for itself. An unmet target is printed with its reason.
func committeeReview() *document {
	return &document{
		file:  "kiem-diem-bch.docx",
		title: "Báo cáo kiểm điểm hoạt động của Ban Chấp hành Chi đoàn",
		roman: "I II III IV",
		body:  slices.Concat(committeeReviewHead(), committeeMembers(), committeeResults(), committeePosts(), committeeReviewEnd()),
	}
}

// committeeReviewHead is everything above section I.
func committeeReviewHead() []block {
	return append(letterhead{
		chapter: true, kind: "BÁO CÁO",
		about: []string{"Kiểm điểm hoạt động của Ban Chấp hành", "{{don_vi.ten}}", "nhiệm kỳ " + term},
	}.blocks(),
		body(`Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh; Quy chế làm việc của Ban Chấp hành và Nghị quyết Đại hội Chi đoàn nhiệm kỳ `+term+`, Ban Chấp hành Chi đoàn kiểm điểm hoạt động của nhiệm kỳ như sau:`),
	)
}

// committeeMembers is section I: the members by their posts, counted from the list, and who left.
func committeeMembers() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "I. TÌNH HÌNH BAN CHẤP HÀNH"},
			para{style: "BodyText", keepNext: true, text: `Ban Chấp hành Chi đoàn nhiệm kỳ ` + term + ` được Đại hội bầu gồm **{{tc_bch}}** đồng chí, trong đó: ` +
				`**{{dem_dong("ds_bch"; "chuc_vu"; "bi_thu") | so0}}** Bí thư, **{{dem_dong("ds_bch"; "chuc_vu"; "pho_bi_thu") | so0}}** Phó Bí thư, **{{dem_dong("ds_bch"; "chuc_vu"; "uy_vien") | so0}}** uỷ viên:`},
		},
		listed("ds_bch", `Đồng chí thứ {{stt}}: {{chuc_vu}}{{#tinh_trang = "thoi"}} (đã thôi tham gia){{/}}`),
		[]block{
			body(`{{#dem_dong("ds_bch"; "tinh_trang"; "thoi") > 0}}`),
			body(`Trong nhiệm kỳ, **{{dem_dong("ds_bch"; "tinh_trang"; "thoi") | so0}}** đồng chí thôi tham gia Ban Chấp hành{{#thong_tin.kb_thoi}} {{doan}}{{/}}; hiện nay Ban Chấp hành còn **{{dem_dong("ds_bch"; "tinh_trang"; "dang_tham_gia") | so0}}** đồng chí.`),
			body(`{{/}}`),
		},
	)
}

// excellentYears are the years of the term in which the chapter did excellently. The number of the last one is how many there are.
const excellentYears = `cac_ky | loc không phải thieu(tc_cd_xep_loai) và tc_cd_xep_loai = "XS"`

// committeeResults is section II: what was done, what was not, and the targets between the two.
func committeeResults() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "II. KIỂM ĐIỂM VIỆC THỰC HIỆN NGHỊ QUYẾT"},
			para{style: "Heading2", text: "1. Ưu điểm"},
		},
		own("kb_uu_diem", ""),
		[]block{
			body(`Ban Chấp hành chú trọng xây dựng Chi đoàn vững mạnh: {{#` + excellentYears + `}}` +
				`{{#la_cuoi}}Chi đoàn có **{{stt | so0}}** năm được xếp loại hoàn thành xuất sắc nhiệm vụ{{/}}` +
				`{{^}}trong nhiệm kỳ chưa có năm nào Chi đoàn được xếp loại hoàn thành xuất sắc nhiệm vụ{{/cac_ky}}` +
				`{{#` + excellentYears + `}}{{#la_dau}} (năm {{^}}, {{/}}{{nam}}{{#la_cuoi}}){{/}}{{/cac_ky}}.`),
			body(`Trong **{{dem_chi_tieu() | so0}}** chỉ tiêu của nghị quyết, kết quả: ` + verdictCounts + `.`),
			para{style: "Heading2", text: "2. Hạn chế"},
		},
		own("kb_han_che", ""),
		[]block{
			body(`{{#dem_dong("ds_bch"; "lan_dau"; "có") > 0}}`),
			body(`Có **{{dem_dong("ds_bch"; "lan_dau"; "có") / dem_dong("ds_bch") | nm0}}** đồng chí tham gia Ban Chấp hành lần đầu, kinh nghiệm tổ chức phong trào còn ít.`),
			body(`{{/}}`),
			body(`{{#dem_chi_tieu(chua_dat) > 0}}`),
			para{style: "BodyText", keepNext: true, text: `Còn **{{f_ct_chua_dat}}** chỉ tiêu chưa đạt, cụ thể:`},
			body(`{{#chi_tieu_chua_dat}}`),
			body(`- {{noi_dung}}: {{#phan_chua_dat}}{{#nhieu_phan}}{{noi_dung}}: {{/}}thực hiện **{{gia_tri}}** (kế hoạch: {{ke_hoach}}){{#không phải la_cuoi}}; {{/}}{{/}}, chưa đạt do {{ly_do}}.`),
			body(`{{/chi_tieu_chua_dat}}`),
			body(`{{/}}`),
			body(`{{#chi_tieu_khong_du}}`),
			body(`- {{noi_dung}}: không đủ số liệu để kết luận.`),
			body(`{{/chi_tieu_khong_du}}`),
		},
	)
}

// committeePosts is section III, post by post, and section IV. The lessons are a section of their own: they are no part of the review of
// the posts.
func committeePosts() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "III. KIỂM ĐIỂM CÔNG TÁC LÃNH ĐẠO, ĐIỀU HÀNH"},
			para{style: "Heading2", text: "1. Đồng chí Bí thư"},
		},
		own("kb_bi_thu", ""),
		[]block{para{style: "Heading2", text: "2. Đồng chí Phó Bí thư"}},
		own("kb_pho_bi_thu", ""),
		[]block{para{style: "Heading2", text: "3. Các đồng chí uỷ viên"}},
		own("kb_uy_vien", ""),
		[]block{para{style: "Heading1", text: "IV. BÀI HỌC KINH NGHIỆM"}},
		own("kb_bai_hoc", ""),
	)
}

// committeeReviewEnd is the last sentence and the place to sign.
func committeeReviewEnd() []block {
	return []block{
		para{style: "BodyText", keepNext: true, text: `Trên đây là báo cáo kiểm điểm hoạt động của Ban Chấp hành Chi đoàn nhiệm kỳ ` + term + `, kính trình Đại hội Chi đoàn nhiệm kỳ ` + termNext + ` cho ý kiến./.`},
		signature{signs: "TM. BAN CHẤP HÀNH CHI ĐOÀN", recipients: chapterRecipients}.table(),
		para{style: "Cuoi"}, // Word wants a paragraph after a table that ends the document
	}
}
