"""The same day at the window with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt

A09, A14, P15, FV = "aftale-2009", "aftale-2014", "principper-2015", "faelles-velfaerd-2014"
TITLE = "Styring på mål og resultater"
SENTENCE = "Resultatbaseret styring skal sikre fokus på den offentlige sektors kerneopgaver"
WORDS = "Bed om en liste over *proceskrav*."
Key, Mod = Qt.Key, Qt.KeyboardModifier
CTRL, SHIFT, ALT = Mod.ControlModifier, Mod.ShiftModifier, Mod.AltModifier


@pytest.fixture
def reader(person):
    """A person who has gone to the second principle, and stands before it with the caret."""
    person.start()
    go_to_thread(person, TITLE)
    person.press(Key.Key_F6)
    return person


@pytest.fixture
def marker(reader):
    """A person who has highlighted a sentence of it."""
    select_sentence(reader)
    reader.press(Key.Key_2)
    return reader


@pytest.fixture
def writer(marker):
    """A person who has written a note on that, and is back in the text."""
    marker.press(Key.Key_N)
    marker.type(WORDS)
    marker.press(Key.Key_Escape)
    marker.press(Key.Key_F6)
    return marker


def go_to_thread(person, title):
    """Choose a principle in the navigator's list."""
    person.press(Key.Key_1, CTRL)
    rows = person.focus()
    for _ in range(rows.model().rowCount()):
        if rows.currentIndex().data() == title:
            break
        person.press(Key.Key_Down)
    person.press(Key.Key_Return)


def select_sentence(person):
    """Select the first sentence below the heading that the caret stands before."""
    person.press(Key.Key_Down)
    person.press(Key.Key_Home)
    for _ in SENTENCE.split():
        person.press(Key.Key_Right, CTRL | SHIFT)
    view = person.view(A14)
    while len(SENTENCE) < view.selection()[1] - view.selection()[0]:
        person.press(Key.Key_Left, SHIFT)


def find(person, words):
    """Find words in the page, and be back in the text with the caret behind the first hit."""
    person.press(Key.Key_F, CTRL)
    person.type(words)
    person.press(Key.Key_Escape)


def find_and_select(person, words):
    """Find words in the page and select them."""
    find(person, words)
    person.press(Key.Key_Left, SHIFT, times=len(words))


def quotes(person):
    """Return the words of the highlights that are on disk, in reading order."""
    return [highlight.selector.quote for highlight in person.on_disk()[0]]


def seen(person, agreement, span):
    view = person.view(agreement)
    return view.viewport().rect().contains(view.rect_of(*span))


# Going


def test_a_principle_is_chosen_in_the_list_and_stands_at_one_height_everywhere(person):
    person.start()
    go_to_thread(person, TITLE)
    places = [person.height(name, person.desk.edition(name).principle(2).start) for name in (A14, P15)]
    assert abs(places[0] - places[1]) <= 2
    person.press(Key.Key_F6)
    assert person.focus() is person.view(A14)
    assert person.view(A14).caret() == person.desk.edition(A14).principle(2).start


def test_control_and_arrows_go_from_principle_to_principle_and_to_every_one_of_them(person):
    person.start()
    titles = []
    for _ in person.desk.threads():
        person.press(Key.Key_Down, CTRL)
        titles.append(person.desk.thread_in_view.title)
        shown = [p for p in person.window.panes.panes() if person.desk.thread_in_view.number_in(p.agreement)]
        numbers = {person.desk.thread_in_view.number_in(p.agreement) for p in shown}
        read = {person.desk.edition(p.agreement).principle_at(p.reading_offset()).number for p in shown}
        assert read == numbers
    assert titles == [thread.title for thread in person.desk.threads()]
    person.press(Key.Key_Up, CTRL)
    assert person.desk.thread_in_view.title == titles[-2]


def test_h_goes_through_every_heading_and_back(person):
    person.start()
    starts = [section.start for section in person.desk.edition(A14).sections]
    there, back = [person.view(A14).caret()], []
    for _ in starts[1:]:
        person.press(Key.Key_H)
        there.append(person.view(A14).caret())
    for _ in starts[1:]:
        person.press(Key.Key_H, SHIFT)
        back.insert(0, person.view(A14).caret())
    assert there == starts
    assert back == starts[:-1]


