"""The Django application: one app, one migration history, one folder per link of the chain."""
