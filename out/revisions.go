package out

import (
	"tonghop/lang"
	"tonghop/sheets"
)

// What a unit's files say differently: in kiem-tra.json a list of pairs of files, in kiem-tra.xlsx a sheet with a row for each place, where there are any.
type (
	revisionJSON struct {
		Unit    sheets.UnitCode `json:"unit"`
		Outcome string          `json:"outcome"` // replaced, chosen, in_question
		File    string          `json:"file"`    // the one that counts; of a unit in question one of the two
		Other   string          `json:"other"`
		Reason  string          `json:"reason"`
		Period  string          `json:"period,omitempty"` // of another period than the one that is added up
		Cells   []changeJSON    `json:"cells"`
	}
	changeJSON struct {
		Indicator sheets.Code `json:"indicator"`
		New       typedJSON   `json:"new"` // in file
		Old       typedJSON   `json:"old"` // in other
	}
	typedJSON struct {
		Sheet string `json:"sheet"`
		Cell  string `json:"cell"`
		Raw   string `json:"raw"`
	}
)

func (r *Run) revisionJSON(v *sheets.Revision) revisionJSON {
	entry := revisionJSON{
		Unit: v.Unit.Code, Outcome: revisionKey(v.Outcome), File: v.File.Path, Other: v.Other.Path, Reason: said(v.By, r.Lang), Period: r.filePeriod(v.File),
	}
	for _, c := range v.Changes {
		entry.Cells = append(entry.Cells, changeJSON{
			c.Indicator, typedJSON{c.NewPos.Sheet, c.NewPos.Cell(), c.New.Raw}, typedJSON{c.OldPos.Sheet, c.OldPos.Cell(), c.Old.Raw},
		})
	}
	return entry
}

func revisionKey(o sheets.RevisionOutcome) string {
	return [...]string{sheets.Replaced: "replaced", sheets.Chosen: "chosen", sheets.Undecided: "in_question"}[o]
}

func revisionTitle(o sheets.RevisionOutcome) lang.Format {
	return [...]lang.Format{
		sheets.Replaced:  {Vi: "bản mới thay", En: "replaced"},
		sheets.Chosen:    {Vi: "văn phòng chọn", En: "chosen"},
		sheets.Undecided: {Vi: "chờ quyết định", En: "in question"},
	}[o]
}

func revisionLook(o sheets.RevisionOutcome) look {
	return [...]look{sheets.Replaced: centred, sheets.Chosen: centred, sheets.Undecided: bad}[o]
}

// revisionSheet lists every place at which two files of a unit differ. There is none where no files do.
func revisionSheet(b *book, r *Run) error {
	if len(r.Batch.Revisions) == 0 {
		return nil
	}
	l := layout{
		name:  lang.Format{Vi: "Bản thay thế", En: "Revisions"}.In(r.Lang),
		title: lang.Format{Vi: "NHỮNG CHỖ KHÁC NHAU GIỮA CÁC BẢN CỦA MỘT ĐƠN VỊ", En: "WHERE THE FILES OF A UNIT DIFFER"}.In(r.Lang),
		remarks: []string{periodLine(r), lang.Format{
			Vi: "Bản được dùng là bản mới hơn theo Lần gửi hoặc ngày, hoặc bản được chọn ở trang Tiếp nhận. Chờ quyết định: chưa bản nào được dùng, chọn một tệp ở trang Tiếp nhận.",
			En: "The file that counts is the newer one by Lần gửi or its date, or the one chosen in the sheet Tiếp nhận. In question: none counts until one is chosen there.",
		}.In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 28}, {lang.Format{Vi: "Tình trạng", En: "State"}, 16},
			{lang.Format{Vi: "Số liệu", En: "Figure"}, 42}, {lang.Format{Vi: "Bản kia ghi", En: "The other says"}, 20}, {lang.Format{Vi: "Bản được dùng ghi", En: "The one used says"}, 20},
			{lang.Format{Vi: "Tệp kia", En: "The other file"}, 30}, {lang.Format{Vi: "Ô", En: "Cell"}, 20},
			{lang.Format{Vi: "Tệp được dùng", En: "The file used"}, 30}, {lang.Format{Vi: "Ô", En: "Cell"}, 20}, {lang.Format{Vi: "Căn cứ", En: "By"}, 34},
		},
		frozen: 2, filter: true,
	}
	several := r.severalPeriods()
	if several {
		l.columns = append(l.columns, periodColumn)
	}
	return b.sheet(l, func(p *page) error {
		n := 0
		for _, v := range r.Batch.Revisions {
			for _, c := range v.Changes {
				n++
				if err := p.add(r.changeRow(n, v, c, several)...); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (r *Run) changeRow(n int, v *sheets.Revision, c sheets.Change, several bool) []cell {
	row := []cell{
		{value: n, look: centred}, {value: v.Unit.Name}, {value: revisionTitle(v.Outcome).In(r.Lang), look: revisionLook(v.Outcome)},
		{value: c.Name}, {value: c.Old.Raw}, {value: c.New.Raw, look: newLook(c)},
		{value: v.Other.Path}, {value: sheetCell(c.OldPos), look: codeText}, {value: v.File.Path}, {value: sheetCell(c.NewPos), look: codeText},
		{value: said(v.By, r.Lang)},
	}
	if several {
		row = append(row, r.filePeriodCell(v.File))
	}
	return row
}

// newLook marks what the newer file leaves blank.
func newLook(c sheets.Change) look {
	if c.Lost() {
		return doubtful
	}
	return plainText
}

// sheetCell is a cell of a file that is named beside it.
func sheetCell(p sheets.Pos) string {
	p.File = ""
	return p.String()
}