def test_f6_goes_from_pane_to_pane_and_from_elsewhere_back_to_the_text(reader):
    reader.press(Key.Key_F6)
    assert reader.focus() is reader.view(P15)
    reader.press(Key.Key_3, CTRL)
    assert reader.focus() is reader.window.furniture.navigator.shelf
    reader.press(Key.Key_F6)
    assert reader.focus() is reader.view(P15)
    reader.press(Key.Key_F6)
    assert reader.focus() is reader.view(A14)


def test_back_and_forward_return_to_where_one_was_reading(reader):
    def read():
        return reader.desk.edition(A14).section_at(reader.pane(A14).reading_offset()).text

    second = read()
    go_to_thread(reader, "Samspil om velfærden")
    ninth = read()
    assert second != ninth
    reader.press(Key.Key_Left, ALT)
    assert read() == second
    reader.press(Key.Key_Left, ALT)
    assert read() == reader.desk.edition(A14).sections[0].text
    reader.press(Key.Key_Right, ALT)
    reader.press(Key.Key_Right, ALT)
    assert read() == ninth


def test_find_counts_and_steps_and_leaves_the_caret_at_its_hit(reader):
    reader.press(Key.Key_F, CTRL)
    reader.type("detailregulering")
    bar = reader.window.furniture.wardrobe.focused().find_bar
    total = reader.text(A14).casefold().count("detailregulering")
    assert bar.count.text() == f"1 of {total}"
    first = reader.view(A14).selection()
    reader.press(Key.Key_F3)
    assert bar.count.text() == f"2 of {total}"
    second = reader.view(A14).selection()
    assert second > first
    reader.press(Key.Key_F3, SHIFT)
    assert reader.view(A14).selection() == first
    reader.press(Key.Key_Return)
    reader.press(Key.Key_Escape)
    assert reader.focus() is reader.view(A14)
    assert not bar.isVisible()
    assert reader.view(A14).caret() == second[1]
    assert reader.desk.selection is None
    reader.press(Key.Key_Left, CTRL | SHIFT)
    reader.press(Key.Key_1)
    assert quotes(reader) == ["detailregulering"]


def test_search_goes_to_a_passage_anywhere_and_it_can_be_highlighted(reader):
    reader.press(Key.Key_K, CTRL)
    reader.type("aftalestyring")
    reader.press(Key.Key_Return)
    assert reader.focus() is reader.view(reader.desk.focused())
    agreement, start, end = reader.desk.selection
    assert reader.text(agreement)[start:end].casefold() == "aftalestyring"
    assert seen(reader, agreement, (start, end))
    reader.press(Key.Key_3)
    assert [highlight.agreement for highlight in reader.on_disk()[0]] == [agreement]


def test_search_opens_a_command_a_principle_and_leaves_without_a_trace(reader):
    reader.press(Key.Key_K, CTRL)
    reader.type("mørk")
    reader.press(Key.Key_Escape)
    assert reader.focus() is reader.view(A14)
    reader.press(Key.Key_K, CTRL)
    reader.type("larger text")
    reader.press(Key.Key_Return)
    assert reader.desk.settings.scale == 1.1
    reader.press(Key.Key_K, CTRL)
    reader.type("flere fælles løsninger")
    reader.press(Key.Key_Return)
    assert reader.desk.thread_in_view.title == "Flere fælles løsninger"
    assert reader.focus() is reader.view(A14)


def test_panes_open_and_close(reader):
    reader.press(Key.Key_T, CTRL)
    assert len(reader.window.panes.panes()) == 3
    reader.press(Key.Key_T, CTRL)
    assert sorted(reader.desk.panes) == sorted((A14, P15, A09, FV))
    reader.press(Key.Key_T, CTRL)
    assert reader.message().startswith("Four panes")
    reader.press(Key.Key_W, CTRL, times=5)
    assert len(reader.desk.panes) == len(reader.window.panes.panes()) == 1
    assert reader.focus() is reader.window.panes.focused().view


def test_the_text_grows_and_shrinks_and_the_place_stays(reader):
    top = reader.view(A14).top()[0]
    line = reader.view(A14).rect_of(top, top + 1).height()
    reader.press(Key.Key_Plus, CTRL, times=3)
    assert reader.view(A14).rect_of(top, top + 1).height() > line
    assert reader.view(A14).offset_at(reader.view(A14).y_of(top)) == top
    reader.press(Key.Key_Minus, CTRL)
    assert reader.desk.settings.scale == 1.2
    reader.press(Key.Key_0, CTRL)
    assert reader.view(A14).rect_of(top, top + 1).height() == line
    assert reader.view(A14).top()[0] == top


