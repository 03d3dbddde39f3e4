package templates

import (
	"strings"
	"unicode"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// tag is one tag of a template.
type tag struct {
	kind  tagKind
	typed string // with its braces, as it stands in the document
	text  string // what stands between the braces without the sign of the kind, made clean
	place Place
	order int // among the tags of the template, as they were scanned

	// expr is what a value tag prints and what a condition asks; nil for a tag that is faulty.
	expr   *formula.Expr
	name   string // the name that expr consists of, "" where it is more than that
	styles []figure.Style
	// column tells a tag of a loop over the columns of a table.
	column bool
	// chart tells a tag of the data of a chart.
	chart bool
	// steps choose and sort the rows of a loop.
	steps []step
	// bold and bare are two styles of the engine itself: dam_so and khong_phu.
	bold, bare bool
	// measured is the third: dvt puts the unit of measure behind the number.
	measured bool
	naming

	// run and para are the formatting of the tag's first character and of its paragraph.
	run  runFormat
	para []byte
	// plain tells that the tag stands outside of runs, so that its value is written as mere characters.
	plain bool
	// sole tells that nothing else is printed in its paragraph.
	sole bool
	// alone tells that the tag stands in its paragraph itself, not in a hyperlink or the like, so that the paragraph can be ended
	// behind it.
	alone bool
	// uncontrolled tells that no content control may stand where the tag stands.
	uncontrolled bool
	// fleeting tells that the tag stood in a text of the catalogue, which is read anew each time.
	fleeting bool
}

type tagKind uint8

const (
	valueTag   tagKind = iota
	openTag            // {{#
	elseTag            // {{^
	closeTag           // {{/
	commentTag         // {{!
)

// maxTag bounds the text of one tag, in bytes.
const maxTag = 6000

// EngineStyle is a style that changes how a tag prints whatever the other styles make of its value.
type EngineStyle struct {
	Name  string
	Title lang.Format
	// Example is a tag and what it prints where 93 of 94 units have reported the figure.
	Example figure.Example
}

const (
	boldStyle    = "dam_so"
	bareStyle    = "khong_phu"
	measureStyle = "dvt"
)

// EngineStyles gives the styles that a tag may name beside those of package figure.
func EngineStyles() []EngineStyle {
	return []EngineStyle{
		{boldStyle, lang.Format{
			Vi: "in đậm con số; trong đoạn văn của danh mục thì chỉ in đậm các con số bên trong",
			En: "prints the figure in bold; in a text of the catalogue only the figures inside it"},
			figure.Example{In: "{{xd_dvut | dam_so}}", Out: "1.805 (số liệu 93/94 đơn vị)"}},
		{bareStyle, lang.Format{
			Vi: "không in thêm “(số liệu n/m đơn vị)” sau số liệu chưa đủ đơn vị báo cáo",
			En: "does not add “(số liệu n/m đơn vị)” to a figure that not all units have reported"},
			figure.Example{In: "{{xd_dvut | khong_phu}}", Out: "1.805"}},
		{measureStyle, lang.Format{
			Vi: "thêm đơn vị tính của số liệu (cột ĐVT), ví dụ “1.805 đoàn viên”",
			En: "puts the figure's unit of measure (column ĐVT) behind it, as in “1.805 đoàn viên”"},
			figure.Example{In: "{{xd_dvut | dvt}}", Out: "1.805 đoàn viên (số liệu 93/94 đơn vị)"}},
	}
}

var (
	faultUnclosedTag = lang.Format{
		Vi: "Thẻ mở bằng {{ mà không đóng bằng }} trong cùng một đoạn. Gõ đủ }} ở cuối thẻ; thẻ không được xuống dòng sang đoạn khác.",
		En: "The tag opens with {{ and is not closed with }} in the same paragraph. Type }} at its end; a tag cannot run into the next paragraph."}
	faultStrayBraces = lang.Format{
		Vi: "Có }} mà không có {{ ở trước trong cùng đoạn. Gõ {{ ở đầu thẻ hoặc xóa }}.",
		En: "There is }} without {{ before it in the same paragraph. Type {{ where the tag begins or delete }}."}
	faultEmptyTag = lang.Format{
		Vi: "Thẻ để trống. Gõ mã số liệu vào giữa hai cặp ngoặc, hoặc xóa thẻ.",
		En: "The tag is empty. Type a code between the braces, or delete the tag."}
	faultLongTag = lang.Format{
		Vi: "Thẻ dài quá %d ký tự. Kiểm tra xem có thiếu }} không.",
		En: "The tag is longer than %d characters. See whether }} is missing."}
	faultThing = lang.Format{
		Vi: "Trong thẻ có hình, chú thích hoặc trường của Word. Xóa thẻ rồi gõ lại liền một mạch.",
		En: "There is a picture, a note or a field inside the tag. Delete the tag and type it again in one go."}
	faultStyleUnknown = lang.Format{
		Vi: "Không có kiểu in “%s”.%s",
		En: "There is no style “%s”.%s"}
	faultStyleBehind = lang.Format{
		Vi: "Kiểu in “%s” không đứng sau kiểu in “%s” được, vì sau đó giá trị đã là chữ. Bỏ bớt một trong hai.",
		En: "The style “%s” cannot stand behind the style “%s”, which has made a text of the value. Delete one of the two."}
	faultStyleMissing = lang.Format{
		Vi: "Sau dấu | còn thiếu tên kiểu in, ví dụ {{xd_dvut | chu}}. Gõ tên kiểu in hoặc xóa dấu |.",
		En: "The name of a style is missing after |, as in {{xd_dvut | chu}}. Type it or delete the |."}
	faultOtherLanguage = lang.Format{
		Vi: "Thẻ dùng {{%s}} là cách viết của chương trình khác. Vòng lặp và điều kiện viết {{#tên}} … {{/tên}}.",
		En: "{{%s}} is the way of another program. Loops and conditions are written {{#name}} … {{/name}}."}
	didYouMean = lang.Format{Vi: " Có phải là “%s”?", En: " Did you mean “%s”?"}
)

// didMean ends a message with the suggestions; it is nothing where there are none.
func didMean(suggestions []string) lang.Message {
	if len(suggestions) == 0 {
		return lang.Message{}
	}
	return didYouMean.With(strings.Join(suggestions, "”, “"))
}

// found is where a tag stands in a text: from start to end with its braces. What is faulty is found too.
type found struct {
	span
	fault lang.Message // set for braces that make no tag
}

// findTags finds the tags of a paragraph's text from left to right.
func findTags(text string) []found {
	var tags []found
	for pos := 0; pos < len(text); {
		open := indexFrom(text, "{{", pos)
		shut := indexFrom(text, "}}", pos)
		if open < 0 && shut < 0 {
			break
		}
		if open < 0 || shut >= 0 && shut < open {
			tags = append(tags, found{span{shut, shut + 2}, faultStrayBraces.With()})
			pos = shut + 2
			continue
		}
		next := indexFrom(text, "{{", open+2)
		for next == open+2 || next >= 0 && strings.Trim(text[open:next], "{") == "" {
			next = indexFrom(text, "{{", next+1)
		}
		shut = indexFrom(text, "}}", open+2)
		if shut < 0 || next >= 0 && next < shut {
			end := len(text)
			if next >= 0 {
				end = next
			}
			tags = append(tags, found{span{open, end}, faultUnclosedTag.With()})
			pos = end
			continue
		}
		tags = append(tags, found{span: span{open, shut + 2}})
		pos = shut + 2
	}
	return tags
}

func indexFrom(text, part string, from int) int {
	if from > len(text) {
		return -1
	}
	if i := strings.Index(text[from:], part); i >= 0 {
		return from + i
	}
	return -1
}

// parseTag reads what stands between the braces of a tag. faults are its faults, in words.
func parseTag(typed string) (t *tag, faults []tagFault) {
	t = &tag{typed: showTag(typed)}
	inside := strings.TrimSuffix(strings.TrimPrefix(typed, "{{"), "}}")
	if strings.ContainsRune(inside, thing) {
		return t, []tagFault{{message: faultThing.With()}}
	}
	if len(inside) > maxTag {
		return t, []tagFault{{message: faultLongTag.With(maxTag)}}
	}
	t.text = cleanTag(inside)
	if t.text == "" {
		return t, []tagFault{{message: faultEmptyTag.With()}}
	}
	switch t.text[0] {
	case '#':
		t.kind = openTag
	case '^':
		t.kind = elseTag
	case '/':
		t.kind = closeTag
	case '!':
		t.kind = commentTag
	case '%':
		return t, []tagFault{{message: faultOtherLanguage.With(shorten(t.text, 30))}}
	}
	if t.kind != valueTag {
		t.text = strings.TrimSpace(t.text[1:])
	}
	switch t.kind {
	case valueTag:
		return t, t.parseValue()
	case openTag:
		parts := splitOutsideQuotes(t.text, '|')
		if t.text = parts[0]; t.text != "" {
			if name, ok := columnName(t.text); ok {
				t.text, t.column = name, true
			} else if name, ok := chartName(t.text); ok {
				t.text, t.chart = name, true
			}
		}
		return t, append(t.parseExpr(t.text), t.parseSteps(parts[1:])...)
	case closeTag:
		t.column, t.chart = isColumnWord(t.text), isChartWord(t.text)
	}
	return t, nil
}

// tagFault is a fault of a tag's text, without its place.
type tagFault struct {
	message     lang.Message
	suggestions []string
}

// parseValue reads the expression and the styles behind it.
func (t *tag) parseValue() []tagFault {
	parts := splitOutsideQuotes(t.text, '|')
	faults := t.parseExpr(parts[0])
	for _, name := range parts[1:] {
		switch folded := vntext.Fold(name); folded {
		case "":
			faults = append(faults, tagFault{message: faultStyleMissing.With()})
		case boldStyle:
			t.bold = true
		case bareStyle:
			t.bare = true
		case measureStyle:
			t.measured = true
		default:
			style, ok := figure.StyleNamed(name)
			if !ok {
				near := vntext.Nearest(name, styleNames(), 2)
				faults = append(faults, tagFault{faultStyleUnknown.With(name, didMean(near)), near})
				continue
			}
			if len(t.styles) > 0 && !style.Prints(figure.Text) {
				faults = append(faults, tagFault{message: faultStyleBehind.With(style.Name, t.styles[len(t.styles)-1].Name)})
				continue
			}
			t.styles = append(t.styles, style)
		}
	}
	if t.measured && t.expr != nil && !t.expr.KeepsMeasure() {
		faults = append(faults, tagFault{message: faultNoMeasure.With(measureStyle, shorten(parts[0], 60))})
	}
	if len(faults) == 0 {
		t.naming = t.named()
	}
	return faults
}

func (t *tag) parseExpr(src string) []tagFault {
	expr, broken := formula.Parse(src)
	var faults []tagFault
	for _, f := range broken {
		faults = append(faults, tagFault{f.Message, f.Suggestions})
	}
	if len(faults) == 0 {
		t.expr, t.name = expr, bareName(expr)
	}
	return faults
}

// bareName gives the name that an expression consists of, or "".
func bareName(e *formula.Expr) string {
	if names := e.Names(); len(names) == 1 && len(e.Functions()) == 0 && vntext.Key(e.String()) == vntext.Key(names[0]) {
		return names[0]
	}
	return ""
}

func styleNames() []string {
	names := figure.StyleNames()
	for _, s := range EngineStyles() {
		names = append(names, s.Name)
	}
	return names
}

// splitOutsideQuotes splits at a sign that does not stand in a quoted text.
func splitOutsideQuotes(text string, sign rune) []string {
	var parts []string
	quoted, from := false, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("\"“”„‟", r):
			quoted = !quoted
		case r == sign && !quoted:
			parts = append(parts, strings.TrimSpace(text[from:i]))
			from = i + len(string(sign))
		}
	}
	return append(parts, strings.TrimSpace(text[from:]))
}

// cleanTag takes out what Word and web pages slip into a tag: composed and decomposed letters become one, every kind of
// space a plain one, what has no width nothing.
func cleanTag(inside string) string { return vntext.Clean(inside) }

// showTag makes a tag fit for a message: as typed, on one line.
func showTag(typed string) string {
	typed = strings.Map(func(r rune) rune {
		switch {
		case r == thing:
			return '…'
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, typed)
	return shorten(typed, 120)
}
