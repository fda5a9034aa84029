"""Whether productivity changed in the industries or by people moving between them."""

from collections.abc import Mapping

from temaplan.report.language import Said, whole
from temaplan.report.titles.ranking import sign

_REASONS = {
    "within": Said("endringer i næringene selv", "endringar i næringane sjølve"),
    "between": Said("at sysselsatte skiftet næring", "at sysselsette skifta næring"),
    "cross": Said("samspillet mellom de to", "samspelet mellom dei to"),
}


def parts_title(where: str, parts: Mapping[str, float], base: int, end: int) -> Said:
    """Say which way productivity went, and what most of it was."""
    change = sum(parts.values())
    direction = sign(change, whole)
    if direction == 0:
        return Said(
            f"Bruttoproduktet per sysselsatt i {where} var det samme i {end} som i {base}",
            f"Bruttoproduktet per sysselsett i {where} var det same i {end} som i {base}",
        )
    most = max(parts, key=lambda name: parts[name] * direction)
    reason = _REASONS[most]
    if direction > 0:
        return Said(
            f"Økningen i bruttoprodukt per sysselsatt i {where} fra {base} til {end} kom mest av "
            f"{reason.nb}, prisvekst medregnet",
            f"Auken i bruttoprodukt per sysselsett i {where} frå {base} til {end} kom mest av "
            f"{reason.nn}, medrekna prisvekst",
        )
    return Said(
        f"Nedgangen i bruttoprodukt per sysselsatt i {where} fra {base} til {end} kom mest av "
        f"{reason.nb}, prisvekst medregnet",
        f"Nedgangen i bruttoprodukt per sysselsett i {where} frå {base} til {end} kom mest av "
        f"{reason.nn}, medrekna prisvekst",
    )
