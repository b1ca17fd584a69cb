//go:build !windows

package iostreams

import "os"

var host = os.Hostname
