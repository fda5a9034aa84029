"""Verbs of the challenge house, one subject a file."""
