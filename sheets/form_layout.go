package sheets

import "tonghop/sheets/xlsx"

// The sheets of a form.
const (
	formSheet  = "Biểu mẫu"
	marksSheet = "_tonghop" // very hidden; LibreOffice makes it a hidden one, so it is found by its name

	// originSheet is very hidden too: what the figures of a form were added up from.
	originSheet = "_nguon"
)

// The columns of the form.
const (
	colNo = iota + 1
	colCode
	colName
	colMeasure
	colValue
	colNote
)

// formHeader are the titles of the columns.
var formHeader = [...]string{colNo: "STT", colCode: "Mã", colName: "Nội dung", colMeasure: "ĐVT", colValue: "Số liệu", colNote: "Ghi chú"}

// The rows above the table.
const (
	rowOffice = iota + 1
	rowTitle
	rowUnit
	rowUnitCode
	rowPeriod
	rowSpan
	rowDeadline
	rowDate
	rowAdvice
	rowHeader
)

// The labels of these rows. Reading finds the cells by them.
const (
	labelUnit     = "Đơn vị báo cáo:"
	labelUnitCode = "Mã đơn vị:"
	labelPeriod   = "Kỳ báo cáo:"
	labelSpan     = "Thời gian:"
	labelDeadline = "Hạn nộp:"
	labelDate     = "Ngày báo cáo:"
	labelTurn     = "Lần gửi:" // beside the date
)

// The keys of the very hidden sheet, in its rows from 1: column A the key, column B the value. Its column D and
// those after it hold the options of the drop-down lists.
const (
	keyForm        = "bieu_mau"
	keyFingerprint = "danh_muc"
	keyUnit        = "don_vi"
	keyPeriod      = "ky"

	markUnitRow  = 3
	firstListCol = 4
)

// formVersion is the value of keyForm.
const formVersion = "tonghop/form/1"

// The cells that differ from unit to unit.
var (
	unitNameRef = cellRef(rowUnit, colName)
	unitCodeRef = cellRef(rowUnitCode, colName)
	dateRef     = cellRef(rowDate, colName)
	turnRef     = cellRef(rowDate, colValue)
	markUnitRef = cellRef(markUnitRow, 2)
)

func cellRef(row, col int) string { return xlsx.Ref(row, col) }

// formRow is a row of the table that asks for a figure.
type formRow struct {
	row int
	ind *Indicator
}

// formGroup is a row of the table that only bears the name of a group.
type formGroup struct {
	row  int
	name string
}

// layForm places the figures below the header, a row for each and one above each run of a group, and gives the last row.
func layForm(figures []*Indicator) (rows []formRow, groups []formGroup, last int) {
	last = rowHeader
	group := ""
	for _, ind := range figures {
		if ind.Group != group && ind.Group != "" {
			last++
			groups = append(groups, formGroup{last, ind.Group})
		}
		group = ind.Group
		last++
		rows = append(rows, formRow{last, ind})
	}
	return rows, groups, last
}

// listsOf gives the list forms that a unit gets: all but those that only the province keeps.
func (c *Catalogue) listsOf(u *Unit) []*List {
	var lists []*List
	for _, list := range c.Lists {
		if u.Parent == "" || !list.provinceOnly() {
			lists = append(lists, list)
		}
	}
	return lists
}
