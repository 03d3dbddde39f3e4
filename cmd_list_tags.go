package main

import (
	"tonghop/lang"
	"tonghop/templates"
)

var msgListWhat = lang.Format{Vi: "ghi thêm tên mẫu: tonghop list the MẪU", En: "name the template: tonghop list tags TEMPLATE"}

// listTags lists the tags of a template: each with what it prints, and where it stands.
func listTags(k *call, _ *workspace) ([][]string, error) {
	if k.arg(1) == "" {
		return nil, usage(msgListWhat.With())
	}
	d, err := findLinted(k, k.arg(1), k.arg(2))
	if err != nil {
		return nil, err
	}
	made, _, err := templates.Compile(d.name, d.data)
	if err != nil {
		return nil, usage(msgFault.With(d.shown, err))
	}
	words := dictionaryOf(d)
	var rows [][]string
	for _, use := range made.Tags() {
		rows = append(rows, []string{use.Tag, words.whatIs(use).In(k.lang), use.Place.Message().In(k.lang)})
	}
	return rows, nil
}

// listLayout lists what lint looks at beside the tags.
func listLayout(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, r := range append(templates.LayoutRules(), templates.SoundRules()...) {
		rows = append(rows, []string{r.Code, r.Title.In(k.lang), r.Explanation.In(k.lang)})
	}
	return rows, nil
}
