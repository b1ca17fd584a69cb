package report

import "fmt"

func (english) ownersDiffer(theirs, mine string) string {
	switch {
	case theirs == "":
		return fmt.Sprintf("Who does it: somebody else took the name away, and you wrote %s.", mine)
	case mine == "":
		return fmt.Sprintf("Who does it: somebody else wrote %s, and you took the name away.", theirs)
	default:
		return fmt.Sprintf("Who does it: somebody else wrote %s, and you wrote %s.", theirs, mine)
	}
}

func (english) daysDiffer(theirs, mine string) string {
	switch {
	case theirs == "":
		return fmt.Sprintf("By when: somebody else took the day away, and you wrote %s.", mine)
	case mine == "":
		return fmt.Sprintf("By when: somebody else wrote %s, and you took the day away.", theirs)
	default:
		return fmt.Sprintf("By when: somebody else wrote %s, and you wrote %s.", theirs, mine)
	}
}

func (english) notesDiffer(theirs, mine string) string {
	switch {
	case theirs == "":
		return fmt.Sprintf("The note: somebody else removed it, and you wrote \"%s\".", mine)
	case mine == "":
		return fmt.Sprintf("The note: somebody else wrote \"%s\", and you removed it.", theirs)
	default:
		return fmt.Sprintf("The note: somebody else wrote \"%s\", and you wrote \"%s\".", theirs, mine)
	}
}

func (english) statesDiffer(theirs, mine outcome) string {
	switch {
	case theirs.day == "" && mine.dropped:
		return fmt.Sprintf("Somebody else opened this action again, and you dropped it on %s.", mine.day)
	case theirs.day == "":
		return fmt.Sprintf("Somebody else opened this action again, and you marked it as done on %s.", mine.day)
	case mine.day == "" && theirs.dropped:
		return fmt.Sprintf("Somebody else dropped this action on %s, and you opened it again.", theirs.day)
	case mine.day == "":
		return fmt.Sprintf("Somebody else marked this action as done on %s, and you opened it again.", theirs.day)
	case theirs.dropped && mine.dropped:
		return fmt.Sprintf("Somebody else dropped this action on %s, and you dropped it on %s.", theirs.day, mine.day)
	case theirs.dropped:
		return fmt.Sprintf("Somebody else dropped this action on %s, and you marked it as done on %s.", theirs.day, mine.day)
	case mine.dropped:
		return fmt.Sprintf("Somebody else marked this action as done on %s, and you dropped it on %s.", theirs.day, mine.day)
	default:
		return fmt.Sprintf("Somebody else marked this action as done on %s, and you on %s.", theirs.day, mine.day)
	}
}

func (english) leftOutAndChanged() string {
	return "You left this action out, and somebody else changed it: it is in the plan."
}
