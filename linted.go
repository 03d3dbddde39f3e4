package main

import (
	"os"
	"path/filepath"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
	"tonghop/vntext"
)

// linted is a template that somebody wants to have looked at, with the catalogue that it is compared with.
type linted struct {
	document
	path      string // of the file; "" for a template of the program
	catalogue *sheets.Catalogue
	against   string // the catalogue as messages name it, "" for the starter catalogue
	inPlace   bool   // report finds it by its name
}

var (
	msgNoSuchTemplate = lang.Format{Vi: "không có tệp hay mẫu nào tên %q. Ghi đúng tên tệp .docx, hoặc một trong các mẫu: %s", En: "there is no file and no template named %q. Name a .docx file or one of the templates: %s"}
	msgReadFile       = lang.Format{Vi: "không đọc được tệp %s: %v", En: "cannot read the file %s: %v"}
)

// findLinted finds a template by the path of its file or by its name, and the catalogue that belongs to it.
func findLinted(k *call, typed, dir string) (*linted, error) {
	d := &linted{}
	if err := d.open(typed, dir); err != nil {
		return nil, err
	}
	w, err := d.workspace(k, dir)
	if err != nil {
		return nil, err
	}
	if w == nil {
		d.catalogue, err = starterCatalogue()
	} else {
		d.catalogue, d.against = w.catalogue, filepath.ToSlash(w.places["catalog"])
		d.inPlace = filepath.Dir(d.path) == filepath.Clean(w.places["templates"])
	}
	if err != nil || d.path != "" {
		return d, err
	}
	return d, d.named(typed, w)
}

// open reads the file where what was typed is a path, from here or from the workspace. Backslashes are Windows' way to write a path.
func (d *linted) open(typed, dir string) error {
	paths := []string{typed, strings.ReplaceAll(typed, `\`, "/")}
	if dir != "" {
		paths = append(paths, filepath.Join(dir, paths[1]), filepath.Join(dir, templatesDir, paths[1]))
	}
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if info, statErr := os.Stat(path); statErr != nil || info.IsDir() {
			continue
		}
		if err != nil {
			return msgReadFile.With(filepath.ToSlash(path), lang.Cause(err))
		}
		d.path, d.shown, d.data = path, vntext.NFC(filepath.ToSlash(path)), data
		d.name = strings.TrimSuffix(filepath.Base(d.shown), filepath.Ext(d.shown))
		return nil
	}
	return nil
}

// named takes a template of the office or of the program by its name.
func (d *linted) named(name string, w *workspace) error {
	var all []document
	if w != nil {
		own, err := ownDocuments(w)
		if err != nil {
			return err
		}
		all = own
	}
	shipped, err := builtinDocuments()
	if err != nil {
		return err
	}
	var names []string
	for _, one := range append(all, shipped...) {
		if strings.EqualFold(one.name, strings.TrimSuffix(vntext.NFC(name), ".docx")) {
			d.document, d.inPlace = one, true
			if !one.builtin {
				d.path = filepath.Join(w.places["templates"], one.name+".docx")
			}
			return nil
		}
		names = append(names, one.name)
	}
	return usage(msgNoSuchTemplate.With(name, strings.Join(names, ", ")))
}

// workspace opens the workspace that was named, the one in which the file lies, or the current folder. It is nil where there is none.
func (d *linted) workspace(k *call, dir string) (*workspace, error) {
	if dir != "" || k.catalog != "" {
		return openWorkspace(k, dir)
	}
	if d.path != "" {
		if around := workspaceAround(d.path); around != "" {
			return openWorkspace(k, around)
		}
	}
	if hasCatalogue(".") {
		return openWorkspace(k, ".")
	}
	return nil, nil
}

func starterCatalogue() (*sheets.Catalogue, error) {
	data, err := sheets.WriteCatalogue(sheets.Starter())
	if err != nil {
		return nil, err
	}
	return sheets.Load(catalogueName, data)
}

// isFigure tells the names of figures from those of texts.
func (d *linted) isFigure(name string) bool {
	ind := d.catalogue.Indicator(sheets.Code(name))
	return ind != nil && ind.Kind != sheets.Words && ind.Kind != sheets.Category && ind.Kind != sheets.Day && ind.Kind != sheets.YesNo
}

// The ends of the names of copies with comments. They lie beside templates and are none themselves.
const (
	annotatedEnd  = ".soat.docx"
	annotatedNext = ".soat.moi"
)

func isAnnotated(name string) bool {
	lower := strings.ToLower(name)
	return strings.HasSuffix(lower, annotatedEnd) || strings.Contains(lower, annotatedNext)
}
