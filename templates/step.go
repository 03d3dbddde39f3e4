package templates

import (
	"strconv"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/vntext"
)

// LoopStep is a word that may stand behind | in the tag of a loop. It chooses or sorts the rows before they are printed:
// {{#cac_don_vi | loc xd_dvut > 0 | giam xd_dvut | dau 10}}. Steps work from left to right, and {{stt}} counts what is printed.
type LoopStep struct {
	Name, English string
	Takes         lang.Format // what stands behind the word, in a few words
	Doc           lang.Format
	Example       string // a tag, over the loop cac_don_vi

	takes stepArgument
	apply func(f *filling, t *tag, s step, rows []*scope) []*scope
}

type stepArgument uint8

const (
	takesCondition stepArgument = iota
	takesKey
	takesCount
)

// loopSteps is the one table of steps.
var loopSteps = []LoopStep{
	{
		Name: "loc", English: "where", takes: takesCondition, apply: chooseRows,
		Takes: lang.Format{Vi: "điều kiện", En: "a condition"},
		Doc: lang.Format{
			Vi: "chỉ giữ các dòng thỏa điều kiện; dòng thiếu số liệu để xét thì không in và được liệt kê là thiếu",
			En: "keeps the rows that satisfy a condition; a row without the figure that decides is left out and listed as missing"},
		Example: "{{#cac_don_vi | loc xd_dvut > 0}}",
	},
	{
		Name: "tang", English: "asc", takes: takesKey, apply: sortRows(1),
		Takes: lang.Format{Vi: "số liệu hoặc tên", En: "a figure or a name"},
		Doc: lang.Format{
			Vi: "xếp tăng dần; chữ theo vần tiếng Việt; dòng thiếu số liệu xếp cuối",
			En: "sorts upwards, texts as a Vietnamese dictionary does; rows without the figure come last"},
		Example: "{{#cac_don_vi | tang ten}}",
	},
	{
		Name: "giam", English: "desc", takes: takesKey, apply: sortRows(-1),
		Takes: lang.Format{Vi: "số liệu hoặc tên", En: "a figure or a name"},
		Doc: lang.Format{
			Vi: "xếp giảm dần; dòng thiếu số liệu xếp cuối",
			En: "sorts downwards; rows without the figure come last"},
		Example: "{{#cac_don_vi | giam xd_dvut}}",
	},
	{
		Name: "dau", English: "first", takes: takesCount, apply: firstRows,
		Takes: lang.Format{Vi: "số dòng", En: "how many"},
		Doc: lang.Format{
			Vi: "chỉ giữ ngần ấy dòng đầu",
			En: "keeps only so many rows from the top"},
		Example: "{{#cac_don_vi | giam xd_dvut | dau 10}}",
	},
}

// LoopSteps gives every step, in the order in which the help lists them.
func LoopSteps() []LoopStep { return append([]LoopStep(nil), loopSteps...) }

// step is a step as a tag uses it.
type step struct {
	*LoopStep
	expr  *formula.Expr // of a condition or a key
	count int
}

// String is the step in canonical writing.
func (s step) String() string {
	if s.takes == takesCount {
		return s.Name + " " + strconv.Itoa(s.count)
	}
	return s.Name + " " + s.expr.String()
}

