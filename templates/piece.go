package templates

// piece is a stretch of a scanned part: bytes to copy, a tag, or an element that has tags somewhere inside and pieces
// of its own. Pieces in order make up the part.
type piece struct {
	what role
	raw  []byte // what is copied; of an element its opening, with the properties that it begins with
	shut []byte // of an element: its closing
	// inner are the pieces of an element that has tags inside.
	inner []piece
	tag   *tag
	// visible tells that a reader sees something of it: text that is no space, a picture, the mark of a note. Of an element that has
	// pieces it is found out from those.
	visible bool
	place   Place
	at      span // of a tag in an attribute: where it stands in the opening tag

	// since, of a row, is the number of the last row above in which a vertical merge that reaches this row began; -1 where
	// none does.
	since int
	// number, of a row, counts the rows of its table from 0.
	number int
	// breaks tells that the paragraph ends a section of the document (its properties hold w:sectPr).
	breaks bool
	// body, of a story, tells the body of the document.
	body bool
	// columns, of a table, is how many columns its grid has; columnsOf is the loop that repeats some of them, grid the same for the piece of the grid.
	columns         int
	columnsOf, grid *columnLoop
	// chart, of a piece of an attribute, is the loop over the categories of a chart that stands there.
	chart *chartLoop
	// inside, of a cell, tells that a loop over columns repeats it; shape, of the format of a cell, what such a loop changes in it.
	inside bool
	shape  *cellShape
}

// role says what a piece is to the building of the tree.
type role uint8

const (
	bytesRole     role = iota // a stretch of bytes that stands for no block
	tagRole                   // a tag
	paragraphRole             // a block of text
	tableRole
	rowRole
	cellRole
	wrapperRole    // what is read through and goes where nothing is left in it: hyperlinks, content controls
	shellRole      // what is read through and stays, such as a drawing around a text box; tags cannot leave it
	attributesRole // an opening tag with tags in its attributes
	storyRole      // what tags cannot leave and needs a paragraph: the body, a note, a text box
)

// tagged reports whether the piece is a tag or has tags inside.
func (p piece) tagged() bool { return p.tag != nil || p.inner != nil }

// anyTagged reports whether one of the pieces is or has a tag.
func anyTagged(pieces []piece) bool {
	for _, p := range pieces {
		if p.tagged() {
			return true
		}
	}
	return false
}

// anyVisible reports whether a reader sees something of the pieces.
func anyVisible(pieces []piece) bool {
	for _, p := range pieces {
		if p.visible || p.tag != nil && p.tag.kind == valueTag || anyVisible(p.inner) {
			return true
		}
	}
	return false
}
