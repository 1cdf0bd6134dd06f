"""`inspection-digest new`: begins a digest. Asks on a terminal, takes everything as options too."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from inspection_digest.checking import check_library
from inspection_digest.commands.asking import ask, choose
from inspection_digest.commands.writing import NotWrittenError, write_all
from inspection_digest.diagnostics import Diagnostics
from inspection_digest.drafting.new_digest import (
    KINDS,
    PROVIDERS,
    Beginning,
    Document,
    digest_path,
    new_files,
    slug_of,
    source_id,
)
from inspection_digest.drafting.proposals import (
    digests_near,
    frameworks_for,
    frameworks_in_force,
    provider_called,
    providers_like,
)
from inspection_digest.reading.assembly import read_library
from inspection_digest.reading.dates import PartialDate, parse_date
from inspection_digest.reading.files import TextFile, read_files
from inspection_digest.reading.library import Framework, Library
from inspection_digest.reading.web_address import address_meant, is_address
from inspection_digest.reporting.text import as_text, visible


class UnansweredError(Exception):
    """Something is not said or cannot be; the sentence says what to write."""


def add_to(commands: Any) -> None:
    """Adds this command's parser."""
    parser = commands.add_parser(
        "new",
        help="begin a digest: writes a file that passes, with guidance for the rest",
        description="Begins the digest of one report. On a terminal it asks for what is not given "
        "as an option. Writes content/digests/<provider>/<date>.yaml, a folder in content/sources/ "
        "for each address, and an entry in providers.yaml for a new provider; never over a file "
        "that is there. Exit code 0: written; 1: not, and nothing was changed; 2: something is "
        "missing.",
    )
    parser.add_argument("--provider", metavar="NAME", help="who was inspected, by name")
    parser.add_argument(
        "--kind", metavar="WORDS", help="for a new provider: what it is, in a few words"
    )
    parser.add_argument(
        "--published", metavar="DATE", help="of the report: 2019-03-29, 2019-03 or 2019"
    )
    parser.add_argument(
        "--added",
        metavar="DATE",
        help="for feeds: as of when; default: today, or that of a report to come",
    )
    parser.add_argument("--framework", metavar="NAME", help="a file in content/frameworks/")
    for kind, words in KINDS.items():
        parser.add_argument(f"--{kind}", metavar="URL", help=f"the address of the {words}")
        parser.add_argument(f"--{kind}-title", metavar="TITLE", help=f"the {words}'s own title")
    parser.add_argument(
        "--publisher", metavar="NAME", help="who published them; default: the inspectorate"
    )
    parser.add_argument("--content", default="content", type=Path, help="the content folder")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    content: Path = arguments.content
    if not (content / "digests").is_dir() or not (content / "providers.yaml").is_file():
        sys.stderr.write(f"There is no folder {content} with digests; name it with --content.\n")
        return 2
    said = Diagnostics()
    before = read_files(content, said)
    library = read_library(before, said)
    try:
        beginning = _beginning(arguments, library, asking=sys.stdin.isatty())
    except UnansweredError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    except (EOFError, KeyboardInterrupt):
        sys.stderr.write("\nNothing was written.\n")
        return 1
    providers = next(file.text for file in before if file.path.endswith("/providers.yaml"))
    files = new_files(beginning, providers)
    try:
        _refuse(files, before, content)
        write_all(files, content)
    except NotWrittenError as error:
        sys.stderr.write(f"{error}\nNothing was written.\n")
        return 1
    sys.stdout.write(_report(beginning, files) + _twice(beginning, library))
    return 0


def _refuse(files: dict[str, str], before: tuple[TextFile, ...], content: Path) -> None:
    """Raises NotWrittenError unless the project with these files passes as far as they go."""
    for path in files:
        if path != PROVIDERS and (content / path.partition("/")[2]).exists():
            raise NotWrittenError(f"There is a file {path} already.")
    kept = {file.path: file for file in before if f"content/{_in(file.path)}" not in files}
    added = {path: TextFile(path, text, "") for path, text in files.items()}
    # The folder may have another name; the messages name it as every check does.
    every = {f"content/{_in(path)}": file for path, file in kept.items()} | added
    diagnostics = Diagnostics()
    check_library(sorted(every.values(), key=lambda file: file.path), diagnostics)
    wrong = [item for item in diagnostics.errors if item.position.path in files]
    if wrong:
        raise NotWrittenError(as_text(wrong).strip())


def _in(path: str) -> str:
    return path.partition("/")[2]


# -- the answers ----------------------------------------------------------------------------------


def _beginning(given: argparse.Namespace, library: Library, *, asking: bool) -> Beginning:
    provider, name, kind = _provider(given, library, asking=asking)
    published = _date(given, asking=asking)
    added = given.added or max(datetime.now(UTC).date().isoformat(), str(published))
    framework = _framework(given, provider, kind, published, library, asking=asking)
    documents = {}
    for one, words in KINDS.items():
        url = _address(given, one, f"Address of the {words} (Enter if none): ", asking=asking)
        if url:
            question = "Its title, as printed (Enter if not at hand): "
            title = _maybe(given, f"{one}_title", question, asking=asking)
            documents[one] = Document(url, title)
    known = library.providers.get(provider)
    return Beginning(
        provider,
        name,
        "" if known else kind,
        published,
        added,
        framework,
        given.publisher or framework.record.inspectorate,
        documents,
    )


