"""The whole window: its commands, looks, languages and panes, and what it does when nothing can be saved."""

import ast
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPoint,
    QPointF,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QAccessible, QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from reader.ui.actions import deeds
from reader.ui.theme import dark_theme, light_theme
from reader.ui.window import Window

A09, A14, P15 = "aftale-2009", "aftale-2014", "principper-2015"
Key, Mod, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton
ROOT = Path(__file__).resolve().parents[2]
DANISH = ROOT / "resources" / "translations" / "randnote_da.ts"
QUOTE = "Politisk aftalestyring bør i videst muligt omfang erstatte detailregulering."


def settle(rounds=40):
    for _ in range(rounds):
        QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def twins(opened):
    """The agreement of 2014 in both panes, the second in focus; they do not follow each other."""
    opened.show_in_pane(1, A14)
    opened.choose("following")
    opened.panes[1].view.setFocus()
    return opened


def test_the_first_window_fits_on_a_small_screen(opened):
    old = opened.window
    old.close()
    old.deleteLater()
    window = opened.program.show((), QSize(1280, 800))
    assert window.size() == QSize(1280, 800)
    settle()


def value(pane):
    return pane.view.verticalScrollBar().value()


# Commands


def test_every_command_is_joined_to_something_that_does_it(opened):
    assert set(opened.actions) == {deed.name for deed in deeds()}
    idle = [name for name, action in opened.actions.items() if not action.receivers("2triggered(bool)")]
    assert idle == []
    assert QAction().receivers("2triggered(bool)") == 0


def test_every_command_stands_in_the_menu_once(opened):
    menu = opened.window.furniture.top_bar.menu_button.menu()
    shown = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    listed = Counter(action.objectName() for action in shown if not action.isSeparator())
    assert listed == Counter(action.objectName() for action in opened.window.furniture.all_actions())


def test_no_two_commands_have_the_same_key(opened):
    keys = [key.toString() for action in opened.window.furniture.all_actions() for key in action.shortcuts()]
    keys.append(opened.window.furniture.top_bar.menu_button.shortcut().toString())
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert all(keys)


def test_every_command_can_be_chosen_whatever_is_open_and_marked(opened):
    opened.mark()
    closing = QTimer(interval=10)
    closing.timeout.connect(close_dialog)
    closing.start()
    names = [deed.name for deed in deeds() if deed.name not in ("quit", "export")]
    for name in (*names, *reversed(names)):
        if opened.actions[name].isEnabled():
            opened.choose(name)
        assert opened.window.isVisible(), name
        assert 1 <= len(opened.desk.panes) <= 4, name
    closing.stop()


def close_dialog():
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()


# Looks


def test_the_dark_is_put_on_pages_bars_and_panels_and_taken_off_again(opened):
    def seen():
        page = opened.panes[0].view.viewport().grab().toImage().pixelColor(3, 300).name()
        side = opened.window.left.grab().toImage().pixelColor(3, 700).name()
        return page, side, opened.app.palette().window().color().name()

    light, dark = light_theme(), dark_theme()
    assert seen() == (light.look.paper, light.chrome, light.chrome)
    opened.choose("theme_dark")
    assert seen() == (dark.look.paper, dark.chrome, dark.chrome)
    opened.choose("theme_light")
    assert seen() == (light.look.paper, light.chrome, light.chrome)


def test_a_highlight_keeps_its_category_in_the_dark(opened):
    opened.mark()
    view = opened.panes[0].view
    start = opened.desk.edition(A14).text.index(QUOTE)
    for theme in (dark_theme(), light_theme()):
        opened.choose(f"theme_{theme.name}")
        view.scroll_to_y(view.y_of(start) - 100)
        rect = view.rect_of(start + 2, start + 3)
        seen = view.viewport().grab().toImage().pixelColor(rect.left() + 1, rect.top() + 2).name()
        assert seen == theme.look.ground("green").ground


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_menu_says_which_colours_are_on_however_often_they_are_chosen(opened, theme):
    names = ("light", "dark", "system")
    for _ in range(2):
        opened.choose(f"theme_{theme}")
        assert [name for name in names if opened.actions[f"theme_{name}"].isChecked()] == [theme]
    opened.again()
    assert opened.desk.settings.theme == theme
    assert [name for name in names if opened.actions[f"theme_{name}"].isChecked()] == [theme]


