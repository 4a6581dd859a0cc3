"""Values as bytes and back: JSON, laid out by the annotations of the dataclasses that the values are made of.

The classes say all there is to know: a dataclass is the list of its fields, a union says by a name in front
which of its classes follows, pictures are base64; a value that comes again and again may be the number of
its first writing. Reading makes nothing but what the annotations allow. A
wrong type, a field too many, an unknown class or choice, a number that is none or is beyond all pages, is
`Undecodable`, never a value that is almost right.
"""

from __future__ import annotations

import base64
import binascii
import json
import types
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from typing import Any, Generic, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")

MOST = 1e9
"""No number in a document is that large, in points or in anything else; also refuses NaN and infinity."""


class Undecodable(ValueError):
    """The bytes aren't a value of the wanted kind."""


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """`encode` writes a value, `decode` reads it or raises `Undecodable`."""

    encode: Callable[[T], bytes]
    decode: Callable[[bytes], T]


def codec(kind: type[T], repeated: tuple[type, ...] = ()) -> Codec[T]:
    """The codec for a dataclass. `TypeError` if an annotation in it names what no codec is for.

    Values of the `repeated` classes are written once each, the next time by number. They must be hashable.
    """
    both = _Maker(repeated).of(kind)

    def encode(value: T) -> bytes:
        text = json.dumps(both.plain(value, {}), ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "surrogatepass")

    def decode(data: bytes) -> T:
        try:
            found = both.value(json.loads(data.decode("utf-8", "surrogatepass")), [])
        except Undecodable:
            raise
        except (ValueError, RecursionError) as error:  # no UTF-8, no JSON, nested without end
            raise Undecodable(str(error)) from None
        assert isinstance(found, kind)
        return found

    return Codec(encode, decode)


@dataclass(frozen=True, slots=True)
class _Way:
    """How one type is written: `plain` gives what JSON knows, `value` the value again. Both take the values
    of repeated classes so far: those written with their numbers, or those read."""

    plain: Callable[[Any, dict[Any, int]], Any]
    value: Callable[[Any, list[Any]], Any]


def _same(value: Any, written: dict[Any, int]) -> Any:  # noqa: ARG001
    return value


class _Maker:
    """Makes the ways, one a type. A class that holds itself is met again while its own is being made."""

    def __init__(self, repeated: tuple[type, ...]) -> None:
        self.repeated = repeated
        self.made: dict[Any, _Way] = {}

    def of(self, kind: Any) -> _Way:
        if kind in self.made:
            return self.made[kind]
        if is_dataclass(kind):
            way: list[_Way] = []
            self.made[kind] = _Way(
                lambda value, written: way[0].plain(value, written),
                lambda found, read: way[0].value(found, read),
            )
            record = self._record(kind)
            way.append(_once(kind, record) if kind in self.repeated else record)
            self.made[kind] = way[0]
        else:
            self.made[kind] = self._other(kind)
        return self.made[kind]

    def _other(self, kind: Any) -> _Way:
        origin, arguments = get_origin(kind), get_args(kind)
        if origin is Literal:
            return _choice(dict(zip(arguments, arguments, strict=True)), _same)
        if origin in (Union, types.UnionType):
            return self._union(arguments)
        if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
            return _sequence(self.of(arguments[0]))
        if origin is tuple:
            return _row([self.of(argument) for argument in arguments], lambda values: tuple(values))
        if isinstance(kind, type) and issubclass(kind, Enum):
            return _choice({member.value: member for member in kind}, lambda member, _: member.value)
        if kind in _SCALARS:
            return _SCALARS[kind]
        raise TypeError(f"no codec for {kind!r}")

    def _record(self, kind: Any) -> _Way:
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        ways = [self.of(hints[name]) for name in names]
        row = _row(ways, lambda values: kind(*values))
        plains = [way.plain for way in ways]

        def plain(value: Any, written: dict[Any, int]) -> list[Any]:
            return [write(getattr(value, name), written) for name, write in zip(names, plains, strict=True)]

        return _Way(plain, row.value)

    def _union(self, kinds: tuple[type, ...]) -> _Way:
        names = {kind: kind.__name__ for kind in kinds if is_dataclass(kind)}
        classes = {name: self.of(kind) for kind, name in names.items()}
        others = [self.of(kind) for kind in kinds if kind not in names]

        def plain(value: Any, written: dict[Any, int]) -> Any:
            name = names.get(type(value))
            if name is not None:
                return [name, classes[name].plain(value, written)]
            return value if value is None else _first(others, lambda way: way.plain(value, written))

        def value(found: Any, read: list[Any]) -> Any:
            if type(found) is list and len(found) == 2 and type(found[0]) is str and found[0] in classes:
                return classes[found[0]].value(found[1], read)
            return _first(others, lambda way: way.value(found, read))

        return _Way(plain, value)


