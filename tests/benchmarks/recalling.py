"""How long the window does not answer while a person looks back: python tests/benchmarks/recalling.py [count]

A notebook of which 10,000 notes (or count) lie in the bin, and notes of a thousand forms, short and long. As
in window.py a beat that wants to be heard in every turn of the event loop tells the longest wait.
"""

import sys
import tempfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication
from window import BOUND, Figure, Person, Waits, fill

from reader.intake.library import Library
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.paths import Paths, shipped

Deed = tuple[str, Callable[[], object]]
FORMS = {"short": (1000, 300), "long": (1000, 20_000), "as long as a book": (40, 400_000)}
"""How many forms a note has, and of how many code points each is."""
WORDS = "Vi skal huske at spørge KL om økonomien i næste års aftale. "


def written_anew(notebook: Notebook, count: int, length: int) -> str:
    """Make a note and write it anew so often, a word in its middle changed; return its id."""
    half = (WORDS * (length // len(WORDS) + 1))[: length // 2]
    note = Note(new_id(), "aftale-2014", 2, "", (), now(), now())
    forms = [note, *(note._replace(body=f"{half}{number} {half}") for number in range(count - 1))]
    notebook.apply([Change(None, note)], what="New note")
    for one, other in pairwise(forms):
        notebook.apply([Change(one, other)], what="Edit note")
    return note.id


def prepared(home: Path, count: int, library: Path) -> dict[str, str]:
    """Fill the bin, and return the ids of the notes with many forms."""
    fill(home, count, library)
    with Notebook.open(Paths(home).notebook) as notebook:
        notebook.connection.execute("PRAGMA synchronous = OFF")
        records = notebook.highlights()
        for first in range(0, len(records), 1000):
            some = records[first : first + 1000]
            notebook.apply([Change(record, None) for record in some], what="Remove highlight")
        return {name: written_anew(notebook, *size) for name, size in FORMS.items()}


def deeds(person: Person, ids: dict[str, str]) -> list[Deed]:
    """Return what is done, in order."""
    desk, recalling = person.program.desk, person.window.furniture.recalling

    def history(name: str) -> list[Deed]:
        return [
            (f"a history, {name}", lambda: desk.show_history(ids[name])),
            ("  older forms", lambda: recalling.history.list.older.click()),
            ("  back to the notes", lambda: recalling.leave()),
        ]

    def delete() -> None:
        bin_ = recalling.show_bin()
        # The copy is read back in another thread, which looks like the end of all work.
        until = QEventLoop()
        recalling.deleting.ended.connect(until.quit)
        recalling.deleting.begin([one.record.id for one in bin_.chosen()])
        until.exec()
        QApplication.processEvents()

    return [
        # The first looks back load what compares.
        ("looking back for the first time", lambda: desk.show_history(ids["short"])),
        ("", recalling.leave),
        *(deed for name in FORMS for deed in history(name)),
        ("opening the bin", recalling.show_bin),
        ("searching it", lambda: recalling.show_bin().filter.setText("kr")),
        ("showing all again", lambda: recalling.show_bin().filter.clear()),
        ("choosing all", lambda: recalling.show_bin().table.selectAll()),
        ("choosing one", lambda: recalling.show_bin().table.choose(5)),
        ("bringing it back", lambda: recalling.show_bin().bring_back()),
        ("undoing that", person.undo),
        ("deleting one for good", delete),
    ]


def told(name: str, figure: Figure) -> None:
    """Print a figure."""
    over = "OVER" if figure.wait > BOUND else "within"
    print(f"{name:34}{figure.wait:9.0f}{figure.work:6.0f} ({figure.done:6.0f})  {over} {BOUND:g}", flush=True)


def main(count: int, folder: Path) -> None:
    app = QApplication([])
    Library(shipped("seeds"), folder / "library.db").editions()
    ids = prepared(folder / "home", count, folder / "library.db")
    waits, person = Waits(), Person(app, folder / "home")
    waits.after(person.open)
    print(f"{count:,} in the bin: the longest turn, of that processor time, and until all was done, in ms")
    for name, deed in deeds(person, ids):
        figure = waits.after(deed)
        if name:
            told(name, figure)
    person.close()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(made))
