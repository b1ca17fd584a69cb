// Command generate turns a catalogue that people edit into static Go data: generate -in catalogue/en.yaml -out en.go.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/coalcheck/coalcheck/pitfalls/internal/source"
)

func main() {
	in := flag.String("in", "", "the catalogue to read")
	out := flag.String("out", "", "the Go file to write")
	flag.Parse()
	if err := generate(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(in, out string) error {
	c, err := source.Read(in)
	if err != nil {
		return err
	}
	text, err := source.Go(c, in)
	if err != nil {
		return err
	}
	return os.WriteFile(out, text, 0o644) //nolint:gosec // generated source is meant to be read by all
}
