package templates

import (
	"strings"

	"tonghop/lang"
	"tonghop/vntext"
)

// LayoutOptions say what Layout cannot find in the document itself.
type LayoutOptions struct {
	// Figure tells the names of figures from those of texts, such as the name of a place. Without it every name of which a part
	// stands behind a dot is a text.
	Figure func(name string) bool
}

// Layout looks at how a document is laid out and worded, by the rules of Hướng dẫn 29-HD/TWĐTN-VP of 29/10/2013 for papers of the Youth
// Union. Nothing that it finds keeps a document from being filled. The error, a lang.Message, says why the file is no Word document
// that can be read.
func Layout(data []byte, opt LayoutOptions) ([]Note, error) {
	s, err := openSurvey(data)
	if err != nil {
		return nil, err
	}
	return s.layout(opt), nil
}

func (s *survey) layout(opt LayoutOptions) []Note {
	l := &paper{survey: s, isFigure: opt.Figure, sheet: s.pack.styleSheet()}
	if l.isFigure == nil {
		l.isFigure = func(name string) bool { return !strings.Contains(name, ".") }
	}
	l.read()
	for _, r := range layoutRules {
		l.rule = r.Rule
		r.look(l)
	}
	return l.notes
}

// LayoutRules lists the rules of Layout.
func LayoutRules() []Rule {
	var rules []Rule
	for _, r := range layoutRules {
		rules = append(rules, r.Rule)
	}
	return rules
}

// layoutRule is a rule with the function that looks.
type layoutRule struct {
	Rule
	look func(*paper)
}

