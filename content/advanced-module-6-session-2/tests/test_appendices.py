"""The appendices keep their code as code, and it parses."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest
import yaml

APPENDICES = Path(__file__).parents[1] / "appendices"
EXPECTED = yaml.safe_load((Path(__file__).parent / "expected" / "appendices.yaml").read_text("utf-8"))
FENCE = re.compile(r"^( *)```(\w*)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


def text_of(letter: str) -> str:
    return next(APPENDICES.glob(f"{letter}-*.md")).read_text("utf-8")


def code_of(letter: str) -> list[tuple[str, str]]:
    """Language and source of each fenced block, less the indentation of the list it stands in."""
    return [
        (language, re.sub(rf"^{indent}", "", source, flags=re.MULTILINE))
        for indent, language, source in FENCE.findall(text_of(letter))
    ]


@pytest.mark.parametrize("letter", "DEFGHI")
def test_texts_and_code_are_all_there(letter: str) -> None:
    text = " ".join(text_of(letter).split())

    assert [line for line in EXPECTED[letter] if " ".join(line.split()) not in text] == []


def test_d_has_two_configurations() -> None:
    first, second = (yaml.safe_load(source)["auto_scaling_config"] for _, source in code_of("D"))

    assert sum(metric["weight"] for metric in first["scaling_policy"]["target_metrics"]) == 100
    assert second["scaling_policy"]["metric_type"] == "queue_depth"


def test_f_has_a_prometheus_configuration_and_a_log_line() -> None:
    (_, prometheus), (_, log) = (block for block in code_of("F") if block[0] in {"yaml", "json"})

    assert yaml.safe_load(prometheus)["scrape_configs"][0]["job_name"] == "ai-agent-metrics"
    assert json.loads(log)["trace_id"] == "abc123"


def test_h_has_commands_that_a_shell_can_read() -> None:
    commands = [source.strip() for language, source in code_of("H") if language == "bash"]
    commands += re.findall(r"Command: `([^`]+)`", text_of("H"))

    assert len(commands) == 6
    assert all(shlex.split(command)[0] in {"curl", "kubectl"} for command in commands)
