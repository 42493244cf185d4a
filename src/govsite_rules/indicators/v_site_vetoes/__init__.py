"""单项否决 of websites: V1 to V6."""
