"""Saving fails: the words are kept, the reason is told, trying again works, and all of it can be rescued."""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reader.errors import NotebookError
from reader.notebook.notebook import Notebook
from reader.notebook.records import Change, Highlight, Note
from reader.notebook.rescue import MARK, rescue
from reader.notebook.rows import written

MakeHighlight = Callable[..., Highlight]
MakeNote = Callable[..., Note]

FILLS = """
import resource, signal, sys; from pathlib import Path
from reader.errors import NotebookError
from reader.notebook.notebook import Notebook, new_id, now
from reader.notebook.records import Change, Note
from reader.notebook.rescue import rescue
def note(words): return Note(new_id(), "a", None, words, (), now(), now())
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
notebook = Notebook.open(Path(sys.argv[1]))
notebook.apply([Change(None, note("før"))])
limit = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, limit[1]))
long = note("ord " * 5000)
for _ in range(2):
    try: notebook.apply([Change(None, long)]); print("saved")
    except NotebookError as error: print(error.kind)
try: rescue(notebook, [long], Path(sys.argv[2])); print("rescued")
except NotebookError as error: print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, limit)
print(len(rescue(notebook, [long], Path(sys.argv[2])).lines.read_text().splitlines()))
notebook.apply([Change(None, long)]); print(len(notebook.notes()), notebook.check(), notebook.trouble)
"""


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_everything_saved_and_unsaved_is_in_both_copies(
    notebook: Notebook, tmp_path: Path, a_highlight: MakeHighlight, a_note: MakeNote
) -> None:
    highlight, note = a_highlight(note="Vores *linje* 🙂"), a_note(body="```\nikke ude endnu\n```")
    notebook.apply([Change(None, highlight), Change(None, note)])
    typed = note._replace(body="det sidste jeg skrev")
    done = rescue(notebook, [typed], tmp_path / "stick")
    assert done.missing == ()
    first, unsaved, *saved = lines(done.lines)
    assert first.items() >= MARK.items()
    assert unsaved == {"kind": "note", "saved": False, "record": json.loads(written(typed))}
    kinds = [line["kind"] for line in saved]
    assert kinds == ["category"] * 5 + ["highlight", "note"]
    assert [line["record"]["id"] for line in saved[5:]] == [highlight.id, note.id]
    page = done.markdown.read_text(encoding="utf-8")
    assert page.index("## Not saved: 1") < page.index("det sidste jeg skrev") < page.index("## Saved: 2")
    assert "````\n```\nikke ude endnu\n```\n````" in page
    assert "> kommunernes økonomi" in page
    assert "Spørgsmål" in page


def test_a_second_rescue_copy_leaves_the_first(notebook: Notebook, tmp_path: Path, a_note: MakeNote) -> None:
    first = rescue(notebook, [], tmp_path)
    content = first.lines.read_bytes()
    second = rescue(notebook, [a_note()], tmp_path)
    assert second.lines.name == "randnote-rescue-2.jsonl"
    assert first.lines.read_bytes() == content
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".randnote")] == []


def test_half_a_character_that_could_not_be_saved_is_rescued_all_the_same(
    notebook: Notebook, tmp_path: Path, a_note: MakeNote
) -> None:
    half = a_note(body="Husk \ud83d dette")
    with pytest.raises(NotebookError, match="half a character"):
        notebook.apply([Change(None, half)])
    done = rescue(notebook, [half], tmp_path)
    assert "Husk \\ud83d dette" in done.markdown.read_text(encoding="utf-8")
    assert json.loads(done.lines.read_text(encoding="utf-8").splitlines()[1])["saved"] is False


def test_what_the_file_cannot_tell_any_more_is_taken_from_the_journal(
    place: Path, tmp_path: Path, a_highlight: MakeHighlight, a_note: MakeNote
) -> None:
    highlight, note = a_highlight(), a_note()
    with Notebook.open(place) as notebook:
        notebook.apply([Change(None, highlight), Change(None, note)])
        (page,) = notebook.connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'highlights'"
        ).fetchone()
    content = bytearray(place.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xee" * 4096
    place.write_bytes(content)
    with Notebook.open(place) as notebook:
        done = rescue(notebook, [], tmp_path)
    (sentence,) = done.missing
    assert "the file is damaged" in sentence
    assert sentence in done.markdown.read_text(encoding="utf-8")
    assert {line["record"]["id"] for line in lines(done.lines)[1:]} >= {highlight.id, note.id}


def test_a_record_that_was_altered_is_rescued_as_the_journal_has_it(
    notebook: Notebook, tmp_path: Path, a_note: MakeNote
) -> None:
    note = a_note(body="rigtigt")
    notebook.apply([Change(None, note)])
    notebook.connection.execute("UPDATE notes SET body = 'forkert'")
    (line,) = [line for line in lines(rescue(notebook, [], tmp_path).lines)[1:] if line["kind"] == "note"]
    assert line["record"]["body"] == "rigtigt"


def test_a_folder_that_cannot_take_it_is_told(notebook: Notebook, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(NotebookError, match=r"could not be written into .*What is unsaved is still here"):
        rescue(notebook, [], tmp_path / "file" / "below")


@pytest.mark.parametrize(
    ("deed", "kind"),
    [
        ("PRAGMA query_only = ON", "forbidden"),
        ("PRAGMA max_page_count = 1", "full"),
    ],
)
def test_a_failed_save_says_what_kind_of_trouble_it_is_and_works_again_after_it(
    notebook: Notebook, a_note: MakeNote, deed: str, kind: str
) -> None:
    note = a_note(body="ord " * 5000)
    notebook.connection.execute(deed)
    for _ in range(2):
        with pytest.raises(NotebookError) as caught:
            notebook.apply([Change(None, note)])
        assert caught.value.kind == kind
    notebook.connection.execute("PRAGMA query_only = OFF")
    notebook.connection.execute("PRAGMA max_page_count = 100000")
    notebook.apply([Change(None, note)])
    assert notebook.notes() == [note]


@pytest.mark.skipif(os.name == "nt", reason="POSIX limits")
def test_on_a_disk_that_takes_no_more_the_words_are_kept_told_and_saved_later(
    place: Path, tmp_path: Path, a_program: Callable[..., "subprocess.Popen[str]"]
) -> None:
    answer, errors = a_program(FILLS, place, tmp_path / "stick").communicate()
    first, second, rescued, count, saved = answer.splitlines()
    assert (first, second) == ("disk", "disk"), errors
    assert rescued.startswith("The rescue copy could not be written into"), errors
    assert "What is unsaved is still here. Free some space" in rescued
    assert count == str(1 + 1 + 5 + 1)
    assert saved == "2 [] "
