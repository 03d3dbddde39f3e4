package out

import (
	"bytes"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/sheets/check"
)

// hostile is a name that would be markup, script or an attribute if it were not data.
const hostile = `Đoàn </script><script>alert(1)</script>"' onmouseover=alert(2) {{.Say}} ` + "\u202e<b>&amp;"

// pageRun is a run over a province of n communes in districts of ten, whose states follow one another; every commune has some findings.
func pageRun(t testing.TB, n, findings int) *Run {
	t.Helper()
	units := sheets.Table{Sheet: "Đơn vị", Header: []string{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, Rows: [][]string{{"tinh", "Tỉnh đoàn Mẫu", "tỉnh", "", ""}}}
	for i := range n {
		if i%10 == 0 {
			units.Rows = append(units.Rows, []string{fmt.Sprintf("h%d", i/10), fmt.Sprintf("Huyện đoàn số %d", i/10), "huyện", "tinh", ""})
		}
		units.Rows = append(units.Rows, []string{fmt.Sprintf("x%d", i), fmt.Sprintf("Đoàn xã Tân Bình Phước số %d", i), "xã", fmt.Sprintf("h%d", i/10), "có"})
	}
	data, err := sheets.WriteCatalogue([]sheets.Table{units})
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	c.Faults = nil // a catalogue without figures is faulty, which is not what is looked at
	day := func(m time.Month, d int) time.Time { return time.Date(2021, m, d, 0, 0, 0, 0, time.UTC) }
	r := &Run{Catalogue: c, Batch: &sheets.Batch{Period: &sheets.Period{Code: "2021", Name: "Năm 2021", From: day(1, 1), To: day(12, 31), Deadline: day(12, 15)}}}
	late := true
	for i := range n {
		u := c.Units.Unit(sheets.UnitCode(fmt.Sprintf("x%d", i)))
		status := check.UnitStatus{Unit: u, Status: check.Status(i % 4), Expected: 86, Answered: 86 - i%4}
		if i%8 == 1 {
			status.Late = &late
		}
		r.Check.Units = append(r.Check.Units, status)
		for k := range findings {
			r.Check.Findings = append(r.Check.Findings, sheets.Finding{
				Code: []string{"so-lieu-thieu", "so-lieu-sai-kieu", "nop-muon"}[k%3], Severity: []figure.Severity{figure.Note, figure.Error, figure.Warning}[k%3], Unit: u.Code,
				Pos: sheets.Pos{File: "nop/" + string(u.Code) + ".xlsx", Sheet: "Biểu mẫu", Row: 90 + k, Col: 5}, Raw: "12,5", Suggest: "125", Count: 1,
				Message: lang.Format{Vi: "“Tờ bướm, tờ rơi phòng, chống ma tuý”: “12,5” có phần lẻ nhưng ô này ghi số đếm; hãy gõ số nguyên", En: "“Leaflets”: “12,5” is no whole number"}.With(),
				Hint:    lang.Format{Vi: "Sửa ô E96 rồi lưu và gửi lại.", En: "Mend the cell E96 and send the form again."}.With(),
			})
		}
	}
	r.Check.Rates = check.RatesOf(r.Check.Units)
	return r
}

func pageText(t testing.TB, r *Run) string {
	t.Helper()
	var text bytes.Buffer
	if err := writeCheckPage(&text, r); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// outline is the text of what a pattern finds, each entry without markup and surplus spaces.
func outline(page, pattern string) []string {
	var found []string
	for _, m := range regexp.MustCompile(`(?s)`+pattern).FindAllStringSubmatch(page, -1) {
		text := regexp.MustCompile(`<[^>]*>`).ReplaceAllString(m[1], " ")
		found = append(found, strings.Join(strings.Fields(html.UnescapeString(text)), " "))
	}
	return found
}

// Where there are too many groups to read, the units directly under the root come first, with the numbers of all below them.
func TestCheckPageOverview(t *testing.T) {
	flat := pageRun(t, 250, 1)
	b := newPageBuilder(flat)
	if groups := b.groups(); len(groups) != 25 || b.overview(groups) != nil {
		t.Errorf("%d districts have an overview that is no shorter", len(groups))
	}
	units := sheets.Table{Sheet: "Đơn vị", Header: []string{"Mã", "Tên", "Cấp", "Trực thuộc", "Phải nộp"}, Rows: [][]string{{"tinh", "Tỉnh đoàn Mẫu", "tỉnh", "", ""}}}
	for i := range 60 { // three districts of ten communes of two chapters
		if i%20 == 0 {
			units.Rows = append(units.Rows, []string{fmt.Sprintf("h%d", i/20), fmt.Sprintf("Huyện đoàn %d", i/20), "huyện", "tinh", ""})
		}
		if i%2 == 0 {
			units.Rows = append(units.Rows, []string{fmt.Sprintf("x%d", i/2), fmt.Sprintf("Đoàn xã %d", i/2), "xã", fmt.Sprintf("h%d", i/20), ""})
		}
		units.Rows = append(units.Rows, []string{fmt.Sprintf("c%d", i), fmt.Sprintf("Chi đoàn %d", i), "chi đoàn", fmt.Sprintf("x%d", i/2), "có"})
	}
	deep := flat
	deep.Catalogue = must(sheets.Load("danhmuc.xlsx", must(sheets.WriteCatalogue([]sheets.Table{units}))))
	deep.Catalogue.Faults, deep.Check.Findings = nil, nil
	deep.Check.Units = deep.Check.Units[:60]
	for i := range deep.Check.Units {
		deep.Check.Units[i].Unit = deep.Catalogue.Units.Unit(sheets.UnitCode(fmt.Sprintf("c%d", i)))
	}
	page := pageText(t, deep)
	want := []string{"Huyện đoàn 0 10/20 5/20 1690/1720 0 0", "Huyện đoàn 1 10/20 5/20 1690/1720 0 0", "Huyện đoàn 2 10/20 5/20 1690/1720 0 0"}
	if got := outline(page, `<tr>(<th scope="row"><a class="lead"[^>]*>Huyện.*?)</tr>`); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	if got := outline(page, `<summary>(.*?)</summary>`); !slices.Equal(got, []string{"Xem cả 30 nhóm đơn vị"}) || strings.Count(page, `<tr><th scope="row"><a class="lead"`) != 3+30 {
		t.Errorf("the summary says %q", got)
	}
}

func TestCheckPageStructure(t *testing.T) {
	r := pageRun(t, 12, 2)
	r.Batch.Files = []*sheets.File{
		{Path: "nop/x0.xlsx", Outcome: sheets.Used}, {Path: "nop/la.pdf", Outcome: sheets.Rejected, Reason: lang.Format{Vi: "đây là tệp PDF", En: "this is a PDF file"}.With()},
	}
	page := pageText(t, r)
	for _, c := range []struct {
		what, pattern string
		want          []string
	}{
		{"headings", `<h2[^>]*>(.*?)</h2>`, []string{"Ai đã nộp", "Mức độ đầy đủ", "Những điểm cần xử lý, theo loại", "Phát hiện", "Tình hình từng đơn vị", "Những tệp không được tính"}},
		{"period", `<p class="period">(.*?)</p>`, []string{"Kỳ báo cáo: Năm 2021 (01/01/2021 đến 31/12/2021), hạn nộp 15/12/2021"}},
		{"rates", `<ul class="rates">(.*?)</ul>`, []string{"Đơn vị đã nộp 50% 6/12 Đơn vị nộp đúng hạn 0% 0/12 Đơn vị nộp đủ số liệu 25% 3/12"}},
		{"legend", `<ul class="legend"[^>]*>(.*?)</ul>`, []string{"đủ 3 còn thiếu 3 chờ quyết định 3 chưa nộp 3 nộp muộn 2"}},
		{"groups", `<h3>(.*?)</h3>`, []string{"Huyện đoàn số 0 6/10", "Huyện đoàn số 1 0/2"}},
		{"completeness", `<tr>(<th scope="row"><a class="lead".*?)</tr>`, []string{"Huyện đoàn số 0 6/10 3/10 847/860 10 0", "Huyện đoàn số 1 0/2 0/2 167/172 2 0"}},
		{"kinds", `(<a class="kind .*?)</tr>`, []string{"Số liệu không đọc được chắc chắn lỗi 12", "Thiếu số liệu bắt buộc lưu ý 12"}},
		{"files", `<tr>(<th scope="row" class="where">.*?)</tr>`, []string{"nop/la.pdf không nhận đây là tệp PDF"}},
	} {
		if got := outline(page, c.pattern); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.what, got, c.want)
		}
	}
	if got := outline(page, `<a class="sq" href="#u3" aria-label="(.*?)"`); !slices.Equal(got, []string{"Đoàn xã Tân Bình Phước số 1: còn thiếu, muộn, 2 phát hiện"}) {
		t.Errorf("a square says %q", got)
	}
	rows := outline(page, `<tr id="u3"[^>]*>(.*?)</tr>`)
	if !slices.Equal(rows, []string{"Đoàn xã Tân Bình Phước số 1 x1 xã Huyện đoàn số 0 còn thiếu muộn Số liệu đã có 85/86 Phát hiện 2"}) {
		t.Errorf("a unit says %q", rows)
	}
	if !strings.Contains(page, `<tr id="u3" tabindex="-1" data-unit="3" data-above="0" data-level="0" data-severity="error note" data-kind="0 1" data-status="incomplete">`) {
		t.Error("a unit cannot be filtered")
	}
	if first := outline(page, `(<span class="chip.*?)</tr>`)[2]; !strings.HasPrefix(first, "lỗi Đoàn xã Tân Bình Phước số 0") {
		t.Errorf("the first finding is %q", first)
	}
}

