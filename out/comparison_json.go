package out

import (
	"io"

	"tonghop/templates"
)

// The shapes of tonghop/verify/1. Keys and their order are a contract with other programs.
type (
	comparisonJSON struct {
		Schema  string          `json:"schema"`
		Report  string          `json:"report"`
		Period  string          `json:"period"`
		Written string          `json:"written,omitempty"` // the file with the new figures, of refresh
		Counts  countsJSON      `json:"counts"`
		Figures []comparedJSON  `json:"figures"`
		Typed   []typedLineJSON `json:"typed"`
		Marks   []string        `json:"marks"` // places of conditions that were undecided
	}
	countsJSON struct {
		Equal         int `json:"equal"`
		Changed       int `json:"changed"`
		ByHand        int `json:"by_hand"`
		Both          int `json:"both"`
		Unknown       int `json:"unknown"`
		Lost          int `json:"lost"`
		Contradiction int `json:"contradiction"`
		Typed         int `json:"typed"`
	}
	comparedJSON struct {
		Key           string  `json:"key"`
		State         string  `json:"state"`
		Place         string  `json:"place"`
		Printed       string  `json:"printed"`
		Shown         string  `json:"shown"`
		Now           string  `json:"now"`
		Value         *string `json:"value"`
		Contradiction bool    `json:"contradiction"`
		Why           string  `json:"why,omitempty"`
	}
	typedLineJSON struct {
		Indicator string `json:"indicator"`
		Label     string `json:"label"`
		Place     string `json:"place"`
		Typed     string `json:"typed"`
		Now       string `json:"now"`
	}
)

// WriteComparisonJSON writes a comparison for a program.
func WriteComparisonJSON(w io.Writer, c Comparison) error {
	entry := comparisonJSON{Schema: "tonghop/verify/1", Report: c.Report, Period: c.Period, Written: c.Written, Figures: []comparedJSON{}, Typed: []typedLineJSON{}, Marks: []string{}}
	entry.Counts = countsJSON{
		Equal: c.Count(templates.Equal), Changed: c.Count(templates.Changed), ByHand: c.Count(templates.ByHand), Both: c.Count(templates.Both),
		Unknown: c.Count(templates.Unknown), Lost: c.Count(templates.Lost), Typed: len(c.Typed),
	}
	for _, l := range c.Lines {
		if l.Contradiction {
			entry.Counts.Contradiction++
		}
		place := ""
		if l.State != templates.Lost {
			place = l.Place.Message().In(c.Lang)
		}
		entry.Figures = append(entry.Figures, comparedJSON{l.Key, l.State.String(), place, l.Printed, l.Shown, l.Now, plain(l.Value), l.Contradiction, l.Why.In(c.Lang)})
	}
	for _, t := range c.Typed {
		entry.Typed = append(entry.Typed, typedLineJSON{t.Key, t.Label, t.Place.Message().In(c.Lang), t.Typed, t.Now})
	}
	for _, place := range c.Marks {
		entry.Marks = append(entry.Marks, place.Message().In(c.Lang))
	}
	return writeJSON(w, entry)
}
