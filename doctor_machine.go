package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"tonghop/lang"
)

var (
	sayFree         = lang.Format{Vi: "còn trống %d MB", En: "%d MB are free"}
	sayLowDisk      = lang.Format{Vi: "chỉ còn trống %d MB nơi ghi kết quả. Dọn bớt ổ đĩa, nên có ít nhất %d MB.", En: "only %d MB are free where results go. Make room; %d MB should be free."}
	sayFreeUnknown  = lang.Format{Vi: "hệ điều hành không cho biết còn trống bao nhiêu", En: "the system does not tell how much is free"}
	sayOffice       = lang.Format{Vi: "có ở %s", En: "found at %s"}
	sayOfficeWanted = lang.Format{Vi: "không thấy trên máy, mà thư mục nộp có %d tệp .xls hoặc .ods, ví dụ %s. Cài LibreOffice, hoặc mở các tệp đó bằng Excel và lưu lại thành .xlsx.", En: "not found, and there are %d submissions .xls or .ods, such as %s. Install it, or open them in Excel and save them as .xlsx."}
	sayOfficeNone   = lang.Format{Vi: "không thấy trên máy; không cần, vì không có tệp .xls hay .ods nào được nộp", En: "not found, and not needed: no submission is .xls or .ods"}
	sayFont         = lang.Format{Vi: "có Times New Roman (%s)", En: "Times New Roman is there (%s)"}
	sayFontLike     = lang.Format{Vi: "không có Times New Roman nhưng có phông cùng bề rộng chữ (%s)", En: "Times New Roman is lacking, a font whose letters are as wide is there (%s)"}
	sayFontNone     = lang.Format{Vi: "không thấy Times New Roman hay phông cùng bề rộng chữ; văn bản mở trên máy này có thể dồn dòng khác đi. Cài Times New Roman hoặc Liberation Serif.", En: "neither Times New Roman nor a font as wide was found; documents may break lines elsewhere on this machine. Install Times New Roman or Liberation Serif."}
)

const (
	megabyte = 1 << 20
	enoughMB = 500
)

func (d *doctor) examineDisk(e examination) {
	free, known := freeSpace(nearestFolder(d.w.places["out"]))
	switch {
	case !known:
		d.well(e, sayFreeUnknown.With())
	case free < enoughMB*megabyte:
		d.look(e, sayLowDisk.With(free/megabyte, enoughMB))
	default:
		d.well(e, sayFree.With(free/megabyte))
	}
}

func (d *doctor) examineOffice(e examination) {
	if path := findOffice(); path != "" {
		d.well(e, sayOffice.With(filepath.ToSlash(path)))
		return
	}
	count, first := 0, ""
	d.walk(func(path string, entry fs.DirEntry) {
		ext := strings.ToLower(filepath.Ext(path))
		if entry.IsDir() || ext != ".xls" && ext != ".ods" || !strings.HasPrefix(path, d.w.places["in"]+string(filepath.Separator)) {
			return
		}
		if count++; first == "" {
			first = d.w.shown(path)
		}
	})
	if count > 0 {
		d.look(e, sayOfficeWanted.With(count, first))
		return
	}
	d.well(e, sayOfficeNone.With())
}

func (d *doctor) examineFonts(e examination) {
	var exact, like string
	for _, dir := range fontFolders() {
		_ = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error { // a folder that is not there holds no fonts
			if err == nil && !entry.IsDir() {
				switch isFont(entry.Name()) {
				case sameFont:
					exact = orElse(exact, path)
				case asWide:
					like = orElse(like, path)
				}
			}
			return nil
		})
	}
	switch {
	case exact != "":
		d.well(e, sayFont.With(filepath.ToSlash(exact)))
	case like != "":
		d.well(e, sayFontLike.With(filepath.ToSlash(like)))
	default:
		d.look(e, sayFontNone.With())
	}
}

// fontFolders are where the system keeps its fonts, those of the user included.
func fontFolders() []string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = "" // then only the fonts of the system are looked at
	}
	switch runtime.GOOS {
	case "windows":
		return []string{filepath.VolumeName(home) + `\Windows\Fonts`, filepath.Join(home, `AppData\Local\Microsoft\Windows\Fonts`)}
	case "darwin":
		return []string{"/System/Library/Fonts", "/Library/Fonts", filepath.Join(home, "Library/Fonts")}
	}
	return []string{"/usr/share/fonts", "/usr/local/share/fonts", filepath.Join(home, ".fonts"), filepath.Join(home, ".local/share/fonts")}
}

type fontMatch uint8

const (
	otherFont fontMatch = iota
	sameFont            // Times New Roman
	asWide              // a font made to take the same room
)

// isFont tells a font by the name of its file: times.ttf, Times_New_Roman.ttf; LiberationSerif-Regular.ttf, Tinos-Regular.ttf.
func isFont(file string) fontMatch {
	name := strings.NewReplacer(" ", "", "_", "", "-", "").Replace(strings.ToLower(file))
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	switch {
	case name == stem || !strings.Contains(".ttf.otf.ttc", filepath.Ext(name)):
		return otherFont
	case stem == "times", strings.HasPrefix(stem, "timesnewroman"):
		return sameFont
	case strings.HasPrefix(stem, "liberationserif"), strings.HasPrefix(stem, "tinos"), strings.HasPrefix(stem, "termes"), strings.HasPrefix(stem, "texgyretermes"):
		return asWide
	}
	return otherFont
}
