"""Reading, selecting and marking in the real view."""

import gc
import random
import weakref

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QContextMenuEvent, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.ui.look import dark, light
from reader.ui.marks import Mark
from reader.ui.page import Page

Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


@pytest.fixture
def small(edition_of, made):
    rows = [["Område", "2013", "2014"], ["Service", "230,1", "231,4"], ["Anlæg\n• skoler", "18,1", "-"]]
    return edition_of(
        made("heading", "2. Styring på mål og resultater", level=2),
        made("paragraph", "Resultatbaseret styring skal sikre fokus på den offentlige sektor.", lede=True),
        made(
            "paragraph",
            "Et 😀 hus med 👩‍👧 og e\u0301n å i midten, der er lang nok til at brydes over flere linjer.",
        ),
        made("table", rows),
        made("table", [["x", "y"]]),
        made("item", "at råderummet styrkes", mark="•"),
        made("paragraph", "Til sidst et afsnit."),
    )


def span_of(view, words):
    start = view.page.edition.text.index(words)
    return start, start + len(words)


def point_of(view, offset, share=0.5):
    """Return a point of the viewport on a letter, this share of its width from its left edge."""
    rect = view.rect_of(offset, offset + 1)
    return QPoint(round(rect.left() + share * rect.width()), rect.center().y())


def drag(view, start, end):
    """Drag from the left edge of one letter to the left edge of another."""
    QTest.mousePress(view.viewport(), Left, Mod.NoModifier, point_of(view, start, 0.1))
    QTest.mouseMove(view.viewport(), point_of(view, (start + end) // 2))
    QTest.mouseMove(view.viewport(), point_of(view, end, 0.1))
    QTest.mouseRelease(view.viewport(), Left, Mod.NoModifier, point_of(view, end, 0.1))


def mark(view, id_, words, colour="yellow", sign="!", order=0):
    return Mark(id_, *span_of(view, words), colour, sign, order)


def ground_at(view, offset):
    """Return the colour behind a letter: at the very left of its upper edge, where no ink is."""
    view.viewport().repaint()
    rect = view.rect_of(offset, offset + 1)
    return view.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 2).name()


def test_dragging_selects_the_words_under_the_mouse(show, small, qtbot):
    view = show(small)
    start, end = span_of(view, "med 👩‍👧 og")
    with qtbot.waitSignal(view.selection_changed) as told:
        drag(view, start, end)
    assert view.selection() == tuple(told.args) == (start, end)


def test_dragging_tells_once_when_the_mouse_is_released(show, small):
    view = show(small)
    told = []
    view.selection_changed.connect(lambda start, end: told.append((start, end)))
    start, end = span_of(view, "sikre fokus")
    QTest.mousePress(view.viewport(), Left, Mod.NoModifier, point_of(view, start, 0.1))
    QTest.mouseMove(view.viewport(), point_of(view, end - 3))
    QTest.mouseMove(view.viewport(), point_of(view, end, 0.1))
    assert told == []
    QTest.mouseRelease(view.viewport(), Left, Mod.NoModifier, point_of(view, end, 0.1))
    assert told == [(start, end)]


def test_a_new_drag_may_begin_in_the_selection(show, small):
    view = show(small)
    view.select(*span_of(view, "Resultatbaseret styring skal sikre"))
    start, end = span_of(view, "styring skal")
    drag(view, start + 2, end + 2)
    assert view.selection() == (start + 2, end + 2)


def test_double_click_selects_a_word(show, small):
    view = show(small)
    start, end = span_of(view, "offentlige")
    QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, start + 3))
    QTest.mouseDClick(view.viewport(), Left, Mod.NoModifier, point_of(view, start + 3))
    assert view.selection() == (start, end)


