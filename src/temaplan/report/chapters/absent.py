"""What is said where the table of jobs does not have the areas."""

from temaplan.report.areas import Area
from temaplan.report.jobs import Jobs
from temaplan.report.language import Said, listed
from temaplan.report.page import Page
from temaplan.report.question import Ground


def jobs_or_reason(page: Page, ground: Ground) -> Jobs | None:
    """Return the table of jobs, or write why there is none and what would fill the hole."""
    if ground.jobs is not None:
        say_lacking(page, ground.jobs.lacking)
        return ground.jobs
    codes = ", ".join(f"K-{area.code}" for area in ground.chosen.areas)
    page.cannot_answer(
        Said(
            f"Tallene som følger med, har ikke sysselsatte etter næring for {ground.names}. De har "
            "kommunene i Telemark.",
            f"Tala som følgjer med, har ikkje sysselsette etter næring for {ground.names}. Dei har "
            "kommunane i Telemark.",
        ),
        Said(
            f"Tabell 13470 hos Statistisk sentralbyrå for {codes} og hele landet fyller hullet.",
            f"Tabell 13470 hos Statistisk sentralbyrå for {codes} og heile landet fyller holet.",
        ),
    )
    return None


def say_lacking(page: Page, areas: tuple[Area, ...]) -> None:
    """Name the areas that the table does not have."""
    if areas:
        names = listed([area.name for area in areas])
        page.say(
            Said(
                f"Tabellen har ikke {names}. Figurene gjelder de andre.",
                f"Tabellen har ikkje {names}. Figurane gjeld dei andre.",
            ),
            kind="missing",
        )