def test_the_side_panels_go_away_and_come_back(reader):
    sides = reader.window.left, reader.window.right
    reader.press(Key.Key_F9)
    reader.press(Key.Key_F8)
    assert [side.isVisible() for side in sides] == [False, False]
    reader.press(Key.Key_F9)
    assert [side.isVisible() for side in sides] == [True, False]
    reader.press(Key.Key_4, CTRL)
    assert [side.isVisible() for side in sides] == [True, True]


# Highlighting and writing


def test_a_sentence_is_selected_highlighted_drawn_listed_and_saved(reader):
    select_sentence(reader)
    start, end = reader.span(A14, SENTENCE)
    assert reader.desk.selection == (A14, start, end)
    assert reader.window.furniture.selection_bar.isVisible()
    reader.press(Key.Key_2)
    assert reader.ground(A14, start + 2) == reader.colour("green")
    assert reader.desk.selection is None
    assert [words.startswith(f"«{SENTENCE}»") for words in reader.card_words()] == [True]
    assert quotes(reader) == [SENTENCE]


def test_every_digit_is_a_category(reader):
    for key, category in zip(range(Key.Key_1, Key.Key_6), reader.desk.categories(), strict=True):
        reader.press(Key.Key_Home)
        reader.press(Key.Key_Down)
        reader.press(Key.Key_Right, CTRL | SHIFT)
        reader.press(Key(key))
        assert reader.desk.notebook.highlights()[-1].category == category.id
    assert len(quotes(reader)) == 5


def test_a_note_is_typed_and_on_disk_letter_by_letter(marker):
    marker.press(Key.Key_N)
    for at, letter in enumerate(WORDS, start=1):
        marker.type(letter)
        if at % 8 == 0:
            assert marker.on_disk()[0][0].note == WORDS[:at]
    marker.press(Key.Key_Tab)
    marker.type("krav, 2014")
    marker.press(Key.Key_Escape)
    highlight = marker.on_disk()[0][0]
    assert (highlight.note, highlight.tags) == (WORDS, ("krav", "2014"))
    assert marker.focus() is marker.cards()[0]


def test_undo_and_redo_take_each_step(writer):
    for _ in range(2):
        writer.press(Key.Key_Z, CTRL)
        assert [highlight.note for highlight in writer.on_disk()[0]] == [""]
        writer.press(Key.Key_Z, CTRL)
        assert quotes(writer) == []
        writer.press(Key.Key_Z, CTRL | SHIFT)
        assert [highlight.note for highlight in writer.on_disk()[0]] == [""]
        writer.press(Key.Key_Y, CTRL)
        assert [highlight.note for highlight in writer.on_disk()[0]] == [WORDS]
    assert WORDS.split("*")[0] in writer.card_words()[0]


def test_another_digit_gives_the_highlight_another_category(marker):
    marker.press(Key.Key_3)
    assert marker.on_disk()[0][0].category == "red"
    assert marker.ground(A14, marker.span(A14, SENTENCE)[0] + 2) == marker.colour("red")
    marker.press(Key.Key_Z, CTRL)
    assert marker.on_disk()[0][0].category == "green"


def test_a_highlight_that_was_left_is_not_changed_by_the_next_digit(marker):
    marker.press(Key.Key_Down, times=6)
    marker.press(Key.Key_3)
    marker.press(Key.Key_Delete)
    assert [highlight.category for highlight in marker.on_disk()[0]] == ["green"]


def test_words_that_are_no_longer_selected_are_not_highlighted(reader):
    select_sentence(reader)
    reader.press(Key.Key_Down, CTRL)
    reader.press(Key.Key_1)
    assert quotes(reader) == []


def test_a_highlight_is_stretched_word_by_word(marker):
    marker.press(Key.Key_Right, CTRL | ALT)
    assert quotes(marker) == [SENTENCE + ". Et"]
    marker.press(Key.Key_Right, ALT | SHIFT)
    assert quotes(marker) == [SENTENCE.removeprefix("Resultatbaseret") + ". Et"]
    marker.press(Key.Key_Left, ALT | SHIFT)
    marker.press(Key.Key_Left, CTRL | ALT)
    assert quotes(marker) == [SENTENCE + ". "]
    marker.press(Key.Key_Z, CTRL, times=4)
    assert quotes(marker) == [SENTENCE]


