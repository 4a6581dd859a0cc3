"""deckbuild: slide decks as source, built into editable PowerPoint files."""

__version__ = "0.1.0"
