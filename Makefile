# The everyday loop; "make" lists the targets. Go is all it needs: the linter is built once and kept in the user's cache.
# .ci/run and the workflows call the same targets.

packages ?= ./...
output ?= coalcheck
# A number of inputs: where a time ends, Go 1.26 sometimes reports a failure that is none, see https://go.dev/issue/75804.
fuzztime ?= 5000x
lint_version := v2.15.0
tools := $(or $(COALCHECK_TOOLS),$(or $(XDG_CACHE_HOME),$(HOME)/.cache)/coalcheck-tools)
linter := $(tools)/golangci-lint-$(lint_version)/golangci-lint
goldens = $(or $(filter-out ./...,$(packages)),$(shell grep -rlE 'exp/golden|"update"' --include='*_test.go' . | xargs -n1 dirname | sort -u))

.PHONY: help run build test fuzz crash lint generate golden pictures picture screens pages bench check

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s  %s\n", $$1, $$2 }' Makefile

run: ## ask and show the plan, from the source
	go run ./cmd/coalcheck assess

build: ## build the program as it is released, into output=coalcheck
	CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o '$(output)' ./cmd/coalcheck

test: ## run the tests of packages=./..., with flags='-race' or -shuffle=on or '-tags symbols'
	go test $(flags) $(packages)

fuzz: ## fuzz every target of packages=./... for fuzztime=5000x
	@set -e; for package in $$(go list $(packages)); do \
	  for target in $$(go test -list '^Fuzz' "$$package" | grep '^Fuzz' || true); do \
	    go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(fuzztime) "$$package"; done; done

crash: build ## kill and fail the program at every call on a file; takes four minutes, on Linux on x86-64
	go run ./.ci/crash '$(output)'

lint: $(linter) ## vet and lint, and check the format
	go vet ./... ./.ci/crash ./.ci/licenses ./.ci/measure ./.ci/releaseconfig ./.ci/vectors
	'$(linter)' config verify
	'$(linter)' run ./...
	'$(linter)' fmt --diff

generate: ## rebuild the catalogue's Go data from its YAML
	go generate ./...

golden: ## rewrite the golden files of packages=./..., and list what changed
	go test $(goldens) -count 1 -update
	git status --short

pictures: ## draw the README's pictures from the real program
	go test ./cmd -run '^TestPictures$$' -count 1 -update

screens: ## print every screen at 80x24; try: make screens | less
	@tail -n +1 cmd/screens/*/testdata/*/*80x24.golden

picture: build ## draw the README's picture of the printed page, in a browser
	.ci/page-picture '$(output)' docs/pictures/page.png

pages: build ## write HTML reports of the examples and the forms into dist/pages, and check them in a browser
	.ci/pages '$(output)' dist/pages

bench: ## measure speed, size and memory; takes about two minutes
	.ci/bench

check: ## run everything that must pass before a change lands
	.ci/run

$(linter):
	GOOS= GOARCH= GOBIN='$(@D)' go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(lint_version)
