package templates_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tonghop/templates"
)

// TestLivingBlocks fills documents of random shape with and without controls. Once the controls are taken away, both are the same but for the numbers that
// loops hand out; every figure that was printed is found, and agrees with the data.
func TestLivingBlocks(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		body := blocks(rt, 3) + fromRuns(rt, "Có {{xd_dvut}} và {{nam}}, {{#dv}}{{so}}{{^}}không{{/dv}} {{van}}")
		template, faults, err := templates.Compile("mau", docx{body: body, footer: p("{{nam}}")}.file())
		if err != nil {
			rt.Fatal(err)
		}
		if len(faults) > 0 {
			return
		}
		plain, err := template.Render(world(), templates.Options{Plain: true})
		if err != nil {
			rt.Fatal(err)
		}
		result, err := template.Render(world(), templates.Options{Origin: origin})
		if err != nil {
			rt.Fatal(err)
		}
		d := open(t, result.Document)
		if found := len(d.Figures()); found != len(result.Figures) {
			rt.Fatalf("%d of %d figures were found in\n%s", found, len(result.Figures), bodyOf(t, result.Document))
		}
		for _, l := range d.Compare(world()) {
			if l.State != templates.Equal || l.Contradiction {
				rt.Fatalf("%s is %s: %q, %q, %q", l.Key, l.State, l.Printed, l.Shown, l.Now)
			}
		}
		detached, err := d.Detach()
		if err != nil {
			rt.Fatal(err)
		}
		if got, want := withoutNumbers(bodyOf(t, detached)), withoutNumbers(bodyOf(t, plain.Document)); got != want {
			rt.Fatalf("without controls it is\n%s\nnot\n%s", got, want)
		}
	})
}

var numbers = regexp.MustCompile(`(w:id|w:name)="[^"]*"`)

func withoutNumbers(body string) string { return numbers.ReplaceAllString(body, "$1") }

// TestResplit cuts the runs inside and around controls at random places, as Word does when people edit. The figures stay the same, and can be
// refreshed.
func TestResplit(t *testing.T) {
	file := living(t, docx{body: p("Có {{xd_dvut}} và {{mot_phan}}, {{nam|chu}}") + tbl(tr(tc(p("{{#dv}}{{ten}}")), tc(p("{{so}}{{/dv}}"))))}).Document
	want := foundIn(open(t, file))
	refreshed, err := open(t, file).Refresh(later(), origin)
	if err != nil {
		t.Fatal(err)
	}
	wantText := textOf(bodyOf(t, refreshed.Document))
	rapid.Check(t, func(rt *rapid.T) {
		cut := edited(t, file, mainPart, func(s string) string { return resplit(rt, s) + " " })
		if got := foundIn(open(t, cut)); got != want {
			rt.Fatalf("got %s\nwant %s\nin %s", got, want, bodyOf(t, cut))
		}
		again, err := open(t, cut).Refresh(later(), origin)
		if err != nil {
			rt.Fatal(err)
		}
		if got := textOf(strings.ReplaceAll(bodyOf(t, again.Document), "<w:delText>7</w:delText>", "")); got != wantText {
			rt.Fatalf("got\n%s\nwant\n%s\nfrom %s", got, wantText, bodyOf(t, cut))
		}
	})
}

var textRun = regexp.MustCompile(`<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>`)

// resplit cuts the runs of a document, formats the pieces anew and puts between them what Word puts there.
func resplit(t *rapid.T, document string) string {
	return textRun.ReplaceAllStringFunc(document, func(run string) string {
		m := textRun.FindStringSubmatch(run)
		var out strings.Builder
		for letters := []rune(m[2]); len(letters) > 0; {
			n := rapid.IntRange(1, len(letters)).Draw(t, "length")
			format := rapid.SampledFrom([]string{m[1], `<w:rPr><w:b/></w:rPr>`, `<w:rPr><w:noProof/></w:rPr>`}).Draw(t, "format")
			out.WriteString(`<w:r w:rsidR="00A1">` + format + `<w:t xml:space="preserve">` + string(letters[:n]) + `</w:t></w:r>`)
			out.WriteString(rapid.SampledFrom([]string{"", "", `<w:proofErr w:type="spellStart"/>`, `<w:r><w:lastRenderedPageBreak/></w:r>`, `<w:del w:id="9" w:author="x"><w:r><w:delText>7</w:delText></w:r></w:del>`}).Draw(t, "between"))
			letters = letters[n:]
		}
		return out.String()
	})
}

// FuzzOpen opens whatever the main part may hold. Nothing makes it panic, and what it refreshes and detaches can be opened again.
func FuzzOpen(f *testing.F) {
	seed := living(f, docx{body: p("{{xd_dvut}} {{nam}}") + tbl(tr(tc(p("{{#dv}}{{so}}{{/dv}}"))))}).Document
	f.Add(partsOf(f, seed)[mainPart])
	f.Add(strings.ReplaceAll(partsOf(f, seed)[mainPart], "w:tag", "w:x"))
	f.Fuzz(func(t *testing.T, main string) {
		parts := partsOf(t, seed)
		parts[mainPart] = main
		d, err := templates.Open("x", repack(t, seed, parts))
		if err != nil {
			return
		}
		refreshed, err := d.Refresh(later(), origin)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := templates.Open("y", refreshed.Document); err != nil {
			t.Fatal(err)
		}
		detached, err := d.Detach()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := templates.Open("z", detached); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzProvenance reads whatever stands where a provenance should be. What is read is written and read again the same.
func FuzzProvenance(f *testing.F) {
	f.Add(living(f, everything()).Provenance.Encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := templates.DecodeProvenance(data)
		if err != nil {
			return
		}
		once := p.Encode()
		again, err := templates.DecodeProvenance(once)
		if err != nil || !bytes.Equal(again.Encode(), once) {
			t.Fatalf("%s\nbecame\n%s\n%v", once, again.Encode(), err)
		}
	})
}
