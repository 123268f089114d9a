"""One principle through the years: its wording in every agreement, with what came and went."""

import pytest

from reader.compare.concordance import threads
from reader.compare.through_time import grid, wording
from reader.text.progress import Stopped

A14, P15 = "aftale-2014", "principper-2015"
FIRST = "Stat og kommuner aftaler få og klare mål for den enkelte opgave."
SECOND = "Stat og kommuner aftaler få og klare mål for den enkelte opgave hvert år."
PASSAGE = "Vedholdende fokus og opfølgning er afgørende for, at reformer får den ønskede effekt."


@pytest.fixture(scope="module")
def years(principled):
    return [
        principled("a", ("Mål", f"{FIRST}\n{PASSAGE}"), ("Frihed", "Kommunerne vælger selv deres egen vej.")),
        principled("b", ("Frihed", "Kommunerne vælger selv deres egen vej.")),
        principled("c", ("Frihed", f"Kommunerne vælger selv deres egen vej.\n{PASSAGE}"), ("Mål", SECOND)),
    ]


def stages_of(years, title):
    known = threads(years)
    return wording(next(thread for thread in known if thread.title == title), known, years)


def test_a_principle_is_compared_with_the_last_agreement_that_had_it(years):
    stages = stages_of(years, "Mål")
    assert [stage.edition.id for stage in stages] == ["a", "b", "c"]
    assert [stage.principle and stage.principle.number for stage in stages] == [1, None, 2]
    assert [stage.before and stage.before.id for stage in stages] == [None, None, "a"]
    assert [change.new for change in stages[2].row.changes if change.new.strip()] == [" hvert år"]


def test_a_passage_that_went_to_another_principle_is_no_deletion(years):
    (_, _, last) = stages_of(years, "Mål")
    assert (last.row.counts.away, last.row.counts.gone) == (13, 0)


def test_a_principle_that_kept_its_wording_has_no_changes(years):
    (_, second, _) = stages_of(years, "Frihed")
    assert second.row.states == ("renumbered",)
    assert second.row.changes == ()
    assert second.row.counts.share == 0


def test_the_overview_has_a_cell_for_every_principle_in_every_agreement(library):
    editions = [library.edition(A14), library.edition(P15)]
    known = threads(editions)
    cells = grid(known, editions)
    assert [[stage.principle and stage.principle.number for stage in stages] for stages in cells] == [
        *([1, 1], [2, 2], [3, 3], [4, 4], [None, 5], [5, 6], [6, 7]),
        *([7, None], [8, None], [9, None]),
    ]
    shares = [stages[1].row and round(stages[1].row.counts.share, 2) for stages in cells]
    assert shares[0] == shares[3] == 0
    assert 0 < shares[1] < 0.1 < shares[2] < 0.5
    assert shares[4] is None
    assert [stages[1].row.counts.changed for stages in cells[:4]] == [0, 23, 78, 0]


def test_who_waits_for_the_overview_hears_how_far_it_is(years):
    heard = []
    grid(threads(years), years, on=lambda share: heard.append(share) or True)
    assert heard == sorted(heard)
    assert 0.4 < heard[-1] <= 1


def test_the_overview_can_be_stopped(library):
    editions = [library.edition(A14), library.edition(P15)]
    with pytest.raises(Stopped):
        grid(threads(editions), editions, on=lambda _: False)


def test_without_agreements_there_is_nothing_to_tell():
    assert grid((), ()) == ()
