package block

import (
	"encoding/binary"
	"math"
	"reflect"
	"strconv"

	"backcare/internal/figure"
	"backcare/internal/handout"
)

// key is all that decides what a passage looks like in given sizes. Two passages with one key are the
// same passage: a test changes every field of every block and sees that the key changes.
type key struct {
	kind   reflect.Type    // of the block, if it is not shared
	values string          // of all fields of the passage; those of a shared block are left out
	shared *handout.Shared // the block, if others have it
	figure figure.Identity // the drawing
}

// write writes the values of a passage's key, and returns what else is in it.
func (w *writer) write(p *passage, page *Page) key {
	k := key{shared: p.shared}
	w.b = w.b[:0]
	switch b := p.block.(type) {
	case handout.Step:
		k.figure = b.Figure.Identity()
		w.float(b.Figure.Width)
		w.float(b.Figure.Height)
	case handout.Card: // which alone minds how tall a page is
		w.float(page.tall)
		w.float(page.fold)
	}
	w.float(page.wide)
	w.text(page.colon)
	w.setting(&p.setting)
	if p.block != nil && p.shared == nil {
		k.kind = reflect.TypeOf(p.block)
		w.value(reflect.ValueOf(p.block))
	}
	return k
}

// writer writes values so that no two different ones of a type look alike.
type writer struct{ b []byte }

func (w *writer) int(n int) { w.b = binary.AppendVarint(w.b, int64(n)) }

func (w *writer) float(v float64) {
	w.b = binary.BigEndian.AppendUint64(w.b, math.Float64bits(v))
}

func (w *writer) text(s string) {
	w.int(len(s))
	w.b = append(w.b, s...)
}

// setting writes what stands around a block: by hand, for that is all that is written of a shared one.
func (w *writer) setting(p *setting) {
	w.int(len(p.heads))
	for _, h := range p.heads {
		w.int(h.Level)
		w.text(h.Letter)
		w.text(h.Text)
	}
	w.int(p.level)
	for _, is := range [...]bool{p.led, p.leads, p.slip} {
		w.b = strconv.AppendBool(w.b, is)
	}
	w.int(len(p.leadWidths))
	for _, v := range p.leadWidths {
		w.float(v)
	}
	w.int(p.form.most)
	w.int(len(p.form.options))
	for _, list := range p.form.options {
		w.int(len(list))
		for _, s := range list {
			w.text(s)
		}
	}
}

func (w *writer) texts(list []handout.Text) {
	w.int(len(list))
	for _, t := range list {
		w.int(len(t))
		for _, s := range t {
			w.text(s.Text)
			w.b = strconv.AppendBool(w.b, s.Bold)
		}
	}
}

// value writes a value with all that it holds, but for drawings.
func (w *writer) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		w.text(v.String())
	case reflect.Bool:
		w.b = strconv.AppendBool(w.b, v.Bool())
	case reflect.Int:
		w.int(int(v.Int()))
	case reflect.Uint8:
		w.b = append(w.b, byte(v.Uint()))
	case reflect.Float64:
		w.float(v.Float())
	case reflect.Slice:
		if !v.CanAddr() && v.CanInterface() { // most of all that a block says; no copy is made of it
			if list, ok := v.Interface().([]handout.Text); ok {
				w.texts(list)
				return
			}
		}
		n := v.Len()
		w.int(n)
		for i := range n {
			w.value(v.Index(i))
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[figure.Figure]() {
			return
		}
		for i := range v.NumField() {
			w.value(v.Field(i))
		}
	default:
		panic("a block holds what its key cannot: " + v.Kind().String())
	}
}
