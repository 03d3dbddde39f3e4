package main

import "os/exec"

// apart leaves the program as it is: the one that was started is the one that works.
func apart(*exec.Cmd) {}
