<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
    <context>
        <name>ArrivalDialog</name>
        <message numerus="yes">
            <source>Writing %n change(s) …</source>
            <translation>
                <numerusform>Writing %n change …</numerusform>
                <numerusform>Writing %n changes …</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new note(s) do not say who wrote them. Without a name they count as your own.</source>
            <translation>
                <numerusform>%n new note does not say who wrote it. Without a name it counts as your own.</numerusform>
                <numerusform>%n new notes do not say who wrote them. Without a name they count as your own.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArrivalList</name>
        <message numerus="yes">
            <source>… and %n more</source>
            <translation>
                <numerusform>… and %n more</numerusform>
                <numerusform>… and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ArrivalWords</name>
        <message numerus="yes">
            <source>%n passage(s) will have to be looked at: your text is not the one they were marked in.</source>
            <translation>
                <numerusform>%n passage will have to be looked at: your text is not the one it was marked in.</numerusform>
                <numerusform>%n passages will have to be looked at: your text is not the one they were marked in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) will have to be looked at: your text has other numbers or titles for principles.</source>
            <translation>
                <numerusform>%n note will have to be looked at: your text has other numbers or titles for principles.</numerusform>
                <numerusform>%n notes will have to be looked at: your text has other numbers or titles for principles.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) are about agreements that your library does not have: %1</source>
            <translation>
                <numerusform>%n note is about an agreement that your library does not have: %1</numerusform>
                <numerusform>%n notes are about agreements that your library does not have: %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) taken in from %1.</source>
            <translation>
                <numerusform>%n note taken in from %1.</numerusform>
                <numerusform>%n notes taken in from %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) were changed on both sides.</source>
            <translation>
                <numerusform>%n note was changed on both sides.</numerusform>
                <numerusform>%n notes were changed on both sides.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n could not be taken in.</source>
            <translation>
                <numerusform>%n could not be taken in.</numerusform>
                <numerusform>%n could not be taken in.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BackupsDialog</name>
        <message numerus="yes">
            <source>%n record(s) in this copy are damaged. It cannot be restored whole.</source>
            <translation>
                <numerusform>%n record in this copy is damaged. It cannot be restored whole.</numerusform>
                <numerusform>%n records in this copy are damaged. It cannot be restored whole.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BinDialog</name>
        <message numerus="yes">
            <source>%n note(s) shown</source>
            <translation>
                <numerusform>%n note shown</numerusform>
                <numerusform>%n notes shown</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) chosen</source>
            <translation>
                <numerusform>%n note chosen</numerusform>
                <numerusform>%n notes chosen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) brought back. Ctrl+Z takes that back.</source>
            <translation>
                <numerusform>%n note brought back. Ctrl+Z takes that back.</numerusform>
                <numerusform>%n notes brought back. Ctrl+Z takes that back.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BinQuestion</name>
        <message numerus="yes">
            <source>Delete %n note(s) for good?</source>
            <translation>
                <numerusform>Delete %n note for good?</numerusform>
                <numerusform>Delete %n notes for good?</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BothDialog</name>
        <message numerus="yes">
            <source>Let all %n stand as they are now</source>
            <translation>
                <numerusform>Let it stand as it is now</numerusform>
                <numerusform>Let all %n stand as they are now</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CardList</name>
        <message numerus="yes">
            <source>Show %n before</source>
            <translation>
                <numerusform>Show %n before</numerusform>
                <numerusform>Show %n before</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more</source>
            <translation>
                <numerusform>Show %n more</numerusform>
                <numerusform>Show %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Deleting</name>
        <message numerus="yes">
            <source>%n note(s) deleted for good.</source>
            <translation>
                <numerusform>%n note deleted for good.</numerusform>
                <numerusform>%n notes deleted for good.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Exchanging</name>
        <message numerus="yes">
            <source>%n note(s) exported to %1</source>
            <translation>
                <numerusform>%n note exported to %1</numerusform>
                <numerusform>%n notes exported to %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GridModel</name>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message numerus="yes">
            <source>%n form(s)</source>
            <translation>
                <numerusform>%n form</numerusform>
                <numerusform>%n forms</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LeavingDialog</name>
        <message numerus="yes">
            <source>%n note(s) are not saved</source>
            <translation>
                <numerusform>%n note is not saved</numerusform>
                <numerusform>%n notes are not saved</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Mishaps</name>
        <message numerus="yes">
            <source>%n note(s) are not saved. The words are kept, and it is tried again.</source>
            <translation>
                <numerusform>%n note is not saved. The words are kept, and it is tried again.</numerusform>
                <numerusform>%n notes are not saved. The words are kept, and it is tried again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NoteFilters</name>
        <message numerus="yes">
            <source>%n without a sure place</source>
            <translation>
                <numerusform>%n without a sure place</numerusform>
                <numerusform>%n without a sure place</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotesPanel</name>
        <message numerus="yes">
            <source>%n note(s) shown</source>
            <translation>
                <numerusform>%n note shown</numerusform>
                <numerusform>%n notes shown</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Partings</name>
        <message numerus="yes">
            <source>%n changed on both sides</source>
            <translation>
                <numerusform>%n changed on both sides</numerusform>
                <numerusform>%n changed on both sides</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ResultsPopup</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message numerus="yes">
            <source>%n of its words stand here</source>
            <translation>
                <numerusform>%n of its words stands here</numerusform>
                <numerusform>%n of its words stand here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Reviewing</name>
        <message numerus="yes">
            <source>%n passage(s) need a look because there is a new edition of %1.</source>
            <translation>
                <numerusform>%n passage needs a look because there is a new edition of %1.</numerusform>
                <numerusform>%n passages need a look because there is a new edition of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) or note(s) need a look because there is a new edition of %1.</source>
            <translation>
                <numerusform>%n passage or note needs a look because there is a new edition of %1.</numerusform>
                <numerusform>%n passages or notes need a look because there is a new edition of %1.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) were not found in the new edition of %1; they are kept.</source>
            <translation>
                <numerusform>%n passage was not found in the new edition of %1; it is kept.</numerusform>
                <numerusform>%n passages were not found in the new edition of %1; they are kept.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Searching</name>
        <message numerus="yes">
            <source>the first %n passage(s)</source>
            <translation>
                <numerusform>the first passage</numerusform>
                <numerusform>the first %n passages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s)</source>
            <translation>
                <numerusform>%n passage</numerusform>
                <numerusform>%n passages</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the first %n note(s)</source>
            <translation>
                <numerusform>the first note</numerusform>
                <numerusform>the first %n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SendingDialog</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Shelf</name>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n to check</numerusform>
                <numerusform>%n to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found</source>
            <translation>
                <numerusform>%n not found</numerusform>
                <numerusform>%n not found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message numerus="yes">
            <source>%n agreement(s) open</source>
            <translation>
                <numerusform>%n agreement open</numerusform>
                <numerusform>%n agreements open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s) in principle %1</source>
            <translation>
                <numerusform>%n note in principle %1</numerusform>
                <numerusform>%n notes in principle %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Telling</name>
        <message numerus="yes">
            <source>%n note(s) or highlight(s) are damaged and left out.</source>
            <translation>
                <numerusform>%n note or highlight is damaged and left out.</numerusform>
                <numerusform>%n notes or highlights are damaged and left out.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The journal beside the notebook lacked %n step(s). It was completed.</source>
            <translation>
                <numerusform>The journal beside the notebook lacked %n step. It was completed.</numerusform>
                <numerusform>The journal beside the notebook lacked %n steps. It was completed.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The notebook had lost %n step(s), put back now from the journal beside it.</source>
            <translation>
                <numerusform>The notebook had lost %n step, put back now from the journal beside it.</numerusform>
                <numerusform>The notebook had lost %n steps, put back now from the journal beside it.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThreadModel</name>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WaitingLine</name>
        <message numerus="yes">
            <source>%n to check</source>
            <translation>
                <numerusform>%n to check</numerusform>
                <numerusform>%n to check</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not found</source>
            <translation>
                <numerusform>%n not found</numerusform>
                <numerusform>%n not found</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Backups</name>
        <message numerus="yes">
            <source>Show more (%n not shown)</source>
            <translation>
                <numerusform>Show more (%n not shown)</numerusform>
                <numerusform>Show more (%n not shown)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n categor(y/ies)</source>
            <translation>
                <numerusform>%n category</numerusform>
                <numerusform>%n categories</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n highlight(s)</source>
            <translation>
                <numerusform>%n highlight</numerusform>
                <numerusform>%n highlights</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n in the bin</source>
            <translation>
                <numerusform>%n in the bin</numerusform>
                <numerusform>%n in the bin</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n other note</numerusform>
                <numerusform>%n other notes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Changes</name>
        <message numerus="yes">
            <source>%n change(s)</source>
            <translation>
                <numerusform>%n change</numerusform>
                <numerusform>%n changes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n decisive</source>
            <translation>
                <numerusform>%n decisive</numerusform>
                <numerusform>%n decisive</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n moved</source>
            <translation>
                <numerusform>%n moved</numerusform>
                <numerusform>%n moved</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n word(s) changed</source>
            <translation>
                <numerusform>%n word changed</numerusform>
                <numerusform>%n words changed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Report</name>
        <message numerus="yes">
            <source>%n highlight(s)</source>
            <translation>
                <numerusform>%n highlight</numerusform>
                <numerusform>%n highlights</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other note(s)</source>
            <translation>
                <numerusform>%n other note</numerusform>
                <numerusform>%n other notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n damaged piece(s)</source>
            <translation>
                <numerusform>%n damaged piece</numerusform>
                <numerusform>%n damaged pieces</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n step(s) of the history were not found; what was done in them is lost:</source>
            <translation>
                <numerusform>%n step of the history was not found; what was done in it is lost:</numerusform>
                <numerusform>%n steps of the history were not found; what was done in them is lost:</numerusform>
            </translation>
        </message>
    </context>
</TS>
