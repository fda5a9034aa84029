"""Bad input is refused by every method: row, column, value and cure told, nothing changed.

Each case is put into every table that goes in, the second ones too.
"""

import copy
from typing import Any

import polars as pl
import pytest

from temaplan.analysis.regional import BadQuestion, BadTable
from tests.fixtures.every_method import INDUSTRIES, QUESTIONS, REGIONS, Question, Table

pytestmark = pytest.mark.filterwarnings("error::RuntimeWarning")

# `validate` does not refuse a table but tells of it, row by row; see tests/spec/validate.
REFUSING = {code: each for code, each in QUESTIONS.items() if code != "validate"}
BAD_FIGURES: dict[str, tuple[Any, str, str]] = {
    "nan": (float("nan"), "not_a_number", "«nan» er ikke et tall."),
    "infinity": (float("inf"), "not_a_number", "«inf» er ikke et tall."),
    "minus infinity": (float("-inf"), "not_a_number", "«-inf» er ikke et tall."),
    "too large": (1e308, "too_large", "1e+308 er større enn noen statistikk. Rett tallet."),
    "decimal comma": ("2,5", "not_a_number", "Skriv desimaltall med punktum, som 2.5."),
    "colon": (":", "not_a_number", "La cellen stå tom og si hvorfor"),
    "dots": ("..", "not_a_number", "La cellen stå tom og si hvorfor"),
    "dash": ("-", "not_a_number", "Betyr tegnet null, så skriv 0."),
    "text": ("mange", "not_a_number", "«mange» er ikke et tall."),
    "number as text": ("12", "not_a_number", "«12» er lest som tekst."),
    "flag": (True, "not_a_number", "«True» er ikke et tall."),
}
SIGNED = {("productivity", ""), ("projection", "what_if")}  # figures that may be below 0
KEYS = {"region", "industry", "period", "note"}
# Methods that add nothing up over the axis, so a whole is a row like any other.
WHOLE_REGION_IS_A_ROW = {
    "series", "growth", "commuting_totals", "location_quotient", "shift_share", "specialisation",
    "economic_base", "productivity", "harmonise",
}  # fmt: skip
WHOLE_INDUSTRY_IS_A_ROW = {"series", "harmonise"}


def cases(*, figures: bool) -> list[Any]:
    """Return (question, keyword, column) for every column of figures, or of labels."""
    return [
        pytest.param(
            question, keyword, column.name, id=f"{question.code}-{keyword or 'main'}-{column.name}"
        )
        for question in REFUSING.values()
        for keyword, table, columns in question.inputs()
        for column in columns
        if column.name in table and column.is_figure is figures
    ]


def table_of(question: Question, keyword: str) -> Table:
    return next(table for name, table, _ in question.inputs() if name == keyword)


def changed(question: Question, keyword: str, column: str, row: int, value: Any) -> Table:
    table = copy.deepcopy(table_of(question, keyword))
    table[column][row] = value
    return table


def refusal(question: Question, keyword: str, table: Any) -> BadTable:
    before = copy.deepcopy(table)
    with pytest.raises(BadTable) as caught:
        question.ask_with(keyword, table)
    assert table == before
    return caught.value


@pytest.mark.parametrize("bad", BAD_FIGURES)
@pytest.mark.parametrize(("question", "keyword", "column"), cases(figures=True))
def test_a_figure_that_is_none(question: Question, keyword: str, column: str, bad: str) -> None:
    value, code, told = BAD_FIGURES[bad]
    fault = refusal(question, keyword, changed(question, keyword, column, 1, value))
    assert (fault.code, fault.row, fault.column) == (code, 2, column)
    assert str(fault).startswith(f"Rad 2, kolonnen «{column}»: ")
    assert told in str(fault)


@pytest.mark.parametrize(("question", "keyword", "column"), cases(figures=True))
def test_a_count_below_0(question: Question, keyword: str, column: str) -> None:
    if (question.code, keyword) in SIGNED:
        return
    fault = refusal(question, keyword, changed(question, keyword, column, 1, -4))
    assert (fault.code, fault.row, fault.column) == ("negative", 2, column)
    assert "-4 er negativt" in str(fault)


BAD_LABELS: dict[str, tuple[Any, str, str]] = {
    "blank at the end": ("{} ", "stray_blank", "har et mellomrom først eller sist. Ta det bort."),
    "null": (None, "empty_code", "cellen er tom. Fyll den ut eller ta raden ut."),
    "blanks": ("  ", "empty_code", "cellen er tom. Fyll den ut eller ta raden ut."),
}


