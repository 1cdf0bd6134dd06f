"""Before a commit: what is staged is checked, and only that, in a real repository of git."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspection_digest import staged
from inspection_digest.commands.hooks import MARK

PROJECT = Path(__file__).resolve().parent.parent
SITE = PROJECT / "tests" / "examples" / "site" / "content"
DIGEST = "content/digests/nowhere-railway/2031-05-14.yaml"
IDENTITY = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]


def git(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    return subprocess.run(
        ["git", *IDENTITY, *words],
        cwd=folder,
        env={**environment, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull},
        capture_output=True,
        text=True,
        check=check,
    )


def hooks(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "inspection_digest.cli", "hooks", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The invented site, committed, with the project's hook script and an environment."""
    folder = tmp_path / "clone"
    shutil.copytree(SITE, folder / "content")
    shutil.copytree(PROJECT / "hooks", folder / "hooks")
    (folder / ".venv/bin").mkdir(parents=True)
    python = folder / ".venv/bin/python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} "$@"\n', "utf-8")
    python.chmod(0o755)
    (folder / ".gitignore").write_text("/.venv/\n", "utf-8")
    git(folder, "init", "--quiet", "-b", "main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "start")
    return folder


def change(clone: Path, path: str, old: str, new: str) -> None:
    file = clone / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def codes(clone: Path) -> list[tuple[str, str]]:
    return [(item.position.path, item.code) for item in staged.check_staged(clone)]


def test_nothing_staged_is_nothing_to_say(clone: Path) -> None:
    change(clone, DIGEST, "framework: ", "framework: no-")
    assert codes(clone) == []


def test_what_is_staged_is_checked_and_not_what_lies_in_the_folder(clone: Path) -> None:
    change(clone, DIGEST, "framework: ", "framework: no-")
    git(clone, "add", ".")
    change(clone, DIGEST, "framework: no-", "framework: ")
    assert codes(clone) == [(DIGEST, "unknown-framework")]
    git(clone, "add", ".")
    change(clone, DIGEST, "framework: ", "framework: no-")
    assert codes(clone) == []


def test_a_quotation_is_proved_against_the_staged_text(clone: Path) -> None:
    text = "content/sources/nowhere-2031-report/text.txt"
    words = (clone / text).read_text("utf-8")
    assert "no track" in words
    change(clone, DIGEST, "no track", "much track")
    git(clone, "add", DIGEST)
    assert codes(clone) == [(DIGEST, "quote-altered")]
    (clone / text).write_text(words.replace("no track", "much track"), "utf-8")
    git(clone, "add", text)
    assert codes(clone) == []


def test_a_digest_that_loses_its_source_is_said(clone: Path) -> None:
    git(clone, "rm", "--quiet", "-r", "content/sources/nowhere-2031-release")
    assert (DIGEST, "unknown-source") in codes(clone)


def test_a_digest_that_loses_its_provider_is_said(clone: Path) -> None:
    change(clone, "content/providers.yaml", "nowhere-railway:", "nowhere-tramway:")
    git(clone, "add", ".")
    assert (DIGEST, "unknown-provider") in codes(clone)


def test_a_digest_whose_report_before_it_moves_behind_it_is_said(clone: Path) -> None:
    before = "content/digests/nowhere-railway/2030-04.yaml"
    (clone / before).write_text("framework: toy-railways-2030\npublished: 2030-04\n", "utf-8")
    with (clone / DIGEST).open("a", encoding="utf-8") as file:
        file.write("previous: nowhere-railway/2030-04\n")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "named")
    git(clone, "mv", before, before.replace("2030", "2032"))
    assert (DIGEST, "unknown-digest") in codes(clone)
    git(clone, "mv", before.replace("2030", "2032"), before)
    change(clone, before, "published: 2030-04", "published: 2032-04")
    git(clone, "add", before)
    assert (DIGEST, "previous-not-before") in codes(clone)


def test_mistakes_in_files_nobody_touched_stop_nobody(clone: Path) -> None:
    other = "content/digests/nowhere-railway/2030.yaml"
    (clone / other).write_text("framework: gone\n", "utf-8")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "-m", "broken already")
    change(clone, DIGEST, "framework: ", "# a remark\nframework: ")
    git(clone, "add", ".")
    assert codes(clone) == []


def test_a_symbolic_link_is_said_and_not_followed(clone: Path) -> None:
    (clone / "content/digests/nowhere-railway/2030.yaml").symlink_to("/etc/hostname")
    git(clone, "add", ".")
    assert codes(clone) == [("content/digests/nowhere-railway/2030.yaml", "symbolic-link")]


