"""What a person may write in a note without harm to the page around it."""

import shutil

import pytest

from reader.export.markdown import annotated
from reader.export.remarks import enclosed


@pytest.mark.parametrize(
    ("note", "lines"),
    [
        ("# Overskrift", ["\\# Overskrift"]),
        ("> ## Overskrift", ["> \\## Overskrift"]),
        ("- # a", ["- \\# a"]),
        ("Tekst\n---", ["Tekst", "\\---"]),
        ("Tekst\n===", ["Tekst", "&#61;&#61;="]),
        ("- - -", ["\\- - -"]),
        ("-", ["\\-"]),
        ("a | b", ["a \\| b"]),
        ("a \\| b", ["a \\| b"]),
        ("<b>fed</b>", ["&lt;b>fed&lt;/b>"]),
        ("\\<b>", ["&lt;b>"]),
        ("\\\\<b>", ["\\\\&lt;b>"]),
        ("[^h-a1]: kapret", ["\\[^h-a1]&#58; kapret"]),
        ("[kl]: http://kl.dk", ["[kl]&#58; http://kl.dk"]),
        ("se [^1]", ["se \\[^1]"]),
        ("åben [parentes", ["åben \\[parentes"]),
        ("a ==b== c", ["a &#61;=b&#61;= c"]),
        ("$$ %% :::", ["&#36;$ &#37;% &#58;::"]),
        ("\\begin{x} C:\\mappe\\", ["\\\\begin{x} C:\\\\mappe\\\\"]),
        ("```\nkode", ["```", "kode", "```"]),
        ("  ~~~~ py\nkode\n~~~", ["  ~~~~ py", "kode", "~~~", "  ~~~~"]),
        ("a\r\nb\rc\0", ["a", "b", "c\ufffd"]),
        ("\n\na\n\n", ["a"]),
    ],
)
def test_what_would_break_the_page_is_made_plain(note, lines):
    assert enclosed(note) == lines


@pytest.mark.parametrize(
    "note",
    [
        "**fed**, *kursiv*, `kode`, [link](http://kl.dk), [[side]], - ikke - enig = nej",
        "- et\n    - to\n- [ ] tre\n\n1. fire\n\n> fem",
        "```py\nx = 1\n```",
        "\\* \\_ \\[ \\\\ 5 % #tag & < 3",
    ],
)
def test_what_is_harmless_is_left_alone(note):
    assert "\n".join(enclosed(note)) == note.replace("<", "&lt;")


EVIL = {
    "rule": "før\n---\nefter",
    "heading": "# før\nefter\n===",
    "pipe": "før | efter |\n|---|\n| x | y | z |",
    "html": "før <script>alert(1)</script>\n<div>\n\n<!-- efter",
    "definition": "før\n[^h-a1]: efter\n\n[^h-a2]: igen",
    "fence": "før\n```\nefter\n\n# x",
    "tilde": "før\n~~~\nefter\n\n[^h-a2]: x",
    "marks": "før == efter ==== ^x",
    "controls": "før\0\r\n\u2028efter\x0c",
    "quotation": "før\n> > efter\n\nigen",
    "list": "før\n- efter\n\n        igen\n\n1. x",
    "front": "---\nfør: efter\n---",
    "table": "+---+\n| før |\n+===+\n| efter |\n+---+",
}


@pytest.mark.parametrize("note", EVIL.values(), ids=EVIL)
def test_no_reader_is_led_astray(kit, sample, note):
    highlights = [kit.quoted(sample, "enige", note), kit.quoted(sample, "fordeling", "sidst", record="a2")]
    page = annotated(
        kit.agreement,
        sample,
        highlights,
        [kit.note(note), kit.note(note, 2, record="n2")],
        kit.categories,
        kit.time,
    )
    readers = [kit.html] + [kit.pandoc] * bool(shutil.which("pandoc"))
    for read in (kit.read(reader(kit.split(page)[1])) for reader in readers):
        assert read.own == kit.collapsed(sample.text)
        assert read.marked == "enigefordeling"
        assert [read.notes.count(word) for word in ("før", "efter", "sidst")] == [3, 3, 1]
        assert "script" not in read.tags


def test_odd_tags_and_times_stay_in_their_line(kit, sample):
    note = kit.note("x", tags=["a\nb", "#c]"])._replace(modified="nu\n# nej")
    page = annotated(kit.agreement, sample, [], [note], [], kit.time)
    assert "> **Note** (nu \\# nej, #a-b, #\\#c\\]) ^n-n1\n>\n> x\n" in page
