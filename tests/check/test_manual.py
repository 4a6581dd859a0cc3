"""The manual is what the rules say."""

from __future__ import annotations

from pathlib import Path

from deckbuild.check.checklist import CHECKLIST
from deckbuild.check.manual import markdown, page
from deckbuild.check.rule import discover_all_codes, discover_rules, matches

MANUAL = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_manual_in_the_docs_is_up_to_date() -> None:
    """Rewrite it with `deckbuild rules --format markdown > docs/rules.md`."""
    assert MANUAL.read_text("utf-8") == markdown(discover_all_codes())


def test_every_item_of_the_checklist_is_decided_by_a_rule_or_a_person() -> None:
    codes = list(discover_rules())

    assert len(CHECKLIST) == 15
    for item in CHECKLIST:
        for prefix in item.rules:
            assert any(matches(code, [prefix]) for code in codes), f"{item.key}: no rule {prefix}"
        assert item.rules or item.person


def test_a_page_has_the_reason_and_both_examples() -> None:
    text = page(discover_all_codes()["NOT001"])

    assert text.startswith(
        "NOT001 slide-without-notes (error)\n\nA slide has nothing to say in its speaker notes.\n"
    )
    assert "Bad:\n    title: Tokens are the scarce resource\n" in text
    assert "Good:\n    title: Tokens are the scarce resource\n" in text
