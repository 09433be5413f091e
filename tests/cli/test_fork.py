"""A coach's copy of the protocol document, used by the pure commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from underbar.cli import pure
from underbar.protocol.document import PACKAGED

DIARY = Path(__file__).parents[2] / "src" / "underbar" / "samples" / "sample.diary"


@pytest.fixture
def fork(tmp_path: Path) -> Path:
    text = Path(PACKAGED).read_text(encoding="utf-8")
    path = tmp_path / "coach.toml"
    path.write_text(text.replace('name = "si-joint"', 'name = "coach"', 1), encoding="utf-8")
    return path


def test_a_plan_by_a_fork_names_it(fork: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pure.run("plan", [str(DIARY), "--protocol", str(fork), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["protocol"] == "coach 1.0.0"


def test_a_replay_by_a_fork_with_a_smaller_step(fork: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fork.write_text(
        fork.read_text(encoding="utf-8").replace("step-lb = 10", "step-lb = 5", 1), encoding="utf-8"
    )
    assert pure.run("replay", [str(DIARY)]) == 0
    ours = capsys.readouterr().out
    assert pure.run("replay", [str(DIARY), "--protocol", str(fork)]) == 0
    assert capsys.readouterr().out != ours


@pytest.mark.parametrize("text", ["", "name = 1", "not toml [", "[number.flare-ache]\nvalue = 9"])
def test_a_broken_fork_is_refused_with_a_sentence(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(text, encoding="utf-8")
    assert pure.run("plan", [str(DIARY), "--protocol", str(path)]) == 1
    assert str(path) in capsys.readouterr().err


def test_a_fork_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert pure.run("replay", [str(DIARY), "--protocol", "/nowhere/fork.toml"]) == 2
    assert "nowhere" in capsys.readouterr().err
