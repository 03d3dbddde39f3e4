package bench

import (
	"fmt"
	"iter"
	"math/big"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/templates"
)

// Name is the name of a figure of a report, from 1.
func Name(n int) string { return fmt.Sprintf("so_%03d", n) }

// columns are those of the table.
var columns = []struct{ name, title string }{
	{"ma", "Mã"}, {"ten", "Xã, phường"}, {"giao", "Chỉ tiêu"}, {"dat", "Thực hiện"}, {"ty_le", "Tỷ lệ"},
}

// Figures are what one document is filled with: names and, in the document itself, the rows of its table.
type Figures struct {
	key    string // of a row
	values map[string]figure.Value
	rows   []templates.Data
}

// Document makes the figures of a document: numbers, texts and shares, other ones for each document, and a table of rows.
func Document(number, rows int) *Figures {
	d := &Figures{values: map[string]figure.Value{}}
	for n := 1; n <= tags; n++ {
		d.values[Name(n)] = figure.Int((n*7919 + number*104729) % 1_000_000)
		if n%5 == 0 {
			d.values[Name(n)] = figure.TextOf(fmt.Sprintf("Đoàn xã số %d & phường số %d", n, number+1))
		}
	}
	for i := range rows {
		given, done := int64(100+i%50), int64(40+(i*31+number)%80)
		d.rows = append(d.rows, &Figures{key: fmt.Sprintf("X%04d", i+1), values: map[string]figure.Value{
			"ma":    figure.TextOf(fmt.Sprintf("X%04d", i+1)),
			"ten":   figure.TextOf(fmt.Sprintf("Đoàn xã Tân Lập %d", i+1)),
			"giao":  figure.Int(int(given)),
			"dat":   figure.Int(int(done)),
			"ty_le": figure.Quotient(big.NewRat(done, 1), big.NewRat(given, 1)),
		}})
	}
	return d
}

// Plain gives the figures as other programs take them: as texts, printed as we print them.
func (d *Figures) Plain() map[string]any {
	plain := map[string]any{}
	for name, v := range d.values {
		plain[name] = d.printed(name, v)
	}
	var rows []map[string]any
	for _, row := range d.rows {
		rows = append(rows, row.(*Figures).Plain())
	}
	if rows != nil {
		plain["xa"] = rows
	}
	return plain
}

func (d *Figures) printed(name string, v figure.Value) string {
	if styled, ok := d.Style(name); ok {
		if style, ok := figure.StyleNamed(styled); ok {
			if text, ok := style.Print(v); ok {
				return text
			}
		}
	}
	return figure.Default(v)
}

// Value looks a name up.
func (d *Figures) Value(name string) figure.Value { return d.values[strings.ToLower(name)] }

// Rows gives the rows of the table.
func (d *Figures) Rows(loop string) ([]templates.Data, bool) { return d.rows, loop == "xa" }

// Style prints a share as a percentage.
func (d *Figures) Style(name string) (string, bool) { return "pt", name == "ty_le" }

// Units ranges over no unit: the documents count none.
func (d *Figures) Units([]string) iter.Seq[formula.Env] { return func(func(formula.Env) bool) {} }

// Ask answers no function.
func (d *Figures) Ask(string, []string) figure.Value { return figure.Value{} }

// Key names a row of the table.
func (d *Figures) Key() string { return d.key }

// Fact gives the title of a figure, as a catalogue would.
func (d *Figures) Fact(name string) (templates.Fact, bool) {
	_, ok := d.values[name]
	return templates.Fact{Title: "Số liệu " + name}, ok
}
