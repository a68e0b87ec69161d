/** Annotations in code that are evidence: for which control, of which systems, and through which test. */
import { catalogue } from '../catalogue';
import type { About, Annotation, Definition } from '../code';
import { isTestCode, type Part } from '../evidence';
import type { EvidenceTarget } from './evidence-target';
import type { CodeEntry, CodeEvidence, SystemEntry } from './snapshot';

/** What a file is to its annotations. */
export type Annotated = Pick<CodeEntry, 'uri' | 'path' | 'facts' | 'annotations'>;

/** One for each annotation that names a control and stands in front of something; annotations live as long as their text. */
const known = new WeakMap<readonly Annotation[], readonly CodeEvidence[]>();

/** @returns the same array while the text of the file is the same */
export function codeEvidenceIn(entry: Annotated): readonly CodeEvidence[] {
  let found = known.get(entry.annotations);
  if (!found) {
    found = entry.annotations.flatMap((annotation) => evidenceOf(annotation, entry) ?? []);
    known.set(entry.annotations, found);
  }
  return found;
}

function evidenceOf(
  { word, id, about, range, cell }: Annotation,
  entry: Annotated,
): CodeEvidence | undefined {
  const control = id?.text ?? '';
  if (word?.text !== 'evidence' || !about || !catalogue.controls.has(control)) return undefined;
  const definition = definitionOf(about);
  return {
    control,
    path: entry.path,
    names: definition?.names ?? [],
    place: { uri: entry.uri, range, ...(cell === undefined ? {} : { cell }) },
    test: testOf(definition, entry),
  };
}

const knownTests = new WeakMap<readonly Annotation[], boolean>();

/** Does any annotation of the file name a test? Asked at each keystroke, of all files that have any. */
export function namesTest(file: Omit<Annotated, 'path'>): boolean {
  let found = knownTests.get(file.annotations);
  if (found === undefined) {
    found = file.annotations.some(({ about }) => about && testOf(definitionOf(about), file) !== undefined);
    knownTests.set(file.annotations, found);
  }
  return found;
}

const definitionOf = (about: About): Definition | undefined =>
  about.is === 'definition' ? about.definition : undefined;

/** @param definition undefined for the whole file */
function testOf(
  definition: Definition | undefined,
  { uri, facts: { language } }: Omit<Annotated, 'path'>,
): EvidenceTarget | undefined {
  const isTestFile = isTestCode(uri, undefined);
  if (!definition) return isTestFile ? { uri, part: undefined, key: '', isTest: true } : undefined;
  // In JavaScript tests are calls with a title; in Python any function or class of a file of tests may be one.
  const isTest = definition.isTest || (language === 'python' && isTestFile);
  if (!isTest || definition.names.length === 0) return undefined;
  const part: Part = { kind: 'test', names: definition.names };
  return { uri, part, key: JSON.stringify(part), isTest: true };
}

/** Evidence by system. Of a system whose evidence is what it was, the array is too, so that its verdicts are kept. */
export class CodeEvidenceLists {
  #lists: ReadonlyMap<SystemEntry, readonly CodeEvidence[]> = new Map();

  /** @param annotated files with annotations, in order */
  update(annotated: readonly CodeEntry[]): ReadonlyMap<SystemEntry, readonly CodeEvidence[]> {
    const found = new Map<SystemEntry, CodeEvidence[]>();
    for (const entry of annotated) {
      const evidence = codeEvidenceIn(entry);
      for (const system of entry.coveredBy) {
        const list = found.get(system);
        if (list) list.push(...evidence);
        else found.set(system, [...evidence]);
      }
    }
    this.#lists = new Map([...found].map(([system, list]) => [system, kept(this.#lists.get(system), list)]));
    return this.#lists;
  }
}

const kept = (
  before: readonly CodeEvidence[] | undefined,
  now: readonly CodeEvidence[],
): readonly CodeEvidence[] =>
  before?.length === now.length && before.every((each, at) => each === now[at]) ? before : now;
