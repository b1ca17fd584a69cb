package form

import "github.com/coalcheck/coalcheck/assess"

// texts are what the page says.
type texts struct {
	kind, heading, sheet, quick, full, intro, introLive, keys, introPaper, still, whoSees, seen string
	pitfalls, pills, note, noteOn                                                               string
	about, part, date, readOut                                                                  string
	roles                                                                                       map[assess.Role]string
	giveBack, ways, code, codeHas, copyCode, share, file, fileHas, save, copyFile               string
	keep, keepHint, clear                                                                       string
	notes, returnTo, returnBy, disclaimer, answered, next                                       string
	script                                                                                      scriptMessages
}

// scriptMessages are what the script says. In some, # stands for a number and % for another one.
type scriptMessages struct {
	Count       string `json:"count"`
	Next        string `json:"next"`
	Finish      string `json:"finish"`
	AllAnswered string `json:"allAnswered"`
	OneOpen     string `json:"oneOpen"`
	Open        string `json:"open"`
	Saved       string `json:"saved"`
	Copied      string `json:"copied"`
	NotesLeft   string `json:"notesLeft"`
	NotCopied   string `json:"notCopied"`
	Shared      string `json:"shared"`
	TooLong     string `json:"tooLong"`
	Removed     string `json:"removed"`
	Kept        string `json:"kept"`
	NotKept     string `json:"notKept"`
	CannotKeep  string `json:"cannotKeep"`
	Restored    string `json:"restored"`
	ReallyClear string `json:"reallyClear"`
	Cleared     string `json:"cleared"`
	FileName    string `json:"fileName"`
}

var say = texts{
	kind:       "Coalition check",
	heading:    "How does our coalition work?",
	sheet:      "Sheet no.",
	quick:      "20 statements, about four minutes.",
	full:       "50 statements, about ten minutes.",
	intro:      "Say what you see yourself. “Don't know” is a good answer, and you may leave a statement open.",
	introLive:  "Your answers stay on this page until you give them back at its end. Choose an answer again to take it back.",
	keys:       "On a keyboard, type 1 to 5, d or n.",
	introPaper: "Cross one box in each line. A wrong cross? Fill that box, and cross another. Leave the gray boxes empty.",
	still: "This page cannot take your answers here, because it may not run its script. Open it in a browser; an iPhone shows files from a mail " +
		"without their script. Or print it, and answer on paper.",
	whoSees: "Who will see it?",
	seen: "Whoever collects the answers can read yours. A report on several people leaves out names, notes and whatever fewer than five of " +
		"them said, unless its maker chooses to show all.",

	pitfalls: "What goes wrong",
	pills:    "What helps",
	note:     "Add a note",
	noteOn:   "Note:",

	about:   "About you",
	part:    "What is your part in the coalition?",
	date:    "Date",
	readOut: "My notes may be read out to all.",
	roles: map[assess.Role]string{
		assess.Leader: "I lead it", assess.Staff: "I am on its staff", assess.Member: "I am a member", assess.Partner: "I am a partner from outside",
		"": "Rather not say",
	},

	giveBack: "Give your answers back",
	ways:     "Send the code or the file to whoever asked you. One of them is enough.",
	code:     "As a code",
	codeHas:  "It is short, and fits into any mail or chat. It holds your ratings and your part, and no notes.",
	copyCode: "Copy the code",
	share:    "Share the code",
	file:     "As a file",
	fileHas:  "It holds everything, also your notes and the date. If your browser saves nothing, copy its text.",
	save:     "Save the file",
	copyFile: "Copy its text",
	keep:     "Keep my answers in this browser until I clear them.",
	keepHint: "Others who use this device could read them, and so could other pages that are opened from files.",
	clear:    "Clear all answers",

	notes:      "Notes:",
	returnTo:   "Please return this sheet to:",
	returnBy:   "by:",
	disclaimer: "coalcheck starts conversations; it is not a validated test, and not for choosing whom to fund.",
	answered:   "Answered",
	next:       "Next open one",

	script: scriptMessages{
		Count:       "# of %",
		Next:        "Next open one",
		Finish:      "Give back",
		AllAnswered: "Every statement is answered.",
		OneOpen:     "One statement is open, and may stay so:",
		Open:        "# statements are open, and may stay so.",
		Saved:       "The file is in your downloads, as #. Send it to whoever asked you.",
		Copied:      "Copied. Paste it into a mail or a chat.",
		NotesLeft:   "That was the code. Your notes are only in the file.",
		NotCopied:   "Your browser does not let this page copy. The text is marked; copy it yourself.",
		Shared:      "The code was handed on.",
		TooLong:     "A note has at most # characters; the rest was left out.",
		Removed:     "A character that an answers file cannot hold was left out.",
		Kept:        "Your answers are kept in this browser from now on.",
		NotKept:     "Your answers are no longer kept in this browser.",
		CannotKeep:  "This browser keeps nothing for pages such as this one.",
		Restored:    "Your answers of last time are here again.",
		ReallyClear: "Clear all your answers on this page and in this browser?",
		Cleared:     "All answers are cleared.",
		FileName:    "coalcheck-answers",
	},
}
