package main

import (
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/templates"
	"tonghop/vntext"
)

var (
	msgListWhat     = lang.Format{Vi: "ghi thêm tên mẫu: tonghop list tags MẪU", En: "name the template: tonghop list tags TEMPLATE"}
	titleLoop       = lang.Format{Vi: "vòng lặp: %s", En: "loop: %s"}
	titleCondition  = lang.Format{Vi: "điều kiện: %s", En: "condition: %s"}
	titleFigure     = lang.Format{Vi: "số liệu: %s", En: "figure: %s"}
	titleExpression = lang.Format{Vi: "biểu thức: %s", En: "expression: %s"}
	titleName       = lang.Format{Vi: "%s", En: "%s"}
	titleUnknown    = lang.Format{Vi: "không có trong danh mục", En: "not in the catalogue"}
)

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
	names := report.Names()
	var rows [][]string
	for _, use := range made.Tags() {
		rows = append(rows, []string{use.Tag, whatIs(use, d.catalogue, names).In(k.lang), use.Place.Message().In(k.lang)})
	}
	return rows, nil
}

// whatIs says what a tag prints, repeats or asks.
func whatIs(use templates.Use, c *sheets.Catalogue, names []report.Name) lang.Message {
	bare := len(use.Names) > 0 && vntext.Key(use.Expression) == vntext.Key(use.Names[0])
	if bare {
		title, isLoop := titleOf(use.Names[0], use.Inside, c, names)
		switch {
		case use.Section && isLoop:
			return titleLoop.With(title)
		case use.Section:
			return titleCondition.With(title)
		}
		return title
	}
	var parts []any
	for _, name := range use.Names {
		title, _ := titleOf(name, use.Inside, c, names)
		parts = append(parts, pairOf(name, title))
	}
	said := titleExpression
	if use.Section {
		said = titleCondition
	}
	return said.With(listed(use.Expression, parts))
}

// pairOf and listed put the names of an expression behind it.
func pairOf(name string, title lang.Message) lang.Message {
	return lang.Format{Vi: "%s = %s", En: "%s = %s"}.With(name, title)
}

func listed(expression string, parts []any) lang.Message {
	verbs := strings.TrimSuffix(strings.Repeat("%s; ", len(parts)), "; ")
	if verbs == "" {
		return titleName.With(expression)
	}
	text := "%s (" + verbs + ")"
	return lang.Format{Vi: text, En: text}.With(append([]any{expression}, parts...)...)
}

// titleOf says what a name stands for inside of loops: the innermost loop that knows it decides.
func titleOf(name string, inside []string, c *sheets.Catalogue, names []report.Name) (title lang.Message, isLoop bool) {
	key := vntext.Key(name)
	for _, loop := range slices.Backward(inside) {
		path := pathOf(loop, names)
		for _, n := range names {
			if vntext.Key(n.Name) == key && path != "" && n.Loop == path {
				return titleName.With(n.Doc), n.Loops
			}
		}
	}
	if ind := c.Indicator(sheets.Code(key)); ind != nil {
		return titleFigure.With(ind.Name), false
	}
	for _, wanted := range []func(report.Name) bool{
		func(n report.Name) bool { return n.Loop == "" },
		func(n report.Name) bool { return strings.HasPrefix(n.Loop, "*") },
		func(report.Name) bool { return true },
	} {
		for _, n := range names {
			if vntext.Key(n.Name) == key && wanted(n) {
				return titleName.With(n.Doc), n.Loops
			}
		}
	}
	return titleUnknown.With(), false
}

// pathOf gives the path under which the names of a loop are listed; those of one loop may be those of another.
func pathOf(loop string, names []report.Name) string {
	for _, n := range names {
		if !n.Loops || vntext.Key(n.Name) != vntext.Key(loop) {
			continue
		}
		switch {
		case n.Like != "":
			return n.Like
		case n.Loop == "":
			return n.Name
		default:
			return n.Loop + " / " + n.Name
		}
	}
	return ""
}

// listLayout lists what lint looks at beside the tags.
func listLayout(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, r := range append(templates.LayoutRules(), templates.SoundRules()...) {
		rows = append(rows, []string{r.Code, r.Title.In(k.lang), r.Explanation.In(k.lang)})
	}
	return rows, nil
}
