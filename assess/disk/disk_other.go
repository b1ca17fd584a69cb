//go:build unix && !linux && !darwin

package disk

// publish gives a finished file a name that must be free, at once or not at all. The error is errors.ErrUnsupported where
// the file system cannot do that.
func publish(from, to string) error { return link(from, to) }

// keepACL has nothing to do: the usual modes are all there is.
func keepACL(file, string) bool { return true }
