package block

import (
	"fmt"
	"reflect"
	"testing"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

func keyOf(p *passage, page *Page) key {
	var w writer
	k := w.write(p, page)
	k.values = string(w.b)
	return k
}

// all is a block of each kind, empty.
func all() []handout.Block {
	return []handout.Block{
		handout.Title{}, handout.Alert{}, handout.Panel{}, handout.Rules{}, handout.Room{}, handout.Paragraph{}, handout.List{}, handout.Step{}, handout.Log{}, handout.Band{},
		handout.Fields{}, handout.Lines{}, handout.TearLine{}, handout.Ticks{}, handout.Blanks{}, handout.Legend{}, handout.Questions{}, handout.Card{}, handout.Table{},
	}
}

// full fills a value: each text and number, and two of every list.
func full(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("text")
	case reflect.Int:
		v.SetInt(1)
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			full(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() {
				full(v.Field(i))
			}
		}
	}
}

// changes calls do with each way to change one thing in a value, and undoes it.
func changes(v reflect.Value, name string, do func(name string)) {
	was := reflect.New(v.Type()).Elem()
	was.Set(v)
	try := func(change func()) {
		change()
		do(name)
		v.Set(was)
	}
	switch v.Kind() {
	case reflect.String:
		try(func() { v.SetString("other") })
	case reflect.Int:
		try(func() { v.SetInt(2) })
	case reflect.Uint8:
		try(func() { v.SetUint(2) })
	case reflect.Bool:
		try(func() { v.SetBool(true) })
	case reflect.Float64:
		try(func() { v.SetFloat(7) })
	case reflect.Slice:
		try(func() { v.Set(v.Slice(0, 1)) })
		for i := range v.Len() {
			changes(v.Index(i), fmt.Sprintf("%s[%d]", name, i), do)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !(v.Type() == reflect.TypeFor[figure.Figure]() && f.Name == "ID") {
				changes(v.Field(i), name+"."+f.Name, do)
			}
		}
	}
}

// No paper may bear what another says. A block is known by its key, so everything in a block is in it.
func TestEveryFieldOfABlockIsInItsKey(t *testing.T) {
	seen := map[key]string{}
	for _, b := range all() {
		v := reflect.New(reflect.TypeOf(b)).Elem()
		full(v)
		keyNow := func() key {
			p := &passage{block: v.Interface().(handout.Block), setting: setting{level: 1}}
			return keyOf(p, &Page{wide: 500})
		}
		name := fmt.Sprintf("%T", b)
		same := keyNow()
		if other, ok := seen[same]; ok {
			t.Errorf("%s and %s have one key", name, other)
		}
		seen[same] = name
		n := 0
		changes(v, name, func(name string) {
			n++
			if keyNow() == same {
				t.Errorf("%s is not in the key", name)
			}
		})
		if n == 0 {
			t.Errorf("%s has nothing to change", name)
		}
	}
}

func TestWhatStandsAroundABlockIsInItsKey(t *testing.T) {
	base := func() (*passage, *Page) {
		return &passage{block: handout.Card{}, setting: setting{heads: []handout.Heading{{Level: 2, Letter: "S", Text: "A"}}, level: 1, leadWidths: []float64{3}, form: form{3, [][]string{{"Yes"}}}}}, &Page{500, 700, 300, ": "}
	}
	keyWith := func(change func(*passage, *Page)) key {
		p, page := base()
		change(p, page)
		return keyOf(p, page)
	}
	same := keyWith(func(*passage, *Page) {})
	for name, change := range map[string]func(*passage, *Page){
		"a heading's letter": func(p *passage, _ *Page) { p.heads[0].Letter = "B" }, "its text": func(p *passage, _ *Page) { p.heads[0].Text = "B" }, "its level": func(p *passage, _ *Page) { p.heads[0].Level = 3 },
		"no heading": func(p *passage, _ *Page) { p.heads = nil }, "the level": func(p *passage, _ *Page) { p.level = 2 }, "led": func(p *passage, _ *Page) { p.led = true }, "leads": func(p *passage, _ *Page) { p.leads = true },
		"the slip": func(p *passage, _ *Page) { p.slip = true }, "other lists": func(p *passage, _ *Page) { p.leadWidths[0] = 4 }, "the highest number": func(p *passage, _ *Page) { p.form.most = 4 }, "the columns": func(p *passage, _ *Page) { p.form.options[0][0] = "No" },
		"the width": func(_ *passage, page *Page) { page.wide = 501 }, "the height": func(_ *passage, page *Page) { page.tall = 701 }, "the fold": func(_ *passage, page *Page) { page.fold = 301 }, "the colon": func(_ *passage, page *Page) { page.colon = " : " },
	} {
		if keyWith(change) == same {
			t.Errorf("%s is not in the key", name)
		}
	}
}
