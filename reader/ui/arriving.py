"""Notes that come in: a file is read beside the window, weighed against the notebook, and taken in."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import ReaderError
from reader.notebook.exchange import Merged, read, take_in
from reader.notebook.incoming import Incoming
from reader.notebook.numbered import home_of
from reader.notebook.records import Highlight, Note, Touched
from reader.notebook.weighing import Weighed, Weighing
from reader.text.agreement import Edition
from reader.text.mapping import PLACED
from reader.text.places import Places
from reader.text.progress import Heard, Progress
from reader.ui.causes import in_words
from reader.ui.desk import Desk
from reader.ui.stepping import Stepping
from reader.ui.work import Work

if TYPE_CHECKING:
    from reader.ui.keeping import Keeping

_READ, _WEIGHED = 0.4, 0.8
"""The shares of the whole that are done when the file is read, and when it is weighed."""

_OFTEN = 20


class Preview(NamedTuple):
    """What an import would do, before anything is written.

    `names` counts the records of the file by who wrote them, `own` names the person, `to_check` counts the
    passages that will have to be looked at, `notes_to_check` the notes on principles, and `unknown` those
    records on agreements the library lacks.
    """

    weighed: Weighed
    names: Mapping[str, int]
    own: str
    to_check: int
    unknown: Mapping[str, int]
    is_rescue: bool
    notes_to_check: int = 0


class Arriving(QObject):
    """Brings one file in. Its signals say how far it is, what it would do, and what it did."""

    progressed = Signal(float)
    weighed = Signal(object)
    refused = Signal(str)
    writing = Signal(int)
    """So many changes are about to be written, which may take a moment."""
    arrived = Signal(object)
    unwritten = Signal()
    """It could not be written; the desk has told why, and nothing was taken in."""

    def __init__(self, desk: Desk, keeping: "Keeping", path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeping = keeping
        self._path = path
        self._incoming = Incoming()
        self._weighed = Weighed()
        self._running: Work | Stepping | None = None
        self._wanted = True
        self._elsewhere = 0

    def begin(self) -> None:
        """Read the file; `weighed` or `refused` tells what came of it."""
        self._work(partial(_read, self._path), self._take_read, (0.0, _READ))

    def stop(self) -> None:
        """Give up; nothing is written."""
        self._wanted = False
        if self._running is not None:
            self._running.stop()

    def _work(
        self, task: Callable[[Heard], object], then: Callable[..., None], shares: tuple[float, float]
    ) -> None:
        work = Work(task, self)
        work.progressed.connect(partial(self._tell, shares))
        work.ended.connect(then)
        self._running = work
        work.begin()

    def _tell(self, shares: tuple[float, float], share: float) -> None:
        self.progressed.emit(shares[0] + share * (shares[1] - shares[0]))

    def _take_read(self, found: object) -> None:
        if not isinstance(found, Incoming):
            self.refused.emit(in_words(found) if isinstance(found, ReaderError) else str(found))
            return
        self._incoming = found
        try:
            weighing = Weighing(self._desk.notebook, found, self._desk.settings.name)
        except ReaderError as error:
            self.refused.emit(in_words(error))
            return
        stepping = Stepping(weighing.steps(), self)
        stepping.progressed.connect(partial(self._tell, (_READ, _WEIGHED)))
        stepping.failed.connect(self.refused)
        stepping.ended.connect(partial(self._take_weighed, weighing))
        self._running = stepping
        stepping.begin()

    def _take_weighed(self, weighing: Weighing) -> None:
        self._weighed = weighing.end()
        arriving = self._weighed.arriving()
        passages = [one for one in arriving if isinstance(one, Highlight)]
        try:
            self._elsewhere = sum(self._is_elsewhere(one) for one in arriving if isinstance(one, Note))
            editions = {name: self._desk.edition(name) for name in self._known(passages)}
            texts = self._texts(passages, editions)
        except ReaderError as error:
            self.refused.emit(in_words(error))
            return
        task = partial(_to_check, passages, editions, texts)
        self._work(task, self._take_placed, (_WEIGHED, 1.0))

    def _known(self, passages: Sequence[Highlight]) -> set[str]:
        names = {highlight.agreement for highlight in passages}
        return {name for name in names if self._desk.known(name)}

    def _texts(self, passages: Sequence[Highlight], editions: Mapping[str, Edition]) -> dict[str, str]:
        texts = {digest: text for digest, _, text in self._incoming.texts}
        present = {edition.digest for edition in editions.values()}
        for digest in {one.selector.digest for one in passages} - present - texts.keys():
            if (kept := self._desk.notebook.text(digest)) is not None:
                texts[digest] = kept
        return texts

    def _take_placed(self, count: int) -> None:
        self._running = None
        incoming, weighed = self._incoming, self._weighed
        about = (one.agreement for one in weighed.arriving())
        unknown = Counter(name for name in about if not self._desk.known(name))
        names = Counter(name for one in incoming.found for name in one.names or (one.record.origin,))
        own = self._desk.settings.name
        about_them = own, count, unknown, incoming.is_rescue, self._elsewhere
        self.weighed.emit(Preview(weighed, names, *about_them))

    def _is_elsewhere(self, note: Note) -> bool:
        """Say whether a note is on a principle that is not surely in the edition of now."""
        known = self._desk.known(note.agreement) is not None
        return known and not home_of(note, self._desk.edition(note.agreement)).is_sure

    # Taking it in

    def take(self, nameless: str) -> None:
        """Take in what was weighed, once the notebook was copied; new notes without a name get this one."""
        self._weighed.name(nameless)
        self._keeping.before("import", self._announce)

    def _announce(self) -> None:
        if self._wanted:
            self.writing.emit(len(self._weighed.changes))
            # The word that it is being written is to be seen before it is.
            QTimer.singleShot(0, self, self._write)

    def _write(self) -> None:
        done: list[Merged] = []

        def write() -> Touched:
            done.append(take_in(self._desk.notebook, self._weighed))
            return done[0].touched

        if self._desk.let_write(write):
            self.arrived.emit(done[0])
        else:
            self.unwritten.emit()


def _read(path: Path, heard: Heard) -> Incoming | ReaderError:
    try:
        return read(path, heard)
    except ReaderError as error:
        return error


def _to_check(
    passages: Sequence[Highlight], editions: Mapping[str, Edition], texts: Mapping[str, str], heard: Heard
) -> int:
    """Count the passages that are not surely in the editions of now."""
    places = {name: Places(edition.text, edition.digest, texts.get) for name, edition in editions.items()}
    return sum(1 for one in _unsure(Progress(heard).through(passages, _OFTEN), places))


def _unsure(passages: Iterator[Highlight], places: Mapping[str, Places]) -> Iterator[Highlight]:
    for one in passages:
        known = places.get(one.agreement)
        if known and known.outcome(one.selector, one.missing_from).state != PLACED:
            yield one
