package sheets

import (
	"reflect"
	"strings"
	"testing"
)

func sampleOrigin() *Origin {
	return &Origin{
		Program: "1", Fingerprint: "f", Unit: "x1", Period: "2021",
		Inputs:  []OriginFile{{"nop/c1.xlsx", "aa", "c1"}, {"nop/c2.xlsx", "bb", "c2"}},
		Figures: []OriginFigure{{"a", "số đếm", "tổng", "12", "1/2 đơn vị", Backing{1, 2, 17, 18}}, {"b", "văn bản", "không", "", "", Backing{}}},
		Lists:   []OriginList{{"ds", "ff", Backing{2, 2, 2, 2}, []OriginRows{{"c1", 3}, {"c2", 0}}}},
	}
}

func sealed(o *Origin) [][]string {
	records := o.records()
	return append(records, []string{originSeal, sealOf(records)})
}

func TestOriginComesBack(t *testing.T) {
	got, ok := originOf(sealed(sampleOrigin()))
	if !ok || !reflect.DeepEqual(got, sampleOrigin()) {
		t.Errorf("got %+v, %v", got, ok)
	}
	for i, record := range sealed(sampleOrigin()) {
		for j := range record {
			records := sealed(sampleOrigin())
			records[i][j] += "1"
			if _, ok := originOf(records); ok {
				t.Errorf("field %d of record %d was changed, and the seal holds", j, i)
			}
		}
	}
	if _, ok := (*Origin)(nil).Figure("a"); ok {
		t.Error("a form without an origin has one")
	}
}

// Whatever stands on the sheet, an origin that is believed says exactly what stands there.
func FuzzOrigin(f *testing.F) {
	for _, records := range [][][]string{sealed(sampleOrigin()), {{originHead, originVersion}}, nil} {
		lines := make([]string, 0, len(records))
		for _, record := range records {
			lines = append(lines, strings.Join(record, "\t"))
		}
		f.Add(strings.Join(lines, "\n"))
	}
	f.Fuzz(func(t *testing.T, text string) {
		var records [][]string
		for line := range strings.SplitSeq(text, "\n") {
			records = append(records, strings.Split(line, "\t"))
		}
		for _, tried := range [][][]string{records, append(records[:len(records):len(records)], []string{originSeal, sealOf(records)})} {
			o, ok := originOf(tried)
			if !ok {
				continue
			}
			if again, ok := originOf(sealed(o)); !ok || !reflect.DeepEqual(again, o) {
				t.Errorf("%+v comes back as %+v", o, again)
			}
			for _, figure := range o.Figures {
				if figure.Have > figure.Expected || figure.LeafHave > figure.LeafExpected || figure.Have < 0 {
					t.Errorf("more stands behind %s than was expected: %+v", figure.Code, figure.Backing)
				}
			}
		}
	})
}
