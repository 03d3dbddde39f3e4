package sheets

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// spareRows is how far below the last row the drop-down lists reach, so that new rows have them too.
const spareRows = 2000

// extraWidth is how wide the columns are that the catalogue does not know.
const extraWidth = 60

var (
	unknownTable   = lang.Format{Vi: "Danh mục không có trang “%s”", En: "the catalogue has no sheet “%s”"}
	cannotWrite    = lang.Format{Vi: "Không ghi được danh mục: %s", En: "The catalogue cannot be written: %s"}
	wordsTitle     = lang.Format{Vi: "Giá trị lạ", En: "Unknown value"}
	wordsAlert     = lang.Format{Vi: "Ô này thường ghi một trong các giá trị của danh sách. Vẫn giữ giá trị vừa gõ?", En: "The cell usually holds one of the values of the list. Keep what was typed?"}
	usualLevels    = []string{"tỉnh", "huyện", "xã", "trực thuộc", "đoàn cơ sở", "chi đoàn"}
	commonMeasures = []string{"đồng", "nghìn đồng", "triệu đồng", "người", "cuộc", "lượt", "buổi", "đợt", "suất", "phần", "đội", "%"}
)

// WriteCatalogue makes a catalogue workbook from the rows of its sheets: titles that explain themselves, drop-down lists, a guide sheet. Sheets
// that tables do not name are there without rows; columns of a table that the catalogue does not know stand to the right of the
// others. Equal tables give equal bytes.
func WriteCatalogue(tables []Table) ([]byte, error) {
	rows := make(map[string]Table)
	for _, table := range tables {
		place := sheetPlace(table.Sheet)
		if place == len(sheetSpecs) {
			return nil, unknownTable.With(table.Sheet)
		}
		rows[sheetSpecs[place].name] = table
	}
	b, err := newBook()
	if err != nil {
		return nil, cannotWrite.With(err)
	}
	defer b.close()
	b.guide()
	for i := range sheetSpecs {
		spec := &sheetSpecs[i]
		b.sheet(spec, rows[spec.name])
	}
	data, err := b.bytes()
	if err != nil {
		return nil, cannotWrite.With(err)
	}
	return data, nil
}

// sheet writes one sheet.
func (b *book) sheet(spec *sheetSpec, table Table) {
	b.add(spec.name)
	places, extra := arrange(spec, table.Header)
	for i, col := range spec.columns {
		b.title(spec.name, i+1, col.name, col.note.Vi, col.needed)
		b.width(spec.name, i+1, col.width)
	}
	for i, at := range extra {
		b.title(spec.name, len(spec.columns)+i+1, table.Header[at], "", false)
		b.width(spec.name, len(spec.columns)+i+1, extraWidth)
	}
	widths := slices.Repeat([]float64{extraWidth}, len(spec.columns)+len(extra))
	for i, col := range spec.columns {
		widths[i] = col.width
	}
	shaded := true
	for n, cells := range table.Rows {
		if n == 0 || groupOf(spec, places, cells) != groupOf(spec, places, table.Rows[n-1]) {
			shaded = !shaded
		}
		for i, col := range spec.columns {
			b.put(spec.name, n+2, i+1, typed(col, field(cells, places[i])), cellLook{holds: col.holds, shaded: shaded, key: i == 0})
		}
		b.height(spec.name, n+2, linesNeeded(cells, slices.Concat(places, extra), widths))
		for i, at := range extra {
			b.put(spec.name, n+2, len(spec.columns)+i+1, content{text: field(cells, at)}, cellLook{holds: holdsLines, shaded: shaded})
		}
	}
	last := len(table.Rows) + 1
	b.dropDowns(spec, last+spareRows)
	b.dress(spec.name, last, len(spec.columns)+len(extra))
}

// arrange gives for each column of the spec its place in the header of a table, -1 where it is lacking, and the places of the columns that
// the spec does not know.
func arrange(spec *sheetSpec, header []string) (places, extra []int) {
	places = slices.Repeat([]int{-1}, len(spec.columns))
	titles := spec.titles()
	for at, title := range header {
		if i, known := titles[foldWord(title)]; known && places[i] < 0 {
			places[i] = at
		} else {
			extra = append(extra, at)
		}
	}
	return places, extra
}

