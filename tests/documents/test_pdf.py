"""PDFs made here, read back: what stands on the page, in the order a person reads it."""

from __future__ import annotations

import pytest
from tests.documents.pdf_writer import A4, FONT, column, document, page_object, pdf, show, stream

from inspection_digest.documents.limits import SourceUnreadable
from inspection_digest.documents.sources import read_document
from inspection_digest.documents.text import SourceText

LEFT = [
    "Leaders know their services well and act",
    "on what they learn. The assessment of",
    "risk of harm to others is not good enough,",
    "and staff who manage complex cases",
]
RIGHT = [
    "carry far too much work. Management",
    "oversight does not make up for that, as",
    "managers are stretched as well.",
]
TWO_COLUMNS = "\n".join(LEFT) + "\n\n" + "\n".join(RIGHT) + "\n"


def read(*pages: bytes | list[bytes]) -> SourceText:
    return read_document(pdf(*pages), "made.pdf")


def text(*content: bytes) -> str:
    return read(list(content)).pages[0]


def refusal(data: bytes, name: str = "made.pdf") -> str:
    with pytest.raises(SourceUnreadable) as caught:
        read_document(data, name)
    return caught.value.sentence


def test_pages_come_one_by_one_with_their_running_headers_and_numbers() -> None:
    read_back = read(
        [show(50, 800, "An inspection"), *column(50, 700, ["One page."]), show(290, 30, "1")],
        [show(50, 800, "An inspection"), *column(50, 700, ["Another."]), show(290, 30, "2")],
    )
    assert read_back == SourceText(
        ("An inspection\n\nOne page.\n\n1\n", "An inspection\n\nAnother.\n\n2\n"), paged=True
    )


def test_a_second_reading_gives_the_same_text() -> None:
    page = [*column(50, 700, LEFT), *column(310, 700, RIGHT)]
    assert read(page) == read(page)


def test_two_columns_are_read_one_after_the_other() -> None:
    assert text(*column(50, 700, LEFT), *column(310, 700, RIGHT)) == TWO_COLUMNS


def test_two_columns_drawn_in_the_wrong_order_are_read_from_the_left() -> None:
    assert text(*column(310, 700, RIGHT), *column(50, 700, LEFT)) == TWO_COLUMNS


def test_two_columns_drawn_row_by_row_are_not_read_across() -> None:
    left, right = column(50, 700, LEFT), column(310, 700, RIGHT)
    woven = [line for row in zip(left, [*right, b""], strict=True) for line in row]
    assert text(*woven) == TWO_COLUMNS


def test_a_heading_over_two_columns_comes_first_and_a_footer_last() -> None:
    content = [
        show(290, 30, "7"),
        *column(50, 700, LEFT),
        *column(310, 700, RIGHT),
        show(50, 760, "What inspectors found in this provider's work with people", 18),
    ]
    assert text(*content) == (
        f"What inspectors found in this provider's work with people\n\n{TWO_COLUMNS}\n7\n"
    )


def test_a_side_bar_does_not_come_between_two_lines_of_a_sentence() -> None:
    assert text(*column(50, 700, LEFT), *column(400, 692, ["Published", "29 March 2019"], 8)) == (
        "\n".join(LEFT) + "\n\nPublished\n29 March 2019\n"
    )


def test_a_table_is_read_row_by_row_and_each_cell_whole() -> None:
    rows = [
        (["The impact of leaders on social work", "practice with children"], ["Inadequate"]),
        (["The experiences of care leavers"], ["Requires improvement", "to be good"]),
    ]
    content = [
        line
        for row, (left, right) in enumerate(rows)
        for line in (*column(50, 700 - 40 * row, left), *column(310, 700 - 40 * row, right))
    ]
    assert text(*content) == (
        "The impact of leaders on social work\npractice with children\n\nInadequate\n\n"
        "The experiences of care leavers\n\nRequires improvement\nto be good\n"
    )


def test_the_number_of_a_paragraph_stays_with_it() -> None:
    assert text(
        show(50, 700, "12."),
        *column(80, 700, ["Most children benefit from early", "help."]),
        show(50, 660, "13."),
        show(80, 660, "Some do not."),
    ) == ("12. Most children benefit from early\nhelp.\n\n13. Some do not.\n")


def test_words_drawn_apart_get_one_space_and_letters_drawn_apart_none() -> None:
    assert text(b"BT /F1 11 Tf 50 700 Td [(wo) -20 (rk) -400 (with)   -280 (people)] TJ ET") == (
        "work with people\n"
    )


def test_a_footnote_number_becomes_a_superscript() -> None:
    harm = "This reduces harm"
    assert text(show(50, 700, harm), show(136.5, 704, "3", 7), show(143, 700, "and risk.")) == (
        f"{harm}³ and risk.\n"
    )


def test_a_footnote_begins_with_its_number_as_a_superscript() -> None:
    assert text(show(50, 104, "12", 6), show(59, 100, "See the annual report.", 9)) == (
        "¹² See the annual report.\n"
    )


def test_digits_of_a_line_in_small_print_stay_digits() -> None:
    assert text(show(50, 700, "In 2019, 12.5% of 48 cases"), show(50, 680, "2019 and 3", 6)) == (
        "In 2019, 12.5% of 48 cases\n\n2019 and 3\n"
    )


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    assert text(show(50, 700, "Not good enough", bold=True)) == "Not good enough\n"


def test_words_outside_the_page_are_not_read() -> None:
    assert text(show(50, 700, "On the page."), show(50, -40, "Not on it.")) == "On the page.\n"


