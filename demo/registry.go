package demo

import (
	"fmt"
	"slices"
	"strings"

	"tonghop/sheets"
)

// The levels of the example's units.
const (
	levelProvince = "tỉnh"
	levelDistrict = "huyện"
	levelCommune  = "xã"
	levelAttached = "trực thuộc"
	levelChapter  = "chi đoàn"
)

// The sheets of the catalogue that hold the example's own rows, with the file of the facts that has them; those of the
// units and the periods are made here.
var ownSheets = map[string]string{"Thông tin": "thong_tin", "Chỉ tiêu": "chi_tieu", "Khuyết điểm": "khuyet_diem"}

const (
	sheetUnits   = "Đơn vị"
	sheetPeriods = "Kỳ"
)

// The periods of the example. The forms of the year before are there to be sent by mistake.
const (
	periodCode   = "2021"
	formerPeriod = "2020"
)

var periods = sheets.Table{
	Sheet:  sheetPeriods,
	Header: []string{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp", "Thuộc kỳ"},
	Rows: [][]string{
		{formerPeriod, "Năm 2020", "01/01/2020", "31/12/2020", "15/12/2020", ""},
		{periodCode, "Năm 2021", "01/01/2021", "31/12/2021", "15/12/2021", ""},
	},
}

const (
	syntheticNote = "Ví dụ: tổng cấp tỉnh theo báo cáo mẫu; số liệu của từng đơn vị là số minh họa, không phải số thật."
	licenceNote   = "Danh sách đơn vị hành chính: thanglequoc/vietnamese-provinces-database, giấy phép MIT."
)

// chapter is a chapter that was made up below a commune.
type chapter struct {
	code, name, parent string
}

// tables gives the sheets of the example's catalogue: the starter with the example's own rows.
func tables(chapters []chapter) []sheets.Table {
	all := sheets.Starter()
	for i, table := range all {
		switch file, own := ownSheets[table.Sheet]; {
		case own:
			all[i] = readTable(file)
			all[i].Sheet = table.Sheet
		case table.Sheet == sheetUnits:
			all[i] = unitTable(chapters)
		case table.Sheet == sheetPeriods:
			all[i] = periods
		}
	}
	return all
}

// unitTable makes the sheet Đơn vị from the registry, the chapters of a commune below it.
func unitTable(chapters []chapter) sheets.Table {
	below := make(map[string][]chapter)
	for _, c := range chapters {
		below[c.parent] = append(below[c.parent], c)
	}
	table := sheets.Table{
		Sheet:  sheetUnits,
		Header: []string{"Mã", "Tên", "Tên khác", "Cấp", "Trực thuộc", "Phải nộp", "Từ ngày", "Đến ngày", "Ghi chú"},
	}
	registry := readTable("tayninh_2021")
	for _, cells := range registry.Rows {
		r := row{registry.Header, cells}
		level := levelOf(r.text("kind"))
		reports, note := "có", ""
		switch level {
		case levelProvince:
			note = syntheticNote + "\n" + licenceNote
		case levelDistrict:
			reports = ""
		}
		code, until := r.text("code"), dayText(r.text("valid_to"))
		table.Rows = append(table.Rows, []string{code, r.text("name"), r.text("admin_name"), level, r.text("parent"), reports, "", until, note})
		for _, c := range below[code] {
			table.Rows = append(table.Rows, []string{c.code, c.name, "", levelChapter, c.parent, "có", "", until, ""})
		}
	}
	return table
}

// levelOf gives the level of a kind of union body in the registry.
func levelOf(kind string) string {
	switch kind {
	case "tinh_doan":
		return levelProvince
	case "thanh_doan", "thi_doan", "huyen_doan":
		return levelDistrict
	case "doan_truc_thuoc":
		return levelAttached
	}
	return levelCommune
}

// dayText turns 2025-06-30 into 30/06/2025.
func dayText(iso string) string {
	parts := strings.Split(iso, "-")
	slices.Reverse(parts)
	return strings.Join(parts, "/")
}

// chapterOf makes chapter number n (from 1) of a commune: ấp in the country, khu phố in a town.
func chapterOf(commune *sheets.Unit, n int) chapter {
	place := "ấp"
	if isTown(commune) {
		place = "khu phố"
	}
	return chapter{
		code: fmt.Sprintf("%s-c%02d", commune.Code, n), name: fmt.Sprintf("Chi đoàn %s %d", place, n), parent: string(commune.Code),
	}
}

func isTown(u *sheets.Unit) bool {
	return strings.Contains(u.Name, "phường") || strings.Contains(u.Name, "thị trấn")
}
