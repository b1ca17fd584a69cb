package report

import (
	"slices"
	"strings"
	"time"

	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
	"github.com/coalcheck/coalcheck/render/calendar"
	"github.com/coalcheck/coalcheck/render/doc"
)

// soonDays is how many days ahead an action is due soon.
const soonDays = 14

// PlanFile returns who does what by when, as of a day, which the document names: no clock is read.
func PlanFile(p *planfile.Plan, c *pitfalls.Catalogue, today time.Time) *doc.Document {
	var say sentences = english{}
	b := planList{say: say, catalogue: c, today: today.Format(time.DateOnly), soon: today.AddDate(0, 0, soonDays).Format(time.DateOnly)}
	out := &doc.Document{
		Lang: say.lang(), Kind: doc.Words(say.whoDoesWhat()), Name: doc.Foreign(p.Coalition), Date: say.asOf(say.day(today)),
	}
	if p.Coalition == "" {
		out.Name = doc.Words(say.noName())
	}
	if p.Review != "" && p.Review <= b.today {
		out.Blocks = append(out.Blocks, doc.Paragraph{Role: doc.Lead, Text: say.answerAgain(day(say, p.Review))})
	}
	if open := b.sort(p); open > planfile.ManyOpen {
		out.Blocks = append(out.Blocks, doc.Paragraph{Role: doc.Warning, Text: say.manyOpen(open, planfile.ManyOpen)})
	}
	for _, part := range []struct {
		id, name string
		items    []planItem
	}{
		{"late", say.late(), b.late},
		{"soon", say.dueSoon(soonDays), b.dueSoon},
		{"nobody", say.nobodyNamed(), b.nobody},
		{"later", say.later(), b.rest},
		{"done", say.done(), b.done},
		{"dropped", say.dropped(), b.dropped},
	} {
		if len(part.items) > 0 {
			out.Blocks = append(out.Blocks, doc.Section{ID: part.id, Level: 1, Name: doc.Words(part.name)}, list(part.items))
		}
	}
	if len(p.Actions()) == 0 {
		out.Blocks = append(out.Blocks, doc.Paragraph{Text: say.nothingDecided()})
	}
	return out
}

// planList sorts the actions of a plan by what has to be done about them. Each is in one part.
type planList struct {
	say       sentences
	catalogue *pitfalls.Catalogue
	// today is the day of the list, soon the last one that is near.
	today, soon                                string
	late, dueSoon, nobody, rest, done, dropped []planItem
}

// planItem is an action with its day.
type planItem struct {
	doc.Item
	due string
}

func list(items []planItem) doc.List {
	var l doc.List
	for _, item := range items {
		l.Items = append(l.Items, item.Item)
	}
	return l
}

// sort adds all actions, and returns how many are open.
func (b *planList) sort(p *planfile.Plan) int {
	open := 0
	for i := range p.Steps {
		for j := range p.Steps[i].Actions {
			a := &p.Steps[i].Actions[j]
			part := b.part(a)
			*part = append(*part, planItem{b.item(&p.Steps[i], a), a.Due})
			if a.Open() {
				open++
			}
		}
	}
	byDay := func(x, y planItem) int { return strings.Compare(x.due, y.due) }
	slices.SortStableFunc(b.late, byDay)
	slices.SortStableFunc(b.dueSoon, byDay)
	return open
}

func (b *planList) part(a *planfile.Action) *[]planItem {
	switch {
	case a.Done != "":
		return &b.done
	case a.Dropped != "":
		return &b.dropped
	case a.Late(b.today):
		return &b.late
	case a.Due != "" && a.Due <= b.soon:
		return &b.dueSoon
	case a.Owner == "":
		return &b.nobody
	default:
		return &b.rest
	}
}

