"""Generated texts in the real page: what is selected there, by mouse, keys or program, is what the text says.

Each page holds many texts, line by line as a source is shown, or as paragraphs, headings and items. The
page's document is compared with the text sign by sign; a selection splits nothing that a reader takes for one
letter, by rules written down here once more; and its words are found again by what is kept of them.
"""

import os
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.intake.source import canonical
from reader.intake.transmitted import transmitted
from reader.text.agreement import Agreement, Edition, Span, Witness
from reader.text.selector import describe, find, place
from reader.ui.look import light
from reader.ui.page import Page
from reader.ui.reading import ReadingView
from tests.reliability.texts import generated

TEXTS = 50
"""How many texts are on one page."""

_AGREEMENT = Agreement(
    "made", "Made", "M", "2020", 2020, "agreement", "da", (), (Witness("w", "w", "lines"),)
)
_KEYS = (
    (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier),
    (Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier),
    (Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier),
)
_SHOWN_AS = {"\n": "\u2029", "\ufeff": "\u2060"}
"""What Qt keeps in the place of a sign: its end of a line, and a sign without width that it does not drop."""


class Paged:
    """A view with a page of many texts, and where each of them stands."""

    def __init__(self, first: int, count: int) -> None:
        self.chance = random.Random(first)
        self.spans: list[Span] = []
        parts, at = [], 0
        for seed in range(first, first + count):
            text = canonical(generated(random.Random(seed)).encode("utf-8", "replace"))
            self.spans.append((at, at + len(text)))
            parts.append(text)
            at += len(text) + 1
        self.text = "\n".join(parts)
        self.view = ReadingView()
        self.view.resize(620, 500)
        self.view.show_page(Page(self._edition(first), light()))
        self.view.show()
        self.view.activateWindow()
        self.view.setFocus()
        while not self.view._laying.done:
            QApplication.processEvents()

    def _edition(self, first: int) -> Edition:
        edition = transmitted(_AGREEMENT, _AGREEMENT.witnesses[0], self.text)
        if first // TEXTS % 2:
            return edition
        kinds = ("paragraph", "heading", "item")
        blocks = [
            block._replace(kind=kind, level=2 if kind == "heading" else 0)
            for block, kind in zip(
                edition.blocks, self.chance.choices(kinds, k=len(edition.blocks)), strict=True
            )
        ]
        return edition._replace(blocks=tuple(blocks))

    def close(self) -> None:
        """Let the view go."""
        self.view.close()
        self.view.deleteLater()

    def shown_otherwise(self) -> int:
        """Count the signs of the text that do not stand in the document where the page says."""
        units = self.view.document().toRawText().encode("utf-16-le", "surrogatepass")
        wrong = 0
        for offset, sign in enumerate(self.text):
            at, kept = self.view.page.to_qt(offset), _SHOWN_AS.get(sign, sign).encode("utf-16-le")
            wrong += units[2 * at : 2 * at + len(kept)] != kept or self.view.page.from_qt(at) != offset
        return wrong

    def select(self, span: Span) -> tuple[Span, Span]:
        """Select something of a text in one way or another; return what was asked for and what is now."""
        start = self.chance.randrange(*span)
        end = self.chance.randint(start + 1, span[1])
        way: Callable[[int, int], Span] = self.chance.choice(
            [self._program, self._keys, self._mouse, self._word]
        )
        return way(start, end), self.view.selection()

    def _program(self, start: int, end: int) -> Span:
        self.view.select(start, end)
        return start, end

    def _keys(self, start: int, end: int) -> Span:
        self.view.place_caret(start)
        key, held = self.chance.choice(_KEYS)
        for _ in range(min(end - start, 8)):
            QTest.keyClick(self.view, key, held)
        return -1, -1

    def _mouse(self, start: int, end: int) -> Span:
        self.view.scroll_to_y(self.view.y_of(start))
        viewport, none = self.view.viewport(), Qt.KeyboardModifier.NoModifier
        begun, ended = self._point(start), self._point(end)
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, none, begun)
        QTest.mouseMove(viewport, ended)
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, none, ended)
        return -1, -1

    def _word(self, start: int, _end: int) -> Span:
        self.view.scroll_to_y(self.view.y_of(start))
        QTest.mouseDClick(
            self.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            self._point(start),
        )
        return -1, -1

    def _point(self, offset: int) -> QPoint:
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(self.view.page.to_qt(offset))
        point = QPointF(self.view.cursorRect(cursor).center()).toPoint()
        area = self.view.viewport().rect()
        return QPoint(min(max(point.x(), 0), area.right()), min(max(point.y(), 0), area.bottom()))


