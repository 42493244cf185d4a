"""How `sounds.tsv` and `shapes.tsv` were made; run again only to change them.

Needs pypinyin, Pillow, numpy and a font of simplified Chinese:
    python benchmarks/wording_likeness.py FONT OUT_FOLDER
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont
from pypinyin import Style, pinyin

LIKE, MOST, SIZE = 0.76, 16, 48
OFTEN_CONFUSED = (
    "己已巳 日曰 即既 共兴 反友 谨禁 党常堂 大共太 兵乒乓 戊戌戍 义又叉 末未 人入八 千干于 天夫无元 士土 仕壮 贝见 今令 儿几 刀力 "
    "办为 卜下 西酉 甲由申 免兔 崇祟 竟竞 历厉 衷哀 折拆"
)


def main(font: str, folder: str) -> None:
    first = [char for high in range(0xB0, 0xD8) for char in _row(high)]
    every = first + [char for high in range(0xD8, 0xF8) for char in _row(high)]
    sounds = defaultdict(list)
    for char in every:
        for sound in pinyin(char, style=Style.NORMAL, heteronym=True)[0]:
            sounds[sound.replace("ü", "v")].append(char)
    out = Path(folder)
    (out / "sounds.tsv").write_text("".join(f"{sound}\t{''.join(chars)}\n" for sound, chars in sorted(sounds.items())), "utf-8")
    glyphs = np.stack([_glyph(char, ImageFont.truetype(font, SIZE - 6)) for char in every])
    glyphs -= glyphs.mean(1, keepdims=True)
    glyphs /= np.linalg.norm(glyphs, axis=1, keepdims=True)
    likeness = glyphs[: len(first)] @ glyphs.T
    lines = []
    for i, char in enumerate(first):
        order = np.argsort(-likeness[i])[: MOST + 1]
        likes = [every[j] for j in order if likeness[i, j] > LIKE and every[j] != char]
        likes += [other for group in OFTEN_CONFUSED.split() if char in group for other in group if other != char and other not in likes]
        if likes:
            lines.append(f"{char}\t{''.join(likes)}\n")
    (out / "shapes.tsv").write_text("".join(lines), "utf-8")


def _row(high: int) -> list[str]:
    return list(bytes(byte for low in range(0xA1, 0xFF) for byte in (high, low)).decode("gb2312", "ignore"))


def _glyph(char: str, font: ImageFont.FreeTypeFont) -> np.ndarray:
    image = Image.new("L", (SIZE, SIZE), 0)
    ImageDraw.Draw(image).text((3, -2), char, font=font, fill=255)
    small = image.filter(ImageFilter.GaussianBlur(1.6)).resize((24, 24), Image.Resampling.BILINEAR)
    return np.asarray(small, np.float32).ravel()


if __name__ == "__main__":
    main(*sys.argv[1:])
