package textfile

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Object is a JSON object whose members keep their order.
type Object []Member

// Member is a member of an Object: its name, which is a string, and its value.
type Member [2]any

// MarshalJSON writes the members in order.
func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, m := range o {
		b.WriteByte("{,"[min(i, 1)])
		name, err := json.Marshal(m[0])
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(m[1])
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "%s:%s", name, value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// Indented returns the object as text for people: each member has a line of its own, and objects in it, also those in
// lists, have their members indented. Every other value is in one line.
func (o Object) Indented() []byte {
	var b bytes.Buffer
	o.indent(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

func (o Object) indent(b *bytes.Buffer, newLine string) {
	for i, m := range o {
		b.WriteByte("{,"[min(i, 1)])
		b.WriteString(newLine + "  ")
		writeJSON(b, m[0])
		b.WriteString(": ")
		switch value := m[1].(type) {
		case Object:
			value.indent(b, newLine+"  ")
		case []Object:
			indentList(b, value, newLine+"  ")
		default:
			writeJSON(b, value)
		}
	}
	b.WriteString(newLine + "}")
}

func indentList(b *bytes.Buffer, list []Object, newLine string) {
	if len(list) == 0 {
		b.WriteString("[]")
		return
	}
	for i, o := range list {
		b.WriteByte("[,"[min(i, 1)])
		b.WriteString(newLine + "  ")
		o.indent(b, newLine+"  ")
	}
	b.WriteString(newLine + "]")
}

// writeJSON writes a value in one line. Raw messages stay as they are.
func writeJSON(b *bytes.Buffer, value any) {
	if raw, ok := value.(json.RawMessage); ok {
		b.Write(raw)
		return
	}
	encoder := json.NewEncoder(b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		panic(err) // it is text, a number or a list
	}
	b.Truncate(b.Len() - 1) // without the line break
}

// OrNull returns the types of JSON Schema for a value that may stay empty.
func OrNull(kind string) []string { return []string{kind, "null"} }

// TextSchema describes a text that people wrote. YAML takes some texts for numbers, or for true and false.
func TextSchema(description string, limits Limits) Object {
	forbidden := `\u0000-\u001f`
	if limits.Breaks {
		forbidden = `\u0000-\u0008\u000b\u000c\u000e-\u001f`
	}
	return Object{
		{"description", description},
		{"type", []string{"string", "number", "boolean", "null"}},
		{"maxLength", limits.Length},
		{"pattern", `^[^` + forbidden + `\u007f-\u009f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]*$`},
	}
}

// DaySchema describes a day of the calendar.
func DaySchema(description string) Object {
	return Object{
		{"description", description},
		{"type", OrNull("string")},
		{"format", "date"},
		{"pattern", `^\d{4}-\d{2}-\d{2}$`},
	}
}
