"""Whoever changes one letter of a quotation on its way to the reader is found out."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.answered_site import ALL, ANSWERS
from tests.small_site import DIGEST, MOOR, RELEASE_TEXT, edition, published

from inspection_digest.composing import contrasts, feeds, urls
from inspection_digest.composing.chrome import json_ld
from inspection_digest.composing.edition import Edition
from inspection_digest.composing.feeds import MOST_ENTRIES
from inspection_digest.documents.text import SourceText
from inspection_digest.evidence.quotations import Evidence
from inspection_digest.outputs.feeds import atom, rss
from inspection_digest.outputs.page import Templates
from inspection_digest.readback.prove_published import Broken, Readback, prove_published
from inspection_digest.views.quotes import QuoteView

THEME = Path(__file__).resolve().parents[2] / "theme"
SAID = "The leaders' plan isn't at all bad, and\u00a0not <too> “long” at 5'10\"  & more."
PAIR = {
    MOOR: DIGEST.replace(
        "Every train we saw was on time.",
        "'" + SAID.replace("'", "''") + "'",
    ),
    "sources/moor-release/text.txt": RELEASE_TEXT + f"\n{SAID}\n",
}
KEY = "moor-line/2031-05-14#quote-on-time"
DIGEST_PAGE = "digests/moor-line/2031-05-14/index.html"
CONTRAST_PAGE = "digests/moor-line/2031-05-14/on-time-without-track/index.html"
RECORD = "data/verification.json"
FEEDS = {
    f"feeds/{name}.{form}.xml"
    for name in ("contrasts", "digests", "providers/moor-line")
    for form in ("atom", "rss")
}


@pytest.fixture(scope="module")
def made() -> Edition:
    return edition(PAIR)


@pytest.fixture(scope="module")
def files(made: Edition) -> dict[str, str]:
    return published(made, Templates(THEME))


def broken(made: Edition, files: dict[str, str]) -> list[Broken]:
    return list(prove_published(files.items(), made.library, made.evidence))


def test_what_is_published_is_what_the_sources_say(made: Edition, files: dict[str, str]) -> None:
    assert broken(made, files) == []


@pytest.mark.parametrize("name", ["a/index.html", "feeds/contrasts.atom.xml", "data/a.json"])
def test_a_file_that_is_no_utf_8_is_found(name: str, made: Edition) -> None:
    readback = Readback(made.library, made.evidence)
    for data in (b"\xff", '<p data-quote="k">abc</p>'.encode("utf-16"), b'{"a": "\xe9"}'):
        found = list(readback.broken(name, data))
        assert [str(item) for item in found if "cannot be read" in item.why], data


# What a well-meaning filter does to a text, as Jinja says it and as Python does.
SPOILERS: dict[str, tuple[str, Callable[[str], str]]] = {
    "curly apostrophe": ("replace(\"'\", '’')", lambda text: text.replace("'", "’")),
    "straight quotation mark": ("replace('“', '\"')", lambda text: text.replace("“", '"')),
    "a dropped not": ("replace('not ', '')", lambda text: text.replace("not ", "")),
    "a plain space": ("replace('\u00a0', ' ')", lambda text: text.replace("\u00a0", " ")),
    "one space of two": ("replace('  ', ' ')", lambda text: text.replace("  ", " ")),
    "small letters": ("lower", str.lower),
    "a capital more": ("title", str.title),
    "escaped twice": ("replace('&', '&amp;')", lambda text: text.replace("&", "&amp;")),
    "markup taken out": ("striptags", lambda text: text.replace("<too>", "")),
    "cut": ("truncate(40, true)", lambda text: text[:40]),
    "without its full stop": (
        "replace('more.', 'more')",
        lambda text: text.replace("more.", "more"),
    ),
    "a space more": ("string ~ ' '", lambda text: f"{text} "),
    "nothing": ("default('', true) and ''", lambda _: ""),
}


def spoilt_theme(folder: Path, jinja: str) -> Templates:
    """The real templates, but the words of a quotation go through one filter more."""
    shutil.copytree(THEME / "templates", folder / "templates")
    words = folder / "templates" / "macros" / "words.html"
    template = words.read_text("utf-8")
    changed = template.replace("{{ segment.text }}", f"{{{{ (segment.text|{jinja}) }}}}")
    assert changed != template
    words.write_text(changed, encoding="utf-8")
    return Templates(folder)


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_a_template_that_changes_a_letter_is_found(
    spoiler: str, made: Edition, files: dict[str, str], tmp_path: Path
) -> None:
    templates = spoilt_theme(tmp_path, SPOILERS[spoiler][0])
    [(address, view)] = contrasts.contrast_pages(made)
    found = broken(made, {**files, urls.file_of(address): templates.page(view)})
    assert {(item.path, item.key) for item in found} >= {(CONTRAST_PAGE, KEY)}
    assert {item.path for item in found} == {CONTRAST_PAGE}


def test_it_is_found_on_every_page_that_prints_the_words(made: Edition, tmp_path: Path) -> None:
    found = broken(made, published(made, spoilt_theme(tmp_path, "lower")))
    pages = {DIGEST_PAGE, CONTRAST_PAGE, "index.html", "contrasts/index.html"}
    assert {item.path for item in found if item.key == KEY} >= pages
    assert all(item.path.endswith(".html") for item in found)


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_a_feed_that_changes_a_letter_is_found_in_atom_and_rss(
    spoiler: str, made: Edition, files: dict[str, str]
) -> None:
    def spoil(quote: QuoteView) -> QuoteView:
        return replace(quote, text=SPOILERS[spoiler][1](quote.text))

    spoilt = dict(files)
    for form, write in (("atom", atom), ("rss", rss)):
        for address, feed in feeds.feeds(made, form):
            entries = tuple(
                replace(
                    entry,
                    contrasts=tuple(replace(one, said=spoil(one.said)) for one in entry.contrasts),
                )
                for entry in feed.entries
            )
            spoilt[address] = write(replace(feed, entries=entries))
    found = broken(made, spoilt)
    assert {(item.path, item.key) for item in found} == {(path, KEY) for path in FEEDS}


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_a_record_that_changes_a_letter_is_found(
    spoiler: str, made: Edition, files: dict[str, str]
) -> None:
    record = json.loads(files[RECORD])
    for quote in record["quotes"]:
        if quote["key"] == KEY:
            quote["text"] = SPOILERS[spoiler][1](quote["text"])
    found = broken(made, {**files, RECORD: json.dumps(record)})
    assert [(item.path, item.key) for item in found] == [(RECORD, KEY)]


@pytest.mark.parametrize("spoiler", SPOILERS)
def test_structured_data_that_change_a_letter_are_found(
    spoiler: str, made: Edition, files: dict[str, str]
) -> None:
    [(address, view)] = contrasts.contrast_pages(made)
    digest = made.library.digests["moor-line/2031-05-14"]
    data = contrasts.contrast_data(made, digest, "on-time-without-track")
    parts = data["hasPart"]
    assert isinstance(parts, list)
    parts[0]["text"] = SPOILERS[spoiler][1](parts[0]["text"])
    page = replace(view, chrome=replace(view.chrome, data=json_ld(data)))
    found = broken(made, {**files, urls.file_of(address): Templates(THEME).page(page)})
    assert [(item.path, item.key) for item in found] == [(CONTRAST_PAGE, "")]
    assert str(found[0]).startswith(f"{CONTRAST_PAGE}: structured data: these words are no quot")


# -- what has to stand somewhere ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (DIGEST_PAGE, ["no-track", "on-time", "clear-plan", "paper"]),
        (CONTRAST_PAGE, ["no-track", "on-time"]),
        (RECORD, ["no-track", "on-time", "clear-plan", "paper"]),
        *((path, ["no-track", "on-time"]) for path in sorted(FEEDS)),
    ],
)
def test_a_quotation_that_is_missing_where_it_has_to_stand_is_found(
    path: str, keys: list[str], made: Edition, files: dict[str, str]
) -> None:
    lost = {other: text for other, text in files.items() if other != path}
    found = {item.key for item in broken(made, lost)}
    assert found >= {f"moor-line/2031-05-14#quote-{name}" for name in keys}
    assert {item.path for item in broken(made, lost)} == {path}
    assert {item.why for item in broken(made, lost)} == {"it is not printed there."}


def test_a_quotation_whose_mark_is_gone_is_missing(made: Edition, files: dict[str, str]) -> None:
    changed = files[DIGEST_PAGE].replace(f'data-quote="{KEY}"', "")
    assert broken(made, {**files, DIGEST_PAGE: changed}) == [
        Broken(DIGEST_PAGE, KEY, "it is not printed there.")
    ]


ONE = DIGEST.replace("replies:", "previous: moor-line/2031-05-14\nreplies:")
MANY = {
    f"digests/moor-line/{2032 + number}.yaml": ONE.replace(
        "published: 2031-05-14", f"published: {2032 + number}"
    )
    for number in range(MOST_ENTRIES + 1)
}
NEWEST = list(MANY)[-1]
REMOVED = "  - {date: 2070-01-01, what: It was unfair., about: unfair, removed: contrast}\n"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {MOOR: DIGEST.replace("overall:", "added: 2080\noverall:", 1)},
        {MOOR: DIGEST.replace("replies:", "    added: 2080\nreplies:", 1)},
        {NEWEST: f"{MANY[NEWEST]}withdrawn: {{date: 2090-01-01, because: It was a draft.}}\n"},
        {NEWEST: f"{MANY[NEWEST]}{REMOVED}"},
    ],
    ids=["nothing else", "added since", "a contrast since", "one withdrawn", "a contrast removed"],
)
def test_a_feed_goes_back_as_far_as_it_goes_and_no_further(changes: dict[str, str]) -> None:
    long = edition({**MANY, **changes})
    files = published(long, Templates(THEME))
    assert withdrawn_too(long, files) == []
    for name in ("contrasts", "digests"):
        assert files[f"feeds/{name}.atom.xml"].count("<entry>") == MOST_ENTRIES
        cut = files[f"feeds/{name}.atom.xml"].rpartition("<entry>")[0] + "</feed>"
        missing = withdrawn_too(long, {**files, f"feeds/{name}.atom.xml": cut})
        assert {item.why for item in missing} == {"it is not printed there."}


def test_a_quotation_that_nobody_typed_is_found(made: Edition, files: dict[str, str]) -> None:
    page = files["index.html"].replace(KEY, f"{KEY}-2")
    found = broken(made, {**files, "index.html": page})
    assert {item.why for item in found} == {"there is no such quotation."}


@pytest.mark.parametrize("path", [RECORD, "feeds/digests.atom.xml", "feeds/digests.rss.xml"])
def test_a_file_that_nobody_could_read_is_found(
    path: str, made: Edition, files: dict[str, str]
) -> None:
    found = broken(made, {**files, path: files[path][:-40]})
    assert found[0].path == path
    assert found[0].why.startswith("it cannot be read: ")


def test_words_are_proved_anew_and_not_by_the_builder_s_word(
    made: Edition, files: dict[str, str]
) -> None:
    texts = {**made.evidence.texts, "moor-release": SourceText(("Nothing of the kind.",))}
    other = dataclasses.replace(made, evidence=Evidence(texts, made.evidence.proofs))
    found = broken(other, files)
    assert {item.why for item in found} == {"its words are not in the source."}
    assert {item.key for item in found} == {KEY, "moor-line/2031-05-14#reply-on-order"}


def test_what_is_not_shown_as_proved_need_only_be_letter_for_letter() -> None:
    unheld = edition({"sources/moor-release/text.txt": None})
    files = published(unheld, Templates(THEME))
    assert broken(unheld, files) == []
    changed = files[RECORD].replace("Every train", "Every tram")
    assert [item.path for item in broken(unheld, {**files, RECORD: changed})] == [RECORD]


# -- what was answered, and what was withdrawn ----------------------------------------------------


@pytest.fixture(scope="module")
def answered() -> Edition:
    return edition(ALL)


@pytest.fixture(scope="module")
def answered_files(answered: Edition) -> dict[str, str]:
    return published(answered, Templates(THEME))


def withdrawn_too(made: Edition, files: dict[str, str]) -> list[Broken]:
    return list(prove_published(files.items(), made.everything, made.evidence))


OLD_PAGE = "digests/moor-line/2031-05-02/index.html"
OLD_CONTRAST = "digests/moor-line/2031-05-02/on-time-without-track/index.html"


def test_a_site_with_answers_and_a_withdrawn_digest_holds(
    answered: Edition, answered_files: dict[str, str]
) -> None:
    assert withdrawn_too(answered, answered_files) == []


@pytest.mark.parametrize("path", [OLD_PAGE, OLD_CONTRAST])
def test_an_address_that_does_not_say_that_it_is_withdrawn_is_found(
    path: str, answered: Edition, answered_files: dict[str, str]
) -> None:
    why = "it does not say that the digest is withdrawn."
    expected = [Broken(path, "moor-line/2031-05-02", why)]
    silent = answered_files[path].replace("data-withdrawn", "data-other")
    assert withdrawn_too(answered, {**answered_files, path: silent}) == expected
    gone = {other: text for other, text in answered_files.items() if other != path}
    assert withdrawn_too(answered, gone) == expected


def test_a_quotation_of_a_withdrawn_digest_is_found_wherever_it_is_printed(
    answered: Edition, answered_files: dict[str, str]
) -> None:
    shown = '<p data-quote="moor-line/2031-05-02#quote-on-time">Every train we saw was on time.</p>'
    page = answered_files["index.html"].replace("</main>", f"{shown}</main>")
    assert withdrawn_too(answered, {**answered_files, "index.html": page}) == [
        Broken("index.html", "moor-line/2031-05-02#quote-on-time", "there is no such quotation.")
    ]


@pytest.mark.parametrize("path", [CONTRAST_PAGE, "feeds/contrasts.atom.xml"])
def test_a_reply_that_is_missing_beside_what_it_answers_is_found(
    path: str, answered: Edition, answered_files: dict[str, str]
) -> None:
    key = "moor-line/2031-05-14#reply-in-the-contrast"
    text = answered_files[path].replace(key, KEY)
    found = withdrawn_too(answered, {**answered_files, path: text})
    assert Broken(path, key, "it is not printed there.") in found


def test_a_reply_to_a_contrast_need_not_stand_beside_a_quotation_of_its_name() -> None:
    named = ANSWERS.replace("on-time-without-track", "paper").replace(
        "to: paper", "to: contrasts/paper"
    )
    second = named.replace(
        "replies:\n",
        "  other:\n    title: Other\n    said: on-time\n    found: paper\n"
        "    relation: repeats\n    because: Other.\nreplies:\n",
        1,
    ).replace("about: paper", "about: quotes/paper")
    made = edition({MOOR: second})
    assert broken(made, published(made, Templates(THEME))) == []
