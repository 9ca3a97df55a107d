package batch

import (
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
	name := fmt.Sprintf("%06d-", row)
	if ref = reduced(ref); ref != "" {
		name += ref + "-"
	}
	return name + outcome + f.ext()
}

// reduced keeps letters, digits, dot, underscore and dash of a reference; each run of others
// becomes one underscore. It neither begins nor ends with a dot, underscore or dash.
func reduced(ref string) string {
	var b strings.Builder
	for _, r := range ref {
		switch {
		case r < 0x80 && (r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' || r == '_'):
			b.WriteRune(r)
		case !strings.HasSuffix(b.String(), "_"):
			b.WriteByte('_')
		}
	}
	s := strings.Trim(b.String(), "._-")
	if len(s) > longestRefName {
		s = strings.TrimRight(s[:longestRefName], "._-")
	}
	return s
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
