"""Newer editions of published tables, asked of the database for many calculations at once.

`sources.editions` reads and compares the lines that stand beside figures; the same is said
here in SQL, so that a list costs no statement more. A test holds the two together.
"""

from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Right, StrIndex, Substr

from temaplan.sources import catalogue
from temaplan.workbench.evidence.models import DataTable
from temaplan.workbench.plan.models import Plan

_NAMES_A_TABLE = r"(^|[^a-zæøå])tabell [0-9]{5}($|[^0-9])"
_EDITION = r"^[0-9]{4}[^–,]*(–[0-9]{4}[^,]*)?(, oppdatert [0-9]{4}-[0-9]{2}-[0-9]{2})?$"
_WORD, _DATED = "tabell ", "oppdatert "
_NUMBER, _YEAR, _DAY = 5, 4, 10  # so many signs


# Of a row that `with_newer_editions` has fetched: the plan has a newer edition stored. Two
# are compared by the day they were changed, or by their last year where one has no day.
HAS_NEWER_EDITION = (~Q(edition_day="") & Q(newer_by_day=True)) | (
    Q(edition_day="") & Q(newer_by_year=True)
)


def with_newer_editions(rows: QuerySet[Any], plan: Plan) -> QuerySet[Any]:
    """Add to calculations what `HAS_NEWER_EDITION` asks for."""
    tables = _told(DataTable.objects.filter(plan=plan), F("source"))
    same = tables.exclude(edition_number="").filter(edition_number=OuterRef("edition_number"))
    later_year = Q(edition_last__gt=OuterRef("edition_last"))
    later_day = Q(edition_day__gt=OuterRef("edition_day"))
    by_day = later_day | (Q(edition_day="") & later_year)
    return _told(rows, _source_of_run()).annotate(
        newer_by_day=Exists(same.filter(by_day)), newer_by_year=Exists(same.filter(later_year))
    )


def _told(rows: QuerySet[Any], source: Any) -> QuerySet[Any]:
    """Add what the lines say: number of the table, its last year, the day of the edition."""
    is_told = Q(edition_source__regex=_NAMES_A_TABLE, vintage__regex=_EDITION)
    number = Substr(
        "edition_source", StrIndex("edition_source", Value(_WORD)) + len(_WORD), _NUMBER
    )
    last = Substr("vintage", StrIndex("vintage", Value("–")) + 1, _YEAR)
    return rows.annotate(edition_source=source).annotate(
        edition_number=_text(When(is_told, then=number)),
        edition_last=_text(When(is_told, then=last)),
        edition_day=_text(When(is_told & Q(vintage__contains=_DATED), then=Right("vintage", _DAY))),
    )


def _text(*cases: When) -> Case:
    return Case(*cases, default=Value(""), output_field=TextField())


def _source_of_run() -> Case:
    published = (
        When(source_table=table.id, then=Value(table.source)) for table in catalogue.TABLES
    )
    return _text(When(data_table__isnull=False, then=F("data_table__source")), *published)
