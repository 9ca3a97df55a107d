// Command pages prints an HTML page that measures others in a browser: each file named is shown in
// frames of several widths, and what sticks out of one, or was fetched, is told line by line.
package main

import (
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"path/filepath"
)

// The last line says how many were measured, so that a script that broke off is no success.
var page = template.Must(template.New("").Parse(`<!DOCTYPE html><meta charset="utf-8"><pre id="told"></pre><script>
const files = {{.}}, told = [];
let n = 0;
async function measure() {
  for (const {name, text} of files) for (const width of [320, 390, 768, 1280]) {
    const frame = document.createElement("iframe");
    frame.style = "border:0;height:800px;width:" + width + "px";
    frame.srcdoc = text;
    await new Promise(done => { frame.onload = done; document.body.append(frame); });
    const doc = frame.contentDocument, root = doc.documentElement;
    const say = what => told.push("wrong: " + name + " at " + width + ": " + what);
    if (root.clientWidth !== width && root.clientWidth < width - 20) say("shown " + root.clientWidth + " wide");
    if (root.scrollWidth > root.clientWidth) say("scrolls sideways, " + root.scrollWidth + " wide");
    for (const e of doc.body.querySelectorAll("*")) {
      const box = e.getBoundingClientRect();
      if (e.className !== "ear" && box.width && (box.right > root.clientWidth + 1 || box.left < -1)) say(e.tagName + " " + e.className + " sticks out: " + e.textContent.slice(0, 40));
      if (parseFloat(frame.contentWindow.getComputedStyle(e).fontSize) < 13 && !e.closest("svg")) say("small letters: " + e.textContent.slice(0, 40));
    }
    if (frame.contentWindow.performance.getEntriesByType("resource").length) say("something was fetched");
    frame.remove();
    n++;
  }
}
measure().finally(() => { document.getElementById("told").textContent = told.concat("measured " + n).join("\n"); });
</script>`))

func main() {
	type file struct {
		Name string `json:"name"`
		Text string `json:"text"`
	}
	var files []file
	for _, path := range os.Args[1:] {
		data, err := os.ReadFile(path)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		files = append(files, file{filepath.Base(path), string(data)})
	}
	list, err := json.Marshal(files)
	if err == nil {
		err = page.Execute(os.Stdout, template.JS(list))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
