"""Pieces of text that all writers need."""

from __future__ import annotations

import re


def cell(text: str) -> str:
    return text.replace("|", r"\|")


def summary(kind: type) -> str:
    """The first sentence of a class's docstring."""
    return first_sentence(kind.__doc__ or "")


def first_sentence(text: str) -> str:
    return re.split(r"(?<=\.) ", " ".join(text.split("\n\n")[0].split()))[0]
