package planfile

import "github.com/coalcheck/coalcheck/assess/textfile"

// JSON returns a plan as Format does, but as JSON: the same names in the same order.
func JSON(p *Plan) []byte {
	all := textfile.Object{{"format", fileFormat}}
	if p.Catalogue > 0 {
		all = append(all, textfile.Member{"catalogue", p.Catalogue})
	}
	for _, m := range []textfile.Member{{"id", p.ID}, {"coalition", p.Coalition}, {"made", p.Made}, {"review", p.Review}} {
		all = addText(all, m)
	}
	var steps []textfile.Object
	for i := range p.Steps {
		steps = append(steps, stepJSON(&p.Steps[i]))
	}
	if steps != nil {
		all = append(all, textfile.Member{"steps", steps})
	}
	var notes, focus textfile.Object
	for _, n := range p.Notes {
		notes = append(notes, textfile.Member{n.Topic, n.Text})
	}
	for _, d := range p.Focus {
		focus = append(focus, textfile.Member{d.Pitfall, d.Count})
	}
	if notes != nil {
		all = append(all, textfile.Member{"notes", notes})
	}
	if focus != nil {
		all = append(all, textfile.Member{"focus", focus})
	}
	return all.Indented()
}

func stepJSON(s *Step) textfile.Object {
	step := addText(nil, textfile.Member{"pitfall", s.Pitfall})
	if s.Exposure != nil {
		step = append(step, textfile.Member{"exposure", *s.Exposure})
	}
	actions := []textfile.Object{}
	for i := range s.Actions {
		a := &s.Actions[i]
		var action textfile.Object
		for _, m := range []textfile.Member{
			{"id", a.ID}, {"topic", a.Topic}, {"do", a.Do}, {"owner", a.Owner}, {"due", a.Due}, {"done", a.Done}, {"dropped", a.Dropped}, {"note", a.Note},
		} {
			action = addText(action, m)
		}
		actions = append(actions, action)
	}
	return append(step, textfile.Member{"actions", actions})
}

// addText adds a name with a text, unless that is empty.
func addText(o textfile.Object, m textfile.Member) textfile.Object {
	if m[1] == "" {
		return o
	}
	return append(o, m)
}
