package xlsx

import (
	"slices"
	"strings"
)

// pack is a container while its workbook is looked for and read.
type pack struct {
	archive *archive
}

// open finds and reads the workbook, its strings and its styles.
func (p *pack) open(b *Book) error {
	if p.archive.byName[canonical(contentTypesName)] == nil {
		return p.foreign()
	}
	workbook, err := p.findWorkbook()
	if err != nil {
		return err
	}
	relations, err := p.relationsOf(workbook.name)
	if err != nil {
		return err
	}
	if err := p.read(workbook, func(s *scanner) error { return p.readWorkbook(s, b, workbook, relations) }); err != nil {
		return err
	}
	if len(b.Sheets) == 0 {
		return refuse(NoSheets)
	}
	if err := p.readOnly(workbook, relations, toStrings, b.strings.read); err != nil {
		return err
	}
	return p.readOnly(workbook, relations, toStyles, b.styles.read)
}

// foreign says what a zip container without content types is.
func (p *pack) foreign() error {
	if has := p.archive.byName; has["content.xml"] != nil && (has["mimetype"] != nil || has["meta-inf/manifest.xml"] != nil) {
		return p.openDocument(has["mimetype"])
	}
	for _, e := range p.archive.entries {
		switch {
		case strings.HasSuffix(e.name, ".iwa"), strings.HasPrefix(e.name, "Index.zip"), strings.HasSuffix(e.name, "index.apxl"):
			return refuse(Numbers)
		case strings.HasPrefix(canonical(e.name), "xl/"):
			return refuse(MissingPart, contentTypesName)
		case strings.HasPrefix(canonical(e.name), "word/"):
			return refuse(Word)
		}
	}
	return refuse(Archive)
}

// openDocument tells apart the documents of LibreOffice by the part that names their kind. One that does not say is taken for a workbook.
func (p *pack) openDocument(kind *entry) error {
	if kind == nil {
		return refuse(OpenDocument)
	}
	buffer, err := p.archive.inflate(kind)
	if err != nil {
		return err
	}
	defer buffer.release()
	name := string(buffer.bytes)
	if strings.Contains(name, "opendocument") && !strings.Contains(name, "spreadsheet") {
		return refuse(OpenText)
	}
	return refuse(OpenDocument)
}

// findWorkbook follows the relation of the container to its main part, and says what the file is when that is no workbook.
func (p *pack) findWorkbook() (*entry, error) {
	relations, err := p.relationsOf("")
	if err != nil {
		return nil, err
	}
	var found *entry
	for _, r := range relations {
		if r.kind != toWorkbook {
			continue
		}
		if found != nil {
			return nil, refuse(BadRelation, rootRelationsName, quote([]byte(r.target)), isTwice)
		}
		if found, err = p.follow("", r); err != nil {
			return nil, err
		}
	}
	if found == nil {
		return nil, refuse(BadRelation, rootRelationsName, toWorkbook, isUnknown)
	}
	kind, err := p.contentType(found)
	if err != nil {
		return nil, err
	}
	kind = strings.ToLower(kind)
	switch {
	case strings.Contains(kind, "wordprocessingml"), strings.Contains(kind, "ms-word"):
		return nil, refuse(Word)
	case strings.Contains(kind, "presentationml"), strings.Contains(kind, "ms-powerpoint"):
		return nil, refuse(PowerPoint)
	case strings.Contains(kind, "ms-excel.sheet.binary"):
		return nil, refuse(BinaryWorkbook)
	}
	return found, nil
}

// readOnly reads the one part to which the workbook has a relation of a kind. Where there is none, or the part is not there, nothing is
// read: a cell that needs it is found out later, and a workbook may need none.
func (p *pack) readOnly(workbook *entry, relations []relation, kind string, read func(*scanner) error) error {
	var found *relation
	for i, r := range relations {
		if r.kind != kind {
			continue
		}
		if found != nil {
			return refuse(BadRelation, quote([]byte(workbook.name)), quote([]byte(r.target)), isTwice)
		}
		found = &relations[i]
	}
	if found == nil {
		return nil
	}
	part, err := p.follow(workbook.name, *found)
	switch {
	case err == nil:
		return p.read(part, read)
	case found.external:
		return err
	}
	return nil
}

// read unpacks a part and has it scanned to its end.
func (p *pack) read(e *entry, scan func(*scanner) error) error {
	buffer, err := p.archive.inflate(e)
	if err != nil {
		return err
	}
	defer buffer.release()
	s, err := buffer.scanner(quote([]byte(e.name)), p.archive.limits)
	if err != nil {
		return err
	}
	if err := scan(s); err != nil {
		return err
	}
	p.archive.checked[e] = true
	return s.finish()
}

// readWorkbook reads the list of sheets and the date system.
func (p *pack) readWorkbook(s *scanner, b *Book, workbook *entry, relations []relation) error {
	byID := make(map[string]relation, len(relations))
	for _, r := range relations {
		byID[r.id] = r
	}
	names, parts := make(map[string]bool), make(map[*entry]bool)
	lists := 0
	return s.children(main, "workbook", func() error {
		switch {
		case s.is(main, "workbookPr"):
			b.Date1904 = s.flag("date1904")
		case s.is(main, "sheets"):
			if lists++; lists > 1 || s.versions > 0 {
				return s.unexpected()
			}
			s.sealed = true
			err := s.each(func() error {
				if !s.is(main, "sheet") {
					return s.skip()
				}
				sheet, err := p.sheet(s, workbook, byID)
				if err != nil {
					return err
				}
				// Excel does not tell apart names by case, and neither do references to sheets.
				if name := strings.ToLower(sheet.Name); names[name] {
					return refuse(DuplicateSheet, quote([]byte(sheet.Name)))
				} else {
					names[name] = true
				}
				if parts[sheet.part] {
					return refuse(BadRelation, quote([]byte(workbook.name)), quote([]byte(sheet.Name)), isTwice)
				}
				parts[sheet.part] = true
				b.Sheets = append(b.Sheets, sheet)
				return s.checkItems(len(b.Sheets))
			})
			s.sealed = false
			return err
		case s.space == main && !slices.Contains(workbookElements, string(s.local)):
			return s.unexpected()
		}
		return s.skip()
	})
}

// workbookElements are what the part of the workbook may have. A name that does not exist may be a damaged one, and that of workbookPr decides about days.
var workbookElements = []string{
	"fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
	"customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing", "fileRecoveryPr", "webPublishObjects", "extLst",
}

// sheet reads the current element as a sheet of the list.
func (p *pack) sheet(s *scanner, workbook *entry, byID map[string]relation) (Sheet, error) {
	name, _ := s.attr("name")
	state, _ := s.attr("state")
	id, _ := s.attrIn(relations, "id")
	sheet := Sheet{Name: string(unescape(append([]byte(nil), name...)))}
	switch string(state) {
	case "hidden":
		sheet.Visibility = Hidden
	case "veryHidden":
		sheet.Visibility = VeryHidden
	}
	r, ok := byID[string(id)]
	if !ok {
		return sheet, refuse(BadRelation, quote([]byte(workbook.name)), quote(id), isUnknown)
	}
	switch r.kind {
	case toSheet:
	case toChart, toDialog, toMacros:
		sheet.NoCells = true
	default:
		return sheet, refuse(BadRelation, quote([]byte(workbook.name)), quote(id), wrongKind)
	}
	part, err := p.follow(workbook.name, r)
	if err != nil {
		return sheet, err
	}
	sheet.part = part
	return sheet, s.skip()
}
