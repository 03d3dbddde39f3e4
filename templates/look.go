package templates

import (
	"fmt"
	"slices"
)

// looks are the ways in which a value may be written, each as the beginning of a run: as its tag looks, in bold, or marked
// in yellow where something is missing.
type looks struct {
	plain, bold, marked []byte
	// free tells that the tag looks like its paragraph: its run has no formatting of its own that a reader sees.
	free bool
}

func newLooks(l runFormat) looks {
	format := string(l.format)
	return looks{
		plain:  l.beginning(format),
		bold:   l.beginning(withProperty(format, l.prefix, "b", "")),
		marked: l.beginning(withProperty(format, l.prefix, "highlight", "yellow")),
		free:   isFree(format, l.prefix),
	}
}

// isFree reports whether the properties of a run change nothing that a reader sees.
func isFree(format, prefix string) bool {
	if format == "" {
		return true
	}
	root, _, err := parseXML([]byte(format))
	if err != nil {
		return false
	}
	for _, c := range root.children {
		if c.name != prefix+"lang" && c.name != prefix+"noProof" {
			return false
		}
	}
	return true
}

func (l runFormat) beginning(format string) []byte { return []byte(string(l.open) + format) }

// propertyOrder is the order in which the properties of a run have to stand. What is not listed stands behind.
var propertyOrder = []string{
	"rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss", "imprint",
	"noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u",
	"effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange",
}

// withProperty gives the properties of a run with one of them set, in the place where Word wants it.
func withProperty(format, prefix, name, value string) string {
	property := fmt.Sprintf("<%s%s/>", prefix, name)
	if value != "" {
		property = fmt.Sprintf(`<%[1]s%[2]s %[1]sval="%[3]s"/>`, prefix, name, value)
	}
	data := []byte(format)
	root, _, err := parseXML(data)
	if err != nil || len(root.children) == 0 {
		return fmt.Sprintf("<%[1]srPr>%[2]s</%[1]srPr>", prefix, property)
	}
	rank := slices.Index(propertyOrder, name)
	before, at := root.content.start, -1
	var kept []byte
	for _, c := range root.children {
		if c.name == prefix+name {
			continue
		}
		if r := propertyRank(c.name[min(len(prefix), len(c.name)):]); at < 0 && r > rank {
			at = len(kept)
		}
		kept = append(kept, data[c.open.start:c.end]...)
	}
	if at < 0 {
		at = len(kept)
	}
	inner := slices.Concat(kept[:at], []byte(property), kept[at:])
	return format[:before] + string(inner) + format[root.content.end:]
}

func propertyRank(local string) int {
	if i := slices.Index(propertyOrder, local); i >= 0 {
		return i
	}
	return len(propertyOrder)
}
