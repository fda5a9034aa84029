"""Settings, root addresses and the database engine of the workbench."""
