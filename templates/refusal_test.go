package templates

import (
	"strings"
	"testing"

	"tonghop/lang"
)

// A refusal that leaves a clerk with a damaged or strange file says what to do with it.
func TestRefusalsOfStrangeFilesSayWhatToDo(t *testing.T) {
	for _, f := range []lang.Format{errNotWord, errOldWord, errDamaged, errEncrypted, errDuplicate, errEntry, errEntryName, errNoPart, errXML, errDTD} {
		if !strings.Contains(f.Vi, "lưu lại") && !strings.Contains(f.Vi, "xin lại tệp") {
			t.Errorf("%q does not say what to do", f.Vi)
		}
		if !strings.Contains(f.En, "save") && !strings.Contains(f.En, "ask for the original") {
			t.Errorf("%q does not say what to do", f.En)
		}
	}
}
