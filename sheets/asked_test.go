package sheets

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"tonghop/lang"
)

// askedSample opens the form that the sample's level above would send to the commune x1.
func askedSample(t *testing.T, c *Catalogue) *AskedForm {
	t.Helper()
	p := c.Period("2021")
	data := mustForm(t, NewForms(c, c.Expect(p)), c.Units.Unit("x1"), nil, time.Time{})
	f, err := OpenAsked("bieu.xlsx", data, c, p)
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	return f
}

// sampleValues are an answer of every kind.
func sampleValues() map[Code]Value {
	n := func(s string) *big.Rat {
		r, _ := new(big.Rat).SetString(s)
		return r
	}
	return map[Code]Value{
		"tc_doan_vien": {State: Given, Rat: n("1805")}, "tc_dv_ket_nap": {State: Given, Rat: n("0")}, "tc_xep_loai": {State: Given, Text: "TOT"},
		"tc_ty_le": {State: Given, Rat: n("0.8248")}, "tn_qua": {State: Exempt}, "tn_qua_tien": {State: Given, Rat: n("24000000")},
		"tn_rac": {State: Given, Rat: n("1.5")}, "mt_duy_tri": {State: Given, Yes: true}, "mt_chi_doan": {State: Given, Rat: n("199086"), Rat2: n("241386")},
		"mt_tuoi": {State: Given, Rat: n("16"), Rat2: n("30")}, "mt_ngay": {State: Given, Rat: n("44258")}, "mt_ten": {State: Given, Text: "Thắp sáng “niềm tin”"},
	}
}

// fillSample puts an answer of every kind, with 17 of 18 reports behind each.
func fillSample(t *testing.T, f *AskedForm) Origin {
	t.Helper()
	o := Origin{Program: "1", Inputs: []OriginFile{{"nop/c1_x0041_ a.xlsx", strings.Repeat("a", 64), "c1"}}}
	values := sampleValues()
	for _, a := range f.Rows {
		if why := f.Put(a, values[a.Indicator.Code], "17/18 đơn vị"); !why.IsZero() {
			t.Fatalf("%s: %s", a.Code, why.In(lang.Vi))
		}
		o.Figures = append(o.Figures, OriginFigure{Code: a.Indicator.Code, Backing: Backing{17, 18, 17, 18}})
		delete(values, a.Indicator.Code)
	}
	if len(values) > 0 {
		t.Fatalf("no rows for %v", values)
	}
	return o
}

