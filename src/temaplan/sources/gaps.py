"""What the kept tables do not hold, why, and what fetching would bring."""

from dataclasses import dataclass

from temaplan.sources.words import gettext_noop as _


@dataclass(frozen=True)
class Gap:
    """Figures that a plan would want and that do not come with Temaplan."""

    what: str
    why: str
    brings: str


# The four municipalities of the 2011 example had the numbers 0602, 0624, 0625 and 0626.
DRAMMEN_2011 = (
    Gap(
        what=_("Sysselsatte etter næring i Drammen, Nedre Eiker, Øvre Eiker og Lier"),
        why=_("De medfølgende tabellene har næring for fylker, og for kommuner bare i Telemark."),
        brings=_(
            "Tabell 13470 for K-3301, K-3312, K-3314 og hele landet, i alle år tabellen har. "
            "Nedre Eiker er da en del av Drammen."
        ),
    ),
    Gap(
        what=_("Pendling og egendekning i de fire kommunene i 2011"),
        why=_("De medfølgende tallene for Drammen gjelder bare 2023."),
        brings=_("Tabell 11616 for K-3301, K-3312 og K-3314, i alle år tabellen har."),
    ),
    Gap(
        what=_("Folketall for Nedre Eiker og Svelvik hver for seg"),
        why=_("Folketallet er regnet om til grensene fra 2024, der begge er en del av Drammen."),
        brings=_("Folketall med kommunenumrene fra 2011: 0602, 0624, 0625, 0626 og 0711."),
    ),
    Gap(
        what=_("Pendling mellom kommuner, nye foretak og omsetning i varehandelen"),
        why=_("Ingen av de medfølgende tabellene har slike tall."),
        brings=_("Statistisk sentralbyrås tabeller om dette, med kommunene og årene de dekker."),
    ),
)
