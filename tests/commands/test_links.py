"""Outside links are asked for politely, reported, and stop nothing. No test leaves this machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from inspection_digest.cli import main
from inspection_digest.commands import links
from inspection_digest.commands.links import Answer, asked, links_of, report
from inspection_digest.documents.fetch import Fetched
from inspection_digest.documents.limits import SourceUnreadable

PAGES = {
    "https://a.uk/1": "https://a.uk/1",
    "https://a.uk/2": "https://www.a.uk/2/",
    "https://a.uk/old": "https://a.uk/new",
    "https://plain.uk/x": "https://plain.uk/x",
}


def get(url: str) -> Fetched:
    if url not in PAGES:
        raise SourceUnreadable(f"{url} was not found.")
    return Fetched(b"", PAGES[url])


def test_one_server_at_a_time_with_a_pause_between_two_questions() -> None:
    pauses: list[float] = []
    questions: list[str] = []

    def noted(url: str) -> Fetched:
        questions.append(url)
        return get(url)

    addresses = ["https://a.uk/old", "http://plain.uk/x", "https://a.uk/1", "https://a.uk/2"]
    assert list(asked(addresses, noted, pauses.append)) == [
        Answer("https://a.uk/old", "moved", "https://a.uk/new"),
        Answer("https://a.uk/1", "answers"),
        Answer("https://a.uk/2", "answers"),
        Answer("http://plain.uk/x", "answers"),
    ]
    assert questions[-1] == "https://plain.uk/x"
    assert pauses == [1.0, 1.0]


def test_a_server_that_fails_three_times_running_is_left_alone() -> None:
    addresses = [f"https://down.uk/{number}" for number in range(5)]
    found = list(asked([*addresses, "https://a.uk/1"], get, lambda _: None))
    assert [answer.outcome for answer in found] == ["answers", *["fails"] * 3, *["unasked"] * 2]


def test_the_report_names_the_lines_and_trusts_no_text() -> None:
    answers = [
        Answer("https://a.uk/1", "answers"),
        Answer("https://a.uk/`2`", "fails", "a.uk answered <b>404</b>."),
        Answer("https://a.uk/3", "moved", "https://b.uk/[x](y)"),
    ]
    places = {answer.address: [f"content/x.yaml, line {n}" for n in range(5)] for answer in answers}
    places["https://a.uk/`2`"] = ["content/pages/about.md, line 3"]
    assert report(answers, places) == (
        "# Outside links\n\n3 addresses, of which 1 answer.\n\n"
        "## Did not answer: 1\n\n"
        "- ``https://a.uk/`2` ``: a.uk answered \\<b\\>404\\</b\\>."
        " (content/pages/about.md, line 3)\n\n"
        "## Lead elsewhere now: 1\n\n"
        "- `https://a.uk/3`: `https://b.uk/[x](y)` (content/x.yaml, line 0; "
        "content/x.yaml, line 1; content/x.yaml, line 2; and 2 more)\n\n"
        "A server may refuse a program and answer a person: look before you change one.\n"
    ).replace("``https://a.uk/`2` ``", "`` https://a.uk/`2` ``")


def test_every_file_a_reader_meets_is_looked_through(tmp_path: Path) -> None:
    content = tmp_path / "content"
    for path in (
        "pages/about.md",
        "digests/a/2031.yaml",
        "sources/x/source.yaml",
        "providers.yaml",
    ):
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text("x: 1\nurl: https://a.uk/1\n")
    (content / "sources/x/text.txt").write_text("https://not-ours.uk/")
    assert links_of(content) == {
        "https://a.uk/1": [
            "content/digests/a/2031.yaml, line 2",
            "content/pages/about.md, line 2",
            "content/providers.yaml, line 2",
            "content/sources/x/source.yaml, line 2",
        ]
    }


@pytest.mark.parametrize(("known", "code"), [(True, 0), (False, 1)])
def test_a_dead_link_fails_nothing_and_no_network_is_not_passed_over(
    known: bool,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    content = tmp_path / "content"
    (content / "pages").mkdir(parents=True)
    (content / "pages/a.md").write_text(f"https://gone.uk/ {'https://a.uk/1' if known else ''}\n")
    monkeypatch.setattr(links, "fetch", lambda url, limits: get(url))  # noqa: ARG005
    assert main(["links", str(content)]) == code
    said = capsys.readouterr()
    assert "## Did not answer: 1" in said.out
    assert ("is there a network" in said.err) == (not known)
