package cmd

import (
	"github.com/spf13/cobra"

	"github.com/coalcheck/coalcheck/assess/answersfile"
	"github.com/coalcheck/coalcheck/assess/planfile"
	"github.com/coalcheck/coalcheck/pitfalls"
)

func newSchema(a *app) *cobra.Command {
	schemas := map[string]func(*pitfalls.Catalogue) []byte{"answers": answersfile.Schema, "plan": planfile.Schema}
	of := choice{value: "answers", of: []string{"answers", "plan"}}
	c := &cobra.Command{
		Use:     "schema",
		GroupID: groupRead,
		Short:   "print the JSON Schema of the answers file, or of the plan file",
		Long: `Prints the JSON Schema (draft-07) of the answers file or, with --of plan, of the
plan file. An editor that knows it checks your file while you type.`,
		Example: `# where a blank answers file looks for it
coalcheck schema > coalcheck-answers.schema.json`,
		Args: noArguments,
		RunE: func(*cobra.Command, []string) error { return a.print(string(schemas[of.value](a.catalogue))) },
	}
	c.Flags().Var(&of, "of", "the kind of file")
	complete(c, "of", of.of)
	return c
}
