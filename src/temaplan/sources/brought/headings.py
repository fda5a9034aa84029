"""Which column is which: the usual names in English and Norwegian."""

from collections.abc import Mapping

from temaplan.sources.brought.lines import Line
from temaplan.sources.brought.problems import Notes
from temaplan.sources.words import gettext_noop as _

# What a heading may be called, in small letters. The first is the name used here.
NAMES: Mapping[str, tuple[str, ...]] = {
    "region": ("region", "kommune", "kommunenummer", "kommunenr", "fylke", "område"),
    "industry": ("industry", "næring", "naering", "næringskode", "nace", "alder", "age"),
    "period": ("period", "år", "aar", "periode", "year"),
    "value": ("value", "verdi", "antall", "tall", "sysselsatte", "innbyggere", "folketall"),
    "state": ("state", "tilstand"),
    "employed_residents": ("employed_residents", "bosatte", "bosatt_i_regionen"),
    "in_commuters": ("in_commuters", "innpendlere", "pendler_inn"),
    "out_commuters": ("out_commuters", "utpendlere", "pendler_ut"),
    "jobs": ("jobs", "arbeidsplasser", "arbeidssted_i_regionen"),
}
_COMMUTING = ("region", "period", "employed_residents", "in_commuters", "out_commuters", "jobs")
_INDUSTRY = ("region", "industry", "period", "value")
_SERIES = ("region", "period", "value")


def places_of(head: Line, notes: Notes) -> dict[str, int]:
    """Return where each column stands; nothing when the heading cannot be used."""
    places: dict[str, int] = {}
    for position, text in enumerate(head.cells):
        name = _name(text)
        if name is None:
            notes.add(
                head.number,
                _("Kolonnen «{column}» er ukjent. Ta den bort, eller bruk {known}."),
                column=text.strip(),
                known="region, industry, period, value, state",
            )
        elif name in places:
            notes.add(head.number, _("Kolonnen «{column}» står to ganger."), column=text.strip())
        else:
            places[name] = position
    _tell_missing(head, places, notes)
    return places


def _name(text: str) -> str | None:
    plain = text.strip().casefold()
    return next((name for name, words in NAMES.items() if plain in words), None)


def _tell_missing(head: Line, places: Mapping[str, int], notes: Notes) -> None:
    wanted = _COMMUTING if "jobs" in places else _SERIES
    missing = [name for name in wanted if name not in places]
    if missing:
        notes.add(
            head.number,
            _("Kolonnen «{missing}» mangler. Første linje skal ha {wanted}."),
            missing=missing[0],
            wanted=", ".join(_COMMUTING if "jobs" in places else _INDUSTRY),
        )
