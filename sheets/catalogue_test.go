package sheets

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"tonghop/figure"
	"tonghop/lang"
	"tonghop/sheets/xlsx"
	"tonghop/vntext"
)

// smallTables is a catalogue without a fault: a province with two districts of which one has a commune, and a few figures.
func smallTables() []Table {
	return []Table{
		{"Thông tin", []string{"Khóa", "Giá trị"}, [][]string{{"ten_tinh", "Mẫu"}, {"ky", "2021"}, {"do_phu_toi_thieu", "95%"}}},
		{"Kỳ", []string{"Mã", "Tên", "Từ ngày", "Đến ngày", "Hạn nộp", "Thuộc kỳ"}, [][]string{
			{"2021-Q1", "Quý I", "01/01/2021", "31/3/2021", "", "2021"},
			{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "15/12/2021", ""},
		}},
		{"Đơn vị", []string{"Mã", "Tên", "Tên khác", "Cấp", "Trực thuộc", "Phải nộp", "Từ ngày", "Đến ngày", "Ghi chú"}, [][]string{
			{"t", "Tỉnh đoàn", "", "tỉnh", "", "có", "", "", ""},
			{"h1", "Huyện đoàn Bắc", "Bắc; H. Bắc", "huyện", "t", "", "", "", ""},
			{"x1", "Xã đoàn Một", "", "xã", "h1", "x", "01/01/2020", "", ""},
			{"h2", "Huyện đoàn Nam", "", "huyện", "t", "có", "", "30/6/2025", ""},
		}},
		{"Tiếp nhận", []string{"Đơn vị", "Kỳ", "Tệp", "Ngày nhận", "Gia hạn đến", "Chọn"}, [][]string{
			{"x1", "", "dot-1\\x1.xlsx", "16/12/2021", "20/12/2021", "có"},
		}},
		{"Số liệu", []string{"Mã", "Tên", "Nhóm", "ĐVT", "Kiểu", "Cấp nhập", "Gộp đơn vị", "Gộp kỳ", "Cách báo", "Bắt buộc", "Công thức", "Nhỏ nhất", "Lớn nhất", "Định dạng", "Ghi chú"}, [][]string{
			{"dv", "Đoàn viên", "TC", "người", "tồn", "xã;huyện", "", "", "", "có", "", "3", "5000", "", ""},
			{"ut", "Đoàn viên ưu tú", "TC", "người", "", "xã;huyện", "", "", "", "có", "", "", "", "", ""},
			{"qua_tien", "Trị giá quà", "TN", "triệu đồng", "tiền", "xã;huyện", "", "", "", "", "", "0,05", "", "tien", ""},
			{"loai", "Xếp loại", "TC", "loại", "phân loại", "xã;huyện", "", "", "", "", "", "", "", "", ""},
			{"ty_le", "Tỷ lệ ưu tú", "TC", "%", "công thức", "", "", "", "", "", "ut / dv", "", "", "pt", ""},
		}},
		{"Quy tắc", []string{"Mã", "Mô tả", "Vế trái", "Phép", "Vế phải", "Sai số", "Nếu thiếu", "Mức", "Áp dụng cho", "Hướng dẫn"}, [][]string{
			{"q1", "Ưu tú nằm trong đoàn viên", "ut", "<=", "dv", "", "", "", "", ""},
		}},
		{"Chỉ tiêu", []string{"Mã", "Phần", "Nội dung", "Biểu thức", "So sánh", "Ngưỡng", "Ngưỡng trên", "Phạm vi", "Điều kiện", "Cách ghép", "Được tính", "Kết luận tay", "Lý do", "Căn cứ", "Kỳ"}, [][]string{
			{"CT-A", "*", "Giới thiệu cho Đảng", "", "", "", "", "", "", "tất cả", "", "", "", "", ""},
			{"CT-A", "a", "Số giới thiệu", "ut", ">=", "2000", "", "tổng", "", "", "", "", "", "", "2021"},
			{"CT-A", "b", "Tỷ lệ", "ty_le", ">=", "5%", "", "từng đơn vị: huyện; xã", "dv > 0", "", "không", "", "", "", ""},
			{"CT-1", "", "Xếp loại", "loai", "=", "XS", "", "từng đơn vị", "", "", "", "", "", "", ""},
		}},
		{"Khuyết điểm", []string{"Mã", "Vế", "Nội dung", "Lĩnh vực", "Giải pháp", "Kết quả", "Số đo", "Năm trước", "Đánh giá", "Lý do", "Phương hướng", "Phụ trách", "Thời hạn"}, [][]string{
			{"KD1", "1", "Chỉ tiêu chưa đạt", "to_chuc", "Một\nHai", "Được {{ut}} người", "chỉ tiêu; CT-A.a\nnếu(dv > 0; ty_le; 0) >= 5%", "9/11; -\n4%", "1b", "", "", "", ""},
			{"KD1", "2", "Vế hai", "", "", "", "", "", "", "", "", "", ""},
		}},
		{"Lựa chọn", []string{"Danh sách", "Mã", "Nhãn"}, [][]string{
			{"loai", "XS", "Xuất sắc"}, {"loai", "T", ""}, {"linh_vuc", "to_chuc", "Tổ chức, cán bộ"},
		}},
	}
}

