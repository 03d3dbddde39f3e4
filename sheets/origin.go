package sheets

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
)

// Origin says what the figures of a form were added up from. A level that fills in the form of the level above puts it on a very hidden sheet, so that
// whoever reads the form knows how many reports stand behind each figure, from which files they came, and which figures were changed by hand since.
//
// Nothing in it is used as a figure. It is sealed by a hash over all that it says; that shows an edit, not an origin that was written anew as a whole.
type Origin struct {
	Program     string // version of the program that filled in the form
	Fingerprint string // of the catalogue that it was added up with
	Unit        UnitCode
	Period      string
	Inputs      []OriginFile   // the files whose figures count, by path
	Figures     []OriginFigure // those that the program filled in, or left blank because nobody below gave them, in the order of the form
	Lists       []OriginList
}

// OriginFile is a submission behind the figures.
type OriginFile struct {
	Path, SHA256 string
	Unit         UnitCode
}

// OriginFigure is one figure as it was filled in.
type OriginFigure struct {
	Code         Code
	Kind, Rollup string // as the catalogue writes them: what is put together in another way is another figure
	Value        string // Value.signature, "" of one that was left blank
	Remark       string // what was written beside it
	Backing
}

// OriginList is a list form as it was filled in.
type OriginList struct {
	Name string
	Rows string // ListRows.signature
	Backing
	From []OriginRows // whose rows they are, in their order
}

// OriginRows is how many rows of a list come from one unit.
type OriginRows struct {
	Unit UnitCode
	Rows int
}

// Backing counts what stands behind a figure that was added up: Have of Expected reports of the units below, and down through the forms that were
// themselves added up, LeafHave of LeafExpected.
type Backing struct{ Have, Expected, LeafHave, LeafExpected int }

// Partial reports whether something is missing behind the figure, at any level.
func (b Backing) Partial() bool { return b.Have < b.Expected || b.LeafHave < b.LeafExpected }

// Leaves reports whether more is known than the reports of the units below: some of their forms were themselves added up.
func (b Backing) Leaves() bool { return b.LeafHave != b.Have || b.LeafExpected != b.Expected }

// Figure is what the origin says of a figure.
func (o *Origin) Figure(code Code) (OriginFigure, bool) {
	if o == nil {
		return OriginFigure{}, false
	}
	i := slices.IndexFunc(o.Figures, func(f OriginFigure) bool { return f.Code == code })
	if i < 0 { // the level above may write its codes in other letters
		i = slices.IndexFunc(o.Figures, func(f OriginFigure) bool { return foldCode(f.Code) == foldCode(code) })
	}
	if i < 0 {
		return OriginFigure{}, false
	}
	return o.Figures[i], true
}

// List is what the origin says of a list form.
func (o *Origin) List(name string) (OriginList, bool) {
	if o == nil {
		return OriginList{}, false
	}
	i := slices.IndexFunc(o.Lists, func(l OriginList) bool { return sameWord(l.Name, name) })
	if i < 0 {
		return OriginList{}, false
	}
	return o.Lists[i], true
}

// The kinds of record on the sheet, in column A.
const (
	originHead   = "nguon" // value: originVersion
	originKeys   = "khoa"
	originInput  = "tep"
	originFigure = "so_lieu"
	originList   = "bang_ke"
	originRows   = "dong"
	originSeal   = "niem"
)

// originVersion is the format of the sheet.
const originVersion = "tonghop/origin/1"

// records are what stands on the sheet, a row for each, without the seal.
func (o *Origin) records() [][]string {
	records := [][]string{{originHead, originVersion}, {originKeys, o.Program, o.Fingerprint, string(o.Unit), o.Period}}
	for _, f := range o.Inputs {
		records = append(records, []string{originInput, f.Path, f.SHA256, string(f.Unit)})
	}
	for _, f := range o.Figures {
		records = append(records, append([]string{originFigure, string(f.Code), f.Kind, f.Rollup, f.Value, f.Remark}, f.fields()...))
	}
	for _, l := range o.Lists {
		records = append(records, append([]string{originList, l.Name, l.Rows}, l.fields()...))
		for _, from := range l.From {
			records = append(records, []string{originRows, string(from.Unit), strconv.Itoa(from.Rows)})
		}
	}
	return records
}

