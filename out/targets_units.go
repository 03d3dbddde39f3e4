package out

import (
	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// targetUnitsSheet shows what became of the parts in every unit: of those that are judged unit by unit, and of those that were assigned to units in different
// amounts. There is none where no part is.
func targetUnitsSheet(b *book, r *Run) error {
	l := layout{
		name:    lang.Format{Vi: "Chỉ tiêu theo đơn vị", En: "Targets by unit"}.In(r.Lang),
		title:   lang.Format{Vi: "KẾ HOẠCH VÀ KẾT QUẢ CỦA TỪNG ĐƠN VỊ", En: "PLAN AND RESULT OF EVERY UNIT"}.In(r.Lang),
		remarks: []string{periodLine(r)},
		columns: []column{
			{lang.Format{Vi: "Mã", En: "Code"}, 9}, {lang.Format{Vi: "Nội dung", En: "Part"}, 44},
			{lang.Format{Vi: "Mã đơn vị", En: "Unit"}, 14}, {lang.Format{Vi: "Đơn vị", En: "Name"}, 34},
			{lang.Format{Vi: "Kế hoạch", En: "Planned"}, 18}, {lang.Format{Vi: "Giao riêng", En: "Own plan"}, 10}, {lang.Format{Vi: "Thực hiện", En: "Achieved"}, 15},
			{lang.Format{Vi: "Mức thực hiện", En: "Fulfilment"}, 12}, {lang.Format{Vi: "Độ phủ", En: "Coverage"}, 11}, {lang.Format{Vi: "Kết luận", En: "Verdict"}, 18},
		},
		frozen: 4,
	}
	parts := partsByUnit(r.Totals.Targets)
	if len(parts) == 0 {
		return nil
	}
	return b.sheet(l, func(p *page) error {
		for _, part := range parts {
			for i := range part.ByUnit {
				if err := p.add(unitPartRow(r, part, &part.ByUnit[i])...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// partsByUnit are the parts that were judged in units.
func partsByUnit(targets []aggregate.TargetResult) []aggregate.PartResult {
	var parts []aggregate.PartResult
	for _, t := range targets {
		for _, part := range t.Parts {
			if len(part.ByUnit) > 0 {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

func unitPartRow(r *Run, part aggregate.PartResult, u *aggregate.UnitResult) []cell {
	alone, own, fulfilled := u.Alone(), "", cell{value: "", look: centred}
	if alone.Fulfilment.Kind == figure.Number {
		fulfilled = shareCell(alone.Fulfilment.Rat)
	}
	if u.Own {
		own = "x"
	}
	return []cell{
		{value: partName(part), look: codeText}, {value: part.Part.Text}, {value: string(u.Unit.Code), look: codeText}, {value: u.Unit.Name},
		{value: report.Plan(r.Catalogue, &alone), look: centred}, {value: own, look: centred}, {value: report.Achieved(r.Catalogue, &alone), look: centred},
		fulfilled, coverageCell(alone.Value), {value: aggregate.NameOf(u.Verdict).Title.In(r.Lang), look: verdictLook(u.Verdict)},
	}
}

// unitPartJSON is what became of a part in one unit.
type unitPartJSON struct {
	Unit       sheets.UnitCode `json:"unit"`
	Own        bool            `json:"own"` // the plan is the unit's own
	Threshold  *string         `json:"threshold"`
	High       *string         `json:"threshold_high,omitempty"` // of a range
	Value      *string         `json:"value"`
	Text       string          `json:"text"`
	Fulfilment *string         `json:"fulfilment"` // value over threshold, where the plan asks for at least something
	Verdict    string          `json:"verdict"`
}

func unitPartEntries(c *sheets.Catalogue, part *aggregate.PartResult) []unitPartJSON {
	var entries []unitPartJSON
	for i := range part.ByUnit {
		u := &part.ByUnit[i]
		alone := u.Alone()
		entries = append(entries, unitPartJSON{
			u.Unit.Code, u.Own, plain(alone.Threshold), plain(alone.High), plain(alone.Value), report.Achieved(c, &alone), plain(alone.Fulfilment),
			aggregate.NameOf(u.Verdict).Name,
		})
	}
	return entries
}
