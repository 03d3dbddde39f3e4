package sheets

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"tonghop/lang"
)

// member is a file of an archive of a test.
type member struct {
	name string
	data []byte
}

// archived packs files into an archive.
func archived(t testing.TB, members ...member) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, m := range members {
		f, err := w.Create(m.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(m.data); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// readInbox reads a folder of the sample whose archives make it hold more files than it has.
func readInbox(t testing.TB, c *Catalogue, folder fs.FS, jobs int) *Batch {
	t.Helper()
	b, err := Read(folder, "nop", c, c.Periods[1], ReadOptions{Jobs: jobs})
	if err != nil {
		t.Fatal(err)
	}
	if tally := b.Tally(); tally.Received != tally.Used+tally.Superseded+tally.Rejected+tally.Ignored || tally.Received != len(b.Files) {
		t.Errorf("the outcomes are %+v", tally)
	}
	if !slices.IsSortedFunc(b.Files, func(a, b *File) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the files are not sorted")
	}
	return b
}

// outcomesOf lists the files of a batch as "path: outcome".
func outcomesOf(b *Batch) []string {
	words := map[Outcome]string{Used: "used", Superseded: "superseded", Rejected: "rejected", Ignored: "ignored"}
	var lines []string
	for _, f := range b.Files {
		lines = append(lines, f.Path+": "+words[f.Outcome])
	}
	return lines
}

func TestArchive(t *testing.T) {
	c := sampleCatalogue()
	x1, x2, x3 := edited(t, c, "x1", nil), edited(t, c, "x2", typing("E13", "mười hai phẩy")), edited(t, c, "x3", nil)
	inner := archived(t, member{"gửi lại/x1.xlsx", x1}, member{"x3.xlsx", x3})
	folder := inbox(map[string][]byte{
		"lot1.zip": archived(t,
			member{"huyen-a/", nil}, member{"huyen-a/x1.xlsx", x1}, member{`huyen-b\x2.xlsx`, x2}, member{"huyen-a/trong.ZIP", inner},
			member{"__MACOSX/huyen-a/._x1.xlsx", []byte{0}}, member{"huyen-a/~$x1.xlsx", x1}, member{"công văn.pdf", []byte("%PDF-1.4")},
			member{"rong.zip", archived(t)}, member{"hong.zip", []byte("PK\x03\x04 cut")},
		),
		"rỗng.zip": archived(t, member{"thư mục/", nil}), "hỏng.zip": []byte("no archive"), "đổi tên.zip": edited(t, c, "x3", nil),
	})
	b := readInbox(t, c, folder, 2)
	// Of two files that say the same the first one is used.
	want := []string{
		"nop/hỏng.zip: rejected",
		"nop/lot1.zip/__MACOSX/huyen-a/._x1.xlsx: ignored",
		"nop/lot1.zip/công văn.pdf: rejected",
		"nop/lot1.zip/hong.zip: rejected",
		"nop/lot1.zip/huyen-a/trong.ZIP/gửi lại/x1.xlsx: used",
		"nop/lot1.zip/huyen-a/trong.ZIP/x3.xlsx: used",
		"nop/lot1.zip/huyen-a/x1.xlsx: superseded",
		"nop/lot1.zip/huyen-a/~$x1.xlsx: ignored",
		"nop/lot1.zip/huyen-b/x2.xlsx: used",
		"nop/lot1.zip/rong.zip: ignored",
		"nop/rỗng.zip: ignored",
		"nop/đổi tên.zip: superseded",
	}
	got := outcomesOf(b)
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	plain := mustRead(t, c, map[string][]byte{"x1.xlsx": x1, "x2.xlsx": x2, "x3.xlsx": x3})
	for _, unit := range []UnitCode{"x1", "x2", "x3"} {
		if diff := answersOf(c, b, unit).diff(answersOf(c, plain, unit)); diff != "" {
			t.Errorf("%s: %s", unit, diff)
		}
	}
	bad := slices.IndexFunc(b.Findings, func(f Finding) bool { return f.Code == figureUnreadable })
	if bad < 0 || b.Findings[bad].Pos.File != "nop/lot1.zip/huyen-b/x2.xlsx" {
		t.Errorf("the bad figure is found at %v", b.Findings)
	}
	for i, f := range b.Files {
		if f.Outcome == Used && f.SHA256 != sumIn(plain, f.Unit) {
			t.Errorf("%s: checksum %s", b.Files[i].Path, f.SHA256)
		}
	}
}

// sumIn is the checksum of the file of a unit.
func sumIn(b *Batch, unit UnitCode) string {
	i := slices.IndexFunc(b.Files, func(f *File) bool { return f.Unit == unit })
	return b.Files[i].SHA256
}

func TestArchiveWithOddNames(t *testing.T) {
	c := sampleCatalogue()
	form := edited(t, c, "x1", nil)
	for _, name := range []string{"../x1.xlsx", "/x1.xlsx", `C:\x1.xlsx`, "a/../../x1.xlsx", "a\u202ex1.xlsx", "a\nb.xlsx", `..\x1.xlsx`, "a//x1.xlsx"} {
		b := readInbox(t, c, inbox(map[string][]byte{"a.zip": archived(t, member{name, form})}), 1)
		if len(b.Files) != 1 || b.Files[0].Outcome != Rejected || strings.Contains(b.Files[0].Path, "..") || !strings.HasPrefix(b.Files[0].Path, "nop/a.zip/") {
			t.Errorf("%q: %v", name, outcomesOf(b))
		}
	}
	twice := archived(t, member{"x1.xlsx", form}, member{"x1.xlsx", edited(t, c, "x1", typing("E13", 7))}, member{"x3.xlsx", edited(t, c, "x3", nil)})
	b := readInbox(t, c, inbox(map[string][]byte{"a.zip": twice}), 1)
	if got := outcomesOf(b); !slices.Equal(got, []string{"nop/a.zip/x1.xlsx: rejected", "nop/a.zip/x3.xlsx: used"}) {
		t.Errorf("a name twice: %v", got)
	}
	if text := b.Files[0].Reason.In(lang.Vi); !strings.Contains(text, "cùng tên") {
		t.Errorf("a name twice: %s", text)
	}
}

func TestArchivesInArchivesHaveALimit(t *testing.T) {
	c := sampleCatalogue()
	data := archived(t, member{"x1.xlsx", edited(t, c, "x1", nil)})
	for depth := 1; depth <= deepestArchive+1; depth++ {
		b := readInbox(t, c, inbox(map[string][]byte{"a.zip": data}), 1)
		if want := map[bool]Outcome{true: Used, false: Rejected}[depth <= deepestArchive]; len(b.Files) != 1 || b.Files[0].Outcome != want {
			t.Errorf("%d layers: %v", depth, outcomesOf(b))
		}
		data = archived(t, member{"a.zip", data})
	}
	swollen := archived(t, member{"x1.xlsx", make([]byte, 65<<20)}, member{"x2.xlsx", edited(t, c, "x2", nil)})
	b := readInbox(t, c, inbox(map[string][]byte{"a.zip": swollen, "x3.xlsx": edited(t, c, "x3", nil)}), 1)
	if got := outcomesOf(b); !slices.Equal(got, []string{"nop/a.zip: rejected", "nop/x3.xlsx: used"}) {
		t.Errorf("an archive that swells: %v", got)
	}
}

func TestArchiveChoosesAndFolders(t *testing.T) {
	c := sampleCatalogue()
	first, second := edited(t, c, "x1", nil), edited(t, c, "x1", typing("E13", 7))
	folder := inbox(map[string][]byte{"lot.zip": archived(t, member{"a/x1.xlsx", first}, member{"b/x1.xlsx", second})})
	if b := readInbox(t, c, folder, 1); !b.InQuestion[c.Units.Unit("x1").Index] {
		t.Error("two files that differ are no question")
	}
	for _, name := range []string{"lot.zip/b/x1.xlsx", `nop\lot.zip\b\x1.xlsx`} {
		c.Intakes = []*Intake{{Unit: "x1", Period: "2021", File: name, Chosen: true}}
		b := readInbox(t, c, folder, 1)
		if got := outcomesOf(b); !slices.Equal(got, []string{"nop/lot.zip/a/x1.xlsx: superseded", "nop/lot.zip/b/x1.xlsx: used"}) {
			t.Errorf("%s is chosen: %v", name, got)
		}
	}
	r := newReader(nil, c, c.Periods[1])
	r.all.dir = "nop"
	for _, tc := range []struct {
		path   string
		period *Period
		aside  bool
	}{
		{"nop/2020.zip/x1.xlsx", c.Periods[0], true}, {"nop/lot.zip/2020/x1.xlsx", c.Periods[0], true},
		{"nop/lot.zip/huyen/x1.xlsx", nil, false}, {"nop/huyen/lot.zip/x1.xlsx", nil, true}, {"nop/x1.xlsx", nil, false},
	} {
		f := &File{Path: tc.path}
		if got := r.all.folderPeriod(f); got != tc.period || r.all.putAside(f) != tc.aside {
			t.Errorf("%s lies in the folder of %v, put aside %v", tc.path, got, r.all.putAside(f))
		}
	}
}

// A folder whose files cannot be read at any place is one of those that packages make of other things than disks.
type streamed struct{ fstest.MapFS }

func (s streamed) Open(name string) (fs.File, error) {
	f, err := s.MapFS.Open(name)
	if _, folder := f.(fs.ReadDirFile); folder || err != nil {
		return f, err
	}
	return struct{ fs.File }{f}, nil
}

func TestArchivesAndJobsChangeNothing(t *testing.T) {
	c := sampleCatalogue()
	var members []member
	for i := range 9 {
		members = append(members, member{fmt.Sprintf("%d/x%d.xlsx", i, i%3+1), edited(t, c, UnitCode(fmt.Sprintf("x%d", i%3+1)), nil)})
	}
	folder := inbox(map[string][]byte{"a.zip": archived(t, members...), "b.zip": archived(t, member{"trong.zip", archived(t, members...)})})
	first := readInbox(t, c, folder, 1)
	if first.Tally() != (Tally{Received: 18, Used: 3, Superseded: 15}) {
		t.Errorf("%+v", first.Tally())
	}
	for _, jobs := range []int{2, 8} {
		if b := readInbox(t, c, folder, jobs); !reflect.DeepEqual(first, b) {
			t.Errorf("%d jobs give another batch", jobs)
		}
	}
	if b := readInbox(t, c, streamed{folder}, 2); !reflect.DeepEqual(first, b) {
		t.Error("a folder of another kind gives another batch")
	}
}
