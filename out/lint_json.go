package out

import (
	"io"

	"tonghop/lang"
	"tonghop/templates"
)

// Lint is what was found in a template.
type Lint struct {
	File      string // as messages name it
	Catalogue string // the catalogue whose names it was compared with; "" for the starter catalogue
	Annotated string // the copy with comments, "" where none was asked for
	Tags      int    // how many tags print, repeat or ask
	Faults    []templates.Fault
	Notes     []templates.Note
}

// The shapes of tonghop/lint/1. Keys and their order are a contract with other programs.
type (
	lintJSON struct {
		Schema    string          `json:"schema"`
		File      string          `json:"file"`
		Catalogue *string         `json:"catalogue"`
		Annotated string          `json:"annotated,omitempty"`
		Tags      int             `json:"tags"`
		Faults    []lintFaultJSON `json:"faults"`
		Notes     []lintNoteJSON  `json:"notes"`
	}
	placeJSON struct {
		Place     string `json:"place"`
		Story     string `json:"story"`
		Number    int    `json:"number,omitempty"`
		Heading   string `json:"heading,omitempty"`
		TextBox   bool   `json:"text_box,omitempty"`
		Table     int    `json:"table,omitempty"`
		Row       int    `json:"row,omitempty"`
		Cell      int    `json:"cell,omitempty"`
		Paragraph int    `json:"paragraph,omitempty"`
	}
	lintFaultJSON struct {
		placeJSON
		Tag         string   `json:"tag"`
		Message     string   `json:"message"`
		Suggestions []string `json:"suggestions"`
	}
	lintNoteJSON struct {
		Code string `json:"code"`
		placeJSON
		Message string `json:"message"`
		Count   int    `json:"count"`
	}
)

var storyNames = map[templates.Story]string{
	templates.Body: "body", templates.Header: "header", templates.Footer: "footer", templates.Footnote: "footnote", templates.Endnote: "endnote",
	templates.Chart: "chart", templates.Diagram: "diagram", templates.Properties: "properties",
}

// WriteLintJSON writes what was found in a template, as tonghop/lint/1.
func WriteLintJSON(w io.Writer, found Lint, l lang.Lang) error {
	entry := lintJSON{Schema: "tonghop/lint/1", File: found.File, Annotated: found.Annotated, Tags: found.Tags, Faults: []lintFaultJSON{}, Notes: []lintNoteJSON{}}
	if found.Catalogue != "" {
		entry.Catalogue = &found.Catalogue
	}
	for _, f := range found.Faults {
		entry.Faults = append(entry.Faults, lintFaultJSON{placeEntry(f.Place, l), f.Tag, f.Message.In(l), append([]string{}, f.Suggestions...)})
	}
	for _, n := range found.Notes {
		entry.Notes = append(entry.Notes, lintNoteJSON{n.Code, placeEntry(n.Place, l), n.Message.In(l), n.Count})
	}
	return writeJSON(w, entry)
}

func placeEntry(p templates.Place, l lang.Lang) placeJSON {
	return placeJSON{
		Place: p.Message().In(l), Story: storyNames[p.Story], Number: p.Number, Heading: p.Heading, TextBox: p.TextBox,
		Table: p.Table, Row: p.Row, Cell: p.Cell, Paragraph: p.Paragraph,
	}
}
