"""The lists of official codes that come with Temaplan."""

from temaplan.sources.files import KeptFile
from temaplan.sources.table import CodeList
from temaplan.sources.words import gettext_noop as _

MUNICIPALITIES = CodeList(
    id="klass/131",
    title=_("Kommuner og kommuneendringer siden 1838"),
    source="Statistisk sentralbyrå, Klass 131, gjennom klassR",
    licence="CC BY 4.0; klassR: MIT",
    vintage="1838–2024",
    files=(
        KeptFile(
            "municipality_versions.csv",
            "c4b42fda39f377c0c2faa07383320ad8cfb710366e3396199f1a6323b6bbe1a8",
        ),
        KeptFile(
            "municipality_change_edges.csv",
            "66a3787fc2b3dbcb93c782bd996e00811418392cfc1103d11c159a874c73de14",
        ),
    ),
    used_for=_("Navn på kommuner, og hva et kommunenummer er blitt til."),
)

INDUSTRIES = CodeList(
    id="klass/6",
    title=_("Standard for næringsgruppering (SN2007)"),
    source="Statistisk sentralbyrå, Klass 6",
    licence="CC BY 4.0",
    vintage="SN2007",
    files=(
        KeptFile(
            "sn2007_hierarchy.csv",
            "1c170cdd3592e0f5d96177f645c47b8d3303d6160642f96d8620750c1b4bd1d8",
        ),
    ),
    used_for=_("Kontroll av næringskoder."),
)

NEIGHBOURS = CodeList(
    id="kartverket/naboer",
    title=_("Kommuner som grenser til hverandre"),
    source="Kartverket, kommunegrenser 2024",
    licence="CC BY 4.0",
    vintage="2024",
    files=(
        KeptFile(
            "municipality_neighbours_2024.csv",
            "5de79eb4945c3685ad1a81d25d9ca25ef2ffbbeeffbd27de01d5ad29554dac9d",
        ),
    ),
    used_for=_("Forslag til områder når tall hentes. Øyer uten landegrense har ingen naboer."),
)

CODE_LISTS = (MUNICIPALITIES, INDUSTRIES, NEIGHBOURS)
