package templates

import (
	"bytes"
	"strings"
)

// kind names the elements that mean something to a template. All others are copied.
type kind uint8

const (
	anyElement kind = iota
	paragraphElement
	paragraphFormat // pPr
	runElement
	runFormatElement // rPr
	textElement      // t
	breakElement     // br, cr
	tabElement
	hyphenElement // noBreakHyphen
	silentElement // what stands in a run and is not part of its text: lastRenderedPageBreak, softHyphen, commentReference
	tableElement
	tableGrid // tblGrid
	rowElement
	cellElement
	cellFormat // tcPr
	controlElement
	controlContent // sdtContent
	wrapperElement // what may stand around runs or blocks and is read through: hyperlink, ins, smartTag, ...
	deletedElement // del, moveFrom: text that is no longer there
	bodyElement
	boxElement // txbxContent
	noteElement
	markElement  // what stands between runs and shows nothing: bookmarks, proofErr, comment ranges
	sectionBreak // sectPr
)

// kinds of the elements of WordprocessingML, by their local name.
var kinds = map[string]kind{
	"p": paragraphElement, "pPr": paragraphFormat, "r": runElement, "rPr": runFormatElement, "t": textElement,
	"br": breakElement, "cr": breakElement, "tab": tabElement, "ptab": tabElement, "noBreakHyphen": hyphenElement,
	"lastRenderedPageBreak": silentElement, "softHyphen": silentElement, "commentReference": silentElement,
	"tbl": tableElement, "tblGrid": tableGrid, "tr": rowElement, "tc": cellElement, "tcPr": cellFormat,
	"sdt": controlElement, "sdtContent": controlContent,
	"hyperlink": wrapperElement, "ins": wrapperElement, "moveTo": wrapperElement, "smartTag": wrapperElement,
	"customXml": wrapperElement, "fldSimple": wrapperElement, "dir": wrapperElement, "bdo": wrapperElement,
	"del": deletedElement, "moveFrom": deletedElement,
	"body": bodyElement, "txbxContent": boxElement, "footnote": noteElement, "endnote": noteElement,
	"bookmarkStart": markElement, "bookmarkEnd": markElement, "proofErr": markElement,
	"commentRangeStart": markElement, "commentRangeEnd": markElement, "permStart": markElement, "permEnd": markElement,
	"moveFromRangeStart": markElement, "moveFromRangeEnd": markElement, "moveToRangeStart": markElement, "moveToRangeEnd": markElement,
	"customXmlInsRangeStart": markElement, "customXmlInsRangeEnd": markElement,
	"customXmlDelRangeStart": markElement, "customXmlDelRangeEnd": markElement,
	"sectPr": sectionBreak,
}

// The two names of the vocabulary in which Word writes text: the usual one, and that of "Strict Open XML".
var wordNamespaces = [][]byte{
	[]byte("http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
	[]byte("http://purl.oclc.org/ooxml/wordprocessingml/main"),
}

// noWord is the prefix of a part that holds no text of Word. No name has it.
const noWord = "\x00"

// wordPrefix reads from a root element which prefix its part uses for WordprocessingML: "w:" in all files that Word
// itself writes, "" where it is the default namespace.
func wordPrefix(root []byte) string {
	for _, namespace := range wordNamespaces {
		i := bytes.Index(root, namespace)
		if i < 2 {
			continue
		}
		declaration := bytes.TrimRight(root[:i-1], " \t\r\n=")
		at := bytes.LastIndex(declaration, []byte("xmlns"))
		if at < 0 {
			continue
		}
		name := string(declaration[at+len("xmlns"):])
		if name == "" {
			return ""
		}
		if strings.HasPrefix(name, ":") && !strings.ContainsAny(name, " \t\r\n\"'") {
			return name[1:] + ":"
		}
	}
	return noWord
}

func kindOf(name, prefix string) kind {
	if local, ok := strings.CutPrefix(name, prefix); ok {
		return kinds[local]
	}
	// Word writes what older programs cannot show twice, once for them and once for the others. Both are read through.
	switch name {
	case "mc:AlternateContent", "mc:Choice", "mc:Fallback":
		return wrapperElement
	}
	return anyElement
}
