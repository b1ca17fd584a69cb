package cmd

import (
	"errors"
	"fmt"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/group"
)

// passedOver is something in a folder that looks like answers and is not read.
type passedOver struct {
	path string
	why  answersfile.Why
}

// passing says of one file, or of several, that they are passed over. %s is what names them.
var passing = [...]struct{ one, several string }{
	answersfile.OtherName: {
		"%s is not counted: the names of answers files end in .yaml, .yml or .json",
		"%s are not counted: the names of answers files end in .yaml, .yml or .json",
	},
	answersfile.NotHere: {
		"%s is not counted: the file itself is not on this machine yet; open it once, or wait until it is there",
		"%s are not counted: the files themselves are not on this machine yet; open them once, or wait until they are there",
	},
	answersfile.IsFolder: {
		"%s is not counted: it is a folder",
		"%s are not counted: they are folders",
	},
	answersfile.IsDevice: {
		"%s is not counted: it is a pipe or a device, not a file",
		"%s are not counted: they are pipes or devices, not files",
	},
	answersfile.Deeper: {
		"%s is not searched: it is a folder within the folder; to count the answers in it, name it by an --answers of its own",
		"%s are not searched: they are folders within the folder; to count the answers in them, name each by an --answers of its own",
	},
	answersfile.InCloud: {
		"%s is not counted: it leads to a document in a cloud; open it there, and download it as plain text under a name that ends in .yaml",
		"%s are not counted: they lead to documents in a cloud; open them there, and download them as plain text under names that end in .yaml",
	},
	answersfile.IsReport: {
		"%s is not counted: it is a report of coalcheck",
		"%s are not counted: they are reports of coalcheck",
	},
	answersfile.IsPlanFile: {
		"%s is not counted: it is a plan file",
		"%s are not counted: they are plan files",
	},
}

// otherKind reports whether a file that nobody named turned out to be something else that coalcheck wrote, and what to tell
// of it: nothing of a schema, which nobody takes for answers.
func otherKind(s source, err error) (other bool, tell []passedOver) {
	switch {
	case !s.found:
		return false, nil
	case errors.Is(err, answersfile.ErrReport):
		return true, []passedOver{{s.path, answersfile.IsReport}}
	case errors.Is(err, answersfile.ErrPlanFile):
		return true, []passedOver{{s.path, answersfile.IsPlanFile}}
	default:
		return errors.Is(err, answersfile.ErrSchema), nil
	}
}

// tellPassedOver says on standard error what is passed over in folders: by name, or in a confidential run by number.
func (a *app) tellPassedOver(passed []passedOver, confidential bool) {
	for why, sentence := range passing {
		var names []string
		for _, p := range passed {
			if int(p.why) == why {
				names = append(names, displayPath(p.path))
			}
		}
		switch n := len(names); {
		case n == 0:
		case n == 1 && confidential:
			a.say("coalcheck: " + fmt.Sprintf(sentence.one, "1 entry of the folder"))
		case n == 1:
			a.say("coalcheck: " + fmt.Sprintf(sentence.one, names[0]))
		case confidential:
			a.say("coalcheck: " + fmt.Sprintf(sentence.several, fmt.Sprintf("%d entries of the folder", n)))
		default:
			a.say("coalcheck: " + fmt.Sprintf(sentence.several, group.List(names)))
		}
	}
}
