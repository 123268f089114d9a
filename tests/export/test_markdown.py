"""One agreement as a page: what stands where."""

import shutil

import pytest
import yaml

from reader.export.markdown import annotated, plain_markdown

HARD_LINES = [
    "13. juni 2013",
    "1. Indledning",
    "1) første",
    "(2) anden",
    "a. tredje",
    "iv) fjerde",
    "II. Femte",
    "- otte",
    "+ ni",
    "---",
    "===",
    "> citat",
    "# nummer",
    ": definition",
    "~ definition",
    "% titel",
    "| linje",
    "Table: ti",
    "[^1]: fodnote",
    "[a]: http://x.dk",
    "*[KL]: forening",
    "```",
    "<div>",
    "<!-- x -->",
    "A&amp;B &lt; C & D < E",
    "a ==b== ~~c~~ ^d^ $e$ %%f%% ... -- ---",
    "![x](y) [[z]] [TOC]",
    "\\begin{x} \\* \\\\",
    "///Footnotes Go Here///",
    "(@) @kl skriv@kl.dk",
    "snake_case _kursiv_ __fed__ *a* **b**",
]


def _page(kit, edition, highlights=(), notes=()):
    return annotated(kit.agreement, edition, highlights, notes, kit.categories, kit.time)


def test_front_matter_tells_what_the_page_is(kit, sample):
    front, _ = kit.split(_page(kit, sample, [kit.quoted(sample, "enige")], [kit.note("x")]))
    assert yaml.safe_load(front) == {
        "title": "Aftale om kommunernes økonomi: 2014 # nr. 1",
        "short": "ØA14",
        "date": "2013-06-13",
        "parties": ["Regeringen", "KL"],
        "source": ["002.txt", "003.txt"],
        "digest": sample.digest,
        "highlights": 1,
        "notes": 1,
        "exported": kit.time,
    }


def test_every_kind_of_block_is_written_as_what_it_is(kit, sample):
    page = plain_markdown(kit.agreement, sample)
    assert page.startswith(
        "# Aftale om kommunernes økonomi for 2014\n\n13\\. juni 2013\n\n## 1. Indledning\n\n"
    )
    assert "enige, *jf. tabel 1*, om" in page
    assert "- *Styrket almen praksis.* Der er behov for mere.\n- Færre indlæggelser\n\n" in page
    assert "\n\n1\\. kommuner skal\n\n2\\. staten skal\n\n#### Tabel 1 Balance\n\n" in page
    assert "| Mio. kr. | Aftale\\|2014 |\n| --- | --- |\n| - Heraf <br>betinget | -3.000 |\n" in page
    assert "#### 1. Tydeligt ansvar\n\nDet politiske" in page


@pytest.mark.parametrize("text", HARD_LINES)
def test_a_line_comes_back_as_it_stands(kit, text):
    for build in ("heading", "paragraph", "item", "cell"):
        builder = kit.builder().heading(1, "Aftale")
        if build == "heading":
            builder.heading(3, text)
        elif build == "cell":
            builder.table([text, text], ["x", text])
        else:
            builder.add(build, text)
        edition = builder.paragraph("Slut").edition()
        html = kit.html(plain_markdown(kit.agreement, edition))
        assert kit.read(html).own == kit.collapsed(edition.text)


def test_what_needs_no_escape_gets_none(kit):
    text = (
        'Det er "klart" (jf. tabel 1), at 5 % af A & B - mindst 3.000 kr. - er < 10 og > 2 = fint; a_b@kl.dk!'
    )
    page = plain_markdown(kit.agreement, kit.builder().heading(1, "A").paragraph(text).edition())
    assert page == f"# A\n\n{text}\n"


def test_a_page_without_its_own_title_gets_the_agreements(kit):
    edition = kit.builder().paragraph("Tekst").edition()
    assert plain_markdown(kit.agreement, edition) == (
        "# Aftale om kommunernes økonomi: 2014 \\# nr. 1\n\nTekst\n"
    )
    assert "> hele\n\nTekst\n" in _page(kit, edition, notes=[kit.note("hele")])


def test_a_highlight_stands_in_place_with_its_footnote(kit, sample):
    highlight = kit.quoted(sample, "er enige", "Det er **ikke** rigtigt", tags=["vigtig", "to ord"])
    page = _page(kit, sample, [highlight])
    assert "Regeringen og KL ==er enige==[^h-a1], *jf. tabel 1*, om" in page
    first = f"[^h-a1]: **! Uenig** ({kit.when}, #vigtig, #to-ord)"
    assert page.endswith(f"{first}\n\n    Det er **ikke** rigtigt\n")


