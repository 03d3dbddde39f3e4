package out

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// EvidenceEnd ends the name of the workbook beside a report that leads every figure of it to its cells.
const EvidenceEnd = ".minh-chung.xlsx"

// Evidence is that workbook (minh chứng): one sheet has every printed figure with its sentence, the other the cells behind them. What several figures rest on stands
// there once.
type Evidence struct {
	Run     *Run
	Report  string   // the name of the document
	Figures []Traced // in the order of the document

	// Link gives the address of a file as it is seen from the workbook, "" where there is nothing to open, such as a file in an archive.
	Link func(file string) string

	grounds []*ground
	place   map[groundKey]*ground
	behind  [][]*ground // by figure
}

// ground is a root with its rows on the sheet of sources.
type ground struct {
	aggregate.Root
	parts   []aggregate.Source // of a figure
	first   int                // the number of its first row among all, from 0
	count   int                // how many rows it has
	figures []int              // the numbers of the figures that rest on it
}

type groundKey struct {
	in   *aggregate.Result
	unit *sheets.Unit
	name string
	pos  sheets.Pos
}

// Write writes the workbook.
func (e *Evidence) Write(w io.Writer) error {
	e.gather()
	b, err := newBook(e.Run.Lang)
	if err != nil {
		return err
	}
	if err := e.figureSheet(b); err != nil {
		return err
	}
	if err := e.groundSheets(b); err != nil {
		return err
	}
	return b.write(w)
}

// gather finds what the figures rest on and gives each its rows.
func (e *Evidence) gather() {
	e.place, e.behind, e.grounds = make(map[groundKey]*ground), make([][]*ground, len(e.Figures)), nil
	next := 0
	for i, f := range e.Figures {
		for _, root := range report.Roots(f.Sources) {
			key := groundKey{root.In, root.Unit, root.Name, root.Pos}
			g := e.place[key]
			if g == nil {
				g = newGround(root, next)
				next += g.count
				e.place[key] = g
				e.grounds = append(e.grounds, g)
			}
			g.figures = append(g.figures, i+1)
			e.behind[i] = append(e.behind[i], g)
		}
		slices.SortFunc(e.behind[i], func(a, b *ground) int { return a.first - b.first })
	}
}

func newGround(root aggregate.Root, first int) *ground {
	g := &ground{Root: root, first: first, count: 1} // a line of its own, above the cells
	switch {
	case root.Indicator != nil:
		g.parts = root.In.Trace(root.Unit, root.Indicator).Parts
		g.count += len(g.parts)
	case root.Lists != nil:
		for _, l := range root.Lists {
			g.count += max(1, len(l.Cells))
		}
	}
	return g
}

func (e *Evidence) figureSheet(b *book) error {
	l := layout{
		name:  lang.Format{Vi: "Minh chứng", En: "Evidence"}.In(e.Run.Lang),
		title: lang.Format{Vi: "MINH CHỨNG CÁC CON SỐ TRONG BÁO CÁO", En: "EVIDENCE FOR THE FIGURES OF THE REPORT"}.In(e.Run.Lang),
		remarks: []string{
			lang.Format{Vi: "Báo cáo: %s", En: "Report: %s"}.With(e.Report).In(e.Run.Lang) + ". " + periodLine(e.Run),
			lang.Format{Vi: "Con số nằm giữa dấu « » trong câu. Bấm vào cột Nguồn để đến các ô đã cộng thành con số đó.", En: "The figure stands between « » in its sentence. A click in the column Sources leads to the cells that it rests on."}.In(e.Run.Lang),
		},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Câu trong báo cáo", En: "Sentence"}, 58}, {lang.Format{Vi: "Con số", En: "Figure"}, 16},
			{lang.Format{Vi: "Là số liệu", En: "What it is"}, 38}, {lang.Format{Vi: "Mã, công thức", En: "Code, formula"}, 26},
			{lang.Format{Vi: "Độ phủ", En: "Coverage"}, 10}, {lang.Format{Vi: "Nguồn", En: "Sources"}, 20},
		},
		filter: true,
	}
	return b.sheet(l, func(p *page) error {
		for i, f := range e.Figures {
			covered := ""
			if f.Value.Expected > 0 {
				covered = coverage(f.Value)
			}
			look := centred
			if f.Value.Partial() || f.Value.IsMissing() {
				look = doubtful
			}
			row := []cell{
				{value: i + 1, look: centred}, {value: Clean(f.Sentence.Marked())}, {value: f.Shown, look: look}, {value: e.subject(f)},
				{value: formulaOf(f)}, {value: covered, look: look}, e.sourcesCell(i),
			}
			if err := p.add(row...); err != nil {
				return err
			}
		}
		return nil
	})
}

