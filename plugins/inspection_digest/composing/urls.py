"""Addresses: every page's place below the site's root, and the way from one to another.

An address is made from ids that never change, ends in a slash and starts without one. Views hold
links as addresses, alike on every page. What prints them makes them lead there: pages link to each
other relatively, so the site works under any path; feeds and metadata link absolutely.
"""

from __future__ import annotations

from inspection_digest.views.links import SITE

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


def link(address: str) -> str:
    """The address as views hold it, until a page prints it: pages are at different places."""
    return f"{SITE}{address}"


def root_from(here: str) -> str:
    """The way from the page at `here` to the site's root: `../../`, or `./` at the root."""
    return "../" * here.count("/") or "./"
