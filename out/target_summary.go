package out

import (
	"fmt"
	"io"
	"strings"

	"tonghop/aggregate"
	"tonghop/lang"
	"tonghop/sheets"
)

// WriteTargets writes how many totals of the unit are not complete and, of the whole, how the targets stand, for a person at a terminal. A nil unit is the
// whole.
func WriteTargets(w io.Writer, r *Run, u *sheets.Unit, paint Paint) error {
	var text strings.Builder
	if u == nil {
		u = r.Catalogue.Units.Root
	}
	states := totalStates(r, u)
	fmt.Fprintf(&text, "%s\n", Clean(lang.Format{Vi: "Số tổng hợp của %s: %d đủ, %d chưa đủ %s, %d chưa có.", En: "Totals of %s: %d complete, %d partial in %s, %d missing."}.
		With(u.Name, states.Complete, states.Partial, r.counted().Noun(), states.Missing).In(r.Lang)))
	if tree := treeLine(r); tree != "" {
		fmt.Fprintf(&text, "%s\n", tree)
	}
	if u != r.Catalogue.Units.Root {
		_, err := io.WriteString(w, text.String())
		return err
	}
	if len(r.Totals.Targets) > 0 {
		fmt.Fprintf(&text, "%s\n", verdictLine(r))
	}
	shown := 0
	for _, t := range r.Totals.Targets {
		if t.Verdict != sheets.Unmet && t.Verdict != sheets.Insufficient {
			continue
		}
		if shown++; shown > summaryLines {
			continue
		}
		line := clip(Clean(fmt.Sprintf("  %-6s %s: %s", t.Target.Code, aggregate.NameOf(t.Verdict).Title.In(r.Lang), t.Target.Text)), 110)
		fmt.Fprintf(&text, "%s\n", verdictPaint(t.Verdict, paint)(line))
	}
	if shown > summaryLines {
		fmt.Fprintf(&text, "%s\n", lang.Format{Vi: "  … và %d chỉ tiêu khác", En: "  … and %d more targets"}.With(shown-summaryLines).In(r.Lang))
	}
	_, err := io.WriteString(w, text.String())
	return err
}

func verdictPaint(v sheets.Verdict, paint Paint) func(string) string {
	if v == sheets.Unmet {
		return paint.Bad
	}
	return paint.Doubtful
}
