"""A quiet list to choose one thing from."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

_CUT = Qt.TextElideMode.ElideRight
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AROUND = 26
"""What a choice needs in px beside its words."""


class Choice(QComboBox):
    """A quiet list to choose from, cut to the room there is; its list is as wide as its words.

    Where nothing is chosen it shows its `title`.
    """

    def __init__(self, parent: QWidget, title: str = "") -> None:
        super().__init__(parent)
        self._title = title
        self.setObjectName("quiet")
        # The delegate of its own knows nothing of the style sheet.
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setIconSize(QSize(14, 14))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._fit)

    def _shown(self) -> str:
        return self.currentText() if self.currentData() else self._title

    def _fit(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room for the present words."""
        icon = 0 if self.itemIcon(self.currentIndex()).isNull() else self.iconSize().width() + 4
        words = self.fontMetrics().horizontalAdvance(self._shown())
        return QSize(words + icon + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a letter or two."""
        return QSize(_AROUND + 24, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, shortened where they do not fit, and a small arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        drawn = QStylePainter(self)
        drawn.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        icon = 0 if option.currentIcon.isNull() else self.iconSize().width() + 4
        room = self.width() - _AROUND - icon + 2
        option.currentText = self.fontMetrics().elidedText(self._shown(), _CUT, room)
        drawn.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        drawn.setPen(self.palette().color(self.foregroundRole()))
        drawn.drawText(self.rect().adjusted(0, 0, -5, 0), _AT_THE_RIGHT, "▾")

    def fill(self, choices: Sequence[tuple[str, str, QIcon]], otherwise: str = "") -> None:
        """Offer these; what is chosen stays so, and where it is gone the other one is chosen."""
        chosen = self.currentData()
        blocked = self.blockSignals(True)
        self.clear()
        for text, value, icon in choices:
            self.addItem(icon, text, value)
        here = self.findData(chosen)
        self.setCurrentIndex(here if here >= 0 else self.findData(otherwise))
        self.blockSignals(blocked)
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 28)
        self.updateGeometry()
        if self.currentData() != chosen:
            self.currentIndexChanged.emit(self.currentIndex())