var (
	faultStepUnknown = lang.Format{
		Vi: "Sau dấu | của vòng lặp không có lệnh “%s”.%s Các lệnh: loc (lọc), tang (xếp tăng), giam (xếp giảm), dau (lấy mấy dòng đầu).",
		En: "“%s” is no word that may stand behind | of a loop.%s The words are where, asc, desc, first (loc, tang, giam, dau)."}
	faultStepMissing = lang.Format{
		Vi: "Sau dấu | còn thiếu lệnh, ví dụ {{#cac_don_vi | loc xd_dvut > 0}}. Gõ lệnh hoặc xóa dấu |.",
		En: "A word is missing after |, as in {{#cac_don_vi | where xd_dvut > 0}}. Type it or delete the |."}
	faultStepBare = lang.Format{
		Vi: "Lệnh “%s” còn thiếu %s ở sau, ví dụ %s.",
		En: "“%s” needs %s behind it, as in %s."}
	faultStepCount = lang.Format{
		Vi: "Sau “%s” phải là một số nguyên từ 1, ví dụ %[3]s; đang là “%[2]s”.",
		En: "Behind “%s” stands a whole number from 1, as in %[3]s, and not “%[2]s”."}
	faultStepNoLoop = lang.Format{
		Vi: "“%s” không phải vòng lặp nên không lọc hay sắp xếp được. Bỏ phần từ dấu | trở đi, hoặc viết tên một vòng lặp.",
		En: "“%s” is no loop and cannot be filtered or sorted. Delete what stands from | on, or write the name of a loop."}
	faultStepCondition = lang.Format{
		Vi: "Sau “%s” phải là điều kiện (đúng hay sai), ví dụ %[3]s; “%[2]s” không phải điều kiện.",
		En: "Behind “%s” stands a condition (true or false), as in %[3]s, and “%[2]s” is none."}
)

// maxRows bounds what dau may ask for; no loop has as many rows.
const maxRows = 1_000_000

// parseSteps reads what stands behind the first | of a loop.
func (t *tag) parseSteps(parts []string) []tagFault {
	var faults []tagFault
	for _, part := range parts {
		s, found := parseStep(part)
		faults = append(faults, found...)
		if len(found) == 0 {
			t.steps = append(t.steps, s)
		}
	}
	if len(parts) > 0 && t.expr != nil && t.name == "" {
		faults = append(faults, tagFault{message: faultStepNoLoop.With(t.text)})
	}
	return faults
}

func parseStep(part string) (step, []tagFault) {
	word, rest := part, ""
	if i := strings.IndexAny(part, " ("); i >= 0 {
		word, rest = part[:i], strings.TrimSpace(part[i:])
	}
	if word == "" {
		return step{}, []tagFault{{message: faultStepMissing.With()}}
	}
	found := stepNamed(word)
	if found == nil {
		near := vntext.Nearest(word, stepNames(), 1)
		return step{}, []tagFault{{faultStepUnknown.With(word, didMean(near)), near}}
	}
	s := step{LoopStep: found}
	if rest == "" {
		return s, []tagFault{{message: faultStepBare.With(word, found.Takes, found.Example)}}
	}
	return s, s.parseArgument(word, rest)
}

func (s *step) parseArgument(word, typed string) []tagFault {
	if s.takes == takesCount {
		n, err := strconv.Atoi(strings.Trim(typed, "() "))
		if err != nil || n < 1 || n > maxRows {
			return []tagFault{{message: faultStepCount.With(word, shorten(typed, 40), s.Example)}}
		}
		s.count = n
		return nil
	}
	expr, broken := formula.Parse(typed)
	var faults []tagFault
	for _, f := range broken {
		faults = append(faults, tagFault{f.Message, f.Suggestions})
	}
	s.expr = expr
	if len(faults) == 0 && s.takes == takesCondition && noCondition(expr.Result()) {
		faults = append(faults, tagFault{message: faultStepCondition.With(word, shorten(typed, 60), s.Example)})
	}
	return faults
}

// noCondition reports whether a value of a kind is never true or false.
func noCondition(k figure.Kind) bool {
	return k == figure.Number || k == figure.Date || k == figure.Range
}

func stepNamed(word string) *LoopStep {
	folded := vntext.Fold(word)
	for i := range loopSteps {
		if s := &loopSteps[i]; s.Name == folded || s.English == folded {
			return s
		}
	}
	return nil
}

func stepNames() []string {
	var names []string
	for _, s := range loopSteps {
		names = append(names, s.Name, s.English)
	}
	return names
}
