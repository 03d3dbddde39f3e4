package out

import (
	"fmt"
	"io"
	"strings"

	"tonghop/lang"
	"tonghop/templates"
)

// Comparison is a report beside the data of today.
type Comparison struct {
	Report string // as messages name it
	Period string
	Lines  []templates.Line
	Typed  []templates.TypedLine
	Marks  []templates.Place // where a condition was undecided when the report was written

	// Written is the file with the new figures; "" where none was written.
	Written string
	Lang    lang.Lang
}

// Count says how many figures are in a state.
func (c Comparison) Count(s templates.State) int {
	n := 0
	for _, l := range c.Lines {
		if l.State == s {
			n++
		}
	}
	return n
}

// Differences counts what somebody should look at: figures that do not agree with the data, two texts of one figure, typed numbers, and marks of conditions. A figure that
// somebody deleted is none: the report is theirs.
func (c Comparison) Differences() int {
	n := len(c.Typed) + len(c.Marks)
	for _, l := range c.Lines {
		if c.differs(l) {
			n++
		}
	}
	return n
}

func (c Comparison) differs(l templates.Line) bool {
	switch l.State {
	case templates.Equal:
		return l.Contradiction
	case templates.Lost:
		return false
	case templates.Changed:
		return c.Written == ""
	}
	return true
}

var (
	msgCompared = lang.Format{
		Vi: "%s: %d con số; %d khớp, %d có số mới, %d sửa tay, %d không xác định được, %d đã bị xóa; %d số gõ tay không khớp.",
		En: "%s: %d figures; %d agree, %d have new values, %d were changed by hand, %d cannot be told, %d were deleted; %d typed numbers do not agree."}
	msgChanged   = lang.Format{Vi: "Có số mới:", En: "New values:"}
	msgReplaced  = lang.Format{Vi: "Đã thay:", En: "Replaced:"}
	msgByHand    = lang.Format{Vi: "Đã sửa tay, được giữ nguyên:", En: "Changed by hand, left as they are:"}
	msgUnknown   = lang.Format{Vi: "Không xác định được là số nào:", En: "Cannot be told:"}
	msgLost      = lang.Format{Vi: "Không còn trong báo cáo:", En: "No longer in the report:"}
	msgTwice     = lang.Format{Vi: "Một số liệu đứng ở hai nơi với hai giá trị:", En: "One figure with two values:"}
	msgMarks     = lang.Format{Vi: "Dấu “(không đủ số liệu)” của điều kiện chưa xét được lúc lập báo cáo (nếu nay đã đủ số, chạy tonghop report rồi chép đoạn đó sang):", En: "Marks of conditions that could not be decided when the report was written (if the figures are there now, run tonghop report and copy the passage):"}
	msgTyped     = lang.Format{Vi: "Số gõ tay cạnh tên số liệu, khác với dữ liệu:", En: "Numbers typed beside the name of a figure, unlike the data:"}
	lineChanged  = lang.Format{Vi: "%s: %s → %s", En: "%s: %s → %s"}
	lineByHand   = lang.Format{Vi: "%s: trong báo cáo là “%s”; đã in “%s”; dữ liệu hiện nay “%s”", En: "%s: the report says “%s”; “%s” was printed; the data say “%s” now"}
	lineHandOnly = lang.Format{Vi: "%s: trong báo cáo là “%s”; dữ liệu hiện nay “%s”", En: "%s: the report says “%s”; the data say “%s” now"}
	lineUnknown  = lang.Format{Vi: "%s: “%s”: %s", En: "%s: “%s”: %s"}
	lineTyped    = lang.Format{Vi: "%s: %s: gõ “%s”, dữ liệu “%s”", En: "%s: %s: typed “%s”, the data say “%s”"}
)

// WriteComparison says for a person what differs, with the place of each.
func WriteComparison(w io.Writer, c Comparison) error {
	var text strings.Builder
	fmt.Fprintln(&text, Clean(msgCompared.With(c.Report, len(c.Lines)-c.Count(templates.Lost), c.Count(templates.Equal), c.Count(templates.Changed),
		c.Count(templates.ByHand)+c.Count(templates.Both), c.Count(templates.Unknown), c.Count(templates.Lost), len(c.Typed)).In(c.Lang)))
	changed := msgChanged
	if c.Written != "" {
		changed = msgReplaced
	}
	c.section(&text, changed, func(l templates.Line) bool { return l.State == templates.Changed })
	c.section(&text, msgByHand, func(l templates.Line) bool { return l.State == templates.ByHand || l.State == templates.Both })
	c.section(&text, msgUnknown, func(l templates.Line) bool { return l.State == templates.Unknown })
	c.section(&text, msgTwice, func(l templates.Line) bool { return l.Contradiction && l.State == templates.Equal })
	c.section(&text, msgLost, func(l templates.Line) bool { return l.State == templates.Lost })
	if len(c.Marks) > 0 {
		fmt.Fprintln(&text, msgMarks.In(c.Lang))
	}
	for _, place := range c.Marks {
		fmt.Fprintln(&text, "  - "+Clean(place.Message().In(c.Lang)))
	}
	if len(c.Typed) > 0 {
		fmt.Fprintln(&text, msgTyped.In(c.Lang))
	}
	for _, t := range c.Typed {
		fmt.Fprintln(&text, "  - "+Clean(lineTyped.With(t.Place.Message(), t.Label, t.Typed, t.Now).In(c.Lang)))
	}
	_, err := io.WriteString(w, text.String())
	return err
}

// section lists the figures that a condition chooses.
func (c Comparison) section(w io.Writer, title lang.Format, chosen func(templates.Line) bool) {
	said := false
	for _, l := range c.Lines {
		if !chosen(l) {
			continue
		}
		if !said {
			fmt.Fprintln(w, title.In(c.Lang))
			said = true
		}
		fmt.Fprintln(w, "  - "+Clean(c.says(l).In(c.Lang))+" ["+Clean(l.Key)+"]")
	}
}

func (c Comparison) says(l templates.Line) lang.Message {
	place := l.Place.Message()
	switch l.State {
	case templates.Changed:
		return lineChanged.With(place, l.Shown, l.Now)
	case templates.ByHand, templates.Both:
		if l.Printed == "" || l.Printed == l.Now {
			return lineHandOnly.With(place, l.Shown, l.Now)
		}
		return lineByHand.With(place, l.Shown, l.Printed, l.Now)
	case templates.Unknown:
		return lineUnknown.With(place, l.Shown, l.Why)
	case templates.Lost:
		return lang.Format{Vi: "%s", En: "%s"}.With(l.Printed)
	}
	return lineHandOnly.With(place, l.Shown, l.Now)
}
