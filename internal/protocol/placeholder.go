package protocol

import (
	"regexp"
	"slices"
	"strings"
)

// placeholders lists the names that papers and prompts replace with values, by the path of the text; *
// is any one key. No other text may have any.
var placeholders = map[string]string{
	"urgencies.*.door.*":   "emergency urgent",
	"urgencies.*.screen.*": "emergency urgent",
	"urgencies.*.request":  "emergency urgent",

	"urgencies.*.still.door.*":   "emergency urgent",
	"urgencies.*.still.screen.*": "emergency urgent",

	"warning.where":       "emergency",
	"warning.today-title": "urgent",

	"sheet.lead":     "days",
	"sheet.review":   "date",
	"sheet.after":    "days",
	"sheet.answered": "date",

	"sheet.review-clinic": "date clinic phone",

	"sheet.person":   "name",
	"sheet.ref":      "ref",
	"sheet.born":     "born",
	"sheet.screened": "date",
	"sheet.version":  "content tool",
	"sheet.reviewed": "by on",
	"sheet.page-of":  "page pages",

	"note.suggest":        "possible needs",
	"note.suggest-more":   "possible",
	"note.also-possible":  "list",
	"note.history":        "list",
	"note.no-history":     "list",
	"note.yes":            "n",
	"note.unsure":         "n",
	"note.no":             "n",
	"note.not-asked":      "n",
	"note.whole-sections": "list",
	"note.slip-back":      "id ref",

	"form.stop":     "emergency",
	"form.today":    "urgent",
	"form.together": "list",
	"form.pairs.*":  "all any",
	"form.again":    "title",

	"spool.more":         "n",
	"spool.possible":     "list",
	"spool.run-together": "n",

	"prompt.languages": "languages",
	"prompt.too-old":   "date",
	"prompt.progress":  "n of title",
	"prompt.parts":     "of was",
	"prompt.before":    "answer",
	"prompt.born-age":  "born",
	"prompt.because":   "answers",
	"prompt.plain-bad": "options",
	"prompt.name-long": "most",
	"prompt.paper":     "folder",
	"prompt.left-out":  "step because",

	"marks.colon":     "label value",
	"marks.semicolon": "one other",
	"dates.format":    "day month year",
	"dates.time":      "date time zone",
}

var placeholder = regexp.MustCompile(`\{[^{}]*\}`)

// Placeholders returns the {placeholders} of a text, sorted.
func Placeholders(s string) []string {
	out := placeholder.FindAllString(s, -1)
	slices.Sort(out)
	return out
}

// filled returns the names that are replaced in the text at a dotted path.
func filled(path string) []string {
	for pattern, names := range placeholders {
		if Matches(pattern, path) {
			return strings.Fields(names)
		}
	}
	return nil
}

// Matches reports whether a dotted path fits a pattern, in which * is any one key.
func Matches(pattern, path string) bool {
	return slices.EqualFunc(strings.Split(pattern, "."), strings.Split(path, "."), func(p, key string) bool { return p == "*" || p == key })
}
