"""S29, in part: an excluded theme stands in the chapter on scope, with where it is handled."""

from tests.deck.outsider import Outsider, words_of, words_of_docx


def test_excluded_theme_stands_in_the_chapter_on_scope(in_drammen: Outsider) -> None:
    in_drammen.saves(
        "plan/temaer/ny/",
        title="Handel og service i sentrum",
        scope="excluded",
        reason="Økonomiplanen ber om en egen studie.",
        handled_in="Studie/tiltaksplan handel og service i sentrum",
    )

    article = in_drammen.document("status-og-videre-arbeid")
    chapter = words_of(article.split('id="avgrensning"')[1].split("<h2")[0])
    for told in (
        "Handel og service i sentrum",
        "Ikke med i planen",
        "Økonomiplanen ber om en egen studie.",
        "Studie/tiltaksplan handel og service i sentrum",
    ):
        assert told in chapter
        assert told in words_of_docx(in_drammen.word("status"))


def test_theme_is_not_left_out_without_saying_where_it_is_handled(in_drammen: Outsider) -> None:
    said = in_drammen.refused(
        "plan/temaer/ny/", title="Handel", scope="excluded", reason="Egen studie."
    )
    assert "Skriv hvor temaet blir behandlet i stedet." in said


def test_example_says_what_it_leaves_to_others(in_eksempelvik: Outsider) -> None:
    text = words_of(in_eksempelvik.open("plan/temaer/").content.decode())

    assert "Arealbruk på Sundkaia" in text
    assert "Kommuneplanens arealdel" in text
