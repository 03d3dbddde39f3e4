package templates

import "slices"

// row lets the tags in the cells of a row move out of it. Two that meet in the row repeat it; a row that held nothing but
// control tags is gone.
func (b *builder) row(p piece, inner []entry) []entry {
	visible := anyVisibleEntry(inner)
	tags, cells := tagsAndRest(inner)
	if !visible {
		return tags
	}
	met := b.meet(tags)
	first, last := bounds(inner)
	var before, opens, closes, after []entry
	for i, e := range inner {
		switch {
		case e.tag == nil:
		case met[e.tag] && e.tag.kind == openTag:
			if len(closes) > 0 {
				b.faults.add(e.tag, faultRowTwice.With())
			}
			opens = append(opens, e)
		case met[e.tag] && e.tag.kind == closeTag:
			closes = append(closes, e)
		case met[e.tag]:
			b.faults.add(e.tag, faultRowElse.With())
		case i < first:
			before = append(before, e)
		case i > last:
			after = append(after, e)
		default:
			b.lost = append(b.lost, lostTag{e.tag, true})
		}
	}
	cells, all := repeatedCells(cells, b.loop)
	n := &row{inner: nodesWithin(p, cells), onlyColumns: all}
	built := []entry{{node: n, visible: true, what: rowRole, since: p.since, number: p.number}}
	return slices.Concat(before, opens, built, closes, after)
}

// meet finds the tags of a row that find their partner in it.
func (b *builder) meet(tags []entry) map[*tag]bool {
	met := map[*tag]bool{}
	var stack []*open
	for _, e := range tags {
		switch e.tag.kind {
		case openTag:
			stack = append(stack, &open{tag: e.tag})
		case elseTag:
			if len(stack) > 0 {
				stack[len(stack)-1].middle = e.tag
			}
		case closeTag:
			if len(stack) == 0 || !stack[len(stack)-1].closes(e.tag) {
				continue
			}
			top := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			met[top.tag], met[e.tag] = true, true
			if top.middle != nil {
				met[top.middle] = true
			}
		}
	}
	return met
}

// table builds the rows of a table.
func (b *builder) table(p piece) []entry {
	outer, outerLoop := b.columns, b.loop
	b.columns, b.loop = max(p.columns, 1), p.columnsOf
	rows := joinMerged(b.entries(p.inner, rowLevel))
	inner := b.leave(b.match(rows, rowLevel, true))
	b.columns, b.loop = outer, outerLoop
	n := &table{inner: nodesWithin(p, inner), loop: p.columnsOf}
	return []entry{{node: n, visible: true, what: tableRole}}
}

// joinMerged moves the close tags of loops behind the rows that are merged with rows of the loop: cells that are merged
// from row to row are one thing, and half of it cannot be repeated. A merge that began above the loop does not count:
// it goes on through all turns of the loop.
func joinMerged(entries []entry) []entry {
	numbers := rowNumbers(entries)
	var begins []int // of the open tags, the number of the first row behind each
	starts := map[*tag]int{}
	for i, e := range entries {
		switch {
		case e.tag == nil:
		case e.tag.kind == openTag:
			begins = append(begins, numbers[i])
		case e.tag.kind == closeTag && len(begins) > 0:
			starts[e.tag] = begins[len(begins)-1]
			begins = begins[:len(begins)-1]
		}
	}
	for i := len(entries) - 1; i >= 0; i-- {
		from, ok := starts[entries[i].tag]
		if entries[i].tag == nil || !ok {
			continue
		}
		for at := i; at+1 < len(entries); at++ {
			next := entries[at+1]
			if next.tag != nil || next.what == rowRole && next.since < from {
				break
			}
			if next.what != rowRole && !rowFollows(entries[at+1:], from) {
				break
			}
			entries[at], entries[at+1] = next, entries[at]
		}
	}
	return entries
}

// rowFollows reports whether the next row, behind what is no row, is merged with a row from the given one on.
func rowFollows(entries []entry, from int) bool {
	for _, e := range entries {
		if e.tag != nil {
			return false
		}
		if e.what == rowRole {
			return e.since >= from
		}
	}
	return false
}

// rowNumbers gives for each entry the number of the first row at or behind it. Rows keep the numbers with which the
// table was scanned, although those of control tags are gone.
func rowNumbers(entries []entry) []int {
	numbers := make([]int, len(entries))
	next := noRow
	for i := len(entries) - 1; i >= 0; i-- {
		if entries[i].what == rowRole && !entries[i].section {
			next = entries[i].number
		}
		numbers[i] = next
	}
	return numbers
}

// noRow is behind all rows of a table.
const noRow = 1 << 30
