# What proves the engine beyond the ordinary tests: it takes as long as it is given.

.PHONY: laws oracle fuzz mutants mutants-changed

CASES ?= 100000
PAIRS ?= 20000
SEED ?= 1
SECONDS ?= 60
BASE ?= main
comma := ,

laws: | setup
	$(call heading,The laws of the engine on $(CASES) cases each)
	PROPTEST_CASES=$(CASES) cargo test --package infocity-check --test laws -- --nocapture

oracle: $(plain) | setup
	$(call heading,Engine and independent oracle on $(PAIRS) pairs)
	@scripts/oracle $(PAIRS) $(SEED)

fuzz:
	$(call heading,Fuzzing: each target for $(SECONDS) seconds)
	@scripts/fuzz $(SECONDS) $(TARGETS)

mutants:
	$(call heading,Mutants: numbers$(comma) ranges$(comma) score functions$(comma) conditions)
	@scripts/mutants $(FILES)

mutants-changed:
	$(call heading,Mutants: what differs from $(BASE))
	@scripts/mutants --changed $(BASE)
