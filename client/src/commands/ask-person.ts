import { l10n, type QuickPickItem } from 'vscode';
import type { Choice } from '../../../server/src/protocol';
import { pickOne, typeText, unknownYet, type Frame, type Left } from './multi-step';

interface PersonItem extends QuickPickItem {
  readonly means: 'listed' | 'another' | 'nobody';
  readonly value?: string;
}

export interface PersonQuestion {
  /** Those who are offered; where there are none, a name is typed. */
  readonly people: readonly Choice[];
  /** Id of the organization that lists them. */
  readonly organization: string | undefined;
  /** What the person is asked for, in a sentence. */
  readonly words: string;
  /** Id or name that was said before, or that files say. */
  readonly before: string | undefined;
  /** Why `before` is offered. */
  readonly note?: string | undefined;
  /** What is wrong with an id or name. */
  readonly check: (text: string) => Promise<string | undefined>;
}

/** Somebody of a list, or a name as it is typed; without a name, that nobody is known yet. */
export async function askPerson(
  frame: Frame,
  question: PersonQuestion,
): Promise<{ readonly person: string | undefined } | Left> {
  if (question.people.length === 0) return typePerson(frame, question);
  for (;;) {
    const picked = await pickPerson(frame, question);
    if (picked === 'back' || picked === 'cancel') return picked;
    if (picked.means !== 'another') return { person: picked.value };
    const typed = await typePerson({ ...frame, canGoBack: true }, question);
    // Back to the list it came from.
    if (typed !== 'back') return typed;
  }
}

function pickPerson(
  frame: Frame,
  { people, organization, words, before, note }: PersonQuestion,
): Promise<PersonItem | Left> {
  const listed = people.map(({ value, label, description = '' }): PersonItem => ({
    means: 'listed',
    value,
    label,
    description,
    ...(value === before && note !== undefined ? { detail: note } : {}),
  }));
  const another: PersonItem = { means: 'another', label: l10n.t('Somebody else…') };
  const nobody: PersonItem = { means: 'nobody', label: l10n.t('Not known yet') };
  return pickOne(frame, {
    items: [...listed, another, nobody],
    question: organization === undefined ? words : l10n.t('{0} People of {1}', words, organization),
    active: listed.find(({ value }) => value === before),
  });
}

async function typePerson(
  frame: Frame,
  { words, before = '', note, check }: PersonQuestion,
): Promise<{ readonly person: string | undefined } | Left> {
  const typed = await typeText(frame, {
    value: before,
    prompt: [words, ...(note === undefined ? [] : [`(${note})`]), unknownYet()].join(' '),
    placeholder: 'Ada Palmer',
    check,
  });
  return typed === 'back' || typed === 'cancel' ? typed : { person: typed.text || undefined };
}
