"""A small deck built with its cache."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import deckbuild.layout.deck
from deckbuild import pipeline
from deckbuild.layout.continued import lay_out_slide

DECK = """\
title: Deck
vars: {who: Ada}
slides:
  - title: One
    content: ["Hello {{ who }}, [see two](#slide-2)"]
  - title: Two
    content: [{bullets: [a, b]}]
"""
KEY, OTHER_KEY = bytes(32), bytes([1] * 32)
POSIX = pytest.mark.skipif(os.name != "posix", reason="needs what only POSIX has")

Build = Callable[..., bytes]


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Write the deck, build it with its cache, and note the slides laid out in `build.laid_out`."""

    def run(text: str = DECK, **options: object) -> bytes:
        run.laid_out = []  # type: ignore[attr-defined]

        def noted(slide, deck, context):  # type: ignore[no-untyped-def]
            run.laid_out.append(slide.number)  # type: ignore[attr-defined]
            return lay_out_slide(slide, deck, context)

        monkeypatch.setattr(deckbuild.layout.deck, "lay_out_slide", noted)
        source, output = tmp_path / "talk.yaml", tmp_path / "out.pptx"
        source.write_text(text, "utf-8")
        options = {"cache": tmp_path / "build" / "cache" / "talk.pages", **options}
        pipeline.build(source, output=output, **options)  # type: ignore[arg-type]
        return output.read_bytes()

    return run


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """The file that `build` keeps pages in."""
    return tmp_path / "build" / "cache" / "talk.pages"


def laid_out(build: Build) -> list[int]:
    return build.laid_out  # type: ignore[attr-defined, no-any-return]
