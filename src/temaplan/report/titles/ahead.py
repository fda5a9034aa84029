"""What a projection says, and how wrong it was before."""

from temaplan.report.language import Said, percent, whole
from temaplan.report.titles.ranking import sign


def projection_title(where: str, last: float, paths: tuple[float, float, float], year: int) -> Said:
    """Say which way the three paths lead from the last figure."""
    low, middle, high = paths
    told = f"{whole(low)}–{whole(high)}"
    way = [sign(path / last - 1, percent) for path in paths]
    if min(way) > 0:
        return Said(
            f"Alle tre banene gir flere sysselsatte i {where} i {year}: {told}",
            f"Alle tre banane gir fleire sysselsette i {where} i {year}: {told}",
        )
    if max(way) < 0:
        return Said(
            f"Alle tre banene gir færre sysselsatte i {where} i {year}: {told}",
            f"Alle tre banane gir færre sysselsette i {where} i {year}: {told}",
        )
    change = percent(abs(middle / last - 1))
    if way[1] == 0:
        middle_way = Said("som i dag", "som i dag")
    elif way[1] > 0:
        middle_way = Said(f"{change} flere", f"{change} fleire")
    else:
        middle_way = Said(f"{change} færre", f"{change} færre")
    return Said(
        f"Banene spriker fra {whole(low)} til {whole(high)} sysselsatte i {where} i {year}; den "
        f"midterste gir {middle_way.nb}",
        f"Banane sprikjer frå {whole(low)} til {whole(high)} sysselsette i {where} i {year}; den "
        f"midtarste gir {middle_way.nn}",
    )


def backtest_title(
    where: str, happened: float, paths: tuple[float, float, float], year: int
) -> Said:
    """Say how far the middle path was from what happened, and whether the band held it."""
    low, middle, high = paths
    wrong = middle / happened - 1
    inside = low <= happened <= high
    band = Said("innenfor", "innanfor") if inside else Said("utenfor", "utanfor")
    amount = percent(abs(wrong))
    if sign(wrong, percent) == 0:
        return Said(
            f"For {where} traff den midterste banen {year}, og utfallet lå {band.nb} båndet",
            f"For {where} trefte den midtarste banen {year}, og utfallet låg {band.nn} bandet",
        )
    side = Said("for høy", "for høg") if wrong > 0 else Said("for lav", "for låg")
    return Said(
        f"For {where} var den midterste banen {amount} {side.nb} i {year}, og utfallet lå "
        f"{band.nb} båndet",
        f"For {where} var den midtarste banen {amount} {side.nn} i {year}, og utfallet låg "
        f"{band.nn} bandet",
    )
