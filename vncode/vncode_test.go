package vncode

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// The same sentences in Unicode, as the fonts of TCVN3 and of VNI store them, and as UTF-8 that was taken for code page 1252.
var sentences = []struct{ unicode, tcvn3, vni string }{
	{"Đơn vị báo cáo", "§¬n vÞ b¸o c¸o", "Ñôn vò baùo caùo"},
	{"Tổng số đoàn viên", "Tæng sè ®oµn viªn", "Toång soá ñoaøn vieân"},
	{"Thắp sáng niềm tin", "Th¾p s¸ng niÒm tin", "Thaép saùng nieàm tin"},
	{"Trị giá quà (triệu đồng)", "TrÞ gi¸ quµ (triÖu ®ång)", "Trò giaù quaø (trieäu ñoàng)"},
	{"Người được giúp đỡ, nguyễn", "Ng\u00adêi ®\u00adîc gióp ®ì, nguyÔn", "Ngöôøi ñöôïc giuùp ñôõ, nguyeãn"},
	{"Kỷ luật, mỹ thuật, ỷ lại", "Kû luËt, mü thuËt, û l¹i", "Kyû luaät, myõ thuaät, yû laïi"},
	{"Ăn uống ở Âu Cơ", "¡n uèng ë ¢u C¬", "AÊn uoáng ôû AÂu Cô"},
	{"Số liệu", "Sè liÖu", "Soá lieäu"},
	{"Mã", "M·", "Maõ"},
}

func TestConversions(t *testing.T) {
	for _, s := range sentences {
		if got, ok := FromTCVN3(s.tcvn3, false); !ok || got != s.unicode {
			t.Errorf("TCVN3 %q is %q, %v", s.tcvn3, got, ok)
		}
		if got, ok := FromTCVN3(s.tcvn3, true); !ok || got != strings.ToUpper(s.unicode) {
			t.Errorf("TCVN3 %q in capitals is %q, %v", s.tcvn3, got, ok)
		}
		if got, ok := fromVNI(s.vni); !ok || got != s.unicode {
			t.Errorf("VNI %q is %q, %v", s.vni, got, ok)
		}
		if got, ok := fromUTF8(Western([]byte(s.unicode))); !ok || got != s.unicode {
			t.Errorf("UTF-8 %q is %q, %v", Western([]byte(s.unicode)), got, ok)
		}
	}
}

// TCVN3 has each of the letters with a mark once, and the capitals without a tone.
func TestTableOfTCVN3(t *testing.T) {
	seen := make(map[rune]bool)
	for _, r := range tcvn3 {
		if r == 0 {
			continue
		}
		if _, known := alphabet[r]; !known || seen[r] {
			t.Errorf("%q is no letter or there twice", r)
		}
		seen[r] = true
	}
	for r := range alphabet {
		small := r != upper(r)
		if want := r > '~' && (small || strings.ContainsRune("ĂÂÊÔƠƯĐ", r)); seen[r] != want {
			t.Errorf("%q is there: %v", r, seen[r])
		}
	}
}

func TestWhatIsNoTCVN3(t *testing.T) {
	for text, ok := range map[string]bool{
		"Đoàn viên": false, "à": false, "Û": false, "Œuvre": false, "a\u0301": false, "中": false,
		"120 m²": true, "“§oµn” – 5…": true, "nº 5": true, "a\u00a0b": true, "": true, "10 μg": true,
	} {
		got, is := FromTCVN3(text, false)
		if is != ok || !ok && got != text {
			t.Errorf("%q: %q, %v", text, got, is)
		}
	}
}

func TestFonts(t *testing.T) {
	for name, want := range map[string]struct {
		code     Code
		capitals bool
	}{
		".VnTime": {TCVN3, false}, ".VnTimeH": {TCVN3, true}, ".vntime": {TCVN3, false}, ".VnArial NarrowH": {TCVN3, true},
		"VNI-Times": {VNI, false}, "vni-helve": {VNI, false}, "VNI Times": {VNI, false},
		"Times New Roman": {}, "": {}, "Arial": {}, ".V": {}, "VNI": {}, "Vni": {}, "VnArial": {}, "Segoe UI": {}, "MS Gothic H": {},
	} {
		if code, capitals := OfFont(name); code != want.code || capitals != want.capitals {
			t.Errorf("%q draws %v, %v", name, code, capitals)
		}
	}
}

