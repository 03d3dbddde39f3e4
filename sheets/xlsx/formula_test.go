package xlsx

import "testing"

func TestFormulasThatTakeFromElsewhere(t *testing.T) {
	for formula, want := range map[string]bool{
		"[1]Sheet1!A1": true, "'[1]Sheet 1'!$A$1": true, "SUM(B1,[12]Thu!C3)": true, "'C:\\thư\\[bc.xlsx]Biểu'!A1": true, "cmd|'/c calc'!A1": true, "-[1]!ten": true,
		"A1+B1": false, "SUM(Bang1[Số liệu])": false, "Bang1[[#This Row],[Số]]": false, "Bảng[1]": false, `"[1]Sheet1!A1"`: false, `IF(A1="x|y",1,0)`: false, "Bang1['[a']]": false, "": false, `"`: false,
		"'Trang 2'!A1": false, `"a""[1]"&[1]Sheet1!A1`: true,
	} {
		if got := isExternal(formula); got != want {
			t.Errorf("%s: %v", formula, got)
		}
	}
}
