"""Exchange formats: a plan as a folder that people can read."""
