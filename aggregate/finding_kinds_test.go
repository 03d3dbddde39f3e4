package aggregate

import "testing"

// Every code that adding up gives is explained, and once.
func TestFindingsAreExplained(t *testing.T) {
	explained := map[string]int{}
	for _, kind := range FindingKinds() {
		explained[kind.Code]++
		if kind.Title.Vi == "" || kind.Explain.Vi == "" || kind.Title.En == "" || kind.Explain.En == "" {
			t.Errorf("%s is not explained in both languages", kind.Code)
		}
	}
	codes := []string{codeNoReason, codeNoUnits, codeUnproven, codeWithoutPlan, codePlanOutside, codePlanSum, codeLevelReason, codeLastYear, codeDropped, codeOpenWords, codeDoneWords, codeGeneral, codeIncomplete, codeTypedNumber, codeUnlinked}
	for _, code := range codes {
		if explained[code] != 1 {
			t.Errorf("%s is explained %d times", code, explained[code])
		}
	}
	if len(explained) != len(codes) {
		t.Errorf("%d codes are explained, there are %d", len(explained), len(codes))
	}
}
