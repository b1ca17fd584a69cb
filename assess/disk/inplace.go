package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// mostInPlace is the largest file that is written in place, in bytes: its former text is in memory meanwhile.
const mostInPlace = 64 << 20

// ErrDamaged means that a file was written in part and that its former text could not be brought back.
var ErrDamaged = errors.New("the file is damaged")

// writeInPlace gives a file a new text where it is, because it cannot be replaced. A reader may see a part of the text,
// and a power cut may leave one; Options.Spare holds the former text until the new one is on the disk. After an error
// the former text is back, unless the error is ErrDamaged.
func writeInPlace(path string, text []byte, o Options) (err error) {
	f, err := system.open(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer func() {
		if f.Close() != nil && err == nil {
			err = ErrUnconfirmed
		}
	}()
	former, err := io.ReadAll(io.NewSectionReader(f, 0, mostInPlace+1))
	switch {
	case err != nil:
		return err
	case len(former) > mostInPlace:
		return errors.New("the file is too large to be replaced in this folder")
	case o.Was != nil && !bytes.Equal(former, o.Was):
		return ErrChanged
	}
	if o.Spare != "" {
		if err := Replace(o.Spare, former, true); err != nil {
			return fmt.Errorf("keep the former text: %v", cause(err)) //nolint:errorlint // it says nothing about the file itself
		}
	}
	if err := extend(f, text, len(former)); err != nil {
		return bringBack(f, former, o, err)
	}
	if err := rewrite(f, text[:min(len(former), len(text))], len(text) < len(former)); err != nil {
		return bringBack(f, former, o, err)
	}
	if syncFile(f) != nil {
		return ErrUnconfirmed
	}
	return nil
}

// extend writes what goes beyond the former size. It comes first, because only there may the disk have no room; before
// that has worked, nothing of the former text is gone.
func extend(f file, text []byte, former int) error {
	if former >= len(text) {
		return nil
	}
	if _, err := f.WriteAt(text[former:], int64(former)); err != nil {
		return err
	}
	return syncFile(f)
}

// rewrite writes a text over the beginning of an open file, and with cut makes it the whole of the file.
func rewrite(f file, text []byte, cut bool) error {
	_, err := f.WriteAt(text, 0)
	if err == nil && cut {
		err = f.Truncate(int64(len(text)))
	}
	return err
}

// bringBack gives a file its former text back after an error, which it returns.
func bringBack(f file, former []byte, o Options, err error) error {
	switch {
	case rewrite(f, former, true) == nil:
		if syncFile(f) == nil && o.Spare != "" {
			_ = RemoveIfThere(o.Spare)
		}
		return err
	case o.Spare != "":
		return fmt.Errorf("%w; %w, and its former text is in %s", cause(err), ErrDamaged, o.Spare)
	default:
		return fmt.Errorf("%w; %w", cause(err), ErrDamaged)
	}
}

// createInPlace writes a new file under its own name, where a finished file cannot be given one. It removes what it has
// created when that fails.
func createInPlace(path string, text []byte, mode fs.FileMode) error {
	f, err := system.open(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return err
	}
	info, err := f.Stat()
	if err != nil {
		_ = f.Close()
		_ = os.Remove(path) // it was not there before
		return err
	}
	in := incoming{f, path, info}
	if err := in.fill(text, true); err != nil {
		in.discard()
		return err
	}
	return nil
}

// RemoveIfThere removes a file of ours. That there is none is no error.
func RemoveIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
