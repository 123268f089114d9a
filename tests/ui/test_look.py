"""Words stay easy to read on every ground, alone and where grounds overlap."""

from itertools import combinations_with_replacement

import pytest

from reader.ui.colour import contrast, overlapped, rgb
from reader.ui.look import dark, light


@pytest.fixture(params=[light, dark], ids=["light", "dark"])
def look(request):
    return request.param()


def mixed(look, keys):
    colours = [rgb(look.ground(key).ground) for key in keys]
    total = tuple(sum(channel) for channel in zip(*colours, strict=True))
    return overlapped(total, len(colours), rgb(look.paper))


@pytest.mark.parametrize("deep", [1, 2, 3, 4])
def test_text_on_grounds_has_at_least_seven_to_one(look, deep):
    keys = [key for key, _ in look.grounds]
    assert keys == ["yellow", "green", "red", "blue", "violet"]
    for together in combinations_with_replacement(keys, deep):
        assert contrast(rgb(look.text), mixed(look, together)) >= 7
        assert contrast(rgb(look.heading), mixed(look, together)) >= 7


def test_an_overlap_differs_from_each_of_its_grounds(look):
    for one, other in combinations_with_replacement([key for key, _ in look.grounds], 2):
        for single in (one, other):
            seen = zip(mixed(look, (one, other)), rgb(look.ground(single).ground), strict=True)
            assert sum(abs(a - b) for a, b in seen) >= 12


def test_edges_signs_and_plain_text_stand_out(look):
    for _, ground in look.grounds:
        assert contrast(rgb(ground.edge), rgb(look.paper)) >= 4.5
        assert contrast(rgb(ground.edge), rgb(ground.ground)) >= 3
    for colour in (look.text, look.heading):
        assert contrast(rgb(colour), rgb(look.paper)) >= 7
        assert contrast(rgb(colour), rgb(look.box)) >= 7
    assert contrast(rgb(look.muted), rgb(look.paper)) >= 4.5


def test_one_ground_is_itself(look):
    for key, ground in look.grounds:
        assert mixed(look, (key,)) == rgb(ground.ground)


def test_contrast_is_counted_as_the_guidelines_do():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast(rgb("#777777"), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
    with pytest.raises(ValueError, match="not a colour"):
        rgb("red")


def test_the_text_size_keeps_its_bounds():
    assert light().scaled(9).scale == 2.5
    assert light().scaled(0.1).scale == 0.7
    assert light().ground("unknown") == light().ground("yellow")
