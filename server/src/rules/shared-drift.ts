/** What the rules that hold code against a card have in common. */
import { tr, translatable } from '../l10n/tr';
import { comparedOf, type NotOnCard, type UseAt } from '../drift/compare';
import type { What } from '../drift/use';
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';
import { folderOf, relativePath, rootOf } from '../workspace/uri';
import type { Range } from '../syntax/types';
import { below, has } from '../model/located';
import type { Finding, Report, Where } from './rule';
import { groupBy } from '../workspace/group-by';

/** More places than anybody reads help nobody. */
export const MOST_RELATED = 50;

export const whereIs = ({ entry, use }: UseAt): Where => ({
  uri: entry.uri,
  range: use.signal.range,
  cell: use.signal.cell,
});

const DOING = {
  loads: {
    word: translatable('loads'),
    plain: translatable('This loads {0}.'),
    again: translatable('This loads {0} too.'),
  },
  'fine-tunes': {
    word: translatable('fine-tunes'),
    plain: translatable('This fine-tunes {0}.'),
    again: translatable('This fine-tunes {0} too.'),
  },
  calls: {
    word: translatable('calls'),
    plain: translatable('This calls {0}.'),
    again: translatable('This calls {0} too.'),
  },
} as const;

/** What a call does with something, as a sentence. */
export const callSentence = (verb: keyof typeof DOING, what: string): string => tr(DOING[verb].plain, what);

/** What a call does with a model or data set, in words that follow "This". */
export const verbOf = (at: UseAt): string => tr(DOING[doingOf(at)].word);

const doingOf = ({ use: { signal, what } }: UseAt): keyof typeof DOING => {
  if (what === 'dataset') return 'loads';
  if (signal.kind === 'train') return 'fine-tunes';
  return signal.kind === 'ai-api-call' ? 'calls' : 'loads';
};

export const alsoAt = (others: readonly UseAt[]): NonNullable<Report['related']> =>
  others.map((other) => ({
    ...whereIs(other),
    message: tr(DOING[doingOf(other)].again, other.use.text),
  }));

export interface MissingHere {
  readonly system: SystemEntry;
  readonly missing: NotOnCard;
}

const startingIn = new WeakMap<readonly NotOnCard[], ReadonlyMap<string, readonly NotOnCard[]>>();

/** What is on no card and is used in this file first. */
export function missingFrom(snapshot: Snapshot, entry: CodeEntry, what: What): readonly MissingHere[] {
  const [system] = entry.coveredBy;
  if (!system) return [];
  const { notOnCard } = comparedOf(snapshot, system);
  let byFile = startingIn.get(notOnCard);
  if (!byFile) {
    byFile = groupBy(notOnCard, ({ uses: [first] }) => first.entry.uri);
    startingIn.set(notOnCard, byFile);
  }
  return (byFile.get(entry.uri) ?? [])
    .filter((missing) => missing.what === what)
    .map((missing) => ({ system, missing }));
}

const isSameStart = ({ start: a }: Range, { start: b }: Range): boolean =>
  a.line === b.line && a.character === b.character;

/** What a finding of these rules is about, and whose card it is; undefined where the code has moved on. */
export function missingAt(snapshot: Snapshot, finding: Finding): MissingHere | undefined {
  const entry = snapshot.code.get(finding.uri);
  const [system] = entry?.coveredBy ?? [];
  if (!entry || !system) return undefined;
  const isHere = ({ uses: [{ entry: at, use }] }: NotOnCard): boolean =>
    at === entry && use.signal.cell === finding.cell && isSameStart(use.signal.range, finding.range);
  const missing = comparedOf(snapshot, system).notOnCard.find(isHere);
  return missing && { system, missing };
}

/** A path in code as the card would write it; undefined where that cannot be told. */
export function pathOnCard(
  { roots }: Snapshot,
  system: SystemEntry,
  { entry, use }: UseAt,
): string | undefined {
  if (use.known !== 'file' || /\.\.|\\/.test(use.text)) return undefined;
  const path = use.text.replace(/^\.\//, '');
  const folder = relativePath(rootOf(entry.uri, roots) ?? '', folderOf(system.uri));
  return folder && path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
}

/** Where the card says what it is made of, or the card itself. */
export const onCard = (
  { own }: SystemEntry,
  key: 'models' | 'datasets' | 'suppliers',
): NonNullable<Report['related']>[number] =>
  has(own, key)
    ? { place: below(own, key), part: 'key', message: tr('What the card names.') }
    : { place: below(own, 'kind'), part: 'entry', message: tr('The card of the system.') };

export const nameOf = ({ body, id }: SystemEntry): string => body.name?.value ?? id;
