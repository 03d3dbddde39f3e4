package sheets

import (
	"fmt"
	"math/big"
	"testing"
	"time"
)

// date reads a day of a test, 2021-12-31.
func date(s string) time.Time {
	day, err := time.Parse(time.DateOnly, s)
	if err != nil {
		panic(err)
	}
	return day
}

// sampleCatalogue is a small catalogue with a figure of each kind: a province, two communes of the same name in two districts, one more
// commune, and an attached union that need not report.
func sampleCatalogue() *Catalogue {
	c := &Catalogue{
		Settings: Settings{{Key: "co_quan", Value: "BCH ĐOÀN TỈNH MẪU"}},
		Periods: []*Period{
			{Code: "2020", Name: "Năm 2020", From: date("2020-01-01"), To: date("2020-12-31"), Deadline: date("2021-01-10")},
			{Code: "2021", Name: "Năm 2021", From: date("2021-01-01"), To: date("2021-12-31"), Deadline: date("2022-01-10")},
		},
		Indicators: []*Indicator{
			{Code: "tc_doan_vien", Name: "Tổng số đoàn viên tại thời điểm chốt số liệu", Group: "TC. Tổ chức xây dựng Đoàn", Measure: "người", Kind: Stock, Required: true},
			{Code: "tc_dv_ket_nap", Name: "Đoàn viên mới kết nạp trong kỳ", Group: "TC. Tổ chức xây dựng Đoàn", Measure: "người", Kind: Count, Required: true},
			{Code: "tc_xep_loai", Name: "Xếp loại của đơn vị trong năm", Group: "TC. Tổ chức xây dựng Đoàn", Measure: "loại", Kind: Category},
			{Code: "tc_ty_le", Name: "Tỷ lệ chi đoàn họp đủ kỳ", Group: "TC. Tổ chức xây dựng Đoàn", Measure: "%", Kind: Percent},
			{
				Code: "tn_qua", Name: "Suất quà cho đối tượng chính sách, hộ khó khăn", Group: "TN. Tình nguyện", Measure: "suất", Kind: Count, Required: true,
				Note: "Không kể quà tặng thanh thiếu nhi đã ghi ở dòng khác, để không cộng hai lần cùng một suất quà.",
			},
			{Code: "tn_qua_tien", Name: "Trị giá quà ở dòng trên", Group: "TN. Tình nguyện", Measure: "đồng", Kind: Money, Required: true},
			{Code: "tn_rac", Name: "Rác thải thu gom được", Group: "TN. Tình nguyện", Measure: "tấn", Kind: Decimal},
			{Code: "mt_duy_tri", Name: "Duy trì mô hình phòng, chống ma tuý", Group: "MT. Phòng, chống ma tuý", Kind: YesNo},
			{Code: "mt_chi_doan", Name: "Số chi đoàn có mô hình trên tổng số chi đoàn", Group: "MT. Phòng, chống ma tuý", Kind: Ratio},
			{Code: "mt_tuoi", Name: "Độ tuổi người tham gia", Group: "MT. Phòng, chống ma tuý", Kind: Interval, Measure: "tuổi"},
			{Code: "mt_ngay", Name: "Ngày ra mắt mô hình", Group: "MT. Phòng, chống ma tuý", Kind: Day},
			{Code: "mt_ten", Name: "Tên mô hình tiêu biểu", Group: "MT. Phòng, chống ma tuý", Kind: Words},
			{Code: "f_qua_bq", Name: "Trị giá bình quân một suất quà", Measure: "đồng", Kind: Derived},
		},
		Lists: []*List{
			{Name: "ds_cong_trinh", Columns: []ListColumn{
				{Key: "ten", Title: "Tên công trình", Kind: Words, Required: true},
				{Key: "loai", Title: "Loại", Kind: Category, Options: []Option{{List: "loai", Code: "CT", Label: "công trình"}, {List: "loai", Code: "PV", Label: "phần việc"}}},
				{Key: "tri_gia", Title: "Trị giá (đồng)", Kind: Money},
				{Key: "ngay", Title: "Ngày hoàn thành", Kind: Day},
			}},
			{Name: "ds_van_ban", Index: 1, Columns: []ListColumn{{Key: "so", Title: "Số", Kind: Count, Note: "Riêng cấp tỉnh"}}},
		},
		Options: []Option{
			{List: "tc_xep_loai", Code: "XS", Label: "Hoàn thành xuất sắc"},
			{List: "tc_xep_loai", Code: "TOT", Label: "Hoàn thành tốt"},
			{List: "tc_xep_loai", Code: "HT", Label: "Hoàn thành"},
			{List: "loai", Code: "CT", Label: "công trình"},
			{List: "loai", Code: "PV", Label: "phần việc"},
		},
	}
	for _, ind := range c.Indicators {
		ind.EntryLevels = []string{"xã"}
	}
	c.Units = registryOf(
		&Unit{Code: "tinh", Name: "Tỉnh đoàn Mẫu", Level: "tỉnh"},
		&Unit{Code: "h1", Name: "Huyện đoàn Một", Level: "huyện", Parent: "tinh"},
		&Unit{Code: "h2", Name: "Huyện đoàn Hai", Level: "huyện", Parent: "tinh"},
		&Unit{Code: "x1", Name: "Đoàn xã Tân Bình", Level: "xã", Parent: "h1", MustFile: true},
		&Unit{Code: "x2", Name: "Đoàn xã Tân Bình", Level: "xã", Parent: "h2", MustFile: true},
		&Unit{Code: "x3", Name: "Đoàn xã Hoà Hội", Aliases: []string{"Xã đoàn Hoà Hội"}, Level: "xã", Parent: "h2", MustFile: true},
		&Unit{Code: "tt1", Name: "Đoàn Trường Cao đẳng Mẫu", Level: "trực thuộc", Parent: "tinh"},
	)
	return indexed(c)
}

