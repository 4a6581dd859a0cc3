"""Open sets of kinds: one module registers one kind, and nobody keeps a list."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Taken(ValueError):
    """A second kind of one name. `what` says of what there are two, `name` how they are called."""

    def __init__(self, what: str, name: str) -> None:
        super().__init__(f"{what} {name!r} is registered twice")
        self.what, self.name = what, name


class Registry(Mapping[str, T], Generic[T]):
    """Kinds by name, filled by decorators when their modules are imported.

    Iterates in alphabetical order, so what is generated from it doesn't depend on import order.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        self._kinds: dict[str, T] = {}

    def register(self, name: str) -> Callable[[T], T]:
        """Decorator: add a kind. A second kind of the same name raises `Taken`, a `ValueError`."""

        def add(kind: T) -> T:
            if name in self._kinds:
                raise Taken(self.what, name)
            self._kinds[name] = kind
            return kind

        return add

    def __getitem__(self, name: str) -> T:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._kinds))

    def __len__(self) -> int:
        return len(self._kinds)


def discover(package: str) -> None:
    """Import every module of `package` (dotted name), in folders too, so that each registers its kind.

    A single module is imported by itself.
    """
    root = importlib.import_module(package)
    for module in pkgutil.iter_modules(getattr(root, "__path__", ()), prefix=f"{package}."):
        if module.ispkg:
            discover(module.name)
        else:
            importlib.import_module(module.name)
