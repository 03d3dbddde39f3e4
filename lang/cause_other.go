//go:build !windows

package lang

// Only Windows refuses files that another program holds open.
func inUse(error) bool    { return false }
func diskFull(error) bool { return false }
