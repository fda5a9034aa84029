"""Pages of the mandate house, one subject a file."""
