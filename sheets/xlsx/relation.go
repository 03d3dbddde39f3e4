package xlsx

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"tonghop/lang"
)

// What is wrong with a relation, in words.
var (
	goesOutside = lang.Format{Vi: "dẫn ra ngoài tệp", En: "it leads out of the file"}
	goesNowhere = lang.Format{Vi: "phần được dẫn tới không có trong tệp", En: "the part it leads to is not in the file"}
	isUnknown   = lang.Format{Vi: "không có trong danh sách mối nối", En: "it is not in the list of relations"}
	isTwice     = lang.Format{Vi: "được ghi hai lần", En: "it is written twice"}
	wrongKind   = lang.Format{Vi: "dẫn tới phần thuộc loại khác", En: "it leads to a part of another kind"}
)

const (
	contentTypesName  = "[Content_Types].xml"
	rootRelationsName = "_rels/.rels"
)

// relation leads from one part to another.
type relation struct {
	id, kind, target string
	external         bool
}

// kinds of relations that we follow: the last segment of their type, the same in the transitional and the strict namespaces.
const (
	toWorkbook = "officeDocument"
	toSheet    = "worksheet"
	toChart    = "chartsheet"
	toDialog   = "dialogsheet"
	toMacros   = "xlMacrosheet"
	toStrings  = "sharedStrings"
	toStyles   = "styles"
)

// relationKind gives the last segment of the type of a relation of Office, "" for others.
func relationKind(uri []byte) string {
	for _, base := range []string{
		"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
		"http://purl.oclc.org/ooxml/officeDocument/relationships/",
		"http://schemas.microsoft.com/office/2006/relationships/",
	} {
		if rest, ok := bytes.CutPrefix(uri, []byte(base)); ok {
			return string(rest)
		}
	}
	return ""
}

// relationsName gives the name of the part that holds the relations of a part.
func relationsName(part string) string {
	folder, file := path.Split(part)
	return folder + "_rels/" + file + ".rels"
}

// relationsOf reads the relations of a part. The part of relations must be there.
func (p *pack) relationsOf(part string) ([]relation, error) {
	name := rootRelationsName
	if part != "" {
		name = relationsName(part)
	}
	e := p.archive.byName[canonical(name)]
	if e == nil {
		return nil, refuse(MissingPart, quote([]byte(name)))
	}
	var list []relation
	seen := make(map[string]bool)
	err := p.read(e, func(s *scanner) error {
		return s.children(packageRelations, "Relationships", func() error {
			r, err := s.relation()
			if err != nil {
				return err
			}
			if seen[r.id] {
				return refuse(BadRelation, e.name, quote([]byte(r.id)), isTwice)
			}
			seen[r.id] = true
			list = append(list, r)
			return s.checkItems(len(list))
		})
	})
	return list, err
}

// relation reads the current element as a relation.
func (s *scanner) relation() (relation, error) {
	if s.space != packageRelations || string(s.local) != "Relationship" {
		return relation{}, s.unexpected()
	}
	id, _ := s.attr("Id")
	kind, _ := s.attr("Type")
	target, _ := s.attr("Target")
	mode, _ := s.attr("TargetMode")
	return relation{string(id), relationKind(kind), string(target), bytes.EqualFold(mode, []byte("External"))}, s.skip()
}

// follow finds the part to which a relation of a part leads, and refuses one that leads nowhere. from is "" for the container itself.
func (p *pack) follow(from string, r relation) (*entry, error) {
	if e := p.target(from, r); e != nil {
		return e, nil
	}
	why := goesNowhere
	if r.external {
		why = goesOutside
	}
	if from == "" {
		from = rootRelationsName
	}
	return nil, refuse(BadRelation, quote([]byte(from)), quote([]byte(r.target)), why)
}

// target finds the part to which a relation of a part leads; nil where there is none.
func (p *pack) target(from string, r relation) *entry {
	if r.external {
		return nil
	}
	target := strings.ReplaceAll(r.target, `\`, "/")
	for _, name := range []string{target, unpercent(target)} {
		if !strings.HasPrefix(name, "/") {
			name = path.Join("/"+path.Dir(from), name)
		}
		if e := p.archive.byName[canonical(path.Clean(name))]; e != nil && !e.isFolder() {
			return e
		}
	}
	return nil
}

// unpercent resolves the %20 of a target, which the name of the part in the container may not have.
func unpercent(target string) string {
	if plain, err := url.PathUnescape(target); err == nil {
		return plain
	}
	return target
}

// contentType reads what kind of part the container says a part is.
func (p *pack) contentType(part *entry) (string, error) {
	e := p.archive.byName[canonical(contentTypesName)]
	extension := strings.TrimPrefix(path.Ext(part.name), ".")
	var byName, byExtension string
	count := 0
	err := p.read(e, func(s *scanner) error {
		return s.children(contentTypes, "Types", func() error {
			kind, _ := s.attr("ContentType")
			name, _ := s.attr("PartName")
			suffix, _ := s.attr("Extension")
			switch {
			case s.space != contentTypes:
			case string(s.local) == "Override" && canonical(strings.ReplaceAll(string(name), `\`, "/")) == canonical(part.name):
				byName = string(kind)
			case string(s.local) == "Default" && strings.EqualFold(string(suffix), extension):
				byExtension = string(kind)
			}
			count++
			if err := s.skip(); err != nil {
				return err
			}
			return s.checkItems(count)
		})
	})
	if byName != "" {
		return byName, err
	}
	return byExtension, err
}
