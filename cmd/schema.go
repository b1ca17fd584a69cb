package cmd

import (
	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/assess/answersfile"
)

func newSchema(a *app) *cobra.Command {
	return &cobra.Command{
		Use:     "schema",
		GroupID: groupRead,
		Short:   "print the JSON Schema of the answers file",
		Long: `Prints the JSON Schema (draft-07) of the answers file. An editor that knows it
checks your file and offers the statements while you type.`,
		Example: `# where a blank answers file looks for it
coalcheck schema > coalcheck-answers.schema.json`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return a.print(string(answersfile.Schema(a.catalogue))) },
	}
}
