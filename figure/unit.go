package figure

import (
	"strings"

	"tonghop/vntext"
)

// unitKind is a family of units. Within a counting family the words say the same thing (12 người, 12 đoàn viên);
// between families numbers must never be added.
type unitKind uint8

const (
	unknownUnit unitKind = iota
	people
	attendances
	meetings
	gifts
	households
	ownKind  // each word of this kind stands for itself: chi đoàn and chi hội are different things
	synonyms // the words of one row of this kind stand for the same
	moneyKind
	percentKind
)

// unitWords are the words that may follow a number. What is measured on a scale (tấn, kg) is of its own kind, so that
// no conversion is ever made.
var unitWords = []struct {
	kind  unitKind
	words string
}{
	{people, "người; thanh niên; đoàn viên; đoàn viên, thanh niên; đvtn; đv; tn; hội viên; hv; đội viên; thiếu nhi; thanh thiếu nhi; thanh thiếu niên; ttn; " +
		"đồng chí; đ/c; em; cháu; bạn; học sinh; hs; sinh viên; sv; học viên; cán bộ; uỷ viên; thành viên; tình nguyện viên; công nhân; đảng viên; đoàn viên ưu tú"},
	{attendances, "lượt; lượt người; lượt đoàn viên; lượt thanh niên; lượt đvtn; lượt đoàn viên, thanh niên; lượt ttn; lượt thanh thiếu nhi; lượt hội viên"},
	{meetings, "cuộc; buổi; hội nghị"},
	{gifts, "suất; suất quà; phần; phần quà; suất học bổng"},
	{households, "hộ; hộ gia đình; gia đình"},
	{ownKind, "lần; đợt; lớp; diễn đàn; hội thi; ngày hội; chương trình; chuyên đề; hoạt động; trận; giải"},
	{ownKind, "chi đoàn; chi hội; đoàn cơ sở; đcs; liên chi đoàn; câu lạc bộ; clb; đội; nhóm; tổ; tổ chức; đơn vị; doanh nghiệp; trường; hợp tác xã; tổ hợp tác"},
	{ownKind, "công trình; phần việc; sản phẩm; mô hình; dự án; sáng kiến; ý tưởng; đề tài; tin; bài; tin, bài; tin bài; video; clip; văn bản"},
	{ownKind, "cái; chiếc; căn; căn nhà; nhà; ngôi nhà; bộ; cuốn; quyển; cây; cây xanh; con; điểm; tuyến; tuyến đường; tủ sách; xe"},
	{ownKind, "xã; phường; thị trấn; huyện; ấp; khu phố; khóm; thôn"},
	{ownKind, "tuổi; ngày; giờ; phút; tuần; tháng; năm; quý"},
	{synonyms, "kg; ki-lô-gam"}, {synonyms, "tấn"}, {synonyms, "tạ"}, {synonyms, "g; gam"},
	{synonyms, "m; mét"}, {synonyms, "km; ki-lô-mét"}, {synonyms, "m2; m²; mét vuông"}, {synonyms, "km2; km²"}, {synonyms, "ha; hecta; héc-ta"},
	{synonyms, "m3; m³; mét khối"}, {synonyms, "lít; l"}, {synonyms, "ml"}, {synonyms, "đơn vị máu"},
	{moneyKind, "đồng; đ; vnđ; vnd; ₫; nghìn; nghìn đồng; ngàn; ngàn đồng; k; triệu; triệu đồng; tr; trđ; tr đồng; tỷ; tỷ đồng; tỉ; tỉ đồng; usd; đô la; đô-la"},
	{percentKind, "%; phần trăm; ‰"},
}

// unitName finds words by their key, and by their fold for those who type without accents.
type unitName struct {
	kind unitKind
	own  string // what a word of ownKind or synonyms stands for
}

var unitsByKey, unitsByFold = indexUnits()

func indexUnits() (byKey, byFold map[string]unitName) {
	byKey, byFold = make(map[string]unitName), make(map[string]unitName)
	for _, row := range unitWords {
		first, _, _ := strings.Cut(row.words, "; ")
		for word := range strings.SplitSeq(row.words, "; ") {
			key, fold := unitKey(word), vntext.Fold(unitKey(word))
			name := unitName{kind: row.kind, own: key}
			if row.kind == synonyms {
				name.own = unitKey(first)
			}
			byKey[key] = name
			if other, taken := byFold[fold]; taken && other != name {
				name = unitName{}
			}
			byFold[fold] = name
		}
	}
	return byKey, byFold
}

var unitSigns = strings.NewReplacer(",", " ", "²", "2", "³", "3")

// unitKey brings a unit word into the form in which it is compared: without commas, the dot of an abbreviation and
// brackets around it.
func unitKey(word string) string {
	word = unitSigns.Replace(vntext.Key(word))
	word = strings.TrimSuffix(strings.Join(strings.Fields(word), " "), ".")
	if inner, ok := strings.CutPrefix(word, "("); ok && strings.HasSuffix(inner, ")") {
		word = strings.TrimSuffix(inner, ")")
	}
	return word
}

// unitOf finds the family of a word by its unitKey. Without any accent it may stand for a word with them, where there
// is only one.
func unitOf(key string) unitName {
	if name, ok := unitsByKey[key]; ok {
		return name
	}
	if vntext.Fold(key) == key {
		return unitsByFold[key]
	}
	return unitName{}
}

// fit is how a word after a number relates to the measure of its row.
type fit uint8

const (
	sameUnit  fit = iota // the row's own measure, or another word for it
	otherUnit            // a unit, but not this one
	noUnit               // not a unit that we know
)

// fitUnit compares the word after a number with the measure of the row. Where the row has no measure every counting
// unit will do, but never money or a percentage.
func fitUnit(word, measure string) fit {
	wordKey, measureKey := unitKey(word), unitKey(measure)
	w, m := unitOf(wordKey), unitOf(measureKey)
	switch {
	case wordKey == measureKey, w.kind != unknownUnit && w == m:
		return sameUnit
	case w.kind == unknownUnit:
		return noUnit
	case measureKey == "" && w.kind != moneyKind && w.kind != percentKind:
		return sameUnit
	case w.kind == m.kind && w.kind != ownKind && w.kind != synonyms:
		return sameUnit
	}
	return otherUnit
}
