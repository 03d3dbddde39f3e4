package out

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"sort"
	"strings"
)

// contentTypes is the part whose entries excelize writes in varying order.
const contentTypes = "[Content_Types].xml"

// stable writes a workbook so that the same content gives the same bytes: parts in the order of their names, the list of content types
// first and sorted.
func stable(w io.Writer, workbook []byte) error {
	pkg, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	entries := append([]*zip.File(nil), pkg.File...)
	sort.SliceStable(entries, func(i, j int) bool { return entryOrder(entries[i].Name) < entryOrder(entries[j].Name) })
	sorted := zip.NewWriter(w)
	for _, entry := range entries {
		if err := copyEntry(sorted, entry); err != nil {
			return err
		}
	}
	return sorted.Close()
}

func entryOrder(name string) string {
	if name == contentTypes {
		return ""
	}
	return name
}

func copyEntry(to *zip.Writer, entry *zip.File) error {
	if entry.Name != contentTypes {
		return to.Copy(entry)
	}
	part, err := entry.Open()
	if err != nil {
		return err
	}
	text, err := io.ReadAll(part)
	if err != nil {
		return err
	}
	if err := part.Close(); err != nil {
		return err
	}
	out, err := to.Create(contentTypes)
	if err != nil {
		return err
	}
	_, err = io.WriteString(out, sortTypes(string(text)))
	return err
}

var contentType = regexp.MustCompile(`<(Default|Override) [^>]*?(/>|></(Default|Override)>)`)

// sortTypes puts the entries of the list of content types in order.
func sortTypes(text string) string {
	entries := contentType.FindAllString(text, -1)
	if len(entries) == 0 {
		return text
	}
	start := strings.Index(text, entries[0])
	end := strings.LastIndex(text, entries[len(entries)-1]) + len(entries[len(entries)-1])
	sort.Strings(entries)
	return text[:start] + strings.Join(entries, "") + text[end:]
}