// mostSubjects is how many things are named of those that a figure was worked out from.
const mostSubjects = 3

// subject says what a figure is: what the names of its expression are, else what was counted or what it was worked out from.
func (e *Evidence) subject(f Traced) string {
	var names []string
	for _, said := range f.About {
		names = append(names, said.In(e.Run.Lang))
	}
	if len(names) == 0 {
		names = e.counted(f)
	}
	slices.Sort(names)
	names = slices.Compact(names)
	text := strings.Join(names[:min(len(names), mostSubjects)], "\n")
	if more := len(names) - mostSubjects; more > 0 {
		text += "\n" + lang.Format{Vi: "và %d mục khác", En: "and %d more"}.With(more).In(e.Run.Lang)
	}
	return text
}

// counted says what a figure that is no name was counted over, else what it was worked out from.
func (e *Evidence) counted(f Traced) []string {
	var names []string
	for _, s := range f.Sources {
		switch {
		case len(s.Targets) > 0:
			return []string{lang.Format{Vi: "đếm trên %d chỉ tiêu", En: "counted over %d targets"}.With(len(s.Targets)).In(e.Run.Lang)}
		case len(s.Shortcomings) > 0:
			return []string{lang.Format{Vi: "đếm trên %d khuyết điểm", En: "counted over %d shortcomings"}.With(len(s.Shortcomings)).In(e.Run.Lang)}
		case s.Indicator != nil:
			names = append(names, s.Indicator.Name)
		default:
			names = append(names, s.Name)
		}
	}
	return names
}

// formulaOf is the code or the expression of a figure; of a derived figure that stands alone its formula too.
func formulaOf(f Traced) string {
	text := f.Figure.Expression
	for _, s := range f.Sources {
		if s.Indicator != nil && s.Indicator.Formula != nil && string(s.Indicator.Code) == text {
			return text + " = " + s.Indicator.Formula.String()
		}
	}
	return text
}

// sourcesCell leads from a figure to its rows on the sheet of sources.
func (e *Evidence) sourcesCell(i int) cell {
	var rows []string
	for from := 0; from < len(e.behind[i]); {
		first := e.behind[i][from]
		last := first
		for from++; from < len(e.behind[i]) && e.behind[i][from].first == last.first+last.count && sheetOf(first) == sheetOf(e.behind[i][from]); from++ {
			last = e.behind[i][from]
		}
		text := fmt.Sprint(rowOf(first.first))
		if end := last.first + last.count - 1; end > first.first {
			text += fmt.Sprintf("–%d", rowOf(end))
		}
		rows = append(rows, text)
	}
	if len(rows) == 0 {
		return cell{value: ""}
	}
	text := lang.Format{Vi: "dòng %s", En: "rows %s"}.With(strings.Join(rows[:min(len(rows), mostSpans)], "; ")).In(e.Run.Lang)
	if len(rows) > mostSpans {
		text += "; …"
	}
	first := e.behind[i][0]
	return linkCell("#'"+groundsName(e.Run, sheetOf(first))+"'!A"+fmt.Sprint(rowOf(first.first)), text)
}

// mostSpans is how many spans of rows are named in a cell.
const mostSpans = 8

// longestText is how long a text in a formula may be.
const longestText = 255

// linkCell is a text that a click leads from to an address. Where the address cannot stand in a formula it is the text alone.
func linkCell(address, text string) cell {
	if address == "" || strings.ContainsAny(address+text, "\"\n\r") || len([]rune(address)) > longestText || len([]rune(text)) > longestText {
		return cell{value: text, look: codeText}
	}
	return cell{value: text, look: linkText, formula: `HYPERLINK("` + address + `","` + text + `")`}
}
