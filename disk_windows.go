package main

import (
	"syscall"
	"unsafe"
)

// freeSpace is how many bytes can still be written into a folder; false where the system does not tell.
func freeSpace(dir string) (uint64, bool) {
	name, err := syscall.UTF16PtrFromString(dir)
	if err != nil {
		return 0, false
	}
	var free uint64
	call := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")
	done, _, _ := call.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&free)), 0, 0) // the third result repeats what done says
	return free, done != 0
}
