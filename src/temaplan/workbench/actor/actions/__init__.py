"""Verbs of the actor house, one subject a file."""
