package answersfile

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"sync"

	"github.com/coalcheck/coalcheck/assess/textfile"
)

// What coalcheck writes besides answers files. Each is the Kind of a *textfile.Error.
var (
	ErrReport   = errors.New("this is a report of coalcheck, not an answers file; name the answers that it was made from")
	ErrPlanFile = errors.New("this is a plan file, not an answers file; name the answers that the plan was made from")
	ErrSchema   = errors.New("this is a schema of coalcheck, which editors use to check files; name a file of answers")
)

// others lists what coalcheck writes and people take for answers files.
var others = []textfile.Other{
	{Is: isReport, Kind: ErrReport},
	{Is: isPlanFile, Kind: ErrPlanFile},
	{Is: isSchema, Kind: ErrSchema},
}

// planFormat matches the line that names the format of a plan file.
var planFormat = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?m)^(?:\{\s*)?"?format"?\s*:\s*["']?coalcheck-plan/`)
})

func isPlanFile(text string) bool { return planFormat().MatchString(text) }

// disclaimer matches a sentence of every report for people, in one line or broken between words.
var disclaimer = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`coalcheck starts\s+conversations;\s+it is\s+not a\s+validated\s+test`)
})

func isReport(text string) bool {
	if !strings.HasPrefix(strings.TrimLeft(text, " \t\r\n"), "{") {
		return disclaimer().MatchString(text) && !formatLine().MatchString(text)
	}
	var report struct {
		Version *int             `json:"schema_version"`
		Pills   *json.RawMessage `json:"pills"`
		Topics  *json.RawMessage `json:"topics"`
	}
	return json.Unmarshal([]byte(text), &report) == nil && report.Version != nil && (report.Pills != nil || report.Topics != nil)
}

func isSchema(text string) bool {
	var schema struct {
		Schema string `json:"$schema"`
		Title  string `json:"title"`
	}
	return json.Unmarshal([]byte(text), &schema) == nil && schema.Schema != "" && strings.HasPrefix(schema.Title, "coalcheck ")
}
