package report

import (
	"fmt"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/assess/group"
	"github.com/coalcheck/coalcheck/assess/score"
	"github.com/coalcheck/coalcheck/render/doc"
)

func (english) coalitionCheck() string { return "Coalition check" }

func (english) answeredBy(r *score.Result, n answers) doc.Text {
	who := count(r.Group.Respondents, "respondent")
	if r.Group.Files > 1 {
		who += " in " + count(r.Group.Files, "file")
	}
	if r.Group.OnePerson() && r.Group.Invited > 0 {
		who += fmt.Sprintf(" of %d invited", r.Group.Invited)
	}
	how := fmt.Sprintf("%d of %d statements rated", n.rated, n.asked)
	switch {
	case r.Confidential:
		how += " by five or more"
	case r.Group.OnePerson() && n.dontKnow > 0:
		how += fmt.Sprintf(", %d don't know", n.dontKnow)
	}
	switch skipped := r.Group.Skipped; skipped {
	case 0:
		return fill("%s: %s", who, how)
	case 1:
		return fill("%s: %s; 1 file with errors in it was left out", who, how)
	default:
		return fill("%s: %s; %d files with errors in them were left out", who, how, skipped)
	}
}

func (english) coalitionsDiffer() doc.Text {
	return doc.Words("The files name different coalitions, so this report names none.")
}

func (english) tooFewForConfidential() doc.Text {
	return fill("Fewer than five people answered, so a confidential report shows nothing; `--open` shows what each of them said.")
}

// roles returns how many have each role, or nothing where nobody told theirs.
func (english) roles(r group.Roles) []string {
	var roles []string
	add := func(n int, one, several string) {
		switch n {
		case 0:
		case 1:
			roles = append(roles, "1 "+one)
		default:
			roles = append(roles, fmt.Sprintf("%d %s", n, several))
		}
	}
	add(r.Leaders, "leader", "leaders")
	add(r.Staff, "staff", "staff")
	add(r.Members, "member", "members")
	add(r.Partners, "partner", "partners")
	if roles != nil {
		add(r.Untold, "without a role", "without a role")
	}
	return roles
}

func (english) flat(rating assess.Rating, count, of int) doc.Text {
	return fill("%d of %d ratings are a %d. The answers hardly tell one topic from another, so the order below means little.",
		count, of, int(rating))
}

func (english) oneWay(high bool) doc.Text {
	if high {
		return doc.Words("High ratings for what goes wrong and for what is in place. Both can be true; more often a high number came " +
			"easily. Look again at your 5s.")
	}
	return doc.Words("Low ratings in both halves. In the second half, 1 means that something is not in place at all. Was that meant?")
}

func (english) clash(practice, sign quotedStatement, ask string) doc.Text {
	return fill("Two answers to look at together: \"%s\" (%s) and \"%s\" (%s). %s",
		practice.text, practice.label, sign.text, sign.label, ask)
}

func (english) lookAgain(practice, sign, ask string) doc.Text {
	return fill("Two answers to look at together, on %s and %s. %s", practice, sign, ask)
}

func (english) littleKnown(dontKnow, of int) doc.Text {
	return fill("%d of %d answers are \"don't know\". Read this as questions, not as a plan.", dontKnow, of)
}

func (english) filesAlike(alike, files int) doc.Text {
	if alike == 1 {
		return fill("1 of %d files gives nearly every statement the same number.", files)
	}
	return fill("%d of %d files give nearly every statement the same number.", alike, files)
}
