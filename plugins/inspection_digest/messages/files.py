"""Files and folders: what stands where, and in what form."""

from inspection_digest.messages.entry import Piece, entry

_SOURCE = """kind: report
title: Another inspection of Nowhere Railway
publisher: Inspectorate of Toy Railways
licence: ogl-3"""

ENTRIES = (
    entry(
        "misplaced-file",
        "A file stands in a place where nothing reads it.",
        """The path of a file says what it is, and is its address for good: a digest stands in the
        folder of its provider, a source in a folder of its own. A file anywhere else would be
        passed over without a word.""",
        """
framework: toy-railways-2030
""",
        """
framework: toy-railways-2030
""",
        place="digests/nowhere-railway/2032-06.yaml",
        bad_place="digests/2032-06.yaml",
        whole=True,
    ),
    entry(
        "file-not-dated",
        "The name of a digest's file is neither a date nor a round.",
        """The name is a part of the digest's address for good: the date of publication as it is
        known when the file is added, year first, or the round of inspections where no date is
        known. Once the digest is published the name is not changed, so it is looked at before.""",
        """
framework: toy-railways-2030
published: 2032-06-05
""",
        """
framework: toy-railways-2030
published: 2032-06-05
""",
        place="digests/nowhere-railway/2032-06-05.yaml",
        bad_place="digests/nowhere-railway/05-06-2032.yaml",
        whole=True,
    ),
    entry(
        "file-of-another-year",
        "The name of a digest's file says quite another year than its date of publication.",
        """The name says when the report was published, as far as it was known when the file was
        added. A date put right later may be another. More than a year apart, one of the two is
        likely to be a slip; look while the name can still be changed.""",
        """
framework: toy-railways-2030
published: 2035-06-05
""",
        """
framework: toy-railways-2030
published: 2035-06-05
""",
        place="digests/nowhere-railway/2035-06-05.yaml",
        bad_place="digests/nowhere-railway/2032-06-05.yaml",
        whole=True,
    ),
    entry(
        "schema-elsewhere",
        "The first line names another schema than that of the file.",
        """The first line is for editors: it leads to the schema that explains each key. In a copy
        from another folder it leads nowhere. This is a warning: nothing on the site depends on the
        line, and it may be left out.""",
        """
# yaml-language-server: $schema=../plugins/inspection_digest/schema/digest.json
framework: toy-railways-2030
""",
        """
# yaml-language-server: $schema=../../../plugins/inspection_digest/schema/digest.json
framework: toy-railways-2030
""",
        place="digests/nowhere-railway/2032-06.yaml",
        whole=True,
    ),
    entry(
        "unexpected-file",
        "A file is of a kind that is not read here.",
        """Records are .yaml files, and the text of a source is text.txt. Anything else (a PDF, a
        picture, .yml) would be passed over, so it is refused.""",
        """
framework: toy-railways-2030
""",
        """
framework: toy-railways-2030
""",
        place="digests/nowhere-railway/2032-06.yaml",
        bad_place="digests/nowhere-railway/2032-06.yml",
        whole=True,
    ),
    entry(
        "symbolic-link",
        "A file is only a pointer to another.",
        """A symbolic link can point anywhere, also out of the project, to a file of the machine
        that builds the site. So none is followed: put the file itself in its place.""",
        told="""A digest that is a symbolic link to a file in another folder. Right: the file
        itself, in the folder of its provider.""",
    ),
    entry(
        "not-utf-8",
        "The file is saved in an old encoding.",
        """Letters beyond the plain alphabet, among them the curly quotation marks of most reports,
        are stored in different ways by different programs. UTF-8 is the one that all can read.
        Editors have it under “Save with encoding”.""",
        told="""A file in which “naïve” is saved as Windows-1252, so that its third letter is a
        byte that is no letter in UTF-8. Right: the same file saved as UTF-8.""",
    ),
    entry(
        "text-without-source",
        "There is a document's text, and nothing that says what the document is.",
        """Each folder in content/sources/ has a source.yaml: what the document is, who published
        it and under which licence. Without it nobody knows whether the text may be held, and
        nothing can be proved by it.""",
        """
It should act now.
""",
        _SOURCE,
        place="sources/nowhere-2032-report/source.yaml",
        bad_place="sources/nowhere-2032-report/text.txt",
        whole=True,
    ),
    entry(
        "text-not-free",
        "The text of a document is held here, and its licence does not say that it may be.",
        """A document that anyone may read is not therefore free to copy. Its text is only held
        where its licence says so: `ogl-3`, the Open Government Licence. Otherwise take the text
        out; its quotations are then shown as not proved.""",
        """
kind: report
title: Another inspection of Nowhere Railway
publisher: Inspectorate of Toy Railways
licence: linked-only
""",
        _SOURCE,
        place="sources/nowhere-2032-report/source.yaml",
        whole=True,
        beside=(Piece("sources/nowhere-2032-report/text.txt", "It should act now.", whole=True),),
    ),
    entry(
        "text-not-plain",
        "The text of a document is a web page, or a file of a word processor, and no plain text.",
        """text.txt is compared with quotations letter for letter, so it may hold nothing but the
        document's own words. Saved as a web page or as RTF, it has tags and codes between them.
        Open it, copy what is seen, and save that as plain text; or let `python3 tasks.py source
        add` take the words out of the file as it was fetched.""",
        """
<!DOCTYPE html>
<p>It should act now.</p>
""",
        """
It should act now.
""",
        place="sources/nowhere-2032-report/text.txt",
        whole=True,
        beside=(Piece("sources/nowhere-2032-report/source.yaml", _SOURCE, whole=True),),
    ),
)