def _provider(given: argparse.Namespace, library: Library, *, asking: bool) -> tuple[str, str, str]:
    """Its id, name and kind."""
    name = given.provider or _answer("Who was inspected? ", "--provider", asking=asking)
    id_ = provider_called(name, library)
    if id_ is None and not given.kind:
        near = [(one, library.providers[one].record.name) for one in providers_like(name, library)]
        if asking:
            id_ = choose("Do you mean one of these?", near, "none of them: it is new")
        else:
            nearest = ", ".join(f"“{words}”" for _, words in near)
            raise UnansweredError(
                f"There is no provider called “{visible(name)}”."
                + (f" Nearest: {nearest}." if near else "")
                + " For a new one say what it is, in a few words: --kind 'Probation region'."
            )
    if id_ is not None:
        record = library.providers[id_].record
        return id_, record.name, record.kind
    kinds = sorted({one.record.kind for one in library.providers.values()})
    question = f"What is it? For instance: {'; '.join(kinds[:6])}.\nIn a few words: "
    kind = given.kind or _answer(question, "--kind", asking=asking)
    new = slug_of(name)
    if not new or new in library.providers:
        raise UnansweredError(
            f"“{visible(name)}” cannot be made into a name for an address; write it in letters of "
            "the English alphabet, and add the other spelling under `former:` later."
        )
    return new, name, kind


def _date(given: argparse.Namespace, *, asking: bool) -> PartialDate:
    typed = given.published or ""
    while True:
        typed = typed or _answer(
            "When was the report published (2019-03-29, 2019-03 or 2019)? ",
            "--published",
            asking=asking,
        )
        try:
            return parse_date(typed)
        except ValueError as error:
            sentence = f"“{visible(typed)}” is not a date here: {error}."
            if not asking or given.published:
                raise UnansweredError(sentence) from None
            sys.stdout.write(f"{sentence}\n")
            typed = ""


def _framework(  # noqa: PLR0913 - all that a framework is proposed by
    given: argparse.Namespace,
    provider: str,
    kind: str,
    published: PartialDate,
    library: Library,
    *,
    asking: bool,
) -> Framework:
    if given.framework:
        if given.framework in library.frameworks:
            return library.frameworks[given.framework]
        names = ", ".join(library.frameworks)
        raise UnansweredError(
            f"There is no framework called “{visible(given.framework)}”. There are: {names}."
        )
    likely = frameworks_for(provider, kind, published, library)
    if len(likely) == 1:
        return likely[0]
    likely = likely or frameworks_in_force(published, library)
    if asking and likely:
        named = [(one.id, one.record.title) for one in likely]
        chosen = choose("Which framework did the inspectors use?", named, None)
        return library.frameworks[str(chosen)]
    names = ", ".join(one.id for one in likely) or "none was in force at that date"
    raise UnansweredError(f"Which framework? Say so with --framework. There are: {names}.")


def _maybe(given: argparse.Namespace, option: str, question: str, *, asking: bool) -> str:
    said: str | None = getattr(given, option)
    return said if said is not None else ask(question) if asking else ""


def _address(given: argparse.Namespace, option: str, question: str, *, asking: bool) -> str:
    """An address that is one; what is typed is looked at before the next question is put."""
    while True:
        url = _maybe(given, option, question, asking=asking)
        if not url or is_address(url) or getattr(given, option) is not None:
            return url  # one that was given as an option is refused with the rest, by the check
        meant = address_meant(url)
        sys.stdout.write(
            f"“{visible(url)}” is not the address of a web page. "
            + (f"Did you mean {meant}?\n" if meant else "It starts with https://.\n")
        )


def _answer(question: str, option: str, *, asking: bool) -> str:
    if not asking:
        raise UnansweredError(f"{option} is missing. (On a terminal you would be asked.)")
    return _until_answered(ask, question)


def _until_answered(question_of: Callable[[str], str], question: str) -> str:
    while not (answer := question_of(question)):
        pass
    return answer


# -- what is said at the end ----------------------------------------------------------------------


def _twice(beginning: Beginning, library: Library) -> str:
    """What is said where a digest that is there may be on the same report."""
    found = digests_near(beginning.provider, beginning.framework.id, beginning.published, library)
    if not found:
        return ""
    paths = "".join(f"  content/{_in(digest.path)}\n" for digest in found)
    return (
        f"\n{visible(beginning.name)} has a digest of about the same time already:\n{paths}"
        "If it is on the same report, remove what was written here and add to that one.\n"
    )


def _report(beginning: Beginning, files: dict[str, str]) -> str:
    path = digest_path(beginning)
    lines = [f"Written: {name}" for name in files]
    lines += ["", "It passes the check as it is. What is still to be filled in:", ""]
    lines += [
        f"  {path}",
        "    the grades, the quotes and the contrasts; the lines with `#` show how",
    ]
    for kind, document in beginning.documents.items():
        id_ = source_id(beginning, kind)
        if not document.title:
            lines += [f"  content/sources/{id_}/source.yaml", "    the document's own title"]
        lines += [
            f"  content/sources/{id_}/text.txt",
            "    the document's text, so that quotes can be proved. If its licence allows that,",
            "    let the document be read; what source.yaml says is kept:",
            f"      python3 tasks.py source add {document.url} \\",
            f"        --kind {kind} --licence ogl-3 --id {id_}",
        ]
    if not beginning.documents:
        lines += ["  content/sources/", "    a folder for each document you quote"]
    lines += ["", "Then: python3 tasks.py check", ""]
    return "\n".join(lines)
