package handout

import "strings"

// told is the warning in the language of the person: what to look for, what to say and where to go,
// and last the line for a number that is not set.
func (d Desk) told() []Block {
	w, lang := d.Words, d.foreign()
	return []Block{
		List{Lead: w.Warning.Title, Items: riches(w.Warning.Items), Compact: true, Secondary: true, Lang: lang},
		Paragraph{Text: Rich(strings.Join([]string{w.Warning.Say, w.Warning.Why, d.where(w)}, " ")), Secondary: true, Lang: lang},
		List{Lead: d.numbers(w, w.Warning.TodayTitle), Items: riches(w.Warning.Today), Compact: true, Secondary: true, Lang: lang},
	}
}
