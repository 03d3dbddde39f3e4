package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/out"
	"tonghop/templates"
)

var (
	sayCatalogue      = lang.Format{Vi: "%s mở được: %d đơn vị, %d số liệu, kỳ %s", En: "%s opens: %d units, %d figures, period %s"}
	sayCatalogueMore  = lang.Format{Vi: "%s còn %d lỗi và cảnh báo nữa. Xem đủ bằng: tonghop check", En: "%s has %d more errors and warnings. All of them: tonghop check"}
	sayFault          = lang.Format{Vi: "%s: %s", En: "%s: %s"}
	sayFaultHint      = lang.Format{Vi: "%s: %s %s", En: "%s: %s %s"}
	sayFolderMissing  = lang.Format{Vi: "không có thư mục %s. Tạo thư mục này rồi chép biểu mẫu đã nộp vào.", En: "there is no folder %s. Make it and put the submitted forms there."}
	sayFolderRead     = lang.Format{Vi: "không đọc được thư mục %s: %v. Kiểm tra quyền truy cập.", En: "cannot read the folder %s: %v. Check the right to read."}
	sayFolderThere    = lang.Format{Vi: "%s có %d tệp và thư mục con", En: "%s holds %d files and folders"}
	sayNotWritable    = lang.Format{Vi: "không ghi được vào %s: %v. Kiểm tra quyền ghi, hoặc dùng --out để chọn thư mục khác.", En: "cannot write into %s: %v. Check the right to write, or choose another folder with --out."}
	sayProbeLeft      = lang.Format{Vi: "ghi được vào %s nhưng không xóa được tệp thử: %v. Hãy xóa tệp đó.", En: "%s can be written to, but the probe file cannot be deleted: %v. Delete it."}
	sayWritable       = lang.Format{Vi: "ghi được vào %s", En: "%s can be written to"}
	sayTemplatesOwn   = lang.Format{Vi: "%d mẫu trong %s điền được", En: "%d templates in %s can be filled"}
	sayTemplatesNone  = lang.Format{Vi: "không có mẫu báo cáo riêng trong %s; dùng mẫu có sẵn: %s", En: "%s holds no report templates; the built-in ones serve: %s"}
	sayTemplateBad    = lang.Format{Vi: "%s có %d lỗi, lỗi đầu: %s Xem đủ bằng: tonghop lint %s", En: "%s has %d faults, the first: %s All of them: tonghop lint %s"}
	sayTemplateClosed = lang.Format{Vi: "%s không mở được: %v. Mở bằng Word rồi lưu lại thành .docx.", En: "%s does not open: %v. Open it in Word and save it as .docx."}
	sayTemplateSkip   = lang.Format{Vi: "mẫu có sẵn %s sẽ bị bỏ qua vì danh mục không có các mã mà mẫu dùng. Xem: tonghop lint %s", En: "the built-in template %s will be skipped because the catalogue lacks codes that it uses. See: tonghop lint %s"}
	sayTemplatesBlind = lang.Format{Vi: "chưa đối chiếu được với danh mục; sửa danh mục trước rồi chạy lại doctor", En: "not compared with the catalogue yet; mend the catalogue and run doctor again"}
	sayNoLeftovers    = lang.Format{Vi: "không có", En: "none"}
	sayNotClosed      = lang.Format{Vi: "chưa chốt kỳ nào", En: "no period was closed"}
	sayClosed         = lang.Format{Vi: "kỳ %s chốt lần %d ngày %s bởi %s, sổ chốt nguyên vẹn", En: "period %s: closing %d on %s by %s, the ledger is whole"}
	sayLedgersClosed  = lang.Format{Vi: "không đọc được thư mục sổ chốt: %v", En: "cannot read the folder of ledgers: %v"}
	sayLeftovers      = lang.Format{Vi: "%s còn dấu vết của một lần chạy bị tắt giữa chừng (%s). Nếu không có lần chạy nào đang dở thì chạy lại: tonghop run", En: "%s has traces of a run that was killed (%s). Where no run is at work, run again: tonghop run"}
)

// mostFaults is how many faults of the catalogue are said one by one.
const mostFaults = 5

func (d *doctor) examineCatalogue(e examination) {
	if err := d.w.load(); err != nil {
		d.fault(e, misused, errorText(err))
		return
	}
	name, said, bad := d.w.shown(d.w.places["catalog"]), 0, 0
	for _, f := range d.w.catalogue.Faults {
		if f.Severity == figure.Note {
			continue
		}
		if bad++; said == mostFaults {
			continue
		}
		said++
		line := sayFault.With(f.Pos.String(), f.Message)
		if !f.Hint.IsZero() {
			line = sayFaultHint.With(f.Pos.String(), f.Message, f.Hint)
		}
		if f.Severity == figure.Error {
			d.fault(e, misused, line)
		} else {
			d.look(e, line)
		}
	}
	if bad > said {
		d.look(e, sayCatalogueMore.With(name, bad-said))
	}
	if d.hasErrors() {
		d.status = misused // also where the error is not among those that were said
		return
	}
	var err error
	if d.w.period, err = choosePeriod(d.w.catalogue, d.k.period); err != nil {
		d.fault(e, misused, errorText(err))
		return
	}
	if err := d.w.settle(d.k.tree); err != nil {
		d.fault(e, misused, errorText(err))
		return
	}
	d.well(e, sayCatalogue.With(name, len(d.w.catalogue.Units.Units), len(d.w.catalogue.Indicators), d.w.period.Code))
}

