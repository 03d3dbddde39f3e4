package out

import (
	"bytes"
	"encoding/json"
	"io"

	"tonghop/lang"
)

// document writes a JSON document whose lists are long: they are written one entry after another and never held in memory as
// a whole. The first error sticks.
type document struct {
	w     io.Writer
	first bool
	err   error
	buf   bytes.Buffer
}

func newDocument(w io.Writer, schema, period string) *document {
	d := &document{w: w, first: true}
	d.text("{")
	d.field("schema", schema)
	d.field("period", period)
	return d
}

// field writes one key with its value.
func (d *document) field(key string, value any) {
	d.separate()
	d.value(key)
	d.text(": ")
	d.value(value)
}

// list writes one key with a list of entries, one per line.
func (d *document) list(key string, entries func(add func(entry any))) {
	d.separate()
	d.value(key)
	d.text(": [")
	first := true
	entries(func(entry any) {
		if !first {
			d.text(",")
		}
		first = false
		d.text("\n  ")
		d.value(entry)
	})
	d.text("\n]")
}

func (d *document) close() error {
	d.text("\n}\n")
	return d.err
}

func (d *document) separate() {
	if !d.first {
		d.text(",")
	}
	d.first = false
	d.text("\n")
}

func (d *document) value(v any) {
	if d.err != nil {
		return
	}
	d.buf.Reset()
	encoder := json.NewEncoder(&d.buf)
	encoder.SetEscapeHTML(false)
	if d.err = encoder.Encode(v); d.err != nil {
		return
	}
	_, d.err = d.w.Write(bytes.TrimRight(d.buf.Bytes(), "\n"))
}

func (d *document) text(s string) {
	if d.err == nil {
		_, d.err = io.WriteString(d.w, s)
	}
}

// said is a message in the language of the run, nothing where there is none.
func said(m lang.Message, l lang.Lang) string {
	if m.IsZero() {
		return ""
	}
	return m.In(l)
}
