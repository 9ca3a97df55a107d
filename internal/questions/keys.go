package questions

import "slices"

// The keys that do something in a list. Everything else a terminal sends is dropped.
const (
	keyUp    = "\x1b[A"
	keyDown  = "\x1b[B"
	keySpace = " "
	keyEnter = "\r"
	keyWhy   = "?"
)

// keys finds the keys in what a terminal sends. It lives as long as the conversation: a sequence
// or a paste may begin in one read and end in a later one.
type keys struct {
	state  byte // what the bytes are in the middle of; 0 for nothing
	params []byte
	paste  bool // between the marks a terminal puts around a pasted text
}

const (
	inEscape  byte = 1 + iota // after ESC
	inCSI                     // ESC [ …
	inSS3                     // ESC O …
	inString                  // ESC ] … and its like, up to BEL or ESC \
	ctrlC     byte = 0x03
	bell      byte = 0x07
	escape    byte = 0x1b
	longParam      = 16
)

// feed gives the keys of one read. Several keys at once are a pasted text, of which nothing is
// taken, unless they include an arrow, which no text does, and nothing but moves, spaces and an
// Enter at the end. Ctrl-C counts wherever it stands.
func (k *keys) feed(chunk []byte) (list []string, interrupt bool) {
	pasted, letters := k.paste, 0
	if k.state == inEscape && len(chunk) > 0 && chunk[0] != '[' && chunk[0] != 'O' {
		k.state = 0 // it was the Esc key alone
	}
	for _, b := range chunk {
		if b == ctrlC {
			*k = keys{}
			return nil, true
		}
		key, letter := k.next(b)
		pasted = pasted || k.paste
		if k.paste {
			continue
		}
		if letter {
			letters++
		}
		if key != "" {
			list = append(list, key)
		}
	}
	if pasted || !typed(list, letters) {
		return nil, false
	}
	return list, false
}

func typed(list []string, letters int) bool {
	if len(list)+letters <= 1 {
		return true
	}
	arrow := slices.Contains(list, keyUp) || slices.Contains(list, keyDown)
	enter := slices.Index(list, keyEnter)
	return arrow && letters == 0 && (enter < 0 || enter == len(list)-1)
}

// next takes one byte: a key when it ends one that does something, a letter when it is text.
func (k *keys) next(b byte) (key string, letter bool) {
	if b == escape {
		k.state, k.params = inEscape, nil
		return "", false
	}
	switch k.state {
	case inEscape:
		k.state = afterEscape(b)
	case inCSI:
		return k.csi(b), false
	case inSS3:
		k.state = 0
		if len(k.params) > 0 {
			return "", false
		}
		return arrow(b), false
	case inString:
		if b == bell {
			k.state = 0
		}
	default:
		switch {
		case b == '\r' || b == '\n':
			return keyEnter, false
		case b == '\t':
			return keyDown, false
		case b == ' ':
			return keySpace, false
		case b == '?':
			return keyWhy, false
		}
		return "", b > ' ' && b != 0x7f
	}
	return "", false
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
	}
	k.state = 0
	switch string(k.params) + string(b) {
	case "200~":
		k.paste = true
	case "201~":
		k.paste = false
	case "A", "B", "Z":
		return arrow(b)
	}
	return ""
}

func arrow(b byte) string {
	switch b {
	case 'A', 'Z': // Z is Tab held with Shift
		return keyUp
	case 'B':
		return keyDown
	}
	return ""
}
