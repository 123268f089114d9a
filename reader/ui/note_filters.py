"""Which notes are shown: where they are, their words, category and tag."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.notebook.records import Category
from reader.ui.choice import Choice
from reader.ui.entries import Scope, Wanted
from reader.ui.face import category_icon
from reader.ui.theme import Theme, mark

_BY = "by:"
"""Stands before a name that is chosen: the person's own is empty, and so is no choice."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What can be asked for: the categories, the tags in use, how many passages are lost, and who wrote.

    `origins` are the names of those who wrote; the person's own is empty.
    """

    categories: tuple[Category, ...] = ()
    tags: tuple[str, ...] = ()
    lost: int = 0
    origins: tuple[str, ...] = ()


class NoteFilters(QWidget):
    """A line for words, and below it the scope, the category, the tag, and whose notes they are."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._offer = Offer()
        self.words = QLineEdit(self)
        self.scope = Choice(self)
        self.category = Choice(self, self.tr("Category"))
        self.tag = Choice(self, self.tr("Tag"))
        self.origin = Choice(self, self.tr("By"))
        self._name_parts()
        self._lay_out()
        self._fill()
        self.words.textChanged.connect(self.changed)
        for choice in (self.scope, self.category, self.tag, self.origin):
            choice.currentIndexChanged.connect(self._chosen)

    def _name_parts(self) -> None:
        self.words.setPlaceholderText(self.tr("Words in notes and passages"))
        self.words.setClearButtonEnabled(True)
        self.words.setAccessibleName(self.tr("Show only notes with these words"))
        self.scope.setAccessibleName(self.tr("Show notes of"))
        self.category.setAccessibleName(self.tr("Show only this category"))
        self.tag.setAccessibleName(self.tr("Show only this tag"))
        self.origin.setAccessibleName(self.tr("Show only notes by"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        # Whose they are has a line of its own, where there are several: four choices would crowd.
        for choices in ((self.scope, self.category, self.tag), (self.origin,)):
            row = QHBoxLayout()
            row.setSpacing(2)
            for choice in choices:
                row.addWidget(choice)
            row.addStretch(1)
            column.addLayout(row)

    def wanted(self) -> Wanted:
        """Return what the person asks to see."""
        return Wanted(
            Scope(self.scope.currentData()),
            self.words.text(),
            self.category.currentData() or "",
            self.tag.currentData() or "",
            self._wanted_origin(),
        )

    def _wanted_origin(self) -> str | None:
        chosen = self.origin.currentData() or ""
        return chosen.removeprefix(_BY) if chosen else None

    def offer(self, offer: Offer) -> None:
        """Let the person choose among these; a choice that is no longer there is given up."""
        if offer != self._offer:
            self._offer = offer
            self._fill()

    def look_in(self, scope: Scope) -> None:
        """Choose a scope."""
        self.scope.setCurrentIndex(self.scope.findData(scope.value))

    def clear(self) -> None:
        """Ask for no words, category, tag or name; the scope stays."""
        self.words.clear()
        for choice in (self.category, self.tag, self.origin):
            choice.setCurrentIndex(0)

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
        names = [(name or self.tr("My own"), _BY + name, QIcon()) for name in self._offer.origins]
        self.origin.fill([(self.tr("By all"), "", QIcon()), *names])
        self.origin.setVisible(len(names) > 1)

    def _scopes(self) -> list[tuple[str, str, QIcon]]:
        scopes = [
            (self.tr("This principle"), Scope.PRINCIPLE),
            (self.tr("Open agreements"), Scope.OPEN),
            (self.tr("All agreements"), Scope.ALL),
        ]
        if self._offer.lost:
            scopes.append((self.tr("%n without a sure place", "", self._offer.lost), Scope.LOST))
        return [(text, scope.value, QIcon()) for text, scope in scopes]

    def _chosen(self) -> None:
        mark(self.category, "on", bool(self.category.currentData()))
        mark(self.tag, "on", bool(self.tag.currentData()))
        mark(self.origin, "on", bool(self.origin.currentData()))
        self.changed.emit()
