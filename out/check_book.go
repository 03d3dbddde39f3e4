package out

import (
	"io"
	"math/big"
	"path"
	"slices"
	"strconv"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// writeCheckBook writes kiem-tra.xlsx: what to ask from whom.
func writeCheckBook(w io.Writer, r *Run) error {
	b, err := newBook(r.Lang)
	if err != nil {
		return err
	}
	for _, sheet := range []func(*book, *Run) error{summarySheet, upperSheet, findingsSheet, statusSheet, rulesSheet, filesSheet, revisionSheet, acceptedSheet} {
		if err := sheet(b, r); err != nil {
			return err
		}
	}
	return b.write(w)
}

// periodLine names the period and its days.
func periodLine(r *Run) string {
	p := r.Batch.Period
	return lang.Format{Vi: "Kỳ báo cáo: %s (%s đến %s)", En: "Period: %s (%s to %s)"}.With(p.Name, Day(p.From), Day(p.To)).In(r.Lang)
}

func summarySheet(b *book, r *Run) error {
	l := layout{
		name:     lang.Format{Vi: "Tóm tắt", En: "Summary"}.In(r.Lang),
		title:    lang.Format{Vi: "KẾT QUẢ KIỂM TRA BIỂU MẪU", En: "CHECK OF THE FORMS"}.In(r.Lang),
		remarks:  []string{periodLine(r)},
		portrait: true,
		columns: []column{
			{lang.Format{Vi: "Nội dung", En: "Subject"}, 46}, {lang.Format{Vi: "Số lượng", En: "Number"}, 12},
			{lang.Format{Vi: "Trên tổng số", En: "Of"}, 14}, {lang.Format{Vi: "Tỷ lệ", En: "Share"}, 12},
		},
	}
	return b.sheet(l, func(p *page) error {
		for _, row := range rateRows(r.Check.Rates, r.counted()) {
			if err := p.add(cell{value: row.title.In(r.Lang)}, count(row.have), count(row.of), share(row.have, row.of)); err != nil {
				return err
			}
		}
		for _, row := range outcomeRows(r.Batch.Tally()) {
			if err := p.add(cell{value: row.title.In(r.Lang)}, count(row.have), count(row.of), cell{value: ""}); err != nil {
				return err
			}
		}
		for _, row := range ruleRows(r) {
			if err := p.add(cell{value: row.title.In(r.Lang)}, count(row.have), count(row.of), cell{value: ""}); err != nil {
				return err
			}
		}
		for _, severity := range []figure.Severity{figure.Error, figure.Warning, figure.Note} {
			text := lang.Format{Vi: "Phát hiện mức %s", En: "Findings: %s"}.With(severity.Title()).In(r.Lang)
			if err := p.add(cell{value: text}, count(countFindings(r.Findings(), severity)), cell{value: ""}, cell{value: ""}); err != nil {
				return err
			}
		}
		for _, row := range feedRows(r.Check.Feeds) {
			if err := p.add(cell{value: row.title.In(r.Lang)}, count(row.have), count(row.of), cell{value: ""}); err != nil {
				return err
			}
		}
		return nil
	})
}

// feedRows count the figures that were compared with list forms; none where nothing was.
func feedRows(feeds []check.FeedTally) []countRow {
	held, open, all := 0, 0, 0
	for _, f := range feeds {
		held, open, all = held+f.Held, open+f.NotCheckable, all+f.Held+f.Broken+f.NotCheckable
	}
	if all == 0 {
		return nil
	}
	return []countRow{
		{lang.Format{Vi: "Số liệu khớp bảng kê", En: "Figures that fit their lists"}, held, all},
		{lang.Format{Vi: "Số liệu chưa đối chiếu được với bảng kê", En: "Figures that could not be compared with lists"}, open, all},
	}
}

type countRow struct {
	title    lang.Format
	have, of int
}

// rateRows are the three rates of a run.
func rateRows(rates check.Rates, of figure.Counted) []countRow {
	if of == figure.Reports {
		return []countRow{
			{lang.Format{Vi: "Báo cáo đã nộp", En: "Reports submitted"}, rates.Submitted.Have, rates.Submitted.Expected},
			{lang.Format{Vi: "Báo cáo nộp đúng hạn", En: "Reports in time"}, rates.OnTime.Have, rates.OnTime.Expected},
			{lang.Format{Vi: "Báo cáo đủ số liệu", En: "Reports with all figures"}, rates.Complete.Have, rates.Complete.Expected},
		}
	}
	return []countRow{
		{lang.Format{Vi: "Đơn vị đã nộp", En: "Units that submitted"}, rates.Submitted.Have, rates.Submitted.Expected},
		{lang.Format{Vi: "Đơn vị nộp đúng hạn", En: "Units in time"}, rates.OnTime.Have, rates.OnTime.Expected},
		{lang.Format{Vi: "Đơn vị nộp đủ số liệu", En: "Units with all figures"}, rates.Complete.Have, rates.Complete.Expected},
	}
}

// outcomeRows are the parts of promise 1: files received = used + superseded + rejected + ignored.
func outcomeRows(t sheets.Tally) []countRow {
	return []countRow{
		{fileRowTitle(sheets.Used), t.Used, t.Received},
		{fileRowTitle(sheets.Superseded), t.Superseded, t.Received},
		{fileRowTitle(sheets.Rejected), t.Rejected, t.Received},
		{fileRowTitle(sheets.Ignored), t.Ignored, t.Received},
	}
}

func fileRowTitle(o sheets.Outcome) lang.Format {
	t := outcomeTitle(o)
	return lang.Format{Vi: "Tệp " + t.Vi, En: "Files " + t.En}
}

func countFindings(findings []sheets.Finding, severity figure.Severity) int {
	n := 0
	for _, f := range findings {
		if f.Severity == severity {
			n++
		}
	}
	return n
}

func findingsSheet(b *book, r *Run) error {
	findings := r.Findings()
	l := layout{
		name:    lang.Format{Vi: "Phát hiện", En: "Findings"}.In(r.Lang),
		title:   lang.Format{Vi: "NHỮNG ĐIỂM CẦN XỬ LÝ", En: "WHAT TO DEAL WITH"}.In(r.Lang),
		remarks: []string{periodLine(r), lang.Format{Vi: "%d phát hiện; lọc theo cột Đơn vị để gửi lại cho từng nơi.", En: "%d findings; filter by unit to send them back."}.With(len(findings)).In(r.Lang)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 5}, {lang.Format{Vi: "Mức", En: "Severity"}, 10}, {lang.Format{Vi: "Đơn vị", En: "Unit"}, 19},
			{lang.Format{Vi: "Điều phát hiện", En: "Finding"}, 42}, {lang.Format{Vi: "Cần làm gì", En: "What to do"}, 31},
			{lang.Format{Vi: "Tệp", En: "File"}, 19}, {lang.Format{Vi: "Trang tính", En: "Sheet"}, 11}, {lang.Format{Vi: "Ô", En: "Cell"}, 8},
			{lang.Format{Vi: "Đang ghi", En: "As typed"}, 12}, {lang.Format{Vi: "Gợi ý", En: "Suggestion"}, 11}, {lang.Format{Vi: "Mã kiểm tra", En: "Code"}, 22},
		},
		frozen: 2, filter: true, unprinted: 1, // the code is for the screen; with it the print would be too small to read
	}
	several := r.severalPeriods()
	if several {
		l.columns = slices.Insert(l.columns, len(l.columns)-1, periodColumn)
	}
	return b.sheet(l, func(p *page) error {
		for i, f := range findings {
			row := []cell{
				{value: i + 1, look: centred}, {value: f.Severity.Title().In(r.Lang), look: severityLook(f.Severity)}, {value: r.about(f)},
				{value: said(f.Message, r.Lang)}, {value: said(f.Hint, r.Lang)}, {value: f.Pos.File}, {value: f.Pos.Sheet},
				{value: f.Cells()}, {value: f.Raw}, {value: f.Suggest},
			}
			if several {
				row = append(row, cell{value: r.findingPeriod(f)})
			}
			if err := p.add(append(row, cell{value: f.Code, look: codeText})...); err != nil {
				return err
			}
		}
		return nil
	})
}

