"""The state of the statistics: edition, age, terms, checksum, and whether a newer one is known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from temaplan.cli.language import gettext as _
from temaplan.cli.statistics.lines import plain
from temaplan.errors import BadInput
from temaplan.sources import files
from temaplan.sources.archive import Archive, KeptTable, kept_tables, known_editions, read_table
from temaplan.sources.archive.tables import PREFIX, asked_at
from temaplan.sources.catalogue import TABLES
from temaplan.sources.code_lists import CODE_LISTS
from temaplan.sources.editions import Edition, newer_edition, table_named_in
from temaplan.sources.gaps import DRAMMEN_2011
from temaplan.sources.network.bank import OFFICE, SETTING
from temaplan.sources.table import CodeList, SourceTable

_OSLO = ZoneInfo("Europe/Oslo")


@dataclass
class Status:
    """Says a paragraph for each table. `damaged` tells afterwards if something must be done."""

    archive: Archive
    today: date
    allowed_from: str
    damaged: bool = False
    known: Sequence[Edition] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """Yield everything, one line at a time."""
        self.known = known_editions(self.archive)
        for shipped in (*TABLES, *CODE_LISTS):
            yield from self._shipped(shipped)
        for kept in kept_tables(self.archive):
            yield from self._kept(kept) if kept.is_whole else self._cut(kept)
        yield from _missing()
        yield self._network()

    def _shipped(self, table: SourceTable | CodeList) -> Iterator[str]:
        for file in table.files:
            files.content(file)
        yield f"{table.id}  {_(table.title)}"
        yield _("  Utgave: {vintage}. {age}").format(
            vintage=_(table.vintage), age=self._age(table.retrieved_on)
        )
        yield _("  Kilde: {source}. Vilkår: {licence}.").format(
            source=table.source, licence=table.licence
        )
        yield _("  Brukes til: {use}").format(use=_(table.used_for))
        yield from (f"  - {_(trap)}" for trap in getattr(table, "traps", ()))
        yield from self._newer(table.source, table.vintage)
        yield _("  Kontrollsummen stemmer.")
        yield ""

    def _kept(self, kept: KeptTable) -> Iterator[str]:
        yield f"{PREFIX}{kept.name}  {plain(kept.title)}"
        day = kept.begun_at.astimezone(_OSLO).date()
        yield _("  Utgave: {vintage}. Hentet {day}.").format(
            vintage=plain(kept.edition.vintage), day=day.isoformat()
        )
        yield _("  Kilde: {source}. Vilkår: {licence}.").format(
            source=kept.source, licence=TABLES[0].licence
        )
        for name, codes in kept.chosen.items():
            yield _("  {variable}: {codes}").format(variable=name, codes=_shortened(codes))
        yield from self._newer(kept.source, kept.edition.vintage)
        yield f"  {self._soundness(kept)}"
        yield ""

    def _soundness(self, kept: KeptTable) -> str:
        try:
            read_table(self.archive, kept)
        except BadInput as fault:
            self.damaged = True
            return fault.message
        return _("Kontrollsummen stemmer.")

    def _cut(self, kept: KeptTable) -> Iterator[str]:
        yield f"{kept.number}  {plain(kept.title)}"
        yield _(
            "  Hentingen som begynte {day}, ble avbrutt før alle {parts} deler var kommet."
        ).format(day=kept.begun_at.astimezone(_OSLO).date().isoformat(), parts=kept.parts_wanted)
        yield _("  Kjør «temaplan sources fetch» igjen med samme valg, så hentes det som mangler.")
        yield ""

    def _newer(self, source: str, vintage: str) -> Iterator[str]:
        table = table_named_in(source)
        newer = newer_edition(source, vintage, self.known)
        if newer:
            yield _(
                "  Nyere utgave finnes: {vintage}. Hent den med «temaplan sources fetch»."
            ).format(vintage=newer.vintage)
        elif asked := asked_at(self.archive, table) if table else None:
            yield _("  SSB hadde ingen nyere utgave {day}.").format(
                day=asked.astimezone(_OSLO).date().isoformat()
            )

    def _age(self, retrieved_on: date) -> str:
        days = (self.today - retrieved_on).days
        if days < 0:
            return _("Tatt inn {day}.").format(day=retrieved_on.isoformat())
        if days == 1:
            return _("Tatt inn {day}, for 1 dag siden.").format(day=retrieved_on.isoformat())
        return _("Tatt inn {day}, for {days} dager siden.").format(
            day=retrieved_on.isoformat(), days=days
        )

    def _network(self) -> str:
        if self.allowed_from:
            return _("Henting over nettet er tillatt fra {address}.").format(
                address=self.allowed_from
            )
        return _(
            "Henting over nettet er ikke tillatt. Sett {setting}={office} for å tillate det."
        ).format(setting=SETTING, office=OFFICE)


def _shortened(codes: Sequence[str], most: int = 8) -> str:
    shown = ", ".join(codes[:most])
    if len(codes) <= most:
        return shown
    return _("{shown} og {more} til").format(shown=shown, more=len(codes) - most)


def _missing() -> Iterator[str]:
    yield _("Dette er ikke i de medfølgende data (kommunene i Drammen-eksempelet, 2011):")
    for gap in DRAMMEN_2011:
        yield f"  {_(gap.what)}"
        yield _("    Hvorfor: {why}").format(why=_(gap.why))
        yield _("    Henting gir: {brings}").format(brings=_(gap.brings))
