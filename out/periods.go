package out

import (
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// Results that tell of several periods say of which one a thing is. Those of a simple period have no such columns.

// composite reports whether the period is put together of sub-periods.
func (r *Run) composite() bool { return r.Batch.Composite() }

// severalPeriods reports whether files of other periods were read.
func (r *Run) severalPeriods() bool {
	for _, file := range r.Batch.Files {
		if file.Period != nil && file.Period != r.Batch.Period {
			return true
		}
	}
	return r.composite()
}

// periodColumn is the column that says of which period a row is.
var periodColumn = column{lang.Format{Vi: "Kỳ", En: "Period"}, 12}

// findingPeriod names the period that a finding is about; one about the catalogue is about none.
func (r *Run) findingPeriod(f sheets.Finding) string {
	p := r.Batch.Period
	if f.Period != "" {
		p = r.Catalogue.Period(f.Period)
	}
	if p == nil || f.Catalogue {
		return f.Period
	}
	return p.Name
}

// filePeriodCell names the period for which a file counts; nothing where it counts for none.
func (r *Run) filePeriodCell(file *sheets.File) cell {
	if file.Period == nil {
		return cell{value: ""}
	}
	return cell{value: file.Period.Name}
}

// filePeriod is the code of the period for which a file counts, "" where it is the one that is added up or not known.
func (r *Run) filePeriod(file *sheets.File) string {
	if file.Period == nil || file.Period == r.Batch.Period {
		return ""
	}
	return file.Period.Code
}

// counted is what the rates and the coverage of the run count.
func (r *Run) counted() figure.Counted {
	if r.composite() {
		return figure.Reports
	}
	return figure.Units
}

// lackingText names the sub-periods for which a unit lacks its report.
func lackingText(u check.UnitStatus) string {
	text := ""
	for i, p := range u.Lacking() {
		if i > 0 {
			text += "; "
		}
		text += p.Name
	}
	return text
}

// lackingCodes are their codes.
func lackingCodes(u check.UnitStatus) []string {
	var codes []string
	for _, p := range u.Lacking() {
		codes = append(codes, orDays(p))
	}
	return codes
}
