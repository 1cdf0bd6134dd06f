"""A preview, whole: it opens on what changed, and every link of it opens a file."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from tests.previews import PROJECT, contents, make_preview

from inspection_digest.cli import main


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_preview(tmp_path_factory.mktemp("preview"))


def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "lxml")


def test_it_opens_on_what_changed(preview: Path) -> None:
    page = parsed(preview / "index.html")
    lists = {
        str(section.h2.get_text()): [" ".join(item.get_text().split()) for item in section("li")]
        for section in page("section")
        if section.h2
    }
    (contrast,) = lists["Contrasts: 1 changed"]
    assert contrast.startswith("Trains 5 < 6 on time & no track: Nowhere Railway")
    assert contrast.endswith(" /digests/nowhere-railway/2031-05-14/on-time-without-track/")
    assert lists["Digests: 1 added"][0].endswith("/digests/nowhere-railway/2032/")
    (more,) = (items for name, items in lists.items() if name.startswith("Lists") and "add" in name)
    assert "New /new/" in more
    assert "Digests: 1 removed" not in lists


def test_every_link_of_every_page_opens_a_file(preview: Path) -> None:
    lost = []
    for path in preview.rglob("*.html"):
        for tag in parsed(path)(["a", "link", "img", "script"]):
            link = str(tag.get("href") or tag.get("src") or "")
            parts = urlsplit(link)
            if not link or parts.scheme or parts.netloc or not parts.path:
                continue
            if not (path.parent / unquote(parts.path)).resolve().is_file():
                lost.append(f"{path.relative_to(preview)}: {link}")
    assert lost == []


def test_every_page_says_that_it_is_a_preview_and_stays_out_of_search_engines(
    preview: Path,
) -> None:
    pages = sorted(preview.rglob("*.html"))
    assert len(pages) > 20
    for path in pages:
        page = parsed(path)
        note = page.find("aside", class_="preview-note")
        assert note is not None, path
        assert "This is not the published site." in note.get_text()
        assert page.find("meta", attrs={"name": "robots", "content": "noindex"}) is not None
    assert (preview / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (preview / "site/sitemap.xml").exists()


def test_without_a_site_there_is_no_preview(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, head = contents(tmp_path)
    out = tmp_path / "out"
    asked = ["preview", str(base), str(head), "--site", str(tmp_path), "--output", str(out)]
    assert main([*asked, "--theme", str(PROJECT / "theme")]) == 2
    assert capsys.readouterr().err == f"There is no built site in {tmp_path}.\n"
    assert not out.exists()


def test_without_its_base_there_is_no_preview_and_the_old_one_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, site = tmp_path / "out", tmp_path / "site"
    for folder in (out, site):
        folder.mkdir()
        (folder / "index.html").write_text("before")
    asked = ["preview", "no-such", "content", "--site", str(site), "--output", str(out)]
    assert main([*asked, "--theme", str(PROJECT / "theme")]) == 2
    assert "no revision called no-such" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["index.html"]
