package out

import (
	"tonghop/lang"
	"tonghop/sheets/check"
)

// ruleCounts is what became of the rules of the catalogue over all forms. What could not be checked is neither right nor wrong.
type ruleCounts struct{ held, broken, open int }

func (r *Run) ruleCounts() ruleCounts {
	var n ruleCounts
	for _, t := range r.Check.Rules {
		n.held, n.broken, n.open = n.held+t.Held, n.broken+t.Broken, n.open+t.NotCheckable
	}
	return n
}

// asked is how often a rule was asked of a form.
func (n ruleCounts) asked() int { return n.held + n.broken + n.open }

// rulesLine says in a sentence what became of the rules; zero where none was asked.
func rulesLine(r *Run) lang.Message {
	n := r.ruleCounts()
	if n.asked() == 0 {
		return lang.Message{}
	}
	return lang.Format{
		Vi: "Quy tắc của danh mục: xét %d lượt = %d đúng + %d trái + %d không kiểm tra được vì thiếu số liệu.",
		En: "Rules of the catalogue: asked %d times = %d held + %d broken + %d not checkable for lack of figures.",
	}.With(n.asked(), n.held, n.broken, n.open)
}

// ruleRows are the rows of the summary about the rules.
func ruleRows(r *Run) []countRow {
	n := r.ruleCounts()
	if n.asked() == 0 {
		return nil
	}
	return []countRow{
		{lang.Format{Vi: "Lượt xét quy tắc: đúng", En: "Rules that held"}, n.held, n.asked()},
		{lang.Format{Vi: "Lượt xét quy tắc: trái", En: "Rules that were broken"}, n.broken, n.asked()},
		{lang.Format{Vi: "Lượt xét quy tắc: không kiểm tra được", En: "Rules that were not checkable"}, n.open, n.asked()},
	}
}

// rulesSheet says of each rule how often it held, was broken and could not be checked.
func rulesSheet(b *book, r *Run) error {
	if len(r.Check.Rules) == 0 {
		return nil
	}
	l := layout{
		name:    lang.Format{Vi: "Quy tắc", En: "Rules"}.In(r.Lang),
		title:   lang.Format{Vi: "KẾT QUẢ XÉT TỪNG QUY TẮC", En: "WHAT BECAME OF EVERY RULE"}.In(r.Lang),
		remarks: []string{periodLine(r), said(rulesLine(r), r.Lang)},
		columns: []column{
			{lang.Format{Vi: "STT", En: "No."}, 6}, {lang.Format{Vi: "Mã", En: "Code"}, 24}, {lang.Format{Vi: "Quy tắc", En: "Rule"}, 60},
			{lang.Format{Vi: "Mức", En: "Severity"}, 11}, {lang.Format{Vi: "Đúng", En: "Held"}, 10}, {lang.Format{Vi: "Trái", En: "Broken"}, 10},
			{lang.Format{Vi: "Không kiểm tra được", En: "Not checkable"}, 14},
		},
		frozen: 2, filter: true,
	}
	return b.sheet(l, func(p *page) error {
		for i, t := range r.Check.Rules {
			err := p.add(
				cell{value: i + 1, look: centred}, cell{value: t.Rule.Code, look: codeText}, cell{value: t.Rule.Description},
				cell{value: t.Rule.Severity.Title().In(r.Lang), look: centred}, count(t.Held), count(t.Broken), count(t.NotCheckable),
			)
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ruleJSON is what became of a rule over all forms.
type ruleJSON struct {
	Code         string `json:"code"`
	Held         int    `json:"held"`
	Broken       int    `json:"broken"`
	NotCheckable int    `json:"not_checkable"`
}

func ruleEntry(t check.RuleTally) ruleJSON {
	return ruleJSON{t.Rule.Code, t.Held, t.Broken, t.NotCheckable}
}
