package main

// annex lists every target with its verdict, so that “đạt và vượt 9/11” can be checked by whoever reads it, the units
// that sent nothing, and what units have explained.
func annex() []block {
	widths := []int{780, 3841, 1700, 1400, 1350}
	return []block{
		para{style: "Noinhandong", section: &section{header: true}},
		para{style: "Phuluc", text: "PHỤ LỤC"},
		para{style: "Phuluc", text: "Kết quả thực hiện các chỉ tiêu năm {{ky.nam}}"},
		para{style: "Kemtheo", text: "(Kèm theo Báo cáo số {{so_van_ban}} {{ngay_bao_cao | ngay}} của Ban Thường vụ Tỉnh đoàn)"},
		table{style: "TableGrid", widths: widths, rows: []row{
			{header: true, cells: []cell{
				one("Daubang", "STT"), one("Daubang", "Chỉ tiêu, nội dung"), one("Daubang", "Kế hoạch"), one("Daubang", "Thực hiện"), one("Daubang", "Kết luận"),
			}},
			control(5, `{{#chi_tieu}}`),
			control(5, `{{#nhieu_phan}}`),
			{cells: []cell{
				{middle: true, blocks: []block{para{style: "Obanggiuadam", keepNext: true, text: `{{stt}}`}}},
				{span: 2, middle: true, blocks: []block{para{style: "Obangdam", keepNext: true, text: targetText}}},
				{middle: true, blocks: []block{para{style: "Obanggiua", keepNext: true, text: `{{#nd > 0}}{{nd_dat / nd | nm0}} nội dung{{/}}`}}},
				{middle: true, blocks: []block{para{style: "Obanggiuadam", keepNext: true, text: `{{ket_luan | hoa_dau}}`}}},
			}},
			control(5, `{{^}}`),
			{cells: []cell{
				one("Obanggiuadam", `{{stt}}`),
				one("Obangdam", targetText),
				one("Obanggiua", `{{#phan_don}}{{ke_hoach | hoa_dau}}{{/}}`),
				one("Obanggiua", `{{#phan_don}}{{gia_tri}}{{/}}`),
				one("Obanggiuadam", `{{ket_luan | hoa_dau}}`),
			}},
			control(5, `{{/nhieu_phan}}`),
			control(5, `{{#phan_nhieu}}`),
			{cells: []cell{
				one("Obanggiua", `{{ma}})`),
				one("Obang", `{{noi_dung}}{{#khong_tinh}} __(không tính vào số nội dung)__{{/}}{{#ket_luan_tay}} (kết luận của người phụ trách{{#ly_do}}: {{doan}}{{/}}){{/}}`),
				one("Obanggiua", `{{ke_hoach | hoa_dau}}`),
				one("Obanggiua", `{{gia_tri}}`),
				one("Obanggiua", `{{ket_luan | hoa_dau}}`),
			}},
			control(5, `{{/phan_nhieu}}`),
			control(5, `{{^}}`),
			{cells: []cell{{span: 5, middle: true, blocks: []block{para{style: "Obanggiua", text: `Danh mục không có chỉ tiêu nào.`}}}}},
			control(5, `{{/chi_tieu}}`),
		}},
		body(`{{#dem_chi_tieu() > 0}}`),
		body(`Tổng số: {{dem_chi_tieu() | so0}} chỉ tiêu; vượt: {{dem_chi_tieu(vuot) | so}}; đạt: {{dem_chi_tieu(dat) | so}}; chưa đạt: {{dem_chi_tieu(chua_dat) | so}}; ` +
			`không đủ số liệu: {{dem_chi_tieu(khong_du_so_lieu) | so}}; không áp dụng: {{dem_chi_tieu(khong_ap_dung) | so}}.`),
		body(`{{/}}`),
		body(`{{#dem_khuyet_diem() > 0}}`),
		para{style: "Heading2", text: "Số đo của các khuyết điểm, hạn chế"},
		measures(),
		body(`{{/}}`),
		body(`{{#nop.thieu > 0}}`),
		para{style: "Heading2", text: "Các đơn vị chưa nộp báo cáo: {{nop.thieu | so0}}/{{nop.can | so}} đơn vị"},
		table{style: "TableGrid", widths: []int{780, 6364, 1927}, rows: []row{
			{header: true, cells: []cell{one("Daubang", "STT"), one("Daubang", "Đơn vị"), one("Daubang", "Tình trạng")}},
			control(3, `{{#chua_nop}}`),
			{cells: []cell{one("Obanggiua", `{{stt}}`), one("Obang", `{{ten}}`), one("Obanggiua", `{{tinh_trang}}`)}},
			control(3, `{{/chua_nop}}`),
		}},
		body(`{{/}}`),
		body(`{{#so_giai_trinh > 0}}`),
		para{style: "Heading2", text: "Các nội dung đơn vị đã giải trình và được chấp nhận: {{so_giai_trinh | so0}}"},
		table{style: "TableGrid", widths: []int{780, 2200, 2400, 1500, 2191}, rows: []row{
			{header: true, cells: []cell{
				one("Daubang", "STT"), one("Daubang", "Đơn vị"), one("Daubang", "Số liệu"), one("Daubang", "Giá trị"), one("Daubang", "Giải trình"),
			}},
			control(5, `{{#giai_trinh}}`),
			{cells: []cell{
				one("Obanggiua", `{{stt}}`),
				one("Obang", `{{don_vi.ten}}{{#ky <> ""}} ({{ky}}){{/}}`),
				one("Obang", `{{so_lieu}}`),
				one("Obanggiua", `{{gia_tri}}`),
				one("Obang", `{{ly_do}}{{#ngay <> ""}} (chấp nhận ngày {{ngay}}){{/}}`),
			}},
			control(5, `{{/giai_trinh}}`),
		}},
		body(`{{/}}`),
		para{style: "Noinhandong"}, // Word wants a paragraph after a table that ends the document
	}
}

