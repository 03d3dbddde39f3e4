package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"

	"tonghop/templates"
	"tonghop/templates/bench"
)

// measure fills all documents with this engine, in each of its ways, and gives the texts of the documents, the long table last.
func measure(reports []*bench.Figures, table *bench.Figures, times int) (results []result, texts []string, err error) {
	report, err := compile(bench.Syntaxes[0].Report())
	if err != nil {
		return nil, nil, err
	}
	rows, err := compile(bench.Syntaxes[0].Rows())
	if err != nil {
		return nil, nil, err
	}
	texts = make([]string, len(reports)+1)
	for _, way := range []struct {
		name    string
		workers int
		opt     templates.Options
	}{
		{"figures as text", 1, templates.Options{Plain: true}},
		{"figures that stay alive", 1, templates.Options{}},
		{"the same, on all processors", runtime.NumCPU(), templates.Options{}},
	} {
		r := result{Version: "tonghop, " + way.name}
		for range times {
			start := time.Now()
			documents, err := fillAll(report, reports, way.workers, way.opt)
			if err != nil {
				return nil, nil, err
			}
			r.Seconds = append(r.Seconds, time.Since(start).Seconds())
			start = time.Now()
			long, err := rows.Render(table, way.opt)
			if err != nil {
				return nil, nil, err
			}
			r.Rows = append(r.Rows, time.Since(start).Seconds())
			for i, d := range append(documents, long.Document) {
				text, err := bench.Text(d)
				if err == nil && texts[i] != "" && texts[i] != text {
					err = fmt.Errorf("document %d changes with the way it is filled", i)
				}
				if texts[i] = text; err != nil {
					return nil, nil, err
				}
			}
		}
		results = append(results, r)
	}
	return results, texts, nil
}

func compile(file []byte) (*templates.Template, error) {
	template, faults, err := templates.Compile("mau.docx", file)
	if err == nil && len(faults) > 0 {
		err = fmt.Errorf("%v", faults[0])
	}
	return template, err
}

// fillAll fills all reports with some workers.
func fillAll(template *templates.Template, reports []*bench.Figures, workers int, opt templates.Options) ([][]byte, error) {
	documents, errs := make([][]byte, len(reports)), make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(reports) && errs[w] == nil; i += workers {
				var filled templates.Result
				filled, errs[w] = template.Render(reports[i], opt)
				documents[i] = filled.Document
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return documents, nil
}
