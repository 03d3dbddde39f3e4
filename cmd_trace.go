package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"tonghop/aggregate"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

var (
	msgNoFigure = lang.Format{
		Vi: "%s không có con số nào mang dấu nhận biết %q. Chạy không có --key để xem tất cả, rồi ghi số thứ tự hoặc dấu trong ngoặc vuông.",
		En: "%s has no figure %q. Run without --key to see all of them, and give the number or what stands in the brackets."}
	msgNoSubject = lang.Format{
		Vi: "danh mục không có số liệu, chỉ tiêu hay khuyết điểm mã %q%s (xem các mã: tonghop list)",
		En: "the catalogue has no figure, target or shortcoming with the code %q%s (see the codes: tonghop list)"}
	msgBadExpression = lang.Format{Vi: "không hiểu biểu thức %q: %s", En: "the expression %q is not understood: %s"}
	msgNoSentence    = lang.Format{
		Vi: "%s không có đoạn nào vừa có chữ %q vừa có con số mang dấu nhận biết. Ghi vài chữ liền nhau của câu, đúng như trong báo cáo.",
		En: "%s has no paragraph with the words %q and a figure that can be told. Give some words of the sentence as they stand in the report."}
	msgTraceNext = lang.Format{Vi: "Truy một con số về tới từng ô: tonghop trace %s --key SỐ-THỨ-TỰ; mọi con số của một câu: --sentence \"vài chữ của câu\"", En: "A figure down to its cells: tonghop trace %s --key NUMBER; all figures of a sentence: --sentence \"some of its words\""}
)

func traceCommand(k *call) (status, error) {
	if strings.EqualFold(filepath.Ext(k.arg(0)), ".docx") {
		return traceReport(k)
	}
	w, r, unit, err := begin(k, k.arg(1))
	if err != nil {
		return failed, err
	}
	subject, err := subjectOf(w, r, unit, k.arg(0))
	if err != nil {
		return failed, err
	}
	if k.json {
		return fine, out.WriteTraceJSON(k.stdout, r, subject)
	}
	return fine, out.WriteTrace(k.stdout, r, subject, k.all)
}

// subjectOf finds what is to be traced: a figure, a target or a part of one, a shortcoming, a verdict, or else an expression. Targets and shortcomings are those of the
// whole, whatever unit is asked for.
func subjectOf(w *workspace, r *out.Run, unit *sheets.Unit, typed string) (out.Subject, error) {
	asked := vntext.NFC(strings.TrimSpace(typed))
	if unit == nil {
		unit = r.Catalogue.Units.Root
	}
	if ind := w.catalogue.Indicator(sheets.Code(asked)); ind != nil {
		trace := r.Totals.Trace(unit, ind)
		return out.Subject{Figure: &trace}, nil
	}
	if t := r.Totals.TargetNamed(sheets.TargetCode(asked)); t != nil {
		return out.Subject{Target: t}, nil
	}
	if p := r.Totals.PartNamed(asked); p != nil {
		return out.Subject{Part: p}, nil
	}
	if s := r.Totals.ShortcomingNamed(asked); s != nil {
		return out.Subject{Shortcoming: s}, nil
	}
	for _, name := range aggregate.Verdicts() {
		if vntext.Key(asked) == name.Word || strings.EqualFold(asked, name.Name) || vntext.Fold(asked) == vntext.Fold(name.Title.Vi) {
			return out.Subject{Verdict: &name}, nil
		}
	}
	return expressionOf(w, r, unit, asked)
}

// expressionOf evaluates what is no code. A single word that nothing bears is a code that was mistyped.
func expressionOf(w *workspace, r *out.Run, unit *sheets.Unit, asked string) (out.Subject, error) {
	expr, faults := formula.Parse(asked)
	if len(faults) == 0 {
		faults = expr.Check(w.catalogue.Scope())
	}
	switch {
	case len(faults) > 0 && !strings.ContainsAny(asked, "+*/()<>=; \""):
		return out.Subject{}, usage(msgNoSubject.With(asked, maybe(asked, tracedCodes(w.catalogue))))
	case len(faults) > 0:
		return out.Subject{}, usage(msgBadExpression.With(asked, faults[0].Message))
	}
	e := out.Expression{Text: expr.String(), Unit: unit, Value: r.Totals.Eval(unit, expr), Operands: r.Totals.Operands(unit, expr, r.Totals.Env(unit))}
	return out.Subject{Expression: &e}, nil
}

// tracedCodes are the codes that can be traced.
func tracedCodes(c *sheets.Catalogue) []string {
	var codes []string
	for _, ind := range c.Indicators {
		codes = append(codes, string(ind.Code))
	}
	for _, target := range c.Targets {
		codes = append(codes, string(target.Code))
		for _, part := range target.Parts {
			codes = append(codes, part.Name())
		}
	}
	for _, s := range c.Shortcomings {
		codes = append(codes, string(s.Code))
	}
	return codes
}

// traceReport leads from the figures of a report, or from one of them, to their cells.
func traceReport(k *call) (status, error) {
	o, err := openReport(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	if err := o.compareWith(k, k.arg(1)); err != nil {
		return failed, err
	}
	figures := tracedFigures(o.document, o.data)
	paragraph := ""
	switch {
	case k.key != "":
		n, found := numbered(figures, k.key)
		if !found {
			return failed, usage(msgNoFigure.With(o.shown, k.key))
		}
		figures = figures[n : n+1]
	case k.sentence != "":
		if paragraph, figures = figuresIn(o.document, figures, k.sentence); len(figures) == 0 {
			return failed, usage(msgNoSentence.With(o.shown, k.sentence))
		}
	}
	switch {
	case k.json:
		return fine, out.WriteFiguresJSON(k.stdout, o.run, o.shown, figures)
	case k.key != "":
		return fine, out.WriteFigure(k.stdout, o.run, figures[0], k.all)
	case k.sentence != "":
		return fine, out.WriteSentence(k.stdout, o.run, paragraph, figures, k.all)
	}
	if err := out.WriteFigures(k.stdout, o.run, figures); err != nil || k.quiet {
		return fine, err
	}
	return fine, k.print(msgTraceNext.With(quoteArg(k.arg(0))).In(k.lang))
}

// figuresIn finds the first paragraph that holds some words and has figures, with those.
func figuresIn(o *templates.Document, figures []out.Traced, words string) (paragraph string, inside []out.Traced) {
	for _, number := range o.ParagraphsWith(words) {
		for _, f := range figures {
			if f.Sentence.Paragraph == number {
				inside = append(inside, f)
			}
		}
		if len(inside) > 0 {
			return o.ParagraphText(number), inside
		}
	}
	return "", nil
}

// numbered finds a figure by its key, or by its number from 1.
func numbered(figures []out.Traced, key string) (int, bool) {
	for i, f := range figures {
		if f.Key == key {
			return i, true
		}
	}
	n, err := strconv.Atoi(key)
	return n - 1, err == nil && n >= 1 && n <= len(figures)
}
