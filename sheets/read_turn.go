package sheets

import (
	"regexp"
	"strconv"

	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

var (
	badTurnText = lang.Format{
		Vi: "Ô “Lần gửi” ghi “%s”, không phải số thứ tự của lần gửi nên không biết là bản gửi lần thứ mấy",
		En: "The cell “Lần gửi” says “%s”, which is no number of a sending",
	}
	writeTurn = lang.Format{
		Vi: "Sửa ô %s: gõ 1, 2, 3… (để trống nếu gửi lần đầu) rồi lưu và gửi lại.",
		En: "Correct cell %s: type 1, 2, 3… (blank for the first sending), save and send the file again.",
	}
)

// turnText is how people write the number of a sending, folded: 2, 02, lần 2, lần thứ 2, lần 2/.
var turnText = regexp.MustCompile(`^(?:gui |nop )?(?:lan )?(?:thu )?(0?[1-9]|[1-9][0-9]|nhat|dau|dau tien|hai|ba|tu|bon|nam)\.?$`)

// turnWords are the numbers that are written as words.
var turnWords = map[string]int{"nhat": 1, "dau": 1, "dau tien": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5}

// turnOf reads which sending of the form it is: 1 where nothing is stated, 0 with a finding where something else than a number is.
func turnOf(file *File, t *tab, above int, keep keeper) (int, *Finding) {
	s, ok := statement(t, above, turnLabels, keep)
	if !ok {
		return 1, nil
	}
	if turn := turnIn(s); turn > 0 {
		return turn, nil
	}
	pos := Pos{File: file.Path, Sheet: t.name, Row: s.cell.Row, Col: s.cell.Col}
	f := noticed(fileTurn, pos, badTurnText.With(shorten(s.text)))
	f.Raw, f.Hint = s.text, writeTurn.With(pos.Cell())
	return 0, &f
}

// turnIn is the number of a sending that a cell holds, 0 where it holds none.
func turnIn(s stated) int {
	switch s.cell.Kind {
	case xlsx.Number:
		number, err := xlsx.Decimal(s.cell.Text)
		if err != nil || s.cell.Date || s.cell.Percent || !number.IsInt() || !number.Num().IsInt64() {
			return 0
		}
		if n := number.Num().Int64(); 1 <= n && n <= 99 {
			return int(n)
		}
	case xlsx.Text:
		m := turnText.FindStringSubmatch(vntext.Fold(s.text))
		if m == nil {
			return 0
		}
		if n, err := strconv.Atoi(m[1]); err == nil {
			return n
		}
		return turnWords[m[1]]
	}
	return 0
}
