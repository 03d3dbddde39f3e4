package main

import (
	"fmt"
	"strings"
	"text/tabwriter"

	"tonghop/figure"
	"tonghop/formula"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/report"
	"tonghop/sheets"
	"tonghop/sheets/check"
	"tonghop/templates"
)

// listing is one kind of thing that list shows.
type listing struct {
	name, alias string
	title       lang.Format
	needs       bool // a workspace
	rows        func(k *call, w *workspace) ([][]string, error)
}

// listings are the kinds of things that list shows.
func listings() []listing {
	return []listing{
		{"indicators", "solieu", lang.Format{Vi: "số liệu của danh mục", En: "figures of the catalogue"}, true, listIndicators},
		{"units", "donvi", lang.Format{Vi: "đơn vị, và đơn vị nào phải nộp trong kỳ", En: "units, and which must submit in the period"}, true, listUnits},
		{"periods", "ky", lang.Format{Vi: "kỳ báo cáo", En: "periods"}, true, listPeriods},
		{"closed", "dachot", lang.Format{Vi: "các kỳ đã chốt: ngày, người chốt, lý do, mã chốt", En: "the periods that were closed: day, by whom, why, the seal"}, true, listClosed},
		{"lists", "bangke", lang.Format{Vi: "bảng kê và các cột", En: "list forms and their columns"}, true, listLists},
		{"rules", "quytac", lang.Format{Vi: "quy tắc kiểm tra của danh mục", En: "rules of the catalogue"}, true, listRules},
		{"targets", "chitieu", lang.Format{Vi: "chỉ tiêu và các nội dung", En: "targets and their parts"}, true, listTargets},
		{"checks", "kiemtra", lang.Format{Vi: "phép kiểm tra có sẵn", En: "built-in checks"}, false, listChecks},
		{"templates", "mau", lang.Format{Vi: "mẫu Word của cơ quan và mẫu có sẵn", En: "Word templates, the office's own and built-in"}, true, listTemplates},
		{"names", "ten", lang.Format{Vi: "tên dùng được trong mẫu Word", En: "names for Word templates"}, false, listNames},
		{"functions", "ham", lang.Format{Vi: "hàm dùng trong công thức, quy tắc và thẻ", En: "functions for formulas, rules and tags"}, false, listFunctions},
		{"styles", "dinhdang", lang.Format{Vi: "cách in, dùng ở cột Định dạng và sau dấu | trong thẻ", En: "styles, for the column Định dạng and after | in a tag"}, false, listStyles},
		{"steps", "buoc", lang.Format{Vi: "lọc và sắp xếp vòng lặp, dùng sau dấu | trong thẻ mở vòng lặp", En: "choosing and sorting rows, after | in the tag that opens a loop"}, false, listSteps},
		{"tags", "the", lang.Format{Vi: "các thẻ mà một mẫu dùng: lietke the MẪU", En: "the tags that a template uses: list tags TEMPLATE"}, false, listTags},
		{"layout", "thethuc", lang.Format{Vi: "các điều lệnh lint soát về thể thức và cấu trúc tệp", En: "what lint looks at in layout and structure"}, false, listLayout},
	}
}

var msgNoListing = lang.Format{Vi: "không có loại %q để liệt kê. Các loại: %s", En: "there is no kind %q to list. Kinds: %s"}

func listCommand(k *call) (status, error) {
	kind := k.arg(0)
	if kind == "" {
		return fine, k.table(listKinds(k.lang))
	}
	for _, l := range listings() {
		if !strings.EqualFold(kind, l.name) && !strings.EqualFold(kind, l.alias) {
			continue
		}
		var w *workspace
		if l.needs {
			var err error
			if w, err = openWorkspace(k, k.arg(1)); err != nil {
				return failed, err
			}
		}
		rows, err := l.rows(k, w)
		if err != nil {
			return failed, err
		}
		return fine, k.table(rows)
	}
	var names []string
	for _, l := range listings() {
		names = append(names, l.name+"/"+l.alias)
	}
	return failed, usage(msgNoListing.With(kind, strings.Join(names, ", ")))
}

func listKinds(said lang.Lang) [][]string {
	var rows [][]string
	for _, l := range listings() {
		rows = append(rows, []string{l.name + ", " + l.alias, l.title.In(said)})
	}
	return rows
}

// table prints rows in columns.
func (k *call) table(rows [][]string) error {
	w := tabwriter.NewWriter(k.stdout, 0, 4, 2, ' ', 0)
	for _, row := range rows {
		for i := range row {
			row[i] = out.Clean(row[i])
		}
		if _, err := fmt.Fprintln(w, strings.Join(row, "\t")); err != nil {
			return err
		}
	}
	return w.Flush()
}

func listIndicators(_ *call, w *workspace) ([][]string, error) {
	var rows [][]string
	for _, ind := range w.catalogue.Indicators {
		from := strings.Join(ind.EntryLevels, "; ")
		if ind.Formula != nil {
			from = "= " + ind.Formula.String()
		}
		rows = append(rows, []string{string(ind.Code), ind.Name, ind.Measure, from})
	}
	return rows, nil
}

