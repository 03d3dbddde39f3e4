package demo

import (
	"math/big"
	"slices"
	"time"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/sheets"
)

var (
	badCatalogue = lang.Format{Vi: "Danh mục của ví dụ có lỗi: %s", En: "The catalogue of the example is faulty: %s"}
	badSplit     = lang.Format{Vi: "Không chia được số liệu “%s” cho các đơn vị của ví dụ", En: "The figure “%s” cannot be split over the units of the example"}
	tooMany      = lang.Format{
		Vi: "Ví dụ chứa được nhiều nhất %d chi đoàn, không phải %d",
		En: "The example has room for at most %d chapters, not %d",
	}
)

// Plan says which units the example has and what each of them answers, before anything is written.
type Plan struct {
	Catalogue *sheets.Catalogue
	Period    *sheets.Period
	Expect    *sheets.Expectation

	workbook []byte
	facts    []fact
	bySlot   []*fact
	sizes    []int64   // by Unit.Index
	amounts  [][]int64 // by Unit.Index and slot: what the unit gives, or the units below it together
}

// NewPlan works out the example. The split is made up and always the same; its sums are those of the facts, whatever the number of
// chapters. The error is a lang.Message.
func NewPlan(chapters int) (*Plan, error) {
	p, err := newPlan(nil)
	if err != nil {
		return nil, err
	}
	for i := range p.facts {
		if err := p.split(&p.facts[i]); err != nil {
			return nil, err
		}
	}
	if chapters == 0 {
		return p, nil
	}
	below, err := p.place(int64(chapters))
	if err != nil {
		return nil, err
	}
	full, err := newPlan(below)
	if err != nil {
		return nil, err
	}
	for _, u := range p.Catalogue.Units.Units {
		full.amounts[full.Catalogue.Units.Unit(u.Code).Index] = p.amounts[u.Index]
	}
	for i := range full.facts {
		if err := full.splitOn(&full.facts[i]); err != nil {
			return nil, err
		}
	}
	return full, nil
}

// newPlan makes the catalogue with the chapters and leaves the amounts at zero.
func newPlan(chapters []chapter) (*Plan, error) {
	workbook, c, err := catalogueOf(tables(chapters))
	if err != nil {
		return nil, err
	}
	period := c.Periods[len(c.Periods)-1]
	units, slots := c.Units.Units, c.Submitted()
	p := &Plan{
		Catalogue: c, Period: period, Expect: c.Expect(period), workbook: workbook, facts: readFacts(),
		bySlot: make([]*fact, len(slots)), sizes: make([]int64, len(units)), amounts: make([][]int64, len(units)),
	}
	for _, u := range units {
		p.sizes[u.Index] = sizeOf(u)
		p.amounts[u.Index] = make([]int64, len(slots))
	}
	for i := range p.facts {
		if ind := c.Indicator(p.facts[i].code); ind != nil && ind.Slot >= 0 {
			p.bySlot[ind.Slot] = &p.facts[i]
		}
	}
	return p, nil
}

// sizeOf makes up how large a unit is. Towns and attached unions are larger than villages.
func sizeOf(u *sheets.Unit) int64 {
	size := within(700, 1300, sizeName, string(u.Code))
	switch {
	case u.Level == levelAttached:
		return size * 3 / 2
	case u.Level == levelCommune && isTown(u):
		return size * 4 / 3
	}
	return size
}

// split splits the total of a figure over the units that give it where there are no chapters.
func (p *Plan) split(f *fact) error {
	ind := p.Catalogue.Indicator(f.code)
	if ind == nil || f.each != nil {
		return nil
	}
	giving := p.giving(ind, p.Expect.Reporting)
	if len(giving) == 0 {
		return nil
	}
	if f.district == nil {
		return p.divide(f, ind, f.total, giving)
	}
	for _, district := range p.Catalogue.Units.Root.Below() {
		if below := p.giving(ind, district.Below()); len(below) > 0 {
			if err := p.divide(f, ind, p.number(f.district, district, 0), below); err != nil {
				return err
			}
		}
	}
	return nil
}

// splitOn splits what the communes have of a figure over the chapters that give it instead of them.
func (p *Plan) splitOn(f *fact) error {
	ind := p.Catalogue.Indicator(f.code)
	if ind == nil || f.each != nil {
		return nil
	}
	for _, u := range p.Catalogue.Units.Units {
		if u.Level != levelCommune {
			continue
		}
		if below := p.giving(ind, u.Below()); len(below) > 0 {
			if err := p.divide(f, ind, p.amounts[u.Index][ind.Slot], below); err != nil {
				return err
			}
		}
	}
	return nil
}

// giving gives those of the units that are expected to give a figure.
func (p *Plan) giving(ind *sheets.Indicator, units []*sheets.Unit) []*sheets.Unit {
	var giving []*sheets.Unit
	for _, u := range units {
		if p.Expect.Expects(u, ind) {
			giving = append(giving, u)
		}
	}
	return giving
}

