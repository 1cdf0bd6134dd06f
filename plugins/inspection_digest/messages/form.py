"""The form of a file: what is no YAML, and what is YAML and is not read here."""

from inspection_digest.messages.entry import entry

ENTRIES = (
    entry(
        "not-yaml",
        "The file cannot be read from some line on.",
        """A small thing is out of place: a tab, a space too many, a colon within a value, a mark
        that is opened and not closed. Nothing below it can be read, so nothing else is said of the
        file until it is mended. Text with a colon in it stands between quotation marks, or on a
        line of its own below `>-`.""",
        """
contrasts:
  on-time-without-track:
    title: The trains: on time, without track
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was good. The track was not there.
""",
        """
contrasts:
  on-time-without-track:
    title: "The trains: on time, without track"
    said: on-time
    found: [no-track]
    relation: contradicts
    because: The plan was good. The track was not there.
""",
    ),
    entry(
        "not-a-record",
        "The file holds something else than keys and values.",
        """A file here is one record: lines of `key: value` from the left edge. A list, a single
        sentence or an empty file says nothing that could be shown.""",
        """
- framework: toy-railways-2030
- overall: Requires improvement
""",
        """
framework: toy-railways-2030
overall: Requires improvement
""",
        whole=True,
    ),
    entry(
        "second-document",
        "A line of three dashes starts a second record in the file.",
        """In YAML `---` begins another document. One file holds one report, since its path is its
        address, so what follows the line would belong to nothing.""",
        """
overall: Requires improvement
---
ratings:
  "2.1": Inadequate
""",
        """
overall: Requires improvement
ratings:
  "2.1": Inadequate
""",
    ),
    entry(
        "anchor",
        "A value starts with `&` or `*` and is taken for a reference.",
        """In YAML `&name` gives a value a name and `*name` repeats it. Here every value is written
        out where it stands, so that a reader of the file sees what it says. Text that starts with
        one of these signs stands between quotation marks.""",
        """
overall: &grade Requires improvement
""",
        """
overall: Requires improvement
""",
    ),
    entry(
        "tag",
        "A value starts with `!` and is taken for the name of a type.",
        """In YAML `!word` says of what type a value is. Here every value is text until the record
        asks for something else, so there is nothing to say. Text that starts with an exclamation
        mark stands between quotation marks.""",
        """
published: !!timestamp 2031-05-14
""",
        """
published: 2031-05-14
""",
    ),
    entry(
        "key-not-text",
        "A key is not a word.",
        """What stands before a colon has to be a word or a short name. Braces, lists and `<<`
        (which YAML uses to copy keys from elsewhere) cannot be keys.""",
        """
ratings:
  "1.1": Outstanding
  <<: {"2.1": Inadequate}
""",
        """
ratings:
  "1.1": Outstanding
  "2.1": Inadequate
""",
    ),
    entry(
        "duplicate-key",
        "A key stands twice in one place.",
        """Only one of two values can be shown, and a program would quietly choose. So nobody
        chooses: keep the one that is right, or give the second another name.""",
        """
overall: Requires improvement
overall: Good
""",
        """
overall: Requires improvement
""",
    ),
    entry(
        "empty-value",
        "A key has no value after it.",
        """An empty value may be forgotten or not known, and the page could not say which. What is
        not known is left out altogether: the page then says so. A value that starts with `#` looks
        empty too, since YAML takes what follows for a note; it needs quotation marks.""",
        """
ratings:
  "1.1":
  "2.1": Inadequate
""",
        """
ratings:
  "2.1": Inadequate
""",
    ),
    entry(
        "hidden-character",
        "There is a character in the text that nobody can see.",
        """Copied from a web page or a PDF, a text may bring characters that show nothing: a space
        of no width, a mark that turns the direction of writing. They break searching, and the last
        can make a line say something else than it seems to. Delete it and type the letters around
        it again. In the text of a source only two are refused, U+0000 and U+001A, which stand where
        a program could not read a letter.""",
        """
quotes:
  on-time:
    source: release
    text: Every train<U+200B> we saw was on time.
""",
        """
quotes:
  on-time:
    source: release
    text: Every train we saw was on time.
""",
    ),
    entry(
        "value-cut-off",
        "A `#` cuts off the end of a value.",
        """A space and `#` begin a note to people, which is no part of the value: what follows would
        be missing on the site, and nobody would be told. Between quotation marks it means nothing.
        A real note has a space after its `#`.""",
        """
title: Train #1 on time, and no track
""",
        """
title: "Train #1 on time, and no track"
""",
    ),
    entry(
        "merge-conflict",
        "Two versions of some lines stand in the file, as a merge has left them.",
        """Where two people have changed the same lines git puts both into the file, between lines
        that begin with `<<<<<<<`, `=======` and `>>>>>>>`. Somebody has to choose. Until then
        nothing of the file can be relied on, so nothing else is said of it.""",
        """
<<<<<<< HEAD
overall: Good
=======
overall: Requires improvement
>>>>>>> more-digests
""",
        """
overall: Requires improvement
""",
    ),
    entry(
        "too-deep",
        "Lists stand within lists, more often than any record of ours needs.",
        """No record nests more than a few steps deep. Something else was pasted here, or a bracket
        was opened again and again.""",
        """
uncertain: [[[[[[[[[[[[[overall]]]]]]]]]]]]]
""",
        """
uncertain: [overall]
""",
    ),
    entry(
        "too-large",
        "The file is larger than any record of ours.",
        """A digest is a few pages of text. The text of a document does not belong in it: it goes
        into a file of its own, `text.txt`, in the folder of its source.""",
        told="""A digest of more than a million characters, most often because a whole report was
        pasted into it. Right: the report's text in content/sources/, and in the digest the
        sentences that are quoted.""",
    ),
)
