"""What a password must be, in our own words: Django's own sentences are not all in Norwegian."""

from django.contrib.auth import password_validation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class LongEnough(password_validation.MinimumLengthValidator):
    """Refuse short passwords; length is what makes them hard to guess."""

    def get_error_message(self) -> str:
        """Say how long it must be."""
        return ngettext(
            "Passordet er for kort. Det må ha minst %(number)d tegn.",
            "Passordet er for kort. Det må ha minst %(number)d tegn.",
            self.min_length,
        ) % {"number": self.min_length}


class NotLikeThePerson(password_validation.UserAttributeSimilarityValidator):
    """Refuse what is nearly the name or the address of the person."""

    def __init__(self) -> None:
        super().__init__(user_attributes=("email", "name"))

    def get_error_message(self) -> str:
        """Say what it is like."""
        return _("Passordet ligner på navnet eller e-postadressen. Velg et annet.")


class NotAmongTheCommon(password_validation.CommonPasswordValidator):
    """Refuse the twenty thousand that are tried first."""

    def get_error_message(self) -> str:
        """Say why it cannot be used."""
        return _("Passordet er et av de vanligste, og lett å gjette. Velg et annet.")