@pytest.mark.parametrize("bad", BAD_LABELS)
@pytest.mark.parametrize(("question", "keyword", "column"), cases(figures=False))
def test_a_label_that_is_none(question: Question, keyword: str, column: str, bad: str) -> None:
    if column == "date":
        return  # a day of its own kind; see test_harmonise
    value, code, told = BAD_LABELS[bad]
    table = copy.deepcopy(table_of(question, keyword))
    if column == "period" and isinstance(value, str):  # a column of periods is of one kind
        table[column] = [str(year) for year in table[column]]
    table[column][1] = value.format(table[column][1]) if isinstance(value, str) else value
    fault = refusal(question, keyword, table)
    assert (fault.code, fault.row, fault.column) == (code, 2, column)
    assert told in str(fault)


@pytest.mark.parametrize(("question", "keyword", "column"), cases(figures=False))
def test_codes_read_as_numbers(question: Question, keyword: str, column: str) -> None:
    table = copy.deepcopy(table_of(question, keyword))
    if column in ("period", "date"):
        return
    table[column] = list(range(300, 300 + len(table[column])))
    fault = refusal(question, keyword, table)
    assert (fault.code, fault.row, fault.column) == ("code_is_number", 1, column)
    assert "Les kolonnen som tekst." in str(fault)


@pytest.mark.parametrize(("question", "keyword", "column"), cases(figures=False))
def test_periods_as_text_and_numbers_in_one_column(
    question: Question, keyword: str, column: str
) -> None:
    if column != "period" or question.code == "labour_areas":
        return
    fault = refusal(question, keyword, changed(question, keyword, column, 1, "2019"))
    assert fault.code == "mixed_periods"
    assert "er et tall, andre er tekst. Bruk det samme i hele kolonnen." in str(fault)


@pytest.mark.parametrize("make", [dict, pl.DataFrame])
@pytest.mark.parametrize(
    ("question", "keyword"),
    [
        pytest.param(question, keyword, id=f"{question.code}-{keyword or 'main'}")
        for question in REFUSING.values()
        for keyword, _, _ in question.inputs()
    ],
)
class TestTable:
    """Each table that goes in, as a whole."""

    def test_without_rows(self, question: Question, keyword: str, make: Any) -> None:
        empty = make({name: [] for name in table_of(question, keyword)})
        with pytest.raises(BadTable, match="Tabellen har ingen rader") as caught:
            question.ask_with(keyword, empty)
        assert caught.value.code == "empty_table"

    def test_without_a_column(self, question: Question, keyword: str, make: Any) -> None:
        table = table_of(question, keyword)
        lacking = next(iter(table))
        rest = make({name: values for name, values in table.items() if name != lacking})
        with pytest.raises(BadTable) as caught:
            question.ask_with(keyword, rest)
        assert (caught.value.code, caught.value.column) == ("missing_column", lacking)

    def test_with_a_row_twice(self, question: Question, keyword: str, make: Any) -> None:
        table = {name: [*values, values[0]] for name, values in table_of(question, keyword).items()}
        rows = len(next(iter(table.values())))
        with pytest.raises(BadTable) as caught:
            question.ask_with(keyword, make(table))
        assert (caught.value.code, caught.value.row) == ("duplicate", rows)

    def test_that_is_no_table(self, question: Question, keyword: str, make: Any) -> None:
        for value in ([1, 2], 7, pl.LazyFrame(table_of(question, keyword)), "en fil.csv"):
            if keyword == "reference" and isinstance(value, str):
                continue
            with pytest.raises(BadTable) as caught:
                question.ask_with(keyword, value)
            assert caught.value.code == "not_a_table"


def _with_whole(table: Table, column: str, label: str) -> Table:
    """Add a line that holds all the others, as a total does."""
    rows = [row for row, name in enumerate(table[column]) if name == table[column][0]]
    return {
        name: [*values, *([label] * len(rows) if name == column else [values[row] for row in rows])]
        for name, values in table.items()
    }


