package sheets

import (
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vncode"
)

var (
	oldFontRead = lang.Format{
		Vi: "%d ô gõ bằng phông %s (bảng mã TCVN3) đã được đọc sang Unicode, ô đầu là %s của trang “%s”: “%s” đọc là “%s”; nên xin đơn vị dùng Times New Roman, bảng mã Unicode",
		En: "%d cells in the font %s (TCVN3) were read into Unicode, the first is %s of sheet “%s”: “%s” is read as “%s”; better ask the unit for Times New Roman, Unicode",
	}
	oldFontRefused = lang.Format{
		Vi: "%d ô gõ bằng phông %s (bảng mã %s, không phải Unicode), ô đầu là %s của trang “%s”: “%s”; không đọc chắc được tên dòng, đơn vị tính nên tệp không được dùng. %s",
		En: "%d cells are in the font %s (encoded in %s, not in Unicode), the first is %s of sheet “%s”: “%s”; labels and units of measure cannot be read for certain and the file is not used. %s",
	}
	garbledRefused = lang.Format{
		Vi: "%d ô có chữ bị lỗi phông, có vẻ theo bảng mã %s mà không dùng đúng phông, ô đầu là %s của trang “%s”: “%s”; không đọc chắc được tên dòng, đơn vị tính nên tệp không được dùng. %s",
		En: "%d cells hold garbled letters, probably encoded in %s without its font, the first is %s of sheet “%s”: “%s”; labels and units of measure cannot be read for certain and the file is not used. %s",
	}
	lettersUnused = lang.Format{
		Vi: "%d ô ghi chú hoặc ngoài biểu mẫu có chữ theo bảng mã %s, không phải Unicode, ô đầu là %s của trang “%s”: “%s”; số liệu của biểu mẫu không bị ảnh hưởng",
		En: "%d cells of notes or outside the form hold letters encoded in %s, not in Unicode, the first is %s of sheet “%s”: “%s”; the figures of the form are not affected",
	}
	convertLetters = lang.Format{
		Vi: "Hãy mở tệp bằng Excel, chuyển chữ từ %s sang Unicode bằng công cụ chuyển mã của UniKey (Ctrl+Shift+F6), đổi sang phông Times New Roman, lưu rồi gửi lại",
		En: "Open the file in Excel, convert the text from %s to Unicode with the converter of UniKey (Ctrl+Shift+F6), change the font to Times New Roman, save and send it again",
	}
	sendOriginal = lang.Format{
		Vi: "Hãy gửi lại tệp Excel gốc; nếu mở tệp CSV bằng Excel thì chọn bảng mã “65001: Unicode (UTF-8)”",
		En: "Send the original workbook again; where a CSV is opened in Excel choose the encoding “65001: Unicode (UTF-8)”",
	}
	cannotReadLetters = lang.Format{
		Vi: "“%s” là chữ theo bảng mã %s, không phải Unicode, nên không đọc được; hãy gõ lại bằng Times New Roman, bảng mã Unicode",
		En: "“%s” is encoded in %s, not in Unicode, and cannot be read; type it again in Times New Roman, Unicode",
	}
)

// fewestGarbled is how many words of a workbook must look like another encoding before it is taken for one where no font says so. One such word may be anything.
const fewestGarbled = 3

// stored is in which encoding a text is stored, and in how many of its words that shows.
type storedIn struct {
	code  vncode.Code
	words int
}

func recognise(text string) storedIn {
	code, words := vncode.Recognise(text)
	return storedIn{code, words}
}

// foreign reports whether the letters of a cell cannot be read: they are in VNI, or in another encoding that only shows in the characters. What a font of TCVN3 draws is in Unicode by now.
func foreign(c xlsx.Cell) bool {
	return c.Old != nil && (c.Old.Code != vncode.TCVN3 || c.Old.Font == "")
}

// settleLetters decides about the texts whose encoding is a question of the whole workbook. Where the old fonts of a workbook hold Unicode and nothing else, what may be either is
// Unicode: somebody typed into a form that kept its old font. And texts whose characters alone speak of another encoding are marked, without a font.
func settleLetters(tabs []tab, keep keeper) {
	unicode, certain := make(map[vncode.Code]bool), make(map[vncode.Code]bool)
	garbled := 0
	for _, t := range tabs {
		for _, c := range t.cells {
			switch {
			case c.Kind != xlsx.Text:
			case c.Old != nil:
				drawn, _ := vncode.OfFont(c.Old.Font)
				unicode[drawn] = unicode[drawn] || c.Old.Code == vncode.Unicode
				certain[c.Old.Code] = certain[c.Old.Code] || c.Old.Certain
			case !vncode.IsASCII(c.Text):
				garbled += remembered(keep.stored, c.Text, recognise).words
			}
		}
	}
	for _, t := range tabs {
		for i := range t.cells {
			c := &t.cells[i]
			switch {
			case c.Kind != xlsx.Text:
			case c.Old != nil && (c.Old.Code == vncode.Unicode || unicode[c.Old.Code] && !certain[c.Old.Code]):
				c.Text, c.Old = c.Old.Stored, nil
			case c.Old == nil && garbled >= fewestGarbled && !vncode.IsASCII(c.Text):
				if in := remembered(keep.stored, c.Text, recognise); in.code != vncode.Unicode {
					c.Old = &xlsx.Old{Code: in.code, Stored: c.Text}
				}
			}
		}
	}
}