def splits(text: str, at: int) -> bool:
    """Say whether a cut here goes through a letter: Unicode's rules for what the generated signs need.

    https://www.unicode.org/reports/tr29/, rules GB3 to GB13, without Hangul and Indic.
    """
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if unicodedata.category(before) in ("Cc", "Zl", "Zp") or (_is_format(before) or _is_format(after)):
        return False
    if unicodedata.category(after) in ("Mn", "Me", "Mc") or after == "\u200d":
        return True
    if before == "\u200d" and _is_picture(after):
        joined = re.sub("[\u0300-\u036f\ufe0f\u200d]+$", "", text[:at])
        return bool(joined) and _is_picture(joined[-1])
    if _is_flag(before) and _is_flag(after):
        return len(text[:at]) - len(text[:at].rstrip("".join(map(chr, range(0x1F1E6, 0x1F200))))) & 1 == 1
    return False


def _is_format(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cf", "Cc") and sign not in ("\u200d", "\u200c")


def _is_picture(sign: str) -> bool:
    return "\U0001f300" <= sign <= "\U0001faff" or "\u2600" <= sign <= "\u27bf"


def _is_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


def judged(paged: Paged, asked: Span, selected: Span) -> Counter[str]:
    """Compare what is selected with the text, with the document, and with what is found again of it."""
    start, end = selected
    if start == end:
        return Counter(empty=1)
    text, view = paged.text, paged.view
    words = text[start:end]
    units = view.document().toRawText().encode("utf-16-le", "surrogatepass")
    shown = units[2 * view.page.to_qt(start) : 2 * view.page.to_qt(end)].decode("utf-16-le", "surrogatepass")
    selector = describe(text, start, end, "d")
    return Counter(
        {
            "selected": 1,
            "letters split": splits(text, start) or splits(text, end),
            "shown otherwise": shown != "".join(_SHOWN_AS.get(sign, sign) for sign in words),
            # The way from Python to Qt drops one sign without width where it comes first.
            "copied otherwise": view.createMimeDataFromSelection().text() != words.removeprefix("\ufeff"),
            "not found again": selector is None
            or selector.quote != words
            or place(selector, text, "d") != selected
            or find(selector, text) != selected,
            "selected otherwise": asked != (-1, -1) and not _widened(text, asked, selected),
        }
    )


def _widened(text: str, asked: Span, selected: Span) -> bool:
    """Say whether a selection is what was asked for, widened only where that would have split a letter."""
    ends = zip(asked, selected, strict=True)
    right = all(one == other or splits(text, one) for one, other in ends)
    return right and selected[0] <= asked[0] and asked[1] <= selected[1]


def run(count: int, first: int = 0) -> Counter[str]:
    """Try so many texts."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    figures: Counter[str] = Counter(BAD)
    for page in range(first, first + count, TEXTS):
        paged = Paged(page, min(TEXTS, first + count - page))
        figures["pages"] += 1
        figures["shown otherwise"] += paged.shown_otherwise()
        for number, span in enumerate(paged.spans):
            figures["texts"] += 1
            if span[0] < span[1]:
                asked, selected = paged.select(span)
                found = judged(paged, asked, selected)
                _tell(page + number, found, selected, paged.text)
                figures.update(found)
        paged.close()
        application.processEvents()
    return figures


BAD = {
    **{"letters split": 0, "shown otherwise": 0, "copied otherwise": 0},
    **{"not found again": 0, "selected otherwise": 0},
}


def _tell(seed: int, found: Counter[str], selected: Span, text: str) -> None:
    if any(found[word] for word in BAD):
        start, end = selected
        around = text[max(0, start - 4) : start], text[start:end], text[end : end + 4]
        print(f"seed {seed}: {dict(found)} {around!a}", file=sys.stderr)


def planted(count: int) -> Counter[str]:
    """Plant a fault: Qt's units are taken for code points."""
    with patch("reader.ui.page._ASTRAL", re.compile("(?!)")):
        return run(count)


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))))
