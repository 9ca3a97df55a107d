package main

import "strings"

// dumped are the stories whose paper is held place by place in testdata/NAME.dump: one or two of
// each kind and size.
var dumped = strings.Fields(`
	batch-stray-quote
	emergency-every-answer-positive
	same-day-shovelling-foot-drop
	sheet-every-caution
	sheet-large-print
	sheet-letter-clinic
	sheet-lifting-ache
`)
