package form

import (
	"strconv"

	"github.com/coalcheck/coalcheck/assess"
	"github.com/coalcheck/coalcheck/render/markup"
)

// about asks who answered, and when. On paper, the boxes of the roles hold what is typed when a sheet is keyed in.
func about() markup.Node {
	var roles []markup.Node
	for _, r := range append(assess.Roles(), "") {
		value, key := "none", "-"
		if r != "" {
			value, key = string(r), string(r)[:1]
		}
		roles = append(roles, option("role", value, markup.Element("i", "on-paper", markup.Words(key)), markup.Words(say.roles[r])))
	}
	return markup.Element("section", "about",
		markup.Element("h2", "", markup.Words(say.about)).With("tabindex", "-1"),
		markup.Element("fieldset", "roles",
			markup.Element("legend", "", markup.Words(say.part)),
			markup.Element("div", "", roles...)),
		markup.Element("p", "date",
			markup.Element("label", "", markup.Words(say.date)).With("for", "date"), markup.Words(" "),
			markup.Element("input", "").With("type", "date", "id", "date", "max", "9999-12-31")),
		check("read-out", say.readOut),
	)
}

// check returns a box to tick.
func check(id, label string) markup.Node {
	return markup.Element("label", "check live", markup.Element("input", "").With("type", "checkbox", "id", id), markup.Words(" "+label))
}

// returned returns the ways back: on a screen a code and a file, and on paper where to bring the sheet.
func returned() []markup.Node {
	return []markup.Node{
		markup.Element("section", "live",
			markup.Element("h2", "", markup.Words(say.giveBack)).With("id", "end", "tabindex", "-1"),
			markup.Element("p", "").With("id", "open"),
			markup.Element("p", "", markup.Words(say.ways)),
			markup.Element("h3", "", markup.Words(say.code)),
			markup.Element("p", "", markup.Words(say.codeHas)),
			markup.Element("output", "").With("id", "code"),
			markup.Element("p", "buttons", button("copy-code", say.copyCode), button("share", say.share)),
			markup.Element("h3", "", markup.Words(say.file)),
			markup.Element("p", "", markup.Words(say.fileHas)),
			markup.Element("p", "buttons", button("save", say.save), button("copy-file", say.copyFile)),
			markup.Element("div", "").With("id", "text", "tabindex", "0", "role", "region", "aria-label", say.file, "hidden", "hidden"),
			markup.Element("p", "buttons", button("clear", say.clear)),
		),
		markup.Element("section", "on-paper",
			markup.Element("p", "pen", markup.Words(say.notes)),
			markup.Element("p", "pen", markup.Words(say.returnTo+" "), markup.Element("span", "", markup.Words(say.returnBy))),
		),
	}
}

func button(id, label string) markup.Node {
	return markup.Element("button", "", markup.Words(label)).With("type", "button", "id", id)
}

// bar says how far one has come, leads to what is open, and tells what was done.
func bar(statements int) markup.Node {
	return markup.Element("aside", "live",
		markup.Element("p", "").With("id", "status", "role", "status"),
		markup.Element("div", "",
			markup.Element("progress", "").With("id", "progress", "value", "0", "max", strconv.Itoa(statements), "aria-label", say.answered),
			markup.Element("span", "").With("id", "count"),
			button("next", say.next)),
	).With("id", "bar", "aria-label", say.answered)
}
