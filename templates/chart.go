package templates

import (
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// A chart that staff made with Word (Insert > Chart) gets its data from tags in its alt text, where they can be typed without opening the little
// workbook behind the chart:
//
//	{{#bieu_do cac_don_vi | giam xd_dvut | dau 10}}{{ten}}; {{xd_dvut}}; {{xd_dvut_cn}}{{/bieu_do}}
//
// The rows of the loop are the categories. The first tag inside names a category, each further one gives the value of a series, in the order of the series of
// the chart. Colours, axes and labels are those of the template; what the template shows as data is only an example. Filling writes the values that the
// chart shows (its cache) and the cells of the workbook, so that "Edit data" in Word shows the same.

// chartLoop is the loop over the categories of one chart.
type chartLoop struct {
	tag      *tag
	category *tag
	values   []*tag // one for each series
	chart    *chartPart
}

// chartWords are the words for "chart" in a tag.
var chartWords = []string{"bieu_do", "chart"}

var (
	faultChartPlace = lang.Format{
		Vi: "Thẻ {{#bieu_do %s}} chỉ đứng trong văn bản thay thế (Alt Text) của một biểu đồ chèn bằng Word. Bấm chuột phải vào biểu đồ, chọn Edit Alt Text rồi gõ thẻ ở đó.",
		En: "The tag {{#chart %s}} stands only in the alt text of a chart made with Word. Right-click the chart, choose Edit Alt Text and type it there."}
	faultChartPair = lang.Format{
		Vi: "Thẻ {{#bieu_do %s}} phải đóng bằng {{/bieu_do}} trong cùng văn bản thay thế; ở giữa là thẻ tên rồi thẻ giá trị của từng chuỗi, ví dụ {{ten}}; {{xd_dvut}}.",
		En: "The tag {{#chart %s}} is closed by {{/chart}} in the same alt text; between them stand a tag that names and one that gives a value for each series, as in {{ten}}; {{xd_dvut}}."}
	faultChartSeries = lang.Format{
		Vi: "Biểu đồ có %d chuỗi số liệu (series) nhưng giữa {{#bieu_do …}} và {{/bieu_do}} có %d thẻ giá trị. Thêm hoặc bớt thẻ cho bằng số chuỗi.",
		En: "The chart has %d series, and %d tags that give values stand between {{#chart …}} and {{/chart}}. Make them as many."}
	faultChartNoLoop = lang.Format{
		Vi: "“%s” không phải vòng lặp nên không làm dữ liệu cho biểu đồ được.%s",
		En: "“%s” is no loop and cannot give data to a chart.%s"}
	faultChartLoop = lang.Format{
		Vi: "Biểu đồ này nằm trong một vòng lặp của văn bản; dữ liệu của biểu đồ không nhân lên được. Đưa biểu đồ ra ngoài vòng lặp.",
		En: "The chart stands inside a loop of the document, and its data cannot be multiplied. Move the chart out of the loop."}
	errChart          = lang.Format{Vi: "%s: thẻ {{#bieu_do %s}}: %s", En: "%s: tag {{#chart %s}}: %s"}
	findingChartValue = lang.Format{
		Vi: "“%s” không cho một con số nên không vẽ được; điểm đó để trống. Viết một số liệu hoặc phép tính ra số.",
		En: "“%s” gives no number and cannot be drawn; the point is left blank. Write a figure or a calculation."}
)

// chartName gives the name of the loop in "bieu_do cac_don_vi".
func chartName(text string) (string, bool) {
	word, name, ok := strings.Cut(text, " ")
	return strings.TrimSpace(name), ok && isChartWord(word)
}

func isChartWord(word string) bool {
	folded := strings.ReplaceAll(vntext.Fold(word), " ", "_")
	return folded == chartWords[0] || folded == chartWords[1]
}

// chartLoops makes loops of the tags for a chart among those of an attribute. What stands from the tag that opens to the one that closes is taken out of the text.
func (s *scanner) chartLoops(tags []piece) []piece {
	var rest []piece
	for i := 0; i < len(tags); i++ {
		t := tags[i].tag
		if !t.chart {
			rest = append(rest, tags[i])
			continue
		}
		end := i + 1
		for end < len(tags) && tags[end].tag.kind == valueTag {
			end++
		}
		if t.kind != openTag || end >= len(tags) || !tags[end].tag.chart || tags[end].tag.kind != closeTag || end-i < 3 {
			s.faults.add(t, faultChartPair.With(t.text))
			return nil
		}
		if loop := s.chartLoop(t, tags[i+1:end]); loop != nil {
			p := tags[i]
			p.chart, p.at.end = loop, tags[end].at.end
			rest = append(rest, p)
		}
		i = end
	}
	return rest
}

// chartLoop looks for the chart that the tags describe, nil where there is a fault.
func (s *scanner) chartLoop(open *tag, inside []piece) *chartLoop {
	loop := &chartLoop{tag: open, category: inside[0].tag}
	for _, p := range inside[1:] {
		loop.values = append(loop.values, p.tag)
	}
	file := s.chartFile()
	if file == "" {
		s.faults.add(open, faultChartPlace.With(open.text))
		return nil
	}
	chart, fault := s.pack.readChart(file)
	if fault.IsZero() && len(chart.series) != len(loop.values) {
		fault = faultChartSeries.With(len(chart.series), len(loop.values))
	}
	if !fault.IsZero() {
		s.faults.add(open, fault)
		return nil
	}
	loop.chart = chart
	return loop
}

// chartFile is the part of the chart in the drawing that is being read, "" where it holds none.
func (s *scanner) chartFile() string {
	if s.drawing == nil || s.pack == nil {
		return ""
	}
	id := s.chartID(s.drawing)
	for _, r := range s.pack.relations(s.file) {
		if r.id == id && r.kind == "chart" && id != "" {
			return r.target
		}
	}
	return ""
}

func (s *scanner) chartID(e *element) string {
	if e.name == "c:chart" {
		return attributeText(s.bytes(e.open), "r:id")
	}
	for _, c := range e.children {
		if id := s.chartID(c); id != "" {
			return id
		}
	}
	return ""
}

// chartData is what a chart shows: a name and a value of each series for every category. A nil value is a point that is not drawn.
type chartData struct {
	chart  *chartPart
	names  []string
	values [][]*big.Rat // by series
}

// fill works out the data of the chart. Nothing is printed where the tags stand.
func (c *chartLoop) fill(f *filling, d *scope) {
	rows, ok := f.rows(c.tag, d)
	if !ok {
		f.findings.add(c.tag, faultChartNoLoop.With(c.tag.text, lang.Message{}))
		return
	}
	if f.charts[c.chart.file] != nil && f.failure == nil {
		f.failure = errChart.With(c.tag.place.Message(), c.tag.text, faultChartLoop.With())
		return
	}
	data := &chartData{chart: c.chart, values: make([][]*big.Rat, len(c.values))}
	for _, row := range rows {
		name := c.category.expr.Eval(row)
		if name.IsMissing() {
			f.miss(c.category, name)
		}
		text, _ := c.category.words(name, row)
		data.names = append(data.names, strings.Join(strings.Fields(text), " "))
		for i, t := range c.values {
			data.values[i] = append(data.values[i], f.point(t, row))
		}
	}
	if f.charts == nil {
		f.document.charts = map[string]*chartData{}
	}
	f.charts[c.chart.file] = data
}

// point is a value of a chart, nil where there is none.
func (f *filling) point(t *tag, row *scope) *big.Rat {
	v := t.expr.Eval(row)
	switch v.Kind {
	case figure.Number:
		return v.Rat
	case figure.Missing:
		f.miss(t, v)
	case figure.NotApplicable:
	default:
		f.findings.add(t, findingChartValue.With(shorten(t.expr.String(), 60)))
	}
	return nil
}