def test_words_along_the_edge_do_not_mix_with_the_others() -> None:
    upwards = b"BT /F1 11 Tf 0 1 -1 0 40 300 Tm (Along the edge) Tj ET\n"
    assert text(show(50, 400, "Upright."), upwards) == "Upright.\n\nAlong the edge\n"


def test_line_end_hyphens_and_dashes_are_left_as_they_stand() -> None:
    assert text(*column(50, 700, ["multi-", "agency – “work”"])) == "multi-\nagency – “work”\n"


def test_a_page_of_letters_without_characters_is_damaged_and_the_others_are_not() -> None:
    unknown = rb"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [.001 0 0 .001 0 0]"
    unknown += b" /CharProcs << >> /Encoding << /Differences [65 /g1 /g2 /g3] >>"
    unknown += b" /FirstChar 65 /LastChar 67 /Widths [600 600 600] >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
        FONT,
        page_object(5),
        stream(show(50, 700, "Words that can be read.")),
        page_object(7).replace(b"/F1 3 0 R", b"/F1 8 0 R"),
        stream(show(50, 700, "ABC" * 20)),
        unknown,
    ]
    read_back = read_document(document(objects), "made.pdf")
    assert read_back.damaged == {2}


def test_a_scan_is_refused() -> None:
    picture = stream(b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        page_object(5, resources=b"/XObject << /Im 6 0 R >>"),
        stream(b"q 595 0 0 842 0 0 cm /Im Do Q"),
        picture,
    ]
    assert refusal(document(objects)) == (
        "made.pdf cannot be read. It is a scan: its pages are pictures without text that could be "
        "checked."
    )


def test_a_scan_with_a_machines_reading_hidden_in_it_is_refused() -> None:
    hidden = b"3 Tr " + show(50, 700, "A machine guessed these words from a picture.")
    assert "Its letters cannot be told" in refusal(pdf(hidden))


def test_words_mapped_to_other_words_are_refused() -> None:
    wrong = str.maketrans("abcdefghijklmnopqrstuvwxyz", "bcdefghijklmnopqrstuvwxyza")
    lines = [line.translate(wrong) for line in (LEFT + RIGHT) * 3]
    assert "Its letters cannot be told" in refusal(pdf(column(50, 700, lines)))


def test_a_file_that_lacks_its_end_is_refused() -> None:
    whole = pdf(column(50, 700, LEFT))
    assert refusal(whole[: len(whole) // 2]) == (
        "made.pdf cannot be read. It is cut off: its end is missing. Fetch it again."
    )


def test_a_file_that_lacks_pages_is_refused() -> None:
    fewer = pdf(show(50, 700, "One.")).replace(b"/Count 1", b"/Count 9")
    assert refusal(fewer).endswith("Some of the pages it should have cannot be found in it. "
                                   "Fetch it again.")  # fmt: skip


def test_a_page_whose_data_is_incomplete_is_damaged() -> None:
    half = stream(b"".join(column(50, 700, LEFT * 10)), packed=True)
    at = half.index(b"stream\n") + 60
    half = half[:at] + b"\xff" * 20 + half[at + 20 :]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R 6 0 R] /Count 2 >>",
        FONT,
        page_object(5),
        half,
        page_object(7),
        stream(b"".join(column(50, 700, LEFT))),
    ]
    assert read_document(document(objects), "made.pdf").damaged == {1}


def test_an_encrypted_file_is_refused() -> None:
    key = b"<" + b"00" * 32 + b">"
    locked = b"/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O %s /U %s >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        page_object(5),
        stream(show(50, 700, "Secret.")),
    ]
    data = document(objects, locked % (key, key) + b" /ID [<00> <00>]")
    assert refusal(data) == (
        "made.pdf cannot be read. It is encrypted: it opens with a password only."
    )


def test_a_page_turned_on_its_side_is_read_as_it_is_seen() -> None:
    turned = b"BT /F1 11 Tf 0 1 -1 0 100 50 Tm (Seen upright.) Tj ET\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        page_object(5, b"/Rotate 90"),
        stream(turned + b"BT /F1 11 Tf 0 1 -1 0 120 50 Tm (And below.) Tj ET\n"),
    ]
    assert read_document(document(objects), "made.pdf").pages == ("Seen upright.\nAnd below.\n",)
    assert A4 in document(objects)


def test_words_that_are_not_drawn_are_not_read() -> None:
    around = b"BT /F1 11 Tf 50 700 Td (Leaders are ) Tj %d Tr (not ) Tj 0 Tr (effective.) Tj ET\n"
    for mode in (3, 7):  # invisible, and only for clipping
        assert text(around % mode, *column(50, 650, LEFT)).startswith("Leaders are\n\neffective.\n")


@pytest.mark.parametrize(
    ("turn", "matrix"), [(b"0", b"1 0 0 1 50 %d"), (b"90", b"0 1 -1 0 %d 50")], ids=["0", "90"]
)
def test_words_outside_what_is_shown_of_the_page_are_not_read(turn: bytes, matrix: bytes) -> None:
    line = b"BT /F1 11 Tf " + matrix + b" Tm (%s) Tj ET\n"
    shown = {b"0": b"[0 100 595 842]", b"90": b"[100 0 595 842]"}[turn]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        FONT,
        page_object(5, b"/Rotate %s /CropBox %s" % (turn, shown)),
        stream(line % (300, b"On the page.") + line % (50, b"Not on it.")),
    ]
    assert read_document(document(objects), "made.pdf").pages == ("On the page.\n",)
    nothing = document(objects).replace(shown, b"[0 0 0 0]".ljust(len(shown)))
    assert "On the page." in read_document(nothing, "made.pdf").pages[0]
