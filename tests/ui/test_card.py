"""A card: what is seen on it, and what a person can do with it where it stands."""

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QMessageBox

from reader.notebook.notebook import Notebook
from reader.ui.card import Card
from reader.ui.entries import entry
from reader.ui.links import LinkQuestion
from reader.ui.theme import dark_theme, light_theme

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")

QUOTE = "kommunerne samtidig have et større råderum"


@pytest.fixture
def show_card(qtbot, desk):
    """Show the card of a record, at the width it has in the panel."""

    def shown(record, width=280):
        card = Card(desk, light_theme())
        qtbot.addWidget(card)
        categories = {category.id: category for category in desk.categories()}
        card.present(entry(desk, record.id), categories.get(getattr(record, "category", "")))
        card.resize(width, card.heightForWidth(width))
        card.show()
        card.activateWindow()
        card.setFocus()
        qtbot.waitUntil(card.hasFocus)
        return card

    return shown


@pytest.fixture
def marked(mark_words):
    return mark_words(QUOTE, category="green", note="Vores *linje*.", tags=("råderum", "2014"))


@pytest.fixture
def principle_note(desk):
    made = desk.add_note("aftale-2014", 2)
    desk.write(made, "Vores stærkeste kort.")
    return desk.notebook.note(made.id)


@pytest.fixture
def opened():
    """What the program asked the desktop to open; nothing is really opened."""
    catcher = Catcher()
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, catcher, "catch")
    yield catcher.addresses
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


class Catcher(QObject):
    def __init__(self):
        super().__init__()
        self.addresses = []

    @Slot(QUrl)
    def catch(self, address):
        self.addresses.append(address.toString())


def fail_to_save(desk, failing):
    """Let SQLite refuse every write, as on a disk that went read-only."""
    desk.notebook.connection.execute(f"PRAGMA query_only = {'ON' if failing else 'OFF'}")


def question(qtbot, card):
    qtbot.waitUntil(lambda: bool(card.window().findChildren(LinkQuestion)))
    return card.window().findChildren(LinkQuestion)[0]


# What is seen


def test_a_highlight_shows_its_quote_note_tags_and_place(show_card, marked):
    card = show_card(marked)
    assert card.quote.text() == f"«{QUOTE}»"
    assert "<em>linje</em>" in card.note.text()
    assert [chip.text() for chip in card.chips] == ["råderum", "2014"]
    assert card.meta.text() == "ØA14 · Principle 2"


def test_a_card_says_all_of_it_to_those_who_listen(show_card, marked):
    assert show_card(marked).accessibleName() == (
        f"Highlight, Vores linje, «{QUOTE}», ØA14 · Principle 2, note: Vores linje."
    )


def test_a_note_on_a_principle_shows_its_title(show_card, principle_note):
    card = show_card(principle_note)
    assert card.title.text() == "2. Styring på mål og resultater"
    assert card.accessibleName().startswith("Note, ØA14 · Principle 2, 2. Styring på mål")


def test_outside_principles_the_section_is_named(show_card, mark_words):
    card = show_card(mark_words("Kommunerne", agreement="aftale-2009"))
    assert card.meta.text().startswith("ØA09 · ")
    assert "Principle" not in card.meta.text()


def test_a_long_quote_is_two_lines_whole_words_and_still_between_its_signs(show_card, desk, mark_words):
    text = desk.edition("aftale-2014").text
    start = text.index(QUOTE)
    card = show_card(mark_words(text[start : start + 3000]))
    assert card.quote.shown().startswith("«kommunerne samtidig have")
    assert card.quote.shown().endswith(" …»")
    assert card.quote.height() <= 2.5 * card.fontMetrics().lineSpacing()


@pytest.mark.parametrize("width", [200, 280, 500])
def test_nothing_is_cut_off(show_card, mark_words, width):
    address = "https://www.kl.dk/oekonomi/kommunernes-oekonomi/aftaler/2014"
    note = f"Se {address} om kommunalbestyrelsesmedlemmernes\n\n- råd"
    card = show_card(mark_words(QUOTE, note=note, tags=("kommunalbestyrelsens ansvar", "2014")), width)
    for label in card.findChildren(QLabel):
        if label.isVisible():
            assert card.rect().contains(label.geometry())
            assert label.height() >= label.heightForWidth(label.width())
    assert card.note.minimumSizeHint().width() <= card.note.width()


