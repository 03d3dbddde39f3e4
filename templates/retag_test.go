package templates_test

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// rule says how tags of another program are typed, and what stands in their place.
type rule struct {
	find *regexp.Regexp
	to   func(groups []string) string
}

// words finds the texts of runs and the ends of paragraphs in a part.
var words = regexp.MustCompile(`<w:p[ >]|</w:p>|<w:t(?: [^>]*)?>([^<]*)</w:t>`)

// retagging is the change of the tags of one part, in place: runs stay split as they are.
type retagging struct {
	rules []rule
	out   strings.Builder
	texts []wordsAt // of the paragraph that is being read
	tags  int       // that were changed
	split int       // of these, those that lie in several runs
}

// wordsAt is the text of a run in the part.
type wordsAt struct {
	from, to int
	text     []rune
}

// retag changes the tags of a part. Each rune of a new tag goes to the run in which the rune of the old one stood that is as far from
// its beginning.
func (r *retagging) retag(part string) string {
	r.out.Reset()
	at := 0
	flush := func() {
		for _, w := range r.changed() {
			r.out.WriteString(part[at:w.from] + html.EscapeString(string(w.text)))
			at = w.to
		}
		r.texts = nil
	}
	for _, m := range words.FindAllStringSubmatchIndex(part, -1) {
		if m[2] < 0 {
			flush()
			continue
		}
		r.texts = append(r.texts, wordsAt{m[2], m[3], []rune(html.UnescapeString(part[m[2]:m[3]]))})
	}
	flush()
	return r.out.String() + part[at:]
}

// changed gives the texts of a paragraph with its tags changed.
func (r *retagging) changed() []wordsAt {
	var joined []rune
	var owner []int // of each rune, the run
	for i, w := range r.texts {
		joined = append(joined, w.text...)
		for range w.text {
			owner = append(owner, i)
		}
		r.texts[i].text = nil
	}
	text := string(joined)
	for _, rule := range r.rules {
		text, owner = r.apply(rule, text, owner)
	}
	for i, c := range []rune(text) {
		r.texts[owner[i]].text = append(r.texts[owner[i]].text, c)
	}
	return r.texts
}

// apply changes the tags of one kind in a text whose runes have owners.
func (r *retagging) apply(rule rule, text string, owner []int) (string, []int) {
	var changed strings.Builder
	var owners []int
	at := 0 // in bytes
	runes := func(s string) int { return len([]rune(s)) }
	for _, m := range rule.find.FindAllStringIndex(text, -1) {
		first, length := runes(text[:m[0]]), runes(text[m[0]:m[1]])
		was := owner[first : first+length]
		changed.WriteString(text[at:m[0]])
		owners = append(owners, owner[runes(text[:at]):first]...)
		tag := rule.to(rule.find.FindStringSubmatch(text[m[0]:m[1]]))
		for i := range runes(tag) {
			owners = append(owners, was[i*length/runes(tag)])
		}
		changed.WriteString(tag)
		at = m[1]
		r.tags++
		if was[0] != was[length-1] {
			r.split++
		}
	}
	owners = append(owners, owner[runes(text[:at]):]...)
	return changed.String() + text[at:], owners
}

// retagged changes the tags in all stories of a document.
func retagged(t testing.TB, file []byte, rules []rule) (changed []byte, r retagging) {
	t.Helper()
	r.rules = rules
	return withStories(t, file, r.retag), r
}

// withStories gives a document whose stories were changed.
func withStories(t testing.TB, file []byte, change func(part string) string) []byte {
	t.Helper()
	from, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	parts := partsOf(t, file)
	for _, f := range from.File {
		if !storyFile.MatchString(f.Name) {
			err = w.Copy(f)
		} else {
			var to io.Writer
			if to, err = w.Create(f.Name); err == nil {
				_, err = io.WriteString(to, change(parts[f.Name]))
			}
		}
		if err != nil {
			t.Fatal(f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// simpleRun is a run that holds one text.
var simpleRun = regexp.MustCompile(`(<w:r(?: [^>]*)?>(?:<w:rPr>(?:[^<]|<[^/]|</w:[^r]|</w:rF)*?</w:rPr>)?)<w:t(?: [^>]*)?>([^<]+)</w:t></w:r>`)

// cutRuns cuts runs of a part at random places into two that look the same, with or without what Word puts between them.
func cutRuns(part string, r *rand.Rand) string {
	between := []string{"", `<w:proofErr w:type="spellStart"/>`, `<w:proofErr w:type="gramEnd"/>`}
	for range 2 {
		part = simpleRun.ReplaceAllStringFunc(part, func(run string) string {
			m := simpleRun.FindStringSubmatch(run)
			text := []rune(html.UnescapeString(m[2]))
			if strings.TrimSpace(string(text)) != string(text) && !strings.Contains(run, `xml:space="preserve"`) || r.IntN(4) == 0 {
				return run
			}
			cut := r.IntN(len(text) + 1)
			half := func(part []rune) string {
				return m[1] + `<w:t xml:space="preserve">` + html.EscapeString(string(part)) + `</w:t></w:r>`
			}
			return half(text[:cut]) + between[r.IntN(len(between))] + half(text[cut:])
		})
	}
	return part
}
