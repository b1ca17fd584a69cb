package tui

import (
	"io"
	"slices"
	"unicode/utf8"
)

// undecoded stands for a byte that is not UTF-8. It is no character, so that nothing else can be mistaken for it.
const undecoded = '\ufffe'

// file is what the reading of keys needs of a terminal besides its bytes.
type file interface {
	io.ReadWriteCloser
	Fd() uintptr
	Name() string
}

// decoding returns a terminal's input in which undecoded stands for bytes that are not UTF-8, and for a character that
// somebody else could not decode. Bubble Tea would drop them in silence.
func decoding(in io.Reader) io.Reader {
	if f, ok := in.(file); ok {
		return &decodingFile{f, decoder{in: f}}
	}
	return &decoder{in: in}
}

type decodingFile struct {
	file
	decoder decoder
}

func (f *decodingFile) Read(p []byte) (int, error) { return f.decoder.Read(p) }

// decoder reads and marks what is no UTF-8.
type decoder struct {
	in io.Reader
	// half holds the beginning of a character at the end of what was read. It was handed on, because a terminal that
	// sends no UTF-8 may send no more.
	half []byte
	// ready is what did not fit into the last read.
	ready []byte
}

// Read reads few enough bytes for the marks to fit too, so that ready stays empty but for the smallest of buffers.
func (d *decoder) Read(p []byte) (int, error) {
	var err error
	if len(d.ready) == 0 {
		var n int
		n, err = d.in.Read(p[:max(1, len(p)/utf8.UTFMax)])
		d.mark(p[:n])
	}
	n := copy(p, d.ready)
	d.ready = d.ready[n:]
	return n, err
}

// mark makes input ready.
func (d *decoder) mark(input []byte) {
	handedOn := len(d.half)
	text := slices.Concat(d.half, input)
	d.half, d.ready = nil, nil
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		switch {
		case r != utf8.RuneError:
		case !utf8.FullRune(text[at:]):
			d.half = append(d.half, text[at:]...)
			size = len(text) - at
		default:
			d.ready = utf8.AppendRune(d.ready, undecoded)
			at += size
			continue
		}
		d.ready = append(d.ready, text[max(at, min(handedOn, at+size)):at+size]...)
		at += size
	}
}
