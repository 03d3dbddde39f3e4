package templates

import (
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

var (
	faultNoMeasure = lang.Format{
		Vi: "Kiểu in “%s” chỉ thêm được đơn vị tính sau một số liệu, hoặc sau tổng, hiệu các số liệu cùng đơn vị tính; “%s” không phải như vậy. Bỏ “%[1]s” và gõ đơn vị tính sau thẻ.",
		En: "The style “%s” puts the unit of measure behind a figure, or a sum or difference of figures in the same unit; “%s” is none. Delete “%[1]s” and type the unit behind the tag."}
	findingNoMeasure = lang.Format{
		Vi: "Các số liệu trong thẻ không có chung một đơn vị tính (cột ĐVT của danh mục), nên không in thêm. Gõ đơn vị tính sau thẻ.",
		En: "The figures in the tag have no unit of measure in common (column ĐVT of the catalogue), so none was printed. Type it behind the tag."}
)

// withMeasure puts the unit of measure behind a number: 1.805 đoàn viên. Money says đồng by itself, and a percentage its sign.
func (t *tag) withMeasure(text string, v figure.Value, d *scope) string {
	if !t.measured || v.Kind != figure.Number && v.Kind != figure.Range || text == figure.Unchanged {
		return text
	}
	switch measure := d.measure(t.names); {
	case measure == "", strings.HasSuffix(text, measure):
		return text
	case measure == "%":
		return text + measure
	default:
		return text + "\u00a0" + measure
	}
}

// measure is the unit of measure that names have in common, "" where they have none.
func (s *scope) measure(names []string) string {
	common := ""
	for i, name := range names {
		fact, ok := s.fact(name)
		if !ok || fact.Measure == "" || i > 0 && vntext.Key(fact.Measure) != vntext.Key(common) {
			return ""
		}
		if i == 0 {
			common = fact.Measure
		}
	}
	return common
}