// indexed gives the figures of a catalogue their slots and makes them findable, as loading does.
func indexed(c *Catalogue) *Catalogue {
	c.byCode = make(map[Code]*Indicator)
	slot := 0
	for _, ind := range c.Indicators {
		c.byCode[foldCode(ind.Code)] = ind
		ind.Slot = -1
		if ind.Kind != Derived {
			ind.Slot = slot
			slot++
		}
	}
	return c
}

// registryOf makes a registry of units that name their parents.
func registryOf(units ...*Unit) *Registry {
	r := &Registry{Units: units, byCode: make(map[UnitCode]*Unit)}
	for i, u := range units {
		u.Index = i
		r.byCode[foldUnit(u.Code)] = u
	}
	for _, u := range units {
		if u.parent = r.Unit(u.Parent); u.parent == nil {
			r.Root = u
			continue
		}
		u.parent.children = append(u.parent.children, u)
	}
	return r
}

// sampleAnswers fills every row of the sample form.
func sampleAnswers() map[Code]Answer {
	n := func(s string) Answer {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			panic(s)
		}
		return Answer{Number: r}
	}
	return map[Code]Answer{
		"tc_doan_vien": n("1805"), "tc_dv_ket_nap": n("0"), "tc_xep_loai": {Text: "Hoàn thành tốt"}, "tc_ty_le": {Text: "82,48%"},
		"tn_qua": n("120"), "tn_qua_tien": n("24000000"), "tn_rac": n("1.5"), "mt_duy_tri": {Text: "có"}, "mt_chi_doan": {Text: "9/11"},
		"mt_tuoi": {Text: "16-30"}, "mt_ngay": n("44258"), "mt_ten": {Text: "Thắp sáng niềm tin"},
	}
}

// wideCatalogue is the sample with as many whole-number figures as a real form has.
func wideCatalogue(figures int) *Catalogue {
	c := sampleCatalogue()
	for i := len(c.Indicators); i < figures; i++ {
		c.Indicators = append(c.Indicators, &Indicator{
			Code: Code(fmt.Sprintf("xx_so_%02d", i)), Name: fmt.Sprintf("Số liệu thử nghiệm thứ %d của biểu mẫu", i), Group: "XX. Thử nghiệm",
			Measure: "người", Kind: Count, EntryLevels: []string{"xã"}, Required: true,
		})
	}
	return indexed(c)
}

func mustForm(t testing.TB, f *Forms, u *Unit, answers map[Code]Answer, day time.Time) []byte {
	t.Helper()
	data, err := f.Filled(u, answers, day)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
