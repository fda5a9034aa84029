"""How an area did beside what the country and its own industries would have given it."""

from temaplan.report.language import Said, same, who, whole
from temaplan.report.titles.ranking import Named, sign
from temaplan.report.titles.structure import people_more


def shift_title(where: str, change: float, own: float, against: str) -> Said:
    """Say what an area gained or lost, and how much of it is beyond the general growth.

    `own` is the change less the general growth and the mix.
    """
    happened = _happened(where, change)
    if sign(own, whole) == 0:
        return Said(
            f"{happened.nb}, akkurat som veksten i {against} og næringene tilsa",
            f"{happened.nn}, akkurat som veksten i {against} og næringane tilsa",
        )
    beside = _beside(own)
    return Said(
        f"{happened.nb}: {beside.nb} enn veksten i {against} og næringene tilsa",
        f"{happened.nn}: {beside.nn} enn veksten i {against} og næringane tilsa",
    )


def _happened(where: str, change: float) -> Said:
    if sign(change, whole) == 0:
        return Said(f"{where} fikk like mange sysselsatte", f"{where} fekk like mange sysselsette")
    more = people_more(change)
    return Said(f"{where} fikk {more.nb}", f"{where} fekk {more.nn}")


def _beside(own: float) -> Said:
    amount = whole(abs(own))
    if own > 0:
        return Said(f"{amount} flere", f"{amount} fleire")
    return Said(f"{amount} færre", f"{amount} færre")


def own_growth_title(parts: Named, against: str, base: int, end: int) -> Said:
    """Say who grew more than the yardstick and its industries would give, and who less."""
    above = [name for name, value in parts if sign(value, whole) > 0]
    below = [name for name, value in parts if sign(value, whole) < 0]
    beside = Said(
        f"sysselsatte enn {against} og næringene tilsa fra {base} til {end}",
        f"sysselsette enn {against} og næringane tilsa frå {base} til {end}",
    )
    more, fewer = who(above), who(below)
    if above:
        rest = Said(f", {fewer.nb} færre", f", {fewer.nn} færre") if below else same("")
        return Said(
            f"{more.nb} fikk flere {beside.nb}{rest.nb}",
            f"{more.nn} fekk fleire {beside.nn}{rest.nn}",
        )
    if below:
        return Said(f"{fewer.nb} fikk færre {beside.nb}", f"{fewer.nn} fekk færre {beside.nn}")
    return Said(
        f"Alle vokste som {against} og næringene tilsa fra {base} til {end}",
        f"Alle voks som {against} og næringane tilsa frå {base} til {end}",
    )
