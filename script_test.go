package main

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// The scripts in testdata/script are the specification in the user's words: they call the real command on real workbooks.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"tonghop": func() { os.Exit(int(run(context.Background(), os.Args, os.Stdin, os.Stdout, os.Stderr))) },
	})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ends":   endsWith,
			"row":    typeRow,
			"listed": fillList,
			"fill":   fillForm,
			"cells":  printCells,
			"words":  printWords,
			"mau":    typeTemplate,
			"edit":   editDocument,
			"edited": editText,
		},
	})
}

// ends STATUS tonghop ARGS...: the command ends with this exit status. Its output is that of the last command.
func endsWith(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: ends STATUS COMMAND ARGS...")
	}
	err := ts.Exec(args[1], args[2:]...)
	status := 0
	if exit, ok := err.(*exec.ExitError); ok {
		status = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if fmt.Sprint(status) != args[0] {
		ts.Fatalf("%s ended with status %d, not %s", strings.Join(args[1:], " "), status, args[0])
	}
}

// row BOOK SHEET COLUMN=VALUE...: types a row below the last one of a sheet of the catalogue.
func typeRow(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], args[0], func(book *excelize.File) {
		sheet := args[1]
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		columns := make(map[string]int)
		for i, name := range rows[0] {
			columns[name] = i + 1
		}
		for _, arg := range args[2:] {
			name, value, _ := strings.Cut(arg, "=")
			column, ok := columns[name]
			if !ok {
				ts.Fatalf("%s has no column %q", sheet, name)
			}
			put(ts, book, sheet, column, len(rows)+1, value)
		}
	})
}

// fill FORM COPY CODE=VALUE...: fills the column Số liệu of a form, in a copy. The code "*" is every figure; "ngay" is the date of
// the form and "lan_gui" the number of its sending.
func fillForm(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], args[1], func(book *excelize.File) {
		const sheet = "Biểu mẫu"
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		answers := make(map[string]string)
		for _, arg := range args[2:] {
			code, value, _ := strings.Cut(arg, "=")
			answers[code] = value
		}
		codes, figures := 0, 0
		for r, row := range rows {
			for c, text := range row {
				if text == "Mã" {
					codes = c
				}
				if text == "Số liệu" {
					figures = c
				}
				if value, ok := answers["ngay"]; ok && text == "Ngày báo cáo:" {
					put(ts, book, sheet, c+3, r+1, value) // the label is merged over two columns
				}
				if value, ok := answers["lan_gui"]; ok && text == "Lần gửi:" {
					put(ts, book, sheet, c+2, r+1, value)
				}
			}
			if figures == 0 || codes >= len(row) || !regexp.MustCompile(`^[a-z_0-9]+$`).MatchString(row[codes]) {
				continue
			}
			value, ok := answers[row[codes]]
			if !ok {
				value, ok = answers["*"]
			}
			if ok {
				put(ts, book, sheet, figures+1, r+1, value)
			}
		}
	})
}

// listed FORM LIST COLUMN=VALUE...: writes a row into a list form, below its row of keys and the rows that are filled in.
func fillList(ts *testscript.TestScript, _ bool, args []string) {
	change(ts, args[0], args[0], func(book *excelize.File) {
		sheet := args[1]
		rows, err := book.GetRows(sheet)
		ts.Check(err)
		columns := make(map[string]int)
		next := 0
		for r, row := range rows {
			filled := false
			for c, text := range row {
				if next == 0 && regexp.MustCompile(`^[a-z_]+$`).MatchString(text) {
					columns[text] = c + 1
				}
				filled = filled || c > 0 && text != ""
			}
			if len(columns) > 0 && filled {
				next = r + 2
			}
		}
		for _, arg := range args[2:] {
			key, value, _ := strings.Cut(arg, "=")
			column, ok := columns[key]
			if !ok {
				ts.Fatalf("%s has no column %q", sheet, key)
			}
			put(ts, book, sheet, column, next, value)
		}
	})
}