// hasErrors reports whether the catalogue stops every other command.
func (d *doctor) hasErrors() bool { return len(errorsAmong(d.w.catalogue.Faults)) > 0 }

// errorText is an error as a message, in the language of the reader where it has one.
func errorText(err error) lang.Message { return lang.Format{Vi: "%s", En: "%s"}.With(err) }

func (d *doctor) examineFolders(e examination) {
	in := d.w.places["in"]
	entries, err := os.ReadDir(in)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		d.fault(e, failed, sayFolderMissing.With(d.w.shown(in)))
	case err != nil:
		d.fault(e, failed, sayFolderRead.With(d.w.shown(in), lang.Cause(err)))
	default:
		d.well(e, sayFolderThere.With(d.w.shown(in), len(entries)))
	}
	results := nearestFolder(d.w.places["out"])
	left, err := probe(results)
	switch {
	case err != nil && left:
		d.look(e, sayProbeLeft.With(d.w.shown(results), lang.Cause(err)))
	case err != nil:
		d.fault(e, failed, sayNotWritable.With(d.w.shown(results), lang.Cause(err)))
	default:
		where := d.w.shown(results)
		if where == "." { // the folder of results is not there yet, and the workspace is named as people typed it
			where = filepath.ToSlash(d.w.dir)
		}
		d.well(e, sayWritable.With(where))
	}
}

// nearestFolder is the folder itself, or where it is still to be made the nearest one above it that exists.
func nearestFolder(dir string) string {
	for {
		if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(dir) == dir {
			return dir
		}
		dir = filepath.Dir(dir)
	}
}

// probe makes a file in a folder and deletes it. left tells that the file could be made and is still there.
func probe(dir string) (left bool, err error) {
	file, err := os.CreateTemp(dir, ".thu-ghi-*")
	if err != nil {
		return false, err
	}
	_, err = file.WriteString("tonghop doctor\n")
	if err = errors.Join(err, file.Close()); err != nil {
		return false, errors.Join(err, os.Remove(file.Name()))
	}
	err = os.Remove(file.Name())
	return err != nil, err
}

func (d *doctor) examineTemplates(e examination) {
	own, err := ownDocuments(d.w)
	if err != nil {
		d.fault(e, misused, errorText(err))
		return
	}
	filled := 0
	for _, one := range own {
		if d.compiles(e, one) {
			filled++
		}
	}
	if filled > 0 {
		d.well(e, sayTemplatesOwn.With(filled, d.w.shown(d.w.places["templates"])))
	}
	if d.w.catalogue == nil || d.hasErrors() {
		d.look(e, sayTemplatesBlind.With())
		return
	}
	if len(reportsAmong(own)) > 0 {
		return
	}
	wanted, err := findDocuments(d.w, "")
	if err != nil {
		d.fault(e, misused, errorText(err))
		return
	}
	var names []string
	for _, one := range wanted {
		if d.compiles(e, one) {
			names = append(names, one.name)
		}
	}
	if len(names) > 0 {
		d.well(e, sayTemplatesNone.With(d.w.shown(d.w.places["templates"]), strings.Join(names, ", ")))
	}
}

// compiles reports whether a template can be filled, and notes why not.
func (d *doctor) compiles(e examination, one document) bool {
	made, faults, err := templates.Compile(one.name, one.data)
	if err != nil {
		d.fault(e, misused, sayTemplateClosed.With(one.shown, err))
		return false
	}
	if d.w.catalogue != nil && !d.hasErrors() {
		faults = append(faults, made.Check(schemaFor(one.name, d.w.catalogue))...)
	}
	switch {
	case len(faults) == 0:
		return true
	case one.builtin:
		d.look(e, sayTemplateSkip.With(one.name, one.name))
	default:
		d.fault(e, misused, sayTemplateBad.With(one.shown, len(faults), faults[0].Line(), quoteArg(one.name)))
	}
	return false
}

func (d *doctor) examineLeftovers(e examination) {
	dir := d.w.places["out"]
	left, err := out.Leftovers(dir)
	switch {
	case err != nil:
		d.look(e, sayFolderRead.With(d.w.shown(dir), lang.Cause(err)))
	case len(left) > 0:
		d.look(e, sayLeftovers.With(d.w.shown(dir), strings.Join(left, ", ")))
	default:
		d.well(e, sayNoLeftovers.With())
	}
}

func (d *doctor) examineLedgers(e examination) {
	ledgers, err := out.ReadLedgers(d.w.closings())
	if err != nil {
		d.fault(e, failed, sayLedgersClosed.With(err))
		return
	}
	if len(ledgers) == 0 {
		d.well(e, sayNotClosed.With())
	}
	for _, l := range ledgers {
		for _, damage := range l.Damage {
			d.look(e, damage)
		}
		if last := l.Last(); last != nil && len(l.Damage) == 0 {
			d.well(e, sayClosed.With(l.Period, last.Number, last.Day(), last.By))
		}
	}
}
