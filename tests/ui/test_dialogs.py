"""The few dialogs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QProgressDialog, QWidget

from reader import __version__
from reader.ui.actions import MENUS, deeds, in_menu, make_actions
from reader.ui.dialogs import AboutDialog, CategoriesDialog, ShortcutsDialog, ask_export
from reader.ui.establishing import Establishing
from reader.ui.theme import light_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")


@pytest.fixture
def categories(qtbot, desk):
    dialog = CategoriesDialog(desk, light_theme())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    return dialog


def names(desk):
    return [category.name for category in desk.categories()]


def test_a_name_is_saved_when_the_typing_ends_and_can_be_undone(qtbot, categories, desk):
    before = names(desk)
    line = categories.lines["red"]
    line.selectAll()
    qtbot.keyClicks(line, "  Vores   krav ")
    assert names(desk) == before
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert categories.isVisible()
    assert names(desk)[2] == "Vores krav"
    desk.stack.undo()
    assert names(desk) == before
    assert line.text() == before[2]
    desk.stack.redo()
    assert line.text() == "Vores krav"


def test_an_empty_name_is_no_name(qtbot, categories, desk):
    before = names(desk)
    line = categories.lines["red"]
    line.selectAll()
    qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == before[2]
    assert names(desk) == before
    assert desk.stack.count() == 0


def test_nothing_is_written_where_nothing_was_changed(categories, desk):
    categories.accept()
    assert desk.stack.count() == 0


def test_escape_saves_what_is_being_typed(qtbot, categories, desk):
    line = categories.lines["blue"]
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Nyt i år")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not categories.isVisible()
    assert names(desk)[3] == "Nyt i år"
    assert desk.stack.count() == 1


def test_what_is_typed_in_one_line_stays_when_another_is_saved(qtbot, categories, desk):
    categories.lines["red"].setText("half a na")
    desk.rename_category(desk.categories()[0], "Tvivl")
    assert categories.lines["red"].text() == "half a na"
    assert categories.lines["yellow"].text() == "Tvivl"


def test_every_line_has_a_name_for_those_who_do_not_see_it(categories):
    assert [line.accessibleName() for line in categories.lines.values()] == [
        f"Name of category {key}" for key in range(1, 6)
    ]


@pytest.fixture
def keys(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    made = make_actions(parent)
    menus = {name: QMenu(in_menu(name), parent) for name in MENUS}
    for deed in deeds():
        menus[deed.menu].addAction(made[deed.name])
    dialog = ShortcutsDialog(list(made.values()), parent)
    dialog.show()
    dialog.window_of_actions = parent
    return dialog


def shown(dialog):
    """Return menu, command and keys of every row that is seen."""
    menus = map(dialog.table.topLevelItem, range(dialog.table.topLevelItemCount()))
    return [
        (menu.text(0), row.text(0), row.text(1))
        for menu in menus
        for row in map(menu.child, range(menu.childCount()))
        if not row.isHidden() and not menu.isHidden()
    ]


def test_every_command_is_listed_with_its_keys_by_menu(keys):
    rows = shown(keys)
    assert ("Edit", "Find in this agreement", "Ctrl+F") in rows
    assert ("Edit", "Redo", "Ctrl+Shift+Z, Ctrl+Y") in rows
    menus = [menu for menu, _, _ in rows]
    assert list(dict.fromkeys(menus)) == [in_menu(name) for name in MENUS]


@pytest.mark.parametrize("words", ["ctrl+f", "FIND agreement"])
def test_the_filter_looks_at_names_and_keys(qtbot, keys, words):
    qtbot.keyClicks(keys.filter, words)
    assert ("Edit", "Find in this agreement", "Ctrl+F") in shown(keys)
    assert len(shown(keys)) < 5


def test_the_filter_says_when_there_is_nothing(keys):
    keys.filter.setText("zzz")
    assert shown(keys) == []
    assert keys.nothing.isVisible()
    keys.filter.clear()
    assert not keys.nothing.isVisible()
    assert keys.table.isVisible()


def test_a_command_without_menu_or_keys_is_listed_too(qtbot):
    action = QAction("Save && go on")
    action.setShortcuts([QKeySequence("Ctrl+S")])
    dialog = ShortcutsDialog([action, QAction("&Plain")])
    qtbot.addWidget(dialog)
    dialog.show()
    assert shown(dialog) == [("Other", "Save & go on", "Ctrl+S"), ("Other", "Plain", "–")]


def test_about_says_what_whose_and_where(qtbot):
    path = Path("/home/<b>me</b>/randnote/notebook.db")
    dialog = AboutDialog(path)
    qtbot.addWidget(dialog)
    labels = dialog.findChildren(QLabel)
    text = "\n".join(label.text() for label in labels)
    assert all(words in text for words in ("Randnote", __version__, "MIT", "LGPL", str(path)))
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)


@pytest.fixture
def answer(qtbot, monkeypatch):
    """Answer the system's own dialog, and keep what it was asked."""
    asked = []

    def answering(name):
        def given(parent, title, path, kinds):
            asked.append(Path(path))
            return (str(Path(path).with_name(name)) if name else "", kinds)

        monkeypatch.setattr(QFileDialog, "getSaveFileName", given)
        return asked

    return answering


def test_the_title_is_the_suggested_name(answer, desk, tmp_path):
    asked = answer("mit.md")
    agreement = desk.agreement("aftale-2014")
    assert ask_export(None, [agreement], tmp_path) == tmp_path / "mit.md"
    assert asked == [tmp_path / "Aftale om kommunernes økonomi for 2014.md"]


def test_several_are_named_by_their_short_names(answer, desk, tmp_path):
    asked = answer("")
    agreements = [desk.agreement("aftale-2014"), desk.agreement("principper-2015")]
    assert ask_export(None, agreements, tmp_path) is None
    assert asked == [tmp_path / "ØA14 P15.md"]


def test_a_name_without_suffix_gets_one_but_replaces_nothing(answer, desk, tmp_path):
    answer("mit")
    agreements = [desk.agreement("aftale-2014")]
    assert ask_export(None, agreements, tmp_path) == tmp_path / "mit.md"
    (tmp_path / "mit.md").write_text("precious")
    assert ask_export(None, agreements, tmp_path) == tmp_path / "mit"


def test_long_establishing_is_shown_and_can_be_stopped(qapp, monkeypatch):
    monkeypatch.setattr("reader.ui.establishing._NOTICED", 0.0)
    heard = Establishing()
    assert heard(0.0)
    assert heard(0.4)
    dialog = next(w for w in qapp.topLevelWidgets() if isinstance(w, QProgressDialog))
    assert dialog.value() == 40
    dialog.cancel()
    assert not heard(0.5)
    heard(1.0)
    assert not dialog.isVisible()
