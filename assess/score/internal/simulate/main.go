// Command simulate prints how often the rules of package score call something by chance, and how often they find it where it
// is real: simulate [-write FILE]. With -write it puts the tables into a document, between its two marks.
//
// Everything is drawn with whole numbers from a fixed seed, so the tables are the same on every machine.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
)

// The marks between which the tables stand in a document.
const (
	begin = "<!-- made by go run ./assess/score/internal/simulate -write docs/arithmetic.md -->\n"
	end   = "<!-- end -->\n"
)

func main() {
	path := flag.String("write", "", "the document to put the tables into")
	flag.Parse()
	if err := run(*path); err != nil {
		fmt.Fprintln(os.Stderr, "simulate:", err)
		os.Exit(1)
	}
}

func run(path string) error {
	made := tables()
	if path == "" {
		_, err := os.Stdout.WriteString(made)
		return err
	}
	document, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if document, err = replaced(document, made); err != nil {
		return err
	}
	return os.WriteFile(path, document, 0o644) //nolint:gosec // a document is meant to be read by all
}

// replaced returns a document with the tables between its marks.
func replaced(document []byte, made string) ([]byte, error) {
	before, rest, ok := bytes.Cut(document, []byte(begin))
	_, after, ends := bytes.Cut(rest, []byte(end))
	if !ok || !ends {
		return nil, fmt.Errorf("the document has no place for the tables, which begins with %s", begin)
	}
	return bytes.Join([][]byte{before, []byte(begin + "\n" + made + "\n" + end), after}, nil), nil
}
