package xlsx

import (
	"strings"

	"tonghop/vncode"
)

// run is a piece of a rich text.
type run struct {
	end  int    // of its text, in bytes
	font string // "" where it has that of the cell
}

// setFonts finds the fonts that draw a text, and converts what stands in one of TCVN3. A text without runs has the font of its cell.
func (c *Cell) setFonts(runs []run) {
	if len(runs) == 0 {
		if c.code == vncode.Unicode {
			return
		}
		runs = []run{{end: len(c.Text)}}
	}
	var old Old
	var shown strings.Builder
	from, first := 0, ""
	for _, r := range runs {
		piece, font, code, capitals := c.Text[from:r.end], c.Font, c.code, c.capitals
		if r.font != "" {
			font = r.font
			code, capitals = vncode.OfFont(font)
			if first == "" {
				first = font
			}
		}
		if code != vncode.Unicode && !vncode.IsASCII(piece) {
			piece = old.take(piece, font, code, capitals)
		}
		shown.WriteString(piece)
		from = r.end
	}
	switch {
	case old.Font != "":
		old.Stored, c.Font, c.Old = c.Text, old.Font, &old
		if old.settle(); old.Code != vncode.Unicode {
			c.Text = shown.String()
		}
	case first != "":
		c.Font = first
	}
}

// take notes a piece of a text that a font of the time before Unicode draws, and gives it as it is to be read.
func (o *Old) take(piece, font string, code vncode.Code, capitals bool) string {
	if o.Font == "" {
		o.Font = font
	}
	if !vncode.Possible(code, piece) {
		o.unicode = true
		return piece
	}
	o.Code = max(o.Code, code) // what cannot be read outweighs what was converted
	o.Certain = o.Certain || !vncode.Spelled(piece)
	if code == vncode.TCVN3 {
		piece, _ = vncode.FromTCVN3(piece, capitals)
	}
	return piece
}

// settle decides about pieces that may be either, once all are seen: beside Unicode they are Unicode.
func (o *Old) settle() {
	if o.unicode && !o.Certain {
		o.Code = vncode.Unicode
	}
}
