"""Questions to the challenge house, one subject a file."""
