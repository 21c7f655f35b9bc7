# `make` alone lists the commands. What is built when is decided by the dates of files, so a second run takes seconds.

# Node and Rust tools of this repository come before the machine's.
export PATH := $(CURDIR)/target/tools/bin:$(CURDIR)/www/node_modules/.bin:$(PATH)
export CARGO_TARGET_DIR := $(CURDIR)/target
export PORT ?= 8080
# Flags from outside would replace those of .cargo/config.toml, on which the WebAssembly depends.
unexport RUSTFLAGS CARGO_ENCODED_RUSTFLAGS CARGO_BUILD_RUSTFLAGS CARGO_BUILD_TARGET

wasm_target := wasm32-unknown-unknown
wasm_flags = --config '$(shell scripts/wasm-flags)'

module := target/$(wasm_target)/wasm/infocity_boundary.wasm
engine := www/generated/engine_bg.wasm
plain := www/generated/plain.js
# The workbench's engine does more: a build of its own, in a folder where it does not take the other's place.
workbench_target := $(CURDIR)/target/workbench
workbench_module := target/workbench/$(wasm_target)/wasm/infocity_boundary.wasm
workbench_engine := www/generated/workbench/engine_bg.wasm
workbench_plain := www/generated/workbench/plain.js
crates := www/generated/crates.json
dist := www/dist/SHA256SUMS
rulebooks := $(shell find rulebooks -name rulebook.json -o -name '*.submission.json')
example := rulebooks/miit-2019-63/examples/shenzhen-2021.submission.json

heading = @printf '\n== %s\n' '$(1)'

.DELETE_ON_ERROR:
.PHONY: help start build test sizes clean setup setup-tests infocity FORCE
.DEFAULT_GOAL := help

help:
	@echo 'make start   set up what is missing, build, assess the real example, serve the page at 127.0.0.1 (PORT=8080)'
	@echo 'make build   set up what is missing; the command in target/release/infocity, the page in www/dist, the npm package in target/npm'
	@echo 'make test    set up what the tests need; run every test'
	@echo 'make test-matrix   every browser since 2018 × policy × form; writes the table in README'
	@echo 'make reproducible  builds all of it again in a clone: the same bytes'
	@echo 'make laws    try the laws of the engine on many made rulebooks (CASES=100000)'
	@echo 'make fuzz    any bytes as rulebook, submission, formula, condition, figures (SECONDS=60 each, TARGETS=…)'
	@echo 'make mutants change the engine place by place; the tests must notice (FILES=…; goes on where it was stopped)'
	@echo 'make mutants-changed   the same for what differs from a commit (BASE=main)'
	@echo 'make sizes   what each part of the page weighs and may weigh (UPDATE=1 WHY=… lets it weigh that)'
	@echo 'make clean   remove what was built; the tools that were set up stay'

start: build
	$(call heading,Assessment of the real example)
	target/release/infocity assess $(example)
	$(call heading,The page)
	@exec node www/build/serve.mjs

build: infocity $(dist)

sizes: $(dist)
	$(call heading,Sizes)
	@node www/build/sizes.mjs

clean:
	[ ! -d target ] || find target -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +
	rm -rf www/generated www/dist

setup:
	$(call heading,Set-up)
	@scripts/setup

infocity: | setup
	$(call heading,The command line: target/release/infocity)
	cargo build --release --bin infocity

# Cargo knows best whether the module is out of date; when it is not, its date stays and nothing below runs.
$(module): FORCE | setup
	$(call heading,The engine as WebAssembly)
	cargo build --package infocity-boundary --lib --profile wasm --target $(wasm_target) $(wasm_flags)

$(engine): $(module) www/boundary/Cargo.toml Cargo.lock
	wasm-pack build www/boundary --mode no-install --target bundler --profile wasm --no-pack \
	  --out-dir ../generated --out-name engine -- $(wasm_flags)

$(plain): $(engine) www/build/forms.mjs www/package-lock.json
	$(call heading,The engine as plain JavaScript)
	node www/build/forms.mjs

$(workbench_module): FORCE | setup
	$(call heading,The engine of the workbench as WebAssembly)
	CARGO_TARGET_DIR=$(workbench_target) cargo build --package infocity-boundary --features workbench --lib --profile wasm \
	  --target $(wasm_target) $(wasm_flags)

$(workbench_engine): $(workbench_module) www/boundary/Cargo.toml Cargo.lock
	CARGO_TARGET_DIR=$(workbench_target) wasm-pack build www/boundary --mode no-install --target bundler --profile wasm \
	  --no-pack --out-dir ../generated/workbench --out-name engine -- --features workbench $(wasm_flags)

$(workbench_plain): $(workbench_engine) www/build/forms.mjs www/package-lock.json
	$(call heading,The engine of the workbench as plain JavaScript)
	node www/build/forms.mjs workbench

# What is compiled into the engine, by name and licence.
$(crates): $(engine) Cargo.toml rust-toolchain.toml www/build/crates.mjs www/build/notices.mjs
	node www/build/crates.mjs

$(dist): $(plain) $(workbench_plain) $(crates) $(shell find www/src www/build -type f) $(rulebooks) www/package-lock.json www/README.md
	$(call heading,The page: www/dist)
	node www/build/build.mjs
	@ls -l www/dist | awk 'NR > 1 { printf "%9d  %s\n", $$5, $$9 }'

include scripts/test.mk
include scripts/proof.mk
