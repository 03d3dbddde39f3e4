package out

import (
	"fmt"
	"io"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
)

// Traced is a figure of a document with what it was worked out from.
type Traced struct {
	templates.Line
	Sources  []report.Source
	Sentence templates.Sentence
	About    []lang.Message // what the names of its expression are
}

// The shapes of tonghop/figures/1. Keys and their order are a contract with other programs.
type (
	figuresJSON struct {
		Schema  string       `json:"schema"`
		Report  string       `json:"report"`
		Period  string       `json:"period"`
		Figures []tracedJSON `json:"figures"`
	}
	tracedJSON struct {
		Key        string       `json:"key"`
		Sentence   string       `json:"sentence"`
		Paragraph  int          `json:"paragraph"`
		State      string       `json:"state"`
		Place      string       `json:"place"`
		Shown      string       `json:"shown"`
		Now        string       `json:"now"`
		Value      *string      `json:"value"`
		Expression string       `json:"expression"`
		Sources    []sourceJSON `json:"sources"`
	}
	sourceJSON struct {
		operandJSON
		Unit  sheets.UnitCode `json:"unit"`
		File  string          `json:"file,omitempty"`
		Sheet string          `json:"sheet,omitempty"`
		Cell  string          `json:"cell,omitempty"`
		Raw   string          `json:"raw,omitempty"`
	}
)

// WriteFiguresJSON writes where the figures of a document come from, down to their cells.
func WriteFiguresJSON(w io.Writer, r *Run, name string, figures []Traced) error {
	entry := figuresJSON{Schema: "tonghop/figures/1", Report: name, Period: r.Batch.Period.Code, Figures: []tracedJSON{}}
	for _, f := range figures {
		traced := tracedJSON{f.Key, f.Sentence.Marked(), f.Sentence.Paragraph, f.State.String(), f.Place.Message().In(r.Lang), f.Shown, f.Now, plain(f.Value), f.Figure.Expression, []sourceJSON{}}
		for _, s := range f.Sources {
			source := sourceJSON{operandJSON: operandEntry(r, r.behind(s), s.Operand), File: s.Pos.File, Sheet: s.Pos.Sheet, Cell: s.Pos.Cell(), Raw: s.Raw}
			if s.Unit != nil {
				source.Unit = s.Unit.Code
			}
			traced.Sources = append(traced.Sources, source)
		}
		entry.Figures = append(entry.Figures, traced)
	}
	return writeJSON(w, entry)
}

// behind is the trace to which an operand of a document belongs.
func (r *Run) behind(s report.Source) aggregate.Trace {
	return aggregate.Trace{Unit: s.Unit, Indicator: s.Indicator, Period: r.Batch.Period}
}

// mostSources is how many sources of a figure are listed among those of all others.
const mostSources = 6

// WriteFigures lists the figures of a document for a person, each with its place and what it was worked out from.
func WriteFigures(w io.Writer, r *Run, figures []Traced) error {
	var text strings.Builder
	for i, f := range figures {
		fmt.Fprintln(&text, Clean(lang.Format{Vi: "%d. %s: “%s” [%s]", En: "%d. %s: “%s” [%s]"}.With(i+1, f.Place.Message(), f.Shown, f.Key).In(r.Lang)))
		for _, s := range f.Sources[:min(mostSources, len(f.Sources))] {
			fmt.Fprintln(&text, "     "+Clean(sourceLine(s).In(r.Lang)))
		}
		if more := len(f.Sources) - mostSources; more > 0 {
			fmt.Fprintln(&text, "     "+lang.Format{Vi: "… và %d nguồn khác; xem tất cả bằng --key %d", En: "… and %d more; --key %d shows all"}.With(more, i+1).In(r.Lang))
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// sourceLine is a source in one line.
func sourceLine(s report.Source) lang.Message {
	unit := ""
	if s.Unit != nil {
		unit = s.Unit.Name
	}
	switch {
	case s.Indicator != nil && s.In != nil:
		total := s.In.Total(s.Unit, s.Indicator)
		return lang.Format{Vi: "%s = %s (%s; %s %s; %s)", En: "%s = %s (%s; %s %s; %s)"}.
			With(s.Name, totalText(s.Indicator, total), s.Indicator.Name, coverage(total.Value), total.Value.Counted.Noun(), unit)
	case s.Pos != sheets.Pos{} && s.Unit == nil:
		return lang.Format{Vi: "%s = %s (%s)", En: "%s = %s (%s)"}.With(s.Name, figure.Default(s.Value), s.Pos.String())
	case s.Pos != sheets.Pos{}:
		return lang.Format{Vi: "%s = %s (%s; %s)", En: "%s = %s (%s; %s)"}.With(s.Name, figure.Default(s.Value), unit, s.Pos.String())
	}
	return lang.Format{Vi: "%s = %s", En: "%s = %s"}.With(s.Name, figure.Default(s.Value))
}

// WriteFigure writes one figure of a document down to its cells, with the sentence in which it stands.
func WriteFigure(w io.Writer, r *Run, f Traced, all bool) error {
	t := newTracing(r, all)
	b := newBranch(t.said(lang.Format{Vi: "%s: “%s” = %s", En: "%s: “%s” = %s"}.With(f.Place.Message(), f.Shown, f.Figure.Expression)))
	b.add(t.said(lang.Format{Vi: "Câu: %s", En: "Sentence: %s"}.With(f.Sentence.Marked())))
	t.sources(b, f)
	return b.write(w)
}

// WriteSentence writes a paragraph of a document with all its figures, each down to its cells.
func WriteSentence(w io.Writer, r *Run, paragraph string, figures []Traced, all bool) error {
	t := newTracing(r, all).behind()
	b := newBranch(paragraph)
	for _, f := range figures {
		t.sources(b.add(t.said(lang.Format{Vi: "“%s” = %s", En: "“%s” = %s"}.With(f.Shown, f.Figure.Expression))), f)
	}
	return b.write(w)
}

// sources draws what a figure of a document was worked out from. What stands behind verdicts that are counted is left out unless all is asked for: the verdicts are named, and
// each can be traced by its code.
func (t tracing) sources(b *branch, f Traced) {
	for _, s := range f.Sources {
		switch {
		case s.Counted && !t.all: // a trace of the target or the shortcoming leads to it
		case s.Pos != sheets.Pos{}:
			b.add(t.said(sourceLine(s)))
		default:
			t.operand(b, s.Unit, s.Operand)
		}
	}
}
