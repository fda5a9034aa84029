"""What the command `sources` says: tables that come along, tables that were fetched, new ones."""