// layoutRules is the one table of rules on layout.
var layoutRules = []layoutRule{
	{Rule{"kho-giay",
		lang.Format{Vi: "Khổ giấy không phải A4", En: "The paper is not A4"},
		lang.Format{Vi: "Văn bản của Đoàn in trên giấy A4 (210 x 297 mm). Vào Layout → Size → A4.", En: "Papers of the Union are printed on A4 (210 x 297 mm). Choose Layout → Size → A4."}},
		(*paper).paperSize},
	{Rule{"le-trang",
		lang.Format{Vi: "Lề trang không đúng quy định", En: "The margins are not those of the rule"},
		lang.Format{Vi: "Hướng dẫn 29 quy định lề trên 20, dưới 20, trái 30, phải 20 mm. Vào Layout → Margins → Custom Margins.", En: "HD 29 wants 20 mm at the top, 20 at the bottom, 30 on the left and 20 on the right. Choose Layout → Margins → Custom Margins."}},
		(*paper).margins},
	{Rule{"ma-chu-cu",
		lang.Format{Vi: "Chữ gõ bằng bảng mã cũ (TCVN3, VNI)", En: "Text in an old Vietnamese encoding (TCVN3, VNI)"},
		lang.Format{Vi: "Chương trình không đọc được chữ này. Chuyển sang Unicode bằng Unikey (Ctrl+Shift+F6) rồi chọn phông Times New Roman.", En: "The program cannot read it. Convert it to Unicode with Unikey (Ctrl+Shift+F6) and choose Times New Roman."}},
		(*paper).oldFonts},
	{Rule{"phong-chu",
		lang.Format{Vi: "Có chữ không dùng phông Times New Roman", En: "Some text is not in Times New Roman"},
		lang.Format{Vi: "Văn bản của Đoàn dùng phông Times New Roman. Bấm Ctrl+A rồi chọn Times New Roman.", En: "Papers of the Union are in Times New Roman. Press Ctrl+A and choose it."}},
		(*paper).fonts},
	{Rule{"co-chu",
		lang.Format{Vi: "Có đoạn nội dung không dùng cỡ chữ 14", En: "Some paragraphs of the text are not in size 14"},
		lang.Format{Vi: "Nội dung văn bản của Đoàn dùng cỡ chữ 14. Chọn các đoạn đó rồi chọn cỡ 14.", En: "The text of the Union's papers is in size 14. Select the paragraphs and choose 14."}},
		(*paper).sizes},
	{Rule{"quoc-hieu",
		lang.Format{Vi: "Văn bản của Đoàn lại mang Quốc hiệu của văn bản nhà nước", En: "A paper of the Union has the header of the state"},
		lang.Format{Vi: "Thay bằng tiêu đề “ĐOÀN TNCS HỒ CHÍ MINH” ở góc trên bên phải.", En: "Replace it by “ĐOÀN TNCS HỒ CHÍ MINH” at the top right."}},
		(*paper).stateHeader},
	{Rule{"tieu-de-doan",
		lang.Format{Vi: "Không thấy tiêu đề “ĐOÀN TNCS HỒ CHÍ MINH”", En: "The title “ĐOÀN TNCS HỒ CHÍ MINH” is missing"},
		lang.Format{Vi: "Gõ tiêu đề ở góc trên bên phải, chữ in hoa, đậm, cỡ 15.", En: "Type it at the top right in bold capitals of size 15."}},
		(*paper).unionHeader},
	{Rule{"loai-ky-hieu",
		lang.Format{Vi: "Ký hiệu không khớp với loại văn bản", En: "The symbol does not fit the type of the paper"},
		lang.Format{Vi: "Sửa tên loại hoặc sửa ký hiệu trong dòng Số.", En: "Change the type or the symbol in the line of the number."}},
		(*paper).symbol},
	{Rule{"ky-hieu-nha-nuoc",
		lang.Format{Vi: "Số, ký hiệu viết theo kiểu văn bản nhà nước", En: "The number is written as in papers of the state"},
		lang.Format{Vi: "Đoàn viết số, gạch nối, loại, gạch chéo, cơ quan, ví dụ: Số: 245-BC/TĐTN-TCKT.", En: "The Union writes number-type/body, as in: Số: 245-BC/TĐTN-TCKT."}},
		(*paper).stateSymbol},
	{Rule{"ngay-bang-so",
		lang.Format{Vi: "Địa điểm, ngày tháng của văn bản viết bằng số", En: "The date of the paper is written in figures"},
		lang.Format{Vi: "Viết đủ chữ, ví dụ: Tây Ninh, ngày 09 tháng 02 năm 2013; hoặc dùng thẻ ngày của mẫu.", En: "Write it in words, as in: Tây Ninh, ngày 09 tháng 02 năm 2013; or use the tag of the date."}},
		(*paper).dateLine},
	{Rule{"trich-yeu-xuong-dong",
		lang.Format{Vi: "Tên loại và trích yếu nằm trong cùng một đoạn", En: "The type and the abstract stand in one paragraph"},
		lang.Format{Vi: "Hai dòng này có cỡ chữ khác nhau. Xóa dấu ngắt dòng (Shift+Enter) rồi gõ Enter.", En: "The two have different sizes. Delete the line break (Shift+Enter) and press Enter."}},
		(*paper).brokenTitle},
	{Rule{"can-bang-dau-cach",
		lang.Format{Vi: "Dùng nhiều dấu cách hoặc Tab để xếp chữ", En: "Spaces or tabs are used to place the text"},
		lang.Format{Vi: "Chữ sẽ lệch khi số liệu dài ngắn khác nhau. Dùng nút căn giữa, hoặc bảng hai cột không viền.", En: "The text shifts when figures are longer or shorter. Centre it, or use a table of two columns without borders."}},
		(*paper).spaced},
	{Rule{"so-la-ma",
		lang.Format{Vi: "Số La Mã của các mục bị trùng hoặc nhảy cóc", En: "The Roman numerals of the sections repeat or leave one out"},
		lang.Format{Vi: "Sửa lại số thứ tự của các mục; chỉ đánh lại từ I khi sang phần mới.", En: "Number the sections anew; only a new part begins with I again."}},
		(*paper).romans},
	{Rule{"dau-cham-thap-phan",
		lang.Format{Vi: "Số thập phân viết bằng dấu chấm", En: "A decimal is written with a dot"},
		lang.Format{Vi: "Tiếng Việt dùng dấu phẩy trước phần lẻ, ví dụ 13,6 triệu; hoặc thay bằng thẻ số liệu.", En: "Vietnamese has a comma before the fraction, as in 13,6 triệu; or use the tag of the figure."}},
		(*paper).decimalDots},
	{Rule{"cach-phan-tram",
		lang.Format{Vi: "Có dấu cách trước dấu %", En: "A space before the sign %"},
		lang.Format{Vi: "Viết liền, ví dụ 82,48%; xóa dấu cách.", En: "Write them together, as in 82,48%; delete the space."}},
		(*paper).percents},
	{Rule{"tu-uoc-luong",
		lang.Format{Vi: "Từ ước lượng đứng trước thẻ in ra con số chính xác", En: "A word of estimation before a tag that prints an exact figure"},
		lang.Format{Vi: "Xóa từ đó; kiểu in làm tròn tự thêm “hơn” hoặc “gần” khi cần.", En: "Delete the word; a style that rounds adds “hơn” or “gần” by itself."}},
		(*paper).estimates},
	{Rule{"so-go-tay",
		lang.Format{Vi: "Có con số gõ tay sát bên thẻ", En: "A typed number stands right beside a tag"},
		lang.Format{Vi: "Có thể là số cũ quên xóa, hoặc mẫu số sẽ sai ở kỳ sau. Xóa, hoặc thay bằng thẻ.", En: "It may be an old figure, or a denominator that is wrong next time. Delete it or use a tag."}},
		(*paper).typedNumbers},
	{Rule{"so-trang",
		lang.Format{Vi: "Văn bản nhiều trang mà không có số trang", En: "Several pages without page numbers"},
		lang.Format{Vi: "Đánh số ở giữa lề trên, từ trang 2: vào Insert → Page Number → Top of Page, chọn Different First Page.", En: "Number the pages at the top centre from page 2: Insert → Page Number → Top of Page, with Different First Page."}},
		(*paper).pageNumber},
	{Rule{"so-trang-cho",
		lang.Format{Vi: "Số trang đặt ở chân trang", En: "The page number is at the foot of the page"},
		lang.Format{Vi: "Hướng dẫn 29 đặt số trang ở giữa lề trên. Vào Insert → Page Number → Top of Page.", En: "HD 29 puts it at the centre of the top margin. Choose Insert → Page Number → Top of Page."}},
		(*paper).pageNumberPlace},
	{Rule{"so-trang-dau",
		lang.Format{Vi: "Trang đầu cũng in số trang", En: "The first page has a page number too"},
		lang.Format{Vi: "Số trang bắt đầu từ trang 2. Bấm đúp vào đầu trang rồi chọn Different First Page.", En: "Page numbers begin on page 2. Double-click the header and choose Different First Page."}},
		(*paper).pageNumberFirst},
	{Rule{"the-thuc-ky",
		lang.Format{Vi: "Thể thức ký viết bằng gạch chéo", En: "The form of signing is written with a slash"},
		lang.Format{Vi: "T/M, T/L, K/T là cách viết của văn bản Đảng; Đoàn viết TM., TL., KT.", En: "T/M, T/L and K/T are the Party's; the Union writes TM., TL., KT."}},
		(*paper).signing},
	{Rule{"chuc-vu-dam",
		lang.Format{Vi: "Chức vụ người ký in đậm", En: "The post of the person who signs is in bold"},
		lang.Format{Vi: "Hướng dẫn 29 quy định chức vụ in hoa, không đậm. Chọn dòng đó rồi bấm Ctrl+B.", En: "HD 29 wants it in capitals and not bold. Select the line and press Ctrl+B."}},
		(*paper).boldPost},
}