def test_the_text_grows_to_250_and_shrinks_to_70_per_cent_and_keeps_its_place(opened):
    opened.desk.choose_thread(opened.desk.threads()[1])
    principles = [opened.desk.edition(name).principle(2) for name in (A14, P15)]
    size = opened.window.furniture.status.findChild(QToolButton)
    for command, most in (("larger", "250 %"), ("smaller", "70 %")):
        for _ in range(20):
            opened.actions[command].trigger()
        settle()
        assert size.text() == most
        for pane, principle in zip(opened.panes, principles, strict=True):
            assert principle.start <= pane.reading_offset() < principle.end
    opened.again()
    assert opened.window.furniture.status.findChild(QToolButton).text() == "70 %"
    QTest.mouseClick(opened.window.furniture.status.findChild(QToolButton), Left)
    assert opened.desk.settings.scale == 1.0


def test_control_and_wheel_make_the_text_larger_and_smaller(opened):
    for turn, scale in ((120, 1.1), (120, 1.2), (-120, 1.1)):
        viewport = opened.panes[1].view.viewport()
        at = QPointF(50, 50)
        event = QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, Mod.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)
        assert opened.desk.settings.scale == scale


def test_panels_that_were_hidden_stay_hidden_at_the_next_start(opened):
    sizes = opened.window.splitter.sizes()
    opened.choose("notes")
    opened.choose("navigator")
    opened.again()
    assert (opened.window.left.isVisible(), opened.window.right.isVisible()) == (False, False)
    assert (opened.actions["navigator"].isChecked(), opened.actions["notes"].isChecked()) == (False, False)
    opened.choose("notes")
    opened.choose("navigator")
    opened.again()
    assert (opened.window.left.isVisible(), opened.window.right.isVisible()) == (True, True)
    assert opened.window.splitter.sizes() == sizes


def test_the_tab_that_was_open_is_open_at_the_next_start(opened):
    opened.choose("to_library")
    opened.again()
    assert opened.window.furniture.tab() == 2


# Undo has names


def test_undo_and_redo_say_what_they_do(opened):
    def named():
        return opened.actions["undo"].text(), opened.actions["redo"].text()

    assert named() == ("Undo", "Redo")
    made = opened.mark()
    assert named() == ("Undo: Highlight", "Redo")
    opened.desk.write(made, "Bed om en liste.")
    assert named() == ("Undo: Edit note", "Redo")
    opened.choose("undo")
    assert named() == ("Undo: Highlight", "Redo: Edit note")
    opened.choose("undo")
    assert named() == ("Undo", "Redo: Highlight")
    assert not opened.actions["undo"].isEnabled()


def test_undo_and_redo_say_it_in_danish(danish):
    made = danish.mark()
    danish.desk.write(made, "Bed om en liste.")
    danish.choose("undo")
    assert danish.actions["undo"].text() == "Fortryd: Fremhævning"
    assert danish.actions["redo"].text() == "Gentag: Redigér note"


# Writing a note


def test_typing_in_a_note_draws_no_highlight_anew(opened):
    made = opened.mark()
    opened.window.furniture.notes.edit(made.id)
    editor = opened.window.furniture.notes.list.card(made.id).editor
    settle()
    pane, drawn = opened.panes[0], []
    pane.marked.connect(lambda: drawn.append(pane.agreement))
    QTest.keyClicks(editor.words, "Bed om en liste")
    QTest.keyClicks(editor.tags, "krav")
    settle()
    kept = opened.desk.notebook.highlight(made.id)
    assert (kept.note, kept.tags) == ("Bed om en liste", ("krav",))
    assert drawn == []
    opened.desk.change_category(kept, "red")
    assert drawn == [A14]


