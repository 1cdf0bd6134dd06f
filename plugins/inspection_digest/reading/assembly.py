"""From the files of a content folder to the library: the one way in."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from inspection_digest.diagnostics import Cure, Diagnostics, Position
from inspection_digest.reading.fields import is_name, slug_of
from inspection_digest.reading.file_dates import meant_by, to_be_named
from inspection_digest.reading.files import PLACES, TextFile
from inspection_digest.reading.framework_records import FrameworkRecord
from inspection_digest.reading.hidden import SUBSTITUTE_SIGNS, SUBSTITUTES, hidden_in, message_on
from inspection_digest.reading.library import Digest, Framework, Library, Provider, Source
from inspection_digest.reading.merging import note_if_merging
from inspection_digest.reading.modelines import check_modeline
from inspection_digest.reading.problems import shape_of, validate, validate_part
from inspection_digest.reading.records import DigestRecord
from inspection_digest.reading.rewriting import renamed
from inspection_digest.reading.source_records import ProviderRecord, SourceRecord
from inspection_digest.reading.yaml_text import read_yaml


def read_library(files: Iterable[TextFile], diagnostics: Diagnostics) -> Library:
    """Every file's record; what cannot be read is noted and its siblings are still read."""
    digests: dict[str, Digest] = {}
    sources: dict[str, Source] = {}
    frameworks: dict[str, Framework] = {}
    providers: dict[str, Provider] = {}
    texts: dict[str, TextFile] = {}
    unread: set[tuple[str, str]] = set()
    for file in files:
        check_modeline(file, diagnostics)
        match file.path.split("/")[1:]:
            case ["providers.yaml"]:
                providers = _providers(file, diagnostics, unread)
            case ["digests", provider, name] if name.endswith(".yaml"):
                digest = _digest(file, provider, name.removesuffix(".yaml"), diagnostics)
                digests |= {digest.id: digest} if digest else {}
                unread |= set() if digest else {("digest", f"{provider}/{name[:-5]}")}
            case ["frameworks", name] if name.endswith(".yaml"):
                framework = _framework(file, name.removesuffix(".yaml"), diagnostics)
                frameworks |= {framework.id: framework} if framework else {}
                unread |= set() if framework else {("framework", name[:-5])}
            case ["sources", id_, "source.yaml"]:
                source = _source(file, id_, diagnostics)
                sources |= {source.id: source} if source else {}
                unread |= set() if source else {("source", id_)}
            case ["sources", id_, "text.txt"]:
                note_if_merging(file.text, file.path, diagnostics)
                _refuse_what_is_not_plain(file, diagnostics)
                _refuse_substitutes(file, diagnostics)
                texts[id_] = file
            case _:
                _misplaced(file, diagnostics)
    sources = _with_texts(sources, texts, unread, diagnostics)
    ordered = sorted(digests.values(), key=lambda digest: digest.sort_key)
    return Library(
        MappingProxyType({digest.id: digest for digest in ordered}),
        MappingProxyType(sources),
        MappingProxyType(frameworks),
        MappingProxyType(providers),
        frozenset(unread),
    )


def _digest(file: TextFile, provider: str, when: str, diagnostics: Diagnostics) -> Digest | None:
    if not _are_names(file, (provider,), diagnostics):
        return None
    if not is_name(when):
        _bad_name(when, Position(file.path), diagnostics, to_be_named(meant_by(when)))
        return None
    document = read_yaml(file.text, file.path, diagnostics, shape_of(DigestRecord))
    record = document and validate(DigestRecord, document, diagnostics)
    return Digest(provider, when, record, document) if document and record else None


def _framework(file: TextFile, id_: str, diagnostics: Diagnostics) -> Framework | None:
    if not _are_names(file, (id_,), diagnostics):
        return None
    document = read_yaml(file.text, file.path, diagnostics, shape_of(FrameworkRecord))
    record = document and validate(FrameworkRecord, document, diagnostics)
    return Framework(id_, record, document) if document and record else None


