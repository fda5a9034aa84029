"""Verbs of the plan house, and the three that every house builds on."""