func listUnits(k *call, w *workspace) ([][]string, error) {
	reporting := make(map[*sheets.Unit]bool)
	for _, u := range w.catalogue.Expect(w.period).Reporting {
		reporting[u] = true
	}
	var rows [][]string
	for _, u := range w.catalogue.Units.Units {
		files := lang.Format{Vi: "không phải nộp", En: "does not submit"}
		if reporting[u] {
			files = lang.Format{Vi: "phải nộp", En: "submits"}
		}
		rows = append(rows, []string{string(u.Code), u.Name, u.Level, string(u.Parent), files.In(k.lang)})
	}
	return rows, nil
}

func listPeriods(k *call, w *workspace) ([][]string, error) {
	var rows [][]string
	for _, p := range w.catalogue.Periods {
		chosen := ""
		if p == w.period {
			chosen = lang.Format{Vi: "đang chọn", En: "chosen"}.In(k.lang)
		}
		rows = append(rows, []string{p.Code, p.Name, out.Day(p.From), out.Day(p.To), out.Day(p.Deadline), chosen})
	}
	return rows, nil
}

func listLists(_ *call, w *workspace) ([][]string, error) {
	var rows [][]string
	for _, list := range w.catalogue.Lists {
		rows = append(rows, []string{list.Name, list.Title(), ""})
		for i := range list.Columns {
			column := &list.Columns[i]
			var options []string
			for _, option := range column.Options {
				options = append(options, option.Code)
			}
			rows = append(rows, []string{"  " + column.Key, column.Title, strings.TrimSuffix(column.KindWord()+": "+strings.Join(options, ", "), ": ")})
		}
	}
	return rows, nil
}

func listRules(k *call, w *workspace) ([][]string, error) {
	var rows [][]string
	for _, rule := range w.catalogue.Rules {
		rows = append(rows, []string{rule.Code, rule.Severity.Title().In(k.lang), rule.Description, rule.Left.String() + "  |  " + rule.Right.String()})
	}
	return rows, nil
}

func listTargets(_ *call, w *workspace) ([][]string, error) {
	var rows [][]string
	for _, target := range w.catalogue.Targets {
		rows = append(rows, []string{string(target.Code), target.Text, ""})
		for _, part := range target.Parts {
			judged := ""
			if part.Expr != nil {
				judged = part.Expr.String()
			}
			rows = append(rows, []string{"  " + part.Key, part.Text, judged})
		}
	}
	return rows, nil
}

func listChecks(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, c := range check.Checks() {
		rows = append(rows, []string{c.Code, c.Severity.Title().In(k.lang), c.Title.In(k.lang), c.Explanation.In(k.lang)})
	}
	return rows, nil
}

func listTemplates(k *call, w *workspace) ([][]string, error) {
	own, err := ownDocuments(w)
	if err != nil {
		return nil, err
	}
	shipped, err := builtinDocuments()
	if err != nil {
		return nil, err
	}
	var rows [][]string
	for _, d := range append(own, shipped...) {
		where := d.shown
		if d.builtin {
			where = lang.Format{Vi: "có sẵn trong chương trình", En: "built in"}.In(k.lang)
		}
		rows = append(rows, []string{d.name, where, d.title})
	}
	return rows, nil
}

func listNames(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, n := range report.Names() {
		rows = append(rows, nameRow(k.lang, n, n.Loop))
	}
	letter := lang.Format{Vi: "công văn đôn đốc", En: "reminder letters"}.In(k.lang)
	for _, n := range report.LetterNames() {
		rows = append(rows, nameRow(k.lang, n, strings.TrimSuffix(letter+" / "+n.Loop, " / ")))
	}
	return rows, nil
}

// nameRow says what a name stands for and in which loop it is known.
func nameRow(said lang.Lang, n report.Name, loop string) []string {
	name := "{{" + n.Name + "}}"
	if n.Loops && !n.Value {
		name = "{{#" + n.Name + "}} … {{/" + n.Name + "}}"
	}
	doc := n.Doc.In(said)
	if n.Like != "" {
		doc = lang.Format{Vi: "%s; các tên bên trong như của %s", En: "%s; the names inside are those of %s"}.With(doc, n.Like).In(said)
	}
	if strings.HasPrefix(loop, "*") {
		loop = lang.Format{Vi: "mọi vòng lặp", En: "every loop"}.In(said)
	}
	return []string{name, loop, doc}
}

func listFunctions(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, f := range formula.Functions() {
		rows = append(rows, []string{f.Signature(k.lang), f.Doc.In(k.lang), f.Example.In(k.lang)})
	}
	return rows, nil
}

func listStyles(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, s := range figure.Styles() {
		rows = append(rows, []string{s.Name, s.Title.In(k.lang), s.Example.In + " → " + s.Example.Out})
	}
	for _, s := range templates.EngineStyles() {
		rows = append(rows, []string{s.Name, s.Title.In(k.lang), s.Example.In + " → " + s.Example.Out})
	}
	return rows, nil
}

func listSteps(k *call, _ *workspace) ([][]string, error) {
	var rows [][]string
	for _, s := range templates.LoopSteps() {
		name := s.Name
		if k.lang == lang.En {
			name = s.English
		}
		rows = append(rows, []string{name + " (" + s.Takes.In(k.lang) + ")", s.Doc.In(k.lang), s.Example})
	}
	return rows, nil
}
