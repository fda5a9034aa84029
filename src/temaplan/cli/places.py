"""Which municipality a command means, by number or short name; the first one is made."""

import sys
from typing import Any

from temaplan.cli.asking import ask, ask_which, can_ask, lacking
from temaplan.cli.faults import printable
from temaplan.cli.language import gettext as _
from temaplan.errors import BadInput
from temaplan.sources import municipalities as codes
from temaplan.workbench.plan.access import today
from temaplan.workbench.plan.actions.municipality import add_municipality
from temaplan.workbench.plan.models import Municipality

_NOT_STATED = "9999"  # in the official list, but no municipality


def municipality_for(code: str | None, *, quiet: bool) -> Municipality:
    """Return the municipality meant; an installation without any gets its first."""
    places = list(Municipality.objects.order_by("slug"))
    if not places:
        return _first(code, quiet=quiet)
    if code:
        return _called(code, places)
    return places[0] if len(places) == 1 else _chosen(places)


def _called(code: str, places: list[Municipality]) -> Municipality:
    for place in places:
        if code == place.slug or code in (each.get("number") for each in place.numbers):
            return place
    raise BadInput(
        _("Kommunen «{code}» finnes ikke her. Velg mellom {known}.").format(
            code=code, known=_listed(places)
        )
    )


def _chosen(places: list[Municipality]) -> Municipality:
    if can_ask():
        chosen = ask_which(_("Hvilken kommune?"), {place.slug: place.name for place in places})
        return _called(chosen, places)
    sentence = _("Skriv --municipality med nummer eller kortnavn: {known}.")
    raise lacking(sentence.format(known=_listed(places)))


def _listed(places: list[Municipality]) -> str:
    return ", ".join(place.slug for place in places)


def _first(code: str | None, *, quiet: bool) -> Municipality:
    if code and code.isdigit():
        return _numbered(code)
    name = code.capitalize() if code else ""
    if not name and can_ask():
        name = ask(_("Hva heter kommunen?")).removesuffix(" kommune")
    if not name and not quiet:
        print(printable(_("Kommunen heter «Min kommune» til du endrer navnet.")), file=sys.stderr)
    return add_municipality(_("{name} kommune").format(name=name or "Min"), by=None)


def _numbered(code: str) -> Municipality:
    """Make the municipality that has or had this number, under its official name."""
    if not codes.known(code) or code == _NOT_STATED:
        raise BadInput(
            _("Kommunenummeret «{code}» finnes ikke. Skriv fire siffer, for eksempel 3301.").format(
                code=code
            )
        )
    name = _("{name} kommune").format(name=codes.name_of(code))
    return add_municipality(name, by=None, numbers=[_validity(code)])


def _validity(code: str) -> dict[str, Any]:
    version = codes.in_use(code, today().year)
    first = version.first_day.isoformat() if version else None
    last = version.day_after.isoformat() if version and version.day_after else None
    return {"number": code, "valid_from": first, "valid_to": last}
