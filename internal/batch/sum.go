package batch

import (
	"bytes"
	"crypto/sha256"
	"hash"
	"sync"
)

// sums hashes papers that begin alike, as all papers of one plate do: the fonts come first and are
// most of a file. What they share is hashed once, and each paper goes on from there.
type sums struct {
	mu     sync.Mutex
	starts []*start
}

// start is how some papers begin.
type start struct {
	text  []byte
	state hash.Cloner // after text; nil until a second paper tells how much they share
}

// mostStarts bounds the memory; papers of one plate differ at the start only by the letters in their names.
const mostStarts = 4

func (s *sums) of(data []byte) (out [sha256.Size]byte) {
	from := s.find(data)
	if from == nil {
		return sha256.Sum256(data)
	}
	h, err := from.state.Clone()
	if err != nil {
		return sha256.Sum256(data)
	}
	h.Write(data[len(from.text):])
	h.Sum(out[:0])
	return out
}

// find is the start that data has, if it is known well enough.
func (s *sums) find(data []byte) *start {
	s.mu.Lock()
	known := s.starts
	s.mu.Unlock()
	for _, k := range known {
		if k.state != nil && bytes.HasPrefix(data, k.text) {
			return k
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, k := range s.starts {
		if n := shared(k.text, data); k.state == nil && n > len(data)/4 {
			h, ok := sha256.New().(hash.Cloner)
			if !ok {
				return nil
			}
			h.Write(data[:n])
			grown := append([]*start(nil), s.starts...)
			grown[i] = &start{data[:n:n], h}
			s.starts = grown
			return grown[i]
		}
	}
	if len(s.starts) < mostStarts {
		s.starts = append(s.starts[:len(s.starts):len(s.starts)], &start{text: data})
	}
	return nil
}

// shared is how many bytes a and b have in common at the start, in whole blocks of the hash.
func shared(a, b []byte) int {
	n := 0
	for n+sha256.BlockSize <= min(len(a), len(b)) && bytes.Equal(a[n:n+sha256.BlockSize], b[n:n+sha256.BlockSize]) {
		n += sha256.BlockSize
	}
	return n
}