func receivedForm(t *testing.T, c *Catalogue, data []byte) *Batch {
	t.Helper()
	b, err := Read(fstest.MapFS{"nop/x1.xlsx": {Data: data}}, "nop", c, c.Period("2021"), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// changed is a workbook after somebody worked on it.
func changed(t *testing.T, data []byte, edit func(*excelize.File)) []byte {
	t.Helper()
	x := openForm(t, data)
	edit(x)
	buffer, err := x.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return buffer.Bytes()
}

func noticesOf(findings []Finding) []string {
	var codes []string
	for _, f := range findings {
		codes = append(codes, f.Code)
	}
	return codes
}

// What was put into a form is what its reader reads, for every kind of figure, and the reader knows what stands behind it.
func TestAskedFormReadsAsItWasFilled(t *testing.T) {
	c := sampleCatalogue()
	f := askedSample(t, c)
	if f.Unit == nil || f.Unit.Code != "x1" || f.UnitCode != "x1" || !f.Dated() {
		t.Fatalf("the form is of %v (%s), with a date %v", f.Unit, f.UnitCode, f.Dated())
	}
	o := fillSample(t, f)
	data, err := f.Filled(o, date("2022-01-05"))
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	b := receivedForm(t, c, data)
	x1 := c.Units.Unit("x1")
	for code, want := range sampleValues() {
		if got := b.Value(x1, c.Indicator(code)); !got.Same(want) {
			t.Errorf("%s reads as %+v, not %+v", code, got, want)
		}
	}
	s := b.Submissions[x1.Index]
	if s == nil || s.Origin == nil || !s.Declared.Equal(date("2022-01-05")) {
		t.Fatalf("the submission is %+v", s)
	}
	signed, ok := s.Origin.Figure("TN_RAC")
	if !ok || signed.Backing != (Backing{17, 18, 17, 18}) || signed.Value != "3/2" || !slices.Equal(s.Origin.Inputs, o.Inputs) {
		t.Errorf("the origin says %+v of %+v", signed, s.Origin.Inputs)
	}
	if got := noticesOf(b.Findings); !slices.Equal(got, []string{formPartial}) {
		t.Errorf("findings %v", got)
	}
	if again, err := f.Filled(o, date("2022-01-05")); err != nil || string(again) != string(data) {
		t.Errorf("filled again the form has other bytes, %v", err)
	}
}

// Whatever is changed in a form that was added up is named: a figure, a cell that was cleared, the origin itself.
func TestAskedFormChangedByHand(t *testing.T) {
	c := sampleCatalogue()
	f := askedSample(t, c)
	data, err := f.Filled(fillSample(t, f), time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	cellOf := func(code string) string {
		for _, a := range f.Rows {
			if a.Code == code {
				return a.Pos.Cell()
			}
		}
		t.Fatalf("no row %s", code)
		return ""
	}
	for _, tt := range []struct {
		name string
		edit func(x *excelize.File)
		want []string
		says string
	}{
		{"nothing", func(*excelize.File) {}, []string{formPartial}, "12 số liệu"},
		{"a figure", func(x *excelize.File) { x.SetCellInt(formSheet, cellOf("tc_doan_vien"), 1806) }, []string{formEdited, formPartial}, "“Tổng số đoàn viên tại thời điểm chốt số liệu” " + cellOf("tc_doan_vien")},
		{"a cleared cell", func(x *excelize.File) { x.SetCellStr(formSheet, cellOf("mt_ten"), "") }, []string{formEdited, formPartial}, "1 chỗ"},
		{"the same figure spelled otherwise", func(x *excelize.File) { x.SetCellStr(formSheet, cellOf("tc_doan_vien"), "1.805") }, []string{formPartial}, "17/18"},
		{"the origin", func(x *excelize.File) { x.SetCellStr(originSheet, "D3", "c2") }, []string{formOriginLost}, "_nguon"},
		{"the origin taken away", func(x *excelize.File) { x.DeleteSheet(originSheet) }, nil, ""},
	} {
		b := receivedForm(t, c, changed(t, data, tt.edit))
		got := noticesOf(b.Findings)
		slices.Sort(got)
		want := slices.Clone(tt.want)
		slices.Sort(want)
		all := ""
		for _, f := range b.Findings {
			all += f.Message.In(lang.Vi) + "\n"
		}
		if !slices.Equal(got, want) || !strings.Contains(all, tt.says) {
			t.Errorf("%s: %v\n%s", tt.name, got, all)
		}
		if b.Submissions[c.Units.Unit("x1").Index] == nil {
			t.Errorf("%s: the form is not used", tt.name)
		}
	}
}

// A figure that was put together in another way is no figure of the catalogue's, and an origin of another form is not believed.
func TestOriginOfAnotherKind(t *testing.T) {
	c := sampleCatalogue()
	f := askedSample(t, c)
	data, err := f.Filled(fillSample(t, f), time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	other := sampleCatalogue()
	other.Indicator("tn_rac").Rollup = Largest
	b := receivedForm(t, other, data)
	if v := b.Value(other.Units.Unit("x1"), other.Indicator("tn_rac")); v.State != Unreadable {
		t.Errorf("a sum is read as a largest value: %+v", v)
	}
	if got := noticesOf(b.Findings); !slices.Contains(got, figureUnreadable) || slices.Contains(got, formEdited) {
		t.Errorf("findings %v", got)
	}
	moved := changed(t, data, func(x *excelize.File) {
		x.SetCellStr(formSheet, unitCodeRef, "x3")
		x.SetCellStr(formSheet, unitNameRef, "Đoàn xã Hoà Hội")
		x.SetCellStr(marksSheet, markUnitRef, "x3")
	})
	b, err = Read(fstest.MapFS{"nop/x3.xlsx": {Data: moved}}, "nop", c, c.Period("2021"), ReadOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if got := noticesOf(b.Findings); !slices.Equal(got, []string{formOriginLost}) {
		t.Errorf("a form made of another unit's: %v", got)
	}
}

// What cannot be put for certain stays as it is, and is said.
func TestAskedFormRefuses(t *testing.T) {
	c := sampleCatalogue()
	p := c.Period("2021")
	blank := mustForm(t, NewForms(c, c.Expect(p)), c.Units.Unit("x1"), nil, time.Time{})
	form := changed(t, blank, func(x *excelize.File) {
		rows, err := x.GetRows(formSheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if len(row) < colName {
				continue
			}
			switch row[colCode-1] {
			case "tc_doan_vien":
				x.SetCellInt(formSheet, cellRef(i+1, colValue), 7)
			case "tc_dv_ket_nap":
				x.SetCellStr(formSheet, cellRef(i+1, colMeasure), "lượt")
			case "tn_qua":
				x.SetCellStr(formSheet, cellRef(i+1, colCode), "tn_qua_khac")
				x.SetCellStr(formSheet, cellRef(i+1, colName), "Suất quà khác")
			case "tn_qua_tien":
				x.SetCellStr(formSheet, cellRef(i+1, colMeasure), "triệu đồng")
			}
		}
	})
	f, err := OpenAsked("bieu.xlsx", form, c, p)
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	third := big.NewRat(1, 3)
	for _, tt := range []struct {
		code  string
		value Value
		says  string // "" where it is put
	}{
		{"tc_doan_vien", Value{State: Given, Rat: big.NewRat(8, 1)}, "“7” nên giữ nguyên"},
		{"tc_dv_ket_nap", Value{State: Given, Rat: big.NewRat(8, 1)}, "ĐVT “lượt”"},
		{"tn_qua_khac", Value{State: Given, Rat: big.NewRat(8, 1)}, "không có số liệu này"},
		{"tn_qua_tien", Value{State: Given, Rat: big.NewRat(13_600_000, 1)}, ""},
		{"tn_rac", Value{State: Given, Rat: third}, "“1/3” không ghi được"},
		{"mt_ten", Value{State: Given, Text: "không áp dụng"}, "không ghi được"},
	} {
		i := slices.IndexFunc(f.Rows, func(a *AskedRow) bool { return a.Code == tt.code })
		if i < 0 {
			t.Errorf("no row %s", tt.code)
			continue
		}
		why := f.Put(f.Rows[i], tt.value, "")
		if said := why.In(lang.Vi); (tt.says == "") != why.IsZero() || !strings.Contains(said, tt.says) {
			t.Errorf("%s: %q", tt.code, said)
		}
	}
	data, err := f.Filled(Origin{}, time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	if v := receivedForm(t, c, data).Value(c.Units.Unit("x1"), c.Indicator("tn_qua_tien")); v.Rat == nil || v.Rat.Cmp(big.NewRat(13_600_000, 1)) != 0 {
		t.Errorf("13,6 triệu đồng reads as %+v", v)
	}
}

func TestAskedFormOfAnother(t *testing.T) {
	c := sampleCatalogue()
	last := c.Period("2020")
	data := mustForm(t, NewForms(c, c.Expect(last)), c.Units.Unit("x1"), nil, time.Time{})
	if _, err := OpenAsked("bieu.xlsx", data, c, c.Period("2021")); err == nil || !strings.Contains(lang.Text(err, lang.Vi), "Năm 2020") {
		t.Errorf("a form of another period: %v", err)
	}
	picture, err := os.ReadFile("asked_test.go")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := OpenAsked("bieu.xlsx", picture, c, c.Period("2021")); err == nil {
		t.Error("no workbook, and no error")
	}
}

// listedWorks are n rows for the sample's list of works.
func listedWorks(n int) []*ListRow {
	var rows []*ListRow
	for i := range n {
		rows = append(rows, &ListRow{Cells: []Value{
			{State: Given, Text: fmt.Sprintf("Công trình số %d", i+1)}, {State: Given, Text: "CT"}, {State: Given, Rat: big.NewRat(int64(1_000_000*i), 1)}, {State: Blank},
		}})
	}
	return rows
}

// The rows of a list go into the form in their order, beyond the rows that it has; what was changed in one is named. A list that nobody has sent is taken out,
// and one that somebody has begun stays.
func TestAskedLists(t *testing.T) {
	c := sampleCatalogue()
	list := c.List("ds_cong_trinh")
	x1 := c.Units.Unit("x1")
	f := askedSample(t, c)
	if len(f.Lists) != 1 || f.Lists[0].List != list {
		t.Fatalf("the lists are %v", f.Lists)
	}
	if why := f.PutList(f.Lists[0], listedWorks(33)); !why.IsZero() {
		t.Fatal(why.In(lang.Vi))
	}
	o := Origin{Lists: []OriginList{{Name: list.Name, Backing: Backing{2, 2, 2, 2}, From: []OriginRows{{"c1", 30}, {"c2", 3}}}}}
	data, err := f.Filled(o, time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	b := receivedForm(t, c, data)
	rows := b.Submissions[x1.Index].List(list).Rows
	if len(rows) != 33 || rows[32].Cells[0].Text != "Công trình số 33" || rows[32].Cells[1].Text != "CT" || rows[32].Cells[2].Rat.Cmp(big.NewRat(32_000_000, 1)) != 0 {
		t.Errorf("%d rows, the last %+v", len(rows), rows[len(rows)-1])
	}
	if got := noticesOf(b.Findings); len(got) > 0 {
		t.Errorf("findings %v", got)
	}
	area := ""
	for _, name := range openForm(t, data).GetDefinedName() {
		if name.Scope == list.Name && name.Name == "_xlnm.Print_Area" {
			area = name.RefersTo
		}
	}
	if !strings.HasSuffix(area, fmt.Sprintf("$%d", listKeyRow+33)) {
		t.Errorf("the list is printed down to %q", area)
	}
	edit := changed(t, data, func(x *excelize.File) { x.SetCellStr(list.Name, cellRef(listKeyRow+2, 2), "Công trình khác") })
	if got := receivedForm(t, c, edit).Findings; !slices.Equal(noticesOf(got), []string{formEdited}) || !strings.Contains(got[0].Message.In(lang.Vi), "bảng kê “ds_cong_trinh”") {
		t.Errorf("a row was changed: %v", got)
	}

	f = askedSample(t, c)
	f.Drop(f.Lists[0])
	if data, err = f.Filled(Origin{}, time.Time{}); err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	if receivedForm(t, c, data).Submissions[x1.Index].List(list).Present {
		t.Error("a list that nobody has sent says that there is nothing")
	}

	begun := changed(t, askedSample(t, c).data, func(x *excelize.File) { x.SetCellStr(list.Name, cellRef(listKeyRow+1, 2), "Đã ghi") })
	if f, err = OpenAsked("bieu.xlsx", begun, c, c.Period("2021")); err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	if why := f.PutList(f.Lists[0], listedWorks(1)); !strings.Contains(why.In(lang.Vi), "1 dòng") {
		t.Errorf("a list that was begun: %q", why.In(lang.Vi))
	}
}

// What LibreOffice saves is the same form with the same origin.
func TestOriginSavedByLibreOffice(t *testing.T) {
	convert := libreOffice(t)
	c := sampleCatalogue()
	f := askedSample(t, c)
	o := fillSample(t, f)
	f.PutList(f.Lists[0], listedWorks(3))
	o.Lists = []OriginList{{Name: "ds_cong_trinh", Backing: Backing{2, 2, 2, 2}}}
	data, err := f.Filled(o, time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	sent := t.TempDir()
	if err := os.WriteFile(filepath.Join(sent, "x1.xlsx"), data, 0o600); err != nil {
		t.Fatal(err)
	}
	saved, err := os.ReadFile(filepath.Join(convert(sent, "xlsx", "xlsx:Calc MS Excel 2007 XML"), "x1.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	b := receivedForm(t, c, saved)
	if got := noticesOf(b.Findings); !slices.Equal(got, []string{formPartial}) || b.Submissions[c.Units.Unit("x1").Index].Origin == nil {
		t.Errorf("findings %v", got)
	}
}

// A form that was filled in before is filled in anew: what the program put is replaced, or cleared where there is no figure any more, and what people wrote
// since stays.
func TestAskedFormFilledAgain(t *testing.T) {
	c := sampleCatalogue()
	p := c.Period("2021")
	row := func(f *AskedForm, code string) *AskedRow {
		i := slices.IndexFunc(f.Rows, func(a *AskedRow) bool { return a.Code == code })
		return f.Rows[i]
	}
	f := askedSample(t, c)
	o := Origin{Lists: []OriginList{{Name: "ds_cong_trinh"}}}
	for _, code := range []string{"tc_doan_vien", "tn_qua", "tn_rac"} {
		if why := f.Put(row(f, code), Value{State: Given, Rat: big.NewRat(5, 1)}, "số liệu 1/2 đơn vị"); !why.IsZero() {
			t.Fatal(why.In(lang.Vi))
		}
		o.Figures = append(o.Figures, OriginFigure{Code: Code(code), Backing: Backing{1, 2, 1, 2}})
	}
	f.PutList(f.Lists[0], listedWorks(3))
	data, err := f.Filled(o, time.Time{})
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	note := func(code string) string { return cellRef(row(f, code).Pos.Row, colNote) }
	worked := changed(t, data, func(x *excelize.File) {
		x.SetCellInt(formSheet, row(f, "tc_dv_ket_nap").Pos.Cell(), 9)
		x.SetCellInt(formSheet, row(f, "tn_rac").Pos.Cell(), 6) // somebody knew better
		x.SetCellStr(formSheet, note("tc_doan_vien"), "đã đối chiếu; số liệu 1/2 đơn vị")
	})
	again, err := OpenAsked("bieu.xlsx", worked, c, p)
	if err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	if !row(again, "tc_dv_ket_nap").Kept() || !row(again, "tn_rac").Kept() || row(again, "tc_doan_vien").Kept() {
		t.Error("what people typed is not told from what the program put")
	}
	if why := again.Put(row(again, "tc_doan_vien"), Value{State: Given, Rat: big.NewRat(8, 1)}, ""); !why.IsZero() {
		t.Fatal(why.In(lang.Vi))
	}
	if why := again.PutList(again.Lists[0], listedWorks(1)); !why.IsZero() {
		t.Fatal(why.In(lang.Vi))
	}
	o.Figures = []OriginFigure{{Code: "tc_doan_vien", Backing: Backing{2, 2, 2, 2}}}
	if data, err = again.Filled(o, time.Time{}); err != nil {
		t.Fatal(lang.Text(err, lang.Vi))
	}
	x := openForm(t, data)
	for cell, want := range map[string]string{
		row(f, "tc_doan_vien").Pos.Cell(): "8", note("tc_doan_vien"): "đã đối chiếu", row(f, "tn_qua").Pos.Cell(): "", note("tn_qua"): "",
		row(f, "tn_rac").Pos.Cell(): "6", row(f, "tc_dv_ket_nap").Pos.Cell(): "9",
	} {
		if got, err := x.GetCellValue(formSheet, cell); got != want || err != nil {
			t.Errorf("%s holds %q, not %q, %v", cell, got, want, err)
		}
	}
	b := receivedForm(t, c, data)
	s := b.Submissions[c.Units.Unit("x1").Index]
	if got := noticesOf(b.Findings); len(got) > 0 || len(s.List(c.List("ds_cong_trinh")).Rows) != 1 {
		t.Errorf("findings %v, list %+v", got, s.Lists)
	}
}
