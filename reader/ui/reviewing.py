"""Going through what has no sure place: a panel below the texts, and the pane brought to what is proposed."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QBoxLayout

from reader.errors import ReaderError
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.messages import MessageBar
from reader.ui.stands import CHECK, LOST
from reader.ui.theme import Theme
from reader.ui.window import Window

if TYPE_CHECKING:
    from reader.ui.deciding import Deciding
    from reader.ui.review_case import Case
    from reader.ui.review_panel import ReviewPanel


class Reviewing(QObject):
    """Says that something has to be looked at, and shows it one after the other."""

    said = Signal(str)

    def __init__(self, desk: Desk, window: Window, bar: MessageBar) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._bar = bar
        self._theme = window.theme
        self._state = CHECK
        self._current = ""
        self._met: set[str] = set()
        self._marked = ""
        self._fresh = True
        self._deciding: Deciding | None = None
        self.panel: ReviewPanel | None = None
        desk.standings.looked.connect(self._tell)
        desk.standings.changed.connect(self._refresh)
        desk.notebook_changed.connect(self._refresh)
        desk.place_wanted.connect(self.look_at)
        desk.selection_changed.connect(self._show_selection)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {
            "check_these": self.open_check,
            "lost_passages": self.open_lost,
            "put_here": self.put_here,
        }

    # The way here and back

    def _tell(self) -> None:
        """Say after the start that passages have to be looked at, and why."""
        check = self._desk.standings.waiting(CHECK)
        lost = [name for name in self._desk.standings.waiting(LOST) if self._is_news(name)]
        said = []
        if check:
            words = self._needing(check)
            said.append(words.replace("%1", self._agreements(check)))
        if lost:
            words = self.tr(
                "%n passage(s) were not found in the new edition of %1; they are kept.", "", len(lost)
            )
            said.append(words.replace("%1", self._agreements(lost)))
        if said:
            open_list = self.open_check if check else self.open_lost
            self._bar.say(" ".join(said), action=self.tr("Look at them"), wanted=open_list, lasting=True)

    def _needing(self, ids: list[str]) -> str:
        stands = map(self._desk.standings.stand, ids)
        if all(one and one.selector for one in stands):
            return self.tr("%n passage(s) need a look because there is a new edition of %1.", "", len(ids))
        return self.tr(
            "%n passage(s) or note(s) need a look because there is a new edition of %1.", "", len(ids)
        )

    def _agreements(self, ids: list[str]) -> str:
        stands = map(self._desk.standings.stand, ids)
        return ", ".join(dict.fromkeys(self._desk.short(one.agreement) for one in stands if one))

    def _is_news(self, record_id: str) -> bool:
        """Say whether a highlight is lost, and the person has not said yet that it is not there."""
        highlight = self._desk.notebook.highlight(record_id)
        if highlight is None or self._desk.known(highlight.agreement) is None:
            return False
        digest = self._desk.edition(highlight.agreement).digest
        return digest not in (highlight.missing_from, highlight.selector.digest)

    def open_check(self) -> None:
        """Show what is to be looked at, from the first one on."""
        self.open(CHECK)

    def open_lost(self) -> None:
        """Show what is lost, from the first one on."""
        self.open(LOST)

    def open(self, state: str, record_id: str = "") -> None:
        """Show the list of those to be looked at, or of the lost, at this record or the first one."""
        from reader.ui.review_panel import USUAL

        panel = self._made()
        if not panel.isVisible():
            self._met.clear()
            self._fresh = True
            panel.show()
            panel.set_height(self._desk.settings.review or USUAL)
        if state != self._state:
            panel.list.show_rows([], -1)
        self._state, self._current = state, record_id
        panel.done.show_words("")
        panel.turn_to(state)
        self._refresh()
        (panel.list if panel.list.isVisibleTo(panel) else panel.close_button).setFocus()

    def look_at(self, record_id: str) -> None:
        """Show one record that has no sure place."""
        state = self._desk.standings.state(record_id)
        if state in (CHECK, LOST):
            self.open(state, record_id)

    def close(self) -> None:
        """Put the panel away; what was not decided waits."""
        if self.panel is not None and self.panel.isVisible():
            self._unmark()
            self._current = ""
            self.panel.hide()
            self._window.panes.focused().view.setFocus()

    def _made(self) -> "ReviewPanel":
        """Return the panel; made when it is first needed."""
        if self.panel is None:
            from reader.ui.deciding import Deciding
            from reader.ui.review_panel import ReviewPanel

            centre = self._window.splitter.parentWidget()
            self.panel = ReviewPanel(self._desk, self._theme, centre)
            self.panel.hide()
            layout = centre.layout() if centre else None
            if isinstance(layout, QBoxLayout):
                layout.insertWidget(layout.indexOf(self._window.messages), self.panel)
            self._deciding = Deciding(self._desk, self._window.panes, self.panel)
            self._join(self.panel, self._deciding)
        return self.panel

    def _join(self, panel: "ReviewPanel", deciding: "Deciding") -> None:
        page = panel.page
        for button, key, deed in (
            (page.accept, Qt.Key.Key_Return, deciding.accept),
            (page.other, Qt.Key.Key_P, deciding.next_proposal),
            (page.search, Qt.Key.Key_F, deciding.search),
            (page.here, None, deciding.put_here),
            (page.gone, Qt.Key.Key_X, deciding.give_up),
            (page.skip, Qt.Key.Key_S, self._step_on),
        ):
            button.clicked.connect(deed)
            if key is not None:
                panel.keys[key] = partial(_press, button)
        panel.keys[Qt.Key.Key_Return] = deciding.accept
        panel.keys[Qt.Key.Key_M] = partial(_press, page.move_to)
        page.move_wanted.connect(deciding.move_note)
        deciding.said.connect(self.said)
        deciding.turned.connect(self._go)
        panel.closed.connect(self.close)
        panel.turned.connect(self.open)
        panel.height_wanted.connect(self._keep_height)
        panel.list.walked.connect(self._walk)
        panel.earlier.clicked.connect(self._step_back)
        panel.later.clicked.connect(self._step_on)

    def _keep_height(self, height: int) -> None:
        self._desk.prefer(self._desk.settings._replace(review=height))

    def put_here(self) -> None:
        """Put the passage that is shown on the words that are selected in a pane."""
        self._made()
        if self._deciding:
            self._deciding.put_here()

    # What is shown

    def _refresh(self) -> None:
        """Show what waits now; a passage that came back by undoing is shown first."""
        panel = self.panel
        if panel is None or not panel.isVisible():
            return
        ids = self._desk.standings.waiting(self._state)
        shown = panel.list.rows.ids
        row = panel.list.currentIndex().row()
        back = [name for name in ids if name not in shown] if shown and not self._decides() else []
        wanted = back[0] if len(back) == 1 else self._current
        at = ids.index(wanted) if wanted in ids else min(max(0, row), len(ids) - 1)
        panel.list.show_rows(ids, at)
        panel.show_counts()
        panel.show_empty("" if ids else self._nothing())
        if self._state == CHECK:
            self._met.update(ids)
        self._show(ids[at] if ids else "")

    def _decides(self) -> bool:
        return self._deciding is not None and self._deciding.busy

    def _nothing(self) -> str:
        if self._state == LOST:
            return self.tr("Nothing is lost: every passage and note has its place.")
        if self._met:
            return self.tr("All of them have been looked at.")
        return self.tr("Nothing to look at: every passage that was found stands where it was.")

    def _show(self, record_id: str) -> None:
        panel = self._made()
        was, self._current = self._current, record_id
        self._show_progress()
        found = self._case(record_id)
        if found is None:
            panel.page.case = None
            self._unmark()
            return
        shown = panel.page.case
        same = was == record_id and shown is not None and shown.record.id == record_id
        if same and shown and shown.stand == found.stand:
            if shown.record != found.record:
                panel.page.show_case(shown._replace(record=found.record), panel.page.at)
            return
        panel.page.show_case(found)
        self._go()

    def _case(self, record_id: str) -> "Case | None":
        from reader.ui.review_case import case

        try:
            return case(self._desk, record_id) if record_id else None
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return None

    def _show_progress(self) -> None:
        panel = self._made()
        ids = panel.list.rows.ids
        all_of_them = len(self._met | set(ids)) if self._state == CHECK else len(ids)
        at = all_of_them - len(ids) + panel.list.currentIndex().row() + 1
        panel.progress.setText(self.tr("{at} of {all}").format(at=at, all=all_of_them))

    def _walk(self, row: int) -> None:
        self._show(self._made().list.rows.ids[row])

    def _step_on(self) -> None:
        self._step(1)

    def _step_back(self) -> None:
        self._step(-1)

    def _step(self, step: int) -> None:
        shown = self._made().list
        if shown.rows.ids:
            row = (shown.currentIndex().row() + step) % len(shown.rows.ids)
            shown.setCurrentIndex(shown.rows.index(row))

    def _go(self) -> None:
        """Bring the pane to what is proposed, and mark it there as something that was found."""
        proposal = self._made().page.proposal
        self._unmark()
        if proposal is None:
            return
        self._desk.go_to(proposal.agreement, proposal.span[0], remember=self._fresh)
        self._fresh = False
        self._marked = proposal.agreement
        for pane in self._window.panes.panes():
            if pane.agreement == proposal.agreement:
                pane.view.set_hits([proposal.span], 0)

    def _unmark(self) -> None:
        for pane in self._window.panes.panes():
            if pane.agreement == self._marked:
                pane.view.set_hits([], None)
        self._marked = ""

    def _show_selection(self) -> None:
        if self.panel is not None and self.panel.isVisible():
            self.panel.page.show_selection()

    def restyle(self, theme: Theme) -> None:
        """Take on a theme and text size."""
        self._theme = theme
        if self.panel is not None:
            self.panel.restyle(theme)


def _press(button: QAbstractButton) -> None:
    """Do what a button does, if it is there to be pressed."""
    if button.isVisible() and button.isEnabled():
        button.click()
