"""The processes of an installation: the web, the background worker, and what ties them together."""
