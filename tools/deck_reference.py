"""Make `docs/reference/deck.md`: each line of the source deck, its object, and its check.

.venv/bin/python tools/deck_reference.py
"""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DECK = ROOT / "tests" / "deck" / "deck.toml"
TESTS = ROOT / "tests" / "deck"
PAGE = ROOT / "docs" / "reference" / "deck.md"
HOLDS = {"whole": "holder", "part": "holder delvis", "later": "holder ikke ennå"}

HEAD = """# Lysbildene, linje for linje

Drammen kommune beskrev hele arbeidet med en næringsplan i en lysbildeserie,
«Næringsplan – status og videre arbeid». Hver linje i serien har fått et nummer (S1–S48)
og en kontroll som kan gjøres utenfra. Siden viser hvor linjen står i eksempelet
`examples/drammen-2011`, og om kontrollen holder.

Siden er laget av `tools/deck_reference.py` fra `tests/deck/deck.toml`. Kontrollene står
med sine egne ord, på engelsk.
"""


def deck() -> dict[str, Any]:
    """Return the lines and the checks."""
    return tomllib.loads(DECK.read_text(encoding="utf-8"))


def page() -> str:
    """Return the whole reference page."""
    values = deck()
    lines = "\n".join(_line(line) for line in values["line"])
    checks = "\n".join(_check(check) for check in values["check"])
    return (
        f"{HEAD}\n## Linjene\n\n| nr. | linje | står i |\n| --- | --- | --- |\n{lines}\n\n"
        f"## Kontrollene\n\n{checks}"
    )


def _line(line: dict[str, Any]) -> str:
    places = [f"`{ref}`" for ref in line["at"]]
    places += [line["place"]] if "place" in line else []
    return f"| {line['s']} | {line['text']} | {'. '.join(places)} |"


def _check(check: dict[str, Any]) -> str:
    number = int(check["s"][1:])
    test = TESTS / f"test_s{number:02}.py"
    told = [f"### {check['s']}: {HOLDS[check['holds']]}", f"> {check['words']}"]
    if "lacks" in check:
        told.append(check["lacks"])
    if test.exists():
        told.append(f"Prøves i `tests/deck/{test.name}`.")
    return "\n\n".join(told) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
