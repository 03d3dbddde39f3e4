package templates

import (
	"slices"

	"tonghop/lang"
)

var (
	faultElseName = lang.Format{
		Vi: "Thẻ {{^%s}} đứng trong %s. Trong đó chỉ viết {{^}}; để hỏi ngược một điều kiện, viết {{#không phải %s}}.",
		En: "The tag {{^%s}} stands inside %s. Only {{^}} is written there; to ask for the opposite, write {{#not %s}}."}
	faultElseTwice = lang.Format{
		Vi: "%s đã có một thẻ {{^}} rồi. Xóa bớt một thẻ {{^}}.",
		En: "%s already has a {{^}}. Delete one of the two."}
	faultCloseName = lang.Format{
		Vi: "Thẻ mở %s (%s) lại được đóng bằng %s. Sửa tên trong thẻ đóng cho giống thẻ mở, hoặc viết {{/}}.",
		En: "%s (%s) is closed by %s. Use the name of the tag that opens, or write {{/}}."}
	faultCrossing = lang.Format{
		Vi: "Thẻ này chưa đóng mà đã gặp %s. Thẻ mở sau phải đóng trước.",
		En: "This tag is still open where %s stands. What is opened last has to be closed first."}
	faultRowTwice = lang.Format{
		Vi: "Một hàng của bảng có hai vòng lặp cạnh nhau. Mỗi hàng chỉ thuộc một vòng lặp; tách thành hai bảng hoặc hai hàng.",
		En: "Two loops stand side by side in a table row. A row belongs to one loop; use two rows or two tables."}
	faultRowElse = lang.Format{
		Vi: "Thẻ {{^}} nằm trong cùng một hàng với thẻ mở và thẻ đóng. Đặt {{^}} ở một hàng riêng giữa hai hàng.",
		En: "The tag {{^}} stands in the same row as the tags that open and close. Put it in a row of its own between two rows."}
	faultField = lang.Format{
		Vi: "Giữa thẻ này và thẻ đóng chỉ có một nửa trường của Word (mục lục, số trang, tham chiếu). Dời thẻ ra ngoài trường đó.",
		En: "Only half of a Word field (contents, page number, reference) stands between this tag and the one that closes it. Move the tag out of the field."}
)

// builder makes the tree of a part of its pieces.
type builder struct {
	faults *faultList
	// lost are the control tags that found no partner where their partner could be. A tag that was stopped in the middle of text
	// says so.
	lost []lostTag
	// columns is how many columns the table has whose rows are being built.
	columns int
	// loop is the loop over columns of that table, if any.
	loop *columnLoop
}

// build makes the tree of a story.
func (b *builder) build(p piece) node {
	nodes := nodesOf(b.element(p, blockLevel))
	b.report()
	if len(nodes) == 1 {
		return nodes[0]
	}
	return &group{nodes}
}

// entries builds the pieces of one level.
func (b *builder) entries(pieces []piece, l level) []entry {
	var entries []entry
	before := bytesRole
	for _, p := range pieces {
		built := b.element(p, l)
		if l == blockLevel && before == tableRole && p.what == tableRole && len(built) > 0 {
			if last := built[len(built)-1]; last.node != nil {
				touch(last.node)
			}
		}
		if p.what != bytesRole {
			before = p.what
		}
		entries = append(entries, built...)
	}
	return entries
}

// element builds one piece. The control tags that move out of it stand before and after it in what is returned.
func (b *builder) element(p piece, l level) []entry {
	switch {
	case p.what == attributesRole:
		return []entry{{node: newAttributes(p), visible: true}}
	case p.tag != nil && p.tag.kind == valueTag:
		return []entry{{node: &value{tag: p.tag, looks: newLooks(p.tag.run)}, visible: true}}
	case p.tag != nil && p.tag.kind == commentTag:
		return nil
	case p.tag != nil && p.tag.chart && p.tag.kind == openTag:
		b.faults.add(p.tag, faultChartPlace.With(p.tag.text))
		return nil
	case p.tag != nil && p.tag.column && p.tag.kind == openTag:
		b.faults.add(p.tag, faultColumnPlace.With(p.tag.text))
		return nil
	case p.tag != nil:
		return []entry{{tag: p.tag}}
	case p.shape != nil:
		return []entry{{node: newShapedFormat(p)}}
	case p.grid != nil:
		return []entry{{node: newGrid(p)}}
	case p.inner == nil:
		return []entry{{node: newLiteral(p), visible: p.visible, what: p.what, since: p.since, number: p.number, breaks: p.breaks}}
	}
	inside := l.inside(p.what)
	switch p.what {
	case paragraphRole:
		return b.paragraph(p, b.match(b.entries(p.inner, inside), inside, false))
	case rowRole:
		return b.row(p, b.entries(p.inner, inside))
	case tableRole:
		return b.table(p)
	case cellRole, wrapperRole:
		return b.frame(p, b.match(b.entries(p.inner, inside), inside, false), l)
	}
	inner := b.leave(b.match(b.entries(p.inner, inside), inside, true))
	if p.what == storyRole {
		return []entry{{node: &story{open: newBytes(p.raw), shut: p.shut, inner: nodesOf(inner), body: p.body}, visible: true, what: p.what}}
	}
	return []entry{{node: &group{nodesWithin(p, inner)}, visible: true, what: p.what}}
}

