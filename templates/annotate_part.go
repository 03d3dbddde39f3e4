package templates

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tonghop/lang"
)

// Author is the name under which the program writes comments.
const Author = "tonghop"

const typeComments = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

// commented writes the comments and their marks into a copy of the document.
func (s *survey) commented(remarks []remark, said lang.Lang) ([]byte, error) {
	book, err := s.commentBook()
	if err != nil {
		return nil, err
	}
	marks := insertions{part: s.main(), marks: map[int]*markGroup{}}
	for _, r := range remarks {
		marks.comment(r.begin, r.end, book.add(r.says.In(said)))
	}
	if _, err := openContainer(s.pack); err != nil {
		return nil, err
	}
	changed := book.around
	changed[s.pack.main] = marks.apply()
	changed[book.file] = book.bytes(noSeal)
	seal, err := s.pack.seal(changed)
	if err != nil {
		return nil, err
	}
	changed[book.file] = book.bytes(seal)
	return s.pack.with(changed)
}

// commentBook is the part of the comments, with the comments that are added.
type commentBook struct {
	file          string
	before, after []byte // the part up to where comments are added, and behind it
	prefix        string
	used          map[string]bool
	next          int
	added         []byte
	// around are the lists of the package that change where the part is new.
	around map[string][]byte
}

// commentBook opens the part of the comments, or begins a new one.
func (s *survey) commentBook() (*commentBook, error) {
	b := &commentBook{used: map[string]bool{}, around: map[string][]byte{}}
	if file, data, root, prefix := s.pack.comments(); root != nil {
		for _, id := range s.pack.commentIDs() {
			b.used[id] = true
		}
		b.file, b.prefix = file, prefix
		b.before, b.after = data[:root.content.end], data[root.content.end:]
		if root.end == root.open.end {
			open := bytes.TrimSuffix(data[:root.open.end], []byte("/>"))
			b.before, b.after = slices.Concat(open, []byte(">")), slices.Concat([]byte("</"+root.name+">"), data[root.end:])
		}
		b.dropSeal()
		if s.pack.types != nil {
			b.around[contentTypesFile] = s.pack.types
		}
		return b, nil
	}
	return b, s.newComments(b)
}

// newComments adds an empty part of comments to the package.
func (s *survey) newComments(b *commentBook) error {
	dir := path.Dir(s.pack.main)
	for n := 0; b.file == "" || s.pack.byName[strings.ToLower(b.file)] != nil; n++ {
		b.file = path.Join(dir, "comments"+strings.TrimPrefix(strconv.Itoa(n), "0")+".xml")
	}
	space, relations := string(wordNamespaces[0]), relationSpace
	if root := s.main().bytes(s.main().root.open); !bytes.Contains(root, wordNamespaces[0]) {
		space, relations = string(wordNamespaces[1]), strictSpace
	}
	b.prefix = "w:"
	b.before, b.after = []byte(xmlHead+`<w:comments xmlns:w="`+space+`">`), []byte("</w:comments>")
	types, err := s.pack.contentTypes()
	if err != nil {
		return err
	}
	listed := types.data
	if s.pack.types != nil {
		listed = s.pack.types
	}
	if b.around[contentTypesFile], err = withChild(listed, fmt.Sprintf(`Override PartName="/%s" ContentType="%s"/>`, b.file, typeComments)); err != nil {
		return errPart.With(contentTypesFile, err)
	}
	links := linksOf(s.pack.main)
	list, err := s.pack.read(links)
	if err != nil {
		list = []byte(xmlHead + `<Relationships xmlns="` + packageSpace + `"/>`)
	} else {
		links = s.pack.byName[strings.ToLower(links)].Name
	}
	id := "rIdTHC"
	for bytes.Contains(list, []byte(`"`+id+`"`)) {
		id += "C"
	}
	b.around[links], err = withChild(list, fmt.Sprintf(`Relationship Id="%s" Type="%s/comments" Target="/%s"/>`, id, relations, b.file))
	if err != nil {
		return errPart.With(links, err)
	}
	return nil
}

// add adds a comment and gives its number. Its date is the time that all parts carry: for a comment without a date LibreOffice 7.4 writes one that
// is none.
func (b *commentBook) add(text string) string {
	for b.used[strconv.Itoa(b.next)] {
		b.next++
	}
	id := strconv.Itoa(b.next)
	b.used[id] = true
	w := b.prefix
	b.added = fmt.Appendf(b.added, `<%[1]scomment %[1]sid="%[2]s" %[1]sauthor="%[3]s" %[1]sdate="%[4]s" %[1]sinitials="th"><%[1]sp><%[1]sr><%[1]st xml:space="preserve">`, w, id, Author, written.Format(time.RFC3339))
	b.added, _ = escapeText(b.added, text) // what XML has no place for cannot be in a comment either
	b.added = fmt.Appendf(b.added, `</%[1]st></%[1]sr></%[1]sp></%[1]scomment>`, w)
	return id
}

// The seal is an XML comment at the end of the part. Word and LibreOffice leave it out when they save a file, so that a copy that somebody
// has worked on is told from one that nobody touched.
var sealed = regexp.MustCompile(`<!-- tonghop lint ([0-9a-f]{64}) -->`)

const (
	sealText = "<!-- tonghop lint %s -->"
	noSeal   = "0000000000000000000000000000000000000000000000000000000000000000"
)

// dropSeal takes away the seal of a copy that is annotated again.
func (b *commentBook) dropSeal() { b.before = sealed.ReplaceAll(b.before, nil) }

func (b *commentBook) bytes(seal string) []byte {
	return slices.Concat(b.before, b.added, fmt.Appendf(nil, sealText, seal), b.after)
}

// seal is a hash of everything in the package with some parts changed. The part of the comments has to be among these, with a blank seal.
func (a *archive) seal(changed map[string][]byte) (string, error) {
	names := map[string]bool{}
	for _, f := range a.files {
		names[f.Name] = true
	}
	for name := range changed {
		names[name] = true
	}
	digest := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(names)) {
		data, isChanged := changed[name]
		if !isChanged {
			var err error
			if data, err = readEntry(a.byName[strings.ToLower(name)], maxTotal); err != nil {
				return "", err
			}
		}
		fmt.Fprintf(digest, "%s\x00%d\x00%s", name, len(data), data)
	}
	return hex.EncodeToString(digest.Sum(nil)), nil
}

// Untouched reports whether a file is a copy that Annotate wrote and nobody has saved since.
func Untouched(data []byte) bool {
	a, err := openArchive(data)
	if err != nil {
		return false
	}
	file, comments, root, _ := a.comments()
	m := sealed.FindSubmatchIndex(comments)
	if root == nil || m == nil {
		return false
	}
	blank := slices.Concat(comments[:m[2]], []byte(noSeal), comments[m[3]:])
	seal, err := a.seal(map[string][]byte{file: blank})
	return err == nil && seal == string(comments[m[2]:m[3]])
}