def test_keys_select_letters_and_words(show, small, qtbot):
    view = show(small)
    text = small.text
    view.place_caret(text.index("😀"))
    told = []
    view.selection_changed.connect(lambda start, end: told.append(text[start:end]))
    for _ in range(5):
        QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier)
    assert told == ["😀", "😀 ", "😀 h", "😀 hu", "😀 hus"]
    QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier | Mod.ControlModifier)
    QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier | Mod.ControlModifier)
    assert text[slice(*view.selection())] == "😀 hus med "
    QTest.keyClick(view, Key.Key_Left)
    QTest.keyClick(view, Key.Key_Home)
    assert view.caret() == view.offset_at(view.y_of(view.caret()))
    QTest.keyClick(view, Key.Key_End, Mod.ShiftModifier)
    line = view.selection()
    assert view.y_of(line[0]) == view.y_of(line[1] - 1)
    assert line[1] - line[0] > 30


def test_a_family_is_one_letter_to_the_keys(show, small):
    view = show(small)
    start, end = span_of(view, "👩‍👧")
    view.place_caret(start)
    QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier)
    assert view.selection() == (start, end)
    start, end = span_of(view, "e\u0301")
    view.place_caret(end)
    QTest.keyClick(view, Key.Key_Left, Mod.ShiftModifier)
    assert view.selection() == (start, end)


def test_the_caret_walks_through_all_of_the_text(show, small):
    view = show(small)
    view.place_caret(0)
    seen = [0]
    while view.caret() < len(small.text) and len(seen) < 1000:
        QTest.keyClick(view, Key.Key_Right)
        seen.append(view.caret())
    assert seen == sorted(set(seen))
    assert {small.text.index(word) for word in ("Service", "2014", "x", "y", "Til")} <= set(seen)
    back = [view.caret()]
    while view.caret() > 0 and len(back) < 1000:
        QTest.keyClick(view, Key.Key_Left)
        back.append(view.caret())
    assert back == seen[::-1]


def test_what_was_selected_is_what_is_read(show, small):
    view = show(small)
    chance = random.Random(7)
    for _ in range(200):
        start, end = sorted(chance.sample(range(len(small.text) + 1), 2))
        view.select(start, end)
        assert view.selection() == view.page.snapped(start, end)
        first, last = view.selection()
        assert view.createMimeDataFromSelection().text() == small.text[first:last]


def test_a_program_that_selects_is_not_told_of_it(show, small, qtbot):
    view = show(small)
    with qtbot.assertNotEmitted(view.selection_changed), qtbot.assertNotEmitted(view.scrolled):
        view.select(3, 9)
        view.place_caret(len(small.text))
        view.select(3, 9)
        view.clear_selection()
    assert view.selection() == (9, 9)


def test_a_caret_is_drawn(show, small):
    view = show(small)
    start, _ = span_of(view, "Til sidst")
    before = view.viewport().grab().toImage()
    view.place_caret(start)
    after = view.viewport().grab().toImage()
    rect = view.rect_of(start, start + 1)
    column = [(rect.left() + dx, rect.center().y()) for dx in (-1, 0, 1)]
    assert any(before.pixel(*at) != after.pixel(*at) for at in column)


def test_highlights_lie_under_their_words(show, small):
    view = show(small)
    for look in (light(), dark()):
        view.restyle(look)
        view.set_highlights([mark(view, "a", "styring skal sikre", "green"), mark(view, "b", "2014", "red")])
        green, red = look.ground("green").ground, look.ground("red").ground
        start, end = span_of(view, "styring skal sikre")
        assert {ground_at(view, at) for at in range(start, end)} == {green}
        assert {ground_at(view, at) for at in (start - 2, end + 1)} == {look.paper}
        assert ground_at(view, small.text.index("2014")) == red
        view.set_highlights([])
        assert ground_at(view, start) == look.paper


