/** Ways between ISO/IEC 42001 and the other frameworks. */
import { itemsByFramework } from './frameworks';
import type { Relation } from './types';

let byRequirement: ReadonlyMap<string, readonly Relation[]> | undefined;

function index(): ReadonlyMap<string, readonly Relation[]> {
  const found = new Map<string, Relation[]>();
  for (const items of itemsByFramework().values())
    for (const item of items)
      for (const pair of item.pairs) {
        const relations = found.get(pair.requirement) ?? [];
        relations.push({ ...pair, item });
        found.set(pair.requirement, relations);
      }
  return found;
}

/** `9.2.1`, `9.2`, `9`: what is said of a heading holds for what stands below it. */
function withHeadings(id: string): readonly string[] {
  const parent = id.replace(/\.?\d+$/, '');
  return parent === '' || parent === id || parent === 'A' ? [id] : [id, ...withHeadings(parent)];
}

/** What the frameworks have to do with a clause, control or group; in the order of the frameworks' own data. */
export function relationsOf(requirement: string): readonly Relation[] {
  byRequirement ??= index();
  const known = byRequirement;
  return withHeadings(requirement).flatMap((id) => known.get(id) ?? []);
}