def test_a_name_with_odd_letters_is_read_as_it_is(clone: Path) -> None:
    odd = "content/digests/nowhere-railway/20 31 “é”\n.yaml"
    (clone / odd).write_text("framework: toy-railways-2030\n", "utf-8")
    git(clone, "add", ".")
    assert codes(clone) == [(odd, "bad-name")]


# -- the hook --------------------------------------------------------------------------------------


def test_a_commit_with_a_mistake_is_stopped_and_one_without_is_not(clone: Path) -> None:
    assert hooks(clone).returncode == 0
    change(clone, DIGEST, "framework: ", "framework: no-")
    git(clone, "add", ".")
    done = git(clone, "commit", "-m", "wrong", check=False)
    assert done.returncode == 1
    said = done.stdout + done.stderr
    assert f"{DIGEST}:" in said
    assert "error [unknown-framework]" in said
    assert "git commit --no-verify" in said
    change(clone, DIGEST, "framework: no-", "# a remark\nframework: ")
    git(clone, "add", ".")
    assert git(clone, "commit", "-m", "right").returncode == 0


def test_a_file_that_nothing_reads_is_told_so_before_it_is_committed(clone: Path) -> None:
    hooks(clone)
    there = clone / DIGEST.replace("digests/", "digest/")
    there.parent.mkdir(parents=True)
    shutil.copy(clone / DIGEST, there)
    git(clone, "add", ".")
    done = git(clone, "commit", "-m", "astray", check=False)
    assert done.returncode == 1
    assert "error [misplaced-file]" in done.stdout + done.stderr
    assert "Call it `digests`." in done.stdout + done.stderr


def test_a_commit_without_yaml_starts_no_python(clone: Path) -> None:
    hooks(clone)
    (clone / ".venv/bin/python").write_text("#!/bin/sh\nexit 9\n", "utf-8")
    (clone / "README.md").write_text("words\n", "utf-8")
    git(clone, "add", "README.md")
    assert git(clone, "commit", "-m", "words").returncode == 0


def test_without_an_environment_nobody_is_stopped_and_it_is_said_why(clone: Path) -> None:
    hooks(clone)
    shutil.rmtree(clone / ".venv")
    change(clone, DIGEST, "framework: ", "framework: no-")
    git(clone, "add", ".")
    done = git(clone, "commit", "-m", "unchecked")
    assert done.returncode == 0
    assert "`python3 tasks.py check` makes it" in done.stderr


def test_it_works_in_a_worktree(clone: Path, tmp_path: Path) -> None:
    git(clone, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    tree = tmp_path / "tree"
    shutil.copytree(clone / ".venv", tree / ".venv")
    assert hooks(tree).returncode == 0
    change(tree, DIGEST, "framework: ", "framework: no-")
    assert git(tree, "commit", "-am", "wrong", check=False).returncode == 1


def test_a_hook_of_somebody_elses_is_left_alone(clone: Path) -> None:
    foreign = clone / ".git/hooks/pre-commit"
    foreign.parent.mkdir(exist_ok=True)
    foreign.write_text("#!/bin/sh\n", "utf-8")
    for words in ((), ("--remove",)):
        done = hooks(clone, *words)
        assert done.returncode == 1
        assert "not ours" in done.stderr
    assert foreign.read_text("utf-8") == "#!/bin/sh\n"
    assert "    sh hooks/pre-commit || exit 1\n" in hooks(clone).stderr


def test_another_folder_of_hooks_is_honoured_and_the_hook_can_be_taken_away(clone: Path) -> None:
    git(clone, "config", "core.hooksPath", "my-hooks")
    hooks(clone)
    placed = clone / "my-hooks/pre-commit"
    assert MARK in placed.read_bytes()
    assert hooks(clone).returncode == 0  # twice is once
    assert hooks(clone, "--remove").returncode == 0
    assert not placed.exists()
    assert hooks(clone, "--remove").stdout == "There is no hook to take away.\n"


def test_the_projects_own_script_is_never_taken_away(clone: Path) -> None:
    git(clone, "config", "core.hooksPath", "hooks")
    assert hooks(clone, "--remove").returncode == 0
    assert (clone / "hooks/pre-commit").is_file()


def test_outside_a_clone_it_says_where_to_go(tmp_path: Path) -> None:
    done = hooks(tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "in a clone made with git" in done.stderr


def test_it_takes_under_a_second_on_all_real_content(tmp_path: Path) -> None:
    """Computing time, the interpreter's start included: a busy machine must not fail this."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "all")
    for path in list((tmp_path / "content/digests").glob("*/*.yaml"))[:20]:
        path.write_text(path.read_text("utf-8") + "# a remark\n", "utf-8")
    git(tmp_path, "add", ".")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "inspection_digest.staged"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert (done.stdout, done.returncode) == ("", 0)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1
