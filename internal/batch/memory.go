package batch

import (
	"math"
	"runtime/debug"
)

// The memory in bytes up to which nothing is collected: for blocks, fonts and what is thrown away,
// and for what each worker keeps in each language.
const (
	sharedMemory = 64 << 20
	workerMemory = 12 << 20
)

// SaveCollecting lets more memory of the whole process pile up before it is collected, and returns what undoes
// that; whoever runs a batch and nothing else beside it may call it. Every
// paper is some 80 kB that nobody needs a moment later, and collecting them less often takes a third
// off the time. Memory is then the same for any number of rows; but the answers that a print job keeps
// have no limit, and collecting all the time when they pass one would help nobody. Whoever has set
// GOMEMLIMIT knows better.
func (j *Job) SaveCollecting() (undo func()) {
	if debug.SetMemoryLimit(-1) != math.MaxInt64 {
		return func() {}
	}
	percent, limit := -1, int64(sharedMemory+max(j.Workers, 1)*workerMemory)
	if j.Spool != "" {
		percent, limit = 200, math.MaxInt64
	}
	percent, limit = debug.SetGCPercent(percent), debug.SetMemoryLimit(limit)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
