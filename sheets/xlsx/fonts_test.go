package xlsx

import (
	"fmt"
	"strings"
	"testing"

	"tonghop/vncode"
)

// fontBook is a workbook of one row whose cells have the styles and the shared texts that are given. The styles have, by number, the fonts Times New Roman, .VnTime,
// .VnTimeH and VNI-Times.
func fontBook(t *testing.T, cells, texts string) []byte {
	t.Helper()
	parts := replaced(plainBook(`<sheetData><row r="1">`+cells+`</row></sheetData>`), "xl/styles.xml", xmlHead+`<styleSheet xmlns="`+mainURI+`"><fonts><font><name val="Times New Roman"/></font>`+
		`<font><name val=".VnTime"/></font><font><name val=".VnTimeH"/></font><font><name val="VNI-Times"/></font></fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf fontId="3"/></cellXfs></styleSheet>`)
	return pressed(t, replaced(parts, "xl/sharedStrings.xml", xmlHead+`<sst xmlns="`+mainURI+`">`+texts+`</sst>`))
}

func TestOldFonts(t *testing.T) {
	const bold = `<r><rPr><b/><rFont val="%s"/></rPr><t xml:space="preserve">%s</t></r>`
	for name, tc := range map[string]struct {
		style int
		text  string // of the <si> or <is>
		want  string // text, font, encoding that it was or is stored in, whether that is certain
	}{
		"of today":                           {0, "<t>Đoàn viên</t>", "Đoàn viên|Times New Roman||"},
		"Western letters in a font of today": {0, "<t>§oµn viªn</t>", "§oµn viªn|Times New Roman||"},
		"TCVN3":                              {1, "<t>§oµn viªn</t>", "Đoàn viên|.VnTime|TCVN3 (ABC)|certain"},
		"TCVN3 that may be Unicode":          {1, "<t>cã</t>", "có|.VnTime|TCVN3 (ABC)|"},
		"capitals":                           {2, "<t>b¸o c¸o</t>", "BÁO CÁO|.VnTimeH|TCVN3 (ABC)|certain"},
		"plain letters":                      {1, "<t>xd_dvut 1.805</t>", "xd_dvut 1.805|.VnTime||"},
		"Unicode in an old font":             {1, "<t>Đoàn viên</t>", "Đoàn viên|.VnTime|Unicode|"},
		"VNI":                                {3, "<t>Ñôn vò</t>", "Ñôn vò|VNI-Times|VNI Windows|certain"},
		"Unicode in VNI":                     {3, "<t>Đơn vị</t>", "Đơn vị|VNI-Times|Unicode|"},
		"a run in TCVN3":                     {0, "<r><t>Đoàn </t></r>" + fmt.Sprintf(bold, ".VnTime", "viªn"), "Đoàn viên|.VnTime|TCVN3 (ABC)|certain"},
		"runs in the font of the cell":       {1, `<r><t xml:space="preserve">§oµn </t></r>` + fmt.Sprintf(bold, "Arial", "viên") + fmt.Sprintf(bold, ".VnTimeH", " x·"), "Đoàn viên XÃ|.VnTime|TCVN3 (ABC)|certain"},
		"runs of today":                      {0, fmt.Sprintf(bold, "Arial", "Đoàn ") + fmt.Sprintf(bold, "Calibri", "viên"), "Đoàn viên|Arial||"},
		"runs of today in an old style":      {1, fmt.Sprintf(bold, "Arial", "Đoàn ") + fmt.Sprintf(bold, "Calibri", "viên"), "Đoàn viên|Arial||"},
		"a run in VNI beside TCVN3":          {1, `<r><t>§oµn </t></r>` + fmt.Sprintf(bold, "VNI-Times", "vieân"), "Đoàn vieân|.VnTime|VNI Windows|certain"},
		"escapes":                            {1, "<r><t>§o_x00B5_</t></r><r><t>n_x005F_x0041_</t></r>", "Đoàn_x0041_|.VnTime|TCVN3 (ABC)|certain"},
	} {
		for kind, data := range map[string][]byte{
			"shared": fontBook(t, fmt.Sprintf(`<c r="A1" s="%d" t="s"><v>1</v></c>`, tc.style), `<si><r><rPr><rFont val=".VnTime"/></rPr><t>¸</t></r></si><si>`+tc.text+`</si><si><r><t>¸</t></r></si>`),
			"inline": fontBook(t, fmt.Sprintf(`<c r="A1" s="%d" t="inlineStr"><is>%s</is></c>`, tc.style, tc.text), ""),
		} {
			book, err := Open(data)
			if err != nil {
				t.Fatal(err)
			}
			_, err = book.Cells(0, func(c Cell) error {
				got := c.Text + "|" + c.Font + "|"
				if c.Old != nil {
					got += c.Old.Code.String()
				}
				got += "|"
				if c.Old != nil && c.Old.Certain {
					got += "certain"
				}
				if got != tc.want {
					t.Errorf("%s, %s: %q, want %q", name, kind, got, tc.want)
				}
				if c.Old != nil && (c.Old.Code == vncode.TCVN3) == (c.Old.Stored == c.Text) && !strings.Contains(name, "beside") {
					t.Errorf("%s, %s: stored as %q", name, kind, c.Old.Stored)
				}
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
}
