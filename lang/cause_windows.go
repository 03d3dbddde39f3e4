package lang

import (
	"errors"
	"syscall"
)

// Windows has numbers of its own for what offices meet every day (winerror.h).
const (
	errSharingViolation = syscall.Errno(32)
	errDiskFull         = syscall.Errno(112)
)

func inUse(err error) bool    { return errors.Is(err, errSharingViolation) }
func diskFull(err error) bool { return errors.Is(err, errDiskFull) }
