package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

const (
	// maxThisMonth is how many actions the first page has. What else a step asks for stands with the step.
	maxThisMonth = 4
	// minBrief is how many bytes the beginning of an action has at least where it stands for all of it. A shorter sentence,
	// such as "Take one recent decision.", does not say what to do.
	minBrief = 42
)

// firstPage returns the page that answers: who answered and what to do about it, what to work on first and how sure that
// is, what to do this month, and what is in place, no trouble now, or to be found out. Where little is known, what to find
// out comes first.
func (b *result) firstPage() []doc.Block {
	parts := []func() []doc.Block{b.heading, b.stillOpen, b.workOnFirst, b.thisMonth, b.split, b.atEase, b.findOutShort}
	if b.littleKnown() {
		parts = []func() []doc.Block{b.heading, b.stillOpen, b.findOutShort, b.workOnFirst, b.thisMonth, b.split, b.atEase}
	}
	var blocks []doc.Block
	for _, part := range parts {
		blocks = append(blocks, part()...)
	}
	return append(blocks, doc.Break{})
}

func (b *result) littleKnown() bool { return b.Caution(score.LittleKnown) != nil }

// workOnFirst returns the first steps, each with the statement that shows it, and then how sure their order is; or why there
// are none.
func (b *result) workOnFirst() []doc.Block {
	heading := section(b.say.workOnFirst(), "")
	heading.ID = WorkOnFirst
	steps := b.Plan.Now()
	if len(steps) == 0 {
		return []doc.Block{heading, doc.Paragraph{Role: doc.Lead, Text: b.noSteps()}}
	}
	if b.Plan.Limit < 3 && len(b.Plan.Steps) > b.Plan.Limit {
		heading.Remark = b.say.fewerSteps(b.Plan.Limit)
	}
	blocks := []doc.Block{heading}
	if b.TwoViews != nil {
		blocks = append(blocks, doc.Paragraph{Role: doc.Lead, Text: b.say.showEachOther()})
	}
	list := doc.List{From: 1}
	for _, s := range steps {
		t := &b.Topics[s.Pitfall]
		list.Items = append(list.Items, doc.Item{
			Text:  doc.Text{{Words: t.Label, Style: doc.Strong, Link: "#" + t.ID}},
			Tail:  []doc.Text{b.say.bandThenShown(t, b.Reader == OnPaper)},
			Below: []doc.Block{doc.Paragraph{Text: b.showsShortly(s)}},
		})
	}
	blocks = append(blocks, list)
	if sure := b.howSure(); !sure.Empty() {
		blocks = append(blocks, small(sure))
	}
	return blocks
}

// showsShortly returns the statement in which a pitfall shows most, with how one person rated it or how many of several rated
// it high.
func (b *result) showsShortly(s score.Step) doc.Text {
	if b.Group.Respondents == 1 || s.Shows.High == 0 {
		return b.shows(s)
	}
	c := b.Group.Catalogue
	return b.say.ratedOrMore(assess.Statement(c, s.Shows.Place), c.Frequency.Labels[3], s.Shows.High, s.Shows.Of)
}

// thisMonth returns what to do first, with how long it takes: what was decided, or else what is proposed. On paper there is space
// for all the words, and for who does it by when.
func (b *result) thisMonth() []doc.Block {
	tasks, own := b.tasks(), []*planfile.Action(nil)
	if b.Decided != nil {
		tasks, own = b.decided(tasks)
	}
	if len(tasks)+len(own) == 0 {
		return nil
	}
	minutes := 0
	for _, t := range tasks {
		minutes += t.action.Minutes
	}
	heading := section(b.say.thisMonth(), "")
	if minutes > 0 {
		heading.Tail = b.say.inAll(minutes)
	}
	if b.Reader == OnPaper {
		return []doc.Block{heading, b.taskTable(tasks, own)}
	}
	return []doc.Block{heading, b.taskList(tasks, own)}
}

// taskList returns tasks, shortly, and what else was decided.
func (b *result) taskList(tasks []task, own []*planfile.Action) doc.List {
	var list doc.List
	for i, t := range tasks {
		item := doc.Item{Box: doc.Open, Text: b.taskText(t, brief(t.action.Do)), Tail: []doc.Text{b.say.minutesLong(t.action.Minutes)}}
		if i == 0 {
			item.Tail = append(item.Tail, b.say.doFirst())
		}
		if t.decided != nil {
			item.Tail = append(item.Tail, b.taken(t.decided)...)
		}
		list.Items = append(list.Items, item)
	}
	for _, a := range own {
		list.Items = append(list.Items, doc.Item{Box: doc.Open, Text: doc.Foreign(a.Do), Tail: b.taken(a)})
	}
	return list
}

