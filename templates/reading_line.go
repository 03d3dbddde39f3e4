package templates

import (
	"slices"
	"strings"
)

// readLine is a paragraph while it is read.
type readLine struct {
	runs      []readRun
	controls  []readControl
	bookmarks []readBookmark
	// boxes are the children of runs that may hold text boxes.
	boxes []readBox
}

type readBox struct {
	element *element
	twins   int
}

// readControl is a control with the runs in it.
type readControl struct {
	element  *element
	from, to int
	twin     bool
}

// readBookmark is one of our bookmarks with the runs in it. to is -1 while its end was not met.
type readBookmark struct {
	id, hash string
	from, to int
	used     bool
	twin     bool
}

// mark notes an end of one of our bookmarks.
func (r *figureReader) mark(e *element, l *readLine) {
	tag := r.bytes(e.open)
	id := attributeText(tag, r.prefix+"id")
	switch e.name {
	case r.prefix + "bookmarkStart":
		if hash, ok := bookmarkHash(attributeText(tag, r.prefix+"name")); ok {
			l.bookmarks = append(l.bookmarks, readBookmark{id: id, hash: hash, from: len(l.runs), to: -1, twin: r.twins > 0})
		}
	case r.prefix + "bookmarkEnd":
		for i := range l.bookmarks {
			if l.bookmarks[i].id == id && l.bookmarks[i].to < 0 {
				l.bookmarks[i].to = len(l.runs)
			}
		}
	}
}

// typedText is the text of a paragraph with a single thing in the place of each figure.
func (l *readLine) typedText(owned []bool) string {
	var text strings.Builder
	for i, run := range l.runs {
		switch {
		case !owned[i]:
			text.WriteString(run.text)
		case i == 0 || !owned[i-1]:
			text.WriteRune(thing)
		}
	}
	return text.String()
}

// figures makes figures of the controls of a paragraph, and of bookmarks whose control is gone. It tells which runs belong to them.
func (r *figureReader) figures(l *readLine) (owned []bool) {
	owned = make([]bool, len(l.runs))
	own := func(from, to int) {
		for i := from; i < to; i++ {
			owned[i] = true
		}
	}
	var found []placedFound
	for _, c := range l.controls {
		hash := ""
		if mark := l.bookmarkAt(c); mark != nil {
			hash = mark.hash
		}
		if key, ours := r.document.keyOf(r.propertiesOf(c.element), hash); ours {
			l.use(c, key)
			own(c.from, c.to)
			found = append(found, placedFound{r.newFound(key, c.element, l.runs[c.from:c.to], c.twin), c.from})
		}
	}
	for _, b := range l.bookmarks {
		// A bookmark around another figure's control is all that is left of one that somebody overwrote.
		if !b.used && b.to > b.from && len(r.around) == 0 && !slices.Contains(owned[b.from:b.to], true) {
			own(b.from, b.to)
			found = append(found, placedFound{r.newFound(r.document.byHash[b.hash], nil, l.runs[b.from:b.to], b.twin), b.from})
		}
	}
	if len(r.around) > 0 {
		own(0, len(owned))
	}
	slices.SortStableFunc(found, func(a, b placedFound) int { return a.at - b.at })
	for _, f := range found {
		f.paragraph = len(r.document.texts)
		for _, run := range l.runs[:f.at] {
			f.offset += len(run.text)
		}
		r.keep(f.Found)
	}
	return owned
}

// placedFound is a figure with the number of its first run in the paragraph.
type placedFound struct {
	*Found
	at int
}

func (r *figureReader) newFound(key string, control *element, runs []readRun, twin bool) *Found {
	f := &Found{Key: key, Place: r.place, part: r.part, control: control, runs: runs, twin: twin}
	for _, run := range runs {
		f.Text += run.text
	}
	return f
}

// bookmarkAt gives our bookmark around a control, nil where there is none. LibreOffice moves its beginning into the control.
func (l *readLine) bookmarkAt(c readControl) *readBookmark {
	for i := range l.bookmarks {
		if b := &l.bookmarks[i]; !b.used && b.to >= 0 && b.from <= c.from && c.to <= b.to && c.from < c.to {
			return b
		}
	}
	return nil
}

// use marks the bookmarks that belong to a control.
func (l *readLine) use(c readControl, key string) {
	hash := hashOf(key)
	for i := range l.bookmarks {
		b := &l.bookmarks[i]
		if b.from < c.to && (c.from < b.to || b.to < 0) && (key == "" || b.hash == hash) {
			b.used = true
		}
	}
}
