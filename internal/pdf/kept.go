package pdf

import "sync"

// kept holds things that are costly to make, by what they are made of. It may be used by many goroutines at
// once.
type kept[K comparable, V any] struct {
	mu   sync.Mutex
	most int
	by   map[K]V
}

// get gives what is kept for a key, or makes it. Two goroutines may make the same at once, and get the same.
func (k *kept[K, V]) get(key K, create func() (V, error)) (V, error) {
	k.mu.Lock()
	v, ok := k.by[key]
	k.mu.Unlock()
	if ok {
		return v, nil
	}
	v, err := create()
	if err != nil {
		return v, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if one, ok := k.by[key]; ok {
		return one, nil
	}
	if len(k.by) >= k.most || k.by == nil {
		k.by = map[K]V{}
	}
	k.by[key] = v
	return v, nil
}
