package sheets

import (
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// fieldList is the list of the sheet Lựa chọn that names the fields of work.
const fieldList = "linh_vuc"

var (
	clauseTwice     = lang.Format{Vi: "Khuyết điểm “%s” đã có vế “%s” ở ô %s.", En: "The shortcoming “%s” has the clause “%s” in cell %s already."}
	clauseTwiceHint = lang.Format{Vi: "Đánh số các vế khác nhau: 1, 2, 3…", En: "Number the clauses differently: 1, 2, 3…"}
	unlike          = lang.Format{Vi: "Cột “%s” của khuyết điểm “%s” ghi khác ở ô %s.", En: "The column “%s” of “%s” says something else in cell %s."}
	unlikeHint      = lang.Format{Vi: "Chỉ ghi ở một dòng của khuyết điểm, hoặc ghi giống nhau.", En: "Fill it in one row of the shortcoming, or type the same everywhere."}
	unknownField    = lang.Format{Vi: "Lĩnh vực “%s” không có trong danh sách linh_vuc của trang “Lựa chọn”.", En: "The field “%s” is not in the list linh_vuc of the sheet “Lựa chọn”."}
	unknownFieldFix = lang.Format{Vi: "Ghi một trong: %s; hoặc thêm vào danh sách.", En: "Type one of: %s; or add it to the list."}
	noMeasureTarget = lang.Format{Vi: "Số đo “%s” không phải chỉ tiêu nào của danh mục.", En: "The measure “%s” is no target of the catalogue."}
	measureHint     = lang.Format{Vi: "Ghi mã chỉ tiêu (CT-A), một phần (CT-A.a), “chỉ tiêu”, hoặc một điều kiện như f_xa_mt >= 1.", En: "Type the code of a target (CT-A), a part (CT-A.a), chỉ tiêu, or a condition such as f_xa_mt >= 1."}
	manyLastYear    = lang.Format{Vi: "Có %d giá trị năm trước cho %d số đo.", En: "There are %d values of last year for %d measures."}
	lastYearHint    = lang.Format{Vi: "Ghi một giá trị cho mỗi số đo theo cùng thứ tự; không biết thì ghi dấu -.", En: "Type one value for each measure in the same order; a dash where it is not known."}
)

// shortcomings reads the sheet Khuyết điểm.
func (l *loader) shortcomings() {
	byCode := make(map[string]*gathered)
	for _, r := range l.rows(sheetShortcomings) {
		code, ok := l.need(r, "Mã")
		if !ok {
			continue
		}
		g := byCode[vntext.Key(code.line())]
		if g == nil {
			g = &gathered{s: &Shortcoming{Code: ShortcomingCode(code.line()), Pos: code.pos}, first: make(codes), clauses: make(codes)}
			byCode[vntext.Key(code.line())] = g
			l.c.Shortcomings = append(l.c.Shortcomings, g.s)
		}
		key := r.at("Vế")
		if first, twice := g.clauses[vntext.Key(key.line())]; twice {
			l.fault(atCell(faultTwice, figure.Error, key, clauseTwice.With(string(g.s.Code), key.line(), first.pos.Cell()), clauseTwiceHint.With()))
			continue
		}
		g.clauses[vntext.Key(key.line())] = key
		l.readClause(r, g)
	}
}

// gathered is a shortcoming of which some rows were read. What is said once for the whole of it may stand in any of its rows.
type gathered struct {
	s       *Shortcoming
	first   codes // by column: the cell that said it
	clauses codes // by clause
}

func (l *loader) readClause(r row, g *gathered) {
	l.proseOf(r, "khuyet_diem", "Nội dung", "Giải pháp", "Kết quả", "Lý do", "Phương hướng", "Phụ trách", "Thời hạn")
	text, ok := l.need(r, "Nội dung")
	if ok && g.s.Text == "" {
		g.s.Text = text.line()
	}
	clause := &Clause{
		Key: r.at("Vế").line(), Text: text.line(), Taken: r.at("Giải pháp").text, Results: r.at("Kết quả").text,
		Pos: r.at("Mã").pos,
	}
	clause.Measures = l.measures(r, clause)
	g.s.Clauses = append(g.s.Clauses, clause)

	for _, once := range []struct {
		column string
		into   *string
	}{{"Lý do", &g.s.Reason}, {"Phương hướng", &g.s.Direction}, {"Phụ trách", &g.s.Owner}, {"Thời hạn", &g.s.Due}} {
		if c := r.at(once.column); l.says(g, once.column, c) {
			*once.into = c.text
		}
	}
	if c := r.at("Lĩnh vực"); l.says(g, "Lĩnh vực", c) {
		g.s.Field = l.field(c)
	}
	if c := r.at("Kỳ theo dõi"); l.says(g, "Kỳ theo dõi", c) {
		l.followed(c, g.s)
	}
	if c := r.at("Mức các kỳ trước"); l.says(g, "Mức các kỳ trước", c) {
		l.pastLevels(c, g.s)
	}
	if c := r.at("Đánh giá"); l.says(g, "Đánh giá", c) {
		if level := choose(l, r, "Đánh giá", levelWords, LevelUnknown); level != LevelUnknown {
			g.s.Hand, g.s.HandPos = &level, c.pos
		}
	}
}

// says reports whether the row says something for the whole shortcoming that no row before it did. A row that says something else is a
// fault.
func (l *loader) says(g *gathered, column string, c cell) bool {
	if c.blank() {
		return false
	}
	first, again := g.first[column]
	if again {
		if vntext.Key(first.text) != vntext.Key(c.text) {
			l.fault(atCell(faultTwice, figure.Error, c, unlike.With(column, string(g.s.Code), first.pos.Cell()), unlikeHint.With()))
		}
		return false
	}
	g.first[column] = c
	return true
}

// field gives the label of a field of work that was typed as its code or label. Where the office keeps no list of fields any text will do.
func (l *loader) field(c cell) string {
	options := l.c.OptionsOf(fieldList)
	var names []string
	for _, option := range options {
		if sameWord(option.Code, c.line()) || sameWord(option.Label, c.line()) {
			return option.Label
		}
		names = append(names, option.Label)
	}
	if len(options) > 0 {
		f := atCell(faultReference, figure.Warning, c, unknownField.With(c.line()), unknownFieldFix.With(joined(names)))
		l.fault(f.near(c.line(), names))
	}
	return c.line()
}

// measures reads Số đo beside Năm trước.
func (l *loader) measures(r row, clause *Clause) []Measure {
	at, last := r.at("Số đo"), r.at("Năm trước")
	pieces := split(at.formulaText())
	measures := make([]Measure, len(pieces))
	for i, piece := range pieces {
		measures[i].Text, measures[i].LastPos, measures[i].LastRaw = vntext.Clean(piece), last.pos, last.text
		l.measure(at, piece, clause, i, &measures[i])
	}
	values := split(last.formulaText())
	if len(values) > len(measures) {
		l.fault(atCell(faultUnclear, figure.Error, last, manyLastYear.With(len(values), len(measures)), lastYearHint.With()))
	}
	for i := range min(len(values), len(measures)) {
		measures[i].LastYear = l.lastYear(last, values[i], len(values) == 1)
	}
	return measures
}

// measure reads one measure. Codes of targets come first: as a formula CT-A would be a difference.
func (l *loader) measure(at cell, piece string, clause *Clause, i int, m *Measure) {
	switch target, part := l.c.Target(TargetCode(m.Text)), l.c.Part(m.Text); {
	case sameWord(m.Text, "chỉ tiêu"), sameWord(m.Text, "tất cả chỉ tiêu"):
		m.AllTargets = true
		return
	case target != nil:
		m.Target = target.Code
		return
	case part != nil:
		m.Target, m.Part = part.Target, part.Key
		return
	}
	if !strings.ContainsAny(piece, "<>=≤≥≠(") {
		f := atCell(faultReference, figure.Error, at, noMeasureTarget.With(m.Text), measureHint.With())
		l.fault(f.near(m.Text, l.c.measureNames()))
		return
	}
	one := cell{pos: at.pos, text: m.Text, raw: piece}
	l.later(one, figure.Bool, func(e *formula.Expr) { clause.Measures[i].Expr = e })
}

// measureNames gives what a measure may name besides a condition.
func (c *Catalogue) measureNames() []string {
	names := []string{"chỉ tiêu"}
	for _, target := range c.Targets {
		names = append(names, string(target.Code))
	}
	return append(names, c.partKeys()...)
}

// lastYear reads one value of last year. A numeric cell that holds the only value is taken as it stands.
func (l *loader) lastYear(at cell, piece string, only bool) figure.Value {
	one := cell{pos: at.pos, text: vntext.Clean(piece), raw: piece}
	if only && at.number != nil {
		one = at
	}
	if strings.Trim(one.text, "-–—? ") == "" {
		return figure.Value{}
	}
	value, _ := l.constant(one, l.c.Options)
	return value
}

// split cuts a text at line breaks and at semicolons that stand outside of brackets and quotes. Blank lines are nothing, a blank between two
// semicolons is a piece.
func split(text string) []string {
	var pieces []string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r", "\n"), "\n") {
		if strings.TrimSpace(line) != "" {
			pieces = append(pieces, splitLine(line)...)
		}
	}
	return pieces
}

func splitLine(line string) []string {
	var pieces []string
	var piece strings.Builder
	depth, quoted := 0, false
	for _, r := range line {
		switch r {
		case '"', '“', '”', '„':
			quoted = !quoted
		case '(':
			depth++
		case ')':
			depth--
		case ';':
			if depth <= 0 && !quoted {
				pieces = append(pieces, piece.String())
				piece.Reset()
				continue
			}
		}
		piece.WriteRune(r)
	}
	if strings.TrimSpace(piece.String()) != "" || len(pieces) == 0 {
		pieces = append(pieces, piece.String())
	}
	return pieces
}
