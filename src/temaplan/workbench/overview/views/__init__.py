"""Pages of the overview house in the workbench, one subject a file."""
