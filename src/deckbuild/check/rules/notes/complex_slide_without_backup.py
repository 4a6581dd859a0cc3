"""NOT007."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.segments import complex_topic
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.slides import Slide


@rule("NOT007", on=Slide)
def complex_slide_without_backup(slide: Slide) -> Iterator[Finding]:
    """A complex slide has no background, or no answers to the questions it will raise.

    Backup explanations are prepared for complex topics (quality checklist, speaker notes quality). A slide is
    complex if it teaches (concept, demo or insight) and shows code or a technical graphic.

    Bad:
        type: demo
        title: One limit for every tenant
        content:
          - code:
              language: yaml
              source: |
                tokens_per_minute: 60000
        notes: This is all it takes.

    Good:
        type: demo
        title: One limit for every tenant
        content:
          - code:
              language: yaml
              source: |
                tokens_per_minute: 60000
        notes: This is all it takes.
        background:
          rationale: Shows how little there is to configure.
        qa:
          - question: What happens above the limit?
            answer: The gateway answers 429 and says when to try again.
    """
    if not complex_topic(slide):
        return
    behind = bool(slide.background.rationale or slide.background.research)
    missing = [name for name, there in (("`background`", behind), ("`qa`", bool(slide.qa))) if not there]
    if missing:
        fact = f"the {slide.type} shows technical detail and has no {' and no '.join(missing)}"
        hint = "write down why it is so, and the questions to expect with their answers"
        yield Finding(fact, slide.span, hint)
