"""Regions as people write them: «Drammen, Lier, 3314», also by the numbers of an earlier year."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources import municipalities
from temaplan.sources.statistics import Statistics
from temaplan.workbench.plan.wording import listed

# The newest borders that the tables here are in.
_BORDERS_OF = 2024


@dataclass(frozen=True)
class ChosenRegions:
    """Codes of the table, each once, and a sentence for each that people call something else."""

    codes: Sequence[str]
    explanations: Sequence[str] = ()


def chosen_regions(text: str, statistics: Statistics) -> ChosenRegions:
    """Return the regions that a text names.

    A municipality that is gone is read as the one that it is part of today, and that is
    told. Raises `BadInput` for a name that the table does not have, or that two have.
    """
    by_name = _names(statistics)
    wanted = [each.strip() for each in text.replace("\n", ",").split(",") if each.strip()]
    codes: list[str] = []
    explained: dict[str, str] = {}
    for each in wanted:
        found = _found(each, by_name)
        if found is None:
            found, was = _today(each, statistics)
            explained[found] = _explanation(found, was)
        codes.append(found)
    return ChosenRegions(list(dict.fromkeys(codes)), list(explained.values()))


def _names(statistics: Statistics) -> dict[str, list[str]]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for code in statistics.regions:
        name = statistics.region_names.get(code, code).casefold()
        # «Herøy (Nordland)» is also asked for as «Herøy», which another is too
        for known in {name, name.partition(" (")[0], code.casefold()}:
            by_name[known].append(code)
    return by_name


def _found(text: str, by_name: dict[str, list[str]]) -> str | None:
    found = by_name.get(text.casefold(), [])
    if len(found) > 1:
        raise BadInput(
            _("Flere kommuner heter «%(name)s». Skriv kommunenummeret: %(codes)s.")
            % {"name": text, "codes": ", ".join(found)}
        )
    return found[0] if found else None


def _today(text: str, statistics: Statistics) -> tuple[str, municipalities.Version]:
    """Return what a municipality of earlier years is part of today, with what it was."""
    was = municipalities.last_called(text)
    if was is not None:
        now = municipalities.became_of(was, to_year=_BORDERS_OF)
        if len(now) == 1 and now[0].code in statistics.regions:
            return now[0].code, was
    raise BadInput(_("Tabellen har ikke området «%(name)s».") % {"name": text})


def _explanation(code: str, was: municipalities.Version) -> str:
    assert was.day_after is not None  # what is still in use has been found by its own name
    name = f"{code} {municipalities.name_of(code)}"
    parts = municipalities.was(code, in_year=was.day_after.year - 1, to_year=_BORDERS_OF)
    if len(parts) == 1:
        return _("%(was)s er nå %(now)s.") % {"was": f"{was.code} {was.name}", "now": name}
    return _("%(now)s er i dag det som var %(parts)s.") % {
        "now": name,
        "parts": listed([f"{part.code} {part.name}" for part in parts]),
    }
