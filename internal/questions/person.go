package questions

// Person is who a screening is about and who answered; every field may be empty.
type Person struct {
	Ref        string // the clinic's or the programme's own reference
	Name       string
	Born       string // YYYY-MM-DD
	AnsweredBy string // self, helper or staff
	Site       string // where the papers go, in a batch
	Lang       string // the person's language, in a batch
}
