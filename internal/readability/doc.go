// Package readability counts sentences, words and syllables of a text, and puts them into the
// reading index that fits its language. Its one rule: it measures and judges nothing; what is easy
// enough is for the caller to say.
package readability