// tableOf gives the table of a sheet, an empty one where there is none yet.
func tableOf(tables *[]Table, sheet string) *Table {
	for i := range *tables {
		if (*tables)[i].Sheet == sheet {
			return &(*tables)[i]
		}
	}
	*tables = append(*tables, Table{Sheet: sheet})
	return &(*tables)[len(*tables)-1]
}

// setCell changes a cell of a table; n counts the rows below the header from 0.
func setCell(tables []Table, sheet string, n int, column, value string) {
	table := tableOf(&tables, sheet)
	table.Rows[n][slices.Index(table.Header, column)] = value
}

// loadTables reads tables as if they stood in a workbook of text cells.
func loadTables(tables []Table) *Catalogue {
	l := &loader{c: &Catalogue{File: "danhmuc.xlsx"}, grids: make([]grid, len(sheetSpecs))}
	for _, table := range tables {
		at := Pos{File: l.c.File, Sheet: vntext.Clean(table.Sheet)}
		if place, ok := l.place(at); ok {
			l.grids[place] = gridOf(table, at)
		}
	}
	l.read()
	return l.c
}

func gridOf(table Table, at Pos) grid {
	g := grid{at: at}
	for n, texts := range slices.Concat([][]string{table.Header}, table.Rows) {
		var cells []cell
		for i, text := range texts {
			if shown := lines(text); shown != "" {
				cells = append(cells, cell{pos: Pos{File: at.File, Sheet: at.Sheet, Row: n + 1, Col: i + 1}, raw: vntext.NFC(text), text: shown})
			}
		}
		if len(cells) > 0 {
			g.rows = append(g.rows, cells)
		}
	}
	return g
}

