"""What an area lives off, beside what it is measured against."""

from collections.abc import Sequence

from temaplan.report.language import Said, decimal, first_up, percent, quoted, whole
from temaplan.report.titles.ranking import Named, ranking, sign

MOST_NAMED = 3


def largest_title(where: str, shares: Named, year: int) -> Said:
    """Say which industry is the largest in an area."""
    top = ranking(shares, percent).high
    if len(top.names) > 1:
        return Said(
            f"{quoted(top.names)} var like store og størst i {where} i {year}: {top.written} av de "
            "sysselsatte hver",
            f"{quoted(top.names)} var like store og størst i {where} i {year}: {top.written} av "
            "dei sysselsette kvar",
        )
    return Said(
        f"{quoted(top.names)} var den største næringen i {where} i {year}, med {top.written} av "
        "de sysselsatte",
        f"{quoted(top.names)} var den største næringa i {where} i {year}, med {top.written} av "
        "dei sysselsette",
    )


def quotient_title(
    where: str, excess: Named, quotients: dict[str, float], against: str, year: int
) -> Said:
    """Say which industry gives an area most people above what its yardstick's share would."""
    top = ranking(excess, whole).high
    if sign(top.value, whole) <= 0:
        where = first_up(where)
        return Said(
            f"{where} hadde samme fordeling av næringer som {against} i {year}",
            f"{where} hadde same fordeling av næringar som {against} i {year}",
        )
    names, more = quoted(top.names), people_more(top.value)
    if len(top.names) > 1:
        return Said(
            f"{names} ga {where} {more.nb} hver enn andelen i {against} skulle tilsi i {year}",
            f"{names} gav {where} {more.nn} kvar enn delen i {against} skulle tilseie i {year}",
        )
    quotient = decimal(quotients[top.names[0]])
    return Said(
        f"{names} ga {where} {more.nb} enn andelen i {against} skulle tilsi i {year} "
        f"(LQ {quotient})",
        f"{names} gav {where} {more.nn} enn delen i {against} skulle tilseie i {year} "
        f"(LQ {quotient})",
    )


def people_more(count: float) -> Said:
    """Say how many more or fewer: «464 flere sysselsatte», «én færre sysselsatt»."""
    amount = whole(abs(count))
    if amount == "1":
        fewer = Said("én færre sysselsatt", "éin færre sysselsett")
        return Said("én flere sysselsatt", "éin fleire sysselsett") if count > 0 else fewer
    if count > 0:
        return Said(f"{amount} flere sysselsatte", f"{amount} fleire sysselsette")
    return Said(f"{amount} færre sysselsatte", f"{amount} færre sysselsette")


def most_land_title(where: str, demand: Named) -> Said:
    """Say which industry asks for most land a year; square metres."""
    top = ranking(demand, whole).high
    if sign(top.value, whole) <= 0:
        return Said(
            f"Kvotene gir ikke behov for nytt næringsareal i {where}",
            f"Kvotane gir ikkje behov for nytt næringsareal i {where}",
        )
    return Said(
        f"{quoted(top.names)} trenger mest nytt næringsareal i {where}: {top.written} kvadratmeter "
        "i året",
        f"{quoted(top.names)} treng mest nytt næringsareal i {where}: {top.written} kvadratmeter i "
        "året",
    )


def strong_and_growing_title(
    where: str, names: Sequence[str], against: str, base: int, end: int
) -> Said:
    """Say which industries are larger than elsewhere and grew; the largest first."""
    if not names:
        return Said(
            f"Ingen næring var både større i {where} enn i {against} og i vekst fra {base} til "
            f"{end}",
            f"Inga næring var både større i {where} enn i {against} og i vekst frå {base} til "
            f"{end}",
        )
    told = quoted(names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    also = Said("", "")
    if more > 0:
        also = Said(f" og {more} til", f" og {more} til")
        told = ", ".join(f"«{name}»" for name in names[:MOST_NAMED])
    return Said(
        f"{told}{also.nb} er større i {where} enn i {against} og vokste fra {base} til {end}",
        f"{told}{also.nn} er større i {where} enn i {against} og voks frå {base} til {end}",
    )
