"""Write docs/reference/rules.md from the rules that plans are judged by.

Run it with `uv run python tools/rules_reference.py`.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from temaplan.workbench.overview.rule_engine.rule import Rule, RuleText

CLONE = Path(__file__).resolve().parents[1]
PAGE = CLONE / "docs/reference/rules.md"
SHORT = {"law": "lov", "regulation": "forskrift", "local": "lokal", "practice": "praksis"}
TYPES = ("thematic_plan", "municipal_sub_plan", "societal_plan", "action_part")

HEAD = """# Regler

Reglene som `temaplan check`, siden «Regler» i arbeidsbenken og `/regler/` bruker. Siden er
laget av `tools/rules_reference.py` fra `src/temaplan/workbench/overview/rule_engine/catalogue/`.
Lovtekstene er lest {read_on}. De er åpne data fra Lovdata (NLOD 2.0).

- Brudd på lov eller forskrift er rødt. Brudd på en lokal regel eller god praksis er gult.
- Det som Temaplan ikke kan se ennå, venter, og meldingen sier når det kontrolleres. Det er aldri
  grønt.
- Regler merket «person» kan ingen data vise. En navngitt person bekrefter dem, med dato og
  begrunnelse.
- Dagene telles fra dagen etter kunngjøringen. Siste dag er med. En milepæl med bare måned leses som
  den gunstigste dagen: den første når noe begynner, den siste når noe slutter.
- Endres en lovtekst, får regelen en ny utgave i `texts`. Den gamle blir stående, og en bekreftelse
  gjelder bare for utgaven den ble gitt for.

Kolonnene T, K, S og H er temaplan, kommunedelplan, kommuneplanens samfunnsdel og handlingsdel.
En strek betyr at regelen ikke gjelder for plantypen.

| regel | hva | paragraf og sitat | T | K | S | H | person | kilde |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""


def reference_page() -> str:
    """Return the whole page."""
    from django.utils import translation

    from temaplan.workbench.overview.rule_engine.catalogue import RULES
    from temaplan.workbench.overview.rule_engine.sources import READ_ON
    from temaplan.workbench.plan.dates import written_date

    with translation.override("nb"):
        head = HEAD.format(read_on=written_date(READ_ON))
        return head + "".join(line for rule in RULES for line in _lines(rule))


def _lines(rule: "Rule") -> Iterator[str]:
    person = "person" if rule.confirmed_by_person else ""
    for text in rule.texts:
        title = "vedtatt, ikke trådt i kraft" if text.adopted_only else str(rule.title)
        weights = [SHORT.get(text.severities.get(each, ""), "–") for each in TYPES]
        cells = [rule.id, title, _words(text), *weights, person, _sources(text)]
        yield f"| {' | '.join(cells)} |\n"


def _words(text: "RuleText") -> str:
    return " ".join([text.paragraph, *(f"«{words}»" for words in text.words)]).strip() or "–"


def _sources(text: "RuleText") -> str:
    return ", ".join(
        f"[{source.title}]({source.address})" if source.address else source.title
        for source in text.sources
    )


def main() -> None:
    """Write the page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "temaplan.config.settings")
    import django

    django.setup()
    PAGE.write_text(reference_page(), encoding="utf-8")
    print(f"Skrev {PAGE.relative_to(CLONE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
