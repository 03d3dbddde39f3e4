package templates

import (
	"bytes"
	"fmt"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"tonghop/lang"
)

// chartPart is a chart of a template: where the data of its series stand, in the part itself and in the workbook behind it.
type chartPart struct {
	file   string
	series []chartSeries
	book   *chartBook // nil where the chart has no workbook in the file
}

// chartSeries is one series: the cells of its categories and of its values.
type chartSeries struct{ categories, values cellRange }

// cellRange is a column of cells: Sheet1!$B$2:$B$5.
type cellRange struct {
	sheet, column string // the sheet as formulas write it
	first, last   int
}

var rangeOf = regexp.MustCompile(`^(.+)!\$?([A-Z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Z]{1,3})\$?([1-9]\d{0,6}))?$`)

func readRange(formula string) (r cellRange, ok bool) {
	m := rangeOf.FindStringSubmatch(strings.TrimSpace(formula))
	if m == nil || m[4] != "" && m[4] != m[2] {
		return r, false
	}
	first, _ := strconv.Atoi(m[3])
	last := first
	if m[5] != "" {
		last, _ = strconv.Atoi(m[5])
	}
	return cellRange{m[1], m[2], first, last}, last >= first
}

// over is the range with as many cells as there are categories, at least one.
func (r cellRange) over(count int) cellRange {
	r.last = r.first + max(count, 1) - 1
	return r
}

func (r cellRange) String() string {
	return fmt.Sprintf("%s!$%s$%d:$%[2]s$%[4]d", r.sheet, r.column, r.first, r.last)
}

var (
	faultChartRead = lang.Format{
		Vi: "Không đọc được biểu đồ này (%s). Mở mẫu bằng Word, xóa biểu đồ rồi chèn lại.",
		En: "The chart cannot be read (%s). Open the template in Word, delete the chart and insert it again."}
	faultChartKind = lang.Format{
		Vi: "Biểu đồ dạng điểm (XY), bong bóng hoặc không có trục tên thì chưa điền được. Đổi sang dạng cột, thanh, đường, miền hoặc tròn.",
		En: "A scatter or bubble chart, or one without categories, cannot be filled. Change it into columns, bars, lines, areas or a pie."}
	faultChartRange = lang.Format{
		Vi: "Dữ liệu của biểu đồ không nằm trong các cột liền từ cùng một hàng của một trang tính. Bấm chuột phải vào biểu đồ, chọn Select Data và sửa vùng dữ liệu (ví dụ Sheet1!$A$1:$D$5).",
		En: "The data of the chart do not stand in columns that begin in the same row of one sheet. Right-click the chart, choose Select Data and correct the range (as in Sheet1!$A$1:$D$5)."}
)

// readChart reads a chart and the workbook behind it. The message says why it cannot be filled.
func (a *archive) readChart(file string) (*chartPart, lang.Message) {
	data, err := a.read(file)
	if err != nil {
		return nil, faultChartRead.With(err)
	}
	root, _, err := parseXML(data)
	if err != nil {
		return nil, faultChartRead.With(err)
	}
	c := &chartPart{file: file}
	for _, e := range elementsNamed(root, "c:ser") {
		series, fault := readSeries(data, e)
		if !fault.IsZero() {
			return nil, fault
		}
		c.series = append(c.series, series)
	}
	for _, s := range c.series {
		first := c.series[0].categories
		if s.categories != first || s.values.sheet != first.sheet || s.values.first != first.first {
			return nil, faultChartRange.With()
		}
	}
	if len(c.series) == 0 {
		return nil, faultChartKind.With()
	}
	if c.book, err = a.chartBook(c); err != nil {
		return nil, faultChartRead.With(err)
	}
	return c, lang.Message{}
}

// elementsNamed gives the elements of a name in an element, in order; none inside of another.
func elementsNamed(e *element, name string) []*element {
	var found []*element
	for _, c := range e.children {
		if c.name == name {
			found = append(found, c)
			continue
		}
		found = append(found, elementsNamed(c, name)...)
	}
	return found
}

