"""What can go wrong with `{{ name }}`."""

from __future__ import annotations

from deckbuild.diagnostics import Severity
from deckbuild.diagnostics.codes import code

UNDEFINED = code("VAR201", "unknown-variable", Severity.ERROR, """
    A text uses a variable that nobody set.

    Variables come from the deck's `vars`, from `--vars FILE` and from `--set KEY=VALUE`.

    Bad:
        title: "Welcome to {{ cohort }}"
    Good:
        title: "Welcome to {{ cohort | default('the course') }}"
    """)  # fmt: skip

NOT_ALLOWED = code("VAR202", "not-a-variable", Severity.ERROR, """
    What stands between the braces isn't something that can be filled in.

    Names, constants, conditions and a few filters can; loops, calls and attributes can't, so that filling in
    a text can neither reach out nor run for long.

    Bad:
        title: "{{ range(3) }}"
    Good:
        vars: {seats: 12}
        title: "{{ 'many' if seats == '12' else 'few' }}"
        slides: [{title: Queues}]
    """)  # fmt: skip

BAD_VARIABLE = code("VAR203", "bad-variable", Severity.ERROR, """
    A variable has a name or a value that it can't have.

    Names are letters, digits and `_`; values are text or numbers.

    Bad:
        vars:
          first-name: Jane
    Good:
        vars:
          first_name: Jane
    """)  # fmt: skip

UNUSED = code("VAR204", "unused-variable", Severity.WARNING, """
    A variable was set on the command line and no text uses it.

    Most often its name is misspelled.
    """)  # fmt: skip
