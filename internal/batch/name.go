package batch

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// longestRefName is how much of a reference a file name holds, in bytes.
const longestRefName = 40

// fileName names one person's paper after the row, which no other has, so that names that differ
// only in case or in what is left out never meet, and none is reserved on any system.
func fileName(row int, ref, outcome string, f Format) string {
	if ref = reduced(ref); ref != "" {
		ref += "-"
	}
	return fmt.Sprintf("%06d-%s%s%s", row, ref, outcome, f.ext())
}

// reduced keeps letters, digits, dot, underscore and dash of a reference; each run of others
// becomes one underscore. It neither begins nor ends with a dot, underscore or dash.
func reduced(ref string) string {
	var b []byte
	for _, r := range ref {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune(".-_", r)):
			b = append(b, byte(r))
		case !bytes.HasSuffix(b, []byte("_")):
			b = append(b, '_')
		}
	}
	s := strings.Trim(string(b), "._-")
	return strings.TrimRight(s[:min(len(s), longestRefName)], "._-")
}

var ownName = regexp.MustCompile(`^(\d{6,})-(?:[A-Za-z0-9._-]+-)?(?:sheet|referral)\.(?:pdf|html|txt|json)$`)

// rowOf is the row a file of ours was named after.
func rowOf(name string) (int, bool) {
	m := ownName.FindStringSubmatch(name)
	if m == nil {
		return 0, false
	}
	row, err := strconv.Atoi(m[1])
	return row, err == nil
}

// ownsName reports whether a batch may want to write a file of that name in its folder, also where
// names that differ only in case are one.
func ownsName(name string) bool {
	name = strings.ToLower(name)
	_, paper := rowOf(name)
	return paper || name == manifestName || name == journalName || strings.HasPrefix(name, temporaryPrefix) || strings.HasPrefix(name, spoolPrefix)
}
