"""Pages of the plan house, one subject a file."""
