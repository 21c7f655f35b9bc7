"""An independent oracle for scoring and eligibility rulebooks, written from the specification alone."""
