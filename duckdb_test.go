package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"tonghop/sheets"
)

// asks is a program for Node.js: it runs the statements that it is given in one DuckDB, one after another, and prints the rows of each.
const asks = `
const {DuckDBInstance} = require(process.env.TONGHOP_DUCKDB);
(async () => {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = [];
  for (const sql of JSON.parse(require('fs').readFileSync(0, 'utf8'))) rows.push((await db.runAndReadAll(sql)).getRowObjectsJson());
  process.stdout.write(JSON.stringify(rows));
})().catch(e => { console.error(e.message); process.exit(1); });`

// duckdb runs statements in the real DuckDB. TONGHOP_DUCKDB is the folder of its package for Node.js, node_modules/@duckdb/node-api.
func duckdb(t *testing.T, statements ...string) [][]map[string]any {
	t.Helper()
	if os.Getenv("TONGHOP_DUCKDB") == "" {
		if os.Getenv("TONGHOP_REQUIRE") != "" {
			t.Fatal("TONGHOP_DUCKDB is not set")
		}
		t.Skip("TONGHOP_DUCKDB, the folder of @duckdb/node-api, is not set")
	}
	input, err := json.Marshal(statements)
	if err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(need(t, "node"), "-e", asks)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = bytes.NewReader(input), &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v: %s", err, stderr.String())
	}
	var rows [][]map[string]any
	if err := json.Unmarshal(stdout.Bytes(), &rows); err != nil {
		t.Fatal(err)
	}
	return rows
}

// longTableSQL are the statements of docs/so-lieu-lon.md by their names, and the names in order, about the results in a folder.
func longTableSQL(t *testing.T, results string) (map[string]string, []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("docs", "so-lieu-lon.md"))
	if err != nil {
		t.Fatal(err)
	}
	statements := make(map[string]string)
	var names []string
	for _, m := range regexp.MustCompile("(?s)```sql (\\S+)\n(.*?)```").FindAllStringSubmatch(string(text), -1) {
		if m[1] == "spark" || m[1] == "trino" { // the same table in other words
			continue
		}
		names = append(names, m[1])
		statements[m[1]] = strings.Replace(m[2], "'ketqua/", "'"+strings.ReplaceAll(filepath.ToSlash(results), "'", "''")+"/", 1)
	}
	return statements, names
}

// recount is what DuckDB makes of a long table, by unit and indicator.
type recount struct {
	totals map[string]map[string]any
	chosen map[string][]string // of categories and texts: what was chosen, with how many units

	derived map[string]map[string]any // by unit and indicator
	other   map[string]bool           // derived figures that are no quotient of sums
}

func recountIn(t *testing.T, results string) recount {
	t.Helper()
	statements, names := longTableSQL(t, results)
	var all []string
	for _, name := range names {
		all = append(all, statements[name])
	}
	rows := duckdb(t, append(all, "SELECT * FROM tong", "SELECT * FROM phan_loai", "SELECT * FROM tong_cong_thuc", "SELECT DISTINCT indicator FROM cong_thuc WHERE part = 'other'")...)
	if misfits := rows[slices.Index(names, "khong-vua")][0]["khong_vua"]; fmt.Sprint(misfits) != "0" {
		t.Errorf("%v values do not fit a DECIMAL(38,18)", misfits)
	}
	r := recount{make(map[string]map[string]any), make(map[string][]string), make(map[string]map[string]any), make(map[string]bool)}
	for _, row := range rows[len(names)] {
		r.totals[fmt.Sprint(row["unit"], " ", row["indicator"])] = row
	}
	for _, row := range rows[len(names)+2] {
		r.derived[fmt.Sprint(row["unit"], " ", row["indicator"])] = row
	}
	for _, row := range rows[len(names)+3] {
		r.other[fmt.Sprint(row["indicator"])] = true
	}
	for _, row := range rows[len(names)+1] {
		key := fmt.Sprint(row["unit"], " ", row["indicator"])
		if row["kind"] == "text" {
			for range wholeOf(t, row["so_don_vi"]) {
				r.chosen[key] = append(r.chosen[key], fmt.Sprint(row["van_ban"]))
			}
			continue
		}
		r.chosen[key] = append(r.chosen[key], fmt.Sprintf("%v × %v", row["van_ban"], row["so_don_vi"]))
	}
	return r
}

func wholeOf(t *testing.T, v any) int {
	t.Helper()
	n, ok := new(big.Int).SetString(fmt.Sprint(v), 10)
	if !ok {
		t.Fatalf("%v is no number", v)
	}
	return int(n.Int64())
}

// totalsIn reads tong-hop.json.
func totalsIn(t *testing.T, results string) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(results, "tong-hop.json"))
	if err != nil {
		t.Fatal(err)
	}
	var said struct{ Totals []map[string]any }
	if err := json.Unmarshal(data, &said); err != nil {
		t.Fatal(err)
	}
	return said.Totals
}

// derivedIn are the derived figures of a workspace, which have no lines of their own.
func derivedIn(t *testing.T, dir string) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, catalogueName))
	if err != nil {
		t.Fatal(err)
	}
	catalogue, err := sheets.Load(catalogueName, data)
	if err != nil {
		t.Fatal(err)
	}
	derived := make(map[string]bool)
	for _, ind := range catalogue.Indicators {
		derived[string(ind.Code)] = ind.Slot < 0
	}
	return derived
}

