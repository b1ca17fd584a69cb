package source

import (
	"bytes"
	"fmt"
	"go/format"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/pitfalls"
)

// Go returns Go source that declares the catalogue as a package variable named after its language. The value is a
// composite literal of constants, which the compiler lays out in the binary: it needs no code at start-up.
func Go(c *pitfalls.Catalogue, from string) ([]byte, error) {
	var w code
	w.line("// Code generated from %s by go generate; DO NOT EDIT.", from)
	w.line("\npackage pitfalls\n")
	w.line("var %s = Catalogue{", strings.ReplaceAll(c.Language, "-", "_"))
	w.line("Version: %d,\nLanguage: %q,", c.Version, c.Language)
	w.scale("Frequency", c.Frequency)
	w.scale("Truth", c.Truth)
	w.line("Topics: []Topic{")
	for _, t := range c.Topics {
		w.topic(t)
	}
	w.line("},\nClashes: [ClashCount]Clash{")
	for _, pair := range c.Clashes {
		w.line("{Practice: %q, Sign: %q, Ask: %q},", pair.Practice, pair.Sign, pair.Ask)
	}
	w.line("},\nAskTwo: Action%s,", actionLiteral(c.AskTwo))
	w.line("Talk: Action%s,", actionLiteral(c.Talk))
	w.line("TalkConfidential: Action%s,", actionLiteral(c.TalkConfidential))
	w.line("Sources: []Source{")
	for _, s := range c.Sources {
		w.line("{ID: %q, Title: %q, Publisher: %q, URL: %q},", s.ID, s.Title, s.Publisher, s.URL)
	}
	w.line("},\n}")
	return format.Source(w.Bytes())
}

// code is Go source in the making.
type code struct{ bytes.Buffer }

func (w *code) line(format string, args ...any) {
	fmt.Fprintf(w, format+"\n", args...)
}

func (w *code) scale(name string, s pitfalls.Scale) {
	w.line("%s: Scale{\nBefore: %q,\nAsks: %q,\nLabels: [5]string{%s},\nHelp: []string{", name, s.Before, s.Asks, quoted(s.Labels[:]))
	for _, text := range s.Help {
		w.line("%q,", text)
	}
	w.line("},\n},")
}

func (w *code) topic(t pitfalls.Topic) {
	kinds := map[pitfalls.Kind]string{pitfalls.Pitfall: "Pitfall", pitfalls.Pill: "Pill"}
	w.line("{\nKind: %s,\nID: %q,\nTitle: %q,\nLabel: %q,\nAsk: %q,", kinds[t.Kind], t.ID, t.Title, t.Label, t.Ask)
	if t.Delicate {
		w.line("Delicate: true,")
	}
	w.line("Summary: %q,", t.Summary)
	if t.Basis != "" {
		w.line("Basis: %q,", t.Basis)
	}
	w.line("Overall: %q,\nQuestions: []Question{", t.Overall)
	for _, q := range t.Questions {
		w.line("{ID: %q, Text: %q, Basis: %q%s%s},", q.ID, q.Text, q.Basis, idList("Sources", q.Sources), idList("Actions", q.Actions))
	}
	w.line("},")
	if len(t.LeadsTo) > 0 {
		w.line("LeadsTo: []Link{")
		for _, l := range t.LeadsTo {
			w.line("{Pitfall: %q, Because: %q, Basis: %q%s},", l.Pitfall, l.Because, l.Basis, idList("Sources", l.Sources))
		}
		w.line("},")
	}
	if len(t.Pills) > 0 {
		w.line("Pills: []string{%s},", quoted(t.Pills))
	}
	if t.Kind == pitfalls.Pitfall {
		w.line("Fits: []Fit{")
		for _, f := range t.Fits {
			w.line("{Pill: %q, Action: %q},", f.Pill, f.Action)
		}
		w.line("},\nQuick: [2]string{%s},", quoted(t.Quick[:]))
		w.line("Check: Check{Days30: %q, Days90: %q},", t.Check.Days30, t.Check.Days90)
	}
	w.line("Actions: []Action{")
	for _, a := range t.Actions {
		w.line("%s,", actionLiteral(a))
	}
	w.line("},\n},")
}

// actionLiteral returns the literal of an action, without its type.
func actionLiteral(a pitfalls.Action) string {
	extra := ""
	if a.Extra {
		extra = ", Extra: true"
	}
	return fmt.Sprintf("{ID: %q, Do: %q, Effort: %q, Minutes: %d, How: %q%s%s}",
		a.ID, a.Do, a.Effort, a.Minutes, a.How, idList("Sources", a.Sources), extra)
}

// idList returns a further field of a literal that lists ids, or nothing where there are none.
func idList(field string, ids []string) string {
	if len(ids) == 0 {
		return ""
	}
	return ", " + field + ": []string{" + quoted(ids) + "}"
}

func quoted(texts []string) string {
	out := make([]string, len(texts))
	for i, s := range texts {
		out[i] = strconv.Quote(s)
	}
	return strings.Join(out, ", ")
}
