// Command make writes the built-in report templates as Word documents. It is run by go generate in the folder above.
//
// A template is written here as plain text with a few marks (see rich), so that a change of wording is a readable
// difference. The layout follows Hướng dẫn 29-HD/TWĐTN-VP of 29/10/2013 on the form of the Union's documents: A4, margins
// of 20, 20, 30 and 20 mm, Times New Roman, and the sizes named in styles.go.
package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	os.Exit(run(".", os.Stderr))
}

// run writes every template into the folder and gives the exit status.
func run(dir string, stderr io.Writer) int {
	for _, d := range documents() {
		data, err := d.bytes()
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, d.file), data, 0o644)
		}
		if err != nil {
			fmt.Fprintf(stderr, "%s: %v\n", d.file, err)
			return 1
		}
	}
	return 0
}

// documents are the templates that come with the program.
func documents() []*document {
	return []*document{congressReport(), reminder(), remediation(), committeeReview(), chapterReview(), termArticle()}
}
