package main

import (
	"slices"
	"strings"
)

// congressReport is what a chapter's committee reports to the congress: the term that ends, the term to come, and an annex with the verdict
// of every target. A figure is named by its code wherever it stands, so that body, notes and annex cannot disagree.
func congressReport() *document {
	return &document{
		file:  "dai-hoi-chi-doan.docx",
		title: "Báo cáo của Ban Chấp hành Chi đoàn tại Đại hội Chi đoàn",
		roman: "I II I II III IV V",
		notes: []note{
			`{{thong_tin.dh_ngay_le}}`,
			`{{thong_tin.dh_hoi_thi}}`,
			`{{thong_tin.dh_dia_chi_do}}`,
			note(`Đã phát {{td_tin_bai}} tin, bài, chuyên đề phát thanh; hiện vật phục vụ tuyên truyền và phòng, chống dịch gồm: ` + inline("ds_hien_vat", `{{ten}}: {{so_luong | so0}} {{dvt}}`+worth) + `.`),
			note(`Gồm: ` + inline("ds_cong_trinh", `{{ten}}`+worth) + `.`),
			targetEvidence,
		},
		body: slices.Concat(
			congressHead(), education(), movements(), companionship(), organisation(), lessons(), nextTerm(), nextTasks(), congressEnd(), congressAnnex(),
		),
	}
}

// congressHead is everything above the first heading.
func congressHead() []block {
	return slices.Concat(
		letterhead{
			chapter: true, kind: "BÁO CÁO",
			about: []string{"của Ban Chấp hành Chi đoàn tại Đại hội Chi đoàn", "nhiệm kỳ " + termNext},
		}.blocks(),
		own("dh_mo_dau", ""),
		[]block{
			para{style: "Phan", text: "Phần thứ nhất"},
			para{style: "Tenphan", text: "Kết quả thực hiện Nghị quyết Đại hội Chi đoàn nhiệm kỳ " + term},
			para{style: "Heading1", text: "I. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC"},
		},
	)
}

// worth is the value of a row of a list form, where it was given.
const worth = `{{#không phải thieu(tri_gia)}}, trị giá {{tri_gia}}{{/}}`

// inline lists the rows of a list form within a sentence.
func inline(list, text string) string {
	return `{{#` + list + `}}` + text + `{{#không phải la_cuoi}}; {{/}}{{/` + list + `}}`
}

// listed lists the rows of a list form in paragraphs.
func listed(list, text string) []block {
	return []block{
		body(`{{#` + list + `}}`),
		body(`- ` + text + `{{#la_cuoi}}.{{^}};{{/}}`),
		body(`{{/` + list + `}}`),
	}
}

// The fields of work that the note of a result without a code may name.
var resultFields = []string{"tuyên truyền", "tình nguyện", "nông thôn mới", "bảo vệ Tổ quốc", "thiếu nhi"}

// otherResult is a result without a code.
const otherResult = `- {{noi_dung}}{{#không phải thieu(so_luong)}}: **{{so_luong | so0}}** {{dvt}}{{/}}{{#không phải thieu(tri_gia)}}, số tiền **{{tri_gia}}**{{/}}{{#la_cuoi}}.{{^}};{{/}}`

// others lists the results without a code whose note names a field of work.
func others(field int) []block {
	return []block{
		body(`{{#ds_kq_khac | loc không phải thieu(ghi_chu) và ghi_chu = "` + resultFields[field] + `"}}`),
		body(otherResult),
		body(`{{/ds_kq_khac}}`),
	}
}

// unplaced lists the results without a code whose note names none of these fields, so that none is lost.
func unplaced() []block {
	var other []string
	for _, field := range resultFields {
		other = append(other, `ghi_chu <> "`+field+`"`)
	}
	return []block{
		body(`{{#ds_kq_khac | loc thieu(ghi_chu) hoặc ` + strings.Join(other, " và ") + `}}`),
		body(`{{#la_dau}}`),
		body(`Ngoài ra, trong nhiệm kỳ Chi đoàn còn có các kết quả khác:`),
		body(`{{/la_dau}}`),
		body(otherResult),
		body(`{{/ds_kq_khac}}`),
	}
}

