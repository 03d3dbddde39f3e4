package out

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tonghop/lang"
	"tonghop/sheets"
)

// Results are what lies in a folder of results, with the manifest that says what it was made from.
type Results struct {
	Manifest *Manifest // nil where nothing was run yet
	Files    []Frozen  // the results that are there, in the order of their names
}

// ReadResults looks at a folder of results. What a killed run left does not count: the manifest is written last.
func ReadResults(dir string) (*Results, error) {
	label := filepath.ToSlash(dir)
	data, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if errors.Is(err, fs.ErrNotExist) {
		return &Results{}, nil
	}
	r := &Results{Manifest: &Manifest{}}
	if err == nil {
		err = json.Unmarshal(data, r.Manifest)
	}
	if err != nil {
		return nil, msgManifest.With(label+"/"+ManifestName, lang.Cause(err))
	}
	for _, made := range r.Manifest.Outputs {
		sum, err := hashFile(filepath.Join(dir, filepath.FromSlash(made.Path)))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, msgFormerRead.With(label+"/"+made.Path, lang.Cause(err))
		}
		r.Files = append(r.Files, Frozen{Path: made.Path, SHA256: sum, Edited: sum != made.SHA256})
	}
	return r, nil
}

// Strict reports whether the last run left out units with errors.
func (r *Results) Strict() bool {
	return r.Manifest != nil && strings.TrimSuffix(r.Manifest.Policy, OldTreePolicy) == policyKey(true)
}

// Tree is the tree along which the last run added up.
func (r *Results) Tree() sheets.Tree {
	if r.Manifest != nil && strings.HasSuffix(r.Manifest.Policy, OldTreePolicy) {
		return sheets.OldTree
	}
	return sheets.NewTree
}

// OldTreePolicy stands behind a policy where a reorganised period was added up along the tree of its first day.
const OldTreePolicy = "/old-tree"

// HoldTotalsOf reports whether tong-hop.json is what the run would write.
func (r *Results) HoldTotalsOf(run *Run) (bool, error) {
	sum, err := sumOf(func(w io.Writer) error { return WriteTotalsJSON(w, run) })
	if err != nil {
		return false, err
	}
	return slices.ContainsFunc(r.Files, func(f Frozen) bool { return f.Path == totalsJSONName && f.SHA256 == sum }), nil
}

// InputsSince are the files that are not those from which the results were made: the catalogue and the submissions, without templates, which change no figure.
func (m *Manifest) InputsSince(now []Result) []FileChange {
	return fileChanges(figureInputs(m.Inputs), figureInputs(now))
}

func figureInputs(inputs []Result) []fileJSON {
	var files []fileJSON
	for _, in := range inputs {
		if file := (fileJSON{Path: in.Path, SHA256: in.SHA256}); !isTemplate(file) {
			files = append(files, file)
		}
	}
	return files
}

// FileChangeTitle puts the change of a file into words.
func FileChangeTitle(change string) lang.Format { return fileChangeTitles[change] }
