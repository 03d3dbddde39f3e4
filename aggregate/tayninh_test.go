package aggregate

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"tonghop/sheets"
)

// reformedProvince is the province of both registries with an invented succession: an old commune went into the new one whose state code is the next
// lower one, every seventh in the shares of 60% and 40% into that one and the next, and every thirteenth was divided without shares. The attached unions
// stay. The communes that came from another province are founded.
type reformedProvince struct {
	text     string
	old, new []string // communes
	attached []string
	district map[string]string // of an old commune
	parts    map[string][]portion
}

type portion struct {
	heir  string
	share *big.Rat // nil: not stated
}

// lastOfOldProvince is the last state code of communes that were in the old province.
const lastOfOldProvince = "25999"

func reformTayNinh(t *testing.T) *reformedProvince {
	p := &reformedProvince{district: make(map[string]string), parts: make(map[string][]portion)}
	var units, moves strings.Builder
	var within []string // new communes within the old province
	for _, u := range records(t, "tayninh_2025.csv") {
		level := "xã"
		if u["parent"] == "" {
			level = "tỉnh"
		} else if p.new = append(p.new, u["code"]); u["admin_code"] < lastOfOldProvince {
			within = append(within, u["code"])
		}
		fmt.Fprintf(&units, "%s | %s | %s | %s | có | 01/07/2025 |\n", u["code"], u["name"], level, u["parent"])
	}
	for _, u := range records(t, "tayninh_2021.csv") {
		level, files := map[string]string{"tinh_doan": "tỉnh", "thanh_doan": "huyện", "thi_doan": "huyện", "huyen_doan": "huyện", "doan_truc_thuoc": "trực thuộc"}[u["kind"]], ""
		if level == "" {
			level, files = "xã", "có"
			p.divide(u, within)
		}
		if level == "trực thuộc" {
			files = "có"
			p.attached = append(p.attached, u["code"])
			fmt.Fprintf(&units, "%s | %s | %s | tn2-00 | có | 01/07/2025 |\n", u["code"], u["name"], level)
		}
		fmt.Fprintf(&units, "%s | %s | %s | %s | %s | | 30/06/2025\n", u["code"], u["name"], level, u["parent"], files)
	}
	moves.WriteString("tn1-00 | tn2-00 | 01/07/2025 |\n")
	for _, old := range p.old {
		for _, part := range p.parts[old] {
			share := ""
			if part.share != nil {
				share = part.share.RatString()
			}
			fmt.Fprintf(&moves, "%s | %s | 01/07/2025 | %s\n", old, part.heir, share)
		}
	}
	p.text = reformed + "# Đơn vị\nMã | Tên | Cấp | Trực thuộc | Phải nộp | Từ ngày | Đến ngày\n" + units.String() +
		"# Chuyển đổi\nMã cũ | Mã mới | Ngày | Tỷ lệ\n" + moves.String() + strings.ReplaceAll(reformFigures, "| xã |", "| xã;trực thuộc |")
	return p
}

// divide invents where an old commune went.
func (p *reformedProvince) divide(u map[string]string, within []string) {
	code := u["code"]
	n := len(p.old)
	p.old, p.district[code] = append(p.old, code), u["parent"]
	at := 0
	for i, heir := range within {
		if strings.TrimPrefix(heir, "tn2-") <= u["admin_code"] {
			at = i
		}
	}
	heir, next := within[at], within[(at+1)%len(within)]
	switch {
	case n%13 == 12:
		p.parts[code] = []portion{{heir, nil}, {next, nil}}
	case n%7 == 6:
		p.parts[code] = []portion{{heir, big.NewRat(3, 5)}, {next, big.NewRat(2, 5)}}
	default:
		p.parts[code] = []portion{{heir, big.NewRat(1, 1)}}
	}
}

// gave is what a unit gave in a half, an arbitrary number that differs from unit to unit.
func (p *reformedProvince) gave(half, unit string) int64 {
	var all []string
	if half == "H1" {
		all = append(slices.Clone(p.old), p.attached...)
	} else {
		all = append(slices.Clone(p.new), p.attached...)
	}
	i := slices.Index(all, unit)
	return int64(i*i*7+i*3+1) * int64(len(half)+len(all))
}

