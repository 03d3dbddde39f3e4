package main

import (
	"context"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/sheets/xlsx"
	"tonghop/templates"
)

// builtinReports are the five built-in reports with the example in which each is filled.
var builtinReports = []struct{ name, example string }{
	{"khac-phuc", "khac-phuc"},
	{"kiem-diem-chi-doan", "dai-hoi-chi-doan"},
	{"dai-hoi-chi-doan", "dai-hoi-chi-doan"},
	{"kiem-diem-bch", "kiem-diem-bch"},
	{"tong-ket-nhiem-ky", "tong-ket-nhiem-ky"},
}

// Every figure of the built-in reports leads to cells that are there and hold what the trace says: of forms that units sent, or of the catalogue. The workbooks
// are read again by the reader alone, without what the program makes of them.
func TestEveryFigureLeadsToCells(t *testing.T) {
	examples := make(map[string]string)
	for _, r := range builtinReports {
		if examples[r.example] == "" {
			examples[r.example] = exampleOf(t, r.example)
		}
		dir := examples[r.example]
		o := reopened(t, filepath.Join(dir, "ketqua", "bao-cao", r.name+".docx"))
		books := workbooks{t: t, dir: dir, cells: make(map[string]map[sheets.Pos]string)}
		figures, cells := 0, 0
		for _, line := range o.document.Compare(o.data) {
			if line.State != templates.Equal {
				t.Errorf("%s: %s is %s", r.name, line.Key, line.State)
				continue
			}
			figures++
			found := books.cellsOf(r.name+": "+line.Key, o, line.Figure)
			if found == 0 && !nobodyAnswered(o, line.Figure) {
				t.Errorf("%s: %s (“%s”) leads to no cell", r.name, line.Key, line.Shown)
			}
			cells += found
		}
		if figures < 15 {
			t.Errorf("%s: only %d figures", r.name, figures)
		}
		t.Logf("%s: %d figures, %d cells", r.name, figures, cells)
	}
}

// reopened is a filled report with the data of its workspace.
func reopened(t *testing.T, path string) *opened {
	t.Helper()
	k := &call{ctx: context.Background(), lang: lang.Vi, stdout: io.Discard, stderr: io.Discard, quiet: true}
	o, err := openReport(k, path)
	if err == nil {
		err = o.compareWith(k, "")
	}
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	return o
}

// nobodyAnswered reports whether a figure is one that units were asked for and none gave: it is printed as missing, and no cell holds it.
func nobodyAnswered(o *opened, f templates.Figure) bool {
	sources, ok := report.Sources(o.data, f)
	for _, root := range report.Roots(sources) {
		if root.Indicator == nil || len(root.In.Trace(root.Unit, root.Indicator).Parts) == 0 {
			return false
		}
	}
	return ok && f.Missing
}

// workbooks are the cells of the workbooks of a workspace, read when they are first asked for.
type workbooks struct {
	t     *testing.T
	dir   string
	cells map[string]map[sheets.Pos]string // by file
}

// cellsOf checks the cells to which a figure leads and counts them.
func (w *workbooks) cellsOf(name string, o *opened, f templates.Figure) int {
	sources, ok := report.Sources(o.data, f)
	if !ok {
		w.t.Errorf("%s comes from nowhere", name)
	}
	n := 0
	for _, root := range report.Roots(sources) {
		cells := root.Cells()
		if len(cells) == 0 && root.Indicator == nil && root.Lists == nil {
			w.t.Errorf("%s: %s is no figure and has no cell", name, root.Name)
		}
		for _, c := range cells {
			w.check(name, c)
		}
		n += len(cells)
	}
	return n
}

