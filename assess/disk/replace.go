package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// Replace gives the file at path a new text, so that every reader sees the former text or the new one and never a part.
// With sync it returns when both the text and its name are on the disk. After an error the former text is still there.
//
// Only the holder of the file's lock may call it. So one fixed name for the incoming text is enough, and a killed
// process leaves at most that one file behind, which RemoveIncoming removes.
func Replace(path string, text []byte, sync bool) error {
	if err := write(incoming(path), text, sync); err != nil {
		_ = os.Remove(incoming(path))
		return err
	}
	if err := system.rename(incoming(path), path); err != nil {
		_ = os.Remove(incoming(path))
		return err
	}
	if sync {
		return system.syncFolder(filepath.Dir(path))
	}
	return nil
}

func write(path string, text []byte, sync bool) (err error) {
	f, err := system.open(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	// Some file systems report only on closing that there is no room left.
	defer func() {
		if closing := f.Close(); err == nil {
			err = closing
		}
	}()
	if _, err := f.Write(text); err != nil {
		return err
	}
	if sync {
		return f.Sync()
	}
	return nil
}

// RemoveIncoming removes a text that a killed process was about to give the file at path, if there is one.
func RemoveIncoming(path string) error { return removeIfThere(incoming(path)) }

// incoming returns the name that a new text has until it replaces the file at path.
func incoming(path string) string { return path + ".new" }

func removeIfThere(path string) error {
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
