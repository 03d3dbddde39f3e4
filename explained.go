package main

import (
	"slices"
	"strings"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/sheets/check"
	"tonghop/templates"
)

// explainedSource is one kind of thing that has codes, and what they mean.
type explainedSource struct {
	kind    lang.Format
	entries func(*sheets.Catalogue) []out.Explanation
}

// explainedSources are the kinds of things that explain knows, those of the program after those of the catalogue.
func explainedSources() []explainedSource {
	return []explainedSource{
		{lang.Format{Vi: "số liệu", En: "figure"}, explainIndicators},
		{lang.Format{Vi: "quy tắc của danh mục", En: "rule of the catalogue"}, explainRules},
		{lang.Format{Vi: "chỉ tiêu", En: "target"}, explainTargets},
		{lang.Format{Vi: "khuyết điểm", En: "shortcoming"}, explainShortcomings},
		{lang.Format{Vi: "phép kiểm tra", En: "check"}, explainChecks},
		{lang.Format{Vi: "lỗi của danh mục", En: "fault of the catalogue"}, explainFaults},
		{lang.Format{Vi: "điều lệnh lint soát về thể thức", En: "rule of layout, of lint"}, explainLayout},
		{lang.Format{Vi: "điều lệnh lint soát về cấu trúc tệp", En: "rule of structure, of lint"}, explainSound},
		{lang.Format{Vi: "mục khám của doctor", En: "examination of doctor"}, explainExaminations},
		{lang.Format{Vi: "cách in", En: "style"}, explainStyles},
		{lang.Format{Vi: "hàm", En: "function"}, explainFunctions},
		{lang.Format{Vi: "lệnh của vòng lặp", En: "step of a loop"}, explainSteps},
		{lang.Format{Vi: "tên dùng trong mẫu Word", En: "name for Word templates"}, explainNames},
		{lang.Format{Vi: "kết luận", En: "verdict"}, explainVerdicts},
	}
}

var (
	plainText     = lang.Format{Vi: "%s", En: "%s"}
	msgMeansCheck = lang.Format{Vi: "%s Mức thường gặp: %s.", En: "%s Usual severity: %s."}
	msgSetsCheck  = lang.Format{
		Vi: "%s Đổi mức: thêm dòng %s vào trang Thông tin, ghi %s.",
		En: "%s To change it, add the row %s to the sheet Thông tin and type %s.",
	}
	msgChosenCheck = lang.Format{Vi: "%s Danh mục này đã đặt: %s.", En: "%s This catalogue has set it to: %s."}
	msgSeverities  = lang.Format{Vi: "lỗi, cảnh báo hoặc lưu ý", En: "lỗi (error), cảnh báo (warning) or lưu ý (note)"}
	msgAndOff      = lang.Format{Vi: "lỗi, cảnh báo, lưu ý hoặc tắt", En: "lỗi (error), cảnh báo (warning), lưu ý (note) or tắt (off)"}
	msgOff         = lang.Format{Vi: "tắt", En: "off"}
	msgMeansStyle  = lang.Format{Vi: "Ghi ở cột Định dạng của trang Số liệu, hoặc sau dấu | trong thẻ của mẫu Word.", En: "Stands in the column Định dạng of the sheet Số liệu, or after | in a tag of a Word template."}
	msgMeansStep   = lang.Format{Vi: "Ghi sau dấu | trong thẻ mở vòng lặp, rồi đến %s.", En: "Stands after | in the tag that opens a loop, followed by %s."}
	msgMeansName   = lang.Format{Vi: "Dùng trong vòng lặp %s.", En: "For use in the loop %s."}
	msgMeansDone   = lang.Format{Vi: "Kết luận về một chỉ tiêu; trong biểu thức viết %s, trong JSON là %s.", En: "A verdict on a target; expressions write %s, JSON says %s."}
	msgArrow       = lang.Format{Vi: "%s → %s", En: "%s → %s"}
)

// inList says how to see all things of a kind, by the name of the kind in the reader's language.
func inList(kind string) lang.Message {
	for _, l := range listings() {
		if l.name == kind {
			return lang.Format{Vi: "tonghop list %s", En: "tonghop list %s"}.With(lang.Format{Vi: l.alias, En: l.name})
		}
	}
	panic("internal error: no list " + kind)
}