def test_the_edge_has_the_category_s_colour_in_both_themes(show_card, marked):
    card = show_card(marked)
    for theme in (light_theme(), dark_theme()):
        card.restyle(theme)
        seen = card.grab().toImage().pixelColor(6, card.height() - 12).name()
        assert seen == theme.look.ground("green").ground


def test_texts_of_others_are_plain(show_card, mark_words, desk):
    category = desk.categories()[0]
    desk.rename_category(category, "<b>A & B</b>")
    card = show_card(mark_words(QUOTE, tags=("<img src='file:///etc/passwd'>",)))
    for label in (card.quote, card.title, card.meta, *card.chips):
        assert label.textFormat() == Qt.TextFormat.PlainText
    assert "<b>A && B</b>" in [action.text() for action in card.menu().actions()]


@pytest.mark.parametrize("note", ["![x](file:///etc/passwd)", "<img src=file:///etc/passwd>", "x" * 500_000])
def test_hostile_notes_are_harmless(show_card, mark_words, opened, note):
    card = show_card(mark_words(QUOTE, note=note))
    card.grab()
    assert "<img" not in card.note.text()
    assert "href" not in card.note.text()
    assert opened == []


def test_what_is_lost_says_so_and_leads_to_where_it_is_found_again(qtbot, show_card, desk, lose, marked):
    card = show_card(lose(marked))
    assert card.meta.text() == "ØA14 · not found in the text"
    with qtbot.assertNotEmitted(desk.passage_chosen), qtbot.waitSignal(desk.place_wanted) as wanted:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert wanted.args == [marked.id]


# Going


@pytest.mark.parametrize("way", ["click", "click on the note", "enter"])
def test_going_to_a_highlight(qtbot, show_card, desk, marked, way):
    card = show_card(marked)
    place = desk.edition("aftale-2014").text.index(QUOTE)
    desk.choose_highlight("")
    with qtbot.waitSignal(desk.passage_chosen) as heard, qtbot.waitSignal(desk.highlight_chosen):
        if way == "enter":
            qtbot.keyClick(card, Qt.Key.Key_Return)
        else:
            target = card.note if way == "click on the note" else card
            qtbot.mouseClick(target, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert heard.args == ["aftale-2014", place, place + len(QUOTE)]
    assert desk.current == marked.id


def test_going_to_a_principle(qtbot, show_card, desk, principle_note):
    card = show_card(principle_note)
    with qtbot.waitSignal(desk.passage_chosen) as heard:
        qtbot.keyClick(card, Qt.Key.Key_Return)
    start = desk.edition("aftale-2014").principle(2).start
    assert heard.args == ["aftale-2014", start, start]


# Writing


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_E])
def test_every_keystroke_is_saved(qtbot, show_card, desk, marked, key):
    card = show_card(marked)
    qtbot.keyClick(card, key)
    qtbot.waitUntil(card.editor.words.hasFocus)
    for typed, letter in enumerate(" Ny.", start=1):
        qtbot.keyClick(card.editor.words, letter)
        assert desk.notebook.highlight(marked.id).note == "Vores *linje*." + " Ny."[:typed]
        assert not desk.notebook.connection.in_transaction


