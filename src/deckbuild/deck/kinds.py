"""Which blocks and graphics there are, and how the author's words pick one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

from pydantic import PlainValidator, SerializeAsAny, ValidationError, ValidationInfo, WithJsonSchema
from pydantic_core import ErrorDetails

from deckbuild.deck.faults import Fault, Loc, raise_faults, revised
from deckbuild.deck.fields import VERBATIM, as_text, colon_hint, describe
from deckbuild.deck.nodes import Block, Graphic, Node
from deckbuild.diagnostics import did_you_mean
from deckbuild.diagnostics.codes.deck import DUPLICATE, MISSING, UNKNOWN_KIND, WRONG_TYPE
from deckbuild.registry import Registry
from deckbuild.sources.values import SourceMap, span_of

K = TypeVar("K", bound=Block | Graphic)


class Kinds(Registry[type[K]]):
    """A registry of node classes that also tells each class its name."""

    def register(self, name: str) -> Callable[[type[K]], type[K]]:
        add = super().register(name)

        def named(kind: type[K]) -> type[K]:
            kind.kind = name
            kind.noun = vars(kind).get("noun", name)
            return add(kind)

        return named


BLOCKS: Kinds[Block] = Kinds("block")
GRAPHICS: Kinds[Graphic] = Kinds("graphic")
KINDS = ("deckbuild.blocks", "deckbuild.graphics")
"""Where the modules are that register them: ours in these packages, those of others under entry points of
these names."""


def verbatim_keys(tree: SourceMap, under: str) -> frozenset[str]:
    """The keys of a mapping, which stands under the key `under`, whose values are shown as they were typed.

    A mapping in a list is a block if it has the key of one; one with a `kind` is a graphic.
    """
    kinds: list[type[Node]] = [BLOCKS[name] for name in ([under] if under else tree) if name in BLOCKS]
    kind = tree.get("kind")
    if isinstance(kind, str) and kind in GRAPHICS:
        kinds.append(GRAPHICS[kind])
    return frozenset(
        name
        for found in kinds
        for name, field in found.model_fields.items()
        if any(mark in field.metadata for mark in VERBATIM)
    )


SHARED_KEYS = frozenset(Block.author_keys())
"""Keys that may stand beside any block's own: they don't name a kind."""


def read_block(value: Any, info: ValidationInfo) -> Block:
    """A block from what the author wrote: text, or a mapping with the key of one kind.

    The key's value goes to the field of the same name; where the kind has none, or the value is a mapping,
    its entries are the fields. Options may also stand beside the key.
    """
    if isinstance(value, Block):
        return value
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return running_text(as_text(value), info.context)
    if not isinstance(value, dict):
        hint = "write text, or a mapping with the key of a block"
        raise Fault(f"must be a block, is {describe(value)}", hint, WRONG_TYPE).error()
    block = value if isinstance(value, SourceMap) else SourceMap(value)
    name = _block_key(block)
    kind, content = BLOCKS[name], block[name]
    own_field = name in kind.model_fields
    if not isinstance(content, dict) or (own_field and not set(content) & set(kind.author_keys())):
        if not own_field:
            hint = f"its keys: {', '.join(key for key in kind.author_keys() if key not in SHARED_KEYS)}"
            message = f"{name!r} must be a mapping, is {describe(content)}"
            raise_faults([Fault(message, hint, WRONG_TYPE, (name,))])
        return kind.model_validate(block, context=info.context)
    fields = content if isinstance(content, SourceMap) else SourceMap(content)
    outer = block.with_items({key: entry for key, entry in block.items() if key != name})
    raise_faults(
        Fault(f"{key!r} stands twice: in {name!r} and beside it", "", DUPLICATE, (name, key), at_key=True)
        for key in fields
        if key in outer
    )
    try:
        return kind.model_validate(outer.merged(fields), context=info.context)
    except ValidationError as error:
        raise revised(error, lambda details: _below(details, name, outer)) from None


def running_text(text: str, context: Any = None) -> Block:
    """The block that a text without a key stands for."""
    return BLOCKS["text"].model_validate(SourceMap({"text": text}, span_of(text)), context=context)


def _block_key(block: SourceMap) -> str:
    """The key that names the block's kind; a fault if there is none or more than one."""
    named = [key for key in block if key in BLOCKS]
    if len(named) == 1:
        return named[0]
    if named:
        message = f"a block has one kind, this one has {named[0]!r} and {named[1]!r}"
        hint = "make them two entries of the list"
        raise_faults([Fault(message, hint, UNKNOWN_KIND, (named[1],), at_key=True)])
    others = [key for key in block if key not in SHARED_KEYS]
    if others:
        message = f"unknown block {describe(others[0])}"
        hint = did_you_mean(others[0], BLOCKS, limit=24)
        if len(block) == 1 and not hint.startswith("did you mean"):
            hint = colon_hint(others[0], block[others[0]]) or hint
        raise_faults([Fault(message, hint, UNKNOWN_KIND, (others[0],), at_key=True)])
    raise Fault("a block needs a key that names its kind", did_you_mean("", BLOCKS, 24), UNKNOWN_KIND).error()


def _below(error: ErrorDetails, name: str, outer: SourceMap) -> ErrorDetails | Fault:
    """The same error with the path that leads there in the source: below the block's key."""
    loc: Loc = error["loc"]
    if not loc or loc[0] not in outer:
        error["loc"] = (name, *loc)
    return error


def read_graphic(value: Any, info: ValidationInfo) -> Graphic:
    """A graphic from a mapping whose `kind` names one."""
    if isinstance(value, Graphic):
        return value
    if not isinstance(value, dict):
        hint = "write a mapping with a 'kind'"
        raise Fault(f"must be a graphic, is {describe(value)}", hint, WRONG_TYPE).error()
    graphic = value if isinstance(value, SourceMap) else SourceMap(value)
    if "kind" not in graphic:
        raise Fault("a graphic needs 'kind'", did_you_mean("", GRAPHICS, 24), MISSING).error()
    name = graphic["kind"]
    if not isinstance(name, str) or name not in GRAPHICS:
        shown = repr(str(name)) if isinstance(name, str) else describe(name)
        hint = did_you_mean(str(name), GRAPHICS, limit=24)
        raise_faults([Fault(f"unknown graphic {shown}", hint, UNKNOWN_KIND, ("kind",))])
    fields = graphic.with_items({key: entry for key, entry in graphic.items() if key != "kind"})
    return GRAPHICS[name].model_validate(fields, context=info.context)


AnyBlock = Annotated[
    SerializeAsAny[Block], PlainValidator(read_block), WithJsonSchema({"$ref": "#/$defs/AnyBlock"})
]
"""One block of any kind."""

AnyGraphic = Annotated[
    SerializeAsAny[Graphic], PlainValidator(read_graphic), WithJsonSchema({"$ref": "#/$defs/AnyGraphic"})
]
"""One graphic of any kind."""
