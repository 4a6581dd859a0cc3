"""Design tokens, read from one YAML file and resolved once: colours, type, grid and shape."""

from deckbuild.theme.load import load_theme, theme_names
from deckbuild.theme.tokens import (
    CodeColors,
    Grid,
    Roles,
    Series,
    ShapeTokens,
    Theme,
    Tone,
    TypeRole,
    TypeScale,
)

__all__ = [
    "CodeColors", "Grid", "Roles", "Series", "ShapeTokens", "Theme", "Tone", "TypeRole", "TypeScale",
    "load_theme", "theme_names",
]  # fmt: skip
