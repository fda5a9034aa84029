"""Texts that planners write in Markdown, as blocks of a document.

Headings of the writer's own become strong lines, since the numbers and anchors of a
document are given by whoever builds it. Tags are shown as the text they are.
"""

from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from temaplan.documents.document import Block, Inline, Listing, Paragraph, Run

_READER = MarkdownIt("commonmark", {"html": False})
_LISTS = ("bullet_list", "ordered_list")
_WEB = ("http://", "https://", "mailto:")


def blocks_of(text: str, *, kind: str = "body") -> Sequence[Block]:
    """Return paragraphs and lists; quotes come out as quotes."""
    return list(_blocks(SyntaxTreeNode(_READER.parse(text)), kind))


def line_of(text: str) -> Inline:
    """Return the whole text on one line, for a table or a list."""
    parts: list[Inline] = []
    for block in blocks_of(text):
        if isinstance(block, Paragraph):
            parts.append(block.runs)
        elif isinstance(block, Listing):
            parts.extend(block.items)
    return _joined(parts)


def _blocks(node: SyntaxTreeNode, kind: str) -> Iterator[Block]:
    for child in node.children:
        if child.type in _LISTS:
            yield Listing(tuple(_items(child)), ordered=child.type == "ordered_list")
        elif child.type == "blockquote":
            yield from _blocks(child, "quote")
        elif child.type == "heading":
            runs = tuple(Run(run.text, run.href, strong=True) for run in _runs_below(child))
            yield Paragraph(runs, kind)
        elif child.type == "paragraph":
            yield Paragraph(tuple(_runs_below(child)), kind)
        elif child.content.strip():  # code: its text, for documents have no code
            yield Paragraph((Run(child.content.strip()),), kind)


def _items(node: SyntaxTreeNode) -> Iterator[Inline]:
    """Return the items of a list; those of a list within it follow their parent."""
    for item in node.children:
        own = [child for child in item.children if child.type not in _LISTS]
        yield _joined([tuple(_runs_below(child)) for child in own])
        for child in item.children:
            if child.type in _LISTS:
                yield from _items(child)


def _runs_below(block: SyntaxTreeNode) -> Iterator[Run]:
    if block.type == "inline":
        yield from _merged(_runs(block, Run("")))
        return
    for child in block.children:
        yield from _runs_below(child)


def _runs(node: SyntaxTreeNode, dress: Run) -> Iterator[Run]:
    for child in node.children:
        match child.type:
            case "strong":
                yield from _runs(child, Run("", dress.href, True, dress.emphasis))
            case "em":
                yield from _runs(child, Run("", dress.href, dress.strong, True))
            case "link":
                href = str(child.attrs.get("href", ""))
                kept = href if href.startswith(_WEB) else ""
                yield from _runs(child, Run("", kept, dress.strong, dress.emphasis))
            case "softbreak" | "hardbreak":
                yield Run(" ", dress.href, dress.strong, dress.emphasis)
            case _:
                yield Run(child.content, dress.href, dress.strong, dress.emphasis)


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Join neighbours in the same dress, so that one link is one link."""
    waiting: Run | None = None
    for run in runs:
        if waiting and _dress(waiting) == _dress(run):
            waiting = Run(waiting.text + run.text, *_dress(run))
            continue
        if waiting and waiting.text:
            yield waiting
        waiting = run
    if waiting and waiting.text:
        yield waiting


def _dress(run: Run) -> tuple[str, bool, bool]:
    return run.href, run.strong, run.emphasis


def _joined(parts: Sequence[Inline]) -> Inline:
    joined: list[Run] = []
    for part in parts:
        if joined and part:
            joined.append(Run(" "))
        joined.extend(part)
    return tuple(joined)
