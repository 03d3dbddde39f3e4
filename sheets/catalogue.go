// Package sheets knows what the workbooks of an office say: the catalogue that the staff keep, the standard forms that
// units fill in, and the submissions that come back.
//
// The catalogue is one workbook in which every unit, figure, rule and target is a row. A form is a workbook with one row per figure. A submission is a form
// that came back; it is read strictly (package sheets/xlsx), every value keeps the cell it stood in, and what cannot be read for
// certain is a Finding and never a figure.
package sheets

import (
	"math/big"
	"time"

	"tonghop/formula"
)

// Codes of the catalogue. They are what the staff typed, in Unicode NFC.
type (
	UnitCode        string // a unit, for example tn1-25456
	Code            string // an indicator, for example xd_dvut
	TargetCode      string // a target, for example CT-A
	ShortcomingCode string // a shortcoming, for example KD1
)

// Catalogue is the catalogue workbook as it was read. What does not fit is in Faults and left out of the rest.
type Catalogue struct {
	File       string // path relative to the workspace, for messages
	Settings   Settings
	Periods    []*Period
	Units      *Registry
	Intakes    []*Intake
	Indicators []*Indicator
	Lists      []*List

	// Feeds are the figures that list forms add up to, in the order of the sheet Bảng kê.
	Feeds []*Feed

	Rules        []*Rule
	Targets      []*Target
	Shortcomings []*Shortcoming
	Exceptions   []*Exception
	Options      []Option
	Prose        []Prose // every text that documents may print and that may hold tags, in the order of the sheets
	Faults       []Finding

	byCode map[Code]*Indicator
}

// Settings are the rows of the sheet Thông tin, in order.
type Settings []Setting

// Setting is one row of the sheet Thông tin.
type Setting struct {
	Key, Value string
	Pos        Pos
}

// Text is the value of a setting, "" where there is none. Keys are compared folded.
func (s Settings) Text(key string) string {
	for _, row := range s {
		if sameWord(row.Key, key) {
			return row.Value
		}
	}
	return ""
}

// Period is a row of the sheet Kỳ. From, To and Deadline are days at midnight UTC; a zero Deadline means that none was set.
type Period struct {
	Code, Name         string
	From, To, Deadline time.Time
	Within             string // the code of the longer period it belongs to
	Pos                Pos
}

// Months is the number of calendar months that the period touches.
func (p *Period) Months() int {
	return (p.To.Year()-p.From.Year())*12 + int(p.To.Month()-p.From.Month()) + 1
}

// Intake is a row of the sheet Tiếp nhận: what the office decided about a submission.
type Intake struct {
	Unit     UnitCode
	Period   string
	File     string    // path below the folder of submissions, or the bare name of the file
	Received time.Time // zero: not stated
	Extended time.Time // zero: no extension
	Chosen   bool
	Pos      Pos
}

// Kind is what an indicator measures, the column Kiểu.
type Kind uint8

// The kinds of indicator.
const (
	Count    Kind = iota // số đếm: a whole number that happened in the period
	Stock                // tồn: a whole number that stands at the end of the period
	Money                // tiền: kept in đồng, typed in the unit of its ĐVT
	Decimal              // thập phân
	Percent              // tỷ lệ: kept as a share, 82,48% is 0.8248
	Ratio                // tỷ số: n/m
	Interval             // khoảng: from a to b
	Day                  // ngày
	YesNo                // có/không
	Category             // phân loại: one option of a list
	Words                // văn bản
	Derived              // công thức: never typed
)

// Rollup is how the values of units are put together, the column Gộp đơn vị.
type Rollup uint8

// The ways to put the values of units together.
const (
	Sum           Rollup = iota // tổng
	Largest                     // lớn nhất
	Smallest                    // nhỏ nhất
	Average                     // bình quân
	CountUnits                  // đếm đơn vị: units that answered yes, or gave anything where it is no yes/no figure
	CountCategory               // đếm loại
	Listing                     // danh sách
	None                        // không: every unit's own value stands for itself
)

// PeriodRollup is how the values of periods are put together, the column Gộp kỳ.
type PeriodRollup uint8

// The ways to put the values of periods together.
const (
	PeriodSum     PeriodRollup = iota // tổng
	PeriodLast                        // cuối kỳ
	PeriodLargest                     // lớn nhất
	PeriodAverage                     // bình quân
	PeriodNone                        // không
)

// Reporting is what span a typed value covers, the column Cách báo.
type Reporting uint8

// The ways to report.
const (
	InPeriod   Reporting = iota // trong kỳ
	Cumulative                  // lũy kế
	AtDate                      // thời điểm
)

// Indicator is a row of the sheet Số liệu: a figure that units give, or that is derived from others.
type Indicator struct {
	Code        Code
	Name        string
	Group       string
	Measure     string // ĐVT, the unit of measure
	Kind        Kind
	EntryLevels []string // levels of the units that give it, as typed
	Rollup      Rollup
	Periods     PeriodRollup
	Reporting   Reporting
	Required    bool
	Formula     *formula.Expr // of a derived figure, else nil
	Min, Max    *big.Rat      // nil: no limit
	Style       string        // canonical name of a figure.Style, "" for the default of its kind
	Note        string
	Options     []Option // of a category
	Pos         Pos

	// Slot is the index of a submitted figure in Submission.Values; -1 for a derived one.
	Slot int
}

// Prose is a cell of the office's own text, which may hold tags. Loop is the loop of documents in which it is printed, and whose names its tags
// may use: "" for settings, chi_tieu for the row * of a target, phan for a part, khuyet_diem for a shortcoming and its clauses.
type Prose struct {
	Text string
	Pos  Pos
	Loop string
}

// Option is a row of the sheet Lựa chọn.
type Option struct {
	List, Code, Label string
	Pos               Pos
}

// Indicator gives the indicator of a code, nil where there is none. Codes are compared without regard to case.
func (c *Catalogue) Indicator(code Code) *Indicator { return c.byCode[foldCode(code)] }

// Submitted gives the indicators that units give, in the order of their slots.
func (c *Catalogue) Submitted() []*Indicator {
	var list []*Indicator
	for _, ind := range c.Indicators {
		if ind.Slot >= 0 {
			list = append(list, ind)
		}
	}
	return list
}

// OptionsOf gives the options of a list in order.
func (c *Catalogue) OptionsOf(list string) []Option {
	var found []Option
	for _, option := range c.Options {
		if sameWord(option.List, list) {
			found = append(found, option)
		}
	}
	return found
}

// Target gives the target of a code, nil where there is none.
func (c *Catalogue) Target(code TargetCode) *Target {
	for _, target := range c.Targets {
		if sameWord(string(target.Code), string(code)) {
			return target
		}
	}
	return nil
}
