"""From what somebody wants of a table to the codes that the bank must be asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from temaplan.sources.network.answers import Refused
from temaplan.sources.network.statbank import Metadata, Selection, Variable

# Municipalities in today's borders through all years, as Statistics Norway sums them.
CONSISTENT = "agg_KommSummer"
_LISTS = ("agg_", "vs_")

# What a table is fetched for here, where nothing else is asked: persons by place of work, and
# the 17 groups of industries that divide them once. The table has other groups beside these.
_GROUPS = (
    "01-03,05-09,10-33,35-39,41-43,45-47,49-53,55-56,58-63,64-66,68-75,77-82,84,85,86-88,90-99,00"
)
USUAL: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "13470": {"ContentsCode": ("SysselsatteArb",), "NACE2007": tuple(_GROUPS.split(","))},
}

CodesOf = Callable[[str], tuple[str, ...]]


@dataclass(frozen=True)
class Wanted:
    """What is wanted of a table; what is not said is taken whole.

    `periods` is a list (`2021,2022`) or a stretch (`2016:2025`, `2016:`). `others` holds codes
    by the name of a variable; a single name such as `agg_…` asks for a whole grouping.
    """

    table: str
    regions: tuple[str, ...] = ()
    periods: str = ""
    contents: tuple[str, ...] = ()
    others: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not (self.table.isascii() and self.table.isalnum()):
            raise Refused(
                f"«{self.table}» er ikke et tabellnummer. Skriv nummeret SSB bruker, som 13470."
            )


@dataclass(frozen=True)
class Choice:
    """Selections that together are the table, laid side by side along one variable."""

    blocks: tuple[Selection, ...]
    across: str = ""


def choose(metadata: Metadata, wanted: Wanted, codes_of: CodesOf) -> Choice:
    """Return the selections for what is wanted. Raises `Refused` naming what the table lacks.

    `codes_of` tells which codes a grouping has. Regions of several groupings (a
    municipality in today's borders, the country) are asked for apart.
    """
    codes: dict[str, tuple[str, ...]] = dict(_usual(metadata))
    lists: dict[str, str] = {}
    contents = metadata.with_role("metric")
    if wanted.contents:
        codes[_required(contents, metadata, "statistikkvariabel").code] = wanted.contents
    if wanted.periods:
        time = _required(metadata.with_role("time"), metadata, "tid")
        codes[time.code] = _periods(time, wanted.periods, metadata.table)
    for name, chosen in wanted.others.items():
        variable = metadata.variable(name)
        if len(chosen) == 1 and chosen[0].startswith(_LISTS):
            lists[name], codes[name] = chosen[0], codes_of(chosen[0])
        else:
            codes[variable.code] = chosen
    rest = Selection(codes, lists)
    if not wanted.regions:
        return Choice((rest,))
    region = _required(metadata.with_role("geo"), metadata, "region")
    return _by_grouping(region, wanted.regions, rest, codes_of)


def _usual(metadata: Metadata) -> Mapping[str, tuple[str, ...]]:
    """Return the usual codes that the table still has; a variable that has none is whole."""
    usual = USUAL.get(metadata.table, {})
    there = {
        variable.code: tuple(each for each in usual[variable.code] if each in variable.codes)
        for variable in metadata.variables
        if variable.code in usual
    }
    return {code: codes for code, codes in there.items() if codes}


def _required(variable: Variable | None, metadata: Metadata, what: str) -> Variable:
    if variable is None:
        known = ", ".join(each.code for each in metadata.variables)
        raise Refused(f"Tabell {metadata.table} har ingen variabel for {what}. Den har {known}.")
    return variable


def _periods(time: Variable, wanted: str, table: str) -> tuple[str, ...]:
    if ":" not in wanted:
        chosen = tuple(each.strip() for each in wanted.split(",") if each.strip())
    else:
        first, _, last = (part.strip() for part in wanted.partition(":"))
        chosen = tuple(
            each
            for each in time.codes
            if (not first or each >= first) and (not last or each <= last)
        )
    missing = [each for each in chosen if each not in time.codes]
    if not chosen or missing:
        raise Refused(
            f"Tabell {table} har ikke {', '.join(missing) or wanted}. "
            f"Den går fra {time.codes[0]} til {time.codes[-1]}."
        )
    return chosen


def _by_grouping(
    region: Variable, wanted: tuple[str, ...], rest: Selection, codes_of: CodesOf
) -> Choice:
    groupings = _groupings(region, wanted, codes_of)
    blocks = []
    for grouping, codes in groupby(dict.fromkeys(wanted), key=lambda code: groupings[code]):
        lists = {**rest.lists, region.code: grouping} if grouping else rest.lists
        blocks.append(Selection({**rest.codes, region.code: tuple(codes)}, lists))
    return Choice(tuple(blocks), region.code)


def _groupings(region: Variable, wanted: tuple[str, ...], codes_of: CodesOf) -> dict[str, str]:
    """Return for each code the grouping that has it; none where it is the table's own."""
    found = {code: "" for code in wanted if code in region.codes}
    for grouping in sorted(region.code_lists, key=lambda name: name != CONSISTENT):
        left = [code for code in wanted if code not in found]
        if not left:
            break
        known = set(codes_of(grouping))
        found |= {code: grouping for code in left if code in known}
    if not region.code_lists:  # version 1 of the interface does not tell its groupings
        found |= {code: CONSISTENT for code in wanted if code not in found and code[:2] == "K-"}
    unknown = [code for code in wanted if code not in found]
    if unknown:
        raise Refused(
            f"Tabellen har ikke {', '.join(unknown)} i «{region.label}». "
            f"Den har for eksempel {', '.join(region.codes[:5])}."
        )
    return found
