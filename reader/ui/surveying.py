"""The overview and the wording through time in the place of the pages, and back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtWidgets import QBoxLayout

from reader.compare.concordance import Thread
from reader.compare.mention import Shelf
from reader.compare.survey import Survey, survey
from reader.errors import ReaderError
from reader.notebook.records import Touched
from reader.ui.causes import in_words
from reader.ui.cells import grid
from reader.ui.desk import Desk
from reader.ui.survey_pages import SurveyPages
from reader.ui.theme import Theme
from reader.ui.window import Window
from reader.ui.wording_text import Year
from reader.ui.work import Work


class Surveying(QObject):
    """Makes the survey of the library when it is asked for, and shows its pages."""

    said = Signal(str)
    surveyed = Signal()
    """A survey is there, or another one than before."""

    def __init__(self, desk: Desk, window: Window) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._work: Work | None = None
        self._then: Callable[[], None] | None = None
        self._row: int | None = None
        self.found: Survey | None = None
        self.pages = SurveyPages(desk, window.theme)
        self.pages.hide()
        centre = window.splitter.parentWidget()
        layout = centre.layout() if centre else None
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(layout.indexOf(window.splitter) + 1, self.pages, 1)
        self._join()

    def _join(self) -> None:
        pages, desk = self.pages, self._desk
        pages.escaped.connect(self.close)
        pages.stop.clicked.connect(self.close)
        for page in (pages.overview, pages.wording):
            page.closed.connect(self.close)
        pages.overview.read_wanted.connect(self._read)
        pages.overview.wording_wanted.connect(self._wording_of_row)
        pages.overview.export_wanted.connect(self.export)
        pages.wording.overview_wanted.connect(self.show_overview)
        pages.wording.view.passage_wanted.connect(desk.go_to)
        desk.notebook_changed.connect(self._after_change)
        desk.thread_chosen.connect(self.close)
        desk.passage_chosen.connect(self.close)
        desk.highlight_chosen.connect(self._close_for)

    def methods(self) -> dict[str, Callable[[], object]]:
        """Return what to do for each action by its name."""
        return {"overview": self._toggle_overview, "wording": self._toggle_wording}

    # The survey

    def want(self, then: Callable[[], None]) -> None:
        """Do something as soon as there is a survey; until then the pages say how far it is."""
        self._then = then
        if self.found is not None:
            then()
        elif self._work is None:
            library = self._desk.library
            shelf = Shelf(library.agreements, library.editions())
            decisions = tuple(self._desk.notebook.decisions())
            self._work = Work(lambda heard: survey(shelf, decisions, heard), self)
            self._work.progressed.connect(self.pages.show_progress)
            self._work.ended.connect(self._take)
            self._work.given_up.connect(self._give_up)
            self._work.begin()

    def _take(self, found: Survey) -> None:
        self.found = found
        self._forget_work()
        self.surveyed.emit()
        if self._then:
            self._then()

    def _forget_work(self) -> None:
        self._work = None
        self.pages.end_progress()

    def _give_up(self) -> None:
        self._forget_work()
        if self._then:
            # It was wanted again before the work had heard that it was not.
            self.want(self._then)

    def _after_change(self, touched: Touched) -> None:
        if touched.decisions:
            self.found = None
            if self._work is not None:
                self._work.stop()
                self._work.ended.disconnect(self._take)
                self._work.given_up.disconnect(self._give_up)
                self._work = None
        if self.pages.isVisible() and not touched.only_words:
            self.want(self._show_again)

    # Pages

    def _toggle_overview(self) -> None:
        if self.pages.isVisible() and self.pages.shows(self.pages.overview):
            self.close()
        else:
            self.show_overview()

    def _toggle_wording(self) -> None:
        if self.pages.isVisible() and self.pages.shows(self.pages.wording):
            self.close()
        elif self.pages.isVisible():
            self._wording_of_row()
        else:
            self.show_wording()

    def show_overview(self) -> None:
        """Show the overview in the place of the pages."""
        self._open()
        self.pages.turn_to(self.pages.overview)
        self.want(self._show_grid)

    def show_wording(self, thread: Thread | None = None) -> None:
        """Show the wording of a thread through the years; of the principle being read if none is given."""
        wanted = thread or self._being_read()
        if wanted is None:
            self.said.emit(self.tr("Go to a principle first: its wording is shown through the years."))
            return
        self._open()
        self.want(partial(self._show_years, wanted))

    def _being_read(self) -> Thread | None:
        pane = self._window.panes.focused()
        principle = self._desk.edition(pane.agreement).principle_at(pane.view.caret())
        if principle is None:
            principle = self._desk.edition(pane.agreement).principle_at(pane.reading_offset())
        if principle is None:
            return self._desk.thread_in_view
        number = principle.number
        found = (one for one in self._desk.threads() if one.number_in(pane.agreement) == number)
        return next(found, None)

    def _wording_of_row(self) -> None:
        row = self.pages.overview.table.current_row()
        if row and row.thread:
            self.show_wording(row.thread)

    def _open(self) -> None:
        self._window.splitter.hide()
        self.pages.show()
        self.pages.setFocus()

    def close(self) -> None:
        """Return to the text; a survey that is not done is given up."""
        self._then = None
        if self._work is not None:
            self._work.stop()
        if self.pages.isVisible():
            self.pages.hide()
            self._window.splitter.show()
            self._window.panes.focused().view.setFocus()

    def _close_for(self, highlight_id: str) -> None:
        if highlight_id:
            self.close()

    def _show_again(self) -> None:
        if self.pages.shows(self.pages.wording) and self._row is not None:
            at = min(self._row, len(self.found.overview.lines) - 1) if self.found else 0
            self._show_years(self.found.overview.lines[at].thread if self.found else None)
        else:
            self._show_grid(keep_focus=True)

    def _show_grid(self, keep_focus: bool = False) -> None:
        if self.found is None:
            return
        desk = self._desk
        notes, decisions = desk.notes_by_principle(), desk.notebook.decisions()
        shown = grid(self.found, desk.library.agreements, notes, decisions)
        self.pages.overview.show_grid(shown)
        self.pages.turn_to(self.pages.overview)
        if not keep_focus:
            self.pages.overview.table.setFocus()

    def _show_years(self, thread: Thread | None) -> None:
        if self.found is None or thread is None:
            return
        first = thread.members[0]
        self._row = self.found.line_of(first.agreement, first.number)
        if self._row is None:
            return
        by_id = {agreement.id: agreement for agreement in self.found.overview.agreements}
        years = [
            Year(stage, by_id[stage.edition.id], by_id[stage.before.id] if stage.before else None)
            for stage in self.found.stages[self._row]
        ]
        self.pages.wording.show_wording(self.found.overview.lines[self._row].thread.title, years)
        self.pages.turn_to(self.pages.wording)
        self.pages.wording.view.setFocus()

    # From a cell

    def _read(self) -> None:
        """Put the two agreements of the current cell side by side at its principle, with what changed."""
        row, cell = self.pages.overview.table.current_row(), self.pages.overview.table.current_cell()
        if row is None or row.thread is None:
            return
        if cell is not None and cell.shape == "mentions":
            if cell.mentions:
                first = cell.mentions[0]
                self._desk.go_to(cell.agreement.id, first.start, first.end)
            return
        if cell is not None and cell.before:
            self._desk.put_beside(cell.before.agreement, cell.agreement.id)
            self._desk.prefer(self._desk.settings._replace(changes=True))
        elif cell is not None and cell.member:
            self._desk.open(cell.agreement.id, self._desk.focus)
        self._desk.choose_thread(row.thread)

    def export(self, kind: str) -> None:
        """Write the overview as Markdown or CSV to a file the person chooses."""
        from PySide6.QtCore import QSettings

        from reader.export.overview import overview_csv, overview_markdown
        from reader.export.writing import write_safely
        from reader.ui.dialogs import ask_file

        if self.found is None:
            return
        danish = self._window.locale().language() == QLocale.Language.Danish
        # Qt keeps what its file dialog has seen: in the person's folder, like everything else.
        home = str(self._window.paths.home)
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        path = ask_file(self._window, Path.home() / self.tr("Overview of principles"), kind)
        if path is None:
            return
        write = overview_markdown if kind == "md" else overview_csv
        try:
            write_safely(path, write(self.found.overview, "da" if danish else "en"))
        except ReaderError as error:
            self._desk.failed.emit(in_words(error))
            return
        self.said.emit(self.tr("Exported to %1").replace("%1", str(path)))

    def restyle(self, theme: Theme) -> None:
        """Take on a theme."""
        self.pages.overview.restyle(theme)
        self.pages.wording.restyle(theme, self._desk.settings.scale)
