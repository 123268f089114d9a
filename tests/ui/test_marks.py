"""Highlights on a page: whatever was put there and taken away, those that are there are found."""

from hypothesis import given
from hypothesis import strategies as st

from reader.ui.marks import Mark, Marks

offsets = st.integers(0, 60)


@st.composite
def marks(draw):
    start = draw(offsets)
    name = draw(st.sampled_from("abcdefgh"))
    return Mark(name, start, start + draw(st.integers(1, 30)), "green", "", (draw(st.integers(0, 3)), name))


deeds = st.lists(st.one_of(marks(), st.sampled_from("abcdefgh")), max_size=40)


def order(mark):
    return mark.start, mark.order


@given(deeds, offsets, offsets)
def test_whatever_was_put_and_taken_the_others_are_found_by_place_and_by_id(done, first, length):
    kept, plain = Marks(), {}
    for deed in done:
        if isinstance(deed, Mark):
            kept.put(deed)
            plain[deed.id] = deed
        else:
            kept.take(deed)
            plain.pop(deed, None)
    there = sorted(plain.values(), key=order)
    assert list(kept) == there == list(Marks(plain.values()))
    assert len(kept) == len(plain)
    assert [kept.get(name) for name in "abcdefgh"] == [plain.get(name) for name in "abcdefgh"]
    last = first + length
    assert kept.between(first, last) == [m for m in there if m.start < last and m.end > first]
    on = [mark for mark in there if mark.start <= first < mark.end]
    inner = sorted(sorted(on, key=lambda m: m.order, reverse=True), key=lambda m: m.end - m.start)
    assert kept.at(first) == inner
    assert kept.next_from(first, 1) == next((m for m in there if m.start > first), None)
    assert kept.next_from(first, -1) == next((m for m in reversed(there) if m.start < first), None)
