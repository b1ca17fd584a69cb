package draft

import (
	"os"
	"path/filepath"
)

// replace gives the file at path a new text, so that whoever reads it sees the former text or the new one and never a
// part. With sync it returns when both the text and its name are on the disk. After an error the former text stands.
//
// Whoever holds the draft is the only one to write it. So one fixed name for the incoming text is enough, and a killed
// process leaves at most that one file behind.
func replace(path string, text []byte, sync bool) error {
	if err := write(incoming(path), text, sync); err != nil {
		_ = os.Remove(incoming(path))
		return err
	}
	if err := Rename(incoming(path), path); err != nil {
		_ = os.Remove(incoming(path))
		return err
	}
	if sync {
		return syncFolder(filepath.Dir(path))
	}
	return nil
}

func write(path string, text []byte, sync bool) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	// Some file systems say only on closing that there is no room left.
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

// incoming returns the name that a new text has until it replaces the file at path.
func incoming(path string) string { return path + ".new" }

// prepare makes the folder of path and returns path with every link in it followed, so that a draft that is a link
// stays one, and two names of one draft are one draft.
func prepare(path string) (string, error) {
	folder, name := filepath.Split(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", err
	}
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target, nil
	}
	folder, err := filepath.EvalSymlinks(folder)
	return filepath.Join(folder, name), err
}
