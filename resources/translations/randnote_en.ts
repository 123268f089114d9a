<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
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
        <name>NoteFilters</name>
        <message numerus="yes">
            <source>%n passage(s) not found</source>
            <translation>
                <numerusform>%n passage not found</numerusform>
                <numerusform>%n passages not found</numerusform>
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
        <message numerus="yes">
            <source>%n passage(s) not found</source>
            <translation>
                <numerusform>%n passage not found</numerusform>
                <numerusform>%n passages not found</numerusform>
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
            <source>%n note(s)</source>
            <translation>
                <numerusform>%n note</numerusform>
                <numerusform>%n notes</numerusform>
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
</TS>
