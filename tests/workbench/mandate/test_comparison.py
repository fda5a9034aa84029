"""Two periods side by side: new, repeated, not repeated (S9)."""

import pytest

from temaplan.workbench.mandate.models import MandateRelation, SourceDocument
from temaplan.workbench.mandate.queries.periods import Period, compare, period_of, periods
from temaplan.workbench.mandate.source_titles import years_in
from temaplan.workbench.plan.models import Person, Plan
from tests.fixtures.cast import Visit
from tests.workbench.mandate.conftest import NewOrder
from tests.workbench.mandate.test_order_pages import text_of

OLD, NEW = Period(2008, 2011), Period(2011, 2014)


def source_of(plan: Plan, slug: str, **years: int) -> SourceDocument:
    return SourceDocument.objects.create(plan=plan, slug=slug, title=slug, kind="other", **years)


@pytest.fixture
def deck(plan: Plan, source: SourceDocument, new_order: NewOrder) -> Plan:
    """The three documents of the deck with its four orders (S3), and no other."""
    source.delete()
    first = source_of(plan, "okonomiplan-2008-2011", period_start=2008, period_end=2011)
    report = source_of(plan, "tertialrapport-1-2008", year=2008, tertial=1)
    last = source_of(plan, "okonomiplan-2011-2014", period_start=2011, period_end=2014)
    new_order("koordinator", document=first)
    new_order("handlingsplan", document=first, position=2)
    new_order("melding", document=report)
    new_order("handel", document=last)
    return plan


def test_deck_has_one_new_order_and_three_that_are_not_repeated(deck: Plan) -> None:
    found = compare(deck, OLD, NEW)

    assert [order.slug for order in found.new] == ["handel"]
    assert list(found.repeated) == []
    assert sorted(order.slug for order in found.not_repeated) == [
        "handlingsplan",
        "koordinator",
        "melding",
    ]


def test_order_that_repeats_an_earlier_one_is_neither_new_nor_missing(
    deck: Plan, new_order: NewOrder
) -> None:
    last = SourceDocument.objects.get(slug="okonomiplan-2011-2014")
    again = new_order("handlingsplan-igjen", document=last, position=2)
    earlier = deck.mandate_set.get(slug="handlingsplan")
    MandateRelation.objects.create(
        plan=deck, slug="r", later=again, relation="repeats", earlier=earlier
    )

    found = compare(deck, OLD, NEW)

    assert [(pair.later, pair.earlier) for pair in found.repeated] == [(again, earlier)]
    assert [order.slug for order in found.new] == ["handel"]
    assert sorted(order.slug for order in found.not_repeated) == ["koordinator", "melding"]


@pytest.mark.parametrize(
    ("years", "period"),
    [
        ({"year": 2008}, OLD),
        ({"year": 2010}, OLD),
        ({"year": 2011}, NEW),  # the plan that began last
        ({"year": 2007}, None),
        ({"year": 2015}, None),
        ({}, None),
        ({"period_start": 2008, "period_end": 2011}, OLD),
    ],
)
def test_document_without_period_belongs_to_the_one_that_had_begun_last(
    plan: Plan, years: dict[str, int], period: Period | None
) -> None:
    assert period_of(SourceDocument(plan=plan, **years), [OLD, NEW]) == period


def test_periods_are_named_once_and_in_order(deck: Plan) -> None:
    source_of(deck, "enda-en", period_start=2008, period_end=2011)

    assert periods(SourceDocument.objects.filter(plan=deck)) == [OLD, NEW]


def test_page_compares_the_two_newest_one_click_from_the_list(
    visit: Visit, planner: Person, deck: Plan
) -> None:
    client = visit(planner)
    house = "/arbeid/prove-naering/mandat/"
    assert f'href="{house}sammenlign/"' in client.get(house).content.decode()

    shown = text_of(client.get(f"{house}sammenlign/"))

    assert "Nye (1) ikke besvart Handel" in shown
    assert "Gjentatt (0) Ingen ordrer er gjentatt." in shown
    assert "Ikke gjentatt (3)" in shown
    turned = text_of(client.get(f"{house}sammenlign/?fra=2011-2014&til=2008-2011"))
    assert "Nye (3)" in turned
    assert client.get(f"{house}sammenlign/?fra=1999-2002").status_code == 404


def test_page_says_what_it_needs_when_there_is_one_period(visit: Visit, planner: Person) -> None:
    page = text_of(visit(planner).get("/arbeid/prove-naering/mandat/sammenlign/"))

    assert "Sammenligningen trenger kildedokumenter fra to perioder." in page


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Økonomiplan 2008–2011", (None, None, 2008, 2011)),
        ("Bystyret økonomiplan for 2008 -2011 :", (None, None, 2008, 2011)),
        ("1. tertialrapport 2008", (2008, 1, None, None)),
        ("Melding om næring, 2009", (2009, None, None, None)),
        ("Vedtak i sak 98/23", (None, None, None, None)),
        ("Plan 2014–2011", (None, None, None, None)),
    ],
)
def test_years_are_read_from_a_title(title: str, years: tuple[int | None, ...]) -> None:
    read = years_in(title)

    assert (read.year, read.tertial, read.period_start, read.period_end) == years
