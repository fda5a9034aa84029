"""What may be done with sources, findings, calculations and files, and why not."""
