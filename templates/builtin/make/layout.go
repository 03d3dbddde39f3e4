package main

// letterhead is what stands above the first sentence of an official document of the Union: who issues it at the left, the name of the
// Union at the right, number, place and day below them, the word of its type and what it is about.
type letterhead struct {
	chapter bool     // a chapter's: its superior body stands above it, and a draft may be marked
	kind    string   // BÁO CÁO
	about   []string // lines of the subject; tags that stand alone are lines of their own
}

func (l letterhead) blocks() []block {
	blocks := []block{
		table{style: "Khongvien", widths: []int{4455, 4616}, rows: []row{
			{cells: []cell{
				{blocks: l.issuer()},
				{blocks: []block{para{style: "Tieude", text: "ĐOÀN TNCS HỒ CHÍ MINH"}, para{style: "Kedongdau"}}},
			}},
			{cells: []cell{
				{blocks: l.number()},
				{blocks: []block{para{style: "Ngaythang", text: `{{thong_tin.dia_danh}}, {{ngay_bao_cao | ngay}}`}}},
			}},
		}},
		para{style: "Title", text: l.kind},
	}
	for _, line := range l.about {
		blocks = append(blocks, para{style: "Subtitle", text: line})
	}
	return append(blocks, para{style: "Gachduoi", text: "-------"})
}

// issuer is the body that issues the document.
func (l letterhead) issuer() []block {
	blocks := []block{para{style: "Coquan", text: `{{thong_tin.co_quan | hoa}}`}, para{style: "Sao", text: `\*\*\*`}}
	if l.chapter {
		blocks = append([]block{para{style: "Captren", text: `{{thong_tin.cap_tren | hoa}}`}}, blocks...)
	}
	return blocks
}

// number is the number and symbol, and below it the mark of a draft.
func (l letterhead) number() []block {
	blocks := []block{para{style: "Sokyhieu", text: `Số: {{so_van_ban}}`}}
	if l.chapter {
		blocks = append(blocks,
			para{style: "Sokyhieu", text: `{{#thong_tin.du_thao}}`},
			para{style: "Duthao", text: `{{doan | hoa}}`},
			para{style: "Sokyhieu", text: `{{/thong_tin.du_thao}}`},
		)
	}
	return blocks
}

// signature is the end of a document: the recipients at the left, at the right on whose behalf it is signed, the post, and the name.
type signature struct {
	signs      string
	recipients []string // where the office names none of its own
}

func (s signature) table() table {
	recipients := []block{
		para{style: "Noinhan", text: "Nơi nhận:"},
		para{style: "Noinhandong", text: `{{#thong_tin.noi_nhan}}`},
		para{style: "Noinhandong", text: `{{doan}}`},
		para{style: "Noinhandong", text: `{{^}}`},
	}
	for _, line := range s.recipients {
		recipients = append(recipients, para{style: "Noinhandong", text: line})
	}
	recipients = append(recipients, para{style: "Noinhandong", text: `{{/thong_tin.noi_nhan}}`})
	return table{style: "Khongvien", widths: []int{4100, 4971}, rows: []row{{cells: []cell{
		{blocks: recipients},
		{blocks: []block{
			para{style: "Kyten", text: s.signs},
			para{style: "Chucvu", text: `{{thong_tin.nguoi_ky_chuc_vu | hoa}}`},
			para{style: "Choky"},
			para{style: "Kyten", text: `{{#thong_tin.nguoi_ky}}{{doan}}{{/}}`},
		}},
	}}}}
}

// The recipients of a chapter's documents, where it names none of its own.
var chapterRecipients = []string{"- Đoàn cấp trên trực tiếp;", "- Chi uỷ;", "- Đoàn viên Chi đoàn;", "- Lưu Chi đoàn."}

// body is a paragraph of the text.
func body(text string) para { return para{style: "BodyText", text: text} }

// own is what the office wrote itself under the key of a setting, a paragraph a line with the lead before each. Where it wrote nothing the
// mark of what is missing is printed, so that a heading never stands empty unseen.
func own(key, lead string) []block {
	name := "thong_tin." + key
	return []block{
		body(`{{#` + name + `}}`),
		body(lead + `{{doan | dam_so}}`),
		body(`{{^}}`),
		body(`{{` + name + `}}`),
		body(`{{/` + name + `}}`),
	}
}

// term is how documents name the term that they report on, and termNext the one after it.
const (
	term     = "{{ky.nam_dau}}\u00a0-\u00a0{{ky.nam}}"
	termNext = `{{thong_tin.nhiem_ky_toi}}`
)

// targetEvidence is a note that gives the figures behind the verdict of a target.
const targetEvidence = `{{#phan}}{{#nhieu_phan}}{{ma}}) {{/}}{{noi_dung}}: {{gia_tri}} (kế hoạch: {{ke_hoach}}; {{ket_luan}}).{{#can_cu}} {{doan}}{{/}}{{#không phải la_cuoi}} {{/}}{{/phan}}`
