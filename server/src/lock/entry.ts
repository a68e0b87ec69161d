/**
 * One record of `aims.lock`, and its line:
 *
 *     FILE PART RECORDED KIND by=WHO effective=DAY [email=WHO] content=DIGEST [+NAME=DIGEST …]
 *
 * One space between words. In a word, what could be taken for a break, and signs nobody can see, are percent-encoded.
 */
import { tr } from '../l10n/tr';
import { isDigest, type Digest } from '../evidence';
import { parseDay, type Day } from '../model/scalars';

/** What can be approved. The words stand in the file: they never change their meaning. */
export const APPROVAL_KINDS = [
  'policy',
  'treatment-plan',
  'soa',
  'assessment',
  'row',
  'evidence',
  'gate',
  'risk-acceptance',
] as const;
export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export interface LockEntry {
  /** Path from the folder of the lock, with `/`; `../` where a card names an organization elsewhere. */
  readonly file: string;
  /** What in the file: the id of the document, `:`, and which part of it, such as `credit:controls/A.6.2.4`. */
  readonly part: string;
  /** When the record was written, by the clock: UTC to the second, `2026-11-01T09:12:33Z`. */
  readonly recordedOn: string;
  readonly kind: ApprovalKind;
  /** Who approved: an id of `people`, or a name. */
  readonly by: string;
  /** The day the approval was given. */
  readonly effective: Day;
  /** Who wrote the record, as git knows them. */
  readonly email?: string;
  /** Of the content approved. */
  readonly digest: Digest;
  /** Of its pieces and of what it depends on, by name, so that a reason can say which of them changed. */
  readonly parts: ReadonlyMap<string, Digest>;
}

const RECORDED = /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

export const isTimestamp = (text: string): boolean => parseDay(RECORDED.exec(text)?.[1] ?? '') !== undefined;
const isKind = (text: string): text is ApprovalKind => APPROVAL_KINDS.some((kind) => kind === text);

/** White space, control and format signs, half characters: what must not stand raw, and `%` itself. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Z}%]/gu;
const HALF_CHARACTER = /\p{Cs}/gu;
/** A first word that a reader could take for a comment or a conflict marker. */
const MARKER = /^[#<=>|]/;

const encode = (text: string): string =>
  text
    .replace(HALF_CHARACTER, '\uFFFD')
    .replace(HIDDEN, encodeURIComponent)
    .replace(MARKER, encodeURIComponent);

function decode(word: string): string | undefined {
  try {
    return decodeURIComponent(word);
  } catch {
    return undefined;
  }
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The line of a record, without a line break. */
export const printEntry = (entry: LockEntry): string =>
  [
    encode(entry.file),
    encode(entry.part),
    entry.recordedOn,
    entry.kind,
    `by=${encode(entry.by)}`,
    `effective=${entry.effective}`,
    ...(entry.email === undefined ? [] : [`email=${encode(entry.email)}`]),
    `content=${entry.digest}`,
    ...[...entry.parts].sort(byName).map(([name, digest]) => `+${encode(name)}=${digest}`),
  ].join(' ');

export type EntryReading =
  | { readonly entry: LockEntry }
  /** What is wrong, in words that go after "this line …". The route where the line still tells it. */
  | { readonly wrong: string; readonly route: string | undefined };

/** Identity of what a record is about, within one lock. */
export const routeKey = ({ file, part }: Pick<LockEntry, 'file' | 'part'>): string => `${file}\n${part}`;

interface Fields {
  readonly named: ReadonlyMap<string, string>;
  readonly parts: ReadonlyMap<string, Digest>;
}

const FIELD_NAMES: ReadonlySet<string> = new Set(['by', 'effective', 'email', 'content']);

/** The words with `=`, or what is wrong with one of them. */
function readFields(words: readonly string[]): Fields | string {
  const named = new Map<string, string>();
  const parts = new Map<string, Digest>();
  for (const word of words) {
    const isPart = word.startsWith('+');
    const split = isPart ? word.lastIndexOf('=') : word.indexOf('=');
    const name = decode(word.slice(isPart ? 1 : 0, Math.max(split, 0)));
    const value = decode(word.slice(split + 1));
    if (split < 0 || !name || !value) return tr('has a word that cannot be read');
    if ((isPart ? parts : named).has(name)) return tr('says {0} twice', name);
    if (isPart) {
      if (!isDigest(value)) return tr('has no valid digest for {0}', name);
      parts.set(name, value);
    } else {
      if (!FIELD_NAMES.has(name)) return tr('has a word {0} that is not known', name);
      named.set(name, value);
    }
  }
  return { named, parts };
}

/** Reads a line without its break. Never throws. */
export function parseEntry(line: string): EntryReading {
  const [fileWord = '', partWord = '', recordedOn = '', kind = '', ...words] = line.split(' ');
  const [file, part] = [decode(fileWord), decode(partWord)];
  const route = file && part ? routeKey({ file, part }) : undefined;
  const wrong = (what: string): EntryReading => ({ wrong: what, route });
  if (!file || !part) return wrong(tr('does not say what was approved'));
  if (!isTimestamp(recordedOn)) return wrong(tr('does not say when it was recorded'));
  if (!isKind(kind)) return wrong(tr('does not say what kind of approval it is'));
  const fields = readFields(words);
  if (typeof fields === 'string') return wrong(fields);
  const { named, parts } = fields;
  const by = named.get('by');
  const effective = parseDay(named.get('effective') ?? '');
  const digest = named.get('content') ?? '';
  const email = named.get('email');
  if (by === undefined) return wrong(tr('does not say who approved'));
  if (effective === undefined) return wrong(tr('does not say on which day it was approved'));
  if (!isDigest(digest)) return wrong(tr('has no valid digest'));
  return {
    entry: {
      file,
      part,
      recordedOn,
      kind,
      by,
      effective,
      ...(email === undefined ? {} : { email }),
      digest,
      parts,
    },
  };
}
