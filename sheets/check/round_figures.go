package check

import (
	"math/big"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
)

var roundFigures = Check{
	Code:     "so-tron",
	Severity: figure.Note,
	Title:    lang.Format{Vi: "Số liệu tròn bất thường", En: "Suspiciously round figures"},
	Explanation: lang.Format{
		Vi: "Hầu hết các số đếm từ 100 trở lên của biểu mẫu đều tận cùng bằng 00: có thể là số ước lượng chứ không phải số đếm. Tiền không tính. Hỏi lại đơn vị.",
		En: "Nearly all counts of 100 and more of the form end in 00: they may be estimates. Money is left aside. Ask the unit.",
	},
	Example: lang.Format{
		Vi: "Các số đếm lớn đều là 100, 300, 1.200, 500, 200.",
		En: "The large counts are 100, 300, 1.200, 500 and 200.",
	},
	run: findRoundFigures,
}

var (
	mostRound = lang.Format{
		Vi: "%d trong %d số đếm từ 100 trở lên tận cùng bằng 00",
		En: "%d of %d counts of 100 and more end in 00",
	}
	askCounted = lang.Format{
		Vi: "Hỏi lại đơn vị: số đếm được hay số ước lượng; nếu ước lượng thì gửi lại số đếm.",
		En: "Ask the unit whether they were counted; if not, it counts and sends the form again.",
	}
)

const (
	fewestLarge = 5  // below so many large counts nothing is remarkable: one in a hundred ends in 00 by itself
	roundShare  = 80 // percent of them that have to be round
)

func findRoundFigures(v *visit) []sheets.Finding {
	if v.sub == nil {
		return nil
	}
	hundred := big.NewInt(100)
	large, round := 0, 0
	for _, ind := range v.figures {
		value := v.value(ind)
		if ind.Kind != sheets.Count && ind.Kind != sheets.Stock || !isNumber(ind, value) || !value.Rat.IsInt() || value.Rat.Num().Cmp(hundred) < 0 {
			continue
		}
		large++
		if new(big.Int).Rem(value.Rat.Num(), hundred).Sign() == 0 {
			round++
		}
	}
	if large < fewestLarge || round*100 < large*roundShare {
		return nil
	}
	return []sheets.Finding{{Pos: v.form(), Count: round, Message: mostRound.With(round, large), Hint: askCounted.With()}}
}
