"""Links within the site, as views hold them until a page or a feed prints them."""

from __future__ import annotations

SITE = "\x1a"  # stands for the way to the site's root; no text is let in that holds it


def linked(text: str, root: str, here: str = "") -> str:
    """The text with links that lead somewhere: `root` is the way to the site's root.

    `here` is the address of the page it is: what leads to a place on it becomes `#place`.
    """
    if here:
        text = text.replace(f'"{SITE}{here}#', '"#')
    return text.replace(SITE, root)
