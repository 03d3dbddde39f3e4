package out

import (
	"io"
	"slices"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// Run is everything that one run found out: what outputs choose from and print. Outputs do no arithmetic of their own.
type Run struct {
	Catalogue *sheets.Catalogue
	Batch     *sheets.Batch
	Check     check.Report
	Totals    *aggregate.Result

	// Other are the totals along the other tree of units; nil where the tree did not change within the period.
	Other *aggregate.Result

	// FromTotals are the findings of Totals that the results tell.
	FromTotals []sheets.Finding

	// Adjustment says of a period that was closed what came after; nil where it is not closed.
	Adjustment *Adjustment

	// Within are the same for those sub-periods that were closed and whose files are not those of the closing, in the order of their days.
	Within []*Adjustment

	Lang lang.Lang
}

// Findings are all findings of the run: of the catalogue first, then of the data, then of the totals, then of what came after the period was closed.
func (r *Run) Findings() []sheets.Finding {
	all := append([]sheets.Finding(nil), r.Catalogue.Faults...)
	all = append(all, r.Check.Findings...)
	all = append(all, r.FromTotals...)
	all = append(all, r.Adjustment.findings()...)
	for _, part := range r.Within {
		all = append(all, part.findings()...)
	}
	return all
}

// Reorganised reports whether the tree of units changed within the period, so that results have to say along which tree they are.
func (r *Run) Reorganised() bool { return r.Catalogue.Units.Reorganised(r.Batch.Period) }

// Policy says which submissions count, and of a reorganised period along which tree, as manifests and documents name it.
func (r *Run) Policy() string {
	policy := policyKey(r.Totals.Strict)
	if r.Reorganised() && r.Catalogue.Units.Tree == sheets.OldTree {
		policy += OldTreePolicy
	}
	return policy
}

// alongOther is the run as it is along the other tree.
func (r *Run) alongOther() *Run {
	other := *r
	other.Catalogue, other.Batch, other.Totals, other.Other = r.Other.Catalogue, r.Other.Batch, r.Other, nil
	return &other
}

// Concerns reports whether a unit has to do with the period: it, or a unit below it, is valid in some part of it.
func (r *Run) Concerns(u *sheets.Unit) bool {
	return u.ValidIn(r.Batch.Period) || slices.ContainsFunc(u.Below(), r.Concerns)
}

// UnitsBelow are the unit and all units below it, in the order of the catalogue; every unit where u is nil.
func (r *Run) UnitsBelow(u *sheets.Unit) []*sheets.Unit {
	if u == nil {
		return r.Catalogue.Units.Units
	}
	var units []*sheets.Unit
	for _, other := range r.Catalogue.Units.Units {
		for up := other; up != nil; up = up.Above() {
			if up == u {
				units = append(units, other)
				break
			}
		}
	}
	return units
}

// Below is the run as far as it concerns the unit and those below it; the whole run where u is nil. Files that belong to no unit are
// left out.
func (r *Run) Below(u *sheets.Unit) *Run {
	if u == nil {
		return r
	}
	within := make(map[sheets.UnitCode]bool)
	for _, other := range r.UnitsBelow(u) {
		within[other.Code] = true
	}
	part := *r
	catalogue, batch := *r.Catalogue, *r.Batch
	catalogue.Faults, part.FromTotals = nil, nil
	part.Adjustment, part.Within = r.Adjustment.below(within), nil
	for _, a := range r.Within {
		part.Within = append(part.Within, a.below(within))
	}
	part.Catalogue, part.Batch = &catalogue, &batch
	batch.Files, batch.Revisions, part.Check.Units, part.Check.Findings = nil, nil, nil, nil
	for _, file := range r.Batch.Files {
		if within[file.Unit] {
			batch.Files = append(batch.Files, file)
		}
	}
	for _, v := range r.Batch.Revisions {
		if within[v.Unit.Code] {
			batch.Revisions = append(batch.Revisions, v)
		}
	}
	for _, status := range r.Check.Units {
		if within[status.Unit.Code] {
			part.Check.Units = append(part.Check.Units, status)
		}
	}
	for _, f := range r.Check.Findings {
		if within[f.Unit] {
			part.Check.Findings = append(part.Check.Findings, f)
		}
	}
	part.Check.Rates = check.RatesOf(part.Check.Units)
	part.Check.Rules = nil // they are counted over all forms
	return &part
}

// Stage is what a run does on the way to a result.
type Stage uint8

// The stages.
const (
	Checks Stage = iota // needs the findings only
	Totals              // needs the totals too
)

// Handler is one kind of result file.
type Handler struct {
	Name  string // of the file in the folder of results
	Stage Stage
	Title lang.Format // what a person finds in it
	Write func(io.Writer, *Run) error

	When func(*Run) bool // nil: always
}

// Handlers are the result files that every run writes, in the order in which they are written.
func Handlers() []Handler {
	return []Handler{
		{"kiem-tra.xlsx", Checks, lang.Format{Vi: "ai đã nộp, ai chưa nộp, thiếu và sai những gì", En: "who has reported, who has not, what is missing or wrong"}, writeCheckBook, nil},
		{"kiem-tra.html", Checks, lang.Format{Vi: "cũng như vậy trên một trang xem bằng trình duyệt: sơ đồ nộp, tìm và lọc", En: "the same as a page for the browser: the picture, search and filters"}, writeCheckPage, nil},
		{"kiem-tra.json", Checks, lang.Format{Vi: "kết quả kiểm tra cho chương trình khác", En: "the findings for other programs"}, WriteCheckJSON, nil},
		{"tong-hop.xlsx", Totals, lang.Format{Vi: "số tổng hợp, chỉ tiêu, theo đơn vị, nguồn số liệu", En: "totals, targets, figures by unit, sources"}, writeTotalsBook, nil},
		{"tong-hop.json", Totals, lang.Format{Vi: "số tổng hợp cho chương trình khác", En: "the totals for other programs"}, WriteTotalsJSON, nil},
		{longTableName, Totals, lang.Format{Vi: "mỗi dòng một số liệu của một đơn vị kèm nguồn, để gộp nhiều tỉnh, nhiều năm bằng DuckDB, Spark, Trino", En: "a line for each figure of each unit with its source, for DuckDB, Spark or Trino to add up provinces and years"}, WriteLongTable, nil},
		{formulaTableName, Totals, lang.Format{Vi: "các công thức của danh mục, để những hệ ấy tính từ các tổng số", En: "the formulas of the catalogue, for the same to work out from the totals"}, WriteFormulaTable, (*Run).derives},
		{adjustmentName, Totals, lang.Format{Vi: "kỳ đã chốt khi nào, và những gì khác đi sau đó", En: "when the period was closed, and what differs since"}, writeAdjustmentJSON, (*Run).closed},
	}
}

// StageAll writes every result file of the stage into the folder of results.
func (d *Dest) StageAll(stage Stage, r *Run) error {
	for _, handler := range Handlers() {
		if handler.Stage != stage {
			continue
		}
		if handler.When != nil && !handler.When(r) {
			d.drop(handler.Name)
			continue
		}
		err := d.Stage(handler.Name, func(w io.Writer) error { return handler.Write(w, r) })
		if err != nil {
			return err
		}
	}
	return nil
}