def test_a_footnote_says_which_principle_it_belongs_to(kit, sample):
    page = _page(kit, sample, [kit.quoted(sample, "fordeling")])
    assert page.endswith(f"\n\n[^h-a1]: **! Uenig** (P1, {kit.when})\n")


def test_an_unknown_or_odd_category_is_named_safely(kit, sample):
    page = _page(
        kit,
        sample,
        [
            kit.quoted(sample, "enige", category="odd"),
            kit.quoted(sample, "KL", record="a2", category="væk"),
            kit.quoted(sample, "om", record="a3", category=""),
        ],
    )
    assert "[^h-a1]: **\\# A\\|B\\_\\*c\\*** (" in page
    assert "[^h-a2]: **væk** (" in page
    assert "[^h-a3]: **?** (" in page


def test_a_highlight_over_blocks_and_cells_has_a_piece_in_each_and_one_reference(kit, sample):
    page = _page(
        kit,
        sample,
        [
            kit.quoted(sample, "juni 2013\n1. Ind"),
            kit.quoted(sample, "Balance\nMio. kr.\tAftale|2014\n- Heraf\nbe", record="a2"),
        ],
    )
    assert "13\\. ==juni 2013==\n\n## ==1. Ind==[^h-a1]ledning" in page
    assert "#### Tabel 1 ==Balance==\n\n| ==Mio. kr.== | ==Aftale\\|2014== |" in page
    assert "| ==- Heraf== <br>==be==[^h-a2]tinget |" in page


def test_overlapping_and_nested_highlights_are_cut_at_every_edge(kit, sample):
    page = _page(
        kit,
        sample,
        [
            kit.quoted(sample, "Regeringen og KL er", record="a"),
            kit.quoted(sample, "KL er enige", record="b"),
            kit.quoted(sample, "geringen", record="c"),
        ],
    )
    expected = "==Re====geringen==[^h-c]== og== ==KL er==[^h-a] ==enige==[^h-b], *jf."
    assert expected.replace("== og==", " ==og==") in page


def test_highlights_and_emphasis_may_cross(kit, sample):
    page = _page(
        kit, sample, [kit.quoted(sample, "enige, jf.", record="a"), kit.quoted(sample, "1, om", record="b")]
    )
    assert "==enige, *jf.*==[^h-a] *tabel* ==*1*, om==[^h-b] rammerne" in page


def test_emphasis_that_readers_would_not_take_is_left_out(kit):
    edition = (
        kit.builder().heading(1, "A").paragraph("ord(x)ord og ord, to", (3, 6), (13, 15), (15, 18)).edition()
    )
    assert plain_markdown(kit.agreement, edition) == "# A\n\nord(x)ord og *ord,* to\n"


def test_whitespace_at_the_edges_stands_outside_the_marks(kit, sample):
    assert "Regeringen ==og==[^h-a1] KL" in _page(kit, sample, [kit.quoted(sample, " og ")])


def test_a_highlight_of_whitespace_still_has_its_reference(kit, sample):
    start = sample.text.index(" og KL")
    page = _page(kit, sample, [kit.highlight(sample, start, start + 1, "hul")])
    assert "Regeringen[^h-a1] og KL" in page
    assert "    hul\n" in page


def test_a_reference_is_never_part_of_a_link_or_picture(kit):
    edition = kit.builder().heading(1, "A").paragraph("Nej! se(her) nu").edition()
    page = _page(kit, edition, [kit.quoted(edition, "se", record="a"), kit.quoted(edition, " ", record="b")])
    assert "Nej\\![^h-b] ==se==[^h-a]\\(her) nu" in page


def test_equals_signs_beside_marks_are_not_marks(kit):
    edition = kit.builder().heading(1, "A").paragraph("a =b= c = d").edition()
    page = _page(kit, edition, [kit.quoted(edition, "=b=")])
    assert "a ==&#61;b&#61;==[^h-a1] c = d" in page


def test_notes_stand_under_the_heading_they_are_on(kit, sample):
    notes = [kit.note("hele\n\naftalen", tags=["a"]), kit.note("om 2", 2, record="n2")]
    page = _page(kit, sample, notes=notes)
    whole = f"> **Note** ({kit.when}, #a) ^n-n1\n>\n> hele\n>\n> aftalen\n\n13\\. juni"
    assert f"økonomi for 2014\n\n{whole}" in page
    assert f"#### 2. Styring på mål\n\n> **Note** (P2, {kit.when}) ^n-n2\n>\n> om 2\n\nDer styres" in page


