"""Where people have written an old number or an old year in their own words.

A quoted figure follows its calculation; words do not. So they are found and shown, and a
person changes them.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from temaplan.workbench.evidence.models import Finding
from temaplan.workbench.evidence.queries.layers import visible_findings
from temaplan.workbench.evidence.rules.findings import split_at_places
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.records import recorded_fields
from temaplan.workbench.plan.terms import TermField
from temaplan.workbench.plan.trace import Neighbour, links, neighbours, traced

_BLANKS = re.compile("[\u00a0\u202f\u2009]")
_WITHIN_A_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")
_SHORTEST_ALONE = 3  # «5» stands in many sentences, «1,5» in few


@dataclass(frozen=True)
class OldWords:
    """A text that names something old: which words, in whose text, and where it is changed."""

    title: str
    kind_label: str
    address: str
    found: Sequence[str]


def names_in(text: str, old: Iterable[str]) -> list[str]:
    """Return the old numbers and years that a text names, each once."""
    plain = _plain(text)
    return [each for each in dict.fromkeys(old) if each and _stands_in(_plain(each), plain)]


def _plain(text: str) -> str:
    """Write blanks and minus as people type them."""
    return _WITHIN_A_NUMBER.sub("", _BLANKS.sub(" ", text)).replace("\u2212", "-")


def _stands_in(number: str, text: str) -> bool:
    return bool(re.search(rf"(?<![\d,.]){re.escape(number)}(?!\d|[,.]\d)", text))


def rows_on(findings: Collection[int], access: Access) -> list[Neighbour]:
    """Return what rests on some findings, seen by the person, in a statement for each kind."""
    found: list[Neighbour] = []
    for link in links():
        if link.target is Finding:
            resting = {f"{link.field}__in": findings, "plan": access.plan}
            rows = link.model._default_manager.filter(**resting, **link.where).distinct()
            found += neighbours(link.model, rows, access, "")
    return found


def old_words(
    access: Access, *, quoting: Collection[int], numbers: Sequence[str], year: str
) -> list[OldWords]:
    """Return every text that names one of the numbers, or the year where they are quoted.

    `quoting` are the keys of the findings that quote the figures; what rests on them is
    looked through too.
    """
    return [
        *_in_findings(access, quoting, numbers, year),
        *_in_rows(rows_on(quoting, access), [*numbers, year]),
    ]


def _in_findings(
    access: Access, quoting: Collection[int], numbers: Sequence[str], year: str
) -> Iterator[OldWords]:
    kind = next(each for each in traced() if each.model is Finding)
    rows = visible_findings(Finding.objects.filter(plan=access.plan), access)
    alone = [number for number in numbers if len(number) >= _SHORTEST_ALONE]
    for row in rows.select_related("plan"):
        own = " … ".join(piece for piece in split_at_places(row.text) if isinstance(piece, str))
        found = names_in(own, [*numbers, year] if row.pk in quoting else alone)
        if found:
            title = _("Funn %(number)d") % {"number": row.number}
            yield OldWords(title, str(Finding._meta.verbose_name), kind.address(row), found)


def _in_rows(rows: Iterable[Neighbour], old: Sequence[str]) -> Iterator[OldWords]:
    for each in rows:
        found = names_in("\n".join(_texts(each.row)), old)
        if found:
            yield OldWords(each.title, each.kind_label, each.address, found)


def _texts(row: Any) -> Iterator[str]:
    """Yield what people have written in a row."""
    for name in recorded_fields(type(row)):
        field = row._meta.get_field(name)
        written = isinstance(field, models.CharField | models.TextField)
        if written and not isinstance(field, TermField):
            yield getattr(row, name)
