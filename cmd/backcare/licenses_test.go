package main

import (
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestLicensesAreComplete asks the go command which modules are in the binary.
func TestLicensesAreComplete(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Path}} {{.Version}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, module := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		if name, version, ok := strings.Cut(module, " "); ok && version != "" && !strings.Contains(licenses, "\n"+name+" "+version+" (") {
			t.Errorf("licenses.txt has no %s %s", name, version)
		}
	}
	names := regexp.MustCompile(`(?m)^(\S+/\S+) (v\S+) \(`)
	for _, m := range names.FindAllStringSubmatch(licenses, -1) {
		if !strings.Contains(string(out), m[1]+" "+m[2]+"\n") {
			t.Errorf("licenses.txt has %s %s, which is not in the program", m[1], m[2])
		}
	}
	for _, must := range []string{"\nbackcare\n", "\nGo standard library", "SIL OPEN FONT LICENSE"} {
		if !strings.Contains(licenses, must) {
			t.Errorf("licenses.txt lacks %q", must)
		}
	}
}

// The program has no network stack: nothing in it can send what it was told.
func TestNoNetworkStackIsLinked(t *testing.T) {
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", ".")
		list.Env = append(list.Environ(), "GOOS="+system)
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for _, network := range []string{"net/http", "crypto/tls", "net"} {
			if network == "net" && system == "windows" {
				continue // the system calls of Windows take addresses
			}
			if slices.Contains(strings.Fields(string(out)), network) {
				t.Errorf("%s: %s is linked", system, network)
			}
		}
	}
}
