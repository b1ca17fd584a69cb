package cmd

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/doc"
	"github.com/coalcheck/coalcheck/render/report"
)

func newExplain(a *app) *cobra.Command {
	var out output
	c := &cobra.Command{
		Use:     "explain [TOPIC]",
		GroupID: groupRead,
		Short:   "read about a pitfall or a pill, or list them all",
		Long: `Shows what a topic means, how to recognize it, what to do about it and where
that comes from. Without a topic it lists all twenty: ten pitfalls, the ways
partnerships fail, and ten pills, the practices that prevent or relieve them.`,
		Example: `# list all topics
coalcheck explain

# read about one of them
coalcheck explain overcommitted`,
		RunE: func(c *cobra.Command, words []string) error {
			if err := out.settle(a, c.Flags()); err != nil {
				return err
			}
			topic, err := a.topic(strings.Join(words, " "))
			if err != nil {
				return err
			}
			return a.deliver(&out, content{document: func(reader report.Reader) *doc.Document {
				if topic == nil {
					return report.Topics(a.catalogue, reader)
				}
				return report.Topic(a.catalogue, topic)
			}})
		},
		ValidArgsFunction: a.completeTopic,
	}
	flagSection(c.Flags(), "What to print", func(flags *pflag.FlagSet) {
		out.addFlags(flags, "it", "topic")
		out.addPlain(flags)
	})
	out.complete(c)
	return c
}

// topic returns the topic that a person named by its id, its title or its label, or by a part that no other topic has, or nil for
// no name.
func (a *app) topic(name string) (*pitfalls.Topic, error) {
	if name == "" {
		return nil, nil
	}
	var ids []string
	for i := range a.catalogue.Topics {
		t := &a.catalogue.Topics[i]
		if slices.ContainsFunc([]string{t.ID, t.Title, t.Label}, func(s string) bool { return strings.EqualFold(s, name) }) {
			return t, nil
		}
		ids = append(ids, t.ID)
	}
	id := strings.ToLower(strings.ReplaceAll(name, " ", "-"))
	found := a.topicsWith(id)
	if len(found) == 1 {
		return found[0], nil
	}
	e := &usageError{
		what: fmt.Sprintf("there is no topic %q", name),
		hint: didYouMean("coalcheck explain ", id, ids, hint("the topics are listed by:", "coalcheck explain")),
	}
	if len(found) > 1 && len(found) <= maxTopics {
		ids = ids[:0]
		for _, t := range found {
			ids = append(ids, t.ID)
		}
		e.hint = hint("did you mean " + safetext.JoinList(ids, "or") + "?")
	}
	return nil, e
}

// The least letters by which topics are found, and the most topics that are offered.
const minPart, maxTopics = 3, 5

// topicsWith returns the topics that have a part in their id, title or label: those where it is whole words, else all others.
func (a *app) topicsWith(part string) []*pitfalls.Topic {
	if len(part) < minPart {
		return nil
	}
	var whole, within []*pitfalls.Topic
	for i := range a.catalogue.Topics {
		t := &a.catalogue.Topics[i]
		names := strings.NewReplacer(" ", "-", ":", "", ".", "").Replace(t.Title + " " + t.Label)
		text := "-" + t.ID + "-" + strings.ToLower(names) + "-"
		switch {
		case strings.Contains(text, "-"+part+"-"):
			whole = append(whole, t)
		case strings.Contains(text, part):
			within = append(within, t)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return within
}

// completeTopic offers every topic to the shell, with its title.
func (a *app) completeTopic(_ *cobra.Command, words []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(words) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var topics []cobra.Completion
	for _, t := range a.catalogue.Topics {
		topics = append(topics, cobra.CompletionWithDesc(t.ID, t.Title))
	}
	return topics, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}
