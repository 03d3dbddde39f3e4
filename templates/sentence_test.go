package templates_test

import (
	"strings"
	"testing"
)

// A figure is shown within its sentence, and a sentence is found by some of its words.
func TestSentence(t *testing.T) {
	long := strings.Repeat("Các cấp bộ Đoàn đã triển khai nhiều hoạt động trong năm. ", 5)
	filled := living(t, docx{body: p("Toàn tỉnh có {{xd_dvut}} đoàn viên, trong đó {{nam}} là công nhân.") + p(long+"Đã giới thiệu {{xd_dvut}} đoàn viên ưu tú cho Đảng. Còn lại {{nam}} đồng chí.")})
	d := open(t, filled.Document)
	var got []string
	for _, l := range d.Compare(world()) {
		s := d.Sentence(l)
		got = append(got, s.Marked())
		if whole := d.ParagraphText(s.Paragraph); !strings.Contains(whole, s.Before+s.Figure+s.After) {
			t.Errorf("%q is not in the paragraph %q", s.Marked(), whole)
		}
	}
	want := []string{
		"Toàn tỉnh có «1.805» đoàn viên, trong đó 05 là công nhân.", "Toàn tỉnh có 1.805 đoàn viên, trong đó «05» là công nhân.",
		"Đã giới thiệu «1.805» đoàn viên ưu tú cho Đảng.", "Còn lại «05» đồng chí.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if found := d.ParagraphsWith("GIOI THIEU 1.805  đoàn viên"); len(found) != 1 || found[0] != 2 {
		t.Errorf("the paragraph was found in %v", found)
	}
	if found := d.ParagraphsWith(" "); found != nil {
		t.Errorf("no words are in %v", found)
	}
	if got := d.ParagraphText(99); got != "" {
		t.Errorf("paragraph 99 is %q", got)
	}
}
