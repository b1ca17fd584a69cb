package report

// InAll says how long so many minutes are, as the first page does.
func InAll(minutes int) string { return english{}.inAll(minutes).String() }

// Brief is how the first page has an action.
var Brief = brief
