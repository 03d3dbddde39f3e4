package sheets

import (
	"math/big"
	"strings"
)

// keeper is the memory of one worker. Thousands of forms have the same labels, codes and small numbers: they are looked up once and
// kept in memory once.
type keeper struct {
	numbers []*big.Rat // the whole numbers from 0, shared by all workers
	texts   map[string]string
	titles  map[string]titled
	codes   map[string]*Indicator
	labels  map[string]*Indicator
	words   map[string]string // wordsKey
	stored  map[string]storedIn
}

// How much is remembered. Longer texts, and those that come when the memory is full, are worked out each time.
const (
	keptTexts   = 20_000
	keptLength  = 300
	keptNumbers = 1_000
)

func newKeeper(numbers []*big.Rat) keeper {
	return keeper{
		numbers: numbers, texts: make(map[string]string), titles: make(map[string]titled),
		codes: make(map[string]*Indicator), labels: make(map[string]*Indicator), words: make(map[string]string),
		stored: make(map[string]storedIn),
	}
}

// smallNumbers are the numbers that forms mostly hold.
func smallNumbers() []*big.Rat {
	numbers := make([]*big.Rat, keptNumbers)
	for i := range numbers {
		numbers[i] = new(big.Rat).SetInt64(int64(i))
	}
	return numbers
}

// remembered looks up what was worked out for a text, and works it out the first time. Texts are cloned, so that the memory does
// not hold on to whole workbooks.
func remembered[T any](memory map[string]T, text string, work func(string) T) T {
	if result, ok := memory[text]; ok {
		return result
	}
	text = strings.Clone(text)
	result := work(text)
	if len(text) <= keptLength && len(memory) < keptTexts {
		memory[text] = result
	}
	return result
}

// text gives an equal text that does not hold on to the whole workbook.
func (k keeper) text(s string) string {
	return remembered(k.texts, s, func(s string) string { return s })
}

// number gives an equal number.
func (k keeper) number(r *big.Rat) *big.Rat {
	if r.IsInt() && r.Num().IsInt64() {
		if n := r.Num().Int64(); 0 <= n && n < int64(len(k.numbers)) {
			return k.numbers[n]
		}
	}
	return r
}
