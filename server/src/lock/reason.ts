/** Says in one sentence what changed since an approval. */
import { tr, translatable } from '../l10n/tr';
import type { Change } from './compare';

const WORDS: Readonly<Record<string, string>> = {
  '': translatable('it'),
  card: translatable('the system it belongs to'),
  'card/purpose': translatable('the purpose of the system'),
  'card/use': translatable('the use of the system'),
  'card/role': translatable('the role towards the system'),
  'card/tier': translatable('the EU AI Act tier of the system'),
};

/** By what stands before the first slash of a name. */
const THINGS: Readonly<Record<string, string>> = {
  'card/model': translatable('model {0}'),
  'card/dataset': translatable('dataset {0}'),
  'card/supplier': translatable('supplier {0}'),
  impact: translatable('impact {0}'),
  party: translatable('party {0}'),
  control: translatable('row {0}'),
  additional: translatable('row {0}'),
  assessment: translatable('impact assessment {0}'),
  profile: translatable('profile {0}'),
};

/** What a part is called: `dataset applications`, `docs/policy.md`, `` `why` ``. */
export function partWords(name: string): string {
  const known = WORDS[name];
  if (known !== undefined) return tr(known);
  for (const [prefix, thing] of Object.entries(THINGS))
    if (name.startsWith(`${prefix}/`)) return tr(thing, name.slice(prefix.length + 1));
  return `\`${name.replace(/^(?:file|evidence)\//, '')}\``;
}

const HOW: Readonly<Record<Change['how'], string>> = {
  changed: translatable('{0} changed'),
  added: translatable('{0} was added'),
  removed: translatable('{0} was removed'),
};

/** As many as anybody reads in one sentence. */
const MOST_NAMED = 3;

export const describeChange = ({ name, how }: Change): string => tr(HOW[how], partWords(name));

/** With a capital and a full stop. */
export const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/**
 * @param who full name of who approved
 * @param recorded the day the approval was recorded
 */
export function reasonFor(changes: readonly Change[], who: string, recorded: string): string {
  const named = changes.slice(0, MOST_NAMED).map(describeChange);
  const more = changes.length - named.length;
  const all =
    more > 0 ? [...named, tr(more === 1 ? '1 more part changed' : '{0} more parts changed', more)] : named;
  const list =
    all.length < 2 ? all.join('') : tr('{0} and {1}', all.slice(0, -1).join(', '), all.at(-1) ?? '');
  return sentence(tr('{0} after the approval by {1} was recorded on {2}', list, who, recorded));
}
