"""Where eyebrow, title, rule and content stand on a page, by its look and the lines of its title."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckbuild.context import LayoutContext
from deckbuild.document import Run, TextStyle
from deckbuild.geometry import Rect
from deckbuild.layout.looks import Look, SlideLayoutKey

MARK = 30.0  # points: the side of the disc at the end of the title's row
MARK_GAP = 18.0

LEADING = 0.1
"""Of the size: what a line of capitals leaves empty at its top, so that it may reach up there."""

RULE_GAP = 2.0  # points between a title of several lines and the rule

HERO_SHARE = 0.48
"""Of the page's height: where the title of a page that is all about it ends, a little above the middle."""
HERO_GAP = 14.0  # points between such a title and its rule, and between that and what is said below
HERO_COLUMNS = 10
"""Of the grid: how wide such a page's words are."""

FOOTER_COLUMNS = 4
"""Of the grid: room for the deck's short name, and so the width of a section's panel, on which it stands."""


@dataclass(frozen=True, slots=True)
class Zones:
    """Rectangles in points on the page, as from left to right."""

    eyebrow: Rect
    title: Rect
    rule: Rect
    body: Rect
    mark: Rect | None = None
    panel: Rect | None = None


def zones_of(key: SlideLayoutKey, context: LayoutContext) -> Zones:
    """The zones of a page with this slide layout. The title's lines have room at the least size of its role:
    what the grid doesn't give pushes rule and body down."""
    if key.look.hero:
        return _hero(key, context)
    grid, role = context.theme.grid, context.theme.type.title
    title = grid.title if key.lines == 1 else grid.tall_title
    eyebrow = grid.eyebrow if key.lines == 1 else grid.tall_eyebrow
    least = key.lines * line_height(role.style, role.min, role.line_spacing, context)
    more = 0.0
    if key.lines > 1:
        head = max(title.top, eyebrow.bottom - LEADING * role.min)
        title = Rect.from_edges(title.left, head, title.right, max(title.bottom, head + least))
        more = max(0.0, title.bottom + RULE_GAP - grid.rule.top)
    mark = None
    if key.look.mark:
        mark = Rect(title.right - MARK, grid.title.center.y - MARK / 2 + more / 2, MARK, MARK)
        title = replace(title, width=title.width - MARK - MARK_GAP)
    body = Rect.from_edges(grid.body.left, grid.body.top + more, grid.body.right, grid.body.bottom)
    return Zones(eyebrow, title, grid.rule.moved(0.0, more), body, mark)


def _hero(key: SlideLayoutKey, context: LayoutContext) -> Zones:
    """A large title that ends a little above the middle of the page, and a rule and a few words below it."""
    grid = context.theme.grid
    left, panel = grid.margin, None
    if key.look is Look.SECTION:
        panel = Rect(0.0, 0.0, grid.margin + grid.width_of(FOOTER_COLUMNS) + grid.gutter, grid.page.height)
        left = panel.right + 2 * grid.gutter
    right = min(grid.page.width - grid.margin, left + grid.width_of(HERO_COLUMNS))
    foot = grid.page.height * HERO_SHARE
    head = grid.eyebrow.bottom + grid.gutter
    eyebrow = replace(grid.eyebrow, left=left, width=right - left)
    title = Rect.from_edges(left, head, right, foot)
    rule = replace(grid.rule, left=left, top=foot + HERO_GAP, width=min(grid.rule.width, right - left))
    body = Rect.from_edges(left, rule.bottom + HERO_GAP, right, grid.body.bottom)
    return Zones(eyebrow, title, rule, body, None, panel)


def line_height(style: TextStyle, size: float, spacing: float, context: LayoutContext) -> float:
    """Height in points of one line of a style at a size."""
    setter = context.typesetter
    return setter.paragraph((Run("x", replace(style, size=size)),), 1e6, line_spacing=spacing).height
