package out

import "github.com/fatih/color"

// Paint colours a text for a terminal; the texts say the same without it.
type Paint struct {
	Good, Bad, Doubtful func(string) string
}

// NoPaint leaves every text as it is.
func NoPaint() Paint {
	same := func(s string) string { return s }
	return Paint{Good: same, Bad: same, Doubtful: same}
}

// Coloured paints in green, red and yellow.
func Coloured() Paint {
	return Paint{Good: painter(color.FgGreen), Bad: painter(color.FgRed), Doubtful: painter(color.FgYellow)}
}

func painter(ink color.Attribute) func(string) string {
	c := color.New(ink)
	c.EnableColor()
	return func(s string) string { return c.Sprint(s) }
}
