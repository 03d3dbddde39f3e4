package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var moneySlip = Check{
	Code:     "tien-sai-don-vi",
	Severity: figure.Warning,
	Title:    lang.Format{Vi: "Có thể sai đơn vị tiền", En: "Perhaps in the wrong unit of money"},
	Explanation: lang.Format{
		Vi: "Số tiền lệch khoảng 1.000 hoặc 1.000.000 lần so với giá bình quân của các đơn vị khác, hoặc so với kỳ trước của chính đơn vị: thường do gõ theo nghìn hay triệu vào ô tính bằng đồng, hoặc ngược lại. Số vừa gõ vẫn được dùng. Hỏi lại đơn vị.",
		En: "The amount is some 1,000 or 1,000,000 times off the price that other units paid, or the unit's amount of the period before: usually thousands or millions were typed into a cell of đồng, or the other way round. It counts as typed. Ask the unit.",
	},
	Example: lang.Format{
		Vi: "Ô tính bằng đồng ghi 4000 cho 20 suất quà, tức 200 đồng một suất; nơi khác khoảng 200.000 đồng: có thể là 4.000.000.",
		En: "A cell of đồng says 4000 for 20 gifts, 200 đồng each, where others paid some 200.000: perhaps 4.000.000.",
	},
	run: findMoneySlips,
}

var (
	priceOff = lang.Format{
		Vi: "“%s” là %s, tức %s cho một %s; các đơn vị khác từ %s đến %s",
		En: "“%s” is %s, which is %s for one %s; other units are between %s and %s",
	}
	amountOff = lang.Format{
		Vi: "“%s” là %s, kỳ “%s” đơn vị báo %s",
		En: "“%s” is %s; for period “%s” the unit stated %s",
	}
	slipHint = lang.Format{
		Vi: "Có thể là %s: nếu đúng, gõ %s vào ô %s rồi gửi lại.",
		En: "Perhaps it is %s: if so, type %s into cell %s and send the form again.",
	}
	formTooLittle = lang.Format{
		Vi: "Cả %d số tiền so sánh được của biểu mẫu đều kém mức thường thấy khoảng %s lần, ở các ô %s; ví dụ: %s",
		En: "All %d amounts of the form that can be compared are some %s times below the usual, in cells %s; such as: %s",
	}
	formTooMuch = lang.Format{
		Vi: "Cả %d số tiền so sánh được của biểu mẫu đều gấp mức thường thấy khoảng %s lần, ở các ô %s; ví dụ: %s",
		En: "All %d amounts of the form that can be compared are some %s times above the usual, in cells %s; such as: %s",
	}
	multiplyAll = lang.Format{
		Vi: "Có thể cả biểu mẫu ghi theo đơn vị tiền khác (nghìn hoặc triệu đồng): nếu đúng, nhân %s các ô %s rồi gửi lại.",
		En: "Perhaps the whole form is in another unit of money: if so, multiply by %s the cells %s and send the form again.",
	}
	divideAll = lang.Format{
		Vi: "Có thể cả biểu mẫu ghi theo đơn vị tiền khác: nếu đúng, chia cho %s các ô %s rồi gửi lại.",
		En: "Perhaps the whole form is in another unit of money: if so, divide by %s the cells %s and send the form again.",
	}
	slipUnclear = lang.Format{
		Vi: "Xem lại đơn vị tính của số tiền ở ô %s, sửa rồi gửi lại.",
		En: "Look again at the unit of money in cell %s, correct it and send the form again.",
	}
)

// Beyond farOutside times a window a number is looked at; a slip is likely where a factor brings it within nearby times. Both are far below the smallest
// factor, so that what was spent ten times is not taken for a slip.
const (
	farOutside = 10
	nearby     = 5
)

// slips are the factors by which an amount grows when it is typed in the wrong unit.
var slips = []*big.Rat{big.NewRat(1_000, 1), big.NewRat(1_000_000, 1), big.NewRat(1, 1_000), big.NewRat(1, 1_000_000)}

// suspect is an amount of money that is far from the usual.
type suspect struct {
	ind     *sheets.Indicator
	message lang.Message
	meant   []*big.Rat // the amounts that would be usual
}

// factor is how many times what was meant the amount is; nil where more than one amount may have been.
func (s suspect) factor(v *visit) *big.Rat {
	if len(s.meant) != 1 {
		return nil
	}
	return new(big.Rat).Quo(v.value(s.ind).Rat, s.meant[0])
}

// findMoneySlips looks at every amount of money beside the prices of the other units where there are enough of them, else beside the unit's own of the
// period before.
func findMoneySlips(v *visit) []sheets.Finding {
	if v.sub == nil || v.moveSaid {
		return nil
	}
	var suspects []suspect
	judged := 0
	for _, ind := range v.figures {
		if value := v.value(ind); ind.Kind != sheets.Money || !isNumber(ind, value) || value.Rat.Sign() <= 0 {
			continue
		}
		message, meant, ok := v.offPrice(ind)
		if !ok {
			message, meant, ok = v.offFormer(ind)
		}
		if ok {
			judged++
		}
		if ok && len(meant) > 0 {
			suspects = append(suspects, suspect{ind, message, meant})
		}
	}
	if whole := v.wholeForm(suspects, judged); whole != nil {
		return whole
	}
	var findings []sheets.Finding
	for _, s := range suspects {
		findings = append(findings, v.slipped(s.ind, s.message, s.meant)...)
	}
	return findings
}