func (b Backing) fields() []string {
	return []string{strconv.Itoa(b.Have), strconv.Itoa(b.Expected), strconv.Itoa(b.LeafHave), strconv.Itoa(b.LeafExpected)}
}

// sealOf is the SHA-256 over the records, in hexadecimal. Fields are quoted, so that no two lists of records are the same text.
func sealOf(records [][]string) string {
	digest := sha256.New()
	for _, record := range records {
		for _, field := range record {
			fmt.Fprintf(digest, "%q\t", field)
		}
		fmt.Fprintln(digest)
	}
	return hex.EncodeToString(digest.Sum(nil))
}

// originOf reads the records of a sheet. It is false where they are not what the seal was put on, or are none of ours.
func originOf(records [][]string) (*Origin, bool) {
	last := len(records) - 1
	if last < 1 || len(records[last]) != 2 || records[last][0] != originSeal || records[last][1] != sealOf(records[:last]) {
		return nil, false
	}
	if !slices.Equal(records[0], []string{originHead, originVersion}) {
		return nil, false
	}
	o := &Origin{}
	for _, record := range records[1:last] {
		if !o.take(record) {
			return nil, false
		}
	}
	return o, true
}

// originWidths are how many fields a record has.
var originWidths = map[string]int{originKeys: 5, originInput: 4, originFigure: 10, originList: 7, originRows: 3}

// take adds what a record says. It is false where the record has another shape.
func (o *Origin) take(record []string) bool {
	if len(record) == 0 || len(record) != originWidths[record[0]] {
		return false
	}
	switch kind := record[0]; kind {
	case originKeys:
		o.Program, o.Fingerprint, o.Unit, o.Period = record[1], record[2], UnitCode(record[3]), record[4]
	case originInput:
		o.Inputs = append(o.Inputs, OriginFile{record[1], record[2], UnitCode(record[3])})
	case originFigure:
		b, ok := backingOf(record[6:])
		o.Figures = append(o.Figures, OriginFigure{Code(record[1]), record[2], record[3], record[4], record[5], b})
		return ok
	case originList:
		b, ok := backingOf(record[3:])
		o.Lists = append(o.Lists, OriginList{Name: record[1], Rows: record[2], Backing: b})
		return ok
	case originRows:
		n, err := strconv.Atoi(record[2])
		if err != nil || n < 0 || len(o.Lists) == 0 {
			return false
		}
		l := &o.Lists[len(o.Lists)-1]
		l.From = append(l.From, OriginRows{UnitCode(record[1]), n})
	}
	return true
}

func backingOf(fields []string) (b Backing, ok bool) {
	for i, n := range []*int{&b.Have, &b.Expected, &b.LeafHave, &b.LeafExpected} {
		var err error
		if *n, err = strconv.Atoi(fields[i]); err != nil || *n < 0 {
			return Backing{}, false
		}
	}
	return b, b.Have <= b.Expected && b.LeafHave <= b.LeafExpected
}

// signature is the same for values that say the same, whatever the spelling, and different for others. What is blank, absent or unreadable has none.
func (v Value) signature() string {
	switch {
	case v.State == Exempt:
		return "kad"
	case v.State != Given:
		return ""
	case v.Rat2 != nil:
		return v.Rat.RatString() + " | " + v.Rat2.RatString()
	case v.Rat != nil:
		return v.Rat.RatString()
	case v.Text != "":
		return "“" + v.Text + "”"
	case v.Yes:
		return "có"
	}
	return "không"
}

// signature is a digest of the rows of a list, in their order.
func (l ListRows) signature() string {
	var records [][]string
	for _, row := range l.Rows {
		var record []string
		for _, v := range row.Cells {
			record = append(record, v.signature())
		}
		records = append(records, record)
	}
	return sealOf(records)
}
