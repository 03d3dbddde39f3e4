package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"tonghop/vntext"
)

// longestName bounds a name in bytes, so that the whole path stays below the 260 characters of Windows.
const longestName = 96

// SafeName makes the name of a file, without its ending, from a text such as the code of a unit. The name is valid on
// Windows, Linux and macOS and never leads out of its folder. A code that can stand as it is does; any other is changed and
// carries a mark made from the text, so that two texts never share a name, not even on a disk that ignores case.
func SafeName(text string) string {
	name := cutName(strings.TrimRight(strings.Map(safeRune, vntext.Clean(text)), ". "))
	if name == vntext.NFC(text) && !reservedName(name) {
		return name
	}
	sum := sha256.Sum256([]byte(vntext.Key(text) + "\x00" + strings.ToLower(text)))
	name = strings.TrimLeft(name, ".- ") + "~" + hex.EncodeToString(sum[:4])
	if reservedName(name) {
		return "_" + name
	}
	return name
}

// FormName is the name of a unit's form, for example tn1-25456.xlsx.
func FormName(u *Unit) string { return SafeName(string(u.Code)) + ".xlsx" }

// FormNames are the names of the forms of some units, in their order. No two of them are the same on any disk.
func FormNames(units []*Unit) []string {
	names := make([]string, len(units))
	for i, u := range units {
		names[i] = FormName(u)
	}
	return names
}

// safeRune replaces what a file system or a command line treats as special, and letters such as ſ and µ that a disk may
// take for another one. The tilde is ours: it starts the mark.
func safeRune(r rune) rune {
	switch {
	case strings.ContainsRune("<>:\"/\\|?*~%$`'&;!{}[]=@+#^", r), !unicode.IsPrint(r),
		unicode.ToLower(unicode.ToUpper(r)) != unicode.ToLower(r):
		return '-'
	}
	return r
}

// cutName shortens a name between two letters.
func cutName(name string) string {
	if len(name) <= longestName {
		return name
	}
	cut := longestName
	for !utf8.RuneStart(name[cut]) {
		cut--
	}
	return strings.TrimRight(name[:cut], ". ")
}

// WindowsTakes reports whether Windows can hold a file or folder of this name, which was made elsewhere.
func WindowsTakes(name string) bool {
	if strings.ContainsAny(name, "<>:\"/\\|?*") || strings.ContainsFunc(name, unicode.IsControl) || strings.TrimRight(name, ". ") != name {
		return false
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "-") || !reservedName(name)
}

// reservedName reports whether a name cannot stand as it is: empty, hidden or an option by its first character, or a
// device of Windows, which it is with any ending (NUL.xlsx).
func reservedName(name string) bool {
	if name == "" || name[0] == '.' || name[0] == '-' {
		return true
	}
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	stem = strings.TrimRight(stem, " ")
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CLOCK$":
		return true
	}
	number, com := strings.CutPrefix(stem, "COM")
	if !com {
		number, com = strings.CutPrefix(stem, "LPT")
	}
	return com && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}
