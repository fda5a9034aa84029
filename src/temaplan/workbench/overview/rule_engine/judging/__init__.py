"""The functions that judge: from the facts of a plan to a verdict with its reason."""
