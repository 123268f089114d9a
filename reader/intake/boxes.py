"""Boxes: a label, perhaps a caption, and as much of what follows as belongs together."""

from collections.abc import Sequence, Set

from reader.intake.script import Draft
from reader.intake.signs import ended, label, like_a_heading


def boxes(drafts: Sequence[Draft], inner_headings: Set[str]) -> list[tuple[int, int]]:
    """Return where each box begins and the draft before which it ends.

    A box is a list, or parts of the same shape: a heading and its list; or headings that stand in a box of
    another agreement, with their text; or else the one part that follows.
    """
    found = []
    for at, draft in enumerate(drafts):
        if _labels_a_box(draft):
            found.append((at, _end(drafts, at + 1, inner_headings)))
    return found


def _labels_a_box(draft: Draft) -> bool:
    here = label(draft.text)
    return bool(here and here[0].startswith("Boks") and draft.role != "item" and not ended(draft.tail))


def caption_follows(drafts: Sequence[Draft], at: int) -> bool:
    """Say whether the draft after a bare label is the box's caption, not the heading of its first part."""
    here = label(drafts[at].text)
    if not here or not here[0].startswith("Boks") or here[1] < len(drafts[at].text) or at + 2 >= len(drafts):
        return False
    if drafts[at + 1].role != "heading":
        return False
    if _leads(drafts, at + 2):
        return True
    after = _after_items(drafts, at + 2)
    return after > at + 2 and not (_leads(drafts, after) and drafts[after + 1].role == "item")


def _leads(drafts: Sequence[Draft], at: int) -> bool:
    """Say whether a draft is a short line that can lead a part of a box."""
    return (
        at + 1 < len(drafts)
        and not _labels_a_box(drafts[at])
        and drafts[at].role in ("heading", "text")
        and like_a_heading(drafts[at].text.rstrip("."))
        and (drafts[at].role == "heading" or drafts[at + 1].role == "item")
    )


def _after_items(drafts: Sequence[Draft], at: int) -> int:
    """Return the draft after a list; in a list set solid, white space ends it."""
    end = at
    while end < len(drafts) and drafts[end].role == "item":
        solid = end - at >= 2 and not drafts[at + 1].apart
        if solid and drafts[end].apart:
            break
        end += 1
    return end


def _end(drafts: Sequence[Draft], first: int, inner_headings: Set[str]) -> int:
    at = _after_items(drafts, first)
    if at > first:
        return at
    while _leads(drafts, at) and drafts[at + 1].role == "item":
        at = _after_items(drafts, at + 1)
    if at > first:
        return at
    while at < len(drafts) and _heads_a_part(drafts, at, first, inner_headings):
        at = _after_text(drafts, at + 1)
    return at if at > first else _after_text(drafts, first)


def _heads_a_part(drafts: Sequence[Draft], at: int, first: int, inner_headings: Set[str]) -> bool:
    if drafts[at].role != "heading" or _labels_a_box(drafts[at]):
        return False
    return at == first or drafts[at].text.casefold() in inner_headings


def _after_text(drafts: Sequence[Draft], at: int) -> int:
    while at < len(drafts) and drafts[at].role in ("text", "item") and not _labels_a_box(drafts[at]):
        at += 1
    return at