func (p *reformedProvince) answers() string {
	var text strings.Builder
	write := func(half string, units ...string) {
		for _, unit := range units {
			fmt.Fprintf(&text, "%s %s: cuoc=%d dv=%d\n", half, unit, p.gave(half, unit), p.gave(half, unit)+5)
		}
	}
	write("H1", slices.Concat(p.old, p.attached)...)
	write("H2", slices.Concat(p.new, p.attached)...)
	return text.String()
}

// alongNew works out by hand what every new commune has along the new tree: its own and its parts of old ones.
func (p *reformedProvince) alongNew() map[string]*big.Rat {
	sums := make(map[string]*big.Rat)
	for _, unit := range p.new {
		sums[unit] = new(big.Rat).SetInt64(p.gave("H2", unit))
	}
	for _, old := range p.old {
		for _, part := range p.parts[old] {
			if part.share != nil {
				sums[part.heir].Add(sums[part.heir], new(big.Rat).Mul(part.share, new(big.Rat).SetInt64(p.gave("H1", old))))
			}
		}
	}
	return sums
}

// alongOld works out by hand what every district has along the old tree: its communes', and those of new communes all of whose old ones were its own.
func (p *reformedProvince) alongOld() map[string]*big.Rat {
	sums, origins := make(map[string]*big.Rat), make(map[string]map[string]bool)
	for _, old := range p.old {
		district := p.district[old]
		if sums[district] == nil {
			sums[district] = new(big.Rat)
		}
		sums[district].Add(sums[district], new(big.Rat).SetInt64(p.gave("H1", old)))
		for _, part := range p.parts[old] {
			if origins[part.heir] == nil {
				origins[part.heir] = make(map[string]bool)
			}
			origins[part.heir][district] = true
		}
	}
	for unit, districts := range origins {
		if len(districts) == 1 {
			for district := range districts {
				sums[district].Add(sums[district], new(big.Rat).SetInt64(p.gave("H2", unit)))
			}
		}
	}
	return sums
}

func TestTayNinhReorganised(t *testing.T) {
	p := reformTayNinh(t)
	c := office(t, p.text)
	if got := len(c.Units.Units); got != 1+9+94+11+1+96 {
		t.Fatalf("%d units", got)
	}
	var all, standing int64
	for _, unit := range slices.Concat(p.old, p.attached) {
		all += p.gave("H1", unit)
	}
	for _, unit := range slices.Concat(p.new, p.attached) {
		all += p.gave("H2", unit)
		standing += p.gave("H2", unit) + 5
	}
	for tree, hand := range map[sheets.Tree]map[string]*big.Rat{sheets.NewTree: p.alongNew(), sheets.OldTree: p.alongOld()} {
		r := along(t, c, tree, p.answers())
		root := string(r.Catalogue.Units.Root.Code)
		if want := map[sheets.Tree]string{sheets.NewTree: "tn2-00", sheets.OldTree: "tn1-00"}[tree]; root != want {
			t.Errorf("%s tree: the root is %s", tree.Key(), root)
		}
		// 94 + 11 reports for the first half, 96 + 11 for the second, each once
		if got, want := total(r, root, "cuoc"), fmt.Sprintf("%d (212/212)", all); got != want {
			t.Errorf("%s tree: %s, want %s", tree.Key(), got, want)
		}
		if got, want := total(r, root, "dv"), fmt.Sprintf("%d (107/107)", standing); got != want {
			t.Errorf("%s tree: members %s, want %s", tree.Key(), got, want)
		}
		for _, unit := range slices.Sorted(maps.Keys(hand)) {
			if v := r.Total(r.Catalogue.Units.Unit(sheets.UnitCode(unit)), r.Catalogue.Indicator("cuoc")).Value; v.Rat == nil || v.Rat.Cmp(hand[unit]) != 0 {
				t.Errorf("%s tree, %s: %s, by hand %s", tree.Key(), unit, show(v), hand[unit].RatString())
			}
		}
	}
}
