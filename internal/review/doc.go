// Package review reads content as an editor would: every language against the English, every
// letter against the font, every paper against what people can read. Its one rule: it finds fault
// and changes nothing.
package review
