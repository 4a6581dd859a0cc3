"""Open sets of kinds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from deckbuild.registry import Registry, discover


def test_kinds_iterate_by_name_whatever_the_order_of_registration() -> None:
    shapes: Registry[int] = Registry("shape")
    shapes.register("square")(4)
    shapes.register("line")(2)
    assert dict(shapes) == {"line": 2, "square": 4}


def test_a_second_kind_of_one_name_raises() -> None:
    shapes: Registry[int] = Registry("shape")
    shapes.register("square")(4)
    with pytest.raises(ValueError, match="shape 'square' is registered twice"):
        shapes.register("square")(5)


def test_discover_imports_every_module_of_a_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "some_kinds"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "one.py").write_text("")
    (package / "two.py").write_text("")
    (package / "folder").mkdir()
    (package / "folder" / "__init__.py").write_text("")
    (package / "folder" / "three.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    discover("some_kinds")
    assert {"some_kinds.one", "some_kinds.two", "some_kinds.folder", "some_kinds.folder.three"} <= set(
        sys.modules
    )
