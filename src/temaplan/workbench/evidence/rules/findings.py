"""Findings: their text, the figures they quote, and when they may be discarded."""

import re
from collections.abc import Collection

from django.utils.translation import gettext as _

from temaplan.workbench.evidence.vocabulary import LAYER
from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict
from temaplan.workbench.plan.wording import listed

_PLACE = re.compile(r"\{(\d{1,4})\}")


def places_in(text: str) -> list[int]:
    """Return the numbers of the quoted figures in a text, each once, in order."""
    return list(dict.fromkeys(int(number) for number in _PLACE.findall(text)))


def split_at_places(text: str) -> list[str | int]:
    """Return the text in pieces: words as text, the place of a figure as its number."""
    pieces = _PLACE.split(text)
    return [int(piece) if position % 2 else piece for position, piece in enumerate(pieces) if piece]


def places_fit(text: str, numbers: Collection[int]) -> Verdict:
    """Tell whether every place in the text has a figure to stand there."""
    unknown = [f"{{{number}}}" for number in places_in(text) if number not in numbers]
    if not unknown:
        return Allowed()
    if not numbers:
        return Refused(
            _(
                "Teksten viser til %(unknown)s, men funnet siterer ingen tall. "
                "Hent tallet fra en analyse."
            )
            % {"unknown": listed(unknown)}
        )
    return Refused(
        _("Teksten viser til %(unknown)s, men funnet har bare %(known)s.")
        % {
            "unknown": listed(unknown),
            "known": listed([f"{{{number}}}" for number in sorted(numbers)]),
        }
    )


def text_given(text: str) -> Verdict:
    """Tell whether a finding says something."""
    if text.strip():
        return Allowed()
    return Refused(_("Skriv hva som er funnet."))


def place_is_used(text: str, number: int) -> Verdict:
    """Tell whether a new figure has got its place in the text."""
    if number in places_in(text):
        return Allowed()
    return Refused(_("Sett {%(number)d} i teksten der tallet skal stå.") % {"number": number})


def may_quote(*, has_figure: bool, state: str) -> Verdict:
    """Tell whether a cell has a figure to quote."""
    if has_figure:
        return Allowed()
    return Refused(_("Cellen er %(state)s og har ikke noe tall å sette inn.") % {"state": state})


def may_quote_from(*, run_layer: str, finding_layer: str) -> Verdict:
    """Tell whether a finding may quote a calculation: never one that fewer may read."""
    order = list(LAYER)
    if order.index(run_layer) <= order.index(finding_layer):
        return Allowed()
    return Refused(
        _(
            "Analysen er %(run)s og funnet er %(finding)s. Da ville flere få se tallet enn de som "
            "kan lese analysen. Velg et funn i samme lag."
        )
        % {"run": LAYER[run_layer].label, "finding": LAYER[finding_layer].label}
    )


def may_discard_finding(*, in_a_document: bool, used: bool) -> Verdict:
    """Tell whether a finding may be removed. One that has been read is corrected instead."""
    if in_a_document:
        return Refused(_("Funnet står i et dokument som er hentet ut som fil. Rett det i stedet."))
    if used:
        return Refused(_("Noe i planen bygger på funnet. Fjern koblingene først."))
    return Allowed()
