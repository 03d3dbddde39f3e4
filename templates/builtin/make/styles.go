package main

import (
	"fmt"
	"strings"
)

// style is a paragraph style of the documents. Sizes are half points, distances twentieths of a point.
type style struct {
	id, name string
	based    string // "" for the root
	next     string // the style of the paragraph typed after one of this style, "" for the same

	size          int // 0 as the style it is based on
	bold, italic  bool
	align         string // both, center, left; "" as based on
	first         int    // indent of the first line
	before, after int
	line          int // distance of lines, 240 is single; 0 as based on
	keepNext      bool
	level         int    // outline level counted from 1; 0 for none
	quick         bool   // shown in Word's gallery of styles
	border        string // the sides on which a rule is drawn
	exact         bool   // line is exact
	indent        int    // left and right
}

// styles are the sizes and weights of Hướng dẫn 29-HD/TWĐTN-VP. The ids are Word's own where Word has the style, because its outline
// and its dialogs know them.
func styles() []style {
	return []style{
		{id: "Normal", name: "Normal", size: 28, line: 240, quick: true},
		{id: "BodyText", name: "Body Text", based: "Normal", align: "both", first: 720, before: 60, after: 60, line: 264, quick: true},
		{id: "Coquan", name: "Tên cơ quan ban hành", based: "Normal", size: 28, bold: true, align: "center", quick: true},
		{id: "Captren", name: "Tên cơ quan cấp trên", based: "Normal", size: 28, align: "center", quick: true},
		{id: "Duthao", name: "Dấu dự thảo", based: "Normal", size: 26, bold: true, align: "center", before: 120, border: "top left bottom right", indent: 1100},
		{id: "Sao", name: "Ba dấu sao", based: "Coquan"},
		{id: "Tieude", name: "Tiêu đề văn bản Đoàn", based: "Normal", size: 30, bold: true, align: "center", quick: true},
		{id: "Kedongdau", name: "Đường kẻ dưới tiêu đề", based: "Normal", size: 4, line: 60, exact: true, border: "top", indent: titleRuleIndent},
		{id: "Sokyhieu", name: "Số và ký hiệu", based: "Normal", size: 28, align: "center"},
		{id: "Ngaythang", name: "Địa điểm và ngày tháng", based: "Normal", size: 26, italic: true, align: "center"},
		{id: "Title", name: "Title", based: "Normal", next: "Subtitle", size: 32, bold: true, align: "center", before: 360, keepNext: true, quick: true},
		{id: "Subtitle", name: "Subtitle", based: "Normal", next: "BodyText", size: 28, bold: true, align: "center", keepNext: true, quick: true},
		{id: "Gachduoi", name: "Gạch dưới trích yếu", based: "Normal", next: "BodyText", align: "center", after: 240},
		{id: "Heading1", name: "heading 1", based: "BodyText", next: "BodyText", bold: true, before: 120, keepNext: true, level: 1, quick: true},
		{id: "Heading2", name: "heading 2", based: "BodyText", next: "BodyText", bold: true, before: 120, keepNext: true, level: 2, quick: true},
		{id: "Heading3", name: "heading 3", based: "BodyText", next: "BodyText", bold: true, italic: true, keepNext: true, level: 3, quick: true},
		{id: "Heading4", name: "heading 4", based: "BodyText", next: "BodyText", italic: true, keepNext: true, level: 4, quick: true},
		{id: "Phan", name: "Phần", based: "Normal", next: "Tenphan", size: 30, bold: true, align: "center", before: 240, keepNext: true, level: 1, quick: true},
		{id: "Tenphan", name: "Tên phần", based: "Normal", next: "BodyText", bold: true, align: "center", after: 120, keepNext: true, quick: true},
		{id: "Khauhieu", name: "Khẩu hiệu", based: "BodyText", bold: true, italic: true, align: "center", quick: true},
		{id: "Phuluc", name: "Tên phụ lục", based: "Normal", next: "BodyText", bold: true, align: "center", keepNext: true, level: 1, quick: true},
		{id: "Kemtheo", name: "Kèm theo văn bản", based: "Normal", next: "BodyText", italic: true, align: "center", after: 240, keepNext: true},
		{id: "Daubang", name: "Đầu bảng", based: "Normal", size: 26, bold: true, align: "center", before: 40, after: 40},
		{id: "Obang", name: "Nội dung bảng", based: "Normal", size: 26, before: 40, after: 40, quick: true},
		{id: "Obangdeu", name: "Nội dung bảng canh đều", based: "Obang", align: "both", quick: true},
		{id: "Obanggiua", name: "Nội dung bảng canh giữa", based: "Obang", align: "center", quick: true},
		{id: "Obangdam", name: "Nội dung bảng đậm", based: "Obang", bold: true},
		{id: "Obanggiuadam", name: "Nội dung bảng canh giữa đậm", based: "Obanggiua", bold: true},
		{id: "Kyten", name: "Thể thức ký và họ tên", based: "Normal", size: 28, bold: true, align: "center", keepNext: true, quick: true},
		{id: "Chucvu", name: "Chức vụ người ký", based: "Normal", size: 28, align: "center", keepNext: true},
		{id: "Choky", name: "Chỗ ký", based: "Normal", size: 28, align: "center", line: 1500, exact: true, keepNext: true},
		{id: "Noinhan", name: "Nơi nhận", based: "Normal", size: 26, bold: true, keepNext: true},
		{id: "Noinhandong", name: "Dòng nơi nhận", based: "Normal", size: 22},
		{id: "Veviec", name: "Trích yếu công văn", based: "Normal", size: 24, italic: true, align: "center", quick: true},
		{id: "Kinhgui", name: "Kính gửi", based: "Normal", next: "BodyText", bold: true, align: "center", before: 360, after: 240, quick: true},
		{id: "Tieumuc", name: "Tiểu mục không số", based: "BodyText", next: "BodyText", bold: true, before: 180, keepNext: true, level: 1, quick: true},
		{id: "Cuoi", name: "Cuối văn bản", based: "Normal", size: 2, line: 20, exact: true},
		{id: "Header", name: "header", based: "Normal", align: "center"},
		{id: "FootnoteText", name: "footnote text", based: "Normal", size: 22, align: "both"},
	}
}

