package check

import (
	"slices"

	"tonghop/sheets"
)

// supposing is the form as it would be with other values, by slot. Its rules can be judged; nothing is found in it.
func (v *visit) supposing(change map[int]sheets.Value) *visit {
	sub := *v.sub
	sub.Values = slices.Clone(v.sub.Values)
	for slot, value := range change {
		sub.Values[slot] = value
	}
	other := *v
	other.sub, other.findings, other.results = &sub, nil, nil
	findBrokenRules(&other)
	return &other
}

// takeBack removes the findings of the rules that are broken in the form and not in the one that was supposed: they follow from what is said instead. It gives
// how many these were.
func (v *visit) takeBack(supposed *visit) int {
	gone := make(map[string]bool)
	for i := range v.rules {
		if v.results[i] == broken && supposed.results[i] != broken {
			gone[v.rules[i].Code] = true
		}
	}
	before := len(v.findings)
	v.findings = slices.DeleteFunc(v.findings, func(f sheets.Finding) bool { return gone[f.Code] })
	return before - len(v.findings)
}

// count counts the rules of which something became.
func (v *visit) count(of result) int {
	n := 0
	for _, result := range v.results {
		if result == of {
			n++
		}
	}
	return n
}
