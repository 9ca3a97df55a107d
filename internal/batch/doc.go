// Package batch turns a table of many people into papers. Its one rule: whatever happens on the
// way, the folder ends with exactly the bytes of an undisturbed run.
package batch
