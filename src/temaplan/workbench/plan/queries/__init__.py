"""Questions to the plan house, one subject a file."""
