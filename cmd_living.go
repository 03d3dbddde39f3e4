package main

import (
	"bytes"
	"path/filepath"
	"strings"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/templates"
)

var (
	msgVerifyEqual = lang.Format{Vi: "Mọi con số trong %s khớp với dữ liệu.", En: "Every figure in %s agrees with the data."}
	msgVerifyNext  = lang.Format{Vi: "Ghi số mới vào báo cáo, giữ nguyên lời văn: tonghop refresh %s", En: "New figures into the report, prose untouched: tonghop refresh %s"}
	msgRefreshNone = lang.Format{Vi: "Báo cáo %s không có con số nào cần thay; không ghi gì.", En: "No figure in the report %s has to change; nothing is written."}
	msgRefreshDone = lang.Format{Vi: "Đã thay %d con số; bản mới: %s", En: "%d figures are new in %s"}
	msgDetachDone  = lang.Format{Vi: "Đã bỏ dấu nhận biết của %d con số; bản để gửi đi: %s", En: "The marks of %d figures are gone from %s"}
	msgDetachNone  = lang.Format{Vi: "%s không có dấu nhận biết con số nào; không ghi gì.", En: "%s has no marks of figures; nothing is written."}
)

func verifyCommand(k *call) (status, error) {
	o, err := openReport(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	if err := o.compareWith(k, k.arg(1)); err != nil {
		return failed, err
	}
	found := out.Comparison{Report: o.shown, Period: o.workspace.period.Code, Lines: o.document.Compare(o.data), Typed: o.document.Typed(o.labels), Marks: o.document.Marks(), Lang: k.lang}
	if k.json {
		return differs(found), out.WriteComparisonJSON(k.stdout, found)
	}
	if found.Differences() == 0 && !k.quiet {
		return fine, k.print(msgVerifyEqual.With(o.shown).In(k.lang))
	}
	if err := k.sayComparison(found); err != nil {
		return failed, err
	}
	if found.Count(templates.Changed) > 0 && !k.quiet {
		return differs(found), k.print(msgVerifyNext.With(quoteArg(k.arg(0))).In(k.lang))
	}
	return differs(found), nil
}

// sayComparison says what differs; with --quiet nothing where nothing does.
func (k *call) sayComparison(c out.Comparison) error {
	if k.quiet && c.Differences() == 0 {
		return nil
	}
	return out.WriteComparison(k.stdout, c)
}

// differs is the exit status that a comparison calls for.
func differs(c out.Comparison) status {
	if c.Differences() > 0 {
		return dataErrors
	}
	return fine
}

func refreshCommand(k *call) (status, error) {
	o, err := openReport(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	if err := o.compareWith(k, k.arg(1)); err != nil {
		return failed, err
	}
	fresh, err := o.document.Refresh(o.data, originOf(o.workspace, o.run, o.unit, o.date))
	if err != nil {
		return failed, err
	}
	found := out.Comparison{Report: o.shown, Period: o.workspace.period.Code, Lines: fresh.Lines, Typed: o.document.Typed(o.labels), Marks: o.document.Marks(), Lang: k.lang}
	written := ""
	if changed := found.Count(templates.Changed); changed > 0 {
		if written, err = writeReport(k, o.path, fresh.Document, fresh.Provenance.Encode()); err != nil {
			return failed, err
		}
	}
	found.Written = filepath.ToSlash(written)
	if k.json {
		return differs(found), out.WriteComparisonJSON(k.stdout, found)
	}
	if !k.quiet {
		said := msgRefreshNone.With(o.shown)
		if written != "" {
			said = msgRefreshDone.With(found.Count(templates.Changed), found.Written)
		}
		if err := k.print(said.In(k.lang)); err != nil {
			return failed, err
		}
	}
	return differs(found), k.sayComparison(found)
}

func detachCommand(k *call) (status, error) {
	o, err := openReport(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	figures := len(o.document.Figures())
	if _, known := o.document.Provenance(); figures == 0 && !known {
		return fine, k.print(msgDetachNone.With(o.shown).In(k.lang))
	}
	bare, err := o.document.Detach()
	if err != nil {
		return failed, err
	}
	name := withoutDocx(o.path) + ".gui.docx"
	written, err := out.WriteBeside(name, bare, func(old []byte) bool { return bytes.Equal(old, bare) })
	if err != nil {
		return failed, msgCannotWrite.With(filepath.ToSlash(name), lang.Cause(err))
	}
	return fine, k.print(msgDetachDone.With(figures, filepath.ToSlash(written)).In(k.lang))
}

// writeReport writes a report with new figures: in its place where that was asked for, else beside it. What stands beside it already is left alone.
func writeReport(k *call, path string, document, beside []byte) (string, error) {
	name := path
	if k.inPlace {
		if err := out.WriteWhole(name, document); err != nil {
			return "", msgCannotWrite.With(filepath.ToSlash(name), lang.Cause(err))
		}
	} else {
		var err error
		if name, err = out.WriteBeside(path, document, func(old []byte) bool { return bytes.Equal(old, document) }); err != nil {
			return "", msgCannotWrite.With(filepath.ToSlash(path), lang.Cause(err))
		}
	}
	if err := out.WriteWhole(besideOf(name), beside); err != nil {
		return "", msgCannotWrite.With(filepath.ToSlash(besideOf(name)), lang.Cause(err))
	}
	return name, nil
}

func withoutDocx(path string) string { return path[:len(path)-len(filepath.Ext(path))] }

// quoteArg writes an argument as it has to be typed.
func quoteArg(arg string) string {
	if strings.ContainsRune(arg, ' ') {
		return `"` + arg + `"`
	}
	return arg
}
