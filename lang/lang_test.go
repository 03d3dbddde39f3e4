package lang

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
)

var (
	greeting = Format{Vi: "Chào %s", En: "Hello %s"}
	world    = Format{Vi: "mọi người", En: "everybody"}
	open     = Format{Vi: "không mở được %s: %v", En: "cannot open %s: %v"}
)

func TestMessageSpeaksBothLanguages(t *testing.T) {
	m := greeting.With(world)
	if vi, en := m.In(Vi), m.In(En); vi != "Chào mọi người" || en != "Hello everybody" {
		t.Errorf("got %q and %q", vi, en)
	}
	if got := (Format{Vi: "100%", En: "all 100%"}).With().In(En); got != "all 100%" {
		t.Errorf("a message without arguments is no format: %q", got)
	}
	if !(Message{}).IsZero() || m.IsZero() {
		t.Error("only the zero message says nothing")
	}
}

func TestMessageIsAnErrorThatWraps(t *testing.T) {
	inner := open.With("a.xlsx", fs.ErrPermission)
	outer := fmt.Errorf("wrapped: %w", open.With("b", inner))
	if !errors.Is(outer, fs.ErrPermission) {
		t.Error("the cause is lost")
	}
	if got := Text(outer, En); got != "cannot open b: cannot open a.xlsx: permission denied" {
		t.Errorf("got %q", got)
	}
	if got := Text(outer, Vi); got != "không mở được b: không mở được a.xlsx: permission denied" {
		t.Errorf("got %q", got)
	}
	if Text(errors.New("plain"), En) != "plain" || Text(nil, Vi) != "" {
		t.Error("other errors stay as they are")
	}
}

func TestParse(t *testing.T) {
	for name, want := range map[string]Lang{"": Vi, "vi": Vi, "en": En} {
		if got, ok := Parse(name); got != want || !ok {
			t.Errorf("%q: %v, %v", name, got, ok)
		}
	}
	if _, ok := Parse("fr"); ok {
		t.Error("fr is no language of the program")
	}
}