func TestCheckPageSpeaksEnglish(t *testing.T) {
	r := pageRun(t, 3, 1)
	r.Lang = lang.En
	page := pageText(t, r)
	for _, want := range []string{`<html lang="en">`, "Who has reported", "Check of the forms", "Units that submitted", "not submitted"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// Texts from units are data: they add no element, no attribute and no letter that turns the direction of writing.
func TestCheckPageEscapes(t *testing.T) {
	tags := func(page string) []string {
		return regexp.MustCompile(`</?[a-zA-Z][^>]*?[\s/>]`).FindAllString(page, -1)
	}
	r := pageRun(t, 2, 1)
	r.Batch.Files = []*sheets.File{{Path: "x", Outcome: sheets.Rejected}}
	clean := pageText(t, r)
	for _, u := range r.Catalogue.Units.Units {
		u.Name, u.Level = hostile, hostile
	}
	f := &r.Check.Findings[0]
	says := lang.Format{Vi: "%s", En: "%s"}.With(hostile)
	f.Pos.File, f.Pos.Sheet, f.Raw, f.Suggest, f.Message, f.Hint = hostile, hostile, hostile, hostile, says, says
	r.Batch.Files[0].Path, r.Batch.Files[0].Reason = hostile, says
	r.Batch.Period.Name = hostile
	page := pageText(t, r)
	if a, b := tags(clean), tags(page); len(a) != len(b) {
		t.Errorf("%d tags became %d", len(a), len(b))
	}
	if strings.Count(page, "<script") != 1 || strings.Contains(page, "\u202e") || strings.Contains(page, "<b>") {
		t.Error("a name became markup")
	}
	if !strings.Contains(html.UnescapeString(page), `</script><script>alert(1)</script>"' onmouseover=alert(2) {{.Say}} <b>&amp;`) {
		t.Error("a name is not shown as it is")
	}
}

// The page tells the browser to run its own script and style only, and says them unchanged.
func TestCheckPagePolicy(t *testing.T) {
	page := pageText(t, pageRun(t, 1, 1))
	style := regexp.MustCompile(`(?s)<style>(.*?)</style>`).FindStringSubmatch(page)[1]
	script := regexp.MustCompile(`(?s)<script>(.*?)</script>`).FindStringSubmatch(page)[1]
	policy := html.UnescapeString(regexp.MustCompile(`Content-Security-Policy" content="(.*?)"`).FindStringSubmatch(page)[1])
	if want := "default-src 'none'; style-src " + hashOf(style) + "; script-src " + hashOf(script) + "; base-uri 'none'; form-action 'none'"; policy != want {
		t.Errorf("got %s, want %s", policy, want)
	}
	if found := regexp.MustCompile(`\s(style|on[a-z]+|src)=|https?://|@import|url\(`).FindAllString(page, -1); found != nil {
		t.Errorf("the page has %q", found)
	}
}

// A thousand units with more findings than have room stay below 2 MB and say what is left out, and the same run gives the same bytes.
func TestCheckPageSize(t *testing.T) {
	r := pageRun(t, 1000, 4)
	page := pageText(t, r)
	if len(page) > 2_000_000 {
		t.Errorf("%d bytes", len(page))
	}
	if got := strings.Count(page, `<a class="sq"`); got != 1000 {
		t.Errorf("%d squares", got)
	}
	var shown, rest int
	notice := strings.Join(outline(page, `<p class="notice">(.*?)</p>`), "")
	if _, err := fmt.Sscanf(notice, "Trang này chỉ ghi %d phát hiện nặng nhất; còn %d phát hiện nữa, xem đủ trong kiem-tra.xlsx.", &shown, &rest); err != nil {
		t.Fatalf("%q: %v", notice, err)
	}
	rows := strings.Count(page, `<td class="typed">`)
	if shown != rows || shown+rest != 4000 || shown < 1000 {
		t.Errorf("%d rows; %q", rows, notice)
	}
	if few := pageText(t, pageRun(t, 1000, 1)); strings.Contains(few, `<p class="notice">`) || strings.Count(few, `<td class="typed">`) != 1000 {
		t.Error("what has room is left out")
	}
	if page != pageText(t, r) {
		t.Error("the same run gives other bytes")
	}
}

func TestCheckPageOfNothing(t *testing.T) {
	page := pageText(t, pageRun(t, 0, 0))
	for _, want := range []string{"Không có phát hiện nào.", "Kỳ này không có đơn vị nào phải nộp."} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Contains(page, "NaN") || strings.Contains(page, `viewBox="0 0 0`) {
		t.Error("a bar has no width")
	}
}

// Every fixed text is used by the template, and every one that it uses is there.
func TestPageWords(t *testing.T) {
	var used, known []string
	for _, m := range regexp.MustCompile(`\.Say\.([a-zA-Z]+)`).FindAllStringSubmatch(checkPageHTML, -1) {
		used = append(used, m[1])
	}
	for _, word := range pageWords {
		known = append(known, word.name)
	}
	slices.Sort(used)
	slices.Sort(known)
	if used = slices.Compact(used); !slices.Equal(used, known) {
		t.Errorf("used: %q\nknown: %q", used, known)
	}
}
