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