def test_overlapping_highlights_both_show(show, small):
    view = show(small)
    view.set_highlights(
        [
            mark(view, "a", "styring skal sikre", "green", order=1),
            mark(view, "b", "skal sikre fokus", "red", order=2),
        ]
    )
    only_a, both, only_b = (
        ground_at(view, span_of(view, word)[0]) for word in ("styring skal", "skal", "fokus")
    )
    assert only_a == light().ground("green").ground
    assert only_b == light().ground("red").ground
    assert both not in {only_a, only_b, light().paper}
    assert view.highlights_at(span_of(view, "skal")[0]) == ["b", "a"]


def test_a_highlight_does_not_depend_on_colour_alone(show, small):
    view = show(small)
    view.set_highlights([mark(view, "a", "styring skal sikre", "green")])
    start, _ = span_of(view, "styring skal sikre")
    image, rect = view.viewport().grab().toImage(), view.rect_of(start, start + 1)
    edge = light().ground("green").edge
    assert image.pixelColor(rect.left() + 2, rect.bottom()).name() == edge
    margin = {
        image.pixelColor(x, y).name()
        for x in range(view.rect_of(0, 1).left())
        for y in range(rect.top(), rect.bottom())
    }
    assert len(margin) > 1


def test_a_current_highlight_stands_out(show, small):
    view = show(small)
    view.set_highlights([mark(view, "a", "styring skal sikre", "green")])
    before = view.viewport().grab().toImage()
    view.set_current("a")
    assert view.viewport().grab().toImage() != before
    view.set_current("unknown")
    assert view.viewport().grab().toImage() == before


def test_hits_are_framed_and_the_current_more(show, small):
    view = show(small)
    spans = [span_of(view, "styring"), span_of(view, "fokus")]
    pictures = []
    for given, current in (([], None), (spans, None), (spans, 0), (spans, 1), ([], 3)):
        view.set_hits(given, current)
        pictures.append(view.viewport().grab().toImage())
    assert pictures[0] == pictures[4]
    assert all(pictures[i] != pictures[j] for i in range(4) for j in range(i))


def test_a_click_hits_the_innermost_highlight(show, small, qtbot):
    view = show(small)
    view.set_highlights(
        [mark(view, "out", "styring skal sikre fokus"), mark(view, "in", "skal", "red", order=-1)]
    )
    inner, outer, beside = (span_of(view, words)[0] for words in ("skal", "styring skal", "offentlige"))
    with qtbot.waitSignal(view.highlight_hit) as hit:
        QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, inner))
    assert hit.args == ["in"]
    with qtbot.waitSignal(view.highlight_hit) as hit:
        QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, outer + 1))
    assert hit.args == ["out"]
    with qtbot.waitSignal(view.highlight_left), qtbot.assertNotEmitted(view.highlight_hit):
        QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, beside))


def test_the_last_letter_is_hit_in_its_right_half_too(show, small, qtbot):
    view = show(small)
    view.set_highlights([mark(view, "a", "skal sikre")])
    _, end = span_of(view, "skal sikre")
    with qtbot.waitSignal(view.highlight_hit):
        QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, end - 1, 0.9))
    with qtbot.assertNotEmitted(view.highlight_hit):
        QTest.mouseClick(
            view.viewport(), Left, Mod.NoModifier, QPoint(3, view.rect_of(end, end).center().y())
        )


def test_the_caret_hits_a_highlight_when_it_enters(show, small):
    view = show(small)
    view.set_highlights([mark(view, "a", "skal")])
    told = []
    view.highlight_hit.connect(told.append)
    view.highlight_left.connect(lambda: told.append("left"))
    start, end = span_of(view, "skal")
    view.place_caret(start - 1)
    for _ in range(end - start + 1):
        QTest.keyClick(view, Key.Key_Right)
    assert told == ["a", "left"]


