package out

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
)

// targetsSheet shows every target with its parts, and how far each part was fulfilled as a chart.
func targetsSheet(b *book, r *Run) error {
	l := layout{
		name:    targetsName(r),
		title:   lang.Format{Vi: "MỨC ĐỘ HOÀN THÀNH CHỈ TIÊU", En: "TARGETS"}.In(r.Lang),
		remarks: []string{periodLine(r), verdictLine(r)},
		columns: []column{
			{lang.Format{Vi: "Mã", En: "Code"}, 9}, {lang.Format{Vi: "Chỉ tiêu, nội dung", En: "Target, part"}, 52},
			{lang.Format{Vi: "Kế hoạch", En: "Planned"}, 18}, {lang.Format{Vi: "Thực hiện", En: "Achieved"}, 15}, {lang.Format{Vi: "Mức thực hiện", En: "Fulfilment"}, 12},
			{lang.Format{Vi: "Độ phủ", En: "Coverage"}, 11}, {lang.Format{Vi: "Kết luận", En: "Verdict"}, 18}, {lang.Format{Vi: "Lý do, đơn vị chưa đạt", En: "Reason, units that failed"}, 36},
		},
		frozen: 2,
	}
	return b.sheet(l, func(p *page) error {
		var rows []int // those with a fulfilment
		for _, target := range r.Totals.Targets {
			if len(target.Parts) != 1 || target.Parts[0].Part.Key != "" { // a target that is its only part is one row
				if err := p.add(targetRow(r, target)...); err != nil {
					return err
				}
			}
			for _, part := range target.Parts {
				if part.Fulfilment.Kind == figure.Number {
					rows = append(rows, p.row)
				}
				if err := p.add(partRow(r, part)...); err != nil {
					return err
				}
			}
		}
		return fulfilmentChart(p, r, rows)
	})
}

func targetsName(r *Run) string { return lang.Format{Vi: "Chỉ tiêu", En: "Targets"}.In(r.Lang) }

// verdictLine counts the verdicts; they add up to the number of targets.
func verdictLine(r *Run) string {
	counts := verdictCounts(r)
	return lang.Format{
		Vi: "%d chỉ tiêu: %d vượt, %d đạt, %d chưa đạt, %d không đủ số liệu, %d không áp dụng.",
		En: "%d targets: %d exceeded, %d met, %d unmet, %d with insufficient data, %d not applicable.",
	}.With(len(r.Totals.Targets), counts["exceeded"], counts["met"], counts["unmet"], counts["insufficient_data"], counts["not_applicable"]).In(r.Lang)
}

func targetRow(r *Run, t aggregate.TargetResult) []cell {
	done := ""
	if t.Counted > 1 {
		done = lang.Format{Vi: "%d/%d nội dung", En: "%d/%d parts"}.With(t.Met, t.Counted).In(r.Lang)
	}
	verdict := aggregate.NameOf(t.Verdict).Title.In(r.Lang)
	if t.Hand {
		verdict += lang.Format{Vi: " (kết luận tay)", En: " (by hand)"}.In(r.Lang)
	}
	return []cell{
		{value: string(t.Target.Code), look: strong}, {value: t.Target.Text, look: strong}, {look: strong}, {value: done, look: strong},
		{look: strong}, {look: strong}, {value: verdict, look: verdictLook(t.Verdict)}, {value: t.Target.Reason, look: strong},
	}
}

func partRow(r *Run, part aggregate.PartResult) []cell {
	fulfilled := cell{value: "", look: centred}
	if part.Fulfilment.Kind == figure.Number {
		fulfilled = shareCell(part.Fulfilment.Rat)
	}
	return []cell{
		{value: partName(part), look: codeText}, {value: part.Part.Text}, {value: report.Plan(r.Catalogue, &part), look: centred}, {value: report.Achieved(r.Catalogue, &part), look: centred},
		fulfilled, coverageCell(part.Value), {value: aggregate.NameOf(part.Verdict).Title.In(r.Lang), look: verdictLook(part.Verdict)}, {value: why(r, part)},
	}
}

// why is the reason that the office gave, and what stands behind the verdict: the units below the plan and those that cannot be judged.
func why(r *Run, part aggregate.PartResult) string {
	text := part.Part.Reason
	if len(part.Failing) > 0 {
		text = joinLine(text, lang.Format{Vi: "Chưa đạt: %s", En: "Unmet: %s"}.With(unitNames(r, part.Failing)).In(r.Lang))
	}
	if len(part.Unjudged) > 0 && !part.NotDue {
		text = joinLine(text, lang.Format{Vi: "Chưa đủ số liệu: %s", En: "Insufficient data: %s"}.With(unitNames(r, part.Unjudged)).In(r.Lang))
	}
	if periods := part.FailingPeriods(); len(periods) > 0 {
		text = joinLine(text, lang.Format{Vi: "Chưa đạt: %s", En: "Unmet: %s"}.With(periodNames(periods)).In(r.Lang))
	}
	if periods := part.UnjudgedPeriods(); len(periods) > 0 {
		text = joinLine(text, lang.Format{Vi: "Chưa đủ số liệu: %s", En: "Insufficient data: %s"}.With(periodNames(periods)).In(r.Lang))
	}
	if part.NotDue {
		text = joinLine(text, progressLine(r, part))
	}
	if part.Unproven {
		text = joinLine(text, lang.Format{Vi: "Chỉ có tổng cả kỳ, không rõ từng tháng, quý, năm.", En: "Only the total of the period is known, not each month, quarter or year."}.In(r.Lang))
	}
	return text
}

