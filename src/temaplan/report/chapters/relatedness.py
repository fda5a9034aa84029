"""Which industries are close to those that the areas have."""

from temaplan.report.language import Said
from temaplan.report.page import Page
from temaplan.report.question import Ground


def write(page: Page, ground: Ground) -> None:
    """Say why there are no figures, and what would bring them."""
    have = len(ground.jobs.everywhere) - 1 if ground.jobs else 0
    page.cannot_answer(
        Said(
            "Slektskap mellom næringer regnes av hvilke næringer som ligger på de samme stedene i "
            f"hele landet. Tabellen som følger med, har {have} områder og grove næringer, og et "
            "slektskap regnet av dem ville vært tilfeldig.",
            "Slektskap mellom næringar blir rekna av kva næringar som ligg på dei same stadene i "
            f"heile landet. Tabellen som følgjer med, har {have} område og grove næringar, og "
            "eit slektskap rekna av dei ville vore tilfeldig.",
        ),
        Said(
            "Sysselsatte etter alle kommuner og en fin næringsinndeling fyller hullet. Metodene "
            "relatedness, relatedness_density og outlook i «temaplan analyse» gir da tetthet og "
            "vekstmuligheter for hver kommune.",
            "Sysselsette etter alle kommunar og ei fin næringsinndeling fyller holet. Metodane "
            "relatedness, relatedness_density og outlook i «temaplan analyse» gir då tettleik og "
            "vekstmoglegheiter for kvar kommune.",
        ),
    )
