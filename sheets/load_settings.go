package sheets

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/vntext"
)

// The settings that the program itself reads. All others are the office's own, for its templates.
const (
	settingPeriod   = "ky"
	settingDate     = "ngay_bao_cao"
	settingCoverage = "do_phu_toi_thieu"
	settingStrict   = "vuot_khi_tren"
	settingAnswer   = "han_bo_sung"
	settingUnusual  = "he_so_lech"
	settingTree     = "cay_don_vi"
)

var (
	noSuchPeriod    = lang.Format{Vi: "Không có kỳ “%s” ở trang “Kỳ”.", En: "There is no period “%s” in the sheet “Kỳ”."}
	periodHint      = lang.Format{Vi: "Ghi mã của một kỳ: %s.", En: "Type the code of a period: %s."}
	badSetting      = lang.Format{Vi: "Thông tin “%s” không hiểu được: “%s”.", En: "The setting “%s” cannot be read: “%s”."}
	coverageHint    = lang.Format{Vi: "Ghi một tỷ lệ từ 0% đến 100%, ví dụ 95%.", En: "Type a share from 0% to 100%, such as 95%."}
	factorHint      = lang.Format{Vi: "Ghi một số lớn hơn 1, ví dụ 10.", En: "Type a number above 1, such as 10."}
	treeHint        = lang.Format{Vi: "Ghi “mới” hoặc “cũ”.", En: "Type “mới” (new) or “cũ” (old)."}
	yesHint         = lang.Format{Vi: "Ghi “có” hoặc “không”.", En: "Type “có” (yes) or “không” (no)."}
	optionTwice     = lang.Format{Vi: "Danh sách “%s” đã có lựa chọn “%s” ở ô %s.", En: "The list “%s” has the option “%s” in cell %s already."}
	listColumnTwice = lang.Format{Vi: "Bảng kê “%s” đã có cột “%s” ở ô %s.", En: "The list “%s” has the column “%s” in cell %s already."}
	listNoOptions   = lang.Format{Vi: "Cột “%s” kiểu phân loại nhưng trang “Lựa chọn” không có danh sách “%s”.", En: "The column “%s” is a category, and the sheet “Lựa chọn” has no list “%s”."}
	noOptionsHint   = lang.Format{Vi: "Thêm các lựa chọn vào trang “Lựa chọn”, cột Danh sách ghi “%s”.", En: "Add the options to the sheet “Lựa chọn” with “%s” in the column Danh sách."}
	needOther       = lang.Format{Vi: "Dùng tên khác hoặc xóa dòng thừa.", En: "Use another name or delete the row."}
)

func (l *loader) settings() {
	seen := make(codes)
	for _, r := range l.rows(sheetSettings) {
		key, ok := l.need(r, "Khóa")
		if !ok || !l.take(seen, foldWord(key.line()), key) {
			continue
		}
		value := r.at("Giá trị")
		l.prose(value, "")
		l.c.Settings = append(l.c.Settings, Setting{Key: key.line(), Value: value.text, Pos: value.pos})
	}
}

// checkSettings looks at the settings that the program itself reads.
func (l *loader) checkSettings() {
	for _, s := range l.c.Settings {
		if s.Value == "" {
			continue
		}
		if code, ok := severityCode(s.Key); ok {
			l.checkSeverity(s, code)
			continue
		}
		var hint lang.Message
		switch foldWord(s.Key) {
		case foldWord(settingPeriod):
			l.knownPeriod(cell{pos: s.Pos, text: s.Value})
		case foldWord(settingDate), foldWord(settingAnswer):
			if reading := figure.Read(figure.DateField, "", figure.Input{Text: s.Value}); reading.Severity == figure.Error {
				hint = notDayHint.With()
			}
		case foldWord(settingCoverage):
			if _, ok := share(s.Value); !ok {
				hint = coverageHint.With()
			}
		case foldWord(settingUnusual):
			if _, ok := factor(s.Value); !ok {
				hint = factorHint.With()
			}
		case foldWord(settingTree):
			if _, ok := ParseTree(s.Value); !ok {
				hint = treeHint.With()
			}
		case foldWord(settingStrict):
			if _, ok := yesWords.find(s.Value); !ok {
				hint = yesHint.With()
			}
		}
		if !hint.IsZero() {
			l.fault(atCell(faultUnclear, figure.Error, cell{pos: s.Pos, text: s.Value}, badSetting.With(s.Key, s.Value), hint))
		}
	}
}

// knownPeriod reports a cell that names a period that does not exist. Where the period was left out for a fault of its own, or there is none
// at all, that is said already.
func (l *loader) knownPeriod(c cell) {
	leftOut := slices.ContainsFunc(l.left, func(code cell) bool { return vntext.Key(code.line()) == vntext.Key(c.line()) })
	if l.c.Period(c.line()) != nil || leftOut || len(l.c.Periods) == 0 {
		return
	}
	var names []string
	for _, p := range l.c.Periods {
		names = append(names, p.Code)
	}
	f := atCell(faultReference, figure.Error, c, noSuchPeriod.With(c.line()), periodHint.With(strings.Join(names, ", ")))
	l.fault(f.near(c.line(), names))
}

// share reads a share from 0 to 1 typed as 95%, 95 % or 0,95.
func share(text string) (*big.Rat, bool) {
	reading := figure.Read(figure.PercentField, "%", figure.Input{Text: text})
	if reading.Severity == figure.Error || reading.Value.Kind != figure.Number {
		return nil, false
	}
	r := reading.Value.Rat
	return r, r.Sign() >= 0 && r.Cmp(big.NewRat(1, 1)) <= 0
}

