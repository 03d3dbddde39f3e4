// Package xlsx reads workbooks that strangers send. It gives every cell with its position, or a refusal that says
// in words what is wrong with the file, where, and what to do about it. It never gives a part of a sheet in silence.
//
// A workbook (.xlsx, .xlsm, .xltx) is a zip container of XML parts. [Content_Types].xml says what each part is. Relationship
// parts (_rels/*.rels) say which part is the workbook, and from the workbook which parts are its sheets, its shared strings and its
// styles; names of parts mean nothing by themselves. A sheet has rows of cells. A cell stores a number as text, or a text as an index
// into the shared strings, and an index of a style, whose number format alone tells a date or a percentage from a plain number.
//
// What can be checked is checked: the container is tiled by its entries without gap or overlap, its two tables of contents agree, each
// entry is read to its end and has its checksum, each part that is read is well-formed XML without a document
// type, every cell stands where it says and after the one before it, every text exists, every number is one. What goes beyond
// the standard without doubt about the cells (back-slashes in part names, missing positions, which follow from the order) is read; whatever leaves a
// doubt is refused. Sizes are capped, so that no file takes more than its share of memory or time.
package xlsx

// Book is an opened workbook. It reads from the bytes it was opened with and may be used by several goroutines at a time.
type Book struct {
	// Sheets are the sheets in the order of their tabs.
	Sheets []Sheet

	// Date1904 says that dates count from 1904-01-01 (serial 0) and not from 1900-01-01 (serial 1). Date applies it.
	Date1904 bool

	archive *archive
	strings sharedStrings
	styles  styleSheet
}

// Visibility says whether a sheet's tab is shown.
type Visibility uint8

// The visibilities. A very hidden sheet cannot be shown from Excel's menus, only by a program.
const (
	Visible Visibility = iota
	Hidden
	VeryHidden
)

// Sheet is one tab of a workbook.
type Sheet struct {
	Name       string
	Visibility Visibility

	// NoCells marks a tab that is not a worksheet (a chart, a dialog, an old macro sheet). Book.Cells gives nothing for it.
	NoCells bool

	part *entry
}

// Open checks the container and reads all of a workbook but its sheets. data is the whole file; the Book keeps it and nobody
// may change it. The error is always a *Refusal. A part that holds no cells (a picture, a comment) is checked against its
// checksum and otherwise ignored.
func Open(data []byte) (*Book, error) { return open(data, standard) }

func open(data []byte, limits limits) (*Book, error) {
	if refusal := sniff(data); refusal != nil {
		return nil, refusal
	}
	archive, err := openArchive(data, limits)
	if err != nil {
		return nil, err
	}
	p := &pack{archive}
	book := &Book{archive: archive}
	if err := p.open(book); err != nil {
		return nil, err
	}
	if err := archive.verifyRest(book.Sheets); err != nil {
		return nil, err
	}
	return book, nil
}

// Cells gives the cells of sheet number i (from 0) to yield, row by row and from left to right, and then the merged
// ranges of the sheet. Cells without value and without formula are left out, whatever their style.
//
// The error is a *Refusal, or the error with which yield stopped the reading. After an error the cells that were
// given are worth nothing: what is wrong may be found only at the end of the sheet. The texts of a book's cells share memory; who keeps a few of many clones them.
func (b *Book) Cells(i int, yield func(Cell) error) ([]Range, error) {
	sheet := b.Sheets[i]
	if sheet.NoCells {
		return nil, nil
	}
	buffer, err := b.archive.inflate(sheet.part)
	if err != nil {
		return nil, err
	}
	defer buffer.release()
	scan, err := buffer.scanner(quote([]byte(sheet.part.name)), b.archive.limits)
	if err != nil {
		return nil, err
	}
	r := &sheetReader{book: b, scan: scan, name: sheet.Name, yield: yield}
	if err := r.read(); err != nil {
		return nil, err
	}
	return r.merged, nil
}
