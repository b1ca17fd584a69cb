package cmd

import (
	"fmt"
	"runtime"
	"runtime/debug"
)

// version is set by the linker when a release is built.
var version string

// versionText returns which coalcheck this is and what built it.
func versionText() string {
	v := version
	if info, ok := debug.ReadBuildInfo(); ok && v == "" {
		v = info.Main.Version
	}
	return fmt.Sprintf("coalcheck %s (%s %s/%s)\n", v, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
