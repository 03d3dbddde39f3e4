package main

import (
	"slices"
	"testing"

	"tonghop/lang"
)

// Every command and flag is documented in both languages, has a name of its own, and takes only flags that exist.
func TestCommandsAreDocumented(t *testing.T) {
	names := make(map[string]bool)
	var used []string
	for _, c := range commands() {
		for _, name := range []string{c.name, c.alias} {
			if name == "" || names[name] {
				t.Errorf("the name %q is empty or taken", name)
			}
			names[name] = true
		}
		for _, text := range []lang.Format{c.title, c.text} {
			if text.Vi == "" || text.En == "" || text.Vi == text.En {
				t.Errorf("%s is not documented in both languages", c.name)
			}
		}
		if c.run == nil || c.least > c.most {
			t.Errorf("%s does nothing, or takes %d to %d arguments", c.name, c.least, c.most)
		}
		used = append(used, c.flags...)
	}
	known := make(map[string]bool)
	for _, f := range flagTable() {
		if f.name == "" || known[f.name] || f.title.Vi == "" || f.title.En == "" {
			t.Errorf("the flag %q is taken or not documented", f.name)
		}
		known[f.name] = true
		if !slices.Contains(used, f.name) && !slices.Contains(everywhere, f.name) {
			t.Errorf("no command takes --%s", f.name)
		}
	}
	for _, name := range used {
		if !known[name] {
			t.Errorf("a command takes --%s, which does not exist", name)
		}
	}
}

func TestFlagsMayStandAnywhere(t *testing.T) {
	tests := []struct{ args, want []string }{
		{[]string{"tonghop"}, []string{"tonghop"}},
		{[]string{"tonghop", "check", "dir", "--json"}, []string{"tonghop", "check", "--json", "dir"}},
		{[]string{"tonghop", "--lang", "en", "check", "dir"}, []string{"tonghop", "check", "--lang", "en", "dir"}},
		{[]string{"tonghop", "trace", "xd_dvut", "--unit", "x1", "dir", "--json"}, []string{"tonghop", "trace", "--unit", "x1", "--json", "xd_dvut", "dir"}},
		{[]string{"tonghop", "check", "--jobs=2", "dir"}, []string{"tonghop", "check", "--jobs=2", "dir"}},
		{[]string{"tonghop", "check", "--", "--json"}, []string{"tonghop", "check", "--", "--json"}},
		{[]string{"tonghop", "--version"}, []string{"tonghop", "--version"}},
	}
	for _, test := range tests {
		if got, err := flagsFirst(test.args); err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%v became %v, %v, want %v", test.args, got, err, test.want)
		}
	}
}

// A kind of list has two names of its own and says what it shows.
func TestListingsAreDocumented(t *testing.T) {
	names := make(map[string]bool)
	for _, l := range listings() {
		for _, name := range []string{l.name, l.alias} {
			if name == "" || names[name] {
				t.Errorf("the name %q is empty or taken", name)
			}
			names[name] = true
		}
		if l.title.Vi == "" || l.title.En == "" || l.rows == nil {
			t.Errorf("%s is not documented", l.name)
		}
	}
}
