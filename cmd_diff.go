package main

import (
	"path/filepath"

	"tonghop/out"
	"tonghop/vntext"
)

func diffCommand(k *call) (status, error) {
	before, err := former(k.arg(0))
	if err != nil {
		return failed, err
	}
	after, err := former(k.arg(1))
	if err != nil {
		return failed, err
	}
	found, err := out.Compare(before, after, k.lang)
	if err != nil {
		return failed, usage(err)
	}
	ending := fine
	if found.Count() > 0 {
		ending = dataErrors
	}
	if k.json {
		return ending, out.WriteDifferenceJSON(k.stdout, found)
	}
	return ending, out.WriteDifference(k.stdout, found, k.quiet)
}

// former opens the results of a run: a workspace, its folder of results, or one of the files there.
func former(path string) (*out.Former, error) {
	f, err := out.OpenFormer(path, resultsDir, vntext.NFC(filepath.ToSlash(path)))
	if err != nil {
		return nil, usage(err)
	}
	return f, nil
}
