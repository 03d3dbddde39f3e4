package aggregate

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/sheets"
	"tonghop/vntext"
)

// What the office writes about a shortcoming is its own. It is only told where its words say the opposite of the figures that it is linked to, by a
// few phrases that leave no doubt: a bare “chưa” stands in “chưa thành niên” too.
var (
	// doneWords say that all is done.
	doneWords = keys(
		"đã được khắc phục", "đã khắc phục", "khắc phục hoàn toàn", "khắc phục triệt để", "khắc phục xong", "hoàn thành tất cả", "hoàn thành toàn bộ", "hoàn thành đầy đủ",
		"hoàn thành các chỉ tiêu", "hoàn thành 100% chỉ tiêu", "đạt tất cả các chỉ tiêu", "đều đạt và vượt", "đúng theo quy chế", "đúng quy chế",
	)
	// openWords say that something is not.
	openWords = keys(
		"chưa đạt", "chưa hoàn thành", "chưa khắc phục", "chưa được khắc phục", "chưa thực hiện được", "chưa đủ", "không đạt", "không hoàn thành",
	)
	// wholeWords claim that all of something did what was asked.
	wholeWords = keys("đúng theo quy chế", "đúng quy chế", "đúng theo quy định", "đúng quy định", "đầy đủ", "100%")

	// negations stand before words that then do not say what they say, and reliefs behind them.
	negations = keys("chưa", "chưa được", "không", "không được", "chưa thể", "phấn đấu", "yêu cầu", "cần", "phải", "để", "tiếp tục")
	reliefs   = keys("một phần", "bước đầu", "cơ bản")
)

// phrase is some words, as they are shown and as they are compared.
type phrase struct{ words, key string }

func keys(words ...string) []phrase {
	list := make([]phrase, len(words))
	for i, w := range words {
		list[i] = phrase{w, vntext.Key(w)}
	}
	return list
}

// saying is where a text, which is a key, says something.
type saying struct {
	words    string
	from, to int
}

// claim finds the first of the phrases that a text says without taking it back.
func claim(text string, phrases []phrase) (saying, bool) {
	for _, p := range phrases {
		for start := 0; start < len(text); {
			i := strings.Index(text[start:], p.key)
			if i < 0 {
				break
			}
			at, end := start+i, start+i+len(p.key)
			if apart(text, at, end) && !negated(text[:at]) && !relieved(text[end:]) {
				return saying{p.words, at, end}, true
			}
			start = end
		}
	}
	return saying{}, false
}

// apart reports whether a piece of a text begins and ends with whole words.
func apart(text string, from, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:from])
	after, _ := utf8.DecodeRuneInString(text[to:])
	letter := func(r rune) bool {
		return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
	}
	return !letter(before) && !letter(after)
}

func negated(before string) bool {
	before = strings.TrimSpace(before)
	for _, n := range negations {
		if strings.HasSuffix(before, n.key) && apart(before, len(before)-len(n.key), len(before)) {
			return true
		}
	}
	return false
}

func relieved(after string) bool {
	after = strings.TrimSpace(after)
	for _, r := range reliefs {
		if strings.HasPrefix(after, r.key) {
			return true
		}
	}
	return false
}

var (
	tagInText    = regexp.MustCompile(`\{\{\s*([^{}|]+?)\s*(\|[^{}]*)?\}\}`)
	countInText  = regexp.MustCompile(`\d[\d.]*/\d[\d.]*`)
	sentenceEnds = regexp.MustCompile(`[.;!?](\s|$)|\n`)
)

// filled puts figures of the root in the place of simple tags: n/m of a share, else the usual form. Tags that mean something only in their document
// stay.
func (r *Result) filled(text string) string {
	return tagInText.ReplaceAllStringFunc(text, func(tag string) string {
		e, faults := formula.Parse(tagInText.FindStringSubmatch(tag)[1])
		if len(faults) > 0 || r.Catalogue.Units.Root == nil {
			return tag
		}
		v := r.Eval(r.Catalogue.Units.Root, e)
		switch {
		case v.IsMissing():
			return tag
		case strings.Contains(tag, "| pt"), r.asPercentage(e):
			return "…"
		}
		return figure.Default(v)
	})
}

// asPercentage reports whether a tag without a style prints a percentage, in which nobody reads n of m.
func (r *Result) asPercentage(e *formula.Expr) bool {
	names := e.Names()
	if len(names) != 1 || names[0] != e.String() {
		return false
	}
	ind := r.deps.indicator(names[0])
	return ind != nil && strings.HasPrefix(ind.Style, "pt")
}

// farthest is how many bytes of a key may lie between a claim and the count that it is about.
const farthest = 60

