"""Labels in graphics: one size for all, at which each fits its box and no word is torn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.document import Color
from deckbuild.geometry import Insets, Size
from deckbuild.layout.label import LabelParagraph, fit_labels, label_fits, label_size, label_sizes, set_label
from tests.samples import broken, context

AT = context()
PADDING = Insets.all(6)


def test_sizes_of_labels_run_from_the_roles_largest_to_its_least() -> None:
    sizes = label_sizes(AT)
    assert (sizes[0], sizes[1], sizes[-1]) == (18.0, 17.5, 12.0)


def test_a_label_is_set_in_the_middle() -> None:
    body = set_label([LabelParagraph("one two")], 14, 100, AT)
    assert (body.anchor, body.paragraphs[0].align) == ("middle", "center")
    assert broken(body.paragraphs[0].lines) == ["one two"]


def test_lines_may_differ_from_the_label() -> None:
    red = Color("#FF0000")
    lines = [LabelParagraph("Name", bold=True, delta=2), LabelParagraph("fact", color=red, gap=0.5)]
    first, second = set_label(lines, 14, 100, AT).paragraphs
    assert (first.runs[0].style.size, first.runs[0].style.bold) == (16, True)
    assert (second.runs[0].style.color, second.space_before) == (red, 7)


def test_no_line_is_smaller_than_the_role_allows() -> None:
    body = set_label([LabelParagraph("fact", delta=-4)], 13, 100, AT)
    assert body.paragraphs[0].runs[0].style.size == 12


def test_bullets_hang_and_stand_left() -> None:
    (only,) = set_label([LabelParagraph("fact", bullet=True)], 20, 100, AT).paragraphs
    assert (only.align, only.margin, only.indent) == ("left", 17, -17)


@pytest.mark.parametrize(
    ("box", "fit"),
    [
        (Size(62.5, 28.8), True),  # "balancer" is 8 x 7 pt, 4 % more if need be, padding 6 on each side: 70.8
        (Size(70.8, 45.6), True),
        (Size(70.7, 100), False),  # would tear "balancer" where glyphs are wider
        (Size(70.8, 45.0), False),  # two lines of 16.8 and padding are 45.6 high
    ],
)
def test_label_fits(box: Size, fit: bool) -> None:
    text = "Load balancer" if box.width > 65 else "Load"
    body = set_label([LabelParagraph(text)], 14, box.width, AT, insets=PADDING)
    assert label_fits(body, box, AT) is fit


def test_all_labels_get_the_size_of_the_tightest() -> None:
    roomy, tight = Size(300, 100), Size(60.5, 100)
    labels = [([LabelParagraph("one")], roomy), ([LabelParagraph("balancer")], tight)]
    assert fit_labels(labels, AT) == 15  # eight characters of 7.5 pt and half a point to spare


def test_where_none_fits_it_is_the_smallest() -> None:
    assert fit_labels([([LabelParagraph("unbreakable")], Size(10, 10))], AT) == 12
    assert fit_labels([([LabelParagraph("unbreakable")], Size(10, 10))], AT, smallest=13, largest=20) == 13


def test_without_labels_it_is_the_largest() -> None:
    assert fit_labels([], AT) == 18


LABELS = st.lists(
    st.tuples(
        st.lists(st.text("abc ", min_size=1, max_size=30).map(LabelParagraph), min_size=1, max_size=3),
        st.builds(Size, st.floats(20, 200), st.floats(20, 200)),
    ),
    max_size=4,
)


@given(LABELS)
def test_what_fit_labels_returns_fits_unless_it_is_the_smallest(
    labels: list[tuple[list[LabelParagraph], Size]],
) -> None:
    size = fit_labels(labels, AT, insets=PADDING)
    fit = [
        label_fits(set_label(lines, size, box.width, AT, insets=PADDING), box, AT) for lines, box in labels
    ]
    assert size == 12 or all(fit)


@given(
    st.lists(st.text("abc W", min_size=1, max_size=40).map(LabelParagraph), min_size=1, max_size=3),
    st.floats(60, 300),
)
def test_a_box_made_to_measure_needs_no_further_line(lines: list[LabelParagraph], widest: float) -> None:
    size = label_size(lines, 14, AT, widest, PADDING)
    assert size.width <= widest
    body = set_label(lines, 14, size.width, AT, insets=PADDING)
    assert body.height == pytest.approx(size.height)
