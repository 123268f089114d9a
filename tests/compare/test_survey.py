"""Everything the overview shows, in one piece of work."""

import pytest

from reader.compare.mention import Shelf
from reader.compare.survey import survey
from reader.text.decision import Decision, Member
from reader.text.progress import Stopped

A14, P15 = "aftale-2014", "principper-2015"


@pytest.fixture
def shelf(library):
    return Shelf(library.agreements, library.editions())


def test_a_survey_has_the_lines_their_wordings_and_all_mentions(shelf):
    shares = []
    found = survey(shelf, on=lambda share: shares.append(share) or True)
    assert len(found.stages) == len(found.overview.lines) == 10
    assert set(found.mentions) == {agreement.id for agreement in shelf.agreements}
    assert shares == sorted(shares)
    assert (shares[0], max(shares) <= 1) == (0, True)
    row = found.stages[found.line_of(P15, 3)][1].row
    assert (row.left.number, row.right.number) == (3, 3)


def test_a_survey_hears_decisions(shelf):
    found = survey(shelf, (Decision(Member(A14, 1), Member(P15, 1), "refused", time="2026-01-01"),))
    assert found.line_of(A14, 1) != found.line_of(P15, 1)


@pytest.mark.parametrize("calls", [0, 1, 3, 6])
def test_a_survey_stops_when_it_is_not_wanted_any_more(shelf, calls):
    asked = iter([True] * calls)
    with pytest.raises(Stopped):
        survey(shelf, on=lambda _: next(asked, False))
