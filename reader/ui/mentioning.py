"""Where a text speaks of something: links in its page, and the way to what is meant."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QToolTip

from reader.compare.mention import Mention, Shelf
from reader.compare.mentions import mentions
from reader.settings import Settings
from reader.text.progress import Heard, Progress
from reader.ui.desk import Desk
from reader.ui.pane import Pane
from reader.ui.panes import Panes
from reader.ui.plain import plain_tip
from reader.ui.touches import Touch, Touches
from reader.ui.work import Work

_LATER = 1500
"""Milliseconds after which the mentions are looked for: what is read first comes first."""

_HEARD = (
    *(QEvent.Type.KeyPress, QEvent.Type.ToolTip),
    *(QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress),
)

Found = Mapping[str, tuple[Mention, ...]]


class Mentioning(QObject):
    """Knows the mentions in all agreements, and makes them links in every pane."""

    said = Signal(str)
    found = Signal(object)
    """The mentions in every agreement, by its id."""

    def __init__(self, desk: Desk, panes: Panes) -> None:
        super().__init__(panes)
        self._desk = desk
        self._links: dict[Pane, Links] = {}
        self.known: Found = {}
        for pane in panes.panes():
            self._attach(pane)
        panes.added.connect(self._attach)
        desk.settings_changed.connect(self._show)
        desk.pane_closed.connect(self._forget_closed)
        self._panes = panes
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.look)
        timer.start(_LATER)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {"mentions": self._toggle}

    def look(self) -> None:
        """Look for the mentions in all agreements, beside what the person does."""
        library = self._desk.library
        shelf = Shelf(library.agreements, library.editions())
        work = Work(partial(_all_mentions, shelf), self)
        work.ended.connect(self._take)
        work.begin()

    def _take(self, found: Found) -> None:
        self.known = found
        self._show(self._desk.settings)
        self.found.emit(found)

    def _toggle(self) -> None:
        settings = self._desk.settings
        self._desk.prefer(settings._replace(mentions=not settings.mentions))

    def _show(self, settings: Settings) -> None:
        for links in self._links.values():
            links.show(settings.mentions)

    def _attach(self, pane: Pane) -> None:
        self._links[pane] = Links(pane, self, self._desk)

    def _forget_closed(self) -> None:
        shown = self._panes.panes()
        self._links = {pane: links for pane, links in self._links.items() if pane in shown}

    def go(self, mention: Mention) -> None:
        """Go to what is meant, or say that the library does not have it."""
        target = mention.target
        if target.span is None:
            text = self.tr("“%1” is not in your library.")
            self.said.emit(text.replace("%1", " ".join(target.description.split())))
        else:
            self._desk.go_to(target.agreement, target.span[0])


def _all_mentions(shelf: Shelf, heard: Heard) -> Found:
    agreements = Progress(heard).through(shelf.agreements, 1)
    return {agreement.id: mentions(agreement.id, shelf) for agreement in agreements}


class Links(QObject):
    """The mentions of one pane: underlined, told where the pointer rests, and gone to by Ctrl or Enter."""

    def __init__(self, pane: Pane, mentioning: Mentioning, desk: Desk) -> None:
        super().__init__(pane)
        self._pane = pane
        self._mentioning = mentioning
        self._desk = desk
        self._under: Mention | None = None
        self._near: Mention | None = None
        self._button: QPushButton | None = None
        pane.shown.connect(self._shown)
        pane.noticed.connect(self._offer)
        pane.view.installEventFilter(self)
        pane.view.viewport().installEventFilter(self)

    def _shown(self) -> None:
        self.show(self._desk.settings.mentions)

    def show(self, marked: bool) -> None:
        """Underline all mentions of the page, or only the one under the pointer."""
        said = self._mentioning.known.get(self._pane.agreement, ())
        shown = said if marked else [mention for mention in said if mention == self._under]
        self._pane.view.set_links(Touches(Touch(m.start, m.end, False, "") for m in shown))

    def at(self, offset: int | None) -> Mention | None:
        """Return the mention on this code point, if there is one."""
        said = self._mentioning.known.get(self._pane.agreement, ())
        return next((m for m in said if offset is not None and m.start <= offset < m.end), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer, and go where Ctrl and a click, or Enter, want to go."""
        kind = event.type()
        if kind not in _HEARD:
            return False
        if isinstance(event, QKeyEvent):
            return watched is self._pane.view and self._pressed(event)
        if watched is self._pane.view:
            return False
        if isinstance(event, QHelpEvent):
            return self._told(event)
        return isinstance(event, QMouseEvent) and self._moused(event)

    def _pressed(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        )
        mention = self.at(self._pane.view.caret()) if enter else None
        if mention is None:
            return False
        self._mentioning.go(mention)
        return True

    def _moused(self, event: QMouseEvent) -> bool:
        mention = self.at(self._pane.view.letter_under(event.position()))
        if event.type() == QEvent.Type.MouseMove and mention != self._under:
            self._under = mention
            self._shown()
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if mention and held and pressed and event.button() == Qt.MouseButton.LeftButton:
            self._mentioning.go(mention)
            return True
        return False

    def _told(self, event: QHelpEvent) -> bool:
        mention = self.at(self._pane.view.letter_under(event.pos().toPointF()))
        if mention is None:
            return False
        target = mention.target
        known = self.tr("Ctrl+click or Enter goes there") if target.known else self.tr("not in your library")
        where = f"{self._desk.short(target.agreement)}: " if target.known else ""
        said = plain_tip(f"{where}{' '.join(target.description.split())} ({known})")
        QToolTip.showText(event.globalPos(), said, self._pane.view.viewport())
        return True

    # Where a principle is absent

    def _offer(self, notice: str) -> None:
        """Offer the nearest place that speaks of the principle which this agreement lacks."""
        self._near = self._nearest() if notice else None
        if self._near is None:
            if self._button is not None:
                self._button.hide()
            return
        words = self._desk.edition(self._pane.agreement).text[self._near.start : self._near.end]
        said = self.tr("Nearest mention: “%1”").replace("%1", " ".join(words.split()))
        button = self._offered()
        room = max(40, self._pane.width() - 30)
        shown = button.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, room)
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(said)
        button.show()

    def _offered(self) -> QPushButton:
        """Return the button below the notice; made when it is first needed."""
        if self._button is None:
            self._button = QPushButton(self._pane)
            self._button.setObjectName("nearest")
            # Long words must not make this pane wider and the others narrower.
            self._button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self._button.clicked.connect(self._go_to_nearest)
            notice = self._pane.findChild(QLabel, "absent")
            at = self._pane.column.indexOf(notice) if notice is not None else 0
            self._pane.column.insertWidget(at + 1, self._button)
        return self._button

    def _go_to_nearest(self) -> None:
        if self._near is not None:
            self._desk.go_to(self._pane.agreement, self._near.start, self._near.end)

    def _nearest(self) -> Mention | None:
        """Return the nearest mention of the principle in view; else of its set, else of another set."""
        thread, here = self._desk.thread_in_view, self._pane.agreement
        if thread is None:
            return None
        said = [m for m in self._mentioning.known.get(here, ()) if m.target.agreement != here]
        members = {(member.agreement, member.number) for member in thread.members}
        having = {member.agreement for member in thread.members}
        sets = [m for m in said if m.kind == "principles"]
        titled = [m for m in said if (m.target.agreement, m.target.principle) in members]
        choice = titled or [m for m in sets if m.target.agreement in having] or sets
        offset = self._pane.reading_offset()
        return min(choice, key=lambda mention: abs(mention.start - offset), default=None)
