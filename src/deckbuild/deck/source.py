"""The values of `deckbuild.sources`, under the name that this package's readers know."""

from deckbuild.sources.values import (
    InlineStr,
    SourceFloat,
    SourceInt,
    SourceList,
    SourceMap,
    SourceStr,
    SplicedStr,
    VerbatimStr,
    locate,
    span_of,
)

__all__ = [
    "InlineStr",
    "SourceFloat",
    "SourceInt",
    "SourceList",
    "SourceMap",
    "SourceStr",
    "SplicedStr",
    "VerbatimStr",
    "locate",
    "span_of",
]