def test_what_has_no_place_stands_at_the_end_with_its_words(kit, sample):
    other = kit.builder().paragraph("Noget helt andet, *som* var").edition()
    page = _page(kit, sample, [kit.quoted(other, "andet, *som*", "husk")], [kit.note("om ni", 9)])
    assert page.endswith(
        "## Uden sted i teksten\n\n"
        f"> **! Uenig** ({kit.when}) ^h-a1\n>\n> »andet, \\*som\\*«\n>\n> husk\n\n"
        f"> **Note** (P9, {kit.when}) ^n-n1\n>\n> om ni\n"
    )


def test_a_passage_of_another_edition_is_marked_nowhere_and_what_is_to_be_checked_is_told_from_the_lost(
    kit, sample
):
    new = kit.builder().heading(1, "Ny").paragraph("Først. Der er en fordeling af ansvar.").edition()
    old = kit.builder().paragraph("Der er en fordeling af ansvar.").edition()
    doubtful, lost = kit.quoted(old, "fordeling"), kit.quoted(old, "ansvar", record="a2")
    page = annotated(kit.agreement, new, [doubtful, lost], [], kit.categories, kit.time, {"a1"})
    assert "==" not in page
    check = page.index("## Stedet i teksten skal efterses")
    assert check < page.index("»fordeling«") < page.index("## Uden sted i teksten") < page.index("»ansvar«")


def test_a_note_stands_at_its_principle_only_while_that_has_its_heading(kit, sample):
    here, there, gone = kit.note("om 2", 2), kit.note("om nr. 1", 1, "n2"), kit.note("om ni", 9, "n3")
    notes = [
        here._replace(heading="styring  på MÅL"),
        there._replace(heading="Styring *på* andet"),
        gone._replace(heading="Samspil"),
    ]
    page = _page(kit, sample, [], notes)
    assert f"#### 2. Styring på mål\n\n> **Note** (P2, {kit.when}) ^n-n1\n>\n> om 2\n\nDer styres" in page
    assert page.endswith(
        "## Stedet i teksten skal efterses\n\n"
        f"> **Note** (P1, {kit.when}) ^n-n2\n>\n> »Styring \\*på\\* andet«\n>\n> om nr. 1\n\n"
        "## Uden sted i teksten\n\n"
        f"> **Note** (P9, {kit.when}) ^n-n3\n>\n> »Samspil«\n>\n> om ni\n"
    )


def test_records_of_other_agreements_are_left_out(kit, sample):
    highlight = kit.quoted(sample, "enige")._replace(agreement="en-anden")
    page = _page(kit, sample, [highlight], [kit.note("x")._replace(agreement="en-anden")])
    assert "highlights: 0\nnotes: 0\n" in page
    assert "==" not in page


def test_odd_ids_make_proper_names(kit, sample):
    page = _page(kit, sample, [kit.quoted(sample, "enige", record="a] b")])
    assert "==enige==[^h-a-5d--20-b]," in page


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_reads_the_same(kit, sample):
    note = "---\n# a\n\n| b | c\n<script>\n[^h-a1]: d\n\n```\ne\n\\end{f} == $$ %%"
    highlights = [
        kit.quoted(sample, "juni 2013\n1. Ind", note),
        kit.quoted(sample, "enige, jf.", record="a2"),
        kit.quoted(sample, "Balance\nMio. kr.\tAft", note, record="a3"),
        kit.quoted(sample, "<ikke>", record="a4"),
    ]
    html = kit.pandoc(_page(kit, sample, highlights, [kit.note(note), kit.note(note, 2, record="n2")]))
    read = kit.read(html)
    assert read.own == kit.collapsed(sample.text)
    assert read.marked == "juni20131.Indenige,jf.BalanceMio.kr.Aft<ikke>"
    assert read.emphasised == "jf.tabel1Styretalmenpraksis.".replace("Styret", "Styrket")
    assert html.count('role="doc-endnote"') == 4
    assert "script" not in read.tags


@pytest.mark.skipif(not shutil.which("pandoc"), reason="pandoc is not installed")
def test_pandoc_leaves_hard_lines_as_they_stand(kit):
    builder = kit.builder().heading(1, "Aftale")
    for text in HARD_LINES:
        builder.paragraph(text).paragraph("og").table(["kol"], [text]).item(text).heading(3, text)
    edition = builder.edition()
    own = kit.read(kit.pandoc(plain_markdown(kit.agreement, edition))).own
    assert kit.collapsed(own.replace("=", "")) == kit.collapsed(edition.text.replace("=", ""))
