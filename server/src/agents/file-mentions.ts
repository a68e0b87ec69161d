/** Where cards, organizations and assessments point to a file, and which requirements that speaks to. */
import type { Artefact } from '../model/build';
import type { Place } from '../model/located';
import { fieldAt } from '../schema';
import type { Route } from '../syntax/types';
import type { Snapshot } from '../workspace/snapshot';

export interface FileMention {
  readonly artefact: Artefact;
  readonly place: Place;
  /** Ids of clauses and controls; none where the key serves no particular one. */
  readonly requirements: readonly string[];
}

export function mentionsOf(snapshot: Snapshot, file: string): readonly FileMention[] {
  return [...snapshot.files.values()].flatMap(({ artefacts }) =>
    artefacts.flatMap((artefact) =>
      artefact.paths.flatMap(({ text, place }): FileMention[] => {
        const resolved = snapshot.resolve(text, place.uri);
        if (resolved.kind !== 'file' || resolved.uri !== file) return [];
        return [{ artefact, place, requirements: servedAt(artefact, place.route) }];
      }),
    ),
  );
}

const ROWS: ReadonlySet<unknown> = new Set(['controls', 'clauses']);

/** The row the place lies in; else what the innermost key around it serves. */
function servedAt({ kind }: Artefact, route: Route): readonly string[] {
  const rows = route.findIndex((step) => ROWS.has(step));
  const row = rows < 0 ? undefined : route[rows + 1];
  if (row !== undefined) return [String(row)];
  if (kind === undefined) return [];
  for (let length = route.length; length > 0; length--) {
    const served = fieldAt(kind, route.slice(0, length))?.serves;
    if (served) return served;
  }
  return [];
}
