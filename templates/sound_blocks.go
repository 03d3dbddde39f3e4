package templates

import (
	"strings"
	"unicode/utf8"
)

// maxControlWords is how long Word lets the tag and the title of a content control be, in characters.
const maxControlWords = 64

// structure looks whether an element holds what Word wants to find in it.
func (c *sounding) structure(e *element) {
	switch e.kind {
	case cellElement, boxElement:
		if lastBlock(e) != paragraphElement {
			c.add("o-khong-doan", e, "")
		}
	case noteElement:
		if lastBlock(e) == anyElement {
			c.add("o-khong-doan", e, "")
		}
	case tableElement:
		if !holds(e, rowElement) {
			c.add("bang-khong-hang", e, "")
		}
	case rowElement:
		if !holds(e, cellElement) {
			c.add("bang-khong-hang", e, "")
		}
	case controlContent:
		if len(e.children) == 0 {
			c.add("khung-rong", e, "")
		}
	}
}

// lastBlock gives the kind of the last paragraph or table of a cell, also of one inside content controls; anyElement where there is
// none.
func lastBlock(e *element) kind {
	for i := len(e.children) - 1; i >= 0; i-- {
		switch child := e.children[i]; child.kind {
		case paragraphElement, tableElement:
			return child.kind
		case controlElement, controlContent, wrapperElement:
			if k := lastBlock(child); k != anyElement {
				return k
			}
		}
	}
	return anyElement
}

// holds reports whether an element has a child of a kind, also one inside content controls.
func holds(e *element, k kind) bool {
	for _, child := range e.children {
		switch child.kind {
		case k:
			return true
		case controlElement, controlContent, wrapperElement:
			if holds(child, k) {
				return true
			}
		}
	}
	return false
}

// numbers looks whether the numbers of an element are its own, in the whole document or in its part.
func (c *sounding) numbers(e *element) {
	tag := c.at.bytes(e.open)
	if _, local, ok := strings.Cut(e.name, ":"); ok && local == "docPr" {
		c.once("trung-so-hinh", "", e, attributeText(tag, "id"))
	}
	if strings.HasPrefix(e.name, "v:") && e.name != "v:shapetype" {
		c.once("trung-so-khung", c.at.file, e, attributeText(tag, "id"))
	}
	switch c.at.local(e) {
	case "p", "tr":
		c.once("trung-ma-doan", c.at.file, e, attributeText(tag, "w14:paraId"))
	case "sdtPr":
		c.control(e)
	case "footnoteReference":
		c.reference(e, "footnote")
	case "endnoteReference":
		c.reference(e, "endnote")
	case "commentReference":
		id := c.at.attribute(e, "id")
		c.once("nhan-xet-ho", "mark", e, id)
		if !c.exists["comment"+id] {
			c.add("chu-thich-mat", e, id)
		}
	}
}

// control looks at the properties of a content control.
func (c *sounding) control(properties *element) {
	for _, e := range properties.children {
		value := c.at.attribute(e, "val")
		switch c.at.local(e) {
		case "id":
			c.once("trung-ma-khung", "", e, value)
		case "tag", "alias":
			if utf8.RuneCountInString(value) > maxControlWords {
				c.add("the-khung-dai", e, value)
			}
		}
	}
}

// reference looks at the mark of a note.
func (c *sounding) reference(e *element, kind string) {
	id := c.at.attribute(e, "id")
	if !c.exists[kind+id] {
		c.add("chu-thich-mat", e, id)
		return
	}
	c.once("trung-chu-thich", kind, e, id)
}
