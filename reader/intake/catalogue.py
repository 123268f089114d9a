"""What is on the shelf: the agreements that catalogue.toml names."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reader.errors import FileError, UnknownAgreement
from reader.text.agreement import Agreement, Witness

CATALOGUE = "catalogue.toml"


def read_catalogue(folder: Path) -> tuple[Agreement, ...]:
    """Return the agreements of a folder of sources, by year; FileError if the catalogue cannot be read."""
    import tomllib

    path = folder / CATALOGUE
    try:
        entries = tomllib.loads(path.read_text(encoding="utf-8"))["agreement"]
        agreements = [_agreement(entry) for entry in entries]
        return tuple(sorted(agreements, key=lambda agreement: (agreement.year, agreement.id)))
    except OSError as error:
        said = f"The catalogue of agreements cannot be read: {path} ({error.strerror})."
        raise FileError(said, "catalogue") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, KeyError, TypeError) as error:
        raise FileError(
            f"The catalogue of agreements is not as it should be: {path} ({error}). "
            "Put back the file that came with the program.",
            "catalogue",
        ) from error


def _agreement(entry: dict[str, Any]) -> Agreement:
    witnesses = tuple(Witness(w["id"], w["file"], w["kind"]) for w in entry["witness"])
    return Agreement(
        id=entry["id"],
        title=entry["title"],
        short=entry["short"],
        date=entry["date"],
        year=entry["year"],
        kind=entry["kind"],
        language=entry["language"],
        parties=tuple(entry["parties"]),
        witnesses=witnesses,
    )


def choose(agreements: Iterable[Agreement], wanted: str) -> tuple[Agreement, Witness | None]:
    """Return the agreement, and the witness after an @, that an id or a unique beginning of one names.

    Raises UnknownAgreement, which lists the known ones.
    """
    known = list(agreements)
    name, _, witness_id = wanted.partition("@")
    called = [a for a in known if name == a.id or name.casefold() == a.short.casefold()]
    found = called or [a for a in known if name and a.id.startswith(name)]
    if len(found) != 1:
        ids = ", ".join(a.id for a in known)
        what = "more than one agreement begins with" if found else "there is no agreement called"
        raise UnknownAgreement(f"Sorry, {what} “{name}”. The known ones are: {ids}.")
    return found[0], _witness(found[0], witness_id) if witness_id else None


def _witness(agreement: Agreement, witness_id: str) -> Witness:
    for witness in agreement.witnesses:
        if witness.id == witness_id:
            return witness
    names = ", ".join(f"{agreement.id}@{w.id}" for w in agreement.witnesses)
    raise UnknownAgreement(f"{agreement.id} has no witness called “{witness_id}”. It has: {names}.")
