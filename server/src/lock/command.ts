/** The command that records an approval, as somebody types it in the workspace folder. */
import { baseName, relativePath, rootOf } from '../workspace/uri';
import type { Approvable } from './approvable';

const PLAIN = /^[\w./:#@-]+$/;
/** Signs a shell acts on between double quotes. */
const ACTIVE = /["$`\\!%]/;

/** As one word of a command line: what it says comes from files, and a shell must not run any of it. */
function quoted(text: string): string {
  if (PLAIN.test(text)) return text;
  return ACTIVE.test(text) ? `'${text.replaceAll("'", `'\\''`)}'` : `"${text}"`;
}

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
