package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// A Vietnamese message that sends the reader to a list names the list in Vietnamese, as the guide does.
func TestVietnameseMessagesNameListsInVietnamese(t *testing.T) {
	vi := regexp.MustCompile(`Vi:\s+"[^"]*"`)
	for _, pattern := range []string{"*.go", "templates/*.go", "report/*.go", "sheets/*.go", "out/*.go"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range vi.FindAllString(string(text), -1) {
				for _, kind := range listings() {
					if kind.name != kind.alias && strings.Contains(m, "list "+kind.name) {
						t.Errorf("%s: %s: say “list %s”", name, m, kind.alias)
					}
				}
			}
		}
	}
}