@pytest.mark.parametrize(("words", "last"), [("fokus på", True), ("Resultatbaseret", False)])
def test_a_highlight_is_stretched_by_its_ends(show, small, qtbot, words, last):
    view = show(small)
    view.set_highlights([mark(view, "a", "skal sikre")])
    view.set_current("a")
    start, end = span_of(view, "skal sikre")
    rect = view.rect_of(end - 1, end) if last else view.rect_of(start, start + 1)
    knob = rect.bottomRight() if last else rect.bottomLeft()
    goal = span_of(view, words)[1 if last else 0]
    before = view.viewport().grab().toImage()
    QTest.mousePress(view.viewport(), Left, Mod.NoModifier, knob)
    QTest.mouseMove(view.viewport(), point_of(view, goal, 0.1))
    assert view.viewport().grab().toImage() != before
    with qtbot.waitSignal(view.stretched) as told, qtbot.assertNotEmitted(view.selection_changed):
        QTest.mouseRelease(view.viewport(), Left, Mod.NoModifier, point_of(view, goal, 0.1))
    assert told.args == (["a", start, goal] if last else ["a", goal, end])


def test_stretching_is_given_up_with_escape(show, small, qtbot):
    view = show(small)
    view.set_highlights([mark(view, "a", "skal sikre")])
    view.set_current("a")
    end = span_of(view, "skal sikre")[1]
    before = view.viewport().grab().toImage()
    with qtbot.assertNotEmitted(view.stretched):
        QTest.mousePress(view.viewport(), Left, Mod.NoModifier, view.rect_of(end - 1, end).bottomRight())
        QTest.mouseMove(view.viewport(), point_of(view, end + 6))
        QTest.keyClick(view, Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), Left, Mod.NoModifier, point_of(view, end + 6))
    assert view.viewport().grab().toImage() == before


def wheel(view, modifier=Mod.NoModifier, turn=-240):
    at = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        at, view.viewport().mapToGlobal(at), QPoint(), QPoint(0, turn), Qt.MouseButton.NoButton, modifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_scrolling_says_who_did_it(show, long_edition):
    view = show(long_edition)
    told = []
    view.scrolled.connect(told.append)
    wheel(view)
    QTest.keyClick(view, Key.Key_PageDown)
    view.verticalScrollBar().triggerAction(view.verticalScrollBar().SliderAction.SliderPageStepAdd)
    assert len(told) >= 3
    assert False not in told
    told.clear()
    view.scroll_to_y(9000)
    view.restore_top(*view.top())
    view.scroll_to_y(9000)
    assert told == [False]
    view.resize(500, 400)
    view.restyle(dark().scaled(1.5))
    view.show_page(Page(long_edition, light()))
    assert True not in told


def test_ctrl_and_wheel_ask_for_another_size(show, long_edition, qtbot):
    view = show(long_edition)
    size = view.font().pointSizeF()
    with qtbot.waitSignal(view.scale_wanted) as told, qtbot.assertNotEmitted(view.scrolled):
        wheel(view, Mod.ControlModifier)
    assert told.args == [-1]
    assert view.font().pointSizeF() == size


def test_places_are_final_before_all_is_laid_out(qtbot, show, long_edition):
    view = show(long_edition)
    offsets = [0, 30_000, 70_000, len(long_edition.text)]
    final = [view.y_of(offset) for offset in offsets]
    assert final == sorted(final)
    view.show_page(Page(long_edition, light()))
    assert [view.y_of(offset) for offset in offsets[2:]] == final[2:]
    for offset in offsets:
        start = view.offset_at(view.y_of(offset) + 1)
        assert start <= offset
        assert view.y_of(start) == view.y_of(offset)


def test_every_heading_can_be_brought_to_the_top(show, long_edition):
    view = show(long_edition, height=700)
    last = [block for block in long_edition.blocks if block.kind == "heading"][-1]
    view.show_page(Page(long_edition, light()))
    view.scroll_to_y(view.y_of(last.start))
    assert view.top()[0] == last.start


def test_resizing_keeps_the_line_at_the_top(show, long_edition):
    view = show(long_edition)
    place = long_edition.text.index("80. Styring")
    view.scroll_to_y(view.y_of(place))
    for width in (500, 333, 421, 702, 620):
        view.resize(width, 500)
        QApplication.processEvents()
        assert view.top()[0] == place
        assert abs(view.verticalScrollBar().value() - view.y_of(place)) <= 1


