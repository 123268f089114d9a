"""What of a text's record is marked in its page, and what is said where the pointer rests on it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from reader.ui.findings import Finding, Sort, visible
from reader.ui.reading import ReadingView
from reader.ui.touches import Touch, Touches

_SHOWN = (Sort.CHANGED, Sort.LEFT_OUT, Sort.READING, Sort.VARIANT, Sort.SUM)
"""Spaces and line ends would be everywhere, and misread letters say nothing of this text."""


def touches(record: Iterable[Finding]) -> Touches:
    """Return what of an edition's record is marked in its page."""
    shown = (found for found in record if found.sort in _SHOWN)
    return Touches(Touch(one.start, one.end, one.is_remark, _said(one)) for one in shown)


def _said(found: Finding) -> str:
    line = QCoreApplication.translate("Findings", "line %1 of the source").replace(
        "%1", str(found.place.first)
    )
    return f"{found.name}: {visible(found.before) or '–'} ({line})"


class TouchTips(QObject):
    """Says what the source has where the pointer rests on a mark."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__(view)
        self.touches = Touches()
        self._view = view
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Answer for the page when it is asked for a tip."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        offset = self._view.letter_under(QPointF(event.pos()))
        said = self.touches.at(offset) if offset is not None else ""
        if not said:
            QToolTip.hideText()
            return super().eventFilter(watched, event)
        QToolTip.showText(event.globalPos(), said, self._view.viewport())
        return True
