package out

import (
	"bytes"
	"strings"
	"testing"

	"tonghop/lang"
)

// formerOf reads results as they stand in files.
func formerOf(t *testing.T, name string, texts ...string) *Former {
	t.Helper()
	f := &Former{Name: name}
	for _, text := range texts {
		if err := f.decode([]byte(text), name, manifestSchema, checkSchema, totalsSchema); err != nil {
			t.Fatal(err)
		}
	}
	return f
}

const (
	totalsBefore = `{"schema":"tonghop/totals/1","period":"2021","policy":"all","totals":[
		{"unit":"x1","indicator":"a","value":"5","text":"05","state":"complete","have":1,"expected":1},
		{"unit":"x1","indicator":"kind","values":[{"text":"Tốt","count":1}],"text":"Tốt","state":"complete","have":1,"expected":1},
		{"unit":"tinh","indicator":"a","value":"1805","text":"1.805","state":"complete","have":94,"expected":94},
		{"unit":"tinh","indicator":"b","value":"7","text":"07","state":"complete","have":94,"expected":94},
		{"unit":"tinh","indicator":"old","value":null,"text":"","state":"missing","have":0,"expected":94}],
		"targets":[{"code":"CT-1","verdict":"met","hand":false,"parts":[{"part":"a","value":"1","verdict":"met"},{"part":"b","value":"1","verdict":"met"}]}],
		"shortcomings":[{"code":"KD1","suggested":"2","verdict":"2"}]}`
	totalsAfter = `{"schema":"tonghop/totals/1","period":"2021","policy":"strict","totals":[
		{"unit":"x1","indicator":"a","value":"12","text":"12","state":"complete","have":1,"expected":1},
		{"unit":"x1","indicator":"kind","values":[{"text":"Khá","count":1}],"text":"Khá","state":"complete","have":1,"expected":1},
		{"unit":"tinh","indicator":"b","value":"7","text":"07","state":"partial","have":93,"expected":94},
		{"unit":"tinh","indicator":"a","value":"1812","text":"1.812","state":"complete","have":94,"expected":94}],
		"targets":[{"code":"CT-1","verdict":"unmet","hand":false,"parts":[{"part":"a","value":"1","verdict":"met"},{"part":"b","value":"0","verdict":"unmet"}]}],
		"shortcomings":[{"code":"KD1","suggested":"2","verdict":"3"}]}`
	checkBefore = `{"schema":"tonghop/check/1","period":"2021","files":[
		{"path":"nop/a.xlsx","sha256":"1","outcome":"used","unit":"a"},{"path":"nop/b.xlsx","sha256":"2","outcome":"used","unit":"b"},
		{"path":"nop/c.xlsx","sha256":"3","outcome":"rejected","unit":"c"},{"path":"nop/d.xlsx","sha256":"4","outcome":"used","unit":"d"}],
		"units":[{"code":"d","name":"Đoàn D","status":"complete","late":false,"expected":2,"answered":2}],
		"findings":[{"code":"o-gop","severity":"warning","file":"nop/a.xlsx","cell":"E5","message":"Ô gộp","count":1}]}`
	checkAfter = `{"schema":"tonghop/check/1","period":"2021","files":[
		{"path":"nop/a.xlsx","sha256":"9","outcome":"used","unit":"a"},{"path":"nop/moi/b.xlsx","sha256":"2","outcome":"used","unit":"b"},
		{"path":"nop/c.xlsx","sha256":"3","outcome":"used","unit":"c"},{"path":"nop/e.xlsx","sha256":"5","outcome":"ignored","unit":""}],
		"units":[{"code":"d","name":"Đoàn D","status":"missing","late":null,"expected":2,"answered":0}],
		"findings":[{"code":"o-gop","severity":"warning","file":"nop/a.xlsx","cell":"E5","message":"A merged cell","count":1},
		{"code":"dong-la","severity":"note","file":"nop/a.xlsx","cell":"E9","message":"Dòng lạ","count":1},
		{"code":"don-vi-chua-nop","severity":"error","unit":"d","message":"Chưa nộp","count":1}]}`
)

