"""Outputs: each turns a `Document` into a file, and takes no decision about positions."""

from __future__ import annotations

from collections.abc import Callable

from deckbuild.document import Document
from deckbuild.registry import Registry

Output = Callable[[Document], bytes]
"""What is written for a document; the same document gives the same bytes."""

OUTPUTS: Registry[Output] = Registry("output")
"""The outputs, by the end of their files' names, such as `.pptx`, in lower case."""
