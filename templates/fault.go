package templates

import (
	"slices"

	"tonghop/lang"
)

// Fault is something wrong with a template, or something that went wrong with a tag while it was filled.
type Fault struct {
	Place Place
	// Tag is the tag as it was typed, with its braces.
	Tag string
	// Message is complete: it says what is wrong and what to type instead, naming the suggestions.
	Message lang.Message
	// Suggestions are names that may have been meant, the nearest first.
	Suggestions []string

	order int // of the tag in the template
}

var faultLine = lang.Format{Vi: "%s: thẻ %s: %s", En: "%s: tag %s: %s"}

// Line puts the whole fault into one line: place, tag, and what is wrong.
func (f Fault) Line() lang.Message { return faultLine.With(f.Place.Message(), f.Tag, f.Message) }

// String is the line in Vietnamese.
func (f Fault) String() string { return f.Line().In(lang.Vi) }

// faultList gathers the faults of a template. What stands twice in a part (a text box is written once for new programs and once
// for old ones) is reported once.
type faultList struct {
	list []Fault
	seen map[string]bool
}

func (l *faultList) add(t *tag, m lang.Message, suggestions ...string) {
	f := Fault{Place: t.place, Tag: t.typed, Message: m, Suggestions: suggestions, order: t.order}
	key := f.String()
	if l.seen[key] {
		return
	}
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	l.seen[key] = true
	l.list = append(l.list, f)
}

// faults gives the faults in the order of their tags.
func (l *faultList) faults() []Fault { return inOrder(l.list) }

// inOrder gives faults in the order of their tags.
func inOrder(faults []Fault) []Fault {
	slices.SortStableFunc(faults, func(a, b Fault) int { return a.order - b.order })
	return faults
}

// AllFaults gives the faults of Compile and those of Check together, in the order of the document.
func (t *Template) AllFaults(s Schema) []Fault { return inOrder(append(t.Faults(), t.Check(s)...)) }
