package templates_test

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"tonghop/templates"
)

// maxDamaged is how big a document of the corpus may be to be damaged many times.
const maxDamaged = 40_000

// TestDamaged cuts documents of the corpus off, turns bits of them round, and takes out, doubles and moves stretches of the XML in them. Each is
// refused in words, has faults in words, or is filled to something that can be opened.
func TestDamaged(t *testing.T) {
	for i, file := range corpusFiles(t, "docx/*") {
		data := readFile(t, file)
		if len(data) > maxDamaged {
			continue
		}
		name := filepath.Base(file)
		r := rand.New(rand.NewPCG(uint64(i), 7))
		for range 4 {
			survives(t, name, data[:r.IntN(len(data))])
			survives(t, name, flipped(data, r))
		}
		template, _, err := templates.Compile(name, data)
		if err != nil || template == nil {
			continue
		}
		for range 4 {
			survives(t, name, withStories(t, data, func(part string) string { return mangled(part, r) }))
		}
	}
}

// flipped turns some bits of a file round.
func flipped(data []byte, r *rand.Rand) []byte {
	damaged := bytes.Clone(data)
	for range 1 + r.IntN(4) {
		damaged[r.IntN(len(damaged))] ^= 1 << r.IntN(8)
	}
	return damaged
}

// mangled damages the XML of a part between its signs of markup, so that most of it still reads as XML.
func mangled(part string, r *rand.Rand) string {
	tags := strings.Split(part, "<")
	if len(tags) < 8 {
		return part
	}
	at, n := 2+r.IntN(len(tags)-4), 1+r.IntN(3)
	end := min(at+n, len(tags)-2)
	switch r.IntN(4) {
	case 0: // taken out
		tags = append(tags[:at:at], tags[end:]...)
	case 1: // doubled
		tags = append(tags[:end:end], tags[at:]...)
	case 2: // two change places
		other := 2 + r.IntN(len(tags)-4)
		tags[at], tags[other] = tags[other], tags[at]
	case 3: // text for text
		tags[at] += "{{#dv}}{{^}}{{ten}}"
	}
	return strings.Join(tags, "<")
}

// survives hands a file to everything that reads documents from outside.
func survives(t testing.TB, name string, data []byte) {
	t.Helper()
	template, faults, err := templates.Compile(name, data)
	if err != nil {
		if err.Error() == "" || template != nil {
			t.Errorf("%s was refused as %q", name, err)
		}
		if _, err := templates.Open(name, data); err == nil {
			t.Errorf("%s cannot be compiled and can be opened", name)
		}
		return
	}
	for _, f := range append(faults, template.Check(world())...) {
		if f.Message.IsZero() || f.Tag == "" {
			t.Errorf("%s: a fault says nothing", name)
		}
	}
	if len(faults) > 0 {
		return
	}
	result, err := template.Render(anythingFor(template), templates.Options{})
	if err != nil {
		if err.Error() == "" {
			t.Errorf("%s was not filled and nobody says why", name)
		}
		return
	}
	opened, err := templates.Open(name, result.Document)
	if err != nil {
		t.Errorf("%s: what was filled cannot be opened: %v", name, err)
		return
	}
	if _, err := opened.Detach(); err != nil {
		t.Errorf("%s: what was filled cannot be detached: %v", name, err)
	}
}

// FuzzDamaged reads files that are no documents, or no longer.
func FuzzDamaged(f *testing.F) {
	whole := docx{body: p("{{ten}}") + tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{/dv}}")))), header: p("{{nam}}"), footnotes: note("1", "{{ten}}")}.file()
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add(bytes.Replace(whole, []byte("PK\x01\x02"), []byte("PK\x01\x03"), 1))
	f.Fuzz(func(t *testing.T, data []byte) { survives(t, "mau.docx", data) })
}
