package bench

import (
	"archive/zip"
	"bytes"
	"html"
	"io"
	"regexp"
	"slices"
	"strings"
)

var (
	story = regexp.MustCompile(`^word/(document|header\d*|footer\d*)\.xml$`)
	texts = regexp.MustCompile(`(?s)<w:t(?: [^>]*)?>(.*?)</w:t>|</w:p>`)
)

// Text gives the text of a document, one line for each paragraph that has some, so that what several programs made of one template can
// be compared.
func Text(file []byte) (string, error) {
	r, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return "", err
	}
	var stories []string
	for _, f := range r.File {
		if !story.MatchString(f.Name) {
			continue
		}
		from, err := f.Open()
		if err != nil {
			return "", err
		}
		part, err := io.ReadAll(from)
		if err != nil {
			return "", err
		}
		stories = append(stories, f.Name+"\n"+lines(string(part)))
	}
	slices.Sort(stories)
	return strings.Join(stories, ""), nil
}

func lines(part string) string {
	var all, line strings.Builder
	for _, m := range texts.FindAllStringSubmatch(part, -1) {
		if m[0] != "</w:p>" {
			line.WriteString(html.UnescapeString(m[1]))
			continue
		}
		if text := strings.TrimSpace(line.String()); text != "" {
			all.WriteString(text + "\n")
		}
		line.Reset()
	}
	return all.String()
}
