# The tests, in the order of how soon they can tell something; each can be run alone.

tests := test-format test-lint test-rust test-documentation test-oracle test-page-code test-page-units \
  test-boundary test-browser
.PHONY: $(tests) test-matrix reproducible

test: setup-tests $(tests)
	$(call heading,All tests passed)

setup-tests:
	$(call heading,Set-up for the tests)
	@scripts/setup --tests

test-format: | setup-tests
	$(call heading,Rust: format)
	cargo fmt --all --check

test-lint: | setup-tests
	$(call heading,Rust: lints)
	cargo clippy --workspace --all-targets --features infocity-boundary/workbench -- -D warnings

test-rust: | setup-tests
	$(call heading,Rust: tests)
	@if cargo nextest --version >/dev/null 2>&1; then set -x; cargo nextest run --workspace; \
	else set -x; cargo test --workspace --lib --bins --tests; fi

test-documentation: | setup-tests
	$(call heading,Rust: examples in the documentation)
	cargo test --workspace --doc

test-boundary: | setup-tests
	$(call heading,The boundary in a browser)
	cd www/boundary && CHROMEDRIVER="$$(command -v chromedriver)" CARGO_PROFILE_TEST_OPT_LEVEL=0 \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
	  cargo test --lib --features workbench --target $(wasm_target)

test-oracle: $(plain) | setup-tests
	$(call heading,The independent oracle: its own tests; the engine against it)
	cd tests && python3 -B -m unittest discover --quiet --start-directory oracle --top-level-directory .
	scripts/oracle 2000

test-page-code: $(plain) $(workbench_plain) | setup-tests
	$(call heading,Page: types and lints)
	cd www && npm run --silent check

test-page-units: $(plain) $(workbench_plain) | setup-tests
	$(call heading,Page: unit tests)
	cd www && npm run --silent test:unit

# The command that the Rust tests were run with does as well; one built to be fast takes minutes.
test-browser: $(dist) | setup-tests
	$(call heading,Page: the module; the page in browsers)
	cargo build --quiet --workspace --bins --examples --profile test
	cd www && INFOCITY="$(CARGO_TARGET_DIR)/debug/infocity" npm run --silent test:page

# Every cell of browser, policy and form; README's table is written anew. BROWSERS='"Chromium 65" Firefox' takes some of them.
test-matrix: $(dist)
	$(call heading,Set-up for the matrix)
	@scripts/setup --matrix
	$(call heading,The page in every browser$(comma) under every policy$(comma) in every form)
	cargo build --quiet --workspace --bins --examples --profile test
	cd www && INFOCITY="$(CARGO_TARGET_DIR)/debug/infocity" SUBMISSIONS=2000 node --test --test-reporter=spec tests/same-bytes-browsers.test.mjs
	cd www && INFOCITY="$(CARGO_TARGET_DIR)/debug/infocity" node tests/matrix/run.mjs $(BROWSERS)

# The same sources give the same bytes: the page's files here, all of it in a clone.
reproducible: $(dist)
	$(call heading,The same bytes from another folder)
	@scripts/reproducible --engine
