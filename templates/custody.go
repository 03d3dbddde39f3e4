package templates

import (
	"bytes"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// custody is where the provenance of figures stands in a package: a part of its own that belongs to the main part, with a second part that
// gives it an identity. No control is bound to it.
type custody struct {
	item string // the part with the provenance
	// found tells that the package has the part already: a document that we wrote.
	found bool
	// around are the parts that have to be written, and the lists that have to change, where it is new.
	around map[string][]byte
}

// The relationships and content types of a custom part.
const (
	relationSpace     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	strictSpace       = "http://purl.oclc.org/ooxml/officeDocument/relationships"
	packageSpace      = "http://schemas.openxmlformats.org/package/2006/relationships"
	customProperties  = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
	typeCustomProps   = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
	xmlHead           = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	provenanceStoreID = "{8C0B6C1E-5B1F-4E57-9C0A-7C3A6E6F4B21}"
)

// custody finds the part with the provenance, or works out what a new one takes.
func (a *archive) custody() (custody, error) {
	for _, r := range a.relations(a.main) {
		if r.kind != "customXml" {
			continue
		}
		data, err := a.read(r.target)
		if err != nil {
			continue
		}
		if m, found, err := nextMarkup(data, skipHead(data)); err == nil && found && isProvenance(data[m.start:m.end]) {
			return custody{item: r.target, found: true}, nil
		}
	}
	return a.newCustody()
}

// skipHead gives where the root element of a part may begin.
func skipHead(data []byte) int {
	pos := 0
	for {
		m, found, err := nextMarkup(data, pos)
		if err != nil || !found || m.form != other {
			return pos
		}
		pos = m.end
	}
}

func (a *archive) newCustody() (custody, error) {
	n := 1
	for a.has(itemName(n)) || a.has(propsName(n)) || a.has(linksOf(itemName(n))) {
		n++
	}
	types, err := a.typesWith(n)
	if err != nil {
		return custody{}, errPart.With(contentTypesFile, err)
	}
	links, space, err := a.linksWith(n)
	if err != nil {
		return custody{}, errPart.With(linksOf(a.main), err)
	}
	around := map[string][]byte{
		contentTypesFile:     types,
		linksOf(a.main):      links,
		propsName(n):         []byte(fmt.Sprintf(xmlHead+propsContent, provenanceStoreID, customProperties, provenanceSpace)),
		linksOf(itemName(n)): []byte(fmt.Sprintf(xmlHead+propsLink, packageSpace, space, path.Base(propsName(n)))),
	}
	a.stock, err = newStock(around)
	return custody{item: itemName(n), around: around}, err
}

// The second part, and the relationship to it.
const (
	propsContent = `<ds:datastoreItem ds:itemID="%s" xmlns:ds="%s"><ds:schemaRefs><ds:schemaRef ds:uri="%s"/></ds:schemaRefs></ds:datastoreItem>`
	propsLink    = `<Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/customXmlProps" Target="%s"/></Relationships>`
)

// typesWith gives the list of content types with the parts number n in it.
func (a *archive) typesWith(n int) ([]byte, error) {
	types, err := a.contentTypes()
	if err != nil {
		return nil, err
	}
	list := types.data
	if a.types != nil {
		list = a.types
	}
	if types.of(itemName(n)) == "" {
		if list, err = withChild(list, fmt.Sprintf(`Override PartName="/%s" ContentType="application/xml"/>`, itemName(n))); err != nil {
			return nil, err
		}
	}
	return withChild(list, fmt.Sprintf(`Override PartName="/%s" ContentType="%s"/>`, propsName(n), typeCustomProps))
}

// linksWith gives the relationships of the main part with one to the item number n, and the namespace of their types.
func (a *archive) linksWith(n int) (list []byte, space string, err error) {
	if list, err = a.read(linksOf(a.main)); err != nil {
		list = []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `"/>`)
	}
	if space = relationSpace; bytes.Contains(list, []byte(strictSpace)) {
		space = strictSpace
	}
	id := "rIdTH1"
	for i := 2; bytes.Contains(list, []byte(`"`+id+`"`)); i++ {
		id = "rIdTH" + strconv.Itoa(i)
	}
	list, err = withChild(list, fmt.Sprintf(`Relationship Id="%s" Type="%s/customXml" Target="/%s"/>`, id, space, itemName(n)))
	return list, space, err
}

// has reports whether the package has a part. Case does not count in names of parts.
func (a *archive) has(name string) bool { return a.byName[strings.ToLower(name)] != nil }

func itemName(n int) string  { return "customXml/item" + strconv.Itoa(n) + ".xml" }
func propsName(n int) string { return "customXml/itemProps" + strconv.Itoa(n) + ".xml" }

// linksOf names the part that holds the relationships of a part.
func linksOf(part string) string { return path.Join(path.Dir(part), "_rels", path.Base(part)+".rels") }

// withChild adds an element at the end of a list of a package, in the namespace of its root. child is written without its angle bracket and prefix.
func withChild(list []byte, child string) ([]byte, error) {
	root, _, err := parseXML(list)
	if err != nil {
		return nil, err
	}
	prefix := ""
	if i := strings.IndexByte(root.name, ':'); i >= 0 {
		prefix = root.name[:i+1]
	}
	added := "<" + prefix + child
	if bytes.HasSuffix(list[root.open.start:root.open.end], []byte("/>")) {
		open := bytes.TrimSuffix(list[root.open.start:root.open.end], []byte("/>"))
		return slices.Concat(list[:root.open.start], open, []byte(">"+added+"</"+root.name+">"), list[root.end:]), nil
	}
	return slices.Concat(list[:root.content.end], []byte(added), list[root.content.end:]), nil
}

// write puts a provenance among the parts that change.
func (c custody) write(p Provenance, changed map[string][]byte) {
	changed[c.item] = p.Encode()
	for name, data := range c.around {
		changed[name] = data
	}
}
