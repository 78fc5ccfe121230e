"""Pictures drawn on the spot, so that the demo carries no photograph of anyone's dog or document."""

import io
import random
from collections.abc import Callable, Sequence
from typing import TypeAlias

from PIL import Image, ImageDraw, ImageFilter

from lapa_cli.city.people import Breed

Shape: TypeAlias = Callable[[Sequence[float], str], None]
Oval: TypeAlias = Callable[[float, float, float, float, str], None]

SIZE = 720
# Drawn twice as large and scaled down: Pillow's shapes have no smooth edges of their own.
FINE = 2

SKIES = (
    ("#bfe3f2", "#f7f1df"),
    ("#f6c9a8", "#f9ead6"),
    ("#cdd9f5", "#eef3fb"),
    ("#bfe8d6", "#f4f7e6"),
)
GRASS = ("#8fc46f", "#7ab65f", "#a3cf80")
COLLARS = ("#d8433b", "#2f6fdb", "#f2a31b", "#3d9a64", "#8a4fc4")
INK = "#2a2320"


class Canvas:
    """Shapes in hundredths of the picture's side, so that one drawing fits any size."""

    def __init__(self, dice: random.Random, size: int = SIZE) -> None:
        self.dice = dice
        self.side = size * FINE
        self.image = Image.new("RGB", (self.side, self.side))
        self.pen = ImageDraw.Draw(self.image)

    def _scaled(self, numbers: Sequence[float]) -> list[float]:
        return [number * self.side / 100 for number in numbers]

    def gradient(self, top: str, bottom: str) -> None:
        column = Image.new("RGB", (1, 2))
        column.putpixel((0, 0), _rgb(top))
        column.putpixel((0, 1), _rgb(bottom))
        smooth = column.resize((self.side, self.side), Image.Resampling.BILINEAR)
        self.image.paste(smooth, (0, 0))

    def oval(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """Round its middle."""
        box = self._scaled((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
        self.pen.ellipse(box, fill=colour)

    def shape(self, points: Sequence[float], colour: str) -> None:
        """A polygon of x, y, x, y ...; its corners are rounded by a pen of the same colour."""
        scaled = self._scaled(points)
        self.pen.polygon(scaled, fill=colour)
        closed = [*scaled, *scaled[:4]]
        self.pen.line(closed, fill=colour, width=round(self.side * 0.025), joint="curve")

    def bow(self, x: float, y: float, wide: float, high: float, colour: str, pen: float) -> None:
        """The lower half of an oval's outline: a mouth, a smile."""
        box = self._scaled((x - wide / 2, y - high / 2, x + wide / 2, y + high / 2))
        self.pen.arc(box, 10, 170, fill=colour, width=round(pen * self.side / 100))

    def text(self, x: float, y: float, words: str, colour: str) -> None:
        at = (x * self.side / 100, y * self.side / 100)
        self.pen.text(at, words, fill=colour, font_size=self.side * 0.034)

    def blur(self, radius: float) -> None:
        soft = self.image.filter(ImageFilter.GaussianBlur(radius * self.side / 100))
        self.image.paste(soft)

    def jpeg(self) -> bytes:
        side = self.side // FINE
        small = self.image.resize((side, side), Image.Resampling.LANCZOS)
        file = io.BytesIO()
        small.save(file, "JPEG", quality=86, optimize=True)
        return file.getvalue()


def portrait(breed: Breed, dice: random.Random) -> bytes:
    """A dog looking at the camera, as the owner's profile shows it."""
    canvas = Canvas(dice)
    _outdoors(canvas)
    canvas.blur(0.5)
    _dog(canvas, breed, dice.choice(COLLARS), x=50 + dice.uniform(-3, 3), y=48, scale=1.0)
    return canvas.jpeg()


def walk_photo(breed: Breed, dice: random.Random) -> bytes:
    """The same dog smaller, somewhere on the way."""
    canvas = Canvas(dice)
    _outdoors(canvas)
    _trees(canvas)
    scale = dice.uniform(0.42, 0.6)
    x = dice.uniform(30, 70)
    canvas.oval(x, 92, 62 * scale, 9 * scale, "#5f9a4c")
    _dog(canvas, breed, dice.choice(COLLARS), x=x, y=92 - 74 * scale, scale=scale)
    return canvas.jpeg()


def identity_card(email: str) -> bytes:
    """A document that no one can take for a real one.

    By e-mail and not by name: the font that Pillow carries knows ASCII only.
    """
    canvas = Canvas(random.Random(email))
    canvas.gradient("#dfe8ee", "#c9d7e2")
    canvas.shape((10, 28, 90, 28, 90, 76, 10, 76), "#f6f8fa")
    canvas.shape((10, 28, 90, 28, 90, 36, 10, 36), "#3f6f94")
    canvas.shape((16, 42, 36, 42, 36, 70, 16, 70), "#d5dee6")
    canvas.oval(26, 52, 9, 11, "#8fa3b3")
    canvas.shape((19, 70, 21, 62, 31, 62, 33, 70), "#8fa3b3")
    for words, y, colour in (("SPECIMEN", 29.8, "#ffffff"), (email, 44, INK), ("Lapa", 51, INK)):
        canvas.text(42, y, words, colour)
    return canvas.jpeg()


def _outdoors(canvas: Canvas) -> None:
    canvas.gradient(*canvas.dice.choice(SKIES))
    canvas.oval(canvas.dice.uniform(15, 85), canvas.dice.uniform(12, 26), 13, 13, "#fff6d8")
    for colour, height in zip(GRASS, (66, 76, 88), strict=True):
        middle = canvas.dice.uniform(20, 80)
        canvas.oval(middle, height + 30, 190, 60, colour)


def _trees(canvas: Canvas) -> None:
    for _ in range(canvas.dice.randint(2, 4)):
        x, foot = canvas.dice.uniform(5, 95), canvas.dice.uniform(68, 76)
        high = canvas.dice.uniform(16, 28)
        canvas.shape(
            (x - 0.8, foot, x + 0.8, foot, x + 0.6, foot - high, x - 0.6, foot - high), "#7a5a42"
        )
        green = canvas.dice.choice(("#5d9d56", "#6fae5c", "#4e8c55", "#d9a441"))
        for dx, dy, size in ((0, 0, 15), (-5, 4, 11), (5, 4, 11)):
            canvas.oval(x + dx, foot - high + dy, size, size, green)


def _dog(canvas: Canvas, breed: Breed, collar: str, *, x: float, y: float, scale: float) -> None:
    """Head and chest; `x`, `y` are the middle of the head."""

    def oval(dx: float, dy: float, wide: float, high: float, colour: str) -> None:
        canvas.oval(x + dx * scale, y + dy * scale, wide * scale, high * scale, colour)

    def shape(points: Sequence[float], colour: str) -> None:
        placed = [(y if i % 2 else x) + n * scale for i, n in enumerate(points)]
        canvas.shape(placed, colour)

    oval(0, 46, 46, 56, breed.coat)
    oval(0, 52, 24, 44, breed.light)
    if breed.ears != "floppy":
        _ears(shape, oval, breed)
    oval(0, 0, 44, 42, breed.coat)
    if breed.ears == "floppy":
        _ears(shape, oval, breed)
    shape((-3, -19, 3, -19, 4, 2, -4, 2), breed.light)
    oval(0, 10, 27, 23, breed.light)
    for side in (-1, 1):
        oval(side * 10, -3, 7.4, 8.2, INK)
        oval(side * 10 + 1.3, -4.8, 2.3, 2.3, "#ffffff")
    oval(0, 18, 6.5, 11, "#e8808a")
    oval(0, 12.5, 14, 6, breed.light)
    canvas.bow(x - 3.6 * scale, y + 11.6 * scale, 7.2 * scale, 7 * scale, INK, 0.7 * scale)
    canvas.bow(x + 3.6 * scale, y + 11.6 * scale, 7.2 * scale, 7 * scale, INK, 0.7 * scale)
    oval(0, 5.5, 9.5, 6.6, INK)
    oval(-1.6, 4.2, 2.4, 1.4, "#6d6460")
    shape((-15, 21, 15, 21, 17, 25, -17, 25), collar)
    oval(0, 27, 6, 6, "#f4c542")


def _ears(shape: Shape, oval: Oval, breed: Breed) -> None:
    for side in (-1, 1):
        if breed.ears == "pointed":
            shape((side * 19, -8, side * 17, -31, side * 4, -17), breed.dark)
            shape((side * 16, -13, side * 15.5, -25, side * 9, -17), breed.light)
        elif breed.ears == "bat":
            oval(side * 15, -22, 13, 25, breed.dark)
            oval(side * 15, -20, 7, 17, "#d9a3a0")
        elif breed.ears == "tipped":
            shape((side * 20, -8, side * 18, -26, side * 6, -17), breed.dark)
            shape((side * 18, -26, side * 25, -14, side * 15, -17), breed.dark)
        elif breed.ears == "fluffy":
            for dy in (-10, -1, 8):
                oval(side * 22, dy, 15, 15, breed.dark)
            oval(side * 6, -22, 16, 14, breed.coat)
        else:
            shape((side * 15, -17, side * 25, -8, side * 24, 14, side * 17, 6), breed.dark)


def _rgb(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return red, green, blue
