package report

import (
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"tonghop/aggregate"
	"tonghop/figure"
	"tonghop/sheets"
	"tonghop/templates"
)

// province is a province of nine districts, 94 communes and eleven attached unions whose totals are those of the model report, with
// the facts of the example workspace.
type province struct {
	t         *testing.T
	catalogue *sheets.Catalogue
	batch     *sheets.Batch
	findings  []sheets.Finding
}

func newProvince(t *testing.T) *province {
	t.Helper()
	data, err := provinceBook()
	if err != nil {
		t.Fatal(err)
	}
	c, err := sheets.Load("danhmuc.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range c.Faults {
		if f.Severity == figure.Error {
			t.Fatalf("%s: %s", f.Pos, f.Message.Error())
		}
	}
	p := &province{t: t, catalogue: c}
	p.handIn()
	return p
}

// provinceBook is the catalogue workbook, made once. Every test reads its own catalogue from it.
var provinceBook = sync.OnceValues(func() ([]byte, error) {
	tables := sheets.Starter()
	for i := range tables {
		var err error
		switch sheet := tables[i].Sheet; sheet {
		case "Thông tin":
			tables[i], err = facts(sheet, "thong_tin.csv")
		case "Chỉ tiêu":
			tables[i], err = facts(sheet, "chi_tieu.csv")
		case "Khuyết điểm":
			tables[i], err = facts(sheet, "khuyet_diem.csv")
		case "Kỳ":
			tables[i].Rows = [][]string{{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "15/12/2021", ""}}
		case "Đơn vị":
			tables[i].Rows = provinceUnits()
		}
		if err != nil {
			return nil, err
		}
	}
	return sheets.WriteCatalogue(tables)
})

// facts reads a sheet of the example workspace.
func facts(sheet, file string) (sheets.Table, error) {
	f, err := os.Open(filepath.Join("..", "demo", "facts", file))
	if err != nil {
		return sheets.Table{}, err
	}
	defer f.Close()
	return sheets.ReadTable(sheet, f)
}

// provinceUnits are rows of the sheet Đơn vị. The communes go round the districts.
func provinceUnits() [][]string {
	unit := func(code, name, level, up, files string) []string {
		return []string{code, name, "", level, up, files, "", "", ""}
	}
	rows := [][]string{unit("tinh", "Tỉnh đoàn", "tỉnh", "", "có")}
	for i := range 9 {
		rows = append(rows, unit(fmt.Sprintf("h%d", i+1), fmt.Sprintf("Huyện đoàn %d", i+1), "huyện", "tinh", ""))
	}
	for i := range 94 {
		rows = append(rows, unit(fmt.Sprintf("x%d", i+1), fmt.Sprintf("Đoàn xã %d", i+1), "xã", fmt.Sprintf("h%d", i%9+1), "có"))
	}
	for i := range 11 {
		rows = append(rows, unit(fmt.Sprintf("t%d", i+1), fmt.Sprintf("Đoàn trực thuộc %d", i+1), "trực thuộc", "tinh", "có"))
	}
	return rows
}