func childNamed(e *element, name string) *element {
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

func readSeries(data []byte, e *element) (s chartSeries, fault lang.Message) {
	categories, values := childNamed(e, "c:cat"), childNamed(e, "c:val")
	if categories == nil || values == nil {
		return s, faultChartKind.With()
	}
	var okCategories, okValues bool
	s.categories, okCategories = formulaRange(data, categories)
	s.values, okValues = formulaRange(data, values)
	if !okCategories || !okValues {
		return s, faultChartRange.With()
	}
	return s, fault
}

func formulaRange(data []byte, e *element) (cellRange, bool) {
	formulas := elementsNamed(e, "c:f")
	if len(formulas) != 1 {
		return cellRange{}, false
	}
	return readRange(unescape(data[formulas[0].content.start:formulas[0].content.end]))
}

// write gives the part of the chart with its new data. part is the part as it is so far: its title may have been filled.
func (d *chartData) write(part []byte) ([]byte, error) {
	root, _, err := parseXML(part)
	if err != nil {
		return nil, err
	}
	out, pos := []byte(nil), 0
	for i, e := range elementsNamed(root, "c:ser") {
		for _, c := range e.children {
			switch c.name {
			case "c:cat":
				out = append(append(out, part[pos:c.content.start]...), d.categories(i)...)
				pos = c.content.end
			case "c:val":
				out = append(append(out, part[pos:c.content.start]...), d.cache(i, formatCode(part, c))...)
				pos = c.content.end
			}
		}
	}
	return append(out, part[pos:]...), nil
}

// formatCode keeps how the numbers of the axis and labels look.
func formatCode(part []byte, e *element) string {
	for _, c := range elementsNamed(e, "c:formatCode") {
		return string(part[c.content.start:c.content.end])
	}
	return "General"
}

func (d *chartData) categories(series int) []byte {
	at, _ := escapeText(nil, d.chart.series[series].categories.over(len(d.names)).String())
	out := fmt.Appendf(nil, `<c:strRef><c:f>%s</c:f><c:strCache><c:ptCount val="%d"/>`, at, len(d.names))
	for i, name := range d.names {
		out = fmt.Appendf(out, `<c:pt idx="%d"><c:v>`, i)
		out, _ = escapeText(out, name)
		out = append(out, `</c:v></c:pt>`...)
	}
	return append(out, `</c:strCache></c:strRef>`...)
}

func (d *chartData) cache(series int, format string) []byte {
	at, _ := escapeText(nil, d.chart.series[series].values.over(len(d.names)).String())
	out := fmt.Appendf(nil, `<c:numRef><c:f>%s</c:f><c:numCache><c:formatCode>%s</c:formatCode><c:ptCount val="%d"/>`, at, format, len(d.names))
	for i, v := range d.values[series] {
		if v != nil {
			out = fmt.Appendf(out, `<c:pt idx="%d"><c:v>%s</c:v></c:pt>`, i, plainNumber(v))
		}
	}
	return append(out, `</c:numCache></c:numRef>`...)
}

// chartPlaces is how many decimals a chart keeps of a number whose decimals do not end; it draws no more than 15 digits.
const chartPlaces = 15

func plainNumber(v *big.Rat) string {
	if v.IsInt() {
		return v.Num().String()
	}
	return strings.TrimRight(strings.TrimRight(v.FloatString(chartPlaces), "0"), ".")
}

// writeCharts writes the data of the charts into their parts and workbooks.
func (d *document) writeCharts(changed map[string][]byte) error {
	files := make([]string, 0, len(d.charts))
	for file := range d.charts {
		files = append(files, file)
	}
	slices.Sort(files)
	for _, file := range files {
		data, part := d.charts[file], changed[file]
		if part == nil {
			var err error
			if part, err = d.template.pack.read(file); err != nil {
				return err
			}
		}
		written, err := data.write(part)
		if err != nil {
			return errPart.With(file, err)
		}
		changed[file] = written
		book := data.chart.book
		if book == nil {
			continue
		}
		if changed[book.file], err = book.write(data); err != nil {
			return errPart.With(book.file, err)
		}
		if bytes.Equal(changed[book.file], book.pack.data) {
			delete(changed, book.file)
		}
	}
	return nil
}
