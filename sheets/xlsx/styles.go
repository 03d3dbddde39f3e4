package xlsx

import "tonghop/vncode"

// styleSheet are the styles of a workbook, to which cells refer by number.
type styleSheet struct{ list []Style }

// style gives the style with a number. Number 0 is the plain one in a file without styles; any other that is not there is lost.
func (ss *styleSheet) style(i int) Style {
	if i < len(ss.list) {
		return ss.list[i]
	}
	return Style{Lost: i > 0}
}

// styleParts is what styles are put together from while they are read.
type styleParts struct {
	formats map[int]string // by number; those of the file
	fonts   []string
	kinds   map[string]Style // formats that were looked into
}

// read reads the part of the styles as far as number formats and fonts go. Differential and named styles do not matter to cells.
func (ss *styleSheet) read(s *scanner) error {
	parts := styleParts{formats: make(map[int]string), kinds: make(map[string]Style)}
	var cells [][2]int // number format and font
	err := s.children(main, "styleSheet", func() error {
		switch {
		case s.is(main, "numFmts"):
			return s.each(func() error { return parts.format(s) })
		case s.is(main, "fonts"):
			return s.each(func() error { return parts.font(s) })
		case s.is(main, "cellXfs"):
			return s.each(func() error {
				if !s.is(main, "xf") {
					return s.skip()
				}
				cells = append(cells, [2]int{s.number("numFmtId"), s.number("fontId")})
				if err := s.checkItems(len(cells)); err != nil {
					return err
				}
				return s.skip()
			})
		}
		return s.skip()
	})
	if err != nil {
		return err
	}
	ss.list = make([]Style, len(cells))
	for i, cell := range cells {
		ss.list[i] = parts.style(cell[0], cell[1])
	}
	return nil
}

// number reads an attribute that counts from 0. What is missing is 0, what is no number is -1.
func (s *scanner) number(name string) int {
	value, ok := s.attr(name)
	if !ok {
		return 0
	}
	if n, ok := parseUint(value, 1<<30); ok {
		return n
	}
	return -1
}

// format reads the current element as a number format of the file. It replaces a built-in one with the same number.
func (p *styleParts) format(s *scanner) error {
	if code, ok := s.attr("formatCode"); ok && s.is(main, "numFmt") {
		p.formats[s.number("numFmtId")] = string(code)
		if err := s.checkItems(len(p.formats)); err != nil {
			return err
		}
	}
	return s.skip()
}

// font reads the current element as a font.
func (p *styleParts) font(s *scanner) error {
	if !s.is(main, "font") {
		return s.skip()
	}
	name := ""
	err := s.each(func() error {
		if value, ok := s.attr("val"); ok && s.is(main, "name") {
			name = string(value)
		}
		return s.skip()
	})
	p.fonts = append(p.fonts, name)
	if err != nil {
		return err
	}
	return s.checkItems(len(p.fonts))
}

// style puts a style together. Excel shows a number format that the file does not define as General.
func (p *styleParts) style(format, font int) Style {
	code, ok := p.formats[format]
	if !ok {
		code = builtinFormats[format]
	}
	style, ok := p.kinds[code]
	if !ok {
		style.Date, style.Percent = formatKind(code)
		p.kinds[code] = style
	}
	if 0 <= font && font < len(p.fonts) {
		style.Font = p.fonts[font]
		style.code, style.capitals = vncode.OfFont(style.Font)
	}
	return style
}
