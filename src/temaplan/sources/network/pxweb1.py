"""PxWebApi 1 (documentation: «PxWeb API 1.0», Statistics Sweden), still served beside version 2."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from temaplan.sources.archive.exchange import Question
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.network.statbank import Metadata, Selection, Variable, role_of

PATH = "/api/v0/no/table"
SSB = f"https://data.ssb.no{PATH}"
SSB_LIMIT = 800_000  # told in the documentation; this version has no address that says it


@dataclass(frozen=True)
class PxWeb1:
    """Speaks to one statistics bank; the language stands in its address."""

    address: str = SSB

    def about(self, table: str) -> Question:
        """Ask what a table holds."""
        return Question(self._table(table))

    def metadata(self, table: str, content: bytes) -> Metadata:
        """Read the answer to `about`. This version does not say when the table was changed."""
        try:
            value = json.loads(content)
            variables = tuple(_variable(each) for each in value["variables"])
            return Metadata(table, str(value["title"]), "", variables)
        except (ValueError, KeyError, TypeError) as fault:
            raise UnreadableTable(
                f"Beskrivelsen av tabell {table} har en form vi ikke kjenner. Ingenting er hentet."
            ) from fault

    def data(self, table: str, selection: Selection) -> Question:
        """Ask for figures as JSON-stat 2."""
        query = [
            {
                "code": code,
                "selection": {"filter": _filter(selection.lists.get(code)), "values": list(codes)},
            }
            for code, codes in selection.codes.items()
        ]
        body = {"query": query, "response": {"format": "json-stat2"}}
        return Question(self._table(table), json.dumps(body, ensure_ascii=False).encode())

    def config(self) -> None:
        """Ask nothing: there is no address that tells the limits."""

    def limit(self, content: bytes) -> int:
        """Return the limit of the documentation."""
        return SSB_LIMIT

    def code_list(self, name: str) -> None:
        """Ask nothing: there is no address that tells a grouping's codes."""

    def codes_in(self, name: str, content: bytes) -> tuple[str, ...]:
        """Return nothing: it is never asked."""
        return ()

    def _table(self, table: str) -> str:
        return f"{self.address}/{quote(table, safe='')}/"


def _variable(value: dict[str, Any]) -> Variable:
    codes, labels = tuple(value["values"]), tuple(value["valueTexts"])
    if len(codes) != len(labels):
        raise ValueError("codes and texts differ in number")
    return Variable(
        code=value["code"],
        label=value["text"],
        codes=codes,
        labels=labels,
        may_be_left_out=bool(value.get("elimination", False)),
        role="time" if value.get("time") else role_of(value["code"], ""),
    )


def _filter(grouping: str | None) -> str:
    """Name a grouping as this version does: `agg:KommSummer`, where version 2 has `agg_`."""
    return grouping.replace("agg_", "agg:", 1) if grouping else "item"
