package templates_test

import (
	"io/fs"
	"strings"
	"testing"

	"tonghop/templates"
	"tonghop/templates/builtin"
)

const (
	a4        = `<w:pgSz w:w="11906" w:h="16838"/>`
	goodEdges = `<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701"/>`
	goodFont  = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>`
	pageField = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r><w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`
)

// paperOf gives a document in good order: what a test changes is all that is wrong with it.
func paperOf(body ...string) docx {
	head := tbl(tr(tc(p("BCH ĐOÀN TỈNH TÂY NINH"), p("***"), p("Số: {{so}}-BC/TĐTN-VP")),
		tc(p("ĐOÀN TNCS HỒ CHÍ MINH"), p("Tây Ninh, ngày 09 tháng 02 năm 2013"))))
	return docx{body: head + p("BÁO CÁO") + p("Kết quả năm") + strings.Join(body, ""), styles: goodFont, bodyEnd: "<w:sectPr>" + a4 + goodEdges + "</w:sectPr>"}
}

func styled(format, text string) string {
	return `<w:p><w:r><w:rPr>` + format + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func bold(text string) string { return styled("<w:b/>", text) }

// with gives a document in which a text is replaced by another.
func (d docx) with(old, new string) docx {
	d.body = strings.Replace(d.body, old, new, 1)
	d.bodyEnd = strings.Replace(d.bodyEnd, old, new, 1)
	return d
}

// headed gives a document a header or footer for all pages.
func (d docx) headed(header, footer string, titlePg bool) docx {
	d.header, d.footer = header, footer
	reference := ""
	if header != "" {
		reference = `<w:headerReference w:type="default" r:id="rheader"/>`
	}
	end := "</w:sectPr>"
	if titlePg {
		end = "<w:titlePg/>" + end
	}
	d.bodyEnd = strings.Replace(strings.Replace(d.bodyEnd, "<w:sectPr>", "<w:sectPr>"+reference, 1), "</w:sectPr>", end, 1)
	return d
}

var longText = strings.Repeat("Đoàn viên thanh niên thi đua lập thành tích. ", 10)

// layoutCases gives for each rule documents that break it, and a part of every note.
var layoutCases = []struct {
	code string
	doc  docx
	want []string
}{
	{"kho-giay", paperOf().with(a4, `<w:pgSz w:w="12240" w:h="15840"/>`), []string{"(216 x 279 mm)"}},
	{"kho-giay", paperOf().with(a4, ""), []string{"không ghi khổ giấy"}},
	{"le-trang", paperOf().with(`w:left="1701"`, `w:left="1418"`), []string{"trái 25"}},
	{"ma-chu-cu", paperOf(styled(`<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>`, "B¸o c¸o")), []string{"(.VnTime)"}},
	{"phong-chu", paperOf(styled(`<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>`, "a"), styled(`<w:rFonts w:hAnsi="Calibri"/>`, "b")), []string{"(Arial, Calibri)"}},
	{"co-chu", paperOf(styled(`<w:sz w:val="26"/>`, longText), styled(`<w:sz w:val="25"/>`, longText)), []string{"(13; 12,5)"}},
	{"quoc-hieu", paperOf().with("ĐOÀN TNCS HỒ CHÍ MINH", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"), []string{"“CỘNG HOÀ"}},
	{"tieu-de-doan", paperOf().with("ĐOÀN TNCS HỒ CHÍ MINH", "x"), []string{"tiêu đề"}},
	{"loai-ky-hieu", paperOf().with("-BC/", "-KH/"), []string{"“BÁO CÁO” mang ký hiệu “KH”, đúng ra là “BC”"}},
	{"loai-ky-hieu", paperOf().with("BÁO CÁO", "CHƯƠNG TRÌNH CÔNG TÁC").with("-BC/", "-CT/"), []string{"đúng ra là “CTr”"}},
	{"loai-ky-hieu", paperOf().with("BÁO CÁO", "Kính gửi: các đơn vị"), []string{"công văn"}},
	{"ky-hieu-nha-nuoc", paperOf().with("Số: {{so}}-BC/TĐTN-VP", "Số: 12/BC-TĐTN"), []string{"“Số: 12/BC-TĐTN”"}},
	{"ngay-bang-so", paperOf().with("ngày 09 tháng 02 năm 2013", "ngày 09/02/2013"), []string{"“Tây Ninh, ngày 09/02/2013”"}},
	{"trich-yeu-xuong-dong", paperOf().with(p("BÁO CÁO"), `<w:p><w:r><w:t>BÁO CÁO</w:t><w:br/><w:t>Kết quả</w:t></w:r></w:p>`), []string{"“BÁO CÁO Kết quả”"}},
	{"can-bang-dau-cach", paperOf(p("               TM. BAN THƯỜNG VỤ"), p("NƠI NHẬN          BÍ THƯ")), []string{"Dùng nhiều dấu cách"}},
	{"so-la-ma", paperOf(bold("I. Một"), bold("II. Hai"), bold("II. Hai nữa"), bold("IV. Bốn")), []string{"mục II đứng hai lần", "sau mục II là mục IV"}},
	{"so-la-ma", paperOf(bold("II. Hai")), []string{"mục đầu tiên mang số II"}},
	{"so-la-ma", paperOf(bold("I. Một"), bold("I. Một nữa")), []string{"mục I đứng hai lần"}},
	{"dau-cham-thap-phan", paperOf(p("Trị giá 13.6 triệu đồng và tăng 3.1%; mục 2.1 giữ nguyên.")), []string{"“13.6 triệu”", "“3.1%”"}},
	{"cach-phan-tram", paperOf(p("đạt 82,48 %"), p("đạt {{a / b | so}} %")), []string{"“82,48 %”"}},
	{"tu-uoc-luong", paperOf(p("Có hơn {{xd_dvut}} đoàn viên, gần\u00a0{{a}} lượt")), []string{"“hơn {{xd_dvut}}”", "“gần {{a}}”"}},
	{"so-go-tay", paperOf(p("Giới thiệu 1.805 {{xd_dvut}} đoàn viên, {{a}}/94 đơn vị")), []string{"“1.805 {{xd_dvut}}”", "“{{a}}/94”"}},
	{"so-trang", paperOf(p(strings.Repeat(longText, 9))), []string{"số trang"}},
	{"so-trang-cho", paperOf().headed("", pageField, true), []string{"chân trang"}},
	{"so-trang-dau", paperOf().headed(pageField, "", false), []string{"Trang đầu"}},
	{"the-thuc-ky", paperOf(p("T/M BAN THƯỜNG VỤ")), []string{"“T/M BAN THƯỜNG VỤ”"}},
	{"chuc-vu-dam", paperOf(bold("PHÓ BÍ THƯ")), []string{"“PHÓ BÍ THƯ”"}},
}

func TestLayoutFindsEachFault(t *testing.T) {
	tried := map[string]bool{}
	for _, c := range layoutCases {
		notes, err := templates.Layout(c.doc.file(), templates.LayoutOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range notes {
			if n.Code != c.code || i >= len(c.want) || !strings.Contains(n.String(), c.want[min(i, len(c.want)-1)]) {
				t.Errorf("%s: got %s: %s", c.code, n.Code, n)
			}
		}
		if len(notes) < len(c.want) {
			t.Errorf("%s: only %d of %d notes", c.code, len(notes), len(c.want))
		}
		tried[c.code] = true
	}
	for _, r := range templates.LayoutRules() {
		if !tried[r.Code] {
			t.Errorf("the rule %s has no test", r.Code)
		}
	}
}

// TestLayoutIsSilent has what looks like a fault and is none.
func TestLayoutIsSilent(t *testing.T) {
	for name, d := range map[string]docx{
		"in order":                      paperOf(p("Có {{xd_dvut}} đoàn viên.")).headed(pageField, "", true),
		"landscape":                     paperOf().with(a4, `<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>`),
		"back of the sheet":             paperOf().with(`w:right="1134"`, `w:right="1701"`).with(`w:left="1701"`, `w:left="1134"`),
		"a person's application":        {body: p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("ĐƠN XIN VIỆC"), styles: goodFont, bodyEnd: "<w:sectPr>" + a4 + goodEdges + "</w:sectPr>"},
		"the Party's format":            paperOf(p("T/M BAN THƯỜNG VỤ")).with("ĐOÀN TNCS HỒ CHÍ MINH", "ĐẢNG CỘNG SẢN VIỆT NAM"),
		"a letter":                      paperOf().with("BÁO CÁO", "Kính gửi: các đơn vị").with("{{so}}-BC/", "{{so}}-CV/"),
		"congress":                      paperOf().with("Số: {{so}}-BC/TĐTN-VP", "Số:      /ĐH"),
		"small text that is no report":  paperOf(styled(`<w:sz w:val="22"/>`, "- Lưu VT-LT.")),
		"numerals begin anew in a part": paperOf(bold("I. Một"), bold("II. Hai"), bold("Phần thứ hai"), bold("I. Một"), bold("II. Hai")),
		"numerals of two branches":      paperOf(bold("I. Một"), p("{{#a}}"), bold("II. Hai"), p("{{^}}"), bold("II. Hai khác"), p("{{/}}"), bold("III. Ba")),
		"an initial":                    paperOf(p("V. I. Lê-nin nói")),
		"comparison and ratio":          paperOf(p("cao hơn {{a}} lượt; {{a}} trên {{b}}; trên {{thong_tin.dia_ban}}")),
		"numbers that belong there":     paperOf(p("1. {{a}}; năm 2021 {{a}}; khuyết điểm 1 {{a}}; {{a}}/{{b}}; tháng 12 {{a}}")),
		"a decimal comma and sections":  paperOf(p("2.1 Đồng hành"), p("13,6 triệu, 1.805 đoàn viên, ngày 03.3.2021")),
		"spaces left open":              paperOf(p("Số:            -BC/TĐTN"), p("Tây Ninh, ngày        tháng        năm")).with("Số: {{so}}-BC/TĐTN-VP", ""),
		"symbols":                       paperOf(styled(`<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>`, "x")),
	} {
		notes, err := templates.Layout(d.file(), templates.LayoutOptions{})
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range notes {
			t.Errorf("%s: %s: %s", name, n.Code, n)
		}
	}
}

// Our own templates keep the rules.
func TestBuiltinsAreInOrder(t *testing.T) {
	for _, made := range builtin.Templates() {
		data, err := fs.ReadFile(builtin.FS(), made.File)
		if err != nil {
			t.Fatal(err)
		}
		notes, err := templates.Layout(data, templates.LayoutOptions{})
		if err != nil {
			t.Fatal(err)
		}
		flaws, err := templates.Sound(data)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range append(notes, flaws...) {
			t.Errorf("%s: %s: %s", made.File, n.Code, n)
		}
	}
}
