package out

import (
	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// What a unit's form was itself added up from, in tonghop/trace/1.
type (
	belowJSON struct {
		Have         int             `json:"have"`
		Expected     int             `json:"expected"`
		LeafHave     int             `json:"leaf_have"`
		LeafExpected int             `json:"leaf_expected"`
		Files        []belowFileJSON `json:"files"`
	}
	belowFileJSON struct {
		Path   string          `json:"path"`
		SHA256 string          `json:"sha256"`
		Unit   sheets.UnitCode `json:"unit"`
	}
)

// belowEntry is what the form of a unit was added up from, nil where a person filled it in.
func belowEntry(ind *sheets.Indicator, p aggregate.Source) *belowJSON {
	signed, ok := p.Origin.Figure(ind.Code)
	if !ok {
		return nil
	}
	below := &belowJSON{signed.Have, signed.Expected, signed.LeafHave, signed.LeafExpected, []belowFileJSON{}}
	for _, f := range p.Origin.Inputs {
		below.Files = append(below.Files, belowFileJSON{f.Path, f.SHA256, f.Unit})
	}
	return below
}

// belowLine says the same in words.
func belowLine(r *Run, ind *sheets.Indicator, p aggregate.Source) string {
	signed, ok := p.Origin.Figure(ind.Code)
	if !ok {
		return ""
	}
	text := lang.Format{Vi: "tổng hợp từ %d/%d đơn vị, %d tệp", En: "added up from %d/%d units, %d files"}.With(signed.Have, signed.Expected, len(p.Origin.Inputs)).In(r.Lang)
	if signed.Leaves() {
		text += upwardLeaves.With(signed.LeafHave, signed.LeafExpected).In(r.Lang)
	}
	return "  (" + text + ")"
}
