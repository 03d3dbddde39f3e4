package main

import (
	"fmt"
	"runtime"
	"sync"
	"time"

	"tonghop/templates"
	"tonghop/templates/bench"
)

// measure fills all documents with this engine, on one processor and then on all, and gives the texts of the documents, the
// long table last.
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
	for _, workers := range []int{1, runtime.NumCPU()} {
		r := result{Version: fmt.Sprintf("tonghop, %s, %d at a time", runtime.Version(), workers)}
		for range times {
			start := time.Now()
			documents, err := fillAll(report, reports, workers)
			if err != nil {
				return nil, nil, err
			}
			r.Seconds = append(r.Seconds, time.Since(start).Seconds())
			start = time.Now()
			long, err := rows.Render(table, templates.Options{Plain: true})
			if err != nil {
				return nil, nil, err
			}
			r.Rows = append(r.Rows, time.Since(start).Seconds())
			for i, d := range append(documents, long.Document) {
				if texts[i], err = bench.Text(d); err != nil {
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
func fillAll(template *templates.Template, reports []*bench.Figures, workers int) ([][]byte, error) {
	documents, errs := make([][]byte, len(reports)), make([]error, workers)
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(reports) && errs[w] == nil; i += workers {
				var filled templates.Result
				filled, errs[w] = template.Render(reports[i], templates.Options{Plain: true})
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
