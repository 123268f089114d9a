"""Hostile agreements and notes are shown in the real window: no canary is opened, nobody is called.

The window is a process of its own. Where strace is, every file and every socket that it asks the system for
is written down, and each line is judged; on any Linux the canaries themselves are watched besides (inotify);
everywhere a socket of ours waits at the address that the lures name.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reliability.lures import Canaries, Lure, lures
from tests.reliability.powerloss import folder
from tests.reliability.watching import Door, judged, tracing, watched

HERE = Path(__file__).resolve().parent
SHOWING = HERE / "showing.py"
PATIENCE = 300
"""How many seconds a window may take, and a harness that watches it."""
FINE, COARSE = 9, 4
"""At how many places in each direction the pointer rests in a page or a list."""
AGREEMENTS = 6
"""How many agreements one window has."""

FAULTS = (
    *("notes as they are", "messages as rich text", "tips as they are"),
    *("pages as HTML", "an address is called"),
)
PLACES = (
    "pane",
    "notes",
    "tips",
    "menus",
    "navigator",
    "found",
    "overview",
    "messages",
    "LinkQuestion",
    "editor",
)
"""Where lures must have been seen, or nothing was tried."""

_DOCUMENT = """Aftale om {lure}

Indledning {other}

Regeringen og KL er enige om en ny aftale for kommunernes økonomi. {lure} Aftalen bygger på tillid.

Principper for samarbejde

Regeringen og KL er enige om følgende principper:

1. Mål {lure}
2. Tillid {other}

1. Mål {lure}

Kommunerne skal inden årets udgang have taget stilling til, hvordan styringen forenkles. {lure}

• Punkt et {other}
• Punkt to

2. Tillid {other}

Parterne mødes to gange om året for at drøfte, hvordan det går, jf. princip 1. {number}

{rest}
"""


class Round(NamedTuple):
    """What one window shows: the lures that name its agreements, and those in its texts and notes."""

    named: Sequence[Lure]
    every: Sequence[Lure]


def seeded(place: Path, shown: Round) -> None:
    """Write a shelf whose agreements, parties and years are lures, one document for each."""
    place.mkdir()
    entries = []
    for number, lure in enumerate(shown.named):
        other = shown.named[number - 1]
        rest = "\n\n".join(one.text for one in shown.every) if number == 0 else other.text
        words = {"lure": _line(lure), "other": _line(other), "number": number, "rest": rest}
        (place / f"w{number}.txt").write_text(_DOCUMENT.format(**words), encoding="utf-8")
        title = json.dumps(lure.text, ensure_ascii=False).replace("\x7f", "\\u007f")
        kind = ("lines", "transcript", "ocr", "wrapped")[number % 4]
        entries.append(
            f'[[agreement]]\nid = "h-{number}"\ntitle = {title}\nshort = {title}\ndate = {title}\n'
            f'year = {2000 + number}\nparties = [{title}]\nkind = {title}\nlanguage = "da"\n'
            f'witness = [{{ id = {title}, file = "w{number}.txt", kind = "{kind}" }}]\n'
        )
    (place / "catalogue.toml").write_text("\n".join(entries), encoding="utf-8")


def _line(lure: Lure) -> str:
    return " ".join(lure.text.split())


def shown(home: Path, which: Round, canaries: Canaries, grid: int, fault: str = "") -> Counter[str]:
    """Show one window with hostile agreements; say what it opened, and where lures were seen."""
    seeded(home / "seeds", which)
    (home / "lures.json").write_text(json.dumps(which.every), encoding="utf-8")
    trace = home / "trace"
    command = [
        sys.executable,
        str(SHOWING),
        str(home / "home"),
        str(home / "seeds"),
        str(home / "lures.json"),
        str(grid),
    ]
    command = [*tracing(trace), *command, *([fault, canaries.web] if fault else [])]
    places = {name: str(home / "person") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR")}
    (home / "person").mkdir()
    (home / "home").mkdir()
    environment = {**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "QT_ACCESSIBILITY": "0"}
    with watched(canaries.folder) as touched:
        try:
            done = subprocess.run(
                command,
                cwd=canaries.folder,
                env=environment,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
            )
        except subprocess.TimeoutExpired:
            return Counter(windows=1, hung=1)
        figures = Counter(windows=1, opened=touched())
    figures.update(judged(trace))
    figures.update(_told(done, which, bool(fault)))
    return figures


def _told(done: "subprocess.CompletedProcess[str]", which: Round, planted: bool) -> Counter[str]:
    if done.returncode or not done.stdout:
        print(done.stderr[-3000:], file=sys.stderr)
        return Counter(errors=1)
    told = json.loads(done.stdout)
    if told["errors"]:
        print(done.stderr[-3000:], file=sys.stderr)
    figures = Counter(drawn=told["drawn"], dialogs=told["dialogs"], errors=told["errors"])
    # One lure holds a damaged picture: whoever draws it complains.
    figures["drawn as pictures"] = done.stderr.count("imageio")
    if not planted:
        figures["not shown"] += len(unseen(told["seen"], which))
    return figures


def unseen(seen: dict[str, list[str]], which: Round) -> list[str]:
    """Return what was not shown where it should have been: a lure in no place, or a place without lures."""
    everywhere = {sign for signs in seen.values() for sign in signs}
    missing = [lure.sign for lure in which.every if lure.sign not in everywhere]
    missing += [lure.sign for lure in which.named if sum(lure.sign in signs for signs in seen.values()) < 5]
    missing += [place for place in PLACES if not any(name.startswith(place) and seen[name] for name in seen)]
    if missing:
        print("not shown:", *missing, file=sys.stderr)
    return missing


def rounds(every: Sequence[Lure], documents: int) -> list[Round]:
    """Divide the lures that can be a name among windows; the first shows every lure in texts and notes."""
    names = [lure for lure in every if not lure.heavy]
    # What Qt takes for rich text by its beginning comes first: a short run must have it.
    names.sort(key=lambda lure: not lure.text.startswith("<"))
    chosen = names[:documents]
    return [
        Round(chosen[at : at + AGREEMENTS], chosen[at : at + AGREEMENTS] if at else every)
        for at in range(0, len(chosen), AGREEMENTS)
    ]


def run(documents: int, fault: str = "", *, every_nth: int = 1) -> Counter[str]:
    """Show so many hostile documents, and every n-th lure as a note in the first window; or plant a fault."""
    figures: Counter[str] = Counter()
    with folder() as home:
        door = Door()
        canaries = Canaries(home / "birds", door.address)
        canaries.make()
        every = lures(canaries)
        every = [lure for at, lure in enumerate(every) if lure.text.startswith("<") or at % every_nth == 0]
        if fault:
            every = [lure for lure in every if not lure.heavy][:12]
        for number, which in enumerate(rounds(every, documents)):
            place = home / f"round-{number}"
            place.mkdir()
            found = shown(place, which, canaries, FINE if every_nth == 1 else COARSE, fault)
            figures.update({"documents": len(which.named), "notes": len(which.every), **found})
        door.close()
        figures["connections"] += door.came
    return figures


def planted() -> dict[str, Counter[str]]:
    """Plant each fault; every one must be seen."""
    return {fault: run(2, fault) for fault in FAULTS}


if __name__ == "__main__":
    given = sys.argv[1:]
    if given:
        print(dict(run(int(given[0]))))
    else:
        for name, found in planted().items():
            print(name, dict(found))
