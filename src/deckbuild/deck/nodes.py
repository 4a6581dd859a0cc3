"""The bases of everything an author writes: nodes, blocks and graphics."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    PrivateAttr,
    ValidationError,
    model_validator,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import ErrorDetails

from deckbuild.deck.faults import Fault, raise_faults, revised
from deckbuild.deck.fields import Identifier, Inline, Unshown, describe
from deckbuild.deck.ids import Ids
from deckbuild.diagnostics import NOWHERE, Span, did_you_mean
from deckbuild.diagnostics.codes.deck import MISSING, UNKNOWN_KEY
from deckbuild.geometry import Size
from deckbuild.sources.values import SourceMap

if TYPE_CHECKING:
    from deckbuild.context import LayoutContext
    from deckbuild.document import Frame


class Node(BaseModel):
    """Anything the author wrote as a mapping. Frozen; knows where it stands; takes no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    noun: ClassVar[str] = ""
    """What messages call it; the class's name in lower case by default."""
    identity: ClassVar[str] = "id"
    """The field, if it has one of this name, that tells it from others of its kind: no two have the same."""
    loader_fields: ClassVar[frozenset[str]] = frozenset({"span"})
    """Fields that the loader fills in and no author writes."""
    besides_color: ClassVar[Mapping[str, str]] = {}
    """What tells those who see no colour what the node's colour tells: fields, of which one is enough, each
    with what to give the node (`a label`, `style: dashed`). Empty where colour alone tells nothing."""

    span: SkipJsonSchema[Span] = Field(default=NOWHERE, exclude=True, repr=False)
    _places: Mapping[str, Span] = PrivateAttr(default_factory=dict)

    def place_of(self, key: str) -> Span:
        """Where the value of `key` was written; where the node itself was if it doesn't have that key."""
        return self._places.get(key, self.span)

    @classmethod
    def author_keys(cls) -> tuple[str, ...]:
        """The keys an author may write."""
        fields = cls.model_fields.items()
        return tuple(field.alias or name for name, field in fields if name not in cls.loader_fields)

    @classmethod
    def called(cls) -> str:
        """What messages call this kind of node, with its article."""
        noun = cls.noun or cls.__name__.lower()
        return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Take the position along from the source, and say which keys there are when one is unknown."""
        faults: list[Fault] = []
        places: Mapping[str, Span] = {}
        if isinstance(data, SourceMap):
            places = data.value_spans
            faults = [cls._unknown(key) for key in data if key in cls.loader_fields]
            data = {key: value for key, value in data.items() if key not in cls.loader_fields} | {
                "span": data.span,
                **data.given,
            }
        try:
            node = handler(data)
        except ValidationError as error:
            raise revised(error, cls._explained, faults) from None
        raise_faults(faults, cls.__name__)
        if places:
            node._places = places
        return node

    @classmethod
    def _explained(cls, error: ErrorDetails) -> ErrorDetails | Fault:
        if len(error["loc"]) != 1:
            return error
        key = str(error["loc"][0])
        if error["type"] == "extra_forbidden":
            return cls._unknown(key)
        if error["type"] == "missing":
            return Fault(f"{cls.called()} needs {key!r}", code=MISSING, loc=(key,))
        return error

    @classmethod
    def _unknown(cls, key: str) -> Fault:
        hint = did_you_mean(key, cls.author_keys(), limit=24)
        message = f"unknown key {describe(key)} in {cls.called()}"
        return Fault(message, hint, UNKNOWN_KEY, (key,), at_key=True)

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_faults(self.faults(), type(self).__name__)
        return self

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the parts of the node taken together. Ids that a graphic refers to are checked
        for every kind, and may be unknown here."""
        yield from ()


@dataclass(frozen=True, slots=True)
class Division:
    """Where a block may be cut to go on on another page: between entries, such as rows or lines.

    `heights` are those of the entries and `repeated` what comes to them on every page, such as a header row,
    in points. `cut` gives the block with the entries from a first one up to, and without, a last one, counted
    from 0; `tight` are those before which a cut would disturb.
    """

    heights: tuple[float, ...]
    cut: Callable[[int, int], Block]
    repeated: float = 0.0
    tight: frozenset[int] = frozenset()