// unitName is the name of a unit, "" where there is none of that code.
func (r *Run) unitName(code sheets.UnitCode) string {
	if u := r.Catalogue.Units.Unit(code); u != nil {
		return u.Name
	}
	return ""
}

// about is whom a finding is about: a unit, the office's own catalogue, the closing of the period, or a file of which nobody knows whose it is.
func (r *Run) about(f sheets.Finding) string {
	if f.Catalogue {
		return lang.Format{Vi: "(danh mục của Tỉnh đoàn)", En: "(the office's catalogue)"}.In(r.Lang)
	}
	if name := r.unitName(f.Unit); name != "" {
		return name
	}
	if r.ofLedger(f) {
		return lang.Format{Vi: "(kỳ đã chốt)", En: "(the closed period)"}.In(r.Lang)
	}
	if f.Unit == "" {
		return path.Base(f.Pos.File)
	}
	return string(f.Unit)
}

// fileIdentity says promise 1 with its numbers.
func fileIdentity(t sheets.Tally) lang.Message {
	return lang.Format{
		Vi: "Nhận %d tệp = %d đã dùng + %d thay bằng bản khác + %d không nhận + %d bỏ qua.",
		En: "%d files received = %d used + %d superseded + %d rejected + %d ignored.",
	}.With(t.Received, t.Used, t.Superseded, t.Rejected, t.Ignored)
}

func count(n int) cell { return cell{value: n, look: number} }

// share is a percentage as text, because a share of nothing is no number.
func share(have, of int) cell {
	return cell{value: shareText(have, of), look: centred}
}

func shareText(have, of int) string {
	style, _ := figure.StyleNamed("pt")
	text, _ := style.Print(figure.Quotient(ratOf(have), ratOf(of)))
	return text
}

// Day is a day as documents write it, "" where none is set.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	style, _ := figure.StyleNamed("ngay_ngan")
	text, _ := style.Print(figure.Value{Kind: figure.Date, Date: t})
	return text
}

func ratOf(n int) *big.Rat { return new(big.Rat).SetInt64(int64(n)) }

func cellAt(column string, row int) string { return column + strconv.Itoa(row) }
