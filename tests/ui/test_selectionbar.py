"""The bar at a selection or highlight."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPlainTextEdit, QToolButton

from reader.ui.colour import contrast, rgb
from reader.ui.plain import plain_tip
from reader.ui.selectionbar import SelectionBar
from reader.ui.theme import dark_theme, light_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def view(qtbot):
    view = QPlainTextEdit("words to read " * 200)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def bar(desk, view):
    return SelectionBar(desk, light_theme(), view.viewport())


def test_has_a_swatch_for_every_category_with_its_name_and_key(bar, desk):
    names = [f"{category.name} ({key})" for key, category in enumerate(desk.categories(), start=1)]
    assert [swatch.toolTip() for swatch in bar.swatches.buttons()] == [plain_tip(name) for name in names]
    assert [swatch.accessibleName() for swatch in bar.swatches.buttons()] == names


def test_a_swatch_asks_for_its_category(qtbot, bar, desk):
    bar.show_at(QRect(100, 100, 200, 20))
    with qtbot.waitSignal(bar.category_wanted) as heard:
        qtbot.mouseClick(bar.swatches.buttons()[2], Qt.MouseButton.LeftButton)
    assert heard.args == [desk.categories()[2].id]


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("note_button", "note_wanted"),
        ("copy_button", "copy_wanted"),
        ("remove_button", "remove_wanted"),
    ],
)
def test_words_ask(qtbot, bar, desk, button, signal):
    bar.show_for_highlight(QRect(100, 100, 200, 20), desk.categories()[0].id)
    with qtbot.waitSignal(getattr(bar, signal)):
        qtbot.mouseClick(getattr(bar, button), Qt.MouseButton.LeftButton)


def test_only_a_highlight_can_be_removed_and_has_a_ring(bar, desk):
    rect, red = QRect(100, 100, 200, 20), desk.categories()[2].id
    bar.show_for_highlight(rect, red)
    assert bar.remove_button.isVisible()
    assert [swatch.ringed for swatch in bar.swatches.buttons()] == [False, False, True, False, False]
    bar.show_at(rect)
    assert not bar.remove_button.isVisible()
    assert not any(swatch.ringed for swatch in bar.swatches.buttons())


def test_stands_under_the_selection(bar):
    bar.show_at(QRect(200, 100, 200, 40))
    assert bar.geometry().top() > 139
    assert abs(bar.geometry().center().x() - 300) <= 2


def test_stands_above_where_there_is_no_room_below(bar, view):
    bottom = view.viewport().height()
    bar.show_at(QRect(200, bottom - 40, 200, 30))
    assert bar.geometry().bottom() < bottom - 40


@pytest.mark.parametrize(
    "rect",
    [
        QRect(-50, 10, 20, 20),
        QRect(590, 10, 100, 20),
        QRect(0, -300, 600, 2000),
        QRect(100, 900, 50, 20),
        QRect(100, -900, 50, 20),
    ],
)
def test_is_kept_inside_the_page(bar, view, rect):
    bar.show_at(rect)
    assert view.viewport().rect().contains(bar.geometry())


def test_never_takes_the_focus_nor_the_selection(qtbot, bar, view):
    view.selectAll()
    bar.show_at(QRect(100, 100, 200, 20))
    for button in bar.findChildren(QToolButton):
        assert button.focusPolicy() == Qt.FocusPolicy.NoFocus
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().topLeft())
    qtbot.mouseDClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().topLeft())
    assert view.hasFocus()
    assert view.textCursor().hasSelection()


def test_follows_the_names_of_the_categories(bar, desk):
    category = desk.categories()[0]
    desk.rename_category(category, "<img src=x>")
    swatch = bar.swatches.buttons()[0]
    assert swatch.accessibleName() == "<img src=x> (1)"
    assert "<img" not in swatch.toolTip()
    desk.stack.undo()
    assert bar.swatches.buttons()[0].toolTip() == plain_tip(f"{category.name} (1)")


@pytest.mark.parametrize("theme", [light_theme(), dark_theme()], ids=["light", "dark"])
def test_signs_are_easy_to_read_on_their_grounds(desk, theme):
    for category in desk.categories():
        ground = theme.look.ground(category.colour)
        assert contrast(rgb(theme.look.strong), rgb(ground.ground)) >= 7
        assert contrast(rgb(ground.edge), rgb(theme.paper)) >= 3


def test_can_be_dressed_anew_while_it_is_shown(bar, desk):
    bar.show_for_highlight(QRect(100, 100, 200, 20), desk.categories()[1].id)
    bar.restyle(dark_theme())
    assert [swatch.ringed for swatch in bar.swatches.buttons()] == [False, True, False, False, False]
    assert all(swatch.isVisible() for swatch in bar.swatches.buttons())
