"""Norwegian alphabetical order, for lists that are sorted outside the database."""

import unicodedata
from functools import lru_cache

# æ, ø, å come after z; aa sorts as å in names (Aasen stands beside Ås).
_AFTER_Z = {"æ": "{a", "ä": "{a", "ø": "{b", "ö": "{b", "å": "{c"}


@lru_cache(maxsize=20_000)  # a sort asks for each text's key many times
def norwegian_key(text: str) -> str:
    """Return a key that sorts `text` as a Norwegian register does, case ignored."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    kept = "".join(_AFTER_Z.get(letter, letter) for letter in folded)
    plain = unicodedata.normalize("NFKD", kept)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))
