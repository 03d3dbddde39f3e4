package aggregate

import (
	"encoding/csv"
	"fmt"
	"os"
	"strings"
	"testing"

	"tonghop/figure"
	"tonghop/sheets"
)

// records reads a table of testdata, as maps from the titles of the columns.
func records(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		record := make(map[string]string)
		for i, title := range rows[0] {
			record[title] = row[i]
		}
		list = append(list, record)
	}
	return list
}

// starter is the catalogue that an office begins with, for the province of the annual report of 2021: 9 districts, 94 communes,
// 11 attached unions, and the plans of the two targets that were published.
func starter(t *testing.T) *sheets.Catalogue {
	t.Helper()
	plans := map[string]string{"CT-A a": "2000", "CT-A b": "5%", "CT-A c": "10%", "CT-B a": "2", "CT-B b": "1", "CT-B c": "20%"}
	var names []string
	rows := make(map[string][][]string)
	for _, table := range sheets.Starter() {
		names = append(names, table.Sheet)
		switch table.Sheet {
		case "Kỳ":
			table.Rows = [][]string{{"2021", "Năm 2021", "01/01/2021", "31/12/2021", "", ""}}
		case "Đơn vị":
			table.Rows = registry(t)
		case "Thông tin":
			table.Rows = [][]string{{"ky", "2021"}}
		case "Chỉ tiêu":
			for _, row := range table.Rows {
				if plan := plans[row[0]+" "+row[1]]; plan != "" {
					row[5] = plan
				}
			}
		}
		rows[table.Sheet] = append([][]string{table.Header}, table.Rows...)
	}
	return load(t, names, rows)
}

func registry(t *testing.T) [][]string {
	levels := map[string]string{
		"tinh_doan": "tỉnh", "huyen_doan": "huyện", "thanh_doan": "huyện", "thi_doan": "huyện",
		"doan_xa": "xã", "doan_phuong": "xã", "doan_thi_tran": "xã", "doan_truc_thuoc": "trực thuộc",
	}
	var rows [][]string
	for _, unit := range records(t, "tayninh_2021.csv") {
		level, files := levels[unit["kind"]], "có"
		if level == "huyện" {
			files = ""
		}
		rows = append(rows, []string{unit["code"], unit["name"], "", level, unit["parent"], files, "", "30/06/2025", ""})
	}
	return rows
}

// share hands the published total of a figure out to the units that give it: the new youth organisations so that each district has
// two, all others as evenly as whole numbers allow.
func share(b *sheets.Batch, c *sheets.Catalogue, ind *sheets.Indicator, total int) {
	var units []*sheets.Unit
	for _, u := range b.Expect.Reporting {
		if b.Expect.Expects(u, ind) {
			units = append(units, u)
		}
	}
	first := make(map[*sheets.Unit]int) // the number of a district, at its first commune
	for _, u := range units {
		if up := u.Above(); up != nil && up.Level == "huyện" && u == up.Below()[0] {
			first[u] = len(first) + 1
		}
	}
	for i, u := range units {
		n := total / len(units)
		if i < total%len(units) {
			n++
		}
		switch district := first[u]; ind.Code {
		case "tc_dc_chi_hoi":
			n = map[bool]int{true: 2}[district > 0]
			if district == 9 {
				n = 1
			}
		case "tc_dc_chi_doan":
			n = map[bool]int{true: 1}[district == 9]
		}
		v := sheets.Value{State: sheets.Given, Rat: whole(n), Yes: n > 0}
		b.Submissions[u.Index].Values[ind.Slot] = v
	}
}

func TestReportOf2021(t *testing.T) {
	c := starter(t)
	p := c.Periods[0]
	b := &sheets.Batch{
		Period: p, Expect: c.Expect(p),
		Submissions: make([]*sheets.Submission, len(c.Units.Units)), InQuestion: make([]bool, len(c.Units.Units)),
	}
	for _, u := range b.Expect.Reporting {
		b.Submissions[u.Index] = &sheets.Submission{File: &sheets.File{}, Unit: u, Values: make([]sheets.Value, len(c.Submitted()))}
	}
	expected := records(t, "expected_report_e.csv")
	for _, row := range expected {
		var total int
		fmt.Sscan(row["value"], &total)
		share(b, c, c.Indicator(sheets.Code(row["code"])), total)
	}
	r := Build(c, b, nil, Options{Jobs: 2})
	root := c.Units.Root
	for _, row := range expected {
		got := r.Total(root, c.Indicator(sheets.Code(row["code"])))
		if got.State() != Complete || got.Value.Rat.RatString() != row["value"] {
			t.Errorf("%s: got %s, want %s", row["code"], show(got.Value), row["value"])
		}
	}
	for _, row := range records(t, "derived_report_e.csv") {
		v := r.Total(root, c.Indicator(sheets.Code(row["code"]))).Value
		switch code := row["code"]; {
		case code == "f_ct_nd":
			for i := range r.Targets {
				if string(r.Targets[i].Target.Code) == row["scope"] {
					v = r.TargetEnv(&r.Targets[i]).Value(code)
				}
			}
		case code == "f_ct_tong":
		case strings.HasPrefix(code, "f_ct_"), code == "f_kd":
			continue // nine targets and the shortcomings were not published
		}
		if got := exact(v); got != row["exact"] {
			t.Errorf("%s %s: got %s, want %s", row["code"], row["scope"], got, row["exact"])
		}
	}
	verdicts := make(map[string]int)
	for _, target := range r.Targets {
		verdicts[title(target.Verdict)]++
	}
	if verdicts["chưa đạt"] != 2 || verdicts["không đủ số liệu"] != 9 || len(r.Targets) != 11 {
		t.Errorf("verdicts: %v", verdicts)
	}
}

// exact is a value as the tables of expected values write it.
func exact(v figure.Value) string {
	switch {
	case v.Kind != figure.Number:
		return show(v)
	case v.Num != nil && !v.Rat.IsInt() || v.Num != nil && v.Num.Cmp(v.Den) == 0 || v.Num != nil && v.Num.Sign() == 0:
		return v.Num.RatString() + "/" + v.Den.RatString()
	}
	return v.Rat.RatString()
}
