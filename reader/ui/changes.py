"""Changes in the panes: what is compared with what, drawn, counted, walked through, and gone to."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from reader.text.agreement import Span
from reader.ui.bases import base_menu, base_of, in_time
from reader.ui.change_marks import ChangeMarks, edge
from reader.ui.change_touch import ChangeTouch
from reader.ui.change_words import ChangeTips, counted, said
from reader.ui.comparing import Comparing, Key, Pair
from reader.ui.desk import Desk
from reader.ui.pane import Pane
from reader.ui.panes import Panes
from reader.ui.strip import StripMark
from reader.ui.traces import Trace, Traces
from reader.ui.wardrobe import Wardrobe

if TYPE_CHECKING:
    from reader.notebook.records import Touched
    from reader.text.progress import Heard
    from reader.ui.changed import Changed, Work


class Changes(QObject):
    """Shows in every pane what changed against its base, while the person wants to see it."""

    said = Signal(str)

    def __init__(self, desk: Desk, panes: Panes, wardrobe: Wardrobe, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panes = panes
        self._wardrobe = wardrobe
        self._shown: dict[Pane, Traces] = {}
        self._touch: dict[Pane, ChangeTouch] = {}
        self.comparing = Comparing(self._begin, self)
        self.comparing.news.connect(self._draw)
        self.comparing.progressed.connect(self._show_progress)
        desk.panes_changed.connect(self.refresh)
        desk.settings_changed.connect(self.refresh)
        desk.notebook_changed.connect(self._hear_decision)
        panes.leading.level = self.level
        self.refresh()

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {
            "changes": self._toggle,
            "next_change": lambda: self._step(1, decisive=False),
            "previous_change": lambda: self._step(-1, decisive=False),
            "next_decisive": lambda: self._step(1, decisive=True),
            "previous_decisive": lambda: self._step(-1, decisive=True),
            "other_end": self._cross_from_caret,
        }

    # What is compared

    @property
    def wanted(self) -> bool:
        """Whether the person wants to see changes."""
        return self._desk.settings.changes

    def _toggle(self) -> None:
        self._desk.prefer(self._desk.settings._replace(changes=not self.wanted))

    def refresh(self) -> None:
        """Compare what is open now, the pairs that are drawn first, and draw what is known."""
        self.comparing.want(self._pairs() if self.wanted else [])
        self._draw()

    def _hear_decision(self, touched: "Touched") -> None:
        """Compare anew what the person says answers something else."""
        if touched.decisions:
            self.refresh()

    def _pairs(self) -> list[Pair]:
        drawn = [pair for pane in self._panes.panes() if (pair := self._pair_of(pane))]
        # The others keep paragraphs level where panes follow that are not compared with each other.
        open_now = [name for name in self._desk.panes if "@" not in name]
        rest = [in_time(self._desk, one, other) for one in open_now for other in open_now if one != other]
        return list(dict.fromkeys((*drawn, *rest)))

    def _begin(self, pair: Pair) -> "tuple[Key, Work]":
        one, other = (self._desk.edition(name) for name in pair)
        works = [self._desk.agreement(name) for name in pair]
        known = self._desk.threads()

        def work(on: "Heard") -> "Changed":
            # What compares is loaded in the thread too.
            from reader.compare.classes import between
            from reader.compare.pairs import principle_pairs
            from reader.ui.changed import changed

            return changed(one, other, between(*works), principle_pairs(one, other, known), on)

        return (one.digest, other.digest, known), work

    def _pair_of(self, pane: Pane) -> Pair | None:
        """Return what is compared for a pane, the older first: time runs one way, whichever is the base."""
        base = base_of(self._desk, self._panes.panes(), pane)
        return in_time(self._desk, base, pane.agreement) if base else None

    def _traces(self, pair: Pair | None, pane: Pane) -> tuple[Trace, ...]:
        found = self.comparing.result(pair) if pair else None
        return found.on(pane.agreement == pair[1]) if found and pair else ()

    def traces_of(self, pane: Pane) -> Traces:
        """Return what is drawn in a pane now."""
        return self._shown.get(pane, Traces())

    def level(self, one: str, other: str) -> list[Span]:
        """Return where paragraphs of two agreements stand level, if they have been compared."""
        pair = in_time(self._desk, one, other)
        found = self.comparing.result(pair) if self.wanted else None
        if found is None:
            return []
        turned = pair[0] != one
        return [(m.newer, m.older) if turned else (m.older, m.newer) for m in found.meetings]

    # What is drawn

    def _draw(self) -> None:
        """Draw what has been compared in every pane, and take away what is not wanted."""
        panes = self._panes.panes()
        self._touch = {pane: touch for pane, touch in self._touch.items() if pane in panes}
        if self.wanted or self._shown:
            self._shown = {pane: self._gathered(pane) for pane in panes} if self.wanted else {}
            for pane in panes:
                self._draw_on(pane)
                self._show_head(pane)
            self._panes.leading.forget()

    def _gathered(self, pane: Pane) -> Traces:
        """Gather a pane's own changes, and those of panes that are compared with it."""
        own = self._pair_of(pane)
        others = {self._pair_of(other) for other in self._panes.panes()} - {own, None}
        theirs = [pair for pair in others if pair and pane.agreement in pair]
        gathered = (trace for pair in sorted(theirs) for trace in self._traces(pair, pane))
        return Traces(self._traces(own, pane), gathered)

    def _draw_on(self, pane: Pane) -> None:
        traces = self.traces_of(pane)
        pane.show_changes(
            ChangeMarks(traces) if traces else None, frozenset(trace.span for trace in traces.own)
        )
        pane.tips().changes = ChangeTips(traces, self._desk)
        if traces and pane not in self._touch:
            self._touch[pane] = ChangeTouch(pane.view)
            self._touch[pane].wanted.connect(self.cross)
        if pane in self._touch:
            self._touch[pane].traces = traces

    def _show_head(self, pane: Pane) -> None:
        dress = self._wardrobe.dress_of(pane)
        dress.show_changes(self._strip_marks(pane))
        dress.head.show_changes(self.words_of(pane), self._menu(pane) if self.wanted else None)

    def _show_progress(self) -> None:
        """Say how far it is, and leave the menus alone: one of them may be open."""
        for pane in self._panes.panes():
            self._wardrobe.dress_of(pane).head.say_changes(self.words_of(pane))

    def words_of(self, pane: Pane) -> str:
        """Return what a pane's head says of its changes; nothing while they are not shown."""
        if not self.wanted:
            return ""
        pair = self._pair_of(pane)
        if pair is None:
            return self.tr("Not compared")
        base = self._desk.short(pair[0] if pair[1] == pane.agreement else pair[1])
        return self._outcome(pair, pane, base)

    def _outcome(self, pair: Pair, pane: Pane, base: str) -> str:
        found, share = self.comparing.result(pair), self.comparing.share(pair)
        if found is not None:
            nothing = self.tr("Nothing answers %1 here").replace("%1", base)
            return counted(self.traces_of(pane), base) if found.answered else nothing
        if share is not None:
            text = self.tr("Comparing with %1: %2 %").replace("%2", str(round(100 * share)))
        else:
            stopped = self.comparing.is_stopped(pair)
            text = self.tr("Comparison with %1 stopped") if stopped else self.tr("Comparing with %1")
        return text.replace("%1", base)

    def _strip_marks(self, pane: Pane) -> list[StripMark]:
        length = max(1, len(self._desk.edition(pane.agreement).text))
        look, traces = pane.theme.look, self.traces_of(pane)
        return [
            StripMark(t.start / length, t.end / length, edge(t, look).name(), said(t, self._desk), aside=True)
            for t in traces.changes
        ]

    def _menu(self, pane: Pane) -> QMenu:
        pair = self._pair_of(pane)
        menu = base_menu(self._desk, self._panes.panes(), pane)
        menu.triggered.connect(lambda action: self.compare_with(pane, action.data()))
        if pair and self.comparing.result(pair) is None and not self.comparing.is_stopped(pair):
            menu.addSeparator()
            menu.addAction(self.tr("Stop comparing"), lambda: self.comparing.stop(pair))
        return menu

    def compare_with(self, pane: Pane, base: str | None) -> None:
        """Compare a pane with another agreement that is open, or with none (`NO_BASE`)."""
        if base is None:
            return
        pane.base = base
        pair = self._pair_of(pane)
        if pair:
            self.comparing.again(pair)
        self.refresh()

    # Going

    def _step(self, step: int, *, decisive: bool) -> None:
        pane = self._panes.focused()
        traces = self._shown.get(pane)
        if traces is None:
            self.said.emit(self.tr("Changes are not shown. Ctrl+D shows them."))
            return
        found = traces.next(pane.view.caret(), step, decisive)
        if found is None:
            self.said.emit(self.tr("No more changes that way."))
            return
        among = traces.decisive if decisive else traces.changes
        pane.view.set_changes(ChangeMarks(traces, found))
        self._desk.go_to(pane.agreement, *found.span, remember=False)
        count = self.tr("Change %1 of %2").replace("%1", str(among.index(found) + 1))
        self.said.emit(f"{count.replace('%2', str(len(among)))} · {said(found, self._desk)}")

    def _cross_from_caret(self) -> None:
        pane = self._panes.focused()
        trace = self.traces_of(pane).moved_at(pane.view.caret())
        if trace is None:
            self.said.emit(self.tr("No moved passage stands here."))
        else:
            self.cross(trace)

    def cross(self, trace: Trace) -> None:
        """Go to the other end of a moved passage, in the pane of the other agreement."""
        self._desk.go_to(trace.agreement, *trace.other)

    def offer(self, menu: QMenu, at: QPoint) -> None:
        """Offer in a page's menu to go to the other end of the moved passage at a point of the screen."""
        pane = self._panes.focused()
        view = pane.view
        offset = view.letter_under(view.viewport().mapFromGlobal(at).toPointF())
        trace = self.traces_of(pane).moved_at(offset) if offset is not None else None
        if trace is not None:
            words = QCoreApplication.translate("Actions", "Go to the other end of what moved")
            menu.addAction(words, lambda: self.cross(trace))
            menu.addSeparator()
