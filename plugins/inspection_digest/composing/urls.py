"""Addresses: every page's place below the site's root, and the way from one to another.

An address is made from ids that never change, ends in a slash and starts without one. Pages link
to each other relatively, so the site works under any path; feeds and metadata link absolutely.
"""

from __future__ import annotations

from collections.abc import Callable

Linker = Callable[[str], str]

HOME = ""
CONTRASTS = "contrasts/"
FOLLOW = "follow/"
GAP = "the-gap/"
GRADES = "grades/"
PROVIDERS = "providers/"
DIGESTS = "digests/"
FRAMEWORKS = "frameworks/"
MESSAGES = "messages/"
VERIFICATION = "verification/"
CORRECTIONS = "corrections/"
GRADES_ANCHOR = "the-grades"
CHECK = "check-a-quote/"
VERIFICATION_DATA = "data/verification.json"


def digest(digest_id: str) -> str:
    return f"digests/{digest_id}/"


def contrast(digest_id: str, name: str) -> str:
    return f"digests/{digest_id}/{name}/"


def quote(digest_id: str, name: str) -> str:
    return f"digests/{digest_id}/#{quote_anchor(name)}"


def quote_anchor(name: str) -> str:
    return f"quote-{name}"


def quote_key(digest_id: str, anchor: str) -> str:
    """A quotation's identity on the whole site, as `data-quote` carries it."""
    return f"{digest_id}#{anchor}"


def contrast_anchor(name: str) -> str:
    return f"contrast-{name}"


def reply_anchor(name: str) -> str:
    return f"reply-{name}"


def anchor_in(group: str, name: str) -> str:
    """The anchor of a quotation of either group of a digest: `quotes` or `replies`."""
    return reply_anchor(name) if group == "replies" else quote_anchor(name)


def provider(provider_id: str) -> str:
    return f"providers/{provider_id}/"


def contrasts_of(provider_id: str) -> str:
    return f"providers/{provider_id}/contrasts/"


def framework(framework_id: str) -> str:
    return f"frameworks/{framework_id}/"


def source(source_id: str) -> str:
    return f"sources/{source_id}/"


def passage_anchor(digest_id: str, anchor: str) -> str:
    """Where a quoted passage begins on its source's page; no id of ours holds two hyphens."""
    return f"{digest_id.replace('/', '--')}--{anchor}"


def paragraph_anchor(page: int | str, number: int | str, *, paged: bool) -> str:
    return f"page-{page}-{number}" if paged else f"paragraph-{number}"


def page_anchor(page: int) -> str:
    return f"page-{page}"


def prose(slug: str) -> str:
    return f"{slug}/"


def article(slug: str) -> str:
    return f"commentary/{slug}/"


def feed(name: str, form: str) -> str:
    """`name` is `digests`, `contrasts`, `corrections`, `providers/<id>`; `form` `atom`, `rss`."""
    return f"feeds/{name}.{form}.xml"


def file_of(address: str) -> str:
    """The file that is served at an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def relative_from(here: str) -> Linker:
    """Links from the page at `here` to any address of the site."""
    folders = here.split("/")[:-1]
    up = "../" * len(folders)
    first = f"{folders[0]}/" if folders else ""

    def link(address: str) -> str:
        if not address.startswith(first):  # no folder in common: nearly always
            return f"{up}{address}"
        path, hash_, fragment = address.partition("#")
        if path == here and fragment:
            return f"#{fragment}"
        names = path.split("/")
        shared = _shared(folders, names[:-1])
        way = "../" * (len(folders) - shared) + "/".join(names[shared:])
        return f"{way or './'}{hash_}{fragment}"

    return link


def _shared(one: list[str], other: list[str]) -> int:
    """How many folders two ways from the root have in common."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count


def absolute_at(site_url: str) -> Linker:
    """Links for feeds and metadata."""
    return lambda address: f"{site_url}/{address}"


def rooted_at(path: str) -> Linker:
    """Links from the site's root path on, for a page that is served at any address (404)."""
    return lambda address: f"{path}/{address}"
