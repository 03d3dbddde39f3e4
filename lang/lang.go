// Package lang holds what the program says to people, in the two languages it speaks.
//
// A message is a format with two columns, Vietnamese and English, and the arguments beside it. It is put into words
// only where it is shown, so that data and language never mix: a finding, an error and a help text all carry a
// Message, and the one who prints it chooses the language.
package lang

import (
	"errors"
	"fmt"
)

// Lang is a language that the program speaks.
type Lang uint8

// The languages. Vietnamese is the zero value because it is what the users speak.
const (
	Vi Lang = iota
	En
)

// Parse reads the value of the flag --lang.
func Parse(name string) (Lang, bool) {
	switch name {
	case "", "vi":
		return Vi, true
	case "en":
		return En, true
	}
	return Vi, false
}

// Format is one thing the program can say, as a fmt format in both languages. Both use the same arguments; where
// the order of words differs they say so with explicit indexes (%[2]s).
type Format struct{ Vi, En string }

// With puts the arguments beside the format. An argument may itself be a Message, a Format or an error that holds one: it is
// then put into words in the same language as the whole.
func (f Format) With(args ...any) Message { return Message{Format: f, Args: args} }

// In is the text of a format that takes no arguments.
func (f Format) In(l Lang) string {
	if l == En {
		return f.En
	}
	return f.Vi
}

// Message is a format with its arguments. The zero Message says nothing.
type Message struct {
	Format Format
	Args   []any
}

// IsZero reports whether the message says nothing.
func (m Message) IsZero() bool { return m.Format == Format{} }

// In puts the message into words.
func (m Message) In(l Lang) string {
	format := m.Format.In(l)
	if len(m.Args) == 0 {
		return format
	}
	args := make([]any, len(m.Args))
	for i, arg := range m.Args {
		args[i] = inLang(arg, l)
	}
	return fmt.Sprintf(format, args...)
}

// Error makes a message usable as an error. It speaks Vietnamese; Text gives either language.
func (m Message) Error() string { return m.In(Vi) }

// Unwrap gives the errors among the arguments, so that errors.Is and errors.As look through a message.
func (m Message) Unwrap() []error {
	var errs []error
	for _, arg := range m.Args {
		if err, ok := arg.(error); ok {
			errs = append(errs, err)
		}
	}
	return errs
}

// Text puts an error into words: in the language asked for where the error is or holds a Message, else as it is.
func Text(err error, l Lang) string {
	if err == nil {
		return ""
	}
	var m Message
	if errors.As(err, &m) {
		return m.In(l)
	}
	return err.Error()
}

func inLang(arg any, l Lang) any {
	switch a := arg.(type) {
	case Message:
		return a.In(l)
	case Format:
		return a.In(l)
	case error:
		return Text(a, l)
	}
	return arg
}
