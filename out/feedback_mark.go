package out

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/opc"
	"tonghop/report"
)

// largestMarked is how many bytes a workbook may have that is marked. A form has some ten thousand; the library holds a workbook whole.
const largestMarked = 8 << 20

var (
	msgTooLargeToMark = lang.Format{Vi: "tệp lớn hơn %d MB", En: "the file is larger than %d MB"}
	msgMacros         = lang.Format{Vi: "tệp có macro hoặc là tệp mẫu của Excel, chương trình không chép lại; đơn vị cần lưu thành tệp .xlsx", En: "it has macros or is a template of Excel, which is not copied; the unit has to save it as .xlsx"}
	msgOldWorkbook    = lang.Format{Vi: "chỉ tệp .xlsx mới đánh dấu được, còn đây là tệp kiểu .xls; nhờ đơn vị mở bằng Excel, lưu thành .xlsx", En: "only .xlsx files can be marked, and this is an .xls; the unit may open it in Excel and save it as .xlsx"}
	msgOpenDocument   = lang.Format{Vi: "chỉ tệp .xlsx mới đánh dấu được, còn đây là tệp .ods; nhờ đơn vị lưu thành .xlsx", En: "only .xlsx files can be marked, and this is an .ods; the unit may save it as .xlsx"}
	msgTextTable      = lang.Format{Vi: "bảng lưu dạng chữ (.csv) không tô màu, không ghi chú vào ô được; nhờ đơn vị nộp tệp .xlsx", En: "a table saved as text (.csv) has no colours and no comments; the unit may send an .xlsx"}
	msgCannotMark     = lang.Format{
		Vi: "chương trình không ghi dấu vào tệp này được; có thể nhờ đơn vị mở bằng Excel, lưu lại rồi gửi lại",
		En: "this file cannot be marked; the unit may open it in Excel, save it and send it again",
	}
)

// marker marks the copy of a unit's workbook that it has open.
type marker struct {
	book   *book
	run    *Run
	marked markedCopy
	fills  map[figure.Severity]int // the fills of the marks, in the workbook's own list
	styles map[[2]int]int          // the style with a fill, by the style without and the fill
	before map[place]int           // the styles that marked cells had, where these have a fill of their own

	// listOnly leaves the comments of the workbook as they are: what to do stands in the list alone.
	listOnly bool
}

// markWorkbook gives the copy of a workbook with its marks. The error says in words why there is none.
func markWorkbook(data []byte, r *Run, c markedCopy) ([]byte, error) {
	switch {
	case len(data) > largestMarked:
		return nil, msgTooLargeToMark.With(largestMarked >> 20)
	case bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0")):
		return nil, msgOldWorkbook.With()
	case !bytes.HasPrefix(data, []byte("PK")):
		return nil, msgTextTable.With() // nothing else is read for a form
	case bytes.Contains(data[:min(len(data), mimetypeEnds)], []byte("opendocument.spreadsheet")):
		return nil, msgOpenDocument.With()
	case !onlyWorkbook(data):
		return nil, msgMacros.With()
	}
	copied, err := markOnce(data, r, c, false)
	if err == nil {
		err = sameCells(data, copied)
	}
	if err == nil {
		return copied, nil
	}
	// The drawings of comments that other programs write are not all understood.
	if copied, err = markOnce(data, r, c, true); err != nil {
		return nil, msgCannotMark.With()
	}
	if err := sameCells(data, copied); err != nil {
		return nil, err
	}
	return copied, nil
}

// mimetypeEnds is where the type of an open document ends at the latest: it is the first entry of the archive, and not packed.
const mimetypeEnds = 120

// onlyWorkbook reports whether a file is a plain workbook by its parts and the types that it gives them: no macros, and no template, which Excel would not open
// under the name of a workbook.
func onlyWorkbook(data []byte) bool {
	if bytes.Contains(data, []byte("vbaProject.bin")) { // names of parts are not packed
		return false
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return true // what it is, the library will say
	}
	list, err := fs.ReadFile(archive, "[Content_Types].xml")
	if err != nil {
		return true
	}
	// A type for macros is no sign of macros: the library declares one in every workbook that it saves.
	types := strings.ToLower(string(list))
	return !strings.Contains(types, "macroenabled") && !strings.Contains(types, "template.main")
}

// markOnce marks a workbook with or without comments. The library is not ours and the workbook is a stranger's: where it panics, this one copy is lost and
// not the run.
func markOnce(data []byte, r *Run, c markedCopy, listOnly bool) (copied []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			copied, err = nil, fmt.Errorf("excelize: %v", p)
		}
	}()
	file, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	m := &marker{run: r, marked: c, listOnly: listOnly, fills: make(map[figure.Severity]int), styles: make(map[[2]int]int), before: make(map[place]int)}
	m.book = &book{file: file, styles: make(map[look]int), risky: make(map[string]bool), lang: lang.Vi}
	copied, err = m.make()
	return copied, errors.Join(err, file.Close())
}

// make marks the open workbook and gives its bytes.
func (m *marker) make() ([]byte, error) {
	if err := m.clearOld(); err != nil {
		return nil, err
	}
	if err := m.book.addLooks(); err != nil {
		return nil, err
	}
	for _, spot := range spotsOf(m.marked.requests) {
		if err := m.colour(spot); err != nil {
			return nil, err
		}
		if err := m.comment(spot); err != nil {
			return nil, err
		}
	}
	if err := m.listSheet(); err != nil {
		return nil, err
	}
	if err := m.moveFirst(); err != nil {
		return nil, err
	}
	return m.bytes()
}

