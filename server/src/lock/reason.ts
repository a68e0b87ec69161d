/** Says in one sentence what changed since an approval. */
import type { Change } from './compare';

const WORDS: Readonly<Record<string, string>> = {
  '': 'it',
  card: 'the system it belongs to',
  'card/purpose': 'the purpose of the system',
  'card/use': 'the use of the system',
  'card/role': 'the role towards the system',
  'card/tier': 'the EU AI Act tier of the system',
};

/** By what stands before the first slash of a name. */
const THINGS: Readonly<Record<string, string>> = {
  'card/model': 'model ',
  'card/dataset': 'dataset ',
  'card/supplier': 'supplier ',
  impact: 'impact ',
  party: 'party ',
  control: 'row ',
  additional: 'row ',
  assessment: 'impact assessment ',
  profile: 'profile ',
};

/** What a part is called: `dataset applications`, `docs/policy.md`, `` `why` ``. */
export function partWords(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return known;
  for (const [prefix, thing] of Object.entries(THINGS))
    if (name.startsWith(`${prefix}/`)) return thing + name.slice(prefix.length + 1);
  return `\`${name.replace(/^(?:file|evidence)\//, '')}\``;
}

const HOW: Readonly<Record<Change['how'], string>> = {
  changed: 'changed',
  added: 'was added',
  removed: 'was removed',
};

/** As many as anybody reads in one sentence. */
const MOST_NAMED = 3;

export const describeChange = ({ name, how }: Change): string => `${partWords(name)} ${HOW[how]}`;

/** With a capital and a full stop. */
export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/**
 * @param who full name of who approved
 * @param recorded the day the approval was recorded
 */
export function reasonFor(changes: readonly Change[], who: string, recorded: string): string {
  const named = changes.slice(0, MOST_NAMED).map(describeChange);
  const more = changes.length - named.length;
  const all = more > 0 ? [...named, `${more} more ${more === 1 ? 'part' : 'parts'} changed`] : named;
  const list = all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1) ?? ''}`;
  return sentence(`${list} after the approval by ${who} was recorded on ${recorded}`);
}
