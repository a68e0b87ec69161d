/** Did-you-mean for ids on the command line. */
import { catalogue, nearest, suggestControlId } from '../../catalogue';
import { nearItems, suggestFramework } from '../../catalogue/frameworks';
import { rules } from '../../rules/registry.generated';
import { allPaths } from './key';

const ids = (): readonly string[] => [
  ...catalogue.controls.keys(),
  ...catalogue.clauses.keys(),
  ...catalogue.groups.keys(),
  ...catalogue.annexC.keys(),
  ...catalogue.stages.map(({ id }) => id),
  ...rules.map(({ id }) => id),
  ...allPaths(),
];

/** What people call things that have another name in the format. */
const ALSO_CALLED: ReadonlyMap<string, string> = new Map([['statement of applicability', 'controls']]);

/** The id meant by a text in any case (`a.6.2.4`), or by the name people give it; else the text as it is. */
export function idMeant(typed: string): string {
  const known = ids();
  if (known.includes(typed)) return typed;
  const lower = typed.toLowerCase();
  return ALSO_CALLED.get(lower) ?? known.find((id) => id.toLowerCase() === lower) ?? typed;
}

/** `GOVRN 1.1`, `Art. 28`: a word and a number. */
const LOOKS_LIKE_PART = /^[a-z/]{3,}\W+.*\d/i;

function candidates(typed: string): readonly string[] {
  const control = suggestControlId(typed);
  if (control?.kind === 'variant') return [control.id];
  if (control?.kind === 'not-a-control') return [control.entry.id];
  const parts = LOOKS_LIKE_PART.test(typed) ? nearItems(typed).slice(0, 3) : [];
  if (parts.length > 0) return parts;
  const framework = suggestFramework(typed);
  if (framework) return [framework.id];
  const close = nearest(typed, ids()) ?? (control?.kind === 'near' ? control.id : undefined);
  return close === undefined ? [] : [close];
}

/** `; did you mean A.6.2.4?`, or a word on where to look. */
export function didYouMean(typed: string): string {
  const control = suggestControlId(typed);
  if (control?.kind === 'iso27001')
    return `: it is a control of ISO/IEC 27001:${control.edition}, not of ISO/IEC 42001`;
  const found = candidates(typed);
  return found.length === 0
    ? ' (aims explain --help says what has an id)'
    : `; did you mean ${found.join(' or ')}?`;
}
