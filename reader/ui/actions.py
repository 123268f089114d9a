"""Every menu command once: its name, words, keys and place. Menu, search line and tests are made from it."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence


# Named as Qt's own, which translators' tools look for, but typed: PySide's returns an object.
def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark a text for translation and return it as it is."""
    return text


FILE = QT_TRANSLATE_NOOP("Actions", "File")
EDIT = QT_TRANSLATE_NOOP("Actions", "Edit")
NOTES = QT_TRANSLATE_NOOP("Actions", "Highlights and notes")
NOTEBOOK = QT_TRANSLATE_NOOP("Actions", "Notebook")
VIEW = QT_TRANSLATE_NOOP("Actions", "View")
GO = QT_TRANSLATE_NOOP("Actions", "Go")
HELP = QT_TRANSLATE_NOOP("Actions", "Help")
MENUS = (FILE, EDIT, NOTES, NOTEBOOK, VIEW, GO, HELP)


class Deed(NamedTuple):
    """What a person can do: `keys` are alternatives, `checkable` for what is on or off."""

    name: str
    menu: str
    text: str
    keys: tuple[str, ...] = ()
    checkable: bool = False
    ruled: bool = False


def deeds() -> tuple[Deed, ...]:
    """Return everything the menus offer, in their order: one table, however long, so that it is one."""
    return (
        Deed("new_pane", FILE, QT_TRANSLATE_NOOP("Actions", "Open another agreement beside"), ("Ctrl+T",)),
        Deed("close_pane", FILE, QT_TRANSLATE_NOOP("Actions", "Close pane"), ("Ctrl+W",)),
        Deed("export", FILE, QT_TRANSLATE_NOOP("Actions", "Export as Markdown …"), ("Ctrl+E",), ruled=True),
        Deed("quit", FILE, QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",), ruled=True),
        Deed("undo", EDIT, QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",)),
        Deed("redo", EDIT, QT_TRANSLATE_NOOP("Actions", "Redo"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        Deed("copy", EDIT, QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",), ruled=True),
        Deed("cite", EDIT, QT_TRANSLATE_NOOP("Actions", "Copy with source"), ("Ctrl+Shift+C",)),
        Deed("find", EDIT, QT_TRANSLATE_NOOP("Actions", "Find in this agreement"), ("Ctrl+F",), ruled=True),
        Deed("find_next", EDIT, QT_TRANSLATE_NOOP("Actions", "Next hit"), ("F3",)),
        Deed("find_previous", EDIT, QT_TRANSLATE_NOOP("Actions", "Previous hit"), ("Shift+F3",)),
        Deed("search", EDIT, QT_TRANSLATE_NOOP("Actions", "Search everything"), ("Ctrl+K", "Ctrl+Shift+F")),
        Deed("note", NOTES, QT_TRANSLATE_NOOP("Actions", "Write a note"), ("N",)),
        Deed("note_principle", NOTES, QT_TRANSLATE_NOOP("Actions", "Note on this principle"), ("Shift+N",)),
        Deed(
            "note_agreement", NOTES, QT_TRANSLATE_NOOP("Actions", "Note on this agreement"), ("Ctrl+Shift+N",)
        ),
        Deed("history", NOTES, QT_TRANSLATE_NOOP("Actions", "History of this highlight"), ("Ctrl+H",)),
        Deed("remove", NOTES, QT_TRANSLATE_NOOP("Actions", "Remove highlight"), ("Del",)),
        Deed(
            "longer_start",
            NOTES,
            QT_TRANSLATE_NOOP("Actions", "Stretch the start back"),
            ("Alt+Shift+Left",),
            ruled=True,
        ),
        Deed("shorter_start", NOTES, QT_TRANSLATE_NOOP("Actions", "Draw the start in"), ("Alt+Shift+Right",)),
        Deed("shorter_end", NOTES, QT_TRANSLATE_NOOP("Actions", "Draw the end in"), ("Ctrl+Alt+Left",)),
        Deed("longer_end", NOTES, QT_TRANSLATE_NOOP("Actions", "Stretch the end on"), ("Ctrl+Alt+Right",)),
        Deed("categories", NOTES, QT_TRANSLATE_NOOP("Actions", "Rename categories …"), ruled=True),
        Deed("check_these", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Passages to check"), ("Ctrl+6",)),
        Deed("lost_passages", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Passages not found"), ("Ctrl+7",)),
        Deed(
            "put_here",
            NOTEBOOK,
            QT_TRANSLATE_NOOP("Actions", "Put the passage on the selected words"),
            ("Ctrl+Return", "Ctrl+Enter"),
        ),
        Deed(
            "export_notes",
            NOTEBOOK,
            QT_TRANSLATE_NOOP("Actions", "Export notes for colleagues …"),
            ruled=True,
        ),
        Deed("import_notes", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Import notes of colleagues …")),
        Deed("both_sides", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Changed on both sides …")),
        Deed("bin", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Bin …"), ruled=True),
        Deed("backups", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Backups …")),
        Deed("backup", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Back up the notebook now")),
        Deed("rescue", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Save a rescue copy …"), ruled=True),
        Deed("mend", NOTEBOOK, QT_TRANSLATE_NOOP("Actions", "Mend the damaged notebook …")),
        Deed("following", VIEW, QT_TRANSLATE_NOOP("Actions", "Follow each other"), ("Ctrl+L",), True),
        Deed("pin", VIEW, QT_TRANSLATE_NOOP("Actions", "Pin this pane"), ("Ctrl+P",), True),
        Deed("larger", VIEW, QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), ruled=True),
        Deed("smaller", VIEW, QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",)),
        Deed("normal", VIEW, QT_TRANSLATE_NOOP("Actions", "Normal text size"), ("Ctrl+0",)),
        Deed(
            "emended",
            VIEW,
            QT_TRANSLATE_NOOP("Actions", "Mark what was emended"),
            ("Ctrl+M",),
            True,
            ruled=True,
        ),
        Deed("changes", VIEW, QT_TRANSLATE_NOOP("Actions", "Show changes"), ("Ctrl+D",), True),
        Deed("mentions", VIEW, QT_TRANSLATE_NOOP("Actions", "Mark mentions"), ("Ctrl+Shift+M",), True),
        Deed("navigator", VIEW, QT_TRANSLATE_NOOP("Actions", "Navigator"), ("F9",), True, ruled=True),
        Deed("notes", VIEW, QT_TRANSLATE_NOOP("Actions", "Notes"), ("F8",), True),
        Deed(
            "theme_system", VIEW, QT_TRANSLATE_NOOP("Actions", "Colours of the system"), (), True, ruled=True
        ),
        Deed("theme_light", VIEW, QT_TRANSLATE_NOOP("Actions", "Light"), (), True),
        Deed("theme_dark", VIEW, QT_TRANSLATE_NOOP("Actions", "Dark"), (), True),
        Deed("language_da", VIEW, "Dansk", (), True, ruled=True),
        Deed("language_en", VIEW, "English", (), True),
        Deed("back", GO, QT_TRANSLATE_NOOP("Actions", "Back"), ("Alt+Left",)),
        Deed("forward", GO, QT_TRANSLATE_NOOP("Actions", "Forward"), ("Alt+Right",)),
        Deed(
            "next_principle", GO, QT_TRANSLATE_NOOP("Actions", "Next principle"), ("Ctrl+Down",), ruled=True
        ),
        Deed("previous_principle", GO, QT_TRANSLATE_NOOP("Actions", "Previous principle"), ("Ctrl+Up",)),
        Deed("next_heading", GO, QT_TRANSLATE_NOOP("Actions", "Next heading"), ("H",)),
        Deed("previous_heading", GO, QT_TRANSLATE_NOOP("Actions", "Previous heading"), ("Shift+H",)),
        Deed("next_highlight", GO, QT_TRANSLATE_NOOP("Actions", "Next highlight"), ("J",)),
        Deed("previous_highlight", GO, QT_TRANSLATE_NOOP("Actions", "Previous highlight"), ("K",)),
        Deed("next_change", GO, QT_TRANSLATE_NOOP("Actions", "Next change"), ("C",), ruled=True),
        Deed("previous_change", GO, QT_TRANSLATE_NOOP("Actions", "Previous change"), ("Shift+C",)),
        Deed("next_decisive", GO, QT_TRANSLATE_NOOP("Actions", "Next decisive change"), ("D",)),
        Deed("previous_decisive", GO, QT_TRANSLATE_NOOP("Actions", "Previous decisive change"), ("Shift+D",)),
        Deed("other_end", GO, QT_TRANSLATE_NOOP("Actions", "Go to the other end of what moved"), ("M",)),
        Deed("overview", GO, QT_TRANSLATE_NOOP("Actions", "Overview"), ("Ctrl+G",), ruled=True),
        Deed("wording", GO, QT_TRANSLATE_NOOP("Actions", "Wording through the years"), ("Ctrl+Shift+G",)),
        Deed("next_pane", GO, QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",), ruled=True),
        Deed("to_navigator", GO, QT_TRANSLATE_NOOP("Actions", "To the principles"), ("Ctrl+1",)),
        Deed("to_contents", GO, QT_TRANSLATE_NOOP("Actions", "To the contents"), ("Ctrl+2",)),
        Deed("to_library", GO, QT_TRANSLATE_NOOP("Actions", "To the library"), ("Ctrl+3",)),
        Deed("to_record", GO, QT_TRANSLATE_NOOP("Actions", "To what is on record of the text"), ("Ctrl+5",)),
        Deed("show_source", GO, QT_TRANSLATE_NOOP("Actions", "Show in the source"), ("Ctrl+U",)),
        Deed("to_notes", GO, QT_TRANSLATE_NOOP("Actions", "To the notes"), ("Ctrl+4",)),
        Deed("shortcuts", HELP, QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1",)),
        Deed("about", HELP, QT_TRANSLATE_NOOP("Actions", "About Randnote")),
    )


def in_menu(name: str) -> str:
    """Return the words of a menu or deed in the interface's language."""
    return QCoreApplication.translate("Actions", name)


def make_actions(parent: QObject) -> dict[str, QAction]:
    """Return an action for every deed by its name; each belongs to the window."""
    made = {}
    for deed in deeds():
        action = QAction(in_menu(deed.text), parent)
        action.setObjectName(deed.name)
        action.setCheckable(deed.checkable)
        action.setShortcuts([QKeySequence(key) for key in deed.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        made[deed.name] = action
    return made
