"""`python -m deckbuild.cli` is the program `deckbuild`."""

from __future__ import annotations

from deckbuild.cli import main

if __name__ == "__main__":
    main()
