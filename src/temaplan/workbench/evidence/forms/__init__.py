"""Forms of the evidence house, one subject a file."""