// progressLine says of a part that is not due how far it has come.
func progressLine(r *Run, part aggregate.PartResult) string {
	line := lang.Format{Vi: "Chưa hết kỳ được giao (%s)", En: "The period of the plan is not over (%s)"}.With(part.Part.Period.Name).In(r.Lang)
	if part.InTime == nil {
		return line
	}
	pace := lang.Format{Vi: "%s; chậm so với kế hoạch đến nay (%s)", En: "%s; behind the plan to date (%s)"}
	if *part.InTime {
		pace = lang.Format{Vi: "%s; kịp kế hoạch đến nay (%s)", En: "%s; up to the plan to date (%s)"}
	}
	return pace.With(line, report.PlanToDate(r.Catalogue, &part)).In(r.Lang)
}

// mostUnits is how many units a cell names; the sheet of units shows them all.
const mostUnits = 10

func periodNames(periods []*sheets.Period) string {
	names := make([]string, len(periods))
	for i, p := range periods {
		names[i] = p.Name
	}
	return strings.Join(names, "; ")
}

func unitNames(r *Run, units []*sheets.Unit) string {
	var names []string
	for _, u := range units[:min(len(units), mostUnits)] {
		names = append(names, u.Name)
	}
	text := strings.Join(names, "; ")
	if more := len(units) - mostUnits; more > 0 {
		text += lang.Format{Vi: " và %d đơn vị khác", En: " and %d more units"}.With(more).In(r.Lang)
	}
	return text
}

// shareCell is a share as a percentage. Two decimals never make it 100% or 0% where it is not.
func shareCell(r *big.Rat) cell {
	rounded := r.FloatString(4)
	whole, nothing := r.Cmp(big.NewRat(1, 1)) == 0, r.Sign() == 0
	if rounded == "1.0000" && !whole || rounded == "0.0000" && !nothing {
		return cell{value: r, look: finePercent}
	}
	return cell{value: r, look: percent}
}

// chartTop is where the scale of the chart ends: a plan that was exceeded a hundred times must not hide the others. The label beside the bar says the
// true value.
const chartTop = 2.0

// emptyRow is the least height that programs give an empty row, in pixels.
const emptyRow = 15

// fulfilmentChart draws the fulfilment of every part below the table, with the planned 100% as the scale.
func fulfilmentChart(p *page, r *Run, rows []int) error {
	if len(rows) == 0 {
		return nil
	}
	zero, top, height := 0.0, chartTop, 120+26*len(rows)
	ink := excelize.Font{Color: inkColour, Family: fontName, Size: 10}
	chart := &excelize.Chart{
		Type: excelize.Bar,
		Series: []excelize.ChartSeries{{
			Name:       lang.Format{Vi: "Mức thực hiện", En: "Fulfilment"}.In(r.Lang),
			Categories: references(p.layout.name, "A", rows), Values: references(p.layout.name, "E", rows),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{headColour}},
		}},
		Title:     excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: lang.Format{Vi: "Mức thực hiện từng nội dung so với kế hoạch", En: "Fulfilment of every part"}.In(r.Lang), Font: &excelize.Font{Color: inkColour, Family: fontName, Size: 13, Bold: true}}}},
		XAxis:     excelize.ChartAxis{Font: ink, ReverseOrder: true},
		YAxis:     excelize.ChartAxis{Font: ink, MajorGridLines: true, Minimum: &zero, Maximum: &top, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}},
		Legend:    excelize.ChartLegend{Position: "none"},
		PlotArea:  excelize.ChartPlotArea{ShowVal: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0%"}},
		Dimension: excelize.ChartDimension{Width: 1000, Height: uint(height)},
	}
	at := cellAt("A", p.row+1)
	p.row += 3 + height/emptyRow // the chart belongs to the printed area
	return p.book.file.AddChart(p.layout.name, at, chart)
}

// references names the cells of some rows of a column, runs of neighbours as ranges.
func references(sheet, column string, rows []int) string {
	text := ""
	for _, run := range runs(rows) {
		if text != "" {
			text += ","
		}
		text += fmt.Sprintf("'%s'!$%s$%d:$%s$%d", sheet, column, run[0], column, run[1])
	}
	if len(runs(rows)) > 1 {
		return "(" + text + ")"
	}
	return text
}

// runs joins neighbouring rows: 5,6,7,9 gives 5-7 and 9-9.
func runs(rows []int) [][2]int {
	var found [][2]int
	for _, row := range rows {
		if n := len(found); n > 0 && found[n-1][1] == row-1 {
			found[n-1][1] = row
			continue
		}
		found = append(found, [2]int{row, row})
	}
	return found
}

// rangesOf names the cells of some rows of a column on the same sheet, as arguments of a function.
func rangesOf(column string, rows []int) []string {
	var args []string
	for _, run := range runs(rows) {
		if run[0] == run[1] {
			args = append(args, column+strconv.Itoa(run[0]))
			continue
		}
		args = append(args, cellAt(column, run[0])+":"+cellAt(column, run[1]))
	}
	return args
}
