"""Every way for a folder to be wrong gives its file, its line and what to do."""

from collections.abc import Callable
from pathlib import Path

import pytest

from temaplan.documents.exchange.plan_folder import Folder, FolderRefused, parse, read_folder
from temaplan.errors import BadInput
from temaplan.workbench.overview.folder.shapes import plan_shapes

SAMPLE = Path(__file__).parent / "sample"
HEAD = "Mappen er ikke lest inn. Ingenting er endret.\n"
KOORDINATOR = "mandate/2024-koordinator.md"
RUN_SUM = "bf45bcf99d267f0ed5bf2efeb288772654880989b4093be6fedd6069028e6c5c"

Change = Callable[[Folder], None]


def swap(file: str, old: str, new: str) -> Change:
    def change(folder: Folder) -> None:
        assert old.encode() in folder[file], f"{old!r} does not stand in {file}"
        folder[file] = folder[file].replace(old.encode(), new.encode(), 1)

    return change


def put(file: str, content: bytes) -> Change:
    return lambda folder: folder.update({file: content})


def drop(file: str) -> Change:
    return lambda folder: folder.pop(file) and None


def add_line(file: str, line: str) -> Change:
    return lambda folder: folder.update({file: folder[file] + line.encode()})


def all_of(*changes: Change) -> Change:
    def change(folder: Folder) -> None:
        for one in changes:
            one(folder)

    return change


def refusal(*changes: Change) -> list[str]:
    folder = read_folder(SAMPLE)
    for change in changes:
        change(folder)
    with pytest.raises(FolderRefused) as refused:
        parse(folder, plan_shapes())
    assert refused.value.message.startswith(HEAD)
    return refused.value.message.removeprefix(HEAD).split("\n")


