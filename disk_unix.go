//go:build linux || darwin

package main

import "syscall"

// freeSpace is how many bytes can still be written into a folder; false where the system does not tell.
func freeSpace(dir string) (uint64, bool) {
	var at syscall.Statfs_t
	if err := syscall.Statfs(dir, &at); err != nil || at.Bsize <= 0 {
		return 0, false
	}
	return at.Bavail * uint64(at.Bsize), true
}
