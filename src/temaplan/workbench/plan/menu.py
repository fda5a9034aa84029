"""The chain as the workbench's only menu, declared by each house.

A house declares `MENU` in its own `menu.py`. Numbers are queries, so that the frame
can count everything in one SQL statement however many links there are.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from temaplan.workbench.chain import CHAIN
from temaplan.workbench.plan.access import Access

Rows = Callable[[Access], Any]  # access → queryset of what is counted


@dataclass(frozen=True)
class Count:
    """Something that is counted for a menu link, and the words for the number.

    `words(number)` is shown when the number is above zero: «1 over frist». `query` is
    what the address of the list needs to show just these rows: «status=open».
    `rules` are the break rules of the trace whose rows are counted here, so that the
    overview does not tell of them twice.
    """

    rows: Rows
    words: Callable[[int], str]
    query: str = ""
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MenuLink:
    """One link of the menu: `code` is the house, `url_name` takes the plan's slug.

    `notes` tell what lacks; `content` tells on the overview page what is there, for
    example «6 ordrer» and «3 kildedokumenter». Without it the number stands alone.
    """

    code: str
    label: Any
    url_name: str
    number: Rows | None = None
    notes: tuple[Count, ...] = ()
    content: tuple[Count, ...] = ()
    beside: bool = False  # under the chain: Tidslinje, Dokumenter


def declared() -> Iterator[MenuLink]:
    """Return the links of every house along the chain."""
    for house in CHAIN:
        path = f"temaplan.workbench.{house}.menu"
        if house != "plan" and find_spec(path) is not None:
            yield from getattr(import_module(path), "MENU", ())
