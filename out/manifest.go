package out

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"

	"tonghop/lang"
)

// ManifestName is the file that says what the results were made from.
const ManifestName = "nhat-ky.json"

// pendingName holds the manifest of a run while its results are being renamed. A run that is killed there leaves it behind, so that the next
// one knows both kinds of file as its own.
const pendingName = ManifestName + ".dang-ghi"

// Manifest says what the results were made from and what they are. It holds no time of day: the same input gives the same
// manifest.
type Manifest struct {
	Schema  string   `json:"schema"` // tonghop/manifest/1
	Version string   `json:"version"`
	Period  string   `json:"period"`
	Policy  string   `json:"policy"` // "all" or "strict", either with OldTreePolicy behind it
	Run     string   `json:"run"`    // identifies the inputs: a hash over Version, Period, Policy and Inputs
	Inputs  []Result `json:"inputs"`
	Outputs []Output `json:"outputs"`
}

// Output is a result file with the run that made it.
type Output struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
	Run    string `json:"run"`
}

// NewManifest makes the manifest of a run from its inputs: the catalogue, the templates and the submissions.
func NewManifest(version, period, policy string, inputs []Result) Manifest {
	inputs = append([]Result(nil), inputs...)
	sort.SliceStable(inputs, func(i, j int) bool { return inputs[i].Path < inputs[j].Path })
	digest := sha256.New()
	for _, part := range []string{version, period, policy} {
		_, _ = io.WriteString(digest, part+"\n") // a hash never fails
	}
	for _, in := range inputs {
		_, _ = io.WriteString(digest, in.Path+"\t"+in.SHA256+"\n")
	}
	return Manifest{
		Schema: "tonghop/manifest/1", Version: version, Period: period, Policy: policy,
		Run: hex.EncodeToString(digest.Sum(nil))[:16], Inputs: inputs, Outputs: []Output{},
	}
}

// take adds the results of this run and those of former runs that still stand as they were written.
func (m *Manifest) take(former *Manifest, results []Result, present func(name, sum string) bool) {
	now := make(map[string]bool)
	for _, result := range results {
		now[result.Path] = true
		m.Outputs = append(m.Outputs, Output{Path: result.Path, SHA256: result.SHA256, Run: m.Run})
	}
	for _, old := range former.Outputs {
		if !now[old.Path] && present(old.Path, old.SHA256) {
			now[old.Path] = true
			m.Outputs = append(m.Outputs, old)
		}
	}
	sort.SliceStable(m.Outputs, func(i, j int) bool { return m.Outputs[i].Path < m.Outputs[j].Path })
}

// wrote reports whether a former run wrote the file as it stands.
func (m *Manifest) wrote(name, sum string) bool {
	for _, old := range m.Outputs {
		if old.Path == name && old.SHA256 == sum {
			return true
		}
	}
	return false
}

// stageManifest puts the manifest beside its final name.
func (d *Dest) stageManifest(m Manifest) error {
	temp := filepath.Join(d.staging, ManifestName)
	_, err := writeFile(temp, func(w io.Writer) error { return writeJSON(w, m) })
	if err == nil {
		err = os.Rename(temp, filepath.Join(d.dir, pendingName))
	}
	if err != nil {
		return msgWrite.With(d.shown(ManifestName), lang.Cause(err))
	}
	return nil
}

// readManifest reads what former runs wrote: the manifest, and the one of a run that was killed while it renamed its
// results.
func readManifest(dir, label string) (*Manifest, error) {
	all := &Manifest{}
	for _, name := range []string{ManifestName, pendingName} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		var one Manifest
		if err == nil {
			err = json.Unmarshal(data, &one)
		}
		if err != nil {
			return nil, msgManifest.With(filepath.ToSlash(filepath.Join(label, name)), lang.Cause(err))
		}
		all.Outputs = append(all.Outputs, one.Outputs...)
	}
	return all, nil
}

// writeJSON writes one JSON document for people and programs: indented, with the texts as they are.
func writeJSON(w io.Writer, v any) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(v); err != nil {
		return err
	}
	_, err := w.Write(text.Bytes())
	return err
}
