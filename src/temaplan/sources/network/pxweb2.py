"""PxWebApi 2 (specification: github.com/PxTools/PxApiSpecs, version 2.0)."""

import json
from dataclasses import dataclass
from urllib.parse import quote

from temaplan.sources.archive.exchange import Question
from temaplan.sources.cube import UnreadableTable
from temaplan.sources.jsonstat import read_jsonstat_head
from temaplan.sources.network.statbank import Metadata, Selection, Variable, role_of

PATH = "/api/pxwebapi/v2"
SSB = f"https://data.ssb.no{PATH}"


@dataclass(frozen=True)
class PxWeb2:
    """Speaks to one statistics bank in one language."""

    address: str = SSB
    language: str = "no"

    def config(self) -> Question:
        """Ask for the bank's own limits."""
        return Question(f"{self.address}/config")

    def limit(self, content: bytes) -> int:
        """Return how many cells the bank gives at a time."""
        try:
            return int(json.loads(content)["maxDataCells"])
        except (ValueError, KeyError, TypeError) as fault:
            raise UnreadableTable("Banken sier ikke hvor mange tall den gir om gangen.") from fault

    def code_list(self, name: str) -> Question:
        """Ask which codes a grouping has."""
        return Question(f"{self.address}/codeLists/{quote(name, safe='')}?lang={self.language}")

    def codes_in(self, name: str, content: bytes) -> tuple[str, ...]:
        """Read the answer to `code_list`."""
        try:
            return tuple(str(each["code"]) for each in json.loads(content)["values"])
        except (ValueError, KeyError, TypeError) as fault:
            raise UnreadableTable(f"Kodelisten {name} har en form vi ikke kjenner.") from fault

    def about(self, table: str) -> Question:
        """Ask what a table holds."""
        return Question(f"{self._table(table)}/metadata?lang={self.language}")

    def metadata(self, table: str, content: bytes) -> Metadata:
        """Read the answer to `about`: JSON-stat 2 without figures."""
        head = read_jsonstat_head(content)
        return Metadata(
            table,
            head.label,
            head.updated,
            tuple(
                Variable(
                    each.code,
                    each.label,
                    each.codes,
                    each.labels,
                    may_be_left_out=each.code in head.may_be_left_out,
                    role=role_of(each.code, each.role),
                    code_lists=head.code_lists[each.code],
                )
                for each in head.dimensions
            ),
        )

    def data(self, table: str, selection: Selection) -> Question:
        """Ask for figures; by POST, since a list of municipalities outgrows an address."""
        chosen = [
            {"variableCode": code, "valueCodes": list(codes)}
            | ({"codelist": selection.lists[code]} if code in selection.lists else {})
            for code, codes in selection.codes.items()
        ]
        return Question(
            f"{self._table(table)}/data?lang={self.language}&outputFormat=json-stat2",
            json.dumps({"selection": chosen}, ensure_ascii=False).encode(),
        )

    def _table(self, table: str) -> str:
        return f"{self.address}/tables/{quote(table, safe='')}"
