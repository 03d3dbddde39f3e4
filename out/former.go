package out

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"tonghop/lang"
)

// Former is a run as its results tell it: whatever is there of the manifest, kiem-tra.json and tong-hop.json.
type Former struct {
	Name string // as messages name it

	dir      string // of the results; "" where a single file was given
	manifest *Manifest
	checked  *checkedFormer
	totals   *totalsFormer
}

// The files of results that a program reads again.
const (
	checkJSONName  = "kiem-tra.json"
	totalsJSONName = "tong-hop.json"
	totalsBookName = "tong-hop.xlsx"
)

// The schemas that can be read again.
const (
	checkSchema    = "tonghop/check/1"
	totalsSchema   = "tonghop/totals/1"
	manifestSchema = "tonghop/manifest/1"
)

type (
	checkedFormer struct {
		Period   string        `json:"period"`
		Files    []fileJSON    `json:"files"`
		Units    []unitJSON    `json:"units"`
		Findings []findingJSON `json:"findings"`
	}
	totalsFormer struct {
		Period       string            `json:"period"`
		Policy       string            `json:"policy"`
		Totals       []totalFormer     `json:"totals"`
		Targets      []targetJSON      `json:"targets"`
		Shortcomings []shortcomingJSON `json:"shortcomings"`
	}
	// totalFormer is a total of either shape: a value, or the values of a category or list.
	totalFormer struct {
		totalJSON
		Values []itemJSON `json:"values"`
	}
)

var (
	msgNoFormer = lang.Format{
		Vi: "%s không có kết quả nào để so (nhat-ky.json, kiem-tra.json, tong-hop.json). Hãy ghi thư mục kết quả, thư mục làm việc hoặc một trong các tệp đó; chưa chạy thì chạy: tonghop run",
		En: "%s holds no results to compare (nhat-ky.json, kiem-tra.json, tong-hop.json). Name a folder of results, a workspace or one of these files; where nothing has run yet: tonghop run"}
	msgFormerRead   = lang.Format{Vi: "không đọc được %s: %v. Hãy kiểm tra đường dẫn và quyền đọc.", En: "cannot read %s: %v. Check the path and the right to read."}
	msgFormerBroken = lang.Format{Vi: "%s không phải là tệp kết quả JSON nguyên vẹn. Hãy chạy lại tonghop run để ghi lại.", En: "%s is no whole JSON result. Run tonghop run again to write it anew."}
	msgFormerSchema = lang.Format{
		Vi: "%s ghi theo lược đồ %q, không phải %s. Hãy ghi đúng tệp kết quả; nếu tệp do phiên bản tonghop khác ghi thì chạy lại bằng phiên bản này rồi so.",
		En: "%s is of the schema %q and not %s. Name a file of results; where another version of tonghop wrote it, run this one again and compare."}
)

// OpenFormer reads the results of a run: of a folder of results, of a workspace, whose results lie in the folder below, or of one JSON file. shown is
// how messages name it. The error says what is not there, or that a file is of another schema.
func OpenFormer(path, below, shown string) (*Former, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, msgFormerRead.With(shown, lang.Cause(err))
	}
	f := &Former{Name: shown}
	if !info.IsDir() && filepath.Base(path) != ManifestName {
		return f, f.read(path, shown, checkSchema, totalsSchema)
	}
	folders := []string{path, filepath.Join(path, below)}
	if !info.IsDir() {
		folders = []string{filepath.Dir(path)}
	}
	for _, dir := range folders {
		if err := f.readFolder(dir); err != nil || f.dir != "" {
			return f, err
		}
	}
	return nil, msgNoFormer.With(shown)
}

// readFolder reads what is there of the results; f.dir stays "" where nothing is.
func (f *Former) readFolder(dir string) error {
	for _, one := range []struct{ name, schema string }{{ManifestName, manifestSchema}, {checkJSONName, checkSchema}, {totalsJSONName, totalsSchema}} {
		path := filepath.Join(dir, one.name)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		f.dir = dir
		if err := f.read(path, filepath.ToSlash(path), one.schema); err != nil {
			return err
		}
	}
	return nil
}

// read reads one file of results, which is of one of the schemas.
func (f *Former) read(path, shown string, schemas ...string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return msgFormerRead.With(shown, lang.Cause(err))
	}
	return f.decode(data, shown, schemas...)
}

func (f *Former) decode(data []byte, shown string, schemas ...string) error {
	var head struct {
		Schema string `json:"schema"`
	}
	if err := json.Unmarshal(data, &head); err != nil {
		return msgFormerBroken.With(shown)
	}
	var into any
	wanted := ""
	for i, schema := range schemas {
		if i > 0 {
			wanted += ", "
		}
		wanted += schema
		if schema == head.Schema {
			into = f.part(schema)
		}
	}
	if into == nil {
		return msgFormerSchema.With(shown, head.Schema, wanted)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return msgFormerBroken.With(shown)
	}
	return nil
}

// part makes room for what a schema says.
func (f *Former) part(schema string) any {
	switch schema {
	case manifestSchema:
		f.manifest = &Manifest{}
		return f.manifest
	case checkSchema:
		f.checked = &checkedFormer{}
		return f.checked
	}
	f.totals = &totalsFormer{}
	return f.totals
}
