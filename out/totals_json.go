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
		Verdict   string  `json:"verdict"`
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
	doc.list("totals", func(add func(any)) {
		for _, u := range units {
			for _, ind := range r.Totals.Indicators(u) {
				add(totalEntry(u, ind, r.Totals.Total(u, ind)))
			}
		}
	})
	doc.list("targets", func(add func(any)) {
		for _, t := range r.Totals.Targets {
			add(targetEntry(r.Catalogue, t))
		}
	})
	doc.list("shortcomings", func(add func(any)) {
		for _, s := range r.Totals.Shortcomings {
			add(shortcomingJSON{s.Shortcoming.Code, s.Suggested, s.Verdict})
		}
	})
	return doc.close()
}

func totalEntry(u *sheets.Unit, ind *sheets.Indicator, t aggregate.Total) any {
	text := ind.Shown(t.Value)
	if t.Value.Kind == figure.List {
		return listTotalJSON{u.Code, ind.Code, items(t.Value.Items), text, string(t.State()), t.Value.Have, t.Value.Expected, t.Findings}
	}
	return totalJSON{u.Code, ind.Code, plain(t.Value), text, string(t.State()), t.Value.Have, t.Value.Expected, t.Findings}
}

func targetEntry(c *sheets.Catalogue, t aggregate.TargetResult) targetJSON {
	entry := targetJSON{Code: t.Target.Code, Verdict: aggregate.NameOf(t.Verdict).Name, Hand: t.Hand, Parts: []partJSON{}}
	for _, p := range t.Parts {
		entry.Parts = append(entry.Parts, partJSON{p.Part.Key, plain(p.Value), report.Achieved(c, &p), plain(p.Threshold), aggregate.NameOf(p.Verdict).Name})
	}
	return entry
}

func items(list []figure.Item) []itemJSON {
	entries := make([]itemJSON, 0, len(list))
	for _, item := range list {
		entries = append(entries, itemJSON(item))
	}
	return entries
}

// plain is a value in plain notation, nil where it is missing.
func plain(v figure.Value) *string {
	if v.IsMissing() {
		return nil
	}
	text := figure.Plain(v)
	return &text
}

func policyKey(strict bool) string {
	if strict {
		return "strict"
	}
	return "all"
}
