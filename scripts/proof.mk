# What proves the engine beyond the ordinary tests.

.PHONY: laws

CASES ?= 100000

laws: | setup
	$(call heading,The laws of the engine on $(CASES) cases each)
	PROPTEST_CASES=$(CASES) cargo test --package infocity-check --test laws -- --nocapture
