package pack

import (
	"maps"
	"reflect"
	"slices"
)

// Runes are all the characters the words can print, sorted.
func (w *Words) Runes() []rune {
	seen := map[rune]bool{}
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			for _, r := range v.String() {
				seen[r] = true
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Map:
			for i := v.MapRange(); i.Next(); {
				walk(i.Value())
			}
		case reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i))
			}
		}
	}
	walk(reflect.ValueOf(w).Elem())
	return slices.Sorted(maps.Keys(seen))
}
