package sheets

import (
	"slices"
	"strings"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
)

var (
	circular     = lang.Format{Vi: "Tính vòng tròn: %s.", En: "A circle: %s."}
	circularHint = lang.Format{Vi: "Sửa một trong các công thức đó để không dùng lại kết quả của chính nó.", En: "Change one of these formulas so that it does not use its own result."}
)

// dependence is what one figure, target or shortcoming is computed from.
type dependence struct {
	name string // for messages
	uses []use  // in order
}

// use is that something is computed from something else, and the formula that says so.
type use struct {
	key string
	at  cell
}

// dependences is a graph of what is computed from what.
type dependences struct {
	nodes map[string]*dependence
	order []string // keys in the order of the catalogue
	state map[string]int
	found [][]string // circles, as keys
}

// The keys stand for figures, targets and shortcomings, which may share codes.
func figureKey(c Code) string                 { return "f " + string(foldCode(c)) }
func targetKey(c TargetCode) string           { return "t " + foldWord(string(c)) }
func shortcomingKey(c ShortcomingCode) string { return "s " + foldWord(string(c)) }

// breakCircles reports what is computed from itself and leaves the derived figures of a circle out of the catalogue. A threshold is typed
// and not computed, so that nguong makes no circle; the number of all targets does not depend on their verdicts.
func (l *loader) breakCircles() {
	g := &dependences{nodes: make(map[string]*dependence), state: make(map[string]int)}
	for _, ind := range l.c.Indicators {
		if ind.Kind == Derived {
			g.add(figureKey(ind.Code), string(ind.Code), l.uses(ind.Formula))
		}
	}
	for _, target := range l.c.Targets {
		var uses []use
		for _, part := range target.Parts {
			uses = append(uses, l.uses(part.Expr)...)
			uses = append(uses, l.uses(part.Condition)...)
		}
		g.add(targetKey(target.Code), string(target.Code), uses)
	}
	for _, s := range l.c.Shortcomings {
		g.add(shortcomingKey(s.Code), string(s.Code), l.shortcomingUses(s))
	}
	for _, key := range g.order {
		g.visit(key, nil)
	}
	for _, circle := range g.found {
		l.reportCircle(g, circle)
	}
}

func (g *dependences) add(key, name string, uses []use) {
	g.nodes[key] = &dependence{name: name, uses: uses}
	g.order = append(g.order, key)
}

// uses gives what an expression is computed from.
func (l *loader) uses(e *formula.Expr) []use {
	var uses []use
	add := func(key string) { uses = append(uses, use{key, l.at[e]}) }
	for _, name := range e.Names() {
		add(figureKey(Code(name)))
	}
	for _, called := range e.Functions() {
		switch {
		case called.Name == "dem_khuyet_diem" && len(called.Words) > 0:
			for _, s := range l.c.Shortcomings {
				add(shortcomingKey(s.Code))
			}
		case called.Name == "dem_chi_tieu" && len(called.Words) > 0, called.Name == "dem_noi_dung" && len(called.Words) > 0:
			for _, target := range l.c.Targets {
				add(targetKey(target.Code))
			}
		}
	}
	return uses
}

func (l *loader) shortcomingUses(s *Shortcoming) []use {
	var uses []use
	at := cell{pos: s.Pos, text: string(s.Code)}
	for _, clause := range s.Clauses {
		for _, m := range clause.Measures {
			uses = append(uses, l.uses(m.Expr)...)
			if m.Target != "" {
				uses = append(uses, use{targetKey(m.Target), at})
			}
			if m.AllTargets {
				for _, target := range l.c.Targets {
					uses = append(uses, use{targetKey(target.Code), at})
				}
			}
		}
	}
	return uses
}

// visit walks along what is used. Whoever meets a node of its own path has found a circle.
func (g *dependences) visit(key string, path []string) {
	const walking, done = 1, 2
	node := g.nodes[key]
	if node == nil || g.state[key] == done {
		return
	}
	if g.state[key] == walking {
		g.found = append(g.found, slices.Clone(path[slices.Index(path, key):]))
		return
	}
	g.state[key] = walking
	path = append(path, key)
	for _, used := range node.uses {
		g.visit(used.key, path)
	}
	g.state[key] = done
}

// reportCircle names the members of a circle, at the formula by which the first of them leads to the next, and drops its derived figures.
func (l *loader) reportCircle(g *dependences, circle []string) {
	names := make([]string, 0, len(circle)+1)
	for _, key := range circle {
		names = append(names, g.nodes[key].name)
	}
	names = append(names, names[0])
	first := g.nodes[circle[0]].uses
	leads := slices.IndexFunc(first, func(u use) bool { return u.key == circle[1%len(circle)] })
	l.fault(atCell(faultCircle, figure.Error, first[leads].at, circular.With(strings.Join(names, " → ")), circularHint.With()))
	l.c.Indicators = slices.DeleteFunc(l.c.Indicators, func(ind *Indicator) bool {
		return ind.Kind == Derived && slices.Contains(circle, figureKey(ind.Code))
	})
	for _, target := range l.c.Targets {
		if slices.Contains(circle, targetKey(target.Code)) {
			for _, part := range target.Parts {
				part.Expr, part.Condition = nil, nil
			}
		}
	}
}