// Everything that differs is said, the whole before its units and errors before notes; what does not differ is not.
func TestDifference(t *testing.T) {
	d, err := Compare(formerOf(t, "cu", totalsBefore, checkBefore), formerOf(t, "moi", totalsAfter, checkAfter), lang.Vi)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	if err := WriteDifference(&text, d, false); err != nil {
		t.Fatal(err)
	}
	want := `cu so với moi: 3 chỉ tiêu và khuyết điểm đổi kết luận, 5 số tổng hợp, 1 đơn vị, 5 tệp nhận, 0 ô, 2 phát hiện, 0 tệp kết quả khác nhau.
Cách tính: cộng mọi số đọc được → bỏ qua đơn vị còn lỗi (--strict)
cu: Nhận 4 tệp = 3 đã dùng + 0 thay bằng bản khác + 1 không nhận + 0 bỏ qua.
moi: Nhận 4 tệp = 3 đã dùng + 0 thay bằng bản khác + 0 không nhận + 1 bỏ qua.
Kết luận (trước → sau):
  - CT-1: đạt → chưa đạt
  - CT-1.b: đạt → chưa đạt
  - KD1: 2 → 3
Số tổng hợp, nhiều đơn vị nhất trước (trước → sau, trong ngoặc là số đơn vị đã có số):
  - tinh, a: 1.805 (94/94) → 1.812 (94/94)
  - tinh, old: (không đủ số liệu) (0/94) → không có
  - tinh, b: 07 (94/94) → 07 (93/94)
  - x1, a: 05 (1/1) → 12 (1/1)
  - x1, kind: Tốt (1/1) → Khá (1/1)
Đơn vị:
  - d Đoàn D: đủ, đúng hạn, 2 số liệu → chưa nộp, 0 số liệu
Danh mục, mẫu và tệp nhận:
  - nop/a.xlsx: nội dung đã khác
  - nop/c.xlsx: xử lý khác trước (không nhận → đã dùng)
  - nop/moi/b.xlsx: đổi tên (trước là nop/b.xlsx)
  - nop/e.xlsx: mới có (không có → bỏ qua)
  - nop/d.xlsx: không còn (đã dùng → không có)
Phát hiện mới:
  - lỗi, d: Chưa nộp [don-vi-chua-nop]
  - lưu ý, nop/a.xlsx › E9: Dòng lạ [dong-la]
`
	if got := text.String(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A run does not differ from itself, and what differs one way differs the other way as often.
func TestDifferenceIsSymmetric(t *testing.T) {
	before, after := formerOf(t, "cu", totalsBefore, checkBefore), formerOf(t, "moi", totalsAfter, checkAfter)
	for _, same := range []*Former{before, after} {
		if d, err := Compare(same, same, lang.Vi); err != nil || d.Count() != 0 {
			t.Errorf("%s differs from itself: %v, %v", same.Name, d, err)
		}
	}
	there, err := Compare(before, after, lang.Vi)
	if err != nil {
		t.Fatal(err)
	}
	back, err := Compare(after, before, lang.Vi)
	if err != nil || there.Count() != back.Count() {
		t.Errorf("%d differences there, %d back, %v", there.Count(), back.Count(), err)
	}
}

// A check fills no documents: it says nothing about the templates.
func TestTemplatesOfARunWithoutDocuments(t *testing.T) {
	manifest := func(inputs string) string {
		return `{"schema":"tonghop/manifest/1","version":"1","period":"2021","policy":"all","run":"r","inputs":[` + inputs + `],"outputs":[{"path":"kiem-tra.json","sha256":"1","run":"q"}]}`
	}
	catalogue, template := `{"path":"danhmuc.xlsx","sha256":"1"}`, `{"path":"(khac-phuc.docx)","sha256":"2"}`
	d, err := Compare(formerOf(t, "cu", manifest(catalogue)), formerOf(t, "moi", manifest(catalogue+","+template)), lang.Vi)
	if err != nil || d.Count() != 0 {
		t.Errorf("got %v, %v", d, err)
	}
	if len(d.Skipped) != 2 || !strings.Contains(d.Skipped[0].In(lang.Vi), "lần chạy cũ hơn") {
		t.Errorf("a result of an older run is not named: %v", d.Skipped)
	}
	d, err = Compare(formerOf(t, "cu", manifest(catalogue+","+template)), formerOf(t, "moi", manifest(`{"path":"danhmuc.xlsx","sha256":"7"},{"path":"mau/x.docx","sha256":"2"}`)), lang.Vi)
	if err != nil || len(d.Inputs) != 2 || d.Inputs[0].Change != fileChanged || d.Inputs[1].Change != fileRenamed {
		t.Errorf("got %+v, %v", d.Inputs, err)
	}
}

func TestFormerIsRefusedInWords(t *testing.T) {
	for text, want := range map[string]string{
		`{"schema":"tonghop/totals/2"}`: "tonghop/totals/2",
		`{}`:                            `lược đồ ""`,
		`{"schema":"tonghop/check/1","files":{}}`:  "nguyên vẹn",
		`không phải JSON`:                          "nguyên vẹn",
		`{"schema":"tonghop/manifest/1","run":""}`: "tonghop/check/1, tonghop/totals/1",
	} {
		err := (&Former{}).decode([]byte(text), "a.json", checkSchema, totalsSchema)
		if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), "a.json") {
			t.Errorf("%s: %v", text, err)
		}
	}
	if _, err := Compare(formerOf(t, "cu", checkBefore), formerOf(t, "moi", totalsAfter), lang.Vi); err == nil {
		t.Error("two runs with nothing in common were compared")
	}
}

// Whatever stands in a file of results: it is refused, or it does not differ from itself and differs from another one without a panic.
func FuzzFormer(f *testing.F) {
	for _, seed := range []string{totalsBefore, totalsAfter, checkBefore, checkAfter, `{"schema":"tonghop/manifest/1","inputs":[{}],"outputs":[{}]}`} {
		f.Add([]byte(seed), []byte(totalsAfter))
	}
	f.Fuzz(func(t *testing.T, a, b []byte) {
		one, other := &Former{Name: "a"}, &Former{Name: "b"}
		if one.decode(a, "a", manifestSchema, checkSchema, totalsSchema) != nil {
			return
		}
		if d, err := Compare(one, one, lang.Vi); err != nil || d.Count() != 0 {
			t.Fatalf("a run differs from itself: %v, %v", d, err)
		}
		if other.decode(b, "b", manifestSchema, checkSchema, totalsSchema) != nil {
			return
		}
		d, err := Compare(one, other, lang.En)
		if err != nil {
			return
		}
		var text bytes.Buffer
		if err := WriteDifference(&text, d, false); err != nil || text.Len() == 0 {
			t.Fatalf("nothing is said: %v", err)
		}
		if err := WriteDifferenceJSON(&text, d); err != nil {
			t.Fatal(err)
		}
	})
}