def test_another_look_keeps_place_caret_and_selection(show, long_edition):
    view = show(long_edition)
    place = long_edition.text.index("80. Styring")
    view.scroll_to_y(view.y_of(place))
    view.select(place + 4, place + 11)
    view.restyle(dark().scaled(1.6))
    assert view.top()[0] == place
    assert view.selection() == (place + 4, place + 11)
    assert view.palette().base().color() == QColor(dark().paper)


def test_the_column_is_centred_and_no_wider_than_its_measure(show, long_edition):
    view = show(long_edition, width=1100)
    rect = view.rect_of(0, 1)
    assert abs(rect.left() - (view.viewport().width() - view.page.column) / 2) <= 1
    first = long_edition.blocks[2]
    line_end = first.start
    while view.y_of(line_end + 1) == view.y_of(first.start):
        line_end += 1
    assert 50 <= line_end - first.start <= 75


def test_a_context_menu_is_only_wanted(show, small, qtbot):
    view = show(small)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(50, 60))
    with qtbot.waitSignal(view.menu_wanted) as told:
        QApplication.sendEvent(view.viewport(), event)
    assert told.args == [QPoint(50, 60)]


def test_alt_and_escape_are_left_to_the_window(show, small):
    view = show(small)
    QTest.keyClick(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Left, Mod.AltModifier)
    assert view.caret() == 1


def test_nothing_that_a_text_names_is_opened(show, tmp_path, edition_of, made):
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"hemmelig")
    view = show(
        edition_of(made("paragraph", f'<img src="{secret.as_uri()}"> <a href="{secret.as_uri()}">x</a>'))
    )
    for kind in QTextDocument.ResourceType:
        assert b"hemmelig" not in bytes(
            str(view.document().resource(kind.value, QUrl.fromLocalFile(str(secret)))), "utf-8"
        )
        assert view.loadResource(kind.value, QUrl.fromLocalFile(str(secret))) is not None
    assert (
        view.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl("file:///x.png")).width() == 1
    )
    assert not view.openLinks()
    assert not view.openExternalLinks()
    QTest.mouseClick(view.viewport(), Left, Mod.NoModifier, point_of(view, 5))
    assert view.source().isEmpty()


def test_a_screen_reader_is_told_what_it_is(show, small):
    view = show(small)
    told = QAccessible.queryAccessibleInterface(view)
    assert told.text(QAccessible.Text.Name) == "Text of the agreement"
    assert "caret" in told.text(QAccessible.Text.Description)


def test_ten_thousand_highlights_are_painted_wherever_one_scrolls(show, long_edition):
    view = show(long_edition, height=800)
    chance = random.Random(3)
    marks = []
    for order in range(10_000):
        start = chance.randrange(len(long_edition.text) - 90)
        colour = chance.choice(["yellow", "green", "red", "blue", "violet"])
        marks.append(Mark(str(order), start, start + chance.randint(3, 90), colour, "!", order))
    view.set_highlights(marks)
    for step in range(15):
        view.scroll_to_y(view.extent() * step / 20)
        view.viewport().repaint()


def test_right_to_left_is_selected_and_marked_letter_by_letter(show, edition_of, made):
    view = show(edition_of(made("paragraph", "Ordet אבגדה i midten"), made("paragraph", "efter")))
    start, end = span_of(view, "בגד")
    view.set_highlights([Mark("a", start, end, "blue", "", 0)])
    lefts = [view.rect_of(at, at + 1).left() for at in range(start, end)]
    assert lefts == sorted(lefts, reverse=True)
    image = view.viewport().grab().toImage()
    for offset, inside in ((start - 1, False), (start, True), (end - 1, True), (end, False)):
        rect = view.rect_of(offset, offset + 1)
        colour = image.pixelColor(rect.center().x(), rect.top() + 1).name()
        assert colour == (light().ground("blue").ground if inside else light().paper)


