package pdftest

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Plain is a file with its objects one after the other, in the order of their numbers, those that
// stood in object streams too, and streams inflated.
func Plain(pdf []byte) ([]byte, error) {
	all, err := objects(pdf)
	var out []byte
	for _, n := range slices.Sorted(maps.Keys(all)) {
		o := all[n]
		if rePacked.Match(o) { // its objects stand by themselves
			continue
		}
		if at := bytes.Index(o, []byte("stream\n")); at >= 0 {
			data, err := stream(o)
			if err != nil {
				return nil, fmt.Errorf("object %d: %w", n, err)
			}
			o = append(slices.Clip(o[:at]), data...)
		}
		out = append(fmt.Appendf(out, "%d 0 obj\n", n), o...)
	}
	return out, err
}

// objects reads all objects, those in object streams too.
func objects(pdf []byte) (map[int][]byte, error) {
	m := reStart.FindSubmatch(pdf)
	if m == nil {
		return nil, errors.New("no startxref")
	}
	x, _ := strconv.Atoi(string(m[1]))
	if x >= len(pdf) {
		return nil, errors.New("startxref is beyond the end")
	}
	m = reTable.FindSubmatch(pdf[x:])
	if m == nil {
		return nil, errors.New("the table is not where startxref says")
	}
	rows, err := stream(pdf[x:])
	if err != nil {
		return nil, err
	}
	wide, _ := strconv.Atoi(string(m[2]))
	size := wide + 3
	numbers := listed(string(m[3]), string(m[1]))
	if len(rows) != size*len(numbers) {
		return nil, fmt.Errorf("%d bytes of table for %d objects", len(rows), len(numbers))
	}
	out := map[int][]byte{}
	for i, n := range numbers {
		row, at := rows[size*i:size*i+size], 0
		for _, c := range row[1 : 1+wide] {
			at = at<<8 | int(c)
		}
		if row[0] != 1 {
			continue
		}
		head := fmt.Sprintf("%d 0 obj\n", n)
		if at >= len(pdf) || !bytes.HasPrefix(pdf[at:], []byte(head)) {
			return nil, fmt.Errorf("object %d is not where the table says", n)
		}
		body := pdf[at+len(head):]
		end := bytes.Index(body, []byte("endobj\n"))
		if m := reLength.FindSubmatchIndex(body[:min(len(body), 4000)]); m != nil && end > m[1] {
			n, _ := strconv.Atoi(string(body[m[2]:m[3]]))
			end = m[1] + n
		}
		out[n] = body[:end]
	}
	for _, o := range out {
		m := rePacked.FindSubmatch(o)
		if m == nil {
			continue
		}
		data, err := stream(o)
		if err != nil {
			return nil, err
		}
		first, _ := strconv.Atoi(string(m[1]))
		pairs := strings.Fields(string(data[:first]))
		for i := 0; i < len(pairs); i += 2 {
			n, _ := strconv.Atoi(pairs[i])
			from, _ := strconv.Atoi(pairs[i+1])
			to := len(data) - first
			if i+3 < len(pairs) {
				to, _ = strconv.Atoi(pairs[i+3])
			}
			out[n] = data[first+from : first+to]
		}
	}
	return out, nil
}

// listed are the numbers of the objects of a table, in its order.
func listed(index, size string) (out []int) {
	if index == "" {
		index = "0 " + size
	}
	pairs := strings.Fields(index)
	for i := 0; i+1 < len(pairs); i += 2 {
		first, _ := strconv.Atoi(pairs[i])
		count, _ := strconv.Atoi(pairs[i+1])
		for k := range count {
			out = append(out, first+k)
		}
	}
	return out
}

func refs(list []byte, objects map[int][]byte) (out [][]byte) {
	for _, m := range reRef.FindAllSubmatch(list, -1) {
		n, _ := strconv.Atoi(string(m[1]))
		out = append(out, objects[n])
	}
	return out
}

func stream(o []byte) ([]byte, error) {
	i := bytes.Index(o, []byte("stream\n"))
	if i < 0 {
		return nil, errors.New("not a stream")
	}
	data := o[i+len("stream\n"):]
	if !bytes.Contains(o[:i], []byte("/FlateDecode")) {
		return data, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}
