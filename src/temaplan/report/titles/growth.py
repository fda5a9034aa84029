"""What grew and what shrank."""

from temaplan.report.language import Said, percent, whole
from temaplan.report.titles.ranking import Named, Place, Ranking, Write, ranking, sign

# What stands first, by whether the highest grew, stood still or shrank.
_HIGH = {
    1: Said("vokste mest i", "voks mest i"),
    0: Said("sto stille i", "stod stille i"),
    -1: Said("gikk minst ned i", "gjekk minst ned i"),
}
_LOW = {
    1: Said("minst i", "minst i"),
    0: Said("sto stille i", "stod stille i"),
    -1: Said("gikk mest ned i", "gjekk mest ned i"),
}


def growth_title(what: Said, rates: Named, base: int, end: int) -> Said:
    """Say where something grew most and least; rates are shares, 0.05 for 5 %."""
    ranked = ranking(rates, percent)
    if ranked.alone:
        return _alone(what, ranked.high, base, end)
    if ranked.alike:
        return _alike(what, ranked, base, end)
    high, low = sign(ranked.high.value, percent), sign(ranked.low.value, percent)
    if high < 0:
        return Said(
            f"{what.nb} gikk ned overalt fra {base} til {end}, mest i {ranked.low.told}",
            f"{what.nn} gjekk ned overalt frå {base} til {end}, mest i {ranked.low.told}",
        )
    first, last = _told(ranked.high, high), _told(ranked.low, low)
    return Said(
        f"{what.nb} {_HIGH[high].nb} {first} og {_LOW[low].nb} {last} fra {base} til {end}",
        f"{what.nn} {_HIGH[high].nn} {first} og {_LOW[low].nn} {last} frå {base} til {end}",
    )


def _told(place: Place, direction: int) -> str:
    return place.told if direction else place.name


def _alone(what: Said, place: Place, base: int, end: int) -> Said:
    amount = percent(abs(place.value))
    match sign(place.value, percent):
        case 1:
            return Said(
                f"{what.nb} i {place.name} vokste med {amount} fra {base} til {end}",
                f"{what.nn} i {place.name} voks med {amount} frå {base} til {end}",
            )
        case -1:
            return Said(
                f"{what.nb} i {place.name} gikk ned med {amount} fra {base} til {end}",
                f"{what.nn} i {place.name} gjekk ned med {amount} frå {base} til {end}",
            )
    return Said(
        f"{what.nb} i {place.name} sto stille fra {base} til {end}",
        f"{what.nn} i {place.name} stod stille frå {base} til {end}",
    )


def _alike(what: Said, ranked: Ranking, base: int, end: int) -> Said:
    amount = percent(abs(ranked.high.value))
    match sign(ranked.high.value, percent):
        case 1:
            return Said(
                f"{what.nb} vokste like mye overalt fra {base} til {end}: {amount}",
                f"{what.nn} voks like mykje overalt frå {base} til {end}: {amount}",
            )
        case -1:
            return Said(
                f"{what.nb} gikk like mye ned overalt fra {base} til {end}: {amount}",
                f"{what.nn} gjekk like mykje ned overalt frå {base} til {end}: {amount}",
            )
    return Said(
        f"{what.nb} sto stille overalt fra {base} til {end}",
        f"{what.nn} stod stille overalt frå {base} til {end}",
    )


def movers_title(where: str, changes: Named, base: int, end: int) -> Said:
    """Say which industries gained and lost most people; changes in persons."""
    write: Write = whole
    ranked = ranking([(f"«{name}»", value) for name, value in changes], write)
    high, low = sign(ranked.high.value, write), sign(ranked.low.value, write)
    if high == low == 0:
        return Said(
            f"Ingen næring i {where} fikk flere eller færre sysselsatte fra {base} til {end}",
            f"Inga næring i {where} fekk fleire eller færre sysselsette frå {base} til {end}",
        )
    up = f"{ranked.high.name} (+{ranked.high.written})"
    down = f"{ranked.low.name} ({ranked.low.written})"
    if high > 0 > low:
        return Said(
            f"{up} vokste mest i {where} fra {base} til {end}, og {down} gikk mest ned",
            f"{up} voks mest i {where} frå {base} til {end}, og {down} gjekk mest ned",
        )
    if high > 0:
        return Said(
            f"{up} vokste mest i {where} fra {base} til {end}, og ingen næring gikk ned",
            f"{up} voks mest i {where} frå {base} til {end}, og inga næring gjekk ned",
        )
    return Said(
        f"{down} gikk mest ned i {where} fra {base} til {end}, og ingen næring vokste",
        f"{down} gjekk mest ned i {where} frå {base} til {end}, og inga næring voks",
    )
