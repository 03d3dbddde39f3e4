package main

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"tonghop/lang"
	"tonghop/out"
	"tonghop/sheets"
)

var (
	msgNoForm = lang.Format{Vi: "không đọc được biểu mẫu %s: %v. Ghi đúng đường dẫn tới tệp .xlsx mà cấp trên đã gửi.", En: "the form %s cannot be read: %v. Give the path of the .xlsx that the level above sent."}
	msgWhose  = lang.Format{
		Vi: "biểu mẫu %s hỏi đơn vị “%s” (mã %q), không phải đơn vị nào trong danh bạ ở đây. Ghi --unit MÃ để chọn đơn vị ở đây có số liệu cần điền.",
		En: "the form %s asks the unit “%s” (code %q), which is none of the registry here. Say with --unit CODE whose figures are to be filled in.",
	}
	msgOtherUnit = lang.Format{Vi: "biểu mẫu %s là của đơn vị %s, không phải %s. Bỏ --unit, hoặc dùng đúng biểu mẫu.", En: "the form %s is of the unit %s and not of %s. Leave out --unit, or use the right form."}
	msgNobody    = lang.Format{Vi: "danh bạ chưa có đơn vị nào. Ghi đơn vị vào trang Đơn vị của danh mục.", En: "the registry has no unit. Write the units into the sheet Đơn vị of the catalogue."}
	msgSubmitted = lang.Format{
		Vi: "Đã ghi %s. Mở tệp, tự điền các ô còn trống nếu có, rồi gửi lên cấp trên; các số đã điền không sửa tay vì cấp trên sẽ thấy.",
		En: "Wrote %s. Open it, fill in by hand what is left, and send it up; figures that were filled in are not to be changed, because the level above will see it.",
	}
)

func submitCommand(k *call) (status, error) {
	w, r, unit, err := begin(k, k.arg(0))
	if err != nil {
		return failed, err
	}
	var day time.Time
	if k.date != "" {
		if day, err = dayTyped("date", k.date); err != nil {
			return failed, err
		}
	}
	form, unit, err := askedForm(k, w, r, unit)
	if err != nil {
		return failed, err
	}
	up, err := out.FillUpward(r, unit, form, version, day)
	if err != nil {
		return failed, usage(err)
	}
	result, err := deliverUpward(k, w, r, up)
	if err != nil {
		return failed, err
	}
	switch {
	case k.json:
		return ending(r, 0), out.WriteUpwardJSON(k.stdout, r, up, result)
	case k.quiet:
		return ending(r, 0), nil
	}
	if err := out.WriteUpward(k.stdout, r, up); err != nil {
		return failed, err
	}
	return ending(r, 0), k.print(msgSubmitted.With(w.shown(w.places["out"]) + "/" + result.Path).In(k.lang))
}

// askedForm is the form to fill in, and the unit whose figures go into it: the form that the level above sent, or one of the workspace's own catalogue.
func askedForm(k *call, w *workspace, r *out.Run, unit *sheets.Unit) (*sheets.AskedForm, *sheets.Unit, error) {
	if k.form == "" {
		if unit == nil {
			unit = r.Catalogue.Units.Root
		}
		if unit == nil {
			return nil, nil, usage(msgNobody.With())
		}
		data, err := out.NewUpwardForm(r, unit)
		if err != nil {
			return nil, nil, err
		}
		form, err := sheets.OpenAsked(sheets.FormName(unit), data, r.Catalogue, w.period)
		return form, unit, err
	}
	name := filepath.ToSlash(k.form)
	data, err := os.ReadFile(k.form)
	if err != nil {
		return nil, nil, usage(msgNoForm.With(name, lang.Cause(err)))
	}
	form, err := sheets.OpenAsked(name, data, r.Catalogue, w.period)
	switch {
	case err != nil:
		return nil, nil, usage(err)
	case unit == nil && form.Unit == nil:
		return nil, nil, usage(msgWhose.With(name, form.UnitName, form.UnitCode))
	case unit == nil:
		return form, form.Unit, nil
	case form.Unit != nil && form.Unit != unit:
		return nil, nil, usage(msgOtherUnit.With(name, form.Unit.Name, unit.Name))
	}
	return form, unit, nil
}

// deliverUpward puts the form in place.
func deliverUpward(k *call, w *workspace, r *out.Run, up *out.Upward) (out.Result, error) {
	dest, err := out.Open(w.places["out"], w.shown(w.places["out"]))
	if err != nil {
		return out.Result{}, err
	}
	if err := dest.StageUpward(up); err != nil {
		return out.Result{}, errors.Join(err, dest.Close())
	}
	results, err := dest.Commit(out.NewManifest(version, w.period.Code, r.Policy(), w.inputs(r.Batch, nil)))
	if err != nil {
		return out.Result{}, errors.Join(err, dest.Close())
	}
	for _, warning := range dest.Warnings {
		k.say(warning)
	}
	return results[0], nil
}
