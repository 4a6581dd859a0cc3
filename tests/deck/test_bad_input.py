"""What authors get wrong, and what they are told: the file, the line, the column, the fact, the cure."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from deckbuild.deck.load import load_deck
from deckbuild.diagnostics import DeckError

Complaints = Callable[..., str]


def slide(text: str) -> str:
    """A deck of one slide whose last lines are `text`, from line 4 on."""
    lines = "\n".join(f"    {line}" for line in text.split("\n"))
    return f"title: A deck\nslides:\n  - title: A slide\n{lines}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # --- YAML that doesn't parse
        (
            "content:\n- b: c: d",
            """\
            deck.yaml:5:11: error: a second ": " in one line [YML001]
                hint: quote text that contains ": \"""",
        ),
        (
            "content:\n\t- text",
            """\
            deck.yaml:5:5: error: a tab, where YAML allows only spaces [YML002]
                hint: indent with spaces""",
        ),
        (
            "content:\n- **Bold** start",
            """\
            deck.yaml:5:8: error: "*" starts an alias here [YML001]
                hint: quote text that starts with "*\"""",
        ),
        (
            "content:\n- [Instructor Name] teaches",
            """\
            deck.yaml:5:7: error: not YAML: did not find expected key [YML001]
                hint: quote text that starts with [""",
        ),
        (
            "content:\n- {{ instructor }}",
            """\
            deck.yaml:5:7: error: text with {{ … }} must be quoted [YML001]
                hint: write "{{ name }}\"""",
        ),
        (
            "content:\n- 'It''s open",
            """\
            deck.yaml:5:7: error: the quotation mark opened here is never closed [YML001]
                hint: close it""",
        ),
        (
            "content:\n- !!python/name:os.system x",
            """\
            deck.yaml:5:7: error: tag '!!python/name:os.system' isn't allowed [YML004]
                hint: quote text that starts with "!\"""",
        ),
        (
            'content:\n- "bell \a"',
            """\
            deck.yaml:5:13: error: control character U+0007 [YML006]
                hint: delete it""",
        ),
        (
            'content:\n- "bell \\a"',
            """\
            deck.yaml:5:7: error: entry 1 of 'content' contains the control character U+0007 [DCK110]
                hint: delete it""",
        ),
        (
            "subtitle: One\nminutes: 2\nsubtitle: Two",
            """\
            deck.yaml:6:5: error: key 'subtitle' stands twice in this mapping, first in line 4 [YML003]
                hint: keep one of them""",
        ),
        # --- keys and kinds that don't exist
        (
            "subtitel: x",
            """\
            deck.yaml:4:5: error: unknown key 'subtitel' in a slide [DCK101]
                hint: did you mean 'subtitle'?""",
        ),
        (
            "number: 7",
            """\
            deck.yaml:4:5: error: unknown key 'number' in a slide [DCK101]
                hint: choose from activities, background, content, continue, graphics, id, layout, minutes, \
notes, objectives, qa, subtitle, title, type, waivers""",
        ),
        (
            "bullets:\n- one",
            """\
            deck.yaml:4:5: error: unknown key 'bullets' in a slide [DCK101]
                hint: blocks stand in the list 'content'""",
        ),
        (
            "content:\n- heading: Why\n  bulets: [one]",
            """\
            deck.yaml:6:7: error: unknown block 'bulets' [DCK106]
                hint: did you mean 'bullets'?""",
        ),
        (
            "content:\n- haeding: Why\n  bullets: [one]",
            """\
            deck.yaml:5:7: error: unknown key 'haeding' in a bullets [DCK101]
                hint: did you mean 'heading'?""",
        ),
        (
            "content:\n- text: one\n  bullets: [two]",
            """\
            deck.yaml:6:7: error: a block has one kind, this one has 'text' and 'bullets' [DCK106]
                hint: make them two entries of the list""",
        ),
        (
            "graphics:\n- {kind: specimn, id: a}",
            """\
            deck.yaml:5:14: error: unknown graphic 'specimn' [DCK106]
                hint: did you mean 'specimen'?""",
        ),
        (
            "graphics:\n- {kind: specimen, title: x}",
            """\
            deck.yaml:5:7: error: a specimen needs 'id' [DCK102]""",
        ),
        # --- wrong types and values
        ("minutes: two", "deck.yaml:4:14: error: 'minutes' must be a number, is 'two' [DCK103]"),
        ("minutes: 0", "deck.yaml:4:14: error: 'minutes' must be more than 0, is the number 0 [DCK105]"),
        ("content: text", "deck.yaml:4:14: error: 'content' must be a list, is 'text' [DCK103]"),
        (
            "qa:\n- Why?",
            "deck.yaml:5:7: error: entry 1 of 'qa' must be a mapping, is 'Why?' [DCK103]",
        ),
        (
            "type: demoo",
            """\
            deck.yaml:4:11: error: 'type' must not be 'demoo' [DCK104]
                hint: did you mean 'demo'?""",
        ),
        (
            "subtitle: true",
            """\
            deck.yaml:4:15: error: 'subtitle' must be text, is the truth value true [DCK103]
                hint: quote it: "true\"""",
        ),
        (
            "content:\n- bullets:\n  - fine\n  - Note: this one",
            """\
            deck.yaml:7:9: error: entry 2 of 'bullets' must be text, is a mapping with the key 'Note' [DCK103]
                hint: quote text that contains ": ", as in "Note: this one\"""",
        ),
        # --- references
        (
            "objectives: [scalling]",
            """\
            deck.yaml:4:18: error: unknown objective 'scalling' [DCK107]
                hint: there is none to choose from""",
        ),
        (
            "graphics:\n- {kind: specimen, id: chart}\ncontent:\n- text: x\n  shown_in: chrat",
            """\
            deck.yaml:8:17: error: unknown graphic 'chrat' [DCK107]
                hint: did you mean 'chart'?""",
        ),
        (
            "graphics:\n- {kind: specimen, id: a}\n- {kind: specimen, id: a}",
            """\
            deck.yaml:6:28: error: graphic id 'a' is used twice [DCK108]
                hint: ids are unique""",
        ),
        (
            "graphics:\n- {kind: specimen, id: a, color: amberr}",
            """\
            deck.yaml:5:38: error: unknown colour 'amberr' [DCK109]
                hint: did you mean 'amber'?""",
        ),
        (
            "content:\n- see [the sample](script:x())",
            """\
            deck.yaml:5:24: error: link to 'script:x()' leads nowhere: it is no web or mail address [DCK111]
                hint: links start with http://, https://, mailto:, #slide-id""",
        ),
        (
            "content:\n- see [before](#slide-9)",
            """\
            deck.yaml:5:20: error: link to unknown slide 'slide-9' [DCK107]
                hint: did you mean 'slide-1'?""",
        ),
        # --- files
        (
            "graphics:\n- {kind: specimen, id: a, picture: ../../etc/x.png}",
            """\
            deck.yaml:5:40: error: '../../etc/x.png' leads out of the deck's folder [FIL302]
                hint: copy the file into it""",
        ),
        (
            "graphics:\n- {kind: specimen, id: a, picture: /etc/x.png}",
            """\
            deck.yaml:5:40: error: '/etc/x.png' leads out of the deck's folder [FIL302]
                hint: copy the file into it""",
        ),
        (
            "graphics:\n- {kind: specimen, id: a, picture: x.png}",
            "deck.yaml:5:40: error: there is no file 'x.png' [FIL301]",
        ),
        (
            "graphics:\n- {kind: specimen, id: a, picture: x.exe}",
            """\
            deck.yaml:5:40: error: 'x.exe' isn't an image [FIL303]
                hint: use .png, .jpg, .jpeg, .webp, .gif""",
        ),
        # --- variables
        (
            'content:\n- "Hello {{ instructor }}"',
            """\
            deck.yaml:5:17: error: unknown variable 'instructor' [VAR201]
                hint: the deck has no 'vars'""",
        ),
        (
            "notes: |\n  Hello.\n\n  I am {{ me }}.",
            """\
            deck.yaml:7:15: error: unknown variable 'me' [VAR201]
                hint: the deck has no 'vars'""",
        ),
        (
            'content:\n- "{% for x in y %}{{ x }}{% endfor %}"',
            """\
            deck.yaml:5:8: error: 'for' isn't allowed in a variable [VAR202]
                hint: only {{ name }}, filters (capitalize, default, lower, title, trim, upper) \
and conditions are filled in""",
        ),
        (
            "content:\n- \"{{ ''.__class__ }}\"",
            """\
            deck.yaml:5:8: error: 'getattr' isn't allowed in a variable [VAR202]
                hint: only {{ name }}, filters (capitalize, default, lower, title, trim, upper) \
and conditions are filled in""",
        ),
        (
            'content:\n- "{{ name"',
            """\
            deck.yaml:5:8: error: not a variable: unexpected end of template, \
expected 'end of print statement'. [VAR202]
                hint: write {{ name }}; for braces that stay write {{ "{{" }}, or the text as `code`""",
        ),
    ],
)
def test_a_mistake_in_a_slide(complaints: Complaints, text: str, said: str) -> None:
    expected = "\n".join(line.removeprefix("            ") for line in said.split("\n"))
    assert complaints(deck=slide(text)).strip() == expected.strip()