func (s style) xml() string {
	var b strings.Builder
	kind := `w:type="paragraph"`
	if s.based == "" {
		kind += ` w:default="1"`
	}
	if !strings.Contains(wordStyles, " "+s.id+" ") {
		kind += ` w:customStyle="1"`
	}
	fmt.Fprintf(&b, `<w:style %s w:styleId="%s"><w:name w:val="%s"/>`, kind, s.id, s.name)
	if s.based != "" {
		fmt.Fprintf(&b, `<w:basedOn w:val="%s"/>`, s.based)
	}
	if s.next != "" {
		fmt.Fprintf(&b, `<w:next w:val="%s"/>`, s.next)
	}
	if s.quick {
		b.WriteString(`<w:qFormat/>`)
	}
	b.WriteString(`<w:pPr>` + s.paragraph() + `</w:pPr><w:rPr>` + s.run() + `</w:rPr></w:style>`)
	return b.String()
}

// paragraph gives the paragraph properties, in the order that the schema wants.
func (s style) paragraph() string {
	var b strings.Builder
	if s.keepNext {
		b.WriteString(`<w:keepNext/>`)
	}
	if s.border != "" {
		b.WriteString(`<w:pBdr>`)
		for side := range strings.FieldsSeq(s.border) {
			fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="6" w:space="1" w:color="auto"/>`, side)
		}
		b.WriteString(`</w:pBdr>`)
	}
	if s.before+s.after+s.line > 0 {
		fmt.Fprintf(&b, `<w:spacing w:before="%d" w:after="%d"`, s.before, s.after)
		if s.line > 0 {
			rule := "auto"
			if s.exact {
				rule = "exact"
			}
			fmt.Fprintf(&b, ` w:line="%d" w:lineRule="%s"`, s.line, rule)
		}
		b.WriteString(`/>`)
	}
	if s.indent > 0 {
		fmt.Fprintf(&b, `<w:ind w:left="%d" w:right="%d"/>`, s.indent, s.indent)
	}
	if s.first > 0 {
		fmt.Fprintf(&b, `<w:ind w:firstLine="%d"/>`, s.first)
	}
	if s.align != "" {
		fmt.Fprintf(&b, `<w:jc w:val="%s"/>`, s.align)
	}
	if s.level > 0 {
		fmt.Fprintf(&b, `<w:outlineLvl w:val="%d"/>`, s.level-1)
	}
	return b.String()
}

func (s style) run() string {
	var b strings.Builder
	if s.bold {
		b.WriteString(`<w:b/><w:bCs/>`)
	}
	if s.italic {
		b.WriteString(`<w:i/><w:iCs/>`)
	}
	if s.size > 0 {
		fmt.Fprintf(&b, `<w:sz w:val="%d"/><w:szCs w:val="%d"/>`, s.size, s.size)
	}
	return b.String()
}

// wordStyles are the ids of the styles above that Word itself has.
const wordStyles = " Normal BodyText Title Subtitle Heading1 Heading2 Heading3 Heading4 Header FootnoteText "

// titleRuleIndent is what is left on either side of the rule under ĐOÀN TNCS HỒ CHÍ MINH, so that it is as long as that text in
// Times New Roman 15 bold.
const titleRuleIndent = 376

// otherStyles are the character and table styles.
const otherStyles = `<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>` +
	`<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>` +
	`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>` +
	`<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>` +
	`<w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:left w:val="single" w:sz="4" w:space="0" w:color="auto"/>` +
	`<w:bottom w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:right w:val="single" w:sz="4" w:space="0" w:color="auto"/>` +
	`<w:insideH w:val="single" w:sz="4" w:space="0" w:color="auto"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tblBorders></w:tblPr></w:style>` +
	`<w:style w:type="table" w:customStyle="1" w:styleId="Khongvien"><w:name w:val="Bảng không viền"/><w:basedOn w:val="TableNormal"/><w:tblPr>` +
	`<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>` +
	`<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>`
