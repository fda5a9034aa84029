"""One file for each chapter: `write(page, ground)`; their order stands in `contents.py`."""
