"""What can be tested without the hosted model."""

from types import SimpleNamespace

from assistant.evaluate import load_cases, pass_rate, passes
from assistant.reply import INSTRUCTIONS, draft


class FakeClient:
    """Answers every request with the same text and remembers what it was asked."""

    def __init__(self, text: str) -> None:
        self.requests: list[dict[str, object]] = []
        message = SimpleNamespace(content=text)

        def create(**request: object) -> SimpleNamespace:
            self.requests.append(request)
            return SimpleNamespace(choices=[SimpleNamespace(message=message)])

        self.chat = SimpleNamespace(completions=SimpleNamespace(create=create))


def test_draft_sends_instructions_notes_and_question() -> None:
    client = FakeClient("On the 3rd.")
    assert draft(client, "When?", "On the 3rd of each month.") == "On the 3rd."
    system, user = client.requests[0]["messages"]
    assert system["content"] == INSTRUCTIONS
    assert "On the 3rd of each month." in user["content"] and "When?" in user["content"]


def test_a_reply_passes_only_with_what_it_must_and_without_what_it_must_not_say() -> None:
    case = {"must": ["Officer"], "must_not": ["promise"]}
    assert passes(case, "An officer decides.")
    assert not passes(case, "We decide.")
    assert not passes(case, "An officer decides, we promise.")


def test_every_case_is_scored() -> None:
    client = FakeClient("")
    assert pass_rate(client, load_cases()) == 0
    assert len(client.requests) == len(load_cases())
