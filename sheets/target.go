package sheets

import (
	"tonghop/figure"
	"tonghop/formula"
)

// Scope is over what a part of a target is judged, the column Phạm vi.
type Scope uint8

// The scopes of a part.
const (
	OnTotal    Scope = iota // tổng
	PerUnit                 // từng đơn vị
	PerMonth                // từng tháng
	PerQuarter              // từng quý
	PerYear                 // từng năm
)

// Comparison says how a part is compared, the column So sánh.
type Comparison uint8

// The comparisons of a part.
const (
	Against     Comparison = iota // one of the comparisons, in Part.Op
	Within                        // khoảng: from Threshold to High
	Qualitative                   // định tính: only a hand verdict
)

// Combine is how the parts of a target make its verdict, the column Cách ghép.
type Combine uint8

// The ways to combine parts.
const (
	All Combine = iota // tất cả
	Any                // một trong
)

// Verdict is a judgement of a part or a target.
type Verdict uint8

// The verdicts. The zero Verdict means that nobody judged.
const (
	NoVerdict Verdict = iota
	Exceeded
	Met
	Unmet
	Insufficient
	VerdictNotApplicable
)

// Target is a target with its parts in the order of the sheet.
type Target struct {
	Code    TargetCode
	Text    string // of the row whose Phần is *, else of the only part
	Combine Combine
	Hand    Verdict // NoVerdict: not judged by hand
	Reason  string
	Basis   string
	Parts   []*Part
	Pos     Pos
}

// Part is a row of the sheet Chỉ tiêu.
type Part struct {
	Target     TargetCode
	Key        string // "" for the only part of a target
	Text       string
	Expr       *formula.Expr // nil for a qualitative part
	Comparison Comparison
	Op         formula.Op
	Threshold  figure.Value // missing: not assigned yet
	High       figure.Value // of a range
	Assigned   []Assignment // what was planned for units of its own, in the order of the sheet Giao chỉ tiêu
	Scope      Scope
	Period     *Period       // for which it is planned; nil: for the period that is added up, whichever it is
	Levels     []string      // of a part per unit: the levels of the units that are judged; empty: the reporting units
	Condition  *formula.Expr // nil: applies always
	Counted    bool
	Hand       Verdict
	Reason     string
	Basis      string
	Pos        Pos
}

// Shortcoming is a shortcoming with its clauses in the order of the sheet.
type Shortcoming struct {
	Code      ShortcomingCode
	Text      string // of the first row
	Field     string
	Clauses   []*Clause
	Hand      *Level // nil: not judged by hand
	HandPos   Pos    // the cell Đánh giá
	Reason    string
	Direction string
	Owner     string
	Due       string
	Pos       Pos

	Periods []*Period   // those in which it is followed; none: every one
	History []PastLevel // what it was given in former periods, in the order of their days
}

// PastLevel is the level that a shortcoming was given in a former period.
type PastLevel struct {
	Period *Period
	Level  Level
	Pos    Pos
}

// Level is how far a shortcoming is remedied, from 0 (not at all) over 1a, 1b and 2 to 3 (remedied).
type Level string

// The levels, weakest first.
const (
	LevelNone    Level = "0"
	LevelSome    Level = "1a"
	LevelMost    Level = "1b"
	LevelBetter  Level = "2"
	LevelDone    Level = "3"
	LevelUnknown Level = "?"
)

// Clause is a row of the sheet Khuyết điểm. Measures, Taken and Results are prose of the office that may hold tags.
type Clause struct {
	Key      string // the column Vế
	Text     string
	Taken    string // Giải pháp, one paragraph per line
	Results  string // Kết quả, one paragraph per line
	Measures []Measure
	Pos      Pos
}

// Measure links a clause to a figure: a whole target, a part of one, all targets of the period, or a condition.
type Measure struct {
	AllTargets bool
	Target     TargetCode
	Part       string        // with Target: one part of it
	Expr       *formula.Expr // else a comparison
	Text       string        // as typed
	LastYear   figure.Value  // as typed; missing: not known
	LastPos    Pos           // the cell Năm trước
	LastRaw    string        // what stands in it, for all measures of its clause
}
