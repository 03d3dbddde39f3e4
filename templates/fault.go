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
}

var faultLine = lang.Format{Vi: "%s: thẻ %s: %s", En: "%s: tag %s: %s"}

// Line puts the whole fault into one line: place, tag, and what is wrong.
func (f Fault) Line() lang.Message { return faultLine.With(f.Place.Message(), f.Tag, f.Message) }

// String is the line in Vietnamese.
func (f Fault) String() string { return f.Line().In(lang.Vi) }

// faultList gathers the faults of a template. What stands twice in a part (a text box is written once for new programs and once
// for old ones) is reported once.
type faultList struct {
	list []placedFault
	seen map[string]bool
}

// placedFault is a fault with the order of its tag in the template.
type placedFault struct {
	Fault
	order int
}

func (l *faultList) add(t *tag, m lang.Message, suggestions ...string) {
	f := Fault{Place: t.place, Tag: t.typed, Message: m, Suggestions: suggestions}
	key := f.String()
	if l.seen[key] {
		return
	}
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	l.seen[key] = true
	l.list = append(l.list, placedFault{f, t.order})
}

// faults gives the faults in the order of their tags.
func (l *faultList) faults() []Fault {
	slices.SortStableFunc(l.list, func(a, b placedFault) int { return a.order - b.order })
	var faults []Fault
	for _, f := range l.list {
		faults = append(faults, f.Fault)
	}
	return faults
}