def test_all_mistakes_of_all_files_at_once(complaints: Complaints) -> None:
    said = complaints(
        deck="""
            titel: Nearly
            theme: advanced-gren
            segments:
              - {id: one, title: One, slides: [01-a, 02-b, 02-bb, 03-c]}
            """,
        **{
            "slides__01-a": "title: A\nminuts: 2\n",
            "slides__02-b": "title: [B] is\nqa: []\n",
            "slides__03-c": "title: C\nqa: 1\n",
        },
    )
    assert said.split("\n") == [
        "deck.yaml:1:1: error: a deck needs 'title' [DCK102]",
        "deck.yaml:1:1: error: unknown key 'titel' in a deck [DCK101]",
        "    hint: did you mean 'title'?",
        "deck.yaml:2:8: error: unknown theme 'advanced-gren' [THM001]",
        "    hint: did you mean 'advanced-green'?",
        "deck.yaml:4:48: error: there is no file 'slides/02-bb.yaml' [FIL301]",
        "    hint: did you mean '02-b'?",
        "slides/01-a.yaml:2:1: error: unknown key 'minuts' in a slide [DCK101]",
        "    hint: did you mean 'minutes'?",
        "slides/02-b.yaml:1:8: error: not YAML: did not find expected key [YML001]",
        "    hint: quote text that starts with [",
        "slides/03-c.yaml:2:5: error: 'qa' must be a list, is the number 1 [DCK103]",
    ]


