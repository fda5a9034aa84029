"""A table as a CSV file that a spreadsheet opens as text and never as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

# A leading one of these makes a spreadsheet run the cell. The apostrophe is what
# spreadsheets themselves use for «this is text», so it can be taken off again.
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet runs it as a formula."""
    return f"'{text}" if text.startswith(_RUNS) or text.startswith("'") else text


def csv_response(name: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> HttpResponse:
    """Answer with a semicolon-separated file in UTF-8 with a mark that Excel needs."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    response = HttpResponse("\ufeff" + buffer.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
