"""One pure function per checklist indicator, in folders by section."""