@pytest.mark.parametrize("name", ["../secret", "/etc/passwd", "../slides/../../secret"])
def test_a_slide_outside_the_folder(complaints: Complaints, tmp_path: Path, name: str) -> None:
    (tmp_path.parent / "secret.yaml").write_text("title: Secret\n")
    said = complaints(deck=f"title: A deck\nslides: [{name}, {{title: x}}]\n")
    assert said.startswith("deck.yaml:2:10: error: ")
    assert "leads out of the deck's folder [FIL302]" in said or name == "../secret"


def test_a_slide_that_is_a_link_to_outside(complaints: Complaints, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.yaml"
    outside.write_text("title: Secret\n")
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides/01-a.yaml").symlink_to(outside)
    said = complaints(deck="title: A deck\nslides: [01-a]\n")
    assert said == (
        "deck.yaml:2:10: error: 'slides/01-a.yaml' leads out of the deck's folder [FIL302]\n"
        "    hint: copy the file into it"
    )


def test_a_deck_without_slides(complaints: Complaints) -> None:
    assert (
        complaints(deck="title: A deck")
        == "deck.yaml:1:1: error: a deck needs 'segments' or 'slides' [DCK102]"
    )
    assert complaints(deck="title: A deck\nslides: []") == (
        "deck.yaml:2:9: error: the list of slides is empty [DCK105]"
    )


def test_a_deck_that_is_not_a_mapping(complaints: Complaints) -> None:
    assert (
        complaints(deck="- a\n- b\n") == "deck.yaml:1:1: error: a deck must be a mapping, is a list [DCK103]"
    )


def test_a_slide_used_twice(complaints: Complaints) -> None:
    said = complaints(deck="title: A deck\nslides:\n  - a\n  - a\n", slides__a="title: A\n")
    assert said == "deck.yaml:4:5: error: slide 'a' is in the deck twice, first in line 3 [DCK108]"


def test_a_folder_without_a_deck(tmp_path: Path) -> None:
    (tmp_path / "dekc.yaml").write_text("title: A deck\n")
    with pytest.raises(DeckError, match=r"there is no file 'deck.yaml'.*\n.*did you mean 'dekc.yaml'\?"):
        load_deck(tmp_path)


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_bytes(b"title: A deck\nsubtitle: caf\xe9\n")
    with pytest.raises(DeckError) as caught:
        load_deck(tmp_path)
    assert str(caught.value) == (
        "deck.yaml:2:14: error: not UTF-8: byte 0xE9 [YML006]\n    hint: save the file as UTF-8"
    )


def test_markup_in_a_title_is_only_ever_text(load: Callable[..., object]) -> None:
    deck = load(deck="title: A deck\nslides:\n  - title: <a:t>&amp; **Bold** `code` ]]>\n")
    assert deck.slides[0].plain_title == "<a:t>&amp; Bold code ]]>"  # type: ignore[attr-defined]