// change edits a workbook and saves it under another name, which may be the same.
func change(ts *testscript.TestScript, from, to string, edit func(*excelize.File)) {
	book, err := excelize.OpenFile(ts.MkAbs(from))
	ts.Check(err)
	edit(book)
	ts.Check(book.SaveAs(ts.MkAbs(to)))
	ts.Check(book.Close())
}

// put types a value: digits become a number, everything else a text.
func put(ts *testscript.TestScript, book *excelize.File, sheet string, column, row int, value string) {
	at, err := excelize.CoordinatesToCellName(column, row)
	ts.Check(err)
	if regexp.MustCompile(`^(0|-?[1-9]\d*)$`).MatchString(value) {
		var n int
		_, err = fmt.Sscan(value, &n)
		ts.Check(err)
		ts.Check(book.SetCellInt(sheet, at, int64(n)))
		return
	}
	ts.Check(book.SetCellStr(sheet, at, value))
}

// cells BOOK SHEET: prints every cell that holds something, a row per line.
func printCells(ts *testscript.TestScript, _ bool, args []string) {
	book, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	rows, err := book.GetRows(args[1], excelize.Options{RawCellValue: true})
	ts.Check(err)
	var text strings.Builder
	for _, row := range rows {
		text.WriteString(strings.ReplaceAll(strings.Join(row, " | "), "\n", " / ") + "\n")
	}
	ts.Check(book.Close())
	_, err = ts.Stdout().Write([]byte(text.String()))
	ts.Check(err)
}

// words DOCUMENT: prints the text of a document, notes and headers too, a paragraph per line.
func printWords(ts *testscript.TestScript, _ bool, args []string) {
	pkg, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer func() { ts.Check(pkg.Close()) }()
	for _, entry := range pkg.File {
		if !strings.HasPrefix(entry.Name, "word/") || !strings.HasSuffix(entry.Name, ".xml") {
			continue
		}
		part, err := entry.Open()
		ts.Check(err)
		data, err := io.ReadAll(part)
		ts.Check(err)
		_, err = ts.Stdout().Write([]byte(textOfPart(string(data))))
		ts.Check(err)
	}
}

var (
	paragraphEnd = regexp.MustCompile(`</w:p>`)
	markup       = regexp.MustCompile(`<[^>]*>`)
)

func textOfPart(xml string) string {
	text := markup.ReplaceAllString(paragraphEnd.ReplaceAllString(xml, "\n"), "")
	return strings.NewReplacer("&lt;", "<", "&gt;", ">", "&amp;", "&", "\u00a0", " ").Replace(text)
}

// mau DOCUMENT PARAGRAPH...: writes a Word document with these paragraphs. One that begins with | is a row of a table.
func typeTemplate(ts *testscript.TestScript, _ bool, args []string) {
	file, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	ts.Check(writeTemplate(file, args[1:]))
	ts.Check(file.Close())
}

// edit DOCUMENT OLD NEW: puts words in the place of others, once, as somebody would in Word.
func editDocument(ts *testscript.TestScript, _ bool, args []string) {
	data, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	pkg, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	ts.Check(err)
	var made bytes.Buffer
	w := zip.NewWriter(&made)
	edited := false
	for _, entry := range pkg.File {
		part, err := entry.Open()
		ts.Check(err)
		text, err := io.ReadAll(part)
		ts.Check(err)
		if entry.Name == "word/document.xml" {
			edited = bytes.Contains(text, []byte(args[1]))
			text = bytes.Replace(text, []byte(args[1]), []byte(args[2]), 1)
		}
		file, err := w.Create(entry.Name)
		ts.Check(err)
		_, err = file.Write(text)
		ts.Check(err)
	}
	if !edited {
		ts.Fatalf("%s does not say %q", args[0], args[1])
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), made.Bytes(), 0o666))
}

// edited FILE FROM TO: replaces a text in a file, which has to be there.
func editText(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) != 3 {
		ts.Fatalf("usage: edited FILE FROM TO")
	}
	text := ts.ReadFile(args[0])
	if !strings.Contains(text, args[1]) {
		ts.Fatalf("%s does not hold %q", args[0], args[1])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, args[1], args[2], 1)), 0o666))
}
