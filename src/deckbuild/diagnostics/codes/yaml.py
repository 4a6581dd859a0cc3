"""Files that aren't the YAML that decks are written in."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

SYNTAX = code("YML001", "yaml-syntax", Severity.ERROR, """
    The file isn't YAML.

    The message says what the parser met and where; the hint names the usual cause, most often a text that
    must be quoted because it holds ": " or starts with a sign that means something in YAML.

    Bad:
        title: Scaling: what breaks first
    Good:
        title: "Scaling: what breaks first"
    """)  # fmt: skip

TAB = code("YML002", "tab-in-indentation", Severity.ERROR, """
    A tab stands where YAML allows only spaces.

    Set your editor to indent YAML files with spaces.
    """)  # fmt: skip

DUPLICATE_KEY = code("YML003", "duplicate-key", Severity.ERROR, """
    A key stands twice in one mapping.

    One of the two values would be lost, and nothing an author wrote may be lost.

    Bad:
        title: Queues
        title: Load
    Good:
        title: Queues
        subtitle: Load
    """)  # fmt: skip

TAG = code("YML004", "tag", Severity.ERROR, """
    A value has a tag.

    Tags (`!!python/object`, `!name`) would let a file say how it is to be read. Decks have none.

    Bad:
        title: !important Read this
    Good:
        title: "!important Read this"
    """)  # fmt: skip

LIMIT = code("YML005", "too-much", Severity.ERROR, """
    The file is larger, deeper or wider than a deck can be.

    The limits (bytes, levels of nesting, values with aliases written out) are far above what an honest deck
    needs. They keep a file from a stranger from taking all memory.
    """)  # fmt: skip

ENCODING = code("YML006", "not-utf-8", Severity.ERROR, """
    The file isn't UTF-8, or holds a character that text can't have.

    Save it as UTF-8. Control characters usually come along when text is pasted from another program.
    """)  # fmt: skip

SWALLOWED = code("YML007", "words-swallowed", Severity.WARNING, """
    YAML takes a part of a text for something else, and doesn't show it.

    After a space, `#` starts a comment; `!` at the start of a text is a tag, `&name` an anchor. A comment
    that is set apart, with two spaces before it and one after the `#`, is taken for one. So is a comment
    behind what is no text of the slide: a number, an id, the name of a file.

    Bad:
        title: Closing issue #42 for good
    Good:
        title: "Closing issue #42 for good"
        minutes: 5  # with the demo
    """)  # fmt: skip

LINE_SEPARATOR = code("YML008", "line-separator", Severity.WARNING, """
    A text holds a character that breaks the line but isn't seen in most editors.

    U+0085, U+2028 and U+2029 come along when text is pasted from a web page or a word processor. They are
    drawn as line breaks, in code as new lines.
    """)  # fmt: skip
