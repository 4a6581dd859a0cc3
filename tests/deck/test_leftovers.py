"""Markup that isn't read is found; signs that mean what they say are not."""

from __future__ import annotations

import pytest

from deckbuild.deck.leftovers import Place, leftovers


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("a <b>b</b>", "label", [("<b>", 2)]),
        ("<b>open", "label", [("<b>", 0)]),
        ("<a href='x'>y", "label", [("<a href='x'>", 0)]),
        ("one<p>two", "label", [("<p>", 3)]),
        ("a <!-- b -->", "label", [("<!--", 2)]),
        ("a&nbsp;b", "label", [("&nbsp;", 1)]),
        ("![a](b c.png)", "label", [("![a](", 0)]),
        ("see [a](https://x.org/(b", "label", [("[a](", 4)]),
        ("**open", "label", [("**", 0)]),
        ("**Key:**value", "label", [("**", 0)]),
        ("half ~~open", "label", [("~~", 5)]),
        ("`open", "label", [("`", 0)]),
        ("==mark== H~2~O x^2^", "label", [("==mark==", 0), ("~2~", 10), ("^2^", 16)]),
        ("[a](https://x.org){.red}", "label", [("{.red}", 18)]),
        ("[a](https://x.org 'Tip')", "label", [("Tip", 19)]),
        ("```bash\nls\n```", "label", [("```", 0)]),
        ("a:\n1. b\n2. c", "label", [("1.", 3)]),
        ("a:\n- b\n- c", "label", [("-", 3)]),
        ("| a | b |\n|---|---|", "label", [("| a | b |", 0)]),
        ("# Heading", "entry", [("# Heading", 0)]),
        ("- nested", "entry", [("- ", 0)]),
        ("[x] done", "entry", [("[x] ", 0)]),
        ("one\n\n---\n", "entry", [("---", 5)]),
        ("> All models are wrong", "running", [(">", 0)]),
        ("`a` <b>b</b>", "label", [("<b>", 4)]),
        (r"\*a\* <b>b</b>", "label", [("<b>", 6)]),
        ("one<br>two <b>b</b>\nthree", "label", [("<b>", 11)]),
    ],
)
def test_leftovers(text: str, place: Place, found: list[tuple[str, int]]) -> None:
    assert [(each.text, each.index) for each in leftovers(text, place)] == found


@pytest.mark.parametrize("place", ["running", "entry", "label"])
@pytest.mark.parametrize(
    "text",
    [
        "a * b", "a ** b", "2**10", "2*3*4", "f(**kwargs)", "f(a, **more)", "*.py and **/*.js", "Prices*",
        "5 < 6 > 4", "List<String>", "Map<K, V>", "Vec<i>", "mv <a> <b>", "<name>", "Ann <ann@x.org>",
        "a -> b => c <- d", "C#", "# of users", "#1 reason", "#hashtag", "> 95 %", ">= 5", "- 5 °C", "--flag",
        "-x", "1. First", "+ more", "* note", "snake_case", "__main", "a_b_c", "~5 to ~10", "a ~~ b",
        "x == y == z", "2^10", "x^2", "a^b^c", "AT&T; R&D", "Q&A", "a && b; c", "a || b", "|x|", "(a) b",
        "[Instructor Name]", "arr[i] (x)", "Wow! [a]", "$x$", "it's 5'", r"C:\new\table", "5--6", ":rocket:",
        "`<b>` and `**`", r"\<b>x\</b> \**a \> \- \# \`", "**a** ~~b~~ `c`<br>d", "",
    ],
)  # fmt: skip
def test_honest_text(text: str, place: Place) -> None:
    assert leftovers(text, place) == ()