func TestRecognise(t *testing.T) {
	for _, s := range sentences {
		for text, want := range map[string]Code{s.unicode: Unicode, s.tcvn3: TCVN3, s.vni: VNI, Western([]byte(s.unicode)): UTF8} {
			if got, words := Recognise(text); got != want || (words > 0) != (want != Unicode) {
				t.Errorf("%q is %v in %d words, want %v", text, got, words, want)
			}
		}
	}
	for _, text := range []string{
		"", "Tong so", "1.805", "120 m²", "25 °C", "§ 5", "5 × 3", "5×3m", "• gạch đầu dòng", "· mục một", "© 2021", "Excel®", "10 µg", "½", "±5%", "«Đoàn»", "“trích”", "…", "№ 5",
		"São Paulo", "Café", "naïve", "Muñoz", "El Niño", "Peña", "Noël", "Müller", "Söhne", "Köln", "für", "Señor", "François", "Ångström", "Zoë", "Győr", "Straße", "smørrebrød",
		"Krông Nô", "Cư M'gar", "cã", "có", "Xã", "hòa", "Tân Bình", "quê", "gì", "giá", "Ê đê", "Tiêu chí", "không", "Văn phòng", "a·b", "mão", "hoà", "hòa", "thuỷ", "khoẻ", "giếng", "quý", "úy", "oái oăm", "khuỷu", "Doan vien", "x\u0301", "đ", "ð",
	} {
		if got, words := Recognise(text); got != Unicode || words != 0 {
			t.Errorf("%q is %v in %d words", text, got, words)
		}
	}
}

// Whatever a text is: it is never recognised where it has letters that only Unicode has, and what a font of TCVN3 draws has as many characters as were stored.
func TestAnyText(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.String().Draw(rt, "text")
		if got, ok := FromTCVN3(text, false); ok && utf8.RuneCountInString(got) != utf8.RuneCountInString(text) {
			rt.Fatalf("%q became %q", text, got)
		}
		if code, _ := Recognise(text + "ệ"); code != Unicode {
			rt.Fatalf("%q is %v", text, code)
		}
	})
}

// Every syllable that is stored for a font of TCVN3 comes back.
func TestThereAndBack(t *testing.T) {
	back := make(map[rune]rune)
	for i, r := range tcvn3 {
		if r != 0 {
			back[r] = rune(0xA0 + i)
		}
	}
	rapid.Check(t, func(rt *rapid.T) {
		word := rapid.StringMatching(`[ĐđBHKLM]?[àáạảãâầấậẩẫăằắặẳẵèéẹẻẽêềếệểễìíịỉĩòóọỏõôồốộổỗơờớợởỡùúụủũưừứựửữỳýỵỷỹ]{1,3}(ng|n|t)?`).Draw(rt, "word")
		stored := strings.Map(func(r rune) rune {
			if b, ok := back[r]; ok {
				return b
			}
			return r
		}, word)
		if got, ok := FromTCVN3(stored, false); !ok || got != word {
			rt.Fatalf("%q was stored as %q and is %q", word, stored, got)
		}
	})
}

func FuzzRecognise(f *testing.F) {
	for _, s := range sentences {
		f.Add(s.unicode)
		f.Add(s.tcvn3)
		f.Add(s.vni)
	}
	f.Fuzz(func(t *testing.T, text string) {
		code, words := Recognise(text)
		if (code == Unicode) != (words == 0) {
			t.Fatalf("%q is %v in %d words", text, code, words)
		}
		if code != Unicode && Spelled(text) {
			t.Fatalf("%q is Vietnamese and %v", text, code)
		}
	})
}
