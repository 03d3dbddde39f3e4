package out

import (
	"strings"
	"testing"

	"tonghop/lang"
)

// A tree is drawn as people know it; columns are lined up, long lists say how much they leave out, and what somebody typed cannot move the cursor.
func TestBranch(t *testing.T) {
	root := newBranch("tổng = 6")
	first := root.add("một\x1b[2J", "1")
	first.add("ô", "E1")
	first.add("ô", "E22")
	long := root.add("dài")
	for _, name := range []string{"a", "b", "c", "d"} {
		long.add(name)
	}
	long.shorten(1, 2, lang.Vi)
	var text strings.Builder
	if err := root.write(&text); err != nil {
		t.Fatal(err)
	}
	want := `tổng = 6
├─ một[2J  1
│  ├─ ô    E1
│  └─ ô    E22
└─ dài
   ├─ a
   ├─ b
   ├─ c
   └─ … và 1 dòng khác; xem tất cả bằng --all
`
	if text.String() != want {
		t.Errorf("got\n%s\nwant\n%s", text.String(), want)
	}
}