// compareTotals compares every total of submitted figures with what DuckDB makes of the long table: value and coverage.
func compareTotals(t *testing.T, dir, results string) {
	t.Helper()
	again, derived := recountIn(t, results), derivedIn(t, dir)
	compared, values, approximate, worked := 0, 0, 0, 0
	for _, total := range totalsIn(t, results) {
		if derived[fmt.Sprint(total["indicator"])] {
			worked += again.compareDerived(t, total)
			continue
		}
		compared++
		key := fmt.Sprint(total["unit"], " ", total["indicator"])
		row := again.totals[key]
		if row == nil {
			t.Errorf("%s: no such total in DuckDB", key)
			continue
		}
		delete(again.totals, key)
		if got, want := fmt.Sprint(row["have"], "/", row["expected"]), fmt.Sprint(total["have"], "/", total["expected"]); got != want {
			t.Errorf("%s: DuckDB counts %s reports, tong-hop.json %s", key, got, want)
		}
		if list, ok := total["values"]; ok && row["unit_rollup"] != "count_given" {
			compareList(t, key, list.([]any), again.chosen[key], row)
			continue
		}
		if total["value"] != nil {
			values++
		}
		if row["gan_dung"] != nil {
			approximate++
		}
		if want := total["value"]; !sameTotal(row, want) {
			t.Errorf("%s: DuckDB gives %v, tong-hop.json %v", key, row, want)
		}
	}
	for key := range again.totals {
		t.Errorf("%s: only DuckDB has this total", key)
	}
	if compared == 0 || values == 0 || worked == 0 {
		t.Errorf("%d totals were compared, %d of them with a value, and %d derived ones", compared, values, worked)
	}
	t.Logf("%d totals, %d with a value, %d of them through a mean of periods; %d derived ones, without %d figures of another shape", compared, values, approximate, worked, len(again.other))
}

// compareDerived compares a derived total and gives 1 where it is of the shape that the table of terms has.
func (r recount) compareDerived(t *testing.T, total map[string]any) int {
	t.Helper()
	if r.other[fmt.Sprint(total["indicator"])] {
		return 0
	}
	key := fmt.Sprint(total["unit"], " ", total["indicator"])
	row := r.derived[key]
	if row == nil { // nobody at or below the unit is expected to give anything that it needs
		if total["value"] != nil || fmt.Sprint(total["expected"]) != "0" {
			t.Errorf("%s: DuckDB has no such derived figure, tong-hop.json has %v", key, total)
		}
		return 1
	}
	if got, want := fmt.Sprint(row["have"], "/", row["expected"]), fmt.Sprint(total["have"], "/", total["expected"]); got != want {
		t.Errorf("%s: DuckDB counts %s reports, tong-hop.json %s", key, got, want)
	}
	if !sameTotal(row, total["value"]) {
		t.Errorf("%s: DuckDB gives %v, tong-hop.json %v", key, row, total["value"])
	}
	return 1
}

// sameTotal compares a value exactly, but for means of periods, which DuckDB keeps as a floating number.
func sameTotal(row map[string]any, want any) bool {
	if text := row["nguyen_van"]; text != nil {
		return text == want
	}
	if near := row["gan_dung"]; near != nil && want != nil {
		exact, ok := new(big.Rat).SetString(fmt.Sprint(want))
		if !ok {
			return false
		}
		value, _ := exact.Float64()
		return math.Abs(near.(float64)-value) <= 1e-12*max(1, math.Abs(value))
	}
	if row["tu"] == nil || want == nil {
		return row["tu"] == nil && want == nil && row["gan_dung"] == nil
	}
	above, ok1 := new(big.Rat).SetString(fmt.Sprint(row["tu"]))
	below, ok2 := new(big.Rat).SetString(fmt.Sprint(row["mau"]))
	exact, ok3 := new(big.Rat).SetString(fmt.Sprint(want))
	return ok1 && ok2 && ok3 && below.Sign() != 0 && above.Quo(above, below).Cmp(exact) == 0
}

func compareList(t *testing.T, key string, want []any, got []string, row map[string]any) {
	t.Helper()
	var expected []string
	for _, item := range want {
		item := item.(map[string]any)
		if row["kind"] == "text" || item["count"] == nil {
			expected = append(expected, fmt.Sprint(item["text"]))
			continue
		}
		expected = append(expected, fmt.Sprintf("%v × %v", item["text"], item["count"]))
	}
	slices.Sort(expected)
	slices.Sort(got)
	if row["unit_rollup"] == "own" && len(expected) == 0 {
		return // of several units, and nobody asks for a list
	}
	if !slices.Equal(got, expected) {
		t.Errorf("%s: DuckDB gives %q, tong-hop.json %q", key, got, expected)
	}
}

// Every total of the examples is reproduced by the SQL of docs/so-lieu-lon.md, with its coverage.
func TestDuckDBReproducesTheTotals(t *testing.T) {
	t.Run("example", func(t *testing.T) { dir := example(t); compareTotals(t, dir, filepath.Join(dir, "ketqua")) })
	t.Run("three years", func(t *testing.T) {
		dir := exampleOf(t, "dai-hoi-chi-doan")
		compareTotals(t, dir, filepath.Join(dir, "ketqua"))
	})
}