// education is section I.1.
func education() []block {
	return slices.Concat(
		[]block{para{style: "Heading2", text: "1. Công tác tuyên truyền, giáo dục"}},
		own("dh_chinh_tri", ""),
		own("dh_hoc_bac", ""),
		[]block{
			body(`Chi đoàn tổ chức sinh hoạt truyền thống nhân các ngày kỷ niệm lớn[^1], vận động đoàn viên dự các cuộc thi, hội thi tìm hiểu[^2]; ` +
				`tổ chức **{{td_dia_chi_do}}** lần tham quan, về nguồn tại các địa chỉ đỏ[^3].`),
			body(`Thực hiện đạo lý “Uống nước nhớ nguồn”, Chi đoàn trao **{{tn_qua_cs}}** suất quà cho gia đình chính sách, người có hoàn cảnh khó khăn, trị giá **{{tn_qua_cs_tien}}**; ` +
				`hỗ trợ nhà ở cho **{{tn_nha}}** gia đình, kinh phí **{{tn_nha_tien}}**.`),
		},
		others(0),
		own("dh_phap_luat", ""),
	)
}

// movements is section I.2.
func movements() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading2", text: "2. Tổ chức các phong trào hành động"},
			para{style: "Heading3", text: "2.1. Phong trào thanh niên tình nguyện"},
		},
		own("dh_tinh_nguyen", ""),
		[]block{
			body(`Chi đoàn trao **{{tn_hoc_bong}}** suất học bổng cho học sinh nghèo, mỗi suất **{{tn_hoc_bong_tien / tn_hoc_bong | tien}}**, tổng trị giá **{{tn_hoc_bong_tien}}**; ` +
				`đoàn viên hiến được **{{tn_mau_dv}}** đơn vị máu.`),
		},
		others(1),
		[]block{
			body(`Trong phòng, chống dịch và chuyển đổi số, Chi đoàn tổ chức **{{td_cuoc}}** đợt tuyên truyền, hướng dẫn với **{{td_luot}}** lượt người[^4]; ` +
				`**{{f_dv_app}}** đoàn viên cài đặt các ứng dụng theo yêu cầu.`),
		},
		[]block{body(`Hiện vật đã trao tặng trong nhiệm kỳ:`)},
		listed("ds_hien_vat", `{{ten | hoa_dau}}: **{{so_luong | so0}}** {{dvt}}{{#không phải thieu(noi_nhan)}} ({{noi_nhan}}){{/}}`+worth),
		[]block{para{style: "Heading3", text: "2.2. Tham gia xây dựng nông thôn mới, đô thị văn minh"}},
		own("dh_nong_thon", ""),
		[]block{
			body(`Chi đoàn tổ chức **{{tn_hoat_dong}}** đợt hoạt động tình nguyện, thực hiện **{{tn_cong_trinh}}** công trình thanh niên; ` +
				`trị giá các công trình và hiện vật là **{{tn_cong_trinh_tien}}**[^5].`),
		},
		others(2),
		[]block{para{style: "Heading3", text: "2.3. Phong trào tuổi trẻ sáng tạo"}},
		own("dh_sang_tao", ""),
		[]block{para{style: "Heading3", text: "2.4. Xung kích bảo vệ Tổ quốc"}},
		own("dh_xung_kich", ""),
		[]block{body(`Chi đoàn tổ chức, tham gia **{{bv_bien_dao}}** hoạt động vì biển, đảo, biên giới của Tổ quốc.`)},
		others(3),
	)
}

