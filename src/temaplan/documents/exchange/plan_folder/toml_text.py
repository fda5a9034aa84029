"""TOML in its one canonical form: the order given, one item a line, no comments."""

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from temaplan.documents.exchange.plan_folder.hidden import HIDDEN

FENCE = "+++"  # closes the head of a Markdown page, so no text in it may show such a line

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOML_INTEGERS = range(-(2**63), 2**63)
_SHORT = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_ESCAPED = re.compile('["\\\\\x00-\x1f\x7f]|' + HIDDEN.pattern)
_ESCAPED_IN_LINES = re.compile('\\\\|"""|"\\Z|(?![\t\n])[\x00-\x1f\x7f]|' + HIDDEN.pattern)


def toml_document(entries: Iterable[tuple[str, Any]]) -> str:
    """Return a TOML document; tables come after everything else, as TOML demands."""
    plain, tables = [], []
    for key, value in entries:
        if isinstance(value, dict) and value:
            tables.append((key, value))
        else:
            plain.append(f"{_key(key)} = {_value(value)}\n")
    for key, table in tables:
        plain.append(f"\n[{_key(key)}]\n")
        plain += [f"{_key(name)} = {_value(table[name])}\n" for name in sorted(table)]
    return "".join(plain)


def fits_toml(value: Any, *, top: bool = True) -> bool:
    """Tell whether a JSON value can stand as TOML: no null, and a table or a list."""
    if isinstance(value, dict):
        return all(fits_toml(inner, top=False) for inner in value.values())
    if isinstance(value, list):
        return all(fits_toml(inner, top=False) for inner in value)
    if isinstance(value, int) and not isinstance(value, bool):
        return not top and value in _TOML_INTEGERS
    return not top and value is not None


def json_text(value: Any) -> str:
    """Return the one compact JSON text of a value, with hidden characters visible."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, list):
        items = "".join(f"    {_inline(item)},\n" for item in value)
        return f"[\n{items}]" if value else "[]"
    return _inline(value)


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return _line(value)
    if isinstance(value, list):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{_key(name)} = {_inline(value[name])}" for name in sorted(value))
        return "{" + ", ".join(pairs) + "}"
    return repr(value)


def _text(text: str) -> str:
    if "\n" not in text or FENCE in text.split("\n"):
        return _line(text)
    return '"""\n' + _ESCAPED_IN_LINES.sub(_escape, text) + '"""'


def _line(text: str) -> str:
    return '"' + _ESCAPED.sub(_escape, text) + '"'


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _line(name)


def _escape(match: re.Match[str]) -> str:
    if match[0] == '"""':
        return '\\"\\"\\"'
    return _SHORT.get(match[0], f"\\u{ord(match[0]):04X}")