// paper is a document that is looked at.
type paper struct {
	*survey
	isFigure func(name string) bool
	sheet    *styleSheet
	rule     Rule
	notes    []Note

	lines    []sentence // of the body, those without text left out
	sections []pageSection
	// kind is the type that the title states, nil where there is none; kindAt is its line. isLetter tells a công văn.
	kind     *paperKind
	kindAt   int
	isLetter bool
	union    bool // it has the title of the Union
	party    bool // it has the title of the Party
	state    int  // the line with the header of the state, or -1
	length   int  // of the text, in characters
}

// sentence is a paragraph of the body that says something.
type sentence struct {
	*spot
	// says is its text with every kind of space as a plain one; line breaks and tabs stay.
	says string
	key  string // to compare it with other texts
}

// headLines is among how many of the first lines the head of a paper is looked for, and footLines among how many of the last its
// signature.
const (
	headLines = 30
	footLines = 30
)

func (l *paper) add(at Place, detail lang.Message) {
	l.notes = append(l.notes, l.rule.note(at, detail))
}

// quote notes a line with a stretch of its text.
func (l *paper) quote(at sentence, text string) {
	l.add(at.at, quoted.With(shorten(text, 60)))
}

// many notes what was found at several places, with the places counted.
func (l *paper) many(places []Place, detail lang.Message) {
	if len(places) == 0 {
		return
	}
	l.add(places[0], detail)
	l.notes[len(l.notes)-1].Count = len(places)
}

// read finds out what kind of paper it is.
func (l *paper) read() {
	main := l.main()
	for i := range main.spots {
		s := &main.spots[i]
		if s.twin || isBlank(strings.ReplaceAll(s.text, string(thing), "")) {
			continue
		}
		says := plainSpaces.Replace(vntext.NFC(s.text))
		l.lines = append(l.lines, sentence{spot: s, says: says, key: vntext.Key(says)})
		l.length += len([]rune(says))
	}
	l.sections = l.readSections()
	l.readHead()
}

var plainSpaces = strings.NewReplacer("\u00a0", " ", "\u2002", " ", "\u2003", " ", "\u2009", " ", "\u202f", " ", "\u200b", "", string(thing), "")

// head are the first lines, foot the last ones.
func (l *paper) head() []sentence { return l.lines[:min(headLines, len(l.lines))] }
func (l *paper) foot() []sentence { return l.lines[max(0, len(l.lines)-footLines):] }

// Notes gives what Layout and Sound find in a document. A fault of structure has one cause, and is said once with a count.
func Notes(data []byte, opt LayoutOptions) ([]Note, error) {
	s, err := openSurvey(data)
	if err != nil {
		return nil, err
	}
	return append(s.layout(opt), together(s.sound())...), nil
}
