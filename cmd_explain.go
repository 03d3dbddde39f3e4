package main

import (
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
	"tonghop/vntext"
)

var (
	msgNoCode = lang.Format{
		Vi: "không có gì mang mã %q để giải thích. Xem các mã: tonghop list",
		En: "nothing has the code %q. The codes there are: tonghop list"}
	msgNearCode = lang.Format{
		Vi: "không có gì mang mã %q để giải thích; có phải là %s?",
		En: "nothing has the code %q; is it %s?"}
	msgOr = lang.Format{Vi: " hoặc ", En: " or "}
)

// mostNear is how many codes are offered for one that does not exist.
const mostNear = 3

func explainCommand(k *call) (status, error) {
	c, err := explainedCatalogue(k, k.arg(1))
	if err != nil {
		return failed, err
	}
	typed := bareCode(k.arg(0))
	var found []out.Explanation
	var names []string
	for _, s := range explainedSources() {
		for _, e := range s.entries(c) {
			e.Kind = s.kind
			called := append([]string{e.Code}, e.Also...)
			names = append(names, called...)
			if slices.ContainsFunc(called, func(name string) bool { return vntext.Key(name) == vntext.Key(typed) }) {
				found = append(found, e)
			}
		}
	}
	switch {
	case len(found) == 0:
		return failed, usage(nearestCodes(k, typed, names))
	case k.json:
		return fine, out.WriteExplanationsJSON(k.stdout, found, k.lang)
	}
	return fine, out.WriteExplanations(k.stdout, found, k.lang)
}

// explainedCatalogue opens the catalogue whose codes are explained: that of the workspace named, of the current folder, else the starter one. The
// codes of a catalogue with faults are explained too, because they are asked for in order to mend it.
func explainedCatalogue(k *call, dir string) (*sheets.Catalogue, error) {
	if dir == "" && k.catalog == "" && !hasCatalogue(".") {
		return starterCatalogue()
	}
	w := placesOf(k, dir)
	if err := w.load(); err != nil {
		return nil, err
	}
	return w.catalogue, nil
}

// bareCode takes off what surrounds a code where it was copied from: the brackets of a message, the braces of a tag, the call of a function.
func bareCode(typed string) string {
	text := strings.Trim(strings.TrimSpace(vntext.NFC(typed)), "[]{}#/|“”\" ")
	if name, _, isCall := strings.Cut(text, "("); isCall && name != "" {
		text = name
	}
	return strings.TrimSpace(text)
}

// nearestCodes says that a code does not exist, with those that come near.
func nearestCodes(k *call, typed string, names []string) error {
	slices.Sort(names)
	near := vntext.Nearest(typed, slices.Compact(names), mostNear)
	if len(near) == 0 {
		return msgNoCode.With(typed)
	}
	return msgNearCode.With(typed, strings.Join(near, msgOr.In(k.lang)))
}