// incomplete finds in a text a claim that all did what was asked beside a count n/m that says otherwise.
func incomplete(text string) (claimed, count string, ok bool) {
	for _, sentence := range sentenceEnds.Split(text, -1) {
		key := vntext.Key(sentence)
		said, found := claim(key, wholeWords)
		if !found {
			continue
		}
		for _, at := range countInText.FindAllStringIndex(key, -1) {
			between := max(said.from-at[1], at[0]-said.to)
			if between >= 0 && between <= farthest && isPartial(key, at[0], at[1]) {
				return said.words, key[at[0]:at[1]], true
			}
		}
	}
	return "", "", false
}

// before a day of a month, or the number of a document, stand such words.
var notCounts = keys("ngày", "tháng", "số", "từ", "đến", "trước", "sau", "hạn", "mùng", "mồng")

// isPartial reports whether n/m is a count of fewer than all, and neither a day nor the number of a document.
func isPartial(text string, from, to int) bool {
	before := strings.TrimSpace(text[:from])
	for _, w := range notCounts {
		if strings.HasSuffix(before, w.key) && apart(before, len(before)-len(w.key), len(before)) {
			return false
		}
	}
	if next, _ := utf8.DecodeRuneInString(text[to:]); next == '/' || next == '-' || unicode.IsLetter(next) || strings.HasSuffix(before, "/") {
		return false
	}
	n, m, _ := strings.Cut(text[from:to], "/")
	first, err := strconv.Atoi(strings.ReplaceAll(strings.TrimRight(n, "."), ".", ""))
	second, err2 := strconv.Atoi(strings.ReplaceAll(strings.TrimRight(m, "."), ".", ""))
	return err == nil && err2 == nil && first < second && second > 1
}

// compareWords tells where the words of the office contradict the figures.
func (r *Result) compareWords() {
	for i := range r.Shortcomings {
		s := &r.Shortcomings[i]
		for _, clause := range s.Shortcoming.Clauses {
			var own []MeasureResult
			for _, m := range s.Measures {
				if m.Clause == clause {
					own = append(own, m)
				}
			}
			r.compareText(s, clause.Results, clause.Pos, own)
		}
		if s.Suggested != sheets.LevelUnknown {
			r.compareText(s, s.Shortcoming.Reason, s.Shortcoming.Pos, s.Measures)
		}
	}
	for _, p := range r.Catalogue.Prose {
		if claimed, count, found := incomplete(r.filled(p.Text)); found {
			r.findIncomplete(p.Pos, claimed, count)
		}
		if p.Loop == "" {
			r.compareGeneral(p)
		}
	}
}

// compareText tells where a text says that something is open although every measure is met, or that all is done although one is not.
func (r *Result) compareText(s *ShortcomingResult, text string, near sheets.Pos, measures []MeasureResult) {
	met, unmet, other := 0, 0, 0
	var failed string
	for _, m := range measures {
		switch {
		case m.Verdict == sheets.VerdictNotApplicable:
		case fulfilled(m.Verdict):
			met++
		case m.Verdict == sheets.Unmet:
			if unmet++; failed == "" {
				failed = m.Measure.Text
			}
		default:
			other++
		}
	}
	key := vntext.Key(text)
	if said, ok := claim(key, openWords); ok && met > 0 && unmet+other == 0 {
		r.findOpenWords(s, r.posOf(text, near), said.words)
	}
	if said, ok := claim(key, doneWords); ok && unmet > 0 {
		r.findDoneWords(s, r.posOf(text, near), said.words, failed)
	}
}

var (
	allWords       = keys("tất cả", "toàn bộ", "các khuyết điểm", "đều")
	shortcomingKey = vntext.Key("khuyết điểm")
)

// compareGeneral tells where a text about the whole says of all shortcomings what their levels do not.
func (r *Result) compareGeneral(p sheets.Prose) {
	done, open := 0, 0
	for _, s := range r.Shortcomings {
		switch s.Verdict {
		case sheets.LevelUnknown:
		case sheets.LevelDone:
			done++
		default:
			open++
		}
	}
	for _, sentence := range sentenceEnds.Split(p.Text, -1) {
		key := vntext.Key(sentence)
		if !strings.Contains(key, shortcomingKey) {
			continue
		}
		if _, all := claim(key, allWords); !all {
			continue
		}
		if said, ok := claim(key, doneWords); ok && open > 0 {
			r.findGeneral(p.Pos, said.words, done, len(r.Shortcomings))
		} else if said, ok := claim(key, openWords); ok && done == len(r.Shortcomings) && done > 0 {
			r.findGeneral(p.Pos, said.words, done, len(r.Shortcomings))
		}
	}
}

// posOf is the cell of a text in the rows of a shortcoming, the cell near where it is not known.
func (r *Result) posOf(text string, near sheets.Pos) sheets.Pos {
	for _, p := range r.Catalogue.Prose {
		if p.Text == text && p.Pos.Sheet == near.Sheet && p.Pos.Row >= near.Row {
			return p.Pos
		}
	}
	return near
}
