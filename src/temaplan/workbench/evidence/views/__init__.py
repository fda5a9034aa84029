"""Pages of the evidence house."""
