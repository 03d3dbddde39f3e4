package report

import (
	"io/fs"
	"strings"
	"testing"

	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/templates/builtin"
)

// judged gives every target of the model province a verdict by hand, then those that are named theirs.
func (p *province) judged(all sheets.Verdict, some map[sheets.TargetCode]sheets.Verdict) {
	for _, t := range p.catalogue.Targets {
		t.Hand, t.Reason = all, ""
		if v, named := some[t.Code]; named {
			t.Hand = v
		}
	}
}

// The sentence about all targets is made from their verdicts. Where some cannot be judged it never says how many were met without saying so.
func TestTargetSentences(t *testing.T) {
	const met, over, unmet, open, none = sheets.Met, sheets.Exceeded, sheets.Unmet, sheets.Insufficient, sheets.VerdictNotApplicable
	type verdicts = map[sheets.TargetCode]sheets.Verdict
	for _, tt := range []struct {
		name        string
		all         sheets.Verdict
		some        verdicts
		want, never []string
	}{
		{"all met", met, nil, []string{"đạt và vượt 11/11 chỉ tiêu.\n", "vượt: 0; đạt: 11; chưa đạt: 0"}, []string{"cụ thể:", "không đủ số liệu để kết luận"}},
		{"all exceeded", over, nil, []string{"đạt và vượt 11/11 chỉ tiêu.\n", "vượt: 11; đạt: 0; chưa đạt: 0"}, []string{"cụ thể:"}},
		{"met and exceeded are told apart", met, verdicts{"CT-1": over, "CT-5": unmet}, []string{
			"đạt và vượt 10/11 chỉ tiêu, còn 01 chỉ tiêu chưa đạt, cụ thể:\n", "vượt: 1; đạt: 9; chưa đạt: 1; không đủ số liệu: 0; không áp dụng: 0.",
		}, nil},
		{"one cannot be judged", met, verdicts{"CT-4": open}, []string{
			"đạt và vượt 10/11 chỉ tiêu, 01 chỉ tiêu không đủ số liệu để kết luận.\n", "không đủ số liệu để kết luận.\n", "không đủ số liệu: 1;",
		}, []string{"11/11", "chưa đạt, cụ thể"}},
		{"one unmet, one cannot be judged, one does not apply", met, verdicts{"CT-4": open, "CT-5": unmet, "CT-6": none}, []string{
			"đạt và vượt 8/11 chỉ tiêu, 01 chỉ tiêu không áp dụng, 01 chỉ tiêu không đủ số liệu để kết luận, còn 01 chỉ tiêu chưa đạt, cụ thể:\n",
		}, nil},
		{"none can be judged", open, nil, []string{"đạt và vượt 0/11 chỉ tiêu, 11 chỉ tiêu không đủ số liệu để kết luận.\n"}, []string{"chưa đạt, cụ thể"}},
		{"all unmet", unmet, nil, []string{"đạt và vượt 0/11 chỉ tiêu, còn 11 chỉ tiêu chưa đạt, cụ thể:\n", "- Còn 11 chỉ tiêu của năm 2021 chưa đạt.\n"}, []string{"không đủ số liệu để kết luận"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newProvince(t)
			p.judged(tt.all, tt.some)
			says(t, p, tt.want, tt.never)
		})
	}
}

// The general sentence is counted from the levels: all the same, mixed, and such that nobody could judge.
func TestGeneralSentence(t *testing.T) {
	const done, better, most, some, nothing, unknown = sheets.LevelDone, sheets.LevelBetter, sheets.LevelMost, sheets.LevelSome, sheets.LevelNone, sheets.LevelUnknown
	for _, tt := range []struct {
		name        string
		levels      [4]sheets.Level
		want, never []string
	}{
		{"all remedied", [4]sheets.Level{done, done, done, done}, []string{
			"Trong 04 khuyết điểm, hạn chế đã nhận: 04 khuyết điểm đã được khắc phục.\n", "Duy trì kết quả đã đạt được",
		}, []string{"chưa được khắc phục", "chưa khắc phục", "Tiếp tục khắc phục"}},
		{"all better", [4]sheets.Level{better, better, better, better}, []string{
			"đã nhận: 04 khuyết điểm chưa khắc phục hoàn toàn nhưng có chuyển biến tốt.\n", "- Còn 04 khuyết điểm, hạn chế chưa được khắc phục hoàn toàn",
		}, []string{"đã được khắc phục."}},
		{"none", [4]sheets.Level{nothing, nothing, nothing, nothing}, []string{"đã nhận: 04 khuyết điểm chưa được khắc phục.\n", "- Còn 04 khuyết điểm"}, []string{"chuyển biến tốt"}},
		{"one of each", [4]sheets.Level{some, done, most, nothing}, []string{
			"đã nhận: 01 khuyết điểm đã được khắc phục; 01 khuyết điểm chưa được khắc phục triệt để; 01 khuyết điểm đã được khắc phục một phần; 01 khuyết điểm chưa được khắc phục.\n",
			"- Còn 03 khuyết điểm",
		}, nil},
		{"some nobody could judge", [4]sheets.Level{done, unknown, unknown, better}, []string{
			"01 khuyết điểm đã được khắc phục; 01 khuyết điểm chưa khắc phục hoàn toàn nhưng có chuyển biến tốt; 02 khuyết điểm chưa đủ số liệu để đánh giá.\n", "- Còn 01 khuyết điểm",
		}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			p := newProvince(t)
			for i, s := range p.catalogue.Shortcomings {
				level := tt.levels[i]
				s.Hand, s.Reason, s.Direction = &level, "", ""
				if level == unknown {
					s.Hand = nil
					s.Clauses = append(s.Clauses, &sheets.Clause{Key: "9", Text: "chưa gắn"})
				}
			}
			for i := range p.catalogue.Settings { // what the office wrote itself speaks of what is open
				if key := p.catalogue.Settings[i].Key; key == "han_che" || key == "mat_duoc" {
					p.catalogue.Settings[i].Value = ""
				}
			}
			p.judged(sheets.Met, nil)
			for _, s := range p.catalogue.Shortcomings {
				for _, c := range s.Clauses {
					c.Results, c.Text = "", strings.ReplaceAll(c.Text, "chưa", "còn")
				}
			}
			says(t, p, tt.want, tt.never)
		})
	}
}

// An unmet target is told with its reason in the review of the committee.
func TestUnmetWithReason(t *testing.T) {
	p := newProvince(t)
	p.judged(sheets.Met, map[sheets.TargetCode]sheets.Verdict{"CT-5": sheets.Unmet})
	p.catalogue.Target("CT-5").Reason = "dịch bệnh kéo dài"
	data, err := fs.ReadFile(builtin.FS(), "kiem-diem-bch.docx")
	if err != nil {
		t.Fatal(err)
	}
	made, _, err := templates.Compile("kiem-diem-bch.docx", data)
	if err != nil {
		t.Fatal(err)
	}
	result, err := made.Render(p.data(), templates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	body, _ := words(t, result.Document)
	for _, want := range []string{", chưa đạt do dịch bệnh kéo dài.\n", "kết quả: 0 vượt, 10 đạt, 1 chưa đạt."} {
		if !strings.Contains(body, want) {
			t.Errorf("the review does not say %q\n%s", want, body)
		}
	}
}
