package check

import (
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// One cause is one finding: forty blank cells of a form are one thing to ask for, and so are thirty cells with an “x”. This is the one place where findings
// are put together; each check finds what it finds, cell by cell.

// mostApart is how many findings of one kind a form has that are named one by one. More have one cause.
const mostApart = 5

var (
	manyBlank = lang.Format{
		Vi: "Thiếu %d số liệu bắt buộc, ở các ô %s: “%s”, “%s”, “%s”, …",
		En: "%d required figures are missing, in cells %s: “%s”, “%s”, “%s”, …",
	}
	manyAlike = lang.Format{Vi: "%s; có %d ô như vậy: %s", En: "%s; %d cells are like that: %s"}
	mendAll   = lang.Format{Vi: "Sửa các ô đã nêu rồi lưu và gửi lại.", En: "Correct these cells, save and send the file again."}
)

// manyHints are what to do about findings of a kind that were put together, by code, where it is not the same as for one.
var manyHints = map[string]lang.Format{
	farFromFormer.Code: askAboutForm,
	farFromPeers.Code:  askAboutForm,
}

// cause is what findings have in common that were put together.
type cause struct {
	unit           sheets.UnitCode
	period         string
	file, sheet    string
	code, severity string
	shape          string // what the message says, but for names and numbers
}

// gather puts the findings of a form together that have one cause. What was accepted stays apart, because each has its own explanation. The result stands where the first of them stood.
func gather(findings []sheets.Finding) []sheets.Finding {
	many := make(map[cause][]int)
	for i, f := range findings {
		if f.Pos.Row > 0 && f.Pos.Col > 0 && f.Indicator != "" && f.Count == 1 && len(f.Cases) == 0 && !f.Catalogue && f.Accepted == nil {
			of := causeOf(f)
			many[of] = append(many[of], i)
		}
	}
	gone := make([]bool, len(findings))
	for _, places := range many { // each touches findings of its own
		if len(places) <= mostApart {
			continue
		}
		cases := make([]sheets.Finding, len(places))
		for i, place := range places {
			cases[i], gone[place] = findings[place], i > 0
		}
		findings[places[0]] = together(cases)
	}
	kept := findings[:0]
	for i, f := range findings {
		if !gone[i] {
			kept = append(kept, f)
		}
	}
	return kept
}

func causeOf(f sheets.Finding) cause {
	return cause{f.Unit, f.Period, f.Pos.File, f.Pos.Sheet, f.Code, f.Severity.String(), shape(f.Message)}
}

// shape is the format of a message and of the messages within it.
func shape(m lang.Message) string {
	var b strings.Builder
	b.WriteString(m.Format.Vi)
	for _, arg := range m.Args {
		if inner, ok := arg.(lang.Message); ok {
			b.WriteString("\x00" + shape(inner))
		}
	}
	return b.String()
}

// together makes one finding of several that have one cause. It quotes what stands in the cells, and suggests something, where that is the same in all.
func together(cases []sheets.Finding) sheets.Finding {
	f := cases[0]
	f.Cases, f.Count = cases, len(cases)
	for _, other := range cases[1:] {
		if other.Raw != f.Raw {
			f.Raw = ""
		}
		if other.Suggest != f.Suggest {
			f.Suggest = ""
		}
	}
	f.Message = manyAlike.With(cases[0].Message, len(cases), f.Cells())
	if cases[0].Message.Format == cellBlank {
		f.Message = manyBlank.With(len(cases), f.Cells(), cases[0].Message.Args[0], cases[1].Message.Args[0], cases[2].Message.Args[0])
	}
	f.Hint = hintTogether(f)
	return f
}

// hintTogether is what to do about many cells: what is to be done about each, said of all, where it is the same but for the cell.
func hintTogether(f sheets.Finding) lang.Message {
	if hint, ok := manyHints[f.Code]; ok {
		return hint.With()
	}
	first := f.Cases[0].Hint
	ofCell, equal := true, true
	for _, one := range f.Cases {
		ofCell = ofCell && one.Hint.Format == first.Format && len(one.Hint.Args) == 1 && one.Hint.Args[0] == any(one.Pos.Cell())
		equal = equal && one.Hint.In(lang.Vi) == first.In(lang.Vi)
	}
	switch {
	case ofCell:
		return first.Format.With(f.Cells())
	case equal:
		return first
	}
	return mendAll.With()
}
