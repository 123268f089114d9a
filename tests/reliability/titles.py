"""Hostile titles and notes through the export: no file elsewhere, nothing that ends its frame.

What the export asks Python to open for writing, to rename and to make is heard (audit hooks), and the folders
around the chosen one are compared with what they were.
"""

import csv
import io
import os
import random
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout, suppress
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import patch

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from markdown import markdown

from reader.cli import main, parts
from reader.compare.comparison import compare
from reader.compare.overview import overview
from reader.errors import ReaderError
from reader.export.compared import Page as ComparedPage
from reader.export.compared_html import as_html
from reader.export.markdown import annotated
from reader.export.overview import overview_csv
from reader.export.writing import file_name, write_safely
from reader.intake.library import Library
from reader.notebook.notebook import Notebook
from reader.text.agreement import Edition
from tests.reliability.filling import fill
from tests.reliability.hostile import Round, seeded
from tests.reliability.lures import Canaries, Lure, lures
from tests.reliability.powerloss import folder

PIECES = (
    *("..", "../", "..\\", "/", "\\", "//", "\\\\", "\u2215", "\u2044", "\uff0f", "\uff3c", "\u29f8"),
    *("/etc/passwd", "C:\\Windows\\x", "C:", "~", "~/x", "$HOME", "%2e%2e%2f", "\\\\server\\share"),
    *("CON", "con.md", "NUL", "aux", "COM1", "LPT9.txt", "COM¹", "CONIN$", "prn ", "nul.", "file:///x"),
    *("\0", "\n", "\r\n", "\t", "\x1b[2J", "\x7f", "\u2028", "\u2029", "\ufeff", "\ufffe", "\ud800"),
    *("\u202e", "\u202egnp.exe", "\u2066", "\u200f", "\u200b", "\u00ad", "\U000e0001"),
    *(".", "...", " ", "-", "-rf", ".skjult", "æ" * 300, "🙂" * 90, "e\u0301" * 200, "a" * 5000),
    *("<", ">", ":", '"', "|", "?", "*", ";", "&", "`id`", "$(id)", "%n", "{0}", ".md", "økonomi", "2014"),
)
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(\.|$)", re.IGNORECASE)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_HARMFUL = frozenset(
    (
        *("script", "style", "iframe", "object", "embed", "svg", "use", "link", "meta", "base"),
        *("video", "audio", "input", "form", "frameset", "frame", "picture"),
    )
)


def titles(count: int, seed: int = 0) -> list[str]:
    """Return hostile titles: every piece alone, then pieces joined by chance."""
    chance = random.Random(seed)
    made = list(dict.fromkeys(PIECES))
    while len(made) < count:
        made.append("".join(chance.choices(PIECES, k=chance.randint(2, 6))))
    return made[:count]


class Ear:
    """Hears what files Python is asked to write, make or rename; one for the whole process, as hooks stay."""

    def __init__(self) -> None:
        self._listening = False
        self.asked: list[str] = []
        sys.addaudithook(self._hear)

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._listening:
            return
        if event == "open":
            path, mode, flags = arguments
            if isinstance(path, str) and (flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) or "w" in str(mode)):
                self.asked.append(path)
        elif event in ("os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.truncate"):
            self.asked += [str(path) for path in arguments[:2] if isinstance(path, str | os.PathLike)]

    def heard(self, deed: Callable[[], object]) -> list[str]:
        """Do something and return every path it asked to change."""
        self.asked, self._listening = [], True
        try:
            deed()
        finally:
            self._listening = False
        return self.asked


def _tree(root: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in root.rglob("*")}


_EAR = Ear()


def outside(named: Sequence[str], name_of: Callable[[str], str] = file_name) -> Counter[str]:
    """Write a file for each title into a chosen folder; count what lies, or was asked for, elsewhere."""
    figures = Counter({"titles": 0, "outside": 0, "unfit": 0, "not written": 0})
    with folder() as root:
        chosen = root / "one" / "chosen"
        for place in (chosen, root / "one" / "other"):
            place.mkdir(parents=True)
        (root / "one" / "x.md").write_text("fredet", encoding="utf-8")
        for title in named:
            figures.update(_written(root, chosen, f"{name_of(title)}.md"))
    return figures


def _written(root: Path, chosen: Path, name: str) -> Counter[str]:
    before = _tree(root)

    def write() -> None:
        with suppress(ReaderError, OSError, ValueError):
            write_safely(chosen / name, "ny")

    asked = [Path(os.path.normpath(path)) for path in _EAR.heard(write)]
    now = _tree(root)
    changed = {path for path in now.keys() | before.keys() if now.get(path) != before.get(path)} - {chosen}
    lies = chosen / name
    return Counter(
        titles=1,
        outside=any(path.parent != chosen for path in (*asked, *changed)),
        unfit=not fits(name),
    ) + Counter({"not written": not (fits(name) and lies.is_file() and lies.read_text() == "ny")})


def _tree(root: Path) -> dict[Path, int]:
    return {path: path.lstat().st_mtime_ns for path in root.rglob("*")}


