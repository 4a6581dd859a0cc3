"""CON001."""

from __future__ import annotations

from collections.abc import Iterator

from deckbuild.check.measures.segments import TEACHING
from deckbuild.check.rule import Finding, rule
from deckbuild.deck.models import Deck
from deckbuild.diagnostics import Severity


@rule("CON001", on=Deck, severity=Severity.ERROR)
def objective_not_addressed(deck: Deck) -> Iterator[Finding]:
    """No slide that teaches addresses a learning objective.

    All learning objectives are explicitly addressed in slides (quality checklist, content quality). A slide
    says so under `objectives`; a summary alone teaches nothing.

    Bad:
        title: A deck
        objectives:
          - id: scaling
            text: Configure auto-scaling for AI workloads
        slides:
          - title: All tenants share one token budget

    Good:
        title: A deck
        objectives:
          - id: scaling
            text: Configure auto-scaling for AI workloads
        slides:
          - title: All tenants share one token budget
            objectives: [scaling]
    """
    taught = {objective for slide in deck.slides if slide.type in TEACHING for objective in slide.objectives}
    for objective in deck.objectives:
        if objective.id not in taught:
            fact = f"no slide addresses the objective {str(objective.id)!r}: {objective.text}"
            hint = f"add it to the slides that do (objectives: [{objective.id}]), or teach it"
            yield Finding(fact, objective.span, hint)
