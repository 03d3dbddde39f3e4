package vntext

import (
	"slices"
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	for _, want := range []string{
		"an ăn ân ba da đa em êm ga", "ma mà mả mã má mạ man", "o ô ơ u ư", "Ấp 2, Ấp 10, Ấp 11", "đoàn Đoàn", "Bình Phước, Bình Thạnh, Đức Hòa, Tân Trụ",
	} {
		sign := " "
		if strings.Contains(want, ",") {
			sign = ", "
		}
		words := strings.Split(want, sign)
		got := slices.Clone(words)
		slices.Reverse(got)
		slices.SortStableFunc(got, Order())
		if !slices.Equal(got, words) {
			t.Errorf("got %q, want %q", got, words)
		}
	}
	if Order()("e\u0323\u0302", "ệ") != 0 {
		t.Error("decomposed letters are other letters")
	}
}
