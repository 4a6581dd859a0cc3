"""Draws the corpus's pictures: `python tests/decks/draw_images.py`. It needs nothing but Pillow."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
INK, PAPER, GREY = "#22303C", "#FFFFFF", "#C9D2D9"


def bars(
    path: str, rows: list[tuple[str, int]], size: tuple[int, int], colours: tuple[str, str], strong: int
) -> None:
    """Named bars from the left, the first `strong` of them in the first colour."""
    picture = Image.new("RGB", size, PAPER)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size[1] / 18)
    step = size[1] / len(rows)
    left, most = size[0] * 0.3, max(value for _, value in rows)
    for number, (name, value) in enumerate(rows):
        top = number * step + step * 0.2
        end = left + (size[0] * 0.6) * value / most
        draw.rectangle((left, top, end, top + step * 0.6), fill=colours[number >= strong])
        draw.text((left - 14, top + step * 0.3), name, INK, font, anchor="rm")
        draw.text((end + 12, top + step * 0.3), str(value), INK, font, anchor="lm")
    save(picture, path)


def streamlined(path: str) -> None:
    """Three swimmers of one shape: a back fin each, and tails that differ."""
    picture = Image.new("RGB", (1100, 600), PAPER)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(30)
    swimmers = [("Shark", "#35657F", 75), ("Ichthyosaur", "#5C7F4A", 75), ("Dolphin", "#7A5A8C", 22)]
    for row, (name, colour, spread) in enumerate(swimmers):
        middle = 100 + row * 200
        draw.ellipse((340, middle - 52, 880, middle + 52), fill=colour)
        draw.polygon([(570, middle - 40), (660, middle - 95), (690, middle - 40)], fill=colour)
        tail = [(860, middle), (980, middle - spread), (945, middle), (980, middle + spread)]
        draw.polygon(tail, fill=colour)
        draw.ellipse((392, middle - 16, 406, middle - 2), fill=PAPER)
        draw.text((40, middle), name, INK, font, anchor="lm")
    save(picture, path)


def bridge(path: str) -> None:
    """A bridge of five arches at dusk, with its lamps in the water."""
    picture = Image.new("RGB", (1600, 900), "#E8A87C")
    draw = ImageDraw.Draw(picture)
    for y in range(560):
        share = y / 560
        draw.line((0, y, 1600, y), fill=(int(60 + 172 * share), int(70 + 98 * share), int(110 + 14 * share)))
    draw.rectangle((0, 560, 1600, 900), fill="#2B3A55")
    draw.rectangle((0, 380, 1600, 600), fill="#1D2433")
    for arch in range(5):
        left = 40 + arch * 310
        draw.pieslice((left, 430, left + 270, 770), 180, 360, fill="#C98F6B")
    draw.rectangle((0, 600, 1600, 900), fill="#2B3A55")
    for lamp in range(9):
        x = 90 + lamp * 180
        draw.line((x, 320, x, 380), fill="#1D2433", width=8)
        draw.ellipse((x - 14, 296, x + 14, 324), fill="#FFE3A3")
        for glint in range(6):
            draw.line(
                (x - 16 + glint * 2, 640 + glint * 40, x + 16 - glint * 2, 640 + glint * 40),
                fill="#D9B877",
                width=5,
            )
    save(picture, path)


def bowl(path: str) -> None:
    """A bowl with a golden seam."""
    picture = Image.new("RGB", (1000, 800), "#EFEAE2")
    draw = ImageDraw.Draw(picture)
    draw.pieslice((150, -120, 850, 640), 0, 180, fill="#2F3B4A")
    draw.ellipse((150, 220, 850, 300), fill="#45566B")
    draw.rectangle((400, 625, 600, 680), fill="#26303C")
    gold = "#D9A441"
    draw.line([(520, 262), (500, 350), (545, 420), (505, 520), (530, 638)], fill=gold, width=9, joint="curve")
    draw.line([(545, 420), (660, 400), (745, 440)], fill=gold, width=7, joint="curve")
    draw.line([(505, 520), (400, 500), (330, 540)], fill=gold, width=7, joint="curve")
    save(picture, path)


def app(path: str) -> None:
    """A phone that shows a bed from above."""
    picture = Image.new("RGB", (620, 1000), "#F3F1E2")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(34)
    draw.rounded_rectangle((60, 30, 560, 970), 60, fill="#33271E")
    draw.rounded_rectangle((85, 60, 535, 940), 40, fill="#FFFDF8")
    draw.text((310, 130), "Bed 1", INK, font, anchor="mm")
    draw.rounded_rectangle((125, 190, 495, 730), 16, fill="#6B4A34")
    greens = ["#6FA83A", "#41691A", "#B7DD8C", "#6FA83A"]
    for row, green in enumerate(greens):
        for plant in range(7 - row):
            step = 330 / (7 - row)
            x, y = 150 + step * (plant + 0.5), 250 + row * 135
            draw.ellipse((x - 20, y - 20, x + 20, y + 20), fill=green)
    draw.rounded_rectangle((125, 790, 495, 850), 30, fill="#DDD6CA")
    draw.rounded_rectangle((125, 790, 360, 850), 30, fill="#E5AE2E")
    draw.text((310, 890), "Loam", INK, font, anchor="mm")
    save(picture, path)


def radio(path: str) -> None:
    """A radio on a table, as wide as a stage."""
    picture = Image.new("RGB", (1400, 800), "#D9A441")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 620, 1400, 800), fill="#35506B")
    draw.rounded_rectangle((260, 200, 1140, 650), 50, fill="#6B3F2A")
    draw.rounded_rectangle((310, 250, 760, 600), 24, fill="#E7D3B1")
    for y in range(265, 596, 14):
        draw.line((318, y, 752, y), fill="#CDB48A", width=4)
    draw.ellipse((830, 250, 1070, 490), fill="#F4F4F1")
    draw.line((950, 370, 1030, 300), fill="#C8452F", width=8)
    for x in (850, 990):
        draw.ellipse((x, 520, x + 64, 584), fill="#22262B")
    save(picture, path)


def save(picture: Image.Image, path: str) -> None:
    """As a small PNG, or as a JPEG if the name says so."""
    file = HERE / path
    file.parent.mkdir(exist_ok=True)
    if file.suffix == ".png":
        picture.quantize(64).save(file, optimize=True)
    else:
        picture.save(file, quality=70)


def main() -> None:
    """All pictures of all decks."""
    surplus = [
        ("Autumn baking", 940),
        ("Cast iron", 610),
        ("Glass", 420),
        ("Knives", 240),
        ("Linen", 180),
        ("Storage", 120),
        ("Children", 60),
    ]
    bars("business-review/images/stock.png", surplus, (1000, 640), ("#C8452F", "#8C929A"), 3)
    streamlined("lecture/images/streamlined.png")
    bridge("keynote/images/bridge.jpg")
    bowl("keynote/images/bowl.png")
    radio("keynote/images/radio.png")
    app("product-launch/images/app.png")


if __name__ == "__main__":
    main()