def test_j_and_k_go_from_highlight_to_highlight_and_delete_removes_one(marker):
    find_and_select(marker, "Serviceudgifter, netto")
    marker.press(Key.Key_1)
    find_and_select(marker, "Styringsdialogen mellem")
    marker.press(Key.Key_1)
    marker.press(Key.Key_Home, CTRL)
    order = []
    for key in (Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_J, Key.Key_K):
        marker.press(key)
        current = marker.desk.notebook.highlight(marker.desk.current)
        assert seen(marker, A14, (current.selector.start, current.selector.end))
        order.append(current.selector.quote)
    third = "Styringsdialogen mellem"
    assert order == ["Serviceudgifter, netto", SENTENCE, third, third, SENTENCE]
    marker.press(Key.Key_Delete)
    assert quotes(marker) == ["Serviceudgifter, netto", third]
    marker.press(Key.Key_Z, CTRL)
    assert quotes(marker) == ["Serviceudgifter, netto", SENTENCE, third]


def test_words_in_a_cell_of_a_table_are_highlighted(reader):
    find(reader, "Serviceudgifter, netto")
    reader.press(Key.Key_Left, times=len("Serviceudgifter, netto"))
    reader.press(Key.Key_Right, SHIFT, times=len("Service"))
    reader.press(Key.Key_1)
    start, _ = reader.span(A14, "Serviceudgifter, netto")
    assert quotes(reader) == ["Service"]
    assert reader.ground(A14, start + 2) == reader.colour("yellow")
    assert reader.ground(A14, start + 9) != reader.colour("yellow")


def test_a_selection_goes_on_from_block_to_block(reader):
    start = reader.view(A14).caret()
    reader.press(Key.Key_Down, SHIFT, times=4)
    reader.press(Key.Key_1)
    (quote,) = quotes(reader)
    assert quote == reader.text(A14)[start : start + len(quote)]
    assert "\n" in quote
    for offset in (start + 5, reader.span(A14, SENTENCE)[0] + 2):
        assert reader.ground(A14, offset) == reader.colour("yellow")
    reader.press(Key.Key_Z, CTRL)
    assert quotes(reader) == []


def test_a_selection_goes_on_from_the_text_into_a_table_and_out_of_it(reader):
    find(reader, "Mio. kr., 2014-pl")
    before = reader.view(A14).caret() - len("Mio. kr., 2014-pl") - 1
    reader.press(Key.Key_Up)
    reader.press(Key.Key_Home)
    reader.press(Key.Key_Down, SHIFT, times=20)
    start, end = reader.view(A14).selection()
    assert start < before < reader.span(A14, "Aktivtetsbestemt")[0] < end
    reader.press(Key.Key_1)
    assert quotes(reader) == [reader.text(A14)[start:end]]
    cells = [reader.span(A14, words)[0] for words in ("230.541", "Serviceudgifter, netto")]
    reader.view(A14).scroll_to_y(reader.view(A14).y_of(cells[0]) - 100)
    assert {reader.ground(A14, cell + 2) for cell in cells} == {reader.colour("yellow")}


def test_a_principle_and_an_agreement_have_notes_of_their_own(reader):
    reader.press(Key.Key_N, SHIFT)
    reader.type("Vores stærkeste kort.")
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_N, CTRL | SHIFT)
    reader.type("Læst til ende.")
    reader.press(Key.Key_Escape)
    reader.press(Key.Key_N, CTRL | SHIFT)
    reader.press(Key.Key_Escape)
    _, notes = reader.on_disk()
    assert [(note.agreement, note.principle, note.body) for note in notes] == [
        (A14, 2, "Vores stærkeste kort."),
        (A14, None, "Læst til ende."),
    ]


def test_the_next_start_goes_on_where_the_last_one_ended(writer):
    writer.press(Key.Key_F6)
    tops = [pane.view.top() for pane in writer.window.panes.panes()]
    writer.press(Key.Key_Q, CTRL)
    writer.close()
    writer.start()
    assert [pane.view.top() for pane in writer.window.panes.panes()] == tops
    assert writer.focus() is writer.view(P15)
    assert quotes(writer) == [SENTENCE]
    writer.press(Key.Key_Down)
    principle = writer.desk.edition(P15).principle(2)
    assert principle.start <= writer.view(P15).caret() < principle.end
    assert [pane.view.top() for pane in writer.window.panes.panes()] == tops
