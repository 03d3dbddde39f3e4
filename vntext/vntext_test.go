package vntext

import (
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"blank", "", ""},
		{"only spaces", " \t\u00a0\n", ""},
		{"no-break space", "1\u00a0805", "1 805"},
		{"thin spaces", "1\u2009805\u202f000", "1 805 000"},
		{"zero width", "\ufeffchi\u200b đoàn\u200d", "chi đoàn"},
		{"soft hyphen", "Tây\u00ad Ninh", "Tây Ninh"},
		{"line breaks", "một\r\nhai\u2028ba", "một hai ba"},
		{"control characters", "a\x00b\x1b[31m", "ab[31m"},
		{"writing direction", "\u202eabc", "abc"},
		{"decomposed", "hoa\u0300 gio\u031b\u0300", "hoà giờ"},
		{"not UTF-8", "a\xffb", "a\uFFFDb"},
		{"case and accents stay", "  Đoàn  TNCS ", "Đoàn TNCS"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func TestKeySame(t *testing.T) {
	for _, pair := range [][2]string{
		{"Hoà Thành", "HÒA THÀNH"},
		{"thuỷ", "thủy"},
		{"khoẻ", "khỏe"},
		{"uỷ viên", "Ủy viên"},
		{"quý", "qúy"},
		{"hoàn", "hòan"},
		{"Cư M'gar", "cư M’gar"},
		{"Long An – Tây Ninh", "Long An - Tây Ninh"},
		{"Ðoàn", "đoàn"},
		{"hội\u00a0viên", "hội  viên"},
		{"e\u0323\u0302", "ệ"},
	} {
		if Key(pair[0]) != Key(pair[1]) {
			t.Errorf("Key(%q) = %q differs from Key(%q) = %q", pair[0], Key(pair[0]), pair[1], Key(pair[1]))
		}
	}
}

func TestKeyDifferent(t *testing.T) {
	for _, pair := range [][2]string{
		{"Hoà", "Hóa"},
		{"Hoà", "Hoa"},
		{"đa", "da"},
		{"tân", "tan"},
		{"mười", "mươi"},
		{"Phường 4", "Phường IV"},
		{"a b", "ab"},
	} {
		if Key(pair[0]) == Key(pair[1]) {
			t.Errorf("Key takes %q and %q for the same", pair[0], pair[1])
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Đặc khu Phú Quý": "dac khu phu quy",
		"Ðoàn TNCS":       "doan tncs",
		"hoà":             "hoa",
		"HÒA":             "hoa",
		" tỷ\u00a0 lệ ":   "ty le",
		"M’gar":           "m'gar",
		"ươ ƯƠ":           "uo uo",
		"":                "",
		"\u0301":          "",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestNearest(t *testing.T) {
	codes := []string{"xd_dvut", "xd_dvut_cn", "xd_kn", "tc_doan_vien", "td_cuoc", "td_luot"}
	tests := []struct {
		word       string
		candidates []string
		max        int
		want       []string
	}{
		{"xd_dvu", codes, 3, []string{"xd_dvut"}},
		{"tc_doanvien", codes, 1, []string{"tc_doan_vien"}},
		{"td_cuot", codes, 5, []string{"td_cuoc", "td_luot"}},
		{"td_cuot", codes, 1, []string{"td_cuoc"}},
		{"hoà", []string{"Hoa", "Hóa", "Hòa"}, 3, []string{"Hòa", "Hoa", "Hóa"}},
		{"xyzxyz", codes, 3, nil},
		{"", codes, 3, nil},
		{"td_cuoc", codes, 0, nil},
		{"so lieu", []string{"Số liệu", "Số liệu", "Ghi chú"}, 3, []string{"Số liệu"}},
		{strings.Repeat("a", 300), []string{strings.Repeat("a", 299)}, 3, nil},
		{"so", []string{"", "so0", "chu"}, 3, []string{"so0"}},
	}
	for _, tt := range tests {
		if got := Nearest(tt.word, tt.candidates, tt.max); !slices.Equal(got, tt.want) {
			t.Errorf("Nearest(%q, %q, %d) = %q, want %q", tt.word, tt.candidates, tt.max, got, tt.want)
		}
	}
}

// Texts that are equal as Unicode are equal to every function, and doing it twice changes nothing.
func TestNormalForms(t *testing.T) {
	syllables := rapid.SampledFrom([]string{
		"hoà", "hòa", "Hóa", "đoàn", "Ðông", "thuỷ", "Ủy", "mươi", "Cư", "M'gar", "x’y", "–", "\u00a0", "\u200b", "12", "ngữ",
	})
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.OneOf(syllables, rapid.String()), 0, 6).Draw(t, "parts"), " ")
		for name, f := range map[string]func(string) string{"Clean": Clean, "Key": Key, "Fold": Fold, "NFC": NFC} {
			checkNormalForm(t, name, f, s)
		}
	})
}

type failer interface{ Fatalf(string, ...any) }

func checkNormalForm(t failer, name string, f func(string) string, s string) {
	once := f(s)
	if twice := f(once); twice != once {
		t.Fatalf("%s(%q) = %q, again %q", name, s, once, twice)
	}
	if got := f(norm.NFD.String(s)); got != once {
		t.Fatalf("%s(%q) = %q, decomposed %q", name, s, once, got)
	}
	if !norm.NFC.IsNormalString(once) {
		t.Fatalf("%s(%q) = %q is not NFC", name, s, once)
	}
}

func FuzzNormalForms(f *testing.F) {
	for _, s := range []string{"Hoà\u00a0Thành", "Cư M’gar", "\xff\u200b", "ẹ\u0301ẹ", "İI\u0307ß", "ǅ\u0345"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, form := range []struct {
			name string
			f    func(string) string
		}{{"Clean", Clean}, {"Key", Key}, {"Fold", Fold}} {
			checkNormalForm(t, form.name, form.f, s)
		}
		for _, r := range Clean(s) {
			if r != ' ' && (unicode.IsSpace(r) || unicode.IsControl(r)) {
				t.Fatalf("Clean(%q) keeps %q", s, r)
			}
		}
		if Key(s) == Key(NFC(s)+"\u200b") && Fold(s) != Fold(NFC(s)+"\u200b") {
			t.Fatalf("%q: equal keys, different folds", s)
		}
	})
}
