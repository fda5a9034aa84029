"""Questions to the actor house, one subject a file."""