// taskTable returns tasks with space for who does them by when, and the numbers of their steps; and what else was decided.
func (b *result) taskTable(tasks []task, own []*planfile.Action) doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Head: doc.Words(b.say.action())},
		{Head: doc.Words(b.say.timeHead()), Right: true},
		{Head: doc.Words(b.say.owner())},
		{Head: doc.Words(b.say.by())},
	}}
	inSteps := slices.ContainsFunc(tasks, func(t task) bool { return t.step > 0 })
	if inSteps {
		table.Columns = slices.Insert(table.Columns, 0, doc.Column{Head: doc.Words(b.say.stepHead())})
	}
	for i, t := range tasks {
		text := b.taskText(t, t.action.Do)
		if i == 0 {
			text = doc.Join(text, doc.Words(" "), doc.Styled(doc.Strong, b.say.doFirst().Sentence().String()))
		}
		row := []doc.Text{text, b.say.minutesLong(t.action.Minutes)}
		if t.decided != nil {
			row = append(row, b.whoAndWhen(t.decided)...)
		}
		if inSteps {
			row = slices.Insert(row, 0, doc.Words(strconv.Itoa(t.step)))
		}
		table.Rows = append(table.Rows, row)
	}
	for _, a := range own {
		row := append([]doc.Text{doc.Foreign(a.Do), nil}, b.whoAndWhen(a)...)
		if inSteps {
			row = slices.Insert(row, 0, nil)
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

// taskText returns what to do, with the topic that it is about.
func (b *result) taskText(t task, do string) doc.Text {
	if t.about == "" {
		return doc.Words(do)
	}
	return doc.Join(doc.Words(do), b.say.actionFrom(t.about))
}

// task is an action of the first page. About is the label of its topic, where the action does not say what it is about. Step is
// the number of the step that it belongs to, or 0.
type task struct {
	action score.Action
	about  string
	step   int
	// decided is who does it by when, or nil.
	decided *planfile.Action
}

// tasks returns the first actions of the plan: the first one of every step to start with, and then all the second ones and so
// on, as long as there are not too many. Where there is no such step, it is to ask others, or to begin with one practice. Where
// little is known, the one to do first is enough beside what to find out.
func (b *result) tasks() []task {
	var tasks []task
	steps := b.Plan.Now()
	for n := 0; len(tasks)+len(steps) <= maxThisMonth && n < maxThisMonth; n++ {
		for _, s := range steps {
			if n < len(s.Actions) {
				tasks = append(tasks, b.task(s, s.Actions[n]))
			}
		}
	}
	switch {
	case len(steps) > 0 && b.littleKnown():
		tasks = tasks[:1]
	case len(steps) > 0:
	case b.Caution(score.Flat) != nil:
		tasks = append(tasks, task{action: score.Action{Topic: score.NoTopic, Action: &b.Group.Catalogue.AskTwo}})
	case len(b.Plan.WorthBuilding) > 0:
		weakest := &b.Topics[b.weakest()]
		tasks = append(tasks, task{action: score.Action{Action: &weakest.Actions[0]}, about: weakest.Label})
	}
	return tasks
}

func (b *result) task(s score.Step, a score.Action) task {
	switch {
	case a.Topic == s.Pitfall && a.For == score.ForTalk:
		return task{action: a, about: b.Topics[s.Pitfall].Label, step: s.Rank}
	case a.Topic != s.Pitfall && a.Topic != score.NoTopic:
		return task{action: a, about: b.Topics[a.Topic].Label, step: s.Rank}
	default:
		return task{action: a, step: s.Rank}
	}
}

// brief returns the first sentences of an action, as few as say what to do.
func brief(do string) string {
	from := min(minBrief, len(do))
	if end := strings.Index(do[from:], ". "); end >= 0 {
		return do[:from+end+1]
	}
	return do
}

// split names the topics on which people are split.
func (b *result) split() []doc.Block {
	split := b.Splits()
	if len(split) == 0 {
		return nil
	}
	named := min(len(split), maxContenders)
	return runIn(b.say.splitOn(), b.say.topicsAndMore(labels(b.Result, split[:named]), len(split)-named))
}

// atEase returns what is in place and what is no trouble now, without figures: of one a high one is good, of the other a low one.
func (b *result) atEase() []doc.Block {
	var blocks []doc.Block
	if topics := b.Plan.InPlace; len(topics) > 0 {
		blocks = append(blocks, runIn(b.say.inPlace(), b.say.topicsAndMore(labels(b.Result, topics), 0))...)
	}
	if topics := b.Plan.NoTrouble; len(topics) > 0 {
		blocks = append(blocks, runIn(b.say.noTrouble(), b.say.topicsAndMore(labels(b.Result, topics), 0))...)
	}
	return blocks
}

// findOutShort names what to find out, and whom to ask.
func (b *result) findOutShort() []doc.Block {
	ask := make([][]int, askStaff+1)
	for _, i := range b.Plan.FindOut {
		if !slices.Contains(b.Plan.Unanswered, i) {
			whom := b.whomToAsk(&b.Topics[i])
			ask[whom] = append(ask[whom], i)
		}
	}
	var said []doc.Text
	for whom, topics := range ask {
		if len(topics) > 0 {
			said = append(said, b.say.findOutFrom(asked(whom), labels(b.Result, topics)))
		}
	}
	if n := len(b.Plan.Unanswered); n > 0 {
		said = append(said, b.say.topicsUnanswered(n))
	}
	if len(said) == 0 {
		return nil
	}
	name := b.say.findOut()
	if b.littleKnown() {
		name = b.say.findOutFirst()
	}
	return runIn(name, doc.JoinWith(" ", said...))
}

// runIn returns a short section.
func runIn(name string, text doc.Text) []doc.Block {
	s := section(name, "")
	s.RunIn = true
	return []doc.Block{s, doc.Paragraph{Text: text}}
}
