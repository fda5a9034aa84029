"""A file of figures that a person brings: whole, or refused with line and cure."""

import pytest

from temaplan.sources.brought import BroughtRefused, read_brought, read_kept

HEAD = "region,industry,period,value\n"
GOOD = HEAD + "3301,Industri,2024,5400\n3301,Undervisning,2024,4100\n3312,Industri,2024,1900\n"


def sentences(text: str, **options: int) -> list[str]:
    found = read_brought(text.encode(), **options)
    assert (found.statistics is None) == bool(found.faults)
    return [str(problem) for problem in found.problems]


def test_a_good_file_is_taken_as_it_is() -> None:
    found = read_brought(GOOD.encode())
    assert (found.problems, found.text) == ((), GOOD)
    assert found.required().rows == (
        ("3301", "Industri", 2024, 5400.0, "observed"),
        ("3301", "Undervisning", 2024, 4100.0, "observed"),
        ("3312", "Industri", 2024, 1900.0, "observed"),
    )
    assert found.required().region_names == {"3301": "Drammen", "3312": "Lier"}


def test_a_file_from_a_norwegian_spreadsheet_is_read() -> None:
    lines = (
        "Kommune;Næring;År;Verdi",
        "3301 Drammen;Industri;2024;5400",
        "3312 Lier;Industri;2024;:",
    )
    text = "".join(f"{line}\r\n" for line in lines)
    found = read_brought(b"\xef\xbb\xbf" + text.encode())
    assert found.problems == ()
    assert found.required().rows == (
        ("3301", "Industri", 2024, 5400.0, "observed"),
        ("3312", "Industri", 2024, None, "suppressed"),
    )
    assert found.text == text.replace("\r\n", "\n")


# Issue 3, «Bad input»: every fault names its line and what to do.
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "3301,Industri,2024,1\n3312,Industri,2024,2\n3301,Industri,2024,3\n",
            "Linje 4: Linjen gjelder det samme som linje 2 (3301, Industri, 2024). "
            "Behold én av dem.",
        ),
        (
            "3301,Industri,2024,1\n3301,Undervisning,2024,2\n3301,I alt,2024,9\n",
            "Linje 4: «I alt» er summen av de andre linjene. Ta summene bort, ellers telles alt "
            "to ganger.",
        ),
        (
            "3301,Industri,2024,10\n3301,Undervisning,2024,20\n3301,Helse,2024,30\n"
            "3301,Arbeidsplasser,2024,60\n",
            "Linje 5: «Arbeidsplasser» er summen av de andre linjene. Ta summene bort, ellers "
            "telles alt to ganger.",
        ),
        (
            "3301,Industri,2024,-4\n",
            "Linje 2: -4 er negativt, og et antall kan ikke være det.",
        ),
        (
            "3301,Industri,2024,mange\n",
            "Linje 2: «mange» er ikke et tall. La cellen stå tom, eller skriv «:» hvis den er "
            "skjermet.",
        ),
        (
            '3301,Industri,2024,"12,5"\n',
            "Linje 2: «12,5» har desimalkomma. Skriv punktum: 12.5.",
        ),
        (
            "3301,Industri,2024,12,5\n3301,Helse,2024,7\n",
            "Linje 2: Linjen har 5 celler, overskriften har 4. Har et tall desimalkomma, skriv "
            "punktum. Har et navn komma, sett det i anførselstegn.",
        ),
        (
            '3301,Industri,2024,"12,345"\n',
            "Linje 2: «12,345» har komma. Skriv 12345 hvis det skiller tusen, 12.345 hvis ikke.",
        ),
        (
            "3301,Industri,2024,12 345\n",
            "Linje 2: «12 345» har mellomrom i tallet. Skriv 12345.",
        ),
        (
            "3301,Industri,2024,1\n3301,Under",
            "Linje 3: Den siste linjen har 2 av 4 celler. Filen er kuttet. Hent den på nytt.",
        ),
        (
            '3301,Industri,2024,1\n3301,"Under',
            "Linje 3: Et anførselstegn er åpnet og ikke lukket. Filen kan være kuttet. Hent den "
            "på nytt.",
        ),
        (
            "602,Industri,2011,1\n",
            "Linje 2: Koden «602» har mistet den første nullen: skriv 0602. Les kolonnen som "
            "tekst når du åpner filen i et regneark.",
        ),
        (
            "0602,Industri,2024,1\n",
            "Linje 2: Koden 0602 Drammen var i bruk til og med 2019, men tallet gjelder 2024. "
            "Da het den 3301 Drammen.",
        ),
        (
            "3301,Industri,2011,1\n",
            "Linje 2: Koden 3301 Drammen er fra 2024, men tallet gjelder 2011. Er alle år regnet "
            "om til nyere grenser, si hvilket år grensene er fra.",
        ),
        ("9876,Industri,2011,1\n", "Linje 2: Kommunenummeret 9876 finnes ikke."),
        (
            "3301,1.1,2024,1\n",
            "Linje 2: Næringskoden «1.1» har mistet den første nullen: skriv 01.1.",
        ),
        (
            "3301,01. mar,2024,1\n",
            "Linje 2: Regnearket har gjort næringskoden om til datoen «01. mar». Skriv koden som "
            "tekst.",
        ),
        (
            "3301,04,2024,1\n",
            "Linje 2: Næringskoden «04» finnes ikke i SN2007. Se etter en skrivefeil.",
        ),
        (
            "3301,Industri,2024K4,1\n",
            "Linje 2: «2024K4» er ikke et årstall. Skriv fire sifre, som 2011.",
        ),
        ("3301,,2024,1\n", "Linje 2: Cellen i kolonnen «industry» er tom."),
        ("", "Linje 1: Filen har bare en overskrift og ingen tall."),
    ],
)
def test_a_bad_line_is_told_with_its_cure(lines: str, expected: str) -> None:
    assert sentences(HEAD + lines) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "Filen er tom."),
        ("PK\x03\x04noe", "Filen er et regneark. Lagre arket som CSV (UTF-8), og ta inn det."),
        ("%PDF-1.7\n", "Filen er en PDF. Bare CSV kan tas inn."),
        (
            "region,period\n3301,2024\n",
            "Linje 1: Kolonnen «value» mangler. Første linje skal ha region, industry, period, "
            "value.",
        ),
        (
            "region,industry,period,value,merknad\n",
            "Linje 1: Kolonnen «merknad» er ukjent. Ta den bort, eller bruk region, industry, "
            "period, value, state.",
        ),
        ("region,kommune,period,value\n", "Linje 1: Kolonnen «kommune» står to ganger."),
    ],
)
def test_a_file_that_is_something_else_is_refused(text: str, expected: str) -> None:
    assert sentences(text) == [expected]


