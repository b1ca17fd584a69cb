package report

import (
	"math"
	"slices"
	"strconv"

	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/safetext"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

// Comparison returns what changed between two results and, where plan is not nil, what became of the plan that was made from
// the first of them: step by step, in numbers alone.
func Comparison(c *score.Comparison, plan *planfile.Plan) *doc.Document {
	b := comparison{c, english{}}
	if few(c.Before) || few(c.After) {
		return &doc.Document{
			Lang: b.say.lang(), Kind: doc.Words(b.say.whatChanged()), Name: b.name(),
			Blocks: []doc.Block{doc.Paragraph{Role: doc.Lead, Text: b.say.tooFewForConfidential()}},
		}
	}
	before := doc.Fact{Label: doc.Words(b.say.before()), Text: b.side(c.Before)}
	after := doc.Fact{Label: doc.Words(b.say.after()), Text: b.side(c.After)}
	judged := b.say.judged(!c.Before.Group.OnePerson())
	if c.Before.Confidential || c.After.Confidential {
		judged = b.say.judgedInTens()
	}
	var nothing, others []doc.Block
	switch {
	case len(c.NotCompared) == len(c.Topics):
		nothing, judged = b.notCompared(), nil
	case len(c.Better)+len(c.Worse) == 0:
		nothing, others = b.nothingMoved(), b.notCompared()
	default:
		others = b.notCompared()
	}
	return &doc.Document{
		Lang: b.say.lang(),
		Kind: doc.Words(b.say.whatChanged()),
		Name: b.name(),
		Blocks: slices.Concat(
			[]doc.Block{doc.Facts{before, after}},
			b.caveats(),
			b.moved(b.say.better(), c.Better),
			b.moved(b.say.worse(), c.Worse),
			nothing,
			b.planned(plan),
			b.firstSteps(),
			b.splits(b.say.newlySplit(), b.say.newlySplitRemark(), c.NewSplits),
			b.splits(b.say.noLongerSplit(), b.say.noLongerSplitRemark(), c.EndedSplits),
			b.steady(b.say.steady(), false),
			b.steady(b.say.chance(), true),
			others,
			[]doc.Block{small(doc.JoinWith(" ", judged, b.say.disclaimer()))},
		),
	}
}

// comparison is a document about what changed. Topics are named by their index.
type comparison struct {
	*score.Comparison
	say sentences
}

// name names the coalition that both results agree on.
func (b comparison) name() doc.Text {
	before, after := b.Before.Group, b.After.Group
	switch {
	case b.CoalitionsDiffer || before.CoalitionsDiffer || after.CoalitionsDiffer:
		return doc.Words(b.say.severalCoalitions())
	case safetext.Clean(after.Coalition) == "" && safetext.Clean(before.Coalition) != "":
		return doc.Foreign(before.Coalition)
	default:
		return coalition(b.say, b.After)
	}
}

// side says when and by how many one of the results was given.
func (b comparison) side(r *score.Result) doc.Text {
	return b.say.side(day(b.say, r.Group.Date), r.Group.Respondents, r.Group.Files)
}

// caveats returns what a reader has to know before reading on.
func (b comparison) caveats() []doc.Block {
	var blocks []doc.Block
	warn := func(t doc.Text) { blocks = append(blocks, doc.Paragraph{Role: doc.Warning, Text: t}) }
	before, after := b.Before.Group, b.After.Group
	if b.CoalitionsDiffer {
		warn(b.say.twoCoalitions(doc.Foreign(before.Coalition), doc.Foreign(after.Coalition)))
	}
	if before.CoalitionsDiffer {
		warn(b.say.coalitionsDifferBefore())
	}
	if after.CoalitionsDiffer {
		warn(b.say.coalitionsDifferAfter())
	}
	if b.CataloguesDiffer {
		warn(b.say.cataloguesDiffer(before.Catalogue.Version, after.Catalogue.Version))
	}
	if b.LanguagesDiffer {
		warn(b.say.languagesDiffer(tags(before.Languages), tags(after.Languages)))
	}
	if b.Before.Confidential || b.After.Confidential {
		warn(doc.JoinWith(" ", b.say.confidential(), b.say.onlyOneReport()))
	}
	return blocks
}

// tags returns the tags of languages.
func tags(languages []group.Language) []string {
	var all []string
	for _, l := range languages {
		all = append(all, l.Tag)
	}
	return all
}

// moved adds topics with both values, the change and how many answered.
func (b comparison) moved(name string, topics []int) []doc.Block {
	if len(topics) == 0 {
		return nil
	}
	t := doc.Table{Group: "moved", Columns: []doc.Column{
		{Head: doc.Words(b.say.topic())},
		{Head: doc.Words(b.say.value())},
		{Head: doc.Words(b.say.change())},
		{Head: doc.Words(b.say.answered()), Right: true},
	}}
	for _, i := range topics {
		t.Rows = append(t.Rows, []doc.Text{doc.Words(b.label(i)), b.values(i), b.points(i), b.answered(i)})
	}
	return []doc.Block{section(name, ""), t}
}

// nothingMoved says that no topic got better or worse, as far as that can be told from chance.
func (b comparison) nothingMoved() []doc.Block {
	byChance := 0
	for _, i := range b.Steady {
		if b.Topics[i].Chance {
			byChance++
		}
	}
	name, text := b.say.nothingMoved(), b.say.nothingBetterOrWorse()
	if byChance > 0 {
		name, text = b.say.noSureChange(), b.say.movedByChance(byChance)
	}
	return []doc.Block{section(name, ""), doc.Paragraph{Role: doc.Lead, Text: text}}
}

// firstSteps says how the pitfalls moved that the plan of the first result asked to start with.
func (b comparison) firstSteps() []doc.Block {
	heading := section(b.say.firstSteps(), "")
	if len(b.First) == 0 {
		text := b.say.noStepBefore()
		if scoredPitfalls(b.Before) == 0 {
			text = b.say.noPlanBefore()
		}
		return []doc.Block{heading, doc.Paragraph{Text: text}}
	}
	list := doc.List{From: 1}
	for _, i := range b.First {
		text := b.say.firstStepMoved(b.label(i), b.Topics[i], b.values(i), b.points(i), b.answered(i))
		if b.Topics[i].Verdict == score.NotCompared {
			text = b.say.firstStepNotCompared(b.label(i), b.reason(i))
		}
		list.Items = append(list.Items, doc.Item{Text: text})
	}
	return []doc.Block{heading, list}
}

// planned puts what was done for each step of a plan beside how its pitfall moved.
func (b comparison) planned(p *planfile.Plan) []doc.Block {
	if p == nil {
		return nil
	}
	var texts []doc.Text
	for i := range p.Steps {
		s := &p.Steps[i]
		if len(s.Actions) > 0 {
			texts = append(texts, b.step(s))
		}
	}
	if texts == nil {
		texts = append(texts, b.say.nothingDecided())
	}
	return []doc.Block{section(b.say.becameOfPlan(), ""), items(texts), small(b.say.claimsNoCause())}
}

func (b comparison) step(s *planfile.Step) doc.Text {
	done, dropped := 0, 0
	for i := range s.Actions {
		switch a := &s.Actions[i]; {
		case a.Done != "":
			done++
		case a.Dropped != "":
			dropped++
		}
	}
	became := b.say.doneOf(done, len(s.Actions), dropped)
	i := b.After.Group.Catalogue.Index(s.Pitfall)
	switch {
	case s.Pitfall == "":
		return b.say.stepOfNoPitfall(became)
	case i < 0: // of a newer catalogue
		return b.say.stepBecame(doc.Foreign(s.Pitfall), became)
	case b.Topics[i].Verdict == score.NotCompared:
		return b.say.stepNotCompared(b.label(i), became, b.reason(i))
	default:
		return b.say.stepMoved(b.label(i), became, b.values(i))
	}
}

func (b comparison) splits(name, remark string, topics []int) []doc.Block {
	if len(topics) == 0 {
		return nil
	}
	var texts []doc.Text
	for _, i := range topics {
		texts = append(texts, doc.Words(b.label(i)))
	}
	return []doc.Block{section(name, remark), items(texts)}
}

// steady lists the steady topics with their values: those that are, or those that chance alone might have moved.
func (b comparison) steady(name string, chance bool) []doc.Block {
	var facts doc.Facts
	for _, kind := range kinds {
		var topics []doc.Text
		for _, i := range b.Steady {
			if b.After.Topics[i].Kind == kind && b.Topics[i].Chance == chance {
				topics = append(topics, b.say.topicAt(b.label(i), b.fromTo(i)))
			}
		}
		if topics != nil {
			facts = append(facts, doc.Fact{Label: doc.Words(b.say.measure(kind)), Text: b.say.topicsAt(topics)})
		}
	}
	if facts == nil {
		return nil
	}
	return []doc.Block{section(name, ""), facts}
}

// notCompared says why topics are not compared, each reason once, with the topics that it holds for.
func (b comparison) notCompared() []doc.Block {
	var reasons []reason
	for _, i := range b.NotCompared {
		reasons = addReason(reasons, b.reason(i), b.label(i))
	}
	if reasons == nil {
		return nil
	}
	var texts []doc.Text
	for _, r := range reasons {
		texts = append(texts, b.say.holdsFor(r.labels, r.text))
	}
	return []doc.Block{section(b.say.noComparison(), ""), items(texts)}
}

func (b comparison) label(i int) string { return b.After.Topics[i].Label }

func (b comparison) reason(i int) string {
	return b.say.notComparedBecause(b.Topics[i].Reason, &b.Before.Topics[i], &b.After.Topics[i])
}

// fromTo returns both values, or the one value where they read the same.
func (b comparison) fromTo(i int) doc.Text {
	return fromTo(b.say, doc.Words(b.Before.Topics[i].Shown()), doc.Words(b.After.Topics[i].Shown()))
}

func (b comparison) values(i int) doc.Text {
	return b.say.measured(b.After.Topics[i].Kind, b.fromTo(i))
}

// points returns the change, or nothing for none. It is the difference of the values as they are shown, so that a reader
// finds it right.
func (b comparison) points(i int) doc.Text {
	before, _ := strconv.ParseFloat(b.Before.Topics[i].Shown(), 64)
	after, _ := strconv.ParseFloat(b.After.Topics[i].Shown(), 64)
	points := math.Round((after-before)*1e6) / 1e6
	text := strconv.FormatFloat(math.Abs(points), 'f', -1, 64)
	switch {
	case points < 0:
		return b.say.lower(text)
	case points > 0:
		return b.say.higher(text)
	default:
		return nil
	}
}

// answered returns how many answered on both sides.
func (b comparison) answered(i int) doc.Text {
	return fromTo(b.say, coverage(b.say, b.Before, &b.Before.Topics[i]), coverage(b.say, b.After, &b.After.Topics[i]))
}

// fromTo returns two texts as a change, or the one text where they read the same.
func fromTo(say sentences, before, after doc.Text) doc.Text {
	if before.String() == after.String() {
		return before
	}
	return say.fromTo(before, after)
}
