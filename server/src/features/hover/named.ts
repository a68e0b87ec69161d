/** Where files name a person, a risk, a supplier or whatever else has an id: the part an id plays, place by place. */
import { tr, translatable } from '../../l10n/tr';
import type { Reference } from '../../model/problems';
import type { Route } from '../../syntax/types';
import type { FoundDefinition, Snapshot } from '../../workspace/snapshot';
import { baseName, pathBetween } from '../../workspace/uri';
import type { HoverContext } from './context';

/** Lines shown, and places on each; the rest is counted. */
const MOST = 4;

/** Keys that say what a person does where they are named, as a line of their own. */
const NAMED = translatable('Named in');

const PART: Readonly<Record<string, string>> = {
  owner: translatable('Answers for'),
  approvedBy: translatable('Approved'),
  by: translatable('Reviewed or accepted'),
  assessor: translatable('Assesses'),
  auditor: translatable('Audits'),
  chair: translatable('Chaired'),
  person: translatable('Contributed to'),
  people: translatable('Works on'),
};

/** Bullets of where it is named; none where it is named nowhere. */
export function namedHere(context: HoverContext, definition: FoundDefinition): readonly string[] {
  const { snapshot, markup, cursor } = context;
  const isElsewhere = ({ place }: Reference): number => (place.uri === cursor.uri ? 0 : 1);
  const references = referencesTo(snapshot, definition).sort((a, b) => isElsewhere(a) - isElsewhere(b));
  const byPart = new Map<string, string[]>();
  for (const { place } of references) {
    const key = place.route.findLast((step) => typeof step === 'string') ?? '';
    const part = tr((definition.of === 'person' ? PART[key] : undefined) ?? NAMED);
    const file = place.uri === cursor.uri ? '' : ` (${shortPath(cursor.uri, place.uri)})`;
    const words = `${holderOf(snapshot, place.uri, place.document, place.route)}${file}`;
    const list = byPart.get(part) ?? [];
    if (!list.includes(words)) list.push(words);
    byPart.set(part, list);
  }
  return [...byPart].map(([part, words]) => {
    const shown = words.slice(0, MOST).map(markup.text).join(', ');
    return `${part} ${shown}${words.length > MOST ? tr(' and {0} more', words.length - MOST) : ''}`;
  });
}

function referencesTo(snapshot: Snapshot, { of, id, place }: FoundDefinition): Reference[] {
  return [...snapshot.files.values()].flatMap(({ uri, artefacts }) => {
    const named = artefacts.flatMap(({ references }) =>
      references.filter((each) => each.id === id && each.to.includes(of)),
    );
    if (named.length === 0) return [];
    const found = snapshot.lookup(of, id, uri);
    return found?.place.uri === place.uri && found.place.route.join('\n') === place.route.join('\n')
      ? named
      : [];
  });
}

const shortPath = (from: string, to: string): string => {
  const path = pathBetween(from, to);
  return path === undefined || path.split('/').length > 3 ? baseName(to) : path;
};

/** The nearest block with a name people use, outside in: "risk R1", "A.6.2.4", "policy". */
function holderOf(snapshot: Snapshot, uri: string, document: number, route: Route): string {
  const yaml = snapshot.files.get(uri)?.parsed.documents[document];
  for (let depth = route.length - 1; depth > 0; depth--) {
    const at = route.slice(0, depth);
    const step = at.at(-1);
    if (typeof step === 'string' && (step.startsWith('A.') || /^\d/.test(step))) return step;
    const node = yaml?.node(at);
    const id = node?.kind === 'map' ? node.entries.find(({ key }) => key.text === 'id')?.value : undefined;
    if (id?.kind === 'scalar') return id.text;
  }
  const top = route.find((step) => typeof step === 'string');
  const isTopKey = route.length === 1;
  const own = yaml?.node(['id']);
  return isTopKey && own?.kind === 'scalar' ? own.text : (top ?? '');
}
