"""A file of figures that a person brings: taken whole, or refused with every fault by line.

    found = read_brought(content)
    found.problems    # sentences with line number and cure; when any is a fault, no statistics
    found.statistics  # the figures, when nothing is wrong

Nothing is repaired: a comma in a number or a code without its first zero is told, not fixed.
"""

from temaplan.sources.brought.formats import as_csv
from temaplan.sources.brought.problems import BroughtRefused, Problem
from temaplan.sources.brought.reading import Brought, read_brought, read_kept

__all__ = ["Brought", "BroughtRefused", "Problem", "as_csv", "read_brought", "read_kept"]
