"""Agreements of one's own, made from any text, and samples of what is right."""

import json
from pathlib import Path

import pytest

from reader.intake.shelf import establish_all
from reader.text.agreement import Agreement, Witness

SEEDS = Path(__file__).parents[2] / "seeds"
SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture(scope="session")
def seeds():
    return SEEDS


@pytest.fixture(scope="session")
def sample():
    return lambda name: json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def _agreement(*kinds, title="Aftale om kommunernes økonomi for 2009"):
    witnesses = tuple(Witness(f"w{n}", f"w{n}.txt", kind) for n, kind in enumerate(kinds))
    parties = ("Regeringen", "KL")
    return Agreement("own", title, "O", "2009", 2009, "agreement", "da", parties, witnesses)


@pytest.fixture(scope="session")
def establish():
    """Establish an agreement from texts: one of each kind of witness named, in order."""

    def made(kinds, *texts):
        agreement = _agreement(*kinds)
        return establish_all([agreement], {f"w{n}.txt": text for n, text in enumerate(texts)})

    return made
