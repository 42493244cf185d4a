"""Published letters as messages, where only pages tell of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..values.page import Letter
from ..values.site import Message, MessageKind


def from_letters(letters: Iterable[Letter]) -> list[Message]:
    """Letters read from pages as consultation messages, each with an id of its own."""
    met: Counter[str] = Counter()
    messages = []
    for letter in sorted(letters, key=lambda item: (item.url, item.title, item.asked.raw, item.replied.raw, item.reply)):
        key = letter.url or letter.title
        met[key] += 1
        messages.append(
            Message(
                key if met[key] == 1 else f"{key}#{met[key]}",
                MessageKind.CONSULTATION,
                letter.title,
                letter.url,
                letter.asked,
                letter.replied,
                letter.answered,
                letter.replier,
                letter.reply,
            )
        )
    return messages
