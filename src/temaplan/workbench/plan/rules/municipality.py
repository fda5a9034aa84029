"""What a municipality's settings must keep to: a colour that can be read, numbers that exist."""

import re

from django.utils.translation import gettext as _

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

LEAST_CONTRAST = 4.5  # WCAG 2.2, criterion 1.4.3, text of ordinary size
_LINEAR_BELOW = 0.04045  # of sRGB, IEC 61966-2-1
_LONGEST_HOST = 200
# Numbers that the rules use and the municipality sets, each with the field of its source.
LOCAL_NUMBERS = (
    ("hearing_norm_days", "hearing_norm_source"),
    ("paper_days", "paper_days_source"),
)
MOST_DAYS = 366  # a norm of more than a year is a slip of the pen
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.ASCII)
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*", re.ASCII)


def contrast_with_white(colour: str) -> float:
    """Return the contrast ratio of `#rrggbb` against white (WCAG 2.2, relative luminance)."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return (
        channel / 12.92 if channel <= _LINEAR_BELOW else float(((channel + 0.055) / 1.055) ** 2.4)
    )


def colour_can_be_read(colour: str) -> Verdict:
    """Tell whether links in this colour can be read on white paper."""
    if not _COLOUR.fullmatch(colour):
        return Refused(
            _("Fargen «%(colour)s» er ikke forstått. Skriv # og seks tegn, for eksempel #0b4f3a.")
            % {"colour": colour}
        )
    ratio = contrast_with_white(colour)
    if ratio >= LEAST_CONTRAST:
        return Allowed()
    return Refused(
        _("Fargen %(colour)s har kontrast %(ratio)s:1 mot hvitt. Den må ha minst 4,5:1.")
        % {"colour": colour, "ratio": _cut(ratio)}
    )


def _cut(ratio: float) -> str:
    """Write a ratio with one decimal, cut and not rounded: 4,49 must not read as 4,5."""
    return f"{int(ratio * 10) / 10:.1f}".replace(".", ",")


def host_is_a_name(host: str) -> Verdict:
    """Tell whether this can be the host of an address; empty is no host of one's own."""
    if not host or (len(host) <= _LONGEST_HOST and _HOST.fullmatch(host)):
        return Allowed()
    return Refused(
        _(
            "Vertsnavnet «%(host)s» er ikke forstått. Skriv bare navnet, uten https:// og uten "
            "skråstrek, for eksempel plan.kommunen.no."
        )
        % {"host": host}
    )


def local_number_is_founded(days: int | None, source: str) -> Verdict:
    """Tell whether a number that the municipality sets itself can be used by the rules."""
    if days is None:
        if not source.strip():
            return Allowed()
        return Refused(_("Skriv også antall dager, eller ta bort kilden."))
    if not 1 <= days <= MOST_DAYS:
        return Refused(_("Antall dager må være mellom 1 og %(most)d.") % {"most": MOST_DAYS})
    if not source.strip():
        return Refused(_("Skriv hvor antall dager er bestemt, for eksempel reglement og paragraf."))
    return Allowed()
