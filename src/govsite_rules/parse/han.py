"""How much Chinese a text holds: the measure of prose."""

_OTHERS = bytes(high for high in range(256) if not 0x34 <= high <= 0x9F)


def han_count(text: str) -> int:
    """The number of Chinese characters (U+3400 to U+9FFF), counted by the high bytes of UTF-16: much faster than a pattern."""
    return len(text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _OTHERS))
