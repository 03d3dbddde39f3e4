package sheets

import (
	"bytes"
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
)

var mutations = flag.Int("mutations", 2000, "how many damaged copies TestMutatedForms reads")

// originals are good forms of different making: as the office sends them, saved by another program, and typed again.
func originals(t testing.TB, c *Catalogue) map[string][]byte {
	retyped := typedBook{bookShape: bookShape{texts: "shared"}, sheets: []typedSheet{retypedSample(c)}}
	inline := typedBook{bookShape: bookShape{texts: "inline", implicit: true, date1904: true}, sheets: []typedSheet{retypedSample(c)}}
	return map[string][]byte{
		"form":    mustForm(t, sampleForms(c), c.Units.Unit("x1"), sampleAnswers(), date("2022-01-05")),
		"saved":   edited(t, c, "x1", listing(road, river)),
		"hidden":  edited(t, c, "x1", func(x *excelize.File) { x.SetRowVisible(form, 12, false) }),
		"retyped": retyped.bytes(),
		"inline":  inline.bytes(),
	}
}

// retypedSample is the sample form typed again, numbers as numbers and a day with its format.
func retypedSample(c *Catalogue) typedSheet {
	s := typedSheet{name: "Sheet1", cells: []typedCell{
		{row: 1, col: 1, kind: "s", text: "Mã đơn vị:"}, {row: 1, col: 2, kind: "s", text: "x1"}, {row: 2, col: 1, kind: "s", text: "Kỳ báo cáo: 2021"},
	}}
	for i, title := range formHeader[1:] {
		s.cells = append(s.cells, typedCell{row: 3, col: i + 1, kind: "s", text: title})
	}
	for i, ind := range c.Submitted() {
		row, answer := 4+i, sampleAnswers()[ind.Code]
		value := typedCell{row: row, col: colValue, kind: "s", text: answer.Text}
		if answer.Number != nil {
			value = typedCell{row: row, col: colValue, kind: "n", text: strings.TrimSuffix(answer.Number.FloatString(1), ".0")}
		}
		if ind.Kind == Day {
			value.format = "dd/mm/yyyy"
		}
		s.cells = append(s.cells, typedCell{row: row, col: colNo, kind: "n", text: fmt.Sprint(i + 1)}, typedCell{row: row, col: colCode, kind: "s", text: string(ind.Code)},
			typedCell{row: row, col: colName, kind: "s", text: ind.Name}, typedCell{row: row, col: colMeasure, kind: "s", text: ind.Measure + "\u00a0"}, value)
	}
	return s
}

// mutated makes a damaged copy. exact says that its bytes were damaged: where it is read at all, it is read as the original.
func mutated(t testing.TB, r *rand.Rand, data []byte) (copied []byte, what string, exact bool) {
	switch kind := r.IntN(4); {
	case kind == 0:
		d := damage[r.IntN(len(damage))]
		return d.change(r, bytes.Clone(data)), d.name, true
	case kind == 1:
		p := repackings[r.IntN(len(repackings))]
		pieces := takenApart(t, data)
		r.Shuffle(len(pieces), func(i, j int) { pieces[i], pieces[j] = pieces[j], pieces[i] })
		return putTogether(t, p.change(r, pieces)), p.name, false
	}
	pieces := takenApart(t, data)
	for {
		edit, at := rewritten[r.IntN(len(rewritten))], r.IntN(len(pieces))
		if text := edit.change(r, pieces[at].text); text != nil {
			pieces[at].text = text
			return putTogether(t, pieces), edit.name + " in " + pieces[at].name, false
		}
	}
}

// A damaged copy of a good form is refused, or read as the good one, or what is not read of it is said.
func TestMutatedForms(t *testing.T) {
	c := sampleCatalogue()
	forms := originals(t, c)
	names := []string{"form", "saved", "hidden", "retyped", "inline"}
	good := make(map[string]*Batch)
	for _, name := range names {
		if good[name] = mustRead(t, c, map[string][]byte{"a.xlsx": forms[name]}); good[name].Files[0].Outcome != Used {
			t.Fatalf("%s: %v", name, good[name].Files[0].Reason)
		}
	}
	refused, same, said := 0, 0, 0
	for seed := range *mutations {
		r := rand.New(rand.NewPCG(uint64(seed), 2021))
		name := names[r.IntN(len(names))]
		data, what, exact := mutated(t, r, forms[name])
		b := mustRead(t, c, map[string][]byte{"a.xlsx": data})
		if b.Files[0].Outcome != Used {
			refused++
			if b.Files[0].Reason.IsZero() || len(b.Findings) != 1 {
				t.Errorf("%d, %s, %s: refused as %v with %d findings", seed, name, what, b.Files[0].Reason, len(b.Findings))
			}
			continue
		}
		silent, loud := differences(c, good[name], b)
		if len(silent) > 0 || exact && len(loud) > 0 {
			t.Errorf("%d, %s, %s:\n%s", seed, name, what, strings.Join(append(silent, loud...), "\n"))
		}
		if len(loud) > 0 {
			said++
		} else {
			same++
		}
	}
	t.Logf("%d refused, %d read the same, %d said what they lost", refused, same, said)
	if refused == 0 || same == 0 || said == 0 {
		t.Errorf("%d refused, %d read the same, %d said what they lost", refused, same, said)
	}
}

// differences lists what is read of a copy unlike of the original: in silence, or with a finding that says so.
func differences(c *Catalogue, original, copied *Batch) (silent, loud []string) {
	want, got := answersOf(c, original, "x1"), answersOf(c, copied, "x1")
	if got == nil {
		return []string{"it counts for another unit"}, nil
	}
	for _, ind := range c.Submitted() {
		before, after := want[ind.Code], got[ind.Code]
		line := fmt.Sprintf("%s is %q and was %q", ind.Code, after, before)
		switch {
		case before == after:
		case after == "unreadable" && saysWhy(copied.Findings, ind.Code), (after == "absent" || after == "blank") && saysMore(original.Findings, copied.Findings):
			loud = append(loud, line)
		default:
			silent = append(silent, line)
		}
	}
	unit := c.Units.Unit("x1").Index
	for i, list := range original.Submissions[unit].Lists {
		before, after := listText(list), listText(copied.Submissions[unit].Lists[i])
		switch {
		case before == after:
		case saysMore(original.Findings, copied.Findings):
			loud = append(loud, after+" and was "+before)
		default:
			silent = append(silent, after+" and was "+before)
		}
	}
	return silent, loud
}

// listText is what the rows of a list say, wherever they stand.
func listText(l ListRows) string {
	lines := rowsOf(l)
	for i, line := range lines {
		if _, text, ok := strings.Cut(line, ": "); ok {
			lines[i] = text
		}
	}
	return strings.Join(lines, "\n")
}

// saysMore reports whether a warning or an error was seen in a copy and not in the original.
func saysMore(original, copied []Finding) bool {
	return slices.ContainsFunc(copied, func(f Finding) bool {
		return f.Severity >= figure.Warning && !slices.ContainsFunc(original, func(o Finding) bool { return o.Code == f.Code && o.Indicator == f.Indicator })
	})
}