class Block(Node):
    """A piece of a slide's text. Kinds register in `BLOCKS`, which also sets `kind`."""

    kind: ClassVar[str] = ""
    grows: ClassVar[bool] = False
    """Whether the block makes use of more height than it needs where the region has it."""
    shows: ClassVar[bool] = False
    """Whether it is something to look at, as a graphic is, and not only words to read."""
    technical: ClassVar[bool] = False
    """Whether people will ask how what it shows works."""
    needs_alt: ClassVar[bool] = False
    """Whether it says nothing to those who can't see it, unless it has an alternative text."""

    heading: Inline | None = Field(
        default=None, description="Stands above the block, and makes it a main point."
    )
    shown_in: Identifier | None = Field(
        default=None,
        description="Id of a graphic of the slide that shows the block's text: the block isn't drawn then.",
    )

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The block set in `region` (points): items from (0, 0), and in `size` what they need."""
        raise NotImplementedError

    def statement(self) -> str | None:
        """The text, as it was written, of a block that says one thing: a summary shows it in its banner."""
        return None

    def line(self) -> str | None:
        """The text of a block that is nothing but running text without a heading: a cover shows it."""
        return None

    def headers(self) -> Sequence[str]:
        """The names of the columns of a block that has some."""
        return ()

    def cells(self) -> Sequence[Sequence[str]]:
        """The rows below the headers, cell by cell."""
        return ()

    def entries(self) -> int:
        """How many entries it has between which it may be parted; 1 if it is all of a piece."""
        return 1

    def parted(self, at: int) -> tuple[Self, Self]:
        """The block as two: the first `at` of its entries, under its heading, and those after them."""
        raise NotImplementedError

    def height(self, width: float, context: LayoutContext) -> float:
        """The least height in points that the block needs at this `width`."""
        return self.lay_out(Size(width, 0.0), context).size.height

    def division(self, width: float, context: LayoutContext) -> Division | None:  # noqa: ARG002
        """Where the block may be cut at this `width`, in points; None for one that is all of a piece."""
        return None

    def least_width(self, context: LayoutContext) -> float:  # noqa: ARG002
        """The least width in points at which no word of the block is torn and nothing of it sticks out."""
        return 0.0

    def proportions(self) -> float | None:
        """Width by height of a block that keeps its proportions, such as a picture; None for one that hasn't
        any."""
        return None

    def follow(self, before: Sequence[Block]) -> Iterator[Fault]:  # noqa: ARG002
        """What is wrong with where the block stands, after the slide's blocks `before` it in reading order.

        Called once, when the slide is read: a block that depends on them takes from them what it needs.
        """
        yield from ()

    def walk(self) -> Iterator[Block]:
        """This block and those inside it, in reading order."""
        yield self
        for name in type(self).model_fields:
            yield from _blocks_in(getattr(self, name))


class Graphic(Node):
    """A drawn graphic. Kinds register in `GRAPHICS`, which also sets `kind`."""

    kind: ClassVar[str] = ""
    technical: ClassVar[bool] = True
    """Whether people will ask how what it shows works; not where it shows how a session is organized."""

    id: Identifier = Field(description="Its name, unique on the slide; `shown_in` of blocks refers to it.")
    title: Unshown = Field(
        default="", description="Its name in PowerPoint's selection pane and in findings; isn't drawn."
    )
    purpose: Unshown = Field(default="", description="Why it is there; isn't drawn.")
    alt: Unshown = Field(default="", description="What it shows, for those who can't see it.")
    decorative: bool = Field(
        default=False, description="Whether it says nothing that needs to be said; it then needs no `alt`."
    )

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        raise_faults([*Ids.below(self).faults(), *self.faults()], self.kind)
        return self

    def prefers_wide(self) -> bool:
        """Whether the graphic wants the full width of the page, with text above it and not beside it."""
        return False

    def joined(self) -> Mapping[str, Node]:
        """The nodes, by their ids, that something in the graphic has to lead to or from."""
        return {}

    def lay_out(self, region: Size, context: LayoutContext) -> Frame:
        """The graphic drawn for `region` (points): items from (0, 0), and in `size` what they need."""
        raise NotImplementedError


def _blocks_in(value: object) -> Iterator[Block]:
    match value:
        case Block():
            yield from value.walk()
        case Node():
            for name in type(value).model_fields:
                yield from _blocks_in(getattr(value, name))
        case tuple() | list():
            for item in value:
                yield from _blocks_in(item)
        case Mapping():
            for item in value.values():
                yield from _blocks_in(item)
