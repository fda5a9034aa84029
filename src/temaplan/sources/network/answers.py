"""Why a statistics office did not give us what we asked for, in sentences for people."""

from temaplan.errors import BadInput, MachineLacks


class Unreachable(MachineLacks):
    """No usable answer came, after all attempts; what is kept from before stands."""

    code = "source_unreachable"


class Refused(BadInput):
    """The office answered that the question is wrong; asking again does not help."""

    code = "source_refused"


class NotWhatWeAskedFor(BadInput):
    """The answer came, and is not in the form it should have; nothing was taken in."""

    code = "source_answer_unreadable"


def why_refused(status: int, address: str) -> str:
    """Return the sentence for an HTTP status that no repetition cures."""
    known = {
        400: "spørringen er feil. En variabel eller kode kan være endret",
        403: "spørringen ber om for mange tall på en gang, eller er ikke tillatt",
        404: "tabellen finnes ikke på denne adressen",
        413: "spørringen ber om for mange tall på en gang",
    }
    reason = known.get(status, f"svaret hadde status {status}")
    return f"SSB svarte ikke med tall: {reason}. Adressen var {address}. Ingenting er endret."
