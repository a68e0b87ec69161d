import OpenAI from 'openai';

const client = new OpenAI();

/** Sum up a support case in three sentences, for the colleague who takes it over. */
export async function summarise(messages: readonly string[]): Promise<string> {
  const answer = await client.chat.completions.create({
    model: 'gpt-4o',
    messages: [
      { role: 'system', content: 'Sum up this support case in at most three sentences. Leave out names.' },
      { role: 'user', content: messages.join('\n---\n') },
    ],
  });
  return answer.choices[0]?.message.content ?? '';
}