// companionship is section I.3.
func companionship() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading2", text: "3. Đồng hành, hỗ trợ, chăm lo thanh thiếu nhi"},
			para{style: "Heading3", text: "3.1. Đồng hành với thanh niên trong học tập, khởi nghiệp"},
		},
		own("dh_hoc_tap", ""),
		[]block{
			body(`Trong nhiệm kỳ có **{{dh_llct}}** đoàn viên hoàn thành chương trình lý luận chính trị trung cấp, cao cấp, **{{dh_ths}}** đoàn viên đạt trình độ thạc sĩ, ` +
				`**{{dh_boi_duong}}** lượt bồi dưỡng quản lý nhà nước, nghiệp vụ; cộng **{{f_boi_duong}}** lượt nâng cao trình độ.`),
			body(`Chi đoàn trao **{{tn_qua_ts}}** suất quà cho thanh thiếu nhi, học sinh có hoàn cảnh khó khăn, trị giá **{{tn_qua_ts_tien}}**, cùng **{{tn_hoc_bong}}** suất học bổng trị giá **{{tn_hoc_bong_tien}}** đã nêu ở mục 2.1.`),
		},
		others(4),
		[]block{para{style: "Heading3", text: "3.2. Nâng cao kỹ năng, thể chất, đời sống văn hoá tinh thần"}},
		own("dh_ky_nang", ""),
	)
}

// organisation is section I.4.
func organisation() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading2", text: "4. Xây dựng Đoàn và tham gia xây dựng Đảng"},
			para{style: "Heading3", text: "4.1. Xây dựng tổ chức Đoàn"},
		},
		own("dh_xay_dung_doan", ""),
		[]block{para{style: "Heading3", text: "4.2. Tham gia xây dựng Đảng"}},
		own("dh_xay_dung_dang", ""),
		[]block{
			body(`Trong nhiệm kỳ có **{{xd_cap_uy}}** đoàn viên được bầu vào cấp uỷ; Chi đoàn giới thiệu cho Đảng **{{xd_dvut}}** đoàn viên ưu tú, ` +
				`**{{xd_cam_tinh}}** đồng chí học lớp bồi dưỡng nhận thức về Đảng, **{{xd_kn}}** đồng chí được kết nạp.`),
		},
		unplaced(),
	)
}

// lessons is section II and the general assessment. Which targets are unmet is taken from the verdicts.
func lessons() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "II. TỒN TẠI, NGUYÊN NHÂN, BÀI HỌC KINH NGHIỆM"},
			para{style: "Heading2", text: "1. Tồn tại, hạn chế"},
		},
		own("dh_ton_tai", "- "),
		[]block{
			body(`{{#chi_tieu_chua_dat}}`),
			body(`- Chưa hoàn thành chỉ tiêu: {{noi_dung}}{{#ly_do}}, do {{doan}}{{/ly_do}}.`),
			body(`{{/chi_tieu_chua_dat}}`),
			para{style: "Heading2", text: "2. Nguyên nhân"},
		},
		own("dh_nguyen_nhan", "- "),
		[]block{para{style: "Heading2", text: "3. Bài học kinh nghiệm"}},
		own("dh_bai_hoc", "- "),
		[]block{
			body(`**Đánh giá tổng quát:** Trong **{{dem_chi_tieu() | so0}}** chỉ tiêu của nhiệm kỳ ` + term + `: ` + verdictCounts + ` (Phụ lục kèm theo).`),
		},
		own("dh_danh_gia", ""),
	)
}

// nextTerm is the second part up to its targets, which are plans of the office and no figures yet.
func nextTerm() []block {
	return slices.Concat(
		[]block{
			para{style: "Phan", text: "Phần thứ hai"},
			para{style: "Tenphan", text: "Phương hướng, mục tiêu, nhiệm vụ nhiệm kỳ " + termNext},
			para{style: "Heading1", text: "I. TÌNH HÌNH THANH NIÊN"},
			body(`Chi đoàn hiện có **{{tc_doan_vien}}** đoàn viên.`),
		},
		own("dh_thanh_nien", ""),
		[]block{
			para{style: "Heading1", text: "II. PHƯƠNG HƯỚNG, MỤC TIÊU"},
			para{style: "Heading2", text: "1. Phương hướng"},
		},
		own("dh_phuong_huong", ""),
		[]block{para{style: "Heading2", text: "2. Mục tiêu"}},
		own("dh_muc_tieu", "({{stt}}) "),
		[]block{
			para{style: "Heading1", text: "III. KHẨU HIỆU HÀNH ĐỘNG"},
			para{style: "Khauhieu", text: `“{{thong_tin.dh_khau_hieu}}”`},
			para{style: "Heading1", text: "IV. HỆ THỐNG CHỈ TIÊU"},
		},
		own("dh_chi_tieu", "{{stt}}. "),
	)
}

