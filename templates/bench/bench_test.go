package bench_test

import (
	"bytes"
	"strings"
	"sync"
	"testing"

	"tonghop/templates"
	"tonghop/templates/bench"
)

var plain = templates.Options{Plain: true}

func compile(t testing.TB, file []byte) *templates.Template {
	t.Helper()
	template, faults, err := templates.Compile("mau.docx", file)
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return template
}

func fill(t testing.TB, template *templates.Template, d templates.Data, opt templates.Options) []byte {
	t.Helper()
	result, err := template.Render(d, opt)
	if err != nil {
		t.Fatal(err)
	}
	return result.Document
}

// TestReport looks at a document of the benchmark: every tag of it is filled.
func TestReport(t *testing.T) {
	template := compile(t, bench.Syntaxes[0].Report())
	if n := len(template.Tags()); n != 150+5+1 {
		t.Errorf("the template has %d tags", n)
	}
	text, err := bench.Text(fill(t, template, bench.Document(7, 100), plain))
	if err != nil {
		t.Fatal(err)
	}
	living, err := bench.Text(fill(t, template, bench.Document(7, 100), templates.Options{}))
	if err != nil || living != text {
		t.Error("the text changes with controls around its figures", err)
	}
	for _, want := range []string{"Số liệu thứ 1: 741.022 là", "Số liệu thứ 5: Đoàn xã số 5 & phường số 8 là", "X0001\nĐoàn xã Tân Lập 1\n100\n47\n47%\n", "X0100\n"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.ContainsAny(text, "{}") {
		t.Error("a tag is left")
	}
}

// TestPlain holds the data for other programs to what ours prints.
func TestPlain(t *testing.T) {
	d := bench.Document(0, 1)
	plain := d.Plain()
	if plain["so_001"] != "7.919" || plain["xa"].([]map[string]any)[0]["ty_le"] != "40%" {
		t.Errorf("plain data is %v", plain)
	}
}

// TestInAnyOrder fills long and short documents of one template again and again, also at the same time: each is the same to the byte, whatever was filled
// before or beside it, and stays as it is.
func TestInAnyOrder(t *testing.T) {
	file := bench.Syntaxes[0].Report()
	type work struct {
		figures *bench.Figures
		opt     templates.Options
	}
	var all []work
	for i, rows := range []int{100, 0, 300, 3} {
		all = append(all, work{bench.Document(i, rows), plain}, work{bench.Document(i, rows), templates.Options{}})
	}
	var alone [][]byte
	for _, w := range all {
		alone = append(alone, fill(t, compile(t, file), w.figures, w.opt))
	}
	template := compile(t, file)
	got := make([][]byte, 4*len(all))
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for i := range all {
				at := (i + worker) % len(all)
				if result, err := template.Render(all[at].figures, all[at].opt); err == nil {
					got[worker*len(all)+at] = result.Document
				}
			}
		})
	}
	wait.Wait()
	for i := range got {
		if !bytes.Equal(got[i], alone[i%len(all)]) {
			t.Errorf("document %d differs from the one that was filled alone", i)
		}
	}
}

// kinds are the two ways to fill: figures as mere text, and figures that stay alive.
var kinds = []struct {
	name string
	opt  templates.Options
}{{"plain", plain}, {"living", templates.Options{}}}

func BenchmarkReports(b *testing.B) {
	template := compile(b, bench.Syntaxes[0].Report())
	var documents []*bench.Figures
	for i := range 20 {
		documents = append(documents, bench.Document(i, 100))
	}
	for _, kind := range kinds {
		b.Run(kind.name, func(b *testing.B) {
			n := 0
			for b.Loop() {
				fill(b, template, documents[n%len(documents)], kind.opt)
				n++
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "documents/s")
		})
	}
}

func BenchmarkRows(b *testing.B) {
	template := compile(b, bench.Syntaxes[0].Rows())
	d := bench.Document(0, 2000)
	for _, kind := range kinds {
		b.Run(kind.name, func(b *testing.B) {
			for b.Loop() {
				fill(b, template, d, kind.opt)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	file := bench.Syntaxes[0].Report()
	for b.Loop() {
		compile(b, file)
	}
}
