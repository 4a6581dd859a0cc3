"""A theme as its file has it: names of colours and faces, lengths in points."""

from __future__ import annotations

from dataclasses import fields
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from deckbuild.diagnostics import did_you_mean
from deckbuild.document import Slot
from deckbuild.theme.tokens import CodeColors, Roles, Series, ShapeTokens, TypeScale

SlotName = Literal[
    "dk1", "lt1", "dk2", "lt2",
    "accent1", "accent2", "accent3", "accent4", "accent5", "accent6",
    "hlink", "folHlink",
]  # fmt: skip
SLOTS: dict[SlotName, Slot] = dict(zip(get_args(SlotName), get_args(Slot), strict=True))
"""What theme files call the twelve colours: PowerPoint's words (ECMA-376 Part 1, §20.1.6.2)."""

Hex = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]

SMALLEST_PAGE, LARGEST_PAGE = 144.0, 4032.0
"""Sides of a page, in points. PowerPoint's largest is 56 inches (ECMA-376 Part 1, §19.7.12); its smallest,
one inch, has no room for a title and a line of text."""

LEAST_WIDTH, LEAST_HEIGHT = 72.0, 36.0
"""The least room for text, in points: a word or two, a line or two."""

Name = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f-\x9f\ufffe\uffff]{1,80}$")]
PageSide = Annotated[float, Field(ge=SMALLEST_PAGE, le=LARGEST_PAGE)]
Length = Annotated[float, Field(ge=0, le=LARGEST_PAGE)]
FontSize = Annotated[float, Field(ge=4, le=200)]
Measure = Annotated[float, Field(ge=0, le=100)]


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
    """A shade of one of the twelve colours, which follows it when someone recolours the deck."""

    of: SlotName = Field(description="The colour that it is a shade of.")
    color: Hex = Field(description="The shade itself, as `#RRGGBB`.")


class FaceNames(_Token):
    """Typefaces; there must be measurements of each."""

    heading: Name = Field(description="Of titles and headings.")
    body: Name = Field(description="Of all other text.")
    code: Name = Field(description="Of code: one of fixed pitch.")


class TypeToken(_Token):
    """How one kind of text looks. Sizes are in points; text is set at the largest that fits."""

    face: str = Field(description="`heading`, `body` or `code`, of the theme's faces.")
    min: FontSize = Field(description="The smallest size.")
    size: FontSize = Field(description="The size in the master, and where nothing is fitted.")
    max: FontSize = Field(description="The largest size.")
    color: str = Field(description="One of the roles.")
    bold: bool = Field(default=False, description="Whether it is bold.")
    tracking: float = Field(default=0.0, ge=-2, le=50, description="Points after each character.")
    line_spacing: float = Field(default=1.0, ge=0.5, le=4, description="In multiples of the face's line.")
    caps: bool = Field(default=False, description="Whether it is shown in capitals.")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.min <= self.size <= self.max:
            raise ValueError("sizes must be min ≤ size ≤ max")
        return self


class Band(_Token):
    """A zone as wide as the page less its margins."""

    top: Length = Field(description="From the page's top.")
    height: float = Field(gt=0, le=LARGEST_PAGE, description="From its own top to its bottom.")


class RuleToken(Band):
    """A line from the left margin."""

    width: float = Field(gt=0, le=LARGEST_PAGE, description="Its length.")


BANDS = ("eyebrow", "title", "tall_title", "tall_eyebrow", "rule", "body", "footer")


class GridToken(_Token):
    """The page and its zones, in points."""

    width: PageSide = Field(description="Of the page.")
    height: PageSide = Field(description="Of the page.")
    margin: Length = Field(description="At the left and at the right.")
    columns: int = Field(ge=1, le=48, description="How many columns text and graphics share.")
    gutter: Length = Field(description="Between neighbouring columns.")
    baseline: float | None = Field(
        default=None, gt=0, le=LARGEST_PAGE, description="Of older themes; nothing depends on it."
    )
    eyebrow: Band = Field(description="The line above the title.")
    title: Band = Field(description="A title of one line.")
    tall_title: Band = Field(description="A title of two lines.")
    tall_eyebrow: Band = Field(description="The line above a title of two lines.")
    rule: RuleToken = Field(description="The line below the title.")
    body: Band = Field(description="Text and graphics.")
    footer: Band = Field(description="The footer and the slide's number.")

    @model_validator(mode="after")
    def _on_the_page(self) -> Self:
        width = self.width - 2 * self.margin
        faults = []
        if width < LEAST_WIDTH:
            faults.append(
                _fault(
                    "margin",
                    f"leaves {width:g} pt of the page's {self.width:g} for text, less than {LEAST_WIDTH:g}",
                )
            )
        elif self.gutter * (self.columns - 1) >= width:
            faults.append(_fault("gutter", f"{self.columns} columns leave no room between their gutters"))
        for name in BANDS:
            band: Band = getattr(self, name)
            if band.top + band.height > self.height:
                bottom = band.top + band.height
                faults.append(_fault(name, f"ends at {bottom:g} pt, below the page's {self.height:g}"))
        if self.body.height < LEAST_HEIGHT:
            faults.append(_fault("body", f"has {self.body.height:g} pt for text, less than {LEAST_HEIGHT:g}"))
        if faults:
            raise ValidationError.from_exception_data("grid", faults)
        return self


class ThemeFile(_Token):
    """Everything a theme says."""

    name: Name = Field(description="Stands in PowerPoint's list of themes.")
    slots: dict[SlotName, Hex] = Field(description="The twelve colours of a PowerPoint theme, as `#RRGGBB`.")
    palette: dict[Name, SlotName | Shade] = Field(
        description="Colours by the names that decks use: one of the twelve, or a shade of one."
    )
    roles: Annotated[dict[str, str], _named_as(Roles)] = Field(
        description="What the palette's colours are for."
    )
    series: list[Annotated[dict[str, str], _named_as(Series)]] = Field(
        min_length=1, max_length=64, description="Colours of categories, in the order in which they are used."
    )
    code: Annotated[dict[str, str], _named_as(CodeColors)] = Field(description="Colours of code.")
    faces: FaceNames = Field(description="Typefaces.")
    type: Annotated[dict[str, TypeToken], _named_as(TypeScale)] = Field(description="Kinds of text.")
    grid: GridToken = Field(description="The page and its zones.")
    shape: Annotated[dict[str, Measure], _named_as(ShapeTokens)] = Field(
        description="Measures of drawn shapes, in points."
    )
