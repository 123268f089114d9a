"""One case to look at: the old text and the new side by side, what was noted, and what can be done."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from reader.compare.surroundings import Piece, alone, beside, framed
from reader.notebook.records import Highlight, Note
from reader.ui.desk import Desk
from reader.ui.flow import Flow
from reader.ui.note_editor import said
from reader.ui.places import numbered
from reader.ui.rendering import plain
from reader.ui.review_case import Case, Proposal, how_sure, is_at, old_frame, was_at
from reader.ui.review_note import sides
from reader.ui.review_text import PassageView
from reader.ui.shortened import Shortened
from reader.ui.stands import CHECK
from reader.ui.theme import Theme

_SMALLER = 0.88
"""The size of the two texts, against that of the panes."""


class ReviewPage(QWidget):
    """Shows a case and one of its proposals, and passes on what the person decides."""

    move_wanted = Signal(str, object)
    """A note is wanted on a principle of an agreement, or, for None, on the whole of it."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self.case: Case | None = None
        self.at = 0
        self.before, self.now, self.about = Shortened(self, 1), Shortened(self, 1), Shortened(self, 2)
        self.old = PassageView(self.tr("As it was"), self)
        self.new = PassageView(self.tr("As it is now"), self)
        self.accept = QPushButton(self.tr("It is this"), self)
        self.other = QPushButton(self.tr("Next proposal"), self)
        self.search = QPushButton(self.tr("Search for its words"), self)
        self.here = QPushButton(self.tr("Put it here"), self)
        self.gone = QPushButton(self.tr("Not there any more"), self)
        self.skip = QPushButton(self.tr("Skip"), self)
        self.move_to = QPushButton(self.tr("Move to …"), self)
        self.hint = QLabel(self)
        self._name_parts()
        self._lay_out()
        self.move_to.clicked.connect(self._offer_principles)

    def _name_parts(self) -> None:
        keys = (
            (self.accept, "Enter"),
            (self.other, "P"),
            (self.search, "F"),
            (self.here, "Ctrl+Enter"),
            (self.gone, "X"),
            (self.skip, "S"),
            (self.move_to, "Enter"),
        )
        for button, key in keys:
            button.setToolTip(key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        for label in (self.before, self.now, self.about, self.hint):
            label.setObjectName("meta")
        self.hint.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        sides = QGridLayout()
        sides.setHorizontalSpacing(10)
        sides.setVerticalSpacing(3)
        for column, (label, view) in enumerate(((self.before, self.old), (self.now, self.new))):
            sides.addWidget(label, 0, column)
            sides.addWidget(view, 1, column)
            sides.setColumnStretch(column, 1)
        sides.setRowStretch(1, 1)
        below = Flow(6)
        for button in (self.accept, self.other, self.move_to, self.search, self.here, self.gone, self.skip):
            below.addWidget(button)
        below.addWidget(self.hint)
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(6)
        column_of_all.addLayout(sides, 1)
        column_of_all.addWidget(self.about)
        column_of_all.addLayout(below)

    # What is shown

    @property
    def proposal(self) -> Proposal | None:
        """The place that is proposed now."""
        proposals = self.case.proposals if self.case else ()
        return proposals[self.at] if proposals else None

    def show_case(self, case: Case, at: int = 0) -> None:
        """Show a case with the proposal of this number."""
        self.case, self.at = case, at
        if isinstance(case.record, Highlight):
            self._show_highlight(case.record)
        else:
            self._show_note(case.record)
        self._show_about(case.record)
        self._show_buttons()

    def _show_highlight(self, highlight: Highlight) -> None:
        proposal, old = self.proposal, old_frame(self._desk, highlight)
        self.before.show_words(self.tr("Before: {place}").format(place=was_at(self._desk, highlight)))
        if proposal is None:
            self._write(alone(old), [Piece(self._advice(), "equal", False)])
            self.now.show_words(self.tr("Now: not found"))
            return
        text = self._desk.edition(proposal.agreement).text
        self._write(*beside(old, framed(text, proposal.span)))
        where = is_at(self._desk, proposal.agreement, proposal.span[0])
        self.now.show_words(
            self.tr("Now, perhaps ({sure}): {place}").format(
                place=where, sure=self._sure(highlight, proposal)
            )
        )

    def _advice(self) -> str:
        return self.tr(
            "Select the words it belongs to in a text above and press Ctrl+Enter, or search for its words. "
            "It is kept here until then."
        )

    def _sure(self, highlight: Highlight, proposal: Proposal) -> str:
        if proposal.found:
            return self.tr("%n of its words stand here", "", proposal.found)
        words = self._desk.edition(proposal.agreement).text[slice(*proposal.span)]
        if words == highlight.selector.quote:
            return self.tr("{sure}, in the same words").format(sure=how_sure(proposal.sure))
        return how_sure(proposal.sure)

    def _show_note(self, note: Note) -> None:
        shown = sides(self._desk, note, self.proposal)
        self.before.show_words(shown.before)
        self.now.show_words(shown.now)
        self._write(shown.old, shown.new)

    def _write(self, left: list[Piece], right: list[Piece]) -> None:
        scale = self._desk.settings.scale * _SMALLER
        self.old.show_pieces(left, self._theme, scale)
        self.new.show_pieces(right, self._theme, scale)

    def _show_about(self, record: Highlight | Note) -> None:
        parts = [] if isinstance(record, Highlight) else [sides(self._desk, record, self.proposal).why]
        if isinstance(record, Highlight):
            names = {one.id: f"{one.sign} {one.name}" for one in self._desk.categories()}
            parts = [names.get(record.category, record.category), plain(said(record)) or self.tr("no note")]
        parts += [f"#{tag}" for tag in record.tags]
        parts = [part for part in parts if part]
        self.about.show_words(" · ".join(parts))
        self.about.setVisible(bool(parts))

    def _show_buttons(self) -> None:
        case = self.case
        highlight = case.record if case and isinstance(case.record, Highlight) else None
        self.accept.setVisible(self.proposal is not None)
        self.other.setVisible(case is not None and len(case.proposals) > 1)
        of = self.tr("Next proposal ({at} of {all})")
        self.other.setText(of.format(at=self.at + 1, all=len(case.proposals) if case else 0))
        self.move_to.setVisible(highlight is None)
        known = highlight is not None and self._desk.known(highlight.agreement) is not None
        self.move_to.setToolTip("Enter" if self.proposal is None else "M")
        self.search.setVisible(known)
        self.here.setVisible(highlight is not None)
        waits = highlight is None and self.proposal is not None
        self.gone.setVisible(waits or (known and not self._is_given_up(highlight)))
        self.skip.setVisible(case is not None and case.stand.state == CHECK)
        self.show_selection()

    def _is_given_up(self, highlight: Highlight | None) -> bool:
        if highlight is None:
            return False
        return highlight.missing_from == self._desk.edition(highlight.agreement).digest

    def show_selection(self) -> None:
        """Let the words be chosen that are selected in a pane, if there are any."""
        selected = self._desk.selection is not None
        self.here.setEnabled(selected)
        self.hint.setVisible(self.here.isVisibleTo(self) and not selected)
        self.hint.setText(self.tr("Elsewhere? Select its words above."))

    # The principles a note can go to

    def menu(self) -> QMenu:
        """Return a menu with the principles of the note's agreement, and of the others."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        own = self.case.record.agreement if self.case else ""
        if self._desk.known(own):
            self._add_principles(menu, own)
            menu.addSeparator()
        for agreement in self._desk.library.agreements:
            if agreement.id != own:
                self._add_principles(menu.addMenu(_in_menu(agreement.title)), agreement.id)
        menu.triggered.connect(self._choose_principle)
        return menu

    def _add_principles(self, menu: QMenu, agreement: str) -> None:
        whole = self.tr("All of {agreement}").format(agreement=self._desk.short(agreement))
        menu.addAction(_in_menu(whole)).setData((agreement, None))
        for at, principle in enumerate(self._desk.edition(agreement).principles):
            # By its place: in a faulty text two may have the same number.
            menu.addAction(_in_menu(numbered(principle))).setData((agreement, at))

    def _choose_principle(self, action: QAction) -> None:
        agreement, at = action.data()
        self.move_wanted.emit(agreement, None if at is None else self._desk.edition(agreement).principles[at])

    def _offer_principles(self) -> None:
        self.menu().popup(self.move_to.mapToGlobal(QPoint(0, self.move_to.height())))

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size."""
        self._theme = theme
        small = QFont(self.font())
        small.setWeight(QFont.Weight.DemiBold)
        for label in (self.before, self.now):
            label.draw_in(small)
        self.about.draw_in(QFont(self.font()))
        if self.case:
            self.show_case(self.case, self.at)


def _in_menu(words: str) -> str:
    return " ".join(words.split()).replace("&", "&&")
