"""A theme as its file has it: names of colours and faces, lengths in points."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from deckbuild.diagnostics import did_you_mean
from deckbuild.document import Slot
from deckbuild.theme.tokens import CodeColors, Roles, Series, ShapeTokens, TypeScale

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


class _Token(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _named_as(tokens: type) -> AfterValidator:
    """A check that a mapping has just the names that the fields of a dataclass of resolved tokens have."""
    names = [field.name for field in fields(tokens)]

    def check(value: dict[str, Any]) -> dict[str, Any]:
        faults = [
            _fault(name, f"unknown name; {did_you_mean(name, names)}") for name in value if name not in names
        ]
        faults += [_fault(name, "is missing") for name in names if name not in value]
        if faults:
            # Inside a validator, pydantic joins these errors to its own, with their places.
            raise ValidationError.from_exception_data(tokens.__name__, faults)
        return value

    return AfterValidator(check)


def _fault(name: str, message: str) -> InitErrorDetails:
    error = PydanticCustomError("theme", "{message}", {"message": message})
    return InitErrorDetails(type=error, loc=(name,), input=None)


class Shade(_Token):
    of: Slot
    color: Hex


class FaceNames(_Token):
    heading: str
    body: str
    code: str


class TypeToken(_Token):
    face: str
    min: float
    size: float
    max: float
    color: str
    bold: bool = False
    tracking: float = 0.0
    line_spacing: float = 1.0
    caps: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not 0 < self.min <= self.size <= self.max:
            raise ValueError("sizes must be min ≤ size ≤ max")
        return self


class Band(_Token):
    top: float
    height: float


class RuleToken(Band):
    width: float


class GridToken(_Token):
    width: float
    height: float
    margin: float
    columns: int
    gutter: float
    baseline: float
    eyebrow: Band
    title: Band
    tall_title: Band
    tall_eyebrow: Band
    rule: RuleToken
    body: Band
    footer: Band


class ThemeFile(_Token):
    """Everything a theme says."""

    name: str
    slots: dict[Slot, Hex]
    palette: dict[str, Slot | Shade]
    roles: Annotated[dict[str, str], _named_as(Roles)]
    series: list[Annotated[dict[str, str], _named_as(Series)]]
    code: Annotated[dict[str, str], _named_as(CodeColors)]
    faces: FaceNames
    type: Annotated[dict[str, TypeToken], _named_as(TypeScale)]
    grid: GridToken
    shape: Annotated[dict[str, float], _named_as(ShapeTokens)]
