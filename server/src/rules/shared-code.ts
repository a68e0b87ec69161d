/** ML code as rules look at it: which calls mean that a model is at work, and which files belong together. */
import { tr, translatable } from '../l10n/tr';
import type { CodeFacts, Signal, SignalKind } from '../code/types';
import type { CodeEntry, Snapshot, SystemEntry } from '../workspace/snapshot';
import { groupBy } from '../workspace/group-by';
import { folderOf, isWithin, rootOf } from '../workspace/uri';

/** Loading data, saving or tracking alone is no model. */
const MODEL_AT_WORK: Partial<Record<SignalKind, string>> = {
  'model-load': translatable('loads a model'),
  train: translatable('trains a model'),
  'ai-api-call': translatable('calls a hosted model'),
};

/** What a call does, in words that follow "This". */
export const doingOf = (signal: Signal): string => {
  const doing = tr(MODEL_AT_WORK[signal.kind] ?? 'uses a model');
  return signal.target === undefined || signal.kind === 'train' ? doing : `${doing} (${signal.target})`;
};

const calls = new WeakMap<CodeFacts, readonly Signal[]>();

/** Calls of a file that mean a model is loaded, trained or called, in file order. */
export function modelCalls({ facts }: CodeEntry): readonly Signal[] {
  let found = calls.get(facts);
  if (!found) calls.set(facts, (found = modelCallsIn(facts)));
  return found;
}

const modelCallsIn = ({ signals }: CodeFacts): readonly Signal[] =>
  signals
    .filter(({ kind }) => MODEL_AT_WORK[kind] !== undefined)
    .sort(
      (a, b) =>
        (a.cell ?? 0) - (b.cell ?? 0) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.character - b.range.start.character,
    );

interface CodeView {
  /** ML files that no card covers, by folder, in file order. */
  readonly uncovered: ReadonlyMap<string, readonly CodeEntry[]>;
  /** The ML file that speaks for each system: the one that looks most like what runs, then the first by name. */
  readonly first: ReadonlyMap<SystemEntry, CodeEntry>;
}

/** Folders in which something is tried out. */
const TRYING =
  /(?:^|\/)(?:notebooks?|experiments?|prototypes?|research|sandbox|playground|scratch|toys?|docs?)\//i;

/** 0: a module; higher: what somebody tries something out in. */
const trial = ({ path, facts }: CodeEntry): number =>
  (facts.language === 'notebook' ? 2 : 0) + (TRYING.test(path) ? 1 : 0);

const speaksBefore = (one: CodeEntry, other: CodeEntry): boolean =>
  trial(one) - trial(other) < 0 || (trial(one) === trial(other) && one.uri < other.uri);

const views = new WeakMap<Snapshot, CodeView>();

/** Folders with an AIMS file that could not be read, or whose kind is not known: it may be the card. */
const unclearFolders = ({ files, unreadable }: Snapshot): readonly string[] => [
  ...[...unreadable.keys()].map(folderOf),
  ...[...files.values()].flatMap(({ uri, artefacts }) =>
    artefacts.some(({ kind, yaml }) => kind === undefined && yaml.shape !== 'empty') ? [folderOf(uri)] : [],
  ),
];

function look(snapshot: Snapshot): CodeView {
  const entries = [...snapshot.code.values()].filter(
    (entry) => !entry.silent && modelCalls(entry).length > 0,
  );
  const unclear = unclearFolders(snapshot);
  const uncovered = entries.filter(
    ({ uri, coveredBy }) => coveredBy.length === 0 && !unclear.some((folder) => isWithin(uri, folder)),
  );
  const first = new Map<SystemEntry, CodeEntry>();
  for (const entry of entries)
    for (const system of entry.coveredBy) {
      const other = first.get(system);
      if (!other || speaksBefore(entry, other)) first.set(system, entry);
    }
  return { uncovered: groupBy(uncovered, ({ uri }) => folderOf(uri)), first };
}

/** Is there any AIMS file in the workspace folder of this file? Only who began is asked to cover everything. */
export function hasBegun({ files, unreadable, roots }: Snapshot, uri: string): boolean {
  const root = rootOf(uri, roots) ?? folderOf(uri);
  return [...files.keys(), ...unreadable.keys()].some((file) => isWithin(file, root));
}

/** May a card that could not be read cover the file? */
export const mayBeCovered = (snapshot: Snapshot, uri: string): boolean =>
  unclearFolders(snapshot).some((folder) => isWithin(uri, folder));

/** Computed once a snapshot: a thousand files ask the same. */
export function codeView(snapshot: Snapshot): CodeView {
  let view = views.get(snapshot);
  if (!view) views.set(snapshot, (view = look(snapshot)));
  return view;
}
