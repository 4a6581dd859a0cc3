"""Breaking runs of text into lines, where Unicode allows and as a renderer will."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, chain, pairwise

from deckbuild.bidi import has_right_to_left, starts_right
from deckbuild.document import (
    NO_INSETS,
    Align,
    Anchor,
    Bullet,
    MeasuredLine,
    Paragraph,
    Run,
    TextBody,
    TextStyle,
)
from deckbuild.geometry import Insets
from deckbuild.text.breaks import LineBreaks, breaks_in_word
from deckbuild.text.line_ends import SHOWN_HYPHEN, SOFT_HYPHEN, with_ends
from deckbuild.text.metrics import FontMetrics

SPARE = 0.5
"""Points at the end of a line that stay free. Renderers round glyph positions to their device, so a line
without kerning pairs can come out wider than the sum of its advances; and a word too many on the last line is
text outside its box. Of 6 469 lines of random width that LibreOffice set, two held a word less than computed
without this margin and none with it; it moves one break in fifty."""

SLACK = 0.01
"""Points by which a line may exceed that before it breaks: rounding, not typography."""

WIDER = 1.04
"""How much wider than measured glyphs may come out: another version of the face, another renderer. Text that
has so much room keeps its lines there."""

LONG = 20
"""Characters from which on an address, a path or an identifier need not stay whole."""


def joined(run: Run) -> Run:
    """The run without letter spacing and capitals where its script has neither: spacing would tear Arabic
    letters apart."""
    if (run.style.tracking or run.style.caps) and has_right_to_left(run.text):
        return replace(run, style=replace(run.style, tracking=0.0, caps=False))
    return run


@dataclass(frozen=True)
class Typesetter:
    """Sets text with one set of metrics. Remembers the costly parts: where texts may break, and how
    wide characters are. In an `rtl` deck text without letters, and lists, run from right to left too."""

    metrics: FontMetrics
    rtl: bool = False
    _line_breaks: LineBreaks = field(default_factory=LineBreaks, repr=False, compare=False)
    _breaks: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    _steps: dict[TextStyle, dict[str, float]] = field(default_factory=dict, repr=False, compare=False)

    def paragraph(
        self,
        runs: Iterable[Run],
        width: float,
        *,
        align: Align | None = None,
        level: int = 0,
        bullet: Bullet | None = None,
        margin: float = 0.0,
        indent: float = 0.0,
        space_before: float = 0.0,
        space_after: float = 0.0,
        line_spacing: float = 1.0,
        pitch: float | None = None,
        rtl: bool | None = None,
    ) -> Paragraph:
        """A paragraph broken to `width` points, which include its `margin`.

        Without `align` its lines begin on the side where reading begins. `rtl` tells the direction of one
        that isn't to be judged by its text, such as code.

        With a bullet and a hanging indent, all lines start at the margin; without one the first line starts
        at `margin + indent`.
        """
        set_runs = tuple(map(joined, runs))
        if rtl is None:
            rtl = self._runs_left("".join(run.text for run in set_runs), bullet is not None)
            align = align or ("right" if rtl or self.rtl else "left")
        room = width - margin
        first = room if bullet and indent < 0 else room - indent

        def broken(told: Sequence[Run], wider: float = 1.0) -> tuple[MeasuredLine, ...]:
            return self.lines(told, room / wider, first / wider, line_spacing)

        lines = broken(set_runs)
        if len(lines) > 1 or any(SOFT_HYPHEN in run.text for run in set_runs):
            set_runs, lines = with_ends(set_runs, lines, room, broken, self.break_positions)
        # Lines that all fit a narrower measure are those that it has, too.
        strained = any(line.width > (room if line.start else first) / WIDER - SPARE for line in lines)
        return Paragraph(
            set_runs,
            align or ("right" if rtl else "left"),
            level,
            bullet,
            margin,
            indent,
            space_before,
            space_after,
            line_spacing,
            self._pitched(lines, pitch),
            pitch,
            rtl,
            len(broken(set_runs, WIDER)) - len(lines) if strained else 0,
        )

    def _runs_left(self, text: str, listed: bool) -> bool:
        """Whether a paragraph runs from right to left: by its first letter (UAX #9, P2 and P3). In an `rtl`
        deck only Latin text by itself doesn't, and that only where no mark would change sides."""
        if not self.rtl:
            return starts_right(text) is True
        return listed or starts_right(text) is not False or has_right_to_left(text)

    def body(
        self,
        paragraphs: Iterable[Paragraph],
        *,
        insets: Insets | None = None,
        anchor: Anchor = "top",
        wrap: bool = True,
    ) -> TextBody:
        """Set paragraphs in a box."""
        return TextBody(tuple(paragraphs), insets or NO_INSETS, anchor, wrap)

    @staticmethod
    def _pitched(lines: tuple[MeasuredLine, ...], pitch: float | None) -> tuple[MeasuredLine, ...]:
        """The lines at an exact pitch in points, if there is one."""
        if pitch is None:
            return lines
        return tuple(replace(line, height=pitch, ascent=line.ascent + pitch - line.height) for line in lines)

    def lines(
        self, runs: Sequence[Run], width: float, first_width: float | None = None, line_spacing: float = 1.0
    ) -> tuple[MeasuredLine, ...]:
        """Greedy line breaking: as many break units on a line as fit in `width` points with some to `SPARE`.

        Trailing spaces hang. A unit wider than the line breaks after a sign that bears it, such as a solidus
        in an address, else between characters, as PowerPoint does: that word is torn. An empty paragraph is
        one empty line of the first run's height. Spacing other than single is above the letters: what is
        below the baseline stays.
        """
        text = "".join(run.text for run in runs)
        heights = self._heights(runs)
        edges = self.edges(runs)
        breaks = self.break_positions(text)
        lines: list[MeasuredLine] = []
        start = 0
        width += SLACK - SPARE
        room = width if first_width is None else first_width + SLACK - SPARE

        def close(end: int, torn: float = 0.0) -> None:
            nonlocal start, room
            visible = len(text[start:end].rstrip(" \v")) + start
            last = max(end, start + 1)
            here = (tall for first, after, tall in heights if first < last and after > start)
            height, descent = max(here, default=heights[-1][2] if heights else (0.0, 0.0))
            height *= line_spacing
            width_here = edges[visible] - edges[start]
            shown = text[start:visible]
            lines.append(MeasuredLine(shown, width_here, height, height - descent, start, torn))
            start, room = end, width

        for before, after in pairwise((0, *breaks)):
            # Most units fit with the spaces after them.
            fits = edges[after] - edges[start] <= room
            visible = after if fits else before + len(text[before:after].rstrip(" \v"))
            hyphen = (
                self._hyphen(runs, after) if text[after - 1] == SOFT_HYPHEN and after < len(text) else 0.0
            )
            if edges[visible] + hyphen - edges[start] > room:
                if before > start:
                    close(before)
                bears = [before + at for at in breaks_in_word(text[before:visible])]
                pieces = pairwise((before, *bears, visible))
                needed = SPARE + hyphen + max(edges[last] - edges[first] for first, last in pieces)
                while edges[visible] + hyphen - edges[start] > room and visible - start > 1:
                    fitting = start + 1
                    while edges[fitting + 1] - edges[start] <= room:
                        fitting += 1
                    borne = bears[bisect_right(bears, fitting) - 1] if bears else start
                    close(*((borne,) if start < borne <= fitting else (fitting, needed)))
            if text[after - 1] == "\v":
                close(after)
        if start < len(text) or not lines or text.endswith("\v"):
            close(len(text))
        return tuple(lines)

    def break_positions(self, text: str) -> tuple[int, ...]:
        """Indexes after which a line may end, the end of the text included (UAX #14).

        A solidus inside a word ("requests/second") is no place to break: PowerPoint doesn't, and a unit reads
        better whole.
        """
        known = self._breaks.get(text)
        if known is None:
            known = self._line_breaks.of(text)
            if "/" in text:
                known = tuple(p for p in known if p == len(text) or text[p - 1] != "/")
            self._breaks[text] = known
        return known

    def width(self, runs: Iterable[Run]) -> float:
        """Width in points of the narrowest box in which runs break only where they are told to."""
        widest = here = 0.0
        for run in runs:
            first, *others = run.text.split("\v")
            here += self.metrics.width(first, run.style)
            for part in others:
                widest = max(widest, here)
                here = self.metrics.width(part, run.style)
        return max(widest, here) + SPARE

    def widest_unit(self, runs: Sequence[Run]) -> float:
        """Width in points of the narrowest box that tears no word: room for the widest stretch that may not
        be broken."""
        text = "".join(run.text for run in runs)
        edges = self.edges(runs)
        widest = 0.0
        for before, after in pairwise((0, *self.break_positions(text))):
            visible = before + len(text[before:after].rstrip(" \v"))
            unit = text[before:visible]
            bears = breaks_in_word(unit) if max(map(len, unit.split()), default=0) > LONG else ()
            for first, last in pairwise((before, *(before + at for at in bears), visible)):
                widest = max(widest, edges[last] - edges[first])
            if text[after - 1] == SOFT_HYPHEN and after < len(text):
                widest = max(widest, edges[visible] - edges[before] + self._hyphen(runs, after))
        return SPARE + widest

    def _hyphen(self, runs: Sequence[Run], index: int) -> float:
        """Width in points of the hyphen that is seen where a line ends at `index` of the text."""
        ends = accumulate(len(run.text) for run in runs)
        run = next(run for run, end in zip(runs, ends, strict=True) if index <= end)
        return self._widths(replace(run, text=SHOWN_HYPHEN))[0]

    def _heights(self, runs: Sequence[Run]) -> list[tuple[int, int, tuple[float, float]]]:
        """Where each run with text begins and ends, its line pitch and how much of that is below the
        baseline; the first run's if none has text."""
        found = []
        position = 0
        for run in runs:
            if run.text:
                found.append((position, position + len(run.text), self._height(run.style)))
            position += len(run.text)
        return found or [(0, 0, self._height(run.style)) for run in runs[:1]]

    def _height(self, style: TextStyle) -> tuple[float, float]:
        face = self.metrics.face(style)
        return face.pitch * style.size, face.descent / face.units * style.size

    def edges(self, runs: Iterable[Run]) -> list[float]:
        """The x of each character's left edge, then of the end, in points."""
        return list(accumulate(chain.from_iterable(map(self._widths, runs)), initial=0.0))

    def _widths(self, run: Run) -> list[float]:
        """What each character of a run takes, in points."""
        steps = self._steps.setdefault(run.style, {})
        for char in set(run.text).difference(steps):
            steps[char] = self._step(char, run.style)
        return [steps[char] for char in run.text]

    def _step(self, char: str, style: TextStyle) -> float:
        if char == "\v":
            return 0.0
        shown = char.upper() if style.caps else char
        return sum(map(self.metrics.face(style).advance, shown)) * style.size + style.tracking
