"""What stands under every figure and table: where its numbers are from, and how it is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from temaplan.documents.document import Inline, Run
from temaplan.report.language import Said, day, listed, same
from temaplan.report.methods import METHODS
from temaplan.sources.catalogue import POPULATION
from temaplan.sources.table import SourceTable

_CSDATA = "Statistisk sentralbyrå, tabell 07459"
# Where the publisher's line is a sentence and not only a name, it has two forms.
_NAMES: Mapping[str, Said] = MappingProxyType(
    {
        POPULATION.id: Said(
            f"{_CSDATA}, ordnet av Folkehelseinstituttet (csdata)",
            f"{_CSDATA}, ordna av Folkehelseinstituttet (csdata)",
        )
    }
)


@dataclass(frozen=True)
class Source:
    """The tables that figures come from, the methods that made them, and what is odd.

    `brought` is the name of a file that the user brought; those are not ours to vouch for.
    """

    tables: tuple[SourceTable, ...] = ()
    methods: tuple[str, ...] = ()
    remark: Said | None = None
    brought: str = ""

    def line(self, form: str) -> Inline:
        """Return the line in one written form; methods lead to their definition."""
        if not self.tables and not self.brought:
            return ()
        runs = [Run(Said("Kilde: ", "Kjelde: ").in_form(form) + self._places(form) + ".")]
        if self.methods:
            runs.append(Run(Said(" Regnet som ", " Rekna som ").in_form(form)))
            runs += _linked(self.methods, form)
            runs.append(Run("."))
        if self.remark is not None:
            runs.append(Run(" " + self.remark.in_form(form)))
        return tuple(runs)

    def _places(self, form: str) -> str:
        told = [_table_words(table, form) for table in self.tables]
        if self.brought:
            own = Said("din egen tabell", "din eigen tabell").in_form(form)
            told.append(f"{own} ({self.brought})")
        return "; ".join(told)


def source_name(table: SourceTable) -> Said:
    """Return the publisher and the table."""
    return _NAMES.get(table.id, same(table.source))


def _table_words(table: SourceTable, form: str) -> str:
    edition = Said("utgave", "utgåve").in_form(form)
    vintage = listed(table.vintage.split(" og "))
    taken = Said("tatt inn", "teken inn").in_form(form)
    name = source_name(table).in_form(form)
    return f"{name}, {edition} {vintage}, {taken} {day(table.retrieved_on)}"


def method_anchor(code: str) -> str:
    """Return where a method is defined."""
    return f"metode-{code.replace('_', '-')}"


def _linked(codes: Sequence[str], form: str) -> list[Run]:
    runs: list[Run] = []
    for place, code in enumerate(codes):
        if place:
            runs.append(Run(" og " if place == len(codes) - 1 else ", "))
        runs.append(Run(METHODS[code].name.in_form(form), href=f"#{method_anchor(code)}"))
    return runs