# The same agreement twice


def test_both_panes_of_an_agreement_show_a_new_highlight_and_both_lose_it(twins):
    def shown():
        return [[(mark.start, mark.end) for mark in pane.marks] for pane in twins.panes]

    start = twins.desk.edition(A14).text.index(QUOTE)
    view = twins.panes[1].view
    view.place_caret(start)
    for _ in QUOTE:
        QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier)
    twins.press(Key.Key_2)
    assert shown() == [[(start, start + len(QUOTE))]] * 2
    grounds = []
    for pane in twins.panes:
        pane.view.scroll_to_y(pane.view.y_of(start) - 100)
        rect = pane.view.rect_of(start + 2, start + 3)
        image = pane.view.viewport().grab().toImage()
        grounds.append(image.pixelColor(rect.left() + 1, rect.top() + 2).name())
    assert grounds == [twins.window.theme.look.ground("green").ground] * 2
    twins.press(Key.Key_Z, Mod.ControlModifier)
    assert shown() == [[], []]
    twins.press(Key.Key_Y, Mod.ControlModifier)
    assert shown() == [[(start, start + len(QUOTE))]] * 2


def test_keys_move_the_one_of_two_like_panes_that_has_the_keyboard(twins):
    for _ in range(3):
        twins.press(Key.Key_H)
    assert (value(twins.panes[0]), twins.desk.focus) == (0, 1)
    assert value(twins.panes[1]) > 0
    twins.press(Key.Key_F6)
    before = value(twins.panes[1])
    twins.press(Key.Key_H)
    assert value(twins.panes[0]) > 0
    assert (value(twins.panes[1]), twins.desk.focus) == (before, 0)


