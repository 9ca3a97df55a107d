package questions

import (
	"slices"
	"unicode/utf8"
)

// The keys that do something in a prompt. A letter is itself.
const (
	keyUp       = "up"
	keyDown     = "down"
	keyHome     = "home"
	keyEnd      = "end"
	keyPageUp   = "page up"
	keyPageDown = "page down"
	keySpace    = " "
	keyEnter    = "enter"
	keyWhy      = "?"
	keyNone     = "n"
	keyBack     = "b"
	keyLanguage = "l"
	keyQuit     = "q" // in plain lines
	keySuspend  = "suspend"
	keyLeave    = "leave"
	keyPasted   = "pasted" // several at once, of which nothing is taken
)

// keys finds the keys in what a terminal sends. It lives as long as the conversation: a sequence
// or a paste may begin in one read and end in a later one.
type keys struct {
	state  byte // what the bytes are in the middle of; 0 for nothing
	params []byte
	rest   int    // bytes still to come in a mouse report
	letter []byte // the bytes of a letter that has more of them
	paste  bool   // between the marks a terminal puts around a pasted text
}

const (
	inEscape  byte = 1 + iota // after ESC
	inCSI                     // ESC [ …
	inSS3                     // ESC O …
	inString                  // ESC ] … and its like, up to BEL or ESC \
	inMouse                   // ESC [ M and three bytes
	ctrlC     byte = 0x03
	bell      byte = 0x07
	ctrlZ     byte = 0x1a
	escape    byte = 0x1b
	ctrlSlash byte = 0x1c // Ctrl-\
	longParam      = 16
)

// feed gives the keys of one read. Several keys at once are a pasted text, of which nothing is
// taken, unless they include an arrow, which no text does, and nothing but moves, spaces and an
// Enter at the end. Ctrl-C and Ctrl-\ count wherever they stand.
func (k *keys) feed(chunk []byte) (list []string) {
	pasted, letters := k.paste, 0
	if k.state == inEscape && len(chunk) > 0 && chunk[0] != '[' && chunk[0] != 'O' {
		k.state = 0 // it was the Esc key alone
	}
	for _, b := range chunk {
		if b == ctrlC || b == ctrlSlash {
			*k = keys{}
			return []string{keyLeave}
		}
		key := k.next(b)
		pasted = pasted || k.paste
		if k.paste || key == "" {
			continue
		}
		if text(key) {
			letters++
		}
		list = append(list, key)
	}
	switch {
	case pasted && !k.paste, !pasted && !typed(list, letters):
		return []string{keyPasted}
	case pasted:
		return nil
	}
	return list
}

// text is whether a key writes something other than a space or an end of line.
func text(key string) bool {
	return key != keySpace && utf8.RuneCountInString(key) == 1
}

func typed(list []string, letters int) bool {
	if len(list) <= 1 {
		return true
	}
	arrow := slices.ContainsFunc(list, func(key string) bool {
		return slices.Contains([]string{keyUp, keyDown, keyHome, keyEnd, keyPageUp, keyPageDown}, key)
	})
	enter := slices.Index(list, keyEnter)
	return arrow && letters == 0 && (enter < 0 || enter == len(list)-1)
}

// next takes one byte, and gives a key when it ends one.
func (k *keys) next(b byte) string {
	if b == escape {
		*k = keys{state: inEscape, paste: k.paste}
		return ""
	}
	switch k.state {
	case inEscape:
		k.state = afterEscape(b)
	case inCSI:
		return k.csi(b)
	case inSS3:
		k.state = 0
		if len(k.params) == 0 {
			return moves[string(b)]
		}
	case inString:
		if b == bell {
			k.state = 0
		}
	case inMouse:
		if k.rest--; k.rest == 0 {
			k.state = 0
		}
	default:
		return k.plain(b)
	}
	return ""
}

// afterEscape says what begins; a letter there is a key held with Alt, and ends at once.
func afterEscape(b byte) byte {
	switch b {
	case '[':
		return inCSI
	case 'O':
		return inSS3
	case ']', 'P', '_', '^', 'X':
		return inString
	}
	return 0
}

// moves are the sequences of the keys that move, without what begins them. Z is Tab held with Shift.
var moves = map[string]string{
	"A": keyUp, "B": keyDown, "Z": keyUp, "H": keyHome, "F": keyEnd,
	"1~": keyHome, "7~": keyHome, "4~": keyEnd, "8~": keyEnd, "5~": keyPageUp, "6~": keyPageDown,
}

func (k *keys) csi(b byte) string {
	switch {
	case b < '@':
		if len(k.params) < longParam {
			k.params = append(k.params, b)
		}
		return ""
	case b == '[' && len(k.params) == 0:
		k.state = inSS3 // a function key of the Linux console: one more letter, which is no arrow
		k.params = append(k.params, b)
		return ""
	case b == 'M' && len(k.params) == 0:
		k.state, k.rest = inMouse, 3
		return ""
	}
	k.state = 0
	switch sequence := string(k.params) + string(b); sequence {
	case "200~":
		k.paste = true
	case "201~":
		k.paste = false
	default:
		return moves[sequence]
	}
	return ""
}

// plain takes a byte that is in no sequence.
func (k *keys) plain(b byte) string {
	switch {
	case b == '\r' || b == '\n':
		return keyEnter
	case b == '\t':
		return keyDown
	case b == ctrlZ:
		return keySuspend
	case b < ' ' || b == 0x7f:
		return ""
	}
	k.letter = append(k.letter, b)
	if !utf8.FullRune(k.letter) {
		return ""
	}
	letter := string(k.letter)
	k.letter = nil
	return command(letter)
}

// command is the key that a letter stands for: small and capital, and on a Ukrainian keyboard the
// letter in the same place.
func command(letter string) string {
	switch letter {
	case "N", "т", "Т":
		return keyNone
	case "B", "и", "И":
		return keyBack
	case "L", "д", "Д":
		return keyLanguage
	case "Q", "й", "Й":
		return keyQuit
	}
	return letter
}
