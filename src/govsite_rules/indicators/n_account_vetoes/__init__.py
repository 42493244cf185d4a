"""单项否决 of accounts (政务新媒体): N1 to N3."""
