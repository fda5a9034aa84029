"""What may be done with orders and their sources, and why not: pure functions of values."""
