"""The command line as a whole."""

from __future__ import annotations

import argparse

import pytest

from inspection_digest.cli import main
from inspection_digest.commands import check


def test_whoever_interrupts_a_command_gets_a_word_and_the_code_of_an_interrupt(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "run", interrupted)
    assert main(["check"]) == 130
    assert capsys.readouterr().err == "Interrupted.\n"
