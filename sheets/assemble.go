package sheets

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
)

var (
	formerNeeded = lang.Format{
		Vi: "Nếu đơn vị gửi nhầm, đề nghị gửi biểu mẫu của kỳ này. Nếu giữ làm số kỳ trước để so sánh, chuyển tệp vào thư mục con nop/%s.",
		En: "If it was sent by mistake, ask for the form of this period. To keep it as the figures of the period before, move it into the sub-folder nop/%s.",
	}
	daysUncovered = lang.Format{
		Vi: "Kỳ “%s” được cộng từ các kỳ con, nhưng những ngày %s không thuộc kỳ con nào, nên số của cả kỳ còn thiếu phần đó",
		En: "Period “%s” is put together of its sub-periods, but the days %s belong to none of them, so that its figures lack them",
	}
	nobodySent = lang.Format{
		Vi: "Chưa đơn vị nào nộp biểu mẫu kỳ “%s” và các kỳ sau đó, nên số của kỳ “%s” chưa đủ",
		En: "Nobody has sent a form for period “%s” or a later one, so that the figures of “%s” are partial",
	}
	remindAll = lang.Format{
		Vi: "Nếu đã đến hạn thì đôn đốc các đơn vị; nếu chưa, báo cáo chỉ phản ánh các kỳ đã nộp.",
		En: "Remind the units if it is due; if not, the report tells of the periods that are there.",
	}
	addPeriods = lang.Format{
		Vi: "Thêm kỳ con còn thiếu vào trang Kỳ. Nếu kỳ con đã có là đợt riêng, không cộng vào kỳ này, để trống cột Thuộc kỳ của nó.",
		En: "Add the sub-period that is lacking to the sheet Kỳ. Where those that are there are no parts of this period, leave their Thuộc kỳ blank.",
	}
)

// assemble puts the outcomes of the files together: one submission for each unit and period, or a question. It gives the batch of the chosen period, and
// those of all periods that were read. The error is that of the results of former runs.
func (r *reader) assemble(outcomes []outcome, stated func(*Period) (*Stated, error)) (*Batch, map[*Period]*Batch, error) {
	r.offerUnits(outcomes)
	r.refuseStrays(outcomes)
	batches := make(map[*Period]*Batch)
	var asked []Finding
	for _, other := range r.all.list {
		batch, findings := other.batch(outcomes)
		batches[other.period] = batch
		asked = append(asked, findings...)
	}
	b := batches[r.period]
	b.Files = nil
	b.Revisions = r.revisions(batches)
	for i := range outcomes {
		o := &outcomes[i]
		b.Files = append(b.Files, o.file)
		b.Findings = append(b.Findings, r.told(o.reader, o.findings)...)
	}
	b.Findings = append(b.Findings, asked...)
	r.putAllTogether(batches)
	if err := r.takeStated(batches, stated); err != nil {
		return nil, nil, err
	}
	r.putAllTogether(batches)
	r.compare(batches)
	b.Findings = append(b.Findings, uncovered(b)...)
	b.Findings = append(b.Findings, waiting(b, b.lastDay())...)
	return b, batches, nil
}

func (r *reader) putAllTogether(batches map[*Period]*Batch) {
	for _, other := range r.all.list {
		r.putTogether(batches, other.period)
	}
}

// refuseStrays rejects the forms of a former period that lie among those of the chosen one when their units sent nothing for it: it is the
// usual mistake to fill in last year's file. In a sub-folder, or beside a form for the chosen period, they are taken for what they say.
func (r *reader) refuseStrays(outcomes []outcome) {
	sent := make(map[*Unit]bool)
	for i := range outcomes {
		if o := &outcomes[i]; o.submission != nil && !o.reader.former {
			sent[o.submission.Unit] = true
		}
	}
	for i := range outcomes {
		o := &outcomes[i]
		if o.submission == nil || !o.reader.former || sent[o.submission.Unit] || r.all.putAside(o.file) {
			continue
		}
		o.stray.Hint = formerNeeded.With(o.reader.period.Code)
		o.reader, o.file.Period = nil, nil
		o.reject(o.stray)
	}
}

// batch settles which submissions of the reader's period count. The findings are about the sheet Tiếp nhận.
func (r *reader) batch(outcomes []outcome) (*Batch, []Finding) {
	b := &Batch{
		Period: r.period, Expect: r.expect,
		Submissions: make([]*Submission, len(r.c.Units.Units)),
		InQuestion:  make([]bool, len(r.c.Units.Units)),
	}
	sent := make([][]*outcome, len(r.c.Units.Units))
	for i := range outcomes {
		o := &outcomes[i]
		if o.reader != r {
			continue
		}
		b.Files = append(b.Files, o.file)
		if o.submission != nil {
			sent[o.submission.Unit.Index] = append(sent[o.submission.Unit.Index], o)
		}
	}
	desk := r.openDesk()
	for _, u := range r.expect.Reporting {
		b.Submissions[u.Index] = desk.settle(u, sent[u.Index], b)
	}
	return b, r.all.chosen().told(r, desk.findings)
}

