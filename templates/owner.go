package templates

import (
	"slices"
	"strings"
)

// controlProperties are the properties of a control that tell whose it is.
type controlProperties struct {
	tag, alias  string
	placeholder bool // it is empty, and Word shows what to type there
	text        *element
}

func (r *figureReader) propertiesOf(control *element) (p controlProperties) {
	for _, c := range control.children {
		if c.name != r.prefix+"sdtPr" {
			continue
		}
		for _, property := range c.children {
			value := func() string { return attributeText(r.bytes(property.open), r.prefix+"val") }
			switch strings.TrimPrefix(property.name, r.prefix) {
			case "tag":
				p.tag = value()
			case "alias":
				p.alias = value()
			case "showingPlcHdr":
				p.placeholder = true
			case "text":
				p.text = property
			}
		}
	}
	return p
}

// keyOf tells whose control one is: by its tag, by its title, by the hash in the name of the bookmark around it. A tag counts only where something else
// agrees with it, because templates have controls of their own.
func (d *Document) keyOf(p controlProperties, hash string) (key string, ours bool) {
	titled := keysInTitle(p.alias)
	agrees := func(key string) bool { return d.printed[key] != nil || hash != "" && hash == hashOf(key) }
	if p.tag != "" && (agrees(p.tag) || slices.Contains(titled, p.tag)) {
		return p.tag, true
	}
	for _, key := range titled {
		if agrees(key) {
			return key, true
		}
	}
	if hash != "" {
		return d.byHash[hash], true
	}
	if p.tag != "" || d.known {
		return "", false
	}
	for _, key := range titled {
		if _, ok := d.reference(key); ok {
			return key, true
		}
	}
	return "", false
}

// keysInTitle gives what may be the key at the end of a title. Titles and keys may have brackets of their own.
func keysInTitle(title string) []string {
	inside, ok := strings.CutSuffix(title, "]")
	if !ok {
		return nil
	}
	var keys []string
	if strings.HasPrefix(inside, "[") {
		keys = append(keys, inside[1:])
	}
	for at := 0; ; {
		i := strings.Index(inside[at:], " [")
		if i < 0 {
			return keys
		}
		at += i + 2
		keys = append(keys, inside[at:])
	}
}
