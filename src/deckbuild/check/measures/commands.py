"""Shell commands: where a deck has any, somebody must have tried them."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHELLS = frozenset({
    "bash", "bat", "batch", "cmd", "console", "fish", "ksh", "powershell", "ps1", "pwsh", "sh", "shell",
    "shell-session", "zsh",
})  # fmt: skip
"""Languages of code that is typed into a shell."""

TOOLS = frozenset({
    "ansible", "ansible-playbook", "apt", "apt-get", "aws", "az", "brew", "cargo", "curl", "docker",
    "docker-compose", "gcloud", "git", "helm", "istioctl", "journalctl", "jq", "kubectl", "minikube",
    "mvn", "npm", "npx", "openssl", "pip", "pip3", "podman", "psql", "python", "python3", "redis-cli",
    "rsync", "scp", "ssh", "sudo", "systemctl", "terraform", "uv", "wget",
})  # fmt: skip
"""Programs that people type the names of; a first word that is one of these makes a line a command."""

_INLINE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
_ARGUMENT = re.compile(r"(?!(?:is|are|was|can|has|and|or|to|the|a|for|with|as|in|on)\b)[\w./$'\"-]")
_PROMPT = re.compile(r"\s*\$ (?=\S)")


def is_command(line: str) -> bool:
    """Whether a line is something to type into a shell.

    >>> is_command("kubectl rollout undo deployment/ai-agent"), is_command("$ ls"), is_command("kubectl")
    (True, True, False)
    >>> is_command("curl, then jq"), is_command("python is a language")
    (False, False)
    """
    if _PROMPT.match(line):
        return True
    first, _, rest = line.strip().partition(" ")
    return first in TOOLS and _ARGUMENT.match(rest.strip()) is not None


def inline_commands(text: str) -> Iterator[tuple[str, int]]:
    """Commands in a text's `code`, each with where it begins."""
    for found in _INLINE.finditer(text):
        if is_command(found[1]):
            yield found[1], found.start(1)
