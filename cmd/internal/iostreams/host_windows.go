package iostreams

// host is nil: Windows takes a name in the address of a file for that of a server.
var host func() (string, error)
