package sheets

import (
	"strings"
	"testing"
	"unicode"

	"tonghop/figure"
	"tonghop/formula"
)

// TestSheetSpecs is the sweep over sheets and columns: names and aliases lead to one place only, and everything is explained.
func TestSheetSpecs(t *testing.T) {
	sheets := map[string]string{foldWord(sheetGuide): sheetGuide}
	for _, spec := range sheetSpecs {
		for _, name := range append([]string{spec.name}, spec.aliases...) {
			if other := sheets[foldWord(name)]; other != "" {
				t.Errorf("%q stands for %s and %s", name, other, spec.name)
			}
			sheets[foldWord(name)] = spec.name
		}
		if spec.purpose.Vi == "" || spec.purpose.En == "" {
			t.Errorf("%s is not explained", spec.name)
		}
		columns := make(map[string]string)
		for _, col := range spec.columns {
			for _, name := range append([]string{col.name}, col.aliases...) {
				if other := columns[foldWord(name)]; other != "" {
					t.Errorf("%s: %q stands for %s and %s", spec.name, name, other, col.name)
				}
				columns[foldWord(name)] = col.name
			}
			if col.note.Vi == "" || col.note.En == "" || col.width < 5 {
				t.Errorf("%s, %s is not explained or has no width", spec.name, col.name)
			}
		}
	}
}

// sweep checks that the spellings of a vocabulary are distinct and are understood.
func sweep[T comparable](t *testing.T, name string, v vocabulary[T]) {
	t.Helper()
	seen := make(map[string]bool)
	for _, word := range v.spellings() {
		form := foldWord(word)
		if !strings.ContainsFunc(word, unicode.IsLetter) {
			form = word
		}
		if seen[form] {
			t.Errorf("%s: %q stands there twice", name, word)
		}
		seen[form] = true
	}
	for _, term := range v {
		if means, ok := v.find(" " + term.word + " "); !ok || means != term.means || wordOf(v, term.means) != term.word {
			t.Errorf("%s: %q is not understood", name, term.word)
		}
	}
	if _, ok := v.find("không hề có từ này"); ok {
		t.Errorf("%s: understands anything", name)
	}
}

func TestVocabularies(t *testing.T) {
	sweep(t, "Kiểu", kindWords)
	sweep(t, "Kiểu of a list", listKindWords)
	sweep(t, "Gộp kỳ of a list", listPeriodWords)
	sweep(t, "Gộp đơn vị", rollupWords)
	sweep(t, "Gộp kỳ", periodRollupWords)
	sweep(t, "Cách báo", reportingWords)
	sweep(t, "có", yesWords)
	sweep(t, "Phép", relationWords)
	sweep(t, "So sánh", comparisonWords)
	sweep(t, "Nếu thiếu", whenMissingWords)
	sweep(t, "Mức", severityWords)
	sweep(t, "Phạm vi", scopeWords)
	sweep(t, "Cách ghép", combineWords)
	sweep(t, "Kết luận tay", verdictWords)
	sweep(t, "Đánh giá", levelWords)
	for _, english := range []string{"count_flow", "count_stock", "money", "yes_no", "category"} {
		if _, ok := kindWords.find(english); !ok {
			t.Errorf("kind %s is not understood", english)
		}
	}
	for _, english := range []string{"sum", "sum_last", "count_units", "count_by", "last", "province_only"} {
		if _, ok := rollupWords.find(english); !ok {
			t.Errorf("roll-up %s is not understood", english)
		}
	}
	for sign, op := range map[string]formula.Op{"≠": formula.Unequal, "≤": formula.LessEqual, "≥": formula.GreaterEqual, "=": formula.Equal} {
		if means, ok := relationWords.find(sign); !ok || means.op != op {
			t.Errorf("%s is read as %s", sign, means.op)
		}
	}
	if _, ok := relationWords.find("≮"); ok {
		t.Error("≮ is understood")
	}
	// The first word of a vocabulary is the default of its column.
	if kindWords[0].means != Count || rollupWords[0].means != Sum || relationWords[0].word != "<=" || severityWords[0].means != figure.Error {
		t.Error("a default is not the first of its vocabulary")
	}
}

func TestKindsHaveRollups(t *testing.T) {
	for _, term := range kindWords {
		if len(rollupsOf(term.means)) == 0 || len(periodRollupsOf(term.means)) == 0 {
			t.Errorf("%s cannot be put together", term.word)
		}
	}
	for _, k := range []Kind{Percent, Day, Interval, YesNo, Category, Words} {
		for _, r := range rollupsOf(k) {
			if r == Sum {
				t.Errorf("%s can be added", wordOf(kindWords, k))
			}
		}
	}
}
