package xlsx

import (
	"bytes"
	"testing"
)

const smallSheet = `<cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>2</v></c></row>` +
	`<row r="2"><c r="A2"><v>1234.5</v></c><c r="B2" s="1"><v>44197</v></c><c r="C2" s="2"><f>1/3</f><v>0.33333333333333331</v></c></row>` +
	`</sheetData><mergeCells><mergeCell ref="A4:B5"/></mergeCells>`

// samples are small workbooks of different making.
func samples(t testing.TB) map[string][]byte {
	parts := append(plainBook(smallSheet), part{"docProps/thumbnail.jpeg", "not looked into"})
	return map[string][]byte{
		"pressed": pressed(t, parts),
		"stored":  storedBook(t, parts),
		"large":   largeBook(parts),
	}
}

// A flipped bit anywhere leaves the cells as they are or has the file refused. The tables of contents hold fields that mean nothing to
// us (times, attributes), so some flips must change nothing; that most are refused is asserted too.
func TestFlippedBits(t *testing.T) {
	for name, data := range samples(t) {
		t.Run(name, func(t *testing.T) {
			want, err := describe(data)
			if err != nil {
				t.Fatal(err)
			}
			refused := 0
			damaged := bytes.Clone(data)
			for i := range 8 * len(data) {
				damaged[i/8] ^= 1 << (i % 8)
				got, err := describe(damaged)
				switch {
				case err != nil:
					reasonOf(t, err)
					refused++
				case got != want:
					t.Errorf("bit %d of byte %d changed what is read:\n%s", i%8, i/8, got)
				}
				damaged[i/8] = data[i/8]
			}
			if refused < 6*len(data) {
				t.Errorf("only %d of %d flips were refused", refused, 8*len(data))
			}
		})
	}
}

// The same for a workbook as excelize makes it, with a few patterns for each byte.
func TestFlippedBytes(t *testing.T) {
	data := formOf(t, 3)
	want, err := describe(data)
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(data)
	for i := range data {
		for _, mask := range []byte{1 << (i % 8), 0xFF} {
			damaged[i] = data[i] ^ mask
			got, err := describe(damaged)
			if err == nil && got != want {
				t.Errorf("byte %d xor %#x changed what is read:\n%s", i, mask, got)
			}
			damaged[i] = data[i]
		}
	}
}

func TestTruncated(t *testing.T) {
	for name, data := range samples(t) {
		for length := range data {
			if _, err := describe(data[:length]); err == nil {
				t.Errorf("%s: the first %d of %d bytes were read as a workbook", name, length, len(data))
			}
		}
	}
}

// Bytes behind the container change nothing, because mail programs and disks add them; bytes before it are refused.
func TestForeignBytes(t *testing.T) {
	data := samples(t)["pressed"]
	want, err := describe(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, tail := range []string{"\x00\x00\x00", "\r\n--boundary--\r\n"} {
		if got, err := describe(append(bytes.Clone(data), tail...)); err != nil || got != want {
			t.Errorf("with %q behind it: %v\n%s", tail, err, got)
		}
	}
	for _, head := range []string{"\x00", "MZ junk", "PK\x03\x04"} {
		_, err := describe(append([]byte(head), data...))
		if reason := reasonOf(t, err); reason != Damaged {
			t.Errorf("with %q before it: %v", head, err)
		}
	}
	_, err = describe(append(bytes.Clone(data), data...))
	if reason := reasonOf(t, err); reason != Damaged {
		t.Errorf("twice in one file: %v", err)
	}
}

// Two parts with the bytes of the same place, and a part that is in no table, are refused.
func TestDirectory(t *testing.T) {
	data := samples(t)["stored"]
	central := bytes.Index(data, []byte(centralMagic))
	t.Run("entry not listed", func(t *testing.T) {
		extra := append(bytes.Clone(data[:central]), "PK\x03\x04 something that no table lists"...)
		if _, err := Open(append(extra, data[central:]...)); reasonOf(t, err) != Damaged {
			t.Error(err)
		}
	})
	t.Run("name differs", func(t *testing.T) {
		other := bytes.Clone(data)
		copy(other[localSize:], "{")
		if _, err := Open(other); reasonOf(t, err) != Damaged {
			t.Error(err)
		}
	})
}
