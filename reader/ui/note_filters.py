"""Which notes are shown: where they are, their words, category and tag."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.records import Category
from reader.ui.entries import Scope, Wanted
from reader.ui.face import category_icon
from reader.ui.theme import Theme, mark

_CUT = Qt.TextElideMode.ElideRight
_AT_THE_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_AROUND = 26
"""What a choice needs in px beside its words."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be asked for: the categories, the tags in use, and how many passages are lost."""

    categories: tuple[Category, ...] = ()
    tags: tuple[str, ...] = ()
    lost: int = 0


class NoteFilters(QWidget):
    """A line for words, and below it the scope, the category and the tag."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offer = Offer()
        self.words = QLineEdit(self)
        self.scope = _Choice(self)
        self.category = _Choice(self, self.tr("Category"))
        self.tag = _Choice(self, self.tr("Tag"))
        self._name_parts()
        self._lay_out()
        self._fill()
        self.words.textChanged.connect(self.changed)
        for choice in (self.scope, self.category, self.tag):
            choice.currentIndexChanged.connect(self._chosen)

    def _name_parts(self) -> None:
        self.words.setPlaceholderText(self.tr("Words in notes and passages"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Show only notes with these words"))
        self.scope.setAccessibleName(self.tr("Show notes of"))
        self.category.setAccessibleName(self.tr("Show only this category"))
        self.tag.setAccessibleName(self.tr("Show only this tag"))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for choice in (self.scope, self.category, self.tag):
            row.addWidget(choice)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addLayout(row)

    def wanted(self) -> Wanted:
        """Return what the person asks to see."""
        return Wanted(
            Scope(self.scope.currentData()),
            self.words.text(),
            self.category.currentData() or "",
            self.tag.currentData() or "",
        )

    def offer(self, offer: Offer) -> None:
        """Let the person choose among these; a choice that is no longer there is given up."""
        if offer != self._offer:
            self._offer = offer
            self._fill()

    def look_in(self, scope: Scope) -> None:
        """Choose a scope."""
        self.scope.setCurrentIndex(self.scope.findData(scope.value))

    def clear(self) -> None:
        """Ask for no words, category or tag; the scope stays."""
        self.words.clear()
        self.category.setCurrentIndex(0)
        self.tag.setCurrentIndex(0)

    def restyle(self, theme: Theme) -> None:
        """Take on another theme."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        self.scope.fill(self._scopes(), Scope.OPEN.value)
        signs = [(c.name, c.id, category_icon(c, self._theme)) for c in self._offer.categories]
        self.category.fill([(self.tr("All categories"), "", QIcon()), *signs])
        in_use = [(tag, tag, QIcon()) for tag in self._offer.tags]
        self.tag.fill([(self.tr("All tags"), "", QIcon()), *in_use])
        self.tag.setVisible(bool(self._offer.tags))

    def _scopes(self) -> list[tuple[str, str, QIcon]]:
        scopes = [
            (self.tr("This principle"), Scope.PRINCIPLE),
            (self.tr("Open agreements"), Scope.OPEN),
            (self.tr("All agreements"), Scope.ALL),
        ]
        if self._offer.lost:
            scopes.append((self.tr("%n passage(s) not found", "", self._offer.lost), Scope.LOST))
        return [(text, scope.value, QIcon()) for text, scope in scopes]

    def _chosen(self) -> None:
        mark(self.category, "on", bool(self.category.currentData()))
        mark(self.tag, "on", bool(self.tag.currentData()))
        self.changed.emit()


class _Choice(QComboBox):
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
