"""Notes as they are shown: Markdown with a strict list of tags, and nothing that opens by itself."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.ui.rendering import LONGEST, note_html, openable, plain

ALLOWED = {"p", "em", "strong", "code", "pre", "ul", "ol", "li", "blockquote", "a", "br", "hr"}

HOSTILE = [
    "![x](file:///etc/passwd)",
    "![x][1]\n\n[1]: file:///etc/passwd",
    '<img src="file:///etc/passwd" onerror="alert(1)">',
    "<script>alert(1)</script>",
    "<style>* { background: url(file:///etc/passwd) }</style>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt&#58;alert(1))",
    "[a](java&#115;cript:alert(1))",
    "[a](file:///etc/passwd)",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](//somewhere.example/x)",
    "[a](\\\\server\\share)",
    "<javascript:alert(1)>",
    '[a](http://x.example "title\\" onmouseover=\\"alert(1)")',
    '<a href="file:///etc/passwd">a</a>',
    "\x02klzzwxh:0000\x03 \x02wzxhzdk:0\x03",
    "<!-- --><![CDATA[ x ]]><?php x ?>",
    "`<img src=x>`\n\n    <img src=x>",
    "# <img src=x>\n\n> ![x](x)\n\n- ![y](y)",
    "> " * 900 + "deep",
    "\n".join("    " * depth + "- deep" for depth in range(90)),
]


class _Seen(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.open, self.words = set(), [], [], []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, *attribute) for attribute in attrs]
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def seen(words):
    found = _Seen(note_html(words))
    assert found.tags <= ALLOWED
    assert not found.open
    for tag, name, value in found.attributes:
        assert (tag, name) == ("a", "href")
        assert value.lower().startswith(("http://", "https://", "mailto:"))
    return found


def test_markdown_is_rendered():
    html = note_html("Bed om en **konkret liste** og *en frist*.\nNy linje\n\n- et\n- to")
    assert "<strong>konkret liste</strong>" in html
    assert "<em>en frist</em>" in html
    assert "<br>" in html
    assert html.count("<li>") == 2


def test_a_heading_is_a_bold_paragraph():
    assert note_html("## Vores linje") == "<p><strong>Vores linje</strong></p>"


def test_web_and_mail_links_stay():
    found = seen("[KL](https://www.kl.dk/?a=1&b=2) <http://fm.dk> <kl@kl.dk>")
    assert {value for _, _, value in found.attributes} == {
        "https://www.kl.dk/?a=1&b=2",
        "http://fm.dk",
        "mailto:kl@kl.dk",
    }


def test_html_is_shown_as_the_text_it_is():
    assert "".join(seen("5 < 6 & <b>fed</b> <img src=x>").words).split() == [
        *("5", "<", "6", "&"),
        *("<b>fed</b>", "<img", "src=x>"),
    ]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_notes_do_no_harm(words):
    seen(words)
    assert "<img" not in note_html(words)
    assert "<script" not in note_html(words)


@given(
    st.lists(st.sampled_from([*HOSTILE[:19], *"[]()<>!*_`#&\\\"' \n\t-1.", "æ", "a", "http://a.dk", "   "]))
)
def test_whatever_is_written_only_listed_tags_come_out(pieces):
    seen("".join(pieces))


@given(st.text())
def test_any_text_can_be_shown(words):
    seen(words)
    plain(words)


def test_an_image_leaves_its_words():
    assert plain("![Et diagram](https://x.example/x.png) over styring") == "Et diagram over styring"


def test_plain_is_one_line_without_markdown():
    assert plain("# Krav\n\n- **liste**\n- frist &amp; *dato*\n") == "Krav liste frist & dato"


def test_long_runs_may_break_so_that_nothing_is_cut_off():
    address = "https://www.kl.dk/oekonomi/kommunernes-oekonomi/aftaler"
    assert "\u200b" in note_html(address)
    assert "\u200b" not in note_html("kommunalbestyrelsens ansvar for prioriteringer")
    assert plain(address) == address


@pytest.mark.parametrize(
    "words", ["a " * 500_000, "[" * 100_000, "![a](" * 50_000, "> " * 50_000, "*a " * 50_000, "x" * 1_000_000]
)
def test_huge_notes_are_shown_in_part_and_at_once(words):
    shown = plain(words)
    assert len(shown) <= LONGEST + 2
    seen(words)


@pytest.mark.parametrize("address", ["http://a.dk", "HTTPS://a.dk/x?y", "mailto:a@b.dk"])
def test_web_and_mail_may_be_opened(address):
    assert openable(address)


@pytest.mark.parametrize(
    "address",
    ["", "a", "file:///etc/passwd", "javascript:x", "//a.dk", " http://a.dk", "http://a\n.dk", "ftp://a"],
)
def test_nothing_else_may_be_opened(address):
    assert not openable(address)
