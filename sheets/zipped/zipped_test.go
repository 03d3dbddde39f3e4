package zipped

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"tonghop/lang"
)

// packed packs entries into an archive, as written by change.
func packed(t testing.TB, headers ...zip.FileHeader) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, h := range headers {
		f, err := w.CreateHeader(&h)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(h.Name, "/") {
			continue
		}
		if _, err := f.Write([]byte("nội dung của " + h.Name)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func mustOpen(t testing.TB, data []byte) []*File {
	t.Helper()
	files, err := Open(bytes.NewReader(data), int64(len(data)), NewBudget())
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func namesOf(files []*File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	return names
}

func TestNames(t *testing.T) {
	beside := func(name, other string) []byte {
		field := binary.LittleEndian.AppendUint16(nil, 0x7075)
		field = binary.LittleEndian.AppendUint16(field, uint16(5+len(other)))
		field = append(field, 1)
		field = binary.LittleEndian.AppendUint32(field, crc32.ChecksumIEEE([]byte(name)))
		return append(field, other...)
	}
	for _, tc := range []struct {
		header zip.FileHeader
		want   string
		safe   bool
	}{
		{zip.FileHeader{Name: "Huyện A/xã B.xlsx"}, "Huyện A/xã B.xlsx", true},
		{zip.FileHeader{Name: "Huye\u0323\u0302n.xlsx"}, "Huyện.xlsx", true},
		{zip.FileHeader{Name: "Huyện.xlsx", NonUTF8: true}, "Huyện.xlsx", true},
		{zip.FileHeader{Name: "x\x82\x84.xlsx", NonUTF8: true}, "xéä.xlsx", true},
		{zip.FileHeader{Name: "x\x82.xlsx", NonUTF8: true, Extra: beside("x\x82.xlsx", "xã.xlsx")}, "xã.xlsx", true},
		{zip.FileHeader{Name: "x\x82.xlsx", NonUTF8: true, Extra: beside("other", "xã.xlsx")}, "xé.xlsx", true},
		{zip.FileHeader{Name: `a\b.xlsx`}, "a/b.xlsx", true},
		{zip.FileHeader{Name: "./a.xlsx"}, "a.xlsx", true},
		{zip.FileHeader{Name: "../../a.xlsx"}, "_/_/a.xlsx", false},
		{zip.FileHeader{Name: "/a.xlsx"}, "_/a.xlsx", false},
		{zip.FileHeader{Name: "C:/a.xlsx"}, "C_/a.xlsx", false},
		{zip.FileHeader{Name: "a\x1b[31m.xlsx"}, "a_[31m.xlsx", false},
	} {
		files := mustOpen(t, packed(t, tc.header))
		if len(files) != 1 || files[0].Name != tc.want || files[0].Reason.IsZero() != tc.safe {
			t.Errorf("%q: %q, %v", tc.header.Name, namesOf(files), files)
			continue
		}
		if !tc.safe {
			continue
		}
		if data, err := files[0].Read(); err != nil || string(data) != "nội dung của "+tc.header.Name {
			t.Errorf("%q: %q, %v", tc.header.Name, data, err)
		}
	}
}

func TestWhatIsRefused(t *testing.T) {
	data := packed(t, zip.FileHeader{Name: "a.xlsx"}, zip.FileHeader{Name: "thư mục/"}, zip.FileHeader{Name: "b.xlsx"}, zip.FileHeader{Name: "c.xlsx"}, zip.FileHeader{Name: "b.xlsx/d.xlsx"})
	central := func(n int) []byte { // of entry number n
		at := bytes.Index(data, []byte("PK\x01\x02"))
		for range n {
			at += 4 + bytes.Index(data[at+4:], []byte("PK\x01\x02"))
		}
		return data[at:]
	}
	central(0)[8] |= 1                   // packed with a password
	copy(central(3)[10:], []byte{12, 0}) // by bzip2
	files := mustOpen(t, data)
	if got := namesOf(files); !slices.Equal(got, []string{"a.xlsx", "b.xlsx", "c.xlsx", "b.xlsx/d.xlsx"}) {
		t.Fatalf("%q", got)
	}
	for i, want := range []lang.Message{locked.With(), nameTwice.With(), oddPacking.With(), {}} {
		if files[i].Reason.Format != want.Format {
			t.Errorf("%s: %v, want %v", files[i].Name, files[i].Reason, want)
		}
	}
	link := zip.FileHeader{Name: "link.xlsx"}
	link.SetMode(fs.ModeSymlink | 0o777)
	if files := mustOpen(t, packed(t, link)); files[0].Mode != fs.ModeSymlink {
		t.Errorf("a link is a %v", files[0].Mode)
	}
}

func TestDamageIsSeen(t *testing.T) {
	data := packed(t, zip.FileHeader{Name: "a.xlsx"})
	for _, place := range []struct{ at, flip int }{{16, 1}, {16, 0xFF}, {24, 1}, {24, 0xFF}, {27, 0x7F}, {20, 1}, {42, 1}} {
		broken := bytes.Clone(data)
		at := bytes.Index(broken, []byte("PK\x01\x02"))
		broken[at+place.at] ^= byte(place.flip)
		files, err := Open(bytes.NewReader(broken), int64(len(broken)), NewBudget())
		if err != nil {
			continue
		}
		if _, err := files[0].Read(); err == nil {
			t.Errorf("byte %d of the directory was changed, and nobody saw it", place.at)
		}
	}
	zero := bytes.Clone(data)
	copy(zero[bytes.Index(zero, []byte("PK\x01\x02"))+16:], []byte{0, 0, 0, 0})
	if _, err := mustOpen(t, zero)[0].Read(); err == nil {
		t.Error("an entry without a checksum is read")
	}
}

func TestWhatIsNoArchive(t *testing.T) {
	good := packed(t, zip.FileHeader{Name: "a.xlsx"})
	for _, data := range [][]byte{
		nil, []byte("văn bản"), good[:len(good)-10], packed(t, zip.FileHeader{Name: "[Content_Types].xml"}), packed(t, zip.FileHeader{Name: "mimetype"}),
		packed(t, zip.FileHeader{Name: "Index/Document.iwa"}),
	} {
		if _, err := Open(bytes.NewReader(data), int64(len(data)), NewBudget()); !errors.Is(err, ErrNoArchive) {
			t.Errorf("%d bytes: %v", len(data), err)
		}
	}
}

func TestLimits(t *testing.T) {
	var headers []zip.FileHeader
	for i := range 30 {
		headers = append(headers, zip.FileHeader{Name: fmt.Sprintf("%d.xlsx", i)})
	}
	data := packed(t, headers...)
	for _, tc := range []struct {
		budget Budget
		want   lang.Format
	}{{Budget{29, 1 << 20}, tooManyFiles}, {Budget{30, 100}, tooMuch}, {Budget{30, 1 << 20}, lang.Format{}}} {
		budget := tc.budget
		_, err := Open(bytes.NewReader(data), int64(len(data)), &budget)
		var reason lang.Message
		errors.As(err, &reason)
		if reason.Format != tc.want || (err != nil) != (budget == tc.budget) {
			t.Errorf("%+v: %v, and %+v is left", tc.budget, err, budget)
		}
	}
	// A directory that says that it has one entry, and has many.
	var endless bytes.Buffer
	entry := make([]byte, 46)
	copy(entry, "PK\x01\x02")
	for endless.Len() < largestDirectory+1<<20 {
		endless.Write(entry)
	}
	end := make([]byte, 22)
	copy(end, "PK\x05\x06")
	end[8], end[10] = 1, 1
	binary.LittleEndian.PutUint32(end[12:], uint32(endless.Len()))
	endless.Write(end)
	_, err := Open(bytes.NewReader(endless.Bytes()), int64(endless.Len()), NewBudget())
	var reason lang.Message
	if errors.As(err, &reason); reason.Format != tooManyFiles {
		t.Errorf("a directory without end: %v", err)
	}
}

// Nothing panics; names are clean, distinct and stay inside; what is read is as long as it says; reading again gives the same.
func FuzzOpen(f *testing.F) {
	f.Add(packed(f, zip.FileHeader{Name: "a.xlsx"}, zip.FileHeader{Name: "../b\x82.xlsx", NonUTF8: true}))
	f.Add(packed(f, zip.FileHeader{Name: "a/b.zip", Method: zip.Deflate}, zip.FileHeader{Name: "a/b.zip/c"}))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, data []byte) {
		files, err := Open(bytes.NewReader(data), int64(len(data)), NewBudget())
		var reason lang.Message
		if err != nil {
			if !errors.Is(err, ErrNoArchive) && !errors.As(err, &reason) {
				t.Fatal(err)
			}
			return
		}
		seen := make(map[string]bool)
		for _, file := range files {
			if seen[file.Name] || !fs.ValidPath(file.Name) || !utf8.ValidString(file.Name) || readable(file.Name) != file.Name {
				t.Fatalf("name %q", file.Name)
			}
			seen[file.Name] = true
			if !file.Reason.IsZero() || file.Size() > 1<<20 {
				continue
			}
			first, err := file.Read()
			second, again := file.Read()
			if (err == nil) != (again == nil) || !bytes.Equal(first, second) || err == nil && uint64(len(first)) != file.Size() {
				t.Fatalf("%s: %v, %v", file.Name, err, again)
			}
		}
	})
}