def test_what_was_typed_is_there_after_a_restart(qtbot, show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    qtbot.keyClicks(card.editor.words, " æøå")
    desk.notebook.close()
    with Notebook.open(desk.notebook.path) as again:
        assert again.highlight(marked.id).note == "Vores *linje*. æøå"


def test_a_note_that_was_done_keeps_its_form_when_it_is_taken_up_again_at_once(
    qtbot, show_card, desk, marked
):
    card = show_card(marked)
    for words in (" Først.", " Så."):
        card.present(entry(desk, marked.id), None)
        card.edit()
        qtbot.keyClicks(card.editor.words, words)
        qtbot.keyClick(card.editor.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    had = [form.after.note for form in desk.notebook.forms(marked.id)]
    assert had == ["Vores *linje*. Først. Så.", "Vores *linje*. Først.", "Vores *linje*."]
    desk.undo()
    assert desk.notebook.highlight(marked.id).note == "Vores *linje*. Først."


def test_tags_are_saved_as_they_are_typed(qtbot, show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    qtbot.keyClick(card.editor.words, Qt.Key.Key_Tab)
    qtbot.waitUntil(card.editor.tags.hasFocus)
    qtbot.keyClicks(card.editor.tags, ", krav,  KL 2014 , krav,")
    assert desk.notebook.highlight(marked.id).tags == ("råderum", "2014", "krav", "KL 2014")


@pytest.mark.parametrize("way", ["escape", "ctrl+enter", "enter in the tags", "the button"])
def test_ways_to_end_writing(qtbot, show_card, marked, way):
    card = show_card(marked)
    card.edit()
    editor = card.editor
    if way == "escape":
        qtbot.keyClick(editor.words, Qt.Key.Key_Escape)
    elif way == "ctrl+enter":
        qtbot.keyClick(editor.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    elif way == "the button":
        qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    else:
        editor.tags.setFocus()
        qtbot.keyClick(editor.tags, Qt.Key.Key_Return)
    assert card.editor is None
    assert card.hasFocus()
    assert card.note.isVisible()


def test_no_break_spaces_and_line_ends_stay(qtbot, show_card, desk, mark_words):
    made = mark_words(QUOTE, note="5\u00a0mio.\r\nkr. \U0001f600")
    card = show_card(made)
    card.edit()
    assert not card.unsaved()
    card.end_edit()
    assert desk.notebook.highlight(made.id).note == "5\u00a0mio.\r\nkr. \U0001f600"
    card.edit()
    qtbot.keyClicks(card.editor.words, "!")
    assert desk.notebook.highlight(made.id).note == "5\u00a0mio.\nkr. \U0001f600!"


def test_undo_shows_in_the_open_editor(show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    card.editor.words.insertPlainText(" Ny.")
    desk.stack.undo()
    card.present(entry(desk, marked.id), None)
    assert card.editor.words.toPlainText() == "Vores *linje*."
    assert not card.unsaved()


def test_a_failed_save_keeps_the_words_says_so_and_tries_again(qtbot, show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    fail_to_save(desk, True)
    failed = []
    desk.failed.connect(failed.append)
    qtbot.keyClicks(card.editor.words, " Ny")
    assert failed == [], "what is said in the editor need not be said for every letter elsewhere"
    assert card.editor.trouble.isVisible()
    assert card.editor.trouble.text().startswith("Not saved: the words are kept here")
    assert "cannot be written" in card.editor.trouble.text()
    assert [record.note for record in desk.unsaved.records()] == ["Vores *linje*. Ny"]
    assert card.editor.words.toPlainText() == "Vores *linje*. Ny"
    qtbot.keyClick(card.editor.words, Qt.Key.Key_Escape)
    assert card.editor is not None, "the editor closed with words that are not saved"
    fail_to_save(desk, False)
    qtbot.keyClick(card.editor.words, "t")
    assert desk.notebook.highlight(marked.id).note == "Vores *linje*. Nyt"
    assert not card.editor.trouble.isVisible()
    assert desk.unsaved.records() == []


def test_a_failed_save_is_tried_again_by_the_button(qtbot, show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    card.editor.tags.setFocus()
    fail_to_save(desk, True)
    qtbot.keyClicks(card.editor.tags, "x")
    fail_to_save(desk, False)
    qtbot.mouseClick(card.editor.again, Qt.MouseButton.LeftButton)
    assert desk.notebook.highlight(marked.id).tags == ("råderum", "2014x")
    assert not card.editor.again.isVisible()


def test_words_for_a_record_that_is_gone_are_kept(qtbot, show_card, desk, marked):
    card = show_card(marked)
    card.edit()
    desk.remove(marked)
    qtbot.keyClicks(card.editor.words, " Ny")
    assert "removed meanwhile" in card.editor.trouble.text()
    desk.stack.undo()
    card.editor.save()
    assert desk.notebook.highlight(marked.id).note == "Vores *linje*. Ny"


def test_a_note_begun_and_left_empty_is_not_kept(desk, show_card):
    made = desk.add_note("aftale-2014", None)
    card = show_card(made)
    card.edit()
    card.end_edit()
    assert desk.notebook.note(made.id) is None


# Category, removing, keys


def test_changing_the_category(show_card, desk, marked):
    card = show_card(marked)
    menu = card.menu()
    red = desk.categories()[2]
    next(action for action in menu.actions() if action.data() == red.id).trigger()
    assert desk.notebook.highlight(marked.id).category == red.id


def test_removing_and_undoing(qtbot, show_card, desk, marked):
    card = show_card(marked)
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert desk.notebook.highlight(marked.id) is None
    desk.stack.undo()
    assert desk.notebook.highlight(marked.id) == marked


def test_the_menu_button_opens_all_that_can_be_done(qtbot, show_card, marked):
    card = show_card(marked)
    assert card.more.focusPolicy() & Qt.FocusPolicy.TabFocus
    texts = [action.text().split("\t")[0] for action in card.menu().actions() if action.text()]
    assert texts == [
        *("Go to the place", "Edit note and tags"),
        *("Spørgsmål", "Vores linje", "Krav", "Nyt", "Andet", "History", "Remove"),
    ]


def test_the_window_s_own_keys_wait_while_a_card_has_the_keyboard(qtbot, show_card, desk, marked):
    window = QMainWindow()
    qtbot.addWidget(window)
    taken = []
    for keys in ("Del", "E", "Esc", "1"):
        action = QAction(window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False, keys=keys: taken.append(keys))
        window.addAction(action)
    card = show_card(marked)
    window.setCentralWidget(card)
    window.show()
    window.activateWindow()
    card.setFocus()
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Qt.Key.Key_E)
    qtbot.waitUntil(card.editor.words.hasFocus)
    qtbot.keyClicks(card.editor.words, "1E")
    qtbot.keyClick(card.editor.words, Qt.Key.Key_Escape)
    assert desk.notebook.highlight(marked.id).note == "Vores *linje*.1E"
    assert card.hasFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert desk.notebook.highlight(marked.id) is None
    assert taken == []


# Links


@pytest.mark.parametrize(("answer", "expected"), [("Open", ["https://www.kl.dk/x"]), ("Cancel", [])])
def test_a_link_opens_only_when_the_person_agrees(qtbot, show_card, mark_words, opened, answer, expected):
    card = show_card(mark_words(QUOTE, note="[aftalen](https://www.kl.dk/x)"))
    card.note.linkActivated.emit("https://www.kl.dk/x")
    asked = question(qtbot, card)
    assert asked.textFormat() == Qt.TextFormat.PlainText
    assert "www.kl.dk" in asked.text()
    assert opened == []
    asked.button(getattr(QMessageBox.StandardButton, answer)).click()
    assert opened == expected


def test_the_question_names_the_true_host(qtbot, show_card, marked, opened):
    card = show_card(marked)
    card.note.linkActivated.emit("https://www.kl.dk@ond.example/" + "a" * 5000)
    asked = question(qtbot, card)
    assert asked.text().startswith("Open this address at ond.example")
    assert len(asked.text()) < 400
    asked.button(QMessageBox.StandardButton.Cancel).click()


@pytest.mark.parametrize("address", ["file:///etc/passwd", "javascript:alert(1)"])
def test_what_is_neither_web_nor_mail_is_never_opened(qtbot, show_card, marked, opened, address):
    card = show_card(marked)
    card.note.linkActivated.emit(address)
    question(qtbot, card).button(QMessageBox.StandardButton.Open).click()
    assert opened == []
