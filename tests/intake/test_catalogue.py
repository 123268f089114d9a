import pytest

from reader.errors import FileError, UnknownAgreement
from reader.intake.catalogue import choose, read_catalogue


def test_the_shelf_is_in_order_of_years(shipped):
    assert [a.id for a in shipped] == [
        "aftale-2009",
        "aftale-2014",
        "faelles-velfaerd-2014",
        "principper-2015",
    ]


def test_an_agreement_is_named_by_its_id_or_a_unique_beginning_of_it(shipped):
    assert choose(shipped, "principper-2015")[0].id == "principper-2015"
    assert choose(shipped, "f")[0].id == "faelles-velfaerd-2014"
    assert choose(shipped, "aftale-2009")[1] is None


def test_a_witness_is_named_after_an_at_sign(shipped):
    agreement, witness = choose(shipped, "princip@ocr")
    assert (agreement.id, witness.id) == ("principper-2015", "ocr")


@pytest.mark.parametrize("wanted", ["", "x", "aftale", "aftale-2009x", "@ocr", "AFTALE-2009"])
def test_an_unknown_or_ambiguous_name_lists_the_known_ones(wanted, shipped):
    with pytest.raises(UnknownAgreement) as refused:
        choose(shipped, wanted)
    assert all(agreement.id in str(refused.value) for agreement in shipped)


def test_an_unknown_witness_lists_those_there_are(shipped):
    with pytest.raises(UnknownAgreement, match="principper-2015@transcript, principper-2015@ocr"):
        choose(shipped, "principper-2015@pdf")


def test_a_whole_id_wins_over_a_longer_one_that_begins_with_it(shipped):
    longer = [*shipped, type(shipped[0])("aftale-20", "", "", "", 1, "", "da", (), ())]
    assert choose(longer, "aftale-20")[0].id == "aftale-20"


@pytest.mark.parametrize(
    "catalogue",
    [
        "not toml at all [",
        "[[agreement]]\nid = 'x'\n",
        "agreement = 3",
        "",
        "[[agreement]]\nid = 1\nwitness = 2",
    ],
)
def test_a_broken_catalogue_is_told_in_a_sentence(catalogue, tmp_path):
    (tmp_path / "catalogue.toml").write_text(catalogue, encoding="utf-8")
    with pytest.raises(FileError, match="not as it should be"):
        read_catalogue(tmp_path)


def test_a_missing_catalogue_is_told_in_a_sentence(tmp_path):
    with pytest.raises(FileError, match="cannot be read"):
        read_catalogue(tmp_path)
