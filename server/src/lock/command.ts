/** The command that records an approval, as somebody types it beside the file. */
import { baseName } from '../workspace/uri';
import type { Approvable } from './approvable';

/** As one word of a command line. */
const quoted = (text: string): string => (/^[\w./:#@-]+$/.test(text) ? text : `"${text}"`);

/** @param by who approves */
export function attestCommand({ uri, part }: Pick<Approvable, 'uri' | 'part'>, by: string): string {
  const route = part.slice(part.indexOf(':') + 1);
  return `aims attest ${quoted(baseName(uri))} --by ${quoted(by)} --only ${quoted(route)}`;
}
