/**
 * Lock files: which version of a package gets installed. They list everything that comes along, so they tell versions of
 * what is named elsewhere, and name nothing themselves.
 */
import { cleanText } from '../clean';
import { placeOf } from '../said';
import { readToml } from '../toml';
import type { SourceFile } from '../types';
import { readYaml } from '../yaml-source';
import type { Requirement } from './types';

/** `uv.lock`, `poetry.lock`, `pdm.lock`: a table `[[package]]` a package, with its name and version. */
function tomlLock({ path, text }: SourceFile): readonly Requirement[] {
  let name: string | undefined;
  return readToml(text).flatMap(({ table, key, value, line }) => {
    if (table !== 'package') return [];
    if (key === 'name') name = cleanText(value);
    if (key !== 'version' || name === undefined) return [];
    return [{ name, version: cleanText(value), at: placeOf(path, line) }];
  });
}

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** Entries of maps in machine-written JSON, which has a key a line: `"name": {`. */
function* versionsIn(
  { path, text }: SourceFile,
  maps: readonly unknown[],
  nameOf: (key: string) => string | undefined,
): Iterable<Requirement> {
  const lines = new Map<string, number>();
  for (const [line, written] of text.split('\n').entries()) {
    const key = /^\s*"([^"\\]+)"\s*:\s*\{/.exec(written)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, line);
  }
  for (const map of maps.filter(isObject))
    for (const [key, entry] of Object.entries(map)) {
      const name = nameOf(key);
      const version =
        isObject(entry) && typeof entry.version === 'string' ? cleanText(entry.version) : undefined;
      if (name !== undefined && version !== undefined)
        yield { name, version: version.replace(/^==/, ''), at: placeOf(path, lines.get(key)) };
    }
}

/** Of `packages` only what stands at the top: what others brought along may be of another version. */
const inNodeModules = (key: string): string | undefined =>
  /^node_modules\/((?:@[^/]+\/)?[^/]+)$/.exec(key)?.[1];

/** `pnpm-lock.yaml`: versions of what the projects ask for stand above the packages, which may be thousands. */
function pnpmLock({ path, text }: SourceFile): readonly Requirement[] {
  const end = /^(?:packages|snapshots):/m.exec(text)?.index ?? text.length;
  const source = readYaml({ path, text: text.slice(0, end) });
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  const owners = [[], ...source.keys('importers').map((importer) => ['importers', importer])];
  return owners.flatMap((owner) =>
    kinds.flatMap((kind) =>
      source.keys(...owner, kind).flatMap((name) => {
        const said = source.said(...owner, kind, name, 'version') ?? source.said(...owner, kind, name);
        // `1.2.3(react@18.2.0)` says which others it was put together with; `link:` is a folder.
        const version = /^\d[\w.+-]*/.exec(said?.value ?? '')?.[0];
        return said && version !== undefined ? [{ name, version, at: said.at }] : [];
      }),
    ),
  );
}

/** @param name of the file, without its folder */
export function readLock(name: string, file: SourceFile): readonly Requirement[] {
  if (name === 'pnpm-lock.yaml') return pnpmLock(file);
  if (name.endsWith('.lock') && name !== 'Pipfile.lock') return tomlLock(file);
  const json = readJson(file.text);
  if (name === 'Pipfile.lock') return [...versionsIn(file, [json.default, json.develop], (key) => key)];
  return [
    ...versionsIn(file, [json.packages], inNodeModules),
    ...versionsIn(file, [json.dependencies], (key) => key),
  ];
}
