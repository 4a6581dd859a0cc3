"""Numbers of the authoring format that are drawn to scale."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field, ValidatorFunctionWrapHandler, WithJsonSchema, WrapValidator

from deckbuild.deck.faults import Fault, Loc
from deckbuild.deck.fields import describe
from deckbuild.deck.spelling import spelled
from deckbuild.diagnostics.codes.deck import OUT_OF_RANGE

LARGEST_NUMBER = 1e15
SMALLEST_NUMBER = 1e-15
"""How far from zero a number to be drawn may be, and how near to it: within these, differences, quotients and
sums of squares stay finite, and all digits of whole numbers exact."""


def _number(value: Any, as_float: ValidatorFunctionWrapHandler) -> float:
    number: float = math.inf if isinstance(value, int) and abs(value) > LARGEST_NUMBER else as_float(value)
    if number != 0 and not SMALLEST_NUMBER <= abs(number) <= LARGEST_NUMBER:
        message = (
            f"must be 0, or between {SMALLEST_NUMBER:g} and {LARGEST_NUMBER:g} in size, is {describe(value)}"
        )
        raise Fault(message, "count in another unit", OUT_OF_RANGE).error()
    return number


LEAST_SHARE = 0.02
"""Of a width that is shared out by weight: less holds no letter."""


def share_faults(weights: Sequence[float], key: str) -> Iterator[Fault]:
    """A fault for each of `weights` that gets too little of what they share."""
    for index, weight in enumerate(weights):
        if weight < LEAST_SHARE * sum(weights):
            message = f"entry {index + 1} of {key!r} gets {100 * weight / sum(weights):.2g} % of the width"
            yield Fault(message, f"give it {100 * LEAST_SHARE:g} % or more", OUT_OF_RANGE, (key, index))


def time_faults(start: float, end: float, loc: Loc) -> Iterator[Fault]:
    """A fault for what stands at `loc` if it doesn't end after its start.

    >>> [fault.message for fault in time_faults(5, 3, ("spans", 0))]
    ['ends at 3, but starts at 5']
    """
    if end <= start:
        message = f"ends at {spelled(end)}, but starts at {spelled(start)}"
        yield Fault(message, "", OUT_OF_RANGE, (*loc, "end"))


Number = Annotated[float, WrapValidator(_number), WithJsonSchema({"type": "number"})]
"""A number to be drawn to scale: finite, neither huge nor next to nothing."""

Weight = Annotated[Number, Field(gt=0), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
"""A share of something, against the weights beside it."""
