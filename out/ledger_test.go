package out

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tonghop/sheets"
)

// closedTwice makes a ledger of two closings in a new folder.
func closedTwice(t testing.TB) (dir string, l *Ledger) {
	t.Helper()
	dir = t.TempDir()
	l, err := ReadLedger(dir, "chot", "2021")
	if err != nil || l.Last() != nil || len(l.Damage) > 0 {
		t.Fatalf("%v %+v", err, l)
	}
	for _, text := range []string{"một", "hai"} {
		entry := Closing{By: "Ban Tổ chức", Reason: "lần " + text, Date: "2022-01-10", Inputs: []Frozen{{Path: "nop/x1.xlsx", SHA256: "ab", Outcome: "used", Unit: "x1"}}}
		copies := map[string]func(io.Writer) error{totalsJSONName: saying(text), checkJSONName: saying("kiểm tra " + text)}
		if err := l.Add(dir, entry, copies); err != nil {
			t.Fatal(err)
		}
	}
	return dir, l
}

func TestLedgerKeepsEveryClosing(t *testing.T) {
	dir, written := closedTwice(t)
	l, err := ReadLedger(dir, "chot", "2021")
	if err != nil || len(l.Damage) > 0 || len(l.Entries) != 2 {
		t.Fatalf("%v %+v", err, l)
	}
	first, last := l.Entries[0], *l.Last()
	if first.Number != 1 || first.Former != "" || last.Number != 2 || last.Former != first.Seal || last.Seal != written.Last().Seal || last.Day() != "10/01/2022" {
		t.Errorf("%+v\n%+v", first, last)
	}
	for name, want := range map[string]string{"2021/lan-1/tong-hop.json": "một", "2021/lan-2/tong-hop.json": "hai", "2021/lan-2/kiem-tra.json": "kiểm tra hai"} {
		if got := read(t, dir, name); got != want {
			t.Errorf("%s: %q", name, got)
		}
	}
	all, err := ReadLedgers(dir, "chot")
	if err != nil || len(all) != 1 || all[0].Period != "2021" || len(all[0].Damage) > 0 {
		t.Errorf("%v %+v", err, all)
	}
}

