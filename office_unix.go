//go:build !windows

package main

import (
	"os/exec"
	"syscall"
)

// apart lets a program be ended together with those that it has started: LibreOffice starts through a script.
func apart(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
