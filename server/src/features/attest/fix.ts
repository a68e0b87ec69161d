/** Changes of `aims.lock` as edits: an editor applies, undoes and saves them like any other. */
import type { FileChange, TextEdit } from '../../fixes/edit';
import type { LockChange } from './records';

const linesOf = (text: string): readonly string[] => text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];

/** One edit that replaces the lines between those that are the same at the start and at the end. */
export function editBetween(before: string, after: string): TextEdit {
  const [old, now] = [linesOf(before), linesOf(after)];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const isOpen = end === 0 && !/[\r\n]$/.test(before);
  const last = isOpen ? { line: Math.max(old.length - 1, 0), character: old.at(-1)?.length ?? 0 } : undefined;
  return {
    range: { start: { line: start, character: 0 }, end: last ?? { line: old.length - end, character: 0 } },
    newText: now.slice(start, now.length - end).join(''),
  };
}

export const toFileChange = ({
  uri,
  before,
  after,
}: LockChange): Extract<FileChange, { kind: 'edit' | 'create' }> =>
  before === undefined
    ? { kind: 'create', uri, text: after }
    : { kind: 'edit', uri, edits: [editBetween(before, after)] };