// Whatever is edited in a ledger or a copy is noticed, and the entry or the file is named.
func TestLedgerNoticesEdits(t *testing.T) {
	edit := func(name, from, to string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			text := read(t, dir, name)
			if !strings.Contains(text, from) {
				t.Fatalf("%s has no %s", name, from)
			}
			if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(strings.Replace(text, from, to, 1)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	const ledger = "2021.json"
	for want, spoil := range map[string]func(*testing.T, string){
		"lần chốt 1 ": edit(ledger, "lần một", "lần khác"), "lần chốt 1  ": edit(ledger, `"ab"`, `"ac"`), "lần chốt 1   ": edit(ledger, `"number": 1`, `"number": 3`),
		"lần chốt 2 ":    edit(ledger, "lần hai", "lần ba"),
		"không đọc được": edit(ledger, `"by"`, `"bi"`), "không đọc được ": edit(ledger, "{", ""), "không đọc được  ": edit(ledger, "]\n}", "]\n}\n{}"),
		"phiên bản tonghop khác": edit(ledger, `"2021"`, `"2022"`), "phiên bản tonghop khác ": edit(ledger, "closing/1", "closing/9"),
		"chot/2021/lan-1/tong-hop.json": edit("2021/lan-1/tong-hop.json", "một", "mốt"),
		"chot/2021/lan-2/kiem-tra.json": func(t *testing.T, dir string) {
			if err := os.Remove(filepath.Join(dir, "2021", "lan-2", "kiem-tra.json")); err != nil {
				t.Fatal(err)
			}
		},
	} {
		dir, _ := closedTwice(t)
		spoil(t, dir)
		l, err := ReadLedger(dir, "chot", "2021")
		if err != nil {
			t.Fatal(err)
		}
		said := ""
		for _, damage := range l.Damage {
			said += damage.Error() + "\n"
		}
		if !strings.Contains(said, strings.TrimRight(want, " ")) {
			t.Errorf("want %q, got %q", want, said)
		}
	}
}

// The removal of a closing from the middle or the start breaks the chain.
func TestLedgerIsAChain(t *testing.T) {
	dir, l := closedTwice(t)
	l.Entries = l.Entries[1:]
	l.verify(dir)
	if len(l.Damage) == 0 {
		t.Error("the first closing is gone and nobody noticed")
	}
}

func TestLateFiles(t *testing.T) {
	file := func(path, sum, outcome string) Frozen {
		return Frozen{Path: path, SHA256: sum, Outcome: outcome, Unit: sheets.UnitCode(path[:1])}
	}
	before := []Frozen{{Path: "danhmuc.xlsx", SHA256: "1"}, file("a", "1", "used"), file("b", "2", "used"), file("c", "3", "used"), file("d", "4", "ignored"), file("e", "5", "superseded"), file("g", "7", "used")}
	after := []Frozen{{Path: "danhmuc.xlsx", SHA256: "2"}, file("a", "1", "used"), file("b", "9", "used"), file("d", "8", "ignored"), file("e", "5", "used"), file("f", "6", "ignored"), file("h", "7", "used"), file("i", "10", "rejected")}
	got := ""
	for _, c := range lateFiles(before, after) {
		got += c.Path + " " + c.Change + "; "
	}
	if want := "b changed; e outcome; i new; c gone; "; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Whatever somebody puts into the place of a ledger is damage in words and never a crash, and what was read as whole is whole again when it is written.
func FuzzLedger(f *testing.F) {
	dir, _ := closedTwice(f)
	whole, err := os.ReadFile(filepath.Join(dir, "2021.json"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add([]byte(`{"schema":"tonghop/closing/1","period":"2021","entries":[{"copies":[{"path":"../../x"}]}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		l := &Ledger{Period: "2021", label: "chot"}
		l.decode(data)
		if (len(l.Entries) == 0) != (len(l.Damage) > 0) {
			t.Fatalf("%d entries and %d damages", len(l.Entries), len(l.Damage))
		}
		l.verify(t.TempDir())
		if len(l.Entries) > 0 && len(l.Damage) == 0 {
			t.Fatal("the copies are not there and nobody noticed")
		}
	})
}

// A longer period is compared with the files of a closed shorter one, and with no others.
func TestAdjustWithin(t *testing.T) {
	q1, q2, year := &sheets.Period{Code: "Q1", Name: "Quý I"}, &sheets.Period{Code: "Q2", Name: "Quý II"}, &sheets.Period{Code: "2021", Name: "Năm"}
	part := &sheets.Batch{Period: q1}
	r := &Run{Batch: &sheets.Batch{Period: year, Parts: []*sheets.Batch{part, {Period: q2}}, Files: []*sheets.File{
		{Path: "nop/a", SHA256: "1", Period: q1, Unit: "a"}, {Path: "nop/b", SHA256: "9", Period: q1, Unit: "b"}, {Path: "nop/c", SHA256: "3", Period: q2, Unit: "c"},
	}}}
	closing := Closing{Number: 1, Date: "2021-04-10", Inputs: []Frozen{
		{Path: "nop/a", SHA256: "1", Outcome: "used", Unit: "a", Period: "Q1"}, {Path: "nop/b", SHA256: "2", Outcome: "used", Unit: "b", Period: "Q1"},
		{Path: "nop/truoc", SHA256: "7", Outcome: "used", Unit: "a", Period: "2020"},
	}}
	r.AdjustWithin(part, &Ledger{Period: "Q1", label: "chot", Entries: []Closing{closing}})
	r.AdjustWithin(r.Batch.Parts[1], &Ledger{Period: "Q2", label: "chot"})
	if len(r.Within) != 1 {
		t.Fatalf("%d adjustments", len(r.Within))
	}
	found := r.Within[0].findings()
	if len(found) != 1 || found[0].Pos.File != "nop/b" || found[0].Unit != "b" || found[0].Period != "Q1" || !strings.Contains(found[0].Message.Error(), "chốt kỳ “Quý I” ngày 10/4/2021") {
		t.Errorf("%+v", found)
	}
}