def _once(kind: type, way: _Way) -> _Way:
    """A record, or the number of an equal one before it."""

    def plain(value: Any, written: dict[Any, int]) -> Any:
        if value in written:
            return written[value]
        content = way.plain(value, written)
        written[value] = len(written)
        return content

    def value(found: Any, read: list[Any]) -> Any:
        if type(found) is not int:
            read.append(made := way.value(found, read))
            return made
        if not 0 <= found < len(read) or type(read[found]) is not kind:
            raise Undecodable(f"no {kind.__name__} of that number")
        return read[found]

    return _Way(plain, value)


def _first(ways: list[_Way], take: Callable[[_Way], Any]) -> Any:
    """What the first of the ways makes that can."""
    for way in ways:
        try:
            return take(way)
        except Undecodable:
            continue
    raise Undecodable("none of the types that may stand here")


def _sequence(way: _Way) -> _Way:
    plain, value = way.plain, way.value

    def write(items: Any, written: dict[Any, int]) -> list[Any]:
        return [plain(item, written) for item in items]

    def make(found: Any, read: list[Any]) -> tuple[Any, ...]:
        if type(found) is not list:
            raise Undecodable("no list")
        return tuple([value(item, read) for item in found])

    return _Way(write, make)


def _row(ways: list[_Way], make: Callable[[list[Any]], Any]) -> _Way:
    """A list of a fixed length, each entry in its own way."""
    plains, values = [way.plain for way in ways], [way.value for way in ways]

    def write(items: Any, written: dict[Any, int]) -> list[Any]:
        return [plain(item, written) for plain, item in zip(plains, items, strict=True)]

    def value(found: Any, read: list[Any]) -> Any:
        if type(found) is not list or len(found) != len(values):
            raise Undecodable(f"no list of {len(values)}")
        return make([take(item, read) for take, item in zip(values, found, strict=True)])

    return _Way(write, value)


def _choice(members: Mapping[Any, Any], plain: Callable[[Any, dict[Any, int]], Any]) -> _Way:
    """One of a few values, by what is written for it."""

    def value(found: Any, read: list[Any]) -> Any:  # noqa: ARG001
        if type(found) is not str or found not in members:
            raise Undecodable("none of the choices")
        return members[found]

    return _Way(plain, value)


def _exactly(*kinds: type, plain: Callable[[Any, dict[Any, int]], Any] = _same) -> _Way:
    def value(found: Any, read: list[Any]) -> Any:  # noqa: ARG001
        if type(found) not in kinds:
            raise Undecodable(f"no {kinds[0].__name__}")
        return found

    return _Way(plain, value)


def _number(*kinds: type) -> _Way:
    def value(found: Any, read: list[Any]) -> Any:  # noqa: ARG001
        if type(found) not in kinds or not -MOST < found < MOST:
            raise Undecodable("no number of a page")
        return found

    return _Way(_same, value)


def _read_bytes(found: Any, read: list[Any]) -> bytes:  # noqa: ARG001
    if type(found) is not str:
        raise Undecodable("no base64")
    try:
        return base64.b64decode(found.encode("ascii"), validate=True)
    except (UnicodeEncodeError, binascii.Error):
        raise Undecodable("no base64") from None


_SCALARS: Mapping[Any, _Way] = {
    type(None): _exactly(type(None)),
    bool: _exactly(bool),
    str: _exactly(str),
    int: _number(int),
    float: _number(float, int),
    bytes: _Way(lambda value, _: base64.b64encode(value).decode("ascii"), _read_bytes),
}
