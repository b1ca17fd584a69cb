package report

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) kind(k pitfalls.Kind) string { return byKind(k, "Pitfall", "Pill") }
func (english) half(k pitfalls.Kind) string { return byKind(k, "Pitfalls", "Pills") }

func (english) allQuestions(d assess.Depth) string {
	if d == assess.Quick {
		return "The quick questions: one overall statement for each topic"
	}
	return "All questions: three signs of each pitfall and two practices of each pill"
}

func (english) ratings(labels []string) doc.Text {
	parts := make([]string, len(labels))
	for i, label := range labels {
		parts[i] = strconv.Itoa(i+1) + " " + label
	}
	return fill("%s; dk don't know; na not applicable", strings.Join(parts, ", "))
}

func (english) statement() string     { return "Statement" }
func (english) dontKnow() string      { return "Don't know" }
func (english) notApplicable() string { return "Not applicable" }

func (english) answerThem() doc.Text {
	return fill("Answer them with: `coalcheck assess`. A blank answers file: `coalcheck questions --format answers`.")
}

func (english) allTopics() string { return "All topics: ten pitfalls and ten pills" }
func (english) moreAboutOne(id string) doc.Text {
	return fill("More about one of them: `coalcheck explain %s`", id)
}

func (english) onlyTitle() doc.Text {
	return doc.Words("Only the title of this pill comes from the list's author; the text under it was not available to us, so " +
		"the rest is derived from the sources named below.")
}

func (english) byItsAuthor(title string) doc.Text { return fill("The author's title: %s", title) }
func (english) labeled(label string) doc.Text     { return fill("Our label: %s", label) }

func (english) questions(k pitfalls.Kind) string { return byKind(k, "Signs", "Practices") }

func (english) inQuickRun(overall string) doc.Text { return fill("Or, in a quick run: %s", overall) }
func (english) feeds() string                      { return "Can add to" }
func (english) because(title, because string) doc.Text {
	return fill("%s: %s", title, lowerFirst(because))
}
func (english) treats() string    { return "Helps against" }
func (english) treatedBy() string { return "What helps against it" }
func (english) whatToDo() string  { return "What to do" }

func (english) cited(sources []int, adapted bool) doc.Text {
	numbers := make([]string, len(sources))
	for i, n := range sources {
		numbers[i] = strconv.Itoa(n)
	}
	seen := strings.Join(numbers, ", ")
	source := "source " + seen
	if len(sources) > 1 {
		source = "sources " + joinList(numbers)
	}
	if adapted {
		return doc.Text{{Words: fmt.Sprintf("[%s, adapted]", seen), Said: fmt.Sprintf("Adapted from %s.", source)}}
	}
	return doc.Text{{Words: fmt.Sprintf("[%s]", seen), Said: fmt.Sprintf("From %s.", source)}}
}

func (english) ourJudgement() doc.Text {
	return doc.Text{{Words: "[our judgement]", Said: "Our judgement."}}
}

func (english) ourStep() doc.Text { return doc.Text{{Words: "[ours]", Said: "Our own step."}} }

func (english) whenItWorks() string { return "How you see that it works" }
func (english) afterDays(days int, check string) doc.Text {
	return fill("After %d days: %s", days, check)
}

func (english) effort(effort string) doc.Text {
	return doc.Text{{Words: effort, Said: "Effort: " + effort}}
}
func (english) sources() string { return "Sources" }

func (english) adapted() doc.Text {
	return doc.Words("Adapted: our small first step on the principle of the source. Ours: a step of our own. Otherwise the source itself " +
		"recommends the step.")
}

// lowerFirst returns a sentence so that it can follow a colon.
func lowerFirst(sentence string) string {
	if strings.HasPrefix(sentence, "I ") {
		return sentence
	}
	return strings.ToLower(sentence[:1]) + sentence[1:]
}