// fewestSlipped is from how many amounts on the whole form is in the wrong unit, where all that can be judged are.
const fewestSlipped = 3

// wholeForm makes one finding where every amount of the form that can be judged is off by the same factor: the form was filled in in another unit. The rules
// that hold for the amounts that were meant say nothing of their own. It gives nil where it is not so.
func (v *visit) wholeForm(suspects []suspect, judged int) []sheets.Finding {
	if len(suspects) < fewestSlipped || len(suspects) < judged {
		return nil
	}
	factor := suspects[0].factor(v)
	meant := make(map[int]sheets.Value)
	var cases []sheets.Finding
	for _, s := range suspects {
		if f := s.factor(v); factor == nil || f == nil || f.Cmp(factor) != 0 {
			return nil
		}
		value := v.value(s.ind)
		value.Rat = s.meant[0]
		meant[s.ind.Slot] = value
		cases = append(cases, v.slip(s.ind, s.message, s.meant))
	}
	v.takeBack(v.supposing(meant))
	f := cases[0]
	f.Cases, f.Count, f.Suggest, f.Raw = cases, len(cases), "", ""
	times, message, hint := factor, formTooMuch, divideAll
	if factor.Cmp(big.NewRat(1, 1)) < 0 {
		times, message, hint = new(big.Rat).Inv(factor), formTooLittle, multiplyAll
	}
	printed := figure.Default(figure.NumberOf(times))
	f.Message, f.Hint = message.With(len(cases), printed, f.Cells(), cases[0].Message), hint.With(printed, f.Cells())
	return []sheets.Finding{f}
}

// offPrice compares with what the other units paid for one. ok is false where there are too few of them; meant are the amounts that would be usual, none
// where the amount itself is.
func (v *visit) offPrice(ind *sheets.Indicator) (message lang.Message, meant []*big.Rat, ok bool) {
	for _, p := range v.priced {
		price, both := p.price(v.sub)
		usual, enough := v.survey.prices[p.money]
		if p.money != ind || !both || !enough {
			continue
		}
		message = priceOff.With(ind.Name, bound(ind, v.value(ind).Rat), whole(ind, price), p.count.Measure, whole(ind, usual.low), whole(ind, usual.high))
		return message, v.meant(ind, price, usual), true
	}
	return lang.Message{}, nil, false
}

// offFormer compares with the period before: the price of one where both forms have it, else the amount.
func (v *visit) offFormer(ind *sheets.Indicator) (message lang.Message, meant []*big.Rat, ok bool) {
	before := v.batch.Former
	if before == nil || before.Period.Months() != v.batch.Period.Months() {
		return lang.Message{}, nil, false
	}
	was := before.Answer(v.unit, ind)
	if was.State != sheets.Given || was.Rat == nil || was.Rat.Sign() <= 0 {
		return lang.Message{}, nil, false
	}
	now, usual := v.value(ind).Rat, was.Rat
	if old := before.Submissions[v.unit.Index]; old != nil {
		for _, p := range v.priced {
			price, both := p.price(v.sub)
			oldPrice, bothThen := p.price(old)
			if p.money == ind && both && bothThen {
				now, usual = price, oldPrice
			}
		}
	}
	message = amountOff.With(ind.Name, bound(ind, v.value(ind).Rat), before.Period.Name, bound(ind, was.Rat))
	return message, v.meant(ind, now, window{usual, usual}), true
}

// meant are the amounts that were probably meant where a number is far outside of what is usual.
func (v *visit) meant(ind *sheets.Indicator, n *big.Rat, usual window) []*big.Rat {
	if usual.holds(n, farOutside) {
		return nil
	}
	var amounts []*big.Rat
	for _, slip := range slips {
		if usual.holds(new(big.Rat).Quo(n, slip), nearby) {
			amounts = append(amounts, new(big.Rat).Quo(v.value(ind).Rat, slip))
		}
	}
	return amounts
}

// slipped makes the finding. Where a rule has found the same amount wrong already, that finding gets the suggestion instead: one cause is said once.
func (v *visit) slipped(ind *sheets.Indicator, message lang.Message, meant []*big.Rat) []sheets.Finding {
	f := v.slip(ind, message, meant)
	if v.suggestFor(ind, f.Suggest) {
		return nil
	}
	return []sheets.Finding{f}
}

// slip says of one amount that it is off, with the amount that was meant where it is certain.
func (v *visit) slip(ind *sheets.Indicator, message lang.Message, meant []*big.Rat) sheets.Finding {
	f := v.at(ind)
	f.Message, f.Hint = message, slipUnclear.With(f.Pos.Cell())
	if len(meant) == 1 {
		f.Suggest = typedMoney(ind, meant[0])
		f.Hint = slipHint.With(bound(ind, meant[0]), f.Suggest, f.Pos.Cell())
	}
	return f
}

// typedMoney is an amount as it is typed into the form: digits without grouping where it is whole in the unit of the row.
func typedMoney(ind *sheets.Indicator, amount *big.Rat) string {
	scale, ok := figure.MoneyScale(ind.Measure)
	if !ok {
		return bound(ind, amount)
	}
	if typed := new(big.Rat).Quo(amount, scale); typed.IsInt() {
		return typed.RatString()
	}
	return bound(ind, amount)
}

// whole prints a price, without the fractions of a đồng that a division leaves.
func whole(ind *sheets.Indicator, price *big.Rat) string {
	return bound(ind, new(big.Rat).SetInt(new(big.Int).Quo(price.Num(), price.Denom())))
}
