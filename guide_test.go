package main

import (
	"archive/zip"
	"bytes"
	"context"
	stdflag "flag"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// With -update the results and the pictures of the guide for authors of templates are made anew.
var update = stdflag.Bool("update", false, "make the results and the pictures of docs/huong-dan-mau.md anew")

const guideFile = "docs/huong-dan-mau.md"

// An example of the guide: what is typed into Word, what comes out, and the picture of both where there is one.
var guideExample = regexp.MustCompile("(?s)```mau(?:-sai)?\n(.*?)```\n(.*?)```ketqua\n(.*?)```(?:\n\n!\\[[^]]*\\]\\((hinh/[^)]*)\\))?")

// Every example of the guide prints what the guide says, on the example workspace.
func TestGuideForAuthors(t *testing.T) {
	text, err := os.ReadFile(guideFile)
	if err != nil {
		t.Fatal(err)
	}
	dir := example(t)
	found := guideExample.FindAllStringSubmatchIndex(string(text), -1)
	if len(found) < 5 {
		t.Fatalf("the guide has %d examples", len(found))
	}
	filled := fillExamples(t, dir, string(text), found)
	var made bytes.Buffer
	at := 0
	for i, m := range found {
		made.Write(text[at:m[6]])
		made.WriteString(filled[i])
		at = m[7]
		if got, want := filled[i], string(text[m[6]:m[7]]); got != want && !*update {
			t.Errorf("the guide types\n%sand says that it gives\n%sbut it gives\n%s", text[m[2]:m[3]], want, got)
		}
		if *update && m[8] >= 0 {
			picture(t, filesOf(dir, i), filepath.Join("docs", string(text[m[8]:m[9]])))
		}
	}
	made.Write(text[at:])
	if *update {
		if err := os.WriteFile(guideFile, made.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// Every command that the guides name exists, with its flags.
func TestGuidesNameCommands(t *testing.T) {
	known := map[string]bool{"LỆNH": true}
	for _, c := range commands() {
		known[c.name], known[c.alias] = true, true
	}
	for _, guide := range []string{guideFile, "README.vi.md", "README.md"} {
		text, err := os.ReadFile(guide)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile("(?m)(?:^    |`)tonghop ([^\\s`]+)").FindAllStringSubmatch(string(text), -1) {
			if !known[m[1]] && m[1] != "COMMAND" {
				t.Errorf("%s names the command %q, which does not exist", guide, m[1])
			}
		}
	}
}

// fillExamples fills every example with the figures of the workspace and gives their texts.
func fillExamples(t *testing.T, dir, text string, found [][]int) []string {
	t.Helper()
	templates := filepath.Join(dir, templatesDir)
	if err := os.MkdirAll(templates, 0o777); err != nil {
		t.Fatal(err)
	}
	for i, m := range found {
		folder := templates
		if isFaulty(text, m) {
			folder = dir
		}
		file, err := os.Create(filepath.Join(folder, exampleName(i)))
		if err != nil {
			t.Fatal(err)
		}
		if err := writeTemplate(file, strings.Split(strings.TrimSuffix(text[m[2]:m[3]], "\n"), "\n")); err != nil {
			t.Fatal(err)
		}
		if err := file.Close(); err != nil {
			t.Fatal(err)
		}
	}
	var said bytes.Buffer
	if status := run(context.Background(), []string{"tonghop", "report", dir}, nil, &said, &said); status != fine {
		t.Fatalf("the examples of the guide: status %d\n%s", status, said.String())
	}
	filled := make([]string, len(found))
	for i, m := range found {
		if isFaulty(text, m) {
			filled[i] = lintExample(t, dir, exampleName(i))
			continue
		}
		words, err := linesOf(filepath.Join(dir, resultsDir, "bao-cao", exampleName(i)))
		if err != nil {
			t.Fatal(err)
		}
		filled[i] = words
	}
	return filled
}

func exampleName(i int) string { return fmt.Sprintf("vd%02d.docx", i) }

// isFaulty reports whether an example shows what lint says of mistakes.
func isFaulty(text string, m []int) bool { return strings.HasPrefix(text[m[0]:], "```mau-sai") }

// lintExample gives what lint says of an example, without what depends on where it lies.
func lintExample(t *testing.T, dir, name string) string {
	t.Helper()
	var said bytes.Buffer
	if status := run(context.Background(), []string{"tonghop", "lint", filepath.Join(dir, name)}, nil, &said, &said); status != misused {
		t.Fatalf("lint of the faulty example: status %d\n%s", status, said.String())
	}
	var lines []string
	for line := range strings.Lines(said.String()) {
		if strings.HasPrefix(line, "  - ") || strings.HasSuffix(line, ":\n") {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "")
}

// filesOf are the template of an example and what came of it.
func filesOf(dir string, i int) []string {
	return []string{filepath.Join(dir, templatesDir, exampleName(i)), filepath.Join(dir, resultsDir, "bao-cao", exampleName(i))}
}

// picture shows documents one below the other, as LibreOffice draws them.
func picture(t *testing.T, files []string, name string) {
	t.Helper()
	office, draw := need(t, "soffice"), need(t, "pdftoppm")
	var parts []image.Image
	for _, file := range files {
		page := strings.TrimSuffix(convert(t, office, "pdf", file), ".pdf")
		if said, err := exec.Command(draw, "-r", "80", "-png", "-singlefile", page+".pdf", page).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		data, err := os.ReadFile(page + ".png")
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		parts = append(parts, drawn)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, stacked(parts)); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, out.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
}

// stacked puts what is printed on pages one below the other, with a grey line between.
func stacked(pages []image.Image) image.Image {
	const margin = 12
	width, height := 0, 0
	for _, p := range pages {
		width, height = max(width, p.Bounds().Dx()), height+printed(p).Dy()+2*margin
	}
	all := image.NewPaletted(image.Rect(0, 0, width, height), greys())
	y := 0
	for i, p := range pages {
		from := printed(p)
		if i > 0 {
			for x := range width {
				all.Set(x, y, color.Gray{Y: 170})
			}
		}
		for dy := range from.Dy() + 2*margin {
			for x := range width {
				at := image.Pt(x, from.Min.Y-margin+dy)
				switch {
				case i > 0 && dy == 0:
				case at.In(p.Bounds()) && dy >= margin && dy < from.Dy()+margin:
					all.Set(x, y+dy, p.At(at.X, at.Y))
				default:
					all.Set(x, y+dy, color.White)
				}
			}
		}
		y += from.Dy() + 2*margin
	}
	return all
}

// printed is where a page is not white.
func printed(p image.Image) image.Rectangle {
	var all image.Rectangle
	for y := p.Bounds().Min.Y; y < p.Bounds().Max.Y; y++ {
		for x := p.Bounds().Min.X; x < p.Bounds().Max.X; x++ {
			if r, g, b, _ := p.At(x, y).RGBA(); r+g+b < 3*0xF000 {
				all = all.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return all
}

// greys are the colours of the pictures: greys, and the yellow of what is missing.
func greys() color.Palette {
	var palette color.Palette
	for i := range 32 {
		palette = append(palette, color.Gray{Y: uint8(i * 255 / 31)})
	}
	return append(palette, color.RGBA{R: 255, G: 255, A: 255}, color.RGBA{R: 200, G: 60, B: 60, A: 255})
}

var rowStart, cellStart = regexp.MustCompile(`<w:tr( [^>]*)?>`), regexp.MustCompile(`<w:tc( [^>]*)?>`)

// linesOf gives the body of a document as writeTemplate takes it: a paragraph per line, and | a | b | for a row of a table.
func linesOf(file string) (string, error) {
	pkg, err := zip.OpenReader(file)
	if err != nil {
		return "", err
	}
	defer pkg.Close() //nolint:errcheck // only read
	part, err := pkg.Open("word/document.xml")
	if err != nil {
		return "", err
	}
	data, err := io.ReadAll(part)
	if err != nil {
		return "", err
	}
	xml := strings.NewReplacer("</w:p></w:tc>", " |", "</w:tr>", "\n").Replace(string(data))
	return strings.TrimRight(textOfPart(cellStart.ReplaceAllString(rowStart.ReplaceAllString(xml, "|"), " ")), "\n") + "\n", nil
}
