import { format, type Options } from 'prettier';
import type { KnownIds } from './known-ids';
import { DATA_FILES, type DataFile } from './registry';
import type { Source } from './source';

const HEADER = '// Generated from server/data by scripts/generate-catalogue.ts. Do not edit.\n';

/** Writes the id unions (`'A.2.2' | 'A.2.3' | …`) as a TypeScript module. */
export function emitIds(known: KnownIds, style: Options): Promise<string> {
  const isParent = (id: string): boolean => known.ClauseId.some((other) => other.startsWith(`${id}.`));
  const LeafClauseId = known.ClauseId.filter((id) => !isParent(id));
  const unions = Object.entries({ ...known, LeafClauseId }).map(
    ([name, ids]: [string, readonly string[]]) => {
      return `export type ${name} = ${ids.map((id) => JSON.stringify(id)).join(' | ')};`;
    },
  );
  return tidy(`${HEADER}\n${unions.join('\n\n')}\n`, style);
}

/**
 * Checks the data files of a module and writes them as TypeScript.
 * @throws CatalogueError on the first file with defects.
 */
export function emitData(
  module: DataFile['module'],
  sources: ReadonlyMap<string, Source>,
  known: KnownIds,
  style: Options,
): Promise<string> {
  const imports = new Map<string, Set<string>>();
  const files = DATA_FILES.filter((each) => each.module === module);
  const constants = files.map(({ file, exportName, type, imports: { names, from }, load }) => {
    const source = sources.get(file);
    if (!source) throw new Error(`${file} was not read`);
    imports.set(from, new Set([...(imports.get(from) ?? []), ...names]));
    return `export const ${exportName}: ${type} = ${JSON.stringify(load(source, known))};`;
  });
  const lines = [...imports].map(
    ([from, names]) => `import type { ${[...names].sort().join(', ')} } from '${from}';`,
  );
  return tidy(`${HEADER}${lines.join('\n')}\n\n${constants.join('\n\n')}\n`, style);
}

const tidy = (code: string, style: Options): Promise<string> =>
  format(code, { ...style, parser: 'typescript' });
