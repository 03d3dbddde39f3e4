package templates

// level says what stands beside each other in an element: what a loop there repeats.
type level uint8

const (
	inlineLevel level = iota // runs of a paragraph
	blockLevel               // paragraphs and tables
	rowLevel                 // rows of a table
	cellLevel                // cells of a row
)

// inside gives the level of what an element holds that itself stands at this level.
func (l level) inside(what role) level {
	switch what {
	case paragraphRole:
		return inlineLevel
	case tableRole:
		return rowLevel
	case rowRole:
		return cellLevel
	case cellRole, storyRole:
		return blockLevel
	}
	return l
}