// targetText is a target in the annex. What a person decided against the figures is marked.
const targetText = `{{noi_dung}}{{#ket_luan_tay}} ||(kết luận của người phụ trách{{#ly_do}}: {{doan}}{{/}})||{{/}}`

// measures sets the figures behind each shortcoming beside those of the year before.
func measures() table {
	return table{style: "TableGrid", widths: []int{780, 4341, 1300, 1300, 1350}, rows: []row{
		{header: true, cells: []cell{
			one("Daubang", "STT"), one("Daubang", "Khuyết điểm, số đo"), one("Daubang", "Năm {{ky.nam_truoc}}"), one("Daubang", "Năm {{ky.nam}}"), one("Daubang", "Kết luận"),
		}},
		control(5, `{{#khuyet_diem}}`),
		{cells: []cell{
			{middle: true, blocks: []block{para{style: "Obanggiuadam", keepNext: true, text: `{{stt}}`}}},
			{span: 4, middle: true, blocks: []block{para{style: "Obangdam", keepNext: true, text: `{{noi_dung}}`}}},
		}},
		control(5, `{{#so_do_gop}}`),
		{cells: []cell{
			one("Obanggiua", `-`),
			one("Obang", `{{ten}}`),
			one("Obanggiua", `{{#thieu(nam_truoc)}}không rõ{{^}}{{nam_truoc}}{{/}}`),
			one("Obanggiua", `{{gia_tri}}`),
			one("Obanggiua", `{{ket_luan | hoa_dau}}{{#tot_hon}}; tốt hơn{{/}}`),
		}},
		control(5, `{{^}}`),
		{cells: []cell{{span: 5, middle: true, blocks: []block{para{style: "Obang", text: `Chưa gắn số đo nào.`}}}}},
		control(5, `{{/so_do_gop}}`),
		control(5, `{{/khuyet_diem}}`),
	}}
}
