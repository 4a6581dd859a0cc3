"""What may be wrong with packages that bring kinds, rules or outputs."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

BROKEN = code("PLG001", "broken-plug-in", Severity.ERROR, """
    An installed package says that it extends deckbuild, but its code can't be imported.

    Without its kinds a deck might mean something else, so nothing is read then. The package may be for
    another version of deckbuild, or lack a package that it needs.
    """)  # fmt: skip

TAKEN = code("PLG002", "name-taken", Severity.ERROR, """
    An installed package brings a block, a graphic, a rule or an output whose name is taken already.

    Names are unique: those that come with deckbuild are never replaced, and of two packages none wins.
    """)  # fmt: skip
