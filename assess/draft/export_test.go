package draft

// SetLater replaces what happens when a draft is to be made safe, and returns what sets it back.
func SetLater(instead func(do func()) (cancel func())) (restore func()) {
	before := later
	later = instead
	return func() { later = before }
}

// Previous returns the name of the last state of a draft that is known to be on the disk.
func Previous(path string) string { return previous(path) }
