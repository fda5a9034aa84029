"""Write docs/reference/peers.md: our answers beside those of other packages.

Run it with `uv run python tools/peers_reference.py`. What the others said is kept in
`benchmarks/peers.json`; our own answers are computed now.
"""

import sys
from collections.abc import Iterator
from typing import Any

if __package__:  # imported by the tests
    from tools.peer_cases import CASES, CLONE, Case, recorded
else:  # run as a program
    from peer_cases import CASES, CLONE, Case, recorded

PAGE = CLONE / "docs" / "reference" / "peers.md"
SHOWN = 6
_INTRO = """\
<!-- Laget av tools/peers_reference.py. Endre tilfellene i tools/peer_cases.py. -->
# Svarene våre ved siden av andre pakkers

Tre Python-pakker regner ut noe av det samme som analysebiblioteket: `econcomplex`, `ecomplexity` \
og `inequality`. Her er det samme spørsmålet stilt til dem og til oss. Der svarene er like, er de \
like til ni sifre. Der de er ulike, står det hvorfor. D-numrene er de samme som i \
`tests/analysis/test_defects_of_peers.py`, som også har feilene i R-pakkene REAT og EconGeo.

Tabellene vises med fire desimaler og de første tallene. En strek er et svar som ikke finnes.

Svarene fra de andre er lagret i `benchmarks/peers.json` med versjon. \
`benchmarks/peers.py` spør pakkene på nytt og sier fra når en av dem svarer noe annet.
"""
_QUESTIONS = """\
## Spørsmål som brukerne av pakkene stiller

**Hvorfor har ECI det fortegnet, og må den følge mangfoldet?** En egenvektor har ikke noe fortegn. \
Vi velger det som lar ECI følge antall næringer i regionen, og sier i `corr_eci_diversity` hvor \
tett den følger. Der den ikke følger i det hele tatt, lar vi PCI følge sjeldenhet. Er nettverket \
likt fra begge sider, nekter vi (`no_sign`).

**Hvorfor er tallene andre enn de publiserte?** Det skyldes som regel skalaen. Vi standardiserer \
ECI og PCI hver for seg med populasjonens standardavvik. Rekkefølgen er den samme.

**Hva skjer med tall som mangler?** De blir aldri null. Cellen selv har ikke svar, andelene er \
over dem som har tall, og `note` sier `incomplete`.

**Er næringen selv med i tettheten?** Det velger du med `include_self`. `ecomplexity` har den med, \
`econcomplex` ikke.

**Hvorfor varsler dere ikke om log-supermodularitet?** Prøven gjør små og store tabeller flere \
ganger tregere, og de som vedlikeholder pakken, sier selv at den både beroliger og alarmerer uten \
grunn. Vi varsler ikke om noe ingen kan gjøre noe med (D21).
"""


def page() -> str:
    """Return the page."""
    return "\n".join(_parts())


def _parts() -> Iterator[str]:
    kept = recorded()
    yield _INTRO
    for package, cases in CASES.items():
        yield f"## {package} {kept[package]['version']}\n"
        for case in cases:
            yield _section(case, kept[package]["answers"][case.name])
    yield _QUESTIONS.rstrip() + "\n"


def _section(case: Case, theirs: Any) -> str:
    code = f" ({case.code})" if case.code else ""
    told = f"**Ulikt{code}.** {case.why}" if case.why else "Likt."
    return (
        f"### {case.title}\n\n"
        "| hvem | svar |\n| --- | --- |\n"
        f"| `{case.package}` | {written(theirs)} |\n"
        f"| Temaplan | {written(case.ours())} |\n\n"
        f"{told}\n"
    )


def written(answer: Any) -> str:
    """Write an answer for a reader: the first figures, with four decimals."""
    if not isinstance(answer, list):
        return str(answer)
    shown = ["–" if each is None else _figure(each) for each in answer[:SHOWN]]
    rest = len(answer) - len(shown)
    return " · ".join(shown) + (f" · … ({rest} til)" if rest else "")


def _figure(figure: float) -> str:
    rounded = f"{figure + 0.0:.4f}".rstrip("0").rstrip(".")
    return ("0" if rounded == "-0" else rounded).replace(".", ",").replace("-", "−")


def main() -> None:
    """Write the page anew."""
    PAGE.write_text(page(), encoding="utf-8")
    print(f"Skrev {PAGE.relative_to(CLONE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
