/** What one file of code uses and makes, as marks that can be looked up across files. */
import type { CodeFacts, Signal } from '../code/types';
import { isUse, useOf, type Use, type What } from './use';

/** Marks of the same id mean the same to every card. */
export interface Mark {
  readonly id: string;
  readonly signal: Signal;
  /** Of a mark that says what is used. */
  readonly use?: Use;
  /** Of a mark that says where something is kept. */
  readonly saved?: string;
  /** Of a call of a model that others host. */
  readonly provider?: string;
}

/** Something trains a model. */
export const TRAINING = 'training';
/** Something is saved, and where to cannot be read. */
export const SAVED_SOMEWHERE = 'saved';
/** A model or data set is used, and which one cannot be read. */
export const unread = (what: What): string => `unread ${what}`;

const inOrder = (a: Signal, b: Signal): number =>
  (a.cell ?? 0) - (b.cell ?? 0) ||
  a.range.start.line - b.range.start.line ||
  a.range.start.character - b.range.start.character;

function idOf({ what, known, text, names, signal: { revision } }: Use): string {
  const asked = revision?.is === 'named' ? `@${revision.name}` : (revision?.is ?? '');
  return `use ${what} ${known} ${names[0].key} ${text} ${asked}`;
}

function useMark(signal: Signal): Mark | undefined {
  const use = useOf(signal);
  if (!use) return undefined;
  return isUse(use) ? { id: idOf(use), signal, use } : { id: unread(use.what), signal };
}

function* marksOf(signal: Signal): Iterable<Mark> {
  const { kind, target, provider } = signal;
  const use = useMark(signal);
  if (use) yield use;
  if (kind === 'train') yield { id: TRAINING, signal };
  if (kind === 'save')
    yield target === undefined
      ? { id: SAVED_SOMEWHERE, signal }
      : { id: `saved ${target}`, signal, saved: target };
  if (provider !== undefined && (kind === 'ai-api-call' || kind === 'train'))
    yield { id: `provider ${provider} ${target ?? ''}`, signal, provider };
}

const known = new WeakMap<CodeFacts, readonly Mark[]>();

/** In file order. Read once for as long as the facts are the same. */
export function marksIn(facts: CodeFacts): readonly Mark[] {
  let marks = known.get(facts);
  if (!marks) {
    marks = [...facts.signals].sort(inOrder).flatMap((signal) => [...marksOf(signal)]);
    known.set(facts, marks);
  }
  return marks;
}
