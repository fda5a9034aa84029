"""Write docs/reference/analyses/ from the catalogue, the methods' own words and their specs.

Run it with `uv run python tools/analyses_reference.py`.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from temaplan.analysis.catalogue import ANALYSES
from temaplan.analysis.descriptor import Analysis, Column, Option

if __package__:  # imported by the tests
    from tools.analysis_specs import CLONE, Spec, specs
else:  # run as a program
    from analysis_specs import CLONE, Spec, specs

FOLDER = CLONE / "docs" / "reference" / "analyses"
MADE = "<!-- Laget av tools/analyses_reference.py. Endre metoden eller eksemplene. -->\n"

_KINDS = {
    "table": "tabell",
    "reference": "tekst eller tabell",
    "text": "tekst",
    "integer": "heltall",
    "number": "tall",
    "numbers": "liste av tall",
    "choice": "valg",
    "flag": "ja eller nei",
}


def pages() -> dict[Path, str]:
    """Return every page of the folder, by its path."""
    made = {FOLDER / f"{spelled(each.code)}.md": "".join(_page(each)) for each in ANALYSES}
    return made | {FOLDER / "README.md": "".join(_index())}


def spelled(code: str) -> str:
    """Return a code as it is written in commands and addresses."""
    return code.replace("_", "-")


def _index() -> Iterator[str]:
    yield MADE
    yield "# Analysene\n\n"
    yield (
        "Alle tar én lang tabell og gir én lang tabell av samme slag tilbake: pandas, Polars, "
        "PyArrow eller en ordbok med lister. Ingenting blir avrundet, skrevet ut eller reparert i "
        "det stille.\n\n"
        "- Fra Python: `from temaplan.analysis import regional`\n"
        "- Fra kommandolinjen: `temaplan analyse METODE --input FIL`\n"
        "- [Svarene våre ved siden av andre pakkers](../peers.md)\n\n"
    )
    yield "| metode | navn | spørsmålet den svarer på |\n| --- | --- | --- |\n"
    for each in ANALYSES:
        yield f"| [`{each.code}`]({spelled(each.code)}.md) | {each.name} | {each.question} |\n"


def _page(analysis: Analysis) -> Iterator[str]:
    yield MADE
    yield f"# {analysis.name} (`{analysis.code}`)\n\n"
    yield f"{analysis.question}\n\n"
    yield f"Versjon {analysis.version}.\n\n"
    yield "## Tabellen inn\n\n"
    yield from _columns(analysis.columns)
    yield "\n## Valg\n\n"
    yield from _options(analysis)
    yield "\n## Tabellen ut\n\n"
    for name, columns in analysis.tables.items():
        head = f"`{name}`: " if len(analysis.tables) > 1 else ""
        yield f"{head}{_written(columns)}\n\n"
    yield "## Metoden\n\nSlik koden selv beskriver den:\n\n"
    yield f"```text\n{analysis.method_text.strip()}\n```\n\n"
    yield "## Eksempler\n"
    for spec in specs(analysis.code):
        yield from _example(spec)


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield "| kolonne | hva | må stå |\n| --- | --- | --- |\n"
    for column in columns:
        kind = "tall" if column.is_figure else "tekst"
        if column.name == "period":
            kind = "helt tall eller tekst"
        yield f"| `{column.name}` | {kind} | {'' if column.may_lack else 'ja'} |\n"


def _options(analysis: Analysis) -> Iterator[str]:
    if not analysis.options:
        yield "Ingen.\n"
        return
    yield "| valg | hva | type | må stå |\n| --- | --- | --- | --- |\n"
    renamed = {column.name for column in analysis.columns}
    names = [f"`{each.name}`" for each in analysis.options if each.name in renamed]
    for option in analysis.options:
        if option.name in renamed:
            continue
        yield f"| `{option.name}` | {option.help}{_second(option)} | {_type(option)} | "
        yield f"{_must(option)} |\n"
    if names:
        yield f"| {', '.join(names)} | hva kolonnen heter i tabellen | tekst |  |\n"


def _second(option: Option) -> str:
    if not option.columns:
        return ""
    return f" (tabell: {', '.join(f'`{column.name}`' for column in option.columns)})"


def _type(option: Option) -> str:
    choices = ", ".join(f"`{choice}`" for choice in option.choices)
    if option.kind == "choice":
        return choices
    return f"{_KINDS[option.kind]}, eller {choices}" if choices else _KINDS[option.kind]


def _must(option: Option) -> str:
    if option.required:
        return "ja"
    return "" if option.default in (None, False) else f"ellers `{option.default}`"


def _written(columns: str) -> str:
    words = [
        f"`{word.strip('[]')}`" + (" (når den er bedt om)" if word.startswith("[") else "")
        for word in columns.split()
    ]
    return ", ".join(words)


def _example(spec: Spec) -> Iterator[str]:
    yield f"\n### {spec.title}\n\n{spec.text}\n\n"
    yield _table(spec.data)
    for name, text in spec.tables.items():
        yield f"`{name}`:\n\n{_table(text)}"
    yield f"```python\n{_call(spec)}\n```\n\n"
    if spec.refused:
        yield f"Metoden nekter (`{spec.refused}`):\n\n> {spec.message}\n\n"
    else:
        yield _table(spec.expected)
    yield f"*Hvor tallene kommer fra:* {spec.origin}\n"


def _call(spec: Spec) -> str:
    words = [f"{name}={value!r}" for name, value in spec.call.items()]
    words += [f"{name}={name}" for name in spec.tables]
    ending = f".{spec.result}" if spec.result else ""
    return f"regional.{spec.analysis.code}({', '.join(['data', *words])}){ending}"


def _table(text: str) -> str:
    # A table of Markdown wants its outer bars when a cell at the edge is empty.
    lines = [f"| {line.rstrip()} |" for line in text.strip().splitlines()]
    return "\n".join(lines) + "\n\n"


def main() -> None:
    """Write the pages anew, and take away those that no method has."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for path in FOLDER.glob("*.md"):
        if path not in made:
            path.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
    print(f"Skrev {len(made)} sider i {FOLDER.relative_to(CLONE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
