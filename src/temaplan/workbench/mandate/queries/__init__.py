"""Questions to the mandate house, one subject a file."""