// told are the findings about forms of a period as the batch of the chosen one tells them. What was wrong in the forms of a former period was
// told when it was added up; now it only matters that a file of it is not used.
func (r *reader) told(of *reader, findings []Finding) []Finding {
	if of == nil || of == r {
		return findings
	}
	var told []Finding
	for _, f := range findings {
		f.Period = of.period.Code
		if of.former {
			if f.Severity != figure.Error || !isAboutFile(f.Code) {
				continue
			}
			f.Severity = figure.Warning
		}
		told = append(told, f)
	}
	return told
}

// revisions are those of the chosen period and of the periods that it is put together of. What replaced what in a former period was told when that was added up.
func (r *reader) revisions(batches map[*Period]*Batch) []*Revision {
	var all []*Revision
	for _, other := range r.all.list {
		if !other.former {
			all = append(all, batches[other.period].Revisions...)
		}
	}
	slices.SortStableFunc(all, func(a, b *Revision) int { return cmp.Compare(a.Unit.Index, b.Unit.Index) })
	return all
}

// isAboutFile reports whether a notice is about a file, or the files of a unit, as a whole.
func isAboutFile(code string) bool { return strings.HasPrefix(code, "tep-") || code == unitInQuestion }

// putTogether makes a batch that of a composite period where forms of its sub-periods came in.
func (r *reader) putTogether(batches map[*Period]*Batch, p *Period) *Batch {
	b := batches[p]
	if b.Composite() {
		return b
	}
	var parts []*Batch
	periods := r.c.SubPeriods(p)
	for _, part := range periods {
		parts = append(parts, r.putTogether(batches, part))
	}
	if !slices.ContainsFunc(parts, (*Batch).received) {
		return b
	}
	for _, gap := range gapsIn(p, periods) {
		parts = append(parts, r.c.nothingFrom(gap))
	}
	slices.SortStableFunc(parts, func(a, b *Batch) int { return a.Period.From.Compare(b.Period.From) })
	b.Compose(r.c, parts)
	return b
}

// Compose makes the batch that of a composite period: parts are the batches of its sub-periods in the order of their days.
func (b *Batch) Compose(c *Catalogue, parts []*Batch) {
	b.Parts = parts
	b.Expect = c.expectOver(b)
}

// compare gives every batch those of the former periods that it can be compared with, and that from the start of its year on.
func (r *reader) compare(batches map[*Period]*Batch) {
	received := func(p *Period) *Batch {
		if b := batches[p]; b != nil && b.received() {
			return b
		}
		return nil
	}
	for _, other := range r.all.list {
		b := batches[other.period]
		b.Former, b.LastYear = received(r.c.Before(other.period)), received(r.c.YearBefore(other.period))
		r.sumToDate(batches, other.period)
	}
}

// uncovered says which days of a composite period belong to none of its sub-periods.
func uncovered(b *Batch) []Finding {
	var findings []Finding
	for _, part := range b.Parts {
		if part.Period.Code == "" {
			f := noticed(periodUncovered, part.Period.Pos, daysUncovered.With(b.Period.title(), part.Period.Name))
			f.Hint, f.Catalogue = addPeriods.With(), true
			findings = append(findings, f)
		}
		findings = append(findings, uncovered(part)...)
	}
	return findings
}

// lastDay is the last day of the latest period in the batch for which a form came in.
func (b *Batch) lastDay() time.Time {
	var last time.Time
	for i, s := range b.Submissions {
		if s != nil || b.InQuestion[i] {
			last = b.Period.To
		}
	}
	for _, part := range b.Parts {
		last = later(last, part.lastDay())
	}
	return last
}

// waiting marks the sub-periods behind the last day for which anything came in, and says it of the first of them.
func waiting(b *Batch, last time.Time) []Finding {
	var findings []Finding
	for _, part := range b.Parts {
		if part.Composite() {
			findings = append(findings, waiting(part, last)...)
			continue
		}
		part.Waiting = part.Period.From.After(last)
		if part.Waiting && part.Period.Code != "" {
			f := noticed(periodWaiting, part.Period.Pos, nobodySent.With(part.Period.title(), b.Period.title()))
			f.Hint, f.Catalogue = remindAll.With(), true
			findings = append(findings, f)
		}
	}
	return findings[:min(1, len(findings))]
}

// expectOver says who is expected to give what over a composite period: what its reports are asked for. A unit that was founded, or got units below
// it, within the period is asked for a figure in some of the sub-periods only.
func (c *Catalogue) expectOver(b *Batch) *Expectation {
	e, figures := c.expectation(b.Period), c.Submitted()
	for _, u := range c.Units.Units {
		asks := func(part *Batch) bool { return part.Expect.Reports(u) }
		if !b.Splits(u) {
			if b.Expect.Reports(u) {
				e.ask(u)
				e.Figures[u.Index] = b.Expect.Figures[u.Index]
			}
			continue
		}
		if !slices.ContainsFunc(b.Parts, asks) {
			continue
		}
		e.ask(u)
		for _, ind := range figures {
			if slices.ContainsFunc(b.Parts, func(part *Batch) bool { return asks(part) && part.Expect.Expects(u, ind) }) {
				e.Figures[u.Index] = append(e.Figures[u.Index], ind)
			}
		}
	}
	e.index(len(figures))
	return e
}
