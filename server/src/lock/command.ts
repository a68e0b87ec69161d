/** The command that records an approval, as somebody types it in the workspace folder. */
import { baseName, relativePath, rootOf } from '../workspace/uri';
import type { Approvable } from './approvable';
import { quoted } from './shell';

/**
 * The path is from the workspace folder: elsewhere a file of the same name, with a part of the same name, may be meant.
 * @param roots the workspace folders
 * @param by who approves
 */
export function attestCommand(
  roots: readonly string[],
  { uri, part }: Pick<Approvable, 'uri' | 'part'>,
  by: string,
): string {
  const path = relativePath(rootOf(uri, roots) ?? '', uri) ?? baseName(uri);
  const route = part.slice(part.indexOf(':') + 1);
  return `aims attest ${quoted(path)} --by ${quoted(by)} --only ${quoted(route)}`;
}
