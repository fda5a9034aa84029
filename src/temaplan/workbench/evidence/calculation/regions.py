"""Regions as people write them: «Drammen, Lier, 3314»."""

from collections import defaultdict

from django.utils.translation import gettext as _

from temaplan.errors import BadInput
from temaplan.sources.statistics import Statistics


def codes_of(text: str, statistics: Statistics) -> list[str]:
    """Return the codes of the regions named in a text, each once.

    Raises `BadInput` for a name that the table does not have, or that two regions have.
    """
    by_name: dict[str, list[str]] = defaultdict(list)
    for code in statistics.regions:
        name = statistics.region_names.get(code, code).casefold()
        # «Herøy (Nordland)» is also asked for as «Herøy», which another is too
        for known in {name, name.partition(" (")[0], code.casefold()}:
            by_name[known].append(code)
    wanted = [each.strip() for each in text.replace("\n", ",").split(",") if each.strip()]
    return list(dict.fromkeys(_code(each, by_name) for each in wanted))


def _code(text: str, by_name: dict[str, list[str]]) -> str:
    found = by_name.get(text.casefold(), [])
    if len(found) == 1:
        return found[0]
    if found:
        raise BadInput(
            _("Flere kommuner heter «%(name)s». Skriv kommunenummeret: %(codes)s.")
            % {"name": text, "codes": ", ".join(found)}
        )
    raise BadInput(_("Tabellen har ikke området «%(name)s».") % {"name": text})