@pytest.mark.parametrize("question", REFUSING.values(), ids=REFUSING)
@pytest.mark.parametrize(
    ("column", "label", "exempt"),
    [
        ("region", "0 Hele landet", WHOLE_REGION_IS_A_ROW),
        ("home", "0 Hele landet", set()),
        ("industry", "I alt", WHOLE_INDUSTRY_IS_A_ROW),
    ],
)
def test_a_whole_among_its_parts(
    question: Question, column: str, label: str, exempt: set[str]
) -> None:
    if column not in question.data:
        return
    words = {
        keyword: _with_whole(table, column, label)
        for keyword, table, _ in question.inputs()
        if column in table and keyword not in ("", "what_if", "reference", "totals")
    }
    table = _with_whole(question.data, column, label)
    if question.code in exempt:
        question.ask(table, **words, **({"totals": None} if "totals" in question.words else {}))
        return
    with pytest.raises(BadTable) as caught:
        question.ask(table, **words)
    assert caught.value.code == "total_row"
    assert f"«{label}»" in str(caught.value)
    assert "Ta dem ut" in str(caught.value)


@pytest.mark.parametrize(
    "code", ["location_quotient", "specialisation", "concentration", "economic_base"]
)
@pytest.mark.parametrize("reference", ["total", "rest"])
def test_a_whole_among_the_regions_that_are_the_reference(code: str, reference: str) -> None:
    question = QUESTIONS[code]
    table = _with_whole(question.data, "region", "0 Hele landet")
    with pytest.raises(BadTable) as caught:
        question.ask(table, reference=reference)
    assert caught.value.code == "total_row"
    assert caught.value.row == len(question.data["region"]) + 1
    assert "eller velg dem som referanse." in str(caught.value)


@pytest.mark.parametrize("code", ["specialisation", "concentration", "economic_base"])
def test_a_whole_that_is_the_reference_is_not_one_of_the_regions(code: str) -> None:
    question = QUESTIONS[code]
    table = question.data
    whole: dict[tuple[str, int], int] = {}
    for industry, period, value in zip(
        table["industry"], table["period"], table["value"], strict=True
    ):
        whole[industry, period] = whole.get((industry, period), 0) + value
    lines = [("0 Hele landet", *key, value) for key, value in whole.items()]
    added = {
        name: [*values, *(line[at] for line in lines)]
        for at, (name, values) in enumerate(table.items())
    }
    found = question.ask(added, reference="0 Hele landet")
    expected = question.ask(table, reference="total")
    regions = found.get("region", [])
    kept = [row for row, region in enumerate(regions) if region != "0 Hele landet"]
    for name, values in expected.items():
        answered = [found[name][row] for row in kept] if regions else found[name]
        assert answered == (values if name in KEYS else pytest.approx(values, rel=1e-12)), name


def test_a_line_of_a_file_is_told_where_the_table_came_from_one() -> None:
    from temaplan.analysis.regional import growth
    from temaplan.analysis.regional.frames import FileColumns

    table = FileColumns(
        {
            "region": ["0602"] * 4,
            "industry": ["Bygg", "Bygg", "I alt", "I alt"],
            "period": [2010, 2011] * 2,
            "value": [1, 2, 3, 4],
        }
    )
    table.lines = [2, 3, 5, 6]
    with pytest.raises(BadTable, match=r"^Linje 5: blant næringene") as caught:
        growth(table, base=2010, end=2011)
    assert caught.value.row == 3


@pytest.mark.parametrize(
    ("label", "among"),
    [
        ("00-99", ["10-33", "41-43"]),
        ("10-33 Industri", ["10 Mat", "16 Trelast"]),
        ("C Industri", ["10 Mat", "16 Trelast"]),
        ("B-E", ["C", "F"]),
        ("10", ["10.1", "16"]),
        ("10.1", ["10.11", "10.2"]),
        ("Alle næringer", ["Bygg", "Industri"]),
        ("Totalt", ["Bygg", "Industri"]),
        ("Herav statlig", ["Offentlig", "Bygg"]),
    ],
)
def test_codes_that_hold_others_are_wholes(label: str, among: list[str]) -> None:
    from temaplan.analysis.regional.wholes import wholes_among

    assert wholes_among([*among, label], "industry") == [label]


@pytest.mark.parametrize(
    "labels",
    [
        ["A", "B", "C"],
        ["10-33", "41-43", "45-47"],
        ["10.1", "10.2", "11.1"],
        ["Annet", "Hotell 10", "Kontor 20"],
        ["10-20", "15-25"],
    ],
    ids=str,
)
def test_codes_beside_each_other_are_no_wholes(labels: list[str]) -> None:
    from temaplan.analysis.regional.wholes import wholes_among

    assert wholes_among(labels, "industry") == []


