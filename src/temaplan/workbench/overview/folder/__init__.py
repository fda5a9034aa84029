"""A plan as a folder: out of the database, into it, and what differs between the two."""
