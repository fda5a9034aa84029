"""S10: the study of trade in the centre, on a table of turnover that the user brings."""

from pathlib import Path

from temaplan.cli import main

# Made up for this test: turnover in million kroner, 2022.
TURNOVER = "region,period,value\n3301,2022,12000\n3312,2022,2500\n0,2022,500000\n"
# Populations on 1 January 2022, as table 07459 has them.
PEOPLE = {"Drammen": 102_273, "Lier": 27_584}
COUNTRY = 5_425_270


def test_coverage_equals_a_hand_calculation_and_the_page_says_what_it_lacks(
    tmp_path: Path,
) -> None:
    table = tmp_path / "omsetning.csv"
    table.write_text(TURNOVER)
    asked = ["report", "--regions", "3301,3312", "--format", "html", "--out", str(tmp_path)]
    assert main([*asked, "--turnover", str(table), "--quiet"]) == 0

    lines = (tmp_path / "figures" / "dekningsgrad.csv").read_text().splitlines()[1:]
    told = {line.split(",")[0]: round(float(line.split(",")[3]), 3) for line in lines}
    by_hand = {
        name: round((sold / PEOPLE[name]) / (500_000 / COUNTRY), 3)
        for name, sold in (("Drammen", 12_000), ("Lier", 2_500))
    }
    assert told == by_hand
    page = (tmp_path / "report.html").read_text()
    assert "De åpne tallene sier ikke hvor i kommunen det handles." in page
    assert "din egen tabell (omsetning.csv)" in page
