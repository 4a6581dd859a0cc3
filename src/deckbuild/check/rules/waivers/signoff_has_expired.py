"""WVR004."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.outcome import Outcome
from deckbuild.check.rule import Finding, rule
from deckbuild.check.signoffs import signing, units_for
from deckbuild.sources.values import span_of


@rule("WVR004", on=Outcome)
def signoff_has_expired(outcome: Outcome) -> Iterator[Finding]:
    """A slide or appendix has changed since someone signed for it.

    A signature is for the content that its owner saw. Any change of that content, but not of its layout in
    the file or of a slide's waivers, ends it; so does moving it to another slide id.
    """
    for item in outcome.items:
        for signoff, unit in signing(item, units_for(item, outcome.units), outcome.signoffs).expired:
            fact = f"{unit.label} has changed since {signoff.by} signed it for {item} on {signoff.date}"
            what = f"--slide {unit.slide}" if unit.slide else f"--slide {unit.key}"
            hint = f"look at it again, then: deckbuild signoff {item} {what} --by NAME"
            yield Finding(fact, span_of(signoff.covers[unit.key]), hint, slide=unit.slide)