def fits(name: str) -> bool:
    """Say whether a name is one, and no more, on any system."""
    kinds = {unicodedata.category(letter) for letter in name}
    return (
        0 < len(name.encode("utf-8", "replace")) <= 255
        and not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
        and not set(name) & set('<>:"/\\|?*')
        and not _RESERVED.match(name)
        and name == name.strip(" .")
        and not name.startswith(("-", "~"))
    )


def through_the_verb(named: Sequence[str]) -> Counter[str]:
    """Export a shelf of agreements with these titles, all at once, into one folder: a file for each."""
    with folder() as root:
        canaries = Canaries(root / "birds", "127.0.0.1:9")
        some = [Lure(title, title, heavy=False) for title in named if not re.search("[\ud800-\udfff]", title)]
        seeded(root / "seeds", Round(some, lures(canaries)[:3]))
        chosen = root / "one" / "chosen"
        chosen.mkdir(parents=True)
        before = _tree(root)
        with patch.object(parts, "shipped", lambda _: root / "seeds"), redirect_stdout(io.StringIO()):
            status = main(["--home", str(root / "home"), "export", "-o", str(chosen)])
        new = _tree(root).keys() - before.keys()
        own = {chosen, root / "home"}
        elsewhere = [path for path in new if not own.intersection((path, *path.parents))]
        missing = len(some) - len(list(chosen.iterdir()))
        return Counter(
            {"exported": len(some), "outside": len(elsewhere), "not written": missing, "errors": status}
        )


class Tags(HTMLParser):
    """Reads HTML as any reader does: its tags, what they name, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names += [
            f"{name}={value}" for name, value in attrs if name in ("href", "src") or name[:2] == "on"
        ]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def pages(library: Library, notebook: Notebook) -> Counter[str]:
    """Write everything that can be written of hostile agreements and notes, and read it as others do."""
    figures = Counter({"pages": 0, "broken": 0})
    agreements = library.agreements
    editions = library.editions()
    parts_of = notebook.highlights(), notebook.notes(), notebook.categories()
    for agreement in agreements:
        page = annotated(agreement, editions[agreement.id], *parts_of, "2026-01-01T00:00:00+00:00")
        figures.update(pages=1, broken=not _is_sound_markdown(page, editions[agreement.id]))
    for left, right in pairwise(agreements):
        found = compare(editions[left.id], editions[right.id])
        html = as_html(ComparedPage(found, left, right))
        figures.update(pages=1, broken=not _is_sound_html(html))
    written = overview_csv(overview(agreements, editions))
    cells = [cell for row in csv.reader(io.StringIO(written)) for cell in row]
    figures.update(pages=1, broken=not cells or any(cell.lstrip().startswith(_FORMULA) for cell in cells))
    return figures


def _is_sound_markdown(page: str, edition: Edition) -> bool:
    """Say whether a reader of Markdown finds no HTML of others in it, and every heading of the text."""
    body = page.split("\n---\n", 1)[1]
    read = Tags()
    read.feed(markdown(body, extensions=["tables", "footnotes", "fenced_code"]))
    headings = sum(block.kind == "heading" for block in edition.blocks)
    found = sum(tag in ("h1", "h2", "h3", "h4", "h5", "h6") for tag in read.tags)
    return not _HARMFUL.intersection(read.tags) and found >= headings


def _is_sound_html(page: str) -> bool:
    read = Tags()
    read.feed(page)
    outward = [name for name in read.names if not name.startswith("href=#move-")]
    # Those of the page itself: its charset, its policy, its width, its style.
    own = read.tags.count("meta") == 3 and read.tags.count("style") == 1
    return own and not outward and not _HARMFUL.intersection(read.tags) - {"meta", "style"}


def run(count: int) -> Counter[str]:
    """Try so many titles, and everything that is written of hostile agreements and notes."""
    named = titles(count)
    figures = outside(named)
    figures.update(through_the_verb(named))
    figures.update(written())
    return figures


def written() -> Counter[str]:
    """Write everything of hostile agreements with hostile notes, and read it as others do."""
    with folder() as root:
        # What is nested two thousand deep breaks readers of Markdown, whoever writes it.
        every = [lure for lure in lures(Canaries(root / "birds", "127.0.0.1:9")) if not lure.heavy]
        formulas = [Lure(sign, f"{sign}1+1", heavy=False) for sign in "=+-@\t"]
        seeded(root / "seeds", Round([*every[::3], *formulas], every))
        library = Library(root / "seeds", root / "library.db")
        with Notebook.open(root / "notebook.db") as notebook:
            fill(notebook, library, every)
            return pages(library, notebook)


FAULTS = {
    "notes as they are": ("reader.export.remarks.enclosed", str.splitlines),
    "text as HTML": ("reader.export.compared_html._text", str),
    "cells as they are": ("reader.export.overview._harmless", str),
}


def planted() -> dict[str, Counter[str]]:
    """Plant faults: a title is taken for a name, and what is written is written as it is."""
    found = {"titles as names": outside(["../x", "../other/y", "a/../../x", "CON", "a\0b"], str)}
    for name, (place, plain) in FAULTS.items():
        with patch(place, plain):
            found[name] = written()
    return found


if __name__ == "__main__":
    print(dict(run(int(sys.argv[1]))), planted())
