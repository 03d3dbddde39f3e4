package demo

import (
	"bytes"
	"fmt"
	"math/big"
	"slices"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/sheets"
)

// retyping says how somebody typed the form again in a fresh workbook.
type retyping struct {
	unit   string // beside “Đơn vị:”; "" for the name and code of the unit
	period string // beside “Kỳ báo cáo:”; "" for none
	skip   bool   // without the table
}

// retyped plants a form that was typed again: no hidden sheet, other titles, other order of columns and rows, a row that
// numbers the columns, and a sum at the end.
func retyped(as retyping) planting {
	return file(func(s scene) ([]byte, error) {
		f := excelize.NewFile()
		defer f.Close() // nothing is kept on disk
		unit := as.unit
		if unit == "" {
			unit = fmt.Sprintf("%s (%s)", s.unit.Name, s.unit.Code)
		}
		rows := [][]any{
			{"BÁO CÁO SỐ LIỆU CÔNG TÁC ĐOÀN VÀ PHONG TRÀO THANH THIẾU NHI"},
			{"Đơn vị:", unit},
			{"Ngày lập:", s.plan.Date(s.unit).Format("02/01/2006")},
		}
		if as.period != "" {
			rows = append(rows, []any{"Kỳ báo cáo:", as.period})
		}
		if !as.skip {
			rows = append(rows, s.table()...)
		}
		sheet := f.GetSheetName(0)
		for i, cells := range rows {
			if err := f.SetSheetRow(sheet, fmt.Sprint("A", i+1), &cells); err != nil {
				return nil, err
			}
		}
		var saved bytes.Buffer
		err := f.Write(&saved)
		return saved.Bytes(), err
	})
}

// unasked plants what a unit that need not report made of the form of a unit below it.
func unasked(s scene) []item {
	below := scene{s.plan, s.forms, s.unit.Below()[0]}
	sent := retyped(retyping{unit: string(s.unit.Code), period: s.plan.Period.Name})(below)
	return []item{{s.path(), sent[0].make}}
}

// table is the table of a retyped form, last figure first.
func (s scene) table() [][]any {
	answers := s.plan.Answers(s.unit)
	rows := [][]any{{}, {"Tên chỉ tiêu", "Đơn vị tính", "Kết quả", "Mã CT"}, {"(1)", "(2)", "(3)", "(4)"}}
	for _, ind := range slices.Backward(s.plan.Expect.Figures[s.unit.Index]) {
		rows = append(rows, []any{ind.Name, ind.Measure, shown(answers[ind.Code]), string(ind.Code)})
	}
	return append(rows, []any{"Tổng cộng", "", s.total()})
}

// total is the sum of all counts and amounts, which somebody added up although it means nothing.
func (s scene) total() int64 {
	sum := new(big.Rat)
	for _, ind := range s.plan.Expect.Figures[s.unit.Index] {
		if value := (view{s.plan, s.unit}).Value(string(ind.Code)); value.Kind == figure.Number && value.Den == nil {
			sum.Add(sum, value.Rat)
		}
	}
	return sum.Num().Int64()
}

// shown is an answer as it stands in a cell.
func shown(a sheets.Answer) any {
	if a.Number == nil {
		return a.Text
	}
	return a.Number.Num().Int64()
}
