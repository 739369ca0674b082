"""A run that is killed over and over, as a program: asks, is shot, asks again, until it is through.

Arguments: the server's URL, a folder, the number of kills, a seed. Prints, for each round of
requests, how often it was killed and what it came to. Forks from a process without threads
that has imported all that is needed, so that fifty starts take no minute.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import openai.resources.chat.completions

import magazine.edit.model.wire
from tests.edit.model.asked import a_correspondence, a_request, a_server

IMPORTED = (openai.resources.chat.completions, magazine.edit.model.wire)
REQUESTS = 20


def ask_all(url: str, ledger: Path, round_: int, result: Path) -> None:
    """Ask a round's requests, and write the answers down."""
    with a_correspondence(ledger, server=a_server(url)) as desk:
        texts = [desk.ask(a_request(user=f"{round_}/{each}")).value.text for each in range(REQUESTS)]
    result.write_text(json.dumps(texts), encoding="utf-8")


def main(url: str, folder: Path, kills: int, dice: random.Random) -> None:
    """Print one line of JSON for each round."""
    round_ = killed = 0
    while killed < kills:
        round_ += 1
        ledger, result = folder / f"{round_}.sqlite", folder / f"{round_}.json"
        shots = 0
        while not result.exists():
            child = os.fork()
            if child == 0:
                ask_all(url, ledger, round_, result)
                os._exit(0)
            if killed + shots < kills:
                time.sleep(dice.uniform(0.02, 0.4))
                os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            shots += os.WIFSIGNALED(status)
        killed += shots
        sys.stdout.write(json.dumps([round_, shots, json.loads(result.read_text("utf-8"))]) + "\n")


if __name__ == "__main__":
    dice = random.Random(int(sys.argv[4]))  # noqa: S311 - for moments, not for secrets
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), dice)
