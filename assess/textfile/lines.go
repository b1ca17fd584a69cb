package textfile

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Lines returns the lines of a text without their line breaks, which are CRLF, LF or a lone CR, as in YAML.
func Lines(text string) []string { return strings.Split(unixBreaks.Replace(text), "\n") }

// unixBreaks turns line breaks of every kind into LF.
var unixBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// line returns a line of the source without its line break. Lines count from 1; beyond the last one it is empty.
func (r *Reader) line(n int) string {
	start, end := r.span(n)
	return r.source[start:end]
}

// span returns where a line of the source starts and ends, in bytes, without its line break.
func (r *Reader) span(n int) (start, end int) {
	if r.starts == nil {
		r.starts = lineStarts(r.source)
	}
	if n > len(r.starts) {
		return len(r.source), len(r.source)
	}
	start, end = r.starts[n-1], len(r.source)
	if n < len(r.starts) {
		end = r.starts[n] - 1
		if end > start && r.source[end] == '\n' && r.source[end-1] == '\r' {
			end--
		}
	}
	return start, end
}

// lineStarts returns where each line of a text starts, in bytes.
func lineStarts(text string) []int {
	starts := make([]int, 1, 64)
	for i := range len(text) {
		if text[i] == '\n' || text[i] == '\r' && (i+1 == len(text) || text[i+1] != '\n') {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// offset returns where a place of the source is, in bytes.
func (r *Reader) offset(at Position) int {
	start, end := r.span(at.Line)
	return end - len(skip(r.source[start:end], at.Column-1))
}

// FindLine returns the place of the first match in the source, and what is before it in its line.
func (r *Reader) FindLine(pattern *regexp.Regexp) (at Position, before string, found bool) {
	match := pattern.FindStringIndex(r.source)
	if match == nil {
		return start, "", false
	}
	at = r.position(match[0])
	begin, _ := r.span(at.Line)
	return at, r.source[begin:match[0]], true
}

// position returns the place of a byte of the source.
func (r *Reader) position(offset int) Position {
	r.span(1)
	line, _ := slices.BinarySearch(r.starts, offset+1)
	return Position{line, utf8.RuneCountInString(r.source[r.starts[line-1]:offset]) + 1}
}