func (w *workbooks) check(name string, c aggregate.Cell) {
	if w.cells[c.Pos.File] == nil {
		w.cells[c.Pos.File] = w.read(c.Pos.File)
	}
	text, there := w.cells[c.Pos.File][c.Pos]
	switch {
	case c.Pos.Row == 0 || c.Pos.Col == 0:
		w.t.Errorf("%s: %s is no cell", name, c.Pos)
	case c.Raw == "" && !there: // blank, and the trace says so
	case !there || text != c.Raw:
		w.t.Errorf("%s: %s holds %q, and the trace says %q", name, c.Pos, text, c.Raw)
	}
}

func (w *workbooks) read(file string) map[sheets.Pos]string {
	data, err := os.ReadFile(filepath.Join(w.dir, filepath.FromSlash(file)))
	if err != nil {
		w.t.Fatal(err)
	}
	book, err := xlsx.Open(data)
	if err != nil {
		w.t.Fatal(err)
	}
	cells := make(map[sheets.Pos]string)
	for i, sheet := range book.Sheets {
		_, err := book.Cells(i, func(c xlsx.Cell) error {
			cells[sheets.Pos{File: file, Sheet: sheet.Name, Row: c.Row, Col: c.Col}] = c.Text
			return nil
		})
		if err != nil {
			w.t.Fatal(err)
		}
	}
	return cells
}

// The evidence beside a report says of every cell what stands in it, and the cells of a sum add up to what stands above them.
func TestEvidenceHoldsWhatTheFormsHold(t *testing.T) {
	dir := exampleOf(t, "khac-phuc")
	books := workbooks{t: t, dir: dir, cells: make(map[string]map[sheets.Pos]string)}
	name := "ketqua/bao-cao/khac-phuc" + out.EvidenceEnd
	table := make(map[int]map[int]string) // by row and column
	for pos, text := range books.read(name) {
		if pos.Sheet == "Nguồn" {
			if table[pos.Row] == nil {
				table[pos.Row] = make(map[int]string)
			}
			table[pos.Row][pos.Col] = text
		}
	}
	catalogue := reopened(t, filepath.Join(dir, "ketqua", "bao-cao", "khac-phuc.docx")).workspace.catalogue
	checked, sums := 0, 0
	for row := 6; table[row] != nil; row++ {
		if table[row][evidenceFile] != "" {
			books.checkNamed(name, table[row])
			checked++
			continue
		}
		ind := catalogue.Indicator(sheets.Code(table[row][evidenceCode]))
		if ind == nil || ind.Rollup != sheets.Sum {
			continue
		}
		sum := new(big.Rat)
		for below := row + 1; table[below] != nil && table[below][evidenceFigures] == ""; below++ {
			if n, ok := new(big.Rat).SetString(table[below][evidenceValue]); ok {
				sum.Add(sum, n)
			}
		}
		sums++
		if total, ok := new(big.Rat).SetString(table[row][evidenceValue]); !ok || total.Cmp(sum) != 0 {
			t.Errorf("%s is %s, and its cells add up to %s", ind.Code, table[row][evidenceValue], sum.RatString())
		}
	}
	if checked < 4000 || sums < 20 {
		t.Errorf("only %d cells and %d sums were checked", checked, sums)
	}
}

// The columns of the sheet of sources.
const (
	evidenceFigures, evidenceCode, evidenceValue = 1, 2, 5
	evidenceRaw, evidenceFile, evidenceSheet     = 6, 7, 8
	evidenceCell                                 = 9
)

// checkNamed checks a row of the evidence against the cell that it names.
func (w *workbooks) checkNamed(name string, row map[int]string) {
	file := row[evidenceFile]
	if w.cells[file] == nil {
		w.cells[file] = w.read(file)
	}
	for pos, text := range w.cells[file] {
		if pos.Sheet == row[evidenceSheet] && pos.Cell() == row[evidenceCell] {
			if text != row[evidenceRaw] {
				w.t.Errorf("%s: %s holds %q, and the evidence says %q", name, pos, text, row[evidenceRaw])
			}
			return
		}
	}
	w.t.Errorf("%s: there is no cell %s in %s", name, row[evidenceCell], file)
}