func (b *planList) item(s *planfile.Step, a *planfile.Action) doc.Item {
	item := doc.Item{Box: doc.Open, Text: doc.Foreign(a.Do)}
	switch {
	case a.Done != "":
		item.Box = doc.Done
		item.Tail = []doc.Text{b.say.doneOn(day(b.say, a.Done))}
	case a.Dropped != "":
		item.Box = doc.Dropped
		item.Tail = []doc.Text{b.say.droppedOn(day(b.say, a.Dropped))}
	case a.Due != "":
		item.Tail = []doc.Text{b.say.dueBy(day(b.say, a.Due))}
	}
	var facts doc.Facts
	add := func(label string, text doc.Text) {
		if !text.Empty() {
			facts = append(facts, doc.Fact{Label: doc.Words(label), Text: text})
		}
	}
	switch {
	case a.Owner != "":
		add(b.say.owner(), doc.Foreign(a.Owner))
	case a.Open() && a.Due != "":
		add(b.say.owner(), b.say.nobodyYet())
	}
	add(b.say.about(), doc.Foreign(topicOf(b.catalogue, s, a)))
	add(b.say.note(), foreignLines(a.Note))
	if len(facts) > 0 {
		item.Below = []doc.Block{facts}
	}
	return item
}

// foreignLines returns somebody's text of several lines.
func foreignLines(text string) doc.Text {
	var all doc.Text
	for line := range strings.SplitSeq(text, "\n") {
		if len(all) > 0 {
			all = append(all, doc.NewLine)
		}
		all = append(all, doc.Foreign(line)...)
	}
	return all
}

// PlanHeading returns what stands above an action in a list of a plan, and above others of the same: the label of the pitfall of its
// step, or else of the pill that it is about. Further actions belong to nothing.
func PlanHeading(c *pitfalls.Catalogue, r *planfile.Row) string {
	var say sentences = english{}
	id := r.Step.Pitfall
	if id == "" {
		id = r.Topic
	}
	switch topic := c.Topic(id); {
	case topic != nil:
		return topic.Label
	case id != "":
		return id
	default:
		return say.furtherActions()
	}
}

// topicOf returns what the topic is called that an action is about, or its id where the catalogue does not have it.
func topicOf(c *pitfalls.Catalogue, s *planfile.Step, a *planfile.Action) string {
	id := a.Topic
	if id == "" {
		id = s.Pitfall
	}
	if topic := c.Topic(id); topic != nil {
		return topic.Label
	}
	return id
}

// PlanCalendar returns a calendar of the open actions that have a day, and of the day to answer again.
func PlanCalendar(p *planfile.Plan, c *pitfalls.Catalogue, today time.Time) *calendar.Calendar {
	var say sentences = english{}
	out := &calendar.Calendar{Day: today}
	if made, err := time.Parse(time.DateOnly, p.Made); err == nil {
		out.Sequence = int(today.Sub(made) / (24 * time.Hour))
	}
	add := func(id, on, summary, details string) {
		if day, err := time.Parse(time.DateOnly, on); err == nil {
			out.Entries = append(out.Entries, calendar.Entry{ID: p.UniqueID() + "-" + id + "@coalcheck", Day: day, Summary: summary, Details: details})
		}
	}
	for i := range p.Steps {
		for j := range p.Steps[i].Actions {
			if a := &p.Steps[i].Actions[j]; a.Open() {
				add(a.ID, a.Due, say.whoDoes(a.Owner, a.Do), topicOf(c, &p.Steps[i], a))
			}
		}
	}
	add("review", p.Review, say.reviewEntry(p.Coalition), "")
	return out
}

// PlanTable returns the actions of a plan as the rows of a spreadsheet.
func PlanTable(p *planfile.Plan, c *pitfalls.Catalogue) (head []string, rows [][]string) {
	var say sentences = english{}
	head = []string{say.task(), say.owner(), say.dueDate(), say.status(), say.topic(), say.note()}
	for i := range p.Steps {
		for j := range p.Steps[i].Actions {
			a := &p.Steps[i].Actions[j]
			status := say.open()
			switch {
			case a.Done != "":
				status = say.done()
			case a.Dropped != "":
				status = say.dropped()
			}
			rows = append(rows, []string{a.Do, a.Owner, a.Due, status, topicOf(c, &p.Steps[i], a), a.Note})
		}
	}
	return head, rows
}
