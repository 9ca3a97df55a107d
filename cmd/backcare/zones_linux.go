package main

// The time zones, for where the system has none, such as an empty root. macOS and Windows always
// have theirs.
import _ "time/tzdata"
