"""A person with ten years of highlights finds them all, and starting loads only what reading needs."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight

READS = """
import sys; from pathlib import Path; from reader.notebook.notebook import Notebook
with Notebook.open(Path(sys.argv[1])) as notebook:
    assert len(notebook.highlights()) == 1 and len(notebook.categories()) == 5 and notebook.notes() == []
    print("sqlite_utils" in sys.modules)
    notebook.warm()
    print("sqlite_utils" in sys.modules)
"""


def test_opening_and_reading_does_not_load_what_only_writing_needs(
    place: Path, a_highlight: Callable[..., Highlight], a_program: Callable[..., "subprocess.Popen[str]"]
) -> None:
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, a_highlight())])
    answer, errors = a_program(READS, place).communicate()
    assert answer.split() == ["False", "True"], errors


def test_ten_thousand_highlights_are_all_read(
    notebook: Notebook, a_highlight: Callable[..., Highlight]
) -> None:
    many = [a_highlight(start=start, note="En note på dansk. " * 8) for start in range(10_000)]
    notebook.apply([Change(None, highlight) for highlight in many])
    assert notebook.highlights() == many
