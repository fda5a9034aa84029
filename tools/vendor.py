"""Fetch the front-end files from npm and copy them into the product.

    uv run --no-project --with fonttools --with brotli tools/vendor.py

The copies are committed, so neither users nor tests need npm. Versions are
pinned in `tools/vendor/package.json` with hashes in its lock; what was copied,
from where and under which licence is written to `tools/vendor/vendor.json`,
which `tests/architecture/test_vendored_files.py` holds against the files.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).resolve().parents[1]
LOCKED = ROOT / "tools" / "vendor"
STATIC = "src/temaplan/workbench/static/vendor"
# Latin with Sámi letters, Greek, Cyrillic and Vietnamese (names are written in them),
# punctuation, arrows and the mathematics that plans use.
DOCUMENT_CHARACTERS = (
    *range(0x20, 0x250),
    *range(0x370, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x2080, 0x2090),
    *range(0x2190, 0x21FF),
    *(0x20AC, 0x2116, 0x2122, 0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25B2, 0x25BC, 0x25CF, 0x25CB, 0x2713, 0x2717),
)


def as_it_is(content: bytes) -> bytes:
    """Copy without change."""
    return content


def without_source_map(content: bytes) -> bytes:
    """Drop the pointer to a map that is not shipped: hashed static files stop at it."""
    text = content.decode("utf-8")
    text = re.sub(r"\n?//# sourceMappingURL=\S+", "", text)
    text = re.sub(r"\n?/\*# sourceMappingURL=\S+ \*/", "", text)
    return (text.rstrip() + "\n").encode()


def as_document_font(content: bytes) -> bytes:
    """Turn the web font into a TTF for PDF and charts: one axis (weight), needed letters only."""
    with tempfile.TemporaryDirectory() as folder:
        given, made = Path(folder) / "given.woff2", Path(folder) / "made.ttf"
        given.write_bytes(content)
        # Without this the time of the conversion is stored, and two runs differ.
        font = TTFont(given, recalcTimestamp=False)
        font.flavor = None
        # Tabular figures for tables of numbers; the rest is what text needs.
        options = Options(layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt"])
        options.name_IDs = ["*"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=DOCUMENT_CHARACTERS)
        subsetter.subset(font)
        # After the subset: the other way round fontTools misses the glyphs that do not vary.
        instantiateVariableFont(font, {"opsz": 14}, inplace=True)
        _name_family(font, "Inter")
        font.save(made)
        return made.read_bytes()


def _name_family(font: TTFont, family: str) -> None:
    """Call the font what the style sheets call it: Typst and Vega look it up by this name."""
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = family
        elif record.nameID == FULL_NAME:
            record.string = f"{family} Regular"


@dataclass(frozen=True)
class Wanted:
    """One file of a package, and where its copy lives."""

    package: str
    source: str
    target: str
    change: Callable[[bytes], bytes] = as_it_is


@dataclass(frozen=True)
class Copied:
    """One line of `vendor.json`."""

    file: str
    package: str
    version: str
    licence: str
    source: str
    change: str
    sha256: str


WANTED = (
    Wanted("htmx.org", "dist/htmx.min.js", f"{STATIC}/htmx/htmx.min.js", without_source_map),
    Wanted(
        "@digdir/designsystemet-css",
        "dist/src/index.css",
        f"{STATIC}/designsystemet/index.css",
        without_source_map,
    ),
    Wanted(
        "@digdir/designsystemet-css",
        "dist/theme/designsystemet.css",
        f"{STATIC}/designsystemet/theme.css",
        without_source_map,
    ),
    Wanted(
        "@digdir/designsystemet-web",
        "dist/umd/index.js",
        f"{STATIC}/designsystemet/web.js",
        without_source_map,
    ),
    Wanted(
        "@fontsource-variable/inter",
        "files/inter-latin-wght-normal.woff2",
        f"{STATIC}/inter/inter-latin.woff2",
    ),
    Wanted(
        "@github/markdown-toolbar-element",
        "dist/index.js",
        f"{STATIC}/markdown-toolbar/markdown-toolbar.js",
        without_source_map,
    ),
    Wanted(
        "inter-ui",
        "variable/InterVariable.woff2",
        "src/temaplan/documents/fonts/Inter.ttf",
        as_document_font,
    ),
    Wanted("axe-core", "axe.min.js", "tests/vendor/axe.min.js", without_source_map),
)
# Numbers of the name table (OpenType): family, and family with style.
FAMILY_NAMES, FULL_NAME = {1, 16}, 4
# npm's own spelling where it is not the SPDX one that REUSE asks for.
SPDX = {"BSD-0-Clause": "0BSD"}


def install(folder: Path) -> Path:
    """Install exactly what the lock names, without running anything of it."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCKED / name, folder / name)
    subprocess.run(
        ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"],
        cwd=folder,
        check=True,
    )
    return folder / "node_modules"


def copy(wanted: Wanted, modules: Path) -> Copied:
    """Copy one file and tell what it is."""
    package = modules / wanted.package
    about = json.loads((package / "package.json").read_text(encoding="utf-8"))
    content = wanted.change((package / wanted.source).read_bytes())
    target = ROOT / wanted.target
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return Copied(
        file=wanted.target,
        package=wanted.package,
        version=about["version"],
        licence=SPDX.get(about["license"], about["license"]),
        source=wanted.source,
        change=wanted.change.__name__,
        sha256=hashlib.sha256(content).hexdigest(),
    )


def main() -> None:
    """Fetch, copy, and write down what was copied."""
    with tempfile.TemporaryDirectory() as folder:
        modules = install(Path(folder))
        copied = [asdict(copy(wanted, modules)) for wanted in WANTED]
    text = json.dumps({"format": 1, "files": copied}, indent=2, ensure_ascii=False)
    (LOCKED / "vendor.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
