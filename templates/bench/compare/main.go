// Command compare fills the same documents with this engine and with the programs that are installed beside it, on this machine and in
// one go, and prints how fast each was. The texts of all documents are compared: a program that is fast and wrong does not count.
//
//	go run ./templates/bench/compare [-python python3] [-node node] [-documents 200] [-times 3]
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"

	"tonghop/templates/bench"
)

// options are the flags.
type options struct {
	python, node, peers, folder string
	documents, times            int
}

// tableRows is how many rows the one long table has, and reportRows the table of each report.
const (
	tableRows  = 2000
	reportRows = 100
)

func main() {
	var o options
	flag.StringVar(&o.python, "python", "python3", "the Python that has docxtpl")
	flag.StringVar(&o.node, "node", "node", "the Node that has docxtemplater and pizzip")
	flag.StringVar(&o.peers, "peers", "templates/bench/peers", "the folder of the scripts that run the other programs")
	flag.StringVar(&o.folder, "folder", "", "where templates, data and documents are kept (a temporary folder unless set)")
	flag.IntVar(&o.documents, "documents", 200, "how many reports")
	flag.IntVar(&o.times, "times", 3, "how often each program fills all of them")
	flag.Parse()
	if err := run(o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o options) error {
	if o.folder == "" {
		folder, err := os.MkdirTemp("", "bench")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		o.folder = folder
	}
	reports := make([]*bench.Figures, o.documents)
	for i := range reports {
		reports[i] = bench.Document(i, reportRows)
	}
	table := bench.Document(0, tableRows)
	if err := write(o.folder, reports, table); err != nil {
		return err
	}
	ours, texts, err := measure(reports, table, o.times)
	if err != nil {
		return err
	}
	fmt.Printf("%d documents of ten pages, 150 tags and a table of %d rows; one document with a table of %d rows\n\n", o.documents, reportRows, tableRows)
	for _, r := range ours {
		r.print(o.documents, nil)
	}
	for _, peer := range []struct{ name, program, script string }{
		{"docxtpl", o.python, "docxtpl_bench.py"}, {"docxtemplater", o.node, "docxtemplater_bench.js"},
	} {
		r, err := peerResult(peer.name, peer.program, filepath.Join(o.peers, peer.script), o)
		if err != nil {
			fmt.Printf("%-42s not measured: %v\n", peer.name, err)
			continue
		}
		r.print(o.documents, ours)
		if err := sameTexts(filepath.Join(o.folder, peer.name), texts); err != nil {
			return fmt.Errorf("%s: %w", peer.name, err)
		}
		fmt.Printf("    the same text in all %d documents\n", len(texts))
	}
	return nil
}

// write writes the templates in the syntax of each program, and the data.
func write(folder string, reports []*bench.Figures, table *bench.Figures) error {
	var plain []map[string]any
	for _, r := range reports {
		plain = append(plain, r.Plain())
	}
	files := map[string][]byte{}
	for _, s := range bench.Syntaxes {
		files[s.Name+"-report.docx"], files[s.Name+"-rows.docx"] = s.Report(), s.Rows()
	}
	for name, content := range map[string]any{"report.json": plain, "rows.json": table.Plain()} {
		data, err := json.Marshal(content)
		if err != nil {
			return err
		}
		files[name] = data
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// result is what was measured of one program.
type result struct {
	Version string
	Seconds []float64 // for all reports, each time
	Rows    []float64 // for the long table, each time
}

// print prints a result and, of another program, how it compares with each of our ways.
func (r result) print(documents int, ours []result) {
	rate, rows := float64(documents)/median(r.Seconds), median(r.Rows)
	fmt.Printf("%-42s %8.1f documents/s %9.1f ms for the long table\n", r.Version, rate, rows*1000)
	for _, our := range ours {
		fmt.Printf("    %-38s %8.1f times as fast %11.3f of the time\n", our.Version, float64(documents)/median(our.Seconds)/rate, median(our.Rows)/rows)
	}
}

func median(all []float64) float64 {
	sorted := slices.Sorted(slices.Values(all))
	return sorted[len(sorted)/2]
}

// peerResult runs the script of another program.
func peerResult(name, program, script string, o options) (result, error) {
	r := result{Version: name}
	run := exec.Command(program, script, o.folder, strconv.Itoa(o.times))
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		return r, err
	}
	return r, json.Unmarshal(out, &r)
}

// sameTexts compares the documents of another program with the texts of ours.
func sameTexts(folder string, want []string) error {
	for i, text := range want {
		file := filepath.Join(folder, fmt.Sprintf("%03d.docx", i))
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		got, err := bench.Text(data)
		if err != nil {
			return err
		}
		if got != text {
			return fmt.Errorf("%s has another text than ours", file)
		}
	}
	return nil
}
