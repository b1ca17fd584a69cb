package answersfile

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v4"

	"github.com/coalcheck/coalcheck/assess/textfile"
)

// format reports whether this coalcheck can judge the file at all.
func (c *checker) format(root *yaml.Node) bool {
	switch {
	case root == nil || textfile.IsNull(root):
		c.AddStart(`the file is empty; its first line should be "format: ` + fileFormat + `"`)
		return false
	case !c.IsPlain(root):
		return false
	case root.Kind == yaml.SequenceNode && len(root.Content) > 0 && root.Content[0].Kind == yaml.MappingNode:
		c.list(root)
		return false
	case root.Kind != yaml.MappingNode:
		c.noAnswersFile()
		return false
	}
	format, version := textfile.Lookup(root, "format"), textfile.Lookup(root, "catalogue")
	switch {
	case (format == nil || textfile.IsNull(format)) && !hasKnownKey(root):
		c.noAnswersFile()
		return false
	case format == nil || textfile.IsNull(format):
		if at, message := c.hiddenFormat(); message != "" {
			c.AddAt(at, "%s", message)
		} else {
			c.AddStart(`the line "format: ` + fileFormat + `" is missing; put it at the top`)
		}
	case !c.IsPlain(format):
		return false
	case format.Value != fileFormat && isNewer(format.Value):
		c.Addf(format, "format: %s is newer than this coalcheck, which reads %s; install a newer coalcheck", textfile.Spelled(format.Value), fileFormat)
		return false
	case format.Value != fileFormat:
		c.Addf(format, "format: %s is unknown; this coalcheck reads %s", textfile.Describe(format), fileFormat)
		return false
	}
	return version == nil || textfile.IsNull(version) || c.version(version)
}

// unlike is the only problem reported of a file without a key of an answers file.
const unlike = `this is not an answers file: the line "format: ` + fileFormat + `" is missing`

func (c *checker) noAnswersFile() {
	if at, message := c.hiddenFormat(); message != "" {
		c.AddAt(at, "%s", message)
		return
	}
	c.RefuseOther(unlike)
}

// list explains a list of answers.
func (c *checker) list(root *yaml.Node) {
	if n := len(root.Content); n > 1 {
		c.Addf(root, "this is a list of %d sets of answers; put each into a file of its own, and name their folder", n)
		return
	}
	c.Addf(root, "the answers are in a list; write them without the brackets or the dash of the list")
}

// formatLine matches what names the format, wherever it is and whatever is around it.
var formatLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\bformat["'”’»]?\s{0,8}[:=：]\s{0,8}["'“‘«]?` + formatName + `/\d`)
})

// hiddenFormat finds what names the format where it is not looked for, and says what is wrong there.
func (c *checker) hiddenFormat() (at textfile.Position, message string) {
	at, before, found := c.FindLine(formatLine())
	switch {
	case !found:
		return at, ""
	case strings.Contains(before, "#"):
		return at, `"format: ` + fileFormat + `" is behind a #, so that it is a comment; remove the #`
	case strings.TrimSpace(before) == "":
		return at, `write "format: ` + fileFormat + `" at the very left, with a colon and one space`
	default:
		return at, `"format: ` + fileFormat + `" is within something else; it must be at the top level of the file`
	}
}

// hasKnownKey reports whether a mapping has any key of the top of an answers file.
func hasKnownKey(n *yaml.Node) bool {
	return slices.ContainsFunc(keyNames(), func(name string) bool { return textfile.Lookup(n, name) != nil })
}

// isNewer reports whether a format is a later version of ours.
func isNewer(format string) bool {
	version, ours := strings.CutPrefix(format, formatName+"/")
	return ours && textfile.IsWholeNumber(version) && version != "0"
}

// version checks which catalogue the file was written for. Older ones are fine: ids never change.
func (c *checker) version(n *yaml.Node) bool {
	if !c.IsPlain(n) {
		return false
	}
	v, ok := textfile.WholeNumber(n)
	switch {
	case !ok || v == 0:
		c.Addf(n, "catalogue: %s is not the number of a catalogue; this coalcheck has number %d", textfile.Describe(n), c.catalogue.Version)
		return true
	case v > c.catalogue.Version:
		c.Addf(n, "catalogue: %s is newer than the one of this coalcheck, which is %d; install a newer coalcheck", textfile.Spelled(n.Value), c.catalogue.Version)
		return false
	default:
		return true
	}
}
