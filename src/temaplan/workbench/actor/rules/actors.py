"""What may be done with actors, and whether an organisation number can be right."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from stdnum.no import orgnr

from temaplan.workbench.plan.verdicts import Allowed, Refused, Verdict

DIGITS = 9
_NO_CHECK_DIGIT = 10  # what the weights may give, and no digit can be


def compact_number(text: str) -> str:
    """Return an organisation number without the blanks that people write in it."""
    return "".join(text.split())


def number_is_right(text: str) -> Verdict:
    """Tell whether an organisation number can exist: nine digits, the last of them a check."""
    number = compact_number(text)
    odd = sorted({sign for sign in number if sign not in "0123456789"})
    if odd:
        return Refused(
            _("Organisasjonsnummeret kan bare ha siffer. Ta bort %(signs)s.")
            % {"signs": " ".join(f"«{sign}»" for sign in odd)}
        )
    if len(number) != DIGITS:
        return Refused(
            _("Et organisasjonsnummer har ni siffer, men «%(number)s» har %(length)d.")
            % {"number": text.strip(), "length": len(number)}
        )
    return Allowed() if orgnr.is_valid(number) else _wrong_check_digit(number)


def _wrong_check_digit(number: str) -> Refused:
    """Name the digit: mod 11 with the weights 3 2 7 6 5 4 3 2 over the first eight."""
    right = -orgnr.checksum(f"{number[:-1]}0") % 11
    if right == _NO_CHECK_DIGIT:
        return Refused(
            _("Ingen organisasjonsnummer begynner med %(start)s. Se etter en skrivefeil.")
            % {"start": orgnr.format(number)[:-1]}
        )
    return Refused(
        _(
            "Organisasjonsnummeret %(number)s er feil: kontrollsifferet er %(wrong)s, men skal "
            "være %(right)d. Se etter en skrivefeil."
        )
        % {"number": orgnr.format(number), "wrong": number[-1], "right": right}
    )


def is_new(
    *, name: str, number: str, names: Mapping[str, str], numbers: Mapping[str, str]
) -> Verdict:
    """Tell whether an actor is not in the plan already.

    `names` and `numbers` lead from the plain name and the number of each other actor to
    its name.
    """
    if number and number in numbers:
        return Refused(
            _("«%(name)s» har allerede organisasjonsnummeret %(number)s i denne planen.")
            % {"name": numbers[number], "number": orgnr.format(number)}
        )
    if plain_name(name) in names:
        return Refused(
            _(
                "Planen har allerede aktøren «%(name)s». Er det en annen, så skriv noe som "
                "skiller dem, for eksempel stedet."
            )
            % {"name": names[plain_name(name)]}
        )
    return Allowed()


def plain_name(name: str) -> str:
    """Return a name for comparing: case and blanks do not count."""
    return " ".join(name.casefold().split())


def may_discard(*, in_a_document: bool, used: bool, noted: bool) -> Verdict:
    """Tell whether an actor may be removed from the plan.

    `noted` means that it stands in the contact log or has a seat in a group.
    """
    if noted:
        return Refused(
            _("Aktøren står i kontaktloggen eller er med i en gruppe, og må bli stående.")
        )
    if used:
        return Refused(
            _("Aktøren er i bruk. Fjern den fra ordrene og utfordringene under «Brukes i» først.")
        )
    if in_a_document:
        return Refused(_("Aktøren står i et dokument som er hentet ut som fil, og må bli stående."))
    return Allowed()
