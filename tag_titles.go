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

// dictionary says what the names of a template stand for.
type dictionary struct {
	catalogue *sheets.Catalogue
	names     []report.Name
}

// meaning is what a name stands for.
type meaning struct {
	title lang.Message
	loop  bool
	known bool
}

var (
	titleLoop       = lang.Format{Vi: "vòng lặp: %s", En: "loop: %s"}
	titleCondition  = lang.Format{Vi: "điều kiện: %s", En: "condition: %s"}
	titleFigure     = lang.Format{Vi: "số liệu: %s", En: "figure: %s"}
	titleList       = lang.Format{Vi: "các dòng của bảng kê %s", En: "the rows of the list form %s"}
	titleColumn     = lang.Format{Vi: "cột của bảng kê: %s", En: "column of a list form: %s"}
	titleExpression = lang.Format{Vi: "biểu thức: %s", En: "expression: %s"}
	titleWith       = lang.Format{Vi: "%s (%s)", En: "%s (%s)"}
	titlePair       = lang.Format{Vi: "%s = %s", En: "%s = %s"}
	titleAnd        = lang.Format{Vi: "%s; %s", En: "%s; %s"}
	titleName       = lang.Format{Vi: "%s", En: "%s"}
	titleUnknown    = lang.Format{Vi: "không có trong danh mục", En: "not in the catalogue"}
)

// dictionaryOf gives the names that a template can use: those of reports, and of letters where it is one.
func dictionaryOf(d *linted) dictionary {
	names := report.Names()
	if isReminder(d.name) {
		names = append(report.LetterNames(), names...)
	}
	return dictionary{d.catalogue, names}
}

// whatIs says what a tag prints, repeats or asks.
func (d dictionary) whatIs(use templates.Use) lang.Message {
	if len(use.Names) > 0 && vntext.Key(use.Expression) == vntext.Key(use.Names[0]) {
		m := d.meaning(use.Names[0], use.Inside)
		switch {
		case use.Section && m.loop:
			return titleLoop.With(d.withSteps(use, m))
		case use.Section:
			return titleCondition.With(m.title)
		}
		return m.title
	}
	said := titleExpression
	if use.Section {
		said = titleCondition
	}
	return said.With(d.explained(use.Expression, use.Names, use.Inside))
}

// withSteps says what a loop repeats, and what its steps ask.
func (d dictionary) withSteps(use templates.Use, loop meaning) lang.Message {
	if len(use.Steps) == 0 {
		return loop.title
	}
	inside := append(slices.Clone(use.Inside), use.Names[0])
	return titleAnd.With(loop.title, d.explained(strings.Join(use.Steps, " | "), use.Names[1:], inside))
}

// explained puts what its names stand for behind an expression.
func (d dictionary) explained(expression string, names, inside []string) lang.Message {
	var all lang.Message
	for i, name := range names {
		pair := titlePair.With(name, d.meaning(name, inside).title)
		if i == 0 {
			all = pair
		} else {
			all = titleAnd.With(all, pair)
		}
	}
	if all.IsZero() {
		return titleName.With(expression)
	}
	return titleWith.With(expression, all)
}

// meaning says what a name stands for inside of loops: the innermost loop that knows it decides.
func (d dictionary) meaning(name string, inside []string) meaning {
	for _, loop := range slices.Backward(inside) {
		if m := d.inLoop(name, loop); m.known {
			return m
		}
	}
	if ind := d.catalogue.Indicator(sheets.Code(vntext.Key(name))); ind != nil {
		return meaning{titleFigure.With(ind.Name), false, true}
	}
	if list := d.catalogue.List(vntext.Key(name)); list != nil {
		return meaning{titleList.With(list.Name), true, true}
	}
	for _, wanted := range []func(report.Name) bool{
		func(n report.Name) bool { return n.Loop == "" },
		func(n report.Name) bool { return strings.HasPrefix(n.Loop, "*") },
		func(report.Name) bool { return true },
	} {
		for _, n := range d.names {
			if vntext.Key(n.Name) == vntext.Key(name) && wanted(n) {
				return meaning{titleName.With(n.Doc), n.Loops, true}
			}
		}
	}
	return meaning{title: titleUnknown.With()}
}

// inLoop says what a name stands for in the rows of a loop, which may be those of a list form.
func (d dictionary) inLoop(name, loop string) meaning {
	if list := d.catalogue.List(vntext.Key(loop)); list != nil {
		for _, column := range list.Columns {
			if vntext.Key(column.Key) == vntext.Key(name) {
				return meaning{titleColumn.With(column.Title), false, true}
			}
		}
	}
	path := d.pathOf(loop)
	for _, n := range d.names {
		if path != "" && n.Loop == path && vntext.Key(n.Name) == vntext.Key(name) {
			return meaning{titleName.With(n.Doc), n.Loops, true}
		}
	}
	return meaning{}
}

// pathOf gives the path under which the names of a loop are listed; those of one loop may be those of another.
func (d dictionary) pathOf(loop string) string {
	for _, n := range d.names {
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
