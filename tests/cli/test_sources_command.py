"""`sources`: what is kept, its age and terms, and what is missing."""

import pytest

from temaplan.cli import main
from temaplan.sources.catalogue import TABLES
from temaplan.sources.code_lists import CODE_LISTS


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    status = main(("sources", *arguments))
    return status, capsys.readouterr().out


def test_the_list_has_a_line_for_each_table(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "list")
    kept = [line.split("\t") for line in out.splitlines()]
    assert status == 0
    assert [line[0] for line in kept] == [each.id for each in (*TABLES, *CODE_LISTS)]
    assert kept[0][1:] == [
        "Sysselsatte og bruttoprodukt etter fylke og næring",
        "2008–2019",
        "Statistisk sentralbyrå, tabell 11713",
    ]


def test_the_status_tells_edition_age_terms_and_traps(capsys: pytest.CaptureFixture[str]) -> None:
    status, out = said(capsys, "status", "--as-of", "2026-12-05")
    assert status == 0
    assert "  Utgave: 2008–2019. Tatt inn 2026-11-25, for 10 dager siden.\n" in out
    assert "Vilkår: NLOD eller CC BY 4.0." in out
    assert "Næringene summerer ikke alltid til det publiserte totaltallet." in out


def test_the_status_says_what_is_missing_for_the_municipalities_of_2011(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _status, out = said(capsys, "status")
    missing = out.partition("Dette er ikke i de medfølgende data")[2]
    assert "Sysselsatte etter næring i Drammen, Nedre Eiker, Øvre Eiker og Lier" in missing
    assert "Henting gir: Tabell 13470 for K-3301, K-3312, K-3314 og hele landet" in missing
    assert missing.endswith(
        "Henting over nettet er ikke tillatt. Sett TEMAPLAN_STATISTICS_FROM=https://data.ssb.no "
        "for å tillate det.\n"
    )
