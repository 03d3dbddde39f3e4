package formula_test

import (
	"iter"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"tonghop/figure"
	"tonghop/formula"
)

// world is a unit of a small tree: its figures, the units below it, and what it answers to functions on words.
type world struct {
	level   string
	figures map[string]figure.Value
	below   []*world
	answers map[string]figure.Value
	others  map[string]*world // by function over another period; nil where no figures of it are there
}

func (w *world) Value(name string) figure.Value { return w.figures[strings.ToLower(name)] }

func (w *world) Units(levels []string) iter.Seq[formula.Env] {
	return func(yield func(formula.Env) bool) {
		for _, u := range w.below {
			if len(levels) > 0 && !slices.ContainsFunc(levels, func(l string) bool { return formula.WordKey(l) == u.level }) {
				continue
			}
			if !yield(u) {
				return
			}
		}
	}
}

func (w *world) Ask(function string, words []string) figure.Value {
	return w.answers[function+"("+strings.Join(words, ",")+")"]
}

// scope knows what a world knows.
type scope struct {
	names []string
	words map[string][]string
}

func (s scope) Known(name string) bool {
	return slices.ContainsFunc(s.names, func(n string) bool { return strings.EqualFold(n, name) })
}

func (s scope) Names() []string { return s.names }

func (s scope) Words(function string, before []string) []string {
	if words, ok := s.words[function+" "+strings.Join(before, " ")]; ok {
		return words
	}
	return s.words[function]
}

// scopeOf knows the names of a world, and levels.
func scopeOf(w *world) scope {
	levels := []string{"xa", "huyen", "trực thuộc"}
	return scope{
		names: slices.Sorted(maps.Keys(w.figures)),
		words: map[string][]string{"dem_don_vi": levels, "so_don_vi": levels},
	}
}

var notApplicable = figure.Value{Kind: figure.NotApplicable}

// province is the world of most tests: nine districts, of which one has not answered and one is not concerned.
func province() *world {
	w := &world{
		figures: map[string]figure.Value{
			"a": figure.Int(6), "b": figure.Int(3), "c": figure.Int(0),
			"dvut": figure.Int(1805), "dvut_cn": figure.Int(56), "kn_cn": figure.Int(20),
			"phan": figure.Int(1).Covered(90, 94), "du": figure.Int(2).Covered(9, 9), "it": figure.Int(3).Covered(1, 9),
			"ty_le":   figure.Quotient(big.NewRat(9, 1), big.NewRat(11, 1)),
			"thieu_1": figure.MissingOf("thieu_1"), "thieu_2": figure.MissingOf("thieu_2"), "trong": {},
			"kad": notApplicable, "loai": figure.TextOf(" Xuất  sắc "), "van": {Kind: figure.Prose, Text: "XS"},
			"dung_vay": figure.BoolOf(true), "sai_vay": figure.BoolOf(false),
			"khoang":     {Kind: figure.Range, Rat: big.NewRat(1, 1), High: big.NewRat(2, 1)},
			"danh_sach":  {Kind: figure.List, Items: []figure.Item{{Text: "x"}}},
			"so_hong":    {Kind: figure.Number},
			"hom_qua":    {Kind: figure.Date, Date: time.Date(2021, 3, 2, 0, 0, 0, 0, time.UTC)},
			"hom_nay":    {Kind: figure.Date, Date: time.Date(2021, 3, 3, 0, 0, 0, 0, time.UTC)},
			"khoang_sai": {Kind: figure.Range},
			"hoa_thanh":  figure.TextOf("Hoà Thành"),
		},
		answers: map[string]figure.Value{
			"so_thang()":                   figure.Int(12),
			"nguong(CT-A.a)":               figure.Int(2000),
			"dem_chi_tieu()":               figure.Int(11),
			"dem_chi_tieu(vuot,dat)":       figure.Int(9),
			"dem_noi_dung(chua_dat)":       figure.Int(2),
			"dem_khuyet_diem()":            figure.Int(4),
			"dem_dong(ds_bch,xep_loai,XS)": figure.Int(3),
		},
	}
	for i := range 9 {
		u := &world{level: "huyen", figures: map[string]figure.Value{"cuoc": figure.Int(i), "mot": figure.Int(1)}}
		switch i {
		case 1:
			u.figures["cuoc"] = notApplicable
		case 2:
			u.figures["cuoc"] = figure.MissingOf("cuoc")
		case 8:
			u.figures["cuoc"] = figure.Int(8).Covered(3, 4)
		}
		w.below = append(w.below, u)
	}
	w.below = append(w.below,
		&world{level: "truc_thuoc", figures: map[string]figure.Value{"cuoc": figure.Int(5), "mot": figure.Int(1)}},
		&world{level: "cam", figures: map[string]figure.Value{"cuoc": figure.MissingOf("cuoc của đơn vị câm")}},
		&world{level: "ngoai", figures: map[string]figure.Value{"cuoc": notApplicable}},
	)
	return w
}

// show writes a value so that a table can state it: 3, 1/3 (1:3), thiếu a b, kad, with [have/expected] where units count.
func show(v figure.Value) string {
	var s string
	switch v.Kind {
	case figure.Missing:
		s = "missing: " + strings.Join(v.Gaps, ", ")
	case figure.NotApplicable:
		s = "not applicable"
	case figure.Number:
		s = v.Rat.RatString()
		if v.Num != nil {
			s += " (" + v.Num.RatString() + ":" + v.Den.RatString() + ")"
		}
	case figure.Bool:
		s = map[bool]string{true: "true", false: "false"}[v.Bool]
	case figure.Text, figure.Prose:
		s = "text " + v.Text
	default:
		s = "other"
	}
	if v.Expected > 0 {
		s += " [" + figure.Int(v.Have).Rat.RatString() + "/" + figure.Int(v.Expected).Rat.RatString() + "]"
	}
	return s
}

// eval reads and evaluates an expression that has no faults.
func eval(t testing.TB, src string, env formula.Env) figure.Value {
	t.Helper()
	e, faults := formula.Parse(src)
	if len(faults) > 0 {
		t.Fatalf("Parse(%q): column %d: %v", src, faults[0].Column, faults[0].Message)
	}
	return e.Eval(env)
}
