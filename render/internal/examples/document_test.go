package examples_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"reflect"
	"testing"

	"github.com/coalcheck/coalcheck/render/internal/examples"
)

// TestDocumentHasEveryBlock finds the blocks of package doc by their method, so that a new one is fed to all writers.
func TestDocumentHasEveryBlock(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../../doc/doc.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, b := range examples.Document("x").Blocks {
		found[reflect.TypeOf(b).Name()] = true
	}
	blocks := 0
	for _, d := range file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok && f.Recv != nil && f.Name.Name == "block" {
			blocks++
			if name := f.Recv.List[0].Type.(*ast.Ident).Name; !found[name] {
				t.Errorf("the document has no %s", name)
			}
		}
	}
	if blocks < 10 {
		t.Errorf("found %d kinds of blocks", blocks)
	}
}
