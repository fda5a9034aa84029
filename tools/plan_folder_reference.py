"""Write docs/reference/plan-folder.md from the models and the sample folder of the tests.

Run it with `uv run python tools/plan_folder_reference.py`.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from temaplan.documents.exchange.plan_folder import FieldShape, KindShape

CLONE = Path(__file__).resolve().parents[1]
PAGE = CLONE / "docs/reference/plan-folder.md"
SAMPLE = CLONE / "tests/documents/exchange/sample"
MARK = "<!-- Herfra er siden laget av tools/plan_folder_reference.py. -->\n"

_TYPES = {
    "text": "tekst",
    "url": "nettadresse",
    "colour": "farge som `#0b4f3a`",
    "int": "heltall",
    "date": "dato",
    "bool": "ja/nei",
    "json": "tabell eller liste",
}


def reference_page(written: str) -> str:
    """Return the whole page: the prose that stands in it, and the generated part."""
    prose = written.partition(MARK)[0]
    return prose + MARK + "\n" + "".join(_kinds()) + "".join(_sample())


def _kinds() -> Iterator[str]:
    from temaplan.workbench.overview.folder.shapes import plan_shapes

    shapes = plan_shapes()
    yield "## Felt for felt\n"
    for shape in (shapes.plan, shapes.municipality, *sorted(shapes, key=lambda s: s.record.path)):
        yield f"\n### `{shape.record.path}`: {shape.label} (`{shape.kind}`)\n\n"
        yield "| nøkkel | hva | type | må stå |\n| --- | --- | --- | --- |\n"
        yield from (_row(shape, field) for field in shape.fields)
        for names in shape.unique:
            listed = " + ".join(f"`{name}`" for name in names)
            yield f"\nSamme {listed} kan bare stå én gang i planen.\n"


def _row(shape: KindShape, field: FieldShape) -> str:
    place = ""
    if field.name == shape.record.body:
        place = " (teksten under hodet)"
    elif shape.record.sidecar and field.name == shape.record.sidecar[0]:
        place = f" (fila `{shape.folder}<slug>{shape.record.sidecar[1]}`)"
    must = "ja" if field.required else ""
    if field.default is not None:
        must = f"ellers `{field.default}`"
    return f"| `{field.key_in_folder}`{place} | {field.label} | {_type(field)} | {must} |\n"


def _type(field: FieldShape) -> str:
    if field.type == "choice":
        return ", ".join(f"`{word}`" for word in field.words.values())
    if field.type == "ref":
        return f"`{field.kind}/<slug>`"
    if field.type == "refs":
        return f"liste av `{field.kind}/<slug>`"
    limit = f", høyst {field.longest} tegn" if field.longest else ""
    return _TYPES[field.type] + limit


def _sample() -> Iterator[str]:
    yield "\n## Et lite eksempel med alle filene\n\n"
    yield "Mappen `tests/documents/exchange/sample/` er kanonisk. Testene leser den inn og ut.\n"
    for path in sorted(SAMPLE.rglob("*")):
        if path.is_file():
            name = path.relative_to(SAMPLE).as_posix()
            yield f"\n`{name}`\n\n````text\n{path.read_text()}````\n"


def main() -> None:
    """Write the page anew."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "temaplan.config.settings")
    import django

    django.setup()
    PAGE.write_text(reference_page(PAGE.read_text()))
    print(f"Skrev {PAGE.relative_to(CLONE)}", file=sys.stderr)


if __name__ == "__main__":
    main()
