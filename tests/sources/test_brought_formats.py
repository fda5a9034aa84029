"""Figures that come as a workbook, as Parquet or as PX are looked over as CSV."""

import io
import zipfile

import pyarrow as pa
import pytest
from pyarrow import parquet

from temaplan.errors import BadInput
from temaplan.sources.brought import as_csv, read_brought
from temaplan.sources.brought.workbook import LARGEST_PART

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = (
    f'<workbook xmlns:r="{RELATIONS}"><sheets><sheet name="Tall" sheetId="1" r:id="rId3"/>'
    '<sheet name="Annet" sheetId="2" r:id="rId4"/></sheets></workbook>'
)
LINKS = (
    '<Relationships><Relationship Id="rId3" Target="worksheets/sheet7.xml"/>'
    '<Relationship Id="rId4" Target="worksheets/sheet1.xml"/></Relationships>'
)
STRINGS = (
    "<sst><si><t>region</t></si><si><t>industry</t></si><si><t>period</t></si>"
    "<si><r><t>val</t></r><r><t>ue</t></r></si><si><t>0602</t></si>"
    "<si><t>Industri</t><rPh><t>uttale</t></rPh></si></sst>"
)
SHEET = (
    "<worksheet><sheetData>"
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v>'
    '</c><c r="D1" t="s"><v>3</v></c></row>'
    '<row r="3"><c r="A3" t="s"><v>4</v></c><c r="B3" t="inlineStr"><is><t>Industri</t></is></c>'
    '<c r="C3"><v>2011</v></c><c r="D3"><f>1+1</f><v>16.9</v></c></row>'
    '<row r="4"><c r="A4" t="s"><v>4</v></c><c r="B4" t="str"><v>Handel</v></c>'
    '<c r="C4"><v>2011</v></c></row>'
    "</sheetData></worksheet>"
)
CSV = b"region,industry,period,value\n0602,Industri,2011,16.9\n0602,Handel,2011,\n"


def workbook(**parts: str) -> bytes:
    """A workbook of the given parts, with the usual ones where none is given."""
    usual = {
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": LINKS,
        "xl/sharedStrings.xml": STRINGS,
        "xl/worksheets/sheet7.xml": SHEET,
        "xl/worksheets/sheet1.xml": "<worksheet/>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in (usual | {f"xl/{key}": text for key, text in parts.items()}).items():
            book.writestr(name, text)
    return packed.getvalue()


def test_the_first_sheet_of_a_workbook_is_read_with_its_shown_values() -> None:
    assert as_csv(workbook()) == CSV


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 ikke en pakke",
        workbook(**{"workbook.xml": "<workbook/>"}),
        workbook(**{"workbook.xml": "<workbook"}),
        workbook(**{"worksheets/sheet7.xml": SHEET.replace("<v>4</v>", "<v>99</v>")}),
        workbook(
            **{
                "sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
                "<sst><si><t>&b;</t></si></sst>"
            }
        ),
        workbook(
            **{
                "sharedStrings.xml": '<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                "<sst><si><t>&a;</t></si></sst>"
            }
        ),
        workbook()[:200],
        b"PAR1 kuttet",
    ],
)
def test_a_file_that_is_not_what_it_begins_as_is_refused(content: bytes) -> None:
    with pytest.raises(BadInput):
        as_csv(content)


def test_a_workbook_that_swells_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(BadInput) as refused:
        as_csv(workbook(**{"worksheets/sheet7.xml": " " * (LARGEST_PART + 1)}))
    assert "for stort" in refused.value.message


def test_a_code_that_is_a_number_in_the_sheet_has_lost_its_zero_and_that_is_told() -> None:
    sheet = SHEET.replace('<c r="A3" t="s"><v>4</v></c>', '<c r="A3"><v>602</v></c>')
    brought = read_brought(as_csv(workbook(**{"worksheets/sheet7.xml": sheet})))
    assert ["0602" in fault.told() for fault in brought.faults] == [True]


def test_parquet_is_read_by_its_columns() -> None:
    table = pa.table(
        {
            "region": ["0602", "0602"],
            "industry": ["Industri", "Handel"],
            "period": [2011, 2011],
            "value": [16.9, None],
        }
    )
    file = io.BytesIO()
    parquet.write_table(table, file)
    assert as_csv(file.getvalue()) == CSV


def test_a_px_file_is_read_with_names_beside_codes() -> None:
    px = (
        'CHARSET="ANSI";\nTITLE="Sysselsatte";\nSTUB="region";\nHEADING="tid";\n'
        'VARIABLECODE("region")="Region";\nVARIABLECODE("tid")="Tid";\n'
        'VALUES("region")="Drammen","Lier";\nCODES("region")="3301","3312";\n'
        'VALUES("tid")="2024";\nTIMEVAL("tid")=TLIST(A1),"2024";\nDATA=5 ":";\n'
    )
    assert as_csv(px.encode("windows-1252")) == (
        b"region,period,value,state\n3301 Drammen,2024,5,observed\n3312 Lier,2024,,suppressed\n"
    )


def test_csv_stays_as_it_came() -> None:
    assert as_csv(CSV) == CSV