// rawWorkbook writes tables as they stand, all cells as text, without the help of WriteCatalogue.
func rawWorkbook(t testing.TB, tables []Table) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, table := range tables {
		if i == 0 {
			must(t, f.SetSheetName("Sheet1", table.Sheet))
		} else if _, err := f.NewSheet(table.Sheet); err != nil {
			t.Fatal(err)
		}
		for n, cells := range slices.Concat([][]string{table.Header}, table.Rows) {
			for i, text := range cells {
				if text != "" {
					must(t, f.SetCellStr(table.Sheet, xlsx.Ref(n+1, i+1), text))
				}
			}
		}
	}
	var out bytes.Buffer
	must(t, f.Write(&out))
	return out.Bytes()
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func mustLoad(t testing.TB, data []byte) *Catalogue {
	t.Helper()
	c, err := Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// faultText is a fault in one line.
func faultText(f Finding) string {
	return strings.Join([]string{f.Severity.String(), f.Code, f.Pos.String(), f.Raw, f.Message.In(lang.Vi), f.Hint.In(lang.Vi)}, " | ")
}

func TestSmallCatalogueHasNoFaults(t *testing.T) {
	c := mustLoad(t, rawWorkbook(t, smallTables()))
	for _, f := range c.Faults {
		t.Error(faultText(f))
	}
	u := c.Units.Unit("X1")
	switch {
	case u == nil || u.Above().Code != "h1" || !u.MustFile || len(c.Units.Root.Below()) != 2:
		t.Errorf("tree: %+v", u)
	case !slices.Equal(c.Units.Unit("h1").Aliases, []string{"Bắc", "H. Bắc"}):
		t.Errorf("aliases: %q", c.Units.Unit("h1").Aliases)
	}
	if p := c.CurrentPeriod(); p.Code != "2021" || p.Months() != 12 || c.ReportDate(p) != date("2021-12-31") || p.Deadline != date("2021-12-15") {
		t.Errorf("period: %+v", p)
	}
	if c.LeastCoverage().RatString() != "19/20" || c.StrictExceeds() {
		t.Errorf("coverage %v", c.LeastCoverage())
	}
	in := c.Intakes[0]
	if in.File != "dot-1/x1.xlsx" || in.Period != "2021" || !in.Chosen || in.Received != date("2021-12-16") || in.Extended != date("2021-12-20") {
		t.Errorf("intake: %+v", in)
	}
	if part := c.Part("ct-a.B"); part.Scope != PerUnit || !slices.Equal(part.Levels, []string{"huyện", "xã"}) || part.Counted || part.Condition == nil || part.Threshold.Rat.RatString() != "1/20" {
		t.Errorf("part: %+v", part)
	}
	if part := c.Part("CT-1"); part.Threshold.Kind != figure.Text || part.Threshold.Text != "XS" {
		t.Errorf("category threshold: %+v", part.Threshold)
	}
}

func TestSmallCatalogueFigures(t *testing.T) {
	c := mustLoad(t, rawWorkbook(t, smallTables()))
	dv, money, derived := c.Indicator("DV"), c.Indicator("qua_tien"), c.Indicator("ty_le")
	if dv.Kind != Stock || dv.Rollup != Sum || dv.Periods != PeriodLast || dv.Reporting != AtDate || !dv.Required || dv.Slot != 0 || dv.Max.RatString() != "5000" {
		t.Errorf("stock: %+v", dv)
	}
	if money.Min.RatString() != "50000" || money.Style != "tien" || money.Periods != PeriodSum {
		t.Errorf("limits of money are in đồng: %+v", money)
	}
	if loai := c.Indicator("loai"); loai.Rollup != CountCategory || loai.Periods != PeriodLast {
		t.Errorf("category: %+v", loai)
	}
	if derived.Slot != -1 || derived.Formula.String() != "ut / dv" || len(c.Submitted()) != 4 {
		t.Errorf("derived: %+v", derived)
	}
	s := c.Shortcomings[0]
	if s.Field != "Tổ chức, cán bộ" || *s.Hand != LevelMost || s.Text != "Chỉ tiêu chưa đạt" || len(s.Clauses) != 2 || s.Clauses[0].Taken != "Một\nHai" {
		t.Errorf("shortcoming: %+v", s)
	}
	m := s.Clauses[0].Measures
	if len(m) != 3 || !m[0].AllTargets || m[1].Target != "CT-A" || m[1].Part != "a" || m[2].Expr == nil {
		t.Fatalf("measures: %+v", m)
	}
	if m[0].LastYear.Num.RatString() != "9" || !m[1].LastYear.IsMissing() || m[2].LastYear.Rat.RatString() != "1/25" {
		t.Errorf("last year: %+v", m)
	}
}