def test_a_click_on_a_strip_moves_its_own_pane(twins):
    twins.panes[0].view.setFocus()
    strip = twins.window.furniture.wardrobe.dress_of(twins.panes[1]).strip
    QTest.mouseClick(strip, Left, Mod.NoModifier, QPoint(5, strip.height() // 2))
    assert value(twins.panes[0]) == 0
    assert value(twins.panes[1]) > 0


def test_a_strip_shows_which_part_is_seen_and_says_what_a_mark_is(twins):
    def shown():
        """Return between which shares of the strip its ground is darker than elsewhere."""
        image = strip.grab().toImage()
        shades = [image.pixelColor(1, y).name() for y in range(image.height())]
        [(plain, _)] = Counter(shades).most_common(1)
        band = [y for y, shade in enumerate(shades) if shade != plain]
        return [band[0] / len(shades), (band[-1] + 1) / len(shades)]

    def seen():
        return [at / len(twins.desk.edition(pane.agreement).text) for at in pane.view.seen()]

    pane = twins.panes[1]
    strip = twins.window.furniture.wardrobe.dress_of(pane).strip
    made = twins.mark()
    most = pane.view.verticalScrollBar().maximum()
    for place in (0, most // 2, most - 900, 0):
        pane.view.scroll_to_y(place)
        settle()
        assert shown() == pytest.approx(seen(), abs=4 / strip.height())
    twins.show_in_pane(1, P15)
    assert shown() == pytest.approx(seen(), abs=4 / strip.height())
    twins.show_in_pane(1, A14)
    share = made.selector.start / len(twins.desk.edition(A14).text)
    assert strip.tip_at(share * strip.height()) == f'<p style="white-space: pre-wrap">✓ «{QUOTE}»</p>'


def test_closing_one_of_two_like_panes_leaves_the_other_where_it_is(twins):
    first, second = twins.panes
    second.view.scroll_to_y(5000)
    edition = twins.desk.edition(A14)
    there = edition.block_at(second.view.top()[0])
    QTest.mouseClick(twins.window.furniture.wardrobe.dress_of(first).head.close_button, Left)
    settle()
    assert twins.panes == [second]
    assert edition.block_at(second.view.top()[0]) == there
    assert twins.app.focusWidget() is second.view


def test_two_like_panes_are_both_there_at_the_next_start(twins):
    twins.panes[1].view.scroll_to_y(5000)
    twins.again()
    assert twins.desk.panes == [A14, A14]
    assert [value(pane) for pane in twins.panes] == [0, 5000]
    assert twins.desk.focus == 1


# The selection is what is seen


def test_what_is_selected_in_one_pane_is_highlighted_from_another_and_let_go(opened):
    view = opened.panes[0].view
    view.place_caret(100)
    view.setFocus()
    for _ in range(12):
        QTest.keyClick(view, Key.Key_Right, Mod.ShiftModifier)
    opened.press(Key.Key_F6)
    opened.press(Key.Key_1)
    assert [(mark.start, mark.end) for mark in opened.panes[0].marks] == [(100, 112)]
    assert view.selection()[0] == view.selection()[1]


def test_closing_a_pane_between_others_leaves_the_keyboard_where_it_is(opened):
    opened.choose("new_pane")
    opened.panes[1].view.setFocus()
    QTest.mouseClick(opened.window.furniture.wardrobe.dress_of(opened.panes[0]).head.close_button, Left)
    settle()
    assert opened.desk.focused() == P15
    assert opened.app.focusWidget() is opened.panes[0].view


# When nothing can be saved


@pytest.fixture
def failing(opened):
    """Let SQLite refuse every write, or take it again."""

    def fail(on):
        opened.desk.notebook.connection.execute(f"PRAGMA query_only = {'ON' if on else 'OFF'}")

    yield fail
    fail(False)


def test_a_highlight_that_cannot_be_saved_is_said_and_not_drawn_and_works_again_after(opened, failing):
    view = opened.panes[0].view
    view.select(100, 112)
    opened.desk.select(A14, 100, 112)
    view.setFocus()
    failing(True)
    for key in (Key.Key_1, Key.Key_N):
        opened.press(key)
        assert "not saved" in opened.message()
        assert opened.window.furniture.message_bar.property("grave")
        assert opened.panes[0].marks == () or list(opened.panes[0].marks) == []
        assert not opened.actions["undo"].isEnabled()
        assert (opened.desk.selection, view.selection()) == ((A14, 100, 112), (100, 112))
    failing(False)
    opened.press(Key.Key_1)
    assert len(opened.panes[0].marks) == 1
    assert opened.actions["undo"].isEnabled()


def test_what_there_is_to_undo_and_redo_outlives_a_failure(opened, failing):
    first = opened.mark()
    opened.desk.change_category(first, "red")
    opened.choose("undo")
    failing(True)
    assert opened.mark("Styringsdialogen mellem stat og kommuner") is None
    for command in ("undo", "redo", "redo", "undo"):
        opened.choose(command)
        assert opened.desk.notebook.highlight(first.id).category == "green"
        assert (opened.actions["undo"].isEnabled(), opened.actions["redo"].isEnabled()) == (True, True)
    failing(False)
    opened.choose("redo")
    assert opened.desk.notebook.highlight(first.id).category == "red"
    opened.choose("undo")
    opened.choose("undo")
    assert opened.desk.notebook.highlights() == []


def test_words_that_find_no_room_on_the_disk_stay_in_the_note_until_there_is_some(opened):
    made = opened.mark()
    opened.window.furniture.notes.edit(made.id)
    editor = opened.window.furniture.notes.list.card(made.id).editor
    QTest.keyClicks(editor.words, "Bed om")
    connection = opened.desk.notebook.connection
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    long = " en liste" * 3000
    editor.words.insertPlainText(long)
    settle()
    assert "disk is full" in opened.window.furniture.mishaps.unsaved.label.text()
    assert "disk is full" in editor.trouble.text()
    assert editor.trouble.isVisible()
    kept = opened.desk.notebook.highlight(made.id).note
    assert kept == "Bed om"
    connection.execute("PRAGMA max_page_count = 1000000")
    QTest.keyClicks(editor.words, ".")
    settle()
    assert not editor.trouble.isVisible()
    assert opened.desk.notebook.highlight(made.id).note == "Bed om" + long + "."
    assert opened.desk.notebook.check() == []


# Danish and English


def translations():
    """Return every message of the Danish translation: context, source, translations."""
    for context in ElementTree.parse(DANISH).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
            yield context.findtext("name"), message.findtext("source"), forms


def english_only():
    """Return patterns of what the window says in English and not in Danish, with the words themselves."""
    found = []
    for _, source, forms in translations():
        pattern = re.escape(source)
        for place in (r"%1", r"%2", r"%n", r"\{\w*\}"):
            pattern = re.sub(re.escape(place).replace(r"\\\{\\w\*\\\}", r"\\\{\w*\\\}"), ".+?", pattern)
        if source not in forms and re.search(r"[A-Za-z]{2}", re.sub(r"%\w|\{\w*\}", "", source)):
            found.append((re.compile(pattern), source))
    return found


def words_of(widget):
    """Return everything that a widget shows or says."""
    said = [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.windowTitle()]
    if isinstance(widget, QLabel | QPushButton | QToolButton):
        said.append(widget.text())
    if isinstance(widget, QLineEdit):
        said.append(widget.placeholderText())
    if isinstance(widget, QTabBar):
        said += [widget.tabText(at) for at in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        said += rows_of(widget.model())
    if isinstance(widget, QMenu):
        said += [widget.title(), *(action.text() for action in widget.actions())]
    if hasattr(widget, "placeholderText"):
        said.append(widget.placeholderText())
    return said


def rows_of(model: QAbstractItemModel):
    """Return what the rows of a model show and say."""
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    for row in range(model.rowCount()):
        for role in roles:
            yield str(model.data(model.index(row, 0), role) or "")


def untranslated(top):
    """Return what a window and all that is seen in it says in English."""
    widgets = [top, *(one for one in top.findChildren(QWidget) if one.isVisible() or isinstance(one, QMenu))]
    said = {text for widget in widgets for text in words_of(widget)}
    said |= {action.text() for action in top.findChildren(QAction)}
    patterns = english_only()
    plain = {re.sub(r" \([^()]*\)$", "", text.replace("&", "")) for text in said if text}
    return sorted(text for text in plain if any(pattern.fullmatch(text) for pattern, _ in patterns))


def test_danish_is_put_on_the_whole_window_and_taken_off_again(opened):
    opened.mark()
    opened.desk.choose_thread(opened.desk.threads()[4])
    settle()
    tops = [pane.view.top() for pane in opened.panes]
    old = opened.window
    opened.speak("da")
    assert opened.window is not old
    assert [type(w) for w in QApplication.topLevelWidgets() if isinstance(w, Window)] == [Window]
    assert opened.actions["export"].text() == "Eksportér som Markdown …"
    assert opened.window.furniture.navigator.tabs.tabText(0) == "Principper"
    assert opened.window.left.isVisible()
    assert [pane.view.top() for pane in opened.panes] == tops
    assert opened.actions["language_da"].isChecked()
    assert len(opened.panes[0].marks) == 1
    opened.choose("undo")
    assert opened.panes[0].marks == [] or list(opened.panes[0].marks) == []
    # Undoing has brought the page to where the highlight was.
    tops = [pane.view.top() for pane in opened.panes]
    opened.speak("en")
    assert opened.actions["export"].text() == "Export as Markdown …"
    assert [pane.view.top() for pane in opened.panes] == tops
    assert not opened.actions["language_da"].isChecked()


def test_the_language_is_the_same_at_the_next_start(opened):
    opened.speak("da")
    opened.again()
    assert opened.desk.settings.language == "da"
    assert opened.actions["undo"].text() == "Fortryd"


def test_everything_can_be_searched_in_the_new_language_too(opened):
    for language, command in (("en", "Larger text"), ("da", "Større tekst"), ("en", "Larger text")):
        opened.speak(language)
        opened.window.furniture.search_line.setFocus()
        assert any("detailregulering" in row for row in opened.search("detailregulering"))
        assert command in opened.search(command)
        opened.window.furniture.search_line.clear()


def test_a_danish_window_shows_nothing_in_english(danish):
    danish.mark()
    danish.desk.choose_thread(danish.desk.threads()[7])
    settle()
    assert untranslated(danish.window) == []


def test_a_first_start_in_danish_names_the_categories_in_danish_and_they_stay_the_persons_own(danish):
    names = [category.name for category in danish.desk.categories()]
    assert names == ["Spørgsmål", "Vores linje", "Krav", "Nyt", "Andet"]
    danish.speak("en")
    assert [category.name for category in danish.desk.categories()] == names


def test_the_search_that_finds_english_would_find_it(opened):
    found = untranslated(opened.window)
    assert {"Undo", "Principles", "Export as Markdown …", "Notes"} <= set(found)


def test_nothing_in_english_comes_up_while_a_dane_works(danish):
    made = danish.mark()
    danish.window.furniture.notes.edit(made.id)
    danish.window.furniture.wardrobe.focused().open_find()
    danish.desk.select(A14, 100, 130)
    danish.window.furniture.search_line.begin()
    assert danish.search("styring")
    danish.choose("backup")
    danish.panes[0].set_shift(12)
    settle()
    assert untranslated(danish.window) == []
    danish.choose("remove")
    danish.choose("copy")
    danish.choose("cite")
    assert untranslated(danish.window) == []


@pytest.mark.parametrize("dialog", ["shortcuts", "about", "categories"])
def test_dialogs_are_danish_too(danish, dialog):
    found = []

    def read():
        shown = QApplication.activeModalWidget()
        found.append((shown.windowTitle(), untranslated(shown)))
        shown.close()

    QTimer.singleShot(50, read)
    danish.choose(dialog)
    titles = {"shortcuts": "Taster", "about": "Om Randnote", "categories": "Omdøb kategorier"}
    assert found == [(titles[dialog], [])]


def sentences():
    """Return every sentence that the code has for the person: the file, its context and the words."""
    for path in sorted((ROOT / "reader").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for klass in [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]:
            for call in calls(klass, "tr"):
                yield path.name, klass.name, literal(call.args[0])
        for name in ("translate", "QT_TRANSLATE_NOOP"):
            for call in calls(tree, name):
                if all(isinstance(one, ast.Constant) for one in call.args[:2]):
                    yield path.name, call.args[0].value, call.args[1].value


def calls(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called == name and node.args:
                yield node


def literal(node):
    return node.value if isinstance(node, ast.Constant) else None


def test_every_sentence_has_its_danish_and_no_danish_is_left_over():
    told = {(context, source) for context, source, forms in translations() if all(forms)}
    said = {(context, words) for _, context, words in sentences() if words is not None}
    assert sorted(said - told) == []
    assert sorted(told - said) == []


def test_placeholders_are_the_same_in_both_languages():
    for _, source, forms in translations():
        wanted = set(re.findall(r"%\d|\{\w*\}", source))
        assert all(set(re.findall(r"%\d|\{\w*\}", form)) == wanted for form in forms), source


# For those who hear the window


def test_everything_that_takes_the_keyboard_has_a_name(opened):
    opened.mark()
    nameless = []
    for widget in opened.window.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            spoken = QAccessible.queryAccessibleInterface(widget)
            if not spoken.text(QAccessible.Text.Name).strip():
                nameless.append((type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_tab_goes_round_the_whole_window(opened):
    opened.mark()
    opened.panes[0].view.setFocus()
    seen = []
    while opened.app.focusWidget() not in seen:
        seen.append(opened.app.focusWidget())
        QTest.keyClick(opened.app.focusWidget(), Key.Key_Tab)
    furniture = opened.window.furniture
    for part in (furniture.search_line, furniture.navigator.threads, opened.panes[1].view):
        assert part in seen
    assert opened.window.furniture.notes.list.cards()[0] in seen
