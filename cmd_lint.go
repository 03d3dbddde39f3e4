package main

import (
	"os"
	"path/filepath"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/templates"
)

var (
	msgLintHead    = lang.Format{Vi: "%s: %d thẻ, %d lỗi, %d lưu ý. Đối chiếu với %s.", En: "%s: %d tags, %d faults, %d notes. Compared with %s."}
	msgLintFaults  = lang.Format{Vi: "Lỗi (phải sửa thì mới điền được):", En: "Faults (to be mended before it can be filled):"}
	msgLintNotes   = lang.Format{Vi: "Lưu ý (vẫn điền được, nên xem lại):", En: "Notes (it can be filled all the same):"}
	msgLintMend    = lang.Format{Vi: "Sửa trong Word rồi soát lại; thêm --annotate để có bản ghi nhận xét ngay tại chỗ.", En: "Mend them in Word and run lint again; --annotate writes a copy with comments at the places."}
	msgLintClean   = lang.Format{Vi: "Mẫu điền được. Bước tiếp theo: tonghop report --template %s", En: "The template can be filled. Next: tonghop report --template %s"}
	msgLintAway    = lang.Format{Vi: "Mẫu điền được. Bước tiếp theo: chép tệp vào thư mục mau của thư mục làm việc, rồi chạy: tonghop report --template %s", En: "The template can be filled. Next: copy the file into the folder mau of the workspace, then: tonghop report --template %s"}
	msgLintNoTags  = lang.Format{Vi: "Tệp không có thẻ nào nên không có gì để điền. Gõ thẻ, ví dụ {{xd_dvut}}, vào chỗ cần số liệu; xem các tên dùng được: tonghop list ten", En: "The file has no tags, so there is nothing to fill. Type a tag such as {{xd_dvut}} where a figure is wanted; the names: tonghop list names"}
	msgLintLetter  = lang.Format{Vi: "Mẫu điền được. Bước tiếp theo: tonghop letters", En: "The template can be filled. Next: tonghop letters"}
	msgLintWritten = lang.Format{Vi: "Bản có nhận xét: %s", En: "The copy with comments: %s"}
	msgLintBeside  = lang.Format{Vi: "%s đã có người sửa nên được giữ nguyên; bản mới ghi ở %s.", En: "%s was edited by somebody and stays as it is; the new copy is %s."}
	msgLintNothing = lang.Format{Vi: "không có lỗi hay lưu ý nào nên không ghi bản có nhận xét", En: "there is nothing to say, so that no copy with comments is written"}
	starterName    = lang.Format{Vi: "danh mục khởi đầu, vì không thấy danhmuc.xlsx", En: "the starter catalogue, because there is no danhmuc.xlsx"}
)

func lintCommand(k *call) (status, error) {
	d, err := findLinted(k, k.arg(0), k.arg(1))
	if err != nil {
		return failed, err
	}
	found, err := lintDocument(d)
	if err != nil {
		return failed, usage(msgFault.With(d.shown, err))
	}
	if k.annotate {
		if err := annotate(k, d, &found); err != nil {
			return failed, err
		}
	}
	if k.json {
		err = out.WriteLintJSON(k.stdout, found, k.lang)
	} else {
		err = k.sayLint(d, found)
	}
	if len(found.Faults) > 0 {
		return misused, err
	}
	return fine, err
}

// lintDocument finds everything that there is to say about a template.
func lintDocument(d *linted) (out.Lint, error) {
	found := out.Lint{File: d.shown, Catalogue: d.against}
	made, _, err := templates.Compile(d.name, d.data)
	if err != nil {
		return found, err
	}
	found.Tags = len(made.Tags())
	found.Faults = made.AllFaults(schemaFor(d.name, d.catalogue))
	if found.Notes, err = templates.Notes(d.data, templates.LayoutOptions{Figure: d.isFigure}); err != nil {
		return found, err
	}
	return found, nil
}

// annotate writes the copy with comments: beside the file, or into the folder that was asked for.
func annotate(k *call, d *linted, found *out.Lint) error {
	if len(found.Faults)+len(found.Notes) == 0 {
		k.say(msgLintNothing.With())
		return nil
	}
	copied, err := templates.Annotate(d.data, found.Faults, found.Notes, k.lang)
	if err != nil { // no place for a comment: what was found is said all the same
		k.say(msgFault.With(d.shown, err))
		return nil
	}
	dir := k.out
	if dir == "" && d.path != "" {
		dir = filepath.Dir(d.path)
	}
	dir = orElse(dir, ".")
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return msgCannotWrite.With(filepath.ToSlash(dir), lang.Cause(err))
	}
	wanted := filepath.Join(dir, d.name+annotatedEnd)
	name, err := out.WriteBeside(wanted, copied, templates.Untouched)
	if err != nil {
		return msgCannotWrite.With(filepath.ToSlash(wanted), lang.Cause(err))
	}
	if name != wanted {
		k.say(msgLintBeside.With(filepath.ToSlash(wanted), filepath.ToSlash(name)))
	}
	found.Annotated = filepath.ToSlash(name)
	return nil
}

// sayLint prints what was found, and what to do next.
func (k *call) sayLint(d *linted, found out.Lint) error {
	against := starterName.With()
	if found.Catalogue != "" {
		against = lang.Format{Vi: "%s", En: "%s"}.With(found.Catalogue)
	}
	lines := []string{msgLintHead.With(found.File, found.Tags, len(found.Faults), len(found.Notes), against).In(k.lang)}
	if len(found.Faults) > 0 {
		lines = append(lines, msgLintFaults.In(k.lang))
	}
	for _, f := range found.Faults {
		lines = append(lines, "  - "+f.Line().In(k.lang))
	}
	if len(found.Notes) > 0 && !k.quiet {
		lines = append(lines, msgLintNotes.In(k.lang))
		for _, n := range found.Notes {
			lines = append(lines, "  - "+n.Line().In(k.lang)+" ["+n.Code+"]")
		}
	}
	if found.Annotated != "" {
		lines = append(lines, msgLintWritten.With(found.Annotated).In(k.lang))
	}
	switch {
	case k.quiet:
	case len(found.Faults) > 0 && found.Annotated == "":
		lines = append(lines, msgLintMend.In(k.lang))
	case len(found.Faults) > 0:
	case found.Tags == 0:
		lines = append(lines, msgLintNoTags.In(k.lang))
	case isReminder(d.name):
		lines = append(lines, msgLintLetter.In(k.lang))
	case d.inPlace:
		lines = append(lines, msgLintClean.With(d.name).In(k.lang))
	default:
		lines = append(lines, msgLintAway.With(d.name).In(k.lang))
	}
	for _, line := range lines {
		if err := k.print(line); err != nil {
			return err
		}
	}
	return nil
}