// lettered are cells whose letters are in an encoding of before Unicode.
type lettered struct {
	count int
	first place
	fonts []string
}

func (l *lettered) add(file *File, t *tab, c xlsx.Cell) {
	if l.count++; l.count == 1 {
		l.first = place{file: file, tab: t, cell: c}
	}
	if font := c.Old.Font; font != "" && !slices.Contains(l.fonts, font) {
		l.fonts = append(l.fonts, font)
	}
}

// shown is what every message about such cells tells of the first one.
func (l *lettered) shown() (cell, sheet, text string) {
	return l.first.pos().Cell(), l.first.tab.name, shorten(l.first.cell.Old.Stored)
}

// convertedLetters is the note about the cells of a workbook that were in TCVN3, none where there are none.
func convertedLetters(file *File, tabs []tab) []Finding {
	var all lettered
	for i := range tabs {
		for _, c := range tabs[i].cells {
			if c.Old != nil && !foreign(c) {
				all.add(file, &tabs[i], c)
			}
		}
	}
	if all.count == 0 {
		return nil
	}
	cell, sheet, text := all.shown()
	f := noticed(fileOldFont, all.first.pos(), oldFontRead.With(all.count, strings.Join(all.fonts, ", "), cell, sheet, text, shorten(all.first.cell.Text)))
	f.Raw, f.Count = all.first.cell.Old.Stored, all.count
	return []Finding{f}
}

// refusal says that a workbook is not used for its letters.
func (l *lettered) refusal() *Finding {
	cell, sheet, text := l.shown()
	code := l.first.cell.Old.Code
	advice := convertLetters.With(code.String())
	if code == vncode.UTF8 {
		advice = sendOriginal.With()
	}
	message := garbledRefused.With(l.count, code.String(), cell, sheet, text, advice)
	if len(l.fonts) > 0 {
		message = oldFontRefused.With(l.count, strings.Join(l.fonts, ", "), code.String(), cell, sheet, text, advice)
	}
	f := noticed(fileOldLetters, l.first.pos(), message)
	f.Raw, f.Count = l.first.cell.Old.Stored, l.count
	return &f
}

// foreignLetters looks at the cells that cannot be read. Those that say what the figures are, above and inside the tables and on the list forms, refuse the file. A value is told
// by itself, and the others, notes and whatever stands below and beside the tables, are one note.
func foreignLetters(file *File, tabs []tab, tables []*table) (refused *Finding, note []Finding) {
	var telling, others lettered
	for i := range tabs {
		t := &tabs[i]
		if !slices.ContainsFunc(t.cells, foreign) {
			continue
		}
		at := slices.IndexFunc(tables, func(found *table) bool { return found.tab == t })
		for _, c := range t.cells {
			switch {
			case !foreign(c):
			case at >= 0 && tables[at].holds(c):
			case t.list != nil, at >= 0 && tables[at].tells(c):
				telling.add(file, t, c)
			default:
				others.add(file, t, c)
			}
		}
	}
	if telling.count > 0 {
		return telling.refusal(), nil
	}
	if others.count == 0 {
		return nil, nil
	}
	cell, sheet, text := others.shown()
	f := noticed(fileOldFont, others.first.pos(), lettersUnused.With(others.count, others.first.cell.Old.Code.String(), cell, sheet, text))
	f.Raw, f.Count = others.first.cell.Old.Stored, others.count
	return nil, []Finding{f}
}

// unreadableLetters refuses a workbook in which no form was found, or no unit, where its letters are the reason: those of most texts with marks cannot be read.
func unreadableLetters(file *File, tabs []tab) *Finding {
	var all lettered
	marked := 0
	for i := range tabs {
		for _, c := range tabs[i].cells {
			if c.Kind == xlsx.Text && !vncode.IsASCII(c.Text) {
				marked++
			}
			if foreign(c) {
				all.add(file, &tabs[i], c)
			}
		}
	}
	if 2*all.count <= marked {
		return nil
	}
	return all.refusal()
}

// holds reports whether a cell is the value of a row of the table.
func (t *table) holds(c xlsx.Cell) bool {
	return slices.ContainsFunc(t.entries, func(e entry) bool { return int(e.value.Row) == c.Row && int(e.value.Col) == c.Col })
}

// tells reports whether a cell says what the figures of the table are: above it, or inside it and left of the values.
func (t *table) tells(c xlsx.Cell) bool {
	last, right := 0, 0
	for _, e := range t.entries {
		last, right = max(last, int(e.value.Row)), max(right, int(e.value.Col))
	}
	return c.Row <= t.header || c.Row <= last && c.Col < right
}
