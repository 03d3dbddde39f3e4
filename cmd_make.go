package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"tonghop/demo"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
	"tonghop/workers"
)

var (
	msgMade = lang.Format{
		Vi: "Đã tạo thư mục làm việc %s. Mở %s bằng Excel để điền đơn vị và kỳ báo cáo, rồi chạy: tonghop forms %s",
		En: "Made the workspace %s. Open %s in Excel to type units and the period, then run: tonghop forms %s",
	}
	msgForms = lang.Format{
		Vi: "Đã ghi %d biểu mẫu vào %s. Gửi cho các đơn vị; biểu mẫu nộp về thì để vào thư mục nop rồi chạy: tonghop check",
		En: "Wrote %d forms into %s. Send them to the units; put what comes back into the folder nop and run: tonghop check",
	}
	msgKept = lang.Format{
		Vi: "%s đã được điền hoặc sửa nên giữ nguyên. Muốn có biểu mẫu trống mới thì chuyển tệp này đi nơi khác rồi chạy lại.",
		En: "%s was filled in or changed and stays as it is. For a new blank form move the file elsewhere and run again.",
	}
	msgNoForms  = lang.Format{Vi: "không có đơn vị nào phải nộp trong kỳ %s. Trong trang Đơn vị, cột Phải nộp phải ghi “có”.", En: "no unit must submit in the period %s. On the sheet Đơn vị the column Phải nộp must say “có”."}
	msgDemoDone = lang.Format{Vi: "Ví dụ nằm trong thư mục %s. %s", En: "The example is in the folder %s. %s"}
)

// demoFolder is where the example goes when no folder is named.
const demoFolder = "vidu-tonghop"

func demoCommand(k *call) (status, error) {
	example, err := demo.ExampleOf(k.template)
	if err != nil {
		return failed, usage(err)
	}
	dir := orElse(k.arg(0), demoFolder)
	step, done := k.progress(msgWriting)
	err = demo.Write(dir, demo.Options{Template: k.template, Chapters: k.chapters, Faults: k.faults, Jobs: k.workers(), Progress: step})
	done()
	if err != nil {
		return failed, err
	}
	if !k.quiet {
		k.say(msgDemoDone.With(dir, example.Note.With()))
	}
	k.template = "" // the workspace says which documents it makes
	return produce(k, dir, []out.Stage{out.Checks, out.Totals})
}

func initCommand(k *call) (status, error) {
	dir := k.arg(0)
	file := filepath.Join(dir, catalogueName)
	if _, err := os.Stat(file); !errors.Is(err, fs.ErrNotExist) {
		return failed, usage(msgExists.With(filepath.ToSlash(file)))
	}
	data, err := sheets.WriteCatalogue(sheets.Starter())
	if err != nil {
		return failed, err
	}
	for _, sub := range []string{submissionsDir, templatesDir} {
		if err := os.MkdirAll(filepath.Join(dir, sub), 0o777); err != nil {
			return failed, msgCannotWrite.With(filepath.ToSlash(filepath.Join(dir, sub)), lang.Cause(err))
		}
	}
	if err := out.WriteWhole(file, data); err != nil {
		return failed, msgCannotWrite.With(filepath.ToSlash(file), lang.Cause(err))
	}
	return fine, k.unlessQuiet(msgMade.With(dir, catalogueName, dir))
}

func formsCommand(k *call) (status, error) {
	w, err := openWorkspace(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	unit, err := w.unit(k.unit)
	if err != nil {
		return failed, err
	}
	expect := w.catalogue.Expect(w.period)
	r := &out.Run{Catalogue: w.catalogue}
	units := reportingAmong(expect, r.UnitsBelow(unit))
	if len(units) == 0 {
		return failed, usage(msgNoForms.With(w.period.Code))
	}
	dir := orElse(k.out, filepath.Join(w.dir, formsDir))
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return failed, msgCannotWrite.With(w.shown(dir), lang.Cause(err))
	}
	jobs, kept, err := formJobs(k, w, units, dir)
	if err != nil {
		return failed, err
	}
	for _, name := range kept {
		k.say(msgKept.With(name))
	}
	if err := writeForms(k, w, sheets.NewForms(w.catalogue, expect), jobs); err != nil {
		return failed, err
	}
	return fine, k.unlessQuiet(msgForms.With(len(jobs), w.shown(dir)))
}

// formJob is a form to write.
type formJob struct {
	unit *sheets.Unit
	path string
}

// formJobs are the forms to write. A file that somebody has filled in already, or that is no form at all, is kept; a blank form is replaced, also that of
// another period.
func formJobs(k *call, w *workspace, units []*sheets.Unit, dir string) (jobs []formJob, kept []string, err error) {
	root, below := w.split(dir)
	paths, err := sheets.BlankForms(os.DirFS(root), below, w.catalogue, w.period, sheets.ReadOptions{Jobs: k.workers()})
	if err != nil {
		return nil, nil, msgReadFolder.With(w.shown(dir), lang.Cause(err))
	}
	blank := make(map[string]bool)
	for _, name := range paths {
		blank[path.Base(name)] = true
	}
	for i, name := range sheets.FormNames(units) {
		at := filepath.Join(dir, name)
		if _, err := os.Stat(at); errors.Is(err, fs.ErrNotExist) || blank[name] {
			jobs = append(jobs, formJob{units[i], at})
			continue
		}
		kept = append(kept, w.shown(at))
	}
	return jobs, kept, nil
}

func reportingAmong(e *sheets.Expectation, units []*sheets.Unit) []*sheets.Unit {
	wanted := make(map[*sheets.Unit]bool, len(units))
	for _, u := range units {
		wanted[u] = true
	}
	var found []*sheets.Unit
	for _, u := range e.Reporting {
		if wanted[u] {
			found = append(found, u)
		}
	}
	return found
}

// writeForms writes the blank forms with several workers. The first error, in the order of the units, is the one that counts.
func writeForms(k *call, w *workspace, forms *sheets.Forms, jobs []formJob) error {
	errs := make([]error, len(jobs))
	step, done := k.progress(msgWriting)
	defer done()
	workers.Each(k.workers(), len(jobs), step, func() func(int) {
		return func(i int) {
			if errs[i] = k.stopped(); errs[i] == nil {
				errs[i] = writeForm(forms, jobs[i].unit, jobs[i].path, w)
			}
		}
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func writeForm(forms *sheets.Forms, u *sheets.Unit, path string, w *workspace) error {
	data, err := forms.Blank(u)
	if err != nil {
		return err
	}
	if err := out.WriteWhole(path, data); err != nil {
		return msgCannotWrite.With(w.shown(path), lang.Cause(err))
	}
	return nil
}

func (k *call) unlessQuiet(m lang.Message) error {
	if k.quiet {
		return nil
	}
	return k.print(m.In(k.lang))
}
