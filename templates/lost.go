package templates

import (
	"slices"

	"tonghop/lang"
)

// lostTag is a control tag that found no partner where its partner could be.
type lostTag struct {
	tag    *tag
	middle bool // it was stopped in the middle of text
}

var (
	faultElseLoose = lang.Format{
		Vi: "Thẻ {{^}} không nằm giữa một cặp {{#…}} và {{/…}}. Xóa thẻ hoặc thêm thẻ mở ở trên.",
		En: "The tag {{^}} does not stand between {{#…}} and {{/…}}. Delete it or add the tag that opens."}
	faultNeverClosed = lang.Format{
		Vi: "Thẻ này mở mà không có thẻ đóng. Thêm {{/}} ở chỗ kết thúc.",
		En: "This tag is never closed. Add {{/}} where it ends."}
	faultNeverOpened = lang.Format{
		Vi: "Thẻ đóng này không có thẻ mở. Xóa thẻ, hoặc thêm thẻ {{#…}} ở chỗ bắt đầu.",
		En: "Nothing is open that this tag could close. Delete it, or add {{#…}} where it begins."}
	faultApart = lang.Format{
		Vi: "Thẻ mở ở %s nhưng đóng ở %s. Hai thẻ phải cùng nằm trong một ô, cùng trong một bảng, hoặc cùng ngoài bảng.",
		En: "The tag opens at %s and is closed at %s. Both have to be in the same cell, in the same table, or outside of tables."}
	faultMiddle = lang.Format{
		Vi: "Thẻ đứng giữa chữ mà cặp của nó ở đoạn khác (%s). Đưa thẻ ra một dòng riêng, hoặc lên đầu hay xuống cuối đoạn.",
		En: "The tag stands in the middle of text and its partner in another paragraph (%s). Put it on a line of its own, or at the beginning or the end of the paragraph."}
)

// leave takes the tags out of what they cannot leave.
func (b *builder) leave(entries []entry) []entry {
	tags, rest := tagsAndRest(entries)
	for _, e := range tags {
		b.lost = append(b.lost, lostTag{tag: e.tag})
	}
	return rest
}

// report pairs the lost tags of a story and says for each pair, and for each that is alone, what is wrong.
func (b *builder) report() {
	slices.SortStableFunc(b.lost, func(x, y lostTag) int { return x.tag.order - y.tag.order })
	var stack []lostTag
	for _, l := range b.lost {
		switch l.tag.kind {
		case openTag:
			stack = append(stack, l)
		case elseTag:
			if len(stack) == 0 {
				b.faults.add(l.tag, faultElseLoose.With())
			}
		case closeTag:
			if len(stack) == 0 {
				b.faults.add(l.tag, faultNeverOpened.With())
				continue
			}
			b.reportPair(stack[len(stack)-1], l)
			stack = stack[:len(stack)-1]
		}
	}
	for _, l := range stack {
		b.faults.add(l.tag, faultNeverClosed.With())
	}
	b.lost = nil
}

func (b *builder) reportPair(opened, closed lostTag) {
	switch o := (&open{tag: opened.tag}); {
	case !o.closes(closed.tag):
		b.faults.add(closed.tag, faultCloseName.With(opened.tag.typed, opened.tag.place.Message(), closed.tag.typed))
	case opened.middle:
		b.faults.add(opened.tag, faultMiddle.With(closed.tag.place.Message()))
	case closed.middle:
		b.faults.add(closed.tag, faultMiddle.With(opened.tag.place.Message()))
	default:
		b.faults.add(opened.tag, faultApart.With(opened.tag.place.Message(), closed.tag.place.Message()))
	}
}
