package out

import "github.com/xuri/excelize/v2"

// Colours of the workbooks: calm, and readable when printed in grey.
const (
	inkColour     = "1F2933"
	greyColour    = "6B7280"
	linkColour    = "0B57A4"
	headColour    = "1F4E79"
	headInk       = "FFFFFF"
	lineColour    = "BFC7D1"
	totalColour   = "EAF1F8"
	goodColour    = "E3F1E5"
	badColour     = "FBE3E1"
	doubtColour   = "FFF4D6"
	fontName      = "Times New Roman"
	fontSize      = 12
	decimalFormat = "[$-42A]#,##0.00"
	countFormat   = "[$-42A]#,##0"
	fineFormat    = "[$-42A]0.00######%"
	shareFormat   = "[$-42A]0.00%"
)

// looks gives the style of every look, by its number.
func looks() []*excelize.Style {
	text := &excelize.Font{Family: fontName, Size: fontSize, Color: inkColour}
	bold := &excelize.Font{Family: fontName, Size: fontSize, Color: inkColour, Bold: true}
	lines := borders()
	wrap := &excelize.Alignment{Vertical: "top", WrapText: true}
	middle := &excelize.Alignment{Vertical: "top", Horizontal: "center", WrapText: true}
	right := &excelize.Alignment{Vertical: "top", Horizontal: "right"}
	counts, decimals, shares, fine := countFormat, decimalFormat, shareFormat, fineFormat
	coloured := func(colour string) *excelize.Style {
		return &excelize.Style{Font: text, Border: lines, Alignment: middle, Fill: fill(colour)}
	}
	return []*excelize.Style{
		plainText:   {Font: text, Border: lines, Alignment: wrap},
		codeText:    {Font: text, Border: lines, Alignment: &excelize.Alignment{Vertical: "top"}},
		number:      {Font: text, Border: lines, Alignment: right, CustomNumFmt: &counts},
		decimal:     {Font: text, Border: lines, Alignment: right, CustomNumFmt: &decimals},
		percent:     {Font: text, Border: lines, Alignment: right, CustomNumFmt: &shares},
		finePercent: {Font: text, Border: lines, Alignment: right, CustomNumFmt: &fine},
		centred:     {Font: text, Border: lines, Alignment: middle},
		heading: {
			Font: &excelize.Font{Family: fontName, Size: fontSize, Color: headInk, Bold: true}, Border: lines, Fill: fill(headColour),
			Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true},
		},
		title:         {Font: &excelize.Font{Family: fontName, Size: 16, Color: headColour, Bold: true}},
		remark:        {Font: &excelize.Font{Family: fontName, Size: fontSize, Color: greyColour, Italic: true}},
		strong:        {Font: bold, Border: lines, Alignment: wrap, Fill: fill(totalColour)},
		strongLine:    {Font: bold, Border: lines, Alignment: &excelize.Alignment{Vertical: "top"}, Fill: fill(totalColour)},
		strongNumber:  {Font: bold, Border: lines, Alignment: right, Fill: fill(totalColour), CustomNumFmt: &counts},
		strongDecimal: {Font: bold, Border: lines, Alignment: right, Fill: fill(totalColour), CustomNumFmt: &decimals},
		good:          coloured(goodColour),
		bad:           coloured(badColour),
		doubtful:      coloured(doubtColour),
		linkText:      linkLook(),
	}
}

func borders() []excelize.Border {
	var lines []excelize.Border
	for _, side := range []string{"left", "top", "right", "bottom"} {
		lines = append(lines, excelize.Border{Type: side, Color: lineColour, Style: 1})
	}
	return lines
}

func fill(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// linkLook is a place that a click leads to.
func linkLook() *excelize.Style {
	return &excelize.Style{
		Font: &excelize.Font{Family: fontName, Size: fontSize, Color: linkColour, Underline: "single"}, Border: borders(),
		Alignment: &excelize.Alignment{Vertical: "top", WrapText: true},
	}
}
