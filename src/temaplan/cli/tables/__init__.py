"""Files of figures for `analyse`: read with every fault told by line, written with every digit."""
