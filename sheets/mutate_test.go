package sheets

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
)

// damage changes bytes of a file as disks, mails and cables do.
var damage = []struct {
	name   string
	change func(r *rand.Rand, data []byte) []byte
}{
	{"a bit", func(r *rand.Rand, data []byte) []byte { data[r.IntN(len(data))] ^= 1 << r.IntN(8); return data }},
	{"a byte", func(r *rand.Rand, data []byte) []byte { data[r.IntN(len(data))] = byte(r.IntN(256)); return data }},
	{"several bytes", func(r *rand.Rand, data []byte) []byte {
		for range 2 + r.IntN(8) {
			data[r.IntN(len(data))] ^= byte(1 + r.IntN(255))
		}
		return data
	}},
	{"cut off", func(r *rand.Rand, data []byte) []byte { return data[:r.IntN(len(data))] }},
	{"the beginning is lost", func(r *rand.Rand, data []byte) []byte { return data[1+r.IntN(len(data)-1):] }},
	{"zeros", func(r *rand.Rand, data []byte) []byte {
		from, to := stretch(r, data)
		clear(data[from:to])
		return data
	}},
	{"a stretch is lost", func(r *rand.Rand, data []byte) []byte {
		from, to := stretch(r, data)
		return slices.Delete(data, from, to)
	}},
	{"a stretch comes twice", func(r *rand.Rand, data []byte) []byte {
		from, to := stretch(r, data)
		return slices.Insert(data, to, slices.Clone(data[from:to])...)
	}},
	{"a stretch from elsewhere", func(r *rand.Rand, data []byte) []byte {
		from, to := stretch(r, data)
		copy(data[r.IntN(len(data)):], slices.Clone(data[from:to]))
		return data
	}},
	{"sent as text", func(_ *rand.Rand, data []byte) []byte { return bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")) }},
	{"bytes behind it", func(r *rand.Rand, data []byte) []byte { return append(data, make([]byte, r.IntN(3000))...) }},
}

// stretch is a random part of a file, mostly short.
func stretch(r *rand.Rand, data []byte) (from, to int) {
	from = r.IntN(len(data))
	return from, min(len(data), from+1+r.IntN(1<<r.IntN(13)))
}

// piece is a part of a workbook that is taken apart.
type piece struct {
	name string
	text []byte
}

// takenApart gives the parts of a workbook.
func takenApart(t testing.TB, data []byte) []piece {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var pieces []piece
	for _, f := range in.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		pieces = append(pieces, piece{f.Name, text})
	}
	return pieces
}

// putTogether packs parts again, so that all checksums are right.
func putTogether(t testing.TB, pieces []piece) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range pieces {
		f, err := w.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Store})
		if err == nil {
			_, err = f.Write(p.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// repackings changes what the container holds.
var repackings = []struct {
	name   string
	change func(r *rand.Rand, pieces []piece) []piece
}{
	{"in another order", func(r *rand.Rand, pieces []piece) []piece {
		r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
		return pieces
	}},
	{"a part more", func(_ *rand.Rand, pieces []piece) []piece {
		return append(pieces, piece{"docProps/custom.xml", []byte("<a/>")})
	}},
	{"a folder", func(_ *rand.Rand, pieces []piece) []piece { return append(pieces, piece{"xl/worksheets/", nil}) }},
	{"a part twice", func(r *rand.Rand, pieces []piece) []piece { return append(pieces, pieces[r.IntN(len(pieces))]) }},
	{"a part is lost", func(r *rand.Rand, pieces []piece) []piece { return slices.Delete(pieces, 0, 1) }},
	{"a part is blank", func(r *rand.Rand, pieces []piece) []piece { pieces[r.IntN(len(pieces))].text = nil; return pieces }},
	{"names in capitals", func(_ *rand.Rand, pieces []piece) []piece {
		for i := range pieces {
			pieces[i].name = strings.ToUpper(pieces[i].name)
		}
		return pieces
	}},
	{"back-slashes", func(_ *rand.Rand, pieces []piece) []piece {
		for i := range pieces {
			pieces[i].name = strings.ReplaceAll(pieces[i].name, "/", `\`)
		}
		return pieces
	}},
}

var (
	tagPattern       = regexp.MustCompile(`<[A-Za-z][^>]*>`)
	attributePattern = regexp.MustCompile(` ([A-Za-z:]+)="([^"]*)"`)
	betweenPattern   = regexp.MustCompile(`></?[a-z:]*(?:c|row|si|sheet|cols|Relationship|xf|sheetData)[ />]`)
	stylePattern     = regexp.MustCompile(` s="\d+"`)
	sizePattern      = regexp.MustCompile(` (count|uniqueCount|spans|ref|ht|width|activeCell|sqref|min|max)="[^"]*"`)
	placePattern     = regexp.MustCompile(` r="([A-Z]*)(\d+)"`)
	columnPattern    = regexp.MustCompile(`^(<c r=")[A-Z]+`)
	spacePattern     = regexp.MustCompile(` xmlns(:[a-z]+)?="[^"]*"`)
	letterPattern    = regexp.MustCompile(`>[a-z0-9][^<&]*<`)
	textPattern      = regexp.MustCompile(`<(v|t)>([^<&]+)</`)
	linkPattern      = regexp.MustCompile(` (Target|Id|Type|name|PartName|ContentType|sheetId|r:id)="[^"]*"`)
	bareElement      = regexp.MustCompile(`<([A-Za-z:]+)(?: [^>]*)?/>`)
)

// valueTags hold what cells say, or stand for it, the year from which days are counted among it. Without them the file says something else, as it does with another type or index in them.
var valueTags = []string{"v", "t", "is", "c", "row", "sheetData", "si", "r", "f", "sst", "sheet", "workbook", "worksheet", "workbookPr"}

// rewritten edits the XML of a part without a change of any text in it. nil says that the part has nothing of the kind.
var rewritten = []struct {
	name   string
	change func(r *rand.Rand, text []byte) []byte
}{
	{"an attribute twice", atTag(func(r *rand.Rand, tag string) string {
		found := attributePattern.FindAllString(tag, -1)
		if len(found) == 0 {
			return tag
		}
		return strings.Replace(tag, found[0], found[0]+found[r.IntN(len(found))], 1)
	})},
	{"an attribute is lost", atTag(func(r *rand.Rand, tag string) string {
		found := attributePattern.FindAllStringSubmatch(tag, -1)
		if len(found) == 0 {
			return tag
		}
		lost := found[r.IntN(len(found))]
		if lost[1] == "t" || strings.HasPrefix(lost[1], "xml") {
			return tag
		}
		return strings.Replace(tag, lost[0], "", 1)
	})},
	{"attributes in another order", atTag(func(r *rand.Rand, tag string) string {
		found := attributePattern.FindAllString(tag, -1)
		if len(found) < 2 {
			return tag
		}
		return strings.Replace(strings.Replace(tag, found[1], "", 1), found[0], found[1]+found[0], 1)
	})},
	{"another style", atTag(func(r *rand.Rand, tag string) string {
		if !strings.HasPrefix(tag, "<c ") {
			return tag
		}
		return stylePattern.ReplaceAllString(tag, fmt.Sprintf(` s="%d"`, r.IntN(60)))
	})},
	{"another count or size", atTag(func(r *rand.Rand, tag string) string {
		return sizePattern.ReplaceAllString(tag, fmt.Sprintf(` $1="%d"`, r.IntN(1<<31)))
	})},
	{"another place", atTag(func(r *rand.Rand, tag string) string {
		if !strings.HasPrefix(tag, "<c ") && !strings.HasPrefix(tag, "<row ") {
			return tag
		}
		return placePattern.ReplaceAllString(tag, fmt.Sprintf(` r="${1}%d"`, r.IntN(60)))
	})},
	{"another column", atTag(func(r *rand.Rand, tag string) string {
		return columnPattern.ReplaceAllString(tag, "${1}"+string(rune('A'+r.IntN(9))))
	})},
	{"a relation elsewhere", atTag(func(r *rand.Rand, tag string) string {
		return linkPattern.ReplaceAllString(tag, ` ${1}="`+[]string{"", "rId1", "rId2", "sheet1.xml", "/xl/styles.xml", "../x", "http://a.b/c"}[r.IntN(7)]+`"`)
	})},
	{"another namespace", atTag(func(r *rand.Rand, tag string) string {
		return spacePattern.ReplaceAllString(tag, ` xmlns$1="urn:x"`)
	})},
	{"another name", atTag(func(_ *rand.Rand, tag string) string { return "<x" + tag[1:] })},
	{"an element is lost", func(r *rand.Rand, text []byte) []byte {
		found := bareElement.FindAllSubmatchIndex(text, -1)
		if len(found) == 0 {
			return nil
		}
		at := found[r.IntN(len(found))]
		if slices.Contains(valueTags, string(text[at[2]:at[3]])) {
			return nil
		}
		return slices.Delete(slices.Clone(text), at[0], at[1])
	}},
	{"something between", func(r *rand.Rand, text []byte) []byte {
		return between(r, text, []string{"\n", "<!-- a -->", "<?a b?>", `<y:z xmlns:y="urn:y"><y:c r="A1"/></y:z>`, "a", "<extLst/>", "<c/>", "<row/>",
			`<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice/></mc:AlternateContent>`, "&#65;", "<![CDATA[ ]]>", "</x>"}[r.IntN(12)])
	}},
	{"elements come twice", func(r *rand.Rand, text []byte) []byte {
		found := bareElement.FindAllIndex(text, -1)
		if len(found) == 0 {
			return nil
		}
		at := found[r.IntN(len(found))]
		return slices.Insert(slices.Clone(text), at[1], text[at[0]:at[1]]...)
	}},
	{"cut off", func(r *rand.Rand, text []byte) []byte { return text[:r.IntN(len(text)+1)] }},
	{"another encoding", func(_ *rand.Rand, text []byte) []byte {
		wide := []byte{0xFF, 0xFE}
		for _, unit := range utf16.Encode([]rune(strings.Replace(string(text), "UTF-8", "UTF-16", 1))) {
			wide = append(wide, byte(unit), byte(unit>>8))
		}
		return wide
	}},
	{"letters as references", func(_ *rand.Rand, text []byte) []byte {
		return letterPattern.ReplaceAllFunc(text, func(found []byte) []byte {
			return []byte(fmt.Sprintf(">&#x%x;%s", found[1], found[2:]))
		})
	}},
	{"texts as sections", func(_ *rand.Rand, text []byte) []byte {
		return textPattern.ReplaceAll(text, []byte("<$1><![CDATA[$2]]></"))
	}},
}

// atTag changes one tag of a part.
func atTag(change func(r *rand.Rand, tag string) string) func(r *rand.Rand, text []byte) []byte {
	return func(r *rand.Rand, text []byte) []byte {
		found := tagPattern.FindAllIndex(text, -1)
		if len(found) == 0 {
			return nil
		}
		at := found[r.IntN(len(found))]
		tag := string(text[at[0]:at[1]])
		changed := change(r, tag)
		if changed == tag {
			return nil
		}
		return slices.Concat(text[:at[0]], []byte(changed), text[at[1]:])
	}
}

// between puts something between two elements.
func between(r *rand.Rand, text []byte, what string) []byte {
	found := betweenPattern.FindAllIndex(text, -1)
	if len(found) == 0 {
		return nil
	}
	return slices.Insert(slices.Clone(text), found[r.IntN(len(found))][0]+1, []byte(what)...)
}