def _source(file: TextFile, id_: str, diagnostics: Diagnostics) -> Source | None:
    if not _are_names(file, (id_,), diagnostics):
        return None
    document = read_yaml(file.text, file.path, diagnostics, shape_of(SourceRecord))
    record = document and validate(SourceRecord, document, diagnostics)
    return Source(id_, record, document) if document and record else None


def _providers(
    file: TextFile, diagnostics: Diagnostics, unread: set[tuple[str, str]]
) -> dict[str, Provider]:
    found: dict[str, Provider] = {}
    shape = shape_of(ProviderRecord, many=True)
    document = read_yaml(file.text, file.path, diagnostics, shape)
    if document is None:
        unread.add(("provider", ""))
        return found
    for id_, value in document.value.items():
        unread.add(("provider", id_))
        if not is_name(id_):
            cure = renamed(document, (id_,), slug_of(id_)) if slug_of(id_) else None
            _bad_name(id_, document.key(id_), diagnostics, cure=cure)
            continue
        record = validate_part(ProviderRecord, document, (id_,), value, diagnostics)
        if record:
            found[id_] = Provider(id_, record, document.key(id_), document)
            unread.discard(("provider", id_))
    return found


def _with_texts(
    sources: dict[str, Source],
    texts: dict[str, TextFile],
    unread: set[tuple[str, str]],
    diagnostics: Diagnostics,
) -> dict[str, Source]:
    for id_, file in texts.items():
        if ("source", id_) in unread:
            continue
        if id_ not in sources:
            diagnostics.error(
                Position(file.path),
                "text-without-source",
                "There is a text here and no source.yaml beside it.",
                "Add source.yaml: it says what the document is.",
            )
            continue
        source = sources[id_]
        if source.record.licence != "ogl-3":
            diagnostics.error(
                Position(file.path),
                "text-not-free",
                "The text of this source is held here, but its licence does not say we may.",
                "Remove text.txt, or set `licence: ogl-3` if the document says so.",
            )
            continue
        sources[id_] = Source(id_, source.record, source.document, file.text, file.sha256)
    return sources


def _refuse_what_is_not_plain(file: TextFile, diagnostics: Diagnostics) -> None:
    begins = file.text.lstrip("\ufeff \n\t")[:14].lower()
    if begins.startswith(("<!doctype html", "<html", "{\\rtf")):
        kind = "an RTF file" if begins.startswith("{") else "a web page"
        diagnostics.error(
            Position(file.path, 1),
            "text-not-plain",
            f"This is {kind}, with codes between the words.",
            "Save what is seen of it as plain text, or use `python3 tasks.py source add`.",
        )


def _refuse_substitutes(file: TextFile, diagnostics: Diagnostics) -> None:
    if not any(map(file.text.__contains__, SUBSTITUTE_SIGNS)):  # quicker than to look for either
        return
    lines = file.text.split("\n")
    for line, column, char in hidden_in(lines, SUBSTITUTES):
        diagnostics.error(
            Position(file.path, line, column, lines[line - 1]),
            "hidden-character",
            message_on(char),
            "A program put it in place of a letter it could not read: type what the document has "
            "there.",
        )


# -- names of files ---------------------------------------------------------------------------


def _are_names(file: TextFile, names: tuple[str, ...], diagnostics: Diagnostics) -> bool:
    wrong = [name for name in names if not is_name(name)]
    for name in wrong[:1]:
        _bad_name(name, Position(file.path), diagnostics)
    return not wrong


def _bad_name(
    name: str,
    position: Position,
    diagnostics: Diagnostics,
    hint: str = "",
    cure: Cure | None = None,
) -> None:
    diagnostics.error(
        position,
        "bad-name",
        f"“{name}” cannot be a name: names become addresses.",
        hint
        or f"Use small letters, digits and single hyphens: `{slug_of(name) or 'a-short-name'}`.",
        cure,
    )


def _misplaced(file: TextFile, diagnostics: Diagnostics) -> None:
    diagnostics.error(
        Position(file.path),
        "misplaced-file",
        "A file of this name has no place in this folder.",
        PLACES,
    )
