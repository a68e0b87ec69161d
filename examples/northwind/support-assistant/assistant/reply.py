"""Draft a reply to a customer's question with a hosted language model."""

from openai import OpenAI

INSTRUCTIONS = (
    "You draft replies for Northwind Credit's support team. Answer in at most 120 words, in the language of the "
    "question, from the notes only. If the notes do not answer it, say that a colleague will call back. "
    "Never promise a loan, a rate or a date."
)


def draft(client: OpenAI, question: str, notes: str) -> str:
    """Return a draft for the support team to read, change and send.

    Raises openai.OpenAIError when the service cannot be reached or refuses.
    """
    answer = client.chat.completions.create(
        model="gpt-4o-mini",
        temperature=0.2,
        messages=[
            {"role": "system", "content": INSTRUCTIONS},
            {"role": "user", "content": f"Notes:\n{notes}\n\nQuestion:\n{question}"},
        ],
    )
    return answer.choices[0].message.content or ""


if __name__ == "__main__":
    import sys

    # The key comes from the environment variable OPENAI_API_KEY.
    print(draft(OpenAI(), question=sys.argv[1], notes=sys.argv[2]))