// divide splits an amount over units and adds it to the districts above communes.
func (p *Plan) divide(f *fact, ind *sheets.Indicator, amount int64, units []*sheets.Unit) error {
	claims := make([]claim, len(units))
	for i, u := range units {
		claims[i] = p.claim(f, u)
	}
	given, ok := share(amount/f.step, claims)
	if !ok || amount%f.step != 0 {
		return badSplit.With(ind.Name)
	}
	for i, u := range units {
		p.amounts[u.Index][ind.Slot] = given[i] * f.step
		if above := u.Above(); above != nil && above.Level == levelDistrict {
			p.amounts[above.Index][ind.Slot] += given[i] * f.step
		}
	}
	return nil
}

// claim is what a unit may get of a figure, in steps.
func (p *Plan) claim(f *fact, u *sheets.Unit) claim {
	low := p.number(f.low, u, 0)
	if u.Level == levelChapter {
		low = max(low, f.chapter)
	}
	weight := p.number(f.weight, u, p.sizes[u.Index])
	words := []string{string(f.code), string(u.Code)}
	return claim{
		low:    (low + f.step - 1) / f.step,
		high:   p.number(f.high, u, unlimited) / f.step,
		weight: weight * within(100-f.spread, 100+f.spread, words...),
		tie:    chance(words...),
	}
}

// number evaluates a formula for a unit; otherwise where there is none, or where the unit does not give what it needs.
func (p *Plan) number(e *formula.Expr, u *sheets.Unit, otherwise int64) int64 {
	if e == nil {
		return otherwise
	}
	v := e.Eval(view{p, u})
	if v.Kind != figure.Number {
		return otherwise
	}
	return new(big.Int).Quo(v.Rat.Num(), v.Rat.Denom()).Int64()
}

// place says how many chapters each commune gets, in proportion to its members: no more than its figures leave room for.
func (p *Plan) place(chapters int64) ([]chapter, error) {
	communes := slices.DeleteFunc(slices.Clone(p.Catalogue.Units.Units), func(u *sheets.Unit) bool { return u.Level != levelCommune })
	claims := make([]claim, len(communes))
	var room int64
	for i, u := range communes {
		claims[i] = claim{high: p.room(u), weight: p.sizes[u.Index], tie: chance(levelChapter, string(u.Code))}
		room += claims[i].high
	}
	counts, ok := share(chapters, claims)
	if !ok {
		return nil, tooMany.With(room, chapters)
	}
	var all []chapter
	for i, u := range communes {
		for n := range counts[i] {
			all = append(all, chapterOf(u, int(n)+1))
		}
	}
	return all, nil
}

// room is the largest number of chapters of which each has what a chapter has at least.
func (p *Plan) room(u *sheets.Unit) int64 {
	room := unlimited
	for i := range p.facts {
		if f := &p.facts[i]; f.chapter > 0 {
			room = min(room, p.amounts[u.Index][p.Catalogue.Indicator(f.code).Slot]/f.chapter)
		}
	}
	return room
}

// Answers gives what a unit types into its form.
func (p *Plan) Answers(u *sheets.Unit) map[sheets.Code]sheets.Answer {
	answers := make(map[sheets.Code]sheets.Answer)
	for _, ind := range p.Expect.Figures[u.Index] {
		f := p.bySlot[ind.Slot]
		if f == nil {
			continue
		}
		answer := p.answer(view{p, u}.Value(string(ind.Code)), ind)
		if answer.Number != nil && answer.Number.Sign() > 0 {
			answer.Note = f.note
		}
		answers[ind.Code] = answer
	}
	return answers
}

// answer puts a value into the words of the form.
func (p *Plan) answer(v figure.Value, ind *sheets.Indicator) sheets.Answer {
	switch v.Kind {
	case figure.Number:
		return sheets.Answer{Number: v.Rat}
	case figure.Bool:
		if v.Bool {
			return sheets.Answer{Text: "có"}
		}
		return sheets.Answer{Text: "không"}
	}
	for _, option := range p.Catalogue.OptionsOf(string(ind.Code)) {
		if option.Code == v.Text && option.Label != "" {
			return sheets.Answer{Text: option.Label}
		}
	}
	return sheets.Answer{Text: v.Text}
}

// Date is the day that the form of a unit states: in the last two weeks before the deadline.
func (p *Plan) Date(u *sheets.Unit) time.Time {
	return p.Period.Deadline.AddDate(0, 0, -int(within(1, 14, "ngay", string(u.Code))))
}

// catalogueOf writes a catalogue and reads it again. The example has no fault.
func catalogueOf(tables []sheets.Table) ([]byte, *sheets.Catalogue, error) {
	workbook, err := sheets.WriteCatalogue(tables)
	if err != nil {
		return nil, nil, err
	}
	c, err := sheets.Load(catalogueName, workbook)
	if err != nil {
		return nil, nil, err
	}
	for _, fault := range c.Faults {
		if fault.Severity >= figure.Warning {
			return nil, nil, badCatalogue.With(fault.Message)
		}
	}
	return workbook, c, nil
}
