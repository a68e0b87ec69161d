import type {
  AnnexCId,
  ClauseId,
  ControlId,
  CreditRoleId,
  DimensionId,
  GroupId,
  ObjectiveId,
  StageId,
} from '../../server/src/catalogue/types';
import type { Source } from './source';
import { CatalogueError } from './source';

/** Every id the data files define, collected first so that any file may refer to any other. */
export interface KnownIds {
  readonly ControlId: readonly ControlId[];
  readonly GroupId: readonly GroupId[];
  readonly ObjectiveId: readonly ObjectiveId[];
  readonly ClauseId: readonly ClauseId[];
  readonly AnnexCId: readonly AnnexCId[];
  readonly StageId: readonly StageId[];
  readonly DimensionId: readonly DimensionId[];
  readonly CreditRoleId: readonly CreditRoleId[];
}

/** Where ids are defined: a file, and the keys to walk; a list on the way is walked through. */
const DEFINED_AT: Record<keyof KnownIds, readonly (readonly [file: string, ...keys: string[]])[]> = {
  ControlId: [['iso42001/annex-a.yaml', 'controls', 'id']],
  GroupId: [['iso42001/annex-a.yaml', 'groups', 'id']],
  ObjectiveId: [['iso42001/annex-a.yaml', 'groups', 'objectives', 'id']],
  ClauseId: [['iso42001/clauses.yaml', 'clauses', 'id']],
  AnnexCId: [
    ['iso42001/annex-c.yaml', 'objectives', 'id'],
    ['iso42001/annex-c.yaml', 'riskSources', 'id'],
  ],
  StageId: [['lifecycle.yaml', 'stages', 'id']],
  DimensionId: [['impact-assessment.yaml', 'dimensions', 'id']],
  CreditRoleId: [['credit.yaml', 'roles', 'id']],
};

/**
 * Collects the ids of all files.
 * @throws CatalogueError when an id is no text or is defined twice.
 */
export function collectIds(sources: ReadonlyMap<string, Source>): KnownIds {
  const collect = (kind: keyof KnownIds): string[] => {
    const ids = DEFINED_AT[kind].flatMap(([file, ...keys]) =>
      textsOf(file, walk(sources.get(file)?.raw, keys)),
    );
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice !== undefined) throw new CatalogueError(`${kind} ${twice} is defined twice`);
    return ids;
  };
  const known = Object.fromEntries(
    Object.keys(DEFINED_AT).map((kind) => [kind, collect(kind as keyof KnownIds)]),
  );
  // The literal unions of `ids.generated.ts` are written from these very lists.
  return known as unknown as KnownIds;
}

function walk(value: unknown, keys: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => walk(item, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  return typeof value === 'object' && value !== null
    ? walk((value as Record<string, unknown>)[key], rest)
    : [];
}

/** YAML reads an unquoted 4.1 as a number; said here, since every reference to it would dangle. */
function textsOf(file: string, ids: readonly unknown[]): string[] {
  return ids.map((id) => {
    if (typeof id === 'string') return id;
    throw new CatalogueError(`server/data/${file}: id ${String(id)} must be text: quote it`);
  });
}
