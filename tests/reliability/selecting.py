"""Texts with every kind of sign in the window's own page: chosen by mouse and keys, kept, and found again."""

import os
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, Qt, QTextBoundaryFinder
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.intake.source import canonical
from reader.text.agreement import Block, Edition, Place, Section, Span
from reader.text.selector import describe, find, place
from reader.ui.look import light
from reader.ui.page import Page
from reader.ui.reading import ReadingView
from tests.reliability.texts import SIGNS

AT_ONCE = 20
"""How many texts stand on one page: as many as fit into the view."""
_SEPARATORS = re.compile("[\u2029\ufdd0\ufdd1]+")
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_HERE = Place("made.txt", 1, 1)
Choose = Callable[[ReadingView, Page, random.Random], None]


def edition_of(chance: random.Random) -> Edition:
    """Return an edition of made-up texts, a paragraph each."""
    texts = []
    while len(texts) < AT_ONCE:
        raw = "".join(chance.choices(SIGNS, k=chance.randint(1, 12)))
        words = canonical(raw.encode("utf-8", "replace")).replace("\n", " ").replace("\t", " ").strip()
        texts += [words] if words else []
    blocks, at = [], 0
    for number, words in enumerate(texts):
        blocks.append(Block(f"b{number}", "paragraph", 0, at, at + len(words), "root", _HERE))
        at += len(words) + 1
    text = "\n".join(texts)
    root = Section("root", "title", 1, "", 0, len(text), _HERE, "")
    return Edition("made", "0" * 64, text, tuple(blocks), (root,), ())


def by_mouse(view: ReadingView, _: Page, chance: random.Random) -> None:
    """Press somewhere, draw to somewhere else, and let go."""
    points = [QPoint(chance.randrange(view.width() - 30), chance.randrange(view.height())) for _ in "ab"]
    area = view.viewport()
    QTest.mousePress(area, Qt.MouseButton.LeftButton, pos=points[0])
    QTest.mouseMove(area, points[1])
    QTest.mouseRelease(area, Qt.MouseButton.LeftButton, pos=points[1])


def by_keys(view: ReadingView, page: Page, chance: random.Random) -> None:
    """Put the caret somewhere and go on with Shift and the arrows."""
    view.place_caret(chance.randrange(len(page.edition.text)))
    key = chance.choice([Qt.Key.Key_Right, Qt.Key.Key_Left])
    for _ in range(chance.randint(1, 9)):
        QTest.keyClick(view, key, _SHIFT)


def by_units(view: ReadingView, page: Page, chance: random.Random) -> None:
    """Select what Qt allows and nobody means: from any unit to any other, through the middle of signs."""
    cursor = QTextCursor(page.document)
    count = page.document.characterCount()
    cursor.setPosition(chance.randrange(count))
    cursor.setPosition(chance.randrange(count), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


WAYS: Sequence[Choose] = (by_mouse, by_keys, by_units)


def faults(view: ReadingView, page: Page, chosen: Span) -> list[str]:
    """Return what does not agree about a passage that was chosen in the view."""
    start, end = chosen
    text, digest = page.edition.text, page.edition.digest
    if end > len(text):
        return ["it is not in the text"]
    wrong = []
    if _shown(page, start, end) != re.sub("\n+", "|", text[start:end].replace("\ufeff", "\u2060")):
        wrong.append("what is shown is not what is meant")
    if not (_whole(text, start) and _whole(text, end)):
        wrong.append("a letter is divided")
    selector = describe(text, start, end, digest)
    if selector.quote != text[start:end] or place(selector, text, digest) != (start, end):
        wrong.append("the quote is not the passage")
    if find(selector, text) != (start, end):
        wrong.append("it is not found again")
    view.select(start, end)
    if view.selection() != (start, end):
        wrong.append("it cannot be shown again")
    return wrong


def _shown(page: Page, start: int, end: int) -> str:
    units = page.document.toRawText().encode("utf-16-le", "surrogatepass")
    first, last = 2 * page.to_qt(start), 2 * page.to_qt(end)
    return _SEPARATORS.sub("|", units[first:last].decode("utf-16-le", "surrogatepass"))


def _whole(text: str, offset: int) -> bool:
    begin, end = text.rfind("\n", 0, offset) + 1, text.find("\n", offset)
    # Qt takes a mark of byte order at the beginning away, and would count from there.
    line = text[begin : end if end >= 0 else len(text)].replace("\ufeff", "\u2060")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, line)
    finder.setPosition(len(line[: offset - begin].encode("utf-16-le")) // 2)
    return finder.isAtBoundary() or offset in (begin, begin + len(line))


def in_units(view: ReadingView) -> Span:
    """Plant a fault: take Qt's positions for code points."""
    cursor = view.textCursor()
    return cursor.selectionStart(), cursor.selectionEnd()


def run(
    count: int, span_of: Callable[[ReadingView], Span] = ReadingView.selection, first: int = 0
) -> Counter[str]:
    """Choose something in so many texts; return the figures."""
    app = QApplication.instance() or QApplication([])
    figures = Counter({"texts": 0, "chosen": 0, "wrong": 0})
    view = ReadingView()
    view.resize(700, 900)
    view.show()
    for seed in range(first, first + -(-count // AT_ONCE)):
        chance = random.Random(seed)
        page = Page(edition_of(chance), light())
        view.show_page(page)
        app.processEvents()
        figures["texts"] += AT_ONCE
        for turn in range(AT_ONCE):
            WAYS[turn % len(WAYS)](view, page, chance)
            start, end = span_of(view)
            if start < end:
                wrong = faults(view, page, (start, end))
                figures.update(chosen=1, wrong=bool(wrong))
                if wrong and span_of is ReadingView.selection:
                    print(f"seed {seed}, turn {turn}: {wrong}", file=sys.stderr)
    view.deleteLater()
    return figures


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
