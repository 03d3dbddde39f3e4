package report

import (
	"slices"

	"tonghop/figure"
	"tonghop/lang"
)

// judgedUnits runs over the units in which a part was judged, each with its own plan where it has one.
var judgedUnits = loop{
	name: unitLoopName, ofUnit: true, fields: judgedUnitFields, key: unitKey,
	doc: lang.Format{
		Vi: "các đơn vị của nội dung xét từng đơn vị, hoặc được giao riêng ở trang Giao chỉ tiêu: kế hoạch, kết quả, mức, kết luận của từng đơn vị",
		En: "the units of a part judged unit by unit, or with a plan of their own: plan, result, fulfilment and verdict of each",
	},
	rows: func(_ *source, at row) []row {
		rows := make([]row, len(at.part.ByUnit))
		for i := range at.part.ByUnit {
			u := &at.part.ByUnit[i]
			alone := u.Alone()
			rows[i] = row{target: at.target, part: &alone, unit: u.Unit, own: u.Own}
		}
		return rows
	},
}

// judgedUnitFields are those of a unit, and those of a part that are about what was planned and done.
var judgedUnitFields = append(append(append([]field(nil), unitFields...), field{
	name: "giao_rieng", value: func(_ *source, at row) figure.Value { return figure.BoolOf(at.own) },
	doc: lang.Format{Vi: "đúng khi đơn vị được giao mức riêng ở trang Giao chỉ tiêu", En: "true when the unit has a plan of its own"},
}), fieldsNamed(partFields, "gia_tri", "nguong", "nguong_tren", "so_sanh", "ke_hoach", "muc", "muc_vuot", "gan_dat", "chua_lam", "can_cu",
	"ket_luan", "vuot", "dat", "dat_vuot", "chua_dat", "khong_du", "khong_ap_dung")...)

// fieldsNamed picks fields.
func fieldsNamed(fields []field, names ...string) []field {
	return slices.DeleteFunc(slices.Clone(fields), func(f field) bool { return !slices.Contains(names, f.name) })
}
