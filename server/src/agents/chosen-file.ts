/** Which file a question is about, however it is named. */
import { quoteForUser } from '../syntax/quoteForUser';
import type { Snapshot } from '../workspace/snapshot';
import { baseName, canonicalUri, resolvePath, rootOf } from '../workspace/uri';
import { outermost } from './said';
import { ToolError, type PropertySchema } from './schema';

export const FILE_INPUT = {
  type: 'string',
  maxLength: 4_096,
  description:
    'A file: path from the workspace folder, such as src/train.py (with several folders, the folder’s name first), an absolute path, or a file: URI.',
} as const satisfies PropertySchema;

const ABSOLUTE = /^(?:\/|[a-zA-Z]:[\\/])/;

/**
 * URI of the file. Whether it is there is not asked.
 *
 * @throws {ToolError} where it lies outside the workspace
 */
export function chosenFile(snapshot: Snapshot, typed: string): string {
  const text = typed.trim();
  const named = absolute(text) ?? relative(snapshot, text);
  if (named === undefined || rootOf(named, snapshot.roots) === undefined)
    throw new ToolError(`${quoteForUser(text)} is no file of this workspace. Nothing outside is read.`);
  return named;
}

function absolute(text: string): string | undefined {
  if (/^file:/i.test(text)) return withoutSteps(text);
  if (!ABSOLUTE.test(text)) return undefined;
  const path = text.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  return withoutSteps(`file://${path.startsWith('/') ? '' : '/'}${path}`);
}

/** `..` would lead out of a folder that it seems to lie in. */
const withoutSteps = (uri: string): string | undefined => {
  const canonical = canonicalUri(uri);
  return canonical.split('/').some((segment) => segment === '..') ? undefined : canonical;
};

function relative(snapshot: Snapshot, text: string): string | undefined {
  const roots = outermost(snapshot);
  const below = roots.flatMap((root) => {
    const inside = roots.length > 1 ? withoutFolder(text, root) : text;
    const resolved = inside === undefined ? undefined : resolvePath(inside, `${root}/aims.yaml`, root);
    return resolved?.kind === 'file' ? [resolved.uri] : [];
  });
  return below.find((uri) => snapshot.files.has(uri) || snapshot.code.has(uri)) ?? below[0];
}

function withoutFolder(text: string, root: string): string | undefined {
  const start = `${baseName(root)}/`;
  return text.startsWith(start) ? text.slice(start.length) : undefined;
}
