"""Renders that are killed lose nothing. `tools/kill_renders.py` does it as often as wanted."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import SAMPLE

TOOL = Path(__file__).parents[1] / "tools" / "kill_renders.py"


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_killed_renders_lose_nothing() -> None:
    command = [sys.executable, str(TOOL), str(SAMPLE), "--kills", "4"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.stderr == ""
    assert "    0  LOST: a temporary file stays\n" in done.stdout
    assert done.returncode == 0, done.stdout
