package report

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"tonghop/templates"
	"tonghop/templates/builtin"
)

// remediation fills the built-in report.
func remediation(t *testing.T, p *province) templates.Result {
	t.Helper()
	data, err := fs.ReadFile(builtin.FS(), "khac-phuc.docx")
	if err != nil {
		t.Fatal(err)
	}
	made, faults, err := templates.Compile("khac-phuc.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range append(faults, made.Check(SchemaOf(p.catalogue))...) {
		t.Errorf("%s", f)
	}
	result, err := made.Render(p.data(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// words gives the text of the body and the footnotes of a document, a paragraph a line.
func words(t *testing.T, document []byte) (body, notes string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(document), int64(len(document)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) string {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(string(data), "</w:p>", "\n")
		text = html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(text, ""))
		return strings.ReplaceAll(text, "\u00a0", " ")
	}
	return read("word/document.xml"), read("word/footnotes.xml")
}

// The report of the model province holds the figures of the model report.
func TestRemediation(t *testing.T) {
	result := remediation(t, newProvince(t))
	if keep := os.Getenv("TONGHOP_KEEP"); keep != "" {
		if err := os.WriteFile(filepath.Join(keep, "khac-phuc.docx"), result.Document, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range result.Findings {
		t.Errorf("%s", f)
	}
	for _, m := range result.Missing {
		t.Errorf("missing: %s %s %v", m.Place, m.Tag, m.Gaps)
	}
	body, notes := words(t, result.Document)
	for _, want := range remediationBody {
		if !strings.Contains(body, want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	for _, want := range remediationNotes {
		if !strings.Contains(notes, want) {
			t.Errorf("the footnotes do not say %q", want)
		}
	}
	if t.Failed() {
		t.Logf("%s\n%s", body, notes)
	}
}

var remediationBody = []string{
	"BCH ĐOÀN TỈNH TÂY NINH\n", "-BC/TĐTN\n", "Tây Ninh, ngày 31 tháng 12 năm 2021\n",
	"nhận 04 khuyết điểm, hạn chế cần khắc phục, gồm: 01 khuyết điểm (", "I. TÌNH HÌNH CHUNG\n", "IV. ĐÁNH GIÁ CHUNG\n",
	"đạt và vượt 9/11 chỉ tiêu, còn 02 chỉ tiêu chưa đạt, cụ thể:\n",
	"kết quả đã thực hiện đạt 01/03 nội dung;", "kết quả đã thực hiện đạt 01/02 nội dung;",
	"chưa đạt, tuy nhiên kết quả thực hiện cũng đạt ở mức 90,25%;", "“Tỷ lệ tổ chức Hội lập được trong Hội Doanh nhân trẻ” chưa thực hiện được",
	"1.3. Đánh giá: Khuyết điểm chưa được khắc phục triệt để, do còn 02 chỉ tiêu chưa đạt", "1.4. Phương hướng: Tiếp tục khắc phục trong năm 2022.\n",
	"ít nhất 01 hoạt động tuyên truyền", "94 đội với 1.231 thành viên", "100% đơn vị cấp huyện", "252 cuộc với 19.732 lượt", "64 diễn đàn", "8.162 lượt", "4.350 tờ bướm",
	"94/94 Đoàn cấp xã", "154 thanh thiếu niên", "103 thanh niên đã tiến bộ", "117 thanh niên được giới thiệu", "23 ngày hội", "1.723 lượt", "32 phần quà với kinh phí 13,6 triệu đồng",
	"01 chương trình “Thắp sáng ước mơ", "12 thanh niên chậm tiến", "07 huyện, thị xã", "01 cuộc giám sát",
	"2.3. Đánh giá: Khuyết điểm đã được khắc phục một phần, do tỷ lệ tiến bộ", "66,9%",
	"05 lần, đạt 05/12 tháng", "ít nhất 03 ngày", "3.3. Đánh giá: Khuyết điểm chưa khắc phục hoàn toàn nhưng có chuyển biến tốt",
	"82,48% (199.086/241.386 thanh niên)", "01 chương trình đối thoại", "46 hoạt động", "1.900 lượt", "hơn 1,4 tỷ đồng",
	"17 chi hội với 137 hội viên, 01 chi đoàn với 06 đoàn viên", "05 tổ chức Đoàn (01 đoàn cơ sở, 04 chi đoàn) với 117 đoàn viên và 02 chi hội với 65 hội viên",
	"56 đoàn viên ưu tú", "20 đoàn viên được kết nạp", "4.3. Đánh giá: Khuyết điểm chưa khắc phục hoàn toàn nhưng có chuyển biến tốt.\n",
	"02 khuyết điểm chưa khắc phục hoàn toàn nhưng có chuyển biến tốt; 01 khuyết điểm chưa được khắc phục triệt để; 01 khuyết điểm đã được khắc phục một phần.\n",
	"- Còn 04 khuyết điểm, hạn chế chưa được khắc phục hoàn toàn, cần tiếp tục khắc phục trong năm 2022.\n",
	"Tỉnh đoàn năm 2021./.\n", "TM. BAN THƯỜNG VỤ TỈNH ĐOÀN\n", "PHÓ BÍ THƯ\n", "- Lưu VT.\n",
	"Tổng số: 11 chỉ tiêu; vượt: 7; đạt: 2; chưa đạt: 2; không đủ số liệu: 0; không áp dụng: 0.\n",
}

var remediationNotes = []string{
	"1.805 (kế hoạch: ít nhất 2.000; chưa đạt)", "3,1% (kế hoạch: ít nhất 5%; chưa đạt)", "35,7% (kế hoạch: ít nhất 10%; vượt)", "56 đoàn viên ưu tú", "20 thanh niên công nhân",
	"9/9 (kế hoạch: mỗi đơn vị ít nhất 02; đạt)", "17 chi hội với 137 hội viên", "01 chi đoàn với 06 đoàn viên", "05 tổ chức Đoàn (01 đoàn cơ sở, 04 chi đoàn) với 117 đoàn viên",
	"02 chi hội với 65 hội viên", "0% (kế hoạch: ít nhất 20%; chưa đạt)",
}

// A report over a part of the units says so beside the figures and names the units that sent nothing.
func TestRemediationPartial(t *testing.T) {
	p := newProvince(t)
	p.drop("x5")
	body, _ := words(t, remediation(t, p).Document)
	for _, want := range []string{
		"tổng hợp từ 105/106 đơn vị đã nộp báo cáo", "Các đơn vị chưa nộp báo cáo: 01/106 đơn vị", "1Đoàn xã 5chưa nộp",
		"93 (số liệu 93/94 đơn vị) đội", "không đủ số liệu",
	} {
		if !strings.Contains(strings.ReplaceAll(body, "\n", ""), want) {
			t.Errorf("the report does not say %q", want)
		}
	}
	if t.Failed() || testing.Verbose() {
		t.Log(body)
	}
}

// The same data give the same bytes.
func TestRemediationTwice(t *testing.T) {
	p := newProvince(t)
	if !bytes.Equal(remediation(t, p).Document, remediation(t, p).Document) {
		t.Error("two reports from the same data differ")
	}
}