// paragraph lets the tags without a partner move to the edges of their paragraph. If nothing else was in it, the
// paragraph is gone; its bookmarks stay, because other places refer to them.
func (b *builder) paragraph(p piece, inner []entry) []entry {
	if !anyVisibleEntry(inner) {
		if p.breaks {
			return b.aroundBreak(p, inner)
		}
		return keepBookmarks(inner)
	}
	before, inner, after := b.edges(inner)
	droppable := true
	for _, e := range inner {
		droppable = droppable && (e.section || !e.visible)
	}
	n := &paragraph{inner: nodesWithin(p, inner), droppable: droppable && !p.breaks}
	return slices.Concat(before, []entry{{node: n, visible: true, what: paragraphRole, breaks: p.breaks}}, after)
}

// aroundBreak keeps a paragraph that ends a section although only control tags stand in it: what ends, ends before it, and what
// begins, begins behind it.
func (b *builder) aroundBreak(p piece, inner []entry) []entry {
	var before, after []entry
	for _, e := range inner {
		switch {
		case e.tag == nil:
		case e.tag.kind == openTag || len(after) > 0:
			after = append(after, e)
		default:
			before = append(before, e)
		}
	}
	n := &paragraph{inner: nodesWithin(p, nil)}
	return slices.Concat(before, []entry{{node: n, what: paragraphRole, breaks: true}}, after)
}

// keepBookmarks drops everything of a control paragraph but its tags and its bookmarks.
func keepBookmarks(inner []entry) []entry {
	var kept []entry
	for _, e := range inner {
		if e.tag != nil {
			kept = append(kept, e)
			continue
		}
		for _, n := range bookmarksOf(e.node) {
			kept = append(kept, entry{node: n})
		}
	}
	return kept
}

// edges parts the tags before the first and behind the last thing that a reader sees from what is between them. Tags in the
// middle are lost; between marks that nobody sees there is no middle.
func (b *builder) edges(entries []entry) (before, inner, after []entry) {
	first, last := bounds(entries)
	seen := anyVisibleEntry(entries)
	for i, e := range entries {
		switch {
		case e.tag == nil:
			inner = append(inner, e)
		case i < first:
			before = append(before, e)
		case i > last:
			after = append(after, e)
		case !seen:
			before = append(before, e)
		default:
			b.lost = append(b.lost, lostTag{e.tag, true})
		}
	}
	return before, inner, after
}

// bounds gives the first and the last of the entries that a reader sees; where there is none, of those that are no tags.
func bounds(entries []entry) (first, last int) {
	counts := func(e entry) bool { return e.visible }
	if !anyVisibleEntry(entries) {
		counts = func(e entry) bool { return e.tag == nil }
	}
	first, last = len(entries), -1
	for i, e := range entries {
		if counts(e) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// frame builds a cell or a wrapper. A wrapper in which nothing but control tags stood is gone; a cell stays.
func (b *builder) frame(p piece, inner []entry, l level) []entry {
	visible := anyVisibleEntry(inner)
	var before, after []entry
	switch {
	case visible, l == inlineLevel && anyNode(inner):
		before, inner, after = b.edges(inner)
	case p.what == wrapperRole:
		return keepBookmarks(inner)
	default:
		before, inner = tagsAndRest(inner)
	}
	nodes := nodesOf(inner)
	var n node = &wrapper{open: newBytes(p.raw), shut: newBytes(p.shut), inner: nodes}
	if p.what == cellRole {
		n = &cell{open: newBytes(p.raw), shut: p.shut, inner: nodes}
	}
	built := []entry{{node: n, visible: visible, what: p.what, breaks: anyBreaks(inner), inside: p.inside}}
	return slices.Concat(before, built, after)
}

func tagsAndRest(entries []entry) (tags, rest []entry) {
	for _, e := range entries {
		if e.tag != nil {
			tags = append(tags, e)
		} else {
			rest = append(rest, e)
		}
	}
	return tags, rest
}

// section makes a node of two tags that met.
func (b *builder) section(o *open, l level) entry {
	s := &section{tag: o.tag, level: l, then: nodesOf(o.then), otherwise: nodesOf(o.otherwise), looks: newLooks(o.tag.run)}
	s.columns = b.columns
	s.breaks = anyBreaks(o.then)
	if fieldBalance(s.then) != 0 || fieldBalance(s.otherwise) != 0 {
		b.faults.add(o.tag, faultField.With())
	}
	what := bytesRole
	if l == rowLevel {
		what = rowRole
	}
	visible := anyVisibleEntry(o.then) || anyVisibleEntry(o.otherwise)
	return entry{node: s, visible: visible, section: true, what: what, since: -1, breaks: s.breaks || anyBreaks(o.otherwise)}
}
