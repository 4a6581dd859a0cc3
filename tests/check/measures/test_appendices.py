"""Appendices are Markdown, read with positions for their code and their links."""

from __future__ import annotations

from deckbuild.check.measures.appendices import parse_appendix

APPENDIX = """\
# A runbook

See [the guide](https://example.org/guide).

```bash
ls
  echo done
```
"""


def places(text: str) -> list[str]:
    found = parse_appendix(text, "A.md")
    return [str(each.span) for each in found.references] + [
        str(span) for fence in found.fences for span in fence.spans
    ]


def test_links_and_lines_of_code_know_their_places() -> None:
    assert places(APPENDIX) == ["A.md:3:17", "A.md:6:1", "A.md:7:1"]


def test_only_line_feeds_end_lines() -> None:
    """A form feed, or a line separator, is a character of its line to Markdown as to editors."""
    odd = APPENDIX.replace("A runbook", "A\x0crun\u2028book").replace("echo", "echo \x0b")

    assert places(odd) == places(APPENDIX)


def test_code_is_no_prose() -> None:
    found = parse_appendix(APPENDIX, "A.md")

    assert [line for line, _ in found.prose] == ["# A runbook", "See [the guide](https://example.org/guide)."]


def test_an_empty_block_of_code_has_a_place() -> None:
    assert places("```bash\n```\n") == ["A.md:1:1"]
