package opc

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

type file struct{ name, text string }

func container(t *testing.T, files ...file) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		part, err := w.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(part, f.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOrderDoesNotMatter(t *testing.T) {
	types := func(a, b string) file { return file{contentTypes, "<Types>" + a + b + "</Types>"} }
	one, two := `<Default Extension="xml" ContentType="u"></Default>`, `<Override PartName="/a" ContentType="t"/>`
	first := container(t, file{"xl/b.xml", "b"}, types(one, two), file{"xl/a.xml", "a"})
	second := container(t, types(two, one), file{"xl/a.xml", "a"}, file{"xl/b.xml", "b"})
	var out [2]bytes.Buffer
	for i, workbook := range [][]byte{first, second} {
		if err := Settle(&out[i], workbook, GuardTexts); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(out[0].Bytes(), out[1].Bytes()) {
		t.Error("the same parts in another order give other bytes")
	}
	parts, err := Parts(out[0].Bytes())
	if err != nil {
		t.Fatal(err)
	}
	want := []Part{{contentTypes, []byte("<Types>" + one + two + "</Types>")}, {"xl/a.xml", []byte("a")}, {"xl/b.xml", []byte("b")}}
	for i, part := range parts {
		if part.Name != want[i].Name || !bytes.Equal(part.Data, want[i].Data) {
			t.Errorf("part %d is %s: %s", i, part.Name, part.Data)
		}
	}
}

func TestUnderscores(t *testing.T) {
	tests := []struct{ part, text, want string }{
		{"xl/worksheets/sheet2.xml", "f_xa_mt", "f_x005F_xa_mt"},
		{"xl/sharedStrings.xml", "f_xa_mt và _x1F_", "f_x005F_xa_mt và _x005F_x1F_"},
		{"xl/worksheets/sheet2.xml", "_x005F_x000D_ mt_xau tn_x_a", "_x005F_x000D_ mt_xau tn_x_a"},
		{"xl/worksheets/sheet2.xml", "f_x005F_xa_mt", "f_x005F_xa_mt"},
		{"xl/styles.xml", "f_xa_mt", "f_xa_mt"},
	}
	for _, test := range tests {
		workbook := container(t, file{test.part, test.text})
		parts, err := Parts(workbook)
		if err != nil || string(parts[0].Data) != test.want {
			t.Errorf("%s: got %s, %v", test.text, parts[0].Data, err)
		}
		var out bytes.Buffer
		if err := Settle(&out, workbook, func(string) Edit { return nil }); err != nil {
			t.Fatal(err)
		}
		archive, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Fatal(err)
		}
		if data, err := read(archive.File[0]); err != nil || string(data) != test.text {
			t.Errorf("%s: an unguarded part became %s, %v", test.text, data, err)
		}
	}
	if !Risky("f_xa_mt") || Risky("f_xuan_mt") || Risky("tc_doan_vien") {
		t.Error("Risky does not know what LibreOffice reads otherwise")
	}
}

func TestNoContainer(t *testing.T) {
	if _, err := Parts([]byte("no container")); err == nil {
		t.Error("got no error")
	}
	if err := Settle(io.Discard, nil, GuardTexts); err == nil {
		t.Error("got no error")
	}
}
