"""What may be done in the actor house, one subject a file."""
