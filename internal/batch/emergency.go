package batch

import (
	"context"
	"io"

	"backcare/internal/protocol"
	"backcare/internal/triage"
)

// Emergency looks through a table that was given where one person's answers belong. It reports whether
// it is one, and the answers of the first row that is, or may be, an emergency.
func Emergency(ctx context.Context, p *protocol.Protocol, in io.Reader) (a protocol.Answers, table bool) {
	none := protocol.NoAnswers(p)
	t, err := openTable(ctx, p, nil, in)
	if err != nil || t.columns == nil {
		return none, false
	}
	var r record
	for t.next(&r) == nil {
		_, answers, faults := t.read(&r)
		if triage.Urgency(answers) == protocol.Emergency {
			return answers, true
		}
		if len(faults) == 0 {
			continue
		}
		for try := range t.readings(&r) {
			if a := try.Gravest(); triage.Urgency(a) == protocol.Emergency {
				return a, true
			}
		}
	}
	return none, true
}
