package templates

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"
	"unicode/utf8"

	"tonghop/vntext"
)

// Step is one row on the way to a figure: the loop, and the key of the row in it.
type Step struct{ Loop, Row string }

// A reference names a figure: the rows that lead to it, what is evaluated there, and the styles in which it is printed, such as
// "xd_dvut", "xd_dvut_cn / xd_dvut | pt" or "cac_don_vi[TD-HT] xd_dvut". Two places of a document with one reference must show the same text.
// It holds the keys of rows and never their numbers, so that it means the same when rows come and go.
type reference struct {
	path []Step
	tag  *tag // expression and styles
}

// Word's limits, in characters.
const (
	maxControlTag = 64
	maxAlias      = 64
	maxKey        = 60
)

// keyHash is how many hexadecimal digits tell keys apart that were shortened, and name bookmarks.
const keyHash = 16

// shortKey is the key of a reference: itself where it is short enough to be read, else its beginning and a hash.
func shortKey(reference string) string {
	if len(reference) <= maxKey || utf8.RuneCountInString(reference) <= maxKey {
		return reference
	}
	letters := []rune(reference)
	return string(letters[:maxKey-keyHash-1]) + "~" + hashOf(reference)
}

// isWhole reports whether a key is a reference and not a shortened one.
func isWhole(key string) bool {
	i := strings.LastIndexByte(key, '~')
	return i < 0 || len(key)-i-1 != keyHash || utf8.RuneCountInString(key) != maxKey
}

func hashOf(text string) string { return string(appendHash(nil, text)) }

func appendHash(out []byte, text string) []byte {
	sum := sha256.Sum256([]byte(text))
	return hex.AppendEncode(out, sum[:keyHash/2])
}

// stepText writes a step of a path. A bracket in the key of a row is written twice.
func stepText(s Step) string {
	return s.Loop + "[" + strings.ReplaceAll(s.Row, "]", "]]") + "] "
}

// naming is what a tag that prints gives to the names of its figures.
type naming struct {
	expression string   // in canonical spelling
	printing   string   // the same with the styles that decide what is printed
	kept       []string // these styles
	names      []string // those that the expression looks up
	nameless   bool     // nothing of the data is in it, or the number of its row
	asks       bool     // it calls functions, which may count within a row
}

func (t *tag) named() naming {
	n := naming{expression: t.expr.String(), names: t.expr.Names(), kept: t.styleNames()}
	n.asks = len(t.expr.Functions()) > 0
	n.printing = n.expression
	for _, style := range n.kept {
		n.printing += " | " + style
	}
	n.nameless = len(n.names) == 0 && !n.asks ||
		slices.ContainsFunc(n.names, func(name string) bool { return rowNamed(name) != nil })
	return n
}

// styleNames gives the styles that decide what a tag prints; bold print is not one of them.
func (t *tag) styleNames() []string {
	var names []string
	for _, s := range t.styles {
		names = append(names, s.Name)
	}
	if t.measured {
		names = append(names, measureStyle)
	}
	if t.bare {
		names = append(names, bareStyle)
	}
	return names
}

// readReference reads a reference. ok is false for what is none.
func readReference(text string) (r reference, ok bool) {
	rest := text
	for {
		step, behind, found := cutStep(rest)
		if !found {
			break
		}
		r.path, rest = append(r.path, step), behind
	}
	t, faults := parseTag("{{" + rest + "}}")
	if len(faults) > 0 || t.kind != valueTag || t.expr == nil {
		return reference{}, false
	}
	r.tag = t
	return r, true
}

// cutStep cuts the first step off a reference.
func cutStep(text string) (s Step, rest string, ok bool) {
	name, behind, found := strings.Cut(text, "[")
	if !found || name == "" || strings.ContainsAny(name, " \"()|") {
		return s, text, false
	}
	var row strings.Builder
	for {
		part, after, found := strings.Cut(behind, "]")
		if !found {
			return s, text, false
		}
		row.WriteString(part)
		if behind = after; !strings.HasPrefix(behind, "]") {
			break
		}
		row.WriteByte(']')
		behind = behind[1:]
	}
	return Step{name, row.String()}, strings.TrimPrefix(behind, " "), true
}

// bookmarkPrefix begins the names of our bookmarks. Word hides bookmarks whose name begins with a low line from its list.
const bookmarkPrefix = "_th"

// bookmarkHash is the hash in the name of one of our bookmarks. LibreOffice adds to the name where it copies one.
func bookmarkHash(name string) (hash string, ok bool) {
	rest, found := strings.CutPrefix(name, bookmarkPrefix)
	if !found || len(rest) < keyHash {
		return "", false
	}
	hash = rest[:keyHash]
	for _, c := range hash {
		if !strings.ContainsRune("0123456789abcdef", c) {
			return "", false
		}
	}
	return hash, true
}

// loopKey is how a loop is called in references.
func loopKey(name string) string { return vntext.Key(name) }
