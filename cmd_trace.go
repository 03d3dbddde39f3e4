package main

import (
	"path/filepath"
	"strconv"
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/templates"
)

var (
	msgNoFigure = lang.Format{
		Vi: "%s không có con số nào mang dấu nhận biết %q. Chạy không có --key để xem tất cả, rồi ghi số thứ tự hoặc dấu trong ngoặc vuông.",
		En: "%s has no figure %q. Run without --key to see all of them, and give the number or what stands in the brackets."}
	msgTraceNext = lang.Format{Vi: "Truy một con số về tới từng ô: tonghop trace %s --key SỐ-THỨ-TỰ", En: "A figure down to its cells: tonghop trace %s --key NUMBER"}
)

func traceCommand(k *call) (status, error) {
	if strings.EqualFold(filepath.Ext(k.arg(0)), ".docx") {
		return traceReport(k)
	}
	w, r, unit, err := begin(k, k.arg(1))
	if err != nil {
		return failed, err
	}
	ind, err := w.indicator(k.arg(0))
	if err != nil {
		return failed, err
	}
	if unit == nil {
		unit = r.Catalogue.Units.Root
	}
	trace := r.Totals.Trace(unit, ind)
	if k.json {
		return fine, out.WriteTraceJSON(k.stdout, r, trace)
	}
	return fine, out.WriteTrace(k.stdout, r, trace)
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
	var figures []out.Traced
	for _, line := range o.document.Compare(o.data) {
		if line.State == templates.Lost {
			continue
		}
		sources, _ := report.Sources(o.data, line.Figure)
		figures = append(figures, out.Traced{Line: line, Sources: sources})
	}
	if k.key != "" {
		n, found := numbered(figures, k.key)
		if !found {
			return failed, usage(msgNoFigure.With(o.shown, k.key))
		}
		figures = figures[n : n+1]
	}
	switch {
	case k.json:
		return fine, out.WriteFiguresJSON(k.stdout, o.run, o.shown, figures)
	case k.key != "":
		return fine, out.WriteFigure(k.stdout, o.run, figures[0])
	}
	if err := out.WriteFigures(k.stdout, o.run, figures); err != nil || k.quiet {
		return fine, err
	}
	return fine, k.print(msgTraceNext.With(quoteArg(k.arg(0))).In(k.lang))
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