// field gives a cell of a row that may be short.
func field(cells []string, at int) string {
	if at < 0 || at >= len(cells) {
		return ""
	}
	return cells[at]
}

// linesNeeded estimates how many lines the fullest cell of a row takes. A letter of Times New Roman is narrower than the digit in which
// Excel counts widths; the estimate leaves room for words that wrap early.
func linesNeeded(cells []string, places []int, widths []float64) int {
	most := 1
	for i, at := range places {
		lines := 0
		for _, line := range strings.Split(field(cells, at), "\n") {
			lines += 1 + len([]rune(line))*10/(int(widths[i])*11)
		}
		most = max(most, lines)
	}
	return most
}

// groupOf is what the rows of one shade have in common. Sheets without groups change the shade with every row.
func groupOf(spec *sheetSpec, places []int, cells []string) string {
	column := map[string]string{
		sheetIndicators: "Nhóm", sheetLists: "Bảng", sheetTargets: "Mã", sheetAssignments: "Mã chỉ tiêu", sheetShortcomings: "Mã", sheetOptions: "Danh sách",
	}[spec.name]
	if column == "" {
		return strings.Join(cells, "\x00")
	}
	return field(cells, places[spec.column(column)])
}

// content is a value as it goes into a cell: a number, a share, a day, or else a text.
type content struct {
	text   string
	number *big.Rat
	day    time.Time
	share  bool
}

// typed reads what somebody would type into a cell of the column, so that Excel keeps numbers as numbers and days as days. What is
// neither stays the text that it is.
func typed(col columnSpec, text string) content {
	e := content{text: vntext.NFC(text)}
	switch col.holds {
	case holdsNumber:
		number, share := strings.CutSuffix(strings.TrimSpace(text), "%")
		r, err := figure.ParseDecimal(number)
		if err != nil {
			return e
		}
		if share {
			r = new(big.Rat).Quo(r, big.NewRat(100, 1))
		}
		e.number, e.share = r, share
	case holdsDay:
		reading := figure.Read(figure.DateField, "", figure.Input{Text: text})
		if reading.Severity != figure.Error && reading.Value.Kind == figure.Date {
			e.day = reading.Value.Date
		}
	}
	return e
}

// dropDowns offers the values of the columns that have a list of them.
func (b *book) dropDowns(spec *sheetSpec, last int) {
	for i, col := range spec.columns {
		if len(col.words) > 0 {
			b.offer(spec.name, i+1, last, col.words, wordsAlert)
		}
	}
	for _, free := range []struct {
		sheet, column string
		words         []string
	}{
		{sheetUnits, "Cấp", usualLevels},
		{sheetIndicators, "ĐVT", commonMeasures},
		{sheetIndicators, "Định dạng", figure.StyleNames()},
		{sheetTargets, "Phạm vi", scopeWords.words()},
	} {
		if free.sheet == spec.name {
			b.offer(spec.name, spec.column(free.column)+1, last, free.words, lang.Format{})
		}
	}
	for _, link := range []struct{ sheet, column, from string }{
		{sheetPeriods, "Thuộc kỳ", sheetPeriods},
		{sheetUnits, "Trực thuộc", sheetUnits},
		{sheetTargets, "Kỳ", sheetPeriods},
		{sheetIntakes, "Đơn vị", sheetUnits},
		{sheetIntakes, "Kỳ", sheetPeriods},
		{sheetSuccessions, "Mã cũ", sheetUnits},
		{sheetSuccessions, "Mã mới", sheetUnits},
		{sheetAssignments, "Mã chỉ tiêu", sheetTargets},
		{sheetAssignments, "Đơn vị", sheetUnits},
		{sheetExceptions, "Đơn vị", sheetUnits},
		{sheetExceptions, "Kỳ", sheetPeriods},
		{sheetExceptions, "Mã", sheetRules},
	} {
		if link.sheet == spec.name {
			b.offerColumn(spec.name, spec.column(link.column)+1, last, link.from)
		}
	}
}