def test_a_page_without_text_is_shown(show, edition_of):
    view = show(edition_of())
    view.set_highlights([])
    assert (view.caret(), view.selection(), view.y_of(0) >= 0) == (0, (0, 0), True)
    QTest.keyClick(view, Key.Key_Right)
    QTest.mouseClick(view.viewport(), Left)


def test_only_a_table_that_is_too_wide_brings_a_bar(show, qtbot, edition_of, made):
    rows = [[f"Kolonne nummer {n}" for n in range(9)], [f"{n}.123.456,7" for n in range(9)]]
    words = made("paragraph", "Langt ord: " + "kommunalbestyrelse" * 9)
    view = show(edition_of(words), width=300)
    assert view.horizontalScrollBar().maximum() == 0
    view.show_page(Page(edition_of(words, made("table", rows)), light().scaled(2)))
    qtbot.waitUntil(view.horizontalScrollBar().isVisible)
    last = view.page.edition.text.index("8.123")
    view.place_caret(last)
    QTest.keyClick(view, Key.Key_Right)
    assert view.viewport().rect().contains(view.rect_of(last, last + 1))
    view.resize(1400, 500)
    qtbot.waitUntil(lambda: not view.horizontalScrollBar().isVisible())


def test_resizing_again_and_again_comes_to_the_same(show, long_edition):
    view = show(long_edition)
    fresh = view.y_of(60_000), view.extent()
    for width in (300, 900, 350, 620):
        view.resize(width, 500)
        QApplication.processEvents()
    assert (view.y_of(60_000), view.extent()) == fresh
    view.restyle(dark().scaled(2))
    view.restyle(light())
    assert (view.y_of(60_000), view.extent()) == fresh


def test_a_drag_that_begins_between_two_lines_selects_what_is_beside_it(show, edition_of, made):
    view = show(edition_of(made("paragraph", "Styring på mål og resultater " * 12)), width=420)
    first, last = view.rect_of(0, 1), view.rect_of(200, 201)
    left, right = first.left() + 30, first.left() + 150

    def hit(x, y):
        return view.cursorForPosition(QPoint(x, y)).position()

    between = [y for y in range(first.top(), last.top()) if hit(left, y) == hit(right, y)]
    if not between:
        pytest.skip("this typeface leaves no room between lines")
    for y in between:
        QTest.mousePress(view.viewport(), Left, Mod.NoModifier, QPoint(left, y))
        QTest.mouseMove(view.viewport(), QPoint(right, y))
        QTest.mouseRelease(view.viewport(), Left, Mod.NoModifier, QPoint(right, y))
        start, end = view.selection()
        assert 5 < end - start < 40


def test_a_page_that_is_too_wide_comes_to_rest(show, edition_of, made, qtbot):
    # Qt makes this line wider than its page: signs of both directions, and a tab.
    wide = "\xa0العربية\xa0kommunerne 𝔄\xad🙂𝔄\u200ford kommunerne \t\u0338a.kommunerne \u202e"
    view = show(edition_of(*[made("paragraph", "Regeringen og KL er enige.")] * 150, made("item", wide)))
    laid = []
    view.laid_out.connect(lambda: laid.append(view.viewport().height()))
    view.resize(620, 480)
    qtbot.waitUntil(lambda: bool(laid))
    qtbot.wait(500)
    qtbot.waitUntil(lambda: view._laying.done)
    assert 1 <= len(laid) <= 3


def test_a_page_that_is_no_longer_shown_is_let_go(show, edition_of, made):
    view = show(edition_of(made("paragraph", "Kort.")))
    shown = [weakref.ref(view.page.document)]
    for words in ("Andet.", "o" * 6000, "Tredje."):
        view.show_page(Page(edition_of(made("paragraph", words)), light()))
        shown.append(weakref.ref(view.page.document))
    gc.collect()
    assert [document() is not None for document in shown] == [False, False, False, True]
