"""Which characters are taken for one another: by their sound (typed) or by their shape (typed, scanned)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from .._data import read_text

# Initials and finals that typists do not tell apart.
_MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))


@frozen
class Likeness:
    """Sounds of each character, near ones merged, and the characters each looks like."""

    sounds: Mapping[str, frozenset[str]]
    shapes: Mapping[str, str]

    def alike(self, right: str, wrong: str) -> bool:
        """Whether ``wrong`` sounds or looks like ``right``."""
        if wrong in self.shapes.get(right, "") or right in self.shapes.get(wrong, ""):
            return True
        return not self.sounds.get(right, _NONE).isdisjoint(self.sounds.get(wrong, _NONE))

    def alikes(self, char: str) -> str:
        """All characters that look or sound like ``char``, those that look like it first."""
        own = self.sounds.get(char, _NONE)
        sounding = (other for other, sounds in self.sounds.items() if not own.isdisjoint(sounds))
        return "".join(dict.fromkeys([*self.shapes.get(char, ""), *sounding])).replace(char, "")


_NONE: frozenset[str] = frozenset()


def load_likeness() -> Likeness:
    """The tables that ship: characters of GB 2312, sounds without tones, shapes by comparing rendered glyphs."""
    sounds: dict[str, set[str]] = {}
    for line in read_text("wording/sounds.tsv").splitlines():
        sound, chars = line.split("\t")
        for char in chars:
            sounds.setdefault(char, set()).add(_merged(sound))
    shapes = dict(line.split("\t") for line in read_text("wording/shapes.tsv").splitlines())
    shared: dict[frozenset[str], frozenset[str]] = {}
    return Likeness({char: shared.setdefault(found, found) for char, found in ((c, frozenset(s)) for c, s in sounds.items())}, shapes)


def _merged(sound: str) -> str:
    for full, short in _MERGED[:3]:
        if sound.startswith(full):
            sound = short + sound[len(full) :]
    for full, short in _MERGED[3:]:
        if sound.endswith(full):
            sound = sound[: -len(full)] + short
    return sound