@pytest.mark.parametrize(
    ("code", "words", "told"),
    [
        ("location_quotient", {"reference": "9999"}, "har ikke regionen «9999» (reference)"),
        ("shift_share", {"reference": "9999"}, "har ikke regionen «9999» (reference)"),
        ("retail_coverage", {"reference": "9999"}, "har ikke regionen «9999» (reference)"),
        ("growth", {"base": 1900}, "har ikke perioden «1900» (base)"),
        ("entry_exit", {"end": 2100}, "har ikke perioden «2100» (end)"),
        ("productivity", {"base": 2018, "end": 2015}, "base=2018 må være før end=2015"),
        ("entry_exit", {"base": 2018, "end": 2018}, "base=2018 må være før end=2018"),
        ("entry_exit", {"threshold": 0}, "threshold=0 kan ikke brukes"),
        ("complexity", {"presence": -1}, "presence=-1 kan ikke brukes"),
        ("relatedness", {"presence": float("nan")}, "presence=nan kan ikke brukes"),
        ("relatedness_density", {"method": "kosinus"}, "method=«kosinus» finnes ikke"),
        ("outlook", {"presence": "1"}, "presence=1 kan ikke brukes"),
        ("economic_base", {"method": "ols"}, "method=«ols» finnes ikke"),
        ("regional_multipliers", {"delta": ()}, "delta=[] kan ikke brukes"),
        ("regional_multipliers", {"delta": (7,)}, "delta=[7] kan ikke brukes"),
        ("labour_areas", {"self_containment": 70}, "self_containment=70 kan ikke brukes"),
        ("business_land_demand", {"years": 2027}, "years=2027 er ikke en liste med år"),
        ("business_land_demand", {"years": []}, "years=[] er ikke en liste med år"),
        ("projection", {"horizon": 0}, "horizon=0 kan ikke brukes"),
        ("projection", {"draws": 10}, "draws=10 er for få"),
        ("projection", {"seed": -1}, "seed=-1 kan ikke brukes"),
        ("backtest", {"years": 4}, "years må være mellom 1 og"),
        ("harmonise", {"to": "i går"}, "to=«i går» er ikke en dato"),
        ("harmonise", {"splits": "gjett"}, "splits er enten «refuse» eller en tabell"),
        ("huff_shares", {"distances": {"origin": ["O", "O"], "place": ["S", "T"],
                                       "distance": [1, 2], "demand": [5, 6]}},
         "«O» har både 5 og 6 i kolonnen demand"),
    ],
    ids=str,
)  # fmt: skip
def test_a_question_without_an_answer_tells_what_was_asked(
    code: str, words: dict[str, Any], told: str
) -> None:
    with pytest.raises(BadQuestion) as caught:
        QUESTIONS[code].ask(**words)
    assert told in str(caught.value)


@pytest.mark.parametrize("code", ["firm_births", "productivity"])
@pytest.mark.parametrize("column", ["industry", "region"])
def test_two_tables_with_different_labels(code: str, column: str) -> None:
    question = QUESTIONS[code]
    keyword = "stock" if code == "firm_births" else "employment"
    labels = INDUSTRIES if column == "industry" else REGIONS
    other = question.words[keyword]
    renamed = other | {
        column: ["Annet" if label == labels[-1] else label for label in other[column]]
    }
    with pytest.raises(BadQuestion) as caught:
        question.ask(**{keyword: renamed})
    assert caught.value.code == "different_tables"
    assert f"«{labels[-1]}»" in str(caught.value)
    assert "«Annet»" in str(caught.value)


def test_flows_of_several_years_are_not_one_labour_market() -> None:
    flows = QUESTIONS["labour_areas"].data
    two = {name: values * 2 for name, values in flows.items()}
    two["period"] = [2019] * len(flows["period"]) + [2020] * len(flows["period"])
    with pytest.raises(BadQuestion, match=r"Velg én periode\. Tabellen har «2019», «2020»"):
        QUESTIONS["labour_areas"].ask(two)


def test_land_for_a_sum_and_its_parts_is_refused() -> None:
    question = QUESTIONS["business_land_demand"]
    tables = {
        keyword: {name: [*values, "I alt" if name == "industry" else values[0]]
                  for name, values in table.items()}
        for keyword, table, _ in question.inputs()
    }  # fmt: skip
    with pytest.raises(BadTable) as caught:
        question.ask(tables.pop(""), **tables)
    assert caught.value.code == "total_row"
