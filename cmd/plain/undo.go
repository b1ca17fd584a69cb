package plain

// undo takes the last answer back, wherever it was given, and goes to its statement. It says what it took, and reports
// whether there was anything to take.
func (r *run) undo() bool {
	c, ok := r.Session.Undo()
	if !ok {
		r.say("There is no answer to take back.")
		return false
	}
	r.keep()
	if r.CountsHands() { // a room that listens hears no counts
		if c.Back.IsZero() {
			r.say("The count of this statement is taken back.")
		} else {
			r.say("The count from before is there again.")
		}
		return true
	}
	switch taken, back := r.inWords(c.At, c.Taken), r.inWords(c.At, c.Back); {
	case c.Taken.IsZero():
		r.say("It is %s again.", back)
	case c.Back.IsZero():
		r.say("Taken back: %s.", taken)
	default:
		r.say("Taken back: %s. It is %s again.", taken, back)
	}
	return true
}
