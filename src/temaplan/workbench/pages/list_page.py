"""Page type 2: a list of one kind of rows, with filter, sort and page in the address."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from temaplan.workbench.pages.cells import Action, Cell, Empty
from temaplan.workbench.pages.csv_file import csv_response
from temaplan.workbench.plan.access import Access
from temaplan.workbench.plan.wording import file_name

ROWS_ON_A_PAGE = 50


@dataclass(frozen=True)
class Column:
    """One column: its heading, its cell for a row, and the fields it sorts by.

    A column of links to do something is `in_file=False`: no file needs it. A `narrow` one
    holds dates or numbers that must not be broken over two lines.
    """

    code: str
    label: str
    cell: Callable[[Any], Cell | str]
    sort: tuple[str, ...] = ()
    numeric: bool = False
    header: bool = False
    in_file: bool = True
    narrow: bool = False


@dataclass(frozen=True)
class Filter:
    """A choice that narrows the list; `apply` gets the chosen value."""

    code: str
    label: str
    options: Sequence[tuple[str, Any]]
    apply: Callable[[Any, str], Any]


@dataclass(frozen=True)
class ListPage:
    """Everything a list shows."""

    title: str
    sentence: str
    rows: QuerySet[Any]
    columns: Sequence[Column]
    empty: Empty
    file_name: str
    filters: Sequence[Filter] = ()
    action: Action | None = None
    second: Action | None = None  # another way to begin a row
    links: Sequence[Action] = ()
    counted: str = ""  # what the rows are called: «mandater»
    explained: Sequence[Any] = ()  # how to read the list: sentences under it


@dataclass(frozen=True)
class ChosenFilter:
    """A filter with what the address chose."""

    code: str
    label: str
    options: Sequence[tuple[str, Any]]
    value: str


@dataclass(frozen=True)
class Heading:
    """A column heading with the address that sorts by it."""

    label: str
    numeric: bool
    sort_url: str
    direction: str


def show_list(request: HttpRequest, access: Access, page: ListPage) -> HttpResponse:
    """Show the list, or give it as CSV when the address asks for `format=csv`."""
    chosen = {each.code: request.GET.get(each.code, "") for each in page.filters}
    rows = _filtered(page, chosen)
    rows = _sorted(page, rows, request.GET.get("sorter", ""))
    if request.GET.get("format") == "csv":
        return csv_response(file_name(page.file_name, access.municipality), *_as_text(page, rows))
    shown = page_of(rows, request.GET.get("side", "1"))
    narrowed = any(chosen.values())
    return render(
        request,
        "pages/list.html",
        {
            "page": page,
            "shown": shown,
            "headings": _headings(request, page),
            "table": [_cells(page, row) for row in shown.object_list],
            "filters": [
                ChosenFilter(each.code, each.label, each.options, chosen[each.code])
                for each in page.filters
            ],
            "narrowed": narrowed,
            "csv_url": _address(request, {"format": "csv", "side": ""}),
            **neighbouring_pages(request, shown),
        },
    )


def neighbouring_pages(request: HttpRequest, shown: Page[Any]) -> dict[str, str]:
    """Return the addresses of the page before and the page after, for `pages/pager.html`."""
    return {
        "earlier_url": _address(request, {"side": str(shown.number - 1)}),
        "later_url": _address(request, {"side": str(shown.number + 1)}),
    }


def _filtered(page: ListPage, chosen: dict[str, str]) -> Any:
    rows: Any = page.rows
    for each in page.filters:
        value = chosen[each.code]
        if not value:
            continue
        if value not in {str(option) for option, _label in each.options}:
            raise Http404(_("Listen kan ikke filtreres slik adressen sier."))
        rows = each.apply(rows, value)
    return rows


def _sorted(page: ListPage, rows: Any, wanted: str) -> Any:
    column = next(
        (each for each in page.columns if each.sort and each.code == wanted.removeprefix("-")), None
    )
    if column is None:
        return rows
    sign = "-" if wanted.startswith("-") else ""
    return rows.order_by(*(f"{sign}{name}" for name in column.sort), "pk")


def page_of(rows: Any, wanted: str) -> Page[Any]:
    """Return one page of the rows; a page that is not there gives the nearest."""
    paginator = Paginator(rows, ROWS_ON_A_PAGE)
    return paginator.get_page(wanted)


def _headings(request: HttpRequest, page: ListPage) -> list[Heading]:
    wanted = request.GET.get("sorter", "")
    return [
        Heading(
            label=column.label,
            numeric=column.numeric,
            sort_url=_sort_url(request, column, wanted) if column.sort else "",
            direction=_direction(column, wanted),
        )
        for column in page.columns
    ]


def _sort_url(request: HttpRequest, column: Column, wanted: str) -> str:
    turned = f"-{column.code}" if wanted == column.code else column.code
    return _address(request, {"sorter": turned, "side": ""})


def _direction(column: Column, wanted: str) -> str:
    if wanted == column.code:
        return "ascending"
    return "descending" if wanted == f"-{column.code}" else ""


def _address(request: HttpRequest, changes: dict[str, str]) -> str:
    query = request.GET.copy()
    for name, value in changes.items():
        query[name] = value
        if not value:
            del query[name]
    return f"?{query.urlencode()}"


@dataclass(frozen=True)
class TableCell:
    """A cell with the heading that stands beside it when the table becomes cards."""

    label: str
    cell: Cell
    numeric: bool
    header: bool
    narrow: bool


def _cells(page: ListPage, row: Any) -> list[TableCell]:
    return [
        TableCell(column.label, _cell(column, row), column.numeric, column.header, column.narrow)
        for column in page.columns
    ]


def _cell(column: Column, row: Any) -> Cell:
    value = column.cell(row)
    return value if isinstance(value, Cell) else Cell(str(value))


def _as_text(page: ListPage, rows: Any) -> tuple[list[str], list[list[str]]]:
    columns = [column for column in page.columns if column.in_file]
    table = [[_cell(column, row).text for column in columns] for row in rows]
    return [str(column.label) for column in columns], table