// explainChecks explains the checks, each with its severity and how the office changes it. That of rules stands in the sheet Quy tắc.
func explainChecks(c *sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	chosen := c.Severities()
	for _, ch := range check.Checks() {
		meaning := msgMeansCheck.With(ch.Explanation, ch.Severity.Title())
		if ch.MaySet() {
			choice := msgSeverities
			if sheets.MayBeOff(ch.Code) {
				choice = msgAndOff
			}
			meaning = msgSetsCheck.With(meaning, sheets.SeverityKey(ch.Code), choice)
		}
		if severity, set := chosen[ch.Code]; set {
			meaning = msgChosenCheck.With(meaning, severityTitle(severity))
		}
		all = append(all, out.Explanation{Code: ch.Code, Title: ch.Title.With(), Meaning: meaning, Example: plainText.With(ch.Example), Next: inList("checks")})
	}
	return all
}

// severityTitle is a severity of a check as people read it; Fine is a check that is off.
func severityTitle(severity figure.Severity) lang.Format {
	if severity == figure.Fine {
		return msgOff
	}
	return severity.Title()
}

// explainFaults explains what may be wrong with the catalogue by itself, what adding up shows to be wrong with it, and what comes after a closing.
func explainFaults(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, kind := range slices.Concat(sheets.FaultKinds(), aggregate.FindingKinds(), out.ClosingKinds()) {
		all = append(all, out.Explanation{Code: kind.Code, Title: kind.Title.With(), Meaning: kind.Explain.With(), Next: plainText.With("tonghop doctor")})
	}
	return all
}

func explainLayout(*sheets.Catalogue) []out.Explanation { return explainLint(templates.LayoutRules()) }
func explainSound(*sheets.Catalogue) []out.Explanation  { return explainLint(templates.SoundRules()) }

func explainLint(rules []templates.Rule) []out.Explanation {
	var all []out.Explanation
	for _, r := range rules {
		all = append(all, out.Explanation{Code: r.Code, Title: r.Title.With(), Meaning: r.Explanation.With(), Next: inList("layout")})
	}
	return all
}

func explainExaminations(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, e := range examinations() {
		all = append(all, out.Explanation{Code: e.code, Title: e.title.With(), Meaning: e.explain.With(), Next: plainText.With("tonghop doctor")})
	}
	return all
}

func explainStyles(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	add := func(name string, also []string, title lang.Format, example figure.Example) {
		all = append(all, out.Explanation{
			Code: name, Also: also, Title: title.With(), Meaning: msgMeansStyle.With(), Example: msgArrow.With(example.In, example.Out), Next: inList("styles"),
		})
	}
	for _, s := range figure.Styles() {
		add(s.Name, s.Aliases, s.Title, s.Example)
	}
	for _, s := range templates.EngineStyles() {
		add(s.Name, nil, s.Title, s.Example)
	}
	return all
}

func explainFunctions(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, f := range formula.Functions() {
		signature := lang.Format{Vi: f.Signature(lang.Vi), En: f.Signature(lang.En)}
		all = append(all, out.Explanation{
			Code: f.Name, Also: []string{f.English}, Title: plainText.With(signature), Meaning: plainText.With(f.Doc), Example: plainText.With(f.Example), Next: inList("functions"),
		})
	}
	return all
}

func explainSteps(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, s := range templates.LoopSteps() {
		all = append(all, out.Explanation{
			Code: s.Name, Also: []string{s.English}, Title: s.Doc.With(), Meaning: msgMeansStep.With(s.Takes), Example: plainText.With(s.Example), Next: inList("steps"),
		})
	}
	return all
}

// explainNames explains the names of documents. One that means the same in several loops is one entry.
func explainNames(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	known := make(map[string]int) // name and meaning to the index in all
	loops := make(map[int][]string)
	for _, n := range append(report.Names(), report.LetterNames()...) {
		key := n.Name + "\x00" + n.Doc.Vi
		i, ok := known[key]
		if !ok {
			i = len(all)
			known[key] = i
			e := out.Explanation{Code: n.Name, Title: n.Doc.With(), Example: plainText.With("{{" + n.Name + "}}"), Next: inList("names")}
			if n.Loops && !n.Value {
				e.Example = plainText.With("{{#" + n.Name + "}} … {{/" + n.Name + "}}")
			}
			all = append(all, e)
		}
		if n.Loop != "" && !strings.HasPrefix(n.Loop, "*") {
			loops[i] = append(loops[i], n.Loop)
			all[i].Meaning = msgMeansName.With(strings.Join(loops[i], ", "))
		}
	}
	return all
}

func explainVerdicts(*sheets.Catalogue) []out.Explanation {
	var all []out.Explanation
	for _, v := range aggregate.Verdicts() {
		all = append(all, out.Explanation{Code: v.Word, Also: []string{v.Name}, Title: v.Title.With(), Meaning: msgMeansDone.With(v.Word, v.Name), Next: inList("targets")})
	}
	return all
}
