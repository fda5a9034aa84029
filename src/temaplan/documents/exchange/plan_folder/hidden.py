"""Characters that a reader of the folder would not see, and that could mislead one."""

import re

# Bidirectional overrides and isolates can show a text in another order than a machine
# reads it (CVE-2021-42574); U+FEFF is a byte-order mark. The rest are control
# characters, CR among them, all but line feed and tab.
HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff\x00-\x08\x0b-\x1f\x7f]")

# What no database of ours can hold: NUL, and halves of a character.
IMPOSSIBLE = re.compile("[\x00\ud800-\udfff]")


def named(character: str) -> str:
    """Return the character's number as people look it up: U+202E."""
    return f"U+{ord(character):04X}"
