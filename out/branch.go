package out

import (
	"io"
	"strings"
	"text/tabwriter"

	"tonghop/lang"
)

// branch is a line of a tree on the terminal, with what stands below it. Its columns are lined up with those of the lines around it.
type branch struct {
	columns []string
	below   []*branch
}

// newBranch makes a line. What was typed by somebody is cleaned.
func newBranch(columns ...string) *branch {
	b := &branch{columns: make([]string, len(columns))}
	for i, text := range columns {
		b.columns[i] = Clean(text)
	}
	return b
}

// add puts a line below and gives it.
func (b *branch) add(columns ...string) *branch {
	below := newBranch(columns...)
	b.below = append(b.below, below)
	return below
}

// shorten leaves the first lines of those below from a place on, and says how many more there are.
func (b *branch) shorten(from, most int, l lang.Lang) {
	if more := len(b.below) - from - most; more > 0 {
		b.below = b.below[:from+most]
		b.add(lang.Format{Vi: "… và %d dòng khác; xem tất cả bằng --all", En: "… and %d more; --all shows them"}.With(more).In(l))
	}
}

// write draws the tree as people know it from the folders of a disk.
func (b *branch) write(w io.Writer) error {
	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 4, 2, ' ', 0)
	if _, err := io.WriteString(table, strings.Join(b.columns, "\t")+"\n"); err != nil {
		return err
	}
	if err := b.writeBelow(table, ""); err != nil {
		return err
	}
	if err := table.Flush(); err != nil {
		return err
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func (b *branch) writeBelow(w io.Writer, indent string) error {
	for i, below := range b.below {
		at, further := "├─ ", "│  "
		if i == len(b.below)-1 {
			at, further = "└─ ", "   "
		}
		if _, err := io.WriteString(w, indent+at+strings.Join(below.columns, "\t")+"\n"); err != nil {
			return err
		}
		if err := below.writeBelow(w, indent+further); err != nil {
			return err
		}
	}
	return nil
}