def test_text_in_the_old_windows_encoding_is_refused_with_its_line() -> None:
    found = read_brought((HEAD + "3301,Næring,2024,1\n").encode("cp1252"))
    assert [str(problem) for problem in found.problems] == [
        "Linje 2: Filen er ikke UTF-8. Lagre den på nytt som «CSV UTF-8»."
    ]


def test_every_fault_is_told_at_once() -> None:
    told = sentences(HEAD + '602,Industri,2011,"1,5"\n3301,Industri,2024,-1\n')
    assert [sentence.partition(":")[0] for sentence in told] == ["Linje 2", "Linje 2", "Linje 3"]


def test_a_last_line_without_line_end_is_mentioned_but_stops_nothing() -> None:
    found = read_brought(GOOD.rstrip("\n").encode())
    assert [str(problem) for problem in found.problems] == [
        "Linje 4: Filen slutter uten linjeskift. Se at den siste linjen ikke er kuttet."
    ]
    assert found.faults == ()
    assert len(found.required().rows) == 3


def test_todays_codes_are_taken_for_earlier_years_when_the_borders_are_named() -> None:
    assert sentences(HEAD + "3301,Industri,2011,1\n", borders=2024) == []
    assert sentences(HEAD + "0602,Industri,2011,1\n", borders=2024) == [
        "Linje 2: Koden 0602 Drammen var i bruk til og med 2019, men tallet gjelder 2024. "
        "Da het den 3301 Drammen."
    ]


def test_a_sum_by_chance_of_two_lines_is_no_total() -> None:
    assert sentences(HEAD + "3301,A,2024,1\n3301,B,2024,2\n3301,C,2024,3\n") == []


def test_a_state_that_contradicts_its_figure_is_refused() -> None:
    head = "region,industry,period,value,state\n"
    assert sentences(head + "3301,Industri,2024,5,suppressed\n") == [
        "Linje 2: Tilstanden «suppressed» passer ikke med tallet i samme linje."
    ]


def test_a_row_of_counts_for_commuting_is_read() -> None:
    text = (
        "region,period,employed_residents,in_commuters,out_commuters,jobs\n"
        "3301,2024,52093,18141,23086,47148\n"
    )
    assert read_brought(text.encode()).required().rows == (
        ("3301", 2024, 52093.0, 18141.0, 23086.0, 47148.0),
    )


def test_a_series_without_industries_is_read() -> None:
    text = "region,period,value\nEksempelvik,2016,17900\nEksempelvik,2026,18400\n"
    statistics = read_brought(text.encode()).required()
    assert statistics.rows[0] == ("Eksempelvik", "", 2016, 17900.0, "observed")
    assert statistics.region_names == {"Eksempelvik": "Eksempelvik"}


def test_a_refused_file_raises_with_every_sentence() -> None:
    with pytest.raises(BroughtRefused) as refused:
        read_brought((HEAD + "602,Industri,2011,-1\n").encode()).required()
    assert refused.value.message.splitlines()[0] == "Filen er ikke lest inn. Ingenting er endret."
    assert len(refused.value.problems) == 2


def test_what_was_taken_in_before_is_not_asked_about_its_borders_again() -> None:
    assert read_kept(HEAD + "3301,Industri,2011,1\n").periods == [2011]


def test_a_sentence_is_translated_before_its_facts_are_put_in() -> None:
    problem = read_brought((HEAD + "602,Industri,2011,1\n").encode()).problems[0]
    told = problem.sentence(lambda text: text.replace("mistet", "mista").replace("Linje", "Line"))
    assert told.startswith("Line 2: Koden «602» har mista den første nullen")
