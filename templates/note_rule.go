package templates

import (
	"slices"

	"tonghop/lang"
)

// Note is something about a document that is no fault of its tags: it can be filled, and somebody should look at it all the same.
type Note struct {
	// Code is the code of the rule that found it.
	Code  string
	Place Place
	// Message is complete: it says what is unusual and what to do.
	Message lang.Message
	// Count is how many places it was found at; Place is the first of them.
	Count int
}

// Rule is one thing that lint looks at beside the tags. Codes are for ever.
type Rule struct {
	Code string
	// Title says what was found, as a sentence without its full stop.
	Title lang.Format
	// Explanation says why it matters and ends with what to do.
	Explanation lang.Format
}

var (
	noteText  = lang.Format{Vi: "%s%s. %s", En: "%s%s. %s"}
	noteLine  = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	noteTimes = lang.Format{Vi: "%s: %s (%d chỗ, đây là chỗ đầu tiên)", En: "%s: %s (%d places, this is the first)"}
	quoted    = lang.Format{Vi: ": “%s”", En: ": “%s”"}
)

// note makes a note of the rule. detail says what exactly was found; the zero Message says nothing more.
func (r Rule) note(at Place, detail lang.Message) Note {
	return Note{Code: r.Code, Place: at, Message: noteText.With(r.Title, detail, r.Explanation), Count: 1}
}

// Line puts the whole note into one line: where, and what.
func (n Note) Line() lang.Message {
	if n.Count > 1 {
		return noteTimes.With(n.Place.Message(), n.Message, n.Count)
	}
	return noteLine.With(n.Place.Message(), n.Message)
}

// String is the line in Vietnamese.
func (n Note) String() string { return n.Line().In(lang.Vi) }

// ruleOf gives the rule of a code. A code that no rule has is a mistake in the program.
func ruleOf(rules []Rule, code string) Rule {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.Code == code })
	if i < 0 {
		panic("internal error: no rule " + code)
	}
	return rules[i]
}

// together makes one note of all notes of a code: what has one cause is said once, with a count.
func together(notes []Note) []Note {
	var kept []Note
	at := map[string]int{}
	for _, n := range notes {
		if i, ok := at[n.Code]; ok {
			kept[i].Count += n.Count
			continue
		}
		at[n.Code] = len(kept)
		kept = append(kept, n)
	}
	return kept
}
