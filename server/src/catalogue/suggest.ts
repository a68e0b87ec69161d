import { catalogue } from './catalogue';
import { editionWithControl } from './iso27001';
import { findEntry } from './lookup';
import { allNearest } from './nearest';
import { readTypedId, tellingWords, titleWords, type TypedId } from './spelling';
import type {
  AnnexCEntry,
  Clause,
  ClauseId,
  Control,
  ControlGroup,
  ControlId,
  ControlObjective,
} from './types';

/** What somebody most likely meant who typed a text as the id of a control. */
export type ControlIdSuggestion =
  /** It is the id of a control. */
  | { readonly kind: 'exact'; readonly id: ControlId }
  /**
   * It means this control and no other, only written otherwise: without its `A.`, by its Annex B number, in lower case,
   * with look-alike letters or blanks, or as its title. `clause` is set where the text is just as well a clause's id.
   */
  | { readonly kind: 'variant'; readonly id: ControlId; readonly clause?: ClauseId }
  /** It is a control of ISO/IEC 27001. `additionalKey` is how `additionalControls` of the AIMS format names it. */
  | {
      readonly kind: 'iso27001';
      readonly id: string;
      readonly edition: '2022' | '2013';
      readonly additionalKey: string;
    }
  /** It stands in ISO/IEC 42001, but as a heading, objective statement, clause or entry of Annex C. */
  | { readonly kind: 'not-a-control'; readonly entry: ControlGroup | ControlObjective | Clause | AnnexCEntry }
  /** It is one slip away from this control, or close to its title, and to no other. */
  | { readonly kind: 'near'; readonly id: ControlId };

/** Beyond this length nobody mistyped an id or a title. */
const LONGEST = 200;

const controls = [...catalogue.controls.values()];

/**
 * Did-you-mean for the ids of controls; undefined when nothing is close or several are equally close. An id that
 * ISO/IEC 42001 and 27001 share (A.5.2, A.8.3 …) is one of 42001.
 */
export function suggestControlId(text: string): ControlIdSuggestion | undefined {
  const exact = catalogue.controls.get(text);
  if (exact) return { kind: 'exact', id: exact.id };
  if (text.length > LONGEST) return undefined;
  const typed = readTypedId(text);
  return typed ? fromId(typed) : (fromTitle(text) ?? near(text));
}

function fromId({ annex, numbers, standard, rest }: TypedId): ControlIdSuggestion | undefined {
  const number = numbers.join('.');
  if (annex === 'C') return notAControl(`C.${number}`, numbers);
  if (standard === '27001') return from27001(numbers);
  const clause = annex === undefined ? catalogue.clauses.get(number) : undefined;
  const control = controls.find(({ id }) => id === `A.${number}` || id.replaceAll('.', '') === `A${number}`);
  if (control) {
    if (rest === '' || fromTitle(rest)?.id === control.id) {
      return { kind: 'variant', id: control.id, ...(clause && { clause: clause.id }) };
    }
    // Number and title disagree: the title may be the other standard's.
    return from27001(numbers) ? undefined : { kind: 'near', id: control.id };
  }
  if (clause) return { kind: 'not-a-control', entry: clause };
  if (annex === 'B') return undefined;
  return (
    notAControl(`A.${number}`, numbers) ?? from27001(numbers) ?? fromDigits(numbers) ?? near(`A.${number}`)
  );
}

function from27001(numbers: readonly number[]): ControlIdSuggestion | undefined {
  const edition = editionWithControl(numbers);
  if (edition === undefined) return undefined;
  const id = `A.${numbers.join('.')}`;
  return { kind: 'iso27001', id, edition, additionalKey: `ISO27001-${id}` };
}

function notAControl(id: string, numbers: readonly number[]): ControlIdSuggestion | undefined {
  const entry = findEntry(id);
  if (!entry || entry.kind === 'control' || entry.kind === 'stage') return undefined;
  // Few know the numbers of objective statements: A.5.1, A.7.1 and A.8.1 are nearly always meant as controls of 27001.
  const rather27001 =
    entry.kind === 'objective' && entry.id === id && editionWithControl(numbers) !== undefined;
  return rather27001 ? undefined : { kind: 'not-a-control', entry };
}

/** The same digits with a dot left out or misplaced: A.62.2. */
function fromDigits(numbers: readonly number[]): ControlIdSuggestion | undefined {
  const control = controls.find(({ id }) => id.replace(/\D/g, '') === numbers.join(''));
  return control && { kind: 'near', id: control.id };
}

function near(id: string): ControlIdSuggestion | undefined {
  const [first, second] = allNearest(id, catalogue.controls.keys(), 1);
  const control = second === undefined && first !== undefined ? catalogue.controls.get(first) : undefined;
  return control && { kind: 'near', id: control.id };
}

function fromTitle(text: string): Extract<ControlIdSuggestion, { kind: 'variant' | 'near' }> | undefined {
  const words = titleWords(text);
  const exact = controls.find((control) => titlesOf(control).some((title) => titleWords(title) === words));
  if (exact) return { kind: 'variant', id: exact.id };
  const telling = tellingWords(text);
  const closest = allNearest(telling, tellingTitles.keys(), Math.floor(telling.length / 5));
  const ids = new Set(closest.map((title) => tellingTitles.get(title)));
  const [id] = ids;
  return ids.size === 1 && id !== undefined ? { kind: 'near', id } : undefined;
}

const titlesOf = (control: Control): readonly string[] => [control.title, ...control.titleVariants];

const tellingTitles = new Map(
  controls.flatMap((control) => titlesOf(control).map((title) => [tellingWords(title), control.id] as const)),
);
