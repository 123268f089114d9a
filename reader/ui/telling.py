"""Tells what opening put right, what is wrong with the journal beside the notebook, and what is damaged."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.notebook.sentences import Sentence
from reader.ui.causes import of_kind
from reader.ui.desk import Desk

_LATER = 400
"""Milliseconds after which it is looked what was found to be damaged: the panels read first."""

Say = Callable[..., None]


class Telling(QObject):
    """Says each thing once, in the message bar; `say` is as `MessageBar.say`."""

    mending_wanted = Signal()
    damage_found = Signal()

    def __init__(self, desk: Desk, say: Say, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._say = say
        self._troubled = ""
        self._damage = ""
        self._left_out = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.look)
        desk.saved.connect(self._tell_trouble)
        desk.failed.connect(self.look)
        desk.unsaved.changed.connect(self.look)
        desk.unsaved.saved.connect(self._tell_saved)
        desk.notebook_changed.connect(self._later.start)
        self._later.start()

    def tell_news(self) -> None:
        """Say what opening put right."""
        for news in self._desk.notebook.news:
            if news.kind != "damaged":  # that is told of the file itself
                self._say(news_in_words(news), grave=news.kind != "completed")
        self._tell_trouble()

    def is_damaged(self) -> bool:
        """Say whether damage was found."""
        notebook = self._desk.notebook
        return bool(notebook.damage or notebook.damaged)

    def look(self) -> None:
        """Say what was found to be damaged since the last time."""
        notebook = self._desk.notebook
        if notebook.damage and not self._damage:
            self._damage = notebook.damage
            said = self.tr("The notebook's file is damaged: what is sound is shown, and nothing is written.")
            self._tell_damage(said)
        if len(notebook.damaged) > self._left_out:
            self._left_out = len(notebook.damaged)
            said = self.tr("%n note(s) or highlight(s) are damaged and left out.", "", self._left_out)
            self._tell_damage(said)

    def look_anew(self) -> None:
        """Say once more what is damaged."""
        self._damage, self._left_out = "", 0
        self.look()

    def _tell_damage(self, said: str) -> None:
        self._say_with_way_out(said)
        self.damage_found.emit()

    def _say_with_way_out(self, said: str) -> None:
        action = self.tr("What can be done …")
        self._say(said, grave=True, action=action, wanted=self.mending_wanted.emit)

    def warn(self, said: str) -> None:
        """Say what could not be done; where the notebook is damaged, with what can be done about that."""
        if self._desk.notebook.damage:
            self._say_with_way_out(said)
        else:
            self._say(said, grave=True)

    def _tell_trouble(self) -> None:
        trouble = self._desk.notebook.trouble
        if bool(trouble) == bool(self._troubled):
            return
        self._troubled = trouble
        if trouble:
            why = of_kind(trouble.kind) or str(trouble)
            said = self.tr("The journal beside the notebook cannot be written. Your notes are saved.")
            self._say(f"{said} {why}", grave=True)
        else:
            self._say(self.tr("The journal beside the notebook is written again, and lacks nothing."))

    def _tell_saved(self) -> None:
        self._say(self.tr("The words that could not be saved are saved now."))


def news_in_words(news: Sentence) -> str:
    """Return what opening put right, in the interface's language."""
    translate = QCoreApplication.translate
    said = {
        "completed": translate(
            "Telling", "The journal beside the notebook lacked %n step(s). It was completed.", "", news.number
        ),
        "put back": translate(
            "Telling",
            "The notebook had lost %n step(s), put back now from the journal beside it.",
            "",
            news.number,
        ),
        "rebuilt": translate(
            "Telling", "The notebook was missing. It was made anew from the journal beside it."
        ),
        "anew": translate("Telling", "The journal beside the notebook was missing. It was written anew."),
        "illegible": translate(
            "Telling", "The journal beside the notebook was damaged. It was written anew."
        ),
        "differing": translate(
            "Telling", "The journal beside the notebook was not as the notebook. It was written anew."
        ),
        "aside": translate(
            "Telling",
            "The journal beside the notebook did not fit it. It is kept as %1, and a new one was begun.",
        ),
    }
    return said.get(news.kind, str(news)).replace("%1", news.path)
