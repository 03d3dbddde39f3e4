package out

import (
	"io"
	"strings"

	"tonghop/lang"
)

// Explanation says what one code or name means.
type Explanation struct {
	Code    string
	Also    []string // other names for the same
	Kind    lang.Format
	Title   lang.Message
	Meaning lang.Message // complete sentences; what to do comes last where something is to be done
	Example lang.Message // as it is typed
	Next    lang.Message // what to type to see more
}

var (
	msgExplainHead    = lang.Format{Vi: "%s (%s): %s", En: "%s (%s): %s"}
	msgExplainExample = lang.Format{Vi: "Ví dụ: %s", En: "Example: %s"}
	msgExplainAlso    = lang.Format{Vi: "Cũng gõ được: %s", En: "May also be typed: %s"}
	msgExplainNext    = lang.Format{Vi: "Xem thêm: %s", En: "More: %s"}
)

// WriteExplanations says for a person what a code means. A code may mean several things, such as a figure and a style.
func WriteExplanations(w io.Writer, all []Explanation, l lang.Lang) error {
	var text strings.Builder
	for i, e := range all {
		if i > 0 {
			text.WriteString("\n")
		}
		text.WriteString(Clean(msgExplainHead.With(e.Code, e.Kind, e.Title).In(l)) + "\n")
		lines := []lang.Message{e.Meaning, {}, {}, {}}
		if !e.Example.IsZero() {
			lines[1] = msgExplainExample.With(e.Example)
		}
		if len(e.Also) > 0 {
			lines[2] = msgExplainAlso.With(strings.Join(e.Also, ", "))
		}
		if !e.Next.IsZero() {
			lines[3] = msgExplainNext.With(e.Next)
		}
		for _, line := range lines {
			if !line.IsZero() {
				text.WriteString("  " + Clean(line.In(l)) + "\n")
			}
		}
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// The shapes of tonghop/explain/1. Keys and their order are a contract with other programs.
type (
	explainedJSON struct {
		Schema  string            `json:"schema"`
		Entries []explanationJSON `json:"entries"`
	}
	explanationJSON struct {
		Code    string   `json:"code"`
		Also    []string `json:"also,omitempty"`
		Kind    string   `json:"kind"`
		Title   string   `json:"title"`
		Meaning string   `json:"meaning"`
		Example string   `json:"example"`
		Next    string   `json:"next"`
	}
)

// WriteExplanationsJSON writes what a code means, as tonghop/explain/1.
func WriteExplanationsJSON(w io.Writer, all []Explanation, l lang.Lang) error {
	made := explainedJSON{Schema: "tonghop/explain/1", Entries: []explanationJSON{}}
	for _, e := range all {
		made.Entries = append(made.Entries, explanationJSON{e.Code, e.Also, e.Kind.In(l), said(e.Title, l), said(e.Meaning, l), said(e.Example, l), said(e.Next, l)})
	}
	return writeJSON(w, made)
}
