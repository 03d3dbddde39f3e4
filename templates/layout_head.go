package templates

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tonghop/lang"
	"tonghop/vntext"
)

// paperKind is a type of paper with its abbreviation in the number.
type paperKind struct{ title, symbol string }

// paperKinds are the types of papers of the Union, by HD 29. A title that begins like another stands behind the longer one.
var paperKinds = []paperKind{
	{"BÁO CÁO", "BC"}, {"KẾ HOẠCH", "KH"}, {"QUYẾT ĐỊNH", "QĐ"}, {"QUY ĐỊNH", "QĐ"}, {"QUY CHẾ", "QC"}, {"CHỈ THỊ", "CT"}, {"CHƯƠNG TRÌNH", "CTr"},
	{"THÔNG TRI", "TT"}, {"THÔNG BÁO", "TB"}, {"TỜ TRÌNH", "TTr"}, {"HƯỚNG DẪN", "HD"}, {"NGHỊ QUYẾT", "NQ"}, {"KẾT LUẬN", "KL"}, {"ĐỀ ÁN", "ĐA"},
	{"CÔNG VĂN", "CV"},
}

// The titles of the head, as keys.
var (
	unionTitles  = []string{vntext.Key("ĐOÀN TNCS HỒ CHÍ MINH"), vntext.Key("ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH")}
	stateTitle   = vntext.Key("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
	partyTitle   = vntext.Key("ĐẢNG CỘNG SẢN VIỆT NAM")
	addressed    = vntext.Key("Kính gửi")
	privatePaper = regexp.MustCompile(`^(ĐƠN|HỢP ĐỒNG|GIẤY|BIÊN BẢN)\s`)
)

var (
	detailSymbol = lang.Format{Vi: ": “%s” mang ký hiệu “%s”, đúng ra là “%s”", En: ": “%s” has the symbol “%s”; it should be “%s”"}
	detailLetter = lang.Format{Vi: ": công văn (có “Kính gửi”, không có tên loại) mang ký hiệu “%s”", En: ": a letter (with “Kính gửi”, without a type) has the symbol “%s”"}
)

// readHead finds the titles and the type among the first lines.
func (l *paper) readHead() {
	l.state = -1
	for i, at := range l.head() {
		for _, title := range unionTitles {
			l.union = l.union || strings.Contains(at.key, title)
		}
		l.party = l.party || strings.Contains(at.key, partyTitle)
		if l.state < 0 && strings.Contains(at.key, stateTitle) {
			l.state = i
		}
		l.isLetter = l.isLetter || strings.HasPrefix(at.key, addressed)
		if kind := kindOfPaper(at.says); l.kind == nil && kind != nil {
			l.kind, l.kindAt = kind, i
		}
	}
	for _, s := range l.stories {
		for _, at := range s.spots {
			l.union = l.union || s.story == Header && slices.Contains(unionTitles, vntext.Key(at.text))
		}
	}
}

// kindOfPaper gives the type that a line states, or nil. A title is in capitals; what stands behind a line break in it is the abstract.
func kindOfPaper(says string) *paperKind {
	title, _, _ := strings.Cut(strings.TrimSpace(says), "\n")
	title = strings.Join(strings.Fields(title), " ")
	if utf8.RuneCountInString(title) > 120 {
		return nil
	}
	for i := range paperKinds {
		k := &paperKinds[i]
		if rest, ok := strings.CutPrefix(title, k.title); ok && (rest == "" || rest[0] == ' ' || rest[0] == ':') && isUpper(rest) {
			return k
		}
	}
	return nil
}

// isUpper reports whether a text, tags left out, has no small letters.
func isUpper(text string) bool {
	for _, m := range slices.Backward(findTags(text)) {
		text = text[:m.start] + text[m.end:]
	}
	return strings.ToUpper(text) == text
}

func (l *paper) stateHeader() {
	if l.state < 0 {
		return
	}
	for _, at := range l.head() {
		if privatePaper.MatchString(strings.TrimSpace(at.says)) {
			return
		}
	}
	l.quote(l.lines[l.state], l.lines[l.state].says)
}

func (l *paper) unionHeader() {
	if (l.kind != nil || l.isLetter) && !l.union && !l.party && l.state < 0 {
		l.add(l.lines[0].at, lang.Message{})
	}
}

var (
	// unionNumber and stateNumber are lines such as "Số: 245-BC/TĐTN-TCKT" and "Số: 12/BC-SNV"; the number may be blank or a tag.
	unionNumber = regexp.MustCompile(`(?i)^\s*số\s*:?[^/\n]{0,60}?-\s*(\pL{2,4})\s*/`)
	stateNumber = regexp.MustCompile(`(?i)^\s*số\s*:?[^/\n-]{0,60}/\s*(\pL{2,4})\s*-\s*\S`)
)

func (l *paper) symbol() {
	for _, at := range l.head() {
		m := unionNumber.FindStringSubmatch(at.says)
		if m == nil {
			continue
		}
		if l.kind == nil {
			if l.isLetter && strings.EqualFold(m[1], "BC") || l.isLetter && strings.EqualFold(m[1], "KH") {
				l.add(at.at, detailLetter.With(m[1]))
			}
			return
		}
		if !strings.EqualFold(m[1], l.kind.symbol) {
			l.add(at.at, detailSymbol.With(l.kind.title, m[1], l.kind.symbol))
		}
		return
	}
}

func (l *paper) stateSymbol() {
	if !l.union {
		return
	}
	for _, at := range l.head() {
		if stateNumber.MatchString(at.says) {
			l.quote(at, at.says)
		}
	}
}

// numericDate is a line of place and date in figures; the place may be a tag.
var numericDate = regexp.MustCompile(`^\s*[\pL{][^\n,]{1,60},\s*(ngày\s*)?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4})\s*$`)

func (l *paper) dateLine() {
	for _, at := range l.head() {
		if numericDate.MatchString(at.says) {
			l.quote(at, at.says)
			return
		}
	}
}

func (l *paper) brokenTitle() {
	if l.kind == nil {
		return
	}
	at := l.lines[l.kindAt]
	if _, abstract, ok := strings.Cut(strings.TrimSpace(at.says), "\n"); ok && !isBlank(abstract) {
		l.quote(at, at.says)
	}
}

var (
	// placedBySpaces is text behind many spaces or tabs, at the beginning of a line or between two words.
	placedBySpaces = regexp.MustCompile(`(^|\S)( {6,}|\t{2,}|[ \t]{8,})\S`)
	// leftOpen are the spaces that somebody fills in by hand: a number, a day.
	leftOpen = regexp.MustCompile(`(?i)(số\s*:?|ngày|tháng|năm|-)[ \t]+|[ \t]+(ngày|tháng|năm|-|/)`)
)

// spaced looks at the head and the signature, and at lines in capitals: in running text a tab may mean something.
func (l *paper) spaced() {
	var places []Place
	for i, at := range l.lines {
		ends := i < headLines || i >= len(l.lines)-footLines
		if at.at.Table > 0 || !ends && !isUpper(at.says) || utf8.RuneCountInString(at.says) > 160 {
			continue
		}
		for _, row := range strings.Split(at.says, "\n") {
			if m := placedBySpaces.FindStringIndex(leftOpen.ReplaceAllString(row, "x")); m != nil {
				places = append(places, at.at)
				break
			}
		}
	}
	l.many(places, lang.Message{})
}

var slashedForm = regexp.MustCompile(`^\s*(T/M|T/L|K/T)[.\s]`)

func (l *paper) signing() {
	if l.party {
		return
	}
	for _, at := range l.foot() {
		if m := slashedForm.FindStringSubmatch(at.says); m != nil {
			l.quote(at, at.says)
		}
	}
}

// posts are how those sign who may sign, as keys.
var posts = []string{
	vntext.Key("BÍ THƯ"), vntext.Key("PHÓ BÍ THƯ"), vntext.Key("PHÓ BÍ THƯ THƯỜNG TRỰC"), vntext.Key("CHÁNH VĂN PHÒNG"), vntext.Key("PHÓ CHÁNH VĂN PHÒNG"),
	vntext.Key("TRƯỞNG BAN"), vntext.Key("PHÓ TRƯỞNG BAN"), vntext.Key("ỦY VIÊN BAN THƯỜNG VỤ"),
}

func (l *paper) boldPost() {
	if l.kind == nil && !l.isLetter || l.party {
		return
	}
	for _, at := range l.foot() {
		if slices.Contains(posts, strings.TrimSpace(at.key)) && isUpper(at.says) && l.allBoldLine(at) {
			l.quote(at, at.says)
		}
	}
}
