package textfile

import (
	"slices"
	"strings"
)

// formats lists what other programs save.
var formats = []struct {
	is      func(text string) bool
	message string
}{
	{begins(`{\rtf`), `this is a text with styles (RTF), not {file}; save it as plain text (in the editor's "Save as" window)`},
	{
		zipWith("word/"),
		`this is a Word document, not {file}; copy its text into a plain text editor and save it there`,
	},
	{zipWith("xl/", "Index/Tables/"), `this is an Excel workbook, not {file}; is it the right file?`},
	{
		zipWith("mimetypeapplication/vnd.oasis.opendocument", "Index/Document.iwa"),
		`this is a document of an office program, not {file}; copy its text into a plain text editor and save it there`,
	},
	{
		begins("\xd0\xcf\x11\xe0"),
		`this is a document of an office program, not {file}; copy its text into a plain text editor and save it there`,
	},
	{begins("%PDF-"), `this is a PDF document, not {file}; copy its text into a plain text editor and save it there`},
	{
		begins("PK\x03\x04", "PK\x05\x06", "\x1f\x8b", "7z\xbc\xaf", "Rar!", "\x28\xb5\x2f\xfd", "\xfd7zXZ", "BZh"),
		`this is an archive, not {file}; unpack it, and name a file that was in it`,
	},
	{isPicture, `this is a picture, not {file}; what it shows has to be typed`},
	{begins("\x7fELF", "MZ\x90", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe"), `this is a program, not {file}; is it the right file?`},
	{
		begins("L\x00\x00\x00\x01\x14\x02\x00", "[InternetShortcut]", "book\x00\x00\x00\x00mark"),
		`this is a shortcut, not {file}; name the file that it leads to`,
	},
	{begins("\x00\x05\x16\x07"), `this is what macOS keeps beside a file, not {file}; name the file without "._" before its name`},
	{
		begins("version https://git-lfs.github.com/spec/"),
		`this is a placeholder of Git LFS, not {file}; fetch the file itself with: git lfs pull`,
	},
	{isCloudDocument, `this leads to a document in a cloud, not to {file}; open it there, and download it as plain text`},
	{isWebPage, `this is a web page, not {file}; was a page saved in place of the file that it offers?`},
	{begins("<?xml"), `this is an XML file, not {file}; is it the right file?`},
	{begins("BEGIN:VCALENDAR", "BEGIN:VCARD"), `this is a calendar or an address card, not {file}; is it the right file?`},
	{isDiff, `this is a comparison of two versions of a file (a diff), not {file}; name the file itself`},
	{isMail, `this is a mail, not {file}; save the file that is attached to it, or only the lines of the answers`},
}

// begins recognizes a format by the first bytes of a file.
func begins(signatures ...string) func(text string) bool {
	return func(text string) bool {
		return slices.ContainsFunc(signatures, func(s string) bool { return strings.HasPrefix(text, s) })
	}
}

// zipWith recognizes an archive by the name of one of the first files in it.
func zipWith(names ...string) func(text string) bool {
	return func(text string) bool {
		within := func(name string) bool { return strings.Contains(text[:min(len(text), 64<<10)], name) }
		return strings.HasPrefix(text, "PK\x03\x04") && slices.ContainsFunc(names, within)
	}
}

// isPicture recognizes what cameras, phones and screenshots save.
func isPicture(text string) bool {
	if len(text) < 12 {
		return false
	}
	brand := text[8:12]
	return begins("\x89PNG", "\xff\xd8\xff", "GIF8", "II*\x00", "MM\x00*", "<svg")(text) ||
		text[:4] == "RIFF" && brand == "WEBP" || text[4:8] == "ftyp" && slices.Contains([]string{"heic", "heix", "mif1", "avif"}, brand)
}

// isCloudDocument recognizes the files by which programs of clouds open a document that is not on the machine.
func isCloudDocument(text string) bool {
	return len(text) < 4<<10 && strings.HasPrefix(text, "{") && (strings.Contains(text, `"doc_id"`) || strings.Contains(text, `"https://docs.google.com/`))
}

// isDiff recognizes what shows the differences between two versions of a file.
func isDiff(text string) bool {
	return begins("diff --git ", "--- ", "Index: ")(text) && strings.Contains(text, "\n@@ -")
}

// isMail recognizes a mail by the first lines of its head.
func isMail(text string) bool {
	heads := 0
	for line := range strings.Lines(text) {
		name, _, found := strings.Cut(line, ":")
		switch {
		case found && slices.Contains(mailHeads, strings.ToLower(name)):
			heads++
		case heads > 0 && (line[0] == ' ' || line[0] == '\t' || found && !strings.Contains(name, " ") && strings.TrimSpace(line) != ""):
		default:
			return heads > 1
		}
	}
	return heads > 1
}

// mailHeads are the names in the head of a mail, but for those that other files have, too.
var mailHeads = []string{
	"from", "to", "cc", "subject", "received", "return-path", "delivered-to", "reply-to", "message-id", "mime-version", "content-type", "dkim-signature",
}

func isWebPage(text string) bool {
	text = strings.ToLower(strings.TrimLeft(text[:min(len(text), 1<<10)], " \t\r\n"))
	return begins("<!doctype html", "<html", "<head", "<body")(text) || begins("<?xml", "<!--")(text) && strings.Contains(text, "<html")
}
