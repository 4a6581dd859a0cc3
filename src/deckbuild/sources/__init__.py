"""Authors' files, read with care: values that know their positions, and what is wrong with them."""

from deckbuild.sources.text import MAX_BYTES, is_there, read_source

__all__ = ["MAX_BYTES", "is_there", "read_source"]
