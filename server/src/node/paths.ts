/** Between the file system's paths and the engine's URIs, and the check that nothing leaves the workspace. */
import { realpath, realpathSync } from 'node:fs';
import { relative, resolve, isAbsolute } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { canonicalUri, isWithin } from '../workspace/uri';

/** VS Code writes drive letters small. */
const smallDrive = (path: string): string => path.replace(/^[A-Z]:/, (drive) => drive.toLowerCase());

/** Canonical URI of a path; a relative one is taken from the working directory. No slash at the end. */
export const toUri = (path: string): string =>
  canonicalUri(pathToFileURL(smallDrive(resolve(path))).href).replace(/(?<=[^/:])\/$/, '');

/** The path of a URI below one of the roots; undefined for anything else, other schemes and network shares included. */
export function toPath(uri: string, roots: readonly string[]): string | undefined {
  if (!uri.startsWith('file:') || !roots.some((root) => isWithin(uri, root))) return undefined;
  try {
    const path = fileURLToPath(uri);
    return path.includes('\0') ? undefined : path;
  } catch {
    return undefined;
  }
}

/** Is `path` the folder or below it? Both absolute. */
export function isBelow(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!/^\.\.(?:[\\/]|$)/.test(way) && !isAbsolute(way));
}

/** Where links lead in the end. Rejects with what the system says; asked for every file, so it is the cheap one. */
export const realPath: (path: string) => Promise<string> = promisify(realpath.native);

/** The same, waiting for the answer; throws where `realPath` rejects. */
export const realPathNow: (path: string) => string = realpathSync.native;

/** Where links lead in the end; the path itself where that cannot be said. */
export const realPathOf = (path: string): Promise<string> => realPath(path).catch(() => resolve(path));

/** The path of any `file:` URI; undefined for other schemes. */
export function toFolderPath(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}
