package main

import (
	"os"
	"path/filepath"

	"tonghop/out"
	"tonghop/report"
	"tonghop/templates"
)

// evidenceOf is the workbook that leads every figure of a filled document to its cells.
func evidenceOf(w *workspace, r *out.Run, d document) (*out.Evidence, error) {
	o, err := templates.Open(d.result+".docx", d.filled.Document)
	if err != nil {
		return nil, err
	}
	return &out.Evidence{Run: r, Report: d.result + ".docx", Figures: tracedFigures(o, d.answers), Link: w.linksFrom(filepath.Join(w.places["out"], "bao-cao"))}, nil
}

// tracedFigures are the figures of a report, each with what it was worked out from and the sentence in which it stands.
func tracedFigures(o *templates.Document, data templates.Data) []out.Traced {
	var figures []out.Traced
	tracer := report.NewTracer(data)
	for _, line := range o.Compare(data) {
		if line.State == templates.Lost {
			continue
		}
		sources, _ := tracer.Sources(line.Figure)
		figures = append(figures, out.Traced{Line: line, Sources: sources, Sentence: o.Sentence(line), About: tracer.About(line.Figure)})
	}
	return figures
}

// linksFrom gives addresses of the files of the workspace as seen from a folder. What lies in an archive has none, nor has what cannot be reached from there.
func (w *workspace) linksFrom(folder string) func(file string) string {
	known := make(map[string]string)
	return func(file string) string {
		link, seen := known[file]
		if !seen {
			link = w.linkFrom(folder, file)
			known[file] = link
		}
		return link
	}
}

func (w *workspace) linkFrom(folder, file string) string {
	path := filepath.Join(w.dir, filepath.FromSlash(file))
	if filepath.IsAbs(file) {
		path = file
	}
	if info, err := os.Stat(path); err != nil || !info.Mode().IsRegular() {
		return ""
	}
	link, err := filepath.Rel(folder, path)
	if err != nil {
		return ""
	}
	return filepath.ToSlash(link)
}
