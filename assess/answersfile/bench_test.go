package answersfile

import (
	"testing"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
)

// fullFile returns an answers file with all questions answered.
func fullFile(c *pitfalls.Catalogue) []byte {
	a := assess.New(c)
	a.Coalition = "Riverside Youth Coalition"
	a.Date = "2026-11-21"
	for i, p := range (assess.Questionnaire{Catalogue: c, Depth: assess.Full}).Places() {
		a.Set(p, assess.TallyOf(assess.Rating(1+i%int(assess.NotApplicable))))
	}
	return Format(a, c)
}

// BenchmarkRead reads a full answers file. Compare it with BenchmarkYAMLAlone.
func BenchmarkRead(b *testing.B) {
	c := pitfalls.English()
	text := fullFile(c)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read("answers.yaml", text, c); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkYAMLAlone parses the same file and does nothing with it.
func BenchmarkYAMLAlone(b *testing.B) {
	text := fullFile(pitfalls.English())
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		var root yaml.Node
		if err := yaml.Load(text, &root); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFormat writes a full answers file, as the wizard does after every answer.
func BenchmarkFormat(b *testing.B) {
	c := pitfalls.English()
	a, err := Read("answers.yaml", fullFile(c), c)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		Format(a, c)
	}
}