func (m *marker) bytes() ([]byte, error) {
	data, err := m.book.file.WriteToBuffer()
	if err != nil {
		return nil, err
	}
	var settled bytes.Buffer
	err = opc.Settle(&settled, data.Bytes(), m.book.edits)
	return settled.Bytes(), err
}

// spot is a cell with all that is said about it, worst first.
type spot struct {
	sheet, cell string
	severity    figure.Severity
	requests    []report.Request
}

// spotsOf gathers what is said about each cell, in the order in which the cells are first spoken of.
func spotsOf(requests []report.Request) []*spot {
	var spots []*spot
	var single []report.Request
	for _, request := range requests {
		if len(request.Cases) == 0 {
			single = append(single, request)
		}
		single = append(single, request.Cases...)
	}
	at := make(map[[2]string]*spot)
	for _, request := range single {
		pos := request.Finding.Pos
		if pos.Row == 0 || pos.Col == 0 {
			continue
		}
		key := [2]string{pos.Sheet, pos.Cell()}
		s := at[key]
		if s == nil {
			s = &spot{sheet: pos.Sheet, cell: pos.Cell()}
			at[key] = s
			spots = append(spots, s)
		}
		s.severity = max(s.severity, request.Finding.Severity)
		s.requests = append(s.requests, request)
	}
	return spots
}

// colour fills a cell and leaves everything else of its look as it is, such as its number format and whether it is locked.
func (m *marker) colour(s *spot) error {
	f := m.book.file
	fillID, err := m.fillOf(s.severity)
	if err != nil {
		return err
	}
	was, err := f.GetCellStyle(s.sheet, s.cell)
	if err != nil {
		return err
	}
	if was >= len(f.Styles.CellXfs.Xf) {
		was = 0 // a style that the file does not have is shown as the first one
	}
	if fillOfStyle(f, was) > 0 {
		m.before[place{s.sheet, s.cell}] = was
	}
	style, known := m.styles[[2]int{was, fillID}]
	if !known {
		style = copyStyle(f, was)
		yes := true
		f.Styles.CellXfs.Xf[style].FillID, f.Styles.CellXfs.Xf[style].ApplyFill = &fillID, &yes
		m.styles[[2]int{was, fillID}] = style
	}
	return f.SetCellStyle(s.sheet, s.cell, s.cell, style)
}

// fillOf is the number of the fill for a severity in the workbook's list of fills.
func (m *marker) fillOf(s figure.Severity) (int, error) {
	if id, known := m.fills[s]; known {
		return id, nil
	}
	colour := markDoubt
	if s == figure.Error {
		colour = markBad
	}
	style, err := m.book.file.NewStyle(&excelize.Style{Fill: fill(colour)})
	if err != nil {
		return 0, err
	}
	id := *m.book.file.Styles.CellXfs.Xf[style].FillID
	m.fills[s] = id
	return id, nil
}

// Colours of marked cells: stronger than those of our own sheets, because they stand among the unit's own colours.
const (
	markBad   = "F8B4AE"
	markDoubt = "FFE08A"
)

// markAuthor signs our comments, so that they are known when the copy comes back.
const markAuthor = "tonghop"

// comment says beside a cell what to do there. A comment of somebody else stays; the list on the first sheet says the same.
func (m *marker) comment(s *spot) error {
	f := m.book.file
	if m.listOnly {
		return nil
	}
	others, err := f.GetComments(s.sheet)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(others, func(c excelize.Comment) bool { return c.Cell == s.cell }) {
		return nil
	}
	var runs []excelize.RichTextRun
	lines := 0
	for i, request := range s.requests {
		gap := ""
		if i > 0 {
			gap = "\n\n"
		}
		head := gap + strings.ToUpper(request.Finding.Severity.Title().Vi) + "\n"
		text := remarkText(request)
		runs = append(runs, excelize.RichTextRun{Text: head, Font: commentFont(true)}, excelize.RichTextRun{Text: text, Font: commentFont(false)})
		lines += 3 + len([]rune(text))/commentLetters + strings.Count(text, "\n")
	}
	return f.AddComment(s.sheet, excelize.Comment{
		Cell: s.cell, Author: markAuthor, Paragraph: runs, Width: commentWidth, Height: uint(min(lines, 25)) * commentLine,
	})
}

// The box of a comment, in pixels.
const (
	commentWidth   = 320
	commentLine    = 18
	commentLetters = 44 // in a line
)

func commentFont(bold bool) *excelize.Font {
	return &excelize.Font{Family: fontName, Size: 10, Bold: bold, Color: inkColour}
}

// remarkText is what a comment says: what stands there, what is wrong, what to do, and what was probably meant.
func remarkText(r report.Request) string {
	lines := []string{"Đang ghi: " + r.Typed, r.Complaint + ".", "Cần làm: " + r.Advice}
	if r.Finding.Suggest != "" {
		lines = append(lines, "Gợi ý: "+r.Finding.Suggest)
	}
	return strings.Join(lines, "\n")
}
