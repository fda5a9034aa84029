"""`trace` tells how a plan hangs together, for people and for programs."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.utils import translation

from temaplan.cli import main
from tests.fixtures.commands import SAMPLE

pytestmark = pytest.mark.django_db

SLUG = "provevik-2026"
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def own_language() -> Iterator[None]:
    """A command speaks for its whole process; these share one."""
    with translation.override("nb"):
        yield


@pytest.fixture(autouse=True)
def plan(capsys: Captured) -> None:
    assert main(["import", str(SAMPLE)]) == 0
    capsys.readouterr()


def as_json(capsys: Captured, *arguments: str) -> dict[str, Any]:
    assert main(["trace", SLUG, "--format", "json", *arguments]) == 0
    value: dict[str, Any] = json.loads(capsys.readouterr().out)
    return value


def test_json_has_the_shape_that_others_read(capsys: Captured) -> None:
    value = as_json(capsys)

    # interfaces, section 4; the sample's plan is invented, so the export says so.
    assert set(value) == {"format", "plan", "as_of", "nodes", "edges", "breaks", "marking"}
    assert (value["format"], value["plan"], value["as_of"]) == (1, SLUG, "2026-02-05")
    assert {tuple(node) for node in value["nodes"]} == {("ref", "kind", "title", "url")}
    assert {tuple(edge) for edge in value["edges"]} == {("from", "to", "relation")}
    assert {tuple(each) for each in value["breaks"]} == {("ref", "rule", "message")}


def test_no_edge_has_a_loose_end(capsys: Captured) -> None:
    value = as_json(capsys)

    refs = {node["ref"] for node in value["nodes"]}
    assert {edge[end] for edge in value["edges"] for end in ("from", "to")} <= refs


def test_chain_of_the_sample_goes_from_challenge_to_order(capsys: Captured) -> None:
    edges = {(edge["from"], edge["to"]) for edge in as_json(capsys)["edges"]}

    assert {
        ("challenge/etter-linje-2", "finding/industri"),
        ("finding/industri", "evidence/naeringsstruktur"),
        ("finding/industri", "analysis_run/fordeling-2025"),
        ("evidence/naeringsstruktur", "mandate/2024-koordinator"),
        ("mandate/2024-melding", "mandate/2024-koordinator"),
        ("mandate/2024-koordinator", "source_document/okonomiplan-2024"),
    } <= edges


def test_program_on_its_own_machine_sees_what_is_closed_too(capsys: Captured) -> None:
    refs = {node["ref"] for node in as_json(capsys)["nodes"]}

    assert "evidence/samtaler" in refs  # internal in the sample


def test_chain_of_one_row_leaves_the_rest_out(capsys: Captured) -> None:
    refs = {
        node["ref"]
        for node in as_json(capsys, "--from", "source_document/okonomiplan-2024")["nodes"]
    }

    assert "challenge/etter-linje-2" in refs
    assert "evidence/samtaler" not in refs  # serves no order


def test_csv_has_the_same_edges(capsys: Captured) -> None:
    edges = as_json(capsys)["edges"]
    assert main(["trace", SLUG, "--format", "csv"]) == 0

    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert rows == edges


def test_text_names_each_row_link_and_break(capsys: Captured) -> None:
    assert main(["trace", SLUG]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert lines[0] == ("Temaplan for næring i Prøvevik (oppdiktet eksempel), lest per 2026-02-05")
    at = lines.index("mandate/2024-koordinator  Koordinator for næring")
    assert lines[at + 1] == "  gitt i source_document/okonomiplan-2024"
    assert (
        "  ! mandate_late: Fristen for ordren «Koordinator for næring» var 30. april 2024, "
        "og den er ikke besvart."
    ) in lines


def test_strict_is_status_1_when_the_chain_is_broken(capsys: Captured) -> None:
    assert main(["trace", SLUG, "--strict"]) == 1
    assert main(["trace", SLUG]) == 0


def test_earlier_day_has_fewer_breaks(capsys: Captured) -> None:
    def late(value: dict[str, Any]) -> list[str]:
        return [each["ref"] for each in value["breaks"] if each["rule"] == "mandate_late"]

    assert late(as_json(capsys, "--as-of", "2024-04-30")) == []
    assert late(as_json(capsys, "--as-of", "2024-05-01")) == ["mandate/2024-koordinator"]


def test_unknown_reference_is_status_3(capsys: Captured) -> None:
    assert main(["trace", SLUG, "--from", "mandate/finnes-ikke"]) == 3
    assert capsys.readouterr() == (
        "",
        "Sporingen har ingenting med referansen «mandate/finnes-ikke».\n",
    )
