package formula

// The functions over the rows of a list form, by their canonical names.
const (
	CountRows   = "dem_dong"
	SumRows     = "tong_dong"
	SmallestRow = "nho_nhat_dong"
	GreatestRow = "lon_nhat_dong"
)

// Rows is what a function over the rows of a list asks for, as typed: tong_dong(ds_cong_trinh; tri_gia; loai; cong_trinh) asks for the sum of
// tri_gia over the rows of ds_cong_trinh whose loai is cong_trinh.
type Rows struct {
	Function string
	List     string
	Amount   string  // the column of numbers; "" where rows are counted
	Where    []Match // which rows; all of the conditions must hold
}

// Match is a condition on a row: the column holds the word.
type Match struct{ Column, Word string }

// RowsOf takes a use of a function apart; ok is false where the function is not over rows or has too few words.
func RowsOf(use Use) (rows Rows, ok bool) {
	rest := use.Words
	rows.Function = use.Name
	switch use.Name {
	case CountRows:
		if len(rest) < 1 {
			return rows, false
		}
	case SumRows, SmallestRow, GreatestRow:
		if len(rest) < 2 {
			return rows, false
		}
		rows.Amount = rest[1]
		rest = rest[1:]
	default:
		return rows, false
	}
	rows.List = use.Words[0]
	for rest = rest[1:]; len(rest) >= 2; rest = rest[2:] {
		rows.Where = append(rows.Where, Match{rest[0], rest[1]})
	}
	return rows, len(rest) == 0
}
