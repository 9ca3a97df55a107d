package protocol

import "time"

// Identity says whose pack extends the content, and who reviewed it.
type Identity struct {
	Name       string // of the clinic or the pack, as it is printed
	Version    string
	ReviewedBy string // the clinician who reviewed it; empty while nobody has
	ReviewedOn string // date of that review, YYYY-MM-DD; empty while nobody has
}

// String returns the name and the version.
func (i Identity) String() string { return i.Name + " " + i.Version }

// Reviewed reports whether a clinician's review of the pack is on record.
func (i Identity) Reviewed() bool { return i.ReviewedBy != "" }

// Edition names the content and the packs over it, as papers and records print it:
// "1.0", or "1.0 + Riverside Clinic 2".
func (p *Protocol) Edition() string {
	out := p.Version
	for _, l := range p.Layers {
		out += " + " + l.String()
	}
	return out
}

// Reviewed reports whether a clinician's review is on record for the embedded content and for every
// pack over it.
func (p *Protocol) Reviewed() bool {
	reviewed := p.ReviewedBy != ""
	for _, l := range p.Layers {
		reviewed = reviewed && l.Reviewed()
	}
	return reviewed
}

// ReviewRule is the message for a reviewer and a date that CheckReview refuses.
const ReviewRule = "give reviewed-by and reviewed-on (a date, YYYY-MM-DD) together, or leave both empty"

// CheckReview reports whether reviewer and date are both given, the date being valid, or both empty.
func CheckReview(by, on string) bool {
	if by == "" || on == "" {
		return by == on
	}
	_, err := time.Parse(time.DateOnly, on)
	return err == nil
}
