"""Analysis as pure functions: no Django, no files, no network, no clock."""