ONE_FAULT = {
    "unknown key in TOML": (
        swap("plan.toml", "summary =", "sumary ="),
        "plan.toml, linje 4: Nøkkelen «sumary» er ukjent. Ta den bort, eller rett den til en av: "
        "adopting_body, as_of, as_of_note, baseline_approved_on, baseline_reason, format, "
        "is_public, language, owner, period_end, period_start, plan_type_reason, preface, "
        "purpose, related_plans, "
        "silences, slug, summary, template, title, type.",
    ),
    "file that nothing names": (
        put("mandate/notat.txt", b"Hei\n"),
        "mandate/notat.txt: Ingenting i planen nevner denne fila. Flytt den ut av mappen.",
    ),
    "dangling reference": (
        swap(KOORDINATOR, "organisation/verket", "organisation/verkt"),
        "mandate/2024-koordinator.md, linje 10: Feltet «partners»: «organisation/verkt» finnes "
        "ikke i mappen. Rett slugen, eller legg til det som mangler.",
    ),
    "reference of the wrong kind": (
        swap(KOORDINATOR, "source_document/okonomiplan-2024", "mandate/2024-melding"),
        "mandate/2024-koordinator.md, linje 3: Feltet «document»: «mandate/2024-melding» er av "
        "feil type. Her skal det stå source_document/ og slugen.",
    ),
    "circular reference": (
        add_line(
            "mandate/relations.csv",
            "tilbake,mandate/2024-koordinator,answers,mandate/2024-melding,\n",
        ),
        "mandate/relations.csv, linje 2: Henvisningene går i ring: mandate/2024-koordinator → "
        "mandate/2024-melding → mandate/2024-koordinator. Ta bort ett av leddene.",
    ),
    "reference to itself": (
        add_line(
            "mandate/relations.csv", "selv,mandate/2024-melding,repeats,mandate/2024-melding,\n"
        ),
        "mandate/relations.csv, linje 3: Henvisningene går i ring: mandate/2024-melding → "
        "mandate/2024-melding. Ta bort ett av leddene.",
    ),
    "wrong checksum": (
        swap("checksums.txt", RUN_SUM, "0" * 64),
        "checksums.txt, linje 3: Kontrollsummen stemmer ikke med evidence/runs/fordeling-2025.csv."
        f" Hent fila på nytt, eller skriv {RUN_SUM} hvis fila er riktig.",
    ),
    "missing checksum": (
        swap("checksums.txt", f"{RUN_SUM}  evidence/runs/fordeling-2025.csv\n", ""),
        "checksums.txt: Linjen for evidence/runs/fordeling-2025.csv mangler. Legg til: "
        f"{RUN_SUM}  evidence/runs/fordeling-2025.csv",
    ),
    "checksum of a file outside": (
        add_line("checksums.txt", f"{'0' * 64}  ../../etc/passwd\n"),
        "checksums.txt, linje 6: Stien «../../etc/passwd» er ikke et vedlegg eller en resultatfil "
        "i mappen. Ta linjen bort, eller legg til fila.",
    ),
    "duplicate slug": (
        add_line("actor/organisations.csv", "verket,Verket to,,,business,,\n"),
        "actor/organisations.csv, linje 5: «slug» er «verket», som også står i "
        "actor/organisations.csv, linje 3. Hver må være ulik.",
    ),
    "duplicate number": (
        put(
            "evidence/findings/andre.md",
            b'+++\nevidence = "evidence/samtaler"\nnumber = 1\n+++\n\nTo.\n',
        ),
        "evidence/findings/industri.md, linje 1: «number» er «1», som også står i "
        "evidence/findings/andre.md, linje 1. Hver må være ulik.",
    ),
    "newer format": (
        swap("plan.toml", "format = 1", "format = 2"),
        "plan.toml, linje 1: Mappen har format «2». Denne utgaven av Temaplan leser format 1. "
        "Oppgrader Temaplan, eller eksporter mappen fra en eldre utgave.",
    ),
    "no format": (
        swap("plan.toml", "format = 1\n", ""),
        "plan.toml: Skriv format = 1 øverst i fila.",
    ),
    "no plan": (drop("plan.toml"), "plan.toml: Fila mangler. Uten den er mappen ingen plan."),
    "byte-order mark": (
        lambda folder: folder.update({"plan.toml": b"\xef\xbb\xbf" + folder["plan.toml"]}),
        "plan.toml, linje 1: Fila begynner med byte-order mark. Lagre den som UTF-8 uten BOM.",
    ),
    "CRLF": (
        swap("plan.toml", "2026-02-05\n", "2026-02-05\r\n"),
        "plan.toml, linje 16: Linjen slutter med CRLF. Lagre fila med LF som linjeslutt.",
    ),
    "right-to-left override": (
        swap(KOORDINATOR, "Rådmannen bes", "Rådmannen \u202ebes"),
        "mandate/2024-koordinator.md, linje 16: Linjen har tegnet U+202E, som ikke synes og kan "
        "villede. Ta det bort.",
    ),
    "NUL": (
        swap("plan.toml", "Oppdiktet eksempel.", "Oppdiktet\\u0000"),
        "plan.toml, linje 17: Feltet «preface»: Tegnet U+0000 kan ikke lagres. Ta det bort.",
    ),
    "date that does not exist in TOML": (
        swap("plan.toml", "2026-02-05", "2011-06-31"),
        "plan.toml, linje 16: 31. juni 2011 finnes ikke. Juni har 30 dager.",
    ),
    "date that does not exist in CSV": (
        swap("plan/milestones.csv", "2026-05-01", "2011-06-31"),
        "plan/milestones.csv, linje 2: Feltet «date»: 31. juni 2011 finnes ikke. "
        "Juni har 30 dager.",
    ),
    "date in words": (
        swap("plan.toml", "2026-02-05", '"7. juni 2011"'),
        "plan.toml, linje 16: Feltet «as_of»: «7. juni 2011» er ikke en dato. Skriv år, måned og "
        "dag slik: 2011-06-07.",
    ),
    "month 13": (
        swap("plan.toml", "2026-02-05", "2011-13-01"),
        "plan.toml, linje 16: Datoen 2011-13-01 finnes ikke. Året har 12 måneder.",
    ),
    "wrong type in TOML": (
        swap("plan.toml", "period_start = 2026", 'period_start = "2026"'),
        "plan.toml, linje 11: Feltet «period_start»: Her skal det stå et heltall uten "
        "anførselstegn, ikke «2026».",
    ),
    "wrong type in CSV": (
        swap("plan/milestones.csv", "horing,2,", "horing,to,"),
        "plan/milestones.csv, linje 2: Feltet «position»: Her skal det stå et heltall, ikke «to».",
    ),
    "number out of range": (
        swap("plan.toml", "period_start = 2026", "period_start = 99999"),
        "plan.toml, linje 11: Feltet «period_start»: Tallet «99999» må være mellom 0 og 32767.",
    ),
    "unknown choice": (
        swap("plan.toml", '"temaplan"', '"næringsplan"'),
        "plan.toml, linje 5: Feltet «type»: Ordet «næringsplan» er ukjent. Velg ett av: temaplan, "
        "kommunedelplan, samfunnsdel, handlingsdel.",
    ),
    "missing required field": (
        swap(KOORDINATOR, 'verb = "examine"\n', ""),
        "mandate/2024-koordinator.md, linje 1: Feltet «verb» (verb) mangler. Skriv det inn.",
    ),
    "missing body": (
        swap("evidence/findings/industri.md", "\nIndustrien har {1} av arbeidsplassene.\n", ""),
        "evidence/findings/industri.md, linje 1: Feltet «text» (funn) mangler. Skriv det inn.",
    ),
    "bad TOML": (
        swap("plan.toml", 'owner = "kommunedirektøren"', "owner = kommunedirektøren"),
        "plan.toml, linje 13: Verdien er ikke forstått. Tekst må stå i anførselstegn.",
    ),
    "key twice": (
        swap("plan.toml", "[silences]", 'owner = "andre"\n[silences]'),
        "plan.toml, linje 21: Nøkkelen står to ganger. Behold den ene.",
    ),
    "wrong number of fields": (
        swap("mandate/criteria.csv", ",1,Forslaget", ",1,,Forslaget"),
        "mandate/criteria.csv, linje 2: Linjen har 5 felt, men første linje har 4 navn. "
        "Rett kommaene, og sett celler med komma i anførselstegn.",
    ),
    "open quotes": (
        swap("plan/milestones.csv", 'minst."', "minst."),
        "plan/milestones.csv, linje 2: Et anførselstegn er åpnet og ikke lukket.",
    ),
    "line after a cell of two lines": (
        add_line("actor/organisations.csv", "x,Navn,,,ukjent,,\n"),
        "actor/organisations.csv, linje 5: Feltet «group»: Ordet «ukjent» er ukjent. Velg ett av: "
        "business, research_education, public, support_system, municipality, civil_society.",
    ),
    "script for an address": (
        swap(
            "mandate/documents/okonomiplan-2024.md",
            "https://example.org/okonomiplan",
            "javascript:alert(1)",
        ),
        "mandate/documents/okonomiplan-2024.md, linje 10: Feltet «link»: «javascript:alert(1)» er "
        "ikke en nettadresse. Den må begynne med https://.",
    ),
    "both inputs of a run": (
        swap(
            "evidence/runs/fordeling-2025.toml",
            "data_table =",
            'source_table = "11713"\ndata_table =',
        ),
        "evidence/runs/fordeling-2025.toml, linje 6: Fyll ut «source_table» eller «data_table», "
        "nøyaktig ett av dem.",
    ),
    "slug that an address has": (
        put("challenge/ny.md", b'+++\nnumber = 2\ntitle = "To"\n+++\n'),
        "challenge/ny.md: Slugen «ny» er en del av Temaplans adresser. Velg en annen.",
    ),
    "slug of a line that an address has": (
        swap("actor/organisations.csv", "\nkommunen,", "\ndekning,"),
        "actor/organisations.csv, linje 2: Slugen «dekning» er en del av Temaplans adresser. "
        "Velg en annen.",
    ),
    "bad slug": (
        put("challenge/to ord.md", b'+++\nnumber = 2\ntitle = "To"\n+++\n'),
        "challenge/to ord.md: Slugen «to ord» kan ikke brukes. "
        "Bruk bare a–z, siffer og bindestrek.",
    ),
    "text too long": (
        swap("plan.toml", "Temaplan for næring i Prøvevik", "x" * 201),
        "plan.toml, linje 3: Feltet «title»: Teksten har 201 tegn, og det er plass til 200. "
        "Kort den ned.",
    ),
    "colour that is code": (
        swap("municipality.toml", "#0b4f3a", "red;}*{"),
        "municipality.toml, linje 10: Feltet «colour»: «red;}*{» er ikke en farge. "
        "Skriv den som #0b4f3a.",
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "sentence"), [pytest.param(*case, id=name) for name, case in ONE_FAULT.items()]
)
def test_a_fault_is_told_with_file_line_and_cure(change: Change, sentence: str) -> None:
    assert refusal(change) == [sentence]


