package cmd

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/textfile"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/style"
	"github.com/coalcheck/coalcheck/render/terminal"
)

// printProblems says on standard error what is wrong with an answers file: on a terminal each problem with the line that
// it is in and a mark under the place.
func (a *app) printProblems(file *textfile.Error) {
	if a.IsTerminal(a.Err) {
		fmt.Fprint(a.Err, problemsText(file, a.options(a.Err, a.errColor)))
	} else {
		fmt.Fprintln(a.Err, file)
	}
}

// problemsText returns what is wrong with an answers file as terminal text.
func problemsText(file *textfile.Error, o terminal.Options) string {
	theme := style.NewTheme(o.Profile)
	var b strings.Builder
	for _, problem := range file.Problems {
		where := fmt.Sprintf("%s:%d:%d:", safetext.Clean(file.Name), problem.Line, problem.Column)
		b.WriteString(terminal.Message(doc.Text{{Words: where, Style: doc.Strong}, {Words: " " + problem.Message}}, o) + "\n")
		b.WriteString(excerpt(problem, theme, o.Width))
	}
	switch {
	case file.More == 1:
		b.WriteString(theme.Muted.Render("and 1 more problem") + "\n")
	case file.More > 1:
		b.WriteString(theme.Muted.Render(fmt.Sprintf("and %d more problems", file.More)) + "\n")
	}
	return b.String()
}

// excerpt returns the line of a problem, cut so that the mark below it is in view. Where there is nothing to show, it is
// empty.
func excerpt(problem textfile.Problem, theme style.Theme, width int) string {
	if strings.TrimSpace(problem.Source) == "" {
		return ""
	}
	number := fmt.Sprintf("%5d | ", problem.Line)
	before, after := splitAt(problem.Source, problem.Before)
	available := width - len(number)
	if style.Width(before) > available*2/3 || problem.Before < problem.Column-1 {
		runes := []rune(before)
		before = "…" + string(runes[max(len(runes)-available/2, 0):])
	}
	text := strings.TrimRight(theme.Muted.Render(number)+style.Fit(before+after, available), " ")
	return text + "\n" + style.Space(len(number)+style.Width(before)) + theme.Bad.Render("^") + "\n"
}

// splitAt divides a raw line before its n-th character and makes both halves safe to show.
func splitAt(line string, n int) (before, after string) {
	i := 0
	for ; n > 0 && i < len(line); n-- {
		_, size := utf8.DecodeRuneInString(line[i:])
		i += size
	}
	return inPlace(line[:i]), inPlace(line[i:])
}

// inPlace replaces every character that would not take its place on the line.
func inPlace(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case r < ' ' || r == utf8.RuneError || safetext.Forbidden(r):
			return '?'
		default:
			return r
		}
	}, text)
}
