package formula

import "testing"

func TestQuotient(t *testing.T) {
	derived := map[string]string{"f": "a + b", "g": "a / b", "h": "f / c", "u": "v", "v": "u", "k": "lon_nhat(a; b)"}
	expand := func(name string) *Expr {
		text, ok := derived[name]
		if !ok {
			return nil
		}
		e, faults := Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		return e
	}
	for text, want := range map[string]string{
		"a": "a over 1", "a + b": "a + b over 1", "a / b": "a over b", "1 - a / b": "b + -1·a over b", "a / b - 1": "a + -1·b over b", "(a + b) / (c - 2 * d)": "a + b over c + -2·d",
		"a / 4": "1/4·a over 1", "a * 50%": "1/2·a over 1", "-(a / b)": "-1·a over b", "a / b + c / b": "a + c over b", "f + c": "a + b + c over 1", "h": "a + b over c",
		"100 * g": "100·a over b", "1 - h": "c + -1·a + -1·b over c", "5": "5 over 1", "a + 1": "a + 1 over 1", "a - a": "a + -1·a over 1",
		"a * b": "", "a / b + c": "", "a / b / c": "", "a / g": "", "a / 0": "", "g + a / c": "", "u": "", "k": "", "a > b": "", "neu(a > 0; a; b)": "", "a / nguong(x)": "", "a / so_thang()": "",
	} {
		e, faults := Parse(text)
		if len(faults) > 0 {
			t.Fatalf("%s: %v", text, faults)
		}
		above, below, ok := e.Quotient(expand)
		got := ""
		if ok {
			got = termsText(above) + " over " + termsText(below)
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", text, got, want)
		}
	}
	if _, _, ok := (*Expr)(nil).Quotient(expand); ok {
		t.Error("no expression is no quotient")
	}
}

func termsText(terms []Term) string {
	text := ""
	for i, term := range terms {
		if i > 0 {
			text += " + "
		}
		switch factor := term.Factor.RatString(); {
		case term.Name == "":
			text += factor
		case factor == "1":
			text += term.Name
		default:
			text += factor + "·" + term.Name
		}
	}
	return text
}
