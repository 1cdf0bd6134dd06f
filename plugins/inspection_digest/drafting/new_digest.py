"""The files of a digest that is just begun: what is known, and guidance for the rest."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from inspection_digest.reading.dates import PartialDate
from inspection_digest.reading.fields import SLUG_LIMIT
from inspection_digest.reading.library import Framework
from inspection_digest.reading.modelines import modeline
from inspection_digest.reading.plain_scalar import scalar

KINDS = {"release": "press release", "report": "report"}
PROVIDERS = "content/providers.yaml"
_TEXT = (  # `>-` first: whoever writes beside the key meets YAML's rules on colons and marks
    "#     # On the lines below, begun with two more spaces: the words exactly as they stand",
    "#     # there, without quotation marks around them.",
    "#     text: >-",
)


class Document(Struct, frozen=True):
    """A press release or a report: its address and, if known, its own title."""

    url: str
    title: str = ""


class Beginning(Struct, frozen=True):
    """What a person answered. `kind` is that of a provider that is new, else empty. `added`: the
    day of which feeds will show the digest as new."""

    provider: str
    name: str
    kind: str
    published: PartialDate
    added: str
    framework: Framework
    publisher: str
    documents: Mapping[str, Document]  # "release", "report"


def slug_of(name: str) -> str:
    """A name for addresses: small letters, digits and hyphens; empty if nothing is left."""
    plain = re.sub(r"[’']", "", name.casefold())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LIMIT].strip("-")


def digest_path(beginning: Beginning) -> str:
    return f"content/digests/{beginning.provider}/{beginning.published}.yaml"


def source_id(beginning: Beginning, kind: str) -> str:
    end = f"-{beginning.published}-{kind}"
    return beginning.provider[: SLUG_LIMIT - len(end)].strip("-") + end


def new_files(beginning: Beginning, providers: str) -> dict[str, str]:
    """The text of each file to write, by path; `providers` is what providers.yaml holds now."""
    files = {digest_path(beginning): _digest(beginning)}
    for kind, document in beginning.documents.items():
        path = f"content/sources/{source_id(beginning, kind)}/source.yaml"
        files[path] = _source(beginning, kind, document, path)
    if beginning.kind:
        entry = (
            f"{beginning.provider}:\n  name: {scalar(beginning.name)}\n"
            f"  kind: {scalar(beginning.kind)}\n"
        )
        files[PROVIDERS] = f"{providers.rstrip()}\n{entry}"
    return files


def _digest(beginning: Beginning) -> str:
    framework = beginning.framework.record
    grades = ", ".join(grade.name for grade in reversed(framework.scale))
    lines = [
        modeline(digest_path(beginning)),
        "# A line that starts with `#` is not read. Where you know the answer, take away the `#`",
        "# and the one space after it, and fill it in; delete what you do not know. Every key is",
        "# explained in content/EXAMPLE.yaml.",
        "",
        f"framework: {beginning.framework.id}",
        "# A headline in your own words:",
        "# title:",
        f"published: {beginning.published}",
        "# When the inspectors were there, as far as known:",
        "# inspected:",
        "#   from:",
        "#   to:",
        "# When it was put on the site: feeds show it as new of that day.",
        f"added: {beginning.added}",
    ]
    if framework.overall.given and grades:
        lines += [f"# The overall grade, one of: {grades}", "# overall:"]
    if framework.standards and grades:
        lines += [
            "# The grade of each standard; delete the lines of those you do not know:",
            "# ratings:",
        ]
        width = max(len(key) for key in framework.standards)
        for key, standard in framework.standards.items():
            lines.append(f'#   "{key}":{" " * (width - len(key))}  # {standard.name}')
    alias = next(iter(beginning.documents), "release")
    if beginning.documents:
        lines.append("sources:")
        lines += [f"  {kind}: {source_id(beginning, kind)}" for kind in beginning.documents]
    else:
        lines += ["# The documents you quote, each a folder in content/sources/:", "# sources:"]
        lines += [f"#   release: {source_id(beginning, 'release')}"]
    return "\n".join([*lines, *_words(alias, [*beginning.documents][-1:] or ["release"]), ""])


def _words(said: str, found: list[str]) -> list[str]:
    return [
        "",
        "# Words copied from the documents, each under a short name of your choice:",
        "# quotes:",
        "#   what-was-said:",
        f"#     source: {said}",
        *_TEXT,
        "#   what-was-found:",
        f"#     source: {found[0]}",
        *_TEXT,
        "",
        "# One quote set beside another:",
        "# contrasts:",
        "#   another-short-name:",
        "#     title:  # a sentence that names both sides",
        "#     said: what-was-said",
        "#     found: [what-was-found]",
        "#     relation:  # contradicts, qualifies, omits or repeats",
        "#     because:  # why both can stand in one inspection, in your own words",
    ]


def _source(beginning: Beginning, kind: str, document: Document, path: str) -> str:
    known = f"title: {scalar(document.title)}"
    guessed = f"{beginning.name}: {KINDS[kind]}, {beginning.published.words}"
    title = [known] if document.title else ["# Put its own title here, as printed:"]
    title += [] if document.title else [f"title: {scalar(guessed)}"]
    return "\n".join(
        [
            modeline(path),
            f"kind: {kind}",
            *title,
            f"publisher: {scalar(beginning.publisher)}",
            f"url: {scalar(document.url)}",
            "# `ogl-3` if the document says that it is under the Open Government Licence v3.0:",
            "licence: linked-only",
            "",
        ]
    )
