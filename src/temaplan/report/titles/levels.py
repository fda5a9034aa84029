"""Where something is highest and lowest, and on which side of a line areas stand."""

from collections.abc import Sequence

from temaplan.report.language import Said, decimal, who, whole
from temaplan.report.titles.ranking import Named, Write, ranking, sign

LARGE = Said("størst", "størst"), Said("minst", "minst")
HIGH = Said("høyest", "høgast"), Said("lavest", "lågast")


def level_title(
    what: Said,
    named: Named,
    write: Write,
    when: int,
    *,
    compared: tuple[str, float] | None = None,
    ends: tuple[Said, Said] = LARGE,
) -> Said:
    """Say where a level is highest and lowest.

    `compared` is «landet» and its level; `ends` are the words for highest and lowest.
    """
    ranked = ranking(named, write)
    most, least = ends
    beside = Said("", "")
    if compared is not None:
        beside = Said(
            f", mot {write(compared[1])} i {compared[0]}",
            f", mot {write(compared[1])} i {compared[0]}",
        )
    if ranked.alone:
        told = f"var {ranked.high.written} i {ranked.high.name} i {when}"
        return Said(f"{what.nb} {told}{beside.nb}", f"{what.nn} {told}{beside.nn}")
    if ranked.alike:
        told = f"var {ranked.high.written} overalt i {when}"
        return Said(f"{what.nb} {told}{beside.nb}", f"{what.nn} {told}{beside.nn}")
    return Said(
        f"{what.nb} var {most.nb} i {ranked.high.told} og {least.nb} i {ranked.low.told} i {when}"
        f"{beside.nb}",
        f"{what.nn} var {most.nn} i {ranked.high.told} og {least.nn} i {ranked.low.told} i {when}"
        f"{beside.nn}",
    )


def coverage_title(ratios: Named, year: int) -> Said:
    """Say who has more jobs than residents at work, who has fewer, and who is about level."""
    above = [name for name, ratio in ratios if decimal(ratio) != "1,00" and ratio > 1]
    below = [name for name, ratio in ratios if decimal(ratio) != "1,00" and ratio < 1]
    level = [name for name, ratio in ratios if decimal(ratio) == "1,00"]
    told = [
        (above, Said("flere", "fleire"), "enn"),
        (level, Said("omtrent like mange", "omtrent like mange"), "som"),
        (below, Said("færre", "færre"), "enn"),
    ]
    (names, amount, than), *others = [each for each in told if each[0]]
    first = who(names)
    rest = [(who(others), many) for others, many, _ in others]
    more = Said(
        _added([f"{few.nb} {many.nb}" for few, many in rest]),
        _added([f"{few.nn} {many.nn}" for few, many in rest]),
    )
    return Said(
        f"{first.nb} hadde {amount.nb} arbeidsplasser {than} innbyggere i arbeid i {year}{more.nb}",
        f"{first.nn} hadde {amount.nn} arbeidsplassar {than} innbyggjarar i arbeid i {year}"
        f"{more.nn}",
    )


def _added(parts: Sequence[str]) -> str:
    return "".join(f", {part}" for part in parts)


def net_title(net: Named, year: int) -> Said:
    """Say where more people commute in than out, and where it is the other way."""
    inward = [name for name, value in net if sign(value, whole) > 0]
    outward = [name for name, value in net if sign(value, whole) < 0]
    if inward and outward:
        return Said(
            f"Flere pendlet inn enn ut i {who(inward).nb} i {year}, i {who(outward).nb} var det "
            "omvendt",
            f"Fleire pendla inn enn ut i {who(inward).nn} i {year}, i {who(outward).nn} var det "
            "omvendt",
        )
    if inward:
        return Said(
            f"Flere pendlet inn enn ut i {who(inward).nb} i {year}",
            f"Fleire pendla inn enn ut i {who(inward).nn} i {year}",
        )
    if outward:
        return Said(
            f"Flere pendlet ut enn inn i {who(outward).nb} i {year}",
            f"Fleire pendla ut enn inn i {who(outward).nn} i {year}",
        )
    return Said(f"Like mange pendlet inn som ut i {year}", f"Like mange pendla inn som ut i {year}")
