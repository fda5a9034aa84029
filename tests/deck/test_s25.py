"""S25, without approval: each challenge ends with its sources; without evidence it says so."""

from tests.deck.outsider import Outsider, words_of


def section(in_eksempelvik: Outsider, title: str) -> str:
    article = in_eksempelvik.document("utfordringsdokument")
    start = article.index(title)
    rest = article[start:]
    end = rest.find("<h3", 10)
    return words_of(rest[: end if end > 0 else len(rest)])


def test_challenge_names_its_findings_and_sources(in_eksempelvik: Outsider) -> None:
    told = section(in_eksempelvik, "Kommunens egen organisering")

    assert "Samtaler med bedrifter høsten 2025" in told


def test_challenge_without_evidence_says_so(in_eksempelvik: Outsider) -> None:
    assert "ikke dokumentert" in section(in_eksempelvik, "Reiselivet har kort sesong").casefold()


def test_document_has_a_list_of_sources(in_eksempelvik: Outsider) -> None:
    article = words_of(in_eksempelvik.document("utfordringsdokument"))

    assert "Kilder" in article
    assert "Handelen i Vikbyen sentrum" in article[article.rindex("Kilder") :]