SEVERAL = {
    "unknown column": (
        swap("mandate/criteria.csv", "text\n", "tekst\n"),
        [
            "mandate/criteria.csv, linje 1: Nøkkelen «tekst» er ukjent. Ta den bort, eller rett "
            "den til en av: mandate, position, slug, text.",
            "mandate/criteria.csv, linje 2: Feltet «text» (kriterium) mangler. Skriv det inn.",
        ],
    ),
    "lost attachment": (
        drop("attachments/files/referat.txt"),
        [
            "attachments/files/referat.txt: Fila mangler. attachments/attachments.csv, linje 2, "
            "viser til den.",
            "checksums.txt, linje 2: Stien «attachments/files/referat.txt» er ikke et vedlegg "
            "eller en resultatfil i mappen. Ta linjen bort, eller legg til fila.",
        ],
    ),
    "arms outside the folder": (
        swap("municipality.toml", "attachments/arms.svg", "../../hemmelig.svg"),
        [
            "attachments/arms.svg: Ingenting i planen nevner denne fila. Flytt den ut av mappen.",
            "checksums.txt, linje 1: Stien «attachments/arms.svg» er ikke et vedlegg eller en "
            "resultatfil i mappen. Ta linjen bort, eller legg til fila.",
            "municipality.toml, linje 13: Stien «../../hemmelig.svg» kan ikke brukes. Våpenet må "
            "ligge i mappen som attachments/arms.svg eller attachments/arms.png.",
        ],
    ),
    "latin-1, and nothing of what points into that file": (
        put("plan/milestones.csv", "slug,title\nh,Høring\n".encode("latin-1")),
        ["plan/milestones.csv, linje 2: Fila er ikke UTF-8. Lagre den på nytt med UTF-8."],
    ),
    "lost result": (
        drop("evidence/runs/fordeling-2025.csv"),
        [
            "checksums.txt, linje 3: Stien «evidence/runs/fordeling-2025.csv» er ikke et vedlegg "
            "eller en resultatfil i mappen. Ta linjen bort, eller legg til fila.",
            "evidence/runs/fordeling-2025.csv: Fila mangler. Den hører til "
            "evidence/runs/fordeling-2025.toml. Legg den i mappen.",
        ],
    ),
    "three faults in three files": (
        all_of(
            swap("plan.toml", "2026-02-05", "2026-02-30"),
            swap("plan.toml", "2026-01-20", "2026-04-31"),
            swap("challenge/roles.csv", "facilitator", "helt"),
            put(".DS_Store", b"\0\1"),
        ),
        [
            ".DS_Store: Ingenting i planen nevner denne fila. Flytt den ut av mappen.",
            "challenge/roles.csv, linje 2: Feltet «role»: Ordet «helt» er ukjent. Velg ett av: "
            "authority, service_provider, developer, facilitator, driver, host, partner, buyer, "
            "owner, democratic_arena.",
            "plan.toml, linje 16: 30. februar 2026 finnes ikke. Februar har 28 dager.",
            "plan.toml, linje 19: 31. april 2026 finnes ikke. April har 30 dager.",
        ],
    ),
}


