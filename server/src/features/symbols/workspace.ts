/** Workspace symbols: everything with an id, and the rows of controls and clauses, of all files. */
import { requirementTitle } from '../../catalogue';
import type { AimsFile, Artefact } from '../../model/build';
import type { Place } from '../../model/located';
import { rowsIn } from '../../model/rows';
import type { Location } from '../../protocol';
import type { Snapshot } from '../../workspace/snapshot';
import { nameOfEntity } from '../entity-name';
import { PLAIN } from '../markup';
import { kindWord, nameOf } from '../subject';
import { locationOf } from '../tree/locate';
import { distance } from './matching';
import type { SymbolKind } from './types';

export interface WorkspaceSymbolFound {
  readonly name: string;
  readonly kind: SymbolKind;
  /** Name of the system or organization it belongs to; of those themselves, what they are. */
  readonly container?: string;
  readonly location: Location;
}

/** More than anybody reads, and little to send. */
const MOST = 200;

/** A search of file after file, so that a workspace of thousands can be looked through in pieces. */
export class SymbolSearch {
  readonly #snapshot: Snapshot;
  readonly #query: string;
  readonly #hits: Hit[] = [];

  constructor(snapshot: Snapshot, query: string) {
    this.#snapshot = snapshot;
    this.#query = query;
  }

  look({ artefacts }: AimsFile): void {
    for (const artefact of artefacts)
      for (const named of namedIn(this.#snapshot, artefact)) {
        const rank = distance(this.#query, named.name);
        if (rank !== undefined) this.#hits.push({ named, artefact, rank });
      }
  }

  /** The best answers first. */
  found(): readonly WorkspaceSymbolFound[] {
    const containers = containersOf(this.#snapshot);
    return this.#hits
      .sort((a, b) => a.rank - b.rank)
      .slice(0, MOST)
      .flatMap(({ named: { name, kind, described, place }, artefact }) => {
        const location = locationOf(this.#snapshot, place);
        const container = described ? kindWord({ kind: described }) : containers.get(artefact);
        return location ? [{ name, kind, location, ...(container === undefined ? {} : { container }) }] : [];
      });
  }
}

interface Hit {
  readonly named: Named;
  readonly artefact: Artefact;
  /** Lower is better. */
  readonly rank: number;
}

interface Named {
  readonly name: string;
  readonly kind: SymbolKind;
  /** What it is, where a whole file or a line of the inventory describes it. */
  readonly described?: Described;
  readonly place: Place;
}

/** By file as it was read: an edit makes those of one file anew. */
const known = new WeakMap<Artefact, readonly Named[]>();

function namedIn(snapshot: Snapshot, artefact: Artefact): readonly Named[] {
  let named = known.get(artefact);
  if (!named) known.set(artefact, (named = [...entities(snapshot, artefact), ...rows(artefact)]));
  return named;
}

const DESCRIBED = ['system', 'organization', 'assessment'] as const;
type Described = (typeof DESCRIBED)[number];

const entities = (snapshot: Snapshot, { definitions, body }: Artefact): readonly Named[] =>
  definitions.map((definition) => {
    const { of, id, place } = definition;
    // What the file itself describes has its id at the top, and its name beside it.
    const own = place.route.length === 1 && body && 'name' in body ? body.name?.value : undefined;
    const described = DESCRIBED.find((kind) => kind === of);
    return {
      name: named(id, own ?? nameOfEntity(snapshot, definition)),
      kind: of === 'person' ? 'person' : described ? 'document' : 'entity',
      ...(described && { described }),
      place,
    };
  });

const rows = (artefact: Artefact): readonly Named[] =>
  rowsIn(artefact).map(({ place }) => {
    const id = String(place.route.at(-1));
    return { name: named(id, requirementTitle(id)), kind: 'row', place };
  });

const named = (id: string, name: string | undefined): string =>
  PLAIN.text(name === undefined || name === id ? id : `${id} ${name}`);

function containersOf(snapshot: Snapshot): ReadonlyMap<Artefact, string> {
  const containers = new Map<Artefact, string>();
  for (const organization of snapshot.organizations)
    containers.set(organization.artefact, nameOf(organization));
  for (const system of snapshot.systems) {
    if (system.inventoryOnly) continue;
    containers.set(system.artefact, nameOf(system));
    for (const { artefact } of system.assessments)
      if (!containers.has(artefact)) containers.set(artefact, nameOf(system));
  }
  return containers;
}
