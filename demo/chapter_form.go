package demo

import (
	"fmt"
	"math/big"
	"regexp"
	"slices"

	"github.com/xuri/excelize/v2"

	"tonghop/sheets"
)

// chapterForm is the filled form of a chapter for one period.
type chapterForm struct {
	folder    string
	catalogue *sheets.Catalogue
	period    *sheets.Period
}

// plainNumber is how the facts write a number.
var plainNumber = regexp.MustCompile(`^\d+(\.\d+)?$`)

// make fills the form as the chapter would: a blank of the facts stays blank.
func (f chapterForm) make() ([]byte, error) {
	table := readTable(f.folder + "/" + figuresFile)
	answers := make(map[sheets.Code]sheets.Answer)
	for _, cells := range table.Rows {
		r := row{table.Header, cells}
		switch text := r.text(f.period.Code); {
		case text == "":
		case plainNumber.MatchString(text):
			n, _ := new(big.Rat).SetString(text) // the pattern is stricter
			answers[sheets.Code(r.text("Mã"))] = sheets.Answer{Number: n}
		default:
			answers[sheets.Code(r.text("Mã"))] = sheets.Answer{Text: text}
		}
	}
	forms := sheets.NewForms(f.catalogue, f.catalogue.Expect(f.period))
	data, err := forms.Filled(f.catalogue.Units.Root, answers, f.period.To)
	if err != nil {
		return nil, err
	}
	return edit(data, func(b *book) error {
		for _, list := range f.catalogue.Lists {
			if err := f.fill(b, list); err != nil {
				return err
			}
		}
		return nil
	})
}

// The rows of a list form: the keys of its columns, and the first row for what is listed.
const (
	listKeyRow   = 5
	listFirstRow = listKeyRow + 1
)

// fill types the rows that the facts have for the period into a list form, below the keys of its columns.
func (f chapterForm) fill(b *book, list *sheets.List) error {
	facts := readTable(f.folder + "/" + list.Name)
	rows, err := b.file.GetRows(list.Name)
	if err != nil {
		return err
	}
	next := listFirstRow
	for _, cells := range facts.Rows {
		r := row{facts.Header, cells}
		if r.text("Kỳ") != f.period.Code {
			continue
		}
		for _, column := range list.Columns {
			at := slices.Index(rows[listKeyRow-1], column.Key)
			if at < 0 {
				return fmt.Errorf("the list form %s has no column %s", list.Name, column.Key)
			}
			if err := typeCell(b.file, list.Name, at+1, next, r.text(column.Key)); err != nil {
				return err
			}
		}
		next++
	}
	return nil
}

// typeCell types a text, a number where it is one. An empty text leaves the cell blank.
func typeCell(book *excelize.File, sheet string, column, line int, text string) error {
	cell, err := excelize.CoordinatesToCellName(column, line)
	if err != nil || text == "" {
		return err
	}
	if n, ok := new(big.Rat).SetString(text); ok && plainNumber.MatchString(text) {
		value, _ := n.Float64()
		return book.SetCellFloat(sheet, cell, value, -1, 64)
	}
	return book.SetCellStr(sheet, cell, text)
}
