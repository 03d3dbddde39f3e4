package out

import (
	"os"
	"path/filepath"
	"strings"
)

// Leftovers are what a run that was killed left in a folder of results, by name. The next run clears it away or uses it; while a run is at work its
// own things are among them. A folder that does not exist has none.
func Leftovers(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var left []string
	for _, entry := range entries {
		if strings.HasPrefix(entry.Name(), stagingPrefix) || entry.Name() == pendingName {
			left = append(left, entry.Name())
		}
	}
	return left, nil
}

// Replaceable tells why a file could not be replaced now: on Windows because Excel or Word holds it open. It changes nothing.
func Replaceable(path string) error { return replaceable(filepath.Clean(path)) }
