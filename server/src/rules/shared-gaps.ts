/** What verdicts say is missing inside sections that exist. */
import { placeKey, type Place } from '../model/located';
import { isPlaceholder } from '../model/scalars';
import type { SyntaxNode } from '../syntax/types';
import type { Reason, RequirementResult } from '../verdict/types';
import type { Subject } from '../workspace/snapshot';
import type { RuleContext } from './rule';

/** Rows have rules of their own, and so has what these sections lack. */
const SPOKEN_FOR: ReadonlySet<string | number> = new Set([
  'controls',
  'clauses',
  'risks',
  'impactAssessment',
]);

export interface Gap {
  /** The item or block that lacks something. */
  readonly place: Place;
  /** What lacks something, in words. */
  readonly about: string;
  /** Keys that are absent; `a|b` where either will do. */
  readonly lacks: readonly string[];
}

/** Is this about keys absent from something written in the subject's own file? */
function asGap(subject: Subject, { place, lacks, about = '' }: Reason): Gap | undefined {
  if (!place || !lacks || place.uri !== subject.uri || place.document !== subject.artefact.document)
    return undefined;
  const [section] = place.route;
  // A profile's gap is the organization's to mend; its rows and risks are others' to report.
  if (section === undefined || SPOKEN_FOR.has(section) || section === 'profiles') return undefined;
  const { yaml } = subject.artefact;
  const holder = yaml.node(place.route);
  if (holder === undefined && !yaml.has(place.route)) return undefined;
  const absent = lacks.filter((path) => !path.split('|').some((each) => isHeldOpen(holder, each)));
  return absent.length > 0 ? { place, lacks: absent, about } : undefined;
}

/** Does a placeholder stand where the key should have content? `placeholder` reports it. */
function isHeldOpen(holder: SyntaxNode | undefined, path: string): boolean {
  if (holder?.kind !== 'map') return false;
  const key = path.split(/[.[]/)[0] ?? path;
  return hasPlaceholder(holder.entries.find((entry) => entry.key.text === key)?.value);
}

function hasPlaceholder(node: SyntaxNode | undefined): boolean {
  switch (node?.kind) {
    case 'scalar':
      return isPlaceholder(node.text);
    case 'list':
      return node.items.some(hasPlaceholder);
    case 'map':
      return node.entries.some(({ value }) => hasPlaceholder(value));
    case undefined:
      return false;
  }
}

/** Which results count: what is due, and what a section of its own answers. */
const isAnswered = ({ answered, verdict }: RequirementResult): boolean =>
  answered && verdict !== 'not-applicable' && verdict !== 'not-due';

/** Each key once: where `license` is asked for on its own, `license|provenance` asks nothing more. */
const distinct = (lacks: readonly string[]): readonly string[] =>
  [...new Set(lacks)].filter(
    (path) => !path.includes('|') || !path.split('|').some((each) => lacks.includes(each)),
  );

/** Gaps by section, one for each item, whichever requirements ask for what it lacks. */
export function gapsBySection(
  subject: Subject,
  context: RuleContext,
  counts: (result: RequirementResult) => boolean = () => true,
): ReadonlyMap<string, readonly Gap[]> {
  const sections = new Map<string, Map<string, Gap>>();
  for (const result of context.verdicts(subject).results.filter((each) => isAnswered(each) && counts(each)))
    for (const reason of result.gaps) {
      const gap = asGap(subject, reason);
      if (!gap) continue;
      const section = String(gap.place.route[0]);
      const items = sections.get(section) ?? new Map<string, Gap>();
      const key = placeKey(gap.place);
      const known = items.get(key);
      items.set(key, { ...gap, lacks: distinct([...(known?.lacks ?? []), ...gap.lacks]) });
      sections.set(section, items);
    }
  return new Map([...sections].map(([section, items]) => [section, [...items.values()]]));
}
