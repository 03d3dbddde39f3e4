package report

import (
	"testing"

	"tonghop/sheets"
)

// A unit is asked only for what it can mend itself: no notes, nothing of another period, nothing that only the office can decide.
func TestRequests(t *testing.T) {
	p, findings := lettered(t)
	other := findings[0]
	other.Period = "1999"
	findings = append(findings, other)
	for unit, want := range map[string][]Request{
		"x1": nil,
		"x3": {
			{Subject: p.catalogue.Indicator("mt_doi").Name, Typed: "7", Complaint: "Đội: “{{ten}}” <b> & ba", Advice: mendAndSend.Vi},
			{Subject: p.catalogue.Indicator("mt_cuoc").Name, Typed: "(để trống)", Complaint: missingWords.Vi, Advice: mendAndSend.Vi},
			{Subject: p.catalogue.Indicator("mt_luot").Name, Typed: "1 nghìn", Complaint: "đã đọc là 1.000", Advice: letterAdvice["so-lieu-quy-doi"].Vi},
		},
		"x4": {{Subject: p.catalogue.Indicator("mt_luot").Name, Typed: "1 nghìn", Complaint: "đã đọc là 1.000", Advice: letterAdvice["so-lieu-quy-doi"].Vi}},
	} {
		got := Requests(p.catalogue, p.batch, p.catalogue.Units.Unit(sheets.UnitCode(unit)), findings)
		if len(got) != len(want) {
			t.Fatalf("%s: %d requests, want %d", unit, len(got), len(want))
		}
		for i, r := range got {
			w := want[i]
			if r.Subject != w.Subject || r.Typed != w.Typed || r.Complaint != w.Complaint || r.Advice != w.Advice || r.Finding.Unit != sheets.UnitCode(unit) {
				t.Errorf("%s: request %d is %q, %q, %q, %q", unit, i, r.Subject, r.Typed, r.Complaint, r.Advice)
			}
		}
	}
}

// A cell of a list form is about its column.
func TestSubjectOfAListColumn(t *testing.T) {
	c := newProvince(t).catalogue
	list := c.Lists[0]
	column := list.Columns[0]
	for code, want := range map[string]string{
		list.Name + "." + column.Key: column.Title + " (" + list.Name + ")", list.Name + ".khong_co": wholeForm, "khong.co": wholeForm, "": wholeForm,
	} {
		if got := subject(c, &sheets.Finding{Indicator: sheets.Code(code)}); got != want {
			t.Errorf("%q is about %q, want %q", code, got, want)
		}
	}
}
