package templates

import (
	"path"
	"slices"
	"strings"

	"tonghop/lang"
)

// storyPart is a part beside the main one that holds text.
type storyPart struct {
	file   string
	story  Story
	number int // among the headers or footers, where there are several
}

// relation is how one part refers to another.
type relation struct {
	id     string
	kind   string // the last word of its type, such as "header"
	target string // the name of the part
}

// The content types of a main part.
const (
	typeDocument = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
	typeTemplate = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
)

var (
	errNoMain = lang.Format{
		Vi: "tệp không có phần thân của văn bản Word. Mở bằng Word rồi lưu lại dạng .docx",
		En: "the file has no main part of a Word document. Open it in Word and save it as .docx"}
	errExcel = lang.Format{
		Vi: "đây là tệp Excel, không phải tệp Word",
		En: "this is an Excel file, not a Word file"}
	errPowerPoint = lang.Format{
		Vi: "đây là tệp PowerPoint, không phải tệp Word",
		En: "this is a PowerPoint file, not a Word file"}
	errOpenDocument = lang.Format{
		Vi: "đây là tệp của LibreOffice (.odt). Mở rồi lưu lại dạng Word .docx",
		En: "this is a LibreOffice file (.odt). Open it and save it as Word .docx"}
	errMacros = lang.Format{
		Vi: "tệp Word có macro (.docm, .dotm) không dùng làm mẫu được. Mở bằng Word rồi lưu lại dạng .docx",
		En: "a Word file with macros (.docm, .dotm) cannot be a template. Open it in Word and save it as .docx"}
)

// findStories finds the main part and the parts that hold text, by relationship and content type and not by name: the main part may
// be word/document2.xml.
func (a *archive) findStories() error {
	if a.byName[strings.ToLower(contentTypesFile)] == nil {
		if a.byName["mimetype"] != nil {
			return errOpenDocument.With()
		}
		return errNoMain.With()
	}
	types, err := a.contentTypes()
	if err != nil {
		return err
	}
	for _, r := range a.relations("") {
		if r.kind == "officeDocument" && a.main == "" {
			a.main = r.target
		}
	}
	if err := a.checkMain(types); err != nil {
		return err
	}
	a.listStories(types)
	return nil
}

// storyKinds are the relationships of the main part to its stories.
var storyKinds = map[string]Story{"header": Header, "footer": Footer, "footnotes": Footnote, "endnotes": Endnote}

// listStories finds the parts beside the main one that hold text, and the styles.
func (a *archive) listStories(types contentTypes) {
	seen := map[string]bool{a.main: true}
	count := map[Story]int{}
	for _, r := range a.relations(a.main) {
		if r.kind == "styles" && a.styles == "" {
			a.styles = r.target
		}
		story, ok := storyKinds[r.kind]
		if !ok || seen[r.target] || a.byName[strings.ToLower(r.target)] == nil || !isStoryType(types.of(r.target), r.kind) {
			continue
		}
		seen[r.target] = true
		count[story]++
		a.stories = append(a.stories, storyPart{r.target, story, count[story]})
	}
	slices.SortStableFunc(a.stories, func(x, y storyPart) int { return int(x.story) - int(y.story) })
	for i, s := range a.stories {
		if count[s.story] == 1 {
			a.stories[i].number = 0
		}
	}
}

// checkMain refuses packages whose main part is no Word document. One that was saved as a Word template (.dotx) becomes a document.
func (a *archive) checkMain(types contentTypes) error {
	if a.main == "" || a.byName[strings.ToLower(a.main)] == nil {
		return errNoMain.With()
	}
	a.main = a.byName[strings.ToLower(a.main)].Name
	switch kind := types.of(a.main); {
	case strings.Contains(kind, "macroEnabled"):
		return errMacros.With()
	case strings.Contains(kind, "spreadsheetml"), strings.Contains(kind, "ms-excel"):
		return errExcel.With()
	case strings.Contains(kind, "presentationml"), strings.Contains(kind, "ms-powerpoint"):
		return errPowerPoint.With()
	case kind == typeTemplate:
		a.types = []byte(strings.ReplaceAll(string(types.data), typeTemplate, typeDocument))
	}
	data, err := a.read(a.main)
	if err != nil {
		return err
	}
	root, prefix, err := parseXML(data)
	if err != nil {
		return errPart.With(a.main, err)
	}
	if root.name != prefix+"document" {
		return errNoMain.With()
	}
	return nil
}

// isStoryType reports whether a content type is one of the stories of a relationship. A part without a type is believed.
func isStoryType(kind, story string) bool {
	return kind == "" || kind == "application/xml" || strings.HasSuffix(kind, "wordprocessingml."+story+"+xml")
}

// contentTypes says what the parts of a package are.
type contentTypes struct {
	data      []byte
	overrides map[string]string // by name in lower case
	defaults  map[string]string // by extension in lower case
}

func (a *archive) contentTypes() (contentTypes, error) {
	types := contentTypes{overrides: map[string]string{}, defaults: map[string]string{}}
	data, err := a.read(contentTypesFile)
	if err != nil {
		return types, err
	}
	root, _, err := parseXML(data)
	if err != nil {
		return types, errPart.With(contentTypesFile, err)
	}
	types.data = data
	for _, e := range root.children {
		tag := data[e.open.start:e.open.end]
		kind := attributeText(tag, "ContentType")
		if name := attributeText(tag, "PartName"); name != "" {
			types.overrides[strings.ToLower(strings.TrimPrefix(name, "/"))] = kind
		} else {
			types.defaults[strings.ToLower(attributeText(tag, "Extension"))] = kind
		}
	}
	return types, nil
}

func (t contentTypes) of(name string) string {
	name = strings.ToLower(name)
	if kind, ok := t.overrides[name]; ok {
		return kind
	}
	return t.defaults[strings.TrimPrefix(path.Ext(name), ".")]
}

// relations reads the relationships of a part; those of the package itself for "". Unreadable ones are none.
func (a *archive) relations(of string) []relation {
	links := packageLinksFile
	if of != "" {
		links = linksOf(of)
	}
	data, err := a.read(links)
	if err != nil {
		return nil
	}
	root, _, err := parseXML(data)
	if err != nil {
		return nil
	}
	var relations []relation
	for _, e := range root.children {
		tag := data[e.open.start:e.open.end]
		target := attributeText(tag, "Target")
		if strings.EqualFold(attributeText(tag, "TargetMode"), "External") || target == "" {
			continue
		}
		if !strings.HasPrefix(target, "/") {
			target = path.Join("/", path.Dir(of), target)
		}
		name := strings.TrimPrefix(path.Clean(target), "/")
		if f := a.byName[strings.ToLower(name)]; f != nil {
			name = f.Name
		}
		relations = append(relations, relation{attributeText(tag, "Id"), path.Base(attributeText(tag, "Type")), name})
	}
	return relations
}

// headingStyles reads which paragraph styles make headings.
func (a *archive) headingStyles() headingStyles {
	data, err := a.read(a.styles)
	if err != nil {
		return headingStyles{}
	}
	return readHeadingStyles(data)
}
