"""Count how many drafts name what they should and avoid what they must not say."""

import json
from pathlib import Path

from openai import OpenAI

from assistant.reply import draft

CASES = Path(__file__).resolve().parent.parent / "eval" / "replies-eval.jsonl"


def passes(case: dict[str, object], reply: str) -> bool:
    """True if the reply holds every text it must and none it must not, whatever their case."""
    text = reply.casefold()
    return all(part.casefold() in text for part in case["must"]) and not any(
        part.casefold() in text for part in case["must_not"]
    )


def load_cases(path: Path = CASES) -> list[dict[str, object]]:
    """One case a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def pass_rate(client: OpenAI, cases: list[dict[str, object]]) -> float:
    """Share of cases that pass, from 0 to 1."""
    results = [passes(case, draft(client, case["question"], case["notes"])) for case in cases]
    return sum(results) / len(results)


if __name__ == "__main__":
    print(f"{pass_rate(OpenAI(), load_cases()):.2f}")