// provinceTotals are what the units hand in, spread evenly. The figures below tc_doan_vien are invented, those above published.
var provinceTotals = []struct {
	code  sheets.Code
	total int64
	from  int // the unit, of those that give the figure, that gets the first of the remainder
}{
	{"tc_thanh_nien", 241386, 0}, {"tc_tn_tap_hop", 199086, 0},
	{"tc_dc_chi_hoi", 17, 0}, {"tc_dc_hoi_vien", 137, 0}, {"tc_dc_chi_doan", 1, 17}, {"tc_dc_doan_vien", 6, 17},
	{"tc_dn_dcs", 1, 0}, {"tc_dn_chi_doan", 4, 1}, {"tc_dn_doan_vien", 117, 0}, {"tc_dn_chi_hoi", 2, 5}, {"tc_dn_hoi_vien", 65, 5},
	{"xd_dvut", 1805, 0}, {"xd_dvut_cn", 56, 0}, {"xd_kn_cn", 20, 0},
	{"mt_doi", 94, 0}, {"mt_doi_tv", 1231, 0}, {"mt_cuoc", 252, 0}, {"mt_luot", 19732, 0}, {"mt_dien_dan", 64, 0}, {"mt_dien_dan_luot", 8162, 0},
	{"mt_to_buom", 4350, 0}, {"mt_duy_tri", 94, 0}, {"mt_giup_do", 154, 0}, {"mt_tien_bo", 103, 0}, {"mt_viec_lam", 117, 0},
	{"mt_ngay_hoi", 23, 0}, {"mt_ngay_hoi_luot", 1723, 0}, {"mt_qua", 32, 0}, {"mt_qua_tien", 13600000, 0},
	{"dh_cn_hoat_dong", 46, 0}, {"dh_cn_luot", 1900, 0}, {"dh_cn_tien", 1437500000, 0},
	{"tinh_mt_tham", 12, 0}, {"tinh_mt_don_vi", 7, 0}, {"tinh_hoan_luong", 1, 0}, {"tinh_giam_sat", 1, 0}, {"tinh_doi_thoai", 1, 0},
	{"tinh_bpv_lan", 5, 0}, {"tinh_bpv_ngay", 3, 0}, {"tinh_hdnt_to_chuc", 0, 0}, {"tinh_hdnt_dn", 120, 0},

	{"tc_doan_vien", 60000, 0}, {"td_dv_quan_triet", 58200, 0}, {"td_dv_hoc_bac", 57000, 0}, {"st_dv_htt", 51000, 0}, {"st_sang_kien", 90, 0},
	{"tn_mau_luot", 2500, 0}, {"tn_mau_dv", 2600, 0}, {"tn_cong_trinh", 120, 0}, {"tn_phan_viec", 180, 0},
	{"tn_qua_cs", 1500, 0}, {"tn_qua_ts", 1200, 0}, {"tn_qua_cs_tien", 450000000, 0}, {"tn_qua_ts_tien", 300000000, 0},
}

// handIn lets every unit hand in its share of the totals.
func (p *province) handIn() {
	c := p.catalogue
	period := c.CurrentPeriod()
	units := c.Units.Units
	b := &sheets.Batch{
		Period: period, Expect: c.Expect(period),
		Submissions: make([]*sheets.Submission, len(units)), InQuestion: make([]bool, len(units)),
	}
	for _, u := range b.Expect.Reporting {
		file := &sheets.File{Path: "nop/" + string(u.Code) + ".xlsx", Sheets: []string{"Biểu mẫu"}, Unit: u.Code}
		b.Files = append(b.Files, file)
		b.Submissions[u.Index] = &sheets.Submission{File: file, Unit: u, Values: make([]sheets.Value, len(c.Submitted()))}
	}
	p.batch = b
	for _, figure := range provinceTotals {
		ind := c.Indicator(figure.code)
		if ind == nil {
			p.t.Fatalf("no figure %s", figure.code)
		}
		var giving []*sheets.Unit
		for _, u := range b.Expect.Reporting {
			if b.Expect.Expects(u, ind) {
				giving = append(giving, u)
			}
		}
		n := int64(len(giving))
		for i, u := range giving {
			share := figure.total / n
			if (int64(i)-int64(figure.from)+n)%n < figure.total%n {
				share++
			}
			b.Submissions[u.Index].Values[ind.Slot] = sheets.Value{
				State: sheets.Given, Rat: new(big.Rat).SetInt64(share), Yes: ind.Kind == sheets.YesNo, Row: uint32(14 + ind.Slot), Col: 5,
			}
		}
	}
}

// data gives what a document about the province can name.
func (p *province) data() templates.Data { return New(p.result(), Options{}) }

func (p *province) result() *aggregate.Result {
	return aggregate.Build(p.catalogue, p.batch, p.findings, aggregate.Options{})
}

// drop takes a unit's submission away.
func (p *province) drop(unit sheets.UnitCode) {
	p.batch.Submissions[p.catalogue.Units.Unit(unit).Index] = nil
}