@pytest.mark.parametrize(("change", "sentences"), SEVERAL.values(), ids=SEVERAL.keys())
def test_all_faults_are_told_together(change: Change, sentences: list[str]) -> None:
    assert refusal(change) == sentences


def test_a_fault_cannot_speak_to_the_terminal() -> None:
    assert refusal(put("\x1b[31mrød.txt", b"")) == [
        "‹U+001B›[31mrød.txt: Ingenting i planen nevner denne fila. Flytt den ut av mappen."
    ]


@pytest.mark.parametrize("deep", ["[" * 5000, "[" * 5000 + "]" * 5000])
def test_deep_nesting_is_refused_and_not_a_fault_of_ours(deep: str) -> None:
    assert len(refusal(swap("plan.toml", "[silences]", f"silences = {deep}\n[x]"))) >= 1
    cell = f'"{deep}"'
    refused = refusal(
        add_line(
            "evidence/quoted_figures.csv",
            f"x,finding/industri,2,analysis_run/fordeling-2025,{cell},value,percent\n",
        )
    )
    assert [line.split(":")[0] for line in refused] == ["evidence/quoted_figures.csv, linje 3"]


def test_a_symbolic_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hemmelig")
    folder = tmp_path / "plan"
    folder.mkdir()
    (folder / "plan.toml").symlink_to(tmp_path / "secret")
    (folder / "mandate").symlink_to(tmp_path)
    with pytest.raises(FolderRefused) as refused:
        read_folder(folder)
    assert refused.value.message == HEAD + (
        "mandate: Dette er en symbolsk lenke. Legg selve fila i mappen i stedet.\n"
        "plan.toml: Dette er en symbolsk lenke. Legg selve fila i mappen i stedet."
    )


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        read_folder(tmp_path / "borte")
    assert refused.value.message == (
        f"{tmp_path}/borte finnes ikke. Oppgi mappen som plan.toml ligger i."
    )
