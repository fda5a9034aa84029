"""One field from the folder's text to its value, or the sentence that says why not."""

import json
import math
import re
from datetime import date, datetime, time
from itertools import pairwise
from typing import Any

from temaplan.documents.exchange.plan_folder.csv_text import unguarded
from temaplan.documents.exchange.plan_folder.dates import why_no_date
from temaplan.documents.exchange.plan_folder.hidden import IMPOSSIBLE, named
from temaplan.documents.exchange.plan_folder.problems import quoted
from temaplan.documents.exchange.plan_folder.shapes import FieldShape

_INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,18})", re.ASCII)
_JSON_LEVELS = 20
_WRITTEN_OUT = 1e16
_ADDRESS = re.compile(r"(https?|ftps?)://\S+", re.IGNORECASE)  # never `javascript:`
_COLOUR = re.compile(r"#[0-9a-f]{6}", re.IGNORECASE)  # it ends up in a style sheet
SLUG = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
REFERENCE = re.compile(r"([a-z_]+)/([A-Za-z0-9_-]+)", re.ASCII)
_TRUTH = {"true": True, "false": False}


class Unfit(ValueError):
    """The text cannot be the field's value; the sentence is for people."""


def from_toml(field: FieldShape, raw: Any) -> Any:
    """Return a field's value from what stands in TOML. Raises `Unfit`."""
    if field.type == "json":
        return _json(_parsed_json(raw) if isinstance(raw, str) else _plain(raw))
    if field.type == "date" and type(raw) is date:
        return raw.isoformat()
    if field.type in {"int", "bool"}:
        wanted = int if field.type == "int" else bool
        if type(raw) is not wanted:
            word = "et heltall" if field.type == "int" else "true eller false"
            raise Unfit(f"Her skal det stå {word} uten anførselstegn, ikke {quoted(raw)}.")
        return _within(field, raw) if field.type == "int" else raw
    if field.type == "refs":
        return _references(field, raw)
    if not isinstance(raw, str):
        raise Unfit(f"Her skal det stå tekst i anførselstegn, ikke {quoted(raw)}.")
    return _from_text(field, raw)


def from_csv(field: FieldShape, cell: str) -> Any:
    """Return a field's value from a cell. Raises `Unfit`."""
    if cell == "":
        return field.nothing
    if field.type == "json":
        return _json(_parsed_json(cell))
    if field.type in {"int", "bool"}:
        return _number_or_truth(field, cell)
    if field.type == "refs":
        return _references(field, cell.split(" "))
    try:
        text = unguarded(cell)
    except (ValueError, RecursionError) as fault:
        raise Unfit(
            'En celle som begynner med omvendt skråstrek, må fortsette med en JSON-tekst: \\"…".'
        ) from fault
    return _from_text(field, text)


def _number_or_truth(field: FieldShape, cell: str) -> int | bool:
    if field.type == "bool":
        if cell not in _TRUTH:
            raise Unfit(f"Her skal det stå true eller ingenting, ikke {quoted(cell)}.")
        return _TRUTH[cell]
    if not _INTEGER.fullmatch(cell):
        raise Unfit(f"Her skal det stå et heltall, ikke {quoted(cell)}.")
    return _within(field, int(cell))


def _from_text(field: FieldShape, text: str) -> Any:
    if not text:
        return field.nothing
    if field.type == "choice":
        return _choice(field, text)
    if field.type == "ref":
        return _reference(field, text)
    if field.type == "date":
        if why := why_no_date(text):
            raise Unfit(why)
    else:
        _check_text(field, text)
    return text


def _check_text(field: FieldShape, text: str) -> None:
    _possible(text)
    if field.type == "url" and not _ADDRESS.fullmatch(text):
        raise Unfit(f"{quoted(text)} er ikke en nettadresse. Den må begynne med https://.")
    if field.type == "colour" and not _COLOUR.fullmatch(text):
        raise Unfit(f"{quoted(text)} er ikke en farge. Skriv den som #0b4f3a.")
    if field.longest is not None and len(text) > field.longest:
        raise Unfit(
            f"Teksten har {len(text)} tegn, og det er plass til {field.longest}. Kort den ned."
        )


def _choice(field: FieldShape, word: str) -> str:
    codes = {written: code for code, written in field.words.items()}
    if word not in codes:
        raise Unfit(f"Ordet {quoted(word)} er ukjent. Velg ett av: {', '.join(codes)}.")
    return codes[word]


def _reference(field: FieldShape, text: Any) -> str:
    match = REFERENCE.fullmatch(text) if isinstance(text, str) else None
    if match is None:
        raise Unfit(f"{quoted(text)} er ikke en henvisning. Skriv {field.kind}/ og slugen.")
    if match[1] != field.kind:
        raise Unfit(f"{quoted(text)} er av feil type. Her skal det stå {field.kind}/ og slugen.")
    return str(text)


def _references(field: FieldShape, raw: Any) -> list[str]:
    if not isinstance(raw, list):
        raise Unfit(f'Her skal det stå en liste: ["{field.kind}/…"].')
    refs = sorted(_reference(field, text) for text in raw)
    twice = next((one for one, other in pairwise(refs) if one == other), None)
    if twice:
        raise Unfit(f"{quoted(twice)} står to ganger i listen. Behold den ene.")
    return refs


def _within(field: FieldShape, number: int) -> int:
    low, high = field.smallest, field.largest
    if (low is not None and number < low) or (high is not None and number > high):
        raise Unfit(f"Tallet {quoted(number)} må være mellom {low} og {high}.")
    return number


def _possible(text: str) -> None:
    if match := IMPOSSIBLE.search(text):
        raise Unfit(f"Tegnet {named(match[0])} kan ikke lagres. Ta det bort.")


def _parsed_json(text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_without_double_keys)
    except (ValueError, RecursionError) as fault:
        raise Unfit(f"{quoted(text)} er ikke gyldig JSON.") from fault


def _without_double_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse what `json` would drop in silence: the first of two equal keys."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _plain(value: Any) -> Any:
    """Return a TOML value as JSON has it: dates become ISO texts."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date | datetime | time) else value


def _json(value: Any, *, levels: int = _JSON_LEVELS) -> Any:
    if levels == 0:
        raise Unfit(f"Tabellen har flere enn {_JSON_LEVELS} nivåer inni hverandre.")
    if isinstance(value, dict):
        for name in value:
            _possible(name)
        return {name: _json(inner, levels=levels - 1) for name, inner in value.items()}
    if isinstance(value, list):
        return [_json(inner, levels=levels - 1) for inner in value]
    if isinstance(value, str):
        _possible(value)
    return _number(value) if isinstance(value, float) else value


def _number(value: float) -> float | int:
    """Return a number as both databases give it back: PostgreSQL writes 1e16 out in digits."""
    if not math.isfinite(value):
        raise Unfit(f"{quoted(value)} er ikke et tall som kan lagres.")
    return int(value) if abs(value) >= _WRITTEN_OUT else value
