"""Every package that comes with Temaplan has a licence that lets a municipality use it."""

import re
import tomllib
from importlib.metadata import Distribution, PackageMetadata, distribution, distributions
from typing import Any

import pytest

from tests.fixtures.commands import ROOT

# docs/explanation/trust.md: permissive, weak copyleft, or a library one links to.
ALLOWED = {
    "0BSD",
    "Apache-2.0",
    "BSD",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "EUPL-1.2",
    "ISC",
    "LGPL",
    "LGPL-3.0-only",
    "MIT",
    "MIT-CMU",
    "MPL-2.0",
    "PSF-2.0",
    "Zlib",
}
# What packages without an SPDX expression write, and what it means.
SPELLED: dict[str, str] = {
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD 2-Clause License": "BSD-2-Clause",
    "BSD License": "BSD",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
# Named one by one, with where it stands: their metadata say nothing a program can read.
LOOKED_UP = {
    "pypdfium2": "BSD-3-Clause",  # LICENSES/ in its sdist; PDFium itself BSD and Apache-2.0
    "pysqlite3": "Zlib",  # LICENSE in its sdist; SQLite itself is public domain
}
# Tools of the developers, run as programs and never part of an installation.
DEVELOPERS_ONLY = {"reuse", "python-debian"}


def licences_of(found: Distribution) -> set[str]:
    """Return the licences that must all be allowed; of alternatives the allowed ones."""
    about = found.metadata
    name = about["Name"].lower()
    if name in LOOKED_UP:
        return {LOOKED_UP[name]}
    expression = about.get("License-Expression") or ""
    if not expression:
        told = (about.get("License") or "").strip()
        told = SPELLED.get(told, told)
        # A whole licence as text says nothing; the classifiers then stand for it, all of them.
        return {told} if told in ALLOWED else _classified(about) or {told}
    alternatives = [set(re.split(r" AND ", one)) for one in re.split(r" OR ", expression)]
    return next((one for one in alternatives if one <= ALLOWED), alternatives[0])


def _classified(about: PackageMetadata) -> set[str]:
    lines = about.get_all("Classifier") or []
    words = {line.rpartition(" :: ")[2] for line in lines if line.startswith("License :: ")}
    return {SPELLED.get(word, word) for word in words}


def test_every_installed_package_has_an_allowed_licence() -> None:
    refused = {
        found.metadata["Name"]: sorted(licences_of(found) - ALLOWED)
        for found in distributions()
        if found.metadata["Name"] not in DEVELOPERS_ONLY and licences_of(found) - ALLOWED
    }
    assert refused == {}


@pytest.mark.parametrize("name", sorted(DEVELOPERS_ONLY))
def test_tool_with_another_licence_is_no_part_of_an_installation(name: str) -> None:
    assert name not in installed_with({"web", "postgres", "s3"})


def test_a_licence_that_is_not_allowed_would_be_found() -> None:
    assert licences_of(distribution("reuse")) - ALLOWED != set()


LOCK: dict[str, Any] = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def installed_with(extras: set[str]) -> set[str]:
    """Return what the lock installs for Temaplan with some extras."""
    packages = {package["name"]: package for package in LOCK["package"]}
    ours = packages["temaplan"]
    waiting = [one["name"] for one in ours["dependencies"]]
    for extra in extras:
        waiting += [one["name"] for one in ours["optional-dependencies"][extra]]
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            package = packages[name]
            waiting += [one["name"] for one in package.get("dependencies", [])]
    return found


def test_bare_installation_brings_numpy_and_narwhals_and_nothing_else() -> None:
    assert installed_with(set()) == {"numpy", "narwhals"}


def test_lock_names_the_public_registry_only_and_has_every_checksum() -> None:
    sources = {str(package["source"]) for package in LOCK["package"]}
    assert sources == {
        str({"registry": "https://pypi.org/simple"}),
        str({"editable": "."}),
    }
    files = [
        file
        for package in LOCK["package"]
        for file in [*package.get("wheels", []), *filter(None, [package.get("sdist")])]
    ]
    assert [
        file["url"]
        for file in files
        if not file["url"].startswith("https://files.pythonhosted.org/")
        or not file["hash"].startswith("sha256:")
    ] == []
