package report

import (
	"testing"

	"tonghop/templates"
)

// Every row of every loop has a key of its own, except the lines of texts; every name of a loop has a title.
func TestRowsHaveKeys(t *testing.T) {
	p := newProvince(t)
	rows := 0
	walk(t, "", p.data().(*data), SchemaOf(p.catalogue), func(path string, d *data, s templates.Schema) {
		if d.loop == &document || d.loop == &paragraphs {
			if d.Key() != "" {
				t.Errorf("%s has the key %q", path, d.Key())
			}
		} else if rows++; d.Key() == "" {
			t.Errorf("%s has no key: its loop does not say how rows are told apart", path)
		}
		for _, f := range d.loop.fields {
			if fact, ok := d.Fact(f.name); !ok || fact.Title == "" {
				t.Errorf("%s: nothing says what %s is", path, f.name)
			}
		}
		for _, name := range s.Loops() {
			inner, _ := d.Rows(name)
			seen := make(map[string]bool)
			for _, at := range inner {
				if key := at.Key(); key != "" && seen[key] {
					t.Errorf("%s: two rows of %s have the key %q", path, name, key)
				} else {
					seen[key] = true
				}
			}
		}
	})
	if rows < 30 {
		t.Errorf("only %d rows were seen", rows)
	}
}

func TestKeysThatAreTypedTwice(t *testing.T) {
	keys := rowKeys{}
	for _, want := range [][2]string{{"a", "a"}, {"", "_"}, {"a", "a#2"}, {"", "_#2"}, {"b", "b"}} {
		if got := keys.next(want[0]); got != want[1] {
			t.Errorf("%q becomes %q, not %q", want[0], got, want[1])
		}
	}
}
