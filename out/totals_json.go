package out

import (
	"io"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/report"
	"tonghop/sheets"
)

// The shapes of tonghop/totals/1. Keys and their order are a contract with other programs.
type (
	totalJSON struct {
		Unit      sheets.UnitCode `json:"unit"`
		Indicator sheets.Code     `json:"indicator"`
		Value     *string         `json:"value"`
		Text      string          `json:"text"`
		State     string          `json:"state"`
		Have      int             `json:"have"`
		Expected  int             `json:"expected"`
		Findings  int             `json:"findings"`
	}
	listTotalJSON struct {
		Unit      sheets.UnitCode `json:"unit"`
		Indicator sheets.Code     `json:"indicator"`
		Values    []itemJSON      `json:"values"`
		Text      string          `json:"text"`
		State     string          `json:"state"`
		Have      int             `json:"have"`
		Expected  int             `json:"expected"`
		Findings  int             `json:"findings"`
	}
	itemJSON struct {
		Text  string `json:"text"`
		Count int    `json:"count,omitempty"`
	}
	partJSON struct {
		Part      string  `json:"part"`
		Value     *string `json:"value"`
		Text      string  `json:"text"`
		Threshold *string `json:"threshold"`
		High      *string `json:"threshold_high,omitempty"` // of a range
		Verdict   string  `json:"verdict"`

		// Units are those in which the part was judged.
		Units []unitPartJSON `json:"units,omitempty"`

		Period     string  `json:"period,omitempty"`       // of the plan, where it has one of its own
		NotDue     bool    `json:"not_due,omitempty"`      // that is not over
		PlanToDate *string `json:"plan_to_date,omitempty"` // of a plan with a period of its own
	}
	targetJSON struct {
		Code    sheets.TargetCode `json:"code"`
		Verdict string            `json:"verdict"`
		Hand    bool              `json:"hand"`
		Parts   []partJSON        `json:"parts"`
	}
	shortcomingJSON struct {
		Code      sheets.ShortcomingCode `json:"code"`
		Suggested sheets.Level           `json:"suggested"`
		Verdict   sheets.Level           `json:"verdict"`
		Measures  []measureJSON          `json:"measures"`
		Unlinked  []string               `json:"unlinked"` // clauses without a measure
		History   []pastLevelJSON        `json:"history,omitempty"`
	}
)

// WriteTotalsJSON writes tong-hop.json.
func WriteTotalsJSON(w io.Writer, r *Run) error {
	return WriteTotalsJSONOf(w, r, r.Catalogue.Units.Units)
}

// WriteTotalsJSONOf writes the totals of the given units, with the targets and shortcomings of the whole.
func WriteTotalsJSONOf(w io.Writer, r *Run, units []*sheets.Unit) error {
	doc := newDocument(w, "tonghop/totals/1", r.Batch.Period.Code)
	doc.field("policy", policyKey(r.Totals.Strict))
	if r.Reorganised() {
		doc.field("tree", r.Catalogue.Units.Tree.Key())
	}
	doc.list("totals", func(add func(any)) {
		for _, u := range units {
			if !r.Concerns(u) {
				continue
			}
			for _, ind := range r.Totals.Indicators(u) {
				add(totalEntry(r, u, ind))
			}
		}
	})
	doc.list("lists", func(add func(any)) {
		for _, t := range listTotals(r, units) {
			add(t.json())
		}
	})
	doc.list("targets", func(add func(any)) {
		for _, t := range r.Totals.Targets {
			add(targetEntry(r.Catalogue, t))
		}
	})
	doc.list("shortcomings", func(add func(any)) {
		for i := range r.Totals.Shortcomings {
			add(shortcomingEntry(&r.Totals.Shortcomings[i]))
		}
	})
	return doc.close()
}

func totalEntry(r *Run, u *sheets.Unit, ind *sheets.Indicator) any {
	t := r.Totals.Total(u, ind)
	text := totalText(ind, t)
	if list, ok := listOf(ind, t.Value); ok {
		return listTotalJSON{u.Code, ind.Code, list, text, string(t.State()), t.Value.Have, t.Value.Expected, t.Findings}
	}
	return totalJSON{u.Code, ind.Code, plain(t.Value), text, string(t.State()), t.Value.Have, t.Value.Expected, t.Findings}
}

func targetEntry(c *sheets.Catalogue, t aggregate.TargetResult) targetJSON {
	entry := targetJSON{Code: t.Target.Code, Verdict: aggregate.NameOf(t.Verdict).Name, Hand: t.Hand, Parts: []partJSON{}}
	for _, p := range t.Parts {
		part := partJSON{
			Part: p.Part.Key, Value: plain(p.Value), Text: report.Achieved(c, &p), Threshold: plain(p.Threshold), High: plain(p.High),
			Verdict: aggregate.NameOf(p.Verdict).Name, NotDue: p.NotDue, Units: unitPartEntries(c, &p),
		}
		if p.Part.Period != nil {
			part.Period, part.PlanToDate = p.Part.Period.Code, plain(p.PlanToDate)
		}
		entry.Parts = append(entry.Parts, part)
	}
	return entry
}

// listOf gives the entries of a category or a list of texts. A unit's own answer is a list of one.
func listOf(ind *sheets.Indicator, v figure.Value) ([]itemJSON, bool) {
	counted := ind.Kind == sheets.Category
	if v.Kind != figure.List && !counted && ind.Kind != sheets.Words {
		return nil, false
	}
	entries := []itemJSON{}
	switch v.Kind {
	case figure.List:
		for _, item := range v.Items {
			entries = append(entries, itemJSON(item))
		}
	case figure.Text:
		one := itemJSON{Text: ind.Shown(v)}
		if counted {
			one.Count = 1
		}
		entries = append(entries, one)
	}
	return entries, true
}

// plain is a value in plain notation, nil where there is none: it is missing, or does not apply. The yes of a unit counts as one.
func plain(v figure.Value) *string {
	var text string
	switch v.Kind {
	case figure.Missing, figure.NotApplicable:
		return nil
	case figure.Bool:
		text = "0"
		if v.Bool {
			text = "1"
		}
	case figure.Text:
		text = v.Text
	default:
		text = figure.Plain(v)
	}
	return &text
}

func policyKey(strict bool) string {
	if strict {
		return "strict"
	}
	return "all"
}
