package report

import (
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

// Closing is what documents can say of a period that was closed: by whom and when, and what came after.
type Closing struct {
	Day              time.Time
	Number           int // how many times the period was closed
	By, Reason, Seal string
	Late             []LateFile
}

// LateFile is a submission that is not as it was when the period was closed.
type LateFile struct {
	Path   string
	Unit   *sheets.Unit // nil where it is of none
	Change lang.Format  // came, went, changed
}

// closed gives something of the closing; it is missing where the period was not closed.
func closed(of func(*Closing) figure.Value) func(*source, row) figure.Value {
	return func(s *source, _ row) figure.Value {
		if s.Closing == nil {
			return figure.Value{}
		}
		return of(s.Closing)
	}
}

var closingFields = []field{
	{name: "chot.da_chot", value: func(s *source, _ row) figure.Value { return figure.BoolOf(s.Closing != nil) },
		doc: lang.Format{Vi: "kỳ báo cáo đã chốt hay chưa", En: "whether the period was closed"}},
	{name: "chot.ngay", style: "ngay_ngan", value: closed(func(c *Closing) figure.Value { return day(c.Day) }),
		doc: lang.Format{Vi: "ngày chốt kỳ", En: "the day on which the period was closed"}},
	{name: "chot.nguoi", value: closed(func(c *Closing) figure.Value { return word(c.By) }),
		doc: lang.Format{Vi: "người chốt kỳ", En: "who closed the period"}},
	{name: "chot.ly_do", value: closed(func(c *Closing) figure.Value { return word(c.Reason) }),
		doc: lang.Format{Vi: "lý do chốt kỳ", En: "why the period was closed"}},
	{name: "chot.ma", value: closed(func(c *Closing) figure.Value { return word(c.Seal) }),
		doc: lang.Format{Vi: "mã chốt", En: "the seal of the closing"}},
	{name: "chot.lan", style: "so", value: closed(func(c *Closing) figure.Value { return figure.Int(c.Number) }),
		doc: lang.Format{Vi: "lần chốt thứ mấy", En: "how many times the period was closed"}},
	{name: "chot.dieu_chinh", style: "so0", value: closed(func(c *Closing) figure.Value { return figure.Int(len(c.Late)) }),
		doc: lang.Format{Vi: "số tệp khác với lúc chốt", En: "files that are not as they were closed"}},
}

var lateLoop = loop{
	name: "dieu_chinh", doc: lang.Format{Vi: "các tệp khác với lúc chốt kỳ", En: "the files that are not as the period was closed"},
	key: func(at row) string { return at.late.Path },
	fields: []field{
		{name: "tep", value: func(_ *source, at row) figure.Value { return figure.TextOf(excerpt(at.late.Path)) },
			doc: lang.Format{Vi: "đường dẫn của tệp", En: "path of the file"}},
		{name: "ten", value: func(_ *source, at row) figure.Value {
			if at.late.Unit == nil {
				return figure.Value{}
			}
			return ofUnit(at.late.Unit, unitName)
		}, doc: lang.Format{Vi: "tên đơn vị của tệp", En: "name of the file's unit"}},
		{name: "thay_doi", value: func(_ *source, at row) figure.Value { return figure.TextOf(at.late.Change.In(lang.Vi)) },
			doc: lang.Format{Vi: "tệp mới có, không còn, hay đã khác", En: "whether the file came, went or changed"}},
	},
	rows: func(s *source, _ row) []row {
		if s.Closing == nil {
			return nil
		}
		rows := make([]row, len(s.Closing.Late))
		for i := range s.Closing.Late {
			rows[i].late = &s.Closing.Late[i]
		}
		return rows
	},
}
