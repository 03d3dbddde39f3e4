package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// arrows say which of our packages each package may import: data flows from the workbooks to the results and never back.
var arrows = map[string][]string{
	"lang":                    {},
	"vntext":                  {},
	"vncode":                  {},
	"workers":                 {},
	"opc":                     {},
	"figure":                  {"lang", "vntext"},
	"formula":                 {"lang", "vntext", "figure"},
	"sheets/xlsx":             {"lang", "vncode"},
	"sheets/zipped":           {"lang", "vntext"},
	"sheets/delimited":        {"lang", "vncode", "sheets/xlsx"},
	"sheets":                  {"workers", "lang", "vntext", "vncode", "figure", "formula", "sheets/xlsx", "sheets/zipped", "sheets/delimited", "opc"},
	"sheets/check":            {"workers", "lang", "vntext", "figure", "formula", "sheets"},
	"aggregate":               {"workers", "lang", "vntext", "figure", "formula", "sheets"},
	"templates":               {"lang", "vntext", "figure", "formula"},
	"templates/builtin":       {},
	"templates/builtin/make":  {},
	"templates/bench":         {"figure", "formula", "templates"},
	"templates/bench/compare": {"templates", "templates/bench"},
	"report":                  {"lang", "vntext", "figure", "formula", "sheets", "aggregate", "templates"},
	"out":                     {"workers", "lang", "vntext", "figure", "sheets", "sheets/xlsx", "sheets/check", "aggregate", "report", "templates", "opc"},
	"demo":                    {"workers", "lang", "vntext", "figure", "formula", "sheets"},
	"": {
		"lang", "vntext", "figure", "formula", "sheets", "sheets/check", "aggregate", "templates", "templates/builtin", "report", "out", "demo", "workers",
	},
}

// doors are the packages that may import each library.
var doors = map[string][]string{
	"github.com/xuri/excelize/v2":        {"sheets", "out", "demo"},
	"github.com/urfave/cli/v2":           {""},
	"github.com/nguyenthenguyen/docx":    {"templates"},
	"github.com/agnivade/levenshtein":    {"vntext"},
	"github.com/schollz/progressbar/v3":  {"out"},
	"github.com/fatih/color":             {"out"},
	"golang.org/x/term":                  {""},
	"golang.org/x/text/unicode/norm":     {"vntext"},
	"golang.org/x/text/collate":          {"vntext"},
	"golang.org/x/text/language":         {"vntext"},
	"golang.org/x/text/encoding/charmap": {"sheets/xlsx", "sheets/zipped", "vncode"},
}

func TestArrows(t *testing.T) {
	for _, file := range sources(t) {
		allowed, known := arrows[file.dir]
		if !known {
			t.Errorf("package %q is not in the picture: add it to arrows and to ARCHITECTURE.md", file.dir)
			continue
		}
		for _, imported := range file.imports {
			if ours, found := strings.CutPrefix(imported, "tonghop/"); found {
				if !slices.Contains(allowed, ours) {
					t.Errorf("%s imports %s, against the arrows", file.name, imported)
				}
				continue
			}
			if strings.Contains(strings.Split(imported, "/")[0], ".") && !slices.Contains(doors[imported], file.dir) {
				t.Errorf("%s imports %s, which has no door there", file.name, imported)
			}
		}
	}
}

// What only run may do: nothing below it ends the program, logs, or asks for the time or the environment.
func TestOnlyRunTouchesTheWorld(t *testing.T) {
	forbidden := regexp.MustCompile(`^(os\.(Exit|Stdout|Stderr|Stdin|Getenv|LookupEnv)|log\.|time\.Now)`)
	for _, file := range sources(t) {
		if file.dir == "" && file.name == "main.go" || file.dir == "templates/builtin/make" || file.dir == "templates/bench/compare" {
			continue
		}
		ast.Inspect(file.tree, func(n ast.Node) bool {
			selector, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if name, ok := selector.X.(*ast.Ident); ok && forbidden.MatchString(name.Name+"."+selector.Sel.Name) {
				t.Errorf("%s uses %s.%s", file.name, name.Name, selector.Sel.Name)
			}
			return true
		})
	}
}

var verb = regexp.MustCompile(`%(\[(\d+)\])?[-+#0]*[\d*]*(\.\d+)?([a-zA-Z%])`)

// Every message says the same in both languages: the same verbs for the same arguments, and Vietnamese that is not English.
func TestMessagesSpeakBothLanguages(t *testing.T) {
	count := 0
	for _, file := range sources(t) {
		ast.Inspect(file.tree, func(n ast.Node) bool {
			literal, ok := n.(*ast.CompositeLit)
			if !ok || !isFormat(literal.Type) || len(literal.Elts) != 2 {
				return true
			}
			vi, okVi := textOf(literal.Elts[0])
			en, okEn := textOf(literal.Elts[1])
			if !okVi || !okEn {
				return true
			}
			count++
			if vi == "" || en == "" {
				t.Errorf("%s: a message says nothing in one language: %q, %q", file.name, vi, en)
			}
			if a, b := verbsOf(vi), verbsOf(en); !slices.Equal(a, b) {
				t.Errorf("%s: %q takes %v, %q takes %v", file.name, vi, a, en, b)
			}
			return true
		})
	}
	if count < 100 {
		t.Errorf("only %d messages were found: the test does not see them", count)
	}
}

func isFormat(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.SelectorExpr:
		return e.Sel.Name == "Format"
	case *ast.Ident:
		return e.Name == "Format"
	}
	return false
}

// textOf is the string that an element "Vi: ..." of a literal holds.
func textOf(e ast.Expr) (string, bool) {
	if pair, ok := e.(*ast.KeyValueExpr); ok {
		e = pair.Value
	}
	literal, ok := e.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

// verbsOf lists the verbs of a format by the argument that each takes.
func verbsOf(format string) []string {
	var verbs []string
	next := 1
	for _, m := range verb.FindAllStringSubmatch(format, -1) {
		if m[4] == "%" {
			continue
		}
		if m[2] != "" {
			next, _ = strconv.Atoi(m[2])
		}
		verbs = append(verbs, strconv.Itoa(next)+m[4])
		next++
	}
	slices.Sort(verbs)
	return slices.Compact(verbs)
}

type sourceFile struct {
	name, dir string
	imports   []string
	tree      *ast.File
}

// sources parses every Go file of the program, tests left out.
func sources(t *testing.T) []sourceFile {
	t.Helper()
	var files []sourceFile
	err := fs.WalkDir(os.DirFS("."), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || strings.Contains(name, "testdata/") {
			return err
		}
		tree, err := parser.ParseFile(token.NewFileSet(), filepath.FromSlash(name), nil, 0)
		if err != nil {
			return err
		}
		file := sourceFile{name: name, dir: strings.TrimPrefix(path.Dir(name), "."), tree: tree}
		for _, spec := range tree.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			file.imports = append(file.imports, imported)
		}
		files = append(files, file)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