// nextTasks is section V of the second part.
func nextTasks() []block {
	return slices.Concat(
		[]block{
			para{style: "Heading1", text: "V. NHIỆM VỤ, GIẢI PHÁP"},
			para{style: "Heading2", text: "1. Tăng cường giáo dục chính trị, tư tưởng"},
		},
		own("dh_nv_chinh_tri", ""),
		[]block{
			para{style: "Heading2", text: "2. Tổ chức các phong trào hành động"},
			para{style: "Heading3", text: "2.1. Tình nguyện, sáng tạo"},
		},
		own("dh_nv_tinh_nguyen", ""),
		[]block{para{style: "Heading3", text: "2.2. Xung kích bảo vệ Tổ quốc"}},
		own("dh_nv_xung_kich", ""),
		[]block{
			para{style: "Heading2", text: "3. Đồng hành với thanh niên"},
			para{style: "Heading3", text: "3.1. Học tập, nghề nghiệp"},
		},
		own("dh_nv_hoc_tap", ""),
		[]block{para{style: "Heading3", text: "3.2. Kỹ năng, thể chất, văn hoá tinh thần"}},
		own("dh_nv_ky_nang", ""),
		[]block{para{style: "Heading2", text: "4. Xây dựng tổ chức Đoàn vững mạnh"}},
		own("dh_nv_to_chuc", ""),
	)
}

// congressEnd is the last sentence and the place to sign.
func congressEnd() []block {
	return []block{
		para{style: "BodyText", keepNext: true, text: `Trên đây là báo cáo của Ban Chấp hành Chi đoàn nhiệm kỳ ` + term + ` trình Đại hội Chi đoàn nhiệm kỳ ` + termNext + `./.`},
		signature{signs: "TM. BAN CHẤP HÀNH CHI ĐOÀN", recipients: chapterRecipients}.table(),
	}
}

// congressAnnex lists every target with its verdict; the figures behind each stand in a note of its own.
func congressAnnex() []block {
	return []block{
		para{style: "Noinhandong", section: &section{header: true}},
		para{style: "Phuluc", text: "PHỤ LỤC"},
		para{style: "Phuluc", text: "Đánh giá mức độ hoàn thành các chỉ tiêu nhiệm kỳ " + term},
		para{style: "Kemtheo", text: "(Kèm theo Báo cáo số {{so_van_ban}} {{ngay_bao_cao | ngay}} của Chi đoàn)"},
		table{style: "TableGrid", widths: []int{780, 5341, 2950}, rows: []row{
			{header: true, cells: []cell{one("Daubang", "STT"), one("Daubang", "Nội dung chỉ tiêu"), one("Daubang", "Đánh giá")}},
			control(3, `{{#chi_tieu}}`),
			{cells: []cell{
				one("Obanggiua", `{{stt}}`),
				one("Obangdeu", targetText),
				one("Obanggiua", `{{#khong_du}}Không đủ số liệu{{^}}{{#khong_ap_dung}}Không áp dụng{{^}}Chỉ tiêu này {{ket_luan}}{{/}}{{/}}[^6]`),
			}},
			control(3, `{{^}}`),
			{cells: []cell{{span: 3, middle: true, blocks: []block{para{style: "Obanggiua", text: `Danh mục không có chỉ tiêu nào.`}}}}},
			control(3, `{{/chi_tieu}}`),
		}},
		body(`{{#dem_chi_tieu() > 0}}`),
		body(`Tổng số: {{dem_chi_tieu() | so0}} chỉ tiêu; vượt: {{dem_chi_tieu(vuot) | so}}; đạt: {{dem_chi_tieu(dat) | so}}; chưa đạt: {{dem_chi_tieu(chua_dat) | so}}; ` +
			`không đủ số liệu: {{dem_chi_tieu(khong_du_so_lieu) | so}}; không áp dụng: {{dem_chi_tieu(khong_ap_dung) | so}}.`),
		body(`{{/}}`),
		para{style: "Noinhandong"},
	}
}
