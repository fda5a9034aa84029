"""Pages of the actor house: the list, one actor, and its forms."""