// factor reads a number above one.
func factor(text string) (*big.Rat, bool) {
	reading := figure.Read(figure.DecimalField, "", figure.Input{Text: text})
	if reading.Severity == figure.Error || reading.Value.Kind != figure.Number {
		return nil, false
	}
	return reading.Value.Rat, reading.Value.Rat.Cmp(big.NewRat(1, 1)) > 0
}

// usualFactor is from how many times on a difference is remarkable where the office says nothing else.
const usualFactor = 10

// UnusualFactor is from how many times on a figure is far from that of the period before, or of the units of the same level: the setting he_so_lech,
// else 10.
func (c *Catalogue) UnusualFactor() *big.Rat {
	if r, ok := factor(c.Settings.Text(settingUnusual)); ok {
		return r
	}
	return big.NewRat(usualFactor, 1)
}

// Period gives the period of a code, nil where there is none.
func (c *Catalogue) Period(code string) *Period {
	for _, p := range c.Periods {
		if vntext.Key(p.Code) == vntext.Key(code) {
			return p
		}
	}
	return nil
}

// CurrentPeriod is the period that the office works on: the setting ky, else the last row of the sheet Kỳ. It is nil where there is no
// period, or the setting names none.
func (c *Catalogue) CurrentPeriod() *Period {
	if code := c.Settings.Text(settingPeriod); code != "" {
		return c.Period(code)
	}
	if len(c.Periods) == 0 {
		return nil
	}
	return c.Periods[len(c.Periods)-1]
}

// ReportDate is the date that documents print: the setting ngay_bao_cao, else the last day of the period.
func (c *Catalogue) ReportDate(p *Period) time.Time {
	if day := c.Settings.day(settingDate); !day.IsZero() {
		return day
	}
	return p.To
}

// AnswerDay is the day by which units have to answer a reminder letter: the setting han_bo_sung, zero where it is blank.
func (c *Catalogue) AnswerDay() time.Time { return c.Settings.day(settingAnswer) }

// day is the day that a setting gives, zero where it gives none.
func (s Settings) day(key string) time.Time {
	reading := figure.Read(figure.DateField, "", figure.Input{Text: s.Text(key)})
	if reading.Severity == figure.Error || reading.Value.Kind != figure.Date {
		return time.Time{}
	}
	return reading.Value.Date
}

// LeastCoverage is the share of the expected units that must stand behind a figure before a target is judged by it: the setting
// do_phu_toi_thieu, else 1.
func (c *Catalogue) LeastCoverage() *big.Rat {
	if r, ok := share(c.Settings.Text(settingCoverage)); ok {
		return r
	}
	return big.NewRat(1, 1)
}

// StrictExceeds tells whether a value above a threshold that must be exceeded (more than 90%) exceeds the target and does not just meet it:
// the setting vuot_khi_tren.
func (c *Catalogue) StrictExceeds() bool {
	yes, _ := yesWords.find(c.Settings.Text(settingStrict))
	return yes
}

func (l *loader) options() {
	seen := make(map[[2]string]cell)
	for _, r := range l.rows(sheetOptions) {
		list, ok := l.need(r, "Danh sách")
		code, ok2 := l.need(r, "Mã")
		if !ok || !ok2 {
			continue
		}
		key := [2]string{foldWord(list.line()), string(foldCode(Code(code.line())))}
		if first, twice := seen[key]; twice {
			l.fault(atCell(faultTwice, figure.Error, code, optionTwice.With(list.line(), code.line(), first.pos.Cell()), needOther.With()))
			continue
		}
		seen[key] = code
		label := r.at("Nhãn").line()
		if label == "" {
			label = code.line()
		}
		l.c.Options = append(l.c.Options, Option{List: list.line(), Code: code.line(), Label: label, Pos: code.pos})
	}
}

func (l *loader) lists() {
	seen := make(map[[2]string]cell)
	for _, r := range l.rows(sheetLists) {
		name, ok := l.need(r, "Bảng")
		key, ok2 := l.need(r, "Cột")
		if !ok || !ok2 {
			continue
		}
		place := [2]string{foldWord(name.line()), foldWord(key.line())}
		if first, twice := seen[place]; twice {
			l.fault(atCell(faultTwice, figure.Error, key, listColumnTwice.With(name.line(), key.line(), first.pos.Cell()), needOther.With()))
			continue
		}
		seen[place] = key
		list := l.list(name.line())
		list.Columns = append(list.Columns, l.listColumn(r, name.line(), key))
		if typed := r.at("Vào số liệu"); !typed.blank() {
			l.fed = append(l.fed, feedCell{list, len(list.Columns) - 1, typed})
		}
		if typed := r.at("Gộp kỳ"); !typed.blank() {
			list.Periods = choose(l, r, "Gộp kỳ", listPeriodWords, list.Periods)
		}
	}
}

// list gives the list of a name, a new one where there is none yet.
func (l *loader) list(name string) *List {
	if known := l.c.List(name); known != nil {
		return known
	}
	list := &List{Name: name, Index: len(l.c.Lists)}
	l.c.Lists = append(l.c.Lists, list)
	return list
}

func (l *loader) listColumn(r row, list string, key cell) ListColumn {
	title, ok := l.need(r, "Tên")
	if !ok {
		title = key
	}
	kind := choose(l, r, "Kiểu", listKindWords, Words)
	var options []Option
	if name := list + "." + key.line(); kind == Category {
		if options = l.c.OptionsOf(name); len(options) == 0 {
			l.fault(atCell(faultReference, figure.Error, r.at("Kiểu"), listNoOptions.With(key.line(), name), noOptionsHint.With(name)))
		}
	}
	return ListColumn{
		Key: key.line(), Title: title.line(), Kind: kind, Options: options,
		Required: l.yes(r, "Bắt buộc", false), Note: r.at("Ghi chú").text, Pos: key.pos,
	}
}
